//! With what stance speech is introduced: a square a cue.

use super::{Markup, Shown, WIDTH, label, picture, rect, row};
use crate::lexicon::{Level, Stance};
use crate::report::table::words;

/// Stances that say no more than that somebody spoke.
const fn neutral(stance: Stance) -> bool {
    matches!(
        stance,
        Stance::NeutralSpeech
            | Stance::NeutralEvidential
            | Stance::NeutralAnnounce
            | Stance::NeutralTopic
    )
}

fn count(shown: &Shown<'_>, stance: Stance) -> usize {
    let attributions = shown.article.attributions.iter();
    attributions
        .filter(|found| found.stance == stance && found.counts() && !found.cue.lemma.is_empty())
        .filter(|found| matches!(found.level, Level::Report | Level::SpeechAct))
        .count()
}

pub(super) fn chart(articles: &[Shown<'_>]) -> Markup {
    const ROW: f64 = 20.0;
    const LEFT: f64 = 118.0;
    let stances: Vec<Stance> = words::STANCES
        .into_iter()
        .filter(|stance| articles.iter().any(|shown| count(shown, *stance) > 0))
        .collect();
    let most = stances
        .iter()
        .flat_map(|stance| articles.iter().map(|shown| count(shown, *stance)));
    let most = most.max().unwrap_or(1).max(1);
    let step = ((WIDTH - LEFT - 26.0) / most as f64).min(14.0);
    let pictures: Vec<Markup> = articles
        .iter()
        .map(|shown| {
            let mut said: Vec<String> = Vec::new();
            let content = maud::html! {
                @for (index, stance) in stances.iter().enumerate() {
                    @let (y, times) = (ROW * index as f64, count(shown, *stance));
                    (label("row", 0.0, y + 14.0, words::stance(*stance)))
                    @for square in 0..times {
                        (rect(if neutral(*stance) { "cue-plain" } else { "cue-marked" }, [LEFT + step * square as f64, y + 4.0, (step - 1.5).max(0.8), 11.0]))
                    }
                    @if times > 0 {
                        @let () = said.push(format!("{} {times}", words::stance(*stance)));
                        (label("value", LEFT + step * times as f64 + 4.0, y + 14.0, &times.to_string()))
                    }
                }
            };
            picture(&shown.heading(), &said.join(", "), ROW * stances.len().max(1) as f64, &content)
        })
        .collect();
    row(
        "What the verbs do",
        "a square is one use; dark ones say more than that somebody spoke",
        &pictures,
    )
}
