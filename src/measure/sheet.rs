//! Where the families write their numbers, and what one number is.

use super::claims::{self, Claims};
use super::evidence::{EvidenceId, EvidenceKind, Ids};
use super::markers::{self, Marker};
use super::phrases::Found;
use super::registry::{self, Unit};
use super::sides::SideTally;
use super::{HarmTally, Measured, Subject};
use crate::stats::Interval;
use serde::Serialize;

/// Fewest words that a rate is computed over (measures §2.2); below, the count is given and no value.
pub const MIN_WORDS: u32 = 100;

/// One number of one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measurement {
    /// The measure.
    pub id: &'static str,
    /// Id of the declared side that it is about, for measures made for each side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// The value in `unit`; `null` where it cannot be measured, and `note` says why.
    pub value: Option<f64>,
    /// How many were counted; `null` where the value is no count.
    pub count: Option<u32>,
    /// Out of how many; `null` where the count stands alone.
    pub per: Option<u32>,
    /// Unit of the value.
    pub unit: Unit,
    /// 95 % interval, where one can be given.
    pub interval: Option<Interval>,
    /// Why there is no value, or what to know beside it.
    pub note: Option<String>,
    /// Ids of what was counted.
    pub evidence: Vec<EvidenceId>,
}

/// The numbers of one article, as they are made.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(super) ids: Ids,
    pub(super) markers: Vec<Marker>,
    pub(super) claims: Claims,
    pub(super) sides: Vec<SideTally>,
    pub(super) harm_sides: Vec<HarmTally>,
    measurements: Vec<Measurement>,
}

impl Sheet {
    pub(super) fn new(subject: &Subject<'_>) -> Self {
        let phrases = Found::new(subject);
        Self {
            ids: Ids::new(subject),
            markers: markers::find(subject, &phrases),
            claims: claims::find(subject, &phrases),
            sides: Vec::new(),
            harm_sides: Vec::new(),
            measurements: Vec::with_capacity(64),
        }
    }

    /// The ids of the first `count` things of a kind.
    pub(super) fn all(kind: EvidenceKind, count: usize) -> Vec<EvidenceId> {
        (0..count)
            .map(|index| EvidenceId::new(kind, index))
            .collect()
    }

    fn push(
        &mut self,
        id: &'static str,
        value: Option<f64>,
        count: Option<u32>,
        per: Option<u32>,
        note: Option<String>,
        evidence: Vec<EvidenceId>,
    ) {
        let unit = registry::find(id).map_or(Unit::Count, |measure| measure.unit);
        self.measurements.push(Measurement {
            id,
            side: None,
            value,
            count,
            per,
            unit,
            interval: None,
            note,
            evidence,
        });
    }

    /// A plain count.
    pub(super) fn count(&mut self, id: &'static str, count: u32, evidence: Vec<EvidenceId>) {
        self.push(
            id,
            Some(f64::from(count)),
            Some(count),
            None,
            None,
            evidence,
        );
    }

    /// Things per 1,000 words; no value below [`MIN_WORDS`].
    pub(super) fn rate(
        &mut self,
        id: &'static str,
        count: u32,
        words: u32,
        evidence: Vec<EvidenceId>,
    ) {
        let (value, note) = if words < MIN_WORDS {
            (None, Some(format!("{count} in {words} words")))
        } else {
            (Some(1000.0 * f64::from(count) / f64::from(words)), None)
        };
        self.push(id, value, Some(count), Some(words), note, evidence);
    }

    /// A part of a whole; no value where the whole is nothing, and `nothing` says so.
    pub(super) fn share(
        &mut self,
        id: &'static str,
        part: u32,
        whole: u32,
        nothing: &str,
        evidence: Vec<EvidenceId>,
    ) {
        let (value, note) = if whole == 0 {
            (None, Some(nothing.to_owned()))
        } else {
            (Some(f64::from(part) / f64::from(whole)), None)
        };
        self.push(id, value, Some(part), Some(whole), note, evidence);
    }

    /// A number that is no count; `nothing` says why there is none.
    pub(super) fn number(
        &mut self,
        id: &'static str,
        value: Option<f64>,
        nothing: &str,
        evidence: Vec<EvidenceId>,
    ) {
        let note = value.is_none().then(|| nothing.to_owned());
        self.push(id, value, None, None, note, evidence);
    }

    /// Says that the number written last is about a side.
    pub(super) fn of_side(&mut self, side: &str) {
        if let Some(last) = self.measurements.last_mut() {
            last.side = Some(side.to_owned());
        }
    }

    pub(super) fn into_measured(self) -> Measured {
        Measured {
            measurements: self.measurements,
            ids: self.ids,
            markers: self.markers,
            claims: self.claims.own,
            sides: self.sides,
            harm_sides: self.harm_sides,
        }
    }
}
