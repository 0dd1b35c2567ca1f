//! Groups of articles: pooled values, intervals, and each group against the rest.

use super::row::Slot;
use super::sums::{Group, Parts, Sums, pooled, scale, tested};
use super::tests_against_rest::{BOOTSTRAP_ARTICLES, bootstrap, difference, dispersion};
use crate::measure::{IntervalKind, Measure, Unit};
use crate::report::numbers;
use crate::report::{LexiconUsed, SCHEMA_VERSION};
use crate::stats::{self, Interval};
use serde::Serialize;

/// False discoveries that a list of differences may hold (measures §6.5).
const DISCOVERY: f64 = 0.1;
/// From how many things on a proportion of few articles has an interval.
const FEWEST_THINGS: f64 = 10.0;

/// A batch as a whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Version of the report's model.
    pub schema_version: String,
    /// Version of the program.
    pub tool_version: String,
    /// The packs that decided.
    pub lexicons: Vec<LexiconUsed>,
    /// How articles are grouped.
    pub group_by: &'static str,
    /// Articles that were measured.
    pub articles: u32,
    /// Records that could not be read.
    pub problems: u32,
    /// How many tests were made: q values are adjusted for that many.
    pub tests: u32,
    /// What can be told apart from the rest, clearest first.
    pub differences: Vec<Difference>,
    /// The groups, by name.
    pub groups: Vec<GroupSummary>,
}

/// A measure in which a group differs from all other articles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The group.
    pub group: String,
    /// The measure.
    pub id: &'static str,
    /// Id of the declared side, for measures made for each side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// Unit of the values.
    pub unit: Unit,
    /// The value of the group.
    pub value: f64,
    /// The value of the rest.
    pub rest: f64,
    /// Benjamini and Hochberg's q value over all tests of the batch.
    pub q: f64,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupSummary {
    /// Its name.
    pub name: String,
    /// Its articles.
    pub articles: u32,
    /// Their body words.
    pub words: u64,
    /// Its measures, in the order of the registry; those that no article has are left out.
    pub measures: Vec<GroupMeasure>,
}

/// One measure of a group. Rates and shares are pooled, Σ count / Σ denominator; of other measures it is the mean of the articles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupMeasure {
    /// The measure.
    pub id: &'static str,
    /// Id of the declared side, for measures made for each side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// Unit of the value.
    pub unit: Unit,
    /// The value.
    pub value: f64,
    /// Articles in which it could be measured.
    pub articles: u32,
    /// How many were counted, where counts are pooled.
    pub count: Option<u64>,
    /// Out of how many.
    pub per: Option<u64>,
    /// 95 % interval.
    pub interval: Option<Interval>,
    /// Against all other articles; `null` where it is not tested.
    pub against_rest: Option<AgainstRest>,
}

/// A group against all other articles of the batch.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AgainstRest {
    /// The value of the rest.
    pub rest: f64,
    /// Two-sided p value.
    pub p: f64,
    /// Benjamini and Hochberg's q value over all tests of the batch.
    pub q: f64,
    /// Whether q is at most 10 %.
    pub distinguishable: bool,
}

/// What a summary says about how it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Used {
    /// The packs.
    pub lexicons: Vec<LexiconUsed>,
    /// A digest of all packs: the seed of the bootstrap.
    pub digest: String,
    /// Records that could not be read.
    pub problems: u32,
}

impl Summary {
    /// Of the articles that were added.
    pub fn new(sums: &Sums, used: Used) -> Self {
        let slots = &sums.slots;
        let clustering: Vec<f64> = (0..slots.len())
            .map(|index| dispersion(sums.groups.values().map(|group| &group.measures[index])))
            .collect();
        let groups = sums.groups.iter().map(|(name, group)| GroupSummary {
            name: name.clone(),
            articles: group.articles,
            words: group.words,
            measures: values(name, group, slots, &clustering, &used.digest),
        });
        let mut summary = Self {
            schema_version: SCHEMA_VERSION.to_owned(),
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
            lexicons: used.lexicons,
            group_by: sums.by.name(),
            articles: sums.articles,
            problems: used.problems,
            tests: 0,
            differences: Vec::new(),
            groups: groups.collect(),
        };
        summary.test(sums, &clustering);
        summary
    }

    /// Tests every group against the rest. Of two groups one is the rest of the other: one test serves both.
    fn test(&mut self, sums: &Sums, clustering: &[f64]) {
        let groups: Vec<&Group> = sums.groups.values().collect();
        if groups.len() < 2 {
            return;
        }
        let mut found: Vec<(usize, &Slot, f64, f64)> = Vec::new();
        let tested = sums
            .slots
            .iter()
            .enumerate()
            .filter(|(_, slot)| tested(slot.measure));
        for (index, slot) in tested {
            for at in 0..groups.len() {
                if groups.len() == 2 && at == 1 {
                    break;
                }
                let group = &groups[at].measures[index];
                let rest = rest(&groups, at, index);
                let Some(value) = rest.ratio() else { continue };
                if let Some(p) = p_value(slot.measure, group, &rest, clustering[index]) {
                    found.push((at, slot, scale(slot.measure) * value, p));
                }
            }
        }
        let p: Vec<f64> = found.iter().map(|(_, _, _, p)| *p).collect();
        self.tests = p.len() as u32;
        let mut clear = Vec::new();
        for ((at, slot, rest, p), q) in found.into_iter().zip(stats::benjamini_hochberg(&p)) {
            let GroupSummary { name, measures, .. } = &mut self.groups[at];
            let Some(measure) = measures
                .iter_mut()
                .find(|measure| measure.id == slot.measure.id && measure.side == slot.side)
            else {
                continue;
            };
            let test = AgainstRest {
                rest: numbers::round(rest, measure.unit.decimals()),
                p: numbers::round(p, 4),
                q: numbers::round(q, 4),
                distinguishable: q <= DISCOVERY,
            };
            measure.against_rest = Some(test);
            if test.distinguishable {
                let difference = Difference {
                    group: name.clone(),
                    id: measure.id,
                    side: measure.side.clone(),
                    unit: measure.unit,
                    value: measure.value,
                    rest: test.rest,
                    q: test.q,
                };
                clear.push((p, difference));
            }
        }
        // Where p is the same, the order of the registry and of the names stays.
        clear.sort_by(|one, other| one.0.total_cmp(&other.0));
        self.differences = clear
            .into_iter()
            .map(|(_, difference)| difference)
            .collect();
    }
}

/// All articles but those of one group.
fn rest(groups: &[&Group], without: usize, measure: usize) -> Parts {
    let mut rest = Parts::default();
    for (_, group) in groups.iter().enumerate().filter(|(at, _)| *at != without) {
        rest.part.extend_from_slice(&group.measures[measure].part);
        rest.whole.extend_from_slice(&group.measures[measure].whole);
    }
    rest
}

fn p_value(measure: &Measure, group: &Parts, rest: &Parts, clustering: f64) -> Option<f64> {
    if measure.unit == Unit::Share {
        return difference(group, rest);
    }
    let ((one, one_words), (other, other_words)) = (group.totals(), rest.totals());
    let both = one_words > 0.0 && other_words > 0.0;
    both.then(|| stats::compare_rates(one, one_words, other, other_words, clustering).p)
}

fn values(
    name: &str,
    group: &Group,
    slots: &[Slot],
    clustering: &[f64],
    digest: &str,
) -> Vec<GroupMeasure> {
    let parts: Vec<&Parts> = group.measures.iter().collect();
    let drawn = if group.articles >= BOOTSTRAP_ARTICLES {
        let seed = stats::seed(&stats::digest(name), "batch", digest);
        bootstrap(&parts, group.articles as usize, seed)
    } else {
        vec![None; parts.len()]
    };
    let rows = slots.iter().zip(&parts).zip(drawn).zip(clustering);
    rows.filter_map(|(((slot, parts), drawn), &clustering)| {
        let measure = slot.measure;
        let (part, whole) = parts.totals();
        let decimals = decimals(measure);
        // Where nothing varies, drawing articles says that nothing could: it is asked of few things and not of articles.
        let drawn = drawn.filter(|interval| interval.high > interval.low);
        let interval = drawn.map(|interval| Interval {
            low: scale(measure) * interval.low,
            high: scale(measure) * interval.high,
        });
        let interval = interval.or_else(|| few(measure, part, whole, clustering));
        Some(GroupMeasure {
            id: measure.id,
            side: slot.side.clone(),
            unit: measure.unit,
            value: numbers::round(scale(measure) * parts.ratio()?, decimals),
            articles: parts.articles(),
            count: pooled(measure).then_some(part as u64),
            per: pooled(measure).then_some(whole as u64),
            interval: numbers::rounded(interval, decimals),
            against_rest: None,
        })
    })
    .collect()
}

/// A mean of counts has decimals.
pub(super) const fn decimals(measure: &Measure) -> u32 {
    match measure.unit {
        Unit::Words | Unit::Count => 2,
        unit => unit.decimals(),
    }
}

/// The interval of a group with fewer than ten articles: that of one long article, where it has one without its sentences.
fn few(measure: &Measure, part: f64, whole: f64, clustering: f64) -> Option<Interval> {
    if whole <= 0.0 {
        return None;
    }
    match measure.interval {
        IntervalKind::Rate => Some(stats::rate_interval(part, whole, clustering)),
        IntervalKind::Proportion if whole >= FEWEST_THINGS => {
            Some(stats::proportion_interval(part, whole))
        }
        _ => None,
    }
}
