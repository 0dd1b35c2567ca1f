//! Sentences ranked by how biased an answer calls them.

use super::loaded::Counts;

/// The sentences in the order of their scores.
#[derive(Debug)]
pub(super) struct Ranking {
    /// Score, whether biased, index of the article.
    sentences: Vec<(f64, bool, usize)>,
}

/// For each distinct score, in order: how many are biased and how many are not.
struct Steps(Vec<(f64, u64, u64)>);

impl Ranking {
    pub(super) fn new(articles: &[Counts]) -> Self {
        let mut sentences: Vec<(f64, bool, usize)> = articles
            .iter()
            .enumerate()
            .filter_map(|(index, counts)| {
                counts
                    .sentence
                    .map(|(biased, score)| (score, biased, index))
            })
            .collect();
        sentences.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { sentences }
    }

    /// Macro F1 and biased F1 above a score of 0, the best macro F1 over up to 200 thresholds, and the area under the curve, for
    /// sentences that count as often as their weights say.
    pub(super) fn figures(&self, weights: &[u32]) -> [Option<f64>; 4] {
        self.weighed(weights).figures()
    }

    fn weighed(&self, weights: &[u32]) -> Steps {
        let mut steps: Vec<(f64, u64, u64)> = Vec::new();
        for &(score, biased, article) in &self.sentences {
            let weight = u64::from(weights[article]);
            if weight == 0 {
                continue;
            }
            if steps.last().is_none_or(|step| step.0 < score) {
                steps.push((score, 0, 0));
            }
            if let Some(step) = steps.last_mut() {
                step.1 += if biased { weight } else { 0 };
                step.2 += if biased { 0 } else { weight };
            }
        }
        Steps(steps)
    }
}

impl Steps {
    fn figures(&self) -> [Option<f64>; 4] {
        if self.0.is_empty() {
            return [None; 4];
        }
        // Biased and not, at or below each step.
        let mut below = Vec::with_capacity(self.0.len());
        let (mut biased, mut not, mut area) = (0, 0, 0.0);
        for &(_, b, n) in &self.0 {
            area += b as f64 * (not as f64 + n as f64 / 2.0);
            biased += b;
            not += n;
            below.push((biased, not));
        }
        let at = |threshold: f64| {
            let steps = self.0.partition_point(|step| step.0 <= threshold);
            let (missed, rejected) = if steps == 0 { (0, 0) } else { below[steps - 1] };
            let (hit, false_hit) = (biased - missed, not - rejected);
            let of_biased = f(hit, false_hit, missed);
            (
                f64::midpoint(of_biased, f(rejected, missed, false_hit)),
                of_biased,
            )
        };
        let every = (self.0.len() / 200).max(1);
        let best = self.0.iter().step_by(every).map(|step| step.0);
        let best = best
            .chain([-1.0])
            .map(|threshold| at(threshold).0)
            .fold(0.0, f64::max);
        let (macro_f1, biased_f1) = at(0.0);
        let pairs = biased as f64 * not as f64;
        [
            Some(macro_f1),
            Some(biased_f1),
            Some(best),
            (pairs > 0.0).then(|| area / pairs),
        ]
    }
}

fn f(right: u64, wrong: u64, missed: u64) -> f64 {
    if right == 0 {
        return 0.0;
    }
    2.0 * right as f64 / (2 * right + wrong + missed) as f64
}
