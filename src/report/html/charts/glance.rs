//! Whose words an article is in, and how sure its rates are.

use super::{Markup, Shown, WIDTH, label, picture, rect, row};
use crate::measure::{Measure, Unit, registry};
use crate::report::numbers;
use crate::report::table::figures::percent_of;
use crate::stats::Interval;
use maud::html;

/// Voices with their names and how they are drawn.
const VOICES: [(&str, &str); 4] = [
    ("outlet", "the outlet’s own words"),
    ("quoted", "a source’s, in quotation marks"),
    ("paraphrased", "a source’s, paraphrased"),
    ("ambiguous", "nobody can tell"),
];

/// Words of each voice, in the order of the legend.
fn parts(shown: &Shown<'_>) -> [u32; 4] {
    let voices = shown.article.voices;
    let direct = shown.article.measures.iter();
    let direct = direct
        .filter(|found| found.id == "reported.direct")
        .find_map(|found| found.count);
    let direct = direct.unwrap_or(0).min(voices.reported);
    [
        voices.author,
        direct,
        voices.reported - direct,
        voices.ambiguous,
    ]
}

pub(super) fn voices(articles: &[Shown<'_>]) -> Markup {
    const HIGH: f64 = 26.0;
    let pictures: Vec<Markup> = articles
        .iter()
        .map(|shown| {
            let parts = parts(shown);
            let all = parts.iter().sum::<u32>().max(1);
            let mut x = 0.0;
            let said: Vec<String> = VOICES
                .iter()
                .zip(parts)
                .map(|((_, name), words)| format!("{name} {}", percent_of(words, all)))
                .collect();
            let bar = html! {
                @for ((class, _), words) in VOICES.iter().zip(parts) {
                    @let width = WIDTH * f64::from(words) / f64::from(all);
                    @let from = { let from = x; x += width; from };
                    @if words > 0 {
                        (rect(class, [from, 0.0, width - 1.0, HIGH]))
                        @if width > 34.0 { (label(&format!("on-{class}"), from + 6.0, 18.0, &percent_of(words, all))) }
                    }
                }
            };
            picture(&shown.heading(), &said.join(", "), HIGH, &bar)
        })
        .collect();
    html! {
        (row("Whose words", "each word of the body, by voice", &pictures))
        ul.legend {
            @for (class, name) in VOICES {
                li { svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" { (rect(class, [0.0, 0.0, 12.0, 12.0])) } " " (name) }
            }
        }
        details.behind {
            summary { "The figures as a table" }
            div.wide tabindex="0" role="region" aria-label="Table: whose words" {
                table.board.{ "of-" (articles.len()) } {
                    thead { tr { td {} @for shown in articles { th scope="col" { (shown.heading()) } } } }
                    tbody {
                        @for (index, (_, name)) in VOICES.iter().enumerate() {
                            tr {
                                th scope="row" { (name) }
                                @for shown in articles {
                                    @let parts = parts(shown);
                                    td { (parts[index]) " words, " (percent_of(parts[index], parts.iter().sum())) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The value and interval of a measure in one article.
fn found(shown: &Shown<'_>, measure: &Measure) -> Option<(f64, Interval)> {
    let mut measures = shown.article.measures.iter();
    let found = measures.find(|found| found.id == measure.id)?;
    Some((found.value?, found.interval?))
}

/// Measures that are tested between articles, or the first shares, where some article has an interval.
pub(super) fn intervals(articles: &[Shown<'_>]) -> Markup {
    const ROW: f64 = 24.0;
    const LEFT: f64 = 24.0;
    const RIGHT: f64 = 306.0;
    let chosen: Vec<&Measure> = registry()
        .filter(|measure| measure.tested || measure.id == "reported.share")
        .filter(|measure| articles.iter().any(|shown| found(shown, measure).is_some()))
        .collect();
    if chosen.is_empty() {
        return html! {};
    }
    let pictures: Vec<Markup> = chosen
        .iter()
        .map(|measure| {
            let most = articles.iter().filter_map(|shown| found(shown, measure));
            let most = most.map(|(value, interval)| interval.high.max(value)).fold(0.0, f64::max);
            let most = ceiling(most, measure.unit);
            let x = |value: f64| LEFT + (RIGHT - LEFT) * value / most;
            let rows = articles.len() as f64;
            let mut said: Vec<String> = Vec::new();
            let content = html! {
                @for (tick, end) in [(0.0, "from"), (0.5, "mid"), (1.0, "to")] {
                    line.tick x1=(super::round(x(tick * most))) x2=(super::round(x(tick * most))) y1="0" y2=(super::round(rows * ROW)) {}
                    text.axis.(end) x=(super::round(x(tick * most))) y=(super::round(rows * ROW + 14.0)) { (numbers::value(tick * most, measure.unit)) }
                }
                @for (index, shown) in articles.iter().enumerate() {
                    @let y = ROW.mul_add(index as f64, ROW / 2.0);
                    @let letter = shown.letter.map_or_else(String::new, String::from);
                    (label("row", 0.0, y + 5.0, &letter))
                    @match found(shown, measure) {
                        Some((value, interval)) => {
                            @let () = said.push(format!("{letter} {} [{}]", numbers::value(value, measure.unit), numbers::interval(interval, measure.unit)));
                            line.whisker x1=(super::round(x(interval.low))) x2=(super::round(x(interval.high))) y1=(super::round(y)) y2=(super::round(y)) {}
                            circle.dot cx=(super::round(x(value))) cy=(super::round(y)) r="5" {}
                        },
                        None => (label("none", LEFT + 4.0, y + 5.0, "too little text")),
                    }
                }
            };
            let unit = match measure.unit {
                Unit::Share => String::new(),
                unit => format!(", {unit}"),
            };
            let caption = html! { (measure.name) (unit) };
            picture(&caption, &said.join("; "), rows * ROW + 20.0, &content)
        })
        .collect();
    let table = html! {
        details.behind {
            summary { "The figures as a table" }
            div.wide tabindex="0" role="region" aria-label="Table: intervals" {
                table.board.{ "of-" (articles.len()) } {
                    thead { tr { td {} @for shown in articles { th scope="col" { (shown.heading()) } } } }
                    tbody {
                        @for measure in &chosen {
                            tr {
                                th scope="row" { (measure.name) }
                                @for shown in articles {
                                    td {
                                        @match found(shown, measure) {
                                            Some((value, interval)) => { (numbers::value(value, measure.unit)) " [" (numbers::interval(interval, measure.unit)) "]" },
                                            None => "–",
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    html! {
        (row("How sure", "dots are the figures, lines their 95 % intervals: where lines overlap widely, chance explains the difference", &pictures))
        (table)
    }
}

/// A round end of an axis.
fn ceiling(most: f64, unit: Unit) -> f64 {
    if unit == Unit::Share {
        return 1.0;
    }
    let power = 10_f64.powf(most.max(1.0).log10().floor());
    let steps = [1.0, 2.0, 4.0, 6.0, 8.0, 10.0].into_iter();
    steps
        .map(|step| step * power)
        .find(|&end| end >= most)
        .unwrap_or(most)
}
