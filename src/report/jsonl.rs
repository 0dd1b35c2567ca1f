//! JSON lines: one article a line, each complete in itself, as data frames and stream tools read them.

use super::json::round_article;
use super::model::{ArticleReport, Report};
use super::plain::plain_json;
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    schema_version: &'a str,
    #[serde(flatten)]
    article: ArticleReport,
}

/// The articles of a report, one a line, without the comparison.
///
/// # Errors
/// When a value cannot be written as JSON, which no report holds.
pub fn lines(report: &Report) -> serde_json::Result<String> {
    let mut text = String::new();
    for article in &report.articles {
        let mut article = article.clone();
        round_article(&mut article);
        let line = Line {
            schema_version: &report.schema_version,
            article,
        };
        text.push_str(&plain_json(&serde_json::to_string(&line)?));
        text.push('\n');
    }
    Ok(text)
}
