//! Who says what: attributions of source, cue and content, and whose voice each word is in.
//!
//! The rules are those of measures §3. They read tokens, capitals, marks and the packs' word classes; no parser and no model.
//! One file holds one kind of construction; [`attribute`] runs them in a fixed order and settles what overlaps.

mod clause;
mod content;
mod cues;
mod nominal;
mod phrasal;
mod phrase;
mod quotation;
mod released;
mod script;
mod settle;
mod tags;
mod verbal;
mod voice;

pub use tags::Tag;
pub use voice::{Voice, Voices};

use crate::lexicon::{CueId, Facts, Level, Lexicon, Stance};
use crate::span::Span;
use crate::text::{Document, TokenIndex};
use serde::Serialize;
use std::ops::Range;

/// One attribution relation: a source, a cue and the content attributed (the scheme of PDTB, PARC 3.0 and `PolNeAR`).
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// How far the source's words are given.
    pub level: Level,
    /// The construction.
    pub form: Form,
    /// What the cue says of the author's stance.
    pub stance: Stance,
    /// The cue.
    pub cue: Cue,
    /// Tokens of the source as written; empty where none is named.
    pub source: Vec<Range<TokenIndex>>,
    /// How the source was found.
    pub confidence: Confidence,
    /// Tokens of the content, in order; several where the cue splits it.
    pub content: Vec<Range<TokenIndex>>,
    /// Sentence of the cue, an index into [`Document::sentences`].
    pub sentence: usize,
    /// The cue is denied: `did not say`. Listed, but excluded from counts.
    pub negated: bool,
    /// The cue is not fact: `may say`, `will tell`. Listed, but excluded from counts.
    pub conditional: bool,
    /// Another source through which this one reached the outlet: `he said, according to a transcript`.
    pub via: Option<Range<TokenIndex>>,
    /// The attribution stands inside the content of another report: the words belong to it, the outer source relays.
    pub nested: bool,
}

/// What attributes: `said`, `according to`, a colon.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// Its entry in the cue packs; `None` for a colon or dash.
    pub id: Option<CueId>,
    /// Base form: `say`, `according to`, `:`.
    pub lemma: String,
    /// Its head words, without auxiliaries.
    pub tokens: Vec<Range<TokenIndex>>,
}

/// The construction of an attribution (measures §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The whole content is quoted.
    Direct,
    /// No part of the content is quoted.
    Indirect,
    /// A clause with a quoted part of more than eight words.
    Mixed,
    /// A clause with at most eight quoted words.
    Partial,
    /// A quotation without cue that continues the speaker before it.
    Floating,
    /// `according to` and its like.
    AccordingTo,
    /// A figure put forward: `put the toll at 43`.
    Figure,
    /// The topic only: `discussed the border`.
    TopicNominal,
    /// What is asked for: `demanded a withdrawal`.
    DirectiveNominal,
    /// What is judged: `condemned the strike`.
    EvaluativeNominal,
    /// An attitude or a belief: `hopes to return`.
    Mental,
    /// `…, Ardania says` in a headline.
    HeadlineTail,
    /// `Orr: …` in a headline.
    HeadlineColon,
    /// `ORR: …` in a transcript.
    Script,
    /// Said by nobody in particular: `is believed to`.
    Vague,
}

/// How a source was found, most certain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The noun phrase beside the cue.
    Exact,
    /// Beyond an apposition.
    Apposition,
    /// A pronoun.
    Pronoun,
    /// Taken over from the clause or sentence before.
    Inherited,
    /// Not found.
    Unresolved,
}

impl Attribution {
    /// The words of the content.
    pub fn words(&self, document: &Document<'_>) -> u32 {
        self.content
            .iter()
            .map(|range| document.words_in(range.clone()))
            .sum()
    }

    /// The words of the content that stand in quotations.
    pub fn direct_words(&self, document: &Document<'_>) -> u32 {
        self.content
            .iter()
            .flat_map(|range| &document.tokens[range.clone()])
            .filter(|token| token.is_word() && token.is_quoted())
            .count() as u32
    }

    /// Whether it counts: neither denied nor hypothetical.
    pub const fn counts(&self) -> bool {
        !self.negated && !self.conditional
    }

    /// The spans of a role's tokens.
    pub fn spans(document: &Document<'_>, ranges: &[Range<TokenIndex>]) -> Vec<Span> {
        ranges
            .iter()
            .map(|range| document.span_of(range.clone()))
            .collect()
    }
}

/// Finds the attributions of a document, in the order of their cues.
pub fn attribute(document: &Document<'_>, facts: &Facts, lexicon: &Lexicon) -> Vec<Attribution> {
    Scene::new(document, facts, lexicon).attributions()
}

/// What every rule looks at: the document with what is known of its words. Later stages read clauses from it too.
pub struct Scene<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) facts: &'a Facts,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) cues: cues::Cues<'a>,
    pub(crate) tags: Vec<Tag>,
}

impl<'a> Scene<'a> {
    /// Looks up the cues of a document and tags its words.
    pub fn new(document: &'a Document<'a>, facts: &'a Facts, lexicon: &'a Lexicon) -> Self {
        let cues = cues::Cues::find(document, facts, lexicon);
        let tags = tags::tag(document, facts, lexicon, &cues);
        Self {
            document,
            facts,
            lexicon,
            cues,
            tags,
        }
    }

    /// Finds the attributions, in the order of their cues.
    pub fn attributions(&self) -> Vec<Attribution> {
        let mut found = Vec::new();
        for sentence in 0..self.document.sentences.len() {
            let from = found.len();
            script::find(self, sentence, &mut found);
            phrasal::find(self, sentence, &mut found);
            verbal::find(self, sentence, from, &mut found);
            nominal::find(self, sentence, from, &mut found);
        }
        quotation::complete(self, &mut found);
        settle::settle(self, &mut found);
        found
    }
}

/// The tag of every token: what the rules take each word for. For benches and for whoever writes a rule.
pub fn tags(document: &Document<'_>, facts: &Facts, lexicon: &Lexicon) -> Vec<Tag> {
    let cues = cues::Cues::find(document, facts, lexicon);
    tags::tag(document, facts, lexicon, &cues)
}
