//! The words that any pack knows, each with a number. One hash table over one string of text, so that building it allocates next to nothing.

use crate::text::WordKey;

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
    /// The key of each word, by symbol; those of the reserved ones are no word's.
    keys: Vec<WordKey>,
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
    WordKey::of(word).hash()
}

impl Symbols {
    pub(super) fn with_capacity(words: usize) -> Self {
        let slots = words.next_power_of_two().max(64);
        Self {
            text: String::with_capacity(words * 9),
            ends: vec![0; RESERVED as usize],
            slots: vec![(0, UNKNOWN); slots],
            keys: vec![WordKey::default(); RESERVED as usize],
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

    /// The slot that holds `word`, or the free one where it belongs. `key_of` gives the key of a symbol.
    fn slot(&self, word: &str, hash: u32, key_of: impl Fn(Symbol) -> WordKey) -> usize {
        let key = WordKey::of(word);
        let is = |symbol| key_of(symbol) == key && (key.is_whole() || self.text_of(symbol) == word);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (known, symbol) = self.slots[at];
            if symbol == UNKNOWN || (known == hash && is(symbol)) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// The symbol of a word, by its hash. `key_of` gives the key of a symbol from a table that is read next anyway.
    #[inline]
    pub(super) fn get(&self, word: &str, hash: u32, key_of: impl Fn(Symbol) -> WordKey) -> Symbol {
        let (at, bit) = bit(hash);
        if self.bits[at] & bit == 0 {
            return UNKNOWN;
        }
        self.slots[self.slot(word, hash, key_of)].1
    }

    /// The key of a word.
    pub(super) fn key(&self, symbol: Symbol) -> WordKey {
        self.keys[symbol as usize]
    }

    /// The symbol of a word, made if need be.
    pub(super) fn intern(&mut self, word: &str) -> Symbol {
        let hash = hash(word);
        let slot = self.slot(word, hash, |symbol| self.keys[symbol as usize]);
        let (_, known) = self.slots[slot];
        if known != UNKNOWN {
            return known;
        }
        let symbol = self.ends.len() as Symbol;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.keys.push(WordKey::of(word));
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

/// The `prefix*` and `*suffix` of all packs. A word is held against those only that may share its two first or last bytes.
#[derive(Debug, Default)]
pub(super) struct Affixes {
    prefixes: Vec<Vec<(Box<str>, Symbol)>>,
    suffixes: Vec<Vec<(Box<str>, Symbol)>>,
}

/// How many lists of affixes there are on a side.
const LISTS: usize = 1024;

/// The list of the affixes with these two outermost bytes, the outer first.
const fn list_of(outer: u8, inner: u8) -> usize {
    ((outer as usize * 37) ^ inner as usize) % LISTS
}

/// The two outermost bytes of a word or affix at one side, the outer first.
fn outer_bytes(word: &str, is_prefix: bool) -> Option<(u8, Option<u8>)> {
    match (word.as_bytes(), is_prefix) {
        (&[outer, inner, ..], true) | (&[.., inner, outer], false) => Some((outer, Some(inner))),
        (&[outer], _) => Some((outer, None)),
        ([], _) => None,
    }
}

impl Affixes {
    /// Adds a pattern and gives its symbol.
    pub(super) fn add(&mut self, affix: &str, is_prefix: bool, symbols: &mut Symbols) -> Symbol {
        let side = if is_prefix {
            &mut self.prefixes
        } else {
            &mut self.suffixes
        };
        side.resize(LISTS, Vec::new());
        let Some((outer, inner)) = outer_bytes(affix, is_prefix) else {
            return ANY;
        };
        let of = |inner| list_of(outer, inner);
        let first = of(inner.unwrap_or(0));
        if let Some((_, symbol)) = side[first].iter().find(|(known, _)| **known == *affix) {
            return *symbol;
        }
        // No word holds a star, so the pattern itself can be the word.
        let symbol = symbols.intern(&if is_prefix {
            format!("{affix}*")
        } else {
            format!("*{affix}")
        });
        if inner.is_some() {
            side[first].push((affix.into(), symbol));
            return symbol;
        }
        // An affix of one byte stands in the list of every pair that it can be part of.
        let lists: std::collections::BTreeSet<usize> = (0..=u8::MAX).map(of).collect();
        for list in lists {
            side[list].push((affix.into(), symbol));
        }
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
        symbols.dedup();
        symbols
    }

    /// The patterns that a folded word fits.
    pub(super) fn of(&self, word: &str, found: &mut Vec<Symbol>) {
        for (side, is_prefix) in [(&self.prefixes, true), (&self.suffixes, false)] {
            let Some((outer, inner)) = outer_bytes(word, is_prefix) else {
                return;
            };
            let Some(list) = side.get(list_of(outer, inner.unwrap_or(0))) else {
                continue;
            };
            for (affix, symbol) in list {
                if fits(word, affix, is_prefix) {
                    found.push(*symbol);
                }
            }
        }
    }
}

/// Whether a word begins or ends with an affix and has enough letters beyond it.
#[inline]
pub(super) fn fits(word: &str, affix: &str, is_prefix: bool) -> bool {
    if word.len() < affix.len() + super::forms::BEYOND {
        return false;
    }
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
            assert_eq!(symbols.get(word, hash(word), |of| symbols.key(of)), symbol);
            assert_eq!(symbols.intern(word), symbol);
        }
        assert_eq!(
            symbols.get("word2000", hash("word2000"), |of| symbols.key(of)),
            UNKNOWN
        );
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
