//! Settles what overlaps: nested attributions, duplicates, forms by quotation (measures §3.5 G).

use super::{Attribution, Form, Scene, Tag};
use crate::article::ZoneKind;
use crate::lexicon::{CueKind, Level};
use crate::text::{TokenIndex, TokenKind};

/// How many attributions back an earlier cue of the same sentence is looked for.
const REACH: usize = 12;

/// Most quoted words of a partial quotation.
const PARTIAL: u32 = 8;

pub(super) fn settle(scene: &Scene<'_>, found: &mut Vec<Attribution>) {
    for attribution in found.iter_mut() {
        remove_own_words(attribution);
        join_content(attribution);
    }
    found.retain(|attribution| !attribution.content.is_empty());
    part_coordinated(scene, found);
    super::released::release(scene, found);
    pass_through(scene, found);
    found.retain(|attribution| !attribution.content.is_empty());
    mark_nested(found);
    found.retain(|attribution| !attribution.nested || relays(scene, attribution));
    for attribution in found.iter_mut() {
        let headline = scene.document.blocks[scene.document.sentences[attribution.sentence].block]
            .zone
            .kind
            == ZoneKind::Headline;
        if headline
            && attribution.form == Form::Indirect
            && attribution.content.iter().all(|range| {
                attribution
                    .cue
                    .tokens
                    .first()
                    .is_some_and(|cue| range.end <= cue.start)
            })
        {
            attribution.form = Form::HeadlineTail;
        }
        if matches!(
            attribution.form,
            Form::Indirect | Form::AccordingTo | Form::HeadlineTail
        ) {
            attribution.form = form(scene, attribution);
        }
    }
}

/// "…, he said, according to a transcript": the outer source is the way by which the inner report came.
fn pass_through(scene: &Scene<'_>, found: &mut [Attribution]) {
    for later in 0..found.len() {
        let Some(cue) = found[later].cue.tokens.first().cloned() else {
            continue;
        };
        let evidential = found[later]
            .cue
            .id
            .is_some_and(|id| scene.lexicon.cue(id).kind == CueKind::Phrase)
            && found[later].level == Level::Report;
        let Some(via) = found[later]
            .source
            .first()
            .cloned()
            .filter(|via| evidential && via.start >= cue.end)
        else {
            continue;
        };
        let inner = (later.saturating_sub(REACH)..found.len().min(later + REACH)).find(|&inner| {
            let inner = &found[inner];
            inner.level == Level::Report
                && inner.sentence == found[later].sentence
                && inner.cue.tokens.first().is_some_and(|own| {
                    own.end + 1 == cue.start && scene.kind(own.end) == TokenKind::Comma
                })
                && inner.content.iter().all(|range| range.end <= cue.start)
        });
        if let Some(inner) = inner {
            found[inner].via = Some(via);
        }
    }
}

/// Within somebody's words, only what a third party is reported to have said is an attribution of its own.
fn relays(scene: &Scene<'_>, attribution: &Attribution) -> bool {
    attribution.level == Level::Report
        && attribution
            .cue
            .id
            .is_some_and(|id| matches!(scene.lexicon.cue(id).kind, CueKind::Verb | CueKind::Phrase))
}

/// A content never covers its own cue or source.
fn remove_own_words(attribution: &mut Attribution) {
    let own: Vec<_> = attribution
        .cue
        .tokens
        .iter()
        .chain(&attribution.source)
        .cloned()
        .collect();
    for range in own {
        let overlaps = |content: &std::ops::Range<TokenIndex>| {
            range.end > content.start && content.end > range.start
        };
        if !attribution.content.iter().any(overlaps) {
            continue;
        }
        let mut kept = Vec::new();
        for content in attribution.content.drain(..) {
            if range.end <= content.start || content.end <= range.start {
                kept.push(content);
                continue;
            }
            if content.start < range.start {
                kept.push(content.start..range.start);
            }
            if range.end < content.end {
                kept.push(range.end..content.end);
            }
        }
        attribution.content = kept;
    }
}

fn join_content(attribution: &mut Attribution) {
    if attribution.content.len() < 2 {
        return;
    }
    attribution
        .content
        .sort_by_key(|range| (range.start, range.end));
    attribution.content.dedup_by(|next, before| {
        if next.start <= before.end {
            before.end = before.end.max(next.end);
            true
        } else {
            false
        }
    });
}

/// "Orr refused to sign, said it was late": a later cue with a subject left of the earlier cue is no part of what the earlier
/// one reports, whose content ends before it.
fn part_coordinated(scene: &Scene<'_>, found: &mut [Attribution]) {
    for later in 0..found.len() {
        let (Some(cue), Some(source)) = (
            found[later].cue.tokens.first().cloned(),
            found[later].source.first().cloned(),
        ) else {
            continue;
        };
        let reach = later.saturating_sub(REACH)..later;
        for earlier in reach {
            let Some(first) = found[earlier].cue.tokens.first().cloned() else {
                continue;
            };
            if first.start >= cue.start
                || source.start >= first.start
                || found[earlier].sentence != found[later].sentence
            {
                continue;
            }
            let mut end = cue.start;
            let mut parted = false;
            while end > first.end
                && (scene.tags[end - 1].is_auxiliary()
                    || matches!(scene.tags[end - 1], Tag::Coordinator)
                    || scene.kind(end - 1) == TokenKind::Comma)
            {
                parted |= !scene.tags[end - 1].is_auxiliary();
                end -= 1;
            }
            if !parted {
                continue;
            }
            for range in &mut found[earlier].content {
                if range.start > first.start
                    && range.contains(&cue.start)
                    && !scene.quoted(cue.start)
                {
                    range.end = end.max(range.start);
                }
            }
            found[earlier].content.retain(|range| !range.is_empty());
        }
    }
}

/// Marks attributions whose cue stands in the content of another. The outer one is the one that began first to speak.
fn mark_nested(found: &mut [Attribution]) {
    let spans: Vec<(usize, TokenIndex, TokenIndex)> = found
        .iter()
        .enumerate()
        .flat_map(|(index, attribution)| {
            attribution
                .content
                .iter()
                .map(move |range| (index, range.start, range.end))
        })
        .collect();
    let mut by_start = spans.clone();
    by_start.sort_by_key(|&(_, start, _)| start);
    // Contents are bounded by sentences and quotations, so that few overlap a place: a sweep with the longest reach so far.
    let mut reach = 0;
    let furthest: Vec<TokenIndex> = by_start
        .iter()
        .map(|&(_, _, end)| {
            reach = reach.max(end);
            reach
        })
        .collect();
    for index in 0..found.len() {
        let Some(cue) = found[index].cue.tokens.first().map(|range| range.start) else {
            continue;
        };
        let mut at = by_start.partition_point(|&(_, start, _)| start <= cue);
        let mut looked = 0;
        while at > 0 && furthest[at - 1] > cue && looked < 64 {
            at -= 1;
            looked += 1;
            let (outer, start, end) = by_start[at];
            if outer != index && start <= cue && cue < end && !begins_inside(found, outer, index) {
                found[index].nested = true;
                break;
            }
        }
    }
}

/// Whether two attributions claim each other's cue, and `outer` is the later of them: then it is the one inside.
fn begins_inside(found: &[Attribution], outer: usize, inner: usize) -> bool {
    let first = |index: usize| found[index].cue.tokens.first().map(|range| range.start);
    let (Some(outer_cue), Some(inner_cue)) = (first(outer), first(inner)) else {
        return false;
    };
    outer_cue > inner_cue
        && found[inner]
            .content
            .iter()
            .any(|range| range.contains(&outer_cue))
}

fn form(scene: &Scene<'_>, attribution: &Attribution) -> Form {
    let (words, direct) = (
        attribution.words(scene.document),
        attribution.direct_words(scene.document),
    );
    match (attribution.form, direct) {
        (Form::HeadlineTail, _) => Form::HeadlineTail,
        (form, 0) => form,
        (_, direct) if direct == words => Form::Direct,
        (_, direct) if direct <= PARTIAL => Form::Partial,
        _ => Form::Mixed,
    }
}
