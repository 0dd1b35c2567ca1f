//! What the text around a name says of its role: titles, appositions, predicates, parties, campaigns (measures §4.2, step 5).

use super::apposition;
use super::names::Names;
use super::reader::{List, Reader};
use super::roles::{self, RoleReading};
use super::runs::Look;
use crate::lexicon::{SourceKind, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// One thing that the text says of the role of a name.
#[derive(Debug, Clone)]
pub(super) struct Clue {
    /// Where.
    pub(super) at: TokenIndex,
    /// The role; `None` for a party in brackets or a campaign.
    pub(super) role: Option<RoleReading>,
    /// The kind where there is no role.
    pub(super) kind: SourceKind,
    /// Membership of a party only: an office or an occupation outranks it.
    pub(super) weak: bool,
}

/// How far titles reach to the left of a name.
const TITLES: usize = 9;
/// How far a clause is looked at for where somebody works.
const AFFILIATION: usize = 16;
const APPOSITION: usize = apposition::LONGEST;

/// What the text says around one name.
pub(super) fn around(reader: &Reader<'_>, names: &Names, index: usize) -> Vec<Clue> {
    let named = &names.named[index];
    let run = &named.run;
    let sentence = reader.sentence(run.name.start);
    let person = matches!(run.look, Look::Person | Look::Bare);
    let mut clues = Vec::new();
    let mut add = |role: RoleReading| {
        clues.push(Clue {
            at: role.head.start,
            weak: reader.is(List::WeakRole, role.head.end - 1),
            kind: role.kind,
            role: Some(role),
        });
    };
    let possessive = reader.facts.possessive(reader.document, run.name.end - 1);
    if person {
        before(reader, &sentence, run.name.start)
            .into_iter()
            .for_each(&mut add);
        if !possessive {
            apposition::before(reader, &sentence, run.tokens.start, run.name.end)
                .into_iter()
                .for_each(&mut add);
        }
    }
    if !possessive && run.look != Look::Place {
        apposition::after(reader, names, &sentence, index, person)
            .into_iter()
            .for_each(&mut add);
    }
    if person {
        let end = run.name.end;
        if let Some(kind) = bracket(reader, end, &sentence) {
            // It says more than the title before the name.
            clues.push(Clue {
                at: run.tokens.start,
                role: None,
                kind,
                weak: false,
            });
        }
        let low = noun_phrase_start(reader, &sentence, run.name.start);
        if let Some(party) = (low..run.name.start).find(|&at| reader.is(List::PartyNoun, at)) {
            clues.push(Clue {
                at: party,
                role: None,
                kind: SourceKind::PartyPolitics,
                weak: true,
            });
        }
        clues.extend(affiliation(reader, names, end, &sentence));
        if campaign_for(reader, low, &sentence) {
            clues.push(Clue {
                at: low,
                role: None,
                kind: SourceKind::PartyPolitics,
                weak: false,
            });
        }
        let campaign = end + usize::from(reader.kind(end) == Some(TokenKind::Quote));
        if reader.is(List::Campaign, campaign) && sentence.contains(&campaign) {
            clues.push(Clue {
                at: campaign,
                role: None,
                kind: SourceKind::PartyPolitics,
                weak: false,
            });
        }
    }
    clues
}

/// Titles and trades before a name: `ministry spokeswoman Ani Sargsyan`.
fn before(
    reader: &Reader<'_>,
    sentence: &Range<TokenIndex>,
    name: TokenIndex,
) -> Option<RoleReading> {
    let low = noun_phrase_start(reader, sentence, name);
    // "Secretary of State Ada Orr": some roles hold a preposition.
    let from = low.saturating_sub(3).max(sentence.start);
    (from..name).find_map(|at| {
        let found = reader.role_at(at)?;
        let mut end = found.tokens.end;
        while end < name
            && (reader.kind(end) == Some(TokenKind::Period) || reader.is(List::PersonalTitle, end))
        {
            end += 1;
        }
        let role = reader.lexicon.role(found.role);
        (end == name && (role.person || role.kind == SourceKind::PartyPolitics))
            .then(|| roles::of_match(reader, &found, low, name))
    })
}

/// Where the noun phrase begins that ends before `end`.
pub(super) fn noun_phrase_start(
    reader: &Reader<'_>,
    sentence: &Range<TokenIndex>,
    end: TokenIndex,
) -> TokenIndex {
    const STOPS: [WordClass; 10] = [
        WordClass::Preposition,
        WordClass::Coordinator,
        WordClass::Relative,
        WordClass::Subordinator,
        WordClass::Be,
        WordClass::Have,
        WordClass::Do,
        WordClass::Modal,
        WordClass::SubjectPronoun,
        WordClass::Interrogative,
    ];
    let mut start = end;
    while start > sentence.start && end - start < TITLES {
        let at = start - 1;
        let stop = reader.kind(at) == Some(TokenKind::Period);
        if !reader.is_word(at)
            && !stop
            && !matches!(reader.kind(at), Some(TokenKind::Quote | TokenKind::Other))
        {
            break;
        }
        if reader.any(at, &STOPS) || reader.has(at, WordClass::Verb) {
            break;
        }
        start = at;
        if reader.any(
            at,
            &[WordClass::Determiner, WordClass::PossessiveDeterminer],
        ) {
            break;
        }
    }
    start
}

/// Where the noun phrase that begins at `start` meets a preposition, a mark or a verb.
pub(super) fn core_end(reader: &Reader<'_>, start: TokenIndex, limit: TokenIndex) -> TokenIndex {
    const STOPS: [WordClass; 9] = [
        WordClass::Preposition,
        WordClass::Coordinator,
        WordClass::Relative,
        WordClass::Subordinator,
        WordClass::Be,
        WordClass::Have,
        WordClass::Do,
        WordClass::Modal,
        WordClass::SubjectPronoun,
    ];
    let (mut at, mut headed) = (start, false);
    while at < limit {
        if let Some(found) = reader.role_at(at).filter(|found| found.tokens.end <= limit) {
            at = found.tokens.end;
            headed = true;
            continue;
        }
        let joins = matches!(
            reader.kind(at),
            Some(TokenKind::Quote | TokenKind::Other | TokenKind::Period)
        ) && at + 1 < limit
            && !reader.document.tokens[at].space_before;
        // "a seasoned operative": before the head, what looks like a verb is none.
        let verb = headed && !reader.is_capital(at) && reader.is_verb(at);
        if !reader.is_word(at) && !joins || reader.any(at, &STOPS) || verb {
            break;
        }
        at += 1;
    }
    at
}

/// `Ada Orr of Orla University`, `Ada Orr, who teaches law at Orla University`.
fn affiliation(
    reader: &Reader<'_>,
    names: &Names,
    name: TokenIndex,
    sentence: &Range<TokenIndex>,
) -> Option<Clue> {
    let mut at = name;
    let relative =
        reader.kind(at) == Some(TokenKind::Comma) && reader.is(List::RelativePerson, at + 1);
    if relative {
        let limit = sentence.end.min(at + AFFILIATION);
        at = (at + 2..limit)
            .take_while(|&at| reader.is_word(at))
            .find(|&at| {
                reader.has(at, WordClass::Preposition) && body_after(reader, names, at).is_some()
            })?;
    }
    if !sentence.contains(&at) || !reader.has(at, WordClass::Preposition) {
        return None;
    }
    let body = body_after(reader, names, at)?;
    if !apposition::closes(reader, body.end, sentence) {
        return None;
    }
    Some(Clue {
        at,
        role: None,
        kind: roles::of_body(reader, &body)?,
        weak: relative,
    })
}

/// The body named right after a preposition.
fn body_after(
    reader: &Reader<'_>,
    names: &Names,
    preposition: TokenIndex,
) -> Option<Range<TokenIndex>> {
    let start = (preposition + 1..preposition + 4)
        .find(|&at| reader.is_capital(at) || !reader.is_word(at))?;
    let run = &names.at(start)?.run;
    (run.look == Look::Body && run.tokens.start == start).then(|| run.tokens.clone())
}

/// `a campaign manager for Orr`.
fn campaign_for(reader: &Reader<'_>, name: TokenIndex, sentence: &Range<TokenIndex>) -> bool {
    let Some(preposition) = name.checked_sub(1).filter(|at| sentence.contains(at)) else {
        return false;
    };
    reader.has(preposition, WordClass::Preposition)
        && (preposition.saturating_sub(3).max(sentence.start)..preposition)
            .any(|at| reader.is(List::Campaign, at))
}

/// `(R-Orla)`, `(D)`: who holds an office, with party.
fn bracket(
    reader: &Reader<'_>,
    at: TokenIndex,
    sentence: &Range<TokenIndex>,
) -> Option<SourceKind> {
    if reader.kind(at) != Some(TokenKind::Open) || !sentence.contains(&(at + 1)) {
        return None;
    }
    let word = reader.document.folded(at + 1);
    let letter = word.split('-').next().unwrap_or(word);
    let known = reader
        .lexicon
        .class_words("party_letter")
        .iter()
        .any(|party| party == letter);
    (known && reader.is_capital(at + 1)).then_some(SourceKind::Official)
}

/// `He is now host of the show.`: the role that a clause gives to the pronoun at `at`.
pub(super) fn predicate(reader: &Reader<'_>, at: TokenIndex) -> Option<Clue> {
    let sentence = reader.sentence(at);
    if !reader.has(at + 1, WordClass::Be) || at + 2 >= sentence.end {
        return None;
    }
    let mut start = at + 2;
    while start < sentence.end && reader.facts.adverb(reader.document, start) {
        start += 1;
    }
    let limit = sentence.end.min(start + APPOSITION);
    let core = core_end(reader, start, limit);
    let determined = reader.has(start, WordClass::Determiner);
    if core == start || !determined && !reader.has(core, WordClass::Preposition) {
        return None;
    }
    let role = roles::head(reader, &(start..core), limit)?;
    (reader.lexicon.role(role.role).person && !role.plural).then(|| Clue {
        at,
        kind: role.kind,
        weak: reader.is(List::WeakRole, role.head.end - 1),
        role: Some(role),
    })
}
