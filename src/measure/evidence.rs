//! What a number rests on: ids of the things in the text that were counted.

use super::Subject;
use crate::lexicon::{Family, Level};
use serde::{Serialize, Serializer};
use std::fmt;

/// What a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    /// A part of the text: `z3`.
    Zone,
    /// A loaded term: `L3`.
    Loaded,
    /// An epistemic term: `E1`.
    Epistemic,
    /// A report, speech act or vague attribution: `A2`.
    Attribution,
    /// An attribution at level `mental`: `T1`.
    Thought,
    /// A source: `s1`.
    Source,
    /// A phrase that says what was checked and who was asked: `P1`.
    Marker,
    /// A claim in the author's voice: `C1`.
    Claim,
    /// A mention of a declared side: `M1`.
    Mention,
    /// A harm construction: `H1`.
    Harm,
    /// A figure of those who suffer: `F1`.
    Figure,
    /// Somebody with a name who is killed or hurt: `V1`.
    Victim,
    /// A word of a naming set: `N1`.
    Name,
    /// A body sentence that goes back behind the event: `B1`.
    Background,
}

/// The id of one thing in the text; its number counts from 1 in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EvidenceId {
    /// What it is.
    pub kind: EvidenceKind,
    /// Its number, from 1.
    pub number: u32,
}

impl EvidenceId {
    /// The id of the `index`-th thing of a kind, counted from 0.
    pub const fn new(kind: EvidenceKind, index: usize) -> Self {
        Self {
            kind,
            number: index as u32 + 1,
        }
    }
}

impl fmt::Display for EvidenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.kind {
            EvidenceKind::Zone => 'z',
            EvidenceKind::Loaded => 'L',
            EvidenceKind::Epistemic => 'E',
            EvidenceKind::Attribution => 'A',
            EvidenceKind::Thought => 'T',
            EvidenceKind::Source => 's',
            EvidenceKind::Marker => 'P',
            EvidenceKind::Claim => 'C',
            EvidenceKind::Mention => 'M',
            EvidenceKind::Harm => 'H',
            EvidenceKind::Figure => 'F',
            EvidenceKind::Victim => 'V',
            EvidenceKind::Name => 'N',
            EvidenceKind::Background => 'B',
        };
        write!(f, "{letter}{}", self.number)
    }
}

impl Serialize for EvidenceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for EvidenceId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EvidenceId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[zLEATsPCMHFVNB][1-9][0-9]*$",
            "description": "Id of a thing in the text: zone z, loaded term L, epistemic term E, attribution A, thought T, source s, marker P, claim C, mention of a side M, harm construction H, figure of those who suffer F, named victim V, name N, background sentence B.",
        })
    }
}

/// The ids of all terms, attributions and sources of one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ids {
    /// By index in the terms.
    pub terms: Vec<EvidenceId>,
    /// By index in the attributions.
    pub attributions: Vec<EvidenceId>,
    /// By index in the sources' clusters; those that speak come first.
    pub sources: Vec<EvidenceId>,
}

impl Ids {
    pub(super) fn new(subject: &Subject<'_>) -> Self {
        let term = |term: &crate::lexicon::TermMatch| match subject
            .lexicon
            .entry(term.entry)
            .category
            .family()
        {
            Family::Framing => EvidenceKind::Loaded,
            Family::Epistemic => EvidenceKind::Epistemic,
        };
        let attribution = |attribution: &crate::attribution::Attribution| match attribution.level {
            Level::Mental => EvidenceKind::Thought,
            _ => EvidenceKind::Attribution,
        };
        let mut order: Vec<usize> = (0..subject.sources.clusters.len()).collect();
        order.sort_by_key(|&index| !subject.sources.clusters[index].speaks());
        let mut sources = vec![EvidenceId::new(EvidenceKind::Source, 0); order.len()];
        for (number, index) in order.into_iter().enumerate() {
            sources[index] = EvidenceId::new(EvidenceKind::Source, number);
        }
        Self {
            terms: numbered(subject.terms.iter().map(term)),
            attributions: numbered(subject.attributions.iter().map(attribution)),
            sources,
        }
    }
}

/// Numbers each kind by itself.
fn numbered(kinds: impl Iterator<Item = EvidenceKind>) -> Vec<EvidenceId> {
    let mut counts = [0_usize; 12];
    kinds
        .map(|kind| {
            let count = &mut counts[kind as usize];
            *count += 1;
            EvidenceId::new(kind, *count - 1)
        })
        .collect()
}
