//! How a person or a machine sees the results: one model, one file a format.

mod build;
mod comparison;
mod findings;
mod flags;
pub mod json;
mod linked;
mod model;
pub mod numbers;
pub mod plain;
#[cfg(feature = "schema")]
pub mod schema;
mod speakers;
pub mod standoff;
#[cfg(feature = "cli")]
pub mod table;
mod view;

pub use build::{ReportOptions, article_report, report};
pub use comparison::{Cell, Comparison, MeasureComparison, PairTest, comparison};
pub use findings::{ClaimReport, MarkerReport, SourceReport, TriggerReport, UnresolvedReport};
pub use model::{
    ArticleReport, AttributionReport, ContentReport, CueReport, LexiconUsed, Passage, Place,
    Report, SCHEMA_VERSION, SourceMention, TermReport, VoiceWords, ZoneReport,
};
