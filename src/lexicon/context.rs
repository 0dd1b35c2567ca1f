//! The context lists of an entry, compiled, and the surroundings of a match that they are held against.

use super::entry::EntryText;
use super::facts::Facts;
use super::forms::{self, Piece};
use super::pack::List;
use super::symbols;
use crate::text::{Document, TokenKind};
use std::borrow::Cow;
use std::ops::Range;

/// How far `requires_near` and `not_near` look, in words.
const NEAR: usize = 6;

/// The compiled context lists of an entry.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) not_before: Phrases,
    pub(super) not_after: Phrases,
    pub(super) not_in: Phrases,
    pub(super) before: Phrases,
    pub(super) after: Phrases,
    pub(super) requires_near: Phrases,
    pub(super) not_near: Phrases,
}

impl Context {
    pub(super) fn new(text: &EntryText<'_>) -> Self {
        Self {
            not_before: Phrases::new(&text.not_before),
            not_after: Phrases::new(&text.not_after),
            not_in: Phrases::new(&text.not_in),
            before: Phrases::new(&text.before),
            after: Phrases::new(&text.after),
            requires_near: Phrases::new(&text.requires_near),
            not_near: Phrases::new(&text.not_near),
        }
    }
}

/// Words and phrases of a context list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Phrases {
    /// Single words by hash.
    words: Vec<(u32, Box<str>)>,
    /// Phrases and patterns.
    longer: Vec<Vec<Piece<'static>>>,
    /// A bit for each hash of a word with which something of the list begins: most words are ruled out by it alone.
    firsts: u64,
    /// The same for the last words.
    lasts: u64,
}

/// The bit of a hash.
fn bit(hash: u32) -> u64 {
    1 << (hash >> 26)
}

fn bit_of(piece: Option<&Piece<'_>>) -> u64 {
    match piece {
        Some(Piece::Word(word)) => bit(symbols::hash(word)),
        _ => u64::MAX,
    }
}

impl Phrases {
    pub(super) fn new(list: &List<'_>) -> Self {
        let mut compiled = Self::default();
        for item in list.iter() {
            let mut pieces = forms::pieces(item);
            compiled.firsts |= bit_of(pieces.first());
            compiled.lasts |= bit_of(pieces.last());
            match pieces.as_mut_slice() {
                [] => {}
                [Piece::Word(word)] => compiled
                    .words
                    .push((symbols::hash(word), word.as_ref().into())),
                _ => compiled
                    .longer
                    .push(pieces.into_iter().map(owned).collect()),
            }
        }
        compiled.words.sort_unstable();
        compiled
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.longer.is_empty()
    }

    fn has_word(&self, hash: u32, word: &str) -> bool {
        let from = self.words.partition_point(|(known, _)| *known < hash);
        self.words[from..]
            .iter()
            .take_while(|(known, _)| *known == hash)
            .any(|(_, known)| **known == *word)
    }

    /// The tokens from `first` on that the list names.
    pub(super) fn starting(&self, around: &Surroundings<'_>, first: usize) -> Option<Range<usize>> {
        if !around.may_be(self.firsts, first) {
            return None;
        }
        if around.single(self, first) {
            return Some(first..first + 1);
        }
        self.longer
            .iter()
            .find_map(|phrase| around.phrase_at(phrase, first))
            .map(|end| first..end)
    }

    /// The tokens up to and with `last` that the list names.
    fn ending(&self, around: &Surroundings<'_>, last: usize) -> Option<Range<usize>> {
        if !around.may_be(self.lasts, last) {
            return None;
        }
        if around.single(self, last) {
            return Some(last..last + 1);
        }
        self.longer.iter().find_map(|phrase| {
            let mut at = last;
            for (index, piece) in phrase.iter().rev().enumerate() {
                if index > 0 {
                    at = around.word_before(at)?;
                }
                if !around.fits(piece, at) {
                    return None;
                }
            }
            Some(at..last + 1)
        })
    }

    /// What the list names directly after `tokens`.
    pub(super) fn after(
        &self,
        around: &Surroundings<'_>,
        tokens: &Range<usize>,
    ) -> Option<Range<usize>> {
        if self.is_empty() {
            return None;
        }
        self.starting(around, around.word_from(tokens.end)?)
    }

    /// What the list names directly before `tokens`.
    pub(super) fn before(
        &self,
        around: &Surroundings<'_>,
        tokens: &Range<usize>,
    ) -> Option<Range<usize>> {
        if self.is_empty() {
            return None;
        }
        self.ending(around, around.word_before(tokens.start)?)
    }

    /// What the list names that covers `tokens`.
    pub(super) fn covering(
        &self,
        around: &Surroundings<'_>,
        tokens: &Range<usize>,
    ) -> Option<Range<usize>> {
        let longest = self.longer.iter().map(Vec::len).max().unwrap_or(1);
        if self.is_empty() {
            return None;
        }
        let mut first = tokens.start;
        for _ in 0..longest {
            // Several phrases may begin here; the first that covers the match decides.
            let covers = self.longer.iter().find_map(|phrase| {
                around
                    .phrase_at(phrase, first)
                    .filter(|end| *end >= tokens.end)
            });
            if let Some(end) = covers {
                return Some(first..end);
            }
            if first + 1 >= tokens.end && around.single(self, first) {
                return Some(first..first + 1);
            }
            first = around.word_before(first)?;
        }
        None
    }

    /// What the list names within six words of `tokens`, in the same sentence.
    pub(super) fn near(
        &self,
        around: &Surroundings<'_>,
        tokens: &Range<usize>,
    ) -> Option<Range<usize>> {
        if self.is_empty() {
            return None;
        }
        let words = |index: &usize| around.document.tokens[*index].is_word();
        let left = (around.sentence.start..tokens.start)
            .rev()
            .filter(words)
            .take(NEAR);
        let right = (tokens.end..around.sentence.end).filter(words).take(NEAR);
        for index in left.chain(right) {
            if let Some(found) = self.starting(around, index)
                && (found.end <= tokens.start || found.start >= tokens.end)
            {
                return Some(found);
            }
        }
        None
    }
}

fn owned(piece: Piece<'_>) -> Piece<'static> {
    let text = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    match piece {
        Piece::Word(word) => Piece::Word(text(word)),
        Piece::Prefix(prefix) => Piece::Prefix(text(prefix)),
        Piece::Suffix(suffix) => Piece::Suffix(text(suffix)),
        Piece::Any => Piece::Any,
        Piece::Capital => Piece::Capital,
        Piece::Number => Piece::Number,
    }
}

/// A sentence of a document, as context rules see it.
pub(super) struct Surroundings<'s> {
    pub(super) document: &'s Document<'s>,
    pub(super) facts: &'s Facts,
    pub(super) sentence: Range<usize>,
}

impl Surroundings<'_> {
    fn is_quote(&self, index: usize) -> bool {
        matches!(
            self.document.tokens[index].kind,
            TokenKind::OpenQuote | TokenKind::CloseQuote | TokenKind::Quote
        )
    }

    /// The word at `index`, or after the quotation marks that stand there; no other mark is passed over.
    pub(super) fn word_from(&self, mut index: usize) -> Option<usize> {
        while index < self.sentence.end {
            if self.document.tokens[index].is_word() {
                return Some(index);
            }
            if !self.is_quote(index) {
                return None;
            }
            index += 1;
        }
        None
    }

    /// The word before `index`, quotation marks passed over.
    pub(super) fn word_before(&self, mut index: usize) -> Option<usize> {
        while index > self.sentence.start {
            index -= 1;
            if self.document.tokens[index].is_word() {
                return Some(index);
            }
            if !self.is_quote(index) {
                return None;
            }
        }
        None
    }

    /// Whether the bits of a list allow for the word at `index`.
    fn may_be(&self, bits: u64, index: usize) -> bool {
        let word = self.facts.word(self.document, index);
        bits & bit(word.hash) != 0 || word.clitic
    }

    /// Whether a list names the word at `index` as such.
    fn single(&self, list: &Phrases, index: usize) -> bool {
        if !list.words.is_empty() {
            let word = self.document.folded(index);
            if list.has_word(self.facts.word(self.document, index).hash, word) {
                return true;
            }
            if self.facts.word(self.document, index).clitic
                && let Some(base) = word.strip_suffix("'s")
                && list.has_word(symbols::hash(base), base)
            {
                return true;
            }
        }
        list.longer
            .iter()
            .any(|phrase| phrase.len() == 1 && self.fits(&phrase[0], index))
    }

    /// One past the last token of a phrase that begins at `first`.
    fn phrase_at(&self, phrase: &[Piece<'_>], first: usize) -> Option<usize> {
        let mut at = first;
        for (index, piece) in phrase.iter().enumerate() {
            if index > 0 {
                at = self.word_from(at + 1)?;
            }
            if !self.fits(piece, at) {
                return None;
            }
        }
        Some(at + 1)
    }

    fn fits(&self, piece: &Piece<'_>, index: usize) -> bool {
        let word = self.document.folded(index);
        match piece {
            Piece::Word(known) => word == known || word.strip_suffix("'s") == Some(known),
            Piece::Any => true,
            Piece::Prefix(prefix) => symbols::fits(word, prefix, true),
            Piece::Suffix(suffix) => {
                symbols::fits(word.strip_suffix("'s").unwrap_or(word), suffix, false)
            }
            Piece::Capital => self.document.tokens[index].capital,
            Piece::Number => self.facts.word(self.document, index).number,
        }
    }
}
