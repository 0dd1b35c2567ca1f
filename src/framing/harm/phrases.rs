//! Noun phrases beside a word of harm.

use super::{Place, Reader};
use crate::attribution::Tag;
use crate::lexicon::{Phrases, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// Longest phrase, in tokens.
const LONGEST: usize = 28;

impl Reader<'_> {
    /// The tag of a token. A month in lower case that is also a crowd is a noun: "a peaceful march".
    pub(super) fn tag(&self, at: TokenIndex) -> Tag {
        match self.scene.tags.get(at).copied() {
            Some(Tag::Time)
                if !self.scene.document.tokens[at].capital && self.is(&self.words.people, at) =>
            {
                Tag::Noun
            }
            tag => tag.unwrap_or(Tag::Mark),
        }
    }

    pub(super) fn is(&self, class: &Phrases<'_>, at: TokenIndex) -> bool {
        self.phrase_at(class, at).is_some()
    }

    pub(super) fn phrase_at(
        &self,
        class: &Phrases<'_>,
        at: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        if at >= self.scene.document.tokens.len() {
            return None;
        }
        class.at(self.scene.document, self.scene.facts, at)
    }

    /// Whether a phrase of the class ends just before `end`.
    pub(super) fn ends_with(&self, class: &Phrases<'_>, low: TokenIndex, end: TokenIndex) -> bool {
        const LONGEST_CLASS: usize = 4;
        (low.max(end.saturating_sub(LONGEST_CLASS))..end).any(|at| {
            self.phrase_at(class, at)
                .is_some_and(|found| found.end == end)
        })
    }

    /// One past the words before a figure that bound it: at least, some, up to.
    pub(super) fn beyond_bound(&self, at: TokenIndex) -> Option<TokenIndex> {
        self.words
            .bounds
            .iter()
            .find_map(|class| self.phrase_at(class, at))
            .map(|found| found.end)
            .filter(|&end| self.tag(end) == Tag::Number)
    }

    /// The noun phrase that begins at `start`, with what `of` brings and with what is listed beside it.
    pub(super) fn phrase(&self, start: TokenIndex, high: TokenIndex) -> Option<Range<TokenIndex>> {
        let mut whole = self.simple(start, high)?;
        let high = high.min(whole.start + LONGEST);
        let mut end = whole.end;
        // Commas count only where a last "and" closes the list.
        loop {
            let comma = end < high && self.scene.kind(end) == TokenKind::Comma;
            let next = end + usize::from(comma);
            let closes = next < high && self.joins(next);
            if !comma && !closes {
                break;
            }
            let Some(item) = self.simple(next + usize::from(closes), high) else {
                break;
            };
            if item.start > next + usize::from(closes) + 2
                || self.has_own_verb(item.end)
                || self.tag(item.start) == Tag::VerbEd
                || self.is_harm_noun(self.head_of(&item))
            {
                break;
            }
            end = item.end;
            if closes {
                whole.end = end;
                if !(end < high && self.joins(end)) {
                    break;
                }
            }
        }
        Some(whole)
    }

    fn joins(&self, at: TokenIndex) -> bool {
        self.tag(at) == Tag::Coordinator && !self.scene.has(at, WordClass::ClauseMark)
    }

    /// Whether a verb follows a noun phrase, so that it is a subject and no part of a list.
    fn has_own_verb(&self, end: TokenIndex) -> bool {
        let mut at = end;
        while matches!(self.tag(at), Tag::Adverb | Tag::Negation) {
            at += 1;
        }
        self.tag(at).is_finite()
    }

    /// A noun phrase without lists.
    pub(super) fn simple(&self, start: TokenIndex, high: TokenIndex) -> Option<Range<TokenIndex>> {
        let mut at = start;
        while at < high {
            if let Some(end) = self.beyond_bound(at) {
                at = end;
            } else if self.tag(at) == Tag::Adverb
                || matches!(self.scene.kind(at), TokenKind::OpenQuote | TokenKind::Quote)
            {
                at += 1;
            } else {
                break;
            }
        }
        let first = at;
        let mut head: Option<TokenIndex> = None;
        let mut end = first;
        while at < high && at - first < LONGEST {
            match self.tag(at) {
                Tag::Determiner if head.is_none() && self.tag(at + 1) == Tag::Relative => {
                    return Some(at..at + 1); // those who resisted
                }
                Tag::Determiner | Tag::Possessive if head.is_none() => {}
                // "clinic kills six": a form in -s before a figure or a determiner is a verb.
                Tag::Noun if head.is_some() && self.takes_object(at) => break,
                Tag::VerbS if head.is_none() && at > first && self.is(&self.words.place, at) => {
                    head = Some(at);
                    end = at + 1;
                }
                Tag::Adjective | Tag::Adverb if head.is_none() => {}
                Tag::VerbIng | Tag::VerbEd if head.is_none() && self.modifies(at) => {}
                Tag::Number
                    if head.is_none_or(|head| head + 1 == at && self.tag(head) == Tag::Number) =>
                {
                    head = Some(at);
                    end = at + 1;
                }
                Tag::Noun | Tag::Name | Tag::Indefinite
                    if head.is_none_or(|head| head + 1 == at) =>
                {
                    head = Some(at);
                    end = at + 1;
                }
                // After a figure, what is counted may have an adjective of its own: "six young men".
                Tag::Adjective if head.is_some_and(|head| self.tag(head) == Tag::Number) => {
                    head = None;
                }
                Tag::ObjectPronoun | Tag::Pronoun if head.is_none() => return Some(at..at + 1),
                Tag::Preposition
                    if head.is_some_and(|head| head + 1 == at) && self.is(&self.words.of, at) =>
                {
                    head = None;
                }
                Tag::Mark
                    if self.scene.kind(at) == TokenKind::Other
                        || matches!(self.scene.kind(at), TokenKind::Quote)
                        || head.is_none()
                            && matches!(
                                self.scene.kind(at),
                                TokenKind::OpenQuote | TokenKind::CloseQuote
                            ) =>
                {
                    if head.is_some_and(|head| head + 1 == at) {
                        head = Some(at);
                    }
                }
                _ => break,
            }
            at += 1;
        }
        // A word that looks like an adjective, and nothing follows that it could modify.
        if end == first
            && at == first + 1
            && self.tag(first) == Tag::Adjective
            && matches!(
                self.tag(at),
                Tag::Mark | Tag::Determiner | Tag::Time | Tag::Coordinator
            )
        {
            end = at;
        }
        (end > first).then_some(first..end)
    }

    fn takes_object(&self, at: TokenIndex) -> bool {
        self.scene.word(at).ends_with('s')
            && matches!(
                self.tag(at + 1),
                Tag::Number | Tag::Determiner | Tag::Possessive
            )
    }

    /// Whether a participle stands before the noun that it modifies.
    pub(super) fn modifies(&self, at: TokenIndex) -> bool {
        matches!(self.tag(at + 1), Tag::Noun | Tag::Name | Tag::Adjective)
            || self.tag(at + 1) == Tag::VerbS && self.is(&self.words.place, at + 1)
    }

    /// Whether a noun phrase begins at a token.
    pub(super) fn opens_phrase(&self, at: TokenIndex, high: TokenIndex) -> bool {
        let at = self.beyond_bound(at).unwrap_or(at);
        // "this year", "last week"
        if matches!(self.tag(at), Tag::Determiner | Tag::Adjective) && self.tag(at + 1) == Tag::Time
        {
            return false;
        }
        at < high
            && (matches!(
                self.tag(at),
                Tag::Determiner
                    | Tag::Possessive
                    | Tag::Number
                    | Tag::Noun
                    | Tag::Name
                    | Tag::ObjectPronoun
                    | Tag::Indefinite
                    | Tag::Adjective
            ) || self.tag(at) == Tag::Pronoun && self.scene.has(at, WordClass::ObjectPronoun)
                || self.tag(at) == Tag::VerbIng && self.modifies(at))
    }

    /// The noun phrase that ends before `end`: a subject.
    pub(super) fn left(
        &self,
        place: &Place<'_>,
        low: TokenIndex,
        end: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        let low = self.after_bound(low.max(place.low), end);
        let (found, _) = self.scene.left_phrase(low, end)?;
        (found.end > found.start).then_some(found)
    }

    /// Where a subject may begin at the earliest: after "at least" or "some", with no mark between that and the verb.
    fn after_bound(&self, low: TokenIndex, end: TokenIndex) -> TokenIndex {
        let mut at = end;
        while at > low && at + LONGEST > end {
            at -= 1;
            if self.tag(at) == Tag::Mark && self.scene.kind(at) != TokenKind::Other {
                break;
            }
            if let Some(beyond) = self.beyond_bound(at)
                && beyond < end
            {
                return beyond;
            }
        }
        low
    }

    /// The head of a phrase: its last word before a preposition.
    pub(super) fn head_of(&self, phrase: &Range<TokenIndex>) -> TokenIndex {
        let mut head = phrase.start;
        for at in phrase.clone() {
            match self.tag(at) {
                Tag::Noun
                | Tag::Name
                | Tag::Number
                | Tag::Indefinite
                | Tag::Pronoun
                | Tag::ObjectPronoun
                | Tag::Time => head = at,
                Tag::Preposition | Tag::Relative | Tag::To | Tag::VerbEd | Tag::Coordinator
                    if at > phrase.start && head >= phrase.start && self.tag(head).is_head() =>
                {
                    break;
                }
                Tag::Mark
                    if at > phrase.start
                        && matches!(self.scene.kind(at), TokenKind::Comma | TokenKind::Dash)
                        && self.tag(head).is_head() =>
                {
                    break;
                }
                _ => {}
            }
        }
        head
    }
}
