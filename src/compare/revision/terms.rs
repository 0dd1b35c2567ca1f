//! Hedges, words of certainty and loaded words that came and went.

use super::change::{About, Change, ChangeKind, Excerpt};
use super::edition::Edition;
use super::{How, Scene};
use crate::lexicon::{Category, EntryId, TermMatch};
use crate::measure::MarkerClass;
use crate::text::TokenIndex;
use std::ops::Range;

/// Most words that another word may have taken the place of, to be shown beside it.
const PLACE: usize = 4;

/// What a term is for these checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Hedge,
    Booster,
    Loaded,
}

const fn class(category: Category) -> Option<Class> {
    match category {
        Category::Hedge | Category::Quantity | Category::VagueConsensus | Category::Distancing => {
            Some(Class::Hedge)
        }
        Category::Booster => Some(Class::Booster),
        Category::Factive | Category::Implicative | Category::Presupposition => None,
        _ => Some(Class::Loaded),
    }
}

/// A term of one pair of sentences.
struct Found {
    class: Class,
    entry: EntryId,
    tokens: Range<TokenIndex>,
    quoted: bool,
}

/// Finds the changes.
pub(super) fn find(scene: &Scene<'_>, changes: &mut Vec<Change>) {
    let mut old = by_pair(scene, &scene.old, |at| scene.kept.pair_of_old(at));
    let mut new = by_pair(scene, &scene.new, |at| scene.kept.pair_of_new(at));
    for (index, pair) in scene.pairs.iter().enumerate() {
        if pair.how == How::Same {
            continue;
        }
        let (mut gone, mut came) = (
            std::mem::take(&mut old[index]),
            std::mem::take(&mut new[index]),
        );
        cancel(&mut gone, &mut came, |one, other| one.entry == other.entry);
        exchanged(scene, index, &mut gone, &mut came, changes);
        // What stands in quotation marks is not the outlet's choice.
        gone.retain(|term| term.class == Class::Loaded || !term.quoted);
        came.retain(|term| term.class == Class::Loaded || !term.quoted);
        // One hedge for another is no hedge dropped.
        cancel(&mut gone, &mut came, |one, other| {
            one.class == other.class && one.class != Class::Loaded
        });
        let excerpts = |edition: &Edition<'_>, sentences: &[usize]| edition.around(sentences);
        for term in gone {
            if pair.how == How::Removed && term.class != Class::Loaded {
                continue;
            }
            changes.push(Change {
                kind: match term.class {
                    Class::Hedge => ChangeKind::HedgeDropped,
                    Class::Booster => ChangeKind::BoosterDropped,
                    Class::Loaded => ChangeKind::LoadedDropped,
                },
                old: Some(scene.old.excerpt(term.tokens)),
                new: excerpts(&scene.new, &pair.new),
                about: About::Words,
            });
        }
        for term in came {
            if pair.how == How::Added && term.class != Class::Loaded {
                continue;
            }
            changes.push(Change {
                kind: match term.class {
                    Class::Hedge => ChangeKind::HedgeAdded,
                    Class::Booster => ChangeKind::BoosterAdded,
                    Class::Loaded => ChangeKind::LoadedAdded,
                },
                old: excerpts(&scene.old, &pair.old),
                new: Some(scene.new.excerpt(term.tokens)),
                about: About::Words,
            });
        }
    }
    checks(scene, changes);
}

fn by_pair(
    scene: &Scene<'_>,
    edition: &Edition<'_>,
    pair_of: impl Fn(TokenIndex) -> Option<usize>,
) -> Vec<Vec<Found>> {
    let mut pairs: Vec<Vec<Found>> = Vec::new();
    pairs.resize_with(scene.pairs.len(), Vec::new);
    for term in &edition.analysis.terms {
        let category = scene.lexicon.entry(term.entry).category;
        let wanted = class(category).filter(|class| counts(edition, term, *class));
        if let (Some(class), Some(pair)) = (wanted, pair_of(term.tokens.start)) {
            pairs[pair].push(Found {
                class,
                entry: term.entry,
                tokens: without_numbers(edition, term.tokens.clone()),
                quoted: edition.document().tokens[term.tokens.start].is_quoted(),
            });
        }
    }
    pairs
}

/// Loaded words in plain use, reporting verbs left to the check of verbs; all other terms.
fn counts(edition: &Edition<'_>, term: &TermMatch, class: Class) -> bool {
    if class != Class::Loaded {
        return true;
    }
    term.status.counts() && !edition.is_cue(term.tokens.start)
}

/// `at least` of `at least 11`: the number is another matter.
fn without_numbers(edition: &Edition<'_>, mut tokens: Range<TokenIndex>) -> Range<TokenIndex> {
    let document = edition.document();
    while tokens.len() > 1 && edition.analysis.facts.word(document, tokens.end - 1).number {
        tokens.end -= 1;
    }
    tokens
}

/// Takes away one of each where both lists have the like.
fn cancel(gone: &mut Vec<Found>, came: &mut Vec<Found>, alike: impl Fn(&Found, &Found) -> bool) {
    gone.retain(
        |one| match came.iter().position(|other| alike(one, other)) {
            Some(at) => {
                came.remove(at);
                false
            }
            None => true,
        },
    );
}

/// Loaded words in whose place other words stand now, or that stand in the place of others.
fn exchanged(
    scene: &Scene<'_>,
    pair: usize,
    gone: &mut Vec<Found>,
    came: &mut Vec<Found>,
    changes: &mut Vec<Change>,
) {
    let mut push = |old: Range<TokenIndex>, new: Range<TokenIndex>| {
        changes.push(Change {
            kind: ChangeKind::LoadedExchanged,
            old: Some(scene.old.excerpt(old)),
            new: Some(scene.new.excerpt(new)),
            about: About::Words,
        });
    };
    gone.retain(|term| {
        if term.class != Class::Loaded {
            return true;
        }
        let Some(place) = scene.place_in_new(pair, &term.tokens) else {
            return true;
        };
        // What stands there may be a loaded word too.
        let other = came.iter().position(|other| {
            other.class == Class::Loaded
                && other.tokens.start >= place.start
                && other.tokens.end <= place.end
        });
        let words = other.map(|at| came.remove(at).tokens);
        let short = scene.new.words_of(place.clone()).count() <= PLACE;
        match words.or_else(|| short.then(|| place.clone())) {
            Some(words) => {
                push(term.tokens.clone(), words);
                false
            }
            None => true,
        }
    });
    came.retain(|term| {
        let place = scene.place_in_old(pair, &term.tokens);
        let short = place.filter(|place| scene.old.words_of(place.clone()).count() <= PLACE);
        match short.filter(|_| term.class == Class::Loaded) {
            Some(place) => {
                push(place, term.tokens.clone());
                false
            }
            None => true,
        }
    });
}

impl Scene<'_> {
    /// What stands in the new text between the words that stayed before and after some words of the old; `None` where nothing does.
    pub(super) fn place_in_new(
        &self,
        pair: usize,
        old: &Range<TokenIndex>,
    ) -> Option<Range<TokenIndex>> {
        let range = |edition: &Edition<'_>, sentences: &[usize]| {
            edition.around(sentences).map(|excerpt| excerpt.context)
        };
        let here = range(&self.old, &self.pairs[pair].old)?;
        let there = range(&self.new, &self.pairs[pair].new)?;
        gap(&self.new, old, here, there, |token| self.kept.new_of(token))
    }

    /// The same from the new text to the old.
    pub(super) fn place_in_old(
        &self,
        pair: usize,
        new: &Range<TokenIndex>,
    ) -> Option<Range<TokenIndex>> {
        let range = |edition: &Edition<'_>, sentences: &[usize]| {
            edition.around(sentences).map(|excerpt| excerpt.context)
        };
        let here = range(&self.new, &self.pairs[pair].new)?;
        let there = range(&self.old, &self.pairs[pair].old)?;
        gap(&self.old, new, here, there, |token| self.kept.old_of(token))
    }
}

/// The words of the other revision between the nearest words that stayed on both sides of `words`; `None` where there are none or the words
/// around are not in order.
fn gap(
    other: &Edition<'_>,
    words: &Range<TokenIndex>,
    here: Range<TokenIndex>,
    there: Range<TokenIndex>,
    across: impl Fn(TokenIndex) -> Option<TokenIndex>,
) -> Option<Range<TokenIndex>> {
    if words.clone().any(|token| across(token).is_some()) {
        return None;
    }
    let before = (here.start..words.start).rev().find_map(&across);
    let after = (words.end..here.end).find_map(&across);
    // Without a word that stayed on either side there is no place to speak of.
    before.or(after)?;
    let from = before.map_or(there.start, |at| at + 1);
    let to = after.unwrap_or(there.end);
    let mut range = from..to.max(from);
    let is_word = |at: TokenIndex| other.document().tokens[at].is_word();
    while range.start < range.end && !is_word(range.start) {
        range.start += 1;
    }
    while range.start < range.end && !is_word(range.end - 1) {
        range.end -= 1;
    }
    (!range.is_empty()).then_some(range)
}

/// Phrases that say what was checked and who was asked.
fn checks(scene: &Scene<'_>, changes: &mut Vec<Change>) {
    let wanted = [MarkerClass::Verification, MarkerClass::ReplySought];
    for class in wanted {
        let places = |edition: &Edition<'_>| -> Vec<Range<TokenIndex>> {
            let markers = edition.measured.markers.iter();
            markers
                .filter(|marker| marker.class == class)
                .map(|marker| marker.tokens.clone())
                .collect()
        };
        let (mut old, mut new) = (places(&scene.old), places(&scene.new));
        // The same phrase, or another of its class in the same sentence.
        old.retain(|before| {
            let stays = new.iter().position(|after| {
                scene.old.spelled(before.clone()) == scene.new.spelled(after.clone())
                    || scene.kept.pair_of_old(before.start) == scene.kept.pair_of_new(after.start)
            });
            match stays {
                Some(at) => {
                    new.remove(at);
                    false
                }
                None => true,
            }
        });
        let sentences = |pair: Option<usize>| pair.map(|pair| &scene.pairs[pair]);
        for before in old {
            let pair = sentences(scene.kept.pair_of_old(before.start));
            changes.push(Change {
                kind: ChangeKind::CheckDropped,
                old: Some(scene.old.excerpt(before)),
                new: pair.and_then(|pair| scene.new.around(&pair.new)),
                about: About::Words,
            });
        }
        for after in new {
            let pair = sentences(scene.kept.pair_of_new(after.start));
            let old: Option<Excerpt> = pair.and_then(|pair| scene.old.around(&pair.old));
            changes.push(Change {
                kind: ChangeKind::CheckAdded,
                old,
                new: Some(scene.new.excerpt(after)),
                about: About::Words,
            });
        }
    }
}
