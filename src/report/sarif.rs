//! SARIF 2.1.0, the form in which code hosts and editors take results of static analysis (OASIS standard, 2020).

use super::annotation::{Annotation, Weight, annotations};
use super::gate::{GateEvidence, GateOutcome, GateState};
use super::location::{Lines, file, uri};
use super::model::{ArticleReport, Place, Report};
use super::plain::{plain, plain_json};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Pieces of evidence that one result shows beside the first.
const RELATED: usize = 20;

/// One run with a result for every mark and every gate that fails; paths below `base` are relative. Needs the articles' texts in the report.
///
/// # Errors
/// When a value cannot be written as JSON, which no report holds.
pub fn sarif(report: &Report, base: &Path) -> serde_json::Result<String> {
    let mut rules: BTreeMap<String, Value> = BTreeMap::new();
    let mut results = Vec::new();
    for article in &report.articles {
        let lines = Lines::new(article);
        let gates = report
            .gates
            .iter()
            .filter(|gate| gate.article == article.id);
        for gate in gates.filter(|gate| counts(gate.state)) {
            let rule = format!("gate/{}", gate.measure);
            rules
                .entry(rule.clone())
                .or_insert_with(|| gate_rule(&rule, gate));
            results.push(gate_result(&rule, gate, article, &lines, base));
        }
        for mark in annotations(article) {
            rules
                .entry(mark.rule.clone())
                .or_insert_with(|| rule(&mark));
            results.push(result(&mark, article, &lines, base));
        }
    }
    let index: BTreeMap<&str, usize> = rules.keys().map(String::as_str).zip(0..).collect();
    for result in &mut results {
        let id = result["ruleId"].as_str().unwrap_or_default();
        result["ruleIndex"] = json!(index.get(id));
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "parallax",
                "version": report.tool_version,
                "semanticVersion": report.tool_version,
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.into_values().collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
            "properties": { "lexicons": report.lexicons },
        }],
    });
    let mut text = plain_json(&serde_json::to_string_pretty(&log)?).into_owned();
    text.push('\n');
    Ok(text)
}

const fn counts(state: GateState) -> bool {
    matches!(
        state,
        GateState::Failed | GateState::Accepted | GateState::Allowed
    )
}

fn rule(mark: &Annotation) -> Value {
    json!({
        "id": mark.rule,
        "shortDescription": { "text": mark.about },
        "defaultConfiguration": { "level": level(mark.weight) },
    })
}

fn gate_rule(id: &str, gate: &GateOutcome) -> Value {
    let measure = crate::measure::find(&gate.measure);
    let about = measure.map_or("", |measure| measure.meaning);
    let limits = measure.map_or("", |measure| measure.limits);
    json!({
        "id": id,
        "shortDescription": { "text": format!("A gate on {}", gate.measure) },
        "fullDescription": { "text": format!("{about} {limits}") },
        "defaultConfiguration": { "level": "error" },
    })
}

const fn level(weight: Weight) -> &'static str {
    match weight {
        Weight::Note => "note",
        Weight::Warning => "warning",
    }
}

fn result(mark: &Annotation, article: &ArticleReport, lines: &Lines, base: &Path) -> Value {
    json!({
        "ruleId": mark.rule,
        "level": level(mark.weight),
        "message": { "text": plain(&mark.message) },
        "locations": [location(article, lines, Some(mark.place), base)],
        "partialFingerprints": { "parallaxContext/v1": mark.fingerprint },
    })
}

fn gate_result(
    rule: &str,
    gate: &GateOutcome,
    article: &ArticleReport,
    lines: &Lines,
    base: &Path,
) -> Value {
    let first = gate.evidence.first().map(|found| found.span);
    let related = |(id, found): (usize, &GateEvidence)| {
        let mut location = location(article, lines, Some(found.span), base);
        location["id"] = json!(id);
        location["message"] = json!({ "text": plain(&format!("{} {}", found.id, found.text)) });
        location
    };
    let mut prints = Map::new();
    if let Some(found) = gate.evidence.first() {
        prints.insert("parallaxContext/v1".to_owned(), json!(found.fingerprint));
    }
    prints.insert(
        "parallaxGate/v1".to_owned(),
        json!(format!("{}#{}", gate.gate, gate.article)),
    );
    let mut result = json!({
        "ruleId": rule,
        "level": "error",
        "kind": "fail",
        "message": { "text": plain(&gate.message) },
        "locations": [location(article, lines, first, base)],
        "relatedLocations": gate.evidence.iter().enumerate().skip(1).take(RELATED).map(related).collect::<Vec<_>>(),
        "partialFingerprints": prints,
    });
    let kind = match gate.state {
        GateState::Accepted => Some("external"),
        GateState::Allowed => Some("inSource"),
        _ => None,
    };
    if let Some(kind) = kind {
        result["suppressions"] = json!([{ "kind": kind, "justification": plain(&gate.message) }]);
    }
    result
}

fn location(article: &ArticleReport, lines: &Lines, place: Option<Place>, base: &Path) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file(article), base) } });
    if let Some(region) = place.and_then(|place| lines.region(place)) {
        let mut shown = json!({ "startLine": region.line, "endLine": region.end_line });
        if let (Some(column), Some(end)) = (region.column, region.end_column) {
            shown["startColumn"] = json!(column);
            shown["endColumn"] = json!(end);
        }
        physical["region"] = shown;
    }
    json!({
        "physicalLocation": physical,
        "logicalLocations": [{ "name": plain(&article.id), "kind": "resource" }],
    })
}
