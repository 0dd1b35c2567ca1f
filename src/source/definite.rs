//! Roles without a name, and whom they mean: `the foreign minister`, `the spokesman`, `his ministry` (measures §4.2, steps 5 and 7).

use super::names::{EntryIndex, Names};
use super::pronoun::{self, Who};
use super::reader::Reader;
use super::reading::Reading;
use super::roles::RoleReading;
use super::sieve::{ENOUGH, Referent, Sieve};
use super::{Doubt, LinkedBy, Note, SourceIndex};
use crate::lexicon::{RoleId, WordClass};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;

impl Sieve<'_, '_> {
    /// The source that a role stands for.
    pub(super) fn role(
        &mut self,
        reading: &Reading,
        role: &RoleReading,
    ) -> (SourceIndex, LinkedBy) {
        let known = self.reader.lexicon.role(role.role);
        if let Some(entry) = self.named_by_role(reading, role) {
            let (of, by) = self.by_referent(Referent::Entry(entry), reading);
            self.clusters[of].entry = Some(entry);
            let by = if by == LinkedBy::SameWords {
                LinkedBy::Role
            } else {
                by
            };
            return (of, by);
        }
        let indefinite = known.person && !role.plural && !reading.definite && !reading.several;
        if indefinite
            && self
                .reader
                .any(reading.tokens.start, &[WordClass::Determiner])
        {
            return self.by_referent(Referent::Alone(reading.tokens.start), reading);
        }
        if let Some(at) = reading.owned {
            return self.owned(reading, at);
        }
        let key = self.reader.key(&reading.core);
        let referent = Referent::Words(key);
        if !self.of.contains_key(&referent)
            && reading.definite
            && role.head.start <= reading.tokens.start + 1
            && reading.tokens.end == role.head.end
        {
            let candidates = self.by_role.get(&role.role).map_or(&[][..], Vec::as_slice);
            match (candidates.len(), candidates.last().copied()) {
                (1, Some(of)) => return (of, LinkedBy::DefiniteRole),
                (0, _) | (_, None) => {}
                (_, Some(other)) => {
                    let other = self.clusters[other].reading.tokens.clone();
                    let (of, by) = self.by_referent(referent, reading);
                    self.doubts.push(Note {
                        mention: reading.tokens.clone(),
                        other,
                        source: of,
                        why: Doubt::SeveralCandidates,
                    });
                    return (of, by);
                }
            }
        }
        self.by_referent(referent, reading)
    }

    /// `his ministry`: of whom it is depends on the pronoun.
    fn owned(&mut self, reading: &Reading, at: TokenIndex) -> (SourceIndex, LinkedBy) {
        let owner = pronoun::of_owner(self.reader, at).and_then(|pronoun| {
            let found = pronoun::antecedent(
                self.reader,
                &self.names,
                at,
                pronoun,
                [&self.names.subjects, &self.said],
            )?;
            match &found.who {
                Who::Name(name) => self.names.at(*name).map(|named| named.entry),
                Who::Role(_) => None,
            }
        });
        let rest = reading.tokens.start + 1..reading.tokens.end;
        let key = match owner {
            Some(owner) => format!(
                "{}'s {}",
                self.reader.key(&self.names.entries[owner].name),
                self.reader.key(&rest)
            ),
            None => self.reader.key(&reading.tokens),
        };
        let linked = self.by_referent(Referent::Words(key), reading);
        self.clusters[linked.0].owner = owner;
        linked
    }

    /// The one name to which the text gives this role: `the Turkish foreign minister`, of whom an apposition says who it is; `the minister`, after a minister was named.
    fn named_by_role(&self, reading: &Reading, role: &RoleReading) -> Option<EntryIndex> {
        if !reading.definite || role.plural || reading.owned.is_some() {
            return None;
        }
        let short = reading.tokens.len() <= role.head.len() + 1;
        let mut candidates: Vec<EntryIndex> = if short {
            let all = self.named.get(&role.role).map_or(&[][..], Vec::as_slice);
            all.iter()
                .copied()
                .filter(|&entry| self.names.entries[entry].first < reading.tokens.start)
                .collect()
        } else {
            let words = self.named_words.get(&self.reader.key(&reading.core));
            words.cloned().unwrap_or_default()
        };
        candidates.dedup();
        match candidates[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// Names by the head of a role, and by all its words.
type ByRole = (
    FxHashMap<RoleId, Vec<EntryIndex>>,
    FxHashMap<String, Vec<EntryIndex>>,
);

/// The names of persons by the roles that the text gives them.
pub(super) fn names_by_role(reader: &Reader<'_>, names: &Names) -> ByRole {
    let (mut heads, mut words) = ByRole::default();
    for (index, entry) in names.entries.iter().enumerate() {
        for role in entry.clues.iter().filter_map(|clue| clue.role.as_ref()) {
            for list in [
                heads.entry(role.role).or_default(),
                words.entry(reader.key(&role.tokens)).or_default(),
            ] {
                if list.len() < ENOUGH && !list.contains(&index) {
                    list.push(index);
                }
            }
        }
    }
    (heads, words)
}
