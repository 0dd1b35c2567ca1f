//! The articles of one open file: a plain text, a JSON document, or JSON lines read one at a time.

use super::draft::Draft;
use super::encoding::decode;
use super::record;
use super::sources::io_message;
use crate::error::Problem;
use serde_json::Value;
use std::io::{BufRead, Read};

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// One article, as plain text.
    Text,
    /// One object, a list of objects, or lines: whichever it turns out to be.
    Json,
    /// One object a line.
    JsonLines,
    /// JSON where it begins like it, else plain text.
    Unknown,
}

impl Format {
    /// The format that a file's extension tells.
    pub(super) fn of(extension: Option<&str>) -> Self {
        match extension {
            Some("json") => Self::Json,
            Some("jsonl" | "ndjson") => Self::JsonLines,
            Some("txt" | "md" | "markdown" | "text") => Self::Text,
            _ => Self::Unknown,
        }
    }
}

/// The articles of one file, found as they are asked for.
pub(super) enum Stream {
    /// Articles that are in memory already.
    Ready(std::vec::IntoIter<Result<Draft, Problem>>),
    /// JSON lines.
    Lines(Lines),
}

impl Stream {
    /// Opens a file's content. `limit` is the most bytes that one text, document or line may have. The second value is a note
    /// about the decoding.
    pub(super) fn open(
        mut input: Box<dyn BufRead + Send>,
        path: &str,
        format: Format,
        limit: u64,
    ) -> (Self, Option<Problem>) {
        let mut first = Vec::new();
        if format == Format::JsonLines {
            return (Self::Lines(Lines::new(input, None, path, limit)), None);
        }
        if format != Format::Text {
            // The first line tells lines from one document.
            if let Err(problem) = read_line(&mut input, &mut first, limit, path, 1) {
                return (Self::failed(problem), None);
            }
            if is_record_line(&first) {
                return (
                    Self::Lines(Lines::new(input, Some(first), path, limit)),
                    None,
                );
            }
        }
        let mut bytes = first;
        let room = (limit + 1).saturating_sub(bytes.len() as u64);
        if let Err(error) = input.take(room).read_to_end(&mut bytes) {
            return (Self::failed(Problem::new(path, io_message(&error))), None);
        }
        if bytes.len() as u64 > limit {
            return (
                Self::failed(Problem::new(
                    path,
                    too_large(
                        limit,
                        "split it, or write the articles as JSON lines (.jsonl)",
                    ),
                )),
                None,
            );
        }
        let decoded = match decode(&bytes) {
            Ok(decoded) => decoded,
            Err(message) => return (Self::failed(Problem::new(path, message)), None),
        };
        drop(bytes);
        let note = decoded.note.map(|note| Problem::new(path, note));
        let json =
            format == Format::Json || (format == Format::Unknown && looks_like_json(&decoded.text));
        let articles = if json {
            document(&decoded.text, path)
        } else {
            vec![Ok(Draft::from_text(path, decoded.text))]
        };
        (Self::Ready(articles.into_iter()), note)
    }

    /// A file of which nothing can be read.
    pub(super) fn failed(problem: Problem) -> Self {
        Self::Ready(vec![Err(problem)].into_iter())
    }
}

impl Iterator for Stream {
    type Item = Result<Draft, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Ready(articles) => articles.next(),
            Self::Lines(lines) => lines.next(),
        }
    }
}

/// JSON lines, of which only one is in memory.
pub(super) struct Lines {
    input: Box<dyn BufRead + Send>,
    first: Option<Vec<u8>>,
    path: String,
    line: u32,
    limit: u64,
    done: bool,
    any: bool,
}

impl Iterator for Lines {
    type Item = Result<Draft, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            self.line = self.line.saturating_add(1);
            let first = self.first.take();
            let fresh = first.is_none();
            let mut bytes = first.unwrap_or_default();
            if fresh
                && let Err(problem) = read_line(
                    &mut self.input,
                    &mut bytes,
                    self.limit,
                    &self.path,
                    self.line,
                )
            {
                self.done = problem.line.is_none();
                self.any = true;
                return Some(Err(problem));
            }
            if bytes.is_empty() {
                self.done = true;
                let nothing = "holds no records; write one JSON object a line";
                return (!self.any).then(|| Err(Problem::new(&self.path, nothing)));
            }
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            if !bytes.trim_ascii().is_empty() {
                self.any = true;
                return Some(self.record(bytes));
            }
        }
        None
    }
}

impl Lines {
    /// The lines of `input`, of which the first may have been read.
    fn new(input: Box<dyn BufRead + Send>, first: Option<Vec<u8>>, path: &str, limit: u64) -> Self {
        Self {
            input,
            first,
            path: path.to_owned(),
            line: 0,
            limit,
            done: false,
            any: false,
        }
    }

    fn record(&mut self, bytes: &[u8]) -> Result<Draft, Problem> {
        let problem = |message: String| Problem::at_line(&self.path, self.line, message);
        if self.line == 1 && super::binary::binary_kind(bytes).is_some()
            || bytes.starts_with(b"\xff\xfe")
            || bytes.contains(&0)
        {
            self.done = true;
            let message = decode(bytes)
                .err()
                .unwrap_or_else(|| "is not UTF-8; save the JSON lines as UTF-8".to_owned());
            return Err(Problem::new(&self.path, message));
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|_| problem("is not UTF-8; save the JSON lines as UTF-8".to_owned()))?;
        let value: Value =
            serde_json::from_str(text).map_err(|error| problem(record::syntax(&error)))?;
        record::draft(&value, &self.path, Some(self.line)).map_err(problem)
    }
}

/// Reads one line with its end; a line over the limit is skipped and is a problem at its number.
fn read_line(
    input: &mut dyn BufRead,
    line: &mut Vec<u8>,
    limit: u64,
    path: &str,
    number: u32,
) -> Result<(), Problem> {
    let failed = |error: std::io::Error| Problem::new(path, io_message(&error));
    input
        .take(limit + 1)
        .read_until(b'\n', line)
        .map_err(failed)?;
    if line.len() as u64 > limit && line.last() != Some(&b'\n') {
        line.clear();
        input.skip_until(b'\n').map_err(failed)?;
        return Err(Problem::at_line(
            path,
            number,
            too_large(limit, "shorten it"),
        ));
    }
    Ok(())
}

fn too_large(limit: u64, remedy: &str) -> String {
    match limit >> 20 {
        0 => format!("has more than {limit} bytes; {remedy}"),
        mebibytes => format!("has more than {mebibytes} MiB; {remedy}"),
    }
}

/// Whether the line is a whole JSON object.
fn is_record_line(line: &[u8]) -> bool {
    let line = line
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(line)
        .trim_ascii();
    line.starts_with(b"{")
        && line.ends_with(b"}")
        && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}

fn looks_like_json(text: &str) -> bool {
    let text = text.trim_start();
    let inner = |open: char| text.strip_prefix(open).map(str::trim_start);
    inner('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || inner('[').is_some_and(|rest| rest.starts_with('{'))
}

/// The articles of a JSON document: an object or a list of objects.
fn document(text: &str, path: &str) -> Vec<Result<Draft, Problem>> {
    if text.trim().is_empty() {
        return vec![Err(Problem::new(
            path,
            "is empty; give a JSON object with a `text`, or a list of them",
        ))];
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            return vec![Err(Problem::at_line(
                path,
                error.line() as u32,
                record::syntax(&error),
            ))];
        }
    };
    let place = |number: usize| format!("{path}#{number}");
    match value {
        Value::Array(list) if list.is_empty() => vec![Err(Problem::new(
            path,
            "holds an empty list; give at least one article",
        ))],
        Value::Array(list) => list
            .iter()
            .zip(1..)
            .map(|(value, number)| {
                let draft = record::draft(value, path, None)
                    .map_err(|message| Problem::new(place(number), message))?;
                let id = draft.id.clone().or_else(|| Some(place(number)));
                Ok(Draft { id, ..draft })
            })
            .collect(),
        value => {
            vec![record::draft(&value, path, None).map_err(|message| Problem::new(path, message))]
        }
    }
}
