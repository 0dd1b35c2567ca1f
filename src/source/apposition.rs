//! Roles in apposition to a name, before it or after it.

use super::clues::{core_end, noun_phrase_start};
use super::names::Names;
use super::reader::{List, Reader};
use super::roles::{self, RoleReading};
use super::runs::Look;
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far an apposition reaches.
pub(super) const LONGEST: usize = 30;
/// How far before the comma the role of a name after it is looked for.
const BEFORE: usize = 11;

/// `the republic's human rights ombudsman, Davit Grigoryan`.
pub(super) fn before(
    reader: &Reader<'_>,
    sentence: &Range<TokenIndex>,
    run: TokenIndex,
    end: TokenIndex,
) -> Option<RoleReading> {
    let comma = run.checked_sub(1).filter(|at| sentence.contains(at))?;
    if reader.kind(comma) != Some(TokenKind::Comma)
        || reader.has(end, WordClass::Coordinator)
        || !closes(reader, end, sentence)
    {
        return None;
    }
    let mut low = comma.saturating_sub(BEFORE).max(sentence.start);
    if let Some(mark) = (low..comma)
        .rev()
        .find(|&at| !reader.is_word(at) && reader.kind(at) != Some(TokenKind::Quote))
    {
        low = mark + 1;
    }
    let mut head = None;
    for at in low..comma {
        let Some(found) = reader.role_at(at) else {
            continue;
        };
        let role = reader.lexicon.role(found.role);
        let next = found.tokens.end;
        let ends =
            next == comma || reader.has(next, WordClass::Preposition) && !reader.is_verb(comma - 1);
        // "one of the men, Ada Orr"
        let one_of = (low..at).any(|at| reader.is(List::OneOf, at) && reader.is(List::Of, at + 1));
        if role.person
            && (!found.plural || one_of)
            && ends
            && next <= comma
            && !reader.is_capital(next)
        {
            head = Some(found);
            if next != comma {
                break;
            }
        }
    }
    let found = head?;
    let start = noun_phrase_start(reader, sentence, found.tokens.start);
    let definite = reader.any(
        start,
        &[WordClass::Determiner, WordClass::PossessiveDeterminer],
    ) || (start..found.tokens.start)
        .any(|at| reader.facts.possessive(reader.document, at));
    let verbs = (found.tokens.end..comma).any(|at| reader.is_verb(at));
    (definite && !verbs).then(|| roles::of_match(reader, &found, start, comma))
}

/// Whether a noun phrase may end here: a mark, the end, or a verb.
pub(super) fn closes(reader: &Reader<'_>, at: TokenIndex, sentence: &Range<TokenIndex>) -> bool {
    at >= sentence.end || !reader.is_word(at) || reader.is_verb(at)
}

/// `Ada Orr, 45, a farmer,` and `Ada Orr, who is a farmer,` and `Ada Orr is a farmer`.
pub(super) fn after(
    reader: &Reader<'_>,
    names: &Names,
    sentence: &Range<TokenIndex>,
    index: usize,
    person: bool,
) -> Option<RoleReading> {
    let end = names.named[index].run.name.end;
    let mut at = end;
    if reader.kind(at) == Some(TokenKind::Period) && reader.is(List::Suffix, at - 1) {
        at += 1;
    }
    if reader.kind(at) == Some(TokenKind::Open) {
        at = (at..sentence.end.min(at + 8))
            .find(|&at| reader.kind(at) == Some(TokenKind::Close))?
            + 1;
    }
    let mut linked = false;
    if reader.has(at, WordClass::Be) {
        at += 1;
        linked = true;
    } else {
        if !matches!(reader.kind(at), Some(TokenKind::Comma | TokenKind::Dash)) {
            return None;
        }
        at += 1;
        if reader.kind(at) == Some(TokenKind::Number)
            && reader.kind(at + 1) == Some(TokenKind::Comma)
        {
            at += 2;
        }
        if reader.has(at, WordClass::Relative) && reader.has(at + 1, WordClass::Be) {
            at += 2;
            linked = true;
        }
    }
    while reader
        .facts
        .adverb(reader.document, at.min(sentence.end.saturating_sub(1)))
        && at < sentence.end
    {
        at += 1;
    }
    let start = at;
    if linked && !reader.has(start, WordClass::Determiner) {
        return None;
    }
    let limit = sentence.end.min(start + LONGEST);
    let core = core_end(reader, start, limit);
    if core == start {
        return None;
    }
    let role = roles::head(reader, &(start..core), limit)?;
    let known = reader.lexicon.role(role.role);
    let joined = (sentence.start..names.named[index].run.tokens.start)
        .next_back()
        .is_some_and(|at| reader.is(List::Joint, at));
    let body = known.institution && names.named[index].run.look == Look::Bare;
    if role.plural && person && !joined || person && !known.person && !body {
        return None;
    }
    // "Orr, Prime Minister Vane and": the role is another's.
    if names
        .at(role.head.end)
        .is_some_and(|named| named.run.name.start == role.head.end)
    {
        return None;
    }
    // "… with Ardair, the airline said": what was just named is the airline.
    if linked || known.institution && reader.has(start, WordClass::Determiner) {
        return Some(role);
    }
    // A clause follows, not an apposition: "After meeting Orr, the minister said".
    let mut mark = core;
    while mark < limit
        && !matches!(
            reader.kind(mark),
            Some(
                TokenKind::Comma
                    | TokenKind::Dash
                    | TokenKind::Close
                    | TokenKind::Semicolon
                    | TokenKind::CloseQuote
            )
        )
        && !reader.any(mark, &[WordClass::Relative, WordClass::Coordinator])
    {
        if reader.kind(mark) == Some(TokenKind::Period) && mark + 1 >= sentence.end {
            break;
        }
        if reader.any(
            mark,
            &[
                WordClass::Be,
                WordClass::Have,
                WordClass::Modal,
                WordClass::Do,
            ],
        ) || mark == core && reader.is_verb(mark)
        {
            return None;
        }
        mark += 1;
    }
    Some(role)
}
