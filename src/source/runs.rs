//! Runs of capitalised words: where the names stand, and what each looks like.

use super::reader::{List, Reader};
use super::titles;
use crate::lexicon::{RoleMatch, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// What a name looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// First and last name.
    Person,
    /// One capitalised word that may be anything.
    Bare,
    /// An organisation or an office.
    Body,
    /// A country or a city.
    Place,
}

/// A name in the text.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// All capitalised words, titles before the name included.
    pub(super) tokens: Range<TokenIndex>,
    /// The name itself.
    pub(super) name: Range<TokenIndex>,
    pub(super) look: Look,
    /// Whether titles or roles stand before the name within the run.
    pub(super) titled: bool,
}

/// The longest that a run may be.
const LONGEST: usize = 14;

/// From how many words on capitals without "of" are no name.
const LONG_NAME: usize = 7;

/// Whether "of" or "for" joins the parts of a name.
fn of_body(reader: &Reader<'_>, tokens: &Range<TokenIndex>) -> bool {
    tokens.clone().any(|at| reader.is(List::Of, at))
}

/// Finds the runs of a document outside headings in title case, and the stretches of capitals that are too long for a name.
pub(super) fn find(reader: &Reader<'_>, title_case: &[bool]) -> (Vec<Run>, Vec<Range<TokenIndex>>) {
    let inside = capitals_inside(reader);
    let (mut runs, mut long) = (Vec::new(), Vec::new());
    for (index, sentence) in reader.document.sentences.iter().enumerate() {
        if title_case[index] {
            continue;
        }
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !reader.is_capital(at) || !starts_name(reader, &inside, at, sentence.tokens.start) {
                at += 1;
                continue;
            }
            let tokens = extend(reader, at, sentence.tokens.end);
            at = tokens.end;
            let words = tokens.clone().filter(|&at| reader.is_word(at)).count();
            if words > LONG_NAME && !of_body(reader, &tokens) {
                long.push(tokens);
            } else {
                runs.extend(titles::classify(reader, tokens));
            }
        }
    }
    (runs, long)
}

/// Whether most longer words of a sentence are capitalised, so that capitals say nothing.
pub(super) fn title_case(reader: &Reader<'_>) -> Vec<bool> {
    const SHORTEST: u32 = 4;
    let of = |sentence: &crate::text::Sentence| {
        let long = || {
            reader.document.tokens[sentence.tokens.clone()]
                .iter()
                .filter(|token| token.kind == TokenKind::Word && token.span().len() >= SHORTEST)
        };
        let (total, capital) = (long().count(), long().filter(|token| token.capital).count());
        // "Veldan Foreign Minister Ada Orr met envoys on Monday" is a sentence full of names; a heading has verbs in capitals.
        let verb = || {
            sentence.tokens.clone().skip(1).any(|at| {
                reader.is_capital(at) && !reader.has(at, WordClass::Title) && reader.is_verb(at)
            })
        };
        total >= 4 && capital * 20 >= total * 17 && verb()
    };
    reader.document.sentences.iter().map(of).collect()
}

/// Whether each spelling stands with a capital where no sentence opens.
fn capitals_inside(reader: &Reader<'_>) -> Vec<bool> {
    let mut inside = vec![false; reader.document.vocabulary.len()];
    for sentence in &reader.document.sentences {
        for at in sentence.tokens.clone().skip(1) {
            if reader.is_capital(at) && !opens(reader, at, sentence.tokens.start) {
                inside[reader.document.tokens[at].word.0 as usize] = true;
            }
        }
    }
    inside
}

fn opens(reader: &Reader<'_>, at: TokenIndex, start: TokenIndex) -> bool {
    at == start
        || matches!(
            reader.kind(at - 1),
            Some(TokenKind::OpenQuote | TokenKind::Colon | TokenKind::Terminator | TokenKind::Dash)
        )
        || at - 1 == start && !reader.is_word(start)
}

fn starts_name(reader: &Reader<'_>, inside: &[bool], at: TokenIndex, start: TokenIndex) -> bool {
    const NEVER: [WordClass; 7] = [
        WordClass::SubjectPronoun,
        WordClass::Time,
        WordClass::Determiner,
        WordClass::PossessiveDeterminer,
        WordClass::Preposition,
        WordClass::Coordinator,
        WordClass::Be,
    ];
    if !reader.is_capital(at) || reader.any(at, &NEVER) {
        return false;
    }
    if !opens(reader, at, start) {
        return true;
    }
    if reader.any(
        at,
        &[
            WordClass::CommonOpener,
            WordClass::Subordinator,
            WordClass::Interrogative,
            WordClass::Negation,
            WordClass::IndefinitePronoun,
            WordClass::NumberWord,
        ],
    ) || reader.facts.adverb(reader.document, at) && !reader.is_capital(at + 1)
    {
        return false;
    }
    reader.is_capital(at + 1)
        || particles(reader, at + 1, at + 4).is_some()
        || reader.document.tokens[at].all_caps
        || inside[reader.document.tokens[at].word.0 as usize]
        || reader.any(at, &[WordClass::Place, WordClass::Demonym])
        || reader.any(at, &[WordClass::Title]) && is_stop(reader, at + 1)
        || (reader.facts.classes(reader.document, at).is_empty()
            && reader.role_at(at).is_none()
            && (reader.is_verb(at + 1) || reader.facts.possessive(reader.document, at)))
}

/// Whether a token is the full stop of an abbreviation.
pub(super) fn is_stop(reader: &Reader<'_>, at: TokenIndex) -> bool {
    reader.kind(at) == Some(TokenKind::Period) && !reader.document.tokens[at].space_before
}

/// Goes on from the first word of a name over initials, particles and "of".
fn extend(reader: &Reader<'_>, start: TokenIndex, limit: TokenIndex) -> Range<TokenIndex> {
    let limit = limit.min(start + LONGEST);
    let mut end = start + 1;
    while end < limit {
        let last = end - 1;
        if reader.facts.possessive(reader.document, last) {
            let place = reader.any(last, &[WordClass::Place, WordClass::Demonym]);
            if place || !names_body_after(reader, end, limit) {
                break;
            }
        }
        let short = reader.document.tokens[last].span().len() <= 1
            || reader.any(last, &[WordClass::Title])
            || reader.is(List::Suffix, last);
        if reader.is_capital(end) {
            if reader.any(end, &[WordClass::Time, WordClass::SubjectPronoun])
                || reader.has(end, WordClass::Be)
            {
                break;
            }
            end += 1;
        } else if short && is_stop(reader, end) && reader.is_capital(end + 1) && end + 1 < limit {
            end += 2;
        } else if let Some(after) = particles(reader, end, limit) {
            end = after;
        } else if let Some(after) = of_name(reader, start, end, limit) {
            end = after;
        } else {
            break;
        }
    }
    start..end
}

/// One past the capitalised word after particles or "&": `van der Vel`.
fn particles(reader: &Reader<'_>, from: TokenIndex, limit: TokenIndex) -> Option<TokenIndex> {
    let mut at = from;
    if from >= reader.document.tokens.len() {
        return None;
    }
    if reader.document.folded(at) == "&" {
        at += 1;
    } else {
        while at < from + 2
            && reader.is_word(at)
            && !reader.is_capital(at)
            && reader.is(List::Particle, at)
        {
            at += 1;
        }
    }
    (at > from && at < limit && reader.is_capital(at)).then_some(at + 1)
}

/// Whether a possessive is part of the name of a body: `Prosecutor General's Office`.
fn names_body_after(reader: &Reader<'_>, at: TokenIndex, limit: TokenIndex) -> bool {
    (at..limit.min(at + 3))
        .take_while(|&at| reader.is_capital(at))
        .any(|at| {
            reader.has(at, WordClass::OrganisationWord)
                || reader
                    .role_at(at)
                    .is_some_and(|found| institution(reader, &found))
        })
}

pub(super) fn institution(reader: &Reader<'_>, found: &RoleMatch) -> bool {
    reader.lexicon.role(found.role).institution
}

/// `University of Orla`, `Department of the Interior`.
fn of_name(
    reader: &Reader<'_>,
    start: TokenIndex,
    end: TokenIndex,
    limit: TokenIndex,
) -> Option<TokenIndex> {
    let last = end - 1;
    let body = reader.has(last, WordClass::OrganisationWord)
        || (start..end)
            .filter_map(|at| reader.role_at(at))
            .any(|found| found.tokens.end == end && institution(reader, &found));
    if !body || !reader.is(List::Of, end) {
        return None;
    }
    let mut next = end + 1;
    if reader.has(next, WordClass::Determiner) {
        next += 1;
    }
    (next < limit && reader.is_capital(next)).then_some(next + 1)
}
