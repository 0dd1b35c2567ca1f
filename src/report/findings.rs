//! Parts of the model: sources, markers and claims of one article.

use super::model::Place;
use crate::lexicon::SourceKind;
use crate::measure::{MarkerClass, Trigger};
use serde::Serialize;

/// A source: all its mentions together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceReport {
    /// Its evidence id: `s1`.
    pub id: String,
    /// Its fullest name, as written.
    pub name: String,
    /// Its role, as written; empty where none is given.
    pub role: String,
    /// The organisation that it is named with, under which several sources may be shown.
    pub organisation: Option<String>,
    /// The medium through which it reached the outlet.
    pub via: Option<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Id of the declared side that it speaks for, where the text says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// Whether it is anonymous: no name, and no named body behind it.
    pub anonymous: bool,
    /// `named`, `anonymous`, `unnamed_spokesperson` or `collective`.
    pub anonymity: String,
    /// How closely an anonymous source is described, 0 (`sources`) to 3 (with a reason).
    pub described: Option<u8>,
    /// The reason given for anonymity, as written.
    pub reason: Option<String>,
    /// Body words reported from it.
    pub words: u32,
    /// Of these, words inside quotation marks.
    pub direct_words: u32,
    /// Whether some of them were said together with others and are split equally.
    pub joint: bool,
    /// Its part of all reported words, 0–1; `null` where nothing is reported.
    pub share: Option<f64>,
    /// Reports from it.
    pub reports: u32,
    /// Speech acts of it, whose words are not given.
    pub speech_acts: u32,
    /// The cues with which it is introduced, as base forms, in the order of the text, each once.
    pub cues: Vec<String>,
    /// Number of the body sentence of its first attribution.
    pub first_sentence: u32,
    /// Where it is mentioned as a source.
    pub mentions: Vec<Place>,
    /// Doubtful links and the like, one sentence each.
    pub notes: Vec<String>,
}

/// What is reported from nobody who could be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnresolvedReport {
    /// Body words reported.
    pub words: u32,
    /// Of these, words inside quotation marks.
    pub direct_words: u32,
    /// Reports.
    pub reports: u32,
    /// Speech acts.
    pub speech_acts: u32,
}

/// A phrase that says what was checked and who was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MarkerReport {
    /// Its evidence id: `P1`.
    pub id: String,
    /// What it says.
    pub class: MarkerClass,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
}

/// A sentence in the author's voice that states a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimReport {
    /// Its evidence id: `C1`.
    pub id: String,
    /// Number of the body sentence.
    pub sentence: u32,
    /// Where the sentence stands.
    pub span: Place,
    /// What makes it a claim.
    pub triggers: Vec<TriggerReport>,
}

/// What makes a sentence a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TriggerReport {
    /// Which kind of trigger.
    pub trigger: Trigger,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
}
