//! The marks and conjunctions that end a content.

use crate::attribution::content::Limits;
use crate::attribution::{Scene, Tag};
use crate::lexicon::{CueKind, Level, Stance, VerbForm};
use crate::text::{TokenIndex, TokenKind};

impl Scene<'_> {
    pub(super) fn comma_ends(&self, comma: TokenIndex, limits: Limits) -> bool {
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
    pub(super) fn new_speaker(&self, from: TokenIndex, limits: Limits) -> bool {
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
    pub(in crate::attribution) fn says(&self, at: TokenIndex) -> bool {
        self.cues
            .of_kind(self.lexicon, at, CueKind::Verb)
            .any(|(_, cue)| {
                cue.level == Level::Report
                    || matches!(cue.stance, Stance::Accusing | Stance::EvaluativePositive)
                    || cue.lemma == "call"
            })
    }

    pub(super) fn list_continues(&self, from: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 10;
        (from..high.min(from + REACH)).any(|at| matches!(self.word(at), "and" | "or"))
    }

    pub(super) fn dash_ends(&self, dash: TokenIndex, limits: Limits) -> bool {
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

    pub(super) fn conjunction_ends(&self, at: TokenIndex, limits: Limits) -> bool {
        let Limits { high, clause, .. } = limits;
        let after_comma = at > 0 && self.kind(at - 1) == TokenKind::Comma;
        match self.tags[at] {
            Tag::Coordinator if !after_comma => match self.word(at) {
                "and" => {
                    // "wrote that “…” and freed him": the quotation ends, and the subject acts again.
                    self.kind(at - 1) == TokenKind::CloseQuote && self.coordinates(at, limits)
                        || !clause
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
    pub(super) fn coordinates_cue(&self, conjunction: TokenIndex, limits: Limits) -> bool {
        let at = self.after_adverbs(conjunction + 1, limits.high);
        at < limits.high
            && self.coordinates(conjunction, limits)
            && (self.cues.verb_form(self.lexicon, at).is_some()
                || matches!(self.tags[at], Tag::Have | Tag::Be))
    }

    /// Whether a conjunction joins a verb of the cue's own form, so that the subject acts again.
    pub(super) fn coordinates(&self, conjunction: TokenIndex, limits: Limits) -> bool {
        let at = self.after_adverbs(conjunction + 1, limits.high);
        at < limits.high
            && limits
                .lead
                .is_some_and(|lead| self.tags[at] == lead && lead != Tag::VerbBase)
    }

    pub(super) fn after_adverbs(&self, mut at: TokenIndex, high: TokenIndex) -> TokenIndex {
        while at < high && matches!(self.tags[at], Tag::Adverb | Tag::Negation) {
            at += 1;
        }
        at
    }
}
