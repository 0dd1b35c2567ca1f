//! From the places where an article has an item to its cell.

use super::super::basis::Basis;
use super::{Cell, CellVoice};
use crate::analyzer::Analysis;
use crate::attribution::Voice;
use crate::lexicon::{Stance, WordClass};
use crate::text::TokenIndex;
use std::ops::Range;

/// Words before an item among which a negation denies it.
const NEAR: usize = 4;

/// The cell of an item that stands at these places; `None` where there is none. Whether a negation beside it denies it, `denies` says.
pub(super) fn cell(
    basis: &Basis<'_>,
    article: usize,
    places: &[Range<TokenIndex>],
    denies: bool,
) -> Option<Cell> {
    let analysis = basis.analysis(article);
    let first = places.first()?;
    let voice = |place: &Range<TokenIndex>| voice(basis, article, place.start, denies);
    let decided = places
        .iter()
        .min_by_key(|place| (voice(place).0, place.start))?;
    let (voice, attribution) = voice(decided);
    let sentence = analysis.document.sentence_of(first.start);
    Some(Cell {
        voice,
        attribution,
        tokens: decided.clone(),
        first: sentence,
        position: position(analysis, sentence),
        times: places.len() as u32,
        words: 0,
    })
}

/// How far down an article a sentence stands: 0 at the first body sentence and in the headline, 1 at the last.
pub(super) fn position(analysis: &Analysis<'_>, sentence: usize) -> f64 {
    let number = analysis.document.sentences[sentence].number;
    let all = analysis.document.body_sentences();
    if all > 1 {
        f64::from(number.saturating_sub(1)) / f64::from(all - 1)
    } else {
        0.0
    }
}

fn voice(
    basis: &Basis<'_>,
    article: usize,
    token: TokenIndex,
    denies: bool,
) -> (CellVoice, Option<usize>) {
    let analysis = basis.analysis(article);
    let attribution = basis.holding(article, token);
    let holding = attribution.map(|index| &analysis.attributions[index]);
    let denied = holding.is_some_and(|found| found.stance == Stance::Denying || found.negated);
    if denies && (denied || negated(analysis, token)) {
        return (CellVoice::Negated, attribution);
    }
    match analysis.voices.of(token) {
        Voice::Author => (CellVoice::Author, None),
        Voice::Reported => (CellVoice::Attributed, attribution),
        Voice::Ambiguous => (CellVoice::Ambiguous, attribution),
    }
}

/// Whether a negation stands shortly before, in the same sentence.
fn negated(analysis: &Analysis<'_>, token: TokenIndex) -> bool {
    let document = &analysis.document;
    let start = document.sentences[document.sentence_of(token)].tokens.start;
    (start.max(token.saturating_sub(NEAR))..token)
        .any(|at| analysis.facts.has(document, at, WordClass::Negation))
}
