//! One page for the browser that stands alone: no network, no file beside it, readable without its script and on paper.
//!
//! Everything from outside goes through [`plain`] and is then escaped by the template; style and script are ours and named by
//! their digests in the page's Content-Security-Policy, so that nothing else can run.

mod card;
mod charts;
mod marks;
mod measures;
mod notes;
mod pieces;
mod recorded;
mod texts;
mod things;

use super::plain::plain;
use super::table::figures::counted;
use super::table::{self, Recorded, day, words};
use super::{ArticleReport, Report};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, html};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use things::{Thing, things};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The page. The articles need their texts; `rationales` of the report are shown where they are given.
pub fn page(report: &Report) -> String {
    let title = match report.articles.as_slice() {
        [article] => table::title(article),
        articles => counted(articles.len() as u32, "article", "articles"),
    };
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (safe(&title)) " · parallax" }
                style { (maud::PreEscaped(STYLE)) }
            }
            body data-on=(first_layers()) {
                a.skip href="#texts" { "Skip to the texts" }
                @if report.comparison.is_some() { (compared(report)) } @else { (scored(report)) }
                (foot(report))
                script { (maud::PreEscaped(SCRIPT)) }
            }
        }
    };
    let mut text = markup.into_string();
    text.push('\n');
    text
}

/// Nothing may be loaded, sent or run but the style and the script of this page.
fn policy() -> String {
    let digest = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    )
}

fn first_layers() -> String {
    let layers = marks::Layer::ALL.into_iter();
    let on: Vec<&str> = layers
        .filter(|layer| layer.at_first())
        .map(marks::Layer::code)
        .chain(["numbers"])
        .collect();
    on.join(" ")
}

/// Text from outside, harmless; the template escapes it.
fn safe(text: &str) -> Cow<'_, str> {
    plain(text)
}

/// An article as the page names it.
struct Shown<'a> {
    article: &'a ArticleReport,
    /// Begins the ids of its parts: `A`, `t12`.
    key: String,
    /// Its letter, where articles stand side by side.
    letter: Option<char>,
    name: String,
    /// What other articles tell too, by the number of the sentence that tells it here.
    told: BTreeMap<u32, Vec<&'a str>>,
    /// What its figures were counted from.
    things: BTreeMap<&'a str, Thing>,
}

impl Shown<'_> {
    /// `A The Daily Lantern`, for whoever does not see the page.
    fn label(&self) -> String {
        let letter = self
            .letter
            .map_or_else(String::new, |letter| format!("{letter} "));
        format!("{letter}{}", safe(&self.name))
    }

    /// The head of a column.
    fn heading(&self) -> Markup {
        html! {
            @if let Some(letter) = self.letter { b.letter { (letter) } " " bdi { (safe(&self.name)) } } @else { "value" }
        }
    }
}

fn compared(report: &Report) -> Markup {
    let names = table::names(report).into_iter().zip(&report.articles);
    let shown: Vec<Shown<'_>> = names
        .map(|((letter, name), article)| Shown {
            article,
            key: letter.to_string(),
            letter: Some(letter),
            name,
            told: told(report, letter),
            things: things(article),
        })
        .collect();
    let (first, rest): (Vec<Recorded>, Vec<Recorded>) = table::compared(report)
        .into_iter()
        .partition(|section| section.title.is_empty());
    html! {
        header.masthead {
            p.kicker { "parallax · how these articles frame one event" }
            h1 { (event(report)) }
            ol.outlets.{ "of-" (shown.len()) } { @for shown in &shown { (outlet(shown)) } }
        }
        main {
            section.card {
                h2 { "What to look at first" }
                (card::lines(report, &shown))
                @for shown in &shown { (flags(shown)) }
                (notes(report))
            }
            @for section in &first {
                section {
                    h2 { "At a glance" }
                    (recorded::blocks(section))
                    (charts::glance(&shown))
                }
            }
            div id="texts" { (texts::section(report, &shown)) }
            @for section in &rest { (titled(section, &shown)) }
            (measures::section(&shown))
        }
    }
}

/// The facts and quotations that an article shares with others, by sentence.
fn told(report: &Report, letter: char) -> BTreeMap<u32, Vec<&str>> {
    let is = |article: u32| char::from(b'A' + article as u8) == letter;
    let mut told: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    if let Some(comparison) = &report.comparison {
        for fact in &comparison.facts {
            for telling in fact.told.iter().filter(|telling| is(telling.article)) {
                told.entry(telling.sentence).or_default().push(&fact.id);
            }
        }
        for twin in &comparison.twins {
            for telling in twin.told.iter().filter(|telling| is(telling.article)) {
                told.entry(telling.sentence).or_default().push(&twin.id);
            }
        }
    }
    told
}

fn event(report: &Report) -> String {
    let mut events = report
        .articles
        .iter()
        .map(|article| article.event.as_deref());
    let event = events.next().flatten();
    match event.filter(|event| events.all(|other| other == Some(event))) {
        Some(event) => safe(event).into_owned(),
        None => format!(
            "{} side by side",
            counted(report.articles.len() as u32, "article", "articles")
        ),
    }
}

fn outlet(shown: &Shown<'_>) -> Markup {
    let article = shown.article;
    html! {
        li {
            @if let Some(letter) = shown.letter { b.letter { (letter) } }
            div {
                p.name {
                    bdi { (safe(&shown.name)) }
                    span.dim { (words::outlet_from(article.outlet_from)) }
                    @if let Some(published) = &article.published { span.dim { " · " (safe(day(published))) } }
                }
                p.title { bdi { (table::title(article)) } }
                p.dim { (counted(article.words, "word", "words")) " · " (counted(article.sentences, "sentence", "sentences"))
                    @if let Some(genre) = &article.genre { " · marked as " (safe(genre)) }
                }
            }
        }
    }
}

fn flags(shown: &Shown<'_>) -> Markup {
    html! {
        @for flag in &shown.article.flags {
            p.flag {
                @if let Some(letter) = shown.letter { b.letter { (letter) } " " }
                (safe(flag))
            }
        }
    }
}

/// What to know before comparing, and beside the numbers.
fn notes(report: &Report) -> Markup {
    let comparison = report.comparison.iter();
    let warnings: Vec<&String> = report
        .comparison
        .iter()
        .flat_map(|comparison| &comparison.comparable.warnings)
        .map(|warning| &warning.text)
        .collect();
    let comparison: Vec<&String> = comparison
        .flat_map(|comparison| &comparison.notes)
        .collect();
    let letters = 'A'..='Z';
    html! {
        @for warning in warnings { p.flag { (safe(warning)) } }
        @for note in comparison { p.note { (safe(note)) } }
        @for (letter, article) in letters.zip(&report.articles) {
            @for note in &article.notes { p.note { b.letter { (letter) } " " (safe(note)) } }
        }
    }
}

/// A section of the terminal: where it has charts, its table stands behind them.
fn titled(section: &Recorded, shown: &[Shown<'_>]) -> Markup {
    let charts = charts::of(&section.title, shown);
    html! {
        section {
            h2 { (recorded::title(&section.title)) }
            @if !section.remark.is_empty() { p.remark { (section.remark) } }
            @match charts {
                Some(charts) => {
                    (charts)
                    details.behind { summary { "The figures as a table" } (recorded::blocks(section)) }
                },
                None => (recorded::blocks(section)),
            }
        }
    }
}

fn scored(report: &Report) -> Markup {
    let shown = report
        .articles
        .iter()
        .enumerate()
        .map(|(index, article)| Shown {
            article,
            key: format!("t{}", index + 1),
            letter: None,
            name: words::outlet(article),
            told: BTreeMap::new(),
            things: things(article),
        });
    html! {
        @for (index, shown) in shown.enumerate() {
            header.masthead {
                p.kicker { "parallax · one article" }
                h1 { bdi { (table::title(shown.article)) } }
                ol.outlets { (outlet(&shown)) }
            }
            main {
                section.card {
                    h2 { "Read this first" }
                    (flags(&shown))
                    @if shown.article.flags.is_empty() { p { "Nothing in this article asks for special care." } }
                    @for note in &shown.article.notes { p.note { (safe(note)) } }
                }
                div id=(if index == 0 { "texts".to_owned() } else { format!("texts-{}", index + 1) }) {
                    (texts::section(report, std::slice::from_ref(&shown)))
                }
                @for section in &table::scored(shown.article) { (titled(section, std::slice::from_ref(&shown))) }
                (measures::section(std::slice::from_ref(&shown)))
            }
        }
    }
}

fn foot(report: &Report) -> Markup {
    html! {
        footer {
            p { (table::LIMITS) }
            p { (safe(&table::used(&report.lexicons, &report.tool_version))) }
        }
    }
}
