//! `parallax validate`: how right the tool is, on articles that somebody annotated.

use super::arguments::{Format, Inputs, Report, ShortFormat, Validate};
use super::console::Console;
use super::{inputs, outputs};
use parallax::error::Problem;
use parallax::report::plain::plain_json;
use parallax::validate::answers::{self, Answer};
use parallax::validate::brat::{self, BratDocument};
use parallax::validate::gold::Gold;
use parallax::validate::{Outcome, Wanted, table, validate};
use std::fs;
use std::path::Path;

pub(crate) fn run(options: &Validate, console: &mut Console) {
    let report = Report {
        format: Some(match options.format {
            ShortFormat::Table => Format::Table,
            ShortFormat::Json => Format::Json,
        }),
        output: options.output.iter().map(Into::into).collect(),
        width: options.width,
        ..Report::default()
    };
    let outputs = outputs::open(&report, console);
    if outputs.is_empty() {
        return;
    }
    let place = options.gold.display().to_string();
    let gold = match read_gold(&options.gold, &place) {
        Ok(gold) => gold,
        Err(problem) => return console.problem(&problem),
    };
    for problem in &gold.problems {
        console.problem(problem);
    }
    if gold.articles.is_empty() {
        return;
    }
    let Some(outcome) = outcome(options, &place, &gold, console) else {
        return;
    };
    for output in outputs {
        let text = match output.format {
            Format::Json => match serde_json::to_string_pretty(&outcome) {
                Ok(text) => format!("{}\n", plain_json(&text)),
                Err(error) => {
                    let message = format!("cannot be written: {error}; please report this");
                    console.problem(&Problem::new("--format json", message));
                    continue;
                }
            },
            _ => table::table(&outcome, usize::from(output.columns(&report))),
        };
        output.write(&text, console);
    }
}

fn outcome(options: &Validate, place: &str, gold: &Gold, console: &mut Console) -> Option<Outcome> {
    let (answers_of, answers) = if let Some(path) = &options.pred {
        let place = path.display().to_string();
        let bytes = read(path, &place).map_err(|problem| console.problem(&problem));
        let (found, problems) = answers::from_json_lines(&place, &bytes.ok()?, &gold.articles);
        for problem in &problems {
            console.problem(problem);
        }
        if found.iter().all(Option::is_none) {
            return None;
        }
        (place, found)
    } else {
        ("parallax".to_owned(), own(options, gold, console))
    };
    let wanted = Wanted {
        scopes: options.scope.scopes(),
        errors: usize::from(options.errors),
    };
    Some(validate(
        place,
        &answers_of,
        &gold.articles,
        &answers,
        &wanted,
    ))
}

fn own(options: &Validate, gold: &Gold, console: &mut Console) -> Vec<Option<Answer>> {
    let inputs = Inputs {
        lexicon: options.lexicon.clone(),
        ..Inputs::default()
    };
    let analyzer = inputs::analyzer(&inputs, console);
    let (found, notes) = answers::own(&analyzer, &gold.articles);
    for note in &notes {
        console.note(note);
    }
    found
}

/// A folder is brat's, a file is JSON lines.
fn read_gold(path: &Path, place: &str) -> Result<Gold, Problem> {
    if path.is_dir() {
        return Ok(read_brat(path, place));
    }
    Ok(Gold::from_json_lines(place, &read(path, place)?))
}

fn read(path: &Path, place: &str) -> Result<Vec<u8>, Problem> {
    fs::read(path).map_err(|error| {
        let remedy = match error.kind() {
            std::io::ErrorKind::NotFound => "check the spelling and the folder",
            std::io::ErrorKind::IsADirectory => "name a file in it",
            _ => "change its permissions or copy the file",
        };
        Problem::new(place, format!("cannot be read: {error}; {remedy}"))
    })
}

fn read_text(path: &Path) -> Result<String, Problem> {
    let place = path.display().to_string();
    String::from_utf8(read(path, &place)?)
        .map_err(|_| Problem::new(place, "is not UTF-8; save it as UTF-8, as brat does"))
}

/// The pairs of `.txt` and `.ann` in a folder and those in it, in the order of their names.
fn read_brat(folder: &Path, place: &str) -> Gold {
    let mut problems = Vec::new();
    let mut documents = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = match &entry {
            Ok(entry) => entry.path(),
            Err(error) => {
                problems.push(Problem::new(place, format!("cannot be read: {error}")));
                continue;
            }
        };
        if path.extension().is_none_or(|extension| extension != "ann") {
            continue;
        }
        let read =
            read_text(&path.with_extension("txt")).and_then(|text| Ok((text, read_text(path)?)));
        match read {
            Ok((text, annotations)) => documents.push(BratDocument {
                id: path
                    .strip_prefix(folder)
                    .unwrap_or(path)
                    .with_extension("")
                    .display()
                    .to_string(),
                place: path.display().to_string(),
                text,
                annotations,
            }),
            Err(problem) => problems.push(problem),
        }
    }
    if documents.is_empty() && problems.is_empty() {
        problems.push(Problem::new(
            place,
            "holds no .ann files; a brat folder has pairs of .txt and .ann",
        ));
        return Gold {
            problems,
            ..Gold::default()
        };
    }
    let mut gold = brat::gold(place, documents);
    gold.problems.splice(0..0, problems);
    gold
}
