//! `parallax lexicon import`: a word list that a user owns becomes a pack.

use crate::cli::console::Console;
use parallax::error::Problem;
use parallax::lexicon::{Category, Family};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Words by the name of their group.
type Groups = BTreeMap<String, Vec<String>>;

#[derive(Serialize)]
struct Pack {
    pack: Header,
    entry: Vec<Entry>,
}

#[derive(Serialize)]
struct Header {
    id: String,
    kind: &'static str,
    lang: &'static str,
    version: &'static str,
    licence: &'static str,
    scope: String,
    reviewers: Vec<String>,
    category: String,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    forms: Vec<String>,
    weight: u8,
    polarity: &'static str,
    overlap_ok: bool,
    rationale: String,
    examples_hit: Vec<String>,
}

/// The list as a pack in TOML; `None` where it cannot be read, after that was reported.
pub(super) fn import(
    file: &Path,
    (category, weight, wanted): (&str, Option<u8>, &[String]),
    console: &mut Console,
) -> Option<String> {
    let place = file.display().to_string();
    let Some((kind, _)) = Category::ALL
        .iter()
        .find(|(known, _)| known.code() == category)
    else {
        let codes: Vec<&str> = Category::ALL
            .iter()
            .map(|(known, _)| known.code())
            .collect();
        console.problem(&Problem::new(
            "--category",
            format!("`{category}` is no category; they are {}", codes.join(", ")),
        ));
        return None;
    };
    let weight = match (kind.family(), weight) {
        (Family::Epistemic, None | Some(0)) => 0,
        (Family::Framing, Some(weight @ 1..=3)) => weight,
        (Family::Framing, None) => 1,
        (Family::Epistemic, Some(_)) => {
            console.problem(&Problem::new("--weight", "epistemic entries have weight 0"));
            return None;
        }
        (Family::Framing, Some(_)) => {
            console.problem(&Problem::new(
                "--weight",
                "loaded entries have weight 1, 2 or 3",
            ));
            return None;
        }
    };
    let groups = match read(file) {
        Ok(groups) => groups,
        Err(message) => {
            console.problem(&Problem::new(place, message));
            return None;
        }
    };
    for name in wanted.iter().filter(|name| !groups.contains_key(*name)) {
        let known: Vec<&str> = groups.keys().map(String::as_str).collect();
        console.problem(&Problem::new(
            &place,
            format!("has no group `{name}`; it has {}", known.join(", ")),
        ));
    }
    let stem = file
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or("list");
    let (mut seen, mut ids, mut left_out) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    let mut entries = Vec::new();
    for (group, words) in &groups {
        if !wanted.is_empty() && !wanted.contains(group) {
            continue;
        }
        for word in words {
            let form = word.trim().to_lowercase().replace('\u{2019}', "'");
            if !seen.insert(form.clone()) {
                continue;
            }
            if !can_stand(&form) {
                left_out.push(word.clone());
                continue;
            }
            let mut id = format!("{}.{}", slug(stem), slug(&form));
            while !ids.insert(id.clone()) {
                id.push('x');
            }
            entries.push(Entry {
                id,
                weight,
                polarity: "0",
                overlap_ok: true,
                rationale: format!(
                    "Imported from {stem}, group {group}: say here why the word takes a position."
                ),
                examples_hit: vec![format!("They wrote {} that day.", form.replace('*', "ing"))],
                forms: vec![form],
            });
        }
    }
    if entries.is_empty() {
        console.problem(&Problem::new(
            place,
            "holds no word that an entry can match",
        ));
        return None;
    }
    if !left_out.is_empty() {
        let shown: Vec<&str> = left_out.iter().take(10).map(String::as_str).collect();
        console.note(&Problem::new(
            place,
            format!(
                "{} words were left out, because no entry can match them: {}",
                left_out.len(),
                shown.join(" ")
            ),
        ));
    }
    let pack = Pack {
        pack: Header {
            id: format!("import-{}", slug(stem)),
            kind: "terms",
            lang: "en",
            version: "0.1.0",
            licence: "LicenseRef-your-own",
            scope: format!("Words imported from {stem}; their licence is that of the list."),
            reviewers: vec!["nobody yet: read every entry before you rely on it".to_owned()],
            category: category.to_owned(),
        },
        entry: entries,
    };
    match toml::to_string(&pack) {
        Ok(text) => Some(text),
        Err(error) => {
            console.problem(&Problem::new("import", error.to_string()));
            None
        }
    }
}

/// Whether an entry can match a form: words of letters, with a `*` at one end of a word at most.
fn can_stand(form: &str) -> bool {
    !form.is_empty()
        && form.split(' ').all(|word| {
            let stars = word.matches('*').count();
            let letters = word.trim_end_matches('*');
            let open = stars == 1 && word.ends_with('*') && letters.chars().count() >= 2;
            (stars == 0 || open)
                && letters
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '\'' | '-' | '.' | '/'))
                && letters.chars().any(char::is_alphabetic)
        })
}

fn slug(text: &str) -> String {
    let kept: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    kept.trim_matches('-').to_owned()
}

/// The groups of a list, by the ending of its name.
fn read(file: &Path) -> Result<Groups, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("cannot be read: {error}"))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| "is not UTF-8; save the list as UTF-8 first".to_owned())?;
    let text = text.trim_start_matches('\u{FEFF}');
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("dic") => liwc(text),
        Some("yml" | "yaml") => quanteda(text),
        Some("csv" | "txt") => csv_list(text),
        _ => Err(
            "has none of the endings .dic (LIWC), .yml or .yaml (quanteda), .csv or .txt"
                .to_owned(),
        ),
    }
}

/// LIWC: `%`, numbers with names, `%`, then words with numbers.
fn liwc(text: &str) -> Result<Groups, String> {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut groups = Groups::new();
    let mut marks = 0;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if line.starts_with('%') {
            marks += 1;
            continue;
        }
        let (first, rest) = line.split_once(['\t', ' ']).unwrap_or((line, ""));
        if marks == 1 {
            names.insert(first, rest.trim());
        } else if marks == 2 {
            // Phrases are set with spaces; the numbers begin at the last run of them.
            let (word, codes) = line.split_once('\t').unwrap_or((first, rest));
            for code in codes.split_whitespace() {
                let name = names.get(code).ok_or_else(|| {
                    format!("line {}: no category has the number `{code}`", number + 1)
                })?;
                groups
                    .entry((*name).to_owned())
                    .or_default()
                    .push(word.to_owned());
            }
        }
    }
    if marks < 2 {
        return Err(
            "line 1: a LIWC dictionary begins with its categories between two lines of %"
                .to_owned(),
        );
    }
    Ok(groups)
}

/// quanteda: names over lists of words, or over more names.
fn quanteda(text: &str) -> Result<Groups, String> {
    let value: serde_yaml_ng::Value =
        serde_yaml_ng::from_str(text).map_err(|error| format!("is not YAML: {error}"))?;
    let mut groups = Groups::new();
    gather(&value, "", &mut groups, 0)?;
    Ok(groups)
}

fn gather(
    value: &serde_yaml_ng::Value,
    name: &str,
    groups: &mut Groups,
    depth: u8,
) -> Result<(), String> {
    const DEEPEST: u8 = 16;
    if depth > DEEPEST {
        return Err(format!("has more than {DEEPEST} levels of names"));
    }
    match value {
        serde_yaml_ng::Value::Mapping(map) => {
            for (key, value) in map {
                let key = key.as_str().unwrap_or("unnamed");
                let name = if name.is_empty() {
                    key.to_owned()
                } else {
                    format!("{name}.{key}")
                };
                gather(value, &name, groups, depth + 1)?;
            }
        }
        serde_yaml_ng::Value::Sequence(list) => {
            for value in list {
                gather(value, name, groups, depth + 1)?;
            }
        }
        serde_yaml_ng::Value::String(word) => {
            let name = if name.is_empty() { "all" } else { name };
            groups
                .entry(name.to_owned())
                .or_default()
                .push(word.clone());
        }
        _ => {}
    }
    Ok(())
}

/// One word a line, and its group in the second column where there is one; a first line of names is passed over.
fn csv_list(text: &str) -> Result<Groups, String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut groups = Groups::new();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(|error| format!("line {}: {error}", number + 1))?;
        let word = record.get(0).unwrap_or_default().trim();
        let heading =
            number == 0 && matches!(word.to_lowercase().as_str(), "word" | "term" | "token");
        if word.is_empty() || heading {
            continue;
        }
        let group = record
            .get(1)
            .map(str::trim)
            .filter(|group| !group.is_empty());
        groups
            .entry(group.unwrap_or("all").to_owned())
            .or_default()
            .push(word.to_owned());
    }
    Ok(groups)
}
