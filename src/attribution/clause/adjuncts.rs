//! What stands between a cue and its content: hearers, times, venues.

use crate::attribution::{Scene, Tag};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};

impl Scene<'_> {
    /// Skips a person spoken to: "reporters", "The Pell Courier", "a crowd of supporters".
    pub(in crate::attribution) fn skip_addressee(
        &self,
        start: TokenIndex,
        high: TokenIndex,
    ) -> TokenIndex {
        self.skip_addressee_before(start, high, &[])
    }

    /// The same, where a preposition that brings the topic ends the person: "the court of his plans".
    pub(in crate::attribution) fn skip_addressee_before(
        &self,
        start: TokenIndex,
        high: TokenIndex,
        topics: &[String],
    ) -> TokenIndex {
        let mut at = start;
        if at < high && self.tags[at] == Tag::ObjectPronoun {
            return at + 1;
        }
        if at + 1 < high && self.tags[at] == Tag::Pronoun && matches!(self.word(at), "you" | "it") {
            return at + 1;
        }
        let mut head = false;
        while at < high {
            match self.tags[at] {
                Tag::Determiner | Tag::Possessive if head => break,
                Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number => {}
                Tag::Indefinite if !head => head = true,
                Tag::Noun
                    if head
                        && self.tags[at - 1] == Tag::Name
                        && !self.possessive(at - 1)
                        && !self.has(at, WordClass::Addressee)
                        && self.tag(at + 1, &(start..high)).is_finite() =>
                {
                    break;
                }
                Tag::Noun | Tag::Name => head = true,
                Tag::Preposition
                    if head
                        && matches!(self.word(at), "of" | "at" | "from" | "in" | "on")
                        && !topics.iter().any(|topic| topic == self.word(at))
                        && at + 1 < high
                        && !matches!(self.tags[at + 1], Tag::Pronoun | Tag::Time) =>
                {
                    head = false;
                }
                Tag::Coordinator
                    if head
                        && at + 1 < high
                        && matches!(self.tags[at + 1], Tag::Name | Tag::Noun) =>
                {
                    head = false;
                }
                Tag::Mark if self.kind(at) == TokenKind::Other => {}
                Tag::Mark
                    if head && self.possessive(at - 1) && self.kind(at) == TokenKind::OpenQuote =>
                {
                    // told CNN's “The Lead” that
                    let quote = self.document.tokens[at].quote;
                    match self
                        .document
                        .quotations
                        .get((quote as usize).wrapping_sub(1))
                    {
                        Some(quotation) if quotation.words <= 5 => {
                            at = quotation.outer.end;
                            continue;
                        }
                        _ => break,
                    }
                }
                _ => break,
            }
            at += 1;
        }
        if head { at } else { start }
    }

    /// Skips times, adverbs and venues between a cue and its content: "said on Monday in an interview that".
    pub(in crate::attribution) fn skip_adjuncts(
        &self,
        start: TokenIndex,
        high: TokenIndex,
    ) -> TokenIndex {
        let mut at = start;
        loop {
            if at >= high {
                return at;
            }
            let next = match self.tags[at] {
                Tag::Adverb => at + 1,
                Tag::Time => at + 1,
                Tag::Number if at > start && self.tags[at - 1] == Tag::Time => at + 1,
                Tag::Determiner
                    if self.tag(at + 1, &(start..high)) == Tag::Time
                        && matches!(self.word(at), "this" | "last" | "next" | "that" | "the") =>
                {
                    at + 2
                }
                Tag::Adjective
                    if matches!(
                        self.word(at),
                        "last" | "next" | "earlier" | "late" | "early"
                    ) && self.tag(at + 1, &(start..high)) == Tag::Time =>
                {
                    at + 2
                }
                Tag::Preposition | Tag::To | Tag::Subordinator
                    if self.is_venue_phrase(at, high) =>
                {
                    self.end_of_venue(at, high)
                }
                Tag::Mark
                    if self.kind(at) == TokenKind::Comma
                        && at > start
                        && at + 1 < high
                        && self.kind(at + 1) == TokenKind::OpenQuote =>
                {
                    at + 1
                }
                Tag::Adjective
                    if matches!(self.word(at), "late" | "early" | "earlier")
                        && self.tag(at + 2, &(start..high)) == Tag::Time =>
                {
                    at + 3
                }
                _ => return at,
            };
            if next == at {
                return at;
            }
            at = next;
        }
    }

    pub(super) fn end_of_venue(&self, preposition: TokenIndex, high: TokenIndex) -> TokenIndex {
        const REACH: usize = 14;
        let mut at = preposition + 1;
        let mut head = false;
        while at < high && at - preposition < REACH {
            match self.tags[at] {
                Tag::Determiner | Tag::Possessive if head => break,
                Tag::Pronoun if head => break,
                Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Adverb => {}
                Tag::Noun | Tag::Name | Tag::Time | Tag::Indefinite => head = true,
                Tag::Preposition | Tag::To if head => head = false,
                Tag::Coordinator
                    if head
                        && at + 1 < high
                        && matches!(self.tags[at + 1], Tag::Name | Tag::Noun) => {}
                Tag::Mark if self.kind(at) == TokenKind::Other => {}
                Tag::ObjectPronoun => head = true,
                _ => break,
            }
            at += 1;
        }
        if head { at } else { preposition }
    }
}
