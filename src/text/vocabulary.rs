//! The distinct spellings of one document, each looked up by its key and folded once.

use super::fold::fold_word;
use super::key::WordKey;

/// A distinct spelling in one document's [`Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

/// The distinct spellings of one document. Each is folded once; later stages keep what they know of a word in tables by [`WordId`].
#[derive(Debug, Default)]
pub struct Vocabulary<'a> {
    /// A hash table: hash, and a spelling with its case; the spelling is 0 where the slot is free.
    slots: Vec<(u32, Slot)>,
    keys: Vec<WordKey>,
    words: Vec<Spelling<'a>>,
    /// The folded forms that are not spelt like the word itself, one after the other.
    folded: String,
}

/// A spelling, counted from 1, and its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Slot(u32);

const CAPITAL: u32 = 1 << 31;
const ALL_CAPS: u32 = 1 << 30;
const NUMBER: u32 = ALL_CAPS - 1;

impl Slot {
    #[inline]
    pub(super) const fn word(self) -> WordId {
        WordId((self.0 & NUMBER) - 1)
    }

    /// Whether its first letter is a capital.
    #[inline]
    pub(super) const fn capital(self) -> bool {
        self.0 & CAPITAL != 0
    }

    /// Whether it has two letters or more and all are capitals.
    #[inline]
    pub(super) const fn all_caps(self) -> bool {
        self.0 & ALL_CAPS != 0
    }
}

#[derive(Debug)]
struct Spelling<'a> {
    text: &'a str,
    /// The place of the folded form among those that are spelt differently; empty where it is the spelling itself.
    own: (u32, u32),
    /// The hash of the folded form.
    hash: u32,
    hyphen: bool,
}

impl<'a> Vocabulary<'a> {
    /// For a text of so many bytes.
    pub(super) fn for_text(bytes: usize) -> Self {
        let words = (bytes / 10).clamp(16, 1 << 16);
        Self {
            slots: vec![(0, Slot::default()); (words * 2).next_power_of_two()],
            keys: Vec::with_capacity(words),
            words: Vec::with_capacity(words),
            folded: String::with_capacity(bytes / 8),
        }
    }

    /// The spelling of a word, made if need be.
    #[inline]
    pub(super) fn intern(&mut self, word: &'a str) -> Slot {
        let key = WordKey::of(word);
        let hash = key.hash();
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(&(known, slot)) = self.slots.get(at) {
            if slot.0 == 0 {
                break;
            }
            if known == hash
                && self.keys[slot.word().0 as usize] == key
                && (key.is_whole() || self.words[slot.word().0 as usize].text == word)
            {
                return slot;
            }
            at = (at + 1) & mask;
        }
        self.add(word, key, hash)
    }

    #[inline(never)]
    fn add(&mut self, word: &'a str, key: WordKey, hash: u32) -> Slot {
        if (self.words.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let number = self.words.len() as u32 + 1;
        let (case, own) = if word.is_ascii() {
            self.fold_ascii(word)
        } else {
            let folded = fold_word(word);
            let own = if *folded == *word {
                (0, 0)
            } else {
                let start = self.folded.len();
                self.folded.push_str(&folded);
                (start as u32, self.folded.len() as u32)
            };
            (case_of(word), own)
        };
        self.keys.push(key);
        self.words.push(Spelling {
            text: word,
            own,
            hash,
            hyphen: word.bytes().any(|byte| byte == b'-'),
        });
        if own != (0, 0) {
            let id = self.words.len() - 1;
            self.words[id].hash = WordKey::of(self.folded(WordId(id as u32))).hash();
        }
        let slot = Slot(number | case);
        self.put(hash, slot);
        slot
    }

    fn fold_ascii(&mut self, word: &str) -> (u32, (u32, u32)) {
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return (0, (0, 0));
        }
        let (mut letters, mut capitals, mut first) = (0_u32, 0_u32, None);
        for byte in word.bytes().filter(u8::is_ascii_alphanumeric) {
            first.get_or_insert(byte);
            letters += u32::from(byte.is_ascii_alphabetic());
            capitals += u32::from(byte.is_ascii_uppercase());
        }
        let start = self.folded.len();
        self.folded.push_str(word);
        self.folded[start..].make_ascii_lowercase();
        let capital = first.is_some_and(|byte| byte.is_ascii_uppercase());
        let case = case(capital, letters >= 2 && capitals == letters);
        (case, (start as u32, self.folded.len() as u32))
    }

    fn put(&mut self, hash: u32, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1.0 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = (hash, slot);
    }

    fn grow(&mut self) {
        let larger = vec![(0, Slot::default()); (self.slots.len() * 2).max(32)];
        for (hash, slot) in std::mem::replace(&mut self.slots, larger) {
            if slot.0 != 0 {
                self.put(hash, slot);
            }
        }
    }

    /// The folded form of a spelling.
    #[inline]
    pub fn folded(&self, id: WordId) -> &str {
        let word = &self.words[id.0 as usize];
        if word.own.1 == 0 {
            return word.text;
        }
        &self.folded[word.own.0 as usize..word.own.1 as usize]
    }

    /// The hash of the folded form, as [`WordKey::hash`] gives it.
    #[inline]
    pub(crate) fn hash(&self, id: WordId) -> u32 {
        self.words[id.0 as usize].hash
    }

    /// Whether a hyphen stands in the word.
    #[inline]
    pub(super) fn has_hyphen(&self, id: WordId) -> bool {
        self.words[id.0 as usize].hyphen
    }

    /// How many distinct spellings there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All folded spellings, in order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.words.len() as u32).map(|id| self.folded(WordId(id)))
    }
}

const fn case(capital: bool, all_caps: bool) -> u32 {
    (if capital { CAPITAL } else { 0 }) | (if all_caps { ALL_CAPS } else { 0 })
}

fn case_of(word: &str) -> u32 {
    let first = word.chars().find(|c| c.is_alphanumeric());
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    case(
        first.is_some_and(char::is_uppercase),
        letters.clone().count() >= 2 && letters.all(char::is_uppercase),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_spelling_has_one_number_and_its_fold(words in prop::collection::vec("[a-cA-C0-1'’é.-]{1,4}|\\PC{1,20}", 0..80)) {
            let mut vocabulary = Vocabulary::default();
            let slots: Vec<Slot> = words.iter().map(|word| vocabulary.intern(word)).collect();
            for (word, slot) in words.iter().zip(&slots) {
                prop_assert_eq!(vocabulary.intern(word), *slot);
                prop_assert_eq!(vocabulary.folded(slot.word()), &*fold_word(word));
                prop_assert_eq!(vocabulary.hash(slot.word()), WordKey::of(&fold_word(word)).hash());
                prop_assert_eq!(slot.0 & !NUMBER, case_of(word));
                prop_assert_eq!(vocabulary.has_hyphen(slot.word()), word.contains('-'));
            }
            let distinct: std::collections::BTreeSet<&String> = words.iter().collect();
            prop_assert_eq!(vocabulary.len(), distinct.len());
        }
    }
}
