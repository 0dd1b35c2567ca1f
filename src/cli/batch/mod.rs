//! `parallax batch`: thousands of articles, read as a stream, measured in parallel, kept in a journal, written at the end.

mod journal;
mod progress;
mod written;

use super::arguments::{Batch, BatchGroup, Format, Inputs, Report, Shared};
use super::config::{self, Options};
use super::console::Console;
use super::gates::Gates;
use super::{inputs, outputs};
use journal::{Entry, Journal};
use parallax::analyzer::Analyzer;
use parallax::article::{Article, Articles};
use parallax::error::Problem;
use parallax::measure;
use parallax::report::batch::{GroupBy, Row};
use parallax::report::{self, ReportOptions};
use progress::Progress;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Articles that are in memory at a time.
const CHUNK: usize = 256;
/// Bytes of text after which a chunk is full.
const CHUNK_BYTES: usize = 4 << 20;

/// What is measured, and with what.
struct Work<'a> {
    analyzer: &'a Analyzer,
    gates: &'a Gates,
}

pub(crate) fn run(mut batch: Batch, shared: &Shared, console: &mut Console) {
    let mut asked = Report {
        format: batch.format,
        output: batch.output.clone(),
        csv_long: batch.csv_long,
        width: batch.width,
        ..Report::default()
    };
    let options = Options {
        inputs: &mut batch.inputs,
        report: &mut asked,
        gates: &mut batch.gates,
        group: Some(&mut batch.group),
    };
    let Some(resolved) = config::resolve(shared, options, console) else {
        return;
    };
    // Opened to see whether they can be written, and again at the end: a run that is killed leaves nothing but its journal.
    let opened = outputs::open(&asked, console);
    if opened.is_empty() || !fitting(&opened, console) {
        return;
    }
    let beside = opened
        .iter()
        .find_map(|output| output.file().map(Path::to_owned));
    drop(opened);
    let analyzer = inputs::analyzer(&batch.inputs, console);
    let Some(gates) = Gates::read(&batch.gates, &resolved, &analyzer, console) else {
        return;
    };
    let files = inputs::files(&batch.inputs, console);
    if files.is_empty() && console.has_failed() {
        return;
    }
    let work = Work {
        analyzer: &analyzer,
        gates: &gates,
    };
    let key = key(&batch.inputs, &files, &work);
    let done =
        journal(beside.as_deref(), &key, batch.resume, console).and_then(|(journal, resumed)| {
            measured(journal, resumed, (&batch.inputs, &files), &work, console)
        });
    match done {
        Ok(journal) => {
            let by = match batch.group.unwrap_or_default() {
                BatchGroup::Outlet => GroupBy::Outlet,
                BatchGroup::Event => GroupBy::Event,
                BatchGroup::Folder => GroupBy::Folder,
            };
            written::write(journal, by, &asked, &work, console);
        }
        Err(problem) => console.problem(&problem),
    }
}

/// Whether a batch can be written in these formats.
fn fitting(outputs: &[outputs::Output], console: &mut Console) -> bool {
    let mut fit = true;
    for output in outputs {
        if !matches!(
            output.format,
            Format::Table | Format::Markdown | Format::Json | Format::Jsonl | Format::Csv
        ) {
            fit = false;
            let name = output.format.name();
            console.problem(&Problem::new(
                format!("--format {name}"),
                "a batch is written as table, markdown, json, jsonl or csv; `parallax score` writes the others",
            ));
        }
    }
    fit
}

/// What a run is made with, as one digest: runs with the same one can go on where the other stopped.
fn key(inputs: &Inputs, files: &[PathBuf], work: &Work<'_>) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    };
    add(env!("CARGO_PKG_VERSION").as_bytes());
    add(measure::lexicon_digest(work.analyzer.lexicon()).as_bytes());
    add(format!("{files:?} {:?} {:?}", inputs.stdin_name, inputs.party).as_bytes());
    for path in &inputs.parties {
        add(&std::fs::read(path).unwrap_or_default());
    }
    add(work.gates.key().as_bytes());
    hash.finalize()
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn journal(
    beside: Option<&Path>,
    key: &str,
    resume: bool,
    console: &mut Console,
) -> Result<(Journal, bool), Problem> {
    let Some(output) = beside else {
        if resume {
            return Err(Problem::new(
                "--resume",
                "needs --output FILE: the journal of a run lies beside it",
            ));
        }
        return Ok((Journal::unnamed(key)?, false));
    };
    let left = journal::name(output);
    if !resume && left.metadata().is_ok_and(|left| left.len() > 0) {
        let message = "is left of a run that was interrupted; it is overwritten, because --resume was not given";
        console.note(&Problem::new(left.display().to_string(), message));
    }
    Journal::beside(output, key, resume)
}

/// Measures all that is not in the journal yet.
fn measured(
    mut journal: Journal,
    resumed: bool,
    (inputs, files): (&Inputs, &[PathBuf]),
    work: &Work<'_>,
    console: &mut Console,
) -> Result<Journal, Problem> {
    let options = inputs::read_options(inputs, files, console);
    let mut articles = Articles::new(files, work.analyzer.zone_rules(), &options);
    let progress = Progress::new(console);
    if resumed {
        skip(&mut journal, &mut articles, &progress, console)?;
    }
    let threads = inputs.threads.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| {
        Problem::new(
            "--threads",
            format!("cannot be started: {error}; ask for fewer"),
        )
    })?;
    let mut readings = chunk(&mut articles);
    while !readings.is_empty() {
        let (entries, next) = pool.install(|| {
            rayon::join(
                || {
                    readings
                        .par_iter()
                        .map(|reading| work.entry(reading))
                        .collect::<Vec<Entry>>()
                },
                || chunk(&mut articles),
            )
        });
        for note in articles.take_notes() {
            progress.note(&note, console);
        }
        for entry in &entries {
            if let Entry::Problem(problem) = entry {
                progress.problem(problem, console);
            }
        }
        journal.append(&entries)?;
        progress.advance(entries.len());
        readings = next;
    }
    progress.finish();
    Ok(journal)
}

/// Reads what was done already without measuring it again, and sees that it is still the same.
fn skip(
    journal: &mut Journal,
    articles: &mut Articles<'_>,
    progress: &Progress,
    console: &mut Console,
) -> Result<(), Problem> {
    let place = journal.place();
    let mut done = 0;
    for entry in journal.entries()? {
        let same = match (entry, articles.next()) {
            (Ok(Entry::Article { row, .. }), Some(Ok(article))) => row.is_of(&article),
            (Ok(Entry::Problem(known)), Some(Err(problem))) => {
                progress.problem(&problem, console);
                known == problem
            }
            _ => false,
        };
        if !same {
            return Err(Problem::new(
                place,
                "was written from other articles than those that are there now; start afresh without --resume",
            ));
        }
        done += 1;
        progress.advance(1);
    }
    // They were said when they were read first.
    drop(articles.take_notes());
    progress.note(
        &Problem::new(place, format!("{done} articles were done already")),
        console,
    );
    journal.go_to_end()
}

type Reading = Result<Article, Problem>;

/// The next articles, as many as are measured at a time.
fn chunk(articles: &mut Articles<'_>) -> Vec<Reading> {
    let (mut readings, mut bytes) = (Vec::new(), 0);
    while readings.len() < CHUNK && bytes < CHUNK_BYTES {
        let Some(reading) = articles.next() else {
            break;
        };
        bytes += reading.as_ref().map_or(0, |article| article.text.len());
        readings.push(reading);
    }
    readings
}

impl Work<'_> {
    fn entry(&self, reading: &Reading) -> Entry {
        let article = match reading {
            Ok(article) => article,
            Err(problem) => return Entry::Problem(problem.clone()),
        };
        // Gates point at lines, and those are in the text.
        let options = ReportOptions {
            text: !self.gates.is_empty(),
            mental: false,
        };
        let report =
            report::article_report(self.analyzer, &self.analyzer.analyze(article), options);
        let verdicts = self.gates.judge(self.analyzer, article, &report, options);
        let mut row = Row::new(&report, &article.text);
        row.gates_failed = verdicts.failed();
        Entry::Article {
            row: Box::new(row),
            verdicts: Box::new(verdicts),
        }
    }
}
