//! Which articles changed since a revision: asked of git, which knows.

use parallax::article::EXTENSIONS;
use parallax::error::Problem;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The articles below `roots` (the working directory where there are none) that differ from `revision` or that git does not know yet, in order.
///
/// # Errors
/// Without git, outside a repository, and for a revision that it does not know.
pub(crate) fn changed(revision: &str, roots: &[PathBuf]) -> Result<Vec<PathBuf>, Problem> {
    let commit = format!("{revision}^{{commit}}");
    git(&["rev-parse", "--show-cdup"].map(OsStr::new))
        .map_err(|why| problem(&format!("needs a git repository: {why}")))?;
    if git(&[
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ]
    .map(OsStr::new))
    .is_err()
    {
        return Err(problem(&format!(
            "git knows no revision `{revision}`; fetch it first, or name another such as origin/main or HEAD~1"
        )));
    }
    let text = |arguments: &[&str]| {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        let said = git(&arguments).map_err(|why| problem(&why))?;
        Ok::<_, Problem>(
            String::from_utf8_lossy(&said)
                .trim_end_matches('\n')
                .to_owned(),
        )
    };
    let (up, here) = (
        text(&["rev-parse", "--show-cdup"])?,
        text(&["rev-parse", "--show-prefix"])?,
    );
    let list = |first: &[&str]| {
        let mut arguments: Vec<&OsStr> = first.iter().map(OsStr::new).collect();
        arguments.push(OsStr::new("--"));
        if roots.is_empty() {
            arguments.push(OsStr::new("."));
        }
        arguments.extend(roots.iter().map(|root| root.as_os_str()));
        git(&arguments).map_err(|why| problem(&why))
    };
    let mut paths = Vec::new();
    let differing = list(&[
        "diff",
        "--name-only",
        "-z",
        "--no-relative",
        "--diff-filter=d",
        &commit,
    ])?;
    let unknown = list(&[
        "ls-files",
        "--others",
        "--exclude-standard",
        "--full-name",
        "-z",
    ])?;
    for name in differing
        .split(|&byte| byte == 0)
        .chain(unknown.split(|&byte| byte == 0))
    {
        let name = String::from_utf8_lossy(name);
        let path = match name.strip_prefix(&here) {
            Some(below) => PathBuf::from(below),
            None => Path::new(&up).join(name.as_ref()),
        };
        if is_article(&path) && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    paths.dedup();
    Ok(paths)
}

fn problem(message: &str) -> Problem {
    Problem::new("--changed-since", message)
}

fn is_article(path: &Path) -> bool {
    let extension = path
        .extension()
        .and_then(OsStr::to_str)
        .map(str::to_ascii_lowercase);
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// What git says on standard output, or why it could not.
fn git(arguments: &[&OsStr]) -> Result<Vec<u8>, String> {
    let output = Command::new("git")
        .args(arguments)
        .output()
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                "git was not found; install it, or name the files".to_owned()
            }
            _ => format!("git cannot be run: {error}"),
        })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(said.lines().next().unwrap_or("git failed").to_owned())
}
