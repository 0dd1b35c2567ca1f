//! Workflow commands of GitHub Actions: marks beside the lines of a pull request.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use super::annotation::{Weight, annotations};
use super::gate::GateState;
use super::location::{Lines, Region, file, relative};
use super::model::{ArticleReport, Report};
use super::plain::plain;
use std::fmt::Write as _;
use std::path::Path;

/// One line a gate that fails and a mark, gates first: a code host shows ten of a kind. Needs the articles' texts in the report.
pub fn commands(report: &Report, base: &Path) -> String {
    let mut text = String::new();
    for gate in report
        .gates
        .iter()
        .filter(|gate| gate.state == GateState::Failed)
    {
        let Some(article) = report
            .articles
            .iter()
            .find(|article| article.id == gate.article)
        else {
            continue;
        };
        let first = gate.evidence.first();
        let region = first.and_then(|first| Lines::new(article).region(first.span));
        command(
            &mut text,
            "error",
            article,
            region,
            base,
            &gate.gate,
            &gate.message,
        );
    }
    for article in &report.articles {
        let lines = Lines::new(article);
        for mark in annotations(article) {
            let kind = match mark.weight {
                Weight::Warning => "warning",
                Weight::Note => "notice",
            };
            let region = lines.region(mark.place);
            command(
                &mut text,
                kind,
                article,
                region,
                base,
                &mark.rule,
                &mark.message,
            );
        }
    }
    text
}

fn command(
    text: &mut String,
    kind: &str,
    article: &ArticleReport,
    region: Option<Region>,
    base: &Path,
    title: &str,
    message: &str,
) {
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "::{kind} file={}",
        property(&relative(file(article), base))
    );
    if let Some(region) = region {
        let _ = write!(text, ",line={},endLine={}", region.line, region.end_line);
        // The host accepts columns only within one line.
        if let (Some(column), Some(end)) = (region.column, region.end_column)
            && region.line == region.end_line
        {
            let _ = write!(text, ",col={column},endColumn={end}");
        }
    }
    let title = property(&format!("parallax {title}"));
    let _ = writeln!(text, ",title={title}::{}", escaped(message));
}

/// A message: one line, nothing in it obeyed.
fn escaped(text: &str) -> String {
    plain(text).replace('%', "%25")
}

/// A property's value, which also may hold neither colon nor comma.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
