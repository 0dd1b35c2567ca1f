//! How right the attributions are: cues, relations, sources, contents and the attributed share.

use super::answers::Answer;
use super::compared::Compared;
use super::extent::Ruler;
use super::figure::{Kind, f1, ratio};
use super::gold::GoldArticle;
use super::scope::Scope;

const fn kind(
    id: &'static str,
    name: &'static str,
    meaning: &'static str,
    decimals: usize,
) -> Kind {
    Kind {
        id,
        name,
        meaning,
        decimals,
    }
}

/// How many figures there are.
pub const COUNT: usize = 14;

/// The figures, in order.
pub static KINDS: [Kind; COUNT] = [
    kind(
        "cue.precision",
        "cue precision",
        "found cues that touch one of gold",
        3,
    ),
    kind(
        "cue.recall",
        "cue recall",
        "gold's cues touched by a found one",
        3,
    ),
    kind("cue.f1", "cue F1", "their harmonic mean", 3),
    kind(
        "relation.precision",
        "relation precision",
        "found relations that match the gold",
        3,
    ),
    kind(
        "relation.recall",
        "relation recall",
        "gold's relations that are matched",
        3,
    ),
    kind("relation.f1", "relation F1", "their harmonic mean", 3),
    kind(
        "relation_source.f1",
        "relation + source F1",
        "the same, with overlapping sources",
        3,
    ),
    kind(
        "source.overlap",
        "source overlap",
        "of matches: sources that overlap",
        3,
    ),
    kind(
        "source.exact",
        "source exact",
        "of matches: the very same source",
        3,
    ),
    kind(
        "content.precision",
        "content precision",
        "found characters that are in gold",
        3,
    ),
    kind(
        "content.recall",
        "content recall",
        "gold's characters that are found",
        3,
    ),
    kind("content.f1", "content F1", "their harmonic mean", 3),
    kind("share.r", "share r", "correlation of attributed shares", 3),
    kind(
        "share.error",
        "share error",
        "mean error of the share, in points",
        1,
    ),
];

/// What the figures are computed from, for one article.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    /// Relations of the gold.
    pub gold: u64,
    /// Relations of the answer.
    pub found: u64,
    pub(super) cues_right: u64,
    pub(super) cues_found: u64,
    pub(super) matched: u64,
    pub(super) with_source: u64,
    pub(super) sources: u64,
    pub(super) sources_overlap: u64,
    pub(super) sources_exact: u64,
    pub(super) content_both: u64,
    pub(super) content_found: u64,
    pub(super) content_gold: u64,
    pub(super) share_found: f64,
    pub(super) share_gold: f64,
}

/// Counts one article.
pub(super) fn counts(gold: &GoldArticle, answer: &Answer, scope: Scope) -> Counts {
    let ruler = Ruler::new(&gold.text);
    Compared::new(gold, answer, scope, &ruler).counts(ruler.solid())
}

/// The figures of [`KINDS`] for articles that count as often as their weights say.
pub(super) fn compute(articles: &[Counts], weights: &[u32]) -> [Option<f64>; COUNT] {
    let sum = |count: fn(&Counts) -> u64| -> u64 {
        let weighted = articles.iter().zip(weights);
        weighted
            .map(|(counts, &weight)| count(counts) * u64::from(weight))
            .sum()
    };
    let (gold, found) = (sum(|c| c.gold), sum(|c| c.found));
    let pair = |right: u64, recalled: u64| {
        let (p, r) = (ratio(right, found, gold), ratio(recalled, gold, found));
        (p, r, f1(p, r))
    };
    let cue = pair(sum(|c| c.cues_right), sum(|c| c.cues_found));
    let matched = sum(|c| c.matched);
    let relation = pair(matched, matched);
    let with_source = sum(|c| c.with_source);
    let sources = sum(|c| c.sources);
    let (both, content_found, content_gold) = (
        sum(|c| c.content_both),
        sum(|c| c.content_found),
        sum(|c| c.content_gold),
    );
    let content = (
        ratio(both, content_found, content_gold),
        ratio(both, content_gold, content_found),
    );
    let (r, error) = shares(articles, weights);
    [
        cue.0,
        cue.1,
        cue.2,
        relation.0,
        relation.1,
        relation.2,
        pair(with_source, with_source).2,
        ratio(sum(|c| c.sources_overlap), sources, 0),
        ratio(sum(|c| c.sources_exact), sources, 0),
        content.0,
        content.1,
        f1(content.0, content.1),
        r,
        error,
    ]
}

/// Pearson's correlation of the attributed shares, and their mean absolute difference in points.
fn shares(articles: &[Counts], weights: &[u32]) -> (Option<f64>, Option<f64>) {
    let mean = |value: &dyn Fn(&Counts) -> f64| {
        let (mut sum, mut whole) = (0.0, 0.0);
        for (counts, &weight) in articles
            .iter()
            .zip(weights)
            .filter(|(_, weight)| **weight > 0)
        {
            sum += value(counts) * f64::from(weight);
            whole += f64::from(weight);
        }
        (whole > 0.0).then(|| sum / whole)
    };
    let (Some(x), Some(y)) = (mean(&|c| c.share_found), mean(&|c| c.share_gold)) else {
        return (None, None);
    };
    let spread = mean(&|c| (c.share_found - x).powi(2))
        .unwrap_or_default()
        .sqrt()
        * mean(&|c| (c.share_gold - y).powi(2))
            .unwrap_or_default()
            .sqrt();
    let common = mean(&|c| (c.share_found - x) * (c.share_gold - y));
    let error = mean(&|c| (c.share_found - c.share_gold).abs() * 100.0);
    let r = common
        .filter(|_| spread > 0.0)
        .map(|common| common / spread);
    (r, error)
}
