//! What every comparison of the articles rests on: stems, values of numbers, and which sources are one. Made once.

use super::SideBySide;
use super::figures::Values;
use super::stems::Stems;
use crate::analyzer::Analysis;
use crate::source::{self, Group, SourceIndex, Sources};

pub(super) struct Basis<'a> {
    pub(super) side: SideBySide<'a>,
    pub(super) stems: Stems<'a>,
    pub(super) values: Values<'a>,
    /// Sources of all articles that are one.
    pub(super) sources: Vec<Group>,
    /// By article and source: its group.
    group_of: Vec<Vec<usize>>,
}

impl<'a> Basis<'a> {
    pub(super) fn new(side: SideBySide<'a>) -> Self {
        let each: Vec<&Sources> = side.analyses.iter().map(|found| &found.sources).collect();
        let sources = source::link(&each);
        let mut group_of: Vec<Vec<usize>> = each
            .iter()
            .map(|sources| vec![0; sources.clusters.len()])
            .collect();
        for (index, group) in sources.iter().enumerate() {
            for member in &group.members {
                group_of[member.article][member.source] = index;
            }
        }
        Self {
            side,
            stems: Stems::new(side),
            values: Values::new(side.lexicon),
            sources,
            group_of,
        }
    }

    pub(super) fn analysis(&self, article: usize) -> &'a Analysis<'a> {
        &self.side.analyses[article]
    }

    /// How many articles there are.
    pub(super) const fn articles(&self) -> usize {
        self.side.analyses.len()
    }

    /// The source that an attribution names.
    pub(super) fn source(&self, article: usize, attribution: usize) -> Option<SourceIndex> {
        let sources = &self.analysis(article).sources;
        sources.of_attribution.get(attribution).copied().flatten()
    }

    /// The group of the source that an attribution names.
    pub(super) fn source_group(&self, article: usize, attribution: usize) -> Option<usize> {
        let source = self.source(article, attribution)?;
        self.group_of[article].get(source).copied()
    }
}
