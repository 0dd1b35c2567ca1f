//! The subjects of clauses in the author's words: whom a pronoun may stand for.

use super::clues::noun_phrase_start;
use super::names::Names;
use super::pronoun::Who;
use super::reader::Reader;
use super::roles;
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};

/// A subject of a clause, in the author's words.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) at: TokenIndex,
    pub(super) who: Who,
}

/// The subjects of all clauses, in order.
pub(super) fn find(reader: &Reader<'_>, names: &Names) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for sentence in &reader.document.sentences {
        let range = sentence.tokens.clone();
        let mut at = range.start;
        let mut open = true;
        let mut first = true;
        // Whether the name before a comma or "and" was a subject.
        let mut listed = false;
        while at < range.end {
            if reader.document.tokens[at].is_quoted() {
                at += 1;
                open = true;
                continue;
            }
            let named = names.at(at);
            if named.is_some() && !open {
                listed = false;
            }
            if let Some(named) = named.filter(|_| open) {
                let run = &named.run;
                if reader.facts.possessive(reader.document, run.name.end - 1) {
                    at = run.tokens.end.max(at + 1);
                    continue;
                }
                // "The Fox News moderators": the name only says which.
                let next = run.name.end;
                let modifies = reader.role_at(next).is_some()
                    || reader.is_word(next)
                        && !reader.is_verb(next)
                        && reader.facts.classes(reader.document, next).is_empty()
                        && reader.is_verb(next + 1);
                if !modifies {
                    subjects.push(Subject {
                        at: run.name.start,
                        who: Who::Name(run.name.start),
                    });
                    open = false;
                    first = false;
                    listed = true;
                }
                at = run.tokens.end.max(at + 1);
                continue;
            }
            if open && let Some(found) = reader.role_at(at) {
                let next = found.tokens.end;
                let goes_on = reader.role_at(next).is_some()
                    || names.at(next).is_some()
                    || reader.is_word(next)
                        && !reader.is_verb(next)
                        && !reader.has(next, WordClass::Preposition);
                let low = noun_phrase_start(reader, &range, at);
                let apposed = low > range.start + 1
                    && reader.kind(low - 1) == Some(TokenKind::Comma)
                    && names.at(low - 2).is_some();
                if !goes_on && first && !apposed {
                    subjects.push(Subject {
                        at,
                        who: Who::Role(roles::of_match(reader, &found, low, range.end)),
                    });
                    open = false;
                    first = false;
                }
                at = next;
                continue;
            }
            // "Orr and Vane", "Orr, Vane and Lund": the later ones are what the first is.
            let in_list = names.at(at + 1).is_some()
                && at
                    .checked_sub(1)
                    .is_some_and(|before| names.at(before).is_some())
                && !reader.is_verb(at);
            open = if in_list {
                listed
            } else {
                opens(reader, at, open)
            };
            at += 1;
        }
    }
    subjects
}

/// Whether a subject may stand after a token.
fn opens(reader: &Reader<'_>, at: TokenIndex, open: bool) -> bool {
    match reader.kind(at) {
        Some(
            TokenKind::Comma
            | TokenKind::Dash
            | TokenKind::Semicolon
            | TokenKind::Colon
            | TokenKind::CloseQuote
            | TokenKind::Terminator
            | TokenKind::Period,
        ) => true,
        Some(TokenKind::Word) => {
            let fresh = reader.any(
                at,
                &[
                    WordClass::Subordinator,
                    WordClass::Relative,
                    WordClass::Coordinator,
                    WordClass::Interrogative,
                ],
            );
            fresh
                || open
                    && !reader.has(at, WordClass::Preposition)
                    && !reader.is_verb(at)
                    && !reader.has(at, WordClass::SubjectPronoun)
        }
        _ => open,
    }
}
