//! Writes the outputs of a batch from its journal, without holding its rows.

use super::super::arguments::{Format, Report};
use super::super::console::Console;
use super::super::gates::Verdicts;
use super::super::outputs::{self, Output};
use super::Work;
use super::journal::{Entry, Journal};
use parallax::error::Problem;
use parallax::measure;
use parallax::report;
use parallax::report::batch::{self, GroupBy, Summary, Sums, Used};
use parallax::report::csv::{Rows, Shape};
use parallax::report::table::{self, Look};
use std::collections::BTreeMap;
use std::io;

/// Sums up, writes every output, judges, and removes the journal when all of it went well.
pub(super) fn write(
    mut journal: Journal,
    by: GroupBy,
    asked: &Report,
    work: &Work<'_>,
    console: &mut Console,
) {
    let outputs = outputs::open(asked, console);
    let found = match summary(&mut journal, by, work) {
        Ok(found) => found,
        Err(problem) => return console.problem(&problem),
    };
    let before = console.problems();
    for output in outputs {
        let shape = if asked.csv_long {
            Shape::Long
        } else {
            Shape::Wide
        };
        one(
            output,
            &mut journal,
            &found.summary,
            (asked, shape, work),
            console,
        );
    }
    if console.problems() == before {
        journal.remove();
    }
    judge(found, work, console);
}

/// Ids of the declared sides.
fn sides(work: &Work<'_>) -> Vec<String> {
    let used = report::parties_used(work.analyzer.parties());
    used.into_iter().map(|party| party.id).collect()
}

/// What the journal gives before it is written.
struct Found {
    summary: Summary,
    verdicts: Vec<Verdicts>,
    /// Ids and paths of the articles, where there are gates.
    judged: Vec<(String, String)>,
    /// In how many articles a gate could not be measured.
    unmeasured: BTreeMap<String, u32>,
}

fn summary(journal: &mut Journal, by: GroupBy, work: &Work<'_>) -> Result<Found, Problem> {
    let mut sums = Sums::new(by, &sides(work));
    let (mut verdicts, mut judged, mut unmeasured) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut problems = 0;
    let place = journal.place();
    for entry in journal.entries()? {
        let entry = entry.map_err(|error| {
            Problem::new(
                &place,
                format!("cannot be read again: {error}; start afresh without --resume"),
            )
        })?;
        match entry {
            Entry::Problem(_) => problems += 1,
            Entry::Article {
                row,
                verdicts: mut of,
            } => {
                sums.add(&row);
                if !work.gates.is_empty() {
                    for gate in of.shortened() {
                        *unmeasured.entry(gate).or_insert(0) += 1;
                    }
                    verdicts.push(*of);
                    judged.push((row.id, row.path));
                }
            }
        }
    }
    let lexicon = work.analyzer.lexicon();
    let used = Used {
        lexicons: report::lexicons(lexicon),
        digest: measure::lexicon_digest(lexicon),
        problems,
    };
    Ok(Found {
        summary: Summary::new(&sums, used),
        verdicts,
        judged,
        unmeasured,
    })
}

fn one(
    output: Output,
    journal: &mut Journal,
    summary: &Summary,
    (asked, shape, work): (&Report, Shape, &Work<'_>),
    console: &mut Console,
) {
    let text = match output.format {
        Format::Jsonl => return output.write_with(|sink| lines(journal, summary, sink), console),
        Format::Csv => {
            return output.write_with(|sink| rows(journal, shape, &sides(work), sink), console);
        }
        Format::Json => batch::pretty(summary),
        Format::Markdown => Ok(batch::markdown(summary)),
        _ => {
            let look = Look {
                width: output.columns(asked),
                color: output.colored(console),
            };
            Ok(table::batch(summary, look))
        }
    };
    match text {
        Ok(text) => output.write(&text, console),
        Err(error) => console.problem(&Problem::new(
            "--format json",
            format!("cannot be written: {error}; please report this"),
        )),
    }
}

fn entries(journal: &mut Journal) -> io::Result<impl Iterator<Item = io::Result<Entry>> + '_> {
    journal
        .entries()
        .map_err(|problem| io::Error::other(problem.to_string()))
}

fn lines(journal: &mut Journal, summary: &Summary, sink: &mut dyn io::Write) -> io::Result<()> {
    for entry in entries(journal)? {
        let line = match entry? {
            Entry::Article { row, .. } => batch::row_line(&row)?,
            Entry::Problem(problem) => batch::problem_line(&problem)?,
        };
        sink.write_all(line.as_bytes())?;
    }
    for group in &summary.groups {
        sink.write_all(batch::group_line(group)?.as_bytes())?;
    }
    Ok(())
}

fn rows(
    journal: &mut Journal,
    shape: Shape,
    sides: &[String],
    sink: &mut dyn io::Write,
) -> io::Result<()> {
    let mut rows = Rows::new(shape, &sides.iter().map(String::as_str).collect::<Vec<_>>())?;
    for entry in entries(journal)? {
        if let Entry::Article { row, .. } = entry? {
            rows.row(&row)?;
            sink.write_all(rows.take()?.as_bytes())?;
        }
    }
    sink.write_all(rows.take()?.as_bytes())
}

/// Says which gates failed, and in how many articles one could not be measured.
fn judge(mut found: Found, work: &Work<'_>, console: &mut Console) {
    let judged: Vec<(&str, &str)> = found
        .judged
        .iter()
        .map(|(id, path)| (id.as_str(), path.as_str()))
        .collect();
    for (gate, articles) in &found.unmeasured {
        let message = format!(
            "cannot be measured in {articles} of {} articles, which is no failure",
            judged.len()
        );
        console.note(&Problem::new(gate, message));
    }
    work.gates.close(&mut found.verdicts, &judged, console);
    if found.summary.problems > 0 {
        let records = if found.summary.problems == 1 {
            "record"
        } else {
            "records"
        };
        console.note(&Problem::new(
            "batch",
            format!(
                "{} {records} could not be read and were skipped",
                found.summary.problems
            ),
        ));
    }
}
