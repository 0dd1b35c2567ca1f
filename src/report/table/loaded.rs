//! The loaded words of one article, by voice, with the sentences they stand in.

use super::figures::{interval, place, value, whole};
use super::grid::{Column, Grid};
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::{sides, words};
use crate::attribution::Voice;
use crate::measure::Measurement;
use crate::report::{ArticleReport, TermReport};

/// How to read the section.
pub(super) const REMARK: &str = "wording that takes a position; S5 = fifth sentence of the body";
/// From this weight on a term is strong.
const STRONG: u8 = 2;
/// Below so many words a rate says little.
const SHORT: u32 = 1000;
/// Columns that one term may take before it is cut.
const TERM: usize = 40;

/// The voices, with their names in tables and in the ids of measures.
const VOICES: [(Voice, &str); 3] = [
    (Voice::Author, "author"),
    (Voice::Reported, "reported"),
    (Voice::Ambiguous, "ambiguous"),
];

/// Where a term stands: in a headline, a deck or a subhead, or in the body in a voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    Headlines,
    Body(Voice),
}

/// The lists of terms, what readers see first before the rest: label, place, whether strong.
const LISTS: [(&str, Where, bool); 8] = [
    ("strong, headline", Where::Headlines, true),
    ("mild, headline", Where::Headlines, false),
    ("strong, author", Where::Body(Voice::Author), true),
    ("mild, author", Where::Body(Voice::Author), false),
    ("strong, reported", Where::Body(Voice::Reported), true),
    ("mild, reported", Where::Body(Voice::Reported), false),
    ("strong, ambiguous", Where::Body(Voice::Ambiguous), true),
    ("mild, ambiguous", Where::Body(Voice::Ambiguous), false),
];

/// Writes the section.
pub(super) fn section(article: &ArticleReport, page: &mut Page) {
    page.heading("LOADED WORDS", REMARK);
    rates(article, page);
    for (label, list) in lists(article).filter(|(_, list)| !list.is_empty()) {
        page.labelled(&format!("{label}:"), &list);
    }
    uncounted(article, page);
    sides::about(article, page);
    uncertainty(article, page);
}

/// The terms of an article in lists, empty ones too.
pub(super) fn lists(article: &ArticleReport) -> impl Iterator<Item = (&'static str, Rich)> {
    LISTS
        .into_iter()
        .map(|(label, place, strong)| (label, list(article, place, strong)))
}

/// How many, per voice that has words.
fn rates(article: &ArticleReport, page: &mut Page) {
    let voices: Vec<_> = VOICES
        .into_iter()
        .filter(|(voice, _)| words_of(article, *voice) > 0)
        .collect();
    let mut columns = vec![Column::Word];
    columns.extend(voices.iter().map(|_| Column::Text(14)));
    let header: Vec<String> = voices
        .iter()
        .map(|(voice, name)| format!("{name} ({} words)", whole(words_of(article, *voice))))
        .collect();
    let mut grid =
        Grid::new(columns).header([""].into_iter().chain(header.iter().map(String::as_str)));
    for strength in ["strong", "mild"] {
        let mut row = vec![Rich::new().text(strength)];
        for (voice, code) in &voices {
            let measured = measurement(article, &format!("loaded.{strength}.{code}"));
            row.push(Rich::new().text(&rate(
                measured,
                terms(article, Where::Body(*voice), strength == "strong").count() as u32,
            )));
        }
        grid.row(row);
    }
    page.grid(&grid);
}

fn rate(measured: Option<&Measurement>, listed: u32) -> String {
    let count = measured
        .and_then(|measured| measured.count)
        .unwrap_or(listed);
    match measured.and_then(|measured| measured.value.map(|rate| (rate, measured.unit))) {
        Some((rate, unit)) if count > 0 => {
            format!("{} · {} per 1,000", whole(count), value(rate, unit))
        }
        _ => whole(count),
    }
}

/// The measurement of a measure.
pub(super) fn measurement<'a>(article: &'a ArticleReport, id: &str) -> Option<&'a Measurement> {
    article
        .measures
        .iter()
        .find(|measurement| measurement.id == id)
}

/// Body words of a voice.
pub(super) const fn words_of(article: &ArticleReport, voice: Voice) -> u32 {
    match voice {
        Voice::Author => article.voices.author,
        Voice::Reported => article.voices.reported,
        Voice::Ambiguous => article.voices.ambiguous,
    }
}

/// The terms of a place that are plain uses.
fn terms(article: &ArticleReport, place: Where, strong: bool) -> impl Iterator<Item = &TermReport> {
    article.loaded.iter().filter(move |term| {
        let there = match place {
            Where::Headlines => term.sentence == 0,
            Where::Body(voice) => term.sentence > 0 && term.voice == voice,
        };
        there && (term.weight >= STRONG) == strong && term.status.counts()
    })
}

/// The terms of a place, each once, with all its sentences; those in quotation marks keep them.
fn list(article: &ArticleReport, at: Where, strong: bool) -> Rich {
    let tone = if strong { Tone::Loaded } else { Tone::Plain };
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for term in terms(article, at, strong) {
        let text = shown(term);
        let place = place(term.sentence, term.zone);
        let known = found
            .iter_mut()
            .find(|(known, _)| known.to_lowercase() == text.to_lowercase());
        match known {
            Some((_, places)) if !places.contains(&place) => places.push(place),
            Some(_) => {}
            None => found.push((text, vec![place])),
        }
    }
    let parts = found.into_iter().map(|(text, places)| {
        let term = Rich::new().toned(&text, tone);
        // The list is that of the headline: it need not be said again.
        if at == Where::Headlines && places == ["headline"] {
            term
        } else {
            term.toned(&format!("[{}]", places.join(",")), Tone::Dim)
        }
    });
    let separator = match at {
        Where::Headlines => ", ",
        Where::Body(_) => " ",
    };
    Rich::joined(parts, separator)
}

fn shown(term: &TermReport) -> String {
    let text = ellipsis(&term.text, TERM);
    if term.quoted {
        format!("\"{text}\"")
    } else {
        text
    }
}

/// What is listed but not counted, and why.
fn uncounted(article: &ArticleReport, page: &mut Page) {
    let parts: Vec<Rich> = article
        .loaded
        .iter()
        .filter(|term| !term.status.counts())
        .map(|term| {
            let place = place(term.sentence, term.zone);
            Rich::new()
                .text(&shown(term))
                .toned(&format!("[{place}]"), Tone::Dim)
                .text(&format!(" {}", words::status(term.status)))
        })
        .collect();
    if !parts.is_empty() {
        page.labelled("listed, not counted:", &Rich::joined(parts, " · "));
    }
}

/// How sure the rate of strong terms in the author's voice is.
fn uncertainty(article: &ArticleReport, page: &mut Page) {
    let Some(measured) = measurement(article, "loaded.strong.author") else {
        return;
    };
    let (Some(rate), Some(range)) = (measured.value, &measured.interval) else {
        return;
    };
    if measured.count.unwrap_or(0) == 0 {
        return;
    }
    let short = if measured.per.unwrap_or(0) < SHORT {
        "; a short text, so read the words, not the rate"
    } else {
        ""
    };
    let text = format!(
        "95% interval of the rate {}: {}{short}",
        value(rate, measured.unit),
        interval(range, measured.unit)
    );
    page.line(&Rich::new().toned(&text, Tone::Dim));
}
