//! What `parallax.toml` may say, declared once: reading, `parallax config` and the JSON Schema are made from this list.

use super::super::arguments::Format;
use clap::ValueEnum;

/// What kind of value a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A list of texts.
    Texts,
    /// A list of files, relative to the configuration's folder.
    Paths,
    /// A file, relative to the configuration's folder.
    Path,
    /// A whole number between two.
    Whole(u16, u16),
    /// `true` or `false`.
    Flag,
    /// A format of the report.
    Format,
    /// One of some words.
    Choice(&'static [&'static str]),
}

/// One key.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name, with the table before it: `gates.fail_on`.
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// What it does, in one sentence.
    pub(crate) about: &'static str,
    /// What holds without it, as TOML; empty where there is no such value.
    pub(crate) default: &'static str,
}

const fn key(name: &'static str, kind: Kind, default: &'static str, about: &'static str) -> Key {
    Key {
        name,
        kind,
        about,
        default,
    }
}

/// How articles are grouped.
pub(crate) const GROUPS: &[&str] = &["outlet", "event", "folder"];

/// All keys; those of a table stand together.
pub(crate) const KEYS: &[Key] = &[
    key(
        "lexicons",
        Kind::Paths,
        "[]",
        "Lexicon packs to add, or to put in the place of built-in packs of the same id.",
    ),
    key(
        "parties",
        Kind::Paths,
        "[]",
        "Files that declare the sides of an event.",
    ),
    key(
        "format",
        Kind::Format,
        "\"table\"",
        "How a result is printed.",
    ),
    key(
        "width",
        Kind::Whole(40, 1000),
        "",
        "Columns of a table; without it those of the terminal.",
    ),
    key(
        "threads",
        Kind::Whole(1, 1024),
        "",
        "How many threads analyse articles; without it one for each core.",
    ),
    key(
        "mental",
        Kind::Flag,
        "false",
        "Whether attitudes that nobody voiced are shown.",
    ),
    key(
        "with_text",
        Kind::Flag,
        "false",
        "Whether JSON includes the text of the articles.",
    ),
    key(
        "csv_long",
        Kind::Flag,
        "false",
        "Whether CSV has one row a measure.",
    ),
    key(
        "gates.fail_on",
        Kind::Texts,
        "[]",
        "Gates: what a figure of an article may not be, such as \"anonymous_share > 0.5\".",
    ),
    key(
        "gates.baseline",
        Kind::Path,
        "",
        "The file of accepted failures.",
    ),
    key(
        "allow.phrases",
        Kind::Texts,
        "[]",
        "Phrases whose words no gate counts.",
    ),
    key(
        "allow.entries",
        Kind::Texts,
        "[]",
        "Ids of lexicon entries that no gate counts.",
    ),
    key(
        "batch.group",
        Kind::Choice(GROUPS),
        "\"outlet\"",
        "How `batch` groups articles.",
    ),
];

/// The keys of an `[[override]]`, which is for the files that one of its globs matches.
pub(crate) const OVERRIDE: &[Key] = &[
    key(
        "files",
        Kind::Texts,
        "",
        "Globs of paths as they are given to the program; `**` stands for any folders.",
    ),
    key(
        "fail_on",
        Kind::Texts,
        "",
        "Gates in place of those of [gates]; an empty list sets none.",
    ),
    key(
        "phrases",
        Kind::Texts,
        "[]",
        "More phrases whose words no gate counts.",
    ),
    key(
        "entries",
        Kind::Texts,
        "[]",
        "More ids of lexicon entries that no gate counts.",
    ),
];

/// The names of all formats.
pub(crate) fn formats() -> Vec<String> {
    let values = Format::value_variants()
        .iter()
        .filter_map(ValueEnum::to_possible_value);
    values.map(|value| value.get_name().to_owned()).collect()
}
