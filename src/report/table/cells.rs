//! The rows of tables as plain text, for formats that lay them out themselves.

use super::rich::Rich;
use super::rows::ROWS;
use super::tone::Paint;
use super::{loaded, score, sides, words};
use crate::report::ArticleReport;
use std::borrow::Cow;

/// A label and one text for each article.
pub(crate) type Row = (Cow<'static, str>, Vec<String>);

fn text(rich: &Rich) -> String {
    rich.show(Paint::new(false))
}

/// The figures of a comparison, row by row.
pub(crate) fn figures(articles: &[ArticleReport]) -> Vec<Row> {
    let row = |(label, cell): &(&'static str, fn(&ArticleReport) -> Rich)| {
        (
            Cow::Borrowed(*label),
            articles
                .iter()
                .map(|article| text(&cell(article)))
                .collect(),
        )
    };
    ROWS.iter().map(row).collect()
}

/// What each article gives to each declared side; empty where none is declared.
pub(crate) fn sides(articles: &[ArticleReport]) -> Vec<Row> {
    let rows = sides::rows(articles).into_iter();
    rows.map(|(label, cells)| (Cow::Owned(label), cells.iter().map(text).collect()))
        .collect()
}

/// The loaded words in lists by voice and strength; lists that are empty for all articles are left out.
pub(crate) fn loaded_words(articles: &[ArticleReport]) -> Vec<Row> {
    let mut lists: Vec<_> = articles.iter().map(loaded::lists).collect();
    let mut rows = Vec::new();
    while let Some(row) = lists
        .iter_mut()
        .map(Iterator::next)
        .collect::<Option<Vec<_>>>()
    {
        let Some((label, _)) = row.first() else { break };
        let (label, cells) = (
            *label,
            row.iter().map(|(_, list)| text(list)).collect::<Vec<_>>(),
        );
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push((Cow::Borrowed(label), cells));
        }
    }
    rows
}

/// The outlet as shown.
pub(crate) fn outlet(article: &ArticleReport) -> String {
    words::outlet(article)
}

/// The headline, or what to call an article without one.
pub(crate) fn title(article: &ArticleReport) -> String {
    score::title(article)
}
