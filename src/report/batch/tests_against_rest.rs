//! How chance is judged over articles: dispersion, the bootstrap over articles, and a group against the rest.

use super::sums::Parts;
use crate::stats::{self, CLUSTERING, Interval, REPLICATES, SplitMix64};
use rayon::prelude::*;

/// From how many articles on the dispersion is estimated from them.
const DISPERSION_ARTICLES: u32 = 30;
/// From how many articles on a group is its own sample.
pub(super) const BOOTSTRAP_ARTICLES: u32 = 10;
/// Draws that are in memory at a time.
const BLOCK: usize = 100;

/// The dispersion φ of a rate: Pearson's χ² over its degrees of freedom, within groups, so that what groups differ by is not taken for noise; at
/// least 1. With fewer than 30 articles it is that of BASIL.
pub(super) fn dispersion<'p>(groups: impl Iterator<Item = &'p Parts>) -> f64 {
    let (mut chi_square, mut articles, mut means) = (0.0, 0_u32, 0_u32);
    for parts in groups {
        let Some(rate) = parts.ratio().filter(|rate| *rate > 0.0) else {
            continue;
        };
        means += 1;
        for (&part, &whole) in parts
            .part
            .iter()
            .zip(&parts.whole)
            .filter(|(_, whole)| **whole > 0.0)
        {
            let expected = whole * rate;
            chi_square += (part - expected).powi(2) / expected;
            articles += 1;
        }
    }
    if articles < DISPERSION_ARTICLES || articles <= means {
        return CLUSTERING;
    }
    (chi_square / f64::from(articles - means)).max(1.0)
}

/// Percentile intervals of Σ part / Σ whole of several measures, over 2,000 draws of as many articles as the group has, with replacement. All measures
/// see the same draws. `None` where fewer than ten articles have a whole.
pub(super) fn bootstrap(measures: &[&Parts], articles: usize, seed: u64) -> Vec<Option<Interval>> {
    let mut random = SplitMix64::new(seed);
    let mut ratios: Vec<Vec<f64>> = vec![Vec::with_capacity(REPLICATES); measures.len()];
    for _ in 0..REPLICATES.div_ceil(BLOCK) {
        // How often each article is drawn, draw by draw.
        let mut times = vec![0_u16; BLOCK * articles];
        for draw in times.chunks_mut(articles.max(1)) {
            for _ in 0..articles {
                draw[random.below(articles as u64) as usize] += 1;
            }
        }
        ratios
            .par_iter_mut()
            .zip(measures)
            .for_each(|(ratios, parts)| {
                if parts.articles() < BOOTSTRAP_ARTICLES {
                    return;
                }
                for draw in times.chunks(articles.max(1)) {
                    let (mut part, mut whole) = (0.0, 0.0);
                    for ((&times, &one), &all) in draw.iter().zip(&parts.part).zip(&parts.whole) {
                        let times = f64::from(times);
                        part += times * one;
                        whole += times * all;
                    }
                    if whole > 0.0 {
                        ratios.push(part / whole);
                    }
                }
            });
    }
    ratios.into_iter().map(percentiles).collect()
}

fn percentiles(mut ratios: Vec<f64>) -> Option<Interval> {
    ratios.sort_unstable_by(f64::total_cmp);
    let at = |p: f64| {
        let rank = (p * ratios.len() as f64).ceil() as usize;
        ratios.get(rank.saturating_sub(1)).copied()
    };
    Some(Interval {
        low: at(stats::TAIL)?,
        high: at(1.0 - stats::TAIL)?,
    })
}

/// Two-sided p value of the difference of two ratios, by a score test: each side has the variance of a ratio estimator over its articles, taken around the
/// ratio of both together, so that a side on which nothing was counted is not taken for certain. `None` below ten articles on a side or without any
/// variance.
pub(super) fn difference(group: &Parts, rest: &Parts) -> Option<f64> {
    if group.articles().min(rest.articles()) < BOOTSTRAP_ARTICLES {
        return None;
    }
    let ((one, one_whole), (other, other_whole)) = (group.totals(), rest.totals());
    let both = (one + other) / (one_whole + other_whole);
    let variance = around(group, both) + around(rest, both);
    if variance <= 0.0 {
        return None;
    }
    let z = (one / one_whole - other / other_whole) / variance.sqrt();
    // The square of a standard normal is a gamma variable of shape ½ and scale 2.
    Some((1.0 - stats::gamma_cdf(0.5, z * z / 2.0)).clamp(0.0, 1.0))
}

/// n/(n−1) Σ(x − Rw)² / (Σw)² (Cochran 1977, §6.13).
fn around(parts: &Parts, ratio: f64) -> f64 {
    let (_, whole) = parts.totals();
    let squares = parts
        .part
        .iter()
        .zip(&parts.whole)
        .map(|(part, all)| (part - ratio * all).powi(2));
    let n = f64::from(parts.articles());
    n / (n - 1.0) * squares.sum::<f64>() / whole.powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(part: &[f64], whole: f64) -> Parts {
        Parts {
            part: part.to_vec(),
            whole: vec![whole; part.len()],
        }
    }

    #[test]
    fn dispersion_of_even_counts_is_1_and_of_clustered_counts_more() {
        let even = parts(&[2.0; 40], 100.0);
        assert!((dispersion([&even].into_iter()) - 1.0).abs() < 1e-12);
        let clustered: Vec<f64> = (0..40)
            .map(|index| if index % 4 == 0 { 8.0 } else { 0.0 })
            .collect();
        // Mean 2, squares (6², 2², 2², 2²)/2 = 24 for each four: χ² = 240 over 39.
        let found = dispersion([&parts(&clustered, 100.0)].into_iter());
        assert!((found - 240.0 / 39.0).abs() < 1e-9, "{found}");
        let few = dispersion([&parts(&clustered[..29], 100.0)].into_iter());
        assert!((few - CLUSTERING).abs() < 1e-12);
    }

    #[test]
    fn what_groups_differ_by_is_no_noise() {
        let (low, high) = (parts(&[1.0; 20], 100.0), parts(&[9.0; 20], 100.0));
        assert!((dispersion([&low, &high].into_iter()) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_bootstrap_holds_the_value_and_needs_ten_articles() {
        let some: Vec<f64> = (0..40).map(f64::from).collect();
        let some = parts(&some, 100.0);
        let few = parts(&[1.0; 9], 100.0);
        let found = bootstrap(&[&some], 40, 7);
        let interval = found[0].expect("forty articles");
        // Mean 0.195, standard error 0.0185.
        assert!(
            (interval.low - 0.159).abs() < 0.01 && (interval.high - 0.231).abs() < 0.01,
            "{interval:?}"
        );
        assert_eq!(found, bootstrap(&[&some], 40, 7));
        assert_eq!(bootstrap(&[&few], 9, 7), [None]);
    }

    #[test]
    fn a_difference_is_seen_where_there_is_one() {
        let low: Vec<f64> = (0..30).map(|index| f64::from(index % 3)).collect();
        let high: Vec<f64> = (0..30).map(|index| f64::from(index % 3 + 1)).collect();
        let p = difference(&parts(&low, 10.0), &parts(&high, 10.0)).expect("a test");
        assert!(p < 0.001, "{p}");
        let p = difference(&parts(&low, 10.0), &parts(&low, 10.0)).expect("a test");
        assert!((p - 1.0).abs() < 1e-9, "{p}");
        assert_eq!(
            difference(&parts(&low[..9], 10.0), &parts(&high, 10.0)),
            None
        );
    }
}
