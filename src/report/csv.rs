//! Spreadsheets and data frames: one row an article, or one row a measure of an article.
//!
//! No cell of text starts what a spreadsheet would compute (CWE-1236): such text gets an apostrophe before it.

use super::batch::{Row, Slot, key, slots};
use super::model::Report;
use super::plain::plain;
use crate::measure::{IntervalKind, registry};
use std::fmt::Write as _;

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// One row an article, one column a measure and each end of its interval.
    #[default]
    Wide,
    /// One row a measure of an article, with its count and denominator.
    Long,
}

/// A header and the rows of all articles.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn csv(report: &Report, shape: Shape) -> ::csv::Result<String> {
    let sides: Vec<&str> = report
        .parties
        .iter()
        .map(|party| party.id.as_str())
        .collect();
    let mut rows = Rows::new(shape, &sides)?;
    for article in &report.articles {
        rows.row(&Row::new(article, ""))?;
    }
    rows.into_text()
}

/// Rows as they come, for batches: the header is written first.
pub struct Rows {
    shape: Shape,
    /// Ids of the declared sides.
    sides: Vec<String>,
    writer: ::csv::Writer<Vec<u8>>,
}

const ABOUT: [&str; 10] = [
    "id",
    "path",
    "outlet",
    "event",
    "published",
    "genre",
    "title",
    "words",
    "sentences",
    "flags",
];
const LONG: [&str; 13] = [
    "id",
    "outlet",
    "event",
    "published",
    "measure",
    "side",
    "unit",
    "value",
    "count",
    "per",
    "low",
    "high",
    "note",
];

impl Rows {
    /// With the header. `sides` are the ids of the declared sides: a measure that is made for each side has a column for each of them, such as
    /// `side.words[ardovia]`, and none where no side is declared.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn new(shape: Shape, sides: &[&str]) -> ::csv::Result<Self> {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        match shape {
            Shape::Long => writer.write_record(LONG)?,
            Shape::Wide => {
                let mut header: Vec<String> = ABOUT.iter().map(|&name| name.to_owned()).collect();
                for measure in registry() {
                    if measure.per_side {
                        header.extend(sides.iter().map(|side| format!("{}[{side}]", measure.id)));
                        continue;
                    }
                    header.push(measure.id.to_owned());
                    if measure.interval != IntervalKind::None {
                        header.extend(["low", "high"].map(|end| format!("{}.{end}", measure.id)));
                    }
                }
                writer.write_record(header)?;
            }
        }
        Ok(Self {
            shape,
            sides: sides.iter().map(|&side| side.to_owned()).collect(),
            writer,
        })
    }

    /// The rows of one article.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn row(&mut self, row: &Row) -> ::csv::Result<()> {
        match self.shape {
            Shape::Wide => self.wide(row),
            Shape::Long => self.long(row),
        }
    }

    fn wide(&mut self, row: &Row) -> ::csv::Result<()> {
        let mut cells = vec![
            cell(&row.id),
            cell(&row.path),
            cell(&row.outlet),
            cell(row.event.as_deref().unwrap_or_default()),
            cell(row.published.as_deref().unwrap_or_default()),
            cell(row.genre.as_deref().unwrap_or_default()),
            cell(row.title.as_deref().unwrap_or_default()),
            row.words.to_string(),
            row.sentences.to_string(),
            cell(&row.flags.join("; ")),
        ];
        for measure in registry() {
            if measure.per_side {
                for side in &self.sides {
                    let found = row.measures.get(&key(measure.id, Some(side)));
                    cells.push(number(found.and_then(|found| found.value)));
                }
                continue;
            }
            let found = row.measures.get(measure.id);
            cells.push(number(found.and_then(|found| found.value)));
            if measure.interval != IntervalKind::None {
                cells.push(number(found.and_then(|found| found.low)));
                cells.push(number(found.and_then(|found| found.high)));
            }
        }
        self.writer.write_record(cells)
    }

    fn long(&mut self, row: &Row) -> ::csv::Result<()> {
        let slots = slots(&self.sides);
        for Slot { measure, side, key } in &slots {
            let (Some(found), side) = (row.measures.get(key), side.as_deref()) else {
                continue;
            };
            let whole =
                |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
            self.writer.write_record([
                cell(&row.id),
                cell(&row.outlet),
                cell(row.event.as_deref().unwrap_or_default()),
                cell(row.published.as_deref().unwrap_or_default()),
                measure.id.to_owned(),
                cell(side.unwrap_or_default()),
                measure.unit.to_string(),
                number(found.value),
                whole(found.count),
                whole(found.per),
                number(found.low),
                number(found.high),
                cell(found.note.as_deref().unwrap_or_default()),
            ])?;
        }
        Ok(())
    }

    /// What was written since the last time.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn take(&mut self) -> ::csv::Result<String> {
        let full = std::mem::replace(&mut self.writer, ::csv::Writer::from_writer(Vec::new()));
        text(full)
    }

    /// All that was written.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub fn into_text(self) -> ::csv::Result<String> {
        text(self.writer)
    }
}

fn text(writer: ::csv::Writer<Vec<u8>>) -> ::csv::Result<String> {
    let bytes = writer
        .into_inner()
        .map_err(::csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8(bytes).map_err(std::io::Error::other)?)
}

/// A number as machines read it; empty where there is none.
fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A cell of text from outside: one line, nothing hidden, nothing computed.
pub fn cell(text: &str) -> String {
    let shown = plain(text);
    let mut cell = String::with_capacity(shown.len());
    // Full-width forms are formulas in some editions.
    if shown
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n'])
    {
        cell.push('\'');
    }
    // Writing to a string cannot fail.
    let _ = write!(cell, "{shown}");
    cell
}
