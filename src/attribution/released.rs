//! Reports that stand beside what another cue takes up (measures §3.5 G).

use super::{Attribution, Scene, Tag};
use crate::lexicon::{CueKind, Level};
use crate::text::{TokenIndex, TokenKind};

/// How many attributions back and ahead an overlapping one of the same sentence is looked for.
const REACH: usize = 12;

/// Cuts a content where a report of another speaker begins in it.
///
/// "He offered help to farmers who say the tax is unfair", "Half feared the worst, and four in ten said it would pass": the later
/// report is no part of what the earlier cue takes up.
pub(super) fn release(scene: &Scene<'_>, found: &mut [Attribution]) {
    for inner in 0..found.len() {
        let Some(start) = start_of_report(scene, &found[inner]) else {
            continue;
        };
        let near = inner.saturating_sub(REACH)..found.len().min(inner + REACH);
        for outer in near {
            if outer == inner || found[outer].sentence != found[inner].sentence {
                continue;
            }
            if stands_beside(scene, &found[outer], &found[inner], start) {
                let cue = found[outer].cue.tokens.first().map_or(0, |cue| cue.end);
                for range in &mut found[outer].content {
                    if range.start >= cue && range.contains(&start) {
                        range.end = before_link(scene, range.start, start);
                    }
                }
                found[outer].content.retain(|range| !range.is_empty());
            }
        }
    }
}

/// Where a report by a verb begins, with its speaker when he stands left of it.
fn start_of_report(scene: &Scene<'_>, inner: &Attribution) -> Option<TokenIndex> {
    let cue = inner.cue.tokens.first()?.start;
    let verb = inner
        .cue
        .id
        .is_some_and(|id| scene.lexicon.cue(id).kind == CueKind::Verb);
    if !verb || inner.level != Level::Report || scene.quoted(cue) {
        return None;
    }
    // What is said must follow: "…, Orr said" closes what stands before it.
    if !inner.content.iter().any(|range| range.start > cue) {
        return None;
    }
    let mut start = cue;
    while start > 0 && scene.tags[start - 1].is_auxiliary() {
        start -= 1;
    }
    Some(
        inner
            .source
            .first()
            .filter(|source| source.end <= start && start - source.end < 3)
            .map_or(start, |source| source.start),
    )
}

/// Whether a report that begins at `start` in the content of `outer` is no part of it.
fn stands_beside(
    scene: &Scene<'_>,
    outer: &Attribution,
    inner: &Attribution,
    start: TokenIndex,
) -> bool {
    let (Some(first), Some(own)) = (outer.cue.tokens.first(), inner.cue.tokens.first()) else {
        return false;
    };
    let Some(range) = outer.content.iter().find(|range| {
        range.start >= first.end && range.contains(&start) && range.contains(&own.start)
    }) else {
        return false;
    };
    if start <= range.start + 1 {
        return false;
    }
    let link = scene.tags[start - 1];
    let comma = |at: TokenIndex| matches!(scene.kind(at), TokenKind::Comma | TokenKind::Dash);
    let named = inner
        .source
        .first()
        .is_some_and(|source| source.start == start && scene.tags[start] != Tag::Pronoun);
    let relative = inner
        .source
        .first()
        .is_some_and(|source| source.len() == 1 && scene.tags[source.start] == Tag::Relative);
    let nominal = !matches!(scene.tags[range.start], Tag::That | Tag::Interrogative);
    match outer.level {
        Level::Report => {
            named
                && link == Tag::Coordinator
                && (comma(start - 2) || scene.word(start - 1) == "but")
        }
        _ => {
            relative && nominal
                || named && (link == Tag::Coordinator || comma(start - 1))
                || !relative && nominal && matches!(link, Tag::Subordinator | Tag::Interrogative)
        }
    }
}

/// The end of what stands before a report: without the word or mark that links the two.
fn before_link(scene: &Scene<'_>, low: TokenIndex, start: TokenIndex) -> TokenIndex {
    let mut end = start;
    while end > low
        && (matches!(
            scene.tags[end - 1],
            Tag::Coordinator
                | Tag::Subordinator
                | Tag::Interrogative
                | Tag::Preposition
                | Tag::Adverb
        ) || matches!(scene.kind(end - 1), TokenKind::Comma | TokenKind::Dash))
    {
        end -= 1;
    }
    end
}
