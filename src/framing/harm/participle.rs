//! Participles before a noun, and states: "the occupying forces", "five dead".

use super::{AgencyClass, Construction, Place, Reader, Reality};
use crate::attribution::Tag;
use crate::lexicon::{HarmMatch, VerbForm};
use crate::text::TokenIndex;
use std::ops::Range;

impl Reader<'_> {
    /// "the occupying forces", "Armenia's occupying forces".
    pub(super) fn modifier(&self, found: &HarmMatch, place: &Place<'_>) -> Option<Construction> {
        let (at, noun) = (found.tokens.start, found.tokens.end);
        let mut start = at;
        while start > place.low
            && matches!(
                self.tag(start - 1),
                Tag::Adjective | Tag::Name | Tag::Noun | Tag::Determiner | Tag::Possessive
            )
        {
            start -= 1;
            if matches!(self.tag(start), Tag::Determiner | Tag::Possessive) {
                break;
            }
        }
        let agent = self.owner(start, at).map(|tokens| self.agent(tokens));
        let class = if agent.is_some() {
            AgencyClass::NominalAgentNamed
        } else {
            AgencyClass::ParticipleAgentUnnamed
        };
        let reality = self.noun_reality(place, start, at, noun + 1);
        let mut construction = self.construction(found, class, place, reality)?;
        construction.predicate = at..noun + 1;
        construction.agent = agent;
        Some(construction)
    }

    /// "five dead", "were found dead", "four are missing".
    pub(super) fn state(&self, found: &HarmMatch, place: &Place<'_>) -> Option<Construction> {
        let at = found.tokens.start;
        if at <= place.low {
            return None;
        }
        let group = self.scene.group(place.low, at, VerbForm::PastOrParticiple);
        let subject = if group.passive {
            self.subject(place, group.start)?
        } else if self.is(&self.words.declared, at - 1)
            && at >= place.low + 2
            && self.tag(at - 2) == Tag::Be
        {
            // "were found dead"
            let group = self
                .scene
                .group(place.low, at - 1, VerbForm::PastOrParticiple);
            self.subject(place, group.start)?
        } else if self.counted_before(place, at) {
            self.left(place, place.low, at)?
        } else {
            return None;
        };
        let reality = self.verb_reality(place, group.start, at, group.negated, Some(&subject));
        let mut construction =
            self.construction(found, AgencyClass::Intransitive, place, reality)?;
        if !self.can_suffer(&subject, construction.kind) && !self.is_pronoun(&subject) {
            return None;
        }
        construction.victim = Some(subject);
        Some(construction)
    }

    /// A figure stands directly before, perhaps with what it counts: "five dead", "five people dead".
    fn counted_before(&self, place: &Place<'_>, at: TokenIndex) -> bool {
        (place.low.max(at.saturating_sub(3))..at)
            .rev()
            .take_while(|&k| {
                matches!(
                    self.tag(k),
                    Tag::Number | Tag::Noun | Tag::Indefinite | Tag::Adjective
                )
            })
            .any(|k| self.tag(k) == Tag::Number)
    }

    /// A construction with nothing but its predicate.
    pub(super) fn construction(
        &self,
        found: &HarmMatch,
        class: AgencyClass,
        place: &Place<'_>,
        reality: Reality,
    ) -> Option<Construction> {
        let harm = self.scene.lexicon.harm(found.harm);
        Some(Construction {
            harm: found.harm,
            part: harm.part,
            kind: harm.kind?,
            class,
            predicate: found.tokens.clone(),
            agent: None,
            victim: None,
            agent_side: None,
            victim_side: None,
            sentence: place.index,
            reality,
            elsewhere: None,
            fighters: None,
            doubtful: false,
        })
    }

    /// Who is named before a noun, between `start` and `end`: a possessor, a people, an armed body.
    pub(super) fn owner(&self, start: TokenIndex, end: TokenIndex) -> Option<Range<TokenIndex>> {
        self.possessor(start, end)
            .or_else(|| self.acting_modifier(start, end))
    }

    /// The possessive before a noun.
    pub(super) fn possessor(
        &self,
        start: TokenIndex,
        end: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        if let Some(last) = (start..end)
            .rev()
            .find(|&at| self.scene.possessive(at) && self.tag(at) != Tag::Time)
        {
            let from = (start..=last)
                .find(|&at| !matches!(self.tag(at), Tag::Preposition | Tag::Adverb))
                .unwrap_or(last);
            return Some(from..last + 1);
        }
        let at = (start..end).find(|&at| self.tag(at) == Tag::Possessive)?;
        Some(at..at + 1)
    }

    /// A people or an armed body before a noun.
    pub(super) fn acting_modifier(
        &self,
        start: TokenIndex,
        end: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        let names = |at: TokenIndex| {
            self.tag(at) == Tag::Name && self.acts(at)
                || matches!(self.tag(at), Tag::Noun)
                    && self.is(&self.words.armed, at)
                    && !self.is(&self.words.weapon, at)
        };
        let first = (start..end).find(|&at| names(at))?;
        let last = (first..end)
            .take_while(|&at| names(at) || self.tag(at) == Tag::Name)
            .last()?;
        Some(first..last + 1)
    }
}
