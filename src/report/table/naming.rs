//! The words chosen for things that have several names.

use super::board::{Board, Cells};
use super::compare::names;
use super::figures::{counted, place, whole};
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use crate::attribution::Voice;
use crate::report::{ArticleReport, NamingReport, Report, VariantReport};

/// Longest label of a row.
const LABEL: usize = 34;
/// Rows of a comparison at most.
const ROWS: usize = 10;

/// Writes the section of one article: what is called by a word that takes a side, or by several.
pub(super) fn section(article: &ArticleReport, page: &mut Page) {
    if article.naming.is_empty() {
        return;
    }
    page.heading(
        "NAMES FOR THE SAME THING",
        "words between which camps choose; no word is the right one",
    );
    let (shown, rest): (Vec<_>, Vec<_>) = article.naming.iter().partition(|of| is_telling(of));
    for of in &shown {
        page.labelled(&format!("{}:", label(of, LABEL)), &cell(of));
    }
    if !rest.is_empty() {
        let only = if shown.is_empty() { "" } else { "and " };
        let things = counted(rest.len() as u32, "thing", "things");
        let line = format!("{only}{things} by one unmarked word only (--explain naming)");
        page.line(&Rich::new().toned(&line, Tone::Dim));
    }
}

/// Whether a reader of one article learns something from a set.
fn is_telling(of: &NamingReport) -> bool {
    of.marked || of.variants.len() > 1
}

fn label(of: &NamingReport, longest: usize) -> String {
    let side = of.side.as_ref();
    let side = side.map_or_else(String::new, |side| format!(", {side}"));
    format!("{}{side}", ellipsis(&of.referent, longest))
}

/// The variants with their counts.
fn cell(of: &NamingReport) -> Rich {
    let parts = of.variants.iter().map(|variant| {
        let tone = if variant.neutral {
            Tone::Plain
        } else {
            Tone::Title
        };
        Rich::new()
            .toned(&variant.label, tone)
            .text(&format!(" {}", count(variant)))
    });
    let mut cell = Rich::joined(parts, " · ");
    if !of.switches.is_empty() {
        let times = counted(of.switches.len() as u32, "change", "changes");
        cell = cell.toned(&format!(" ({times} of word)"), Tone::Dim);
    }
    cell
}

/// Mentions of the body, with what of them is others' words and what stands in headings.
fn count(variant: &VariantReport) -> String {
    let body = variant.count - variant.headings;
    let mut beside = Vec::new();
    if variant.headings > 0 {
        let more = if body > 0 { "+" } else { "" };
        beside.push(format!("{more}{} in headings", whole(variant.headings)));
    }
    match variant.reported {
        0 => {}
        all if all == body => beside.push("reported".to_owned()),
        some => beside.push(format!("{} reported", whole(some))),
    }
    let beside = beside.join(", ");
    match (body, beside.as_str()) {
        (body, "") => whole(body),
        (0, beside) => format!("({beside})"),
        (body, beside) => format!("{} ({beside})", whole(body)),
    }
}

/// Writes the section of a comparison: a row a thing that is called differently.
pub(super) fn compared(report: &Report, page: &mut Page) {
    let mut keys: Vec<(&NamingReport, u32)> = Vec::new();
    for of in report.articles.iter().flat_map(|article| &article.naming) {
        let mentions = of.variants.iter().map(|variant| variant.count).sum::<u32>();
        match keys.iter_mut().find(|(known, _)| same(known, of)) {
            Some((_, total)) => *total += mentions,
            None => keys.push((of, mentions)),
        }
    }
    keys.retain(|(key, _)| differs(key, report));
    keys.sort_by_key(|(_, mentions)| std::cmp::Reverse(*mentions));
    if keys.is_empty() {
        return;
    }
    page.heading(
        "NAMING",
        "the word each chooses for the same thing, and how often",
    );
    let mut board = Board::new(Cells::Lists, names(report));
    for (key, _) in keys.iter().take(ROWS) {
        let cells = report.articles.iter().map(|article| {
            let of = article.naming.iter().find(|of| same(of, key));
            of.map_or_else(Rich::new, cell)
        });
        board.row(&label(key, LABEL), cells.collect());
    }
    board.write(page);
    if let Some(more) = keys.len().checked_sub(ROWS).filter(|more| *more > 0) {
        let more = counted(more as u32, "more thing", "more things");
        page.line(&Rich::new().toned(&format!("and {more}; --format json lists them"), Tone::Dim));
    }
}

fn same(one: &NamingReport, other: &NamingReport) -> bool {
    one.set == other.set && one.side == other.side
}

/// Whether a set has two words over all articles, one of them marked.
fn differs(key: &NamingReport, report: &Report) -> bool {
    let uses = report.articles.iter().flat_map(|article| &article.naming);
    let uses: Vec<&NamingReport> = uses.filter(|of| same(of, key)).collect();
    let mut words: Vec<&str> = uses
        .iter()
        .flat_map(|of| of.variants.iter().map(|variant| variant.id.as_str()))
        .collect();
    words.sort_unstable();
    words.dedup();
    words.len() > 1 && uses.iter().any(|of| of.marked)
}

/// Writes every name with its set, its place and who else uses it.
pub(super) fn explained(article: &ArticleReport, page: &mut Page) {
    page.heading(
        "NAMES",
        "every word of every naming set, and who uses it besides",
    );
    for of in &article.naming {
        page.line(
            &Rich::new()
                .text(&label(of, 80))
                .toned(&format!(" ({})", of.set), Tone::Dim),
        );
        for variant in &of.variants {
            let places = article
                .names
                .iter()
                .filter(|name| variant.names.contains(&name.id))
                .map(|name| {
                    let whose = match name.voice {
                        Voice::Author => "",
                        Voice::Reported => " reported",
                        Voice::Ambiguous => " ambiguous",
                    };
                    let held = if name.distanced {
                        " at arm's length"
                    } else {
                        ""
                    };
                    format!(
                        "{} \"{}\"{whose}{held}",
                        place(name.sentence, name.zone),
                        ellipsis(&name.text, 40)
                    )
                });
            let places: Vec<String> = places.collect();
            let unmarked = if variant.neutral { "unmarked; " } else { "" };
            let line = Rich::new()
                .toned(&variant.label, Tone::Title)
                .text(&format!(": {}", places.join(", ")))
                .toned(
                    &format!(" ({unmarked}{})", variant.used_by.join("; ")),
                    Tone::Dim,
                );
            page.hanging(4, 6, &line);
        }
    }
    if article.naming.is_empty() {
        page.line(&Rich::new().text("none found"));
    }
}
