//! `parallax compare`: articles about one event, side by side.

use super::arguments::{Compare, Shared};
use super::config::{self, Options};
use super::console::Console;
use super::gates::Gates;
use super::render::{self, Wanted};
use super::{inputs, outputs};
use parallax::error::Problem;

/// Fewest and most articles that stand side by side.
const ARTICLES: std::ops::RangeInclusive<usize> = 2..=8;

pub(crate) fn run(mut compare: Compare, shared: &Shared, console: &mut Console) {
    let options = Options {
        inputs: &mut compare.inputs,
        report: &mut compare.report,
        gates: &mut compare.gates,
        group: None,
    };
    let Some(resolved) = config::resolve(shared, options, console) else {
        return;
    };
    let outputs = outputs::open(&compare.report, console);
    if outputs.is_empty() {
        return;
    }
    let analyzer = inputs::analyzer(&compare.inputs, console);
    let Some(gates) = Gates::read(&compare.gates, &resolved, &analyzer, console) else {
        return;
    };
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
    let wanted = Wanted::by(&outputs, &compare.report, &gates);
    let analyses = inputs::in_parallel(&compare.inputs, &articles, |article| {
        analyzer.analyze(article)
    });
    let results = inputs::in_parallel(&compare.inputs, &analyses, |analysis| {
        wanted.of(&analyzer, analysis)
    });
    let report = (&compare.report, &gates);
    render::write(
        outputs,
        results,
        Some(&analyses),
        &analyzer,
        report,
        console,
    );
}
