//! The difference card: what to look at first, before any table.

use super::figures::place;
use super::page::Page;
use super::rich::Rich;
use super::tone::Tone;
use crate::report::card::{CardLineReport, EvidenceReport};
use crate::report::revision::line;

/// Lines of evidence below a difference.
const EVIDENCE: usize = 4;

/// Writes the section.
pub(super) fn section(card: &[CardLineReport], page: &mut Page) {
    page.heading(
        "WHAT TO LOOK AT FIRST",
        "largest differences in a fixed order, with the words they rest on",
    );
    if card.is_empty() {
        page.line(&Rich::new().text("no difference of the kinds that this card looks for"));
    }
    for (index, difference) in card.iter().enumerate() {
        page.hanging(
            0,
            3,
            &Rich::new()
                .toned(&format!("{}  ", index + 1), Tone::Title)
                .toned(&line(&difference.text), Tone::Title),
        );
        for evidence in difference.evidence.iter().take(EVIDENCE) {
            page.hanging(5, 7, &proof(evidence, page.width().saturating_sub(6)));
        }
    }
}

/// The words with as much of their sentence as one line holds.
fn proof(evidence: &EvidenceReport, width: usize) -> Rich {
    let letter = char::from(b'A'.saturating_add(evidence.article.min(25) as u8));
    let label = format!("{letter} {} ", place(evidence.sentence, evidence.zone));
    let chars: Vec<char> = evidence.context.chars().collect();
    let from =
        (evidence.span[0].saturating_sub(evidence.context_span[0]) as usize).min(chars.len());
    let words = (evidence.span[1] - evidence.span[0]) as usize;
    let to = (from + words).min(chars.len());
    let room = width.saturating_sub(label.chars().count() + 2);
    // What stands around the words shares what they leave; long words are cut themselves.
    let to = to.min(from + room);
    let left = room.saturating_sub(to - from);
    let before = from.min((left / 2).max(left.saturating_sub(chars.len() - to)));
    let after = (chars.len() - to).min(left.saturating_sub(before));
    let text = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
    let (start, end) = (from - before, to + after);
    let head = if start > 0 { "…" } else { "" };
    let tail = if end < chars.len() { "…" } else { "" };
    let word_start = |at: usize| at == 0 || chars[at - 1] == ' ';
    let start = (start..=from)
        .find(|&at| start == 0 || word_start(at))
        .unwrap_or(start);
    let end = (to..=end)
        .rev()
        .find(|&at| at == chars.len() || chars[at] == ' ')
        .unwrap_or(end);
    Rich::new()
        .toned(&label, Tone::Dim)
        .text(&format!("{head}{}", spaced(&text(start..from))))
        .toned(&spaced(&text(from..to)), Tone::Loaded)
        .text(&format!("{}{tail}", spaced(&text(to..end))))
}

/// Line ends are spaces here.
fn spaced(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}
