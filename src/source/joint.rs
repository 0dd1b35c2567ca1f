//! Statements by several sources together: `Orr and Vane said` (measures §4.7).

use super::names::Names;
use super::reader::{List, Reader};
use super::runs::Look;
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// The parts of a mention that names several sources; one part where it names one.
pub(super) fn parts(
    reader: &Reader<'_>,
    names: &Names,
    mention: &Range<TokenIndex>,
) -> Vec<Range<TokenIndex>> {
    let whole = || vec![mention.clone()];
    let Some(joint) = mention
        .clone()
        .skip(1)
        .filter(|&at| reader.is(List::Joint, at) && names.at(at).is_none())
        .find(|&at| at + 1 < mention.end && stands_alone(reader, names, at + 1, mention.end))
    else {
        return whole();
    };
    let clause = (mention.start..joint).any(|at| reader.has(at, WordClass::Relative));
    if clause || !stands_alone(reader, names, mention.start, joint) {
        return whole();
    }
    let mut parts = Vec::new();
    let mut start = mention.start;
    for comma in mention.start..joint {
        if reader.kind(comma) == Some(TokenKind::Comma)
            && comma + 1 < joint
            && is_name_list(reader, names, start, comma)
            && is_name_list(
                reader,
                names,
                comma + 1,
                next_mark(reader, comma + 1, joint),
            )
        {
            parts.push(start..comma);
            start = comma + 1;
        }
    }
    let mut end = joint;
    while end > start + 1 && !reader.is_word(end - 1) {
        end -= 1;
    }
    parts.push(start..end);
    parts.push(joint + 1..mention.end);
    parts
}

fn next_mark(reader: &Reader<'_>, from: TokenIndex, limit: TokenIndex) -> TokenIndex {
    (from..limit)
        .find(|&at| reader.kind(at) == Some(TokenKind::Comma))
        .unwrap_or(limit)
}

/// Whether a range is a name and nothing but titles before it.
fn is_name_list(reader: &Reader<'_>, names: &Names, start: TokenIndex, end: TokenIndex) -> bool {
    names.within(&(start..end)).first().is_some_and(|named| {
        named.run.tokens.start == start && named.run.tokens.end == end && reader.is_word(start)
    })
}

/// Whether a noun phrase that could be a source alone begins at `start`: a name, or a role with a determiner of its own.
fn stands_alone(reader: &Reader<'_>, names: &Names, start: TokenIndex, end: TokenIndex) -> bool {
    let mut at = start;
    let mut own = false;
    while at < end
        && reader.any(
            at,
            &[WordClass::Determiner, WordClass::PossessiveDeterminer],
        )
    {
        own = true;
        at += 1;
    }
    if at >= end {
        return false;
    }
    let limit = end.min(at + 8);
    let named = names.within(&(at..limit)).first().is_some_and(|named| {
        let first = named.run.tokens.start;
        let near = first == at
            || (at..first).all(|at| reader.is_word(at) && !reader.has(at, WordClass::Preposition));
        let possessive = reader
            .facts
            .possessive(reader.document, named.run.name.end - 1);
        near && !possessive && (named.run.look != Look::Bare || own || first <= at + 3)
    });
    if named {
        return true;
    }
    own && (at..limit)
        .take_while(|&at| reader.is_word(at) && !reader.has(at, WordClass::Preposition))
        .any(|at| reader.role_at(at).is_some())
}
