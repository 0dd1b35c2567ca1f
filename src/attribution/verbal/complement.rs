//! What follows a cue: a clause, a quotation, a phrase (measures §3.5 D).

use super::{Complement, Site};
use crate::attribution::{Scene, Tag};
use crate::lexicon::{Cue, Level, Stance};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    pub(super) fn is_short_quotation(&self, open: TokenIndex) -> bool {
        const SHORT: u32 = 5;
        let quote = self.document.tokens[open].quote as usize;
        self.document
            .quotations
            .get(quote.wrapping_sub(1))
            .is_some_and(|quotation| quotation.words <= SHORT)
    }

    /// What stands right of the cue.
    pub(super) fn complement(&self, site: &Site<'_>, from: TokenIndex) -> Complement {
        let (cue, high) = (site.cue, site.high);
        let takes = cue.takes;
        if cue.addressee {
            let after = self.skip_addressee_before(from, high, &cue.topics);
            if after > from {
                match self.signal(cue, self.skip_adjuncts(after, high), high) {
                    Complement::None => {
                        let at = self.skip_adjuncts(after, high);
                        // "told reporters." ends the sentence; "urged a ceasefire" was no addressee.
                        if cue.level == Level::Report
                            && at >= high
                            && !takes.np
                            && !matches!(
                                cue.stance,
                                Stance::DirectiveMild | Stance::DirectiveStrong
                            )
                        {
                            return Complement::None;
                        }
                    }
                    // An addressee before an infinitive belongs to what is asked: "urged voters to stay".
                    Complement::Infinitive(_) if cue.level != Level::Report || takes.np => {
                        return Complement::Infinitive(from);
                    }
                    Complement::Phrase(_) if !takes.np || cue.level != Level::Report => {
                        return Complement::Phrase(from);
                    }
                    other => return other,
                }
            }
        }
        if takes.that
            && from < high
            && self.tags[from] == Tag::Preposition
            && let Some(that) = self.distant_that(from, high)
        {
            return Complement::Clause(that);
        }
        // "discussed with Orr the border": whom it was discussed with comes first.
        if cue.stance == Stance::NeutralTopic && from + 1 < high && self.word(from) == "with" {
            let after = self.skip_addressee(from + 1, high);
            if after > from + 1 && after < high && self.tags[after].is_nominal() {
                return Complement::Phrase(after);
            }
        }
        let direct = self.signal(cue, from, high);
        if direct != Complement::None {
            return direct;
        }
        let after = self.skip_adjuncts(from, high);
        let signal = if after > from {
            self.signal(cue, after, high)
        } else {
            Complement::None
        };
        match signal {
            Complement::None => self.distant(takes.that, takes.quote, after, high),
            signal => signal,
        }
    }

    pub(super) fn signal(&self, cue: &Cue, at: TokenIndex, high: TokenIndex) -> Complement {
        let takes = cue.takes;
        let bare = takes.that && !cue.overt_that;
        if at >= high {
            return Complement::None;
        }
        let inside = at..high;
        match self.kind(at) {
            TokenKind::OpenQuote if takes.quote || takes.that => return Complement::Quote(at),
            TokenKind::OpenQuote if takes.np => return Complement::Phrase(at),
            TokenKind::Colon if takes.quote || takes.that => {
                return Complement::Quote(at + 1);
            }
            TokenKind::Comma | TokenKind::Dash
                if at + 1 < high
                    && self.kind(at + 1) == TokenKind::OpenQuote
                    && (takes.quote || takes.that) =>
            {
                return Complement::Quote(at + 1);
            }
            TokenKind::Comma | TokenKind::Dash if takes.that => {
                return self
                    .insertion_then_that(at, high)
                    .map_or(Complement::None, Complement::Clause);
            }
            TokenKind::Word | TokenKind::Number | TokenKind::Other | TokenKind::Quote => {}
            _ => return Complement::None,
        }
        let is_topic = cue.topics.iter().any(|topic| topic == self.word(at));
        match self.tags[at] {
            Tag::That
                if takes.that
                    && takes.np
                    && self.tag(at + 1, &inside) == Tag::Noun
                    && !self.opens_clause(at + 1, high) =>
            {
                Complement::Phrase(at)
            }
            Tag::That
                if takes.that
                    && (!takes.np
                        || !matches!(
                            self.tag(at + 1, &inside),
                            Tag::VerbBase | Tag::VerbS | Tag::VerbEd | Tag::Have
                        )) =>
            {
                Complement::Clause(at)
            }
            Tag::That if takes.np && !self.tag(at + 1, &inside).is_finite() => {
                Complement::Phrase(at)
            }
            Tag::Interrogative if takes.wh || takes.that => Complement::Clause(at),
            Tag::Interrogative if takes.np => Complement::Phrase(at),
            Tag::To if takes.inf => Complement::Infinitive(at),
            Tag::To if is_topic => Complement::Phrase(at + 1),
            Tag::VerbIng if takes.ing => Complement::Ing(at),
            Tag::Preposition if is_topic && at + 1 < high => Complement::Phrase(at + 1),
            Tag::Preposition
                if bare && self.opens_clause(at, high) && !self.is_venue_phrase(at, high) =>
            {
                Complement::Clause(at)
            }
            Tag::Subordinator if bare && self.subordinate_then_clause(at, high) => {
                Complement::Clause(at)
            }
            Tag::Subordinator if is_topic => Complement::Phrase(at + 1),
            Tag::Pronoun if takes.np && at + 1 >= high => Complement::Phrase(at),
            Tag::Pronoun if bare => Complement::Clause(at),
            Tag::Adverb | Tag::Negation if bare && self.opens_clause(at, high) => {
                Complement::Clause(at)
            }
            Tag::Adverb if takes.np && self.tag(at + 1, &inside).is_nominal() => {
                Complement::Phrase(at)
            }
            Tag::VerbEd if takes.np && self.tag(at + 1, &inside).is_nominal() => {
                Complement::Phrase(at)
            }
            Tag::Relative if takes.wh && (cue.addressee || self.word(at) == "who") => {
                Complement::Clause(at)
            }
            Tag::Relative => Complement::None,
            tag if tag.is_nominal()
                || tag == Tag::VerbIng
                || matches!(self.kind(at), TokenKind::Other) =>
            {
                if bare && self.opens_clause(at, high) {
                    Complement::Clause(at)
                } else if takes.np && tag != Tag::Time && !self.is_barred_object(cue, at, high) {
                    Complement::Phrase(at)
                } else {
                    Complement::None
                }
            }
            _ => Complement::None,
        }
    }

    pub(super) fn distant(
        &self,
        that: bool,
        quote: bool,
        from: TokenIndex,
        high: TokenIndex,
    ) -> Complement {
        if that && let Some(at) = self.distant_that(from, high) {
            return Complement::Clause(at);
        }
        if quote && let Some(at) = self.distant_quote(from, high) {
            return Complement::Quote(at);
        }
        Complement::None
    }

    /// "had written a few years earlier, “…”": an adjunct, a comma or colon, and a quotation.
    pub(super) fn distant_quote(&self, from: TokenIndex, high: TokenIndex) -> Option<TokenIndex> {
        const REACH: usize = 14;
        let mark = (from..high.min(from + REACH))
            .take_while(|&at| !self.tags[at].is_finite() && self.kind(at) != TokenKind::OpenQuote)
            .find(|&at| matches!(self.kind(at), TokenKind::Comma | TokenKind::Colon))?;
        (mark > from && mark + 1 < high && self.kind(mark + 1) == TokenKind::OpenQuote)
            .then_some(mark + 1)
    }

    /// "declared in a heated argument with Orr that": a phrase stands between the cue and its clause.
    pub(super) fn distant_that(&self, from: TokenIndex, high: TokenIndex) -> Option<TokenIndex> {
        const REACH: usize = 16;
        if from >= high || self.tags[from] != Tag::Preposition && self.tags[from] != Tag::To {
            return None;
        }
        // "in Lorne, Pell, that": the second name says where the first lies.
        let places = |at: TokenIndex| {
            self.kind(at) == TokenKind::Comma
                && (self.tag(at + 1, &(from..high)) == Tag::Name
                    || self.tags[at - 1] == Tag::Name
                        && self.tag(at + 1, &(from..high)) == Tag::That)
        };
        (from..high.min(from + REACH))
            .take_while(|&at| {
                places(at)
                    || !matches!(
                        self.tags[at],
                        Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::VerbS
                    ) && !matches!(self.tags[at], Tag::Mark | Tag::Relative | Tag::Pronoun)
                        && !self.quoted(at)
            })
            .find(|&at| self.tags[at] == Tag::That && at > from + 1)
    }

    /// "said, however, that", "warned, in a rare rebuke, that".
    pub(super) fn insertion_then_that(
        &self,
        comma: TokenIndex,
        high: TokenIndex,
    ) -> Option<TokenIndex> {
        const REACH: usize = 14;
        (comma + 1..high.min(comma + REACH))
            .find(|&at| {
                self.kind(at) == self.kind(comma)
                    && (self.kind(at) == TokenKind::Comma
                        || at + 1 < high && self.tags[at + 1] == Tag::That)
            })
            .map(|mate| mate + 1)
            .filter(|&that| that < high && self.tags[that] == Tag::That)
    }

    /// "said if the bill passed he would": the clause opens with a condition.
    pub(super) fn subordinate_then_clause(&self, at: TokenIndex, high: TokenIndex) -> bool {
        matches!(
            self.word(at),
            "if" | "while" | "although" | "though" | "because" | "once" | "unless" | "since"
        ) && self.opens_clause(at + 1, high)
    }

    pub(super) fn is_barred_object(&self, cue: &Cue, at: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 4;
        !cue.not_objects.is_empty()
            && (at..high.min(at + REACH))
                .take_while(|&k| self.tags[k].is_nominal())
                .any(|k| cue.not_objects.iter().any(|object| object == self.word(k)))
    }

    pub(super) fn begins_with_number(&self, range: &Range<TokenIndex>) -> bool {
        const REACH: usize = 4;
        range
            .clone()
            .take(REACH)
            .any(|at| self.tags[at] == Tag::Number)
    }
}
