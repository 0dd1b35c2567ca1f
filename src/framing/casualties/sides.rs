//! The side of those who are counted: by their own words, by the place, or by whom the same agent harms elsewhere.

use super::{Figure, Finder, SideFrom};
use crate::framing::harm::Harms;
use crate::party::PartyId;
use crate::text::TokenIndex;
use std::collections::BTreeMap;
use std::ops::Range;

impl Finder<'_> {
    pub(super) fn give_sides(&self, harms: &Harms, figures: &mut [Figure]) {
        if self.mentions.is_empty() {
            return;
        }
        let harmed_by = harmed_by(harms);
        for figure in figures {
            let found = figure.construction.map(|at| &harms.constructions[at]);
            let own = self.mentions.side_at(figure.tokens.clone());
            let by_words = own.or_else(|| found.and_then(|found| found.victim_side));
            let agent = found.and_then(|found| found.agent_side);
            let by_place = || {
                self.place_of(figure, harms)
                    .filter(|&side| Some(side) != agent)
            };
            let by_agent = || agent.and_then(|agent| harmed_by.get(&agent).copied().flatten());
            let (side, from) = if let Some(side) = by_words {
                (Some(side), SideFrom::Victim)
            } else if let Some(side) = by_place() {
                (Some(side), SideFrom::Place)
            } else {
                (by_agent(), SideFrom::Agent)
            };
            figure.side = side;
            figure.side_from = side.map(|_| from);
        }
    }

    /// The one side mentioned in the sentence beside agents of harm and speakers.
    fn place_of(&self, figure: &Figure, harms: &Harms) -> Option<PartyId> {
        let sentence = self.scene.document.sentences[figure.sentence]
            .tokens
            .clone();
        let agents: Vec<Range<TokenIndex>> = harms
            .constructions
            .iter()
            .filter(|found| found.sentence == figure.sentence)
            .filter_map(|found| found.agent.as_ref().map(|agent| agent.tokens.clone()))
            .collect();
        let speakers: Vec<&Range<TokenIndex>> = self
            .attributions
            .iter()
            .filter(|attribution| attribution.sentence == figure.sentence)
            .flat_map(|attribution| &attribution.source)
            .collect();
        let mut sides = self
            .mentions
            .within(sentence)
            .iter()
            // Before the figure stand those who speak; what happened where comes after it.
            .filter(|mention| mention.tokens.start >= figure.tokens.end)
            .filter(|mention| {
                !agents
                    .iter()
                    .any(|agent| agent.contains(&mention.tokens.start))
            })
            .filter(|mention| !speakers.iter().any(|of| of.contains(&mention.tokens.start)))
            .map(|mention| mention.party);
        let first = sides.next()?;
        sides.all(|side| side == first).then_some(first)
    }
}

/// Whom each side harms where the words of the victim say it; `None` where that is more than one side.
fn harmed_by(harms: &Harms) -> BTreeMap<PartyId, Option<PartyId>> {
    let mut harmed: BTreeMap<PartyId, Option<PartyId>> = BTreeMap::new();
    for found in harms.constructions.iter().filter(|found| found.counts()) {
        if let (Some(agent), Some(victim)) = (found.agent_side, found.victim_side)
            && agent != victim
        {
            harmed
                .entry(agent)
                .and_modify(|known| *known = known.filter(|&known| known == victim))
                .or_insert(Some(victim));
        }
    }
    harmed
}
