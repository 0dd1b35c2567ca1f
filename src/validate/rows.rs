//! Rows of JSON lines: objects, spans and the project's own form of gold.

use super::doccano;
use super::gold::{GoldArticle, Label, Relation};
use crate::error::Problem;
use serde_json::{Map, Value};

/// One row.
pub(super) type Row = Map<String, Value>;

/// The objects of JSON lines with their line numbers; what is none is a problem.
pub(super) fn objects(place: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Vec<(u32, Row)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut rows = Vec::new();
    for (line, number) in bytes.split(|&byte| byte == b'\n').zip(1..) {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let read = std::str::from_utf8(line)
            .map_err(|_| "is not UTF-8; save the file as UTF-8".to_owned())
            .and_then(|line| {
                serde_json::from_str(line).map_err(|error| {
                    let said = error.to_string();
                    let said = said.split(" at line ").next().unwrap_or_default();
                    format!(
                        "is not valid JSON: {said} (column {}); write one JSON object a line",
                        error.column()
                    )
                })
            });
        match read {
            Ok(Value::Object(row)) => rows.push((number, row)),
            Ok(_) => problems.push(Problem::at_line(
                place,
                number,
                "is not a JSON object; write one object a line",
            )),
            Err(message) => problems.push(Problem::at_line(place, number, message)),
        }
    }
    rows
}

/// The annotated article of a row.
pub(super) fn article(row: &Row, place: &str, line: u32) -> Result<GoldArticle, String> {
    let text = ["text", "data"]
        .iter()
        .find_map(|name| row.get(*name)?.as_str())
        .ok_or("has no `text`; the spans of the annotation are places in it")?;
    if text.trim().is_empty() {
        return Err("has an empty `text`; give the article that was annotated".to_owned());
    }
    let length = text.chars().count() as u32;
    let mut article = GoldArticle {
        id: id(row).unwrap_or_else(|| format!("{place}:{line}")),
        place: place.to_owned(),
        line: Some(line),
        text: text.to_owned(),
        title: row.get("title").and_then(Value::as_str).map(str::to_owned),
        biased: biased(row)?,
        ..GoldArticle::default()
    };
    if is_doccano(row) {
        doccano::annotate(row, length, &mut article)?;
        return Ok(article);
    }
    article.attributions = row
        .get("attributions")
        .map(|list| relations(list, length))
        .transpose()?;
    article.labels = row
        .get("labels")
        .map(|list| labels(list, length))
        .transpose()?;
    if let Some(list) = row.get("ignore") {
        article.ignore = spans(list, "ignore", length)?;
    }
    if article.attributions.is_none() && article.labels.is_none() {
        return Err("has neither `attributions` nor `labels`, nor doccano's `entities` or `label`; write an empty list where there is nothing to mark".to_owned());
    }
    let roles = article.labels.iter().flatten();
    if let Some((.., role)) = roles
        .into_iter()
        .find(|(.., kind)| matches!(kind.as_str(), "source" | "cue" | "content"))
    {
        return Err(unlinked_roles(role));
    }
    Ok(article)
}

/// Whether doccano wrote the row.
pub(super) fn is_doccano(row: &Row) -> bool {
    row.contains_key("entities") || row.contains_key("label")
}

/// What is wrong with roles that stand in a list of labels.
pub(super) fn unlinked_roles(role: &str) -> String {
    format!(
        "marks a {role} in a list of labels, where nothing tells which cue it goes with; annotate and export entities with relations"
    )
}

/// The id, a text or a number.
pub(super) fn id(row: &Row) -> Option<String> {
    match row.get("id")? {
        Value::String(id) if !id.is_empty() => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

fn biased(row: &Row) -> Result<Option<bool>, String> {
    match row.get("biased") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(biased)) => Ok(Some(*biased)),
        Some(Value::Number(number)) if number.as_u64().is_some_and(|number| number < 2) => {
            Ok(Some(number.as_u64() == Some(1)))
        }
        Some(other) => Err(format!("has {other} as `biased`; write true or false")),
    }
}

/// `[start, end)` in code points of a text of `length`.
pub(super) fn span(value: &Value, what: &str, length: u32) -> Result<[u32; 2], String> {
    let wrong = || {
        format!(
            "has {value} in `{what}`; write [start, end] in Unicode code points, 0 ≤ start < end ≤ {length}"
        )
    };
    let list = value.as_array().ok_or_else(wrong)?;
    let at = |index: usize| {
        let number = list.get(index)?.as_u64()?;
        u32::try_from(number).ok()
    };
    match (at(0), at(1)) {
        (Some(start), Some(end)) if start < end && end <= length => Ok([start, end]),
        _ => Err(wrong()),
    }
}

/// A list of spans; nothing is an empty list.
pub(super) fn spans(value: &Value, what: &str, length: u32) -> Result<Vec<[u32; 2]>, String> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Array(list) => list.iter().map(|item| span(item, what, length)).collect(),
        other => Err(format!(
            "has {other} as `{what}`; write a list of [start, end]"
        )),
    }
}

/// A list of relations.
pub(super) fn relations(value: &Value, length: u32) -> Result<Vec<Relation>, String> {
    let list = value.as_array().ok_or("has `attributions` that are no list; write [{\"source\": […], \"cue\": […], \"content\": […]}]")?;
    list.iter()
        .map(|item| {
            let object = item.as_object().ok_or_else(|| format!("has {item} in `attributions`; write an object with `source`, `cue` and `content`"))?;
            let role = |name: &str| match object.get(name) {
                None => Ok(Vec::new()),
                Some(value) => spans(value, name, length),
            };
            let relation = Relation {
                source: role("source")?,
                cue: role("cue")?,
                content: role("content")?,
            };
            if relation.cue.is_empty() && relation.content.is_empty() {
                return Err(format!("has an attribution without cue and content: {item}"));
            }
            Ok(relation)
        })
        .collect()
}

/// A list of labels `[start, end, kind]`; what follows the kind is not read.
pub(super) fn labels(value: &Value, length: u32) -> Result<Vec<Label>, String> {
    let list = value
        .as_array()
        .ok_or("has `labels` that are no list; write [[start, end, \"loaded\"]]")?;
    list.iter()
        .map(|item| {
            let [start, end] = span(item, "labels", length)?;
            let kind = item.get(2).and_then(Value::as_str).ok_or_else(|| {
                format!("has the label {item} without a kind; write [start, end, \"loaded\"]")
            })?;
            Ok((start, end, kind.trim().to_lowercase()))
        })
        .collect()
}
