//! `parallax diff`: two revisions of one article.

use super::arguments::{Diff, Format, Inputs, Report, ShortFormat};
use super::console::Console;
use super::{inputs, outputs};
use parallax::error::Problem;
use parallax::report::plain::plain_json;
use parallax::report::table::{self, Look};
use parallax::report::{revision, revision_report};
use std::path::Path;

pub(crate) fn run(diff: &Diff, console: &mut Console) {
    let report = Report {
        format: Some(match diff.format {
            ShortFormat::Table => Format::Table,
            ShortFormat::Json => Format::Json,
        }),
        output: diff.output.iter().map(Into::into).collect(),
        width: diff.width,
        ..Report::default()
    };
    let outputs = outputs::open(&report, console);
    if outputs.is_empty() {
        return;
    }
    if diff.old.as_os_str() == "-" && diff.new.as_os_str() == "-" {
        let message = "cannot be both revisions; name a file for one of them";
        return console.problem(&Problem::new("standard input", message));
    }
    let analyzer = inputs::analyzer(&reading(diff, &diff.old), console);
    let mut one = |file: &Path| {
        let before = console.exit_code_number();
        let mut articles = inputs::articles(&reading(diff, file), &analyzer, console);
        match articles.len() {
            1 => articles.pop(),
            // Why there is none has been said.
            0 if console.exit_code_number() != before => None,
            found => {
                let message = format!(
                    "diff compares two texts, and {found} articles were found here; name a file that holds one"
                );
                console.problem(&Problem::new(file.display().to_string(), message));
                None
            }
        }
    };
    let (old, new) = (one(&diff.old), one(&diff.new));
    let (Some(old), Some(new)) = (old, new) else {
        return;
    };
    let found = revision_report(&analyzer, &analyzer.analyze(&old), &analyzer.analyze(&new));
    for output in outputs {
        let text = if output.format == Format::Json {
            match revision::pretty(&found) {
                Ok(text) => plain_json(&text).into_owned(),
                Err(error) => {
                    let message = format!("cannot be written: {error}; please report this");
                    console.problem(&Problem::new("--format json", message));
                    continue;
                }
            }
        } else {
            let look = Look {
                width: output.columns(&report),
                color: output.colored(console),
            };
            table::revision(&found, look)
        };
        output.write(&text, console);
    }
}

/// How one of the two is read.
fn reading(diff: &Diff, file: &Path) -> Inputs {
    Inputs {
        files: vec![file.to_owned()],
        stdin_name: diff.stdin_name.clone().filter(|_| file.as_os_str() == "-"),
        lexicon: diff.lexicon.clone(),
        ..Inputs::default()
    }
}
