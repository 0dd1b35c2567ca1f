//! From the arguments to articles and an analyzer.

use super::arguments::Inputs;
use super::changed::changed;
use super::console::Console;
use parallax::analyzer::Analyzer;
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::compare::coverage::Checklist;
use parallax::error::Problem;
use parallax::lexicon::Lexicon;
use parallax::party::{Gazetteer, Parties};
use rayon::prelude::*;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Compiles the built-in packs and those that were named. A pack with mistakes is left out, after all its mistakes were listed.
pub(crate) fn analyzer(inputs: &Inputs, console: &mut Console) -> Analyzer {
    let mut packs = Vec::new();
    for path in &inputs.lexicon {
        match read_toml(path, &PACK) {
            Ok(text) => packs.push((path.display().to_string(), text)),
            Err(problem) => console.problem(&problem),
        }
    }
    let lexicon = lexicon(&mut packs, console);
    let parties = parties(inputs, &lexicon, console);
    Analyzer::new(lexicon).with_parties(parties)
}

/// What a file in TOML is read as, for messages.
struct Kind {
    what: &'static str,
    folder: &'static str,
    not_text: &'static str,
}

const PACK: Kind = Kind {
    what: "a lexicon",
    folder: "name the packs in it one by one",
    not_text: "a lexicon pack is a TOML text, see lexicons/FORMAT.md",
};

const PARTIES: Kind = Kind {
    what: "a parties file",
    folder: "name the file in it",
    not_text: "a parties file is a TOML text, see docs/guide/parties.md",
};

/// The declared sides; none where a declaration has mistakes, after all of them were listed.
fn parties(inputs: &Inputs, lexicon: &Lexicon, console: &mut Console) -> Parties {
    let gazetteer = (!inputs.party.is_empty()).then(|| Gazetteer::new(lexicon));
    if let Some(gazetteer) = &gazetteer {
        for name in inputs.party.iter().filter(|form| !form.contains('=')) {
            if let Some(state) = gazetteer.find(name) {
                let message = format!(
                    "takes the names of {} from the gazetteer; `parallax parties suggest` shows such names",
                    state.code
                );
                console.note(&Problem::new(format!("--party {name}"), message));
            }
        }
    }
    let quick = (&inputs.party[..], gazetteer.as_ref());
    declared(&inputs.parties, quick, console).unwrap_or_else(|| {
        console.note(&Problem::new(
            "sides",
            "were left out; the figures are those without declared sides",
        ));
        Parties::default()
    })
}

/// The sides of parties files and of the quick form; `None` where they have mistakes, after all of them were listed.
pub(crate) fn declared(
    paths: &[PathBuf],
    (quick, gazetteer): (&[String], Option<&Gazetteer>),
    console: &mut Console,
) -> Option<Parties> {
    let (mut files, mut readable) = (Vec::new(), true);
    for path in paths {
        match read_toml(path, &PARTIES) {
            Ok(text) => files.push((path.display().to_string(), text)),
            Err(problem) => {
                console.problem(&problem);
                readable = false;
            }
        }
    }
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(place, text)| (place.as_str(), text.as_str()))
        .collect();
    let quick: Vec<&str> = quick.iter().map(String::as_str).collect();
    match Parties::declare_with(&files, &quick, gazetteer) {
        Ok(parties) => readable.then_some(parties),
        Err(problems) => {
            for problem in &problems {
                console.problem(problem);
            }
            None
        }
    }
}

const CHECKLIST: Kind = Kind {
    what: "a checklist",
    folder: "name the file in it",
    not_text: "a checklist is a TOML text, see docs/guide/checklist.md",
};

/// The facts that the reader wants to know of each article; none where the file has mistakes, after all of them were listed.
pub(crate) fn checklist(path: &Path, console: &mut Console) -> Checklist {
    let read = read_toml(path, &CHECKLIST)
        .map_err(|problem| vec![problem])
        .and_then(|text| Checklist::read(&path.display().to_string(), &text));
    match read {
        Ok(checklist) => checklist,
        Err(problems) => {
            for problem in &problems {
                console.problem(problem);
            }
            let left = "was left out; the articles are compared without it";
            console.note(&Problem::new(path.display().to_string(), left));
            Checklist::default()
        }
    }
}

fn read_toml(path: &Path, kind: &Kind) -> Result<String, Problem> {
    let place = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| {
        let remedy = match error.kind() {
            std::io::ErrorKind::NotFound => "check the spelling and the folder",
            std::io::ErrorKind::IsADirectory => kind.folder,
            _ => "change its permissions or copy the file",
        };
        Problem::new(
            &place,
            format!("cannot be read as {}: {error}; {remedy}", kind.what),
        )
    })?;
    String::from_utf8(bytes)
        .map_err(|_| Problem::new(&place, format!("is not UTF-8; {}", kind.not_text)))
}

/// The lexicon of all good packs.
fn lexicon(packs: &mut Vec<(String, String)>, console: &mut Console) -> Lexicon {
    while !packs.is_empty() {
        let sources: Vec<(&str, &str)> = packs
            .iter()
            .map(|(place, text)| (place.as_str(), text.as_str()))
            .collect();
        let problems = match Lexicon::with_packs(&sources) {
            Ok(lexicon) => return lexicon,
            Err(problems) => problems,
        };
        for problem in &problems {
            console.problem(problem);
        }
        let before = packs.len();
        packs.retain(|(place, _)| {
            let bad = problems.iter().any(|problem| problem.place == *place);
            if bad {
                console.note(&Problem::new(
                    place,
                    "was left out; the figures are those of the other packs",
                ));
            }
            !bad
        });
        if packs.len() == before {
            // The mistake is in how they go together: none of them can be trusted.
            packs.clear();
        }
    }
    Lexicon::builtin()
}

/// How the inputs are read.
pub(crate) fn read_options(
    inputs: &Inputs,
    files: &[PathBuf],
    console: &mut Console,
) -> ReadOptions {
    if inputs.stdin_name.is_some() && !files.iter().any(|file| file.as_os_str() == "-") {
        console.note(&Problem::new(
            "--stdin-name",
            "has no effect: standard input is read where the file is `-`",
        ));
    }
    ReadOptions {
        stdin_name: inputs.stdin_name.clone(),
        ..ReadOptions::default()
    }
}

/// What is to be read: the files that were named, those of a list, or those of them that changed. None is a problem, unless nothing changed.
pub(crate) fn files(inputs: &Inputs, console: &mut Console) -> Vec<PathBuf> {
    let mut files = inputs.files.clone();
    if let Some(list) = &inputs.files_from {
        match listed(list, &files) {
            Ok(listed) => files.extend(listed),
            Err(problem) => console.problem(&problem),
        }
    }
    if let Some(revision) = &inputs.changed_since {
        return match changed(revision, &files) {
            Ok(changed) => {
                if changed.is_empty() {
                    let message = format!("no article has changed since {revision}");
                    console.note(&Problem::new("--changed-since", message));
                }
                changed
            }
            Err(problem) => {
                console.problem(&problem);
                Vec::new()
            }
        };
    }
    if files.is_empty() && inputs.files_from.is_some() {
        console.note(&Problem::new("--files-from", "names no files"));
    } else if files.is_empty() {
        let message = "name at least one article or folder, or `-` for standard input";
        console.problem(&Problem::new("nothing to read", message));
    }
    files
}

/// The names in a list, one a line, or ended by NUL as `find -print0` and `git -z` write them.
fn listed(list: &Path, files: &[PathBuf]) -> Result<Vec<PathBuf>, Problem> {
    let place = || format!("--files-from {}", list.display());
    let bytes = if list.as_os_str() == "-" {
        if files.iter().any(|file| file.as_os_str() == "-") {
            return Err(Problem::new(
                place(),
                "reads standard input, and so does the file `-`; it can be read once",
            ));
        }
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(list)
    };
    let bytes = bytes.map_err(|error| {
        let message = format!("cannot be read: {error}; it is a text that names one file a line");
        Problem::new(place(), message)
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Problem::new(
            place(),
            "is not UTF-8; it is a text that names one file a line",
        )
    })?;
    let end = if text.contains('\0') { '\0' } else { '\n' };
    let names = text.split(end).map(|name| name.trim_end_matches('\r'));
    Ok(names
        .filter(|name| !name.is_empty())
        .map(PathBuf::from)
        .collect())
}

/// Reads all articles; what could not be read is reported.
pub(crate) fn articles(
    inputs: &Inputs,
    analyzer: &Analyzer,
    console: &mut Console,
) -> Vec<Article> {
    let files = files(inputs, console);
    let options = read_options(inputs, &files, console);
    let readings = read_paths(&files, analyzer.zone_rules(), &options);
    for note in &readings.notes {
        console.note(note);
    }
    for problem in &readings.problems {
        console.problem(problem);
    }
    readings.articles
}

/// Applies `work` to every item, on as many threads as were asked for, and gives the results in the order of the items.
pub(crate) fn in_parallel<'a, T: Sync, R: Send>(
    inputs: &Inputs,
    items: &'a [T],
    work: impl Fn(&'a T) -> R + Sync + Send,
) -> Vec<R> {
    let threads = inputs.threads.map_or(0, usize::from);
    // Starting threads costs more than one article.
    if threads == 1 || items.len() < 2 {
        return items.iter().map(work).collect();
    }
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| items.par_iter().map(&work).collect()),
        Err(_) => items.iter().map(work).collect(),
    }
}
