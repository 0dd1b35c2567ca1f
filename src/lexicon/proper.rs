//! Whether capitals make a match part of a name (measures §2.4).

use super::class::WordClass;
use super::facts::Facts;
use crate::article::ZoneKind;
use crate::text::{Document, TokenKind, WordId};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::ops::Range;

/// The share of longer words from which on a heading's capitals mean nothing.
const TITLE_CASE: (usize, usize) = (3, 5);
/// The same for a sentence of the body: a headline that was pasted there. Names alone must not reach it.
const HEADLINE: (usize, usize) = (9, 10);
/// How many longer words such a sentence has at least.
const HEADLINE_WORDS: usize = 5;
/// How many commas it has at most.
const HEADLINE_COMMAS: usize = 2;

/// What capitals say in one document.
pub(super) struct Capitals<'c> {
    document: &'c Document<'c>,
    facts: &'c Facts,
    /// For each block, whether it is a heading in title case.
    title_case: Vec<bool>,
    /// Pairs of capitalised words that stand side by side where no sentence opens; made when first needed.
    pairs: OnceCell<FxHashSet<(WordId, WordId)>>,
}

impl<'c> Capitals<'c> {
    pub(super) fn new(document: &'c Document<'c>, facts: &'c Facts) -> Self {
        let title_case = document
            .blocks
            .iter()
            .map(|block| {
                block.zone.kind != ZoneKind::Body && in_title_case(document, &block.tokens)
            })
            .collect();
        Self {
            document,
            facts,
            title_case,
            pairs: OnceCell::new(),
        }
    }

    /// Whether capitals in a sentence say nothing, because it is a heading in title case.
    pub(super) fn mean_nothing(&self, sentence: usize) -> bool {
        let sentence = &self.document.sentences[sentence];
        let headline = |(capitals, words)| {
            words >= HEADLINE_WORDS && capitals * HEADLINE.1 >= words * HEADLINE.0
        };
        // A list of names has more commas.
        let commas = || {
            self.document.tokens[sentence.tokens.clone()]
                .iter()
                .filter(|token| token.kind == TokenKind::Comma)
                .count()
        };
        self.title_case[sentence.block]
            || (share_of_capitals(self.document, &sentence.tokens).is_some_and(headline)
                && commas() <= HEADLINE_COMMAS)
    }

    /// Whether a word opens its sentence, a quotation or what follows a colon, so that its capital says nothing.
    pub(super) fn opens(&self, index: usize, sentence: usize) -> bool {
        let first = self.document.sentences[sentence].tokens.start;
        for before in (first..index).rev() {
            let token = &self.document.tokens[before];
            if matches!(token.kind, TokenKind::OpenQuote | TokenKind::Colon) {
                return true;
            }
            if token.is_word() {
                return false;
            }
        }
        true
    }

    /// The capitalised words around a match that make it part of a name.
    pub(super) fn name_around(
        &self,
        tokens: &Range<usize>,
        sentence: usize,
    ) -> Option<Range<usize>> {
        let mut words = tokens
            .clone()
            .filter(|&index| self.document.tokens[index].is_word() && !self.is_link(index));
        let all = words.all(|index| self.document.tokens[index].capital);
        if !all || !self.document.tokens[tokens.start].capital {
            return None;
        }
        let (first, last) = (tokens.start, tokens.end - 1);
        let before = self.capital_beside(first, sentence, true);
        let after = self.capital_beside(last, sentence, false);
        if self.mean_nothing(sentence) {
            let from = before.unwrap_or(first);
            let to = after.unwrap_or(last);
            return (from..to)
                .any(|index| self.is_pair(index, index + 1))
                .then_some(from..to + 1);
        }
        if self.document.tokens[first].all_caps {
            return None;
        }
        let several = last > first;
        let opens = self.opens(first, sentence);
        let before = before.filter(|&index| !self.opens(index, sentence) || !self.is_opener(index));
        // A capitalised phrase by itself ("the Deep State") is the term, not a name around it.
        let named = if opens && !several {
            after.is_some_and(|after| self.is_pair(last, after))
        } else {
            before.is_some() || after.is_some()
        };
        named.then(|| before.unwrap_or(first)..after.unwrap_or(last) + 1)
    }

    fn is_link(&self, index: usize) -> bool {
        self.facts.any(
            self.document,
            index,
            &[
                WordClass::Preposition,
                WordClass::Determiner,
                WordClass::Coordinator,
            ],
        )
    }

    fn is_opener(&self, index: usize) -> bool {
        let openers = [
            WordClass::CommonOpener,
            WordClass::Determiner,
            WordClass::PossessiveDeterminer,
            WordClass::Preposition,
            WordClass::Subordinator,
        ];
        self.facts.any(self.document, index, &openers) || self.facts.adverb(self.document, index)
    }

    /// The capitalised word directly beside `index`, in the same sentence and not across a possessive.
    fn capital_beside(&self, index: usize, sentence: usize, left: bool) -> Option<usize> {
        let range = &self.document.sentences[sentence].tokens;
        let beside = if left {
            index.checked_sub(1)?
        } else {
            index + 1
        };
        if !range.contains(&beside) {
            return None;
        }
        let token = &self.document.tokens[beside];
        let owner = if left { beside } else { index };
        (token.kind == TokenKind::Word
            && token.capital
            && !self.facts.possessive(self.document, owner))
        .then_some(beside)
    }

    fn is_pair(&self, first: usize, second: usize) -> bool {
        let tokens = &self.document.tokens;
        self.pairs
            .get_or_init(|| self.find_pairs())
            .contains(&(tokens[first].word, tokens[second].word))
    }

    fn find_pairs(&self) -> FxHashSet<(WordId, WordId)> {
        let mut pairs = FxHashSet::default();
        for (index, sentence) in self.document.sentences.iter().enumerate() {
            if self.document.blocks[sentence.block].zone.kind != ZoneKind::Body
                || self.mean_nothing(index)
            {
                continue;
            }
            for (at, pair) in self.document.tokens[sentence.tokens.clone()]
                .windows(2)
                .enumerate()
            {
                let capitals = pair
                    .iter()
                    .all(|token| token.capital && token.kind == TokenKind::Word);
                if capitals && !self.opens(sentence.tokens.start + at, index) {
                    pairs.insert((pair[0].word, pair[1].word));
                }
            }
        }
        pairs
    }
}

fn in_title_case(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    share_of_capitals(document, tokens)
        .is_some_and(|(capitals, words)| capitals * TITLE_CASE.1 >= words * TITLE_CASE.0)
}

/// How many of the longer words are capitalised, and how many there are.
fn share_of_capitals(document: &Document<'_>, tokens: &Range<usize>) -> Option<(usize, usize)> {
    let long = |index: &usize| {
        document.tokens[*index].kind == TokenKind::Word && document.tokens[*index].span().len() >= 4
    };
    let words = tokens.clone().filter(long).count();
    let capitals = tokens
        .clone()
        .filter(long)
        .filter(|&index| document.tokens[index].capital)
        .count();
    (words > 0).then_some((capitals, words))
}
