//! Who is given how many words, and where in the article.

use super::{Markup, Shown, WIDTH, label, picture, rect, row};
use crate::report::SourceReport;
use crate::report::table::ellipsis;
use crate::report::table::figures::{counted, percent};
use crate::report::table::speakers::heard;
use maud::html;

/// Sources that have a line of their own.
const MOST: usize = 8;
/// Characters of a name.
const NAME: usize = 40;

pub(super) fn charts(articles: &[Shown<'_>]) -> Markup {
    let bars: Vec<Markup> = articles.iter().map(bars).collect();
    let lines: Vec<Markup> = articles.iter().map(timeline).collect();
    html! {
        (row("Words of each source", "dark: in quotation marks; light: paraphrased. Bars are parts of all reported words.", &bars))
        (row("Where they speak", "from the first sentence of the article on the left to the last on the right; a block is a sentence that holds words of the source", &lines))
        details.behind {
            summary { "Where they speak, as a table" }
            @for shown in articles { (placed(shown)) }
        }
    }
}

fn bars(shown: &Shown<'_>) -> Markup {
    const ROW: f64 = 34.0;
    let sources = heard(shown.article);
    let reported = f64::from(shown.article.voices.reported.max(1));
    let most = sources.iter().map(|source| source.words).max().unwrap_or(1);
    let scale = (WIDTH - 92.0) / f64::from(most.max(1));
    let rows = sources.len().min(MOST);
    let said: Vec<String> = sources
        .iter()
        .take(MOST)
        .map(|source| {
            format!(
                "{} {}",
                ellipsis(&source.name, NAME),
                counted(source.words, "word", "words")
            )
        })
        .collect();
    let said = if said.is_empty() {
        "nobody is reported".to_owned()
    } else {
        said.join(", ")
    };
    let content = html! {
        @for (index, source) in sources.iter().take(MOST).enumerate() {
            @let y = ROW * index as f64;
            @let (direct, rest) = (f64::from(source.direct_words) * scale, f64::from(source.words - source.direct_words) * scale);
            (label(class(source), 0.0, y + 12.0, &ellipsis(&source.name, NAME)))
            (rect("quoted", [0.0, y + 17.0, direct, 11.0]))
            (rect("paraphrased", [direct, y + 17.0, rest, 11.0]))
            (label("value", direct + rest + 5.0, y + 27.0, &format!("{} · {}", source.words, percent(f64::from(source.words) / reported))))
        }
        @if sources.is_empty() { (label("none", 0.0, 14.0, "nobody is reported")) }
        @if sources.len() > MOST { (label("none", 0.0, ROW * rows as f64 + 14.0, &format!("and {} more", sources.len() - MOST))) }
    };
    let extra = if sources.len() > MOST || sources.is_empty() {
        20.0
    } else {
        0.0
    };
    picture(&shown.heading(), &said, ROW * rows as f64 + extra, &content)
}

/// Names of sources that nobody could ask are set apart.
const fn class(source: &SourceReport) -> &'static str {
    if source.anonymous {
        "row anonymous"
    } else {
        "row"
    }
}

/// The body sentences in which a source has words, from 1.
fn sentences(shown: &Shown<'_>, source: &SourceReport) -> Vec<u32> {
    let places = &shown.article.sentence_places;
    let attributions = shown.article.attributions.iter().filter(|found| {
        let is = found.source.source_id.as_ref() == Some(&source.id)
            || found.source.joint_ids.contains(&source.id);
        is && found.counts()
    });
    let mut found: Vec<u32> = Vec::new();
    for attribution in attributions {
        found.push(attribution.sentence);
        for [start, end] in &attribution.content.spans {
            let first = places.partition_point(|place| place[1] <= *start);
            let last = places.partition_point(|place| place[0] < *end);
            found.extend((first..last).map(|index| index as u32 + 1));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn timeline(shown: &Shown<'_>) -> Markup {
    const ROW: f64 = 30.0;
    let sources = ordered(shown);
    let all = f64::from(shown.article.sentences.max(1));
    let wide = WIDTH / all;
    let rows = sources.len() as f64;
    let content = html! {
        @for (index, (source, found)) in sources.iter().enumerate() {
            @let y = ROW * index as f64;
            (label(class(source), 0.0, y + 12.0, &ellipsis(&source.name, NAME)))
            (rect("lane", [0.0, y + 17.0, WIDTH, 8.0]))
            @for sentence in found {
                (rect("said", [wide * f64::from(sentence - 1), y + 17.0, (wide - 0.6).max(1.2), 8.0]))
            }
        }
        @if sources.is_empty() { (label("none", 0.0, 14.0, "nobody is reported")) }
    };
    let said: Vec<String> = sources
        .iter()
        .map(|(source, found)| format!("{}: {}", ellipsis(&source.name, NAME), numbers(found)))
        .collect();
    picture(
        &shown.heading(),
        &said.join("; "),
        (ROW * rows).max(20.0),
        &content,
    )
}

/// The sources with most words, in the order in which they first speak.
fn ordered<'a>(shown: &Shown<'a>) -> Vec<(&'a SourceReport, Vec<u32>)> {
    let mut sources: Vec<_> = heard(shown.article)
        .into_iter()
        .take(MOST)
        .map(|source| (source, sentences(shown, source)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    sources.sort_by_key(|(_, found)| found.first().copied());
    sources
}

fn numbers(found: &[u32]) -> String {
    let numbers: Vec<String> = found.iter().map(|number| format!("S{number}")).collect();
    numbers.join(" ")
}

fn placed(shown: &Shown<'_>) -> Markup {
    html! {
        h4 { (shown.heading()) }
        div.wide tabindex="0" role="region" aria-label={ "Table: where they speak, " (shown.label()) } {
            table {
                thead { tr { th scope="col" { "source" } th scope="col" { "sentences of " (shown.article.sentences) } } }
                tbody {
                    @for (source, found) in ordered(shown) {
                        tr {
                            th scope="row" { bdi { (super::super::safe(&ellipsis(&source.name, NAME))) } }
                            td { (numbers(&found)) }
                        }
                    }
                }
            }
        }
    }
}
