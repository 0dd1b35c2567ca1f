//! Runs the binary as a user does, in a folder of its own.
#![allow(dead_code, clippy::unwrap_used, missing_docs, unreachable_pub)]

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A short article with a report, a quotation, an anonymous source and loaded words.
pub const ARTICLE: &str = "\
Council closes the old bridge

By Ada Fell

The council of Marrow closed the old bridge on Monday after engineers found cracks in two of its pillars.

\"We could not wait another week,\" said Tomas Reed, the council's chief engineer. He said the repair would take a year.

Shopkeepers called the decision a brutal blow. Sources close to the council said the money was not there.

Reed claimed that nobody had been warned because nobody had asked. The regional government could not be reached for comment.
";

/// Where the crate is.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder that goes away after the test, and the program running in it.
pub struct Scene {
    pub dir: TempDir,
}

/// What came out of a run.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Scene {
    pub fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file.
    pub fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    pub fn command(&self) -> Command {
        let mut command = Command::cargo_bin("parallax").unwrap();
        command
            .current_dir(self.dir.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env_remove("CLICOLOR");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        finish(self.command().args(arguments))
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
}

/// Runs a command to its end.
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The articles of a sample event, in order.
pub fn sample(event: &str) -> Vec<String> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(root().join("samples").join(event))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| relative(path)).collect()
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned()
}
