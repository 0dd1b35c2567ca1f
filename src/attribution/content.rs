//! Where an attribution's content begins and ends (measures §3.5 D).

use super::{Scene, Tag};
use crate::lexicon::{CueKind, Level, Stance, VerbForm};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far a content may run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// No content goes beyond this token, quotations excepted.
    pub(super) high: TokenIndex,
    /// A clause of saying runs on over most commas; a noun phrase or an infinitive seldom does.
    pub(super) clause: bool,
    /// The form of the cue, with which a later verb may coordinate.
    pub(super) lead: Option<Tag>,
    /// The cue stands in a clause that opened with a subordinator, so that the main clause is still to come.
    pub(super) dependent: bool,
}

impl Limits {
    pub(super) const fn new(high: TokenIndex, clause: bool) -> Self {
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
    pub(super) fn content_end(&self, start: TokenIndex, limits: Limits) -> TokenIndex {
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
    pub(super) fn quotation_end(&self, at: TokenIndex) -> Option<TokenIndex> {
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

    fn comma_ends(&self, comma: TokenIndex, limits: Limits) -> bool {
        let Limits { high, clause, .. } = limits;
        let next = comma + 1;
        if next >= high {
            return true;
        }
        if self.kind(next) == TokenKind::OpenQuote {
            return false;
        }
        let word = self.word(next);
        // Another cue in -ing form: ", saying that", ", adding".
        if self.tags[next] == Tag::VerbIng
            && self.cues.verb_form(self.lexicon, next) == Some(VerbForm::Ing)
            && (!clause || self.says(next))
        {
            return true;
        }
        if word == "according" || self.is_tail(next, high) {
            return true;
        }
        // "While Orr said the plan was dead, the council voted": the main clause begins.
        if limits.dependent
            && !matches!(
                self.tags[next],
                Tag::Coordinator | Tag::Relative | Tag::Subordinator
            )
            && self.opens_clause(next, high)
        {
            return true;
        }
        match word {
            "but" => {
                return !clause
                    || self.is_rebuttal(next, high)
                    || self.coordinates(next, limits)
                    || self.subject_then_verb(next + 1, high);
            }
            "while" | "though" | "although" | "even" | "despite" | "compared" | "whereas"
            | "yet" => return true,
            _ => {}
        }
        if clause {
            let relative_report = self.tags[next] == Tag::Relative
                && next + 2 < high
                && matches!(self.tags[next + 1], Tag::Pronoun | Tag::Name)
                && self.cues.verb_form(self.lexicon, next + 2).is_some();
            return word == "and"
                && (self.coordinates_cue(next, limits) || self.new_speaker(next + 1, limits))
                || relative_report;
        }
        match self.tags[next] {
            Tag::Relative => word == "which" || word == "who",
            Tag::Coordinator => {
                word == "and"
                    && (self.subject_then_verb(next + 1, high) || self.coordinates(next, limits))
            }
            Tag::Subordinator | Tag::Preposition
                if word == "rather" || word == "including" || word == "such" =>
            {
                false
            }
            Tag::Pronoun | Tag::Subordinator => true,
            Tag::Be | Tag::Have | Tag::Modal | Tag::VerbS => true,
            Tag::VerbEd if self.says(next) => true,
            Tag::VerbIng => word != "including",
            Tag::Name | Tag::Determiner | Tag::Noun => {
                self.opens_clause(next, high)
                    || self.tags[next] == Tag::Determiner && !self.list_continues(next, high)
            }
            Tag::Interrogative | Tag::Adverb => !matches!(
                word,
                "especially" | "particularly" | "not" | "if" | "then" | "rather"
            ),
            _ => false,
        }
    }

    /// ", and Orr said": another clause of saying in the form of this one.
    fn new_speaker(&self, from: TokenIndex, limits: Limits) -> bool {
        const REACH: usize = 7;
        let mut nominal = false;
        for at in from..limits.high.min(from + REACH) {
            match self.tags[at] {
                Tag::Pronoun => nominal = true,
                tag if tag.is_verb() => {
                    return nominal && limits.lead == Some(tag) && self.says(at);
                }
                tag if tag.is_nominal() => nominal = true,
                Tag::Adverb | Tag::Preposition => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether a cue of saying begins at a token.
    pub(super) fn says(&self, at: TokenIndex) -> bool {
        self.cues
            .of_kind(self.lexicon, at, CueKind::Verb)
            .any(|(_, cue)| {
                cue.level == Level::Report
                    || matches!(cue.stance, Stance::Accusing | Stance::EvaluativePositive)
                    || cue.lemma == "call"
            })
    }

    fn list_continues(&self, from: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 10;
        (from..high.min(from + REACH)).any(|at| matches!(self.word(at), "and" | "or"))
    }

    fn dash_ends(&self, dash: TokenIndex, limits: Limits) -> bool {
        // A pair of dashes encloses an insertion; a last dash in an author's sentence adds a comment.
        let high = limits.high;
        let next = dash + 1;
        if next >= high {
            return true;
        }
        if (dash + 1..high).any(|at| self.kind(at) == TokenKind::Dash) {
            return false;
        }
        if !limits.clause {
            return true;
        }
        self.is_tail(next, high)
            || matches!(self.word(next), "although" | "though" | "while" | "even")
            || self.tags[next] == Tag::Coordinator && self.subject_then_verb(next + 1, high)
    }

    fn conjunction_ends(&self, at: TokenIndex, limits: Limits) -> bool {
        let Limits { high, clause, .. } = limits;
        let after_comma = at > 0 && self.kind(at - 1) == TokenKind::Comma;
        match self.tags[at] {
            Tag::Coordinator if !after_comma => match self.word(at) {
                "and" => {
                    // "wrote that “…” and freed him": the quotation ends, and the subject acts again.
                    self.kind(at - 1) == TokenKind::CloseQuote && self.coordinates(at, limits) || !clause
                        && (self.coordinates_cue(at, limits)
                            || at + 1 < high
                                && matches!(self.tags[at + 1], Tag::VerbS | Tag::VerbEd)
                                && self.says(at + 1)
                                && limits.lead == Some(Tag::VerbIng))
                }
                "but" => {
                    self.is_rebuttal(at, high)
                        || self.coordinates(at, limits)
                        || !clause
                            && at + 1 < high
                            && (self.tags[at + 1].is_finite()
                                || self.subject_then_verb(at + 1, high))
                }
                _ => false,
            },
            Tag::Subordinator if !clause && !after_comma => {
                matches!(self.word(at), "after" | "when" | "while")
                    && at + 1 < high
                    && self.tags[at + 1].is_nominal()
                    && self.subject_then_verb(at + 1, high)
            }
            _ => false,
        }
    }

    /// Whether a conjunction joins another cue of the same form: "praised the plan and urged".
    fn coordinates_cue(&self, conjunction: TokenIndex, limits: Limits) -> bool {
        let at = self.after_adverbs(conjunction + 1, limits.high);
        at < limits.high
            && self.coordinates(conjunction, limits)
            && (self.cues.verb_form(self.lexicon, at).is_some()
                || matches!(self.tags[at], Tag::Have | Tag::Be))
    }

    /// Whether a conjunction joins a verb of the cue's own form, so that the subject acts again.
    fn coordinates(&self, conjunction: TokenIndex, limits: Limits) -> bool {
        let at = self.after_adverbs(conjunction + 1, limits.high);
        at < limits.high
            && limits
                .lead
                .is_some_and(|lead| self.tags[at] == lead && lead != Tag::VerbBase)
    }

    fn after_adverbs(&self, mut at: TokenIndex, high: TokenIndex) -> TokenIndex {
        while at < high && matches!(self.tags[at], Tag::Adverb | Tag::Negation) {
            at += 1;
        }
        at
    }

    /// "but offered no evidence", "without evidence": the author takes the word again.
    pub(super) fn is_rebuttal(&self, at: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 7;
        (at + 1..high.min(at + REACH)).any(|k| {
            matches!(
                self.word(k),
                "evidence" | "elaborate" | "details" | "proof" | "specifics" | "elaborating"
            )
        })
    }

    /// A subject and its finite verb, from `at`.
    pub(super) fn subject_then_verb(&self, at: TokenIndex, high: TokenIndex) -> bool {
        at < high && self.opens_clause(at, high)
    }

    /// "…, Orr said." – a subject, a verb of saying, and the end of the sentence or an adjunct.
    pub(super) fn is_tail(&self, from: TokenIndex, high: TokenIndex) -> bool {
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
    pub(super) fn trim_content(&self, mut range: Range<TokenIndex>) -> Option<Range<TokenIndex>> {
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
    pub(super) fn whole_quotations(&self, mut range: Range<TokenIndex>) -> Range<TokenIndex> {
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
