//! Whose noun it is: possessors, subjects of light verbs and predicates.

use crate::attribution::phrase::Found;
use crate::attribution::{Confidence, Scene, Tag};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// The possessor of a noun: "his plan", "the union's demand", "Republican criticism"; and where its phrase begins.
pub(super) fn owner(
    scene: &Scene<'_>,
    low: TokenIndex,
    noun: TokenIndex,
) -> (Option<Found>, TokenIndex) {
    const REACH: usize = 5;
    let mut at = noun;
    while at > low && noun - at < REACH {
        let k = at - 1;
        if scene.tags[k] == Tag::Possessive {
            return (Some((k..k + 1, Confidence::Pronoun)), k);
        }
        if scene.possessive(k) && matches!(scene.tags[k], Tag::Name | Tag::Noun | Tag::Indefinite) {
            let range = scene.plain_left(low, k + 1);
            // "France's and Germany's" aside, a possessor is one noun phrase without prepositions.
            return (
                range.map(|range| (shorten(scene, range), Confidence::Exact)),
                k,
            );
        }
        // "the towns' consensus": the apostrophe of a plural.
        if scene.kind(k) == TokenKind::Quote
            && k > low
            && scene.word(k - 1).ends_with('s')
            && matches!(scene.tags[k - 1], Tag::Name | Tag::Noun)
        {
            return (
                scene
                    .plain_left(low, k)
                    .map(|range| (shorten(scene, range), Confidence::Exact)),
                k - 1,
            );
        }
        if !matches!(
            scene.tags[k],
            Tag::Adjective | Tag::Noun | Tag::Number | Tag::Adverb | Tag::Name | Tag::VerbIng
        ) {
            if scene.tags[k] == Tag::Determiner {
                at = k;
            }
            break;
        }
        at = k;
    }
    (None, at)
}

pub(super) fn shorten(scene: &Scene<'_>, range: Range<TokenIndex>) -> Range<TokenIndex> {
    let mut start = range.end - 1;
    while start > range.start
        && matches!(
            scene.tags[start - 1],
            Tag::Name
                | Tag::Noun
                | Tag::Adjective
                | Tag::Determiner
                | Tag::Number
                | Tag::Possessive
        )
    {
        start -= 1;
    }
    while start > range.start
        && scene.word(start - 1) == "of"
        && start >= range.start + 2
        && scene.tags[start - 2].is_head()
    {
        start -= 2;
        while start > range.start
            && matches!(
                scene.tags[start - 1],
                Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner
            )
        {
            start -= 1;
        }
    }
    start..range.end
}

/// "Orr is a critic of the king": a noun for a person says of its subject what the person holds.
pub(super) fn predicate_subject(
    scene: &Scene<'_>,
    low: TokenIndex,
    phrase_start: TokenIndex,
    noun: TokenIndex,
) -> Option<Found> {
    let be = phrase_start
        .checked_sub(1)
        .filter(|&be| be > low && scene.tags[be] == Tag::Be)?;
    let person = scene.facts.word(scene.document, noun).role.is_some()
        || scene.word(noun).trim_end_matches('s').ends_with("er");
    if !person {
        return None;
    }
    let group = scene.group(low, be, crate::lexicon::VerbForm::Invariable);
    scene.left_phrase(low, group.start)
}

/// "Orr made the claim that", "the union issued a demand for": the subject of the verb that holds the noun.
pub(super) fn light_subject(
    scene: &Scene<'_>,
    low: TokenIndex,
    phrase_start: TokenIndex,
) -> Option<Found> {
    const REACH: usize = 4;
    let mut at = phrase_start;
    while at > low && phrase_start - at < REACH {
        let k = at - 1;
        match scene.tags[k] {
            Tag::VerbEd | Tag::VerbS | Tag::VerbBase | Tag::Have | Tag::VerbIng => {
                const LIGHT: [&str; 40] = [
                    "made",
                    "make",
                    "makes",
                    "making",
                    "issued",
                    "issues",
                    "issuing",
                    "has",
                    "have",
                    "had",
                    "having",
                    "gave",
                    "gives",
                    "giving",
                    "offered",
                    "offers",
                    "offering",
                    "expressed",
                    "expresses",
                    "expressing",
                    "voiced",
                    "voices",
                    "voicing",
                    "raised",
                    "raises",
                    "raising",
                    "released",
                    "sent",
                    "repeated",
                    "reiterated",
                    "announced",
                    "outlined",
                    "laid",
                    "unveiled",
                    "delivered",
                    "launched",
                    "filed",
                    "posted",
                    "showed",
                    "put",
                ];
                if !LIGHT.contains(&scene.word(k)) {
                    return None;
                }
                let form = scene
                    .cues
                    .verb_form(scene.lexicon, k)
                    .unwrap_or(crate::lexicon::VerbForm::PastOrParticiple);
                let group = scene.group(low, k, form);
                return if group.participle {
                    scene.nearest_subject(low, group.start)
                } else {
                    scene.left_phrase(low, group.start)
                };
            }
            Tag::Determiner | Tag::Adjective | Tag::Preposition => {}
            _ => return None,
        }
        at = k;
    }
    None
}
