//! Articles side by side: what each tells of the same event, and how it tells it. Takes the analyses of several articles and returns
//! plain values with places in the texts; how they look is the report's business.

pub mod alignment;
mod basis;
pub mod card;
pub mod comparable;
pub mod coverage;
pub mod distinctive;
mod figures;
pub mod pairwise;
pub mod quotes;
pub mod revision;
mod stems;

pub use figures::Figure;

use crate::analyzer::Analysis;
use crate::lexicon::Lexicon;
use alignment::Fact;
use basis::Basis;
use comparable::Comparable;
use coverage::{Checklist, Coverage};
use quotes::Twin;

/// What is set side by side: articles in the order of their letters, analysed with one lexicon.
#[derive(Debug, Clone, Copy)]
pub struct SideBySide<'a> {
    /// The lexicon of all analyses.
    pub lexicon: &'a Lexicon,
    /// The articles.
    pub analyses: &'a [Analysis<'a>],
}

/// What was found between the articles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compared {
    /// Whether the articles can be compared.
    pub comparable: Comparable,
    /// The facts that several articles tell, in the order of their first telling.
    pub facts: Vec<Fact>,
    /// The quotations that several articles have, in the order of their first telling.
    pub twins: Vec<Twin>,
    /// What each tells.
    pub coverage: Coverage,
}

/// Compares the articles.
pub fn compare(side: SideBySide<'_>) -> Compared {
    compare_with(side, &Checklist::default())
}

/// Compares the articles, also by the facts that the reader wants to know of each.
pub fn compare_with(side: SideBySide<'_>, checklist: &Checklist) -> Compared {
    let basis = Basis::new(side);
    let facts = alignment::align(&basis);
    let twins = quotes::twins(&basis);
    Compared {
        comparable: comparable::comparable(&basis),
        coverage: coverage::coverage(&basis, &facts, &twins, checklist),
        facts,
        twins,
    }
}
