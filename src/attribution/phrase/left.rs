//! The noun phrase left of a verb.

use super::LONGEST;
use crate::attribution::{Scene, Tag};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    /// A noun phrase without commas (but with lists) that ends just before `end`.
    pub(crate) fn plain_left(&self, low: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
        let last = end.checked_sub(1).filter(|&last| last >= low)?;
        if matches!(self.tags[last], Tag::Pronoun) {
            return Some(self.with_coordinate(low, last, end));
        }
        if matches!(self.tags[last], Tag::Relative | Tag::That) {
            return Some(last..end);
        }
        let mut start = end;
        while start > low && end - start < LONGEST {
            let at = start - 1;
            let tag = self.tags[at];
            let kind = self.kind(at);
            match tag {
                Tag::Mark => match kind {
                    TokenKind::Other => {}
                    TokenKind::CloseQuote | TokenKind::OpenQuote if self.short_quote(at) => {}
                    TokenKind::Quote => {}
                    TokenKind::Period if at > low && self.abbreviates(at) => {}
                    TokenKind::Close | TokenKind::Open if self.bracket_inside(low, at, start) => {}
                    TokenKind::Comma if self.list_comma(low, at, end) => {}
                    _ => break,
                },
                Tag::Pronoun => break,
                Tag::ObjectPronoun if start < end => {}
                Tag::Coordinator if matches!(self.word(at), "and" | "or" | "&") => {
                    if !self.joins(low, at) {
                        break;
                    }
                }
                Tag::Coordinator
                | Tag::Subordinator
                | Tag::Interrogative
                | Tag::Modal
                | Tag::Do => break,
                Tag::Relative => {
                    // "people who know him say": the clause belongs to the noun before "who".
                    if self.has_finite(at + 1, end)
                        && at > low
                        && self.tags[at - 1].is_head()
                        && self.kind(at - 1) != TokenKind::Comma
                    {
                        start = at;
                        continue;
                    }
                    if self.has_finite(at + 1, end) {
                        break;
                    }
                    return if start == end {
                        Some(at..end)
                    } else {
                        self.trimmed(start, end, low)
                    };
                }
                Tag::That => {
                    if self.has_finite(at + 1, end)
                        && at > low
                        && self.tags[at - 1].is_head()
                        && !self.is_report_left(at)
                    {
                        start = at;
                        continue;
                    }
                    break;
                }
                Tag::Be | Tag::Have | Tag::VerbS | Tag::VerbBase
                    if !self.inside_relative(low, at) =>
                {
                    break;
                }
                Tag::VerbEd
                    if !self.inside_relative(low, at) && !self.reduced_relative(at, low, end) =>
                {
                    break;
                }
                Tag::VerbIng => {
                    if at > low && matches!(self.tags[at - 1], Tag::Be) {
                        break;
                    }
                    if at == low
                        || self.tags[at - 1] == Tag::Mark
                            && start < end
                            && !self.tags[at + 1].is_nominal()
                    {
                        break;
                    }
                }
                Tag::To | Tag::Adverb | Tag::Negation | Tag::Preposition => {}
                _ => {}
            }
            start = at;
        }
        self.trimmed(start, end, low)
    }

    /// Cuts from the left what cannot open a subject: prepositions with their phrase, adverbs, conjunctions.
    pub(super) fn trimmed(
        &self,
        mut start: TokenIndex,
        end: TokenIndex,
        _low: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        while start < end {
            match self.tags[start] {
                Tag::Mark
                    if !matches!(
                        self.kind(start),
                        TokenKind::OpenQuote | TokenKind::Open | TokenKind::Other
                    ) =>
                {
                    start += 1;
                }
                Tag::Mark
                    if self.kind(start) == TokenKind::Other
                        && !matches!(
                            self.document.token_text(start),
                            "#" | "@" | "$" | "£" | "€"
                        ) =>
                {
                    start += 1;
                }
                Tag::Mark if self.kind(start) == TokenKind::Open => start += 1,
                Tag::Adverb
                    if matches!(
                        self.word(start),
                        "even" | "only" | "nearly" | "almost" | "virtually" | "about" | "roughly"
                    ) && start + 1 < end =>
                {
                    break;
                }
                Tag::Adverb | Tag::Coordinator | Tag::Negation | Tag::To | Tag::That => start += 1,
                Tag::Time
                    if start + 1 < end
                        && matches!(
                            self.tags[start + 1],
                            Tag::Name | Tag::Determiner | Tag::Time | Tag::Adverb
                        ) =>
                {
                    start += 1;
                }
                Tag::Preposition
                    if matches!(self.word(start), "with" | "including")
                        && start + 1 < end
                        && self.after_prepositional(start, end).is_none() =>
                {
                    start += 1;
                }
                Tag::Preposition => match self.after_prepositional(start, end) {
                    Some(next) if next == start => break,
                    Some(next) => start = next,
                    None => return None,
                },
                _ => break,
            }
        }
        // A phrase ends in a head.
        let mut stop = end;
        while stop > start
            && (matches!(
                self.tags[stop - 1],
                Tag::Adverb | Tag::Preposition | Tag::Coordinator | Tag::To | Tag::Negation
            ))
        {
            stop -= 1;
        }
        let has_head = (start..stop).any(|at| {
            self.tags[at].is_head() || matches!(self.tags[at], Tag::Adjective | Tag::Determiner)
        });
        (start < stop && has_head).then_some(start..stop)
    }

    /// After "In Ardania Orr said" has been cut to begin at "In": where the subject begins.
    pub(super) fn after_prepositional(
        &self,
        start: TokenIndex,
        end: TokenIndex,
    ) -> Option<TokenIndex> {
        if matches!(
            self.word(start),
            "about" | "around" | "over" | "under" | "between" | "up"
        ) && start + 1 < end
            && (self.tags[start + 1] == Tag::Number
                || self.has(start + 1, WordClass::NumberWord)
                || self.tags[start + 1] == Tag::Determiner
                    && start + 2 < end
                    && self.word(start + 2) == "of")
        {
            return Some(start); // "about 40 people said", "about half of voters say"
        }
        let mut at = end - 1;
        while at > start + 1 {
            let (here, before) = (self.tags[at], self.tags[at - 1]);
            let opens = matches!(here, Tag::Determiner | Tag::Pronoun)
                || here == Tag::Name && before == Tag::Noun
                || here == Tag::Name && before == Tag::Time
                || here == Tag::Possessive;
            if opens && before.is_head() && !self.possessive(at - 1) {
                return Some(at);
            }
            at -= 1;
        }
        None
    }

    pub(super) fn with_coordinate(
        &self,
        low: TokenIndex,
        pronoun: TokenIndex,
        end: TokenIndex,
    ) -> Range<TokenIndex> {
        if pronoun >= low + 2
            && self.word(pronoun - 1) == "and"
            && self.tags[pronoun - 2] == Tag::Name
            && !self.has_finite(low, pronoun - 1)
        {
            let start = self
                .plain_left(low, pronoun - 1)
                .map_or(pronoun, |range| range.start);
            return start..end;
        }
        pronoun..end
    }

    pub(super) fn short_quote(&self, at: TokenIndex) -> bool {
        const SHORT: u32 = 4;
        let quote = self.document.tokens[at].quote;
        quote != 0
            && self
                .document
                .quotations
                .get(quote as usize - 1)
                .is_some_and(|quotation| quotation.words <= SHORT)
    }

    pub(super) fn abbreviates(&self, period: TokenIndex) -> bool {
        !self.document.tokens[period].space_before
            && self.document.tokens[period - 1].capital
            && self.document.tokens[period - 1].span().len() <= 5
    }

    pub(super) fn bracket_inside(
        &self,
        low: TokenIndex,
        at: TokenIndex,
        start: TokenIndex,
    ) -> bool {
        // "Sen. Jane Orr (R-Pell.) said": taken along when short.
        const SHORT: usize = 8;
        match self.kind(at) {
            TokenKind::Close => {
                (low.max(at.saturating_sub(SHORT))..at).any(|i| self.kind(i) == TokenKind::Open)
            }
            TokenKind::Open => (start..(start + SHORT).min(self.tags.len()))
                .any(|i| self.kind(i) == TokenKind::Close),
            _ => false,
        }
    }
}
