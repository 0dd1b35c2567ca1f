//! What was found between articles, as the model wants it: places in code points, evidence ids, words as written.

mod comparable;
mod coverage;
mod facts;
mod twins;

pub use comparable::{ComparableReport, LikenessReport, WarningKind, WarningReport};
pub use coverage::{ConflictReport, CoverageReport, ItemCell, ItemReport, StatedReport};
pub use facts::{FactReport, FigureReport, HarmTold, TellingReport};
pub use twins::{PieceReport, QuotedReport, TwinReport};

use super::linked::linked;
use super::model::{ArticleReport, Passage, Place};
use super::{Comparison, comparison};
use crate::analyzer::Analysis;
use crate::compare::{Compared, SideBySide};
use crate::lexicon::{Level, Stance};
use crate::source::Sources;
use crate::span::{CodePoints, Span};
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// Who is said to say a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SaidBy {
    /// Evidence id of the attribution: `A3`.
    pub attribution: Option<String>,
    /// The source by its fullest name; empty where nobody is named.
    pub source: String,
    /// Its id in the article's `sources`.
    pub source_id: Option<String>,
    /// Base form of the cue.
    pub cue: String,
    /// What the choice of cue says.
    pub stance: Stance,
}

impl Comparison {
    /// With what was found between the articles. `side` holds the analyses that `articles` were made from.
    #[must_use]
    pub fn between(
        mut self,
        articles: &[ArticleReport],
        side: SideBySide<'_>,
        compared: &Compared,
    ) -> Self {
        let views: Vec<Beside<'_>> = side
            .analyses
            .iter()
            .zip(articles)
            .map(|(analysis, report)| Beside::new(analysis, report))
            .collect();
        let letters: Vec<char> = ('A'..='Z').take(side.analyses.len()).collect();
        self.comparable = comparable::report(&compared.comparable, side);
        self.facts = facts::report(&compared.facts, &views);
        self.twins = twins::report(&compared.twins, &views);
        self.coverage = coverage::report(&compared.coverage, &views);
        let sources = side.analyses.iter().map(|analysis| &analysis.sources);
        let linked = linked(&letters, &sources.collect::<Vec<&Sources>>());
        self.notes.extend(linked);
        self
    }
}

/// The reports of articles side by side, with what was found between them.
pub fn side_by_side(
    articles: &[ArticleReport],
    side: SideBySide<'_>,
    compared: &Compared,
) -> Comparison {
    comparison(articles).between(articles, side, compared)
}

/// An article with its report, whose ids the findings refer to.
struct Beside<'a> {
    analysis: &'a Analysis<'a>,
    report: &'a ArticleReport,
    points: CodePoints,
    /// By attribution: how many that are not mental stand before it.
    counted_before: Vec<u32>,
}

impl<'a> Beside<'a> {
    fn new(analysis: &'a Analysis<'a>, report: &'a ArticleReport) -> Self {
        let counted_before = analysis.attributions.iter().scan(0, |count, found| {
            let before = *count;
            *count += u32::from(found.level != Level::Mental);
            Some(before)
        });
        Self {
            analysis,
            report,
            counted_before: counted_before.collect(),
            points: CodePoints::new(analysis.document.text),
        }
    }

    fn place(&self, span: Span) -> Place {
        self.points.span(self.analysis.document.text, span)
    }

    fn passage(&self, tokens: Range<TokenIndex>) -> Passage {
        let span = self.analysis.document.span_of(tokens);
        Passage {
            text: span.slice(self.analysis.document.text).to_owned(),
            span: self.place(span),
        }
    }

    /// Number of a body sentence.
    fn sentence(&self, index: usize) -> u32 {
        let sentences = &self.analysis.document.sentences;
        sentences.get(index).map_or(0, |found| found.number)
    }

    fn said_by(&self, attribution: usize) -> Option<SaidBy> {
        let found = self.analysis.attributions.get(attribution)?;
        // Reports leave the mental ones out, unless they were asked for.
        let all = self.report.attributions.len() == self.analysis.attributions.len();
        let at = if all {
            attribution
        } else {
            *self.counted_before.get(attribution)? as usize
        };
        let listed = all || found.level != Level::Mental;
        let report = self.report.attributions.get(at).filter(|_| listed);
        let cluster = self.analysis.sources.of_attribution.get(attribution);
        let name = cluster
            .copied()
            .flatten()
            .and_then(|of| self.analysis.sources.clusters.get(of))
            .map_or("", |source| source.name.as_str());
        Some(SaidBy {
            attribution: report.map(|report| report.id.clone()),
            source: name.to_owned(),
            source_id: report.and_then(|report| report.source.source_id.clone()),
            cue: found.cue.lemma.clone(),
            stance: found.stance,
        })
    }
}
