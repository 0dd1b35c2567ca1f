//! `parallax explain`: what a measure means.

use super::arguments::{Explain, Report};
use super::console::Console;
use super::explain_term;
use super::outputs;
use parallax::error::Problem;
use parallax::measure::{self, Measure};
use parallax::report::table::{self, Look};

pub(crate) fn run(explain: &Explain, console: &mut Console) {
    let report = Report {
        width: explain.width,
        ..Report::default()
    };
    for output in outputs::open(&report, console) {
        let look = Look {
            width: output.columns(&report),
            color: output.colored(console),
        };
        let wanted = explain.measure.trim();
        let text = if !explain.term.is_empty() {
            match explain_term::explained(explain, console) {
                Some(text) => text,
                None => return,
            }
        } else if wanted.eq_ignore_ascii_case("list") {
            table::measures(look)
        } else {
            let found = found(wanted);
            if found.is_empty() {
                let message = measure::explain(wanted);
                console.problem(&Problem::new(
                    "explain",
                    format!("{message}; `parallax explain list` names them all"),
                ));
                return;
            }
            table::explained(&found, look)
        };
        output.write(&text, console);
    }
}

/// The measures with this id, or with this number in the method: `M1.1`.
fn found(wanted: &str) -> Vec<&'static Measure> {
    measure::registry()
        .filter(|measure| {
            measure.id.eq_ignore_ascii_case(wanted) || measure.code.eq_ignore_ascii_case(wanted)
        })
        .collect()
}
