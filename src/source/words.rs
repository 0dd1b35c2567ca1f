//! Whose word each reported word is, and what follows for every source (measures §4.1, §4.5).

use super::{Flag, Joint, Relation, Sources, is_counted};
use crate::article::ZoneKind;
use crate::lexicon::Level;
use crate::text::Document;

/// The share of one source's words from which on the article depends on it.
const DOMINANT: (u64, u64) = (3, 4);
/// No relation owns the word.
const NOBODY: u32 = u32::MAX;

/// Counts words and relations of every source, each body word once, for its innermost relation.
pub(super) fn count(document: &Document<'_>, relations: &[Relation], sources: &mut Sources) {
    let owner = owners(document, relations);
    let mut words = vec![(0_u32, 0_u32); relations.len()];
    let body = document
        .blocks
        .iter()
        .filter(|block| block.zone.kind == ZoneKind::Body);
    for at in body.flat_map(|block| block.tokens.clone()) {
        if owner[at] != NOBODY && document.tokens[at].is_word() {
            let (all, direct) = &mut words[owner[at] as usize];
            *all += 1;
            *direct += u32::from(document.tokens[at].is_quoted());
        }
    }
    sources.reported_words = words.iter().map(|&(all, _)| all).sum();
    for (index, relation) in relations.iter().enumerate() {
        let (all, direct) = words[index];
        let joint = sources
            .joint
            .binary_search_by_key(&index, |joint| joint.attribution)
            .ok()
            .map(|at| &sources.joint[at]);
        match (joint, sources.of_attribution[index]) {
            (Some(joint), _) => {
                let joint: Joint = joint.clone();
                let among = joint.sources.len() as u32;
                for (place, &of) in joint.sources.iter().enumerate() {
                    add(
                        sources,
                        of,
                        relation,
                        (part(all, among, place), part(direct, among, place)),
                    );
                }
            }
            (None, Some(of)) => add(sources, of, relation, (all, direct)),
            (None, None) => {
                let unresolved = &mut sources.unresolved;
                unresolved.words += all;
                unresolved.direct_words += direct;
                if relation.counts {
                    unresolved.reports += u32::from(relation.level == Level::Report);
                    unresolved.speech_acts += u32::from(relation.level == Level::SpeechAct);
                }
            }
        }
    }
    sources.flags = flags(sources);
}

/// The relation that each token belongs to: the one with the shortest content around it.
fn owners(document: &Document<'_>, relations: &[Relation]) -> Vec<u32> {
    let mut owner = vec![NOBODY; document.tokens.len()];
    let length = |relation: &Relation| relation.content.iter().map(Range::len).sum::<usize>();
    let mut order: Vec<usize> = (0..relations.len())
        .filter(|&index| is_counted(relations[index].level))
        .collect();
    order.sort_by_cached_key(|&index| {
        let relation = &relations[index];
        (std::cmp::Reverse(length(relation)), relation.nested, index)
    });
    for index in order {
        let relation = &relations[index];
        for at in relation.content.iter().flat_map(Clone::clone) {
            let theirs = relation.level == Level::Report || document.tokens[at].is_quoted();
            if theirs {
                owner[at] = index as u32;
            }
        }
    }
    owner
}

type Range = std::ops::Range<usize>;

/// An equal part of `words`; what is left over goes to those named first.
const fn part(words: u32, among: u32, place: usize) -> u32 {
    words / among + if (place as u32) < words % among { 1 } else { 0 }
}

fn add(sources: &mut Sources, of: usize, relation: &Relation, (all, direct): (u32, u32)) {
    let source = &mut sources.clusters[of];
    source.words += all;
    source.direct_words += direct;
    if !relation.counts || !is_counted(relation.level) {
        return;
    }
    source.reports += u32::from(relation.level == Level::Report);
    source.speech_acts += u32::from(relation.level == Level::SpeechAct);
    if let Some(start) = relation.start() {
        source.first = Some(source.first.map_or(start, |first| first.min(start)));
        source.last = Some(source.last.map_or(start, |last| last.max(start)));
    }
}

fn flags(sources: &Sources) -> Vec<Flag> {
    let words: Vec<u64> = sources
        .clusters
        .iter()
        .map(|source| u64::from(source.words))
        .filter(|&words| words > 0)
        .collect();
    let (all, most) = (
        words.iter().sum::<u64>(),
        words.iter().max().copied().unwrap_or(0),
    );
    let mut flags = Vec::new();
    if sources.reported_words == 0 {
        flags.push(Flag::NoReportedSpeech);
    }
    match words.len() {
        0 => {}
        1 => flags.push(Flag::OneSource),
        _ if most * DOMINANT.1 >= all * DOMINANT.0 => flags.push(Flag::OneSourceDominates),
        _ => {}
    }
    flags
}
