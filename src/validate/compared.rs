//! Gold and answer of one article side by side: which relations match.
//!
//! An answer's relation matches one of the gold when their contents share at least half of the characters that either has or, where one
//! has no content, when their cues overlap; each is matched once, best first. Characters are counted without white space.

use super::answers::Answer;
use super::attribution::Counts;
use super::extent::{Extent, Ruler};
use super::gold::{GoldArticle, Relation};
use super::scope::Scope;
use std::cmp::Ordering;

/// A relation with what its roles cover.
pub(super) struct Placed<'g> {
    pub(super) relation: &'g Relation,
    pub(super) source: Extent,
    pub(super) cue: Extent,
    pub(super) content: Extent,
    /// Whether the scope takes it.
    pub(super) scored: bool,
}

impl<'g> Placed<'g> {
    fn new(relation: &'g Relation, ruler: &Ruler<'_>, scope: Scope) -> Self {
        let cue: Vec<&str> = relation.cue.iter().map(|&span| ruler.slice(span)).collect();
        Self {
            relation,
            source: ruler.extent(&relation.source),
            cue: ruler.extent(&relation.cue),
            content: ruler.extent(&relation.content),
            scored: scope.takes(&cue.join(" ")),
        }
    }

    /// Whether an annotator left its place out.
    fn ignored(&self, ignore: &Extent) -> bool {
        self.cue.touches(ignore) || self.content.touches(ignore)
    }
}

/// Gold and answer of one article, side by side.
pub(super) struct Compared<'g> {
    /// The gold's relations, out of scope ones too.
    pub(super) gold: Vec<Placed<'g>>,
    /// The answer's relations in scope.
    pub(super) found: Vec<Placed<'g>>,
    /// Indices of `found` and `gold` that match.
    pub(super) pairs: Vec<(usize, usize)>,
    /// All cues of the gold.
    pub(super) gold_cues: Extent,
    /// All cues of the answer in scope.
    pub(super) found_cues: Extent,
}

impl<'g> Compared<'g> {
    pub(super) fn new(
        gold: &'g GoldArticle,
        answer: &'g Answer,
        scope: Scope,
        ruler: &Ruler<'_>,
    ) -> Self {
        let ignore = ruler.extent(&gold.ignore);
        let placed = |relations: &'g [Relation]| {
            relations
                .iter()
                .map(|relation| Placed::new(relation, ruler, scope))
                .filter(|placed| !placed.ignored(&ignore))
                .collect::<Vec<_>>()
        };
        let gold = placed(gold.attributions.as_deref().unwrap_or_default());
        let mut found = placed(&answer.attributions);
        found.retain(|placed| placed.scored);
        let gold_cues = Extent::union(gold.iter().map(|placed| &placed.cue));
        let found_cues = Extent::union(found.iter().map(|placed| &placed.cue));
        let pairs = pairs(&found, &gold);
        Self {
            gold,
            found,
            pairs,
            gold_cues,
            found_cues,
        }
    }

    /// What the figures are computed from.
    pub(super) fn counts(&self, solid: u32) -> Counts {
        let scored = || self.gold.iter().filter(|placed| placed.scored);
        let number = |count: usize| count as u64;
        let mut counts = Counts {
            gold: number(scored().count()),
            found: number(self.found.len()),
            cues_right: number(
                self.found
                    .iter()
                    .filter(|placed| placed.cue.touches(&self.gold_cues))
                    .count(),
            ),
            cues_found: number(
                scored()
                    .filter(|placed| placed.cue.touches(&self.found_cues))
                    .count(),
            ),
            matched: number(self.pairs.len()),
            ..Counts::default()
        };
        for &(found, gold) in &self.pairs {
            let (found, gold) = (&self.found[found], &self.gold[gold]);
            let overlap = found.source.touches(&gold.source);
            counts.with_source += u64::from(sources_agree(found, gold));
            if !gold.source.is_empty() {
                counts.sources += 1;
                counts.sources_overlap += u64::from(overlap);
                counts.sources_exact += u64::from(sources_equal(found, gold));
            }
        }
        let gold = Extent::union(scored().map(|placed| &placed.content));
        let found = Extent::union(self.found.iter().map(|placed| &placed.content));
        counts.content_both = u64::from(gold.shared(&found));
        counts.content_found = u64::from(found.len());
        counts.content_gold = u64::from(gold.len());
        let share = |extent: &Extent| f64::from(extent.len()) / f64::from(solid.max(1));
        counts.share_found = share(&found);
        counts.share_gold = share(&gold);
        counts
    }
}

/// Whether the sources of a match overlap, or both are absent.
pub(super) fn sources_agree(found: &Placed<'_>, gold: &Placed<'_>) -> bool {
    found.source.touches(&gold.source) || found.source.is_empty() && gold.source.is_empty()
}

/// Whether the sources of a match are the same spans.
pub(super) fn sources_equal(found: &Placed<'_>, gold: &Placed<'_>) -> bool {
    let sorted = |placed: &Placed<'_>| {
        let mut spans = placed.relation.source.clone();
        spans.sort_unstable();
        spans
    };
    sorted(found) == sorted(gold)
}

/// Matches greedily: the greatest overlap first, then in the order of the answer and the gold.
fn pairs(found: &[Placed<'_>], gold: &[Placed<'_>]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, x) in found.iter().enumerate() {
        for (j, y) in gold.iter().enumerate().filter(|(_, y)| y.scored) {
            if x.content.is_empty() || y.content.is_empty() {
                if x.cue.touches(&y.cue) {
                    candidates.push((0.5, i, j));
                }
                continue;
            }
            let shared = x.content.shared(&y.content);
            let overlap = f64::from(shared) / f64::from(x.content.len() + y.content.len() - shared);
            if overlap >= 0.5 {
                candidates.push((overlap, i, j));
            }
        }
    }
    candidates
        .sort_by(|a: &(f64, usize, usize), b| b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal));
    let (mut found_used, mut gold_used) = (vec![false; found.len()], vec![false; gold.len()]);
    candidates.retain(|&(_, i, j)| {
        let free = !found_used[i] && !gold_used[j];
        if free {
            found_used[i] = true;
            gold_used[j] = true;
        }
        free
    });
    candidates.into_iter().map(|(_, i, j)| (i, j)).collect()
}
