//! What was read: one article with its metadata, and which part of the text is what.
//!
//! The readers in this folder are the only place of the library that opens files.

mod binary;
mod dateline;
mod dates;
mod draft;
mod encoding;
mod front_matter;
mod furniture;
mod headline;
mod lines;
mod outlet;
mod parts;
mod phrases;
mod reader;
mod record;
mod rules;
mod shape;
mod sources;
mod stream;
mod zones;

pub use dates::iso_date;
pub use reader::{Articles, ReadOptions, Readings, read_paths};
pub use record::ALIASES;
pub use rules::ZoneRules;
pub use sources::EXTENSIONS;
pub use zones::zones;

use crate::span::Span;
use serde::Serialize;

/// One article, as it was read. `text` is never altered: every span of every later stage is a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Stable name within a run: the record's `id`, or the path.
    pub id: String,
    /// Where it was read from, for people: a path, or `path:line` for JSON lines.
    pub path: String,
    /// Who published it.
    pub outlet: Outlet,
    /// The event that it reports, where the metadata name one.
    pub event: Option<String>,
    /// Date of publication, ISO 8601 (`2020-10-15` or with a time), where one was found.
    pub published: Option<String>,
    /// Address, where the metadata name one.
    pub url: Option<String>,
    /// The headline, from the metadata or the headline zone.
    pub title: Option<String>,
    /// The label that marks it as opinion, comment or analysis, in lower case, where the text carries one.
    pub genre: Option<String>,
    /// Whether the file is the article, or holds it in a record.
    pub origin: Origin,
    /// The whole decoded text, boilerplate included.
    pub text: String,
    /// The blocks of the text, in order, without overlap; what lies between is white space and Markdown's marks (`#`, `>`).
    pub zones: Vec<Zone>,
}

/// How an article lies in the file that it was read from, so that its places can be shown there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// The file's text is the article's: lines and columns are those of the file.
    #[default]
    File,
    /// A record of a JSON document: its places are none of the file's.
    Record,
    /// The record on this line of JSON lines, counted from 1.
    Line(u32),
}

/// Who published an article, and how we know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Name as shown.
    pub name: String,
    /// Where the name was found.
    pub from: OutletFrom,
}

/// Where an outlet's name was found, in order of preference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OutletFrom {
    /// Front matter or a field of the record.
    Metadata,
    /// The byline or agency line in the text.
    Byline,
    /// The file's name.
    FileName,
}

/// One block of an article's text and the part it plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    /// The part it plays.
    pub kind: ZoneKind,
    /// Its place, without surrounding white space. A body block that opens with a dateline (`PARIS (AP) —`) begins after it;
    /// the dateline is a zone of its own.
    pub span: Span,
}

/// The part that a block plays (measures §1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ZoneKind {
    /// Front matter.
    Metadata,
    /// Navigation, advertising, legal lines.
    Boilerplate,
    /// The headline.
    Headline,
    /// The line under the headline.
    Deck,
    /// Who wrote it.
    Byline,
    /// When it was published, or the place-and-agency prefix of the first paragraph.
    Dateline,
    /// A heading between paragraphs.
    Subhead,
    /// A picture's caption or credit.
    Caption,
    /// Running text: what rates are computed over.
    Body,
}

impl ZoneKind {
    /// Whether the block is cut into tokens and sentences at all.
    pub const fn is_text(self) -> bool {
        matches!(
            self,
            Self::Headline | Self::Deck | Self::Subhead | Self::Body
        )
    }
}
