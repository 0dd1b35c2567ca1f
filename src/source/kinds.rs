//! What kind of source a name or a role is, as far as the text says: by the name, by what is said of it, by whom it works for (measures §4.3).

use super::clues::Clue;
use super::names::{EntryIndex, Names};
use super::pronoun::{self, Who};
use super::reader::{List, Reader};
use super::reading::Pronoun;
use super::roles;
use super::runs::Look;
use crate::lexicon::{SourceKind, WordClass};
use crate::text::TokenIndex;
use std::ops::Range;

impl Names {
    /// What kind of source an entry is, as far as the text says.
    pub(super) fn kind(&self, reader: &Reader<'_>, entry: EntryIndex, depth: u8) -> SourceKind {
        let of = &self.entries[entry];
        if of.look == Look::Place {
            return SourceKind::Official;
        }
        let by_name = match of.look {
            Look::Body => roles::of_body(reader, &of.name),
            Look::Bare if of.gender.is_none() && of.clues.is_empty() => {
                roles::of_word(reader, &of.name)
            }
            _ => None,
        };
        if let Some(kind) = by_name {
            return kind;
        }
        let mut weak = SourceKind::Unknown;
        for clue in &of.clues {
            let kind = self.clue_kind(reader, clue, depth);
            if kind == SourceKind::Unknown {
                continue;
            }
            if !clue.weak {
                return kind;
            }
            if weak == SourceKind::Unknown {
                weak = kind;
            }
        }
        weak
    }

    /// Who is named in the words that own a role: by a name of its own, or by a word of the title.
    fn owner(&self, reader: &Reader<'_>, owner: &Range<TokenIndex>) -> Option<EntryIndex> {
        let named = self.within(owner).last().map(|named| named.entry);
        named.or_else(|| {
            owner
                .clone()
                .filter(|&at| reader.is_capital(at))
                .find_map(|at| self.words.get(&reader.name_key(at)).copied())
        })
    }

    fn clue_kind(&self, reader: &Reader<'_>, clue: &Clue, depth: u8) -> SourceKind {
        match &clue.role {
            Some(role) => self.role_kind(reader, role, depth),
            None => clue.kind,
        }
    }

    /// The kind of a role: where it is what its owner is, and the owner is known, the owner's.
    pub(super) fn role_kind(
        &self,
        reader: &Reader<'_>,
        role: &roles::RoleReading,
        depth: u8,
    ) -> SourceKind {
        let owner = role
            .owner
            .clone()
            .filter(|_| !role.modified && depth > 0)
            .and_then(|owner| self.owner(reader, &owner));
        if let Some(at) = role.owner.as_ref().map(|owner| owner.start).filter(|&at| {
            depth > 0 && !role.modified && reader.any(at, &[WordClass::PossessiveDeterminer])
        }) {
            return self.kind_of_owner(reader, at, role, depth - 1);
        }
        let Some(owner) = owner else {
            let bare = role.owner.is_none()
                && !role.modified
                && reader.is_all(List::Spokesperson, &role.head);
            return if bare && depth > 0 {
                self.kind_of_body_before(reader, role.head.start, depth - 1)
            } else {
                role.kind
            };
        };
        let look = self.entries[owner].look;
        match (self.kind(reader, owner, depth - 1), look) {
            (_, Look::Place) => role.kind,
            (SourceKind::Unknown, _) => SourceKind::Unknown,
            (kind, _) => kind,
        }
    }
}

impl Names {
    /// "spokesman Bo Lund": of the body that was spoken of last.
    fn kind_of_body_before(&self, reader: &Reader<'_>, at: TokenIndex, depth: u8) -> SourceKind {
        let found = pronoun::antecedent(reader, self, at, Pronoun::Thing, [&self.subjects, &[]]);
        match found.map(|subject| &subject.who) {
            Some(Who::Name(name)) => self.at(*name).map_or(SourceKind::Unknown, |named| {
                self.kind(reader, named.entry, depth)
            }),
            Some(Who::Role(role)) => self.role_kind(reader, role, depth),
            None => SourceKind::Unknown,
        }
    }

    /// The kind that "his" or "their" before a role gives: that of whom it stands for.
    fn kind_of_owner(
        &self,
        reader: &Reader<'_>,
        at: TokenIndex,
        role: &roles::RoleReading,
        depth: u8,
    ) -> SourceKind {
        let owner = pronoun::of_owner(reader, at).and_then(|pronoun| {
            pronoun::antecedent(reader, self, at, pronoun, [&self.subjects, &[]])
        });
        let kind = match owner.map(|subject| &subject.who) {
            Some(Who::Name(name)) => self
                .at(*name)
                .map(|named| self.kind(reader, named.entry, depth)),
            Some(Who::Role(role)) => Some(self.role_kind(reader, role, depth)),
            None => None,
        };
        kind.filter(|&kind| kind != SourceKind::Unknown)
            .unwrap_or(role.kind)
    }
}
