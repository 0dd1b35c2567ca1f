//! Who speaks in one article: sources, their words, their cues, and whose words the body is in.

use super::figures::{NONE, counted, percent, percent_of, whole};
use super::grid::{Column, Grid};
use super::loaded::measurement;
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::words;
use crate::lexicon::Level;
use crate::measure::MarkerClass;
use crate::report::{ArticleReport, SourceReport};

/// Sources that are listed; the rest is counted.
const MOST: usize = 12;
/// Columns that a source's name may take before it is cut.
const NAME: usize = 60;

/// Writes the section.
pub(super) fn section(article: &ArticleReport, page: &mut Page) {
    page.heading("WHO SPEAKS", "the words that each source is given");
    let sources = heard(article);
    if sources.is_empty() && article.unresolved.words == 0 {
        page.line(&Rich::new().text("nobody: no report and no quotation was found"));
    } else {
        table(article, &sources, page);
    }
    without_own_words(article, page);
    voices(article, page);
    checks(article, page);
    for flag in &article.flags {
        page.flag(flag);
    }
}

/// The sources that are reported, those with most words first.
pub(in crate::report) fn heard(article: &ArticleReport) -> Vec<&SourceReport> {
    let mut sources: Vec<_> = article
        .sources
        .iter()
        .filter(|source| source.words > 0)
        .collect();
    sources.sort_by(|a, b| b.words.cmp(&a.words).then(b.reports.cmp(&a.reports)));
    sources
}

/// What marks a source that a reader cannot identify.
pub(in crate::report) fn anonymity(source: &SourceReport) -> &'static str {
    match (source.anonymity.as_str(), &source.reason) {
        ("anonymous", None) => "anonymous, no reason",
        ("anonymous", Some(_)) => "anonymous, with reason",
        ("unnamed_spokesperson", _) => "unnamed spokesperson",
        ("collective", _) => "unnamed group",
        _ => "",
    }
}

/// A source's name with the mark of its anonymity.
pub(super) fn named(source: &SourceReport, most: usize) -> Rich {
    let name = Rich::new().text(&ellipsis(&source.name, most));
    match anonymity(source) {
        "" => name,
        mark => name.text(" ").toned(&format!("[{mark}]"), Tone::Dim),
    }
}

/// A source's name with its role and the mark of its anonymity.
fn introduced(source: &SourceReport) -> Rich {
    let name = source.name.to_lowercase();
    let said = source.role.is_empty() || name.contains(&source.role.to_lowercase());
    if said {
        return named(source, NAME);
    }
    let role = Rich::new().toned(&format!(", {}", ellipsis(&source.role, NAME)), Tone::Dim);
    Rich::joined([named(source, NAME), role], "")
}

fn table(article: &ArticleReport, sources: &[&SourceReport], page: &mut Page) {
    let sided = !article.sides.is_empty();
    let mut columns = vec![
        Column::Text(if sided { 20 } else { 24 }),
        Column::Figure,
        Column::Figure,
        Column::Figure,
        Column::Text(10),
        Column::Text(8),
    ];
    let mut header = vec!["source", "words", "share", "quoted", "cues", "kind"];
    if sided {
        columns.push(Column::Text(10));
        header.push("side");
    }
    let mut grid = Grid::new(columns).header(header);
    for source in sources.iter().take(MOST) {
        let mut row = vec![
            introduced(source),
            Rich::new().text(&whole(source.words)),
            Rich::new().text(&source.share.map_or_else(|| NONE.to_owned(), percent)),
            Rich::new().text(&whole(source.direct_words)),
            Rich::new().text(&cues(source)),
            Rich::new().text(words::kind(source.kind)),
        ];
        if sided {
            row.push(side(article, source));
        }
        grid.row(row);
    }
    let unnamed = article.unresolved.words;
    if unnamed > 0 {
        let mut row = vec![
            Rich::new().toned("(quoted or reported, nobody named)", Tone::Dim),
            Rich::new().text(&whole(unnamed)),
            Rich::new().text(&percent_of(unnamed, article.voices.reported)),
            Rich::new().text(&whole(article.unresolved.direct_words)),
        ];
        row.resize(if sided { 7 } else { 6 }, Rich::new());
        grid.row(row);
    }
    page.grid(&grid);
    if let Some(rest) = sources.get(MOST..).filter(|rest| !rest.is_empty()) {
        let words: u32 = rest.iter().map(|source| source.words).sum();
        let more = format!(
            "and {} with {}; --format json lists them",
            counted(rest.len() as u32, "more source", "more sources"),
            counted(words, "word", "words")
        );
        page.line(&Rich::new().toned(&more, Tone::Dim));
    }
}

/// The side that a source speaks for.
fn side(article: &ArticleReport, source: &SourceReport) -> Rich {
    let mut sides = article.sides.iter();
    let of = source
        .side
        .as_ref()
        .and_then(|id| sides.find(|side| side.side == *id));
    of.map_or_else(
        || Rich::new().toned(NONE, Tone::Dim),
        |side| Rich::new().text(&ellipsis(&side.label, NAME)),
    )
}

fn cues(source: &SourceReport) -> String {
    const SHOWN: usize = 3;
    let cues: Vec<&str> = source.cues.iter().take(SHOWN).map(String::as_str).collect();
    let more = source.cues.len().saturating_sub(SHOWN);
    let more = if more > 0 {
        format!(" +{more}")
    } else {
        String::new()
    };
    format!("{}{more}", cues.join(", "))
}

/// Sources whose acts of speech are told without their words: demands, talks, blame.
fn without_own_words(article: &ArticleReport, page: &mut Page) {
    let parts: Vec<Rich> = article
        .sources
        .iter()
        .filter(|source| source.speech_acts > 0)
        .map(|source| {
            let acts = acts(article, source);
            Rich::new()
                .text(&ellipsis(&source.name, NAME))
                .toned(&format!(" ({acts})"), Tone::Dim)
        })
        .collect();
    if !parts.is_empty() {
        page.labelled("without own words:", &Rich::joined(parts, " · "));
    }
}

/// The cues of a source's speech acts, each once.
fn acts(article: &ArticleReport, source: &SourceReport) -> String {
    let mut cues: Vec<&str> = Vec::new();
    for act in article
        .attributions
        .iter()
        .filter(|attribution| attribution.level == Level::SpeechAct)
    {
        if act.source.source_id.as_deref() == Some(&source.id)
            && !cues.contains(&act.cue.text.as_str())
        {
            cues.push(&act.cue.text);
        }
    }
    if cues.is_empty() {
        counted(source.speech_acts, "act", "acts")
    } else {
        cues.join(", ")
    }
}

/// Whose words the body is in.
fn voices(article: &ArticleReport, page: &mut Page) {
    let voices = &article.voices;
    let part = |name: &str, count: u32| {
        format!(
            "{name} {} ({})",
            whole(count),
            percent_of(count, article.words)
        )
    };
    let direct = measurement(article, "reported.direct")
        .and_then(|measured| measured.count)
        .unwrap_or(0);
    let quoted = match direct {
        0 if voices.reported > 0 => ", none in quotation marks".to_owned(),
        0 => String::new(),
        _ => format!(", {} in quotation marks", whole(direct)),
    };
    let mut parts = vec![
        part("the outlet's own", voices.author),
        format!("{}{quoted}", part("reported", voices.reported)),
    ];
    if voices.ambiguous > 0 {
        let ambiguous = part("ambiguous", voices.ambiguous);
        parts.push(format!(
            "{ambiguous}, in demands and topics, where nobody can tell"
        ));
    }
    page.labelled("whose words:", &Rich::new().text(&parts.join(" · ")));
}

/// What was checked, and who was asked.
fn checks(article: &ArticleReport, page: &mut Page) {
    for (class, label) in [
        (MarkerClass::Verification, "says what was checked:"),
        (MarkerClass::ReplySought, "says who was asked:"),
        (MarkerClass::Vague, "said by nobody in particular:"),
    ] {
        let found: Vec<Rich> = article
            .markers
            .iter()
            .filter(|marker| marker.class == class)
            .map(|marker| {
                let place = if marker.sentence > 0 {
                    format!("[S{}]", marker.sentence)
                } else {
                    "[headline]".to_owned()
                };
                Rich::new()
                    .text(&format!("\"{}\"", ellipsis(&marker.text, NAME)))
                    .toned(&place, Tone::Dim)
            })
            .collect();
        if !found.is_empty() {
            page.labelled(label, &Rich::joined(found, " · "));
        }
    }
}
