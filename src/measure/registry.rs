//! What a measure declares about itself. Tables, JSON, `explain` and the guide are made from these declarations.

use crate::lexicon::Lexicon;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// The unit of a value, which also fixes how it is rounded and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A whole number of words.
    Words,
    /// A whole number of things: sentences, reports, sources, terms.
    Count,
    /// A rate: things per 1,000 words.
    PerThousandWords,
    /// A part of a whole, 0–1; shown in percent.
    Share,
    /// A dimensionless number, such as an effective number of sources.
    Number,
    /// Bits of Shannon entropy.
    Bits,
}

impl Unit {
    /// Decimals that are kept in machine formats: a rate has one, a share one of its percent.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Words | Self::Count => 0,
            Self::PerThousandWords => 1,
            Self::Share => 3,
            Self::Number | Self::Bits => 4,
        }
    }
}

/// The words for it, for a column's header or a sentence.
impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Words => "words",
            Self::Count => "count",
            Self::PerThousandWords => "per 1,000 words",
            Self::Share => "share",
            Self::Number => "number",
            Self::Bits => "bits",
        })
    }
}

/// How the interval of a measure is computed (measures §6.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntervalKind {
    /// No sampling is thought of: a plain count.
    None,
    /// Jeffreys interval of a Poisson rate, deflated for clustering.
    Rate,
    /// Bootstrap over sentences.
    Sentences,
    /// Jeffreys interval of a proportion of few things; from ten on.
    Proportion,
}

/// One measure, declared once.
#[derive(Debug, PartialEq, Eq)]
pub struct Measure {
    /// Name in JSON, gates and `explain`: dotted, never reused.
    pub id: &'static str,
    /// Number in the method's index: `M1.1`.
    pub code: &'static str,
    /// Name in tables.
    pub name: &'static str,
    /// Unit of the value.
    pub unit: Unit,
    /// What the count is held against; empty for plain counts.
    pub denominator: &'static str,
    /// How it is computed.
    pub formula: &'static str,
    /// What it says, for a reader.
    pub meaning: &'static str,
    /// What it does not say.
    pub limits: &'static str,
    /// Where the idea or the formula comes from.
    pub source: &'static str,
    /// What its evidence consists of.
    pub evidence: &'static str,
    /// Which values are possible and which are usual.
    pub range: &'static str,
    /// Its interval.
    pub interval: IntervalKind,
    /// Whether `compare` tests it between articles.
    pub tested: bool,
    /// Whether it is made once for each declared side.
    pub per_side: bool,
}

impl Measure {
    /// A declaration to be completed with `..Measure::BLANK`.
    pub(super) const BLANK: Self = Self {
        id: "",
        code: "",
        name: "",
        unit: Unit::Count,
        denominator: "",
        formula: "",
        meaning: "",
        limits: "",
        source: "",
        evidence: "",
        range: "0 and more",
        interval: IntervalKind::None,
        tested: false,
        per_side: false,
    };
}

/// Measures that belong together: one table of a report.
#[derive(Debug)]
pub struct Family {
    /// First part of the ids: `loaded`.
    pub name: &'static str,
    /// Title of the table.
    pub title: &'static str,
    /// Its measures, in the order of the table.
    pub measures: &'static [Measure],
    /// Computes them.
    pub(super) measure: fn(&super::Subject<'_>, &mut super::Sheet),
}

/// All families, in the order of reports.
pub static FAMILIES: &[Family] = &[
    super::voices::FAMILY,
    super::reports::FAMILY,
    super::stance::FAMILY,
    super::sources::FAMILY,
    super::sides::FAMILY,
    super::loaded::FAMILY,
    super::harm::FAMILY,
    super::harm::SIDES,
    super::harm::CASUALTIES,
    super::epistemic::FAMILY,
    super::naming::FAMILY,
    super::claims::FAMILY,
    super::context::FAMILY,
    super::headline::FAMILY,
    super::markers::FAMILY,
];

/// All measures, in the order of reports.
pub fn registry() -> impl Iterator<Item = &'static Measure> {
    FAMILIES.iter().flat_map(|family| family.measures)
}

/// The measure with this id.
pub fn find(id: &str) -> Option<&'static Measure> {
    static BY_ID: OnceLock<FxHashMap<&str, &Measure>> = OnceLock::new();
    let by_id = || registry().map(|measure| (measure.id, measure)).collect();
    BY_ID.get_or_init(by_id).get(id).copied()
}

/// A digest of all packs: numbers with the same digest are comparable.
pub fn lexicon_digest(lexicon: &Lexicon) -> String {
    let mut digests: Vec<&str> = lexicon
        .packs()
        .iter()
        .map(|pack| pack.digest.as_str())
        .collect();
    digests.sort_unstable();
    digests.concat()
}
