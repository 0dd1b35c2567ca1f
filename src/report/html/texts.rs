//! The articles side by side with their marks, the buttons of the layers, and the panel that says why.

use super::marks::{Layer, Mark, marks};
use super::notes::notes;
use super::pieces::{Piece, Points, Sorted, pieces};
use super::{Shown, safe};
use crate::article::ZoneKind;
use crate::report::table::figures::counted;
use crate::report::{ArticleReport, Place, Report};
use maud::{Markup, html};

/// The section; `articles` are those that stand side by side.
pub(super) fn section(report: &Report, articles: &[Shown<'_>]) -> Markup {
    let several = articles.len() > 1;
    html! {
        section.texts {
            h2 { @if several { "The articles" } @else { "The article" } }
            p.remark {
                "Point at a marked word, or reach it with Tab and go on with the arrow keys: a panel below says what it is and why it is marked. Escape closes it."
                @if several { " The texts scroll together." }
            }
            (buttons(articles))
            div.columns.{ "of-" (articles.len()) } {
                @for shown in articles { (column(report, shown)) }
            }
            div.panel role="region" aria-label="About the marked words" {
                div.panel-body aria-live="polite" {}
            }
        }
    }
}

fn buttons(articles: &[Shown<'_>]) -> Markup {
    let counts = |layer: Layer| -> usize {
        let ids = |article: &ArticleReport| {
            let mut ids: Vec<String> = marks(article)
                .into_iter()
                .filter(|mark| mark.layer == layer)
                .map(|mark| {
                    if mark.id.is_empty() {
                        format!("{}", mark.place[0])
                    } else {
                        mark.id
                    }
                })
                .collect();
            ids.sort_unstable();
            ids.dedup();
            ids.len()
        };
        articles.iter().map(|shown| ids(shown.article)).sum()
    };
    html! {
        div.layers role="group" aria-label="What is marked in the texts" {
            @for layer in used(articles) {
                button type="button" disabled data-layer=(layer.code()) aria-pressed=(layer.at_first()) {
                    span.sample { span.(layer.key()[0].0) { (layer.name()) } }
                    " " span.count { (counts(layer)) }
                }
            }
            button type="button" disabled data-layer="numbers" aria-pressed="true" { "Sentence numbers" }
            @if articles.len() > 1 {
                button type="button" disabled data-together="" aria-pressed="true" { "Scroll together" }
            }
        }
        details.key {
            summary { "What the marks look like" }
            ul {
                @for layer in used(articles) {
                    li {
                        b { (layer.name()) } ": "
                        @for (index, (class, words)) in layer.key().iter().enumerate() {
                            @if index > 0 { ", " }
                            span.(class) { (words) }
                        }
                    }
                }
            }
        }
    }
}

/// The layers; that of the sides only where some are declared.
fn used<'a>(articles: &'a [Shown<'_>]) -> impl Iterator<Item = Layer> + 'a {
    let sides = articles
        .iter()
        .any(|shown| !shown.article.mentions.is_empty());
    Layer::ALL
        .into_iter()
        .filter(move |layer| *layer != Layer::Sides || sides)
}

fn column(report: &Report, shown: &Shown<'_>) -> Markup {
    let article = shown.article;
    let marks = Sorted::new(marks(article));
    let text = article.text.as_deref().unwrap_or_default();
    let points = Points::new(text);
    let skipped = article
        .zones
        .iter()
        .filter(|zone| matches!(zone.zone, ZoneKind::Boilerplate | ZoneKind::Metadata))
        .count();
    html! {
        article.column data-a=(shown.key) aria-label={ "Text of " (shown.label()) } {
            div.column-head {
                @if let Some(letter) = shown.letter { b.letter { (letter) } " " }
                bdi { (safe(&shown.name)) }
            }
            div.scroll tabindex="0" role="group" aria-label={ "Text of " (shown.label()) ", scrolls" } {
                @for zone in &article.zones {
                    (block(zone.zone, shown, &points, [zone.start, zone.end], &marks))
                }
                @if skipped > 0 {
                    p.beside { (counted(skipped as u32, "block of the page is", "blocks of the page are")) " left out: navigation, advertising, metadata." }
                }
                (notes(report, shown))
            }
        }
    }
}

/// A block of the text, as what it is.
fn block(
    kind: ZoneKind,
    shown: &Shown<'_>,
    points: &Points<'_>,
    place: Place,
    marks: &Sorted,
) -> Markup {
    let inner = || sentences(shown, points, place, marks);
    match kind {
        ZoneKind::Metadata | ZoneKind::Boilerplate => html! {},
        ZoneKind::Headline => html! { h3.headline { (inner()) } },
        ZoneKind::Deck => html! { p.deck { (inner()) } },
        ZoneKind::Subhead => html! { h4.subhead { (inner()) } },
        ZoneKind::Byline | ZoneKind::Dateline | ZoneKind::Caption => {
            html! { p.beside { (inner()) } }
        }
        ZoneKind::Body => html! { p { (inner()) } },
    }
}

/// A block, sentence by sentence; what stands between sentences is white space.
fn sentences(
    shown: &Shown<'_>,
    points: &Points<'_>,
    [start, end]: Place,
    marks: &Sorted,
) -> Markup {
    let all = &shown.article.sentence_places;
    let first = all.partition_point(|sentence| sentence[1] <= start);
    let mut at = start;
    let mut parts: Vec<(Place, Option<usize>)> = Vec::new();
    for (index, &sentence) in all.iter().enumerate().skip(first) {
        let [from, to] = [sentence[0].max(at), sentence[1].min(end)];
        if from >= end || to <= from {
            break;
        }
        if from > at {
            parts.push(([at, from], None));
        }
        parts.push(([from, to], Some(index + 1)));
        at = to;
    }
    if at < end {
        parts.push(([at, end], None));
    }
    html! {
        @for (place, number) in parts {
            @match number {
                Some(number) => span.sentence id={ (shown.key) "-S" (number) } data-s=(number) data-g=[shown.told.get(&(number as u32)).map(|told| told.join(" "))] {
                    (run(shown, points, place, marks))
                },
                None => (run(shown, points, place, marks)),
            }
        }
    }
}

fn run(shown: &Shown<'_>, points: &Points<'_>, place: Place, marks: &Sorted) -> Markup {
    html! {
        @for piece in pieces(points, place, marks) { (one(shown, &piece, marks)) }
    }
}

fn one(shown: &Shown<'_>, piece: &Piece<'_>, marks: &Sorted) -> Markup {
    let text = safe(piece.text);
    if piece.marks.is_empty() {
        return html! { (text) };
    }
    let over: Vec<&Mark> = piece
        .marks
        .iter()
        .map(|&index| &marks.marks[index])
        .collect();
    let classes = joined(over.iter().map(|mark| mark.class));
    let layers = joined(over.iter().map(|mark| mark.layer.code()));
    let ids = joined(over.iter().map(|mark| mark.id.as_str()));
    // A mark is stopped at once, where it begins.
    let stop = over
        .iter()
        .filter(|mark| mark.stop && mark.place[0] == piece.start)
        .min_by_key(|mark| mark.layer);
    match stop {
        Some(mark) => html! {
            a.mark.(classes) href={ "#" (shown.key) "-" (mark.id) } data-i=(ids) data-l=(layers) { (text) }
        },
        None if ids.is_empty() => html! { span.(classes) { (text) } },
        None => html! { span.(classes) data-i=(ids) { (text) } },
    }
}

/// Words, each once, in order.
fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut found: Vec<&str> = Vec::new();
    for word in words.flat_map(|words| words.split(' ')) {
        if !word.is_empty() && !found.contains(&word) {
            found.push(word);
        }
    }
    found.join(" ")
}
