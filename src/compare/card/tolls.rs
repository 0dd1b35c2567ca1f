//! Figures of people harmed: different numbers for one thing, or one number that one article states and another attributes.

use super::{CardKind, CardLine, Event, Evidence, Finding, Teller, Toll};
use crate::attribution::Voice;
use crate::lexicon::{Category, HarmKind, HarmMatch, WordClass};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// How far a figure may stand from the word of harm, in words.
const NEAR: usize = 6;
/// The harms whose figures are set side by side, what weighs most first.
const HARMS: [HarmKind; 3] = [HarmKind::Killing, HarmKind::Injury, HarmKind::Missing];

/// Finds the differences.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    let told: Vec<Vec<Told>> = event
        .articles()
        .map(|article| tolls(event, article))
        .collect();
    for (rank, harm) in HARMS.into_iter().enumerate() {
        found.extend(compare(event, &told, harm, rank));
    }
}

/// A figure of people harmed.
struct Told {
    harm: HarmKind,
    toll: Toll,
    number: Range<TokenIndex>,
    sentence: usize,
}

/// The difference in one kind of harm: other numbers where each article has one only, else one number that is told in different ways.
fn compare(event: &Event<'_>, told: &[Vec<Told>], harm: HarmKind, rank: usize) -> Option<CardLine> {
    let of = |article: usize| -> Vec<&Told> {
        let mut of: Vec<&Told> = Vec::new();
        for told in told[article].iter().filter(|told| told.harm == harm) {
            if !of
                .iter()
                .any(|known| same(known.toll.value, told.toll.value))
            {
                of.push(told);
            }
        }
        of
    };
    let each: Vec<Vec<&Told>> = event.articles().map(of).collect();
    // Several numbers in one article may be of several places: they contradict nothing by themselves.
    let single: Vec<&Told> = each
        .iter()
        .filter(|of| of.len() == 1)
        .map(|of| of[0])
        .collect();
    let only = each.iter().all(|of| of.len() <= 1);
    let conflict = only
        && single
            .windows(2)
            .any(|pair| !same(pair[0].toll.value, pair[1].toll.value));
    let chosen = if conflict {
        single
    } else {
        told_otherwise(&each)?
    };
    let with: Vec<usize> = chosen.iter().map(|told| told.toll.article).collect();
    let without = event
        .articles()
        .filter(|article| !with.contains(article))
        .collect();
    Some(CardLine {
        kind: CardKind::Fact,
        weight: if conflict { 20.0 } else { 10.0 } - rank as f64,
        evidence: chosen
            .iter()
            .map(|told| Evidence {
                article: told.toll.article,
                tokens: told.number.clone(),
            })
            .collect(),
        finding: Finding::Tolls {
            harm,
            tolls: chosen.iter().map(|told| told.toll.clone()).collect(),
            without,
            conflict,
        },
    })
}

/// The first number that one article states and another attributes, in all articles that have it.
fn told_otherwise<'t>(each: &[Vec<&'t Told>]) -> Option<Vec<&'t Told>> {
    let all = each.iter().flatten();
    for one in all {
        let same: Vec<&Told> = each
            .iter()
            .filter_map(|of| of.iter().find(|told| same(told.toll.value, one.toll.value)))
            .copied()
            .collect();
        let own = same
            .iter()
            .filter(|told| told.toll.teller == Teller::Outlet)
            .count();
        if same.len() > 1 && own > 0 && own < same.len() {
            return Some(same);
        }
    }
    None
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.5
}

/// The figures of people harmed in the body of an article, in order.
fn tolls(event: &Event<'_>, article: usize) -> Vec<Told> {
    let analysis = &event.analyses[article];
    let document = &analysis.document;
    let mut found: Vec<Told> = Vec::new();
    let mut harms: Vec<HarmMatch> = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if sentence.number == 0 {
            continue;
        }
        harms.clear();
        event
            .lexicon
            .harms_in(document, &analysis.facts, &sentence.tokens, &mut harms);
        let people: Vec<(HarmKind, Range<TokenIndex>)> = harms
            .iter()
            .filter_map(|harm| Some((event.lexicon.harm(harm.harm).kind?, harm.tokens.clone())))
            .filter(|(kind, _)| HARMS.contains(kind))
            .collect();
        if people.is_empty() {
            continue;
        }
        for (number, value) in numbers(event, article, sentence.tokens.clone()) {
            let near = people
                .iter()
                .filter_map(|(kind, tokens)| {
                    Some((distance(event, article, &number, tokens)?, *kind))
                })
                .min_by_key(|(distance, kind)| (*distance, *kind));
            if let Some((_, harm)) = near {
                let text = event.text(article, limited(event, article, &number));
                found.push(Told {
                    harm,
                    toll: Toll {
                        article,
                        text,
                        value,
                        teller: teller(event, article, number.start),
                    },
                    number,
                    sentence: index,
                });
            }
        }
    }
    found.dedup_by(|one, other| {
        one.sentence == other.sentence
            && one.harm == other.harm
            && same(one.toll.value, other.toll.value)
    });
    found
}

/// Words between a figure and a word of harm, where they are near and no other number stands between.
fn distance(
    event: &Event<'_>,
    article: usize,
    number: &Range<TokenIndex>,
    harm: &Range<TokenIndex>,
) -> Option<usize> {
    let analysis = &event.analyses[article];
    let between = if number.end <= harm.start {
        number.end..harm.start
    } else if harm.end <= number.start {
        harm.end..number.start
    } else {
        return None;
    };
    let after = number.start >= harm.end;
    let tokens = &analysis.document.tokens;
    let mut words = 0;
    let mut token = between.start;
    while token < between.end {
        match tokens[token].kind {
            TokenKind::Semicolon => return None,
            // What stands between two commas is beside the point: `six people, two of them soldiers, died`.
            TokenKind::Comma => {
                let next =
                    (token + 1..between.end).find(|&at| tokens[at].kind == TokenKind::Comma)?;
                token = next + 1;
                continue;
            }
            _ if analysis.facts.word(&analysis.document, token).number => return None,
            _ => words += usize::from(tokens[token].is_word()),
        }
        token += 1;
    }
    // What follows a word of harm is its object only where it is close: `killing 14 people`.
    (words <= if after { 3 } else { NEAR }).then_some(2 * words + usize::from(after))
}

/// The numbers of a sentence that count things, with their values.
fn numbers(
    event: &Event<'_>,
    article: usize,
    tokens: Range<TokenIndex>,
) -> Vec<(Range<TokenIndex>, f64)> {
    let analysis = &event.analyses[article];
    event
        .values
        .figures(analysis, tokens)
        .into_iter()
        .filter(|figure| !figure.year && !figure.percent && figure.value >= 1.0)
        // `a 1987 war`: a year before a noun counts nothing.
        .filter(|figure| !is_year(&event.text(article, figure.tokens.clone())))
        // `aged 71`, `Jonas Arkwright, 19,`: a number between commas is an age.
        .filter(|figure| !between_commas(event, article, &figure.tokens))
        .map(|figure| (figure.tokens, figure.value))
        .collect()
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && text
            .parse()
            .is_ok_and(|year: u32| (1800..2100).contains(&year))
}

fn between_commas(event: &Event<'_>, article: usize, number: &Range<TokenIndex>) -> bool {
    let document = &event.analyses[article].document;
    let is_comma = |at: Option<usize>| {
        at.and_then(|at| document.tokens.get(at))
            .is_some_and(|token| token.kind == TokenKind::Comma)
    };
    is_comma(number.start.checked_sub(1)) && is_comma(Some(number.end))
}

/// The figure with what limits it before it and what it counts after it: `at least 11 people`.
fn limited(event: &Event<'_>, article: usize, number: &Range<TokenIndex>) -> Range<TokenIndex> {
    let analysis = &event.analyses[article];
    let terms = analysis.terms.iter().filter(|term| {
        let category = event.lexicon.entry(term.entry).category;
        matches!(category, Category::Quantity | Category::Hedge)
            && term.tokens.start < number.start
            && term.tokens.end >= number.start
    });
    let start = terms
        .map(|term| term.tokens.start)
        .min()
        .unwrap_or(number.start);
    let document = &analysis.document;
    let counted = number.end < document.tokens.len()
        && document.tokens[number.end].is_word()
        && document.tokens[number.end].space_before
        && !analysis.facts.classes(document, number.end).any(&[
            WordClass::Preposition,
            WordClass::Coordinator,
            WordClass::Subordinator,
            WordClass::Be,
            WordClass::Have,
            WordClass::Determiner,
            WordClass::Relative,
        ]);
    start..number.end + usize::from(counted)
}

/// Who says the word at a token.
fn teller(event: &Event<'_>, article: usize, token: TokenIndex) -> Teller {
    let analysis = &event.analyses[article];
    if analysis.voices.of(token) == Voice::Author {
        return Teller::Outlet;
    }
    let holding = event
        .attributions(article)
        .filter(|(_, of)| of.content.iter().any(|range| range.contains(&token)))
        .min_by_key(|(index, of)| (of.words(&analysis.document), *index));
    let source = holding.and_then(|(index, _)| event.source(article, index));
    source.map_or(Teller::Unknown, |source| {
        Teller::Source(analysis.sources.clusters[source].name.clone())
    })
}
