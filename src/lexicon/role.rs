//! Head nouns of sources, and what kind of source each one is.

use super::names::named;
use super::pack::List;
use serde::Deserialize;
use std::borrow::Cow;

/// Index of a role in [`super::Lexicon::roles`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleId(pub u32);

named! {
    /// What kind of source somebody is.
    pub enum SourceKind {
        /// Governments, ministries, courts, diplomats.
        Official = "official",
        /// Armies, police, intelligence.
        Security = "security",
        /// Parties, candidates, oppositions.
        PartyPolitics = "party_politics",
        /// Companies and those who speak for them.
        Business = "business",
        /// Unions and workers.
        Labour = "labour",
        /// Researchers, physicians, analysts.
        Expert = "expert",
        /// Bodies between governments.
        Igo = "igo",
        /// Charities, rights groups, monitors.
        Ngo = "ngo",
        /// Newspapers, agencies, reporters.
        Media = "media",
        /// Residents, witnesses, voters.
        Citizen = "citizen",
        /// Victims, survivors, relatives, the displaced.
        VictimFamily = "victim_family",
        /// Reports, letters, surveys.
        Document = "document",
        /// Nothing in the text says.
        Unknown = "unknown",
    }
}

/// A role as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct RoleText<'a> {
    #[serde(borrow)]
    pub(super) head: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) plural: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) kind: Cow<'a, str>,
    pub(super) person: bool,
    /// `word=kind` each.
    #[serde(borrow)]
    pub(super) modifiers: List<'a>,
    pub(super) institution: bool,
    pub(super) vague: bool,
}

/// A head noun of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The head, singular.
    pub head: String,
    /// Its plural.
    pub plural: String,
    /// What kind of source it is without a modifier.
    pub kind: SourceKind,
    /// Whether it is a human being, against an institution or a document.
    pub person: bool,
    /// Whether it is a body that is itself nameable.
    pub institution: bool,
    /// Whether it says nothing about who it is.
    pub vague: bool,
    /// Its pack, an index into [`super::Lexicon::packs`].
    pub pack: usize,
    modifiers: Vec<(String, SourceKind)>,
}

impl Role {
    pub(super) fn new(text: &RoleText<'_>, pack: usize) -> Option<Self> {
        let modifiers = text.modifiers.iter().filter_map(|item| {
            let (word, kind) = item.split_once('=')?;
            Some((word.to_owned(), SourceKind::from_name(kind)?))
        });
        let plural = if text.plural.is_empty() {
            super::inflect::plural(&text.head)
        } else {
            text.plural.to_string()
        };
        Some(Self {
            head: text.head.to_string(),
            plural,
            kind: SourceKind::from_name(&text.kind)?,
            person: text.person,
            institution: text.institution,
            vague: text.vague,
            pack,
            modifiers: modifiers.collect(),
        })
    }

    /// The kind that the folded word before the head gives, where it gives another.
    pub fn kind_after(&self, modifier: &str) -> Option<SourceKind> {
        self.modifiers
            .iter()
            .find(|(word, _)| word == modifier)
            .map(|&(_, kind)| kind)
    }

    /// The words before the head that give another kind.
    pub fn modifiers(&self) -> &[(String, SourceKind)] {
        &self.modifiers
    }
}
