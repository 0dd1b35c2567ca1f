//! Tells titles and roles from the name within a run of capitals, and what the name looks like.

use super::reader::{List, Reader};
use super::runs::{Look, Run, institution, is_stop};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// Where the name begins after titles and roles, whether one of them is a person's, and whether all of it is but the role of a body.
fn titles(reader: &Reader<'_>, tokens: &Range<TokenIndex>) -> (TokenIndex, bool, bool) {
    let (mut name, mut person, mut body) = (tokens.start, false, false);
    let mut at = tokens.start;
    while at < tokens.end {
        let found = reader
            .role_at(at)
            .filter(|found| found.tokens.end <= tokens.end);
        if let Some(found) = found {
            let role = reader.lexicon.role(found.role);
            let end = found.tokens.end;
            // A surname that is also a trade: "Ada Baker".
            let surname = role.person && end == tokens.end && at > name;
            if !surname && (role.person || at == name) {
                body = role.institution && end == tokens.end;
                person |= role.person;
                name = end;
            }
            at = end;
            continue;
        }
        let goes_on = at + 1 < tokens.end;
        if goes_on && at == name {
            if reader.has(at, WordClass::Title) {
                person |= reader.is(List::PersonalTitle, at);
                name = at + 1 + usize::from(is_stop(reader, at + 1));
            } else if reader.has(at, WordClass::Demonym) || reader.is(List::PartyNoun, at) {
                name = at + 1;
            } else if let Some(end) = reader.list(List::Place, at).filter(|&end| {
                reader
                    .role_at(end)
                    .is_some_and(|found| found.tokens.end <= tokens.end)
            }) {
                name = end;
            }
        }
        if reader.kind(name) == Some(TokenKind::Period) && name + 1 < tokens.end {
            name += 1;
        }
        at = name.max(at + 1);
    }
    (name, person, body)
}

/// Tells titles from the name, and what the name looks like. `None` for a run that is but a role: `Prime Minister`.
pub(super) fn classify(reader: &Reader<'_>, tokens: Range<TokenIndex>) -> Option<Run> {
    let run = |name: Range<TokenIndex>, look, titled| {
        Some(Run {
            tokens: tokens.clone(),
            name,
            look,
            titled,
        })
    };
    if reader.is_all(List::Place, &tokens) {
        return run(tokens.clone(), Look::Place, false);
    }
    // "Russian and Azerbaijani counterparts": peoples are nobody's name.
    if tokens
        .clone()
        .all(|at| reader.has(at, WordClass::Demonym) && !reader.is(List::Place, at))
    {
        return None;
    }
    let (at, person, body) = titles(reader, &tokens);
    let last = tokens.end - 1;
    let titled = at > tokens.start;
    if at >= tokens.end {
        return if body {
            run(tokens.clone(), Look::Body, false)
        } else {
            None
        };
    }
    let rest = at..tokens.end;
    let words: Vec<TokenIndex> = rest.clone().filter(|&at| reader.is_word(at)).collect();
    let ends_body = reader.has(last, WordClass::OrganisationWord)
        || (rest.clone())
            .filter_map(|at| reader.role_at(at))
            .any(|found| found.tokens.end == tokens.end && institution(reader, &found))
        || rest
            .clone()
            .any(|at| reader.is(List::Of, at) || reader.document.folded(at) == "&");
    if reader.is_all(List::Place, &rest) {
        return if titled && person {
            None
        } else {
            run(rest, Look::Place, titled)
        };
    }
    if ends_body && words.len() + usize::from(titled) > 1 && !person {
        return run(tokens.clone(), Look::Body, false);
    }
    if words.len() == 1 {
        let acronym = reader.document.tokens[at].all_caps
            && (2..=9).contains(&reader.document.tokens[at].span().len());
        let look = if acronym && !person {
            Look::Body
        } else {
            Look::Bare
        };
        return run(rest, look, titled);
    }
    let foreign = reader.any(at, &[WordClass::Demonym, WordClass::Adjective])
        || reader.list(List::Place, at).is_some();
    let numbered = rest.clone().any(|at| {
        reader
            .document
            .token_text(at)
            .bytes()
            .any(|b| b.is_ascii_digit())
    });
    let look = if words.len() > 5 || numbered || foreign && !person {
        Look::Body
    } else {
        Look::Person
    };
    run(rest, look, titled)
}
