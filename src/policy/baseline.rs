//! What was accepted when the gates were introduced: known by its words, not by its place.

use crate::error::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Version of the file.
const VERSION: u32 = 1;

/// Failures of gates that a project has accepted. It is written by the program and kept beside the articles.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    /// The failures, in a fixed order.
    pub accepted: Vec<Accepted>,
}

/// One accepted failure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The gate: `sources.anonymous.share > 0.5`.
    pub gate: String,
    /// The article's id when it was accepted, for people; an article that was moved is still known.
    pub article: String,
    /// The figure when it was accepted. A worse one fails.
    pub figure: f64,
    /// Fingerprints of what the figure rests on. Anything new fails.
    pub evidence: BTreeSet<String>,
}

impl Accepted {
    /// Whether it knows a failure with this figure and evidence: nothing in it is new, and the figure is no worse.
    pub fn knows(&self, gate: &super::Gate, figure: f64, evidence: &BTreeSet<String>) -> bool {
        self.gate == gate.to_string()
            && evidence.is_subset(&self.evidence)
            && !gate.operator.worse(figure, self.figure)
    }
}

impl Baseline {
    /// With these failures.
    pub fn new(mut accepted: Vec<Accepted>) -> Self {
        accepted.sort_by(|one, other| {
            let key = |entry: &Accepted| (entry.article.clone(), entry.gate.clone());
            key(one)
                .cmp(&key(other))
                .then(one.evidence.cmp(&other.evidence))
        });
        accepted.dedup();
        Self {
            version: VERSION,
            accepted,
        }
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// Where it is no such file, with the line.
    pub fn parse(place: &str, text: &str) -> Result<Self, Problem> {
        let remedy = "mend it, or write it anew with --update-gate-baseline";
        let read: Self = serde_json::from_str(text).map_err(|error| {
            let said = error.to_string();
            let said = said.split(" at line ").next().unwrap_or_default();
            Problem::at_line(
                place,
                error.line() as u32,
                format!("is no baseline of gates: {said}; {remedy}"),
            )
        })?;
        if read.version != VERSION {
            let version = read.version;
            return Err(Problem::new(
                place,
                format!(
                    "is a baseline of version {version}, and this program reads version {VERSION}; {remedy}"
                ),
            ));
        }
        Ok(read)
    }

    /// The text of the file.
    ///
    /// # Errors
    /// When a value cannot be written as JSON, which no baseline holds.
    pub fn text(&self) -> serde_json::Result<String> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(crate::report::plain::plain_json(&text).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_baseline_is_read_again() {
        let entry = Accepted {
            gate: "loaded.headline > 0".to_owned(),
            article: "a.txt".to_owned(),
            figure: 2.0,
            evidence: ["x".to_owned()].into(),
        };
        let baseline = Baseline::new(vec![entry.clone(), entry]);
        assert_eq!(baseline.accepted.len(), 1);
        let text = baseline.text().expect("json");
        assert_eq!(Baseline::parse("b.json", &text), Ok(baseline));
    }

    #[test]
    fn malformed_files_are_named_with_their_line() {
        for (text, line) in [
            ("{\n\"version\": 1,\n}", Some(3)),
            ("[]", Some(1)),
            ("{\"version\": 1, \"acepted\": []}", Some(1)),
        ] {
            let problem = Baseline::parse("b.json", text).expect_err("malformed");
            assert_eq!(problem.line, line, "{problem}");
            assert!(
                problem.message.contains("--update-gate-baseline"),
                "{problem}"
            );
        }
        let problem =
            Baseline::parse("b.json", "{\"version\": 9, \"accepted\": []}").expect_err("later");
        assert!(problem.message.contains("version 9"), "{problem}");
    }
}
