//! Articles side by side: what each tells of the same event, and how it tells it. Takes the analyses of several articles and returns
//! plain values with places in the texts; how they look is the report's business.

pub mod revision;

use crate::analyzer::Analysis;
use crate::lexicon::Lexicon;

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
pub struct Compared {}

/// Compares the articles.
pub fn compare(_side: SideBySide<'_>) -> Compared {
    Compared {}
}
