//! How evenly the reported words are spread over the sources (measures §4.5).

use serde::Serialize;

/// Concentration of reported words.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Concentration {
    /// How many sources have words.
    pub sources: u32,
    /// The sum of squared shares.
    pub hhi: f64,
    /// How many equal sources would be as concentrated: one by HHI.
    pub effective: f64,
    /// Shannon entropy of the shares, in bits.
    pub entropy: f64,
    /// Entropy by its greatest value; `None` for one source.
    pub evenness: Option<f64>,
    /// The Gini coefficient: without meaning below four sources.
    pub gini: f64,
    /// The largest share.
    pub top: f64,
}

/// Concentration of these counts of words; `None` where there are none.
pub fn concentration(words: &[u32]) -> Option<Concentration> {
    let total: u64 = words.iter().map(|&count| u64::from(count)).sum();
    if total == 0 {
        return None;
    }
    let n = words.len() as f64;
    let total = total as f64;
    let share = |&count: &u32| f64::from(count) / total;
    let hhi: f64 = words.iter().map(|count| share(count).powi(2)).sum();
    let entropy: f64 = words
        .iter()
        .map(share)
        .filter(|&p| p > 0.0)
        .map(|p| -p * p.log2())
        .sum();
    Some(Concentration {
        sources: words.len() as u32,
        hhi,
        effective: 1.0 / hhi,
        entropy,
        evenness: (words.len() > 1).then(|| entropy / n.log2()),
        gini: gini(words, total),
        top: words.iter().map(share).fold(0.0, f64::max),
    })
}

/// Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n² x̄), from the sorted counts.
fn gini(words: &[u32], total: f64) -> f64 {
    let mut sorted = words.to_vec();
    sorted.sort_unstable();
    let n = sorted.len() as f64;
    let weighted: f64 = sorted
        .iter()
        .enumerate()
        .map(|(rank, &count)| (2.0 * (rank as f64 + 1.0) - n - 1.0) * f64::from(count))
        .sum();
    weighted / (n * total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn agrees_with_hand_computed_spreads() {
        let four = concentration(&[40, 30, 20, 10]).expect("words");
        assert!(near(four.hhi, 0.30) && near(four.effective, 3.333_333_333));
        assert!(near(four.entropy, 1.846_439_345) && near(four.gini, 0.25));
        assert!(near(four.evenness.expect("several"), 0.923_219_672) && near(four.top, 0.4));
        let even = concentration(&[7, 7, 7]).expect("words");
        assert!(near(even.hhi, 1.0 / 3.0) && near(even.gini, 0.0));
        assert!(near(even.evenness.expect("several"), 1.0));
        let with_none = concentration(&[9, 3, 0]).expect("words");
        assert!(near(with_none.hhi, 0.625) && near(with_none.gini, 0.5));
    }

    #[test]
    fn one_source_has_no_evenness_and_none_no_concentration() {
        let one = concentration(&[12]).expect("words");
        assert!(near(one.hhi, 1.0) && near(one.gini, 0.0) && one.evenness.is_none());
        assert_eq!(concentration(&[]), None);
        assert_eq!(concentration(&[0]), None);
    }
}
