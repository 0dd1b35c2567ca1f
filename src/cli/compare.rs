//! `parallax compare`: articles about one event, side by side.

use super::arguments::Compare;
use super::console::Console;
use super::render::{self, Wanted};
use super::{inputs, outputs};
use parallax::error::Problem;

/// Fewest and most articles that stand side by side.
const ARTICLES: std::ops::RangeInclusive<usize> = 2..=8;

pub(crate) fn run(compare: &Compare, console: &mut Console) {
    let outputs = outputs::open(&compare.report, console);
    if outputs.is_empty() {
        return;
    }
    let analyzer = inputs::analyzer(&compare.inputs, console);
    let articles = inputs::articles(&compare.inputs, &analyzer, console);
    if !ARTICLES.contains(&articles.len()) {
        let message = format!(
            "sets two to eight articles side by side, and {} could be read; {}",
            articles.len(),
            if articles.len() < 2 {
                "name another one, or use `parallax score`"
            } else {
                "name fewer, or use `parallax score`"
            }
        );
        console.problem(&Problem::new("compare", message));
        return;
    }
    let wanted = Wanted::by(&outputs, &compare.report);
    let analyses = inputs::in_parallel(&compare.inputs, &articles, |article| {
        analyzer.analyze(article)
    });
    let results = inputs::in_parallel(&compare.inputs, &analyses, |analysis| {
        wanted.of(&analyzer, analysis)
    });
    let report = &compare.report;
    render::write(
        outputs,
        results,
        Some(&analyses),
        &analyzer,
        report,
        console,
    );
}
