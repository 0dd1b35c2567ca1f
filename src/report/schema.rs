//! The JSON Schema of the report, derived from the types that write it.

use super::model::Report;
use super::revision::RevisionReport;
use schemars::JsonSchema;

/// The schema (draft 2020-12) as indented JSON with a newline at the end.
///
/// # Errors
/// When a value cannot be written as JSON, which no schema holds.
pub fn pretty() -> serde_json::Result<String> {
    of::<Report>()
}

/// The schema of what `diff` finds, likewise.
///
/// # Errors
/// When a value cannot be written as JSON, which no schema holds.
pub fn revision() -> serde_json::Result<String> {
    of::<RevisionReport>()
}

fn of<Model: JsonSchema>() -> serde_json::Result<String> {
    let schema = schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Model>();
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    Ok(text)
}
