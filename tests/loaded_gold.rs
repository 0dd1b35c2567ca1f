//! The loaded terms of the seed article and of the mock articles: all are found, in their weight class, and little else. Skips where the texts are absent.

use parallax::analyzer::Analyzer;
use parallax::article::{ReadOptions, read_paths};
use parallax::lexicon::TermStatus;
use parallax::span::CodePoints;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(name);
    path.exists().then_some(path)
}

/// Start, end, whether the weight is strong, the words.
type Hit = (u32, u32, bool, String);

fn gold(terms: &Value) -> Vec<Hit> {
    let plain = |term: &&Value| {
        term["status"]
            .as_str()
            .is_none_or(|status| status == "plain")
    };
    let hit = |term: &Value| {
        let at = |index: usize| term["char"][index].as_u64().expect("an offset") as u32;
        (
            at(0),
            at(1),
            term["weight"].as_u64().expect("a weight") >= 2,
            term["text"].as_str().expect("words").to_owned(),
        )
    };
    terms
        .as_array()
        .expect("terms")
        .iter()
        .filter(plain)
        .map(hit)
        .collect()
}

fn found(analyzer: &Analyzer, path: &Path) -> Vec<Hit> {
    let readings = read_paths(&[path], analyzer.zone_rules(), &ReadOptions::default());
    let analysis = analyzer.analyze(readings.articles.first().expect("an article"));
    let text = analysis.document.text;
    let points = CodePoints::new(text);
    let counts = analysis
        .terms
        .iter()
        .filter(|term| term.status == TermStatus::Plain);
    counts
        .map(|term| (analyzer.lexicon().entry(term.entry).weight, term.span))
        .filter(|(weight, _)| *weight > 0)
        .map(|(weight, span)| {
            let [start, end] = points.span(text, span);
            (start, end, weight >= 2, span.slice(text).to_owned())
        })
        .collect()
}

fn holds(gold: &[Hit], found: &[Hit], others: usize) {
    let meet = |a: &Hit, b: &Hit| a.0 < b.1 && b.0 < a.1;
    for term in gold {
        assert!(
            found.iter().any(|hit| meet(term, hit) && hit.2 == term.2),
            "{term:?} is not found in its weight class: {found:?}"
        );
    }
    let more: Vec<&Hit> = found
        .iter()
        .filter(|hit| !gold.iter().any(|term| meet(term, hit)))
        .collect();
    assert!(more.len() <= others, "more than {others} others: {more:?}");
}

#[test]
fn the_terms_of_the_seed_are_found() {
    let (Some(article), Some(marks)) = (
        shared("seed/000_c30e2b6953643c83.txt"),
        shared("gold/seed.json"),
    ) else {
        return;
    };
    let marks: Value =
        serde_json::from_str(&fs::read_to_string(marks).expect("the gold")).expect("JSON");
    let gold = gold(&marks["loaded_terms"]);
    assert_eq!(gold.len(), 19);
    holds(&gold, &found(&Analyzer::builtin(), &article), 3);
}

#[test]
fn the_terms_of_the_mock_articles_are_found() {
    let Some(marks) = shared("gold/mock/gold.json") else {
        return;
    };
    let marks: Value =
        serde_json::from_str(&fs::read_to_string(marks).expect("the gold")).expect("JSON");
    let analyzer = Analyzer::builtin();
    for (name, file) in [
        ("B", "gold/mock/b_invented.txt"),
        ("C", "gold/mock/c_invented.txt"),
    ] {
        let article = shared(file).expect("the article of the gold");
        holds(
            &gold(&marks[name]["loaded_terms"]),
            &found(&analyzer, &article),
            1,
        );
    }
}
