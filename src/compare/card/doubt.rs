//! On whom verbs that withhold belief fall: `claimed`, `alleged`.

use super::{CardKind, CardLine, Doubted, Event, Evidence, Finding};
use crate::lexicon::Stance;
use crate::measure::MarkerClass;

/// Finds the difference.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    let mut doubted: Vec<(usize, Vec<Doubted>)> = Vec::new();
    let mut whom: Vec<Vec<String>> = Vec::new();
    let mut evidence = Vec::new();
    for article in event.articles() {
        let (mut speakers, mut keys) = (Vec::new(), Vec::new());
        for (index, attribution) in event.attributions(article) {
            if attribution.stance != Stance::Doubting {
                continue;
            }
            let (Some(source), Some(cue)) =
                (event.source(article, index), attribution.cue.tokens.first())
            else {
                continue;
            };
            let analysis = &event.analyses[article];
            let name = analysis.sources.clusters[source].name.clone();
            // Speakers of one side are one for this question.
            let key = analysis.sides.of_source(source).map_or_else(
                || name.to_lowercase(),
                |side| format!("\u{0}{}", event.parties.id(side)),
            );
            let mut added = event.markers(article, MarkerClass::Verification);
            let added = added.find(|marker| {
                marker.sentence == attribution.sentence && marker.tokens.start > cue.start
            });
            speakers.push(Doubted {
                cue: event.text(article, cue.clone()),
                speaker: name,
                added: added.map(|marker| event.text(article, marker.tokens.clone())),
            });
            if !keys.contains(&key) {
                keys.push(key);
            }
            evidence.push(Evidence {
                article,
                tokens: cue.clone(),
            });
        }
        keys.sort();
        doubted.push((article, speakers));
        whom.push(keys);
    }
    let differ = whom.windows(2).any(|pair| pair[0] != pair[1]);
    if differ {
        found.push(CardLine {
            kind: CardKind::Doubt,
            weight: evidence.len() as f64,
            finding: Finding::Doubted(doubted),
            evidence,
        });
    }
}
