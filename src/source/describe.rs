//! What is known of a cluster: name, kind, role, anonymity, organisation.

use super::names::Names;
use super::reader::Reader;
use super::reading::Shape;
use super::roles::RoleReading;
use super::runs::Look;
use super::sieve::Cluster;
use super::{Anonymity, Identity, LinkedBy, Mention, RoleLink, Source, anonymity};
use crate::lexicon::SourceKind;
use crate::text::TokenIndex;
use std::ops::Range;

/// How deep the owners of roles are followed: the aide of an adviser of a minister.
const DEPTH: u8 = 3;

/// What is known of a cluster.
pub(super) fn describe(
    reader: &Reader<'_>,
    names: &Names,
    cluster: &Cluster,
    mut mentions: Vec<Mention>,
) -> Source {
    mentions.sort_by_key(|mention| (mention.tokens.start, mention.attribution));
    if let Some(first) = mentions.first_mut()
        && !matches!(first.linked_by, LinkedBy::Pronoun | LinkedBy::Actor)
    {
        first.linked_by = LinkedBy::First;
    }
    let role = role_of(names, cluster);
    let kind = kind_of(reader, names, cluster);
    let attributions: Vec<usize> = {
        let mut all: Vec<usize> = mentions.iter().map(|mention| mention.attribution).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    Source {
        name: name_of(reader, names, cluster),
        kind,
        role: role.map_or_else(String::new, |role| reader.shown(&role.tokens)),
        anonymity: if cluster.entry.is_some() {
            Anonymity::Named
        } else {
            anonymity::of(reader, &cluster.reading)
        },
        reason: None,
        mentions,
        attributions,
        words: 0,
        direct_words: 0,
        reports: 0,
        speech_acts: 0,
        first: None,
        last: None,
        organisation: organisation(reader, names, cluster, role),
        via: None,
        identity: identity(reader, names, cluster),
        joint: false,
    }
}

/// By what a cluster is known again elsewhere.
fn identity(reader: &Reader<'_>, names: &Names, cluster: &Cluster) -> Identity {
    let role = match (cluster.entry, &cluster.reading.shape) {
        (None, Shape::Role(role)) if cluster.reading.definite && !role.plural => {
            placed(reader, &cluster.reading.core, &cluster.reading.tokens)
        }
        _ => None,
    };
    Identity {
        name: cluster.entry.map(|entry| names.key(reader, entry)),
        full: cluster
            .entry
            .is_some_and(|entry| names.entries[entry].look != Look::Bare),
        role,
    }
}

/// The words of a role, where they say of which place it is: elsewhere, "the minister" is somebody else.
fn placed(
    reader: &Reader<'_>,
    role: &Range<TokenIndex>,
    within: &Range<TokenIndex>,
) -> Option<String> {
    let role = within.start.min(role.start)..role.end;
    role.clone()
        .any(|at| reader.place_of(at).is_some())
        .then(|| reader.key(&role))
}

/// The roles that the text gives to the names of persons.
pub(super) fn role_links(reader: &Reader<'_>, names: &Names) -> Vec<RoleLink> {
    let mut links = Vec::new();
    for (index, entry) in names.entries.iter().enumerate() {
        if entry.look != Look::Person {
            continue;
        }
        for role in entry.clues.iter().filter_map(|clue| clue.role.as_ref()) {
            if role.plural {
                continue;
            }
            links.push(RoleLink {
                name: names.key(reader, index),
                role: placed(reader, &role.tokens, &role.tokens),
                kind: names.role_kind(reader, role, DEPTH),
                tokens: role.tokens.clone(),
            });
        }
    }
    links
}

/// The role of a cluster: the first office or occupation that the text gives, or what it is named by.
fn role_of<'c>(names: &'c Names, cluster: &'c Cluster) -> Option<&'c RoleReading> {
    match (cluster.entry, &cluster.reading.shape) {
        (Some(entry), _) => {
            let clues = &names.entries[entry].clues;
            let strong = clues
                .iter()
                .filter(|clue| !clue.weak)
                .find_map(|clue| clue.role.as_ref());
            strong.or_else(|| clues.iter().find_map(|clue| clue.role.as_ref()))
        }
        (None, Shape::Role(role)) => Some(role),
        (None, _) => None,
    }
}

fn kind_of(reader: &Reader<'_>, names: &Names, cluster: &Cluster) -> SourceKind {
    let named = cluster.entry.map_or(SourceKind::Unknown, |entry| {
        names.kind(reader, entry, DEPTH)
    });
    if named != SourceKind::Unknown {
        return named;
    }
    match &cluster.reading.shape {
        Shape::Role(role) => names.role_kind(reader, role, DEPTH),
        Shape::Crowd => crowd_kind(reader, cluster),
        _ => SourceKind::Unknown,
    }
}

/// The kind of people at large: by any role in the phrase.
fn crowd_kind(reader: &Reader<'_>, cluster: &Cluster) -> SourceKind {
    let tokens = cluster.reading.core.clone();
    tokens
        .rev()
        .find_map(|at| {
            let found = reader.role_at(at)?;
            let role = reader.lexicon.role(found.role);
            (role.kind != SourceKind::Unknown).then_some(role.kind)
        })
        .unwrap_or(SourceKind::Unknown)
}

fn name_of(reader: &Reader<'_>, names: &Names, cluster: &Cluster) -> String {
    match cluster.entry {
        Some(entry) => {
            let entry = &names.entries[entry];
            let core = &cluster.reading.core;
            let holds = core.start <= entry.name.start && entry.name.end <= core.end;
            if entry.look == Look::Body && holds {
                reader.shown(core)
            } else {
                reader.shown(&entry.name)
            }
        }
        None => reader.shown(&cluster.reading.tokens),
    }
}

/// The body that a mention names as its own.
fn organisation(
    reader: &Reader<'_>,
    names: &Names,
    cluster: &Cluster,
    role: Option<&RoleReading>,
) -> Option<String> {
    if let Some(owner) = cluster.owner {
        return Some(reader.shown(&names.entries[owner].name));
    }
    let owner = role?.owner.clone()?;
    let body = names
        .within(&owner)
        .last()
        .filter(|named| matches!(named.run.look, Look::Body | Look::Place))
        .map(|named| reader.shown(&named.run.name));
    body.or_else(|| {
        reader
            .role_at(owner.start)
            .is_some()
            .then(|| reader.shown(&owner))
    })
}
