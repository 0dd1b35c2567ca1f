//! What the card looks at: the articles on one event with what was counted in them, and questions that several kinds of difference ask.

use super::super::SideBySide;
use super::super::figures::Values;
use super::{Evidence, Portion};
use crate::analyzer::Analysis;
use crate::attribution::Attribution;
use crate::lexicon::{Level, Lexicon};
use crate::measure::{Marker, MarkerClass, Measured};
use crate::party::{Parties, PartyId};
use crate::source::SourceIndex;
use crate::text::TokenIndex;
use std::ops::Range;

/// Articles on one event.
pub struct Event<'a> {
    /// The packs of all analyses.
    pub(super) lexicon: &'a Lexicon,
    /// The declared sides.
    pub(super) parties: &'a Parties,
    /// The articles, in the order of their letters.
    pub(super) analyses: &'a [Analysis<'a>],
    /// What was counted in each.
    pub(super) measured: &'a [Measured],
    /// The values of number words.
    pub(super) values: Values<'a>,
}

impl<'a> Event<'a> {
    /// The articles with what was counted in them, in the same order, and the declared sides.
    pub fn new(side: SideBySide<'a>, measured: &'a [Measured], parties: &'a Parties) -> Self {
        Self {
            lexicon: side.lexicon,
            parties,
            analyses: side.analyses,
            measured,
            values: Values::new(side.lexicon),
        }
    }

    /// All articles.
    pub(super) fn articles(&self) -> Range<usize> {
        0..self.analyses.len().min(self.measured.len())
    }

    /// Reported words of an article.
    pub(super) fn reported(&self, article: usize) -> u32 {
        self.analyses[article].voices.reported
    }

    /// Reported words of a side, out of all.
    pub(super) fn words_of(&self, article: usize, side: PartyId) -> Portion {
        let analysis = &self.analyses[article];
        let clusters = analysis.sources.clusters.iter().enumerate();
        let words = clusters.filter(|(source, _)| analysis.sides.of_source(*source) == Some(side));
        Portion {
            article,
            part: words.map(|(_, source)| source.words).sum(),
            whole: self.reported(article),
        }
    }

    /// Attributions of the body that count, with their index.
    pub(super) fn attributions(
        &self,
        article: usize,
    ) -> impl Iterator<Item = (usize, &'a Attribution)> {
        let analysis = &self.analyses[article];
        let all = analysis.attributions.iter().enumerate();
        all.filter(|(_, attribution)| {
            let sentence = analysis.document.sentences.get(attribution.sentence);
            attribution.counts()
                && matches!(attribution.level, Level::Report | Level::SpeechAct)
                && sentence.is_some_and(|sentence| sentence.number > 0)
        })
    }

    /// The source of an attribution.
    pub(super) fn source(&self, article: usize, attribution: usize) -> Option<SourceIndex> {
        let of = &self.analyses[article].sources.of_attribution;
        of.get(attribution).copied().flatten()
    }

    /// The phrases of a class that an article has, in order.
    pub(super) fn markers(
        &self,
        article: usize,
        class: MarkerClass,
    ) -> impl Iterator<Item = &'a Marker> {
        let markers = self.measured[article].markers.iter();
        markers.filter(move |marker| marker.class == class)
    }

    /// The text of some tokens.
    pub(super) fn text(&self, article: usize, tokens: Range<TokenIndex>) -> String {
        let document = &self.analyses[article].document;
        document.span_of(tokens).slice(document.text).to_owned()
    }

    /// The longest report of sources that `wanted` names, as evidence.
    pub(super) fn longest_report(
        &self,
        article: usize,
        wanted: impl Fn(SourceIndex) -> bool,
    ) -> Option<Evidence> {
        let document = &self.analyses[article].document;
        let of_them = self.attributions(article).filter(|(index, attribution)| {
            attribution.level == Level::Report && self.source(article, *index).is_some_and(&wanted)
        });
        let (_, longest) = of_them.max_by_key(|(index, attribution)| {
            (attribution.words(document), std::cmp::Reverse(*index))
        })?;
        Some(Evidence {
            article,
            tokens: longest.content.first()?.clone(),
        })
    }
}
