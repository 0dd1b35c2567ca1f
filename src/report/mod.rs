//! How a person or a machine sees the results: one model, one file a format.

pub mod annotation;
pub mod batch;
mod between;
mod build;
pub mod card;
mod comparison;
#[cfg(feature = "cli")]
pub mod csv;
pub mod evidence;
mod findings;
mod flags;
mod framing;
mod gate;
pub mod github;
mod harm;
#[cfg(feature = "cli")]
pub mod html;
pub mod json;
pub mod jsonl;
#[cfg(feature = "cli")]
pub mod junit;
mod linked;
pub mod location;
#[cfg(feature = "cli")]
pub mod markdown;
mod model;
pub mod numbers;
pub mod plain;
pub mod revision;
pub mod sarif;
#[cfg(feature = "schema")]
pub mod schema;
mod sides;
mod speakers;
pub mod standoff;
#[cfg(feature = "cli")]
pub mod table;
mod view;

pub use between::{
    ComparableReport, ConflictReport, CoverageReport, FactReport, FigureReport, HarmTold, ItemCell,
    ItemReport, LikenessReport, PieceReport, QuotedReport, SaidBy, StatedReport, TellingReport,
    TwinReport, WarningKind, WarningReport, side_by_side,
};
pub use build::{ReportOptions, article_report, lexicons, rationales, report};
pub use card::{CardLineReport, EvidenceReport, card_lines};
pub use comparison::{Cell, Comparison, MeasureComparison, PairTest, comparison};
pub use findings::{ClaimReport, MarkerReport, SourceReport, TriggerReport, UnresolvedReport};
pub use framing::{
    ContextReport, DroppedReport, HeadlineReport, NameReport, NamingReport, StartReport,
    VariantReport,
};
pub use gate::{Bound, GateEvidence, GateOutcome, GateState};
pub use harm::{
    AgentReport, CasualtyReport, HarmReport, HarmSideReport, NamedVictimReport, VictimReport,
};
pub use model::{
    ArticleReport, AttributionReport, ContentReport, CueReport, LexiconUsed, Passage, Place,
    Rationale, Report, SCHEMA_VERSION, SourceMention, TermReport, VoiceWords, ZoneReport,
};
pub use revision::{RevisionReport, revision_report};
pub use sides::{
    AboutReport, AboutSide, MentionReport, NameUsed, PartyUsed, SideReport, StanceReport,
    parties_used,
};
