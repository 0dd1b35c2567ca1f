//! Whether the reader learns who a source is, and why not (measures §4.4).

use super::Anonymity;
use super::names::Names;
use super::reader::{List, Reader};
use super::reading::{Reading, Shape};
use super::roles::RoleReading;
use crate::lexicon::{SourceKind, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// The level of a nameless source with a reason.
const WITH_REASON: u8 = 3;
/// The highest level without one.
const DESCRIBED: u8 = 2;
/// How long a reason may be, in tokens.
const LONGEST: usize = 28;

/// Whether a source without a name of its own is anonymous, by its first mention.
pub(super) fn of(reader: &Reader<'_>, reading: &Reading) -> Anonymity {
    match &reading.shape {
        Shape::Role(role) => of_role(reader, reading, role),
        Shape::Crowd => Anonymity::Collective,
        Shape::Somebody => Anonymity::Anonymous {
            level: u8::from(reading.tokens.len() > 2),
        },
        Shape::Name(_) | Shape::Pronoun(_) | Shape::Relative | Shape::Other => Anonymity::Named,
    }
}

fn of_role(reader: &Reader<'_>, reading: &Reading, role: &RoleReading) -> Anonymity {
    let known = reader.lexicon.role(role.role);
    if known.kind == SourceKind::Document {
        return Anonymity::Named;
    }
    if !known.person && !known.vague {
        return if role.plural && known.institution && !reading.definite {
            Anonymity::Collective
        } else {
            Anonymity::Named
        };
    }
    if reader.is_all(List::Spokesperson, &role.head) {
        return Anonymity::UnnamedSpokesperson;
    }
    let at_large = matches!(known.kind, SourceKind::Citizen | SourceKind::VictimFamily)
        || reader.is(List::Crowd, role.head.end - 1)
        || !known.person;
    if at_large && (role.plural || !known.person || reader.is(List::Crowd, role.head.end - 1)) {
        return Anonymity::Collective;
    }
    let office = reader.is_all(List::Office, &role.head) && reading.definite && !role.plural;
    // "the star journalist": somebody known already, unless all that is known is that he is a source or an official.
    let known_already = reading.definite
        && reading.owned.is_none()
        && !role.plural
        && !known.vague
        && role.head.start > reading.tokens.start + 1
        && reading.tokens.end == role.head.end;
    if (office || known_already) && !reading.several {
        return Anonymity::Named;
    }
    Anonymity::Anonymous {
        level: level(reader, reading, role, known.vague),
    }
}

/// How much is said of a nameless source: words before its head and what follows it.
fn level(reader: &Reader<'_>, reading: &Reading, role: &RoleReading, vague: bool) -> u8 {
    let before = (reading.core.start..role.head.start)
        .filter(|&at| {
            reader.is_word(at)
                && !reader.any(
                    at,
                    &[
                        WordClass::Determiner,
                        WordClass::NumberWord,
                        WordClass::PossessiveDeterminer,
                    ],
                )
                && !reader.is(List::Quantity, at)
                && reader.kind(at) != Some(TokenKind::Number)
        })
        .count();
    let after = usize::from(reading.tokens.end > role.head.end + 1);
    let said = (before + after).min(DESCRIBED as usize) as u8;
    said.max(u8::from(!vague))
}

/// A nameless source with a reason is at the highest level.
pub(super) fn with_reason(anonymity: Anonymity) -> Anonymity {
    match anonymity {
        Anonymity::Anonymous { .. } => Anonymity::Anonymous { level: WITH_REASON },
        other => other,
    }
}

/// All words that withhold a name, in order, each to the end of its clause.
pub(super) fn reasons(reader: &Reader<'_>) -> Vec<Range<TokenIndex>> {
    let mut found: Vec<Range<TokenIndex>> = Vec::new();
    for at in 0..reader.document.tokens.len() {
        if found.last().is_some_and(|last| at < last.end) || reader.document.tokens[at].is_quoted()
        {
            continue;
        }
        if let Some(end) = reader.list(List::Reason, at) {
            let limit = reader.sentence(at).end.min(at + LONGEST);
            let close = (end..limit)
                .find(|&at| {
                    matches!(
                        reader.kind(at),
                        Some(
                            TokenKind::Comma
                                | TokenKind::Period
                                | TokenKind::Semicolon
                                | TokenKind::Dash
                                | TokenKind::OpenQuote
                        )
                    ) && reader
                        .document
                        .tokens
                        .get(at + 1)
                        .is_none_or(|next| next.space_before)
                })
                .unwrap_or(limit);
            found.push(at..close);
        }
    }
    found
}

/// The medium beside a mention: `told the Orla Post`, `in an interview with Orla Radio`.
pub(super) fn medium(
    reader: &Reader<'_>,
    names: &Names,
    range: &Range<TokenIndex>,
) -> Option<Range<TokenIndex>> {
    let mut at = range.start;
    while at < range.end {
        if let Some(end) = reader.list(List::MediumCue, at) {
            let mut start = end;
            while start < range.end && reader.any(start, &[WordClass::Determiner]) {
                start += 1;
            }
            let name = names.at(start).map(|named| named.run.name.clone());
            if let Some(name) = name.filter(|name| {
                name.start == start
                    || names
                        .at(start)
                        .is_some_and(|named| named.run.tokens.start == start)
            }) {
                let media = name
                    .clone()
                    .any(|at| super::roles::name_word(reader, at) == Some(SourceKind::Media));
                if media {
                    return Some(name);
                }
            }
            at = end;
        } else {
            at += 1;
        }
    }
    None
}
