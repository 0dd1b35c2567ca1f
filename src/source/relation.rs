//! What the sources are gathered from: an attribution without what its cue says.

use crate::attribution::Attribution;
use crate::lexicon::Level;
use crate::text::TokenIndex;
use std::ops::Range;

/// A relation of source and content, as token ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Tokens of the source; empty where none is named.
    pub source: Vec<Range<TokenIndex>>,
    /// Tokens of the content, in order.
    pub content: Vec<Range<TokenIndex>>,
    /// Tokens of the cue.
    pub cue: Vec<Range<TokenIndex>>,
    /// How far the source's words are given.
    pub level: Level,
    /// Neither denied nor hypothetical.
    pub counts: bool,
    /// Inside the content of another report.
    pub nested: bool,
    /// Another source or medium through which it came.
    pub via: Option<Range<TokenIndex>>,
}

impl Relation {
    /// A report from these tokens.
    pub fn report(
        source: Vec<Range<TokenIndex>>,
        cue: Vec<Range<TokenIndex>>,
        content: Vec<Range<TokenIndex>>,
    ) -> Self {
        Self {
            source,
            content,
            cue,
            level: Level::Report,
            counts: true,
            nested: false,
            via: None,
        }
    }

    /// The tokens of the source, from the first to the last.
    pub fn mention(&self) -> Option<Range<TokenIndex>> {
        let start = self.source.iter().map(|range| range.start).min()?;
        let end = self.source.iter().map(|range| range.end).max()?;
        (start < end).then_some(start..end)
    }

    /// Where the relation begins: its first token of any role.
    pub fn start(&self) -> Option<TokenIndex> {
        let all = self.source.iter().chain(&self.cue).chain(&self.content);
        all.map(|range| range.start).min()
    }
}

impl From<&Attribution> for Relation {
    fn from(attribution: &Attribution) -> Self {
        Self {
            source: attribution.source.clone(),
            content: attribution.content.clone(),
            cue: attribution.cue.tokens.clone(),
            level: attribution.level,
            counts: attribution.counts(),
            nested: attribution.nested,
            via: attribution.via.clone(),
        }
    }
}
