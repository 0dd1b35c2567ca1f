//! Finds what an evidence id stands for, in any part of the model that holds one: a new kind of evidence needs no line here.

use super::model::{ArticleReport, Place};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// One thing in the text that a number rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where it stands.
    pub place: Place,
    /// As written, or what it is called.
    pub text: String,
}

/// All things of an article that have an id and a place.
pub fn evidence(article: &ArticleReport) -> BTreeMap<String, Evidence> {
    let mut found = BTreeMap::new();
    // Strings and numbers only: nothing in it can fail to be written.
    let Ok(Value::Object(model)) = serde_json::to_value(article) else {
        return found;
    };
    let points: Vec<usize> = article
        .text
        .iter()
        .flat_map(|text| text.char_indices())
        .map(|(at, _)| at)
        .collect();
    for item in model.values().filter_map(Value::as_array).flatten() {
        if let (Some(id), Some(place)) = (item["id"].as_str(), place(item)) {
            let named = ["text", "name"].iter().find_map(|key| item[*key].as_str());
            let named = named.or_else(|| item["cue"]["text"].as_str());
            let text = match (named, &article.text) {
                (Some(text), _) if !text.is_empty() => text.to_owned(),
                (_, Some(whole)) => cut(whole, &points, place).to_owned(),
                _ => String::new(),
            };
            found.insert(id.to_owned(), Evidence { place, text });
        }
    }
    found
}

/// The text of a place; `points` are the bytes at which the code points begin.
fn cut<'t>(text: &'t str, points: &[usize], [start, end]: Place) -> &'t str {
    let byte = |point: u32| points.get(point as usize).copied().unwrap_or(text.len());
    text.get(byte(start)..byte(end)).unwrap_or_default()
}

/// The first place that an item of the model names.
fn place(item: &Value) -> Option<Place> {
    let pair = |value: &Value| {
        let [start, end] = value.as_array()?.as_slice() else {
            return None;
        };
        Some([start.as_u64()? as u32, end.as_u64()? as u32])
    };
    let bounds = || Some([item["start"].as_u64()? as u32, item["end"].as_u64()? as u32]);
    bounds()
        .or_else(|| pair(&item["span"]))
        .or_else(|| pair(&item["spans"][0]))
        .or_else(|| pair(&item["cue"]["spans"][0]))
        .or_else(|| pair(&item["mentions"][0]))
        .or_else(|| pair(&item["content"]["spans"][0]))
}

/// Gives each thing of one article a name that does not change when text is added, moved or re-wrapped elsewhere: a digest of its kind,
/// its words and the sentence around them; the second of two that are equal gets another.
#[derive(Debug)]
pub struct Fingerprints<'a> {
    text: &'a str,
    points: Vec<usize>,
    used: BTreeMap<String, u32>,
}

impl<'a> Fingerprints<'a> {
    /// For an article whose text is kept in the report.
    pub fn new(article: &'a ArticleReport) -> Self {
        let text = article.text.as_deref().unwrap_or_default();
        Self {
            text,
            points: text.char_indices().map(|(at, _)| at).collect(),
            used: BTreeMap::new(),
        }
    }

    /// The fingerprint of what stands at `place` and is found by `rule`.
    pub fn of(&mut self, rule: &str, place: Place) -> String {
        let words = cut(self.text, &self.points, place);
        let digest = digest(&[rule, words, self.sentence(place)]);
        let uses = self.used.entry(digest.clone()).or_insert(0);
        *uses += 1;
        format!("{digest}:{uses}")
    }

    /// The fingerprint of the whole text.
    pub fn whole(&self, rule: &str) -> String {
        format!("{}:1", digest(&[rule, self.text]))
    }

    /// From the mark that ends the sentence before to the one that ends this.
    fn sentence(&self, [start, end]: Place) -> &'a str {
        const ENDS: [char; 5] = ['.', '!', '?', '…', '\n'];
        // A text without ends of sentences costs no more than another.
        const FAR: usize = 400;
        let byte = |point: u32| {
            let point = self.points.get(point as usize);
            point.copied().unwrap_or(self.text.len())
        };
        let (start, end) = (byte(start), byte(end).max(byte(start)));
        let first = self.text.floor_char_boundary(start.saturating_sub(FAR));
        let last = self
            .text
            .ceil_char_boundary((end + FAR).min(self.text.len()));
        let from = self.text[first..start]
            .rfind(ENDS)
            .map_or(first, |at| first + at + 1);
        let to = self.text[end..last].find(ENDS).map_or(last, |at| end + at);
        self.text.get(from..to).unwrap_or_default()
    }
}

/// The first eight bytes of the SHA-256 of the parts, white space made even.
fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        for word in part.split_whitespace() {
            hash.update(word.as_bytes());
            hash.update(b" ");
        }
        hash.update(b"\0");
    }
    let mut text = String::with_capacity(16);
    for byte in hash.finalize().iter().take(8) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
