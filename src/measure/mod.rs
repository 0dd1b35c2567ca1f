//! What is counted in one article: each measure declared once, each number with its evidence.
//!
//! One file a family of measures; [`FAMILIES`] lists them. A measure that a text is too short for has no value and says so.

mod claims;
mod context;
mod epistemic;
mod evidence;
mod explain;
mod harm;
mod headline;
mod intervals;
mod loaded;
mod markers;
mod naming;
mod phrases;
mod registry;
mod reports;
mod scare;
mod sheet;
mod sides;
mod sources;
mod stance;
mod voices;

pub use claims::{Claim, Trigger, TriggerMatch};
pub use evidence::{EvidenceId, EvidenceKind, Ids};
pub use explain::explain;
pub use harm::{HarmTally, figure_source, harm_tally};
pub use intervals::{Seeds, add_intervals};
pub use markers::{Marker, MarkerClass};
pub use registry::{FAMILIES, Family, IntervalKind, Measure, Unit, find, lexicon_digest, registry};
pub use scare::{distance_terms, scare_quotes};
pub use sheet::{MIN_WORDS, Measurement};
pub use sides::{Reply, SideTally};

pub(crate) use sheet::Sheet;

use crate::attribution::{Attribution, Voices};
use crate::framing::casualties::Casualties;
use crate::framing::context::Context;
use crate::framing::harm::Harms;
use crate::framing::headline::Headline;
use crate::framing::naming::Naming;
use crate::lexicon::{Facts, Lexicon, TermMatch};
use crate::party::{Mentions, Parties, Sides};
use crate::source::Sources;
use crate::text::{Document, TokenIndex};

/// What the stages before found in one article.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The text, cut.
    pub document: &'a Document<'a>,
    /// What the lexicon knows of its words.
    pub facts: &'a Facts,
    /// The packs.
    pub lexicon: &'a Lexicon,
    /// Terms, in order.
    pub terms: &'a [TermMatch],
    /// Who says what.
    pub attributions: &'a [Attribution],
    /// Whose voice each word is in.
    pub voices: &'a Voices,
    /// Who speaks.
    pub sources: &'a Sources,
    /// The declared sides; empty where none is declared.
    pub parties: &'a Parties,
    /// Where the sides are mentioned.
    pub mentions: &'a Mentions,
    /// Which side each source speaks for.
    pub sides: &'a Sides,
    /// Who harms whom.
    pub harms: &'a Harms,
    /// Figures, names and details of those who suffer.
    pub casualties: &'a Casualties,
    /// Which word it uses for a thing that has several.
    pub naming: &'a Naming,
    /// Where its story begins.
    pub context: &'a Context,
    /// What its headline says.
    pub headline: Option<&'a Headline>,
}

impl Subject<'_> {
    /// Number of the body sentence, from 1; 0 outside the body.
    pub(crate) fn sentence_number(&self, sentence: usize) -> u32 {
        self.document
            .sentences
            .get(sentence)
            .map_or(0, |sentence| sentence.number)
    }

    /// Whether a token stands in the body.
    pub(crate) fn in_body(&self, token: TokenIndex) -> bool {
        self.sentence_number(self.document.sentence_of(token)) > 0
    }

    /// Whether an attribution is counted: in the body, neither denied nor hypothetical.
    pub(crate) fn counts(&self, attribution: &Attribution) -> bool {
        attribution.counts() && self.sentence_number(attribution.sentence) > 0
    }
}

/// All that was counted in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// One per measure, in the order of the registry; of measures made for each side, one per declared side.
    pub measurements: Vec<Measurement>,
    /// The ids that the evidence refers to.
    pub ids: Ids,
    /// Phrases that say what was checked and who was asked, in order.
    pub markers: Vec<Marker>,
    /// Claims in the author's voice, in order.
    pub claims: Vec<Claim>,
    /// What the article gives to each declared side, in the order of declaration.
    pub sides: Vec<SideTally>,
    /// Harm of the body, in the order of declaration: by the side that does it, and by the side that suffers it.
    pub harm_sides: Vec<HarmTally>,
}

impl Measured {
    /// The measurement of a measure; of one that is made for each side, the first.
    pub fn get(&self, id: &str) -> Option<&Measurement> {
        self.measurements
            .iter()
            .find(|measurement| measurement.id == id)
    }

    /// The measurement of a measure that is made for each side.
    pub fn of_side(&self, id: &str, side: &str) -> Option<&Measurement> {
        self.measurements
            .iter()
            .find(|measurement| measurement.id == id && measurement.side.as_deref() == Some(side))
    }
}

/// Counts everything once. Intervals are added by [`add_intervals`], because they cost more than all the rest.
pub fn measure(subject: &Subject<'_>) -> Measured {
    let mut sheet = Sheet::new(subject);
    for family in FAMILIES {
        (family.measure)(subject, &mut sheet);
    }
    sheet.into_measured()
}
