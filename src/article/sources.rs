//! The files that the arguments name: themselves, or all articles below a folder in a stable order.

use crate::error::Problem;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Files with these extensions are articles when a folder is read.
pub const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "text", "json", "jsonl", "ndjson"];

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// A regular file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// What one argument stands for, in order. A folder's files are sorted by the bytes of their paths; hidden ones are left out.
pub(super) fn sources(argument: &Path) -> Vec<Result<Source, Problem>> {
    if argument == Path::new("-") {
        return vec![Ok(Source::Stdin)];
    }
    let place = argument.to_string_lossy();
    match std::fs::metadata(argument) {
        Ok(facts) if facts.is_dir() => folder(argument),
        Ok(facts) if facts.is_file() => vec![Ok(Source::File(argument.to_owned()))],
        Ok(_) => vec![Err(Problem::new(
            place,
            "is a pipe, socket or device, not a file; send its content to standard input and give `-`",
        ))],
        Err(error) => vec![Err(Problem::new(place, io_message(&error)))],
    }
}

fn folder(root: &Path) -> Vec<Result<Source, Problem>> {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    let walk = WalkDir::new(root)
        .follow_links(true)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
    for entry in walk {
        match entry {
            Ok(entry) => {
                if entry.file_type().is_file() && is_article(entry.path()) {
                    files.push(entry.into_path());
                }
            }
            // A link back to a folder above leads to nothing new.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                // A broken link matters only where an article was meant.
                if path.is_symlink() && !is_article(&path) {
                    continue;
                }
                let message = error
                    .io_error()
                    .map_or_else(|| "cannot be read".to_owned(), io_message);
                problems.push((path, message));
            }
        }
    }
    files.sort_by(|a, b| {
        a.as_os_str()
            .as_encoded_bytes()
            .cmp(b.as_os_str().as_encoded_bytes())
    });
    problems.sort();
    if files.is_empty() && problems.is_empty() {
        let message = format!(
            "holds no articles; they are files that end in .{}",
            EXTENSIONS.join(", .")
        );
        return vec![Err(Problem::new(root.to_string_lossy(), message))];
    }
    let problems = problems
        .into_iter()
        .map(|(path, message)| Err(Problem::new(path.to_string_lossy(), message)));
    problems
        .chain(files.into_iter().map(|file| Ok(Source::File(file))))
        .collect()
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_article(path: &Path) -> bool {
    extension(path).is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// The extension in lower case.
pub(super) fn extension(path: &Path) -> Option<String> {
    path.extension()
        .and_then(OsStr::to_str)
        .map(str::to_ascii_lowercase)
}

/// What an input error means for whoever called the program.
pub(super) fn io_message(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "does not exist; check the spelling and the folder".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "cannot be read: permission denied; change its permissions or run as its owner"
                .to_owned()
        }
        _ => format!("cannot be read: {error}; check the disk or copy the file"),
    }
}
