//! Each measure on a small text of our own: count and denominator by hand.

use parallax::measure::{self, FAMILIES, MIN_WORDS, Unit, registry};
use std::collections::BTreeSet;

mod measure_support;
use measure_support::{measured, reported};

/// Forty plain words, to fill an article.
const FILL: &str = "The road to the lake was open and the bus ran on time. Shops sold bread and milk and people walked home in the rain. A boat lay at the pier and its crew ate lunch on the deck.";

#[track_caller]
fn counts(text: &str, wanted: &[(&str, u32)]) {
    let found = measured(text);
    for &(id, count) in wanted {
        let measurement = found.get(id).unwrap_or_else(|| panic!("no measure {id}"));
        assert_eq!(
            measurement.count,
            Some(count),
            "{id} in {text:?}: {found:#?}"
        );
        if measurement.unit == Unit::Count && !id.starts_with("words.") {
            assert_eq!(measurement.evidence.len() as u32, count, "{id}");
        }
    }
}

#[test]
fn every_declaration_is_whole_and_every_measure_is_measured_once() {
    let ids: Vec<&str> = registry().map(|measure| measure.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for measure in registry() {
        for (what, text) in [
            ("code", measure.code),
            ("name", measure.name),
            ("formula", measure.formula),
            ("meaning", measure.meaning),
            ("limits", measure.limits),
            ("source", measure.source),
            ("evidence", measure.evidence),
            ("range", measure.range),
        ] {
            assert!(!text.is_empty(), "{} has no {what}", measure.id);
        }
        let held = matches!(measure.unit, Unit::Share | Unit::PerThousandWords);
        assert!(!held || !measure.denominator.is_empty(), "{}", measure.id);
        assert!(measure::explain(measure.id).contains(measure.meaning));
    }
    let found: Vec<&str> = measured(FILL)
        .measurements
        .iter()
        .map(|one| one.id)
        .collect();
    let (mut sorted, mut wanted) = (found.clone(), ids);
    sorted.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(sorted, wanted);
    assert!(FAMILIES.iter().all(|family| !family.title.is_empty()));
}

#[test]
fn words_and_voices() {
    counts(
        "The mayor said the bridge was closed. It opened in May.",
        &[
            ("words.body", 11),
            ("words.sentences", 2),
            ("voice.author", 7),
            ("reported.share", 4),
            ("reported.count", 1),
            ("reported.direct", 0),
        ],
    );
    counts(
        "\"The bridge is closed,\" the mayor said. It opened in May.",
        &[("reported.share", 4), ("reported.direct", 4)],
    );
}

#[test]
fn a_speech_act_is_ambiguous() {
    counts(
        "Veldan demanded the withdrawal of the occupying forces.",
        &[
            ("voice.ambiguous", 6),
            ("reported.speech_acts", 1),
            ("stance.directive.strong", 1),
            ("loaded.strong.ambiguous", 1),
            ("loaded.strong.author", 0),
        ],
    );
}

#[test]
fn loaded_terms_by_voice_strength_and_place() {
    let text = format!(
        "Clashes rock Marl\n\nThe valley remains under illegal Veldan occupation. The mayor said the attack was barbaric.\n\n{FILL}"
    );
    counts(
        &text,
        &[
            ("loaded.strong.author", 2),
            ("loaded.strong.reported", 1),
            ("loaded.mild.reported", 1),
            ("loaded.mild.author", 0),
            ("loaded.all.author", 2),
            ("loaded.weighted.author", 5),
            ("loaded.types.author", 2),
            ("loaded.lead", 4),
            ("loaded.category.legal_moral", 1),
            ("loaded.category.contested_status", 1),
            ("loaded.category.sensational", 0),
        ],
    );
    assert!(
        measured(&text)
            .get("loaded.headline")
            .is_some_and(|one| one.count > Some(0))
    );
}

#[test]
fn negated_and_distanced_terms_do_not_count() {
    counts(
        "The valley was not illegal. The so-called massacre took place in May. The \"liberation\" came in June.",
        &[("loaded.all.author", 0), ("distancing.author", 2)],
    );
}

#[test]
fn titles_and_nicknames_are_no_scare_quotes() {
    counts(
        "She read the novel \"Silent River\" on the bus. They called him \"shorty\" at school. He was 5'6\" tall.",
        &[("distancing.author", 0)],
    );
}

#[test]
fn stances() {
    let text = "The mayor claimed the bridge was safe. The union said it was closed. The minister denied that it fell.";
    counts(
        text,
        &[
            ("stance.doubting", 1),
            ("stance.neutral.speech", 1),
            ("stance.denying", 1),
            ("stance.doubting.share", 1),
        ],
    );
    assert_eq!(
        measured(text)
            .get("stance.doubting.share")
            .and_then(|one| one.per),
        Some(3)
    );
}

#[test]
fn epistemic_terms() {
    counts(
        "The bridge may fall. Clearly, several towns again failed to act.",
        &[
            ("epistemic.hedge", 1),
            ("epistemic.booster", 1),
            ("epistemic.quantity", 1),
            ("epistemic.presupposition", 1),
            ("epistemic.implicative", 1),
            ("epistemic.factive", 0),
        ],
    );
}

#[test]
fn claims_without_a_source() {
    let own = "Three people were killed in Marl. The shelling destroyed 40 houses. Veldan deliberately hit the school. \
               The floods led to nine deaths. It was the deadliest night. He was born in 1994. The road is closed.";
    counts(
        own,
        &[("claims.unattributed", 5), ("claims.unattributed.share", 5)],
    );
    let attributed = "The mayor said three people were killed. Four others were injured.";
    let found = measured(attributed);
    let share = found.get("claims.unattributed.share").expect("declared");
    assert_eq!((share.count, share.per), (Some(1), Some(2)));
    counts(
        "He died in 1994. She was hurt two years earlier.",
        &[("claims.unattributed", 0)],
    );
}

#[test]
fn checks_and_replies() {
    counts(
        "The claim could not be independently verified. The ministry did not respond to a request for comment. Veldan offered no evidence. It is said that the dam broke.",
        &[
            ("verification.count", 2),
            ("reply.count", 2),
            ("vague.count", 1),
        ],
    );
}

#[test]
fn sources_and_their_concentration() {
    let text = "The mayor said the bridge was closed to all traffic. Diplomatic sources said it was open. Orla Venn demanded a vote.";
    let found = measured(text);
    counts(text, &[("sources.count", 2), ("sources.present", 1)]);
    let value = |id: &str| found.get(id).and_then(|one| one.value).expect("a value");
    let (hhi, effective) = (value("sources.hhi"), value("sources.effective"));
    assert!((hhi * effective - 1.0).abs() < 1e-12);
    let top = found.get("sources.top.share").expect("declared");
    assert_eq!((top.count, top.per), (Some(7), Some(10)));
}

#[test]
fn what_cannot_be_measured_says_so() {
    let found = measured("The road is open.");
    for (id, note) in [
        ("loaded.strong.author", "0 in 4 words"),
        ("loaded.strong.reported", "0 in 0 words"),
        ("reported.density", "0 in 4 words"),
        ("reported.direct", "nothing is reported"),
        ("stance.doubting.share", "no reports"),
        ("sources.top.share", "nothing is reported"),
        ("sources.anonymous.reason", "no anonymous source"),
    ] {
        let one = found.get(id).expect("declared");
        assert_eq!((one.value, one.note.as_deref()), (None, Some(note)), "{id}");
    }
    let empty = measured("");
    assert!(
        empty
            .measurements
            .iter()
            .all(|one| one.value.is_none_or(f64::is_finite))
    );
    assert!(
        empty
            .get("reported.share")
            .is_some_and(|one| one.value.is_none())
    );
}

#[test]
fn a_rate_needs_a_hundred_words_and_times_words_is_the_count() {
    let long = [FILL; 3].join(" ") + " The valley is under illegal occupation.";
    let report = reported("long", &long);
    assert!(report.words >= MIN_WORDS);
    let strong = report
        .measures
        .iter()
        .find(|one| one.id == "loaded.strong.author")
        .expect("declared");
    assert_eq!(strong.count, Some(2));
    let interval = strong.interval.expect("an interval");
    let value = strong.value.expect("a rate");
    assert!(interval.low < value && value < interval.high);
}
