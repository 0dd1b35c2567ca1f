//! `parallax config`: what holds, and where each value came from, as TOML that can be read again.

use super::keys::KEYS;
use super::read::Value;
use super::{From, Resolved};
use parallax::report::plain::plain;
use std::fmt::Write as _;

/// The resolved configuration.
pub(crate) fn show(resolved: &Resolved) -> String {
    let place = resolved.place();
    let mut text = match resolved.path {
        Some(_) => format!("# from {}\n", plain(&place)),
        None => "# no parallax.toml was found: these are the defaults\n".to_owned(),
    };
    let mut lines = Vec::new();
    let mut table = "";
    for (key, (_, value, from)) in KEYS.iter().zip(&resolved.values) {
        let (of, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if of != table {
            table = of;
            lines.push((String::new(), String::new()));
            lines.push((format!("[{of}]"), String::new()));
        }
        let origin = match from {
            From::Default => "default".to_owned(),
            From::File(line) => format!("{}:{line}", plain(&place)),
            From::Flag => "flag".to_owned(),
        };
        lines.push(match value {
            Some(value) => (format!("{name} = {}", written(value)), origin),
            None if key.default.is_empty() => (format!("# {name} is not set"), origin),
            None => (format!("{name} = {}", key.default), origin),
        });
    }
    for over in &resolved.overrides {
        let origin = format!("{}:{}", plain(&place), over.line);
        lines.push((String::new(), String::new()));
        lines.push(("[[override]]".to_owned(), origin));
        lines.push((format!("files = {}", list(&over.globs)), String::new()));
        if let Some(gates) = &over.gates {
            let gates: Vec<String> = gates.iter().map(|gate| gate.written.clone()).collect();
            lines.push((format!("fail_on = {}", list(&gates)), String::new()));
        }
        lines.push((format!("phrases = {}", list(&over.phrases)), String::new()));
        lines.push((format!("entries = {}", list(&over.entries)), String::new()));
    }
    let width = lines
        .iter()
        .map(|(line, _)| line.chars().count())
        .max()
        .unwrap_or(0)
        .min(48);
    for (line, origin) in lines {
        // Writing to a string cannot fail.
        let _ = if origin.is_empty() {
            writeln!(text, "{line}")
        } else {
            writeln!(text, "{line:width$}  # {origin}")
        };
    }
    text
}

fn written(value: &Value) -> String {
    match value {
        Value::Texts(texts) => list(texts),
        Value::Text(text) => quoted(text),
        Value::Whole(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
    }
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

fn quoted(text: &str) -> String {
    let text = toml::Value::String(text.to_owned()).to_string();
    plain(&text).into_owned()
}
