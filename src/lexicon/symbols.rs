//! The words that any pack knows, each with a number. One hash table over one string of text, so that building it allocates next to nothing.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Number of a known word; see the constants for those that stand for no single word.
pub(super) type Symbol = u32;

/// No word that any pack knows.
pub(super) const UNKNOWN: Symbol = 0;
/// Any one word.
pub(super) const ANY: Symbol = 1;
/// A capitalised word.
pub(super) const CAPITAL: Symbol = 2;
/// A number or number word.
pub(super) const NUMBER: Symbol = 3;
/// The first symbol of a word.
pub(super) const RESERVED: Symbol = 4;

#[derive(Debug)]
pub(super) struct Symbols {
    text: String,
    /// End of each word in `text`.
    ends: Vec<u32>,
    /// Hash and symbol; symbol 0 where the slot is free.
    slots: Vec<(u32, Symbol)>,
    /// A bit for the hash of each word. The tables are larger than what a processor keeps at hand; this is not, and rules out most words that
    /// no pack knows.
    bits: Vec<u64>,
}

/// How many words of bits there are, as a power of two.
const BITS: u32 = 12;

/// Where the bit of a hash stands, and the bit.
fn bit(hash: u32) -> (usize, u64) {
    (
        (hash >> (32 - BITS)) as usize,
        1 << (hash >> (26 - BITS) & 63),
    )
}

/// The hash of a folded word, as the tables of this module keep it.
pub(super) fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}

impl Symbols {
    pub(super) fn with_capacity(words: usize) -> Self {
        let slots = words.next_power_of_two().max(64);
        Self {
            text: String::with_capacity(words * 9),
            ends: vec![0; RESERVED as usize],
            slots: vec![(0, UNKNOWN); slots],
            bits: vec![0; 1 << BITS],
        }
    }

    /// How many symbols there are, the reserved ones included.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn text_of(&self, symbol: Symbol) -> &str {
        let at = symbol as usize;
        &self.text[self.ends[at - 1] as usize..self.ends[at] as usize]
    }

    /// The slot that holds `word`, or the free one where it belongs.
    fn slot(&self, word: &str, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (known, symbol) = self.slots[at];
            if symbol == UNKNOWN || (known == hash && self.text_of(symbol) == word) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// The symbol of a word, by its hash.
    pub(super) fn get(&self, word: &str, hash: u32) -> Symbol {
        let (at, bit) = bit(hash);
        if self.bits[at] & bit == 0 {
            return UNKNOWN;
        }
        self.slots[self.slot(word, hash)].1
    }

    /// The symbol of a word, made if need be.
    pub(super) fn intern(&mut self, word: &str) -> Symbol {
        let hash = hash(word);
        let slot = self.slot(word, hash);
        let (_, known) = self.slots[slot];
        if known != UNKNOWN {
            return known;
        }
        let symbol = self.ends.len() as Symbol;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.slots[slot] = (hash, symbol);
        let (at, bit) = bit(hash);
        self.bits[at] |= bit;
        // Most words of a text are in no pack: a table half empty says so after a look or two.
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        symbol
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let old = std::mem::replace(&mut self.slots, vec![(0, UNKNOWN); mask + 1]);
        for (hash, symbol) in old.into_iter().filter(|&(_, symbol)| symbol != UNKNOWN) {
            let mut at = hash as usize & mask;
            while self.slots[at].1 != UNKNOWN {
                at = (at + 1) & mask;
            }
            self.slots[at] = (hash, symbol);
        }
    }
}

/// The `prefix*` and `*suffix` of all packs. A word is held against those only that share its first or last byte.
#[derive(Debug, Default)]
pub(super) struct Affixes {
    prefixes: Vec<Vec<(Box<str>, Symbol)>>,
    suffixes: Vec<Vec<(Box<str>, Symbol)>>,
}

impl Affixes {
    /// Adds a pattern and gives its symbol.
    pub(super) fn add(&mut self, affix: &str, is_prefix: bool, symbols: &mut Symbols) -> Symbol {
        let side = if is_prefix {
            &mut self.prefixes
        } else {
            &mut self.suffixes
        };
        side.resize(256, Vec::new());
        let byte = if is_prefix {
            affix.as_bytes().first()
        } else {
            affix.as_bytes().last()
        };
        let Some(&byte) = byte else { return ANY };
        let list = &mut side[byte as usize];
        if let Some((_, symbol)) = list.iter().find(|(known, _)| **known == *affix) {
            return *symbol;
        }
        // No word holds a star, so the pattern itself can be the word.
        let symbol = symbols.intern(&if is_prefix {
            format!("{affix}*")
        } else {
            format!("*{affix}")
        });
        list.push((affix.into(), symbol));
        symbol
    }

    /// The symbols of all patterns, in order.
    pub(super) fn symbols(&self) -> Vec<Symbol> {
        let mut symbols: Vec<Symbol> = self
            .prefixes
            .iter()
            .chain(&self.suffixes)
            .flatten()
            .map(|&(_, symbol)| symbol)
            .collect();
        symbols.sort_unstable();
        symbols
    }

    /// The patterns that a folded word fits.
    pub(super) fn of(&self, word: &str, found: &mut Vec<Symbol>) {
        let (Some(&first), Some(&last)) = (word.as_bytes().first(), word.as_bytes().last()) else {
            return;
        };
        if let Some(prefixes) = self.prefixes.get(first as usize) {
            found.extend(
                prefixes
                    .iter()
                    .filter(|(affix, _)| fits(word, affix, true))
                    .map(|&(_, symbol)| symbol),
            );
        }
        if let Some(suffixes) = self.suffixes.get(last as usize) {
            found.extend(
                suffixes
                    .iter()
                    .filter(|(affix, _)| fits(word, affix, false))
                    .map(|&(_, symbol)| symbol),
            );
        }
    }
}

/// Whether a word begins or ends with an affix and has enough letters beyond it.
pub(super) fn fits(word: &str, affix: &str, is_prefix: bool) -> bool {
    let rest = if is_prefix {
        word.strip_prefix(affix)
    } else {
        word.strip_suffix(affix)
    };
    rest.is_some_and(|rest| {
        rest.chars().filter(|c| c.is_alphanumeric()).count() >= super::forms::BEYOND
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_symbols_while_the_table_grows() {
        let mut symbols = Symbols::with_capacity(4);
        let words: Vec<String> = (0..2000).map(|n| format!("word{n}")).collect();
        let made: Vec<_> = words.iter().map(|word| symbols.intern(word)).collect();
        for (word, symbol) in words.iter().zip(made) {
            assert_eq!(symbols.get(word, hash(word)), symbol);
            assert_eq!(symbols.intern(word), symbol);
        }
        assert_eq!(symbols.get("word2000", hash("word2000")), UNKNOWN);
    }

    #[test]
    fn affixes_need_three_letters_beyond() {
        let mut symbols = Symbols::with_capacity(4);
        let mut affixes = Affixes::default();
        let pro = affixes.add("pro-", true, &mut symbols);
        let phobe = affixes.add("phobe", false, &mut symbols);
        let of = |word| {
            let mut found = Vec::new();
            affixes.of(word, &mut found);
            found
        };
        assert_eq!(of("pro-war"), [pro]);
        assert!(of("pro-").is_empty());
        assert_eq!(of("xenophobe"), [phobe]);
        assert!(of("phobe").is_empty());
    }
}
