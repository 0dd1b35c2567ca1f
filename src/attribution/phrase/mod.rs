//! Noun phrases left and right of a cue (measures §3.5 C, §3.6), found from tags and marks.

mod apposition;
mod left;
mod lists;
mod relative;
mod right;

use crate::attribution::{Confidence, Scene, Tag};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// Farthest an apposition reaches, in tokens.
const APPOSITION: usize = 34;

/// Farthest that several insertions between a subject and its verb reach together, in tokens.
const INSERTIONS: usize = 120;

/// Longest noun phrase, in tokens.
const LONGEST: usize = 26;

/// A source as found, with how.
pub(crate) type Found = (Range<TokenIndex>, Confidence);

impl Scene<'_> {
    #[inline]
    pub(crate) fn kind(&self, at: TokenIndex) -> TokenKind {
        self.document.tokens[at].kind
    }

    #[inline]
    pub(crate) fn word(&self, at: TokenIndex) -> &str {
        self.document.folded(at)
    }

    #[inline]
    pub(crate) fn has(&self, at: TokenIndex, class: WordClass) -> bool {
        self.facts.has(self.document, at, class)
    }

    #[inline]
    pub(crate) fn quoted(&self, at: TokenIndex) -> bool {
        self.document.tokens[at].is_quoted()
    }

    #[inline]
    pub(crate) fn possessive(&self, at: TokenIndex) -> bool {
        self.facts.possessive(self.document, at)
    }

    /// The tag at `at` within `range`, or a mark outside it.
    #[inline]
    pub(crate) fn tag(&self, at: TokenIndex, range: &Range<TokenIndex>) -> Tag {
        if range.contains(&at) {
            self.tags[at]
        } else {
            Tag::Mark
        }
    }

    /// The noun phrase that ends just before `end`, not reaching before `low`: the subject of a verb at `end`.
    pub(crate) fn left_phrase(&self, low: TokenIndex, end: TokenIndex) -> Option<Found> {
        let mut last = end.checked_sub(1).filter(|&last| last >= low)?;
        // "Trump Tuesday said", "he also later said"
        while last > low && matches!(self.tags[last], Tag::Time | Tag::Adverb) {
            last -= 1;
        }
        // "a report published Wednesday said": the time belongs to the participle.
        if self.tags[last] == Tag::VerbEd {
            last = end - 1;
        }
        match self.kind(last) {
            TokenKind::Comma | TokenKind::Dash | TokenKind::Close => {
                let near = low.max(last.saturating_sub(INSERTIONS));
                self.fronted(low, last)
                    .or_else(|| self.before_apposition(near, last))
            }
            TokenKind::CloseQuote => self.quoted_name(low, last),
            // "Joseph Orr Jr. warned"
            TokenKind::Period if last > low && self.abbreviates(last) => self
                .plain_left(low, last + 1)
                .map(|range| (range, Confidence::Exact)),
            TokenKind::Word | TokenKind::Number | TokenKind::Other => {
                self.plain_left(low, last + 1).map(|range| {
                    let range = self.headline_list(low, range);
                    let confidence =
                        if matches!(self.tags[range.start], Tag::Pronoun | Tag::Relative)
                            && range.len() == 1
                        {
                            Confidence::Pronoun
                        } else {
                            Confidence::Exact
                        };
                    (range, confidence)
                })
            }
            _ => None,
        }
    }

    /// "Top diplomat, counterparts discuss": in a headline a comma stands for "and".
    fn headline_list(&self, low: TokenIndex, range: Range<TokenIndex>) -> Range<TokenIndex> {
        let headline = self.document.sentences[self.document.sentence_of(range.start)].number == 0;
        let listed = headline
            && range.start >= low + 2
            && self.kind(range.start - 1) == TokenKind::Comma
            && (low..range.start - 1).all(|at| {
                matches!(
                    self.tags[at],
                    Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Number
                )
            });
        if listed { low..range.end } else { range }
    }

    /// A name or paper set in quotation marks: "The “Today” show said".
    fn quoted_name(&self, low: TokenIndex, close: TokenIndex) -> Option<Found> {
        let quotation = self
            .document
            .quotations
            .iter()
            .find(|quotation| quotation.inner.end == close)?;
        if quotation.words > 5
            || quotation.outer.start < low
            || !self.document.tokens[quotation.inner.start].capital
        {
            return None;
        }
        let start = self
            .plain_left(low, quotation.outer.start)
            .map_or(quotation.outer.start, |range| range.start);
        Some((start..close + 1, Confidence::Exact))
    }
}
