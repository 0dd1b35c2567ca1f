//! Validation as text for a terminal.

use super::errors::{Errors, Example, Side};
use super::figure::Figure;
use super::outcome::Outcome;
use crate::report::numbers::grouped;
use crate::report::plain::plain;
use std::fmt::Write;

/// Columns of the names of figures.
const NAME: usize = 20;
/// Columns of a value.
const VALUE: usize = 7;
/// Columns of an interval.
const INTERVAL: usize = 14;

/// The figures, and the errors that are shown. No line is wider than `width`, as far as words allow.
pub fn table(outcome: &Outcome, width: usize) -> String {
    let mut page = String::new();
    let line = |page: &mut String, text: &str| {
        page.push_str(text);
        page.push('\n');
    };
    line(
        &mut page,
        &format!(
            "Validation of {} on {}",
            plain(&outcome.answers),
            plain(&outcome.gold)
        ),
    );
    let unanswered = match outcome.unanswered {
        0 => String::new(),
        n => format!(", {n} of them without an answer"),
    };
    line(
        &mut page,
        &format!(
            "{}{unanswered}. Intervals: 95 % over articles drawn 1,000 times.",
            counted(outcome.articles as u64, "article")
        ),
    );
    for section in &outcome.attribution {
        let heading = format!(
            "Attribution, scope {}: {} in gold, {} found, {}",
            section.scope.name(),
            counted(section.gold, "relation"),
            grouped(section.found),
            counted(section.articles as u64, "article")
        );
        line(&mut page, &format!("\n{heading}"));
        figures(&mut page, &section.figures, width);
        errors(&mut page, &section.errors, width);
    }
    if let Some(section) = &outcome.loaded {
        let heading = format!(
            "Loaded terms: {} in gold, {} found, {} in {}",
            counted(section.gold, "word"),
            grouped(section.found),
            grouped(section.words),
            counted(section.articles as u64, "article")
        );
        line(&mut page, &format!("\n{heading}"));
        figures(&mut page, &section.figures, width);
        errors(&mut page, &section.errors, width);
    }
    page
}

fn figures(page: &mut String, figures: &[Figure], width: usize) {
    for figure in figures {
        let kind = figure.kind;
        let shown = |value: f64| format!("{value:.*}", kind.decimals);
        let Some(value) = figure.value else {
            if !kind.id.starts_with("sentences.") {
                let _ = writeln!(page, "  {:NAME$}{:>VALUE$}", kind.name, "–");
            }
            continue;
        };
        let interval = figure.interval.map_or_else(String::new, |interval| {
            format!("{}–{}", shown(interval.low), shown(interval.high))
        });
        let row = format!(
            "  {:NAME$}{:>VALUE$}  {interval:INTERVAL$}{}",
            kind.name,
            shown(value),
            kind.meaning
        );
        page.push_str(cut(row.trim_end(), width).trim_end());
        page.push('\n');
    }
}

fn errors(page: &mut String, errors: &[Errors], width: usize) {
    for errors in errors.iter().filter(|errors| errors.count > 0) {
        let _ = writeln!(
            page,
            "\n  {} ({}, {} shown)",
            errors.kind.meaning(),
            grouped(errors.count as u64),
            errors.shown.len()
        );
        for example in &errors.shown {
            show(page, example, width);
        }
    }
}

fn show(page: &mut String, example: &Example, width: usize) {
    let room = width.saturating_sub(8);
    let _ = writeln!(
        page,
        "    {}",
        cut(
            &format!("{} at {}", plain(&example.article), example.start),
            width.saturating_sub(4)
        )
    );
    let [before, here, after] = example
        .context
        .each_ref()
        .map(|text| plain(text).into_owned());
    let here = cut(&here, room / 2);
    let beside = room.saturating_sub(here.chars().count() + 4) / 2;
    let start = before.chars().count().saturating_sub(beside);
    let before: String = before.chars().skip(start).collect();
    let after: String = after.chars().take(beside).collect();
    let _ = writeln!(page, "      …{before}«{here}»{after}…");
    for (name, side) in [("gold", &example.gold), ("found", &example.found)] {
        if let Some(side) = side {
            let _ = writeln!(
                page,
                "      {}",
                cut(&format!("{name:6}{}", roles(side)), room)
            );
        }
    }
}

/// `source | cue | content`.
fn roles(side: &Side) -> String {
    let shown = |text: &str| {
        let text = plain(text);
        if text.is_empty() {
            "–".to_owned()
        } else {
            text.into_owned()
        }
    };
    format!(
        "{} | {} | {}",
        shown(&side.source),
        shown(&side.cue),
        shown(&side.content)
    )
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{kept}…")
}

fn counted(count: u64, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {what}{plural}", grouped(count))
}
