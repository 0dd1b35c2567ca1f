//! `parallax config`: what holds here, and where each value came from.

use super::arguments::{ConfigOptions, Report, Shared};
use super::config::{self, Options};
use super::console::Console;
use super::outputs;

pub(crate) fn run(mut asked: ConfigOptions, shared: &Shared, console: &mut Console) {
    let text = if asked.schema {
        config::schema()
    } else {
        let options = Options {
            inputs: &mut asked.inputs,
            report: &mut asked.report,
            gates: &mut asked.gates,
            group: None,
        };
        let Some(resolved) = config::resolve(shared, options, console) else {
            return;
        };
        config::show(&resolved)
    };
    let report = Report {
        output: std::mem::take(&mut asked.report.output),
        ..Report::default()
    };
    for output in outputs::open(&report, console) {
        output.write(&text, console);
    }
}
