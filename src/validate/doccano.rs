//! Gold as doccano exports it: JSON lines with a list of labels, or with entities and relations.

use super::gold::GoldArticle;
use super::linked::{Mark, linked};
use super::rows::{Row, labels, span, unlinked_roles};
use serde_json::Value;

/// Reads the annotation of a row into `article`.
pub(super) fn annotate(row: &Row, length: u32, article: &mut GoldArticle) -> Result<(), String> {
    let (marks, links) = if let Some(list) = row.get("entities") {
        (entities(list, length)?, relations(row.get("relations"))?)
    } else {
        let list = row.get("label").unwrap_or(&Value::Null);
        (label_list(list, length)?, Vec::new())
    };
    if !row.contains_key("entities") {
        let role = |mark: &&Mark| matches!(mark.label.as_str(), "source" | "cue" | "content");
        if let Some(mark) = marks.iter().find(role) {
            return Err(unlinked_roles(&mark.label));
        }
    }
    let found = linked(&marks, &links).map_err(|(_, message)| message)?;
    article.attributions = Some(found.attributions);
    article.labels = Some(found.labels);
    article.ignore = found.ignore;
    Ok(())
}

fn label_list(value: &Value, length: u32) -> Result<Vec<Mark>, String> {
    let marks = labels(value, length)?.into_iter().zip(1..);
    Ok(marks
        .map(|((start, end, label), number)| Mark {
            id: number.to_string(),
            label,
            spans: vec![[start, end]],
        })
        .collect())
}

fn entities(value: &Value, length: u32) -> Result<Vec<Mark>, String> {
    let list = value.as_array().ok_or(
        "has `entities` that are no list; export entities and relations from doccano as JSONL",
    )?;
    list.iter()
        .map(|item| {
            let field = |name: &str| item.get(name).cloned().unwrap_or(Value::Null);
            let place = Value::Array(vec![field("start_offset"), field("end_offset")]);
            let label = item.get("label").and_then(Value::as_str);
            let label = label.ok_or_else(|| format!("has the entity {item} without a `label`"))?;
            Ok(Mark {
                id: field("id").to_string(),
                label: label.trim().to_lowercase(),
                spans: vec![span(&place, "entities", length)?],
            })
        })
        .collect()
}

fn relations(value: Option<&Value>) -> Result<Vec<(String, String)>, String> {
    let list = match value {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(value) => value.as_array().ok_or(
            "has `relations` that are no list; export entities and relations from doccano as JSONL",
        )?,
    };
    list.iter()
        .map(|item| match (item.get("from_id"), item.get("to_id")) {
            (Some(from), Some(to)) => Ok((from.to_string(), to.to_string())),
            _ => Err(format!(
                "has the relation {item} without `from_id` or `to_id`"
            )),
        })
        .collect()
}
