//! Figures with their intervals, by drawing articles.

use crate::report::numbers;
use crate::stats::{Interval, SplitMix64};
use rayon::prelude::*;
use serde::{Serialize, Serializer};

/// How many times the articles are drawn.
pub const RESAMPLES: usize = 1000;

/// What a figure is called and means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its id in JSON: `cue.f1`.
    pub id: &'static str,
    /// What it is called in a table.
    pub name: &'static str,
    /// What it says, in a few words.
    pub meaning: &'static str,
    /// Decimals in a table.
    pub decimals: usize,
}

/// One figure of one section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// Which figure.
    pub id: &'static str,
    /// Its value; `None` where there is nothing to compute it from.
    #[serde(serialize_with = "rounded_value")]
    pub value: Option<f64>,
    /// 95 % of the values over articles drawn with replacement lie within; `None` for fewer than two articles.
    #[serde(serialize_with = "rounded_interval")]
    pub interval: Option<Interval>,
    /// How it is shown.
    #[serde(skip)]
    pub kind: Kind,
}

/// Decimals in JSON.
const DECIMALS: u32 = 6;

// The signatures are serde's.
#[allow(clippy::ref_option)]
fn rounded_value<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    value
        .map(|value| numbers::round(value, DECIMALS))
        .serialize(serializer)
}

#[allow(clippy::ref_option)]
fn rounded_interval<S: Serializer>(
    interval: &Option<Interval>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    numbers::rounded(*interval, DECIMALS).serialize(serializer)
}

/// A part out of a whole, 0 for an empty whole beside something to find: nothing was found.
pub(super) fn ratio(part: u64, whole: u64, other: u64) -> Option<f64> {
    match whole {
        0 if other == 0 => None,
        0 => Some(0.0),
        _ => Some(part as f64 / whole as f64),
    }
}

/// The harmonic mean.
pub(super) fn f1(precision: Option<f64>, recall: Option<f64>) -> Option<f64> {
    let (p, r) = (precision?, recall?);
    Some(if p + r > 0.0 {
        2.0 * p * r / (p + r)
    } else {
        0.0
    })
}

/// All figures of a section. `compute` gives them for articles of which each counts as often as its weight says.
pub(super) fn figures<const N: usize>(
    kinds: &'static [Kind; N],
    articles: usize,
    seed: u64,
    compute: impl Fn(&[u32]) -> [Option<f64>; N] + Sync,
) -> Vec<Figure> {
    let values = compute(&vec![1; articles]);
    let drawn: Vec<[Option<f64>; N]> = if articles < 2 {
        Vec::new()
    } else {
        let mut random = SplitMix64::new(seed);
        let seeds: Vec<u64> = (0..RESAMPLES).map(|_| random.next_u64()).collect();
        seeds
            .into_par_iter()
            .map(|seed| compute(&draw(articles, seed)))
            .collect()
    };
    kinds
        .iter()
        .zip(values)
        .enumerate()
        .map(|(column, (kind, value))| Figure {
            id: kind.id,
            value,
            interval: value
                .and_then(|_| percentiles(drawn.iter().filter_map(|row| row[column]).collect())),
            kind: *kind,
        })
        .collect()
}

/// How often each article is drawn.
fn draw(articles: usize, seed: u64) -> Vec<u32> {
    let mut random = SplitMix64::new(seed);
    let mut weights = vec![0; articles];
    for _ in 0..articles {
        weights[random.below(articles as u64) as usize] += 1;
    }
    weights
}

/// The ends between which 95 % of the values lie; `None` where fewer than half of the draws gave one.
fn percentiles(mut values: Vec<f64>) -> Option<Interval> {
    const TAIL: f64 = 0.025;
    if values.len() * 2 < RESAMPLES {
        return None;
    }
    values.sort_unstable_by(f64::total_cmp);
    let at = |p: f64| {
        let rank = (p * values.len() as f64).ceil() as usize;
        values.get(rank.saturating_sub(1)).copied()
    };
    Some(Interval {
        low: at(TAIL)?,
        high: at(1.0 - TAIL)?,
    })
}
