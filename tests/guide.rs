//! The guide keeps its word: the commands it prints run, and its list of measures is that of the registry.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{ARTICLE, root};
use parallax::measure::FAMILIES;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// README and guide.
fn pages() -> Vec<PathBuf> {
    let mut pages = vec![root().join("README.md")];
    let guide = std::fs::read_dir(root().join("docs/guide")).unwrap();
    pages.extend(guide.map(|entry| entry.unwrap().path()));
    pages.retain(|page| page.extension().is_some_and(|ending| ending == "md"));
    pages.sort();
    pages
}

/// The commands of a page: lines of `sh` blocks, and those after `$` in `console` blocks.
fn commands(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut block = "";
    for line in page.lines() {
        if let Some(kind) = line.trim_start().strip_prefix("```") {
            block = if block.is_empty() && !kind.is_empty() {
                kind
            } else {
                ""
            };
            continue;
        }
        let command = match block {
            "sh" => line,
            "console" => line.strip_prefix("$ ").unwrap_or_default(),
            _ => continue,
        };
        let command = command.split("  #").next().unwrap_or_default().trim();
        if command.starts_with("parallax ") {
            found.push(command.to_owned());
        }
    }
    found
}

/// A folder as a user has it: the samples and packs, and the files that the pages call by name.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    for name in [
        "article.txt",
        "agency.txt",
        "tabloid.txt",
        "broadcaster.txt",
        "draft-1.md",
        "draft-2.md",
    ] {
        write(name, ARTICLE);
    }
    let line = serde_json::json!({"title": "Council closes the old bridge", "text": ARTICLE});
    write("feed.jsonl", &format!("{line}\n"));
    let gold = std::fs::read_to_string(root().join("tests/gold/attribution-own.jsonl")).unwrap();
    write("gold.jsonl", &gold);
    write("other.jsonl", &gold);
    let brat = folder.path().join("brat-folder");
    std::fs::create_dir(&brat).unwrap();
    let text = "The bridge is safe, the mayor said.";
    std::fs::write(brat.join("a.txt"), text).unwrap();
    let marks = "T1\tSource 20 29\tthe mayor\nT2\tCue 30 34\tsaid\nT3\tContent 0 18\tThe bridge is safe\nR1\tof Arg1:T2 Arg2:T1\nR2\tof Arg1:T2 Arg2:T3\n";
    std::fs::write(brat.join("a.ann"), marks).unwrap();
    write(
        "my-pack.toml",
        "[pack]\nid = \"my-words\"\nkind = \"terms\"\nlang = \"en\"\nversion = \"0.1.0\"\nlicence = \"CC0-1.0\"\nscope = \"A word of one's own.\"\nreviewers = [\"one reader\"]\ncategory = \"subjective\"\n\n[[entry]]\nid = \"my-words.wobbly\"\nforms = [\"wobblyish\"]\nweight = 1\nrationale = \"Judges how a thing stands without a measure of it.\"\nexamples_hit = [\"The wobblyish bridge was closed.\"]\n",
    );
    for name in ["samples", "lexicons", "tests/gold"] {
        copy(&root().join(name), &folder.path().join(name));
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn the_commands_of_readme_and_guide_run() {
    let program = assert_cmd::cargo::cargo_bin("parallax");
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", program.parent().unwrap().display());
    let folder = folder();
    let (mut failed, mut run) = (Vec::new(), 0);
    for page in pages() {
        for command in commands(&std::fs::read_to_string(&page).unwrap()) {
            let output = Command::new("sh")
                .args(["-c", &command])
                .current_dir(folder.path())
                .env("PATH", &path)
                .output()
                .unwrap();
            run += 1;
            if !output.status.success() || (output.stdout.is_empty() && !command.contains("put ")) {
                let error = String::from_utf8_lossy(&output.stderr);
                failed.push(format!("{}: {command}\n{error}", page.display()));
            }
        }
    }
    assert!(run > 25, "the pages print commands, {run} were found");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// The page of measures, from their declarations.
fn measures() -> String {
    let mut page = String::from(
        "# Every measure\n\nThis page is made from the declarations in the program; `parallax explain ID` prints the same. \
         A rate is given from 100 words of its voice on; below, the count.\n",
    );
    for family in FAMILIES {
        let _ = write!(page, "\n## {}\n", family.title);
        for measure in family.measures {
            let unit = match measure.denominator {
                "" => measure.unit.to_string(),
                of => format!("{}, of {of}", measure.unit),
            };
            let _ = write!(
                page,
                "\n### {}\n\n`{}` · {} · {unit}\n\n",
                measure.name, measure.id, measure.code
            );
            for (label, text) in [
                ("", measure.meaning),
                ("How: ", measure.formula),
                ("Range: ", measure.range),
                ("Evidence: ", measure.evidence),
                ("What it does not say: ", measure.limits),
                ("After: ", measure.source),
            ] {
                if !text.is_empty() {
                    let text = text
                        .replace('<', "&lt;")
                        .replace('*', "\\*")
                        .replace('_', "\\_")
                        .replace('|', "\\|");
                    let _ = writeln!(page, "* {label}{text}");
                }
            }
        }
    }
    page
}

#[test]
fn the_page_of_measures_follows_the_registry() {
    let path = root().join("docs/guide/measures.md");
    let made = measures();
    if std::env::var_os("PARALLAX_BLESS").is_some() && std::env::var_os("CI").is_none() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/guide/measures.md differs from the registry: PARALLAX_BLESS=1 cargo test --test guide"
    );
}

#[test]
fn the_summary_names_every_page_and_no_other() {
    let summary = std::fs::read_to_string(root().join("docs/guide/SUMMARY.md")).unwrap();
    let mut named: Vec<&str> = summary
        .match_indices("](")
        .filter_map(|(at, _)| summary[at + 2..].split(')').next())
        .collect();
    named.sort_unstable();
    let pages = pages();
    let mut there: Vec<&str> = pages
        .iter()
        .filter(|page| {
            page.parent()
                .is_some_and(|folder| folder.ends_with("guide"))
        })
        .filter_map(|page| page.file_name()?.to_str())
        .filter(|name| *name != "SUMMARY.md")
        .collect();
    there.sort_unstable();
    assert_eq!(named, there);
}
