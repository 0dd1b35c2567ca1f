//! What became of quotations: the marks, and the words between them.

use super::change::{About, Change, ChangeKind, Excerpt};
use super::edition::Edition;
use super::{How, Scene};
use crate::text::{Quotation, TokenIndex};
use std::ops::Range;

/// From so many words on what stands between marks is a quotation for these checks.
const QUOTATION: u32 = 3;

/// Finds the changes.
pub(super) fn find(scene: &Scene<'_>, changes: &mut Vec<Change>) {
    for quotation in quotations(&scene.old) {
        let reworded = quotation.inner.clone().any(|token| {
            let pair = scene.kept.pair_of_old(token);
            pair.is_some_and(|pair| scene.pairs[pair].how == How::Reworded)
        });
        if reworded {
            let found = old_quotation(scene, quotation);
            once(changes, found, |change| change.old.as_ref());
        }
    }
    for quotation in quotations(&scene.new) {
        once(changes, new_quotation(scene, quotation), |change| {
            change.new.as_ref()
        });
    }
}

/// Adds a change; of the pieces of one quotation that lost or gained its marks, the longest stands for all.
fn once(
    changes: &mut Vec<Change>,
    found: Option<Change>,
    side: impl Fn(&Change) -> Option<&Excerpt>,
) {
    let Some(found) = found else { return };
    let split = matches!(
        found.kind,
        ChangeKind::QuotationParaphrased | ChangeKind::QuotationMade
    );
    let place = |change: &Change| side(change).map(|excerpt| excerpt.context.clone());
    let length = |change: &Change| side(change).map_or(0, |excerpt| excerpt.words.len());
    let other = changes
        .iter_mut()
        .find(|other| split && other.kind == found.kind && place(other) == place(&found));
    match other {
        Some(other) if length(other) >= length(&found) => {}
        Some(other) => *other = found,
        None => changes.push(found),
    }
}

fn quotations<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = &'e Quotation> {
    let all = edition.document().quotations.iter();
    all.filter(|quotation| quotation.depth == 0 && quotation.words >= QUOTATION)
}

/// The outermost quotation that holds a token.
fn holding<'e>(edition: &'e Edition<'_>, token: TokenIndex) -> Option<&'e Quotation> {
    let all = &edition.document().quotations;
    let before = all.partition_point(|quotation| quotation.outer.start <= token);
    let mut holding = all[..before].iter().rev();
    holding.find(|quotation| quotation.depth == 0 && quotation.inner.contains(&token))
}

fn is_quoted(edition: &Edition<'_>, token: TokenIndex) -> bool {
    edition.document().tokens[token].is_quoted()
}

fn hull(tokens: &[TokenIndex]) -> Option<Range<TokenIndex>> {
    Some(*tokens.iter().min()?..tokens.iter().max()? + 1)
}

fn old_quotation(scene: &Scene<'_>, quotation: &Quotation) -> Option<Change> {
    let words: Vec<TokenIndex> = scene.old.words_of(quotation.inner.clone()).collect();
    let kept: Vec<TokenIndex> = words
        .iter()
        .filter_map(|&word| scene.kept.new_of(word))
        .collect();
    let quoted: Vec<TokenIndex> = kept
        .iter()
        .copied()
        .filter(|&word| is_quoted(&scene.new, word))
        .collect();
    let old = Some(scene.old.excerpt(quotation.inner.clone()));
    if 2 * quoted.len() < words.len() && quoted.len() < QUOTATION as usize {
        return paraphrased(scene, quotation, &kept).map(|new| Change {
            kind: ChangeKind::QuotationParaphrased,
            old,
            new: Some(new),
            about: About::Words,
        });
    }
    // The same quotation: which of its words went, and which came between those that stayed?
    let mut there: Vec<Range<TokenIndex>> = Vec::new();
    for &word in &quoted {
        if there.last().is_none_or(|inner| !inner.contains(&word)) {
            there.extend(holding(&scene.new, word).map(|quotation| quotation.inner.clone()));
        }
    }
    let whole = there.first()?.start..there.last()?.end;
    let lost = runs(words.iter().copied().filter(|&word| {
        scene
            .kept
            .new_of(word)
            .is_none_or(|new| !is_quoted(&scene.new, new))
    }));
    let came = runs(
        there
            .iter()
            .flat_map(|inner| scene.new.words_of(inner.clone()))
            .filter(|&word| {
                let old = scene.kept.old_of(word);
                old.is_none_or(|old| !is_quoted(&scene.old, old))
            }),
    );
    let kind = match (lost.is_empty(), came.is_empty()) {
        (true, true) => return None,
        (false, true) => ChangeKind::QuotationCut,
        (true, false) => ChangeKind::QuotationExtended,
        (false, false) => ChangeKind::QuotationAltered,
    };
    Some(Change {
        kind,
        old,
        new: Some(scene.new.excerpt(whole)),
        about: About::Quoted(lost, came),
    })
}

/// What tells the quotation now: its words without marks, or the sentences around, where these have no other quotation.
fn paraphrased(scene: &Scene<'_>, quotation: &Quotation, kept: &[TokenIndex]) -> Option<Excerpt> {
    let unquoted: Vec<TokenIndex> = kept
        .iter()
        .copied()
        .filter(|&word| !is_quoted(&scene.new, word))
        .collect();
    if unquoted.len() >= QUOTATION as usize || 2 * unquoted.len() >= quotation.words as usize {
        return hull(&unquoted).map(|words| scene.new.excerpt(words));
    }
    let pair = &scene.pairs[scene.kept.pair_of_old(quotation.inner.start)?];
    let around = scene.new.around(&pair.new)?;
    let other = around
        .context
        .clone()
        .any(|token| is_quoted(&scene.new, token));
    (!other).then_some(around)
}

/// A quotation of the new text whose words stood there without marks, or where none stood.
fn new_quotation(scene: &Scene<'_>, quotation: &Quotation) -> Option<Change> {
    let pair = &scene.pairs[scene.kept.pair_of_new(quotation.inner.start)?];
    if pair.how != How::Reworded {
        return None;
    }
    let words: Vec<TokenIndex> = scene.new.words_of(quotation.inner.clone()).collect();
    let kept: Vec<TokenIndex> = words
        .iter()
        .filter_map(|&word| scene.kept.old_of(word))
        .collect();
    let quoted = kept
        .iter()
        .filter(|&&word| is_quoted(&scene.old, word))
        .count();
    if quoted >= QUOTATION as usize || 2 * quoted >= words.len() {
        return None;
    }
    let unquoted: Vec<TokenIndex> = kept
        .iter()
        .copied()
        .filter(|&word| !is_quoted(&scene.old, word))
        .collect();
    let old = if unquoted.len() >= QUOTATION as usize || 2 * unquoted.len() >= words.len() {
        scene.old.excerpt(hull(&unquoted)?)
    } else {
        let around = scene.old.around(&pair.old)?;
        if around
            .context
            .clone()
            .any(|token| is_quoted(&scene.old, token))
        {
            return None;
        }
        around
    };
    Some(Change {
        kind: ChangeKind::QuotationMade,
        old: Some(old),
        new: Some(scene.new.excerpt(quotation.inner.clone())),
        about: About::Words,
    })
}

/// Words in runs, marks between them ignored.
fn runs(words: impl Iterator<Item = TokenIndex>) -> Vec<Range<TokenIndex>> {
    let mut runs: Vec<Range<TokenIndex>> = Vec::new();
    for word in words {
        match runs.last_mut() {
            Some(run) if word <= run.end + 1 => run.end = word + 1,
            _ => runs.push(word..word + 1),
        }
    }
    runs
}
