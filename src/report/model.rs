//! The one model that every format renders. JSON is this model as it stands.
//!
//! Spans are half-open and count Unicode code points of the article's text. What could not be measured is `null`, and its note says why.

use super::comparison::Comparison;
use super::findings::{ClaimReport, MarkerReport, SourceReport, UnresolvedReport};
use super::framing::{ContextReport, HeadlineReport, NameReport, NamingReport};
use super::gate::GateOutcome;
use super::harm::{CasualtyReport, HarmReport, HarmSideReport, NamedVictimReport};
use super::sides::{AboutSide, MentionReport, PartyUsed, SideReport};
use crate::article::{Origin, OutletFrom, ZoneKind};
use crate::attribution::{Confidence, Form, Voice};
use crate::lexicon::{Category, Level, Stance, TermStatus};
use crate::measure::Measurement;
use serde::Serialize;
use std::collections::BTreeMap;

/// Version of this model. A field that goes or changes its meaning raises the first number; a new field the second.
pub const SCHEMA_VERSION: &str = "1.0";

/// A half-open range of Unicode code points of the article's text.
pub type Place = [u32; 2];

/// What `score` and `compare` found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Version of this model.
    pub schema_version: String,
    /// Version of the program.
    pub tool_version: String,
    /// The packs that decided: the same packs and texts give the same numbers.
    pub lexicons: Vec<LexiconUsed>,
    /// The sides that were declared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<PartyUsed>,
    /// Why the entries that were found are in the packs, by their ids. For formats that show it; no part of the JSON.
    #[serde(skip)]
    pub rationales: BTreeMap<String, Rationale>,
    /// The articles, in input order.
    pub articles: Vec<ArticleReport>,
    /// The articles side by side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// How each gate went for each article; absent where none was set.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<GateOutcome>,
}

/// What a pack says to readers about one of its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rationale {
    /// Why another outlet may word it otherwise.
    pub why: String,
    /// Other words for the same.
    pub alternatives: Vec<String>,
}

/// A pack that was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LexiconUsed {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
}

/// What was found in one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleReport {
    /// Stable name within a run.
    pub id: String,
    /// Where it was read from.
    pub path: String,
    /// How it lies in that file.
    #[serde(skip)]
    pub origin: Origin,
    /// Who published it.
    pub outlet: String,
    /// Where the outlet's name was found.
    pub outlet_from: OutletFrom,
    /// The event, where the metadata name one.
    pub event: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Date of publication, ISO 8601.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The label that marks it as opinion or analysis.
    pub genre: Option<String>,
    /// Words of the body.
    pub words: u32,
    /// Sentences of the body.
    pub sentences: u32,
    /// Paragraphs of the body.
    pub paragraphs: u32,
    /// Body words per voice; they add up to `words`.
    pub voices: VoiceWords,
    /// The parts of the text.
    pub zones: Vec<ZoneReport>,
    /// The measures, in the order of the registry.
    pub measures: Vec<Measurement>,
    /// Loaded terms in the order of the text: ids `L1`, `L2`….
    pub loaded: Vec<TermReport>,
    /// Epistemic terms in the order of the text: ids `E1`, `E2`….
    pub epistemic: Vec<TermReport>,
    /// Who says what, in the order of the text: ids `A1`…, for thoughts and wishes `T1`….
    pub attributions: Vec<AttributionReport>,
    /// Who speaks, in the order of first appearance: ids `s1`, `s2`….
    pub sources: Vec<SourceReport>,
    /// What is reported from nobody who could be found.
    pub unresolved: UnresolvedReport,
    /// Phrases that say what was checked and who was asked: ids `P1`….
    pub markers: Vec<MarkerReport>,
    /// Sentences in the author's voice that state a claim: ids `C1`….
    pub claims: Vec<ClaimReport>,
    /// What the headline says and leaves out; `null` where there is none.
    pub headline: Option<HeadlineReport>,
    /// Words for things that have several, headings included, in the order of the text: ids `N1`….
    pub names: Vec<NameReport>,
    /// The naming sets that these words belong to.
    pub naming: Vec<NamingReport>,
    /// Body sentences that go back behind the event: ids `B1`….
    pub context: Vec<ContextReport>,
    /// The earliest year that the body goes back to.
    pub story_starts: Option<u16>,
    /// Mentions of declared sides, headings included, in the order of the text: ids `M1`….
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionReport>,
    /// What the article gives to each declared side, in the order of declaration.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<SideReport>,
    /// Who harms whom, in the order of the text: ids `H1`….
    pub harm: Vec<HarmReport>,
    /// Harm by declared side, in the order of declaration.
    pub harm_sides: Vec<HarmSideReport>,
    /// Figures of those who suffer, in the order of the text: ids `F1`….
    pub figures: Vec<CasualtyReport>,
    /// People with a name who are killed or hurt: ids `V1`….
    pub named_victims: Vec<NamedVictimReport>,
    /// Words that make persons of those who suffer: kin, work, a funeral, a home.
    pub victim_details: Vec<Passage>,
    /// What a reader should not miss, what weighs most first.
    pub flags: Vec<String>,
    /// What a reader should know beside the numbers, one sentence each.
    pub notes: Vec<String>,
    /// Where quotation marks enclose words, marks included; only together with the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Place>,
    /// Where the sentences of the body stand, the first one first; only together with the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sentence_places: Vec<Place>,
    /// The article's text, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Body words per voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VoiceWords {
    /// The outlet's own.
    pub author: u32,
    /// A source's, as a clause or a quotation.
    pub reported: u32,
    /// In the nominal content of a speech act: nobody can know whose.
    pub ambiguous: u32,
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ZoneReport {
    /// Its evidence id, `z1`…, where it is running text or a heading.
    pub id: Option<String>,
    /// What it is.
    pub zone: ZoneKind,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

/// A loaded or epistemic term found in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermReport {
    /// Its evidence id: `L3`, `E1`.
    pub id: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// As written.
    pub text: String,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds it.
    pub zone: ZoneKind,
    /// Id of the lexicon entry.
    pub entry: String,
    /// Its category.
    pub category: Category,
    /// 1 mild, 2 strong, 3 very strong; 0 for epistemic terms.
    pub weight: u8,
    /// Whose word it is.
    pub voice: Voice,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// Whether it is a plain use; only plain uses are counted.
    pub status: TermStatus,
    /// Whom it is about, where sides are declared and the text says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<AboutSide>,
}

/// Who says what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttributionReport {
    /// Its evidence id: `A1`; `T1` at level `mental`.
    pub id: String,
    /// How far the source's words are given.
    pub level: Level,
    /// The construction.
    pub form: Form,
    /// What the choice of cue says.
    pub stance: Stance,
    /// The word that attributes.
    pub cue: CueReport,
    /// Who is named.
    pub source: SourceMention,
    /// What is attributed.
    pub content: ContentReport,
    /// Words of the content.
    pub words: u32,
    /// Words of the content inside quotation marks.
    pub direct_words: u32,
    /// Number of the body sentence that holds the cue, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds the cue.
    pub zone: ZoneKind,
    /// The cue is denied; listed, not counted.
    pub negated: bool,
    /// The cue is hypothetical; listed, not counted.
    pub conditional: bool,
    /// Stands inside the content of another.
    pub nested: bool,
    /// Through whom it reached the outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<Passage>,
}

impl ArticleReport {
    /// Drops the text and what is only given together with it.
    pub fn without_text(&mut self) {
        self.text = None;
        self.quotations.clear();
        self.sentence_places.clear();
    }
}

impl AttributionReport {
    /// Whether it is counted: in the body, neither denied nor hypothetical.
    pub const fn counts(&self) -> bool {
        !self.negated && !self.conditional && self.sentence > 0
    }
}

/// The word that attributes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CueReport {
    /// Base form.
    pub lemma: String,
    /// As written.
    pub text: String,
    /// Where.
    pub spans: Vec<Place>,
}

/// A source as one attribution names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceMention {
    /// As written; empty where nobody is named.
    pub text: String,
    /// Where.
    pub spans: Vec<Place>,
    /// Id in `sources`.
    pub source_id: Option<String>,
    /// Ids of all sources of a joint statement, whose words are split equally; empty otherwise.
    pub joint_ids: Vec<String>,
    /// How it was found.
    pub confidence: Confidence,
}

/// What is attributed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContentReport {
    /// Where; several where the cue splits it.
    pub spans: Vec<Place>,
}

/// A piece of text and its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
}
