//! Roles in noun phrases: the head, its kind, and whose role it is (measures §4.3).

use super::reader::{List, Reader};
use crate::lexicon::{RoleId, RoleMatch, SourceKind, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// A role as the text gives it.
#[derive(Debug, Clone)]
pub(super) struct RoleReading {
    /// The noun phrase up to its head, with determiner.
    pub(super) tokens: Range<TokenIndex>,
    /// The head.
    pub(super) head: Range<TokenIndex>,
    pub(super) role: RoleId,
    pub(super) plural: bool,
    /// The kind by head and modifiers.
    pub(super) kind: SourceKind,
    /// Whether the modifiers decided the kind.
    pub(super) modified: bool,
    /// What its owner is named by, for roles that are what their owner is.
    pub(super) owner: Option<Range<TokenIndex>>,
}

/// How far a phrase with "of" or "for" is read.
const TAIL: usize = 16;

/// Finds the role that heads the noun phrase in `range`: the last role before any preposition. What follows the range up to `limit` may name its owner.
pub(super) fn head(
    reader: &Reader<'_>,
    range: &Range<TokenIndex>,
    limit: TokenIndex,
) -> Option<RoleReading> {
    let mut last: Option<RoleMatch> = None;
    let mut at = range.start;
    let mut end = range.end;
    while at < range.end {
        if let Some(found) = reader
            .role_at(at)
            .filter(|found| found.tokens.end <= range.end)
        {
            at = found.tokens.end;
            last = Some(found);
        } else if at > range.start && is_stop(reader, at) {
            end = at;
            break;
        } else {
            at += 1;
        }
    }
    let found = last?;
    // What stands between the head and the end must be no noun: a time or an adverb.
    let mut after = found.tokens.end;
    while after < end
        && (reader.has(after, WordClass::Time)
            || reader.kind(after) == Some(TokenKind::Period)
            || reader.facts.adverb(reader.document, after))
    {
        after += 1;
    }
    // "people familiar with the matter": the head itself ends with a preposition.
    let open = reader.has(found.tokens.end - 1, WordClass::Preposition);
    if after < end && !open {
        return None;
    }
    Some(of_match(reader, &found, range.start, limit))
}

fn is_stop(reader: &Reader<'_>, at: TokenIndex) -> bool {
    reader.any(
        at,
        &[
            WordClass::Preposition,
            WordClass::Relative,
            WordClass::Subordinator,
            WordClass::Coordinator,
        ],
    ) || matches!(
        reader.kind(at),
        Some(
            TokenKind::Comma
                | TokenKind::Dash
                | TokenKind::Open
                | TokenKind::Colon
                | TokenKind::Semicolon
        )
    )
}

/// Reads a role match whose noun phrase begins at `low`.
pub(super) fn of_match(
    reader: &Reader<'_>,
    found: &RoleMatch,
    low: TokenIndex,
    limit: TokenIndex,
) -> RoleReading {
    let role = reader.lexicon.role(found.role);
    let relational = reader.is_all(List::Relational, &found.tokens)
        || reader.is(List::Relational, found.tokens.end - 1)
        || reader.is_all(List::Spokesperson, &found.tokens);
    let mut reading = RoleReading {
        tokens: low..found.tokens.end,
        head: found.tokens.clone(),
        role: found.role,
        plural: found.plural,
        kind: role.kind,
        modified: false,
        owner: None,
    };
    let mut decided = None;
    for at in (low..found.tokens.start).rev() {
        if !reader.is_word(at) {
            continue;
        }
        let word = reader.base(at);
        if let Some(kind) = role.kind_after(word) {
            decided = Some(kind);
            break;
        }
        if (relational || role.institution && role.kind != SourceKind::Media)
            && (reader.is(List::PartyNoun, at) || reader.is(List::PartyModifier, at))
            || relational && reader.is(List::Campaign, at)
        {
            decided = Some(SourceKind::PartyPolitics);
            break;
        }
        if relational {
            let inner = reader
                .role_at(at)
                .filter(|inner| inner.tokens.end <= found.tokens.start);
            if let Some(inner) = inner.filter(|inner| {
                let of = reader.lexicon.role(inner.role);
                !of.person
                    || reader
                        .facts
                        .possessive(reader.document, inner.tokens.end - 1)
            }) {
                decided = Some(of_match(reader, &inner, low, inner.tokens.end).kind);
                reading.owner = Some(inner.tokens.clone());
                break;
            }
            if let Some(kind) = name_word(reader, at) {
                decided = Some(kind);
                reading.owner = Some(at..at + 1);
                break;
            }
        }
        if reader.document.tokens[at].capital || reader.has(at, WordClass::PossessiveDeterminer) {
            let end = reading.owner.as_ref().map_or(at + 1, |owner| owner.end);
            reading.owner = Some(at..end);
        }
    }
    if relational && decided.is_none() && reading.owner.is_none() {
        decided = tail(reader, found.tokens.end, limit, &mut reading);
    }
    if let Some(kind) = decided {
        reading.kind = kind;
        reading.modified = true;
    }
    if !relational && !reading.modified {
        reading.owner = None;
    }
    reading
}

/// The owner after `of`, `for`, `at`, `with`.
fn tail(
    reader: &Reader<'_>,
    from: TokenIndex,
    limit: TokenIndex,
    reading: &mut RoleReading,
) -> Option<SourceKind> {
    if from >= limit
        || !reader.has(from, WordClass::Preposition)
        || reader.has(from, WordClass::Time)
    {
        return None;
    }
    let limit = limit.min(from + TAIL);
    let mut at = from + 1;
    let (mut found, mut longest) = (None, 0);
    while at < limit {
        if is_stop(reader, at) {
            break;
        }
        let end = reader.role_at(at).filter(|inner| inner.tokens.end <= limit);
        if let Some(inner) = end {
            let kind = of_match(reader, &inner, from + 1, inner.tokens.end).kind;
            reading.owner = Some(from + 1..inner.tokens.end);
            found = Some(kind);
            at = inner.tokens.end;
            continue;
        }
        if let Some((length, kind)) = name_phrase(reader, at) {
            reading.owner = Some(from + 1..at + length);
            if length >= longest {
                longest = length;
                found = Some(kind);
            }
        } else if reader.is_capital(at) {
            reading.owner.get_or_insert(at..at + 1);
        }
        at += 1;
    }
    found
}

/// The kind that a word in a name gives: `Orla University`, `the Orla Post`.
pub(super) fn name_word(reader: &Reader<'_>, at: TokenIndex) -> Option<SourceKind> {
    name_phrase(reader, at).map(|(_, kind)| kind)
}

/// The kind that a word or phrase in a name gives, with its length.
fn name_phrase(reader: &Reader<'_>, at: TokenIndex) -> Option<(usize, SourceKind)> {
    const WORDS: [(List, SourceKind); 9] = [
        (List::PartyName, SourceKind::PartyPolitics),
        (List::MediaName, SourceKind::Media),
        (List::IgoName, SourceKind::Igo),
        (List::SecurityName, SourceKind::Security),
        (List::LabourName, SourceKind::Labour),
        (List::ExpertName, SourceKind::Expert),
        (List::NgoName, SourceKind::Ngo),
        (List::OfficialName, SourceKind::Official),
        (List::BusinessName, SourceKind::Business),
    ];
    if !reader.is_capital(at) {
        return None;
    }
    WORDS
        .iter()
        .rev()
        .filter_map(|&(list, kind)| Some((reader.list(list, at)? - at, kind)))
        .max_by_key(|&(length, _)| length)
}

/// The kind of a single word that is a name of a body by itself: `Reuters`.
pub(super) fn of_word(reader: &Reader<'_>, name: &Range<TokenIndex>) -> Option<SourceKind> {
    let (length, kind) = name_phrase(reader, name.start)?;
    (length == name.len()).then_some(kind)
}

/// The kind of a named body: by a role that is all of its name, then by its longest and last telling word.
pub(super) fn of_body(reader: &Reader<'_>, name: &Range<TokenIndex>) -> Option<SourceKind> {
    let whole = reader
        .role_at(name.start)
        .filter(|found| found.tokens.end >= name.end);
    if let Some(found) = whole {
        return Some(reader.lexicon.role(found.role).kind);
    }
    let by_word = name
        .clone()
        .filter_map(|at| name_phrase(reader, at))
        .max_by_key(|&(length, _)| length);
    by_word.map(|(_, kind)| kind).or_else(|| {
        name.clone().rev().find_map(|at| {
            let found = reader
                .role_at(at)
                .filter(|found| found.tokens.end <= name.end)?;
            let role = reader.lexicon.role(found.role);
            (!role.person).then(|| of_match(reader, &found, name.start, name.end).kind)
        })
    })
}
