//! The JSON Schema of `parallax.toml`, for editors, from the list of keys.

use super::keys::{KEYS, Key, Kind, OVERRIDE, formats};
use serde_json::{Map, Value, json};

/// The schema (draft 2020-12), indented, with a newline at the end.
pub(crate) fn schema() -> String {
    let mut properties = Map::new();
    for key in KEYS {
        match key.name.split_once('.') {
            None => drop(properties.insert(key.name.to_owned(), value(key))),
            Some((table, name)) => {
                let table = properties.entry(table).or_insert_with(
                    || json!({ "type": "object", "additionalProperties": false, "properties": {} }),
                );
                table["properties"][name] = value(key);
            }
        }
    }
    let over: Map<String, Value> = OVERRIDE
        .iter()
        .map(|key| (key.name.to_owned(), value(key)))
        .collect();
    properties.insert("override".to_owned(), json!({
        "type": "array",
        "description": "What holds for some files only.",
        "items": { "type": "object", "additionalProperties": false, "required": ["files"], "properties": over },
    }));
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "parallax.toml",
        "description": "Configuration of parallax.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    format!("{schema:#}\n")
}

fn value(key: &Key) -> Value {
    let mut value = match key.kind {
        Kind::Texts | Kind::Paths => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Path => json!({ "type": "string" }),
        Kind::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Format => json!({ "enum": formats() }),
        Kind::Choice(choices) => json!({ "enum": choices }),
    };
    value["description"] = key.about.into();
    let default = format!("x = {}", key.default).parse::<toml::Table>().ok();
    if let Some(default) = default.and_then(|table| serde_json::to_value(&table["x"]).ok()) {
        value["default"] = default;
    }
    value
}
