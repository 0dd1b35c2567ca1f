//! Every measure of the registry, with its value in each article, what it counted, and what it means.

use super::things::Thing;
use super::{Shown, safe};
use crate::measure::{FAMILIES, Family, Measure, Measurement};
use crate::report::numbers;
use maud::{Markup, html};

/// Things that a cell leads to; the others are counted.
const EVIDENCE: usize = 6;

/// The tables, one a family.
pub(super) fn section(articles: &[Shown<'_>]) -> Markup {
    html! {
        section.measures {
            h2 { "All measures" }
            p.remark {
                "Each figure stands beside what it was counted from: letters and numbers lead to the words. In brackets: 95 % intervals. "
                "A dash means that it cannot be measured here. Open a name to read what it means and what it does not say."
            }
            @for family in FAMILIES { (table(family, articles)) }
        }
    }
}

/// A row: a measure, for a declared side where it is made for each.
struct Row<'a> {
    measure: &'static Measure,
    /// Id and name of the side.
    side: Option<(&'a str, &'a str)>,
}

impl Row<'_> {
    fn name(&self) -> String {
        match self.side {
            Some((_, label)) => format!("{}: {}", self.measure.name, safe(label)),
            None => self.measure.name.to_owned(),
        }
    }
}

fn rows<'a>(family: &'static Family, articles: &[Shown<'a>]) -> Vec<Row<'a>> {
    let sides: Vec<(&str, &str)> = articles.first().map_or_else(Vec::new, |shown| {
        let sides = shown.article.sides.iter();
        sides
            .map(|side| (side.side.as_str(), side.label.as_str()))
            .collect()
    });
    let mut rows = Vec::new();
    for measure in family.measures {
        if measure.per_side {
            rows.extend(sides.iter().map(|&side| Row {
                measure,
                side: Some(side),
            }));
        } else {
            rows.push(Row {
                measure,
                side: None,
            });
        }
    }
    rows
}

fn found<'a>(shown: &Shown<'a>, row: &Row<'_>) -> Option<&'a Measurement> {
    let mut measures = shown.article.measures.iter();
    let side = row.side.map(|(id, _)| id);
    measures.find(|found| found.id == row.measure.id && found.side.as_deref() == side)
}

/// Whether a measure has anything to show in some article.
fn speaks(row: &Row<'_>, articles: &[Shown<'_>]) -> bool {
    articles
        .iter()
        .filter_map(|shown| found(shown, row))
        .any(|found| found.value.is_some_and(|value| value != 0.0) || found.count.unwrap_or(0) > 0)
}

fn table(family: &'static Family, articles: &[Shown<'_>]) -> Markup {
    let (shown, silent): (Vec<Row<'_>>, Vec<Row<'_>>) = rows(family, articles)
        .into_iter()
        .partition(|row| speaks(row, articles));
    html! {
        details.family open[!shown.is_empty()] {
            summary { h3 { (family.title) } }
            @if !shown.is_empty() {
                div.wide tabindex="0" role="region" aria-label={ "Table: " (family.title) } {
                    table.board.{ "of-" (articles.len()) } {
                        thead {
                            tr {
                                td {}
                                @for shown in articles { th scope="col" { (shown.heading()) } }
                            }
                        }
                        tbody {
                            @for row in &shown {
                                tr {
                                    th scope="row" { (declared(row)) }
                                    @for shown in articles { td { (cell(shown, row)) } }
                                }
                            }
                        }
                    }
                }
            }
            @if !silent.is_empty() {
                p.silent {
                    "Nothing found: "
                    @for (index, row) in silent.iter().enumerate() {
                        @if index > 0 { " · " }
                        (row.name())
                    }
                    "."
                }
            }
        }
    }
}

fn declared(row: &Row<'_>) -> Markup {
    let measure = row.measure;
    html! {
        details.meaning {
            summary { (row.name()) }
            p { (measure.meaning) }
            p { "How: " (measure.formula) }
            @if !measure.limits.is_empty() { p { "What it does not say: " (measure.limits) } }
            p { code { (measure.id) } " · " (measure.unit) @if !measure.denominator.is_empty() { ", of " (measure.denominator) } }
        }
    }
}

fn cell(shown: &Shown<'_>, row: &Row<'_>) -> Markup {
    let Some(found) = found(shown, row) else {
        return html! { (numbers::NOTHING) };
    };
    html! {
        b { (numbers::measurement(found)) }
        @if let (Some(count), Some(per), Some(_)) = (found.count, found.per, found.value) {
            " " span.of { (numbers::grouped(u64::from(count))) " of " (numbers::grouped(u64::from(per))) }
        }
        @if let Some(interval) = found.interval {
            " " span.interval { "[" (numbers::interval(interval, found.unit)) "]" }
        }
        @if let (None, Some(note)) = (found.value, &found.note) {
            @if *note != numbers::measurement(found) { " " span.of { (note) } }
        }
        (evidence(shown, found))
    }
}

/// The words, sentences and sources behind a figure.
fn evidence(shown: &Shown<'_>, found: &Measurement) -> Markup {
    let ids: Vec<String> = found.evidence.iter().map(ToString::to_string).collect();
    let things: Vec<(&String, &Thing)> = ids
        .iter()
        .filter_map(|id| Some((id, shown.things.get(id.as_str())?)))
        .collect();
    html! {
        @if !things.is_empty() {
            span.evidence {
                @for (index, (id, thing)) in things.iter().take(EVIDENCE).enumerate() {
                    @if index > 0 { " · " }
                    @if thing.noted { a data-go="" href={ "#" (shown.key) "-" (id) } { bdi { (thing.label) } } }
                    @else { bdi { (thing.label) } }
                }
                @if let Some(more) = things.len().checked_sub(EVIDENCE).filter(|more| *more > 0) {
                    " +" (more)
                }
            }
        }
    }
}
