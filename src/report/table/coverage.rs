//! What is told where: a row an item, a column an article.

use super::board::{Board, Cells};
use super::compare::names;
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::words;
use crate::compare::coverage::{CellVoice, ItemKind};
use crate::report::{ConflictReport, CoverageReport, ItemCell, ItemReport, Report};

/// Items beside the checklist and the conflicts.
const MOST: usize = 12;
/// Conflicts.
const CONFLICTS: usize = 4;

/// The checklist, conflicts, and the items in which the articles differ most.
pub(super) fn section(report: &Report, page: &mut Page) {
    let Some(comparison) = &report.comparison else {
        return;
    };
    let coverage = &comparison.coverage;
    let asked: Vec<&ItemReport> = coverage
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Checklist)
        .collect();
    let mut telling: Vec<&ItemReport> = coverage
        .items
        .iter()
        .filter(|item| item.kind != ItemKind::Checklist && item.rank.is_some())
        .collect();
    telling.sort_by_key(|item| item.rank);
    telling.truncate(MOST);
    let remark = format!(
        "\u{2013} is \"not found\", which may be a choice of words; {} of {} items stand in two articles or more",
        coverage.shared, coverage.all
    );
    page.heading("WHAT IS TOLD WHERE", &remark);
    let label = (page.width() / 4).clamp(16, 34);
    let names = names(report);
    let mut board = Board::new(Cells::Figures, names.clone());
    for conflict in coverage.conflicts.iter().take(CONFLICTS) {
        let name = conflict_name(conflict);
        board.row(&ellipsis(&name, label), conflict_cells(conflict, report));
    }
    for item in asked {
        board.row(&ellipsis(&item.label, label), cells(item, &names));
    }
    for kind in [
        ItemKind::Source,
        ItemKind::Name,
        ItemKind::Figure,
        ItemKind::Year,
        ItemKind::Quotation,
    ] {
        for item in telling.iter().filter(|item| item.kind == kind) {
            let name = words::one_line(&item.label);
            board.row(&ellipsis(&name, label), cells(item, &names));
        }
    }
    if board.is_empty() {
        page.line(&Rich::new().text(&nothing(coverage)));
    } else {
        board.write(page);
    }
}

fn nothing(coverage: &CoverageReport) -> String {
    if coverage.all == coverage.shared {
        "every item that was found is in all articles".to_owned()
    } else {
        "no item that was found is in some articles and not in others".to_owned()
    }
}

fn conflict_name(conflict: &ConflictReport) -> String {
    match conflict.harm.as_deref() {
        Some("killing") => "! killed".to_owned(),
        Some("injury") => "! injured".to_owned(),
        Some("missing") => "! missing".to_owned(),
        _ => "! other figures".to_owned(),
    }
}

fn conflict_cells(conflict: &ConflictReport, report: &Report) -> Vec<Rich> {
    const WIDTH: usize = 24;
    (0..report.articles.len() as u32)
        .map(|article| {
            let found = conflict.stated.iter().find(|of| of.article == article);
            found.map_or_else(missing, |stated| {
                Rich::new()
                    .toned(
                        &ellipsis(&words::one_line(&stated.text), WIDTH),
                        Tone::Title,
                    )
                    .toned(&format!(" S{}", stated.sentence), Tone::Dim)
            })
        })
        .collect()
}

fn missing() -> Rich {
    Rich::new().toned("\u{2013}", Tone::Dim)
}

fn cells(item: &ItemReport, names: &[(char, String)]) -> Vec<Rich> {
    item.cells
        .iter()
        .enumerate()
        .map(|(article, cell)| {
            let article = article as u32;
            match cell {
                None if item.lacking == Some(article) => {
                    let letter = names.get(article as usize).map_or('?', |name| name.0);
                    missing().text(&format!(" only {letter} lacks it"))
                }
                None => missing(),
                Some(cell) => {
                    let low = item.buried.contains(&article);
                    told(item, cell)
                        .toned(&place(cell), Tone::Dim)
                        .text(if low { ", far down" } else { "" })
                }
            }
        })
        .collect()
}

fn place(cell: &ItemCell) -> String {
    if cell.sentence == 0 {
        " heading".to_owned()
    } else {
        format!(" S{}", cell.sentence)
    }
}

fn told(item: &ItemReport, cell: &ItemCell) -> Rich {
    const NAME: usize = 22;
    let source = cell
        .said_by
        .as_ref()
        .map(|said| said.source.as_str())
        .filter(|source| !source.is_empty());
    let by = source.map_or_else(
        || "a source".to_owned(),
        |source| ellipsis(&words::one_line(source), NAME),
    );
    let text = match (cell.voice, item.kind) {
        (CellVoice::Heard, _) if cell.words == 1 => "1 word".to_owned(),
        (CellVoice::Heard, _) => format!("{} words", cell.words),
        (CellVoice::Negated, _) => "denied".to_owned(),
        (_, ItemKind::Source) => "only named".to_owned(),
        (_, ItemKind::Name) => "named".to_owned(),
        (CellVoice::Author, _) => "own words".to_owned(),
        (CellVoice::Attributed | CellVoice::Ambiguous, _) => by,
    };
    Rich::new().text(&text)
}
