//! What a measure is, in words: from the registry alone.

use super::registry::{Measure, registry};
use std::fmt::Write as _;

/// How alike two names must be to be suggested, 0–1.
const ALIKE: f64 = 0.7;

/// What a measure says, how it is computed and what it does not say; for an unknown name, the nearest ones.
pub fn explain(id: &str) -> String {
    let wanted = id.trim().to_lowercase();
    let found: Vec<&Measure> = registry()
        .filter(|measure| measure.id == wanted || measure.code.to_lowercase() == wanted)
        .collect();
    if found.is_empty() {
        return unknown(id, &wanted);
    }
    found.into_iter().map(text).collect::<Vec<_>>().join("\n")
}

fn text(measure: &Measure) -> String {
    let mut text = format!("{}  {}  ({})\n", measure.code, measure.id, measure.name);
    let unit = match measure.denominator {
        "" => measure.unit.to_string(),
        of => format!("{}, of {of}", measure.unit),
    };
    for (label, value) in [
        ("meaning", measure.meaning),
        ("unit", unit.as_str()),
        ("formula", measure.formula),
        ("range", measure.range),
        ("evidence", measure.evidence),
        ("limits", measure.limits),
        ("source", measure.source),
    ] {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {label:<9} {value}");
    }
    text
}

fn unknown(id: &str, wanted: &str) -> String {
    let mut near: Vec<(f64, &str)> = registry()
        .map(|measure| (strsim::jaro_winkler(wanted, measure.id), measure.id))
        .filter(|(alike, name)| *alike >= ALIKE || name.contains(wanted) && wanted.len() > 2)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let names: Vec<&str> = near.into_iter().take(3).map(|(_, name)| name).collect();
    if names.is_empty() {
        format!("no measure is called \"{id}\"")
    } else {
        format!(
            "no measure is called \"{id}\"; did you mean {}?",
            names.join(", ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_explained_by_id_and_by_code() {
        let by_id = explain("loaded.strong.author");
        assert!(by_id.starts_with("M1.1  loaded.strong.author"), "{by_id}");
        assert!(
            by_id.contains("1000 ·") && by_id.contains("per 1,000 words, of author's body words")
        );
        assert!(explain("m2.4").contains("claims.unattributed.share"));
    }

    #[test]
    fn an_unknown_name_suggests_the_nearest() {
        assert!(explain("loaded.strong.autor").contains("did you mean loaded.strong.author"));
        assert_eq!(explain("xyzzyx"), "no measure is called \"xyzzyx\"");
    }
}
