//! Where results go: standard output, or files that appear whole or not at all.

use super::arguments::{Format, Report};
use super::console::Console;
use clap::ValueEnum;
use parallax::error::Problem;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// One result: a format and where it goes.
pub(crate) struct Output {
    pub(crate) format: Format,
    /// Shown in messages.
    place: String,
    sink: Sink,
}

enum Sink {
    Standard,
    /// Written beside its final name, and moved there when it is complete.
    Atomic {
        file: NamedTempFile,
        path: PathBuf,
    },
    /// A device or a pipe: nothing can be moved there.
    Special(File),
}

/// Opens all outputs before any work is done; those that cannot be written are reported.
pub(crate) fn open(report: &Report, console: &mut Console) -> Vec<Output> {
    if report.output.is_empty() {
        let place = "standard output".to_owned();
        return vec![Output {
            format: report.format(),
            place,
            sink: Sink::Standard,
        }];
    }
    let mut outputs = Vec::new();
    for argument in &report.output {
        let (format, path) = split(argument).unwrap_or((report.format(), Path::new(argument)));
        let place = path.display().to_string();
        match sink(path) {
            Ok(sink) => outputs.push(Output {
                format,
                place,
                sink,
            }),
            Err(error) => console.problem(&unwritable(&place, &error)),
        }
    }
    outputs
}

/// `html=report.html` names a format; `a=b.txt` is a file, because no format has that name.
fn split(argument: &OsStr) -> Option<(Format, &Path)> {
    let text = argument.to_str()?;
    let (format, path) = text.split_once('=')?;
    let format = Format::from_str(format, false).ok()?;
    Some((format, Path::new(path)))
}

fn sink(path: &Path) -> io::Result<Sink> {
    if path.as_os_str() == "-" {
        return Ok(Sink::Standard);
    }
    // A link stays one: its target is replaced.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match target.metadata() {
        Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(metadata) if !metadata.is_file() => {
            return Ok(Sink::Special(OpenOptions::new().write(true).open(&target)?));
        }
        // A file that may not be written to is not replaced either.
        Ok(_) => drop(OpenOptions::new().append(true).open(&target)?),
        Err(_) => {}
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".parallax-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = target
            .metadata()
            .map_or(0o666, |metadata| metadata.permissions().mode());
        builder.permissions(std::fs::Permissions::from_mode(mode & 0o777));
    }
    Ok(Sink::Atomic {
        file: builder.tempfile_in(folder)?,
        path: target,
    })
}

/// Writes a file that is no result, whole or not at all.
pub(crate) fn write_file(path: &Path, text: &str, console: &mut Console) {
    let place = path.display().to_string();
    match sink(path) {
        Ok(sink) => Output {
            format: Format::default(),
            place,
            sink,
        }
        .write(text, console),
        Err(error) => console.problem(&unwritable(&place, &error)),
    }
}

fn unwritable(place: &str, error: &io::Error) -> Problem {
    let remedy = match error.kind() {
        io::ErrorKind::NotFound => "create its folder first",
        io::ErrorKind::IsADirectory => "name a file in it",
        io::ErrorKind::PermissionDenied => "choose another folder or change its permissions",
        io::ErrorKind::StorageFull => "free some space",
        _ => "choose another place",
    };
    let what = match error.kind() {
        io::ErrorKind::NotFound => "its folder does not exist".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    };
    Problem::new(place, format!("cannot be written: {what}; {remedy}"))
}

impl Output {
    /// The columns that a table may take: what was asked for, or those of the terminal, or 80.
    pub(crate) fn columns(&self, report: &Report) -> u16 {
        const PIPE: u16 = 80;
        const MOST: u16 = 200;
        const LEAST: u16 = 40;
        report.width.unwrap_or_else(|| match self.sink {
            Sink::Standard => terminal_size::terminal_size_of(io::stdout())
                .map_or(PIPE, |(width, _)| width.0)
                .clamp(LEAST, MOST),
            Sink::Atomic { .. } | Sink::Special(_) => PIPE,
        })
    }

    /// Whether the result may carry colour.
    pub(crate) fn colored(&self, console: &Console) -> bool {
        match self.sink {
            Sink::Standard => console.colors(&io::stdout()),
            Sink::Atomic { .. } | Sink::Special(_) => console.colors_files(),
        }
    }

    /// Writes the result. A closed pipe is not an error: whoever read it has seen enough.
    pub(crate) fn write(self, text: &str, console: &mut Console) {
        self.write_with(|sink| sink.write_all(text.as_bytes()), console);
    }

    /// Writes a result piece by piece.
    pub(crate) fn write_with(
        self,
        pieces: impl FnOnce(&mut dyn Write) -> io::Result<()>,
        console: &mut Console,
    ) {
        let place = self.place;
        let put = |sink: &mut dyn Write| {
            let mut sink = io::BufWriter::new(sink);
            pieces(&mut sink)?;
            sink.flush()
        };
        let written = match self.sink {
            Sink::Standard => put(&mut io::stdout().lock()),
            Sink::Special(mut file) => put(&mut file),
            Sink::Atomic { mut file, path } => put(file.as_file_mut())
                .and_then(|()| file.persist(path).map_err(|error| error.error))
                .map(drop),
        };
        match written {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                console.problem(&unwritable(&place, &error));
            }
            _ => {}
        }
    }

    /// The file that it goes to.
    pub(crate) fn file(&self) -> Option<&Path> {
        match &self.sink {
            Sink::Atomic { path, .. } => Some(path),
            Sink::Standard | Sink::Special(_) => None,
        }
    }
}
