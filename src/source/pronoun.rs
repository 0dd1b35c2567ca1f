//! Whom a pronoun stands for (measures §4.2, step 6): sources and subjects of this sentence and the two before it.

use super::names::{Gender, Names};
use super::reader::{List, Reader};
use super::reading::Pronoun;
use super::roles::{self, RoleReading};
use super::runs::Look;
use super::subjects::Subject;
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How many sentences back an antecedent may stand.
const SENTENCES: usize = 2;
/// How many sentences back at most, with those that do not count.
const FARTHEST: usize = 7;
/// How many tokens of a sentence are looked at for a pronoun that goes on.
const CHAIN: usize = 48;
/// How many candidates are looked at.
const CANDIDATES: usize = 24;
/// How far before a relative pronoun its noun phrase is looked for.
const RELATIVE: usize = 18;

/// Who may be meant by a pronoun.
#[derive(Debug, Clone)]
pub(super) enum Who {
    /// A name: the first token of it.
    Name(TokenIndex),
    /// A role without a name.
    Role(RoleReading),
}

/// What "his", "her", "its", "their" ask of whom they stand for.
pub(super) fn of_owner(reader: &Reader<'_>, at: TokenIndex) -> Option<Pronoun> {
    if reader.is(List::Masculine, at) {
        Some(Pronoun::Person(Gender::Masculine))
    } else if reader.is(List::Feminine, at) {
        Some(Pronoun::Person(Gender::Feminine))
    } else if reader.is(List::Plural, at) {
        Some(Pronoun::Several)
    } else if reader.is(List::Neuter, at) {
        Some(Pronoun::Thing)
    } else {
        None
    }
}

/// What a pronoun asks of its antecedent, seen from a name or a role.
pub(super) fn agrees(reader: &Reader<'_>, names: &Names, who: &Who, pronoun: Pronoun) -> bool {
    match who {
        Who::Name(at) => {
            let Some(named) = names.at(*at) else {
                return false;
            };
            let entry = &names.entries[named.entry];
            let person = matches!(entry.look, Look::Person | Look::Bare);
            match pronoun {
                Pronoun::Person(gender) => {
                    let of = entry.gender.or_else(|| {
                        entry
                            .clues
                            .iter()
                            .filter_map(|clue| clue.role.as_ref())
                            .find_map(|role| role_gender(reader, role))
                    });
                    person && of.is_none_or(|known| known == gender)
                }
                Pronoun::Several => {
                    entry.look == Look::Body || names.partner(reader, *at).is_some()
                }
                Pronoun::Thing => {
                    matches!(entry.look, Look::Body | Look::Place)
                        || entry.look == Look::Bare
                            && entry.gender.is_none()
                            && !says_person(reader, entry)
                }
            }
        }
        Who::Role(role) => {
            let known = reader.lexicon.role(role.role);
            match pronoun {
                Pronoun::Person(gender) => {
                    known.person
                        && !role.plural
                        && role_gender(reader, role).is_none_or(|of| of == gender)
                }
                Pronoun::Several => role.plural && known.person || known.institution,
                Pronoun::Thing => !known.person && !role.plural,
            }
        }
    }
}

/// Whether what the text says of a name makes it a human being.
fn says_person(reader: &Reader<'_>, entry: &super::names::Entry) -> bool {
    let role = |clue: &super::clues::Clue| {
        let role = clue.role.as_ref()?;
        Some(reader.lexicon.role(role.role).person)
    };
    entry.clues.iter().any(|clue| role(clue).unwrap_or(true))
}

/// Man or woman, by the noun.
pub(super) fn role_gender(reader: &Reader<'_>, role: &RoleReading) -> Option<Gender> {
    let at = role.head.end - 1;
    if reader.is(List::NounMasculine, at) {
        Some(Gender::Masculine)
    } else if reader.is(List::NounFeminine, at) {
        Some(Gender::Feminine)
    } else {
        None
    }
}

/// From where on an antecedent may stand: two sentences back, sentences in quotation marks and those that go on with the same pronoun not counted.
fn window(reader: &Reader<'_>, at: TokenIndex, pronoun: Pronoun) -> TokenIndex {
    let mut sentence = reader.document.sentence_of(at);
    let (mut back, mut looked) = (0, 0);
    while back < SENTENCES && sentence > 0 && looked < FARTHEST {
        sentence -= 1;
        looked += 1;
        let tokens = &reader.document.sentences[sentence].tokens;
        let quoted = tokens
            .clone()
            .next()
            .is_some_and(|at| reader.document.tokens[at].is_quoted());
        let goes_on = tokens.clone().take(CHAIN).any(|at| {
            reader.has(at, WordClass::SubjectPronoun)
                && !reader.document.tokens[at].is_quoted()
                && of_owner(reader, at) == Some(pronoun)
        });
        if !quoted && !goes_on {
            back += 1;
        }
    }
    reader.document.sentences[sentence].tokens.start
}

/// The most recent candidate before `at` that agrees, of subjects and sources together.
pub(super) fn antecedent<'s>(
    reader: &Reader<'_>,
    names: &Names,
    at: TokenIndex,
    pronoun: Pronoun,
    lists: [&'s [Subject]; 2],
) -> Option<&'s Subject> {
    let low = window(reader, at, pronoun);
    // A single capitalised word of which nothing is known is a person only where it has spoken.
    let person = |subject: &Subject, strict: bool| match &subject.who {
        Who::Name(name) if strict && matches!(pronoun, Pronoun::Person(_)) => {
            names.at(*name).is_some_and(|named| {
                let entry = &names.entries[named.entry];
                entry.look != Look::Bare || !entry.clues.is_empty() || entry.gender.is_some()
            })
        }
        _ => true,
    };
    let before = |(index, list): (usize, &'s [Subject])| {
        let end = list.partition_point(|subject| subject.at < at);
        list[..end]
            .iter()
            .rev()
            .take(CANDIDATES)
            .take_while(|subject| subject.at >= low)
            .find(|subject| {
                person(subject, index == 0) && agrees(reader, names, &subject.who, pronoun)
            })
    };
    lists
        .into_iter()
        .enumerate()
        .filter_map(before)
        .max_by_key(|subject| subject.at)
}

/// The noun phrase that a relative pronoun stands for.
pub(super) fn before_relative(
    reader: &Reader<'_>,
    names: &Names,
    sentence: &Range<TokenIndex>,
    relative: TokenIndex,
) -> Option<Who> {
    let low = relative.saturating_sub(RELATIVE).max(sentence.start);
    let person = reader.is(List::RelativePerson, relative);
    let mut end = relative;
    while end > low && !reader.is_word(end - 1) {
        end -= 1;
    }
    for at in (low..end).rev() {
        if let Some(named) = names.at(at) {
            let look = names.entries[named.entry].look;
            let people = matches!(look, Look::Person | Look::Bare);
            if people || !person {
                return Some(Who::Name(named.run.name.start));
            }
            continue;
        }
        if let Some(found) = reader.role_at(at).filter(|found| found.tokens.end <= end) {
            let role = reader.lexicon.role(found.role);
            if role.person || !person {
                let start = super::clues::noun_phrase_start(reader, sentence, found.tokens.start);
                // "Ada Orr, a farmer who": the name is meant.
                if start > low + 1
                    && reader.kind(start - 1) == Some(TokenKind::Comma)
                    && let Some(named) = names.at(start - 2)
                {
                    return Some(Who::Name(named.run.name.start));
                }
                return Some(Who::Role(roles::of_match(reader, &found, start, relative)));
            }
        } else if !person && at + 1 == end && !reader.has(at, WordClass::Preposition) {
            // "a best seller, which": the noun beside it is what is meant, and is no role.
            let known = (low..end)
                .filter_map(|at| reader.role_at(at))
                .any(|found| found.tokens.end == end);
            if !known {
                return None;
            }
        }
    }
    None
}
