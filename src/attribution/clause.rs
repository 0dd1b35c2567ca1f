//! The verb group round a cue and the subject that it takes over from a clause before it.

use super::phrase::Found;
use super::{Confidence, Scene, Tag};
use crate::lexicon::{VerbForm, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// A verb with its auxiliaries.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// First token of the auxiliaries.
    pub(super) start: TokenIndex,
    /// `be` stands before a participle.
    pub(super) passive: bool,
    /// Follows `to` without a governing verb that shares its subject.
    pub(super) infinitive: bool,
    /// An infinitive that shares its subject with the verb before it: `wants to say`.
    pub(super) chained: bool,
    /// A present participle without `be`.
    pub(super) participle: bool,
    /// `not`, `never`, `declined to`.
    pub(super) negated: bool,
    /// `may`, `will`, `would`.
    pub(super) conditional: bool,
}

impl Scene<'_> {
    /// The group of the verb at `head`, not reaching before `low`.
    pub(super) fn group(&self, low: TokenIndex, head: TokenIndex, form: VerbForm) -> Group {
        let mut group = Group {
            start: head,
            passive: false,
            infinitive: false,
            chained: false,
            participle: false,
            negated: false,
            conditional: false,
        };
        let mut seen_be = false;
        let mut seen_have = false;
        let mut at = head;
        while at > low {
            let k = at - 1;
            match self.tags[k] {
                Tag::Adverb => {}
                Tag::Negation => group.negated = true,
                Tag::Be => seen_be = true,
                Tag::Have => seen_have = true,
                Tag::Do => group.negated |= self.word(k).ends_with("n't"),
                Tag::Modal => {
                    group.conditional |= matches!(
                        self.word(k),
                        "may"
                            | "might"
                            | "could"
                            | "would"
                            | "should"
                            | "will"
                            | "can"
                            | "must"
                            | "shall"
                    )
                }
                Tag::To => {
                    let Some(governor) = self.governor(low, k) else {
                        group.infinitive = true;
                        break;
                    };
                    at = governor;
                    group.chained = true;
                    group.negated |= matches!(
                        self.word(governor),
                        "declined" | "refused" | "failed" | "declines" | "refuses"
                    );
                    continue;
                }
                Tag::Pronoun if self.contracted(k) => {
                    seen_be |= self.word(k).ends_with("'s")
                        || self.word(k).ends_with("'re")
                        || self.word(k).ends_with("'m");
                    break;
                }
                // "was, he said": a comma within the group hides an insertion; stop there.
                _ => break,
            }
            at = k;
        }
        group.start = at;
        let past = matches!(
            form,
            VerbForm::Past | VerbForm::Participle | VerbForm::PastOrParticiple
        );
        group.passive = past && seen_be;
        group.participle = form == VerbForm::Ing && !seen_be;
        let _ = seen_have;
        group
    }

    fn contracted(&self, at: TokenIndex) -> bool {
        self.word(at).contains('\'')
    }

    /// The verb or adjective before `to` that shares its subject with the infinitive: "went on to say", "is likely to ask".
    fn governor(&self, low: TokenIndex, to: TokenIndex) -> Option<TokenIndex> {
        let k = to.checked_sub(1).filter(|&k| k >= low)?;
        match self.tags[k] {
            Tag::VerbEd | Tag::VerbS | Tag::VerbBase => Some(k),
            Tag::VerbIng if k > low && matches!(self.tags[k - 1], Tag::Be | Tag::Adverb) => Some(k),
            Tag::Be | Tag::Have => Some(k),
            Tag::Adjective
                if k > low && matches!(self.tags[k - 1], Tag::Be | Tag::Adverb | Tag::Negation) =>
            {
                Some(k)
            }
            Tag::Preposition | Tag::Adverb
                if k > low
                    && matches!(self.word(k), "on" | "forward" | "ahead" | "out")
                    && self.tags[k - 1].is_verb() =>
            {
                Some(k - 1)
            }
            _ => None,
        }
    }

    /// Where the clause that holds `at` begins: after the last mark or conjunction that opens one.
    pub(super) fn sentence_low(&self, sentence: usize) -> TokenIndex {
        let range = &self.document.sentences[sentence].tokens;
        let mut low = range.start;
        // Bullets and dashes at the start say nothing.
        while low < range.end && matches!(self.kind(low), TokenKind::Dash | TokenKind::Other) {
            low += 1;
        }
        low
    }

    /// The subject of the first main clause of a stretch.
    pub(super) fn first_subject(&self, low: TokenIndex, high: TokenIndex) -> Option<Found> {
        let mut at = low;
        let mut dependent = matches!(
            self.tags.get(low),
            Some(Tag::Subordinator | Tag::Interrogative)
        );
        while at < high {
            if self.quoted(at) {
                at += 1;
                continue;
            }
            let tag = self.tags[at];
            if dependent && self.kind(at) == TokenKind::Comma {
                dependent = false;
            } else if !dependent && tag.is_finite() && !(tag == Tag::VerbBase && at == low) {
                let start = self.group_start(low, at);
                if let Some((range, confidence)) = self.left_phrase(low, start)
                    && !(tag == Tag::VerbEd && self.is_reduced(at, low, high))
                {
                    return Some((
                        range,
                        if confidence == Confidence::Pronoun {
                            confidence
                        } else {
                            Confidence::Inherited
                        },
                    ));
                }
                if start == low {
                    return None;
                }
            }
            at += 1;
        }
        None
    }

    /// The subject of the finite verb nearest to the left of `end`: what a coordinated or participial verb takes over.
    pub(super) fn nearest_subject(&self, low: TokenIndex, end: TokenIndex) -> Option<Found> {
        self.nearest_subject_of(low, end, None)
    }

    /// The same, of a verb in a given form only.
    pub(super) fn nearest_subject_of(
        &self,
        low: TokenIndex,
        end: TokenIndex,
        form: Option<Tag>,
    ) -> Option<Found> {
        let mut at = end;
        while at > low {
            at -= 1;
            if self.quoted(at) {
                continue;
            }
            let tag = self.tags[at];
            if form.is_some_and(|form| tag.is_verb() && tag != form) {
                continue;
            }
            if tag.is_finite() && !(tag == Tag::VerbEd && self.is_reduced(at, low, end)) {
                let start = self.group_start(low, at);
                if start > low && self.tags[start - 1] == Tag::Coordinator {
                    at = start - 1;
                    continue;
                }
                if let Some((range, confidence)) = self.left_phrase(low, start) {
                    // A relative or a "that" is no subject to take over.
                    if range.len() == 1
                        && matches!(self.tags[range.start], Tag::Relative | Tag::That)
                        && range.start > low
                    {
                        at = range.start;
                        continue;
                    }
                    return Some((
                        range,
                        if confidence == Confidence::Pronoun {
                            confidence
                        } else {
                            Confidence::Inherited
                        },
                    ));
                }
                at = start;
            }
        }
        None
    }

    fn is_reduced(&self, at: TokenIndex, low: TokenIndex, high: TokenIndex) -> bool {
        at > low
            && matches!(self.tags[at - 1], Tag::Noun | Tag::Name)
            && at + 1 < high
            && self.word(at + 1) == "by"
    }

    fn group_start(&self, low: TokenIndex, head: TokenIndex) -> TokenIndex {
        let mut at = head;
        while at > low && self.tags[at - 1].is_auxiliary() {
            at -= 1;
        }
        at
    }

    /// Skips a person spoken to: "reporters", "The Pell Courier", "a crowd of supporters".
    pub(super) fn skip_addressee(&self, start: TokenIndex, high: TokenIndex) -> TokenIndex {
        self.skip_addressee_before(start, high, &[])
    }

    /// The same, where a preposition that brings the topic ends the person: "the court of his plans".
    pub(super) fn skip_addressee_before(&self, start: TokenIndex, high: TokenIndex, topics: &[String]) -> TokenIndex {
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
                    head = false
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
    pub(super) fn skip_adjuncts(&self, start: TokenIndex, high: TokenIndex) -> TokenIndex {
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
                Tag::Adjective | Tag::Adverb
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

    fn end_of_venue(&self, preposition: TokenIndex, high: TokenIndex) -> TokenIndex {
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

    /// Whether a stretch holds a clause: a nominal with a finite verb after it, before any mark.
    pub(super) fn opens_clause(&self, start: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 26;
        let mut nominal = false;
        // Verbs of relative clauses inside the subject, still to come.
        let mut described = 0_u32;
        let mut at = start;
        while at < high && at - start < REACH {
            let tag = self.tags[at];
            if self.kind(at) == TokenKind::OpenQuote {
                return nominal;
            }
            match tag {
                Tag::Mark => match self.kind(at) {
                    TokenKind::Comma
                    | TokenKind::Dash
                    | TokenKind::Open
                    | TokenKind::Close
                    | TokenKind::Period => {
                        if !nominal {
                            return false;
                        }
                        if self.kind(at) == TokenKind::Comma || self.kind(at) == TokenKind::Dash {
                            if at + 1 < high
                                && self.tags[at + 1].is_finite()
                                && self.kind(at) == TokenKind::Comma
                            {
                                return true;
                            }
                            // An apposition may stand between subject and verb.
                            let mate = (at + 1..high.min(at + 16))
                                .find(|&k| self.kind(k) == self.kind(at));
                            return mate.is_some_and(|mate| {
                                mate + 1 < high
                                    && (self.tags[mate + 1].is_finite()
                                        || self.tags[mate + 1] == Tag::Adverb)
                            });
                        }
                    }
                    TokenKind::Other | TokenKind::Quote | TokenKind::CloseQuote => {}
                    _ => return false,
                },
                Tag::Relative if nominal => described += 1,
                Tag::That if nominal && self.tag(at + 1, &(start..high)).is_finite() => described += 1,
                Tag::Subordinator | Tag::Interrogative if nominal => return false,
                Tag::To if nominal && (self.tag(at + 1, &(start..high)).is_nominal()) => {}
                Tag::To
                    if nominal
                        && self.tag(at + 1, &(start..high)).is_verb()
                        && matches!(self.tags[at - 1], Tag::Noun) =>
                {
                    at += 1
                }
                Tag::To | Tag::That if nominal => return false,
                Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::VerbS if described > 0 => {
                    // One verb group belongs to the relative clause.
                    described -= 1;
                    while at + 1 < high && (self.tags[at + 1].is_auxiliary() || self.tags[at + 1].is_verb() || self.tags[at + 1] == Tag::To) {
                        at += 1;
                    }
                }
                Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::VerbS => return nominal,
                Tag::VerbEd | Tag::VerbBase if described > 0 => {
                    described -= 1;
                    while at + 1 < high && (self.tags[at + 1].is_auxiliary() || self.tags[at + 1].is_verb() || self.tags[at + 1] == Tag::To) {
                        at += 1;
                    }
                }
                Tag::VerbEd | Tag::VerbBase => {
                    if nominal && !(tag == Tag::VerbEd && self.is_reduced(at, start, high)) {
                        return true;
                    }
                }
                Tag::Pronoun => {
                    nominal = true;
                    if self.contracted(at) {
                        return true;
                    }
                }
                tag if tag.is_nominal() => nominal = true,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// The tokens of a sentence without its final mark.
    pub(super) fn without_final(&self, range: &Range<TokenIndex>) -> TokenIndex {
        let mut end = range.end;
        while end > range.start
            && matches!(
                self.kind(end - 1),
                TokenKind::Period | TokenKind::Terminator | TokenKind::Ellipsis
            )
        {
            end -= 1;
        }
        end
    }
}
