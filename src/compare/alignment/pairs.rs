//! How much two sentences have in common: weighted words, runs of words, place in the article, and what stands beside them.

use super::sentences::Sentence;
use rustc_hash::FxHashMap;

/// Two sentences of different articles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) score: f64,
}

/// What two opening sentences are given: news puts the same thing first.
const LEAD: f64 = 0.13;
/// What two sentences at the same place of their articles are given, and those at opposite ends are not.
const PLACE: f64 = 0.03;
/// What two sentences are given that share all their runs of three words.
const RUNS: f64 = 0.3;
/// Runs of a sentence at least, so that short ones do not weigh all.
const FEWEST_RUNS: usize = 4;
/// Things that two sentences share at least, a name being one thing; one less where they share a run of words.
const FEWEST_THINGS: usize = 3;
/// The part of their neighbours' likeness that two sentences are given.
const NEIGHBOURS: f64 = 0.1;

/// All pairs that have anything in common, by `left` and `right`.
pub(super) struct Pairs {
    pairs: Vec<Pair>,
    /// Where the pairs of each `left` begin.
    rows: Vec<usize>,
}

impl Pairs {
    pub(super) fn of(sentences: &[Sentence], stems: usize, articles: usize) -> Self {
        let base = Self::base(sentences, stems, articles);
        let beside = |left: usize, right: usize| {
            let before = if sentences[left].number > 1 && sentences[right].number > 1 {
                base.get(left - 1, right - 1)
            } else {
                0.0
            };
            let follows = |at: usize| {
                sentences
                    .get(at + 1)
                    .is_some_and(|next| next.article == sentences[at].article)
            };
            let after = if follows(left) && follows(right) {
                base.get(left + 1, right + 1)
            } else {
                0.0
            };
            before.max(after).min(1.0)
        };
        let pairs = base.pairs.iter().map(|pair| Pair {
            score: pair.score + NEIGHBOURS * beside(pair.left, pair.right),
            ..*pair
        });
        Self {
            pairs: pairs.collect(),
            rows: base.rows.clone(),
        }
    }

    /// What two sentences have in common by themselves.
    fn base(sentences: &[Sentence], stems: usize, articles: usize) -> Self {
        let vectors = Vectors::of(sentences, stems);
        let runs = Runs::of(sentences, articles);
        let mut pairs = Vec::new();
        let mut rows = Vec::with_capacity(sentences.len() + 1);
        let (mut dots, mut touched) = (vec![(0.0, 0_u32); sentences.len()], Vec::new());
        for (left, sentence) in sentences.iter().enumerate() {
            rows.push(pairs.len());
            for &(stem, weight) in &vectors.of[left] {
                let postings = &vectors.postings[stem as usize];
                let from = postings.partition_point(|&(at, _)| at <= left);
                for &(right, other) in &postings[from..] {
                    if sentences[right].article != sentence.article {
                        let (dot, words) = &mut dots[right];
                        if *words == 0 {
                            touched.push(right);
                        }
                        *dot += weight * other;
                        *words += 1;
                    }
                }
            }
            touched.sort_unstable();
            for right in touched.drain(..) {
                let other = &sentences[right];
                let (dot, words) = std::mem::take(&mut dots[right]);
                let runs = runs.shared(left, right);
                let fewest = FEWEST_THINGS - usize::from(runs > 0.0);
                if (words as usize) < fewest || things(sentence, other) < fewest {
                    continue;
                }
                let cosine = dot / (vectors.norms[left] * vectors.norms[right]);
                let lead = sentence.number == 1 && other.number == 1;
                let score = cosine
                    + if lead { LEAD } else { 0.0 }
                    + PLACE * (1.0 - (sentence.place - other.place).abs())
                    + RUNS * runs;
                pairs.push(Pair { left, right, score });
            }
        }
        rows.push(pairs.len());
        Self { pairs, rows }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter()
    }

    /// The score of two sentences, in any order; 0 where they have nothing in common.
    pub(super) fn get(&self, one: usize, other: usize) -> f64 {
        let (left, right) = (one.min(other), one.max(other));
        let row = &self.pairs[self.rows[left]..self.rows[left + 1]];
        row.binary_search_by_key(&right, |pair| pair.right)
            .map_or(0.0, |at| row[at].score)
    }
}

/// How many things of one sentence the other has too.
fn things(one: &Sentence, other: &Sentence) -> usize {
    let mut shared: Vec<usize> = one
        .words
        .iter()
        .zip(&one.things)
        .filter(|((stem, _), _)| {
            let found = other.words.binary_search_by_key(stem, |(stem, _)| *stem);
            found.is_ok()
        })
        .map(|(_, thing)| *thing)
        .collect();
    shared.sort_unstable();
    shared.dedup();
    shared.len()
}

/// Weighted words: what a word weighs, times how few sentences have it.
struct Vectors {
    of: Vec<Vec<(u32, f64)>>,
    norms: Vec<f64>,
    /// By stem: the sentences that have it, in order.
    postings: Vec<Vec<(usize, f64)>>,
}

impl Vectors {
    fn of(sentences: &[Sentence], stems: usize) -> Self {
        let mut having = vec![0_u32; stems];
        for &(stem, _) in sentences.iter().flat_map(|sentence| &sentence.words) {
            having[stem as usize] += 1;
        }
        let all = sentences.len() as f64 + 1.0;
        let rarity: Vec<f64> = having
            .iter()
            .map(|&having| 1.0 + (all / f64::from(having.max(1))).ln())
            .collect();
        let mut postings = vec![Vec::new(); stems];
        let mut norms = Vec::with_capacity(sentences.len());
        let of = sentences.iter().enumerate().map(|(at, sentence)| {
            let words = sentence.words.iter().map(|&(stem, weight)| {
                let weight = weight * rarity[stem as usize];
                postings[stem as usize].push((at, weight));
                (stem, weight)
            });
            let words: Vec<(u32, f64)> = words.collect();
            let square: f64 = words.iter().map(|(_, weight)| weight * weight).sum();
            norms.push(square.sqrt().max(f64::MIN_POSITIVE));
            words
        });
        let of = of.collect();
        Self {
            of,
            norms,
            postings,
        }
    }
}

/// Runs of three words that not every sentence has.
struct Runs {
    of: Vec<Vec<u32>>,
    all: Vec<usize>,
}

impl Runs {
    fn of(sentences: &[Sentence], articles: usize) -> Self {
        let mut numbers: FxHashMap<[u32; 3], u32> = FxHashMap::default();
        let mut having: Vec<usize> = Vec::new();
        let mut of: Vec<Vec<u32>> = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let runs = sentence.runs.iter().map(|run| {
                let next = numbers.len() as u32;
                let number = *numbers.entry(*run).or_insert(next);
                if number == next {
                    having.push(0);
                }
                having[number as usize] += 1;
                number
            });
            let mut runs: Vec<u32> = runs.collect();
            runs.sort_unstable();
            of.push(runs);
        }
        let all = of.iter().map(Vec::len).collect();
        // Where it stands in more sentences than there are articles, it is a phrase of the trade.
        for runs in &mut of {
            runs.retain(|&run| having[run as usize] <= articles + 1);
        }
        Self { of, all }
    }

    /// The part of the runs of the shorter sentence that both have.
    fn shared(&self, left: usize, right: usize) -> f64 {
        let (one, other) = (&self.of[left], &self.of[right]);
        let (mut at, mut with, mut shared) = (0, 0, 0_usize);
        while let (Some(a), Some(b)) = (one.get(at), other.get(with)) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => at += 1,
                std::cmp::Ordering::Greater => with += 1,
                std::cmp::Ordering::Equal => {
                    at += 1;
                    with += 1;
                    shared += 1;
                }
            }
        }
        let shorter = self.all[left].min(self.all[right]).max(FEWEST_RUNS);
        shared as f64 / shorter as f64
    }
}
