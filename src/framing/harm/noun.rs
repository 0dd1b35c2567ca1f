//! Nouns of harm: acts with or without an agent, results, fights of two sides.

use super::{AgencyClass, Agent, Construction, Place, Reader};
use crate::attribution::Tag;
use crate::lexicon::{Harm, HarmKind, HarmMatch, HarmRole, HarmUse, VerbForm, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far phrases after a noun reach, in tokens.
const REACH: usize = 14;

impl Reader<'_> {
    pub(super) fn noun(
        &self,
        found: &HarmMatch,
        place: &Place<'_>,
        before: &[Construction],
    ) -> Option<Construction> {
        let harm = self.scene.lexicon.harm(found.harm);
        let (at, after) = (found.tokens.start, found.tokens.end);
        if self.is_modifier(after, place)
            || self.scene.document.tokens[at].capital
                && self.tag(at) == Tag::Name
                && at > place.low
                && !place.headline
        {
            return None;
        }
        let start = self.phrase_start(place, at);
        let mut agent = None;
        let mut victim = None;
        let mut give = |role: HarmRole, who: Option<Range<TokenIndex>>| match role {
            HarmRole::Agent if agent.is_none() => agent = who,
            HarmRole::Victim if victim.is_none() => victim = who,
            _ => {}
        };
        give(harm.possessor, self.possessor(start, at));
        match harm.modifier {
            HarmRole::Victim => give(HarmRole::Victim, self.sufferer(start, at)),
            role => give(role, self.acting_modifier(start, at)),
        }
        let weapon = start < at && self.has_weapon(&(start..at));
        let mut evident = weapon;
        self.after(place, harm, after, &mut agent, &mut victim);
        // "Armenia's violation of the cease-fire and attacks": one possessor for both.
        if agent.is_none() && harm.modifier == HarmRole::Agent {
            agent = self.shared_owner(start, before);
        }
        if victim.is_none() && harm.modifier == HarmRole::Agent && agent.is_none() {
            victim = self.place_before(start, at);
        }
        let mut agent = agent.map(|tokens| self.agent(tokens));
        let mut class = nominal(harm, agent.as_ref());
        let mut predicate = start..after;
        let mut undergone = false;
        if let Some(light) = self.light_before(place, start) {
            let group = self.scene.group(place.low, light.tokens.start, form(light));
            let subject = self.subject(place, group.start);
            if self.part(light) == HarmUse::Undergo {
                undergone = true;
                victim = subject.or(victim);
            } else if !group.passive && agent.is_none() {
                agent = subject.map(|tokens| self.agent(tokens));
                if agent.is_some() {
                    class = AgencyClass::ActiveLight;
                    predicate = group.start..after;
                }
            }
        } else if let Some((by, end)) = self.light_after(place, after) {
            class = if by.is_some() {
                AgencyClass::PassiveBy
            } else {
                class
            };
            agent = agent.or(by);
            predicate.end = end;
        }
        if victim.is_none() {
            victim = self
                .under(place, start)
                .or_else(|| self.effect(place, after));
        }
        if let Some(victim) = &victim
            && self.scene.lexicon.harmless_object(
                found.harm,
                self.scene.document,
                self.scene.facts,
                victim,
            )
        {
            return None;
        }
        evident |= victim
            .as_ref()
            .is_some_and(|victim| self.can_suffer(victim, harm.kind.unwrap_or(HarmKind::Attack)));
        evident |= agent.as_ref().is_some_and(|agent| self.names_actor(agent));
        // What is broken is a rule, and nobody's hurt.
        victim = victim.filter(|_| harm.kind != Some(HarmKind::Breach));
        let reality = self.noun_reality(place, start, at, after);
        let mut construction = self.construction(found, class, place, reality)?;
        construction.predicate = predicate;
        construction.agent = agent;
        construction.victim = victim;
        construction.doubtful = harm.weak && (!evident || undergone && !weapon);
        if construction.doubtful && !evident && !found.plural && !self.definite(start, at) {
            return None;
        }
        // "hit by machine-gun fire": what it was done with, and told already.
        let told = construction.class == AgencyClass::NominalAgentless
            && construction.victim.is_none()
            && start + 2 >= at
            && before.last().is_some_and(|last| {
                last.class == AgencyClass::PassiveBy
                    && last
                        .agent
                        .as_ref()
                        .is_some_and(|agent| agent.tokens.end == after)
            });
        if told {
            return None;
        }
        Some(construction)
    }

    /// "attack helicopter", "strike fund": the noun only modifies another.
    fn is_modifier(&self, after: TokenIndex, place: &Place<'_>) -> bool {
        if after >= place.high || !matches!(self.tag(after), Tag::Noun) {
            return false;
        }
        let mut found = Vec::new();
        let range = after..place.high;
        self.scene
            .lexicon
            .harms_in(self.scene.document, self.scene.facts, &range, &mut found);
        // A verb of harm is tagged a noun at times: "Attack kills five".
        let next_is_verb = found
            .iter()
            .any(|next| next.tokens.start == after && self.part(next) == HarmUse::Verb);
        !next_is_verb
    }

    /// Where the noun phrase of a noun begins.
    fn phrase_start(&self, place: &Place<'_>, at: TokenIndex) -> TokenIndex {
        let mut start = at;
        let mut owned = false;
        while start > place.low && at - start < REACH {
            let k = start - 1;
            let possessive = self.scene.possessive(k);
            match self.tag(k) {
                Tag::Adjective | Tag::Number | Tag::Time if !owned => {}
                Tag::Noun | Tag::Name => {}
                Tag::Adjective if owned => {}
                Tag::VerbEd | Tag::VerbIng if self.adjectival(k) => {}
                Tag::Determiner | Tag::Possessive => return k,
                Tag::Mark if matches!(self.scene.kind(k), TokenKind::Quote | TokenKind::Other) => {}
                Tag::Adverb if !owned && self.tag(start) == Tag::Adjective => {}
                _ => break,
            }
            owned |= possessive;
            start = k;
        }
        start
    }

    fn adjectival(&self, at: TokenIndex) -> bool {
        self.scene.has(at, WordClass::Adjective)
            || at > 0 && matches!(self.tag(at - 1), Tag::Determiner | Tag::Possessive)
    }

    /// "34 civilian deaths": a figure or people before a result.
    fn sufferer(&self, start: TokenIndex, at: TokenIndex) -> Option<Range<TokenIndex>> {
        let who = |k: TokenIndex| {
            self.is(&self.words.people, k)
                || self.has_people_adjective(k)
                || self.tag(k) == Tag::Name
        };
        let first = (start..at).find(|&k| self.tag(k) == Tag::Number || who(k))?;
        let last = (first..at)
            .rev()
            .find(|&k| who(k) || self.tag(k) == Tag::Number)?;
        Some(first..last + 1)
    }

    fn has_people_adjective(&self, at: TokenIndex) -> bool {
        self.scene.has(at, WordClass::Demonym)
    }

    /// Whether a name can stand for somebody who acts, and not for where it happened.
    pub(super) fn acts(&self, at: TokenIndex) -> bool {
        if self.scene.has(at, WordClass::Demonym) || self.scene.possessive(at) {
            return true;
        }
        if self.scene.has(at, WordClass::Place) || self.located(at) {
            return false;
        }
        true
    }

    /// Whether the name follows a preposition of place somewhere in the article.
    fn located(&self, at: TokenIndex) -> bool {
        let document = self.scene.document;
        if self.is(&self.words.demonym_ending, at) {
            return false;
        }
        let located = self.located.get_or_init(|| {
            (1..document.tokens.len())
                .filter(|&k| {
                    self.tag(k) == Tag::Name && self.is(&self.words.place_preposition, k - 1)
                })
                .map(|k| document.tokens[k].word)
                .collect()
        });
        located.contains(&document.tokens[at].word)
    }

    /// "the Penday shelling": a place before an act is where it happened.
    fn place_before(&self, start: TokenIndex, at: TokenIndex) -> Option<Range<TokenIndex>> {
        let place = |k: TokenIndex| self.tag(k) == Tag::Name && !self.acts(k);
        let first = (start..at).find(|&k| place(k))?;
        let last = (first..at).take_while(|&k| place(k)).last()?;
        Some(first..last + 1)
    }

    /// Reads what follows a noun: of, on, by.
    fn after(
        &self,
        place: &Place<'_>,
        harm: &Harm,
        after: TokenIndex,
        agent: &mut Option<Range<TokenIndex>>,
        victim: &mut Option<Range<TokenIndex>>,
    ) {
        let mut at = after;
        let high = place.high.min(after + REACH);
        while at < high {
            let tag = self.tag(at);
            let named = harm
                .victim_after
                .iter()
                .any(|word| word == self.scene.word(at));
            if self.is(&self.words.of, at) && at == after {
                let Some(found) = self.phrase(at + 1, place.high) else {
                    return;
                };
                at = found.end;
                match harm.of {
                    HarmRole::Victim => *victim = Some(found),
                    HarmRole::Agent => *agent = agent.take().or(Some(found)),
                    HarmRole::None => {}
                }
                continue;
            }
            if named && (tag == Tag::Preposition || at == after) {
                let Some(found) = self.phrase(at + 1, place.high) else {
                    return;
                };
                if self.tag(found.start) == Tag::Time || self.tag(at + 1) == Tag::Time {
                    at += 2;
                    continue;
                }
                at = found.end;
                if victim.is_none() {
                    *victim = Some(found);
                }
                continue;
            }
            if let Some(by) = self.phrase_at(&self.words.by, at) {
                if agent.is_none() {
                    *agent = self
                        .agent_after(by.end, place.high)
                        .map(|agent| agent.tokens);
                }
                return;
            }
            match tag {
                Tag::Preposition
                    if at == after
                        || !self.is(&self.words.link, at)
                        || self.is(&self.words.place_preposition, at) =>
                {
                    let Some(found) = self.simple(at + 1, place.high) else {
                        return;
                    };
                    at = found.end;
                }
                Tag::Time | Tag::Adverb | Tag::Number => at += 1,
                _ => return,
            }
        }
    }

    /// The possessor of a noun of harm before a coordinator, where this noun has no determiner of its own.
    fn shared_owner(
        &self,
        start: TokenIndex,
        before: &[Construction],
    ) -> Option<Range<TokenIndex>> {
        if start == 0
            || self.tag(start - 1) != Tag::Coordinator
            || matches!(self.tag(start), Tag::Determiner | Tag::Possessive)
        {
            return None;
        }
        let model = before
            .last()
            .filter(|model| model.part == HarmUse::Noun && model.predicate.end <= start)?;
        let owner = model.agent.as_ref()?;
        let between = model.predicate.end..start;
        let close = between.len() <= 8 && !between.into_iter().any(|at| self.tag(at).is_finite());
        (owner.tokens.end <= model.predicate.end && close).then(|| owner.tokens.clone())
    }

    /// A light verb whose object the noun is.
    fn light_before<'p>(&self, place: &'p Place<'_>, start: TokenIndex) -> Option<&'p HarmMatch> {
        const GAP: usize = 4;
        let light = place
            .lights
            .iter()
            .rev()
            .find(|light| light.tokens.end <= start && light.tokens.end + GAP > start)?;
        let clear = (light.tokens.end..start).all(|at| {
            matches!(
                self.tag(at),
                Tag::Adverb | Tag::Number | Tag::Adjective | Tag::Determiner | Tag::Indefinite
            ) || self.is(&self.words.of, at)
        });
        let verb = !matches!(self.tag(light.tokens.start), Tag::Name)
            && light.tokens.start > place.low
            && !matches!(
                self.tag(light.tokens.start - 1),
                Tag::Determiner | Tag::Possessive | Tag::Adjective
            );
        (clear && verb).then_some(*light)
    }

    /// "attacks were carried out by rebels": the agent of the light verb after the noun, and its end.
    fn light_after(
        &self,
        place: &Place<'_>,
        after: TokenIndex,
    ) -> Option<(Option<Agent>, TokenIndex)> {
        const GAP: usize = 5;
        let light = place
            .lights
            .iter()
            .find(|light| light.tokens.start >= after && light.tokens.start < after + GAP)?;
        let group = self.scene.group(after, light.tokens.start, form(light));
        let reduced = light.tokens.start == after && self.is(&self.words.by, light.tokens.end);
        (group.passive || reduced).then(|| {
            (
                self.by_agent(light.tokens.end, place.high),
                light.tokens.end,
            )
        })
    }

    /// "has remained under occupation": the subject suffers.
    fn under(&self, place: &Place<'_>, start: TokenIndex) -> Option<Range<TokenIndex>> {
        if start <= place.low || !self.is(&self.words.under, start - 1) {
            return None;
        }
        let verb = start - 1;
        if verb > place.low && matches!(self.tag(verb - 1), Tag::Noun | Tag::Name) {
            return self.antecedent(place, verb);
        }
        self.inherited(place, verb)
    }

    /// "Armenia's attacks have rendered houses unusable": the object of what the harm brings about.
    fn effect(&self, place: &Place<'_>, after: TokenIndex) -> Option<Range<TokenIndex>> {
        let mut at = after;
        while at < place.high && self.tag(at).is_auxiliary() {
            at += 1;
        }
        self.is(&self.words.effect, at)
            .then(|| self.phrase(at + 1, place.high))
            .flatten()
    }

    /// Whether an agent is named and no mere pronoun.
    fn names_actor(&self, agent: &Agent) -> bool {
        agent.tokens.clone().any(|at| {
            self.tag(at) == Tag::Name && self.acts(at)
                || self.tag(at) != Tag::Possessive && self.is(&self.words.armed, at)
        })
    }

    /// "the attack": points back to one that was told.
    fn definite(&self, start: TokenIndex, at: TokenIndex) -> bool {
        (start..at).any(|k| self.scene.possessive(k))
            || start < at
                && matches!(self.tag(start), Tag::Determiner | Tag::Possessive)
                && !self.is(&self.words.indefinite, start)
    }
}

fn form(light: &HarmMatch) -> VerbForm {
    match light.form {
        VerbForm::BaseOrPast => VerbForm::PastOrParticiple,
        form => form,
    }
}

fn nominal(harm: &Harm, agent: Option<&Agent>) -> AgencyClass {
    if agent.is_some() {
        AgencyClass::NominalAgentNamed
    } else if harm.mutual {
        AgencyClass::MutualNominal
    } else {
        AgencyClass::NominalAgentless
    }
}
