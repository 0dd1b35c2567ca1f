//! The same fact, told twice: sentences of different articles that report the same thing, in pairs, triples and so on.
//!
//! Each sentence is a bag of weighted stems; two are as alike as the cosine of the angle between them (Salton's vector space, the inverse
//! document frequency taken over the sentences that are compared), with something added for shared runs of words, for the same place in
//! the article and for alike neighbours, and something taken away where another sentence would do nearly as well. The best pairs are taken
//! first, each sentence once an article; below a floor nothing is aligned. The constants were set on `tests/gold/alignment.jsonl`, half
//! `tune`.

mod pairs;
mod sentences;
mod telling;

pub use telling::{Difference, Standing, Telling};

use super::basis::Basis;
use pairs::{Pair, Pairs};
use sentences::Sentence;

/// Below this, nothing is aligned.
const FLOOR: f64 = 0.19;
/// The part of the next best likeness that is taken away: where several sentences would do, none is sure.
const RIVALS: f64 = 0.45;
/// How alike every two sentences of a group of three and more must be.
const LINK: f64 = 0.25;

/// A fact that several articles tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Who tells it, by article; at least two, none twice.
    pub told: Vec<Telling>,
    /// How alike the least alike two sentences are; comparable within one run only.
    pub score: f64,
    /// In what the tellings differ.
    pub differs: Vec<Difference>,
}

impl Fact {
    /// How much it tells about the articles: what differs, and how many tell it.
    pub fn tells(&self) -> u32 {
        let differs: u32 = self.differs.iter().map(|found| found.weight()).sum();
        differs + u32::from(!self.differs.is_empty()) * self.told.len() as u32
    }
}

/// Aligns the sentences of the articles. Facts come in the order of their first telling.
pub(super) fn align(basis: &Basis<'_>) -> Vec<Fact> {
    let sentences = sentences::sentences(basis);
    let pairs = Pairs::of(&sentences, basis.stems.count, basis.articles());
    let mut facts: Vec<Fact> = groups(&sentences, &pairs)
        .into_iter()
        .map(|members| {
            let told: Vec<(usize, usize)> = members
                .iter()
                .map(|&at| (sentences[at].article, sentences[at].index))
                .collect();
            telling::fact(basis, &told, least(&members, &pairs))
        })
        .collect();
    facts.sort_by_key(|fact| fact.told.first().map(|told| (told.article, told.sentence)));
    facts
}

fn least(members: &[usize], pairs: &Pairs) -> f64 {
    let mut least = f64::INFINITY;
    for (at, &one) in members.iter().enumerate() {
        for &other in &members[at + 1..] {
            least = least.min(pairs.get(one, other));
        }
    }
    least
}

/// Sentences that tell one fact, each group in order: the best pairs first.
fn groups(sentences: &[Sentence], pairs: &Pairs) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..sentences.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..sentences.len()).map(|at| vec![at]).collect();
    for pair in contested(sentences, pairs) {
        let (one, other) = (group_of[pair.left], group_of[pair.right]);
        if one == other {
            continue;
        }
        let crossing = groups[one]
            .iter()
            .flat_map(|&a| groups[other].iter().map(move |&b| (a, b)));
        let several = groups[one].len() + groups[other].len() > 2;
        let fits = crossing.clone().all(|(a, b)| {
            sentences[a].article != sentences[b].article && (!several || pairs.get(a, b) >= LINK)
        });
        if fits {
            let moved = std::mem::take(&mut groups[other]);
            for &at in &moved {
                group_of[at] = one;
            }
            groups[one].extend(moved);
            groups[one].sort_unstable();
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// The pairs above the floor after what their rivals take away, the best first.
fn contested(sentences: &[Sentence], pairs: &Pairs) -> Vec<Pair> {
    let articles = sentences.last().map_or(0, |last| last.article + 1);
    // The best two of each sentence with each other article.
    let mut best = vec![[0.0_f64; 2]; sentences.len() * articles];
    let slot = |of: usize, with: usize| of * articles + sentences[with].article;
    for pair in pairs.iter() {
        for slot in [slot(pair.left, pair.right), slot(pair.right, pair.left)] {
            let [first, second] = best[slot];
            if pair.score > first {
                best[slot] = [pair.score, first];
            } else if pair.score > second {
                best[slot] = [first, pair.score];
            }
        }
    }
    let rival = |slot: usize, score: f64| {
        let [first, second] = best[slot];
        if first > score { first } else { second }
    };
    let mut kept: Vec<Pair> = pairs
        .iter()
        .map(|pair| {
            let left = rival(slot(pair.left, pair.right), pair.score);
            let right = rival(slot(pair.right, pair.left), pair.score);
            let taken = RIVALS * pair.score.min(f64::midpoint(left, right));
            Pair {
                score: pair.score - taken,
                ..*pair
            }
        })
        .filter(|pair| pair.score >= FLOOR)
        .collect();
    kept.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    kept
}
