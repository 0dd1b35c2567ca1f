//! Only some articles say what could or could not be checked.

use super::{CardKind, CardLine, Event, Evidence, Finding};
use crate::lexicon::Stance;
use crate::measure::{Marker, MarkerClass};

/// Finds the difference.
pub(super) fn find(event: &Event<'_>, found: &mut Vec<CardLine>) {
    let (mut said, mut silent, mut evidence) = (Vec::new(), Vec::new(), Vec::new());
    for article in event.articles() {
        match checks(event, article).next() {
            Some(marker) => {
                said.push((article, event.text(article, marker.tokens.clone())));
                evidence.push(Evidence {
                    article,
                    tokens: marker.tokens.clone(),
                });
            }
            None => silent.push(article),
        }
    }
    if !said.is_empty() && !silent.is_empty() {
        found.push(CardLine {
            kind: CardKind::Check,
            weight: silent.len() as f64,
            finding: Finding::Checked { said, silent },
            evidence,
        });
    }
}

/// What an article says of checks; what it adds to a verb of doubt (`claimed … but offered no evidence`) belongs to the doubt.
fn checks<'e>(event: &'e Event<'_>, article: usize) -> impl Iterator<Item = &'e Marker> {
    let markers = event.markers(article, MarkerClass::Verification);
    markers.filter(move |marker| {
        let mut attributions = event.attributions(article);
        !attributions.any(|(_, of)| of.stance == Stance::Doubting && of.sentence == marker.sentence)
    })
}
