//! What an article gives to its sides: who speaks for which, and which terms are about which.

use super::direction::{Concern, Direction};
use super::speaker;
use super::{Mentions, Parties, PartyId};
use crate::attribution::{Attribution, Scene};
use crate::lexicon::TermMatch;
use crate::source::{SourceIndex, Sources};

/// The sides of the sources and of the terms of one article. Empty where no side is declared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sides {
    sources: Vec<Option<PartyId>>,
    attributions: Vec<Option<PartyId>>,
    terms: Vec<Option<Concern>>,
}

impl Sides {
    /// Reads the side of every source and of every term. The side of a cluster is that of all its mentions, pronouns too.
    pub fn new(
        parties: &Parties,
        scene: &Scene<'_>,
        mentions: &Mentions,
        sources: &Sources,
        attributions: &[Attribution],
        terms: &[TermMatch],
    ) -> Self {
        if parties.is_empty() {
            return Self::default();
        }
        let of_source = speaker::sides(
            scene.document,
            scene.facts,
            scene.lexicon,
            sources,
            mentions,
        );
        let mut of_attribution: Vec<Option<PartyId>> = sources
            .of_attribution
            .iter()
            .map(|source| source.and_then(|source| of_source[source]))
            .collect();
        for joint in &sources.joint {
            let mut sides = joint.sources.iter().map(|&source| of_source[source]);
            let first = sides.next().flatten();
            of_attribution[joint.attribution] = first.filter(|_| sides.all(|side| side == first));
        }
        let mut sides = Self {
            sources: of_source,
            attributions: of_attribution,
            terms: Vec::new(),
        };
        sides.terms =
            Direction::new(scene, mentions, &sides, sources, attributions).concerns(terms);
        sides
    }

    /// The side of a source, where the text gives it exactly one.
    pub fn of_source(&self, source: SourceIndex) -> Option<PartyId> {
        self.sources.get(source).copied().flatten()
    }

    /// The side of the speaker of an attribution; of a joint statement, where all its speakers are of one.
    pub fn of_attribution(&self, attribution: usize) -> Option<PartyId> {
        self.attributions.get(attribution).copied().flatten()
    }

    /// Whom a term is about, an index into the terms of the article.
    pub fn of_term(&self, term: usize) -> Option<Concern> {
        self.terms.get(term).copied().flatten()
    }
}
