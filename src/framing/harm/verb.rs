//! Verbs of harm: active, passive, intransitive, and participles with what they leave out.

use super::{AgencyClass, Agent, AgentKind, Construction, Place, Reader, Reality};
use crate::attribution::Tag;
use crate::lexicon::{Harm, HarmKind, HarmMatch, HarmUse, ObjectUse, VerbForm};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// What a verb was read as, before its class is settled.
struct Read {
    class: AgencyClass,
    agent: Option<Agent>,
    victim: Option<Range<TokenIndex>>,
    /// First token of the verb with its auxiliaries.
    start: TokenIndex,
    negated: bool,
    subject: Option<Range<TokenIndex>>,
}

impl Reader<'_> {
    pub(super) fn verb(
        &self,
        found: &HarmMatch,
        place: &Place<'_>,
        before: &[Construction],
    ) -> Option<Construction> {
        let harm = self.scene.lexicon.harm(found.harm);
        let (at, after) = (found.tokens.start, found.tokens.end);
        if found.form == VerbForm::Ing && self.occupies(at, after) && self.before_is_no_subject(at)
        {
            return self.modifier(found, place);
        }
        let past = matches!(
            found.form,
            VerbForm::Past
                | VerbForm::Participle
                | VerbForm::PastOrParticiple
                | VerbForm::BaseOrPast
        );
        let form = if past {
            VerbForm::PastOrParticiple
        } else {
            found.form
        };
        let group = self.scene.group(place.low, at, form);
        let got = past && self.ends_with(&self.words.get, place.low, group.start);
        let start = if got { group.start - 1 } else { group.start };
        let mut read = if harm.object == ObjectUse::Never {
            self.suffers(place, start)
        } else if group.passive || got {
            self.passive(place, found, start)
        } else {
            self.active(place, found, harm, start, past, before)
        };
        read.negated |= group.negated;
        self.finish(found, harm, place, read)
    }

    /// "the occupying forces": nothing stands before it that could be the subject of a clause.
    fn before_is_no_subject(&self, at: TokenIndex) -> bool {
        at == 0
            || self.scene.possessive(at - 1)
            || !matches!(
                self.tag(at - 1),
                Tag::Noun | Tag::Be | Tag::Pronoun | Tag::ObjectPronoun | Tag::Preposition
            )
    }

    /// The subject suffers: it dies, it collapses.
    fn suffers(&self, place: &Place<'_>, start: TokenIndex) -> Read {
        let subject = self.subject(place, start);
        Read {
            class: AgencyClass::Intransitive,
            agent: None,
            victim: subject.clone(),
            start,
            negated: false,
            subject,
        }
    }

    fn passive(&self, place: &Place<'_>, found: &HarmMatch, start: TokenIndex) -> Read {
        let subject = self.subject(place, start);
        let agent = self.by_agent(found.tokens.end, place.high);
        let harm = self.scene.lexicon.harm(found.harm);
        // "shots were fired at the crowd", but "the host was fired".
        let aimed = harm.weak && !harm.victim_after.is_empty();
        let victim = if aimed {
            self.object(place, found, harm, found.tokens.end)
        } else {
            subject.clone()
        };
        Read {
            class: by_class(agent.as_ref()),
            agent,
            victim,
            start,
            negated: false,
            subject,
        }
    }

    fn active(
        &self,
        place: &Place<'_>,
        found: &HarmMatch,
        harm: &Harm,
        start: TokenIndex,
        past: bool,
        before: &[Construction],
    ) -> Read {
        let after = found.tokens.end;
        let object = self.object(place, found, harm, after);
        if past && start == found.tokens.start && object.is_none() {
            if let Some(read) = self.elided(place, found, before) {
                return read;
            }
            let left = self.left(place, place.low, start);
            let acts = left
                .as_ref()
                .is_some_and(|left| self.can_harm(&self.agent(left.clone())));
            let by = self.by_agent(after, place.high);
            let participle = harm.object == ObjectUse::Needed
                || by.is_some()
                || harm.object == ObjectUse::Optional && !acts;
            if participle {
                let left = left.or_else(|| self.subject(place, start));
                return Read {
                    class: by_class(by.as_ref()),
                    agent: by,
                    victim: left,
                    start,
                    negated: false,
                    subject: None,
                };
            }
        }
        if harm.object == ObjectUse::Labile && object.is_none() {
            return self.suffers(place, start);
        }
        let shared = self.shared_subject(place, start, before);
        let subject = if let Some(shared) = shared {
            Some(shared)
        } else if found.form == VerbForm::Ing && start == found.tokens.start {
            self.doer_of_gerund(place, start)
        } else {
            self.subject(place, start)
        };
        Read {
            class: AgencyClass::Active,
            agent: subject.clone().map(|tokens| self.agent(tokens)),
            victim: object,
            start,
            negated: false,
            subject,
        }
    }

    /// "fires on a trawler, killing two", "set fire to a shop and smashed windows": the agent of the harm that the verb continues, where no
    /// other verb stands between.
    fn shared_subject(
        &self,
        place: &Place<'_>,
        start: TokenIndex,
        before: &[Construction],
    ) -> Option<Range<TokenIndex>> {
        let joins = start > place.low
            && (self.tag(start - 1) == Tag::Coordinator
                || self.scene.kind(start - 1) == TokenKind::Comma);
        let model = before
            .iter()
            .rev()
            .find(|model| model.part == HarmUse::Verb && model.predicate.end <= start)
            .filter(|model| joins && model.class == AgencyClass::Active)?;
        let between = model.predicate.end..start;
        let clear = !between.into_iter().any(|at| {
            self.tag(at).is_finite()
                || matches!(self.tag(at), Tag::Subordinator | Tag::Relative | Tag::That)
        });
        let agent = model.agent.as_ref().filter(|_| clear)?;
        Some(agent.tokens.clone())
    }

    /// "militants killing civilians" has its subject beside it; ", killing five" and "denied killing five" take over that of the clause.
    fn doer_of_gerund(&self, place: &Place<'_>, start: TokenIndex) -> Option<Range<TokenIndex>> {
        let beside =
            start > place.low && self.tag(start - 1).is_head() && !self.tag(start - 1).is_verb();
        if beside && let Some(found) = self.left(place, place.low, start) {
            return Some(found);
        }
        // "accused the army of killing": the one before the preposition, where a verb stands before them.
        if start > place.low + 2
            && self.tag(start - 1) == Tag::Preposition
            && let Some(found) = self.antecedent(place, start - 1)
            && found.start > place.low
            && self.tag(found.start - 1).is_verb()
            && (self.can_harm(&self.agent(found.clone())) || self.tag(found.start) == Tag::Name)
        {
            return Some(found);
        }
        self.inherited(place, start)
            .or_else(|| self.antecedent(place, start))
    }

    /// What suffers: the noun phrase after the verb, or after the preposition that the entry names.
    fn object(
        &self,
        place: &Place<'_>,
        found: &HarmMatch,
        harm: &Harm,
        after: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        const REACH: usize = 8;
        // "set alight two cars": the object follows what completes the sense.
        let next = after..place.high.min(after + 1);
        let (lexicon, document, facts) =
            (self.scene.lexicon, self.scene.document, self.scene.facts);
        let after = lexicon
            .completion(found.harm, document, facts, &next)
            .map_or(after, |completion| completion.end);
        if !harm.victim_after.is_empty() {
            for at in after..place.high.min(after + REACH) {
                if harm
                    .victim_after
                    .iter()
                    .any(|word| word == self.scene.word(at))
                {
                    return self.phrase(at + 1, place.high);
                }
                if self.tag(at) == Tag::Mark || self.tag(at).is_finite() {
                    break;
                }
            }
            if harm.weak {
                return None; // fired 40 workers
            }
        }
        if let Some(found) = self
            .opens_phrase(after, place.high)
            .then(|| self.phrase(after, place.high))
            .flatten()
        {
            return Some(found);
        }
        // "killed and wounded five": both verbs have the object of the second.
        let joined = self.tag(after) == Tag::Coordinator
            && matches!(
                self.tag(after + 1),
                Tag::VerbEd | Tag::VerbS | Tag::VerbBase
            );
        (joined && self.opens_phrase(after + 2, place.high))
            .then(|| self.phrase(after + 2, place.high))
            .flatten()
    }

    /// "killed and five others injured": the auxiliary of a passive before it holds for it too.
    fn elided(
        &self,
        place: &Place<'_>,
        found: &HarmMatch,
        before: &[Construction],
    ) -> Option<Read> {
        let start = found.tokens.start;
        let model = before
            .last()
            .filter(|model| model.class.is_passive() && model.predicate.end <= start)?;
        let between = model.predicate.end..start;
        let joined = between
            .clone()
            .find(|&at| self.tag(at) == Tag::Coordinator)
            .or_else(|| {
                between
                    .clone()
                    .find(|&at| self.scene.kind(at) == TokenKind::Comma)
            })?;
        if between
            .clone()
            .any(|at| self.tag(at).is_finite() || self.tag(at) == Tag::Subordinator)
        {
            return None;
        }
        let own = self.beyond_bound(joined + 1).unwrap_or(joined + 1)..start;
        let victim = if own.is_empty() {
            model.victim.clone()
        } else {
            self.simple(own.start, start).or(Some(own))
        };
        let agent = self.by_agent(found.tokens.end, place.high);
        Some(Read {
            class: by_class(agent.as_ref()),
            agent,
            victim,
            start,
            negated: model.reality == Reality::Negated,
            subject: None,
        })
    }

    /// Checks what the entry asks for, and makes the construction.
    fn finish(
        &self,
        found: &HarmMatch,
        harm: &Harm,
        place: &Place<'_>,
        mut read: Read,
    ) -> Option<Construction> {
        const COMPLETION: usize = 12;
        let lexicon = self.scene.lexicon;
        let mut kind = harm.kind?;
        let mut doubtful = false;
        let mut predicate = read.start..found.tokens.end;
        if harm.needs_completion() {
            let from = found.tokens.end;
            let to = place.high.min(
                read.victim
                    .as_ref()
                    .map_or(from, |victim| victim.end.max(from))
                    + COMPLETION,
            );
            let stretch = from..to;
            let completion =
                lexicon.completion(found.harm, self.scene.document, self.scene.facts, &stretch)?;
            let own = read
                .victim
                .as_ref()
                .is_some_and(|victim| victim.contains(&completion.start));
            let gap =
                read.victim
                    .as_ref()
                    .map_or(from, |victim| victim.end.max(from))..completion.start;
            if !own
                && gap
                    .into_iter()
                    .any(|at| self.tag(at).is_finite() || self.tag(at) == Tag::Mark)
            {
                return None;
            }
            if completion.start == found.tokens.end {
                predicate.end = completion.end;
            }
            read.victim.as_ref()?;
            kind = self.kind_of_state(&completion).unwrap_or(kind);
        }
        if let Some(victim) = &read.victim {
            // "shot a glance at the clock": what stands before the preposition tells too.
            let before = found.tokens.end..victim.start.max(found.tokens.end);
            let (document, facts) = (self.scene.document, self.scene.facts);
            if lexicon.harmless_object(found.harm, document, facts, victim)
                || lexicon.harmless_object(found.harm, document, facts, &before)
            {
                return None;
            }
        }
        let suffers = read
            .victim
            .as_ref()
            .is_some_and(|victim| self.can_suffer(victim, kind));
        let harms = read
            .agent
            .as_ref()
            .is_some_and(|agent| self.can_harm(agent));
        if harm.weak
            && !suffers
            && !(harms
                && (read.victim.is_none()
                    || read
                        .agent
                        .as_ref()
                        .is_some_and(|agent| agent.kind != AgentKind::Event)))
        {
            let pronoun = read
                .victim
                .as_ref()
                .is_some_and(|victim| self.is_pronoun(victim));
            if !pronoun || kind == HarmKind::Breach {
                return None;
            }
            doubtful = true;
        }
        // People harm each other with words too: "attacked his rival".
        let words_only = harm.weak
            && !harms
            && !harm.mutual
            && kind == HarmKind::Attack
            && read
                .victim
                .as_ref()
                .is_some_and(|victim| !self.is_thing_or_count(victim));
        doubtful |= words_only;
        if harm.weak && kind == HarmKind::Breach && !suffers {
            return None;
        }
        // What is broken is a rule, and nobody's hurt.
        read.victim = read.victim.filter(|_| kind != HarmKind::Breach);
        if !harm.victim_after.is_empty() && harm.weak && !suffers {
            return None; // fired, at nobody that the sentence names
        }
        let mut fighters = None;
        if harm.mutual {
            fighters.clone_from(&read.subject);
            read.class = AgencyClass::MutualNominal;
            read.agent = None;
            read.victim = None;
        }
        let reality = if read.negated {
            Reality::Negated
        } else {
            self.verb_reality(
                place,
                read.start,
                found.tokens.start,
                false,
                read.subject.as_ref(),
            )
        };
        let mut construction = self.construction(found, read.class, place, reality)?;
        construction.kind = kind;
        construction.predicate = predicate;
        construction.agent = read.agent;
        construction.victim = read.victim;
        construction.fighters = fighters;
        construction.doubtful = doubtful;
        Some(construction)
    }
}

impl Reader<'_> {
    /// What a word that completes a verb says became of somebody: left six *dead*, left six *wounded*.
    fn kind_of_state(&self, completion: &Range<TokenIndex>) -> Option<HarmKind> {
        let mut found = Vec::new();
        let (document, facts) = (self.scene.document, self.scene.facts);
        self.scene
            .lexicon
            .harms_in(document, facts, completion, &mut found);
        found
            .iter()
            .find_map(|found| self.scene.lexicon.harm(found.harm).kind)
    }
}

fn by_class(agent: Option<&Agent>) -> AgencyClass {
    if agent.is_some() {
        AgencyClass::PassiveBy
    } else {
        AgencyClass::PassiveAgentless
    }
}
