//! Which sentence became which: word for word first, then by the words that they share, each weighed by how rare it is in both texts.

use super::edition::Edition;
use crate::article::ZoneKind;
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// From this part of the weight of both sentences on they are one sentence reworded.
const SHARED: f64 = 0.4;
/// From this part of its weight on a sentence is a piece of another.
const PIECE: f64 = 0.6;
/// How far from its neighbour a piece may stand, in sentences.
const NEAR: usize = 2;
/// Words that a piece must share at least.
const FEWEST: u32 = 3;
/// A beginning of a word that stands in more sentences than this finds no pair by itself.
const COMMON: usize = 64;

/// What became of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It is the same, word for word.
    Same,
    /// It is worded otherwise, split or joined.
    Reworded,
    /// It went.
    Removed,
    /// It is new.
    Added,
}

/// Sentences of the old text and what they became, as indices into the sentences of each document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What happened.
    pub how: How,
    /// In the old text; two and more where they were joined.
    pub old: Vec<usize>,
    /// In the new text; two and more where it was split.
    pub new: Vec<usize>,
}

impl Pair {
    fn new(how: How, mut old: Vec<usize>, mut new: Vec<usize>) -> Self {
        old.sort_unstable();
        new.sort_unstable();
        Self { how, old, new }
    }
}

/// Pairs all sentences.
pub(super) fn pair(old: &Edition<'_>, new: &Edition<'_>) -> Vec<Pair> {
    let mut pairing = Pairing::new(old, new);
    pairing.headlines();
    pairing.same();
    pairing.reworded();
    pairing.pieces();
    pairing.into_pairs()
}

struct Pairing<'e> {
    old: &'e Edition<'e>,
    new: &'e Edition<'e>,
    weights: Weights,
    /// The words of each sentence with their weight.
    old_bags: Vec<Bag>,
    new_bags: Vec<Bag>,
    /// By sentence of the old text.
    to_new: Vec<Option<(usize, How)>>,
    /// By sentence of the new text.
    to_old: Vec<Option<usize>>,
    /// By sentence of the old text: the new one that it was joined to; by sentence of the new text: the old one that it was split from.
    joined: Vec<Option<usize>>,
    split: Vec<Option<usize>>,
}

impl<'e> Pairing<'e> {
    fn new(old: &'e Edition<'e>, new: &'e Edition<'e>) -> Self {
        let (stems, other) = (bags(old), bags(new));
        let weights = Weights::of(stems.iter().chain(&other));
        let weigh = |stems: Vec<Vec<(u32, u32)>>| {
            stems.into_iter().map(|stems| weights.bag(stems)).collect()
        };
        let (old_bags, new_bags): (Vec<Bag>, Vec<Bag>) = (weigh(stems), weigh(other));
        Self {
            old,
            new,
            to_new: vec![None; old_bags.len()],
            to_old: vec![None; new_bags.len()],
            joined: vec![None; old_bags.len()],
            split: vec![None; new_bags.len()],
            weights,
            old_bags,
            new_bags,
        }
    }

    fn join(&mut self, old: usize, new: usize, how: How) {
        self.to_new[old] = Some((new, how));
        self.to_old[new] = Some(old);
    }

    /// A headline became the headline, whatever its words.
    fn headlines(&mut self) {
        let headlines = |edition: &Edition<'_>| -> Vec<usize> {
            let sentences = 0..edition.document().sentences.len();
            sentences
                .filter(|&at| edition.zone(at) == ZoneKind::Headline)
                .collect()
        };
        for (old, new) in headlines(self.old).into_iter().zip(headlines(self.new)) {
            let same = spelling(self.old, old) == spelling(self.new, new);
            self.join(old, new, if same { How::Same } else { How::Reworded });
        }
    }

    /// Sentences of the same words and quotation marks, in their order.
    fn same(&mut self) {
        let mut waiting: FxHashMap<Vec<u32>, Vec<usize>> = FxHashMap::default();
        for old in (0..self.to_new.len())
            .rev()
            .filter(|&old| self.to_new[old].is_none())
        {
            waiting
                .entry(spelling(self.old, old))
                .or_default()
                .push(old);
        }
        for new in 0..self.to_old.len() {
            if self.to_old[new].is_some() {
                continue;
            }
            let first = waiting.get_mut(&spelling(self.new, new)).and_then(Vec::pop);
            if let Some(old) = first {
                self.join(old, new, How::Same);
            }
        }
    }

    /// The rest by the words that they share, the most alike first.
    fn reworded(&mut self) {
        let mut alike: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (old, new, shared) in self.candidates() {
            let likeness = 2.0 * shared / (self.old_bags[old].weight + self.new_bags[new].weight);
            if likeness >= SHARED {
                alike.push((likeness, self.distance(old, new), old, new));
            }
        }
        alike.sort_by(|one, other| {
            other
                .0
                .total_cmp(&one.0)
                .then((one.1, one.2, one.3).cmp(&(other.1, other.2, other.3)))
        });
        for (_, _, old, new) in alike {
            if self.to_new[old].is_none() && self.to_old[new].is_none() {
                self.join(old, new, How::Reworded);
            }
        }
    }

    /// How far apart two sentences stand, in thousandths of the texts.
    fn distance(&self, old: usize, new: usize) -> usize {
        let at = |index: usize, of: usize| index * 1000 / of.max(1);
        at(old, self.to_new.len()).abs_diff(at(new, self.to_old.len()))
    }

    /// Sentences without a pair that share words, with the weight of what they share.
    fn candidates(&self) -> Vec<(usize, usize, f64)> {
        let mut sentences: FxHashMap<u32, Vec<(usize, u32)>> = FxHashMap::default();
        for new in (0..self.to_old.len()).filter(|&new| self.to_old[new].is_none()) {
            for &(stem, times) in &self.new_bags[new].stems {
                sentences.entry(stem).or_default().push((new, times));
            }
        }
        let mut found = Vec::new();
        for old in (0..self.to_new.len()).filter(|&old| self.to_new[old].is_none()) {
            let mut shared: FxHashMap<usize, f64> = FxHashMap::default();
            let mut common = Vec::new();
            let mut order: Vec<usize> = Vec::new();
            for &(stem, times) in &self.old_bags[old].stems {
                let Some(places) = sentences.get(&stem) else {
                    continue;
                };
                if places.len() > COMMON {
                    common.push((stem, times));
                    continue;
                }
                for &(new, there) in places {
                    let sum = shared.entry(new).or_insert_with(|| {
                        order.push(new);
                        0.0
                    });
                    *sum += self.weights.of_stem(stem) * f64::from(times.min(there));
                }
            }
            order.sort_unstable();
            for new in order {
                let rest: f64 = common
                    .iter()
                    .map(|&(stem, times)| {
                        self.weights.of_stem(stem)
                            * f64::from(times.min(self.new_bags[new].times(stem)))
                    })
                    .sum();
                found.push((old, new, shared[&new] + rest));
            }
        }
        found
    }

    /// What is left may be a piece of a sentence that was split, or one that was joined to its neighbour.
    fn pieces(&mut self) {
        for new in 0..self.to_old.len() {
            if self.to_old[new].is_none() && self.new.zone(new) == ZoneKind::Body {
                let near = near(new, self.to_old.len()).filter_map(|at| self.to_old[at]);
                self.split[new] = self.whole_of(&self.new_bags[new], &self.old_bags, near);
            }
        }
        for old in 0..self.to_new.len() {
            if self.to_new[old].is_none() && self.old.zone(old) == ZoneKind::Body {
                let near = near(old, self.to_new.len())
                    .filter_map(|at| self.to_new[at].map(|(new, _)| new));
                self.joined[old] = self.whole_of(&self.old_bags[old], &self.new_bags, near);
            }
        }
    }

    /// The sentence, of those named, that holds most of a piece's words.
    fn whole_of(
        &self,
        piece: &Bag,
        bags: &[Bag],
        among: impl Iterator<Item = usize>,
    ) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for sentence in among {
            let (mut shared, mut words) = (0.0, 0);
            for &(stem, times) in &piece.stems {
                let both = times.min(bags[sentence].times(stem));
                shared += self.weights.of_stem(stem) * f64::from(both);
                words += both;
            }
            let most = best.map_or(PIECE * piece.weight, |(most, _)| most);
            if words >= FEWEST && shared > most {
                best = Some((shared, sentence));
            }
        }
        best.map(|(_, sentence)| sentence)
    }

    fn into_pairs(self) -> Vec<Pair> {
        let pieces = |wholes: &[Option<usize>], of: usize| {
            let mut pieces: Vec<Vec<usize>> = vec![Vec::new(); of];
            for (piece, whole) in wholes.iter().enumerate() {
                if let Some(whole) = whole {
                    pieces[*whole].push(piece);
                }
            }
            pieces
        };
        let split = pieces(&self.split, self.to_new.len());
        let joined = pieces(&self.joined, self.to_old.len());
        let mut pairs: Vec<(usize, usize, Pair)> = Vec::new();
        for (new, old) in self.to_old.iter().enumerate() {
            let Some(old) = *old else {
                if self.split[new].is_none() {
                    pairs.push((new, 1, Pair::new(How::Added, vec![], vec![new])));
                }
                continue;
            };
            let mut how = self.to_new[old].map_or(How::Reworded, |(_, how)| how);
            let mut olds = vec![old];
            let mut news = vec![new];
            news.extend(&split[old]);
            olds.extend(&joined[new]);
            if olds.len() + news.len() > 2 {
                how = How::Reworded;
            }
            pairs.push((new, 1, Pair::new(how, olds, news)));
        }
        let mut before = 0;
        for (old, new) in self.to_new.iter().enumerate() {
            match new {
                Some((new, _)) => before = new + 1,
                None if self.joined[old].is_none() => {
                    pairs.push((before, 0, Pair::new(How::Removed, vec![old], vec![])));
                }
                None => {}
            }
        }
        pairs.sort_by_key(|(at, side, pair)| (*at, *side, pair.old.first().copied()));
        pairs.into_iter().map(|(_, _, pair)| pair).collect()
    }
}

fn near(at: usize, of: usize) -> impl Iterator<Item = usize> {
    at.saturating_sub(NEAR)..(at + NEAR + 1).min(of)
}

/// The words of a sentence and where it has quotation marks: sentences with the same are the same.
fn spelling(edition: &Edition<'_>, sentence: usize) -> Vec<u32> {
    const OPEN: u32 = u32::MAX;
    const CLOSE: u32 = u32::MAX - 1;
    use crate::text::TokenKind;
    let tokens = edition.document().sentences[sentence].tokens.clone();
    tokens
        .filter_map(|at: TokenIndex| match edition.document().tokens[at].kind {
            TokenKind::OpenQuote => Some(OPEN),
            TokenKind::CloseQuote => Some(CLOSE),
            TokenKind::Word | TokenKind::Number => Some(edition.word(at)),
            _ => None,
        })
        .collect()
}

/// The beginnings of each sentence's words with how often each stands there, in the order of their numbers.
fn bags(edition: &Edition<'_>) -> Vec<Vec<(u32, u32)>> {
    let sentences = edition.document().sentences.iter();
    sentences
        .map(|sentence| {
            let words = edition.words_of(sentence.tokens.clone());
            let mut stems: Vec<u32> = words.map(|at| edition.stem(at)).collect();
            stems.sort_unstable();
            let same = stems.chunk_by(|one, other| one == other);
            same.map(|same| (same[0], same.len() as u32)).collect()
        })
        .collect()
}

/// The words of a sentence and what they weigh together.
struct Bag {
    stems: Vec<(u32, u32)>,
    weight: f64,
}

impl Bag {
    fn times(&self, stem: u32) -> u32 {
        self.stems
            .binary_search_by_key(&stem, |(stem, _)| *stem)
            .map_or(0, |at| self.stems[at].1)
    }
}

/// How much a shared word says: ln(1 + N / n) for one that stands in n of the N sentences of both texts.
struct Weights {
    of: FxHashMap<u32, u32>,
    sentences: u32,
}

impl Weights {
    fn of<'b>(bags: impl Iterator<Item = &'b Vec<(u32, u32)>>) -> Self {
        let mut of: FxHashMap<u32, u32> = FxHashMap::default();
        let mut sentences = 0;
        for bag in bags {
            sentences += 1;
            for (stem, _) in bag {
                *of.entry(*stem).or_default() += 1;
            }
        }
        Self { of, sentences }
    }

    fn of_stem(&self, stem: u32) -> f64 {
        let sentences = self.of.get(&stem).copied().unwrap_or(1).max(1);
        (1.0 + f64::from(self.sentences) / f64::from(sentences)).ln()
    }

    fn bag(&self, stems: Vec<(u32, u32)>) -> Bag {
        let weights = stems
            .iter()
            .map(|&(stem, times)| self.of_stem(stem) * f64::from(times));
        let weight = weights.sum::<f64>().max(f64::MIN_POSITIVE);
        Bag { stems, weight }
    }
}
