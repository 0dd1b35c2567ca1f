//! Harm constructions against annotations: the seed's, and those of the samples.
// Figures are for reading.
#![allow(clippy::print_stdout)]

mod harm_support;

use harm_support::{Gold, Score, found};
use parallax::analyzer::Analyzer;
use parallax::article::{Article, ReadOptions, read_paths};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn article(analyzer: &Analyzer, path: &Path) -> Article {
    read_paths(&[path], analyzer.zone_rules(), &ReadOptions::default())
        .articles
        .remove(0)
}

fn place(value: &Value) -> [usize; 2] {
    let at = |index: usize| value[index].as_u64().unwrap_or_default() as usize;
    [at(0), at(1)]
}

/// Where `words` stand in the text; the place nearest to `near`.
fn find(text: &str, words: &str, near: usize) -> Option<[usize; 2]> {
    let bare = words.split(" (").next().unwrap_or(words);
    let length = bare.chars().count();
    text.match_indices(bare)
        .map(|(byte, _)| text[..byte].chars().count())
        .min_by_key(|at| at.abs_diff(near))
        .map(|at| [at, at + length])
}

fn class(name: &str) -> String {
    name.trim_end_matches("_verb").to_owned()
}

#[test]
fn the_seed_is_met() {
    let shared = root().join("../shared");
    let Ok(gold) = std::fs::read_to_string(shared.join("gold/seed.json")) else {
        println!("skipped: ../shared is not there");
        return;
    };
    let gold: Value = serde_json::from_str(&gold).expect("the gold");
    let name = gold["source_file"].as_str().expect("a name");
    let analyzer = Analyzer::builtin();
    let article = article(&analyzer, &shared.join("seed").join(name));
    let analysis = analyzer.analyze(&article);
    let wanted: Vec<Gold> = gold["harm_events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|event| {
            let span = place(&event["char"]);
            let part = |name: &str| {
                event[name]
                    .as_str()
                    .and_then(|words| find(&article.text, words, span[0]))
            };
            Gold {
                span,
                class: class(event["class"].as_str().expect("a class")),
                agent: part("agent"),
                victim: part("victim"),
                unreal: false,
            }
        })
        .collect();
    let mut errors = Vec::new();
    let mut score = Score::default();
    score.add(
        &article.text,
        &wanted,
        &found(&analyzer, &analysis),
        &mut errors,
    );
    println!("{}\n{}", score.report(), errors.join("\n"));
    let wrong = errors
        .iter()
        .filter(|error| !error.starts_with("extra"))
        .count();
    let extra = errors.len() - wrong;
    assert!(wrong <= 1, "{wrong} of 15 wrong:\n{}", errors.join("\n"));
    assert!(extra <= 1, "{extra} extra:\n{}", errors.join("\n"));
}

#[test]
fn the_samples_are_met() {
    let analyzer = Analyzer::builtin();
    let mut score = Score::default();
    let mut errors = Vec::new();
    for event in ["border-shelling", "dam-breach", "transit-strike"] {
        let folder = root().join("samples").join(event);
        let expected = std::fs::read_to_string(folder.join("expected.json")).expect("expected");
        let expected: Value = serde_json::from_str(&expected).expect("JSON");
        for sample in expected["articles"].as_array().expect("articles") {
            let article = article(
                &analyzer,
                &folder.join(sample["file"].as_str().expect("file")),
            );
            let analysis = analyzer.analyze(&article);
            let mut from = 0;
            let mut wanted = Vec::new();
            for harm in sample["harm"].as_array().expect("harm") {
                let words = harm["text"].as_str().expect("text");
                let Some(span) = article.text[from..].find(words).map(|at| {
                    let byte = from + at;
                    from = byte;
                    harm_support::points(&article.text, byte..byte + words.len())
                }) else {
                    panic!("{words} is not in {}", article.id);
                };
                let part = |name: &str| {
                    harm[name]
                        .as_str()
                        .and_then(|words| find(&article.text, words, span[0]))
                };
                wanted.push(Gold {
                    span,
                    class: class(harm["class"].as_str().expect("class")),
                    agent: part("agent"),
                    victim: part("victim"),
                    unreal: harm["negated"].as_bool().unwrap_or(false),
                });
            }
            errors.push(format!("== {}", article.id));
            score.add(
                &article.text,
                &wanted,
                &found(&analyzer, &analysis),
                &mut errors,
            );
        }
    }
    println!("{}\n{}", score.report(), errors.join("\n"));
    assert!(
        score.class.f1() > 0.8 && score.agent.f1() > 0.8,
        "{}",
        errors.join("\n")
    );
}
