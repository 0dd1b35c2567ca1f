//! The JSON Schema of the report, derived from the types that write it.

use super::model::Report;

/// The schema (draft 2020-12) as indented JSON with a newline at the end.
///
/// # Errors
/// When a value cannot be written as JSON, which no schema holds.
pub fn pretty() -> serde_json::Result<String> {
    let schema = schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Report>();
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    Ok(text)
}
