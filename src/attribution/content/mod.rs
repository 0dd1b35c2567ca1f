//! Where an attribution's content begins and ends (measures §3.5 D).

mod ends;

use crate::attribution::{Scene, Tag};
use crate::lexicon::VerbForm;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far a content may run.
#[derive(Debug, Clone, Copy)]
pub(in crate::attribution) struct Limits {
    /// No content goes beyond this token, quotations excepted.
    pub(in crate::attribution) high: TokenIndex,
    /// A clause of saying runs on over most commas; a noun phrase or an infinitive seldom does.
    pub(in crate::attribution) clause: bool,
    /// The form of the cue, with which a later verb may coordinate.
    pub(in crate::attribution) lead: Option<Tag>,
    /// The cue stands in a clause that opened with a subordinator, so that the main clause is still to come.
    pub(in crate::attribution) dependent: bool,
}

impl Limits {
    pub(in crate::attribution) const fn new(high: TokenIndex, clause: bool) -> Self {
        Self {
            high,
            clause,
            lead: None,
            dependent: false,
        }
    }
}

impl Scene<'_> {
    /// The end of a content that begins at `start`.
    pub(in crate::attribution) fn content_end(
        &self,
        start: TokenIndex,
        limits: Limits,
    ) -> TokenIndex {
        let high = limits.high;
        let mut at = start;
        while at < high {
            if let Some(end) = self.quotation_end(at) {
                at = end.max(at + 1);
                // "…," adding that: the comma stands inside the marks.
                let comma = at
                    .checked_sub(2)
                    .is_some_and(|inner| self.kind(inner) == TokenKind::Comma);
                if comma && at < high && self.comma_ends(at - 1, limits) {
                    return at;
                }
                continue;
            }
            match self.kind(at) {
                TokenKind::Semicolon if at > start => return at,
                TokenKind::Colon
                    if !limits.clause && at > start && self.quotation_end(at + 1).is_none() =>
                {
                    return at;
                }
                TokenKind::Comma if self.comma_ends(at, limits) => return at,
                TokenKind::Dash
                    if self.document.tokens[at].space_before && self.dash_ends(at, limits) =>
                {
                    return at;
                }
                // A bracket at the end is the author's.
                TokenKind::Open
                    if !limits.clause
                        && (at..high)
                            .find(|&k| self.kind(k) == TokenKind::Close)
                            .is_some_and(|close| close + 1 >= high) =>
                {
                    return at;
                }
                _ => {}
            }
            if at > start && self.conjunction_ends(at, limits) {
                return at;
            }
            at += 1;
        }
        high
    }

    /// The end of the quotation that opens at `at`.
    pub(in crate::attribution) fn quotation_end(&self, at: TokenIndex) -> Option<TokenIndex> {
        if at >= self.tags.len() || self.kind(at) != TokenKind::OpenQuote {
            return None;
        }
        let quote = self.document.tokens[at].quote as usize;
        self.document
            .quotations
            .get(quote.wrapping_sub(1))
            .filter(|quotation| quotation.outer.start == at)
            .map(|quotation| quotation.outer.end)
    }

    /// "but offered no evidence", "without evidence": the author takes the word again.
    pub(in crate::attribution) fn is_rebuttal(&self, at: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 7;
        (at + 1..high.min(at + REACH)).any(|k| {
            matches!(
                self.word(k),
                "evidence" | "elaborate" | "details" | "proof" | "specifics" | "elaborating"
            )
        })
    }

    /// A subject and its finite verb, from `at`.
    pub(in crate::attribution) fn subject_then_verb(
        &self,
        at: TokenIndex,
        high: TokenIndex,
    ) -> bool {
        at < high && self.opens_clause(at, high)
    }

    /// "…, Orr said." – a subject, a verb of saying, and the end of the sentence or an adjunct.
    pub(in crate::attribution) fn is_tail(&self, from: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 24;
        let mut nominal = false;
        let mut at = from;
        while at < high && at - from < REACH {
            let inverts = self.cues.at(at).iter().any(|found| {
                let cue = self.lexicon.cue(found.cue);
                cue.inverts && !matches!(found.form, VerbForm::Ing)
            });
            if inverts && self.tags[at].is_verb() && (nominal || at == from) {
                let after = self.skip_adjuncts(at + 1, high);
                if after >= high || self.kind(after) == TokenKind::Comma {
                    return true;
                }
                return at == from
                    && self.right_phrase(after, high).is_some_and(|range| {
                        let end = self.with_apposition(range, high).end;
                        end >= high
                            || self.kind(end) == TokenKind::Comma
                            || self.skip_adjuncts(end, high) >= high
                    });
            }
            match self.tags[at] {
                Tag::Mark if self.kind(at) == TokenKind::Comma && nominal => {}
                Tag::Mark
                    if !matches!(
                        self.kind(at),
                        TokenKind::Other | TokenKind::Period | TokenKind::Quote
                    ) =>
                {
                    return false;
                }
                Tag::Be | Tag::Modal | Tag::VerbS => return false,
                tag if tag.is_nominal() => nominal = true,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Trims marks from both ends of a content, but keeps quotation marks that belong to it.
    pub(in crate::attribution) fn trim_content(
        &self,
        mut range: Range<TokenIndex>,
    ) -> Option<Range<TokenIndex>> {
        while !range.is_empty() && self.trims(range.start) {
            range.start += 1;
        }
        while !range.is_empty()
            && (self.trims(range.end - 1)
                || matches!(self.kind(range.end - 1), TokenKind::Period)
                    && !self.quoted(range.end - 1))
        {
            range.end -= 1;
        }
        (!range.is_empty()
            && self.document.tokens[range.clone()]
                .iter()
                .any(crate::text::Token::is_word))
        .then_some(range)
    }

    fn trims(&self, at: TokenIndex) -> bool {
        matches!(
            self.kind(at),
            TokenKind::Comma | TokenKind::Colon | TokenKind::Semicolon | TokenKind::Dash
        ) && !self.quoted(at)
    }

    /// Widens a content so that quotations it touches are whole, even over sentence ends.
    pub(in crate::attribution) fn whole_quotations(
        &self,
        mut range: Range<TokenIndex>,
    ) -> Range<TokenIndex> {
        for edge in [range.start, range.end.saturating_sub(1)] {
            let quote = self
                .document
                .tokens
                .get(edge)
                .map_or(0, |token| token.quote);
            if quote != 0
                && let Some(quotation) = self.document.quotations.get(quote as usize - 1)
            {
                range.start = range.start.min(quotation.outer.start);
                range.end = range.end.max(quotation.outer.end);
            }
        }
        range
    }
}
