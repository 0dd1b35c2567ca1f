//! What every comparison of the articles rests on: stems, values of numbers, and which sources are one. Made once.

use super::SideBySide;
use super::figures::Values;
use super::stems::Stems;
use crate::analyzer::Analysis;
use crate::source::{self, Group, SourceIndex, Sources};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

pub(super) struct Basis<'a> {
    pub(super) side: SideBySide<'a>,
    pub(super) stems: Stems<'a>,
    pub(super) values: Values<'a>,
    /// Sources of all articles that are one, or that nobody names and that are worded alike.
    pub(super) sources: Vec<Group>,
    /// By article and source: its group.
    group_of: Vec<Vec<usize>>,
    /// By article and token: the innermost counted attribution whose content holds it, plus one; 0 where none does.
    holding: Vec<Vec<u32>>,
}

impl<'a> Basis<'a> {
    pub(super) fn new(side: SideBySide<'a>) -> Self {
        let each: Vec<&Sources> = side.analyses.iter().map(|found| &found.sources).collect();
        let sources = by_wording(source::link(&each), &each);
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
            holding: side.analyses.iter().map(holding).collect(),
        }
    }

    pub(super) fn analysis(&self, article: usize) -> &'a Analysis<'a> {
        &self.side.analyses[article]
    }

    /// The innermost attribution that counts and holds a token.
    pub(super) fn holding(&self, article: usize, token: TokenIndex) -> Option<usize> {
        let found = *self.holding[article].get(token)?;
        (found > 0).then(|| found as usize - 1)
    }

    /// The attribution that holds most of the tokens; the first of several that hold as many.
    pub(super) fn holding_most(
        &self,
        article: usize,
        tokens: impl Iterator<Item = TokenIndex>,
    ) -> Option<usize> {
        let mut tally: Vec<(usize, usize)> = Vec::new();
        for found in tokens.filter_map(|token| self.holding(article, token)) {
            match tally.iter_mut().find(|(of, _)| *of == found) {
                Some((_, times)) => *times += 1,
                None => tally.push((found, 1)),
            }
        }
        tally
            .into_iter()
            .max_by_key(|&(of, times)| (times, std::cmp::Reverse(of)))
            .map(|(of, _)| of)
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

/// Puts sources together that have neither name nor role of a place and are worded alike: `officials` here and `officials` there stand in one
/// row, which does not say that they are the same people.
fn by_wording(groups: Vec<Group>, sources: &[&Sources]) -> Vec<Group> {
    let wording = |group: &Group| {
        let [member] = group.members.as_slice() else {
            return None;
        };
        let source = &sources[member.article].clusters[member.source];
        let nameless = source.identity.name.is_none() && source.identity.role.is_none();
        nameless.then(|| source.name.to_lowercase())
    };
    let mut kept: Vec<Group> = Vec::with_capacity(groups.len());
    let mut worded: FxHashMap<String, usize> = FxHashMap::default();
    for group in groups {
        let Some(wording) = wording(&group) else {
            kept.push(group);
            continue;
        };
        if let Some(&at) = worded.get(&wording) {
            kept[at].members.extend(group.members);
        } else {
            worded.insert(wording, kept.len());
            kept.push(group);
        }
    }
    kept
}

fn holding(analysis: &Analysis<'_>) -> Vec<u32> {
    let mut order: Vec<usize> = (0..analysis.attributions.len())
        .filter(|&index| source::is_counted(analysis.attributions[index].level))
        .collect();
    let size = |index: usize| -> usize {
        let content = &analysis.attributions[index].content;
        content.iter().map(Range::len).sum()
    };
    // The smaller ones are written over the larger ones that hold them.
    order.sort_by_key(|&index| (std::cmp::Reverse(size(index)), std::cmp::Reverse(index)));
    let mut holding = vec![0; analysis.document.tokens.len()];
    for index in order {
        for range in &analysis.attributions[index].content {
            holding[range.clone()].fill(index as u32 + 1);
        }
    }
    holding
}
