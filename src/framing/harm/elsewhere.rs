//! Whether an article that leaves an agent out here names it elsewhere.

use super::Construction;
use crate::attribution::{Scene, Tag};
use crate::lexicon::{HarmId, HarmKind};
use crate::text::{TokenIndex, WordId};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Marks each construction without agent with the first other one that names somebody who acts, for the same word of harm or for victims
/// that share a word with its own.
pub(super) fn mark(scene: &Scene<'_>, all: &mut [Construction]) {
    let mut by_harm: FxHashMap<HarmId, usize> = FxHashMap::default();
    let mut by_victim: FxHashMap<WordId, usize> = FxHashMap::default();
    for (index, found) in all.iter().enumerate() {
        if !found.counts() || found.actor().is_none() {
            continue;
        }
        by_harm.entry(found.harm).or_insert(index);
        if violent(found.kind) {
            for word in telling(scene, found.victim.as_ref()) {
                by_victim.entry(word).or_insert(index);
            }
        }
    }
    for found in all.iter_mut().filter(|found| found.class.is_agentless()) {
        let same_victim = || {
            let words = telling(scene, found.victim.as_ref());
            words.filter_map(|word| by_victim.get(&word).copied()).min()
        };
        found.elsewhere = by_harm
            .get(&found.harm)
            .copied()
            .or_else(|| violent(found.kind).then(same_victim).flatten());
    }
}

/// Harm of kinds that go together, so that one construction may tell the result of another.
const fn violent(kind: HarmKind) -> bool {
    !matches!(
        kind,
        HarmKind::Breach | HarmKind::Control | HarmKind::Detention
    )
}

/// The words of a victim that tell it from others.
fn telling<'s>(
    scene: &'s Scene<'_>,
    victim: Option<&Range<TokenIndex>>,
) -> impl Iterator<Item = WordId> + 's {
    let tokens = victim.cloned().unwrap_or_default();
    tokens
        .filter(|&at| matches!(scene.tags[at], Tag::Noun | Tag::Name | Tag::Number))
        .map(|at| scene.document.tokens[at].word)
}
