//! Whether a harm is told as having happened.

use super::{Place, Reader, Reality};
use crate::attribution::Tag;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far a condition reaches, in tokens.
const REACH: usize = 14;

impl Reader<'_> {
    /// Of a verb whose auxiliaries begin at `start`.
    pub(super) fn verb_reality(
        &self,
        place: &Place<'_>,
        start: TokenIndex,
        head: TokenIndex,
        negated: bool,
        subject: Option<&Range<TokenIndex>>,
    ) -> Reality {
        let none = |phrase: &Range<TokenIndex>| self.is(&self.words.denied, phrase.start);
        if negated
            || self.denied_clause(place, start)
            || subject.is_some_and(none)
            || self.ends_with(&self.words.refrain, place.low, head)
        {
            return Reality::Negated;
        }
        for at in start..head {
            match self.tag(at) {
                Tag::Modal if self.is(&self.words.future, at) => return Reality::Future,
                Tag::Modal => return Reality::Hypothetical,
                Tag::Pronoun if self.is(&self.words.future, at) => return Reality::Future,
                _ => {}
            }
        }
        if self.unreal_infinitive(place, head) || self.conditional(place, head) {
            return Reality::Hypothetical;
        }
        Reality::Plain
    }

    /// "vowed to shell", but not "went on to shell" or "are said to have shelled".
    fn unreal_infinitive(&self, place: &Place<'_>, head: TokenIndex) -> bool {
        let mut at = head;
        while at > place.low && matches!(self.tag(at - 1), Tag::Adverb | Tag::Be | Tag::Negation) {
            at -= 1;
        }
        at > place.low
            && self.tag(at - 1) == Tag::To
            && !self.ordinal_before(place, at - 1)
            && !self.ends_with(&self.words.happened, place.low, at - 1)
    }

    /// "the fourth person to be killed"
    fn ordinal_before(&self, place: &Place<'_>, to: TokenIndex) -> bool {
        const NOUN_PHRASE: usize = 4;
        (place.low.max(to.saturating_sub(NOUN_PHRASE))..to)
            .any(|at| self.is(&self.words.ordinal, at))
    }

    /// "denied that its troops had killed"
    fn denied_clause(&self, place: &Place<'_>, start: TokenIndex) -> bool {
        (place.low.max(start.saturating_sub(REACH))..start)
            .rev()
            .take_while(|&at| self.tag(at) != Tag::Mark)
            .any(|at| {
                self.tag(at) == Tag::That && at > place.low && self.is(&self.words.denying, at - 1)
            })
    }

    fn conditional(&self, place: &Place<'_>, head: TokenIndex) -> bool {
        let mut at = head;
        while at > place.low && head - at < REACH {
            at -= 1;
            if self.tag(at) == Tag::Mark && self.scene.kind(at) != TokenKind::Other {
                return false;
            }
            if self.is(&self.words.condition, at) {
                return true;
            }
        }
        false
    }

    /// Of a noun whose phrase begins at `start`.
    pub(super) fn noun_reality(
        &self,
        place: &Place<'_>,
        start: TokenIndex,
        head: TokenIndex,
        after: TokenIndex,
    ) -> Reality {
        // "clashes could follow"
        let known = matches!(self.tag(start), Tag::Determiner | Tag::Possessive)
            && !self.is(&self.words.indefinite, start)
            || self.scene.possessive(start);
        if self.tag(after) == Tag::Modal && !known {
            return if self.is(&self.words.future, after) {
                Reality::Future
            } else {
                Reality::Hypothetical
            };
        }
        let negated = (start..head).any(|at| {
            self.tag(at) != Tag::Name
                && matches!(self.tag(at), Tag::Determiner | Tag::Negation)
                && self.is(&self.words.denied, at)
        });
        if negated || self.ends_with(&self.words.denied, place.low, start) {
            return Reality::Negated;
        }
        let inside = (start..head).any(|at| {
            matches!(
                self.tag(at),
                Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Adverb
            ) && self.is(&self.words.unreal, at)
        });
        if inside
            || self.ends_with(&self.words.unreal, place.low, start)
            || self.conditional(place, start)
        {
            return Reality::Hypothetical;
        }
        Reality::Plain
    }
}
