//! Holds the figures of an article against the gates.

use super::allow::Allowances;
use super::baseline::{Accepted, Baseline};
use super::gate::Gate;
use crate::measure::{Measurement, Unit};
use crate::report::evidence::{Fingerprints, evidence};
use crate::report::location::Lines;
use crate::report::numbers;
use crate::report::{ArticleReport, Bound, GateEvidence, GateOutcome, GateState};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the gates of an article are judged by beside its figures.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The gates.
    pub gates: &'a [Gate],
    /// What is accepted already.
    pub baseline: &'a Baseline,
    /// What the article allows itself.
    pub allowances: &'a Allowances,
    /// The figures without what is allowed, and the reasons; `None` where nothing is left out.
    pub without: Option<(&'a [Measurement], &'a str)>,
}

/// How the gates of an article went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// Each gate.
    pub outcomes: Vec<GateOutcome>,
    /// What a baseline keeps of each failure, whether it is accepted already or not.
    pub failures: Vec<Accepted>,
    /// The entries of the baseline that were met, by their index.
    pub met: BTreeSet<usize>,
}

/// How each gate went for an article whose text is kept in the report.
pub fn evaluate(article: &ArticleReport, setting: &Setting<'_>) -> Judged {
    let (mut outcomes, mut failures, mut met) = (Vec::new(), Vec::new(), BTreeSet::new());
    for gate in setting.gates {
        let found = article.measures.iter().find(|found| gate.looks_at(found));
        let figure = found.and_then(|found| figure(found, gate.bound));
        let mut outcome = GateOutcome {
            gate: gate.written.clone(),
            article: article.id.clone(),
            measure: gate.measure.id.to_owned(),
            bound: gate.bound,
            unit: gate.measure.unit,
            figure,
            limit: gate.limit,
            state: GateState::Passed,
            message: String::new(),
            evidence: Vec::new(),
        };
        match figure {
            None => {
                outcome.state = GateState::NotMeasured;
                outcome.message = not_measured(gate, found);
            }
            Some(figure) if !gate.operator.holds(figure, gate.limit) => {
                outcome.message = told(gate, figure);
            }
            Some(figure) => {
                outcome.message = told(gate, figure);
                outcome.evidence = found.map_or_else(Vec::new, |found| resting_on(article, found));
                let accepted = Accepted {
                    gate: gate.to_string(),
                    article: article.id.clone(),
                    figure: numbers::round(figure, 6),
                    evidence: known_by(article, &outcome),
                };
                let entries = setting.baseline.accepted.iter().enumerate();
                let known: Vec<usize> = entries
                    .filter(|(_, entry)| entry.knows(gate, accepted.figure, &accepted.evidence))
                    .map(|(index, _)| index)
                    .collect();
                if let Some(reason) = allowed(gate, setting) {
                    outcome.state = GateState::Allowed;
                    outcome.message = format!("{}; {reason}", outcome.message);
                } else if known.is_empty() {
                    outcome.state = GateState::Failed;
                    failures.push(accepted);
                } else {
                    outcome.state = GateState::Accepted;
                    outcome.message.push_str("; the baseline accepts it");
                    failures.push(accepted);
                    met.extend(known);
                }
            }
        }
        outcomes.push(outcome);
    }
    Judged {
        outcomes,
        failures,
        met,
    }
}

fn figure(found: &Measurement, bound: Bound) -> Option<f64> {
    match bound {
        Bound::Value => found.value,
        Bound::Low => found.interval.map(|interval| interval.low),
        Bound::High => found.interval.map(|interval| interval.high),
    }
}

/// `anonymous_share > 0.5: sources.anonymous.share is 62.0 %, limit 50.0 %`.
fn told(gate: &Gate, figure: f64) -> String {
    let end = match gate.bound {
        Bound::Value => "",
        Bound::Low => "the lower end of ",
        Bound::High => "the upper end of ",
    };
    format!(
        "{}: {end}{} is {}, limit {}",
        gate.written,
        gate.measure.id,
        shown(figure, gate),
        shown(gate.limit, gate)
    )
}

/// A number in the unit of the gate's measure. A limit is shown as it was set.
fn shown(number: f64, gate: &Gate) -> String {
    let unit = gate.measure.unit;
    match unit {
        Unit::PerThousandWords => format!("{} {unit}", numbers::value(number, unit)),
        Unit::Words | Unit::Count if number.fract() != 0.0 || number < 0.0 => number.to_string(),
        _ => numbers::value(number, unit),
    }
}

fn not_measured(gate: &Gate, found: Option<&Measurement>) -> String {
    let why = found
        .and_then(|found| found.note.as_deref())
        .unwrap_or("there is no interval");
    format!(
        "{}: {} cannot be measured here ({why}), which is no failure",
        gate.written, gate.measure.id
    )
}

/// Why a failure is allowed, if it is.
fn allowed(gate: &Gate, setting: &Setting<'_>) -> Option<String> {
    if let Some(allowance) = setting.allowances.reason_for(gate.measure.id) {
        return Some(format!("the article allows it: {}", allowance.reason));
    }
    let (measures, reasons) = setting.without?;
    let found = measures.iter().find(|found| gate.looks_at(found))?;
    let rest = figure(found, gate.bound);
    let passes = rest.is_none_or(|rest| !gate.operator.holds(rest, gate.limit));
    passes.then(|| {
        let rest = rest.map_or_else(|| numbers::NOTHING.to_owned(), |rest| shown(rest, gate));
        format!("without what is allowed it is {rest} ({reasons})")
    })
}

/// What a figure rests on, in the order of the text.
fn resting_on(article: &ArticleReport, found: &Measurement) -> Vec<GateEvidence> {
    let things = evidence(article);
    let lines = Lines::new(article);
    let mut fingerprints = Fingerprints::new(article);
    let ids = found.evidence.iter().map(ToString::to_string);
    let mut named: Vec<_> = ids.filter_map(|id| Some((things.get(&id)?, id))).collect();
    named.sort_by(|one, other| (one.0.place, &one.1).cmp(&(other.0.place, &other.1)));
    named
        .into_iter()
        .map(|(thing, id)| {
            let region = lines.region(thing.place);
            GateEvidence {
                text: thing.text.clone(),
                span: thing.place,
                line: region.map(|region| region.line),
                column: region.and_then(|region| region.column),
                fingerprint: fingerprints.of(found.id, thing.place),
                id,
            }
        })
        .collect()
}

/// What a baseline knows a failure by: its evidence, or the whole text where there is none, as for somebody who is not heard.
fn known_by(article: &ArticleReport, outcome: &GateOutcome) -> BTreeSet<String> {
    if outcome.evidence.is_empty() {
        return [Fingerprints::new(article).whole(&outcome.measure)].into();
    }
    outcome
        .evidence
        .iter()
        .map(|found| found.fingerprint.clone())
        .collect()
}
