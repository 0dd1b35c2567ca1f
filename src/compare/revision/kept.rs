//! Which word of one revision is which of the other: the longest common run of words within each pair of sentences.

use super::edition::Edition;
use super::pairs::{How, Pair};
use crate::text::TokenIndex;

/// Beyond so many comparisons only the words that a pair begins and ends with are mapped.
const MOST: usize = 1 << 20;
/// Stands for a word that has no counterpart.
const GONE: u32 = u32::MAX;

/// The words that stayed.
pub(crate) struct Kept {
    to_new: Vec<u32>,
    to_old: Vec<u32>,
    /// By token of the old text: the pair that its sentence is in; the same for the new text.
    old_pair: Vec<u32>,
    new_pair: Vec<u32>,
}

impl Kept {
    pub(super) fn of(old: &Edition<'_>, new: &Edition<'_>, pairs: &[Pair]) -> Self {
        let mut kept = Self {
            to_new: vec![GONE; old.document().tokens.len()],
            to_old: vec![GONE; new.document().tokens.len()],
            old_pair: vec![GONE; old.document().tokens.len()],
            new_pair: vec![GONE; new.document().tokens.len()],
        };
        for (index, pair) in pairs.iter().enumerate() {
            for &sentence in &pair.old {
                let tokens = old.document().sentences[sentence].tokens.clone();
                kept.old_pair[tokens].fill(index as u32);
            }
            for &sentence in &pair.new {
                let tokens = new.document().sentences[sentence].tokens.clone();
                kept.new_pair[tokens].fill(index as u32);
            }
            if matches!(pair.how, How::Same | How::Reworded) {
                let from = words(old, &pair.old);
                let to = words(new, &pair.new);
                for (old_at, new_at) in common(old, &from, new, &to) {
                    kept.to_new[old_at] = new_at as u32;
                    kept.to_old[new_at] = old_at as u32;
                }
            }
        }
        kept
    }

    /// Where a word of the old text stands in the new.
    pub(crate) fn new_of(&self, old: TokenIndex) -> Option<TokenIndex> {
        found(&self.to_new, old)
    }

    /// Where a word of the new text stood in the old.
    pub(crate) fn old_of(&self, new: TokenIndex) -> Option<TokenIndex> {
        found(&self.to_old, new)
    }

    /// The pair that holds a token of the old text.
    pub(crate) fn pair_of_old(&self, old: TokenIndex) -> Option<usize> {
        found(&self.old_pair, old)
    }

    /// The pair that holds a token of the new text.
    pub(crate) fn pair_of_new(&self, new: TokenIndex) -> Option<usize> {
        found(&self.new_pair, new)
    }
}

fn found(of: &[u32], at: TokenIndex) -> Option<usize> {
    of.get(at)
        .filter(|&&there| there != GONE)
        .map(|&there| there as usize)
}

fn words(edition: &Edition<'_>, sentences: &[usize]) -> Vec<TokenIndex> {
    sentences
        .iter()
        .flat_map(|&sentence| {
            edition.words_of(edition.document().sentences[sentence].tokens.clone())
        })
        .collect()
}

/// The longest common subsequence of two runs of words, the earliest where there are several.
fn common(
    old: &Edition<'_>,
    from: &[TokenIndex],
    new: &Edition<'_>,
    to: &[TokenIndex],
) -> Vec<(TokenIndex, TokenIndex)> {
    let same = |a: TokenIndex, b: TokenIndex| old.word(a) == new.word(b);
    let head = from
        .iter()
        .zip(to)
        .take_while(|&(&a, &b)| same(a, b))
        .count();
    let (left, right) = (&from[head..], &to[head..]);
    let tail = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(|&(&a, &b)| same(a, b))
        .count();
    let (left, right) = (&left[..left.len() - tail], &right[..right.len() - tail]);
    let mut found: Vec<(TokenIndex, TokenIndex)> = from[..head]
        .iter()
        .copied()
        .zip(to[..head].iter().copied())
        .collect();
    if left.len().saturating_mul(right.len()) <= MOST {
        middle(left, right, same, &mut found);
    }
    found.extend(
        from[from.len() - tail..]
            .iter()
            .copied()
            .zip(to[to.len() - tail..].iter().copied()),
    );
    found
}

fn middle(
    left: &[TokenIndex],
    right: &[TokenIndex],
    same: impl Fn(TokenIndex, TokenIndex) -> bool,
    found: &mut Vec<(TokenIndex, TokenIndex)>,
) {
    // longest[i][j]: of what follows the i-th word on the left and the j-th on the right.
    let width = right.len() + 1;
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * width + j] = if same(left[i], right[j]) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if same(left[i], right[j]) {
            found.push((left[i], right[j]));
            i += 1;
            j += 1;
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
}
