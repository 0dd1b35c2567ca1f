//! Which entries, cues and roles a later pack says anew.

use super::pack::{PackHeader, PackText};
use rustc_hash::FxHashMap;

/// Where each id stands for the last time; empty where nothing is overridden, which is the rule.
#[derive(Default)]
pub(super) struct Overrides {
    pub(super) entries: FxHashMap<String, (usize, usize)>,
    pub(super) cues: FxHashMap<String, (usize, usize)>,
    pub(super) roles: FxHashMap<String, (usize, usize)>,
    pub(super) harms: FxHashMap<String, (usize, usize)>,
    pub(super) sets: FxHashMap<String, (usize, usize)>,
}

impl Overrides {
    /// What the packs of a user override.
    pub(super) fn of(packs: &[(PackText<'static>, PackHeader)]) -> Self {
        let mut last = Self::default();
        let user = packs
            .iter()
            .enumerate()
            .filter(|(_, (_, header))| !header.builtin);
        for (at, (text, _)) in user {
            last.entries.extend(
                text.entry
                    .iter()
                    .enumerate()
                    .map(|(index, entry)| (entry.id.to_string(), (at, index))),
            );
            last.cues.extend(
                text.cue
                    .iter()
                    .enumerate()
                    .map(|(index, cue)| (cue.key(), (at, index))),
            );
            last.roles.extend(
                text.role
                    .iter()
                    .enumerate()
                    .map(|(index, role)| (role.head.to_string(), (at, index))),
            );
            last.harms.extend(
                text.harm
                    .iter()
                    .enumerate()
                    .map(|(index, harm)| (harm.key(), (at, index))),
            );
            last.sets.extend(
                text.set
                    .iter()
                    .enumerate()
                    .map(|(index, set)| (set.id.to_string(), (at, index))),
            );
        }
        last
    }
}

/// Whether `id` stands once more after `here`.
pub(super) fn overridden(
    ids: &FxHashMap<String, (usize, usize)>,
    id: &str,
    here: (usize, usize),
) -> bool {
    !ids.is_empty() && ids.get(id).is_some_and(|&last| last != here)
}
