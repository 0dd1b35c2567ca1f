//! One article rests on one source, on one side, or on nobody, and another does not.

use super::silence::share;
use super::{CardKind, CardLine, Event, Evidence, Finding, Portion};
use crate::party::PartyId;
use crate::source::Source;

/// Fewest reported words over which a part says something.
const ROOM: u32 = 20;
/// From this part on one source dominates (measures §4.5); below the other no source does.
const DOMINATES: f64 = 0.75;
const SPREAD: f64 = 0.6;
/// From this part of the body on an article reports.
const REPORTS: f64 = 0.15;

/// Finds the differences.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    found.extend(unsourced(event));
    for article in event.articles() {
        found.extend(one_source(event, article));
        found.extend(one_sided(event, article));
    }
}

/// Articles without a reported word beside others that report.
fn unsourced(event: &Event<'_>) -> Option<CardLine> {
    let portions: Vec<Portion> = event
        .articles()
        .map(|article| Portion {
            article,
            part: event.reported(article),
            whole: event.analyses[article].document.body_words(),
        })
        .collect();
    let without = portions
        .iter()
        .filter(|portion| portion.part == 0 && portion.whole >= ROOM);
    let articles: Vec<usize> = without.map(|portion| portion.article).collect();
    let others: Vec<Portion> = portions
        .iter()
        .copied()
        .filter(|portion| share(*portion) >= REPORTS)
        .collect();
    if articles.is_empty() || others.is_empty() {
        return None;
    }
    let evidence = others
        .iter()
        .filter_map(|portion| event.longest_report(portion.article, |_| true))
        .collect();
    Some(CardLine {
        kind: CardKind::Reliance,
        weight: 2.0,
        finding: Finding::Unsourced { articles, others },
        evidence,
    })
}

fn top<'s>(event: &'s Event<'_>, article: usize) -> Option<(usize, &'s Source)> {
    let clusters = event.analyses[article].sources.clusters.iter().enumerate();
    clusters.max_by_key(|(index, source)| (source.words, std::cmp::Reverse(*index)))
}

fn one_source(event: &Event<'_>, article: usize) -> Option<CardLine> {
    let portion = |article: usize| -> Option<Portion> {
        let (_, top) = top(event, article)?;
        (event.reported(article) >= ROOM).then(|| Portion {
            article,
            part: top.words,
            whole: event.reported(article),
        })
    };
    let words = portion(article).filter(|words| share(*words) >= DOMINATES)?;
    let others: Vec<Portion> = event
        .articles()
        .filter(|&other| other != article)
        .filter_map(portion)
        .filter(|words| share(*words) < SPREAD)
        .collect();
    if others.is_empty() {
        return None;
    }
    let (index, source) = top(event, article)?;
    Some(CardLine {
        kind: CardKind::Reliance,
        weight: share(words),
        evidence: event
            .longest_report(article, |of| of == index)
            .into_iter()
            .collect(),
        finding: Finding::OneSource {
            name: source.name.clone(),
            words,
            others,
        },
    })
}

/// All words of declared sides are one side's, through two sources or more; elsewhere two sides and more are heard.
fn one_sided(event: &Event<'_>, article: usize) -> Option<CardLine> {
    let heard = |article: usize| -> Vec<(PartyId, Portion)> {
        let sides = event
            .parties
            .iter()
            .map(|(side, _)| (side, event.words_of(article, side)));
        sides.filter(|(_, words)| words.part > 0).collect()
    };
    let [(side, words)] = heard(article).try_into().ok()?;
    let analysis = &event.analyses[article];
    let theirs: Vec<usize> = (0..analysis.sources.clusters.len())
        .filter(|&source| {
            analysis.sides.of_source(source) == Some(side)
                && analysis.sources.clusters[source].words > 0
        })
        .collect();
    if theirs.len() < 2 {
        return None;
    }
    let others: Vec<(usize, u32)> = event
        .articles()
        .filter(|&other| other != article)
        .map(|other| (other, heard(other).len() as u32))
        .filter(|(_, sides)| *sides >= 2)
        .collect();
    if others.is_empty() {
        return None;
    }
    let evidence: Vec<Evidence> = theirs
        .iter()
        .filter_map(|&source| event.longest_report(article, |of| of == source))
        .collect();
    Some(CardLine {
        kind: CardKind::Reliance,
        weight: 1.0 + share(words),
        finding: Finding::OneSided {
            side,
            words,
            others,
        },
        evidence,
    })
}
