//! The same source in several articles (measures §4.2, step 5 across articles): names and roles linked, with the article that made the link.

use super::{SourceIndex, SourceKind, Sources};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::ops::Range;

/// By what a source is known again in another article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Its name as names are compared: no case, no diacritics, first and last name.
    pub name: Option<String>,
    /// Whether the name is more than one word that may be anybody's.
    pub full: bool,
    /// For a role without a name: its words, where they say of which place it is.
    pub role: Option<String>,
}

/// A role that an article gives to a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleLink {
    /// The name as names are compared.
    pub name: String,
    /// The words of the role, where they say of which place it is.
    pub role: Option<String>,
    /// What kind of source the role makes.
    pub kind: SourceKind,
    /// Where the role stands.
    pub tokens: Range<TokenIndex>,
}

/// How a source of one article was linked to those of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Across {
    /// The first of its group.
    First,
    /// The same name.
    SameName,
    /// One word of a full name that is the only one with it.
    PartOfName,
    /// Initials.
    Acronym,
    /// The same role of the same place.
    SameRole,
    /// A role that this article gives to the name.
    Role {
        /// The article that makes the link.
        via: usize,
    },
}

/// A source of one article within a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The article, an index into the slice given to [`link`].
    pub article: usize,
    /// The source in it.
    pub source: SourceIndex,
    /// How it came into the group.
    pub linked: Across,
}

/// Sources of several articles that are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its members, by article and source.
    pub members: Vec<Member>,
    /// The kind that any of the articles gives, in their order.
    pub kind: SourceKind,
    /// The article that gives the kind, where a member's own does not.
    pub kind_via: Option<usize>,
}

/// Gathers the sources of several articles that are one. Sources without a link stand alone. Does not depend on anything but its input.
pub fn link(articles: &[&Sources]) -> Vec<Group> {
    let known = Known::of(articles);
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    for (article, sources) in articles.iter().enumerate() {
        for (source, of) in sources.clusters.iter().enumerate() {
            let (key, how) = known.key(&of.identity);
            let Some(key) = key else {
                groups.push(Group {
                    members: vec![Member {
                        article,
                        source,
                        linked: Across::First,
                    }],
                    kind: of.kind,
                    kind_via: None,
                });
                continue;
            };
            let group = *by_key.entry(key.clone()).or_insert_with(|| {
                groups.push(Group {
                    members: Vec::new(),
                    kind: SourceKind::Unknown,
                    kind_via: None,
                });
                groups.len() - 1
            });
            let group = &mut groups[group];
            let first = group.members.is_empty() && !matches!(how, Across::Role { .. });
            group.members.push(Member {
                article,
                source,
                linked: if first { Across::First } else { how },
            });
            if group.kind == SourceKind::Unknown {
                group.kind = of.kind;
            }
            if group.kind == SourceKind::Unknown
                && let Some(&(kind, via)) = known.kinds.get(&key)
            {
                group.kind = kind;
                group.kind_via = Some(via);
            }
        }
    }
    groups
}

/// What the articles know together.
#[derive(Default)]
struct Known {
    /// Full names by their last word, each once.
    last: FxHashMap<String, Vec<String>>,
    /// Names by their initials.
    initials: FxHashMap<String, String>,
    /// Names by a role of a place, with the article that says so; several names make it doubtful.
    roles: FxHashMap<String, Vec<(String, usize)>>,
    /// Kinds of names by a role, with the article.
    kinds: FxHashMap<String, (SourceKind, usize)>,
}

impl Known {
    fn of(articles: &[&Sources]) -> Self {
        let mut known = Self::default();
        for (article, sources) in articles.iter().enumerate() {
            for identity in sources.clusters.iter().map(|source| &source.identity) {
                if let Some(name) = identity.name.as_ref().filter(|_| identity.full) {
                    known.name(name);
                }
            }
            for link in &sources.roles {
                known.name(&link.name);
                if link.kind != SourceKind::Unknown {
                    known
                        .kinds
                        .entry(link.name.clone())
                        .or_insert((link.kind, article));
                }
                if let Some(role) = &link.role {
                    let names = known.roles.entry(role.clone()).or_default();
                    if names.iter().all(|(name, _)| *name != link.name) {
                        names.push((link.name.clone(), article));
                    }
                }
            }
        }
        known
    }

    fn name(&mut self, name: &str) {
        let words: Vec<&str> = name.split(' ').collect();
        if words.len() < 2 {
            return;
        }
        if let Some(last) = words.last() {
            let names = self.last.entry((*last).to_owned()).or_default();
            if names.iter().all(|other| other != name) {
                names.push(name.to_owned());
            }
        }
        let initials: String = words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect();
        self.initials
            .entry(initials)
            .or_insert_with(|| name.to_owned());
    }

    /// By what a source is gathered; `None` where it stands alone.
    fn key(&self, identity: &Identity) -> (Option<String>, Across) {
        if let Some(name) = &identity.name {
            if name.contains(' ') {
                return (Some(name.clone()), Across::SameName);
            }
            if let Some([one]) = self.last.get(name).map(Vec::as_slice) {
                return (Some(one.clone()), Across::PartOfName);
            }
            if identity.full
                && let Some(long) = self.initials.get(name)
            {
                return (Some(long.clone()), Across::Acronym);
            }
            return (Some(name.clone()), Across::SameName);
        }
        let Some(role) = &identity.role else {
            return (None, Across::First);
        };
        match self.roles.get(role).map(Vec::as_slice) {
            Some([(name, via)]) => (Some(name.clone()), Across::Role { via: *via }),
            _ => (Some(format!("the {role}")), Across::SameRole),
        }
    }
}
