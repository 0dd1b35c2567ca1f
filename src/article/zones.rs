//! Tells which block of a plain text is headline, byline, body and so on (measures §1.1).

use super::dateline::dateline;
use super::furniture::furniture;
use super::headline::Title;
use super::lines::{Block, blocks};
use super::parts::{HEADLINE_WORDS, Parts, count_words};
use super::rules::ZoneRules;
use super::shape::Shape;
use super::{Zone, ZoneKind};
use crate::span::Span;

/// The zones of `text`, in order and without overlap. `front` is the front matter, which has been read before; `title` is the
/// one that the metadata give: where the text repeats it, that is the headline.
pub fn zones(text: &str, front: Option<Span>, title: Option<&str>, rules: &ZoneRules) -> Vec<Zone> {
    let from = front.map_or(0, |span| span.end as usize);
    let mut blocks = blocks(text, from, |line| {
        furniture(line, Shape::of_start(line), rules).is_some()
    });
    let repeated = if title.is_none() {
        repeated_line(text, &blocks)
    } else {
        None
    };
    let headlines = title
        .or(repeated)
        .map_or_else(Vec::new, |title| merge_titles(text, &mut blocks, title));
    let mut parts = Parts::new(text, &blocks, rules);
    parts.give_headline(title, &headlines);
    parts.give_rest();
    let mut zones: Vec<Zone> = front
        .map(|span| Zone {
            kind: ZoneKind::Metadata,
            span,
        })
        .into_iter()
        .collect();
    let mut seen_body = false;
    for (block, kind) in blocks.iter().zip(parts.kinds) {
        let (kind, span) = (kind.unwrap_or(ZoneKind::Body), block.span);
        let cut = if kind == ZoneKind::Body && !seen_body {
            dateline(span.slice(text), rules)
        } else {
            None
        };
        seen_body |= kind == ZoneKind::Body;
        zones.extend(cut_dateline(text, kind, span, cut));
    }
    zones
}

/// The block as one zone, or as its dateline and what follows it.
fn cut_dateline(
    text: &str,
    kind: ZoneKind,
    span: Span,
    cut: Option<usize>,
) -> impl Iterator<Item = Zone> {
    let Some(cut) = cut else {
        return [Some(Zone { kind, span }), None].into_iter().flatten();
    };
    let end = span.start + cut as u32;
    let rest = &text[end as usize..span.end as usize];
    let start = end + (rest.len() - rest.trim_start().len()) as u32;
    let place = Zone {
        kind: ZoneKind::Dateline,
        span: Span::new(span.start, end),
    };
    let body = (start < span.end).then_some(Zone {
        kind,
        span: Span::new(start, span.end),
    });
    [Some(place), body].into_iter().flatten()
}

/// A headline that stands twice on top, as pages print it for the eye and for machines.
fn repeated_line<'a>(text: &'a str, blocks: &[Block]) -> Option<&'a str> {
    let lines: Vec<&str> = blocks
        .iter()
        .take(6)
        .map(|block| block.span.slice(text))
        .collect();
    let pair = lines
        .windows(2)
        .find(|pair| pair[0] == pair[1] && count_words(pair[0]) >= 3)?;
    (count_words(pair[0]) <= HEADLINE_WORDS).then_some(pair[0])
}

/// Joins blocks that only together are the title, and says which blocks repeat it.
fn merge_titles(text: &str, blocks: &mut Vec<Block>, title: &str) -> Vec<usize> {
    let Some(title) = Title::new(title) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut first = 0;
    while first < blocks.len().min(12) {
        let whole = |last: usize| Span::new(blocks[first].span.start, blocks[last].span.end);
        let last =
            (first..blocks.len().min(first + 3)).find(|&last| title.is(whole(last).slice(text)));
        if let Some(last) = last {
            blocks[first].span = whole(last);
            blocks.drain(first + 1..=last);
            found.push(first);
        }
        first += 1;
    }
    if found.len() == blocks.len() {
        Vec::new()
    } else {
        found
    }
}
