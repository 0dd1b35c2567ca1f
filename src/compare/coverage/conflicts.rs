//! Numbers of the same thing that are not the same.

use super::super::alignment::Fact;
use super::super::basis::Basis;
use super::super::stems::Number;
use super::figures::{Counted, Found, Slot};
use crate::lexicon::HarmKind;
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Different numbers of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// What befalls those who are counted.
    pub harm: Option<HarmKind>,
    /// What is said of it, by article; at least two, none twice.
    pub stated: Vec<Stated>,
}

/// A number as one article has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The article.
    pub article: usize,
    /// Its sentence, an index into the document's.
    pub sentence: usize,
    /// The number with what it counts.
    pub tokens: Range<TokenIndex>,
    /// Its value.
    pub value: f64,
}

/// First the casualties of which each article has one number only, where the sentences name a place or a body in common; then numbers in
/// sentences that tell the same fact.
pub(super) fn conflicts(basis: &Basis<'_>, found: &Found, facts: &[Fact]) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = Vec::new();
    for (slot, counted) in by_slot(found.counted.iter()) {
        if slot.harm.is_some() {
            add(&mut conflicts, slot, &comparable(basis, &single(&counted)));
        }
    }
    for fact in facts {
        let told = fact
            .told
            .iter()
            .flat_map(|told| found.of_sentence(told.article, told.sentence));
        for (slot, counted) in by_slot(told) {
            add(&mut conflicts, slot, &single(&counted));
        }
    }
    conflicts
}

/// Numbers by what they count, in the order of the first.
fn by_slot<'f>(counted: impl Iterator<Item = &'f Counted>) -> Vec<(Slot, Vec<&'f Counted>)> {
    let mut slots: Vec<(Slot, Vec<&Counted>)> = Vec::new();
    let mut known: FxHashMap<Slot, usize> = FxHashMap::default();
    for one in counted {
        let at = *known.entry(one.slot).or_insert_with(|| {
            slots.push((one.slot, Vec::new()));
            slots.len() - 1
        });
        slots[at].1.push(one);
    }
    slots
}

/// The numbers of the articles that have one only: otherwise nobody can tell which is which. `counted` is in the order of the articles.
fn single<'f>(counted: &[&'f Counted]) -> Vec<&'f Counted> {
    counted
        .chunk_by(|one, other| one.article == other.article)
        .filter(|own| {
            let value = |of: &&Counted| of.figure.value.to_bits();
            own.iter().all(|of| value(of) == value(&own[0]))
        })
        .map(|own| own[0])
        .collect()
}

/// Those that count the same as another one, in a sentence that names something in common with it.
fn comparable<'f>(basis: &Basis<'_>, counted: &[&'f Counted]) -> Vec<&'f Counted> {
    let names: Vec<Vec<Number>> = counted.iter().map(|of| names(basis, of)).collect();
    let goes_with = |one: usize, other: usize| {
        one != other
            && match (counted[one].unit, counted[other].unit) {
                (Some(a), Some(b)) => a == b,
                _ => true,
            }
            && names[one].iter().any(|name| names[other].contains(name))
    };
    (0..counted.len())
        .filter(|&one| (0..counted.len()).any(|other| goes_with(one, other)))
        .map(|one| counted[one])
        .collect()
}

/// Stems with a capital inside a sentence.
fn names(basis: &Basis<'_>, counted: &Counted) -> Vec<Number> {
    let document = &basis.analysis(counted.article).document;
    let sentence = &document.sentences[counted.sentence].tokens;
    (sentence.start + 1..sentence.end)
        .filter(|&at| document.tokens[at].capital)
        .filter_map(|at| basis.stems.content(counted.article, at, false))
        .map(|(stem, _)| stem)
        .collect()
}

fn add(conflicts: &mut Vec<Conflict>, slot: Slot, counted: &[&Counted]) {
    let first = counted.first().map(|of| of.figure.value.to_bits());
    if counted
        .iter()
        .all(|of| Some(of.figure.value.to_bits()) == first)
    {
        return;
    }
    let stated: Vec<Stated> = counted.iter().map(|of| self::stated(of)).collect();
    // What shares a number with a conflict is part of it.
    let known = conflicts.iter_mut().find(|conflict| {
        conflict.harm == slot.harm && stated.iter().any(|one| conflict.stated.contains(one))
    });
    let Some(known) = known else {
        conflicts.push(Conflict {
            harm: slot.harm,
            stated,
        });
        return;
    };
    for one in stated {
        if known
            .stated
            .iter()
            .all(|other| other.article != one.article)
        {
            known.stated.push(one);
        }
    }
    known.stated.sort_by_key(|one| one.article);
}

fn stated(counted: &Counted) -> Stated {
    Stated {
        article: counted.article,
        sentence: counted.sentence,
        tokens: counted.tokens.clone(),
        value: counted.figure.value,
    }
}
