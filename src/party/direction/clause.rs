//! Terms that are verbs or go with one: whose the subject or the object is.

use super::{Direction, Rule};
use crate::attribution::Tag;
use crate::lexicon::{Target, TermMatch};
use crate::party::PartyId;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Direction<'_> {
    pub(super) fn by_verb(
        &self,
        verb: TokenIndex,
        target: Target,
        term: &TermMatch,
    ) -> Option<(PartyId, Rule)> {
        let sentence = self.sentence(term);
        let domain = self.domain(verb, &sentence);
        let passive = self.is_passive(verb, &domain);
        let end = term.tokens.end.max(verb + 1);
        let by = self.is(&self.words.agentive, end).then(|| {
            let agent = self.scene.right_phrase(end + 1, domain.end)?;
            self.mentions.side_of(agent)
        });
        let reduced = by.is_some() && self.scene.tags[verb] == Tag::VerbEd;
        match target {
            Target::Object if passive => self
                .subject(verb, &domain)
                .map(|(side, _)| (side, Rule::Object)),
            Target::Object => {
                let object = self.scene.right_phrase(end, domain.end)?;
                Some((self.mentions.side_of(object)?, Rule::Object))
            }
            _ if passive || reduced => Some((by.flatten()?, Rule::Phrase)),
            _ => self.subject(verb, &domain),
        }
    }

    /// Whether the verb's subject suffers what it says: a form of "be" before a participle.
    pub(super) fn is_passive(&self, verb: TokenIndex, domain: &Range<TokenIndex>) -> bool {
        let tags = &self.scene.tags;
        let start = self.auxiliaries(verb, domain.start);
        tags[verb] == Tag::VerbEd && tags[start..verb].contains(&Tag::Be)
    }

    /// Where the auxiliaries of a verb begin.
    fn auxiliaries(&self, verb: TokenIndex, low: TokenIndex) -> TokenIndex {
        let mut start = verb;
        while start > low && self.scene.tags[start - 1].is_auxiliary() {
            start -= 1;
        }
        start
    }

    /// The finite verb nearest before a token.
    pub(super) fn verb_before(
        &self,
        at: TokenIndex,
        domain: &Range<TokenIndex>,
    ) -> Option<TokenIndex> {
        (domain.start..at)
            .rev()
            .find(|&at| self.scene.tags[at].is_finite() && self.mentions.at(at).is_none())
    }

    /// The side of the subject of a verb: what stands before it, or before the verb that it shares its subject with.
    pub(super) fn subject(
        &self,
        verb: TokenIndex,
        domain: &Range<TokenIndex>,
    ) -> Option<(PartyId, Rule)> {
        let mut at = verb;
        let mut low = domain.start;
        loop {
            let start = self.auxiliaries(at, low);
            // "Armenia denied targeting": a verb of speech takes its subject from outside its content.
            if start == domain.start && low == domain.start && at == verb {
                low = self.scene.document.sentences[self.scene.document.sentence_of(verb)]
                    .tokens
                    .start;
                if low == domain.start {
                    return None;
                }
            }
            let shares = start > low
                && (self.scene.tags[start - 1] == Tag::Coordinator
                    || self.scene.tags[start - 1] == Tag::To
                    || self.scene.tags[start - 1].is_verb()
                    || self.scene.tags[at] == Tag::VerbIng
                        && self.scene.kind(start - 1) == TokenKind::Comma);
            if !shares && let Some((subject, _)) = self.scene.left_phrase(low, start) {
                return Some((self.side_of_subject(subject, low)?, Rule::Subject));
            }
            let earlier = (low..start)
                .rev()
                .find(|&at| self.scene.tags[at].is_finite() && self.mentions.at(at).is_none())?;
            at = earlier;
        }
    }

    /// The side of the noun phrase directly before a verb.
    pub(super) fn own_subject(&self, verb: TokenIndex, low: TokenIndex) -> Option<PartyId> {
        let start = self.auxiliaries(verb, low);
        let (subject, _) = self.scene.left_phrase(low, start)?;
        self.side_of_subject(subject, low)
    }

    /// The side of a noun phrase that acts.
    fn side_of_subject(&self, subject: Range<TokenIndex>, low: TokenIndex) -> Option<PartyId> {
        let tags = &self.scene.tags;
        if subject.len() == 1 {
            match tags[subject.start] {
                Tag::Pronoun | Tag::Indefinite => return self.subject_pronoun(subject.start),
                Tag::Relative | Tag::That => return self.antecedent(subject.start, low),
                _ => {}
            }
        }
        let side = self.phrases.of_phrase(subject.clone());
        if side.is_some() {
            return side;
        }
        let owned = tags[subject.start] == Tag::Possessive;
        let outsider = || subject.clone().any(|at| self.is(&self.words.outsider, at));
        if owned && !outsider() {
            return self.owner(subject.start);
        }
        None
    }

    /// "Turkey, which has backed": what a relative pronoun stands for.
    fn antecedent(&self, relative: TokenIndex, low: TokenIndex) -> Option<PartyId> {
        let mut end = relative;
        while end > low && self.scene.kind(end - 1) == TokenKind::Comma {
            end -= 1;
        }
        // The noun phrase next to it: "Ardovia's answer to the women who fled".
        let tags = &self.scene.tags;
        let nominal = |at: TokenIndex| {
            let own = [
                Tag::Determiner,
                Tag::Possessive,
                Tag::Adjective,
                Tag::Noun,
                Tag::Name,
                Tag::Number,
            ];
            own.contains(&tags[at]) || self.mentions.at(at).is_some()
        };
        let mut start = end;
        while start > low && nominal(start - 1) {
            start -= 1;
        }
        self.phrases.of_phrase(start..end)
    }
}
