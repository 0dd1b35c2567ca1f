//! What one article tells and another leaves out (measures §6.6): people and bodies, sources, figures, quotations, years, and a checklist
//! that the reader brings. Absence proves nothing about intent: an item is "not found", never hidden.

mod cells;
mod checklist;
mod conflicts;
mod figures;
mod names;
mod quotations;

pub use checklist::{Check, Checklist};
pub use conflicts::{Conflict, Stated};

use super::alignment::Fact;
use super::basis::Basis;
use super::quotes::Twin;
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// What kind of item is told or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// An item of the reader's checklist.
    Checklist,
    /// Somebody who is heard in at least one article.
    Source,
    /// Somebody or something named.
    Name,
    /// A number with what it counts.
    Figure,
    /// A direct quotation of five words and more.
    Quotation,
    /// A year.
    Year,
}

/// In whose voice an article has an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CellVoice {
    /// The outlet's own.
    Author,
    /// A source's.
    Attributed,
    /// In the nominal content of a speech act: nobody can know whose.
    Ambiguous,
    /// It is denied.
    Negated,
    /// A source that speaks.
    Heard,
}

/// An item in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// In whose voice; the outlet's own wherever it is that once.
    pub voice: CellVoice,
    /// The attribution that holds it, an index into the analysis's.
    pub attribution: Option<usize>,
    /// Where it stands: the place that decided `voice`.
    pub tokens: Range<TokenIndex>,
    /// Where it is first found, an index into the document's sentences.
    pub first: usize,
    /// How far down the article that is, 0 to 1.
    pub position: f64,
    /// How often it is found.
    pub times: u32,
    /// For a source: words reported from it.
    pub words: u32,
}

/// Something that at least one article has.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its name: as the first article has it, or the label of the checklist.
    pub label: String,
    /// Its id in the checklist.
    pub check: Option<String>,
    /// One cell an article; `None` where it was not found.
    pub cells: Vec<Option<Cell>>,
}

/// What the articles tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Coverage {
    /// The items, by kind, in the order of their first mention.
    pub items: Vec<Item>,
    /// Numbers of the same thing that are not the same.
    pub conflicts: Vec<Conflict>,
}

/// How much further down than the middle of the others an item must stand to be called buried.
const BURIED: f64 = 0.5;
/// From how many articles on one can be the only one that lacks something.
const LACKING: usize = 3;

impl Item {
    /// The articles that have it.
    pub fn found(&self) -> impl Iterator<Item = usize> {
        let cells = self.cells.iter().enumerate();
        cells
            .filter(|(_, cell)| cell.is_some())
            .map(|(article, _)| article)
    }

    /// How many articles have it.
    pub fn count(&self) -> usize {
        self.found().count()
    }

    /// The one article that lacks it, of three and more.
    pub fn lacking(&self) -> Option<usize> {
        (self.cells.len() >= LACKING && self.count() + 1 == self.cells.len())
            .then(|| self.cells.iter().position(Option::is_none))
            .flatten()
    }

    /// The articles that have it half the article further down than the others that have it, on average.
    pub fn buried(&self) -> Vec<usize> {
        let positions: Vec<(usize, f64)> = self
            .cells
            .iter()
            .enumerate()
            .filter_map(|(article, cell)| Some((article, cell.as_ref()?.position)))
            .collect();
        if positions.len() < 2 {
            return Vec::new();
        }
        let all: f64 = positions.iter().map(|(_, position)| position).sum();
        let others = positions.len() as f64 - 1.0;
        positions
            .iter()
            .filter(|(_, position)| position - (all - position) / others >= BURIED)
            .map(|(article, _)| *article)
            .collect()
    }

    /// How often all articles together have it.
    pub fn times(&self) -> u32 {
        self.cells.iter().flatten().map(|cell| cell.times).sum()
    }
}

impl Coverage {
    /// Items that two articles and more have, and all items; the checklist does not count, because the reader chose it.
    pub fn shared(&self) -> (usize, usize) {
        let items = || {
            let all = self.items.iter();
            all.filter(|item| item.kind != ItemKind::Checklist)
        };
        (
            items().filter(|item| item.count() > 1).count(),
            items().count(),
        )
    }
}

pub(super) fn coverage(
    basis: &Basis<'_>,
    facts: &[Fact],
    twins: &[Twin],
    checklist: &Checklist,
) -> Coverage {
    let found = figures::Found::new(basis);
    let mut items = checklist.items(basis);
    items.extend(names::items(basis));
    items.extend(found.items(basis));
    items.extend(quotations::items(basis, twins));
    items.retain(|item| item.kind == ItemKind::Checklist || item.count() > 0);
    Coverage {
        conflicts: conflicts::conflicts(basis, &found, facts),
        items,
    }
}
