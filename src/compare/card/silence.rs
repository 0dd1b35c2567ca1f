//! Who is heard in one article and has no word in another: declared sides, or, where none is declared, kinds of people.

use super::{CardKind, CardLine, Event, Evidence, Finding, Portion, Who};
use crate::attribution::Voice;
use crate::lexicon::SourceKind;
use crate::measure::MarkerClass;
use crate::party::PartyId;
use crate::source::SourceIndex;

/// Fewest reported words of a side to be heard.
const WORDS: u32 = 4;
/// Fewest reported words of an article that could have given a kind of people some, and of that kind where it is heard.
const ROOM: u32 = 30;
const KIND_WORDS: u32 = 15;
/// The part of the reported words from which on a kind of people is one of the voices of an article.
const KIND_SHARE: f64 = 0.2;

/// Kinds of people whose silence a reader would notice, the rarest to be heard first.
const KINDS: [&[SourceKind]; 5] = [
    &[SourceKind::Citizen, SourceKind::VictimFamily],
    &[SourceKind::Labour],
    &[SourceKind::Expert, SourceKind::Ngo],
    &[SourceKind::Business],
    &[SourceKind::Official, SourceKind::Security],
];

/// Finds the differences.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    if event.parties.is_empty() {
        let kinds = KINDS.iter().filter_map(|kinds| kind(event, kinds));
        found.extend(kinds);
        return;
    }
    found.extend(
        event
            .parties
            .iter()
            .filter_map(|(side, _)| declared(event, side)),
    );
}

/// A side without a word in an article that speaks of it.
fn declared(event: &Event<'_>, side: PartyId) -> Option<CardLine> {
    let (mut silent, mut heard) = (Vec::new(), Vec::new());
    for article in event.articles() {
        let words = event.words_of(article, side);
        let speaks = event
            .attributions(article)
            .any(|(index, _)| event.analyses[article].sides.of_attribution(index) == Some(side));
        if words.part >= WORDS {
            heard.push(words);
        } else if words.part == 0 && mentioned(event, article, side) {
            silent.push((article, speaks));
        }
    }
    if silent.is_empty() || heard.is_empty() {
        return None;
    }
    // A side that demands or denies something is not told in its own words, but it is not mute either.
    let mute = silent.iter().filter(|(_, speaks)| !speaks).count();
    let silent: Vec<usize> = silent.into_iter().map(|(article, _)| article).collect();
    let accused: Vec<usize> = silent
        .iter()
        .copied()
        .filter(|&article| accusation(event, article, side).is_some())
        .collect();
    let asked: Vec<usize> = silent
        .iter()
        .copied()
        .filter(|&article| {
            event
                .markers(article, MarkerClass::ReplySought)
                .next()
                .is_some()
        })
        .collect();
    let mut evidence: Vec<Evidence> = silent
        .iter()
        .filter_map(|&article| {
            accusation(event, article, side).or_else(|| mention(event, article, side))
        })
        .collect();
    evidence.extend(heard.iter().filter_map(|portion| {
        let sides = &event.analyses[portion.article].sides;
        event.longest_report(portion.article, |source| {
            sides.of_source(source) == Some(side)
        })
    }));
    let most = heard
        .iter()
        .map(|portion| share(*portion))
        .fold(0.0, f64::max);
    let weight =
        most * if mute > 0 { 1.0 } else { 0.5 } * if accused.is_empty() { 1.0 } else { 1.5 };
    Some(CardLine {
        kind: CardKind::Silence,
        finding: Finding::Silent {
            who: Who::Side(side),
            silent,
            accused,
            asked,
            heard,
        },
        weight,
        evidence,
    })
}

pub(super) fn share(portion: Portion) -> f64 {
    f64::from(portion.part) / f64::from(portion.whole.max(1))
}

fn in_body(event: &Event<'_>, article: usize, token: usize) -> bool {
    let document = &event.analyses[article].document;
    let sentence = document.sentences.get(document.sentence_of(token));
    sentence.is_some_and(|sentence| sentence.number > 0)
}

fn mentioned(event: &Event<'_>, article: usize, side: PartyId) -> bool {
    mention(event, article, side).is_some()
}

/// The first mention in the body.
fn mention(event: &Event<'_>, article: usize, side: PartyId) -> Option<Evidence> {
    let mut mentions = event.analyses[article].parties.of(side);
    let first = mentions.find(|mention| in_body(event, article, mention.tokens.start))?;
    Some(Evidence {
        article,
        tokens: first.tokens.clone(),
    })
}

/// The first unfavourable term about the side in the outlet's own words, the body before the headline.
fn accusation(event: &Event<'_>, article: usize, side: PartyId) -> Option<Evidence> {
    let analysis = &event.analyses[article];
    let about = analysis.terms.iter().enumerate().filter(|(index, term)| {
        let concern = analysis.sides.of_term(*index);
        term.status.counts()
            && concern.is_some_and(|concern| concern.party == side && !concern.favourable)
            && analysis.voices.of(term.tokens.start) != Voice::Reported
    });
    let (_, term) = about.min_by_key(|(_, term)| {
        (
            !in_body(event, article, term.tokens.start),
            std::cmp::Reverse(event.lexicon.entry(term.entry).weight),
            term.tokens.start,
        )
    })?;
    Some(Evidence {
        article,
        tokens: term.tokens.clone(),
    })
}

/// People of some kinds who are a voice of one article and have no word in another that had room for them.
fn kind(event: &Event<'_>, kinds: &'static [SourceKind]) -> Option<CardLine> {
    let is_one = |article: usize, source: SourceIndex| {
        kinds.contains(&event.analyses[article].sources.clusters[source].kind)
    };
    let (mut silent, mut heard) = (Vec::new(), Vec::new());
    for article in event.articles() {
        let clusters = event.analyses[article].sources.clusters.iter().enumerate();
        let theirs = clusters.filter(|(source, _)| is_one(article, *source));
        let words = Portion {
            article,
            part: theirs.map(|(_, source)| source.words).sum(),
            whole: event.reported(article),
        };
        if words.part == 0 && words.whole >= ROOM {
            silent.push(article);
        } else if words.part >= KIND_WORDS && share(words) >= KIND_SHARE {
            heard.push(words);
        }
    }
    if silent.is_empty() || heard.is_empty() {
        return None;
    }
    let evidence = heard
        .iter()
        .filter_map(|portion| {
            event.longest_report(portion.article, |source| is_one(portion.article, source))
        })
        .collect();
    Some(CardLine {
        kind: CardKind::Silence,
        weight: heard
            .iter()
            .map(|portion| share(*portion))
            .fold(0.0, f64::max),
        finding: Finding::Silent {
            who: Who::Kinds(kinds),
            silent,
            accused: Vec::new(),
            asked: Vec::new(),
            heard,
        },
        evidence,
    })
}
