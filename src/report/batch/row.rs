//! One article of a batch: its figures without its words.

use crate::article::Article;
use crate::measure::{Measure, Measurement, registry};
use crate::report::{ArticleReport, location, numbers};
use crate::stats;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// One article's figures, rounded as all machine formats are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Stable name within a run.
    pub id: String,
    /// Where it was read from.
    pub path: String,
    /// The folder that holds the file.
    pub folder: String,
    /// Who published it.
    pub outlet: String,
    /// The event, where the metadata name one.
    pub event: Option<String>,
    /// Date of publication, ISO 8601.
    pub published: Option<String>,
    /// The label that marks it as opinion or analysis.
    pub genre: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The first eight bytes of the SHA-256 of its text: equal texts have equal ones.
    pub digest: String,
    /// Words of the body.
    pub words: u32,
    /// Sentences of the body.
    pub sentences: u32,
    /// What a reader should not miss.
    pub flags: Vec<String>,
    /// The gates that failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates_failed: Vec<String>,
    /// Every measure by its id; one that is made for each side, by `id[side]`.
    pub measures: BTreeMap<String, Figure>,
}

/// One number of one article. What it has not is left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The value in the unit of the measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// How many were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Out of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<u32>,
    /// Lower end of the 95 % interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of the 95 % interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Why there is no value, or what to know beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Row {
    /// Of an article and its report.
    pub fn new(article: &ArticleReport, text: &str) -> Self {
        let file = location::file(article);
        let folder = std::path::Path::new(file)
            .parent()
            .map(|folder| folder.to_string_lossy().into_owned());
        Self {
            id: article.id.clone(),
            path: article.path.clone(),
            folder: folder
                .filter(|folder| !folder.is_empty())
                .unwrap_or_else(|| ".".to_owned()),
            outlet: article.outlet.clone(),
            event: article.event.clone(),
            published: article.published.clone(),
            genre: article.genre.clone(),
            title: article.title.clone(),
            digest: digest(text),
            words: article.words,
            sentences: article.sentences,
            flags: article.flags.clone(),
            gates_failed: Vec::new(),
            measures: article
                .measures
                .iter()
                .map(|found| (key(found.id, found.side.as_deref()), figure(found)))
                .collect(),
        }
    }

    /// Whether it is the row of this article: the same name and the same text.
    pub fn is_of(&self, article: &Article) -> bool {
        self.id == article.id && self.digest == digest(&article.text)
    }
}

/// A measure, or one of a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The measure.
    pub measure: &'static Measure,
    /// The declared side that it is about.
    pub side: Option<String>,
    /// Its name in a row.
    pub key: String,
}

/// The name of a measure in a row: `reported.share`, `side.words[ardovia]`.
pub fn key(id: &str, side: Option<&str>) -> String {
    side.map_or_else(|| id.to_owned(), |side| format!("{id}[{side}]"))
}

/// Everything that a row may hold, in the order of the registry.
pub fn slots(sides: &[String]) -> Vec<Slot> {
    let slot = |measure: &'static Measure, side: Option<&String>| Slot {
        measure,
        side: side.cloned(),
        key: key(measure.id, side.map(String::as_str)),
    };
    let of = |measure: &'static Measure| -> Vec<Slot> {
        if measure.per_side {
            sides.iter().map(|side| slot(measure, Some(side))).collect()
        } else {
            vec![slot(measure, None)]
        }
    };
    registry().flat_map(of).collect()
}

/// The first eight bytes of the SHA-256 of a text, in hexadecimal.
fn digest(text: &str) -> String {
    let mut short = String::with_capacity(16);
    for byte in stats::digest(text).iter().take(8) {
        // Writing to a string cannot fail.
        let _ = write!(short, "{byte:02x}");
    }
    short
}

fn figure(found: &Measurement) -> Figure {
    let decimals = found.unit.decimals();
    let interval = numbers::rounded(found.interval, decimals);
    Figure {
        value: found.value.map(|value| numbers::round(value, decimals)),
        count: found.count,
        per: found.per,
        low: interval.map(|interval| interval.low),
        high: interval.map(|interval| interval.high),
        note: found.note.clone(),
    }
}
