//! Direct quotations: those that several articles have, and those that one has alone.

use super::super::basis::Basis;
use super::super::quotes::{Twin, direct};
use super::cells::position;
use super::{Cell, CellVoice, Item, ItemKind};
use crate::text::TokenIndex;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Words of a quotation that name it.
const NAMED: usize = 8;

pub(super) fn items(basis: &Basis<'_>, twins: &[Twin]) -> Vec<Item> {
    let mut items: Vec<Item> = twins
        .iter()
        .filter_map(|twin| {
            let first = twin.told.first()?;
            let mut item = empty(basis, first.article, &first.tokens);
            for told in &twin.told {
                item.cells[told.article] =
                    cell(basis, told.article, &told.tokens, told.attribution);
            }
            Some(item)
        })
        .collect();
    let start = |tokens: &[Range<TokenIndex>]| tokens.first().map(|range| range.start);
    let shared: FxHashSet<(usize, Option<TokenIndex>)> = twins
        .iter()
        .flat_map(|twin| &twin.told)
        .map(|told| (told.article, start(&told.tokens)))
        .collect();
    for article in 0..basis.articles() {
        for (tokens, attribution) in direct(basis, article) {
            if !shared.contains(&(article, start(&tokens))) {
                let mut item = empty(basis, article, &tokens);
                item.cells[article] = cell(basis, article, &tokens, attribution);
                items.push(item);
            }
        }
    }
    items
}

fn empty(basis: &Basis<'_>, article: usize, tokens: &[Range<TokenIndex>]) -> Item {
    let document = &basis.analysis(article).document;
    let first = tokens.first().cloned().unwrap_or_default();
    let mut words = 0;
    let end = first
        .clone()
        .find(|&at| {
            words += usize::from(document.tokens[at].is_word());
            words == NAMED
        })
        .map_or(first.end, |at| at + 1);
    let text = document.span_of(first.start..end).slice(document.text);
    let more = if end < first.end || tokens.len() > 1 {
        "…"
    } else {
        ""
    };
    Item {
        kind: ItemKind::Quotation,
        label: format!("\u{201C}{text}{more}\u{201D}"),
        check: None,
        cells: vec![None; basis.articles()],
    }
}

fn cell(
    basis: &Basis<'_>,
    article: usize,
    tokens: &[Range<TokenIndex>],
    attribution: Option<usize>,
) -> Option<Cell> {
    let analysis = basis.analysis(article);
    let first = tokens.first()?;
    let sentence = analysis.document.sentence_of(first.start);
    Some(Cell {
        voice: CellVoice::Attributed,
        attribution,
        tokens: first.clone(),
        first: sentence,
        position: position(analysis, sentence),
        times: 1,
        words: tokens
            .iter()
            .map(|range| analysis.document.words_in(range.clone()))
            .sum(),
    })
}
