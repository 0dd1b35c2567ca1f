//! Are these articles about the same event? All pairs of basil-dev: how many true triplets and how many pairs of different events get the
//! warning. Skips where `../shared/gold` is absent.
// Tests that are skipped say so, and figures are printed.
#![allow(clippy::print_stdout)]

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::compare::SideBySide;
use parallax::compare::comparable::check;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Which half an event belongs to: the thresholds were set on the even one.
fn is_odd(event: &str) -> bool {
    Sha256::digest(event)
        .last()
        .is_some_and(|byte| byte % 2 == 1)
}

#[derive(Default)]
struct Tally {
    triplets: usize,
    warned: usize,
    strangers: usize,
    told: usize,
}

#[test]
fn articles_of_other_events_are_told_apart() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/basil-dev.jsonl");
    if !path.exists() {
        println!("skipped: no ../shared/gold/basil-dev.jsonl");
        return;
    }
    let analyzer = Analyzer::builtin();
    let readings = read_paths(&[path], analyzer.zone_rules(), &ReadOptions::default());
    for dated in [true, false] {
        let mut articles: Vec<Article> = readings.articles.clone();
        if !dated {
            for article in &mut articles {
                article.published = None;
            }
        }
        figures(&analyzer, &articles, dated);
    }
}

fn figures(analyzer: &Analyzer, articles: &[Article], dated: bool) {
    let analyses: Vec<Analysis<'_>> = articles.iter().map(|of| analyzer.analyze(of)).collect();
    let checked = check(SideBySide {
        lexicon: analyzer.lexicon(),
        analyses: &analyses,
    });
    let event = |article: usize| articles[article].event.as_deref().unwrap_or_default();
    let mut halves: BTreeMap<&str, Tally> = BTreeMap::new();
    let half = |event: &str| if is_odd(event) { "odd" } else { "even" };
    // A triplet is warned where one of its articles shares enough with neither other.
    let mut friends: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
    for pair in &checked.pairs {
        let (left, right) = (event(pair.left), event(pair.right));
        if left == right {
            for article in [pair.left, pair.right] {
                let count = friends.entry(left).or_default().entry(article).or_default();
                *count += usize::from(pair.same_event);
            }
        } else if half(left) == half(right) {
            let tally = halves.entry(half(left)).or_default();
            tally.strangers += 1;
            tally.told += usize::from(!pair.same_event);
        }
    }
    for (event, friends) in &friends {
        let tally = halves.entry(half(event)).or_default();
        tally.triplets += 1;
        tally.warned += usize::from(friends.values().any(|&count| count == 0));
    }
    assert_eq!(halves.len(), 2);
    for (half, tally) in halves {
        let warned = tally.warned as f64 / tally.triplets as f64;
        let told = tally.told as f64 / tally.strangers as f64;
        println!(
            "{half}, dates {}: triplets warned {warned:.3} ({} of {}), pairs of other events warned {told:.3} ({} of {})",
            if dated { "known" } else { "unknown" },
            tally.warned,
            tally.triplets,
            tally.told,
            tally.strangers
        );
        assert!(warned <= 0.05, "{half}: true triplets are warned");
        assert!(told >= 0.95, "{half}: other events are not told apart");
    }
}
