//! Whatever the text is, the road takes it: no panic, spans at character boundaries, every body word in one voice.

mod hard;

use parallax::analyzer::Analyzer;
use parallax::article::ZoneKind;
use parallax::attribution::{Attribution, Voice};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::builtin);

/// Runs the road and checks what must hold of every text.
fn check(text: &str) {
    let article = hard::article(text.to_owned(), ANALYZER.zone_rules());
    let analysis = ANALYZER.analyze(&article);
    let (document, text) = (&analysis.document, article.text.as_str());
    let slices = |start: u32, end: u32| text.get(start as usize..end as usize).is_some();
    assert!(
        article
            .zones
            .iter()
            .all(|zone| slices(zone.span.start, zone.span.end))
    );
    assert!(
        document
            .tokens
            .iter()
            .all(|token| slices(token.start, token.end))
    );
    assert!(
        document
            .quotations
            .iter()
            .all(|quotation| slices(quotation.span.start, quotation.span.end))
    );
    assert!(
        analysis
            .terms
            .iter()
            .all(|term| slices(term.span.start, term.span.end))
    );
    for attribution in &analysis.attributions {
        for ranges in [
            &attribution.cue.tokens,
            &attribution.source,
            &attribution.content,
        ] {
            assert!(
                ranges
                    .iter()
                    .all(|range| range.start < range.end && range.end <= document.tokens.len())
            );
            assert!(
                Attribution::spans(document, ranges)
                    .iter()
                    .all(|span| slices(span.start, span.end))
            );
        }
    }
    let voices = &analysis.voices;
    let by_voice =
        [Voice::Author, Voice::Reported, Voice::Ambiguous].map(|voice| voices.words(voice));
    assert_eq!(
        by_voice.iter().sum::<u32>(),
        document.body_words(),
        "voices partition the body"
    );
    let in_body = |index: &usize| {
        document
            .blocks
            .iter()
            .any(|block| block.zone.kind == ZoneKind::Body && block.tokens.contains(index))
    };
    if document.tokens.len() < 2_000 {
        let reported = (0..document.tokens.len()).filter(in_body).filter(|&index| {
            document.tokens[index].is_word() && voices.of(index) == Voice::Reported
        });
        assert_eq!(reported.count() as u32, voices.reported);
    }
    let measured = ANALYZER.measure(&analysis);
    assert!(
        measured
            .measurements
            .iter()
            .all(|measurement| measurement.value.is_none_or(f64::is_finite))
    );
}

/// What news is made of, in any order.
fn parts() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "Orr",
        "Mara Orr",
        "said",
        "says",
        "according to",
        "that",
        "who",
        "the minister",
        "a statement",
        "claimed",
        "told reporters",
        "and",
        "but",
        "to",
        "by",
        "not",
        "radical",
        "regime",
        "on Tuesday",
        "in an interview",
        "U.S.",
        "Mr.",
        "3.5",
        "20%",
        "Ardania\u{2019}s",
        "the rebels'",
        "him",
        "it",
        "was",
        "is believed to",
        ",",
        ".",
        ";",
        ":",
        "?",
        "\u{2014}",
        "-",
        "(",
        ")",
        "\"",
        "'",
        "\u{201C}",
        "\u{201D}",
        "\u{2018}",
        "\u{2019}",
        "\u{AB}",
        "\u{BB}",
        "''",
        "``",
        "\u{201E}",
        "\n\n",
        "\n",
        "ORR",
    ]);
    prop::collection::vec((part, prop::bool::weighted(0.8)), 0..120).prop_map(|parts| {
        let mut text = String::new();
        for (part, space) in parts {
            text.push_str(part);
            text.push_str(if space { " " } else { "" });
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_characters(text in "(?s).{0,300}") {
        check(&text);
    }

    #[test]
    fn any_order_of_the_parts_of_news(text in parts()) {
        check(&text);
    }
}

#[test]
fn hard_texts() {
    for (_, text) in hard::hard(300) {
        check(&text);
    }
}

#[test]
fn samples() {
    let samples = hard::samples();
    assert!(!samples.is_empty());
    for text in &samples {
        check(text);
    }
}

/// The annotated articles, where they lie beside the project.
#[test]
fn annotated_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    for name in [
        "attribution-train.jsonl",
        "attribution-dev.jsonl",
        "ptc-dev.jsonl",
    ] {
        let Ok(lines) = std::fs::read_to_string(folder.join(name)) else {
            continue;
        };
        for line in lines.lines() {
            let record: serde_json::Value = serde_json::from_str(line).expect("a record");
            if let Some(text) = record["text"].as_str() {
                check(text);
            }
        }
    }
}
