//! Who does harm is named in one article and not in another, more than chance explains: for all harm, and for that to each declared side.

use super::{CardKind, CardLine, Event, Evidence, Finding, Portion};
use crate::framing::harm::{Construction, Reality};
use crate::party::PartyId;
use crate::stats;

/// Fewest harm constructions of both articles.
const FEWEST: u32 = 3;
/// Level of the family of tests.
const LEVEL: f64 = 0.05;

/// Finds the difference: the clearest one that stands after Holm's adjustment over all that were tested.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    let mut victims: Vec<Option<PartyId>> = vec![None];
    victims.extend(event.parties.iter().map(|(side, _)| Some(side)));
    let mut tested: Vec<(Option<PartyId>, f64)> = Vec::new();
    for &victim in &victims {
        let portions: Vec<Portion> = event
            .articles()
            .map(|article| agentless(event, article, victim))
            .collect();
        for (at, one) in portions.iter().enumerate() {
            for other in &portions[at + 1..] {
                if one.whole >= FEWEST && other.whole >= FEWEST {
                    let row = |portion: &Portion| [portion.part, portion.whole - portion.part];
                    tested.push((victim, stats::fisher_exact([row(one), row(other)])));
                }
            }
        }
    }
    let p: Vec<f64> = tested.iter().map(|(_, p)| *p).collect();
    let adjusted = stats::holm(&p);
    let clear = tested
        .iter()
        .zip(&adjusted)
        .filter(|(_, adjusted)| **adjusted <= LEVEL)
        .min_by(|(_, one), (_, other)| one.total_cmp(other));
    let Some(((victim, _), _)) = clear else {
        return;
    };
    let portions: Vec<Portion> = event
        .articles()
        .map(|article| agentless(event, article, *victim))
        .collect();
    let evidence = event
        .articles()
        .flat_map(|article| {
            let hidden = told(event, article, *victim).filter(|told| told.class.is_agentless());
            hidden.take(2).map(move |told| Evidence {
                article,
                tokens: told.predicate.clone(),
            })
        })
        .collect();
    found.push(CardLine {
        kind: CardKind::Agency,
        weight: 1.0,
        finding: Finding::Agency {
            victim: *victim,
            agentless: portions,
        },
        evidence,
    });
}

/// Harm of the body that is told as having happened.
fn told<'e>(
    event: &'e Event<'_>,
    article: usize,
    victim: Option<PartyId>,
) -> impl Iterator<Item = &'e Construction> {
    let analysis = &event.analyses[article];
    analysis.harms.constructions.iter().filter(move |told| {
        told.reality == Reality::Plain
            && analysis.document.sentences[told.sentence].number > 0
            && victim.is_none_or(|victim| told.victim_side == Some(victim))
    })
}

fn agentless(event: &Event<'_>, article: usize, victim: Option<PartyId>) -> Portion {
    let (mut part, mut whole) = (0, 0);
    for told in told(event, article, victim) {
        whole += 1;
        part += u32::from(told.class.is_agentless());
    }
    Portion {
        article,
        part,
        whole,
    }
}
