//! The one-way road: a folder of `src` uses only those before it.

use std::path::{Path, PathBuf};

/// The stages in the order in which they may depend on each other; what stands in one line may not use each other either, except within a folder.
const ROAD: [&str; 16] = [
    "error",
    "span",
    "article",
    "text",
    "lexicon",
    "attribution",
    "source",
    "stats",
    "party",
    "framing",
    "measure",
    "analyzer",
    "compare",
    "report",
    "policy",
    "validate",
];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("src")
        .map(|entry| entry.expect("entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The stage that a file of `src` belongs to; `None` for the crate's root and the program.
fn stage(relative: &Path) -> Option<String> {
    let first = relative.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!matches!(name, "lib" | "main" | "cli")).then(|| name.to_owned())
}

/// The stages named after `crate::` in code; comments may name any.
fn used(text: &str) -> Vec<String> {
    let code = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    let mut found: Vec<String> = code
        .flat_map(|line| {
            line.match_indices("crate::")
                .map(move |(at, mark)| &line[at + mark.len()..])
        })
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn every_folder_uses_only_those_before_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    assert!(files.len() > 60, "the sources were found");
    let rank = |name: &str| ROAD.iter().position(|stage| *stage == name);
    let mut wrong = Vec::new();
    for file in files {
        let relative = file.strip_prefix(&src).expect("below src");
        let Some(stage) = stage(relative) else {
            continue;
        };
        let Some(own) = rank(&stage) else {
            wrong.push(format!(
                "{}: `{stage}` has no place on the road",
                relative.display()
            ));
            continue;
        };
        for other in used(&std::fs::read_to_string(&file).expect("readable")) {
            if rank(&other).is_some_and(|other| other > own) {
                wrong.push(format!(
                    "{}: uses `{other}`, which comes after `{stage}`",
                    relative.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_architecture_page_names_every_stage() {
    let page =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"))
            .expect("ARCHITECTURE.md");
    for stage in ROAD {
        assert!(
            page.contains(stage),
            "ARCHITECTURE.md does not name `{stage}`"
        );
    }
}
