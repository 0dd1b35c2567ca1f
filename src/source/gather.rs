//! From relations to sources: links all mentions, then describes every cluster.

use super::names::Names;
use super::reader::{List, Reader};
use super::runs::Look;
use super::sieve::{Cluster, Sieve};
use super::{
    Actor, Anonymity, Doubt, Joint, LinkedBy, Mention, Note, Relation, SourceIndex, Sources,
    anonymity, describe, joint,
};
use crate::text::TokenIndex;
use std::ops::Range;

/// A mention with the sources that it was linked to.
type Linked = (Range<TokenIndex>, Vec<(SourceIndex, LinkedBy)>);

/// Gathers the sources of all relations.
pub(super) fn gather(reader: &Reader<'_>, relations: &[Relation], actors: &[Actor]) -> Sources {
    let names = Names::find(reader);
    let mut order: Vec<(TokenIndex, usize, Range<TokenIndex>)> = relations
        .iter()
        .enumerate()
        .filter_map(|(index, relation)| Some((index, relation.mention()?)))
        .map(|(index, mention)| (mention.start, index, mention))
        .collect();
    order.sort_by_key(|(start, index, _)| (*start, *index));
    let mut sieve = Sieve::new(reader, names, actors);
    let mut sources = Sources {
        of_attribution: vec![None; relations.len()],
        ..Sources::default()
    };
    let mut mentions: Vec<Vec<Mention>> = Vec::new();
    let mut last: Option<Linked> = None;
    for (_, index, mention) in order {
        let linked = match &last {
            Some((same, linked)) if *same == mention => linked
                .iter()
                .map(|&(of, by)| (of, by.max(LinkedBy::SameWords)))
                .collect(),
            _ => joint::parts(reader, &sieve.names, &mention)
                .iter()
                .flat_map(|part| sieve.link(part))
                .collect::<Vec<_>>(),
        };
        last = Some((mention.clone(), linked.clone()));
        mentions.resize_with(sieve.clusters.len(), Vec::new);
        sources.of_attribution[index] = linked.first().map(|&(of, _)| of);
        for &(of, linked_by) in &linked {
            mentions[of].push(Mention {
                tokens: mention.clone(),
                linked_by,
                attribution: index,
            });
        }
        if linked.len() > 1 {
            let mut of: Vec<SourceIndex> = linked.iter().map(|&(of, _)| of).collect();
            of.dedup();
            sources.joint.push(Joint {
                attribution: index,
                sources: of,
            });
        }
    }
    finish(reader, relations, sieve, mentions, sources)
}

fn finish(
    reader: &Reader<'_>,
    relations: &[Relation],
    sieve: Sieve<'_, '_>,
    mentions: Vec<Vec<Mention>>,
    mut sources: Sources,
) -> Sources {
    sources.unresolved.attributions = (0..relations.len())
        .filter(|&index| sources.of_attribution[index].is_none())
        .collect();
    sources.joint.sort_by_key(|joint| joint.attribution);
    let Sieve {
        names,
        clusters,
        doubts,
        ..
    } = sieve;
    // Pronouns may have named somebody who comes later in order: clusters are sorted by their first mention.
    let mut rank: Vec<SourceIndex> = (0..clusters.len()).collect();
    rank.sort_by_key(|&of| {
        mentions[of]
            .first()
            .map_or(TokenIndex::MAX, |mention| mention.tokens.start)
    });
    let mut place = vec![0; clusters.len()];
    for (to, &from) in rank.iter().enumerate() {
        place[from] = to;
    }
    let mut mentions: Vec<Option<Vec<Mention>>> = mentions.into_iter().map(Some).collect();
    for &of in &rank {
        let mentions = mentions[of].take().unwrap_or_default();
        sources
            .clusters
            .push(describe::describe(reader, &names, &clusters[of], mentions));
    }
    for of in sources.of_attribution.iter_mut().flatten() {
        *of = place[*of];
    }
    for joint in &mut sources.joint {
        for of in &mut joint.sources {
            *of = place[*of];
            sources.clusters[*of].joint = true;
        }
    }
    sources.notes = doubts
        .into_iter()
        .map(|note| Note {
            source: place[note.source],
            ..note
        })
        .collect();
    sources.roles = describe::role_links(reader, &names);
    role_then_name(reader, &names, &clusters, &place, &mut sources);
    reasons(reader, &mut sources);
    media(reader, &names, relations, &mut sources);
    sources
}

/// "Turkey's foreign minister", then a full name as the subject of the next sentence.
fn role_then_name(
    reader: &Reader<'_>,
    names: &Names,
    clusters: &[Cluster],
    place: &[usize],
    sources: &mut Sources,
) {
    use super::pronoun::Who;
    let mut of_entry = vec![None; names.entries.len()];
    for (index, cluster) in clusters.iter().enumerate() {
        if let Some(entry) = cluster.entry {
            of_entry[entry] = Some(place[index]);
        }
    }
    let sentence = |at: TokenIndex| reader.document.sentence_of(at);
    for pair in names.subjects.windows(2) {
        let (Who::Role(role), Who::Name(at)) = (&pair[0].who, &pair[1].who) else {
            continue;
        };
        let Some(named) = names.at(*at) else { continue };
        let entry = &names.entries[named.entry];
        let person = entry.look == Look::Person && entry.first == *at && entry.clues.is_empty();
        let office = !role.plural
            && reader.lexicon.role(role.role).person
            && reader.is_all(List::Office, &role.head);
        if person
            && office
            && sentence(*at) == sentence(pair[0].at) + 1
            && let Some(source) = of_entry[named.entry]
            && !sources.clusters[source]
                .mentions
                .iter()
                .any(|mention| mention.tokens.contains(&role.head.start))
        {
            sources.notes.push(Note {
                mention: role.tokens.clone(),
                other: entry.name.clone(),
                source,
                why: Doubt::RoleThenName,
            });
        }
    }
}

/// Gives every reason to the nameless source beside it: in its sentence, or the one before.
fn reasons(reader: &Reader<'_>, sources: &mut Sources) {
    let found = anonymity::reasons(reader);
    if found.is_empty() {
        return;
    }
    let mut nameless: Vec<(usize, TokenIndex, SourceIndex)> = Vec::new();
    for (index, source) in sources.clusters.iter().enumerate() {
        if matches!(
            source.anonymity,
            Anonymity::Anonymous { .. } | Anonymity::UnnamedSpokesperson
        ) {
            let at = source.mentions.iter().map(|mention| mention.tokens.start);
            nameless.extend(at.map(|at| (reader.document.sentence_of(at), at, index)));
        }
    }
    nameless.sort_unstable();
    for reason in found {
        let sentence = reader.document.sentence_of(reason.start);
        let end = nameless
            .partition_point(|&(of, at, _)| of < sentence || of == sentence && at < reason.start);
        let before = nameless[..end]
            .last()
            .filter(|&&(of, _, _)| of + 1 >= sentence);
        let after = nameless.get(end).filter(|&&(of, _, _)| of == sentence);
        let here = before
            .filter(|&&(of, _, _)| of == sentence)
            .or(after)
            .or(before);
        if let Some(&(_, _, of)) = here {
            let source = &mut sources.clusters[of];
            source.anonymity = anonymity::with_reason(source.anonymity);
            source.reason.get_or_insert(reason);
        }
    }
}

/// The medium through which a source spoke.
fn media(reader: &Reader<'_>, names: &Names, relations: &[Relation], sources: &mut Sources) {
    for (index, relation) in relations.iter().enumerate() {
        let Some(of) = sources.of_attribution[index] else {
            continue;
        };
        if sources.clusters[of].via.is_some() {
            continue;
        }
        let named = relation.via.clone().map(|via| reader.shown(&via));
        let beside = || {
            let cue = relation.cue.first()?.start;
            let sentence = reader.sentence(cue);
            let end = sentence.end.min(cue + 8);
            let medium = anonymity::medium(reader, names, &(cue..end))?;
            let own = relation
                .mention()
                .is_some_and(|mention| mention.contains(&medium.start));
            (!own).then(|| reader.shown(&medium))
        };
        sources.clusters[of].via = named.or_else(beside);
    }
}
