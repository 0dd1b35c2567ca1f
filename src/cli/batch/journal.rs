//! The journal of a batch: what is done, in the order of the inputs. Every output is made from it, so that a run that was interrupted and resumed gives
//! the same bytes as one that was not.

use super::super::gates::Verdicts;
use parallax::error::Problem;
use parallax::report::batch::Row;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Ending of the journal's name.
const ENDING: &str = ".parallax-journal";
/// First line of every journal, before what the run was made with.
const HEADER: &str = "parallax-journal 1 ";

/// One reading.
#[derive(Serialize, Deserialize)]
pub(crate) enum Entry {
    /// An article.
    Article {
        /// Its figures.
        row: Box<Row>,
        /// Its gates.
        verdicts: Box<Verdicts>,
    },
    /// A record that could not be read.
    Problem(Problem),
}

/// An open journal.
pub(crate) struct Journal {
    file: File,
    path: Option<PathBuf>,
}

impl Journal {
    /// Without a name: it is gone when the program ends, however it ends.
    pub(crate) fn unnamed(key: &str) -> Result<Self, Problem> {
        let file =
            tempfile::tempfile().map_err(|error| failed(Path::new("temporary file"), &error))?;
        let mut journal = Self { file, path: None };
        journal
            .begin(key)
            .map_err(|error| failed(Path::new("temporary file"), &error))?;
        Ok(journal)
    }

    /// Beside an output. With `resume` what is in it already stays, if it was made with the same `key`; the second value is whether there was any.
    pub(crate) fn beside(output: &Path, key: &str, resume: bool) -> Result<(Self, bool), Problem> {
        let path = name(output);
        let said = |error: io::Error| failed(&path, &error);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(said)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Problem::new(
                    shown(&path),
                    "is being written by another run; wait for it, or name another output",
                ));
            }
            Err(TryLockError::Error(error)) => return Err(said(error)),
        }
        let mut journal = Self {
            file,
            path: Some(path.clone()),
        };
        let mut first = Vec::new();
        BufReader::new(&journal.file)
            .read_until(b'\n', &mut first)
            .map_err(said)?;
        // A run that was stopped while it wrote the first line has done nothing.
        if resume && first.ends_with(b"\n") {
            if first != format!("{HEADER}{key}\n").as_bytes() {
                let message = "was written with other inputs, lexicons or options; give those again, or start afresh without --resume";
                return Err(Problem::new(shown(&path), message));
            }
            journal.cut().map_err(said)?;
            return Ok((journal, true));
        }
        journal.begin(key).map_err(said)?;
        Ok((journal, false))
    }

    fn begin(&mut self, key: &str) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.seek(SeekFrom::Start(0))?;
        writeln!(self.file, "{HEADER}{key}")
    }

    /// Cuts off what was being written when the run was stopped, and stands at the end.
    fn cut(&mut self) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        let mut good = 0;
        let mut line = Vec::new();
        let mut reader = BufReader::new(&self.file);
        for number in 0_u64.. {
            line.clear();
            let length = reader.read_until(b'\n', &mut line)?;
            let whole = line.ends_with(b"\n")
                && (number == 0 || serde_json::from_slice::<Entry>(&line).is_ok());
            if !whole {
                break;
            }
            good += length as u64;
        }
        self.file.set_len(good)?;
        self.file.seek(SeekFrom::End(0)).map(drop)
    }

    /// Writes what was done; it stays when the program is stopped after this.
    pub(crate) fn append(&mut self, entries: &[Entry]) -> Result<(), Problem> {
        let mut lines = Vec::new();
        for entry in entries {
            serde_json::to_writer(&mut lines, entry)
                .map_err(|error| self.problem(&error.into()))?;
            lines.push(b'\n');
        }
        self.file
            .write_all(&lines)
            .map_err(|error| self.problem(&error))
    }

    /// What was done, in order.
    pub(crate) fn entries(
        &mut self,
    ) -> Result<impl Iterator<Item = io::Result<Entry>> + '_, Problem> {
        let start = self.file.seek(SeekFrom::Start(0));
        start.map_err(|error| {
            failed(self.path.as_deref().unwrap_or(Path::new("journal")), &error)
        })?;
        let lines = BufReader::new(&self.file).split(b'\n').skip(1);
        Ok(lines.map(|line| Ok(serde_json::from_slice(&line?)?)))
    }

    /// Stands at the end again after reading.
    pub(crate) fn go_to_end(&mut self) -> Result<(), Problem> {
        let end = self.file.seek(SeekFrom::End(0));
        end.map(drop).map_err(|error| self.problem(&error))
    }

    /// A problem with the journal.
    pub(crate) fn problem(&self, error: &io::Error) -> Problem {
        failed(self.path.as_deref().unwrap_or(Path::new("journal")), error)
    }

    /// Its name, for messages.
    pub(crate) fn place(&self) -> String {
        self.path
            .as_deref()
            .map_or_else(|| "journal".to_owned(), shown)
    }

    /// Removes it: all that it was for has been written.
    pub(crate) fn remove(self) {
        if let Some(path) = self.path {
            // What stays is found and overwritten by the next run.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The journal of an output.
pub(crate) fn name(output: &Path) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(ENDING);
    name.into()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn failed(path: &Path, error: &io::Error) -> Problem {
    Problem::new(
        shown(path),
        format!(
            "cannot keep the journal of the batch: {error}; free some space, or write the output elsewhere"
        ),
    )
}
