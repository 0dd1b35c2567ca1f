//! Numbers in whose place another number stands.

use super::change::{About, Change, ChangeKind};
use super::edition::Edition;
use super::{How, Scene};
use crate::text::TokenIndex;
use std::ops::Range;

/// Finds the changes.
pub(super) fn find(scene: &Scene<'_>, changes: &mut Vec<Change>) {
    for (index, pair) in scene.pairs.iter().enumerate() {
        if pair.how != How::Reworded {
            continue;
        }
        let mut taken: Vec<Range<TokenIndex>> = Vec::new();
        for old in numbers(&scene.old, &pair.old) {
            let Some(place) = scene.place_in_new(index, &old) else {
                continue;
            };
            let new = numbers(&scene.new, &pair.new).into_iter().find(|new| {
                new.start >= place.start && new.end <= place.end && !taken.contains(new)
            });
            if let Some(new) = new {
                taken.push(new.clone());
                changes.push(Change {
                    kind: ChangeKind::Figure,
                    old: Some(scene.old.excerpt(old)),
                    new: Some(scene.new.excerpt(new)),
                    about: About::Words,
                });
            }
        }
    }
}

/// The runs of number words and figures of some sentences: `43`, `nine million`.
fn numbers(edition: &Edition<'_>, sentences: &[usize]) -> Vec<Range<TokenIndex>> {
    let document = edition.document();
    let is_number = |token: TokenIndex| edition.analysis.facts.word(document, token).number;
    let mut found: Vec<Range<TokenIndex>> = Vec::new();
    for &sentence in sentences {
        for token in document.sentences[sentence].tokens.clone() {
            if !document.tokens[token].is_word() || !is_number(token) {
                continue;
            }
            match found.last_mut() {
                Some(run) if run.end == token => run.end += 1,
                _ => found.push(token..token + 1),
            }
        }
    }
    found
}
