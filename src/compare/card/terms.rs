//! Strong loaded words in the outlet's own voice: a difference only where the test says so.

use super::super::pairwise::{self, Counted};
use super::{CardKind, CardLine, Event, Evidence, Finding, Portion};
use crate::attribution::Voice;

/// From this weight on a term is strong.
const STRONG: u8 = 2;

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
    let counted = |rate: &Portion| {
        Some(Counted {
            count: rate.part,
            per: rate.whole,
        })
    };
    let mut tests = pairwise::pairs(&rates.iter().map(counted).collect::<Vec<_>>());
    pairwise::adjust(&mut tests);
    let clear = tests.iter().filter(|test| test.distinguishable);
    let pairs: Vec<(usize, usize)> = clear
        .map(|test| (test.left as usize, test.right as usize))
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
