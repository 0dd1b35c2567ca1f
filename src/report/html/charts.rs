//! Charts as inline SVG: one small picture an article, so that they stand side by side on paper and below each other on a phone.

mod glance;
mod sources;
mod stance;

use super::Shown;
use maud::{Markup, html};

/// Units that a picture is wide.
const WIDTH: f64 = 320.0;

/// Beside the first table: whose words, and how sure.
pub(super) fn glance(articles: &[Shown<'_>]) -> Markup {
    html! {
        (glance::voices(articles))
        (glance::intervals(articles))
    }
}

/// The charts of a section of the terminal, by its title.
pub(super) fn of(title: &str, articles: &[Shown<'_>]) -> Option<Markup> {
    match title {
        "WHO SPEAKS" => Some(sources::charts(articles)),
        "HOW SPEECH IS INTRODUCED" => Some(stance::chart(articles)),
        _ => None,
    }
}

/// Pictures side by side under one heading.
fn row(heading: &str, remark: &str, pictures: &[Markup]) -> Markup {
    html! {
        h3 { (heading) }
        @if !remark.is_empty() { p.remark { (remark) } }
        div.pictures.{ "of-" (pictures.len()) } { @for picture in pictures { (picture) } }
    }
}

/// One picture with what it says in words.
fn picture(caption: &Markup, said: &str, height: f64, content: &Markup) -> Markup {
    html! {
        figure {
            figcaption { (caption) }
            svg viewBox={ "0 0 " (WIDTH) " " (round(height)) } role="img" aria-label=(said) { (content) }
        }
    }
}

/// A coordinate with one decimal: pages stay small and the same everywhere.
fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A rectangle.
fn rect(class: &str, [x, y, width, height]: [f64; 4]) -> Markup {
    html! { rect class=(class) x=(round(x)) y=(round(y)) width=(round(width.max(0.0))) height=(round(height)) {} }
}

/// Text at a place.
fn label(class: &str, x: f64, y: f64, text: &str) -> Markup {
    html! { text class=(class) x=(round(x)) y=(round(y)) { (super::safe(text)) } }
}
