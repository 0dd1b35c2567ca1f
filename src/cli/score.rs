//! `parallax score`: each article on its own.

use super::arguments::{Score, Shared};
use super::config::{self, Options};
use super::console::Console;
use super::gates::Gates;
use super::render::{self, Wanted};
use super::{inputs, outputs};

pub(crate) fn run(mut score: Score, shared: &Shared, console: &mut Console) {
    let options = Options {
        inputs: &mut score.inputs,
        report: &mut score.report,
        gates: &mut score.gates,
        group: None,
    };
    let Some(resolved) = config::resolve(shared, options, console) else {
        return;
    };
    let outputs = outputs::open(&score.report, console);
    if outputs.is_empty() {
        return;
    }
    let analyzer = inputs::analyzer(&score.inputs, console);
    let Some(gates) = Gates::read(&score.gates, &resolved, &analyzer, console) else {
        return;
    };
    let articles = inputs::articles(&score.inputs, &analyzer, console);
    if articles.is_empty() && console.has_failed() {
        return;
    }
    let wanted = Wanted::by(&outputs, &score.report, &gates);
    let results = inputs::in_parallel(&score.inputs, &articles, |article| {
        wanted.of(&analyzer, &analyzer.analyze(article))
    });
    let options = (&score.report, &gates);
    render::write(outputs, results, (None, None), &analyzer, options, console);
}
