//! What is held against a side, and whether it is heard on it (measures §4.6).

use super::super::markers::MarkerClass;
use super::super::{EvidenceId, EvidenceKind, Sheet, Subject};
use crate::attribution::Voice;
use crate::lexicon::{Level, Stance};
use crate::party::PartyId;
use serde::Serialize;

/// From this weight on a term is strong.
const STRONG: u8 = 2;

/// Whether the article says that a side was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// It says so, in a sentence that mentions the side.
    Sought,
    /// It says so of somebody, in a sentence that mentions no side.
    SoughtOfSomebody,
    /// It says nothing of it.
    NotSaid,
}

/// What is held against a side, in the order of the kinds: terms, accusations, harm.
pub(super) fn grounds(subject: &Subject<'_>, sheet: &Sheet, side: PartyId) -> Vec<EvidenceId> {
    let mut grounds = terms(subject, sheet, side);
    grounds.extend(accusations(subject, sheet, side));
    grounds.extend(harm(subject, side));
    grounds
}

/// Strong unfavourable terms about it, in a voice that somebody answers for.
fn terms(subject: &Subject<'_>, sheet: &Sheet, side: PartyId) -> Vec<EvidenceId> {
    let against = |index: usize| {
        let about = subject.sides.of_term(index);
        about.is_some_and(|about| about.party == side && !about.favourable)
    };
    let terms = subject.terms.iter().zip(&sheet.ids.terms).enumerate();
    terms
        .filter(|(index, (term, _))| {
            let voice = subject.voices.of(term.tokens.start);
            against(*index)
                && term.status.counts()
                && subject.lexicon.entry(term.entry).weight >= STRONG
                && voice != Voice::Ambiguous
        })
        .map(|(_, (_, &id))| id)
        .collect()
}

/// Accusations by others that name it first: "accused Ardovia of".
fn accusations(subject: &Subject<'_>, sheet: &Sheet, side: PartyId) -> Vec<EvidenceId> {
    let attributions = subject.attributions.iter().zip(&sheet.ids.attributions);
    attributions
        .enumerate()
        .filter(|(index, (attribution, _))| {
            let blamed = attribution
                .content
                .first()
                .and_then(|content| subject.mentions.side_of(content.clone()));
            attribution.stance == Stance::Accusing
                && matches!(attribution.level, Level::Report | Level::SpeechAct)
                && subject.counts(attribution)
                && blamed == Some(side)
                && subject.sides.of_attribution(*index) != Some(side)
        })
        .map(|(_, (_, &id))| id)
        .collect()
}

/// Harm of which the side is the named agent, in a voice that somebody answers for.
fn harm(subject: &Subject<'_>, side: PartyId) -> Vec<EvidenceId> {
    let found = subject.harms.constructions.iter().enumerate();
    found
        .filter(|(_, found)| {
            found.agent_side == Some(side)
                && found.victim_side != Some(side)
                && found.counts()
                && subject.voices.of(found.predicate.start) != Voice::Ambiguous
        })
        .map(|(index, _)| EvidenceId::new(EvidenceKind::Harm, index))
        .collect()
}

/// Whether the article says that the side was asked, with the phrases that say so.
pub(super) fn reply(
    subject: &Subject<'_>,
    sheet: &Sheet,
    side: PartyId,
) -> (Reply, Vec<EvidenceId>) {
    let mut of_somebody = Vec::new();
    let mut of_side = Vec::new();
    for (index, marker) in sheet.markers.iter().enumerate() {
        if marker.class != MarkerClass::ReplySought {
            continue;
        }
        let id = EvidenceId::new(EvidenceKind::Marker, index);
        let sentence = &subject.document.sentences[marker.sentence].tokens;
        let named = subject.mentions.within(sentence.clone());
        if named.iter().any(|mention| mention.party == side) {
            of_side.push(id);
        } else if named.is_empty() {
            of_somebody.push(id);
        }
    }
    if !of_side.is_empty() {
        (Reply::Sought, of_side)
    } else if of_somebody.is_empty() {
        (Reply::NotSaid, Vec::new())
    } else {
        (Reply::SoughtOfSomebody, of_somebody)
    }
}
