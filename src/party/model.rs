//! What a declared side is.

use super::compile::Compiled;
use serde::Serialize;

/// A declared side: an index into [`Parties`], in the order of declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyId(pub u16);

/// How a side is named. The kinds are the keys of a parties file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MentionForm {
    /// The side itself: `Ardovia`, `the Union of Tram Drivers`.
    Name,
    /// Its people or its adjective: `Ardovian`, `Ardovians`.
    Demonym,
    /// Its capital, which may stand for its government: `Brell`.
    Capital,
    /// Another name that stands for it: a palace, a street, a uniform.
    Metonym,
    /// A person or body that belongs to it: `Idra Solvane`, `Border Guard`.
    Member,
    /// A place on its side: where something happens, never who does it.
    Place,
}

impl MentionForm {
    /// Each with its key in a parties file.
    pub const KEYS: [(Self, &'static str); 6] = [
        (Self::Name, "names"),
        (Self::Demonym, "demonyms"),
        (Self::Capital, "capitals"),
        (Self::Metonym, "metonyms"),
        (Self::Member, "members"),
        (Self::Place, "places"),
    ];

    /// The key in a parties file.
    pub fn key(self) -> &'static str {
        Self::KEYS
            .iter()
            .find(|(form, _)| *form == self)
            .map_or("", |(_, key)| key)
    }

    /// Whether it names the side as such, so that it counts as a mention of it: all but its members and its places.
    pub const fn names_the_side(self) -> bool {
        !matches!(self, Self::Member | Self::Place)
    }
}

/// One declared name of a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyName {
    /// As declared.
    pub text: String,
    /// What kind of name it is.
    pub form: MentionForm,
    /// First day on which it holds, ISO 8601 (`2020-10-15`).
    pub valid_from: Option<String>,
    /// Last day on which it holds.
    pub valid_to: Option<String>,
}

impl PartyName {
    /// Whether the name holds for an article of this date. An article without a date, and a name without limits, always agree.
    pub fn holds_on(&self, published: Option<&str>) -> bool {
        let Some(day) = published.and_then(|date| date.get(..10)) else {
            return true;
        };
        let after = self.valid_from.as_deref().is_none_or(|from| from <= day);
        let before = self.valid_to.as_deref().is_none_or(|to| day <= to);
        after && before
    }
}

/// A declared side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// Its id, for machines: `ardovia`.
    pub id: String,
    /// What tables call it: the declared label; else the name that the id spells, as written; else the id.
    pub label: String,
    /// All its names, in the order of the file.
    pub names: Vec<PartyName>,
    /// Longer phrases that hold one of its names and are not the side: `New Ardovia`.
    pub not: Vec<String>,
}

/// The declared sides, compiled. Empty by default: no sides, no side columns.
#[derive(Debug, Default)]
pub struct Parties {
    pub(super) parties: Vec<Party>,
    pub(super) compiled: Compiled,
}

impl Parties {
    /// Whether no side is declared.
    pub fn is_empty(&self) -> bool {
        self.parties.is_empty()
    }

    /// How many sides are declared.
    pub fn len(&self) -> usize {
        self.parties.len()
    }

    /// The sides with their ids, in the order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = (PartyId, &Party)> {
        (0..).map(PartyId).zip(&self.parties)
    }

    /// A side.
    ///
    /// # Panics
    /// When the id is of other parties than these.
    pub fn party(&self, id: PartyId) -> &Party {
        &self.parties[usize::from(id.0)]
    }

    /// The id of a side as declared, for machines.
    ///
    /// # Panics
    /// When the id is of other parties than these.
    pub fn id(&self, id: PartyId) -> &str {
        &self.party(id).id
    }

    /// What tables call a side.
    ///
    /// # Panics
    /// When the id is of other parties than these.
    pub fn label(&self, id: PartyId) -> &str {
        &self.party(id).label
    }

    /// The side with this declared id.
    pub fn find(&self, id: &str) -> Option<PartyId> {
        self.iter()
            .find(|(_, party)| party.id == id)
            .map(|(id, _)| id)
    }
}
