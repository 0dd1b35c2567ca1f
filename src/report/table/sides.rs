//! Who is talked about and who is heard: the declared sides of one article, or of several side by side.

use super::figures::{NONE, percent, percent_of, place, whole};
use super::grid::{Column, Grid};
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use crate::report::{AboutReport, ArticleReport, SideReport, TermReport};

/// How to read the section.
pub(super) const REMARK: &str = "the declared sides; words are those reported from each";
/// What the columns mean that do not say it.
const KEY: &str = "acts: demands, talks, blame, told without own words · doubted: introduced by a verb such as \"claimed\"";
/// Columns that a side's label may take before it is cut.
const LABEL: usize = 32;
/// What is reported from nobody who could be given to a side.
const REST: &str = "no side, or not said";

/// Writes the section; nothing where no side is declared.
pub(super) fn section(article: &ArticleReport, page: &mut Page) {
    if article.sides.is_empty() {
        return;
    }
    page.heading("TALKED ABOUT AND HEARD", REMARK);
    let columns = vec![
        Column::Text(12),
        Column::Figure,
        Column::Figure,
        Column::Figure,
        Column::Figure,
        Column::Figure,
        Column::Figure,
        Column::Figure,
        Column::Word,
    ];
    let mut grid = Grid::new(columns).header([
        "side", "mentions", "words", "share", "quoted", "reports", "acts", "doubted", "heard",
    ]);
    for side in &article.sides {
        grid.row(vec![
            label(side),
            text(&whole(side.mentions)),
            text(&whole(side.words)),
            text(&side.share.map_or_else(|| NONE.to_owned(), percent)),
            text(&whole(side.direct_words)),
            text(&whole(side.reports)),
            text(&whole(side.speech_acts)),
            text(&doubted(side)),
            text(&heard(side)),
        ]);
    }
    let rest = unstated(article);
    if rest > 0 {
        let mut row = vec![
            Rich::new().toned(REST, Tone::Dim),
            Rich::new(),
            text(&whole(rest)),
            text(&percent_of(rest, article.voices.reported)),
        ];
        row.resize(9, Rich::new());
        grid.row(row);
    }
    page.grid(&grid);
    page.line(&Rich::new().toned(KEY, Tone::Dim));
}

fn text(text: &str) -> Rich {
    Rich::new().text(text)
}

fn label(side: &SideReport) -> Rich {
    text(&ellipsis(&side.label, LABEL))
}

/// Reported words that are no side's.
fn unstated(article: &ArticleReport) -> u32 {
    let told: u32 = article.sides.iter().map(|side| side.words).sum();
    article.voices.reported.saturating_sub(told)
}

/// Doubting cues of all cues: `1 of 3`.
fn doubted(side: &SideReport) -> String {
    match side.doubting() {
        (_, 0) => NONE.to_owned(),
        (doubting, cues) => format!("{} of {}", whole(doubting), whole(cues)),
    }
}

/// From where to where a side is heard: `S2–S9`.
fn heard(side: &SideReport) -> String {
    match (side.first_sentence, side.last_sentence) {
        (Some(first), Some(last)) if first == last => format!("S{first}"),
        (Some(first), Some(last)) => format!("S{first}–S{last}"),
        _ => NONE.to_owned(),
    }
}

/// Writes against whom and for whom the loaded words of an article speak; nothing where no side is declared.
pub(super) fn about(article: &ArticleReport, page: &mut Page) {
    if article.sides.is_empty() {
        return;
    }
    let columns = vec![Column::Text(12), Column::Text(24), Column::Text(24)];
    let mut grid = Grid::new(columns).header(["about", "unfavourable, all voices", "favourable"]);
    for side in &article.sides {
        grid.row(vec![
            label(side),
            listed(article, &side.unfavourable),
            listed(article, &side.favourable),
        ]);
    }
    page.grid(&grid);
}

/// How many terms, and which.
fn listed(article: &ArticleReport, about: &AboutReport) -> Rich {
    let terms: Vec<&TermReport> = article
        .loaded
        .iter()
        .filter(|term| about.evidence.iter().any(|id| id.to_string() == term.id))
        .collect();
    let count = text(&whole(about.all()));
    if terms.is_empty() {
        return count;
    }
    Rich::joined([count, words(&terms)], ": ")
}

/// Terms, each once, with their sentences.
fn words(terms: &[&TermReport]) -> Rich {
    const TERM: usize = 40;
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for term in terms {
        let text = ellipsis(&term.text, TERM);
        let place = place(term.sentence, term.zone);
        match found
            .iter_mut()
            .find(|(known, _)| known.to_lowercase() == text.to_lowercase())
        {
            Some((_, places)) => places.push(place),
            None => found.push((text, vec![place])),
        }
    }
    let parts = found
        .into_iter()
        .map(|(term, places)| text(&term).toned(&format!("[{}]", places.join(",")), Tone::Dim));
    Rich::joined(parts, " ")
}

/// The rows of a comparison: what each article gives to each side. Empty where no side is declared.
pub(super) fn rows(articles: &[ArticleReport]) -> Vec<(String, Vec<Rich>)> {
    let Some(first) = articles.first().filter(|first| !first.sides.is_empty()) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for measure in ROWS {
        let by_side = first.sides.iter().enumerate().map(|(index, side)| {
            let name = format!("{}: {}", measure.name, ellipsis(&side.label, LABEL));
            let cells = articles.iter().map(|article| {
                article
                    .sides
                    .get(index)
                    .map(|side| (measure.cell)(side, article))
            });
            (name, cells.collect::<Vec<_>>())
        });
        let by_side: Vec<_> = by_side.collect();
        let none = |cell: &Option<String>| cell.as_deref().is_none_or(|cell| EMPTY.contains(&cell));
        if measure.always || !by_side.iter().flat_map(|(_, cells)| cells).all(none) {
            rows.extend(by_side.into_iter().map(|(name, cells)| {
                let cells = cells
                    .into_iter()
                    .map(|cell| text(&cell.unwrap_or_default()));
                (name, cells.collect())
            }));
        }
        if measure.rest && articles.iter().any(|article| unstated(article) > 0) {
            let cells = articles.iter().map(|article| {
                let rest = unstated(article);
                text(&with_share(rest, article.voices.reported))
            });
            rows.push((format!("{}: {REST}", measure.name), cells.collect()));
        }
    }
    let cells = articles.iter().map(accused);
    rows.push(("accused without a voice".to_owned(), cells.collect()));
    rows
}

/// One figure of a side in one article.
struct Figure {
    name: &'static str,
    cell: fn(&SideReport, &ArticleReport) -> String,
    /// Whether it is shown where it is nothing everywhere.
    always: bool,
    /// Whether what is no side's has a row too.
    rest: bool,
}

/// Cells that say nothing.
const EMPTY: [&str; 3] = ["0", NONE, "0 / 0"];

const ROWS: &[Figure] = &[
    Figure {
        name: "words",
        cell: |side, article| with_share(side.words, article.voices.reported),
        always: true,
        rest: true,
    },
    Figure {
        name: "mentions",
        cell: |side, _| whole(side.mentions),
        always: true,
        rest: false,
    },
    Figure {
        name: "doubted",
        cell: |side, _| doubted(side),
        always: false,
        rest: false,
    },
    Figure {
        name: "loaded against / for",
        cell: |side, _| {
            format!(
                "{} / {}",
                whole(side.unfavourable.all()),
                whole(side.favourable.all())
            )
        },
        always: false,
        rest: false,
    },
];

fn with_share(words: u32, of: u32) -> String {
    match words {
        0 => "0".to_owned(),
        _ => format!("{} ({})", whole(words), percent_of(words, of)),
    }
}

/// The sides that are accused without a voice.
fn accused(article: &ArticleReport) -> Rich {
    let accused: Vec<&str> = article
        .sides
        .iter()
        .filter(|side| side.accused_without_a_voice)
        .map(|side| side.label.as_str())
        .collect();
    if accused.is_empty() {
        text("none")
    } else {
        Rich::new().toned(&accused.join(", "), Tone::Flag)
    }
}
