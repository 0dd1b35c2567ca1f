//! Quotation segments (measures §1.4). Marks are paired within a block, so that an odd mark never costs the rest of the article its quotes.

use super::{Document, TokenIndex, TokenKind};
use crate::span::Span;
use std::ops::Range;

/// The marks of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteStyle {
    /// `"…"`, `“…”`, `„…“`, ` ``…'' `
    Double,
    /// `'…'`, `‘…’`
    Single,
    /// `«…»`, `‹…›`
    Angle,
}

/// What stands between two quotation marks.
#[derive(Debug, Clone)]
pub struct Quotation {
    /// The tokens between the marks, the marks excluded.
    pub inner: Range<TokenIndex>,
    /// The tokens with the marks; equal to `inner` at the end when the closing mark is missing.
    pub outer: Range<TokenIndex>,
    /// The bytes with the marks.
    pub span: Span,
    /// The block that holds it.
    pub block: usize,
    /// Its marks.
    pub style: QuoteStyle,
    /// 0 for a quotation of the article, 1 for one inside it.
    pub depth: u8,
    /// Whether it has no closing mark because it runs on in the next paragraph, which opens with a mark again.
    pub runs_on: bool,
    /// How many words it holds.
    pub words: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
    Either,
    Neither,
}

struct Opened {
    at: TokenIndex,
    style: QuoteStyle,
    low: bool,
}

/// Finds the quotations of all blocks, marks their tokens and turns the marks' kinds into open and close.
pub(super) fn find(document: &mut Document<'_>) {
    let mut found: Vec<Quotation> = Vec::new();
    for block in 0..document.blocks.len() {
        let range = document.blocks[block].tokens.clone();
        let mut stack: Vec<Opened> = Vec::new();
        for at in range.clone() {
            if document.tokens[at].kind == TokenKind::Quote {
                step(document, block, at, &range, &mut stack, &mut found);
            }
        }
        if let Some(open) = stack.iter().find(|open| open.style != QuoteStyle::Single)
            && next_block_opens_with_quote(document, block)
        {
            found.push(quotation(document, block, open, range.end, false));
        }
    }
    found.sort_by_key(|quotation| {
        (
            quotation.outer.start,
            std::cmp::Reverse(quotation.outer.end),
        )
    });
    nest(&mut found);
    for (index, quotation) in found.iter().enumerate() {
        document.tokens[quotation.outer.start].kind = TokenKind::OpenQuote;
        if quotation.outer.end > quotation.inner.end {
            document.tokens[quotation.inner.end].kind = TokenKind::CloseQuote;
        }
        if quotation.depth == 0 {
            for token in &mut document.tokens[quotation.outer.clone()] {
                token.quote = index as u32 + 1;
            }
        }
    }
    document.quotations = found;
}

fn nest(found: &mut [Quotation]) {
    let mut ends: Vec<TokenIndex> = Vec::new();
    for quotation in found {
        while ends.last().is_some_and(|&end| end <= quotation.outer.start) {
            ends.pop();
        }
        quotation.depth = ends.len().min(u8::MAX as usize) as u8;
        ends.push(quotation.outer.end);
    }
}

fn step(
    document: &Document<'_>,
    block: usize,
    at: TokenIndex,
    range: &Range<TokenIndex>,
    stack: &mut Vec<Opened>,
    found: &mut Vec<Quotation>,
) {
    let (style, turn, low) = read_mark(document, at, range, stack);
    let open = stack.iter().rposition(|open| open.style == style);
    let turn = match turn {
        Turn::Either if open.is_some() => Turn::Close,
        Turn::Either => Turn::Open,
        turn => turn,
    };
    match (turn, open) {
        (Turn::Open, Some(earlier)) if style != QuoteStyle::Single => {
            // The earlier mark never closed: it was a stray.
            stack.truncate(earlier);
            stack.push(Opened { at, style, low });
        }
        (Turn::Open, None) => stack.push(Opened { at, style, low }),
        (Turn::Close, Some(earlier)) => {
            let open = stack.drain(earlier..).next();
            if let Some(open) = open
                && at > open.at + 1
            {
                found.push(quotation(document, block, &open, at, true));
            }
        }
        _ => {}
    }
}

fn quotation(
    document: &Document<'_>,
    block: usize,
    open: &Opened,
    end: TokenIndex,
    closed: bool,
) -> Quotation {
    let inner = open.at + 1..end;
    let outer = open.at..if closed { end + 1 } else { end };
    let words = document.words_in(inner.clone());
    Quotation {
        span: document.span_of(outer.clone()),
        inner,
        outer,
        block,
        style: open.style,
        depth: 0,
        runs_on: !closed,
        words,
    }
}

fn next_block_opens_with_quote(document: &Document<'_>, block: usize) -> bool {
    document
        .blocks
        .get(block + 1)
        .and_then(|next| document.tokens.get(next.tokens.start))
        .is_some_and(|token| {
            token.kind == TokenKind::Quote
                && matches!(
                    token.span().slice(document.text),
                    "\"" | "\u{201C}" | "\u{AB}" | "``" | "\u{201E}"
                )
        })
}

fn read_mark(
    document: &Document<'_>,
    at: TokenIndex,
    range: &Range<TokenIndex>,
    stack: &[Opened],
) -> (QuoteStyle, Turn, bool) {
    let mark = document.token_text(at);
    match mark {
        "\u{201E}" | "\u{201F}" => (QuoteStyle::Double, Turn::Open, true),
        "\u{201C}" if stack.iter().any(|open| open.low) => (QuoteStyle::Double, Turn::Close, false),
        "\u{201C}" | "``" => (
            QuoteStyle::Double,
            opening_double(document, at, range, stack),
            false,
        ),
        "\u{201D}" => (
            QuoteStyle::Double,
            closing_double(document, at, range, stack),
            false,
        ),
        "\"" | "''" => (
            QuoteStyle::Double,
            straight(document, at, range, stack),
            false,
        ),
        "\u{AB}" | "\u{BB}" | "\u{2039}" | "\u{203A}" => {
            (QuoteStyle::Angle, sides(document, at, range), false)
        }
        "\u{2018}" | "\u{2019}" | "'" | "`" | "\u{201A}" | "\u{201B}" => (
            QuoteStyle::Single,
            single(document, at, range, stack),
            false,
        ),
        _ => (QuoteStyle::Angle, Turn::Neither, false),
    }
}

/// A `”` where nothing is open and a word follows stands for `“`: a common slip.
fn closing_double(
    document: &Document<'_>,
    at: TokenIndex,
    range: &Range<TokenIndex>,
    stack: &[Opened],
) -> Turn {
    let nothing_open = !stack.iter().any(|open| open.style == QuoteStyle::Double);
    if nothing_open && sides(document, at, range) == Turn::Open {
        Turn::Open
    } else {
        Turn::Close
    }
}

/// A `“` that plainly closes, where one is open, stands for `”`: as common a slip.
fn opening_double(
    document: &Document<'_>,
    at: TokenIndex,
    range: &Range<TokenIndex>,
    stack: &[Opened],
) -> Turn {
    let one_open = stack.iter().any(|open| open.style == QuoteStyle::Double);
    if one_open && sides(document, at, range) == Turn::Close {
        Turn::Close
    } else {
        Turn::Open
    }
}

/// What the white space and marks round a mark say about it.
fn sides(document: &Document<'_>, at: TokenIndex, range: &Range<TokenIndex>) -> Turn {
    let token = &document.tokens[at];
    let opens_after = at == range.start
        || token.space_before
        || matches!(
            document.tokens[at - 1].kind,
            TokenKind::Open | TokenKind::Dash | TokenKind::Quote | TokenKind::Colon
        );
    let next = (at + 1 < range.end).then(|| &document.tokens[at + 1]);
    let closes_before = next.is_none_or(|next| {
        next.space_before
            || matches!(
                next.kind,
                TokenKind::Comma
                    | TokenKind::Period
                    | TokenKind::Terminator
                    | TokenKind::Close
                    | TokenKind::Semicolon
                    | TokenKind::Colon
                    | TokenKind::Ellipsis
            )
    });
    match (opens_after, closes_before) {
        (true, false) => Turn::Open,
        (false, true) => Turn::Close,
        _ => Turn::Either,
    }
}

fn straight(
    document: &Document<'_>,
    at: TokenIndex,
    range: &Range<TokenIndex>,
    stack: &[Opened],
) -> Turn {
    let turn = sides(document, at, range);
    let open = stack.iter().any(|open| open.style == QuoteStyle::Double);
    let after_number = at > range.start
        && !document.tokens[at].space_before
        && document.tokens[at - 1].kind == TokenKind::Number;
    if !open && after_number && turn != Turn::Open {
        return Turn::Neither; // inches
    }
    if !open && turn == Turn::Close {
        Turn::Neither
    } else {
        turn
    }
}

/// Single marks are apostrophes unless a pair of them plainly encloses something in the same block.
fn single(
    document: &Document<'_>,
    at: TokenIndex,
    range: &Range<TokenIndex>,
    stack: &[Opened],
) -> Turn {
    let mark = document.token_text(at);
    let turn = sides(document, at, range);
    let open = stack.iter().any(|open| open.style == QuoteStyle::Single);
    if open {
        if turn != Turn::Close && !(turn == Turn::Either && !document.tokens[at].space_before) {
            return Turn::Neither;
        }
        let ends_in_s = at > range.start
            && document.folded(at - 1).ends_with('s')
            && !document.tokens[at].space_before;
        if ends_in_s && single_close_ahead(document, at, range) {
            return Turn::Neither;
        }
        return Turn::Close;
    }
    let may_open = mark != "\u{2019}" || turn == Turn::Open;
    if turn == Turn::Open && may_open && single_close_ahead(document, at, range) {
        Turn::Open
    } else {
        Turn::Neither
    }
}

/// Whether a mark that can close a single quotation comes before one that can open another, within a bounded distance.
fn single_close_ahead(document: &Document<'_>, at: TokenIndex, range: &Range<TokenIndex>) -> bool {
    const REACH: usize = 120;
    for next in at + 1..range.end.min(at + REACH) {
        if document.tokens[next].kind != TokenKind::Quote
            || !matches!(
                document.token_text(next),
                "'" | "\u{2019}" | "\u{2018}" | "\u{201B}"
            )
        {
            continue;
        }
        match sides(document, next, range) {
            Turn::Close => return true,
            Turn::Open => return false,
            Turn::Either | Turn::Neither => {}
        }
    }
    false
}
