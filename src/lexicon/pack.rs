//! A pack: its header and the text of its entries, cues, roles and classes, before anything is compiled.

use super::cue::CueText;
use super::entry::EntryText;
use super::harm::HarmText;
use super::names::named;
use super::naming_set::SetText;
use super::role::RoleText;
use super::state::StateText;
use serde::Deserialize;
use std::borrow::Cow;

named! {
    /// What a pack holds.
    pub enum PackKind {
        /// Loaded and epistemic terms.
        Terms = "terms",
        /// Words and phrases that attribute content to a source.
        Cues = "cues",
        /// Head nouns of sources.
        Roles = "roles",
        /// Words that tell of harm.
        Harms = "harms",
        /// Classes of words that rules name.
        Words = "words",
        /// Sets of words for the same thing.
        Names = "names",
        /// States of the world, to propose sides from.
        Places = "places",
    }
}

/// What a report says about a pack, so that its numbers can be recomputed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackHeader {
    /// Unique among the packs.
    pub id: String,
    /// Version of the pack's content.
    pub version: String,
    /// What it holds.
    pub kind: PackKind,
    /// SHA-256 of the pack's bytes, in hexadecimal.
    pub digest: String,
    /// Licence, as an SPDX expression.
    pub licence: String,
    /// What it covers, for people.
    pub scope: String,
    /// Where it was read from: a path, or the path below `lexicons` for a built-in pack.
    pub place: String,
    /// How many entries, cues, roles or classes it holds.
    pub entries: usize,
    /// Whether it comes with the program.
    pub builtin: bool,
}

impl PackHeader {
    /// The first twelve characters of the digest: enough to tell versions apart.
    pub fn short_digest(&self) -> &str {
        self.digest.get(..12).unwrap_or(&self.digest)
    }
}

/// What separates the items of a [`List`].
pub(super) const SEPARATOR: char = '|';

/// A list of short texts, kept as one text: most lists are never read, because their entry never matches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub(super) struct List<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

impl List<'_> {
    /// The items.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        Items(&self.0)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The items, owned.
    pub(super) fn to_strings(&self) -> Vec<String> {
        self.iter().map(str::to_owned).collect()
    }
}

/// The items of a list. They are short, so a loop over bytes is faster than a search made for long texts.
struct Items<'i>(&'i str);

impl<'i> Iterator for Items<'i> {
    type Item = &'i str;

    fn next(&mut self) -> Option<&'i str> {
        while !self.0.is_empty() {
            let (item, rest) = match self.0.bytes().position(|byte| byte == SEPARATOR as u8) {
                Some(at) => (&self.0[..at], &self.0[at + 1..]),
                None => (self.0, ""),
            };
            self.0 = rest;
            if !item.is_empty() {
                return Some(item);
            }
        }
        None
    }
}

impl<S: AsRef<str>> FromIterator<S> for List<'static> {
    fn from_iter<I: IntoIterator<Item = S>>(items: I) -> Self {
        let mut joined = String::new();
        for item in items {
            if !joined.is_empty() {
                joined.push(SEPARATOR);
            }
            joined.push_str(item.as_ref());
        }
        List(Cow::Owned(joined))
    }
}

/// The header as it stands in the pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct HeaderText<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) kind: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) version: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) licence: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) scope: Cow<'a, str>,
    /// Default category of its entries.
    #[serde(borrow)]
    pub(super) category: Cow<'a, str>,
    /// SHA-256 of the source; written by the build script.
    #[serde(borrow)]
    pub(super) digest: Cow<'a, str>,
    /// Where the source stands; written by the build script.
    #[serde(borrow)]
    pub(super) place: Cow<'a, str>,
}

/// A class of words as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct ClassText<'a> {
    #[serde(borrow)]
    pub(super) name: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) words: List<'a>,
    #[serde(borrow)]
    pub(super) inflect: Cow<'a, str>,
}

/// A whole pack as text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct PackText<'a> {
    #[serde(borrow)]
    pub(super) pack: HeaderText<'a>,
    #[serde(borrow)]
    pub(super) entry: Vec<EntryText<'a>>,
    #[serde(borrow)]
    pub(super) cue: Vec<CueText<'a>>,
    #[serde(borrow)]
    pub(super) role: Vec<RoleText<'a>>,
    #[serde(borrow)]
    pub(super) harm: Vec<HarmText<'a>>,
    #[serde(borrow)]
    pub(super) class: Vec<ClassText<'a>>,
    #[serde(borrow)]
    pub(super) set: Vec<SetText<'a>>,
    #[serde(borrow)]
    pub(super) state: Vec<StateText<'a>>,
}

impl PackText<'_> {
    /// What a report says about it.
    pub(super) fn header(&self, builtin: bool) -> PackHeader {
        let header = &self.pack;
        PackHeader {
            id: header.id.to_string(),
            version: header.version.to_string(),
            kind: PackKind::from_name(&header.kind).unwrap_or(PackKind::Terms),
            digest: header.digest.to_string(),
            licence: header.licence.to_string(),
            scope: header.scope.to_string(),
            place: header.place.to_string(),
            entries: self.entry.len()
                + self.cue.len()
                + self.role.len()
                + self.harm.len()
                + self.class.len()
                + self.set.len()
                + self.state.len(),
            builtin,
        }
    }
}
