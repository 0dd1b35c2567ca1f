//! Quote twins: the same quotation in several articles, with what each cuts.

use super::compare::names;
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::words;
use crate::compare::quotes::PieceKind;
use crate::report::{QuotedReport, Report, TwinReport};

/// Quotations in the table.
const MOST: usize = 4;
/// Words of one piece that all have; the middle of longer ones is left out.
const KEPT: usize = 14;

/// The quotations that several articles have, those that differ most first.
pub(super) fn section(report: &Report, page: &mut Page) {
    let Some(comparison) = &report.comparison else {
        return;
    };
    if comparison.twins.is_empty() {
        return;
    }
    let mut twins: Vec<&TwinReport> = comparison.twins.iter().collect();
    twins.sort_by_key(|twin| twin.rank);
    let cut = twins
        .iter()
        .take(MOST)
        .any(|twin| twin.told.iter().any(|told| told.words_cut > 0));
    let mut remark = if cut {
        "[-words that an article leaves out-] {+words only it has+}".to_owned()
    } else {
        String::new()
    };
    if twins.len() > MOST {
        let all = format!("{MOST} of {}, all in JSON", twins.len());
        remark = if remark.is_empty() {
            all
        } else {
            format!("{remark}; {all}")
        };
    }
    page.heading("QUOTED BY SEVERAL", &remark);
    let names = names(report);
    for twin in twins.into_iter().take(MOST) {
        for (index, told) in twin.told.iter().enumerate() {
            let letter = names
                .get(told.article as usize)
                .map_or('?', |(letter, _)| *letter);
            let head = if index == 0 {
                format!("{}  ", twin.id)
            } else {
                " ".repeat(twin.id.len() + 2)
            };
            let line = Rich::joined(
                [
                    Rich::new()
                        .toned(&head, Tone::Dim)
                        .toned(&format!("{letter} "), Tone::Title)
                        .toned(&format!("S{}", told.sentence), Tone::Dim),
                    Rich::new().text(&format!("{}:", said(told))),
                    quotation(told, index as u32 == twin.fullest),
                ],
                " ",
            );
            page.hanging(2, 6, &line);
        }
    }
}

/// Who says it, with which verb.
fn said(told: &QuotedReport) -> String {
    const NAME: usize = 40;
    match &told.said_by {
        None => "nobody is named".to_owned(),
        Some(said) if said.source.is_empty() => format!("({})", said.cue),
        Some(said) => format!("{} ({})", ellipsis(&said.source, NAME), said.cue),
    }
}

fn quotation(told: &QuotedReport, fullest: bool) -> Rich {
    if told
        .pieces
        .iter()
        .all(|piece| piece.kind == PieceKind::Kept)
        && !fullest
    {
        return Rich::new().text("the same words");
    }
    let pieces = told.pieces.iter().map(|piece| {
        let text = shortened(&words::one_line(&piece.text));
        match piece.kind {
            PieceKind::Kept => Rich::new().text(&text),
            PieceKind::Cut => Rich::new().toned(&format!("[-{text}-]"), Tone::Cut),
            PieceKind::Own => Rich::new().toned(&format!("{{+{text}+}}"), Tone::Title),
        }
    });
    Rich::new()
        .text("\u{201C}")
        .then(Rich::joined(pieces, " "))
        .text("\u{201D}")
}

/// A long piece without its middle.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() <= 2 * KEPT {
        return text.to_owned();
    }
    let (head, tail) = (&words[..KEPT], &words[words.len() - KEPT..]);
    format!("{} … {}", head.join(" "), tail.join(" "))
}
