//! Words that mark one article beside the others, with what chance says of them.

use super::compare::names;
use super::figures::whole;
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use crate::compare::distinctive::LONG;
use crate::report::Report;

/// Columns of a word.
const WORD: usize = 30;

/// Writes the section.
pub(super) fn section(report: &Report, page: &mut Page) {
    let Some(comparison) = &report.comparison else {
        return;
    };
    if comparison.distinctive.iter().all(|of| of.words.is_empty()) {
        return;
    }
    page.heading(
        "WORDS OF ITS OWN",
        "content words, and how often each stands in the article",
    );
    for ((letter, _), of) in names(report).iter().zip(&comparison.distinctive) {
        if of.words.is_empty() {
            continue;
        }
        let words = of.words.iter().map(|word| {
            Rich::new().text(&format!(
                "{} {}",
                ellipsis(&word.word, WORD),
                whole(word.here)
            ))
        });
        let how = if of.tested {
            "used more here than in the others, beyond chance:"
        } else {
            "twice and more here, in no other:"
        };
        let line = Rich::joined(
            [
                Rich::new().toned(&letter.to_string(), Tone::Title),
                Rich::new().toned(how, Tone::Dim),
                Rich::joined(words, ", "),
            ],
            " ",
        );
        page.line(&line);
    }
    if comparison.distinctive.iter().any(|of| !of.tested) {
        let line = format!(
            "no test: it takes {} content words on both sides",
            whole(LONG)
        );
        page.line(&Rich::new().toned(&line, Tone::Dim));
    }
}
