//! Sentence boundaries (measures §1.3): terminators mended by an abbreviation list; scripts with other terminators take UAX #29.

use super::{Document, Sentence, TokenIndex, TokenKind};
use crate::article::ZoneKind;
use rustc_hash::FxHashSet;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The words that decide whether a period ends a sentence. They come from the packs, so that this module knows no language.
#[derive(Debug, Clone, Default)]
pub struct SentenceRules {
    /// Words whose period never ends a sentence: titles, months, `No.`
    pub never: FxHashSet<String>,
    /// Words whose period ends a sentence only before a starter: `Inc.`, `Jr.`
    pub seldom: FxHashSet<String>,
    /// Words that, capitalised, open a sentence: `The`, `He`, `But`.
    pub starters: FxHashSet<String>,
    /// Words that follow a hyphen only where it stood for a dash: `was`, `which`.
    pub dash_tails: FxHashSet<String>,
    /// Verbs that follow a quotation which ends in its own terminator: `"Why?" Orr asked.`
    pub speech: FxHashSet<String>,
}

/// The longest that a sentence may be, in tokens. Longer runs are lists, tables and hostile input; they are cut, so that rules which look
/// through a sentence cost no more than their share.
const LONGEST: usize = 192;

pub(super) fn split(document: &mut Document<'_>, rules: &SentenceRules) {
    let mut sentences = Vec::new();
    let mut number = 0;
    for block in 0..document.blocks.len() {
        let range = document.blocks[block].tokens.clone();
        let first = sentences.len();
        let body = document.blocks[block].zone.kind == ZoneKind::Body;
        for tokens in ranges(document, range, rules) {
            number += u32::from(body);
            sentences.push(Sentence {
                tokens,
                block,
                number: if body { number } else { 0 },
            });
        }
        document.blocks[block].sentences = first..sentences.len();
    }
    document.sentences = sentences;
}

fn ranges(
    document: &Document<'_>,
    range: Range<TokenIndex>,
    rules: &SentenceRules,
) -> Vec<Range<TokenIndex>> {
    let mut found = Vec::new();
    let (mut start, mut at, mut brackets) = (range.start, range.start, 0_u32);
    let foreign = foreign_boundaries(document, &range);
    while at < range.end {
        let kind = document.tokens[at].kind;
        // Most tokens are words that end in no full stop.
        if kind == TokenKind::Word
            && foreign.is_empty()
            && at - start < LONGEST
            && document.text.as_bytes()[document.tokens[at].end as usize - 1] != b'.'
        {
            at += 1;
            continue;
        }
        match kind {
            TokenKind::Open => brackets += 1,
            TokenKind::Close => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        let terminates = match kind {
            TokenKind::Period | TokenKind::Terminator | TokenKind::Ellipsis => true,
            TokenKind::Word => {
                document.text.as_bytes()[document.tokens[at].end as usize - 1] == b'.'
            }
            _ => false,
        };
        let mut next = at + 1;
        if terminates && brackets == 0 {
            while next < range.end && closes(document, next) {
                next += 1;
            }
            if next < range.end
                && ends(document, at, next, &range, rules)
                && !in_short_quotation(document, at, next)
            {
                found.push(start..next);
                start = next;
            }
        } else if foreign.binary_search(&next).is_ok() {
            found.push(start..next);
            start = next;
        }
        at = next;
        while at - start > LONGEST {
            let end = last_pause(document, start, start + LONGEST);
            found.push(start..end);
            start = end;
        }
    }
    if start < range.end {
        found.push(start..range.end);
    }
    found
}

/// Where a run that is too long for a sentence is cut: after its last comma or semicolon, else anywhere.
fn last_pause(document: &Document<'_>, start: TokenIndex, end: TokenIndex) -> TokenIndex {
    let pause = |&at: &TokenIndex| {
        matches!(
            document.tokens[at].kind,
            TokenKind::Comma | TokenKind::Semicolon
        )
    };
    (start + LONGEST / 2..end)
        .rev()
        .find(pause)
        .map_or(end, |at| at + 1)
}

fn closes(document: &Document<'_>, at: TokenIndex) -> bool {
    let token = &document.tokens[at];
    match token.kind {
        TokenKind::CloseQuote
        | TokenKind::Close
        | TokenKind::Period
        | TokenKind::Terminator
        | TokenKind::Ellipsis => true,
        TokenKind::Quote => !token.space_before,
        _ => false,
    }
}

fn ends(
    document: &Document<'_>,
    at: TokenIndex,
    next: TokenIndex,
    range: &Range<TokenIndex>,
    rules: &SentenceRules,
) -> bool {
    let follower = &document.tokens[next];
    let opens = match follower.kind {
        TokenKind::OpenQuote | TokenKind::Open => true,
        TokenKind::Number => true,
        TokenKind::Word => {
            follower.capital
                || document
                    .token_text(next)
                    .starts_with(|c: char| c.is_ascii_digit())
        }
        TokenKind::Quote => {
            follower.space_before && next + 1 < range.end && document.tokens[next + 1].capital
        }
        TokenKind::Dash | TokenKind::Other => {
            follower.space_before
                && next + 1 < range.end
                && document.tokens[next + 1].capital
                && document.tokens[at].kind != TokenKind::Word
        }
        _ => false,
    };
    if !opens {
        return false;
    }
    let previous = at.checked_sub(1).filter(|&p| p >= range.start);
    if !follower.space_before && document.tokens[at].kind == TokenKind::Period && next == at + 1 {
        // "end.Next": only where the space was plainly lost.
        let lost = previous.is_some_and(|p| {
            !document.tokens[p].capital
                && document.tokens[p].span().len() >= 2
                && document.tokens[p].kind == TokenKind::Word
        });
        return lost && follower.capital;
    }
    if next > at + 1
        && document.tokens[at].kind != TokenKind::Word
        && attribution_follows(document, at, next, range, rules)
    {
        return false;
    }
    let starter = || follower.capital && rules.starters.contains(document.folded(next));
    match document.tokens[at].kind {
        TokenKind::Word => next > at + 1 || starter(),
        TokenKind::Period => {
            let Some(previous) = previous.filter(|_| !document.tokens[at].space_before) else {
                return true;
            };
            let word = document.folded(previous);
            if rules.never.contains(word) && document.tokens[previous].capital {
                return false;
            }
            let initial = document.tokens[previous].capital
                && document.tokens[previous].span().len() == 1
                && word != "i";
            if initial || rules.seldom.contains(word) {
                next > at + 1 || starter()
            } else {
                true
            }
        }
        _ => true,
    }
}

/// Whether a quotation that ends in its own terminator is followed by its attribution: `"Why?" Mara Orr asked.`
fn attribution_follows(
    document: &Document<'_>,
    at: TokenIndex,
    next: TokenIndex,
    range: &Range<TokenIndex>,
    rules: &SentenceRules,
) -> bool {
    const REACH: usize = 6;
    if document.tokens[next - 1].kind != TokenKind::CloseQuote {
        return false;
    }
    // After a plain period only a tail and nothing else: “…us.” Orr said.
    let plain = document.tokens[at].kind == TokenKind::Period;
    for index in next..range.end.min(next + REACH) {
        let token = &document.tokens[index];
        let abbreviates = token.kind == TokenKind::Period
            && !token.space_before
            && rules.never.contains(document.folded(index - 1));
        if token.kind != TokenKind::Word && !abbreviates {
            return false;
        }
        if rules.speech.contains(document.folded(index)) {
            return !plain
                || index + 1 >= range.end
                || document.tokens[index + 1].kind == TokenKind::Period;
        }
    }
    false
}

fn in_short_quotation(document: &Document<'_>, at: TokenIndex, next: TokenIndex) -> bool {
    const SHORT: u32 = 4;
    let (a, b) = (document.tokens[at].quote, document.tokens[next].quote);
    a != 0
        && a == b
        && document
            .quotations
            .get(a as usize - 1)
            .is_some_and(|quotation| quotation.words < SHORT)
}

/// Boundaries after terminators of other scripts, as indices of the token that follows; empty for most blocks.
fn foreign_boundaries(document: &Document<'_>, range: &Range<TokenIndex>) -> Vec<TokenIndex> {
    let terminates = |at: TokenIndex| {
        document.tokens[at].kind == TokenKind::Other
            && document.token_text(at).starts_with([
                '\u{3002}', '\u{FF01}', '\u{FF1F}', '\u{61F}', '\u{6D4}', '\u{964}', '\u{965}',
            ])
    };
    if !range.clone().any(terminates) {
        return Vec::new();
    }
    let span = document.span_of(range.clone());
    let text = span.slice(document.text);
    text.split_sentence_bound_indices()
        .map(|(offset, _)| {
            document
                .tokens
                .partition_point(|token| token.start < span.start + offset as u32)
        })
        .filter(|&index| {
            index > range.start && matches!(document.tokens[index - 1].kind, TokenKind::Other)
        })
        .collect()
}
