//! Names of those who are killed or hurt, and the words that make persons of figures.

use super::Finder;
use crate::attribution::Tag;
use crate::framing::harm::{Construction, Harms};
use crate::lexicon::{HarmKind, WordClass};
use crate::party::{MentionForm, PartyId};
use crate::text::TokenIndex;
use std::ops::Range;

/// Somebody with a name who is killed or hurt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedVictim {
    /// The name.
    pub tokens: Range<TokenIndex>,
    /// The declared side, where the words about the victim name one.
    pub side: Option<PartyId>,
    /// Its sentence, an index into the document's.
    pub sentence: usize,
}

impl Finder<'_> {
    pub(super) fn named(&self, harms: &Harms) -> Vec<NamedVictim> {
        let mut named: Vec<NamedVictim> = Vec::new();
        for found in harms.constructions.iter().filter(|found| hurts(found)) {
            if let Some(victim) = &found.victim {
                self.names_in(
                    victim.clone(),
                    found.sentence,
                    found.victim_side,
                    &mut named,
                );
            }
        }
        for (sentence, of) in self.scene.document.sentences.iter().enumerate() {
            // "The dead included a teacher, Lene Marrow": the names after it.
            let among = of.tokens.clone().find_map(|at| {
                (self.tag(at) != Tag::Mark)
                    .then(|| self.find(&self.among, at))
                    .flatten()
            });
            if let Some(among) = among {
                self.names_in(among.end..of.tokens.end, sentence, None, &mut named);
            }
        }
        named.sort_by_key(|victim| victim.tokens.start);
        named.dedup_by(|later, first| later.tokens == first.tokens);
        let mut seen: Vec<String> = Vec::new();
        named.retain(|victim| {
            let last = self.scene.word(victim.tokens.end - 1).to_owned();
            let new = !seen.contains(&last);
            if new {
                seen.push(last);
            }
            new
        });
        named
    }

    fn names_in(
        &self,
        tokens: Range<TokenIndex>,
        sentence: usize,
        side: Option<PartyId>,
        named: &mut Vec<NamedVictim>,
    ) {
        let mut at = tokens.start;
        while at < tokens.end {
            let start = at;
            while at < tokens.end && self.tag(at) == Tag::Name && !self.scene.possessive(at) {
                at += 1;
            }
            if at > start && self.is_person(start..at) {
                let own = self.mentions.side_of(start..at);
                named.push(NamedVictim {
                    tokens: start..at,
                    side: own.or(side),
                    sentence,
                });
            }
            at = at.max(start + 1);
        }
    }

    /// A name that is no place, no people and no body.
    fn is_person(&self, name: Range<TokenIndex>) -> bool {
        let place = name.clone().any(|at| {
            self.scene.has(at, WordClass::Place)
                || self.scene.has(at, WordClass::Demonym)
                || self.scene.has(at, WordClass::OrganisationWord)
        });
        let side = self
            .mentions
            .within(name.clone())
            .iter()
            .any(|mention| mention.form != MentionForm::Member);
        let after_of = name.start > 0 && {
            let before = name.start - 1;
            self.tag(before) == Tag::Preposition || self.scene.possessive(before)
        };
        let noun_follows = self.tag(name.end) == Tag::Noun;
        !place && !side && !after_of && !noun_follows && name.len() <= 4
    }

    pub(super) fn details(&self, harms: &Harms) -> Vec<Range<TokenIndex>> {
        let mut details: Vec<Range<TokenIndex>> = Vec::new();
        let mut read = None;
        for found in harms.constructions.iter().filter(|found| hurts(found)) {
            if read == Some(found.sentence) {
                continue;
            }
            read = Some(found.sentence);
            let sentence = &self.scene.document.sentences[found.sentence].tokens;
            details.extend(
                sentence
                    .clone()
                    .filter(|&at| self.tag(at) != Tag::Mark)
                    .filter_map(|at| self.find(&self.detail, at)),
            );
        }
        details.sort_by_key(|detail| detail.start);
        details.dedup_by(|later, first| later.start < first.end);
        details
    }
}

fn hurts(found: &Construction) -> bool {
    found.counts()
        && matches!(
            found.kind,
            HarmKind::Killing | HarmKind::Injury | HarmKind::Abuse | HarmKind::Casualty
        )
}
