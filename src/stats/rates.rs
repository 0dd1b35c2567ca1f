//! Intervals of rates and proportions, and whether two rates differ (measures §6.3–6.4).

use super::beta::{beta_cdf, beta_quantile};
use super::gamma::gamma_quantile;
use super::{Interval, TAIL};
use serde::Serialize;

/// Things per how many words a rate counts.
const PER: f64 = 1000.0;

/// Jeffreys interval of `count` things in `words` words, per 1,000 words, after deflating both by `clustering`.
///
/// The posterior is Gamma(k/φ + ½) over W/φ; the lower end is 0 where nothing was counted (Brown, Cai & `DasGupta` 2001 on Jeffreys intervals).
pub fn rate_interval(count: f64, words: f64, clustering: f64) -> Interval {
    let (count, words) = (count / clustering, words / clustering);
    let low = if count == 0.0 {
        0.0
    } else {
        gamma_quantile(TAIL, count + 0.5)
    };
    Interval {
        low: PER * low / words,
        high: PER * gamma_quantile(1.0 - TAIL, count + 0.5) / words,
    }
}

/// Jeffreys interval of the proportion `part` of `whole`: the quantiles of Beta(part + ½, whole − part + ½), with the ends 0 and 1 where
/// nothing or everything was counted.
pub fn proportion_interval(part: f64, whole: f64) -> Interval {
    let (a, b) = (part + 0.5, whole - part + 0.5);
    Interval {
        low: if part <= 0.0 {
            0.0
        } else {
            beta_quantile(a, b, TAIL)
        },
        high: if part >= whole {
            1.0
        } else {
            beta_quantile(a, b, 1.0 - TAIL)
        },
    }
}

/// Two rates held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RateComparison {
    /// The first rate over the second; `None` where the second counts nothing.
    pub ratio: Option<f64>,
    /// 95 % interval of the ratio.
    pub interval: Interval,
    /// Two-sided p value, 0–1.
    pub p: f64,
}

/// Compares `first` things in `first_words` words with `second` in `second_words`.
///
/// Given the total, the first count's share is Beta(k₁/φ + ½, k₂/φ + ½) and equal rates mean a share of W₁/(W₁ + W₂).
pub fn compare_rates(
    first: f64,
    first_words: f64,
    second: f64,
    second_words: f64,
    clustering: f64,
) -> RateComparison {
    let (a, b) = (first / clustering + 0.5, second / clustering + 0.5);
    let equal = first_words / (first_words + second_words);
    let ratio_at = |share: f64| share / (1.0 - share) * second_words / first_words;
    let below = beta_cdf(a, b, equal);
    RateComparison {
        ratio: (second > 0.0).then(|| (first / first_words) / (second / second_words)),
        interval: Interval {
            low: ratio_at(beta_quantile(a, b, TAIL)),
            high: ratio_at(beta_quantile(a, b, 1.0 - TAIL)),
        },
        p: (2.0 * below.min(1.0 - below)).min(1.0),
    }
}

/// Cohen's h, the distance of two proportions on the arcsine scale: 2 asin √p₁ − 2 asin √p₂.
pub fn cohens_h(first: f64, second: f64) -> f64 {
    2.0 * first.clamp(0.0, 1.0).sqrt().asin() - 2.0 * second.clamp(0.0, 1.0).sqrt().asin()
}
