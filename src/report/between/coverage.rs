//! What each article tells, as the model has it.

use super::super::model::Place;
use super::{Beside, SaidBy};
use crate::compare::coverage::{Cell, CellVoice, Conflict, Coverage, Item, ItemKind};
use crate::lexicon::HarmKind;
use serde::Serialize;

/// What the articles tell and leave out.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoverageReport {
    /// Items that two articles and more have.
    pub shared: u32,
    /// All items, those of the checklist left aside.
    pub all: u32,
    /// Numbers of the same thing that are not the same: ids `X1`….
    pub conflicts: Vec<ConflictReport>,
    /// The items by kind, in the order of their first mention: ids `I1`….
    pub items: Vec<ItemReport>,
}

/// Something that at least one article has, or that the checklist asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemReport {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: ItemKind,
    /// As the first article has it, or the label of the checklist.
    pub label: String,
    /// Its id in the checklist.
    pub check: Option<String>,
    /// One an article; `null` where it was not found, which says nothing about intent.
    pub cells: Vec<Option<ItemCell>>,
    /// The one article of three and more that lacks it, an index into `articles`.
    pub lacking: Option<u32>,
    /// Articles that have it at least half the article further down than the others; indices into `articles`.
    pub buried: Vec<u32>,
    /// Place among the items when those that tell most about the articles come first, from 1; `null` where the articles do not differ in it.
    pub rank: Option<u32>,
}

/// An item in one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemCell {
    /// In whose voice.
    pub voice: CellVoice,
    /// Who is said to say it.
    pub said_by: Option<SaidBy>,
    /// The place that decided `voice`.
    pub span: Place,
    /// As written there.
    pub text: String,
    /// Number of the body sentence where it is first found; 0 outside the body.
    pub sentence: u32,
    /// How far down the article that is: 0 at the first sentence, 1 at the last.
    pub position: f64,
    /// How often it is found.
    pub times: u32,
    /// Of a source or a quotation: words reported.
    pub words: u32,
}

/// Different numbers of one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictReport {
    /// Its id.
    pub id: String,
    /// What befalls those who are counted, where it is harm.
    pub harm: Option<String>,
    /// What the articles say; at least two, none twice.
    pub stated: Vec<StatedReport>,
}

/// A number as one article has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedReport {
    /// The article, an index into `articles`.
    pub article: u32,
    /// Number of the body sentence.
    pub sentence: u32,
    /// The number with what it counts, as written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Its value.
    pub value: f64,
}

pub(super) fn report(coverage: &Coverage, views: &[Beside<'_>]) -> CoverageReport {
    let (shared, all) = coverage.shared();
    let ranks = ranks(&coverage.items);
    CoverageReport {
        shared: shared as u32,
        all: all as u32,
        conflicts: coverage
            .conflicts
            .iter()
            .enumerate()
            .map(|(index, conflict)| conflict_report(index, conflict, views))
            .collect(),
        items: coverage
            .items
            .iter()
            .zip(ranks)
            .enumerate()
            .map(|(index, (item, rank))| ItemReport {
                id: format!("I{}", index + 1),
                kind: item.kind,
                label: item.label.clone(),
                check: item.check.clone(),
                cells: item
                    .cells
                    .iter()
                    .zip(views)
                    .map(|(cell, view)| cell.as_ref().map(|cell| cell_report(cell, view)))
                    .collect(),
                lacking: item.lacking().map(|article| article as u32),
                buried: item.buried().into_iter().map(|at| at as u32).collect(),
                rank,
            })
            .collect(),
    }
}

/// What tells most about the articles first: who is heard here and silent there, what one alone lacks, what some have and others not, what one
/// states and another attributes, what stands far down.
fn ranks(items: &[Item]) -> Vec<Option<u32>> {
    let mut telling: Vec<(u32, usize)> = items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| Some((tells(item)?, index)))
        .collect();
    telling.sort_by_key(|&(tells, index)| (std::cmp::Reverse(tells), index));
    let mut ranks = vec![None; items.len()];
    for (rank, (_, index)) in telling.into_iter().enumerate() {
        ranks[index] = Some(rank as u32 + 1);
    }
    ranks
}

fn tells(item: &Item) -> Option<u32> {
    let (found, all) = (item.count(), item.cells.len());
    let voices = |voice: CellVoice| {
        let cells = item.cells.iter().flatten();
        cells.filter(move |cell| cell.voice == voice).count()
    };
    let heard = voices(CellVoice::Heard);
    let differs = match item.kind {
        ItemKind::Source => u32::from(heard > 0 && heard < found) * 24,
        ItemKind::Figure => {
            let own = voices(CellVoice::Author);
            u32::from(own > 0 && own < found) * 16
        }
        _ => 0,
    };
    let lacking = u32::from(item.lacking().is_some()) * 20;
    let partly = u32::from(found > 1 && found < all) * 12;
    let alone = u32::from(all == 2 && found == 1 && item.times() > 1) * 6;
    let buried = u32::from(!item.buried().is_empty()) * 8;
    let sum = differs + lacking + partly + alone + buried;
    let kind = match item.kind {
        ItemKind::Source | ItemKind::Figure => 6,
        ItemKind::Quotation => 3,
        ItemKind::Checklist | ItemKind::Name | ItemKind::Year => 0,
    };
    (sum > 0).then(|| sum + kind + item.times().min(8))
}

fn cell_report(cell: &Cell, view: &Beside<'_>) -> ItemCell {
    let passage = view.passage(cell.tokens.clone());
    ItemCell {
        voice: cell.voice,
        said_by: cell.attribution.and_then(|index| view.said_by(index)),
        span: passage.span,
        text: passage.text,
        sentence: view.sentence(cell.first),
        position: cell.position,
        times: cell.times,
        words: cell.words,
    }
}

fn conflict_report(index: usize, conflict: &Conflict, views: &[Beside<'_>]) -> ConflictReport {
    ConflictReport {
        id: format!("X{}", index + 1),
        harm: conflict.harm.map(HarmKind::name).map(str::to_owned),
        stated: conflict
            .stated
            .iter()
            .map(|stated| {
                let view = &views[stated.article];
                let passage = view.passage(stated.tokens.clone());
                StatedReport {
                    article: stated.article as u32,
                    sentence: view.sentence(stated.sentence),
                    text: passage.text,
                    span: passage.span,
                    value: stated.value,
                }
            })
            .collect(),
    }
}
