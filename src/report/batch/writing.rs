//! A batch for machines and for a pull request: JSON, JSON lines, Markdown.

use super::row::Row;
use super::summary::{Difference, GroupMeasure, GroupSummary, Summary};
use crate::error::Problem;
use crate::measure;
use crate::report::numbers;
use crate::report::plain::plain_json;
use serde::Serialize;
#[cfg(feature = "cli")]
use std::fmt::Write as _;

/// A line of a batch says what it is: `article`, `problem` or `group`.
#[derive(Serialize)]
struct Line<'a, T> {
    record: &'a str,
    #[serde(flatten)]
    value: &'a T,
}

fn line<T: Serialize>(record: &str, value: &T) -> serde_json::Result<String> {
    let mut text = plain_json(&serde_json::to_string(&Line { record, value })?).into_owned();
    text.push('\n');
    Ok(text)
}

/// The line of an article.
///
/// # Errors
/// When a value cannot be written as JSON, which no row holds.
pub fn row_line(row: &Row) -> serde_json::Result<String> {
    line("article", row)
}

/// The line of a group.
///
/// # Errors
/// When a value cannot be written as JSON, which no group holds.
pub fn group_line(group: &GroupSummary) -> serde_json::Result<String> {
    line("group", group)
}

/// The line of a record that could not be read.
///
/// # Errors
/// When a value cannot be written as JSON, which no problem holds.
pub fn problem_line(problem: &Problem) -> serde_json::Result<String> {
    line("problem", problem)
}

/// The summary as one document.
///
/// # Errors
/// When a value cannot be written as JSON, which no summary holds.
pub fn pretty(summary: &Summary) -> serde_json::Result<String> {
    let mut text = plain_json(&serde_json::to_string_pretty(summary)?).into_owned();
    text.push('\n');
    Ok(text)
}

/// The columns of a table of groups: id and heading. A measure that is not in the registry is left out.
const COLUMNS: [(&str, &str); 7] = [
    ("reported.share", "reported"),
    ("sources.count", "sources"),
    ("sources.effective", "effective"),
    ("sources.anonymous.share", "anonymous"),
    ("sources.kind.official.words", "official"),
    ("loaded.strong.author", "strong loaded /1,000, author"),
    ("loaded.all.author", "all loaded /1,000, author"),
];

/// Those of them that are measured.
pub(crate) fn columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    COLUMNS
        .into_iter()
        .filter(|(id, _)| measure::find(id).is_some())
}

/// A value of a group with its interval.
pub(crate) fn shown(group: &GroupSummary, id: &str) -> String {
    let Some(found) = group.measures.iter().find(|found| found.id == id) else {
        return numbers::NOTHING.to_owned();
    };
    let value = mean(found.value, found);
    match found.interval {
        Some(interval) => format!(
            "{value} [{}–{}]",
            mean(interval.low, found).trim_end_matches(" %"),
            mean(interval.high, found).trim_end_matches(" %")
        ),
        None => value,
    }
}

/// A number of a group; means of counts have a decimal.
fn mean(value: f64, found: &GroupMeasure) -> String {
    match found.unit {
        measure::Unit::Words | measure::Unit::Count => format!("{:.1}", numbers::round(value, 1)),
        unit => numbers::value(value, unit),
    }
}

/// Most differences that people are shown.
const SHOWN: usize = 20;

/// What can be told apart, one sentence each, clearest first.
pub(crate) fn differences(summary: &Summary) -> Vec<String> {
    let mut said: Vec<String> = summary
        .differences
        .iter()
        .take(SHOWN)
        .map(sentence)
        .collect();
    let more = summary.differences.len().saturating_sub(SHOWN);
    if more > 0 {
        said.push(format!(
            "and {more} more, which are less clear; --format json lists them"
        ));
    }
    said
}

fn sentence(found: &Difference) -> String {
    let name = measure::find(found.id).map_or(found.id, |measure| measure.name);
    let unit = match found.unit {
        measure::Unit::PerThousandWords => " per 1,000 words",
        _ => "",
    };
    let q = numbers::p_value(found.q);
    let q = if q.starts_with('<') {
        format!("q {q}")
    } else {
        format!("q = {q}")
    };
    let [value, rest] = [found.value, found.rest].map(|value| numbers::value(value, found.unit));
    format!(
        "{}: {name} {value}{unit}, the rest {rest} ({q})",
        found.group
    )
}

/// How to read the differences, in one sentence.
pub(crate) fn remark(summary: &Summary) -> String {
    match summary.tests {
        0 => "nothing was tested: tests need two groups and, for shares, ten articles on each side"
            .to_owned(),
        tests => format!(
            "each group against all other articles; {tests} tests, Benjamini–Hochberg at 10 %"
        ),
    }
}

/// The groups as a comment on a pull request.
#[cfg(feature = "cli")]
pub fn markdown(summary: &Summary) -> String {
    use crate::report::markdown::escaped;
    let mut text = format!(
        "## {} articles by {}\n\n",
        numbers::grouped(u64::from(summary.articles)),
        summary.group_by
    );
    let columns: Vec<_> = columns().collect();
    let mut header = format!("| {} | articles | words |", summary.group_by);
    for (_, name) in &columns {
        // Writing to a string cannot fail.
        let _ = write!(header, " {name} |");
    }
    let _ = writeln!(text, "{header}\n|---|{}", "---:|".repeat(columns.len() + 2));
    for group in &summary.groups {
        let _ = write!(
            text,
            "| {} | {} | {} |",
            escaped(&group.name),
            numbers::grouped(u64::from(group.articles)),
            numbers::grouped(group.words)
        );
        for (id, _) in &columns {
            let _ = write!(text, " {} |", escaped(&shown(group, id)));
        }
        text.push('\n');
    }
    let _ = writeln!(
        text,
        "\n### Differences from the rest\n\n{}.\n",
        escaped(&remark(summary))
    );
    let differences = differences(summary);
    if differences.is_empty() {
        text.push_str("None can be told from chance.\n");
    }
    for difference in differences {
        let _ = writeln!(text, "- {}", escaped(&difference));
    }
    if summary.problems > 0 {
        let _ = writeln!(text, "\n{} records could not be read.", summary.problems);
    }
    text
}
