//! The answers that are scored: the tool's own, or somebody else's in the standoff form.

use super::gold::{GoldArticle, Relation};
use super::rows;
use crate::analyzer::Analyzer;
use crate::article::{Articles, ReadOptions};
use crate::error::Problem;
use crate::report::standoff::standoff;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Cursor;

/// What was answered about one article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Who says what.
    pub attributions: Vec<Relation>,
    /// Loaded wording, with its weight.
    pub loaded: Vec<([u32; 2], f64)>,
    /// How biased the sentence is; the sum of the weights where nobody says.
    pub score: Option<f64>,
}

/// The tool's answers, in the order of the gold, and why it has none for some: no running text was found in them.
pub fn own(analyzer: &Analyzer, gold: &[GoldArticle]) -> (Vec<Option<Answer>>, Vec<Problem>) {
    let answers: Vec<Result<Answer, Problem>> = gold
        .par_iter()
        .map(|article| one(analyzer, article))
        .collect();
    let mut notes = Vec::new();
    let answers = answers
        .into_iter()
        .map(|answer| answer.map_err(|note| notes.push(note)).ok())
        .collect();
    (answers, notes)
}

/// Reads and analyses an article as `score` would read its record.
fn one(analyzer: &Analyzer, gold: &GoldArticle) -> Result<Answer, Problem> {
    let record = json!({"id": gold.id, "title": gold.title, "text": gold.text});
    let input = Cursor::new(record.to_string());
    let mut articles = Articles::from_reader(
        input,
        "record.jsonl",
        analyzer.zone_rules(),
        &ReadOptions::default(),
    );
    let article = match articles.next() {
        Some(Ok(article)) => article,
        Some(Err(problem)) => {
            return Err(gold.problem(format!("{}; scored as without any answer", problem.message)));
        }
        None => return Err(gold.problem("holds no article; scored as without any answer")),
    };
    let row = standoff(&analyzer.analyze(&article), analyzer.lexicon());
    Ok(Answer {
        attributions: row
            .attributions
            .into_iter()
            .map(|found| Relation {
                source: found.source,
                cue: found.cue,
                content: found.content,
            })
            .collect(),
        loaded: row
            .labels
            .into_iter()
            .map(|(start, end, _, weight, ..)| ([start, end], f64::from(weight)))
            .collect(),
        score: None,
    })
}

/// Somebody else's answers, in the order of the gold: rows of standoff, found by id.
pub fn from_json_lines(
    place: &str,
    bytes: &[u8],
    gold: &[GoldArticle],
) -> (Vec<Option<Answer>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let lengths: BTreeMap<&str, u32> = gold
        .iter()
        .map(|article| (article.id.as_str(), article.text.chars().count() as u32))
        .collect();
    let mut answers: BTreeMap<String, Answer> = BTreeMap::new();
    for (line, row) in rows::objects(place, bytes, &mut problems) {
        let read = rows::id(&row)
            .ok_or_else(|| "has no `id`; answers are found by the ids of the gold".to_owned())
            .and_then(|id| {
                let Some(&length) = lengths.get(id.as_str()) else {
                    // Answers to more than was asked do no harm.
                    return Ok(());
                };
                let answer = answer(&row, length)?;
                match answers.insert(id.clone(), answer) {
                    None => Ok(()),
                    Some(_) => Err(format!(
                        "has the id {id:?} a second time; this row was taken"
                    )),
                }
            });
        if let Err(message) = read {
            problems.push(Problem::at_line(place, line, message));
        }
    }
    if answers.is_empty() {
        problems.push(Problem::new(
            place,
            "answers no article of the gold; its `id`s must be those of the gold",
        ));
    }
    problems.sort_by_key(|problem| problem.line);
    let answers = gold
        .iter()
        .map(|article| answers.remove(&article.id))
        .collect();
    (answers, problems)
}

fn answer(row: &rows::Row, length: u32) -> Result<Answer, String> {
    let attributions = match row.get("attributions") {
        None => Vec::new(),
        Some(list) => rows::relations(list, length)?,
    };
    let weighted = |list: &Value, name: &str, at: usize, wanted: Option<&str>| {
        let items = list
            .as_array()
            .ok_or_else(|| format!("has `{name}` that are no list"))?;
        items
            .iter()
            .filter(|item| {
                wanted.is_none_or(|kind| item.get(2).and_then(Value::as_str) == Some(kind))
            })
            .map(|item| {
                let weight = item.get(at).and_then(Value::as_f64).unwrap_or(1.0);
                Ok((rows::span(item, name, length)?, weight))
            })
            .collect::<Result<Vec<_>, String>>()
    };
    let loaded = match (row.get("loaded"), row.get("labels")) {
        (Some(list), _) => weighted(list, "loaded", 2, None)?,
        (None, Some(list)) => weighted(list, "labels", 3, Some("loaded"))?,
        (None, None) => Vec::new(),
    };
    Ok(Answer {
        attributions,
        loaded,
        score: row.get("score").and_then(Value::as_f64),
    })
}
