//! One mention of a source, read: a name, a role, a pronoun, people at large, or something else.

use super::clues::core_end;
use super::names::{Gender, Names};
use super::reader::{List, Reader};
use super::roles::{self, RoleReading};
use super::runs::Look;
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// What a mention is.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    /// A name: an index into [`Names::named`] of the article, by its first token.
    Name(TokenIndex),
    /// A role without a name.
    Role(RoleReading),
    /// he, she, they, it
    Pronoun(Pronoun),
    /// who, which, that
    Relative,
    /// people at large: many, critics
    Crowd,
    /// someone
    Somebody,
    /// Anything else: nobody, you, a thing.
    Other,
}

/// What a pronoun stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// he, she
    Person(Gender),
    /// they
    Several,
    /// it
    Thing,
}

/// A mention with what was read in it.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The mention.
    pub(super) tokens: Range<TokenIndex>,
    /// Its noun phrase up to the first preposition, without determiner.
    pub(super) core: Range<TokenIndex>,
    pub(super) shape: Shape,
    /// Opens with "the", "this" or an owner.
    pub(super) definite: bool,
    /// Opens with his, her, their.
    pub(super) owned: Option<TokenIndex>,
    /// Of several: "some of the officials".
    pub(super) several: bool,
}

/// Reads a mention.
pub(super) fn read(reader: &Reader<'_>, names: &Names, mention: &Range<TokenIndex>) -> Reading {
    let mut tokens = mention.clone();
    while tokens.len() > 1 && !reader.is_word(tokens.start) {
        tokens.start += 1;
    }
    while tokens.len() > 1
        && !reader.is_capital(tokens.start)
        && (reader.has(tokens.start, WordClass::Preposition)
            || reader.facts.adverb(reader.document, tokens.start)
            || reader.has(tokens.start, WordClass::Negation))
        && !reader.is(List::Quantity, tokens.start)
    {
        tokens.start += 1;
    }
    let (shape, core, several) = shape_of(reader, names, &tokens, 2);
    let first = tokens.start;
    let owned = reader
        .has(first, WordClass::PossessiveDeterminer)
        .then_some(first)
        .filter(|_| tokens.len() > 1);
    let named_owner = tokens
        .clone()
        .take(4)
        .any(|at| reader.facts.possessive(reader.document, at));
    Reading {
        definite: reader.is(List::Definite, first) || owned.is_some() || named_owner,
        tokens,
        core,
        shape,
        owned,
        several,
    }
}

/// Where the noun phrase ends that a mention begins with: before a clause, an apposition or a bracket.
fn phrase_end(reader: &Reader<'_>, tokens: &Range<TokenIndex>) -> TokenIndex {
    tokens
        .clone()
        .skip(1)
        .find(|&at| {
            matches!(
                reader.kind(at),
                Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Open | TokenKind::Colon)
            ) || reader.is(List::Relative, at)
        })
        .unwrap_or(tokens.end)
}

fn shape_of(
    reader: &Reader<'_>,
    names: &Names,
    tokens: &Range<TokenIndex>,
    depth: u8,
) -> (Shape, Range<TokenIndex>, bool) {
    let all = tokens.clone();
    if let Some(shape) = pronoun(reader, tokens) {
        return (shape, all, false);
    }
    let end = phrase_end(reader, tokens);
    let mut start = tokens.start;
    while start + 1 < end
        && reader.any(
            start,
            &[WordClass::Determiner, WordClass::PossessiveDeterminer],
        )
        && !reader.is(List::Quantity, start)
    {
        start += 1;
    }
    let mut core = start..core_end(reader, start, end);
    if core.is_empty() {
        core = start..end;
    }
    // "some of the officials", "dozens of members of his party"
    if depth > 0 && core.end < end && reader.has(core.end, WordClass::Preposition) {
        let head = core.end - 1;
        let counted = reader.is(List::Quantity, head)
            || reader.has(head, WordClass::NumberWord)
            || reader.kind(head) == Some(TokenKind::Number);
        let whole = names
            .at(head)
            .is_some_and(|named| named.run.look != Look::Bare || named.run.name.end > head + 1);
        if counted && !whole && core.end + 1 < end {
            let one = reader.is(List::OneOf, head);
            let rest = core.end + 1..tokens.end;
            // "One of the farmers, Bo Lund"
            let after = names.within(&(end..tokens.end)).first();
            if let Some(name) =
                after.filter(|name| one && named_after_role(reader, end, name.run.tokens.start))
            {
                return (Shape::Name(name.run.name.start), core, false);
            }
            if reader.is(List::Relative, rest.start) {
                return (Shape::Relative, core, true);
            }
            let (shape, inner, _) = shape_of(reader, names, &rest, depth - 1);
            return match shape {
                Shape::Name(_) if !one => (Shape::Crowd, core, true),
                Shape::Name(_) => (Shape::Somebody, core, false),
                shape => (shape, inner, !one),
            };
        }
    }
    if let Some(name) = name_of(reader, names, &core, tokens) {
        return (Shape::Name(name), core, false);
    }
    if let Some(role) = roles::head(reader, &core, end) {
        let crowd = role.plural
            && reader.is(List::Crowd, role.head.end - 1)
            && !reader.lexicon.role(role.role).institution;
        return if crowd && reader.lexicon.role(role.role).vague {
            (Shape::Crowd, core, true)
        } else {
            (Shape::Role(role), core, false)
        };
    }
    if tokens.end > end
        && let Some(name) = names.within(&(end..tokens.end)).first()
        && named_after_role(reader, end, name.run.tokens.start)
    {
        return (Shape::Name(name.run.name.start), core, false);
    }
    let head = core.end - 1;
    if reader.is(List::Nobody, tokens.start) {
        return (Shape::Other, core, false);
    }
    if reader.is_all(List::Somebody, &core) {
        return (Shape::Somebody, core, false);
    }
    if reader.is(List::Crowd, head) || reader.is(List::Crowd, core.start) {
        return (Shape::Crowd, core, true);
    }
    (Shape::Other, core, false)
}

fn pronoun(reader: &Reader<'_>, tokens: &Range<TokenIndex>) -> Option<Shape> {
    let first = tokens.start;
    let short = tokens.len() == 1
        || !reader.is_word(first + 1)
        || reader.is(List::Crowd, first + 1) && tokens.len() == 2;
    let ends = short || reader.list(List::Plural, first) == Some(tokens.end);
    if !ends {
        return None;
    }
    Some(if reader.is(List::Masculine, first) {
        Shape::Pronoun(Pronoun::Person(Gender::Masculine))
    } else if reader.is(List::Feminine, first) {
        Shape::Pronoun(Pronoun::Person(Gender::Feminine))
    } else if reader.is(List::Plural, first) {
        Shape::Pronoun(Pronoun::Several)
    } else if reader.is(List::Neuter, first) {
        Shape::Pronoun(Pronoun::Thing)
    } else if reader.is(List::Relative, first) {
        Shape::Relative
    } else if reader.is(List::Nobody, first) || reader.is(List::Author, first) {
        Shape::Other
    } else if reader.is(List::Somebody, first) {
        Shape::Somebody
    } else {
        return None;
    })
}

/// The name that heads the noun phrase: one that ends where its core ends.
fn name_of(
    reader: &Reader<'_>,
    names: &Names,
    core: &Range<TokenIndex>,
    tokens: &Range<TokenIndex>,
) -> Option<TokenIndex> {
    let within = names.within(&(core.start..tokens.end));
    let head = within.iter().rev().find(|named| {
        let (start, end) = (named.run.name.start, named.run.name.end);
        let reaches = end >= core.end
            || (end..core.end).all(|at| {
                !reader.is_word(at)
                    || reader.has(at, WordClass::Time)
                    || reader.facts.adverb(reader.document, at)
            });
        start < core.end && reaches
    })?;
    // "Ardovia's" at the end of a range is an owner without what it owns: the name stands for the source.
    Some(head.run.name.start)
}

/// "the republic's ombudsman, Davit Grigoryan": the name stands right after the comma.
fn named_after_role(reader: &Reader<'_>, comma: TokenIndex, name: TokenIndex) -> bool {
    name == comma + 1 && reader.kind(comma) == Some(TokenKind::Comma)
}
