//! Two to eight articles side by side, what matters most first.

use super::board::{Board, Cells};
use super::explain::{self, Part};
use super::figures::counted;
use super::loaded;
use super::page::{Look, Page};
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::{
    card, contrast, coverage, facts, foot, harm, naming, own_words, score, sides, speakers, twins,
    words,
};
use crate::lexicon::{Level, Stance};
use crate::report::{ArticleReport, Report};

/// Writes one section of a comparison.
pub(super) type Section = fn(&Report, &mut Page);

/// The sections, in the order of their importance to a reader.
pub(super) const SECTIONS: &[Section] = &[
    sides,
    contrast::section,
    harm_told,
    naming::compared,
    facts::section,
    twins::section,
    coverage::section,
    loaded_words,
    sources,
    cues,
    own_words::section,
];

/// The articles side by side; `parts` are shown below for each.
pub fn compare(report: &Report, parts: &[Part], look: Look) -> String {
    let mut page = Page::new(look);
    legend(report, &mut page);
    if let Some(comparison) = &report.comparison {
        card::section(&comparison.card, &mut page);
        page.blank();
    }
    for section in SECTIONS {
        section(report, &mut page);
    }
    notes(report, &mut page);
    if parts.contains(&Part::Alignment) {
        facts::explained(report, &mut page);
    }
    for part in parts.iter().filter(|part| part.is_of_article()) {
        for (article, (letter, name)) in report.articles.iter().zip(names(report)) {
            page.blank();
            page.hanging(
                0,
                2,
                &Rich::new().toned(&format!("{letter} {name}"), Tone::Title),
            );
            explain::section(*part, article, &mut page);
        }
    }
    foot::section(report, &mut page);
    page.into_text()
}

/// Letter and short name of each article: the outlet, or the id where an outlet comes twice.
pub(in crate::report) fn names(report: &Report) -> Vec<(char, String)> {
    let same = |article: &ArticleReport| {
        report
            .articles
            .iter()
            .filter(|other| other.outlet == article.outlet)
            .count()
            > 1
    };
    ('A'..='Z')
        .zip(&report.articles)
        .map(|(letter, article)| {
            (
                letter,
                if same(article) {
                    article.id.clone()
                } else {
                    words::outlet(article)
                },
            )
        })
        .collect()
}

fn board(cells: Cells, report: &Report) -> Board {
    Board::new(cells, names(report))
}

/// Which letter is which article, with its headline.
fn legend(report: &Report, page: &mut Page) {
    page.hanging(
        0,
        0,
        &Rich::new().text(&format!(
            "{} side by side",
            counted(report.articles.len() as u32, "article", "articles")
        )),
    );
    page.blank();
    for ((letter, _), article) in names(report).iter().zip(&report.articles) {
        page.ends(
            &Rich::new()
                .toned(&format!("{letter}  "), Tone::Title)
                .toned(&words::outlet(article), Tone::Title)
                .toned(words::outlet_from(article.outlet_from), Tone::Dim),
            &Rich::new().text(article.published.as_deref().map_or("", score::day)),
        );
        page.hanging(3, 3, &Rich::new().text(&score::title(article)));
    }
    let warnings = report
        .comparison
        .iter()
        .flat_map(|comparison| &comparison.comparable.warnings);
    if warnings.clone().next().is_some() {
        page.blank();
    }
    for warning in warnings {
        page.flag(&warning.text);
    }
}

/// Who is talked about and who is heard, where sides are declared.
fn sides(report: &Report, page: &mut Page) {
    let rows = sides::rows(&report.articles);
    if rows.is_empty() {
        return;
    }
    page.heading("TALKED ABOUT AND HEARD", sides::REMARK);
    let mut board = board(Cells::Figures, report);
    for (label, cells) in rows {
        board.row(&label, cells);
    }
    board.write(page);
}

/// Who harms whom, and whose dead are counted.
fn harm_told(report: &Report, page: &mut Page) {
    let rows = harm::rows(&report.articles);
    if rows.is_empty() {
        return;
    }
    page.heading("HARM AND AGENTS", harm::REMARK);
    let mut board = board(Cells::Figures, report);
    for (label, cells) in rows {
        board.row(&label, cells);
    }
    board.write(page);
}

/// Loaded words by voice.
fn loaded_words(report: &Report, page: &mut Page) {
    page.heading("LOADED WORDS", loaded::REMARK);
    let mut board = board(Cells::Lists, report);
    let mut lists: Vec<_> = report.articles.iter().map(loaded::lists).collect();
    while let Some(row) = lists
        .iter_mut()
        .map(Iterator::next)
        .collect::<Option<Vec<_>>>()
    {
        let label = row.first().map_or("", |(label, _)| label);
        board.row(label, row.into_iter().map(|(_, list)| list).collect());
    }
    write_or(&board, "none found", page);
}

/// Who is heard, most words first.
fn sources(report: &Report, page: &mut Page) {
    const MOST: usize = 8;
    const NAME: usize = 48;
    page.heading("WHO SPEAKS", "reported words of each source");
    let mut board = board(Cells::Ranks, report);
    let heard: Vec<_> = report.articles.iter().map(speakers::heard).collect();
    let most = heard.iter().map(Vec::len).max().unwrap_or(0).min(MOST);
    for rank in 0..most {
        let cells = heard.iter().map(|sources| {
            sources.get(rank).map_or_else(Rich::new, |source| {
                speakers::named(source, NAME)
                    .text(&format!(" {}", counted(source.words, "word", "words")))
            })
        });
        board.row(&format!("{}", rank + 1), cells.collect());
    }
    let more = heard
        .iter()
        .map(|sources| match sources.len().saturating_sub(MOST) {
            0 => Rich::new(),
            more => Rich::new().toned(
                &counted(more as u32, "more source", "more sources"),
                Tone::Dim,
            ),
        });
    board.row("…", more.collect());
    write_or(&board, "nobody: no report and no quotation was found", page);
}

/// The cues with which sources are introduced, by what they do.
fn cues(report: &Report, page: &mut Page) {
    page.heading(
        "HOW SPEECH IS INTRODUCED",
        "the verb chosen for a source, and how often",
    );
    let mut board = board(Cells::Lines, report);
    for stance in words::STANCES {
        board.row(
            words::stance(stance),
            report
                .articles
                .iter()
                .map(|article| lemmas(article, stance))
                .collect(),
        );
    }
    write_or(&board, "no cue was found", page);
}

fn lemmas(article: &ArticleReport, stance: Stance) -> Rich {
    let mut found: Vec<(&str, u32)> = Vec::new();
    let counted = article.attributions.iter().filter(|attribution| {
        attribution.stance == stance
            && attribution.counts()
            && matches!(attribution.level, Level::Report | Level::SpeechAct)
    });
    for attribution in counted.filter(|attribution| !attribution.cue.lemma.is_empty()) {
        match found
            .iter_mut()
            .find(|(lemma, _)| *lemma == attribution.cue.lemma)
        {
            Some((_, count)) => *count += 1,
            None => found.push((&attribution.cue.lemma, 1)),
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let parts = found.into_iter().map(|(lemma, count)| {
        let times = if count > 1 {
            format!(" {count}")
        } else {
            String::new()
        };
        Rich::new().text(&format!("{}{times}", ellipsis(lemma, 30)))
    });
    Rich::joined(parts, ", ")
}

fn write_or(board: &Board, nothing: &str, page: &mut Page) {
    if board.is_empty() {
        page.line(&Rich::new().text(nothing));
    } else {
        board.write(page);
    }
}

/// What to know before comparing, and beside the numbers.
fn notes(report: &Report, page: &mut Page) {
    let comparison = report
        .comparison
        .iter()
        .flat_map(|comparison| &comparison.notes);
    if comparison.clone().count()
        + report
            .articles
            .iter()
            .map(|article| article.notes.len())
            .sum::<usize>()
        > 0
    {
        page.blank();
    }
    for note in comparison {
        page.note(note);
    }
    for ((letter, _), article) in names(report).iter().zip(&report.articles) {
        for note in article.notes.iter().take(2) {
            page.note(&format!("{letter}: {note}"));
        }
    }
}
