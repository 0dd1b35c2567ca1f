//! Harm whose agent went or came: `troops killed five` and `five were killed`.

use super::change::{About, Change, ChangeKind, Excerpt};
use super::edition::Edition;
use super::{How, Scene};
use crate::framing::harm::{Construction, Reality};
use crate::text::TokenIndex;

/// Finds the changes.
pub(super) fn find(scene: &Scene<'_>, changes: &mut Vec<Change>) {
    let news = told(&scene.new);
    let mut taken = vec![false; news.len()];
    for old in told(&scene.old) {
        let Some(pair) = scene.kept.pair_of_old(old.predicate.start) else {
            continue;
        };
        if scene.pairs[pair].how != How::Reworded {
            continue;
        }
        // The same word of harm, or the only one of its kind in the same sentences.
        let same_word = |new: &&Construction| {
            let kept = old
                .predicate
                .clone()
                .filter_map(|token| scene.kept.new_of(token));
            kept.into_iter().any(|token| new.predicate.contains(&token))
        };
        let beside = |token: TokenIndex| scene.kept.pair_of_new(token) == Some(pair);
        let here = || {
            news.iter()
                .enumerate()
                .filter(|(at, new)| !taken[*at] && beside(new.predicate.start))
        };
        let word = here().find(|(_, new)| same_word(new)).map(|(at, _)| at);
        let partner = word.or_else(|| {
            let mut alike = here().filter(|(_, new)| new.kind == old.kind);
            let (at, _) = alike.next()?;
            alike.next().is_none().then_some(at)
        });
        let Some(partner) = partner else { continue };
        taken[partner] = true;
        let new = news[partner];
        let kind = match (&old.agent, &new.agent) {
            (Some(_), None) => ChangeKind::AgentRemoved,
            (None, Some(_)) => ChangeKind::AgentNamed,
            _ => continue,
        };
        changes.push(Change {
            kind,
            old: Some(words(&scene.old, old)),
            new: Some(words(&scene.new, new)),
            about: About::Words,
        });
    }
}

/// What is told as having happened, in order.
fn told<'e>(edition: &'e Edition<'_>) -> Vec<&'e Construction> {
    let all = edition.analysis.harms.constructions.iter();
    all.filter(|told| told.reality == Reality::Plain).collect()
}

/// Agent and word of harm.
fn words(edition: &Edition<'_>, told: &Construction) -> Excerpt {
    let mut words = told.predicate.clone();
    if let Some(agent) = &told.agent {
        words = words.start.min(agent.tokens.start)..words.end.max(agent.tokens.end);
    }
    edition.excerpt(words)
}
