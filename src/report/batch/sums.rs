//! What is kept of each article until the end: two numbers a measure. Everything else has been written by then.

use super::row::{Row, Slot, slots};
use crate::measure::{IntervalKind, Measure, Unit};
use std::collections::BTreeMap;

/// How articles are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    /// By who published them.
    Outlet,
    /// By the event that they report.
    Event,
    /// By the folder that holds them.
    Folder,
}

impl GroupBy {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Event => "event",
            Self::Folder => "folder",
        }
    }

    fn of(self, row: &Row) -> &str {
        match self {
            Self::Outlet => &row.outlet,
            Self::Event => row.event.as_deref().unwrap_or("(no event)"),
            Self::Folder => &row.folder,
        }
    }
}

/// A measure's part and whole, article by article: their sums over a group give its value, `scale · Σ part / Σ whole`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Parts {
    pub(super) part: Vec<f64>,
    pub(super) whole: Vec<f64>,
}

/// One group.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Group {
    pub(super) articles: u32,
    pub(super) words: u64,
    /// By the place among the slots.
    pub(super) measures: Vec<Parts>,
}

/// The groups of a batch as its rows come in.
#[derive(Debug, Clone, PartialEq)]
pub struct Sums {
    pub(super) by: GroupBy,
    pub(super) slots: Vec<Slot>,
    pub(super) groups: BTreeMap<String, Group>,
    pub(super) articles: u32,
}

impl Sums {
    /// Without articles. `sides` are the ids of the declared sides.
    pub fn new(by: GroupBy, sides: &[String]) -> Self {
        Self {
            by,
            slots: slots(sides),
            groups: BTreeMap::new(),
            articles: 0,
        }
    }

    /// Adds an article to its group.
    pub fn add(&mut self, row: &Row) {
        self.articles += 1;
        let name = self.by.of(row);
        if !self.groups.contains_key(name) {
            let group = Group {
                measures: self.slots.iter().map(|_| Parts::default()).collect(),
                ..Group::default()
            };
            self.groups.insert(name.to_owned(), group);
        }
        let Some(group) = self.groups.get_mut(name) else {
            return;
        };
        group.articles += 1;
        group.words += u64::from(row.words);
        for (slot, parts) in self.slots.iter().zip(&mut group.measures) {
            let (part, whole) = row
                .measures
                .get(&slot.key)
                .and_then(|figure| {
                    if pooled(slot.measure) {
                        Some((f64::from(figure.count?), f64::from(figure.per?)))
                    } else {
                        Some((figure.value?, 1.0))
                    }
                })
                .unwrap_or((0.0, 0.0));
            parts.part.push(part);
            parts.whole.push(whole);
        }
    }
}

/// Whether counts and denominators are added up; of other measures a group has the mean.
pub(super) const fn pooled(measure: &Measure) -> bool {
    matches!(measure.unit, Unit::PerThousandWords | Unit::Share)
}

/// What Σ part / Σ whole is multiplied by.
pub(super) const fn scale(measure: &Measure) -> f64 {
    match measure.unit {
        Unit::PerThousandWords => 1000.0,
        _ => 1.0,
    }
}

/// Whether groups are tested: rates that `compare` tests too, and shares that have an interval.
pub(super) const fn tested(measure: &Measure) -> bool {
    match measure.unit {
        Unit::PerThousandWords => measure.tested,
        Unit::Share => !matches!(measure.interval, IntervalKind::None),
        _ => false,
    }
}

impl Parts {
    /// Σ part / Σ whole; `None` where there is no whole.
    pub(super) fn ratio(&self) -> Option<f64> {
        let (part, whole) = self.totals();
        (whole > 0.0).then(|| part / whole)
    }

    pub(super) fn totals(&self) -> (f64, f64) {
        (self.part.iter().sum(), self.whole.iter().sum())
    }

    /// Articles in which it could be measured.
    pub(super) fn articles(&self) -> u32 {
        self.whole.iter().filter(|whole| **whole > 0.0).count() as u32
    }
}
