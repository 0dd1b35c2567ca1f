//! 95 % intervals of measurements (measures §6.3), added when somebody wants to see them.

use super::registry::{self, IntervalKind};
use super::{Measured, Subject};
use crate::attribution::Voice;
use crate::stats::{self, Interval, Portion};

/// From how many things on a proportion has an interval.
const FEWEST_THINGS: u32 = 10;

/// What the bootstrap is seeded from, so that the same text and packs give the same interval.
#[derive(Debug, Clone, Copy)]
pub struct Seeds<'a> {
    /// The article's whole text.
    pub text: &'a str,
    /// The digest of all packs.
    pub lexicon: &'a str,
}

/// Adds its interval to every measurement that has one.
pub fn add_intervals(subject: &Subject<'_>, measured: &mut Measured, seeds: &Seeds<'_>) {
    let text = stats::digest(seeds.text);
    for measurement in &mut measured.measurements {
        let Some(measure) = registry::find(measurement.id) else {
            continue;
        };
        let (Some(count), Some(per), Some(_)) =
            (measurement.count, measurement.per, measurement.value)
        else {
            continue;
        };
        measurement.interval = match measure.interval {
            IntervalKind::None => None,
            IntervalKind::Rate => Some(stats::rate_interval(
                f64::from(count),
                f64::from(per),
                stats::CLUSTERING,
            )),
            IntervalKind::Proportion => (per >= FEWEST_THINGS)
                .then(|| stats::proportion_interval(f64::from(count), f64::from(per))),
            IntervalKind::Sentences => {
                let seed = stats::seed(&text, measurement.id, seeds.lexicon);
                let found = by_sentences(subject, measurement.id, seed);
                if found.is_none() {
                    measurement.note = Some("too few sentences for an interval".to_owned());
                }
                found
            }
        };
    }
}

fn by_sentences(subject: &Subject<'_>, id: &str, seed: u64) -> Option<Interval> {
    let portions: Vec<Portion> = subject
        .document
        .sentences
        .iter()
        .filter(|sentence| sentence.number > 0)
        .map(|sentence| portion(subject, id, sentence.tokens.clone()))
        .collect();
    stats::bootstrap(&portions, seed)
}

/// Words of one sentence: those that are counted, and those they are counted out of.
fn portion(subject: &Subject<'_>, id: &str, tokens: std::ops::Range<usize>) -> Portion {
    let mut portion = Portion::default();
    for at in tokens.filter(|&at| subject.document.tokens[at].is_word()) {
        let voice = subject.voices.of(at);
        let (part, whole) = match id {
            "voice.author" => (voice == Voice::Author, true),
            "voice.ambiguous" => (voice == Voice::Ambiguous, true),
            "reported.direct" => (
                voice == Voice::Reported && subject.document.tokens[at].is_quoted(),
                voice == Voice::Reported,
            ),
            _ => (voice == Voice::Reported, true),
        };
        portion.part += u32::from(part);
        portion.whole += u32::from(whole);
    }
    portion
}
