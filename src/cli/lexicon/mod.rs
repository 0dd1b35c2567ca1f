//! `parallax lexicon`: checks packs, lists them, shows what they say of a word, and how they meet a corpus.

mod balance;
mod coverage;
mod import;

use super::arguments::{LexiconCommand, LexiconOptions, Report};
use super::console::Console;
use super::outputs;
use parallax::error::Problem;
use parallax::lexicon::{Category, Family, Lexicon, PackKind, PackSource, check};
use parallax::party::Gazetteer;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

pub(crate) fn run(options: &LexiconOptions, console: &mut Console) {
    let text = match &options.command {
        LexiconCommand::Check { paths } => checked(paths, console),
        LexiconCommand::List => Some(listed(&Lexicon::builtin())),
        LexiconCommand::Show { word } => shown(&Lexicon::builtin(), word, console),
        LexiconCommand::Coverage { inputs, top } => coverage::coverage(inputs, *top, console),
        LexiconCommand::Balance { inputs } => balance::balance(inputs, console),
        LexiconCommand::Import {
            file,
            category,
            weight,
            group,
        } => import::import(file, (category, *weight, group), console),
    };
    let Some(text) = text else { return };
    for output in outputs::open(&Report::default(), console) {
        output.write(&text, console);
    }
}

/// All mistakes of all packs, then the examples that do not do what they promise.
fn checked(paths: &[PathBuf], console: &mut Console) -> Option<String> {
    let mut packs: Vec<(String, String)> = Vec::new();
    let mut failed = false;
    for path in paths {
        for file in toml_files(path, console) {
            match std::fs::read_to_string(&file) {
                Ok(text) => packs.push((file.display().to_string(), text)),
                Err(error) => {
                    failed = true;
                    console.problem(&Problem::new(
                        file.display().to_string(),
                        format!("cannot be read: {error}"),
                    ));
                }
            }
        }
    }
    if packs.is_empty() {
        let named: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        console.problem(&Problem::new(
            named.join(", "),
            "no lexicon pack was found; give TOML files or folders that hold them",
        ));
        return None;
    }
    let sources: Vec<PackSource<'_>> = packs
        .iter()
        .map(|(place, text)| (place.as_str(), text.as_str()))
        .collect();
    let mut problems = check(&sources);
    if problems.is_empty() {
        match Lexicon::with_packs(&sources) {
            Ok(lexicon) => {
                problems = lexicon.failing_examples(&sources);
                problems.extend(Gazetteer::new(&lexicon).failing_examples(&lexicon));
            }
            Err(found) => problems = found,
        }
    }
    for problem in &problems {
        console.problem(problem);
    }
    let verdict = match (problems.len(), failed) {
        (0, false) => "no mistakes".to_owned(),
        (1, _) => "1 mistake".to_owned(),
        (mistakes, _) => format!("{mistakes} mistakes"),
    };
    Some(format!("{} packs: {verdict}\n", packs.len()))
}

fn toml_files(path: &Path, console: &mut Console) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        match entry {
            Ok(entry)
                if entry.file_type().is_file()
                    && entry
                        .path()
                        .extension()
                        .is_some_and(|ending| ending == "toml") =>
            {
                files.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => console.problem(&Problem::new(
                path.display().to_string(),
                format!("cannot be read: {error}"),
            )),
        }
    }
    files
}

/// One line a pack, then one a category.
fn listed(lexicon: &Lexicon) -> String {
    let mut text = String::new();
    for pack in lexicon.packs() {
        let kind = match pack.kind {
            PackKind::Terms => "terms",
            PackKind::Cues => "cues",
            PackKind::Roles => "roles",
            PackKind::Harms => "harms",
            PackKind::Words => "words",
            PackKind::Names => "names",
            PackKind::Places => "places",
        };
        let _ = writeln!(
            text,
            "{:<28} {kind:<6} {:>5} entries  {}  {}",
            pack.id, pack.entries, pack.version, pack.scope
        );
    }
    text.push('\n');
    for (category, _) in Category::ALL {
        let entries = || {
            lexicon
                .entries()
                .iter()
                .filter(|entry| entry.category == *category && !entry.retired)
        };
        let (total, strong) = (
            entries().count(),
            entries().filter(|entry| entry.weight >= 2).count(),
        );
        match category.family() {
            Family::Framing => {
                let _ = writeln!(
                    text,
                    "{:<28} {total:>5} entries, {strong} strong",
                    category.code()
                );
            }
            Family::Epistemic => {
                let _ = writeln!(
                    text,
                    "{:<28} {total:>5} entries, epistemic",
                    category.code()
                );
            }
        }
    }
    text
}

/// What the packs say of a word: each entry that has it, with its reason and its examples.
fn shown(lexicon: &Lexicon, word: &str, console: &mut Console) -> Option<String> {
    let found = lexicon.find(word);
    if found.is_empty() {
        console.problem(&Problem::new(word, "no entry has this form or id; `parallax lexicon list` shows the packs, and --lexicon FILE adds your own"));
        return None;
    }
    let mut text = String::new();
    for id in found {
        let entry = lexicon.entry(id);
        let pack = lexicon
            .packs()
            .get(entry.pack)
            .map_or("", |pack| pack.id.as_str());
        let _ = writeln!(
            text,
            "{}  {}, weight {}  ({pack})",
            entry.id(),
            entry.category.code(),
            entry.weight
        );
        let forms: Vec<&str> = entry.forms().collect();
        let _ = writeln!(text, "  forms: {}", forms.join(", "));
        if let Some(prose) = lexicon.prose(id) {
            let _ = writeln!(text, "  why: {}", prose.rationale);
            if !prose.neutral_alternatives.is_empty() {
                let _ = writeln!(
                    text,
                    "  instead: {}",
                    prose.neutral_alternatives.join(" · ")
                );
            }
            for example in &prose.examples_hit {
                let _ = writeln!(text, "  hits: {example}");
            }
            for example in &prose.examples_miss {
                let _ = writeln!(text, "  misses: {example}");
            }
        }
    }
    Some(text)
}
