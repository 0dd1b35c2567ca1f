//! What can change between two revisions.

use crate::lexicon::Stance;
use crate::source::SourceIndex;
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// What changed, in the order in which a reader should look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Other words stand in the headline.
    Headline,
    /// What was somebody's word is now the outlet's own.
    AttributionDropped,
    /// What was the outlet's own is now somebody's word.
    AttributionAdded,
    /// A source that was named no longer is.
    SourceUnnamed,
    /// A source that was not named now is.
    SourceNamed,
    /// The same words are now attributed to somebody else.
    SourceExchanged,
    /// Another verb introduces the same words, and says something else about them.
    Cue,
    /// A hedge, an approximation or a word that holds at arm's length went.
    HedgeDropped,
    /// One came.
    HedgeAdded,
    /// A word of certainty went.
    BoosterDropped,
    /// One came.
    BoosterAdded,
    /// Who did the harm is no longer said.
    AgentRemoved,
    /// Who did the harm is now said.
    AgentNamed,
    /// Another number stands in the same place.
    Figure,
    /// Quoted words are not those that were quoted.
    QuotationAltered,
    /// A quotation was shortened.
    QuotationCut,
    /// More of a quotation is given.
    QuotationExtended,
    /// A quotation lost its marks, or its words for a summary.
    QuotationParaphrased,
    /// What was told in other words or without marks is now quoted.
    QuotationMade,
    /// A loaded word took the place of another word, or another word its place.
    LoadedExchanged,
    /// A loaded word came.
    LoadedAdded,
    /// A loaded word went.
    LoadedDropped,
    /// What says what was checked, or who was asked, went.
    CheckDropped,
    /// It came.
    CheckAdded,
    /// Nothing more is reported from a source.
    SourceGone,
    /// Something is reported from a new source.
    SourceCame,
}

impl ChangeKind {
    /// The kind that the same change has when the two revisions are exchanged.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::AttributionDropped => Self::AttributionAdded,
            Self::AttributionAdded => Self::AttributionDropped,
            Self::SourceUnnamed => Self::SourceNamed,
            Self::SourceNamed => Self::SourceUnnamed,
            Self::HedgeDropped => Self::HedgeAdded,
            Self::HedgeAdded => Self::HedgeDropped,
            Self::BoosterDropped => Self::BoosterAdded,
            Self::BoosterAdded => Self::BoosterDropped,
            Self::AgentRemoved => Self::AgentNamed,
            Self::AgentNamed => Self::AgentRemoved,
            Self::QuotationCut => Self::QuotationExtended,
            Self::QuotationExtended => Self::QuotationCut,
            Self::QuotationParaphrased => Self::QuotationMade,
            Self::QuotationMade => Self::QuotationParaphrased,
            Self::LoadedAdded => Self::LoadedDropped,
            Self::LoadedDropped => Self::LoadedAdded,
            Self::CheckDropped => Self::CheckAdded,
            Self::CheckAdded => Self::CheckDropped,
            Self::SourceGone => Self::SourceCame,
            Self::SourceCame => Self::SourceGone,
            other => other,
        }
    }
}

/// The words at issue in one revision, and the sentences they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The words at issue; empty where the change is that they are missing, and then the place where they would stand.
    pub words: Range<TokenIndex>,
    /// The sentences around them.
    pub context: Range<TokenIndex>,
}

/// What a change says beside its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The words say it.
    Words,
    /// The stance of the verb, before and after.
    Stance(Stance, Stance),
    /// The source, before and after, where there is one.
    Source(Option<SourceIndex>, Option<SourceIndex>),
    /// The words that left a quotation, as places in the old text, and those that came, in the new.
    Quoted(Vec<Range<TokenIndex>>, Vec<Range<TokenIndex>>),
}

/// One change, with the words of both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub kind: ChangeKind,
    /// The old text's words; `None` where the sentence is new.
    pub old: Option<Excerpt>,
    /// The new text's words; `None` where the sentence went.
    pub new: Option<Excerpt>,
    /// What is known of it beside the words.
    pub about: About,
}

impl Change {
    /// Where it stands: in the new text, or where there is none, in the old.
    pub(super) fn place(&self) -> (TokenIndex, TokenIndex) {
        let start = |excerpt: &Option<Excerpt>| {
            excerpt
                .as_ref()
                .map(|excerpt| (excerpt.words.start, excerpt.words.end))
        };
        start(&self.new)
            .or_else(|| start(&self.old))
            .unwrap_or_default()
    }
}
