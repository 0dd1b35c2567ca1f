//! The arithmetic of chance: intervals, tests and their adjustment (measures §6.3–6.5). Pure functions of numbers.
// The letters of the formulas are the names that their readers look for.
#![allow(clippy::many_single_char_names)]

mod beta;
mod bootstrap;
mod fisher;
mod gamma;
mod multiple;
mod power;
mod random;
mod rates;

pub use beta::{beta_cdf, beta_quantile};
pub use bootstrap::{Portion, REPLICATES, bootstrap};
pub use fisher::fisher_exact;
pub use gamma::{gamma_cdf, gamma_quantile, ln_gamma};
pub use multiple::{benjamini_hochberg, holm};
pub use power::words_needed;
pub use random::{SplitMix64, digest, seed};
pub use rates::{RateComparison, cohens_h, compare_rates, proportion_interval, rate_interval};

use serde::Serialize;

/// Variance over mean of loaded terms per article, by which counts are deflated: 1.58 in BASIL.
pub const CLUSTERING: f64 = 1.6;
/// Probability left outside an interval on each side.
pub(crate) const TAIL: f64 = 0.025;

/// A 95 % interval, in the unit of its value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}
