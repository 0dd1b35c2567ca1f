//! Whether two articles differ in a rate by more than chance (measures §6.4, §6.5): one test a pair, Holm's adjustment over all tests of a table.

use crate::stats::{self, CLUSTERING, Interval};
use serde::Serialize;

/// Level of the family of tests.
pub const LEVEL: f64 = 0.05;

/// How many things in how many words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Things.
    pub count: u32,
    /// Words, at least one.
    pub per: u32,
}

/// A test between two articles (measures §6.4).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PairTest {
    /// First article, an index into `articles`.
    pub left: u32,
    /// Second article.
    pub right: u32,
    /// Rate of the first over the rate of the second; `null` where the second has none.
    pub ratio: Option<f64>,
    /// 95 % interval of the ratio.
    pub interval: Option<Interval>,
    /// Two-sided p value.
    pub p: f64,
    /// The p value after Holm's adjustment over all tests of the table.
    pub p_adjusted: f64,
    /// Whether the difference stands after the adjustment, at 5 %.
    pub distinguishable: bool,
    /// Words per article that a true ratio of this size would need; `null` where the two do not differ or one has none.
    pub words_needed: Option<u32>,
}

/// Tests every two of some rates; those without words are left out. Not yet adjusted: see [`adjust`].
pub fn pairs(rates: &[Option<Counted>]) -> Vec<PairTest> {
    let mut tests = Vec::new();
    for left in 0..rates.len() {
        for right in left + 1..rates.len() {
            if let (Some(one), Some(other)) = (rates[left], rates[right])
                && one.per > 0
                && other.per > 0
            {
                tests.push(test((left, one), (right, other)));
            }
        }
    }
    tests
}

fn test((left, one): (usize, Counted), (right, other): (usize, Counted)) -> PairTest {
    let [first, first_words, second, second_words] =
        [one.count, one.per, other.count, other.per].map(f64::from);
    let found = stats::compare_rates(first, first_words, second, second_words, CLUSTERING);
    let smaller = (first / first_words).min(second / second_words);
    let words_needed = found.ratio.and_then(|ratio| {
        stats::words_needed(1000.0 * smaller, ratio.max(1.0 / ratio), CLUSTERING)
    });
    PairTest {
        left: left as u32,
        right: right as u32,
        ratio: found.ratio,
        interval: found.interval.high.is_finite().then_some(found.interval),
        p: found.p,
        p_adjusted: found.p,
        distinguishable: false,
        words_needed,
    }
}

/// Adjusts all tests of one table by Holm, and says which differences stand. Gives the number of tests.
pub fn adjust<'t>(tests: impl IntoIterator<Item = &'t mut PairTest>) -> u32 {
    let mut tests: Vec<&mut PairTest> = tests.into_iter().collect();
    let p: Vec<f64> = tests.iter().map(|test| test.p).collect();
    for (test, adjusted) in tests.iter_mut().zip(stats::holm(&p)) {
        test.p_adjusted = adjusted;
        test.distinguishable = adjusted <= LEVEL;
    }
    p.len() as u32
}
