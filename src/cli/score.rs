//! `parallax score`: each article on its own.

use super::arguments::Score;
use super::console::Console;
use super::render::{self, Wanted};
use super::{inputs, outputs};

pub(crate) fn run(score: &Score, console: &mut Console) {
    let outputs = outputs::open(&score.report, console);
    if outputs.is_empty() {
        return;
    }
    let analyzer = inputs::analyzer(&score.inputs, console);
    let articles = inputs::articles(&score.inputs, &analyzer, console);
    if articles.is_empty() {
        return;
    }
    let wanted = Wanted::by(&outputs, &score.report);
    let results = inputs::in_parallel(&score.inputs, &articles, |article| {
        wanted.of(&analyzer, &analyzer.analyze(article))
    });
    render::write(outputs, results, None, &analyzer, &score.report, console);
}
