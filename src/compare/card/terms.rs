//! Strong loaded words in the outlet's own voice: a difference only where the test says so.

use super::{CardKind, CardLine, Event, Evidence, Finding, Portion};
use crate::attribution::Voice;
use crate::stats::{self, CLUSTERING};

/// From this weight on a term is strong.
const STRONG: u8 = 2;
/// Level of the family of tests.
const LEVEL: f64 = 0.05;

/// Finds the difference.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    let rates: Vec<Portion> = event
        .articles()
        .map(|article| {
            let measured = event.measured[article].get("loaded.strong.author");
            Portion {
                article,
                part: measured.and_then(|measured| measured.count).unwrap_or(0),
                whole: event.analyses[article].voices.author,
            }
        })
        .collect();
    let mut tested = Vec::new();
    for (at, one) in rates.iter().enumerate() {
        for other in rates.iter().skip(at + 1) {
            if one.whole > 0 && other.whole > 0 {
                let [first, words, second, others] =
                    [one.part, one.whole, other.part, other.whole].map(f64::from);
                let compared = stats::compare_rates(first, words, second, others, CLUSTERING);
                tested.push((one.article, other.article, compared.p));
            }
        }
    }
    let p: Vec<f64> = tested.iter().map(|(_, _, p)| *p).collect();
    let adjusted = stats::holm(&p);
    let pairs: Vec<(usize, usize)> = tested
        .iter()
        .zip(&adjusted)
        .filter(|&(_, &p)| p <= LEVEL)
        .map(|((one, other, _), _)| (*one, *other))
        .collect();
    if pairs.is_empty() {
        return;
    }
    let mut evidence = Vec::new();
    for article in event.articles() {
        let analysis = &event.analyses[article];
        let strong = analysis.terms.iter().filter(|term| {
            event.lexicon.entry(term.entry).weight >= STRONG
                && term.status.counts()
                && analysis.voices.of(term.tokens.start) == Voice::Author
        });
        evidence.extend(strong.take(3).map(|term| Evidence {
            article,
            tokens: term.tokens.clone(),
        }));
    }
    found.push(CardLine {
        kind: CardKind::StrongTerms,
        weight: pairs.len() as f64,
        finding: Finding::Strong { rates, pairs },
        evidence,
    });
}
