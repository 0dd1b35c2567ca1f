//! The same fact, told twice: precision and recall against pairs marked by hand (`tests/gold/alignment.jsonl`). Skips where `../shared/gold`
//! is absent.
// Tests that are skipped say so, and figures are printed.
#![allow(clippy::print_stdout)]

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::compare::{SideBySide, compare};
use parallax::span::CodePoints;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Article and first code point of a sentence.
type Place = (String, u32);
type Pairs = BTreeSet<(Place, Place)>;

/// Body sentences at the head of each article that were marked.
const OPENING: u32 = 10;

#[derive(Default)]
struct Event {
    half: String,
    sure: Pairs,
    possible: Pairs,
}

fn gold() -> BTreeMap<String, Event> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/alignment.jsonl");
    let text = std::fs::read_to_string(path).expect("tests/gold/alignment.jsonl");
    let mut events: BTreeMap<String, Event> = BTreeMap::new();
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).expect("a row");
        let text = |key: &str| row[key].as_str().expect("a string").to_owned();
        let place = |key: &str, span: &str| {
            let start = row[span][0].as_u64().expect("a place");
            (text(key), u32::try_from(start).expect("a place"))
        };
        let event = events.entry(text("event")).or_default();
        event.half = text("half");
        let pair = (place("left", "left_span"), place("right", "right_span"));
        match text("same").as_str() {
            "sure" => event.sure.insert(pair),
            "possible" => event.possible.insert(pair),
            other => panic!("same: {other}"),
        };
    }
    events
}

fn articles(analyzer: &Analyzer) -> Option<Vec<Article>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/basil-dev.jsonl");
    if !path.exists() {
        println!("skipped: no ../shared/gold/basil-dev.jsonl");
        return None;
    }
    let readings = read_paths(&[path], analyzer.zone_rules(), &ReadOptions::default());
    assert!(readings.problems.is_empty(), "{:?}", readings.problems);
    Some(readings.articles)
}

/// The pairs that the program aligns among the opening sentences.
fn aligned(analyzer: &Analyzer, analyses: &[Analysis<'_>]) -> Pairs {
    let compared = compare(SideBySide {
        lexicon: analyzer.lexicon(),
        analyses,
    });
    let mut pairs = Pairs::new();
    for fact in &compared.facts {
        for (at, left) in fact.told.iter().enumerate() {
            for right in &fact.told[at + 1..] {
                let place = |article: usize, sentence: usize| {
                    let analysis = &analyses[article];
                    let found = &analysis.document.sentences[sentence];
                    let text = &analysis.article.text;
                    let span = analysis.document.span_of(found.tokens.clone());
                    let [start, _] = CodePoints::new(text).span(text, span);
                    (found.number <= OPENING).then(|| (analysis.article.id.clone(), start))
                };
                let places =
                    place(left.article, left.sentence).zip(place(right.article, right.sentence));
                pairs.extend(places);
            }
        }
    }
    pairs
}

#[derive(Default)]
struct Tally {
    found: usize,
    right: usize,
    sure: usize,
    gold: usize,
}

#[test]
fn sentences_that_tell_the_same_fact_are_aligned() {
    let analyzer = Analyzer::builtin();
    let Some(articles) = articles(&analyzer) else {
        return;
    };
    let list = std::env::var_os("PARALLAX_ERRORS").is_some();
    let mut halves: BTreeMap<String, Tally> = BTreeMap::new();
    for (id, event) in gold() {
        let mut of: Vec<&Article> = articles
            .iter()
            .filter(|article| article.event.as_deref() == Some(id.as_str()))
            .collect();
        of.sort_by_key(|article| article.id.clone());
        assert_eq!(of.len(), 3, "{id}");
        let analyses: Vec<Analysis<'_>> = of.iter().map(|of| analyzer.analyze(of)).collect();
        let pairs = aligned(&analyzer, &analyses);
        let tally = halves.entry(event.half).or_default();
        tally.found += pairs.len();
        tally.sure += pairs.intersection(&event.sure).count();
        tally.right += pairs
            .iter()
            .filter(|pair| event.sure.contains(pair) || event.possible.contains(pair))
            .count();
        tally.gold += event.sure.len();
        if list {
            println!("{id}: missed {:?}", event.sure.difference(&pairs));
        }
    }
    // Floors a little below what was measured when they were set.
    let floors = [("tune", 0.85, 0.64), ("untouched", 0.84, 0.54)];
    for (half, precision, recall) in floors {
        let tally = &halves[half];
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (p, r) = (
            share(tally.right, tally.found),
            share(tally.sure, tally.gold),
        );
        println!(
            "{half}: precision {p:.3} ({} of {}; sure {:.3}), recall {r:.3} ({} of {})",
            tally.right,
            tally.found,
            share(tally.sure, tally.found),
            tally.sure,
            tally.gold
        );
        assert!(p >= precision && r >= recall, "{half}: below the floor");
    }
}
