//! Agents that the sentence names outside the passive: "killed when Armenian forces shelled the town", "killed in Azerbaijani shelling".

use super::{AgencyClass, Agent, AgentKind, Construction, Place, Reader};
use crate::attribution::Tag;
use crate::lexicon::HarmUse;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far the cause may begin after the passive, in tokens.
const REACH: usize = 24;
/// How far a noun may stand from the preposition that joins it.
const NEAR: usize = 7;

impl Reader<'_> {
    /// Gives the passives of a sentence the agent that a clause or phrase of cause names.
    pub(super) fn link(&self, place: &Place<'_>, here: &mut [Construction]) {
        for index in 0..here.len() {
            if here[index].class != AgencyClass::PassiveAgentless {
                continue;
            }
            let agent = self
                .cause_after(place, here, index)
                .or_else(|| self.cause_before(place, here, index));
            if let Some(agent) = agent {
                here[index].class = AgencyClass::PassiveAgentInSentence;
                here[index].agent = Some(agent);
            }
        }
        self.share_by(here);
    }

    /// "were killed and five others injured by shells": the agent of the second is that of the first.
    fn share_by(&self, here: &mut [Construction]) {
        for index in (1..here.len()).rev() {
            let (left, right) = here.split_at_mut(index);
            let (Some(first), Some(second)) = (left.last_mut(), right.first()) else {
                continue;
            };
            let near = first.predicate.end..second.predicate.start;
            if first.class == AgencyClass::PassiveAgentless
                && second.class == AgencyClass::PassiveBy
                && near.len() <= NEAR
                && near.clone().any(|at| self.tag(at) == Tag::Coordinator)
                && !near.into_iter().any(|at| self.tag(at).is_finite())
            {
                first.class = AgencyClass::PassiveBy;
                first.agent.clone_from(&second.agent);
            }
        }
    }

    fn cause_after(&self, place: &Place<'_>, here: &[Construction], index: usize) -> Option<Agent> {
        let from = here[index].predicate.end;
        let mut at = from;
        while at < place.high.min(from + REACH) {
            if self.scene.kind(at) == TokenKind::Semicolon {
                return None;
            }
            let Some(link) = self.phrase_at(&self.words.link, at) else {
                at += 1;
                continue;
            };
            let clause = self.is(&self.words.link_clause, at);
            if let Some(agent) = self.told(here, index, link.end, place.high, clause) {
                return Some(agent);
            }
            if clause && let Some(agent) = self.actor_of_clause(link.end, place.high) {
                return Some(agent);
            }
            at = link.end;
        }
        None
    }

    /// "When Armenian forces shelled the town, five people were killed."
    fn cause_before(
        &self,
        place: &Place<'_>,
        here: &[Construction],
        index: usize,
    ) -> Option<Agent> {
        let end = here[index]
            .victim
            .as_ref()
            .map_or(here[index].predicate.start, |victim| {
                victim.start.min(here[index].predicate.start)
            });
        let link = self.phrase_at(&self.words.link, place.low)?;
        let comma = (link.end..end)
            .rev()
            .find(|&at| self.scene.kind(at) == TokenKind::Comma)?;
        self.told(
            here,
            index,
            link.end,
            comma,
            self.is(&self.words.link_clause, place.low),
        )
    }

    /// The agent of the harm told next after a link.
    fn told(
        &self,
        here: &[Construction],
        index: usize,
        from: TokenIndex,
        to: TokenIndex,
        clause: bool,
    ) -> Option<Agent> {
        let reach = if clause { REACH } else { NEAR };
        for (other, cause) in here.iter().enumerate() {
            let start = cause.predicate.start.min(
                cause
                    .agent
                    .as_ref()
                    .map_or(cause.predicate.start, |agent| agent.tokens.start),
            );
            if other == index || start < from || start >= to || start >= from + reach {
                continue;
            }
            if clause && self.parted(from, start) || !clause && cause.part != HarmUse::Noun {
                return None;
            }
            if let Some(agent) = &cause.agent {
                return Some(agent.clone());
            }
            if let Some(fighters) = &cause.fighters {
                return Some(self.agent(fighters.clone()));
            }
            return None;
        }
        None
    }

    /// Whether a comma or a conjunction of clauses lies between.
    fn parted(&self, from: TokenIndex, to: TokenIndex) -> bool {
        (from..to).any(|at| matches!(self.scene.kind(at), TokenKind::Semicolon | TokenKind::Colon))
    }

    /// "when a truck overturned", "as officers moved in": somebody or something that harms is the subject of the clause.
    fn actor_of_clause(&self, from: TokenIndex, high: TokenIndex) -> Option<Agent> {
        let subject: Range<TokenIndex> = self.phrase(from, high)?;
        if self.tag(subject.start) == Tag::Possessive || self.tag(subject.start) == Tag::Pronoun {
            return None;
        }
        let mut at = subject.end;
        while matches!(self.tag(at), Tag::Adverb) {
            at += 1;
        }
        let verb = matches!(
            self.tag(at),
            Tag::VerbEd | Tag::VerbS | Tag::VerbBase | Tag::Have
        );
        let agent = self.agent(subject);
        (verb && agent.kind != AgentKind::Event && self.can_harm(&agent)).then_some(agent)
    }
}
