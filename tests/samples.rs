//! The samples against what was counted by hand before the program ran: words, sentences and zones exactly; attributions by
//! agreement with a floor, since a reader's judgement and a rule may part (each sample's NOTES.md says where).
#![allow(clippy::print_stdout)] // What it prints is what it is read for.

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::span::Span;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn events() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut events: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("samples")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.join("expected.json").exists())
        .collect();
    events.sort();
    events
}

fn each(mut check: impl FnMut(&str, &Value, &Analysis<'_>)) {
    let analyzer = Analyzer::builtin();
    let mut seen = 0;
    for event in events() {
        let expected: Value = serde_json::from_str(
            &std::fs::read_to_string(event.join("expected.json")).expect("expected"),
        )
        .expect("JSON");
        for gold in expected["articles"].as_array().expect("articles") {
            let path = event.join(gold["file"].as_str().expect("file"));
            let name = path.display().to_string();
            let readings = read_paths(
                std::slice::from_ref(&name),
                analyzer.zone_rules(),
                &ReadOptions::default(),
            );
            let article: &Article = readings
                .articles
                .first()
                .unwrap_or_else(|| panic!("{name}: {:?}", readings.problems));
            check(&name, gold, &analyzer.analyze(article));
            seen += 1;
        }
    }
    assert_eq!(seen, 9, "three events of three outlets");
}

fn number(value: &Value) -> u32 {
    value.as_u64().expect("a count") as u32
}

#[test]
fn words_sentences_and_metadata_are_those_counted_by_hand() {
    each(|name, gold, analysis| {
        let document = &analysis.document;
        assert_eq!(
            document.body_words(),
            number(&gold["body_words"]),
            "{name}: body words"
        );
        assert_eq!(
            document.body_sentences(),
            number(&gold["sentences"]),
            "{name}: sentences"
        );
        assert_eq!(
            analysis.article.title.as_deref(),
            gold["headline"].as_str(),
            "{name}: headline"
        );
        let voices = &analysis.voices;
        assert_eq!(
            voices.author + voices.reported + voices.ambiguous,
            document.body_words(),
            "{name}: voices"
        );
    });
}

/// Share of the body's words whose voice may differ from the reader's, over all samples.
const VOICE_ERROR: f64 = 0.07;
/// Share of the reader's relations whose content and source are found exactly.
const EXACT: f64 = 0.70;
/// Share of the reader's relations that are found at all.
const FOUND: f64 = 0.88;

#[test]
fn attributions_agree_with_the_reader() {
    let (mut relations, mut found, mut exact) = (0, 0, 0);
    let (mut words, mut off) = (0.0, 0.0);
    each(|name, gold, analysis| {
        let voices = &gold["voices"];
        words += f64::from(analysis.document.body_words());
        off += (f64::from(analysis.voices.reported) - f64::from(number(&voices["reported"]))).abs();
        off += (f64::from(analysis.voices.ambiguous) - f64::from(number(&voices["ambiguous"])))
            .abs()
            / 2.0;
        let text = analysis.document.text;
        let slices = |ranges: &[std::ops::Range<usize>]| -> String {
            let parts: Vec<&str> = ranges
                .iter()
                .map(|range| analysis.document.span_of(range.clone()).slice(text))
                .collect();
            plain(&parts.join(" "))
        };
        for relation in gold["attributions"].as_array().expect("attributions") {
            relations += 1;
            let parts: Vec<&str> = relation["content"]
                .as_array()
                .expect("content")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            let content = plain(&parts.join(" "));
            let source = relation["source"].as_str().map(plain).unwrap_or_default();
            let same = |attribution: &&parallax::attribution::Attribution| {
                slices(&attribution.content) == content
            };
            if let Some(hit) = analysis.attributions.iter().find(same) {
                found += 1;
                exact += usize::from(slices(&hit.source) == source);
            } else if analysis.attributions.iter().any(|attribution| {
                let cue = slices(&attribution.cue.tokens);
                let wanted = relation["cue"].as_str().map(plain).unwrap_or_default();
                !cue.is_empty()
                    && (wanted.contains(&cue) || cue.contains(&wanted))
                    && shares_a_word(&slices(&attribution.content), &content)
            }) {
                found += 1;
            } else {
                println!("{name}: not found: {} – {content}", relation["cue"]);
            }
        }
    });
    let share = |part: usize| part as f64 / f64::from(relations);
    println!(
        "{relations} relations: found {:.3}, content and source exact {:.3}; voices off by {:.3} of the words",
        share(found),
        share(exact),
        off / words
    );
    assert!(share(found) >= FOUND, "found {:.3}", share(found));
    assert!(share(exact) >= EXACT, "exact {:.3}", share(exact));
    assert!(
        off / words <= VOICE_ERROR,
        "voices off by {:.3}",
        off / words
    );
}

/// Letters and digits only, so that quotation marks and final marks do not decide.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace())
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

fn shares_a_word(a: &str, b: &str) -> bool {
    a.split(' ')
        .filter(|word| word.len() > 3)
        .any(|word| b.split(' ').any(|other| other == word))
}

#[test]
fn spans_are_places_in_the_text() {
    each(|name, _, analysis| {
        for token in &analysis.document.tokens {
            let Span { start, end } = token.span();
            assert!(
                analysis
                    .document
                    .text
                    .get(start as usize..end as usize)
                    .is_some(),
                "{name}"
            );
        }
    });
}
