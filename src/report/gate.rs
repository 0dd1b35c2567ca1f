//! How a gate went for one article: what every format shows of it. Gates are evaluated in `policy`.

use super::Place;
use crate::measure::Unit;
use serde::{Deserialize, Serialize};

/// How one gate went for one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GateOutcome {
    /// The gate as it was written: `anonymous_share > 0.5`.
    pub gate: String,
    /// Id of the article.
    pub article: String,
    /// The measure that it looks at.
    pub measure: String,
    /// Which number of the measure.
    pub bound: Bound,
    /// Unit of the figure and of the limit.
    pub unit: Unit,
    /// The figure; `null` where it cannot be measured here, which never fails.
    pub figure: Option<f64>,
    /// What the figure is held against.
    pub limit: f64,
    /// How it went.
    pub state: GateState,
    /// The whole outcome in one sentence.
    pub message: String,
    /// What the figure rests on, in the order of the text.
    pub evidence: Vec<GateEvidence>,
}

/// Which number of a measure a gate looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The value itself.
    Value,
    /// The lower end of its interval.
    Low,
    /// The upper end of its interval.
    High,
}

/// How a gate went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GateState {
    /// It holds.
    Passed,
    /// It does not: the exit code is 1.
    Failed,
    /// It does not, and the baseline knows it.
    Accepted,
    /// It does not, and the article itself says why that is so.
    Allowed,
    /// There is no figure, which is no failure.
    NotMeasured,
}

/// One thing that a figure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GateEvidence {
    /// Its evidence id.
    pub id: String,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Line of the file, from 1; `null` where the article is a record of a JSON document.
    pub line: Option<u32>,
    /// Column in that line in code points, from 1; `null` where the article is a record.
    pub column: Option<u32>,
    /// What it is, by its words and their sentence and not by its place.
    pub fingerprint: String,
}
