//! Turns the built-in packs into one file without prose: what is parsed at every start is as small as it can be. Also lists the sources, for
//! the commands that show rationale and examples.

use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use toml::Value as Toml;

/// Prose, for people: the program reads it from the source when somebody asks.
const PROSE: [&str; 8] = [
    "rationale",
    "neutral_alternatives",
    "examples_hit",
    "examples_miss",
    "reviewers",
    "doc",
    "lang",
    "note",
];
/// What separates the items of a list. `List` in `src/lexicon/pack.rs` splits at it.
const SEPARATOR: char = '|';

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let folder = root.join("lexicons");
    println!("cargo::rerun-if-changed=lexicons");
    println!("cargo::rerun-if-changed=build.rs");
    let mut paths = Vec::new();
    collect(&folder.join("en"), &mut paths);
    paths.sort();
    let (mut packs, mut sources) = (
        String::new(),
        String::from("static SOURCES: &[(&str, &str)] = &[\n"),
    );
    let mut mistakes = Vec::new();
    for path in &paths {
        let place = place(&folder, path);
        let compact = fs::read_to_string(path)
            .map_err(|error| error.to_string())
            .and_then(|text| compact(&place, &text));
        match compact {
            Ok(pack) => {
                let _ = writeln!(packs, "{pack}");
                let _ = writeln!(
                    sources,
                    "    ({place:?}, include_str!({:?})),",
                    path.display().to_string()
                );
            }
            Err(error) => mistakes.push(format!("lexicons/{place}: {error}")),
        }
    }
    assert!(
        mistakes.is_empty(),
        "these packs cannot be read:\n{}",
        mistakes.join("\n")
    );
    sources.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (name, text) in [("packs.jsonl", packs), ("sources.rs", sources)] {
        if let Err(error) = fs::write(out.join(name), text) {
            panic!("cannot write {name}: {error}");
        }
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            paths.push(path);
        }
    }
}

/// The path below `folder`, with strokes on every system.
fn place(folder: &Path, path: &Path) -> String {
    let parts: Vec<_> = path
        .strip_prefix(folder)
        .unwrap_or(path)
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

fn compact(place: &str, text: &str) -> Result<String, String> {
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| error.to_string())?;
    let mut pack = Map::new();
    for (key, value) in table {
        let value = match value {
            Toml::Array(items) => {
                Json::Array(items.into_iter().map(object).collect::<Result<_, _>>()?)
            }
            value => object(value)?,
        };
        pack.insert(key, value);
    }
    // The gazetteer is read from its source when somebody asks for it: nothing is counted with it.
    if let Some(Json::Array(states)) = pack.get_mut("state") {
        for state in states.iter_mut().filter_map(Json::as_object_mut) {
            state.retain(|key, _| key == "code");
        }
    }
    if let Some(Json::Object(header)) = pack.get_mut("pack") {
        let mut digest = String::new();
        for byte in Sha256::digest(text.as_bytes()) {
            let _ = write!(digest, "{byte:02x}");
        }
        header.insert("digest".to_owned(), digest.into());
        header.insert("place".to_owned(), place.into());
    }
    Ok(Json::Object(pack).to_string())
}

/// A table without its prose; lists of texts are joined.
fn object(value: Toml) -> Result<Json, String> {
    let Toml::Table(table) = value else {
        return scalar(value);
    };
    let fields = table
        .into_iter()
        .filter(|(key, _)| !PROSE.contains(&key.as_str()));
    fields
        .map(|(key, value)| match value {
            Toml::Array(items) if items.iter().any(Toml::is_table) => {
                let items = items.into_iter().map(object).collect::<Result<_, _>>()?;
                Ok((key, Json::Array(items)))
            }
            value => Ok((key, scalar(value)?)),
        })
        .collect::<Result<Map<_, _>, _>>()
        .map(Json::Object)
}

fn scalar(value: Toml) -> Result<Json, String> {
    let items: Vec<String> = match value {
        Toml::String(text) => return Ok(text.into()),
        Toml::Integer(number) => return Ok(number.into()),
        Toml::Boolean(flag) => return Ok(flag.into()),
        Toml::Array(items) => items
            .iter()
            .map(|item| {
                item.as_str()
                    .map_or_else(|| item.to_string(), str::to_owned)
            })
            .collect(),
        Toml::Table(table) => table
            .iter()
            .map(|(key, value)| format!("{key}={}", value.as_str().unwrap_or_default()))
            .collect(),
        other => return Err(format!("{other} is no value of a pack")),
    };
    match items.iter().find(|item| item.contains(SEPARATOR)) {
        Some(item) => Err(format!(
            "{item:?} holds {SEPARATOR:?}, which separates the items of lists"
        )),
        None => Ok(items.join(&SEPARATOR.to_string()).into()),
    }
}
