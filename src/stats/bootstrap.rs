//! The interval of a share of words, by drawing sentences (measures §6.3).

use super::{Interval, SplitMix64, TAIL};

/// How many times the sentences are drawn.
pub const REPLICATES: usize = 2000;
/// Fewest sentences.
const SENTENCES: usize = 12;
/// Fewest sentences that hold a part.
const WITH_PART: usize = 5;

/// One sentence's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Portion {
    /// Those that are counted.
    pub part: u32,
    /// Those they are counted out of.
    pub whole: u32,
}

/// Percentile interval of Σ part / Σ whole over 2,000 draws of as many sentences, with replacement.
///
/// The ends are the 50th and the 1,950th of the sorted shares. `None` for fewer than 12 sentences, or fewer than five with a part: such an interval
/// would say nothing.
pub fn bootstrap(sentences: &[Portion], seed: u64) -> Option<Interval> {
    let with_part = sentences.iter().filter(|sentence| sentence.part > 0);
    if sentences.len() < SENTENCES || with_part.count() < WITH_PART {
        return None;
    }
    let mut random = SplitMix64::new(seed);
    let mut shares: Vec<f64> = Vec::with_capacity(REPLICATES);
    for _ in 0..REPLICATES {
        let (mut part, mut whole) = (0_u64, 0_u64);
        for _ in 0..sentences.len() {
            let drawn = sentences[random.below(sentences.len() as u64) as usize];
            part += u64::from(drawn.part);
            whole += u64::from(drawn.whole);
        }
        if whole > 0 {
            shares.push(part as f64 / whole as f64);
        }
    }
    shares.sort_unstable_by(f64::total_cmp);
    let at = |p: f64| {
        let rank = (p * shares.len() as f64).ceil() as usize;
        shares.get(rank.saturating_sub(1)).copied()
    };
    Some(Interval {
        low: at(TAIL)?,
        high: at(1.0 - TAIL)?,
    })
}
