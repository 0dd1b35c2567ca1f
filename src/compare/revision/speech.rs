//! What became of reports: whether the same words still have a source, which one, and which verb introduces them.

use super::change::{About, Change, ChangeKind, Excerpt};
use super::edition::Edition;
use super::{How, Scene};
use crate::attribution::{Attribution, Voice};
use crate::lexicon::{Level, Stance};
use crate::source::{Anonymity, SourceIndex, link};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Fewest words of content that must have stayed to say what became of their source.
const FEWEST: usize = 3;
/// Fewest words that two reports must share to be the same report.
const SHARED: usize = 2;

/// Finds the changes.
pub(super) fn find(scene: &Scene<'_>, changes: &mut Vec<Change>) {
    let identities = Identities::of(scene);
    let partners = partners(scene);
    for (index, attribution) in reports(&scene.old) {
        if unattributed(scene, Side::Old, attribution) {
            changes.push(dropped(scene, Side::Old, index, attribution));
        }
    }
    for (index, attribution) in reports(&scene.new) {
        if unattributed(scene, Side::New, attribution) {
            changes.push(dropped(scene, Side::New, index, attribution));
        }
    }
    for side in [Side::Old, Side::New] {
        changes.extend(headline(scene, side));
    }
    for (old, new) in partners {
        cue(scene, old, new, changes);
        source(scene, old, new, &identities, changes);
    }
}

/// Which revision is looked at; the other is the one it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

impl<'a> Scene<'a> {
    fn side(&self, side: Side) -> (&Edition<'a>, &Edition<'a>) {
        match side {
            Side::Old => (&self.old, &self.new),
            Side::New => (&self.new, &self.old),
        }
    }

    fn across(&self, side: Side, token: TokenIndex) -> Option<TokenIndex> {
        match side {
            Side::Old => self.kept.new_of(token),
            Side::New => self.kept.old_of(token),
        }
    }

    /// Whether a token's sentence is worded otherwise in the other revision.
    fn reworded(&self, side: Side, token: TokenIndex) -> bool {
        let pair = match side {
            Side::Old => self.kept.pair_of_old(token),
            Side::New => self.kept.pair_of_new(token),
        };
        pair.is_some_and(|pair| self.pairs[pair].how == How::Reworded)
    }
}

fn is_spoken(attribution: &Attribution) -> bool {
    attribution.counts() && matches!(attribution.level, Level::Report | Level::SpeechAct)
}

fn reports<'e>(edition: &'e Edition<'_>) -> impl Iterator<Item = (usize, &'e Attribution)> {
    edition
        .analysis
        .attributions
        .iter()
        .enumerate()
        .filter(|(_, attribution)| attribution.counts() && attribution.level == Level::Report)
}

fn tokens(ranges: &[Range<TokenIndex>]) -> impl Iterator<Item = TokenIndex> + '_ {
    ranges.iter().cloned().flatten()
}

/// Whether the words of a report that stayed are reported no longer: two thirds of them or more, and a third of them plainly the outlet's own.
/// What a speech act is about (`announced a plan`) may still be the source's.
fn unattributed(scene: &Scene<'_>, side: Side, attribution: &Attribution) -> bool {
    let (here, there) = scene.side(side);
    let (mut kept, mut own, mut unclear) = (0, 0, 0);
    for token in tokens(&attribution.content).filter(|&token| here.is_content(token)) {
        let across = scene.across(side, token);
        let Some(other) = across.filter(|_| scene.reworded(side, token)) else {
            continue;
        };
        kept += 1;
        match there.analysis.voices.of(other) {
            Voice::Author => own += 1,
            Voice::Ambiguous => unclear += 1,
            Voice::Reported => {}
        }
    }
    kept >= FEWEST && 3 * (own + unclear) >= 2 * kept && 3 * own >= kept
}

/// A report without a counterpart: in the old text it was dropped, in the new it was added.
fn dropped(scene: &Scene<'_>, side: Side, index: usize, attribution: &Attribution) -> Change {
    let (here, there) = scene.side(side);
    let told = there.excerpt(hull(
        tokens(&attribution.content).filter_map(|token| scene.across(side, token)),
    ));
    let said = here.excerpt(introduction(attribution));
    let source = here
        .analysis
        .sources
        .of_attribution
        .get(index)
        .copied()
        .flatten();
    let (kind, old, new, about) = match side {
        Side::Old => (
            ChangeKind::AttributionDropped,
            said,
            told,
            About::Source(source, None),
        ),
        Side::New => (
            ChangeKind::AttributionAdded,
            told,
            said,
            About::Source(None, source),
        ),
    };
    Change {
        kind,
        old: Some(old),
        new: Some(new),
        about,
    }
}

/// A headline that named its source, where the other names none.
fn headline(scene: &Scene<'_>, side: Side) -> Option<Change> {
    let (here, there) = scene.side(side);
    let (own, other) = (here.headline()?, there.headline()?);
    let within = |attribution: &Attribution, headline: &Range<TokenIndex>| {
        is_spoken(attribution) && headline.contains(&introduction(attribution).start)
    };
    let (index, attribution) = reports(here).find(|(_, attribution)| within(attribution, &own))?;
    let attributed = there
        .analysis
        .attributions
        .iter()
        .any(|attribution| within(attribution, &other));
    if attributed || unattributed(scene, side, attribution) {
        return None;
    }
    let mut change = dropped(scene, side, index, attribution);
    let told = Some(there.excerpt(other));
    match side {
        Side::Old => change.new = told,
        Side::New => change.old = told,
    }
    Some(change)
}

/// The smallest range that holds some tokens.
fn hull(tokens: impl Iterator<Item = TokenIndex>) -> Range<TokenIndex> {
    tokens
        .fold(None, |hull: Option<Range<TokenIndex>>, token| {
            Some(hull.map_or(token..token + 1, |hull| {
                hull.start.min(token)..hull.end.max(token + 1)
            }))
        })
        .unwrap_or(0..0)
}

/// The words that introduce a report: its source and cue where nothing of its content stands between them, else the cue.
fn introduction(attribution: &Attribution) -> Range<TokenIndex> {
    let both = hull(tokens(&attribution.source).chain(tokens(&attribution.cue.tokens)));
    let holds = tokens(&attribution.content).any(|token| both.contains(&token));
    if both.is_empty() || holds {
        let cue = hull(tokens(&attribution.cue.tokens));
        if cue.is_empty() {
            return hull(tokens(&attribution.content));
        }
        return cue;
    }
    both
}

/// Reports and speech acts of both revisions that give the same words, or, where a pair of sentences has one each, whatever they give.
fn partners(scene: &Scene<'_>) -> Vec<(usize, usize)> {
    let new = &scene.new.analysis.attributions;
    let mut of_token: FxHashMap<TokenIndex, usize> = FxHashMap::default();
    // The innermost report of a word is the shortest one.
    let mut order: Vec<usize> = (0..new.len())
        .filter(|&index| is_spoken(&new[index]))
        .collect();
    order.sort_by_key(|&index| std::cmp::Reverse(tokens(&new[index].content).count()));
    for index in order {
        for token in tokens(&new[index].content) {
            of_token.insert(token, index);
        }
    }
    let olds = by_pair(scene, &scene.old, |at| scene.kept.pair_of_old(at));
    let news = by_pair(scene, &scene.new, |at| scene.kept.pair_of_new(at));
    // The one report of the new sentences, where the old sentences have one too.
    let only_one = |pair: usize| match (olds[pair].as_slice(), news[pair].as_slice()) {
        ([_], [only]) => Some(*only),
        _ => None,
    };
    let mut found = Vec::new();
    let mut taken = vec![false; new.len()];
    for (old, attribution) in scene.old.analysis.attributions.iter().enumerate() {
        if !is_spoken(attribution) {
            continue;
        }
        let mut votes: Vec<(usize, usize)> = Vec::new();
        let mut kept = 0;
        for token in tokens(&attribution.content).filter(|&token| scene.old.is_content(token)) {
            let Some(there) = scene.kept.new_of(token) else {
                continue;
            };
            kept += 1;
            if let Some(&index) = of_token.get(&there) {
                match votes.iter_mut().find(|(at, _)| *at == index) {
                    Some((_, votes)) => *votes += 1,
                    None => votes.push((index, 1)),
                }
            }
        }
        let best = votes
            .into_iter()
            .filter(|&(index, _)| !taken[index] && new[index].level == attribution.level)
            .max_by_key(|&(index, votes)| (votes, std::cmp::Reverse(index)));
        let shared = best.filter(|&(_, votes)| votes >= SHARED && 2 * votes >= kept);
        let partner = shared.map(|(index, _)| index).or_else(|| {
            let pair = scene.kept.pair_of_old(introduction(attribution).start);
            let only = pair.and_then(only_one);
            only.filter(|&index| !taken[index] && new[index].level == attribution.level)
        });
        if let Some(index) = partner {
            taken[index] = true;
            if differs(scene, attribution, &new[index]) {
                found.push((old, index));
            }
        }
    }
    found
}

/// Whether the cue or its source stands in a sentence that is not the same.
fn differs(scene: &Scene<'_>, old: &Attribution, new: &Attribution) -> bool {
    let at = |attribution: &Attribution| introduction(attribution).start;
    scene.reworded(Side::Old, at(old)) || scene.reworded(Side::New, at(new))
}

/// The reports of each pair of sentences, by where they are introduced.
fn by_pair(
    scene: &Scene<'_>,
    edition: &Edition<'_>,
    pair_of: impl Fn(TokenIndex) -> Option<usize>,
) -> Vec<Vec<usize>> {
    let mut pairs = vec![Vec::new(); scene.pairs.len()];
    for (index, attribution) in edition.analysis.attributions.iter().enumerate() {
        if is_spoken(attribution)
            && !attribution.cue.tokens.is_empty()
            && let Some(pair) = pair_of(introduction(attribution).start)
        {
            pairs[pair].push(index);
        }
    }
    pairs
}

/// What a stance says of the content: all neutral ones say nothing.
const fn says(stance: Stance) -> Stance {
    match stance {
        Stance::NeutralEvidential | Stance::NeutralAnnounce | Stance::NeutralTopic => {
            Stance::NeutralSpeech
        }
        other => other,
    }
}

fn cue(scene: &Scene<'_>, old: usize, new: usize, changes: &mut Vec<Change>) {
    let (before, after) = (
        &scene.old.analysis.attributions[old],
        &scene.new.analysis.attributions[new],
    );
    let reworded = before.cue.lemma != after.cue.lemma && says(before.stance) != says(after.stance);
    let both = !before.cue.tokens.is_empty() && !after.cue.tokens.is_empty();
    if reworded && both {
        let words = |attribution: &Attribution| hull(tokens(&attribution.cue.tokens));
        changes.push(Change {
            kind: ChangeKind::Cue,
            old: Some(scene.old.excerpt(words(before))),
            new: Some(scene.new.excerpt(words(after))),
            about: About::Stance(before.stance, after.stance),
        });
    }
}

fn source(
    scene: &Scene<'_>,
    old: usize,
    new: usize,
    identities: &Identities,
    changes: &mut Vec<Change>,
) {
    let of = |edition: &Edition<'_>, index: usize| {
        edition
            .analysis
            .sources
            .of_attribution
            .get(index)
            .copied()
            .flatten()
    };
    let (Some(before), Some(after)) = (of(&scene.old, old), of(&scene.new, new)) else {
        return;
    };
    if identities.same(before, after) {
        return;
    }
    let named = |edition: &Edition<'_>, source: SourceIndex| {
        let source = &edition.analysis.sources.clusters[source];
        source.anonymity == Anonymity::Named && source.name.contains(char::is_uppercase)
    };
    let kind = match (named(&scene.old, before), named(&scene.new, after)) {
        (true, false) => ChangeKind::SourceUnnamed,
        (false, true) => ChangeKind::SourceNamed,
        (true, true) if !share_a_word(scene, before, after) => ChangeKind::SourceExchanged,
        _ => return,
    };
    let words = |edition: &Edition<'_>, index: usize| -> Excerpt {
        let attribution = &edition.analysis.attributions[index];
        let source = hull(tokens(&attribution.source));
        edition.excerpt(if source.is_empty() {
            introduction(attribution)
        } else {
            source
        })
    };
    changes.push(Change {
        kind,
        old: Some(words(&scene.old, old)),
        new: Some(words(&scene.new, new)),
        about: About::Source(Some(before), Some(after)),
    });
}

/// Whether the mentions of two sources share a word that is no function word: a fuller or a shorter name of one body.
fn share_a_word(scene: &Scene<'_>, old: SourceIndex, new: SourceIndex) -> bool {
    let words = |edition: &Edition<'_>, source: SourceIndex| -> Vec<u32> {
        let mentions = &edition.analysis.sources.clusters[source].mentions;
        mentions
            .iter()
            .flat_map(|mention| mention.tokens.clone())
            .filter(|&token| edition.is_content(token))
            .map(|token| edition.stem(token))
            .collect()
    };
    let before = words(&scene.old, old);
    words(&scene.new, new)
        .iter()
        .any(|word| before.contains(word))
}

/// Which sources of the two revisions are one.
pub(super) struct Identities {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Identities {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let (old, new) = (&scene.old.analysis.sources, &scene.new.analysis.sources);
        let mut groups = Self {
            old: vec![0; old.clusters.len()],
            new: vec![0; new.clusters.len()],
        };
        for (number, group) in link(&[old, new]).iter().enumerate() {
            for member in &group.members {
                match member.article {
                    0 => groups.old[member.source] = number,
                    _ => groups.new[member.source] = number,
                }
            }
        }
        // Nameless sources are one where they are called the same.
        let mut names: FxHashMap<String, usize> = FxHashMap::default();
        for (index, source) in old.clusters.iter().enumerate() {
            names.entry(source.name.to_lowercase()).or_insert(index);
        }
        for (index, source) in new.clusters.iter().enumerate() {
            if let Some(&same) = names.get(&source.name.to_lowercase()) {
                groups.new[index] = groups.old[same];
            }
        }
        groups
    }

    pub(super) fn same(&self, old: SourceIndex, new: SourceIndex) -> bool {
        self.old[old] == self.new[new]
    }

    /// Whether a source of the old text is one of the new.
    pub(super) fn stays(&self, old: SourceIndex) -> bool {
        self.new.contains(&self.old[old])
    }

    /// Whether a source of the new text was one of the old.
    pub(super) fn was(&self, new: SourceIndex) -> bool {
        self.old.contains(&self.new[new])
    }
}
