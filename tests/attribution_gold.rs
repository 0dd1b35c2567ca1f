//! The user's article and its two invented counterparts, annotated by hand: every report exactly, every speech act, the voices,
//! and none of the hard negatives. Skips where `../shared` is absent.
#![allow(clippy::print_stdout)] // What it prints is what it is read for.

use parallax::analyzer::Analyzer;
use parallax::article::{ReadOptions, read_paths};
use parallax::attribution::Attribution;
use parallax::lexicon::Level;
use parallax::span::CodePoints;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(path);
    if !path.exists() {
        println!("skipped: {} is absent", path.display());
        return None;
    }
    Some(path)
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).expect("readable")).expect("valid JSON")
}

type Spans = Vec<[u32; 2]>;

struct Found {
    level: Level,
    body: bool,
    source: Spans,
    cue: Spans,
    content: Spans,
    nested: bool,
}

struct Article {
    found: Vec<Found>,
    body_words: u32,
    sentences: u32,
    /// author, reported, ambiguous, direct
    voices: [u32; 4],
}

fn analyze(path: &Path) -> Article {
    let analyzer = Analyzer::builtin();
    let readings = read_paths(
        &[path.to_string_lossy().into_owned()],
        analyzer.zone_rules(),
        &ReadOptions::default(),
    );
    let article = readings.articles.first().expect("one article");
    let analysis = analyzer.analyze(article);
    let document = &analysis.document;
    let points = CodePoints::new(document.text);
    let spans = |ranges: &[std::ops::Range<usize>]| -> Spans {
        Attribution::spans(document, ranges)
            .into_iter()
            .map(|span| points.span(document.text, span))
            .collect()
    };
    let found = analysis
        .attributions
        .iter()
        .map(|attribution| Found {
            level: attribution.level,
            body: document.sentences[attribution.sentence].number > 0,
            source: spans(&attribution.source),
            cue: spans(&attribution.cue.tokens),
            content: spans(&attribution.content),
            nested: attribution.nested,
        })
        .collect();
    let voices = &analysis.voices;
    Article {
        found,
        body_words: document.body_words(),
        sentences: document.body_sentences(),
        voices: [
            voices.author,
            voices.reported,
            voices.ambiguous,
            voices.direct,
        ],
    }
}

fn span(value: &Value) -> [u32; 2] {
    let number = |index: usize| value["char"][index].as_u64().expect("a span") as u32;
    [number(0), number(1)]
}

fn spans(value: &Value) -> Spans {
    value.as_array().expect("spans").iter().map(span).collect()
}

fn overlap(a: &Spans, b: &Spans) -> bool {
    a.iter()
        .any(|x| b.iter().any(|y| x[0] < y[1] && y[0] < x[1]))
}

#[test]
fn the_seed_gives_every_relation_of_its_gold_and_no_other() {
    let Some(gold) = shared("gold/seed.json") else {
        return;
    };
    let Some(text) = shared("seed/000_c30e2b6953643c83.txt") else {
        return;
    };
    let (gold, article) = (json(&gold), analyze(&text));
    assert_eq!(article.body_words, 287);
    assert_eq!(article.sentences, 15);
    assert_eq!(article.voices, [215, 32, 40, 0]);
    let expected = gold["attributions"].as_array().expect("attributions");
    for relation in expected {
        let id = relation["id"].as_str().unwrap_or_default();
        let level = if relation["level"] == "report" {
            Level::Report
        } else {
            Level::SpeechAct
        };
        let (source, content) = (vec![span(&relation["source"])], spans(&relation["content"]));
        let cue = vec![span(&relation["cue"])];
        let hit = article
            .found
            .iter()
            .find(|found| found.cue == cue)
            .unwrap_or_else(|| panic!("{id}: cue not found"));
        assert_eq!(
            (hit.level, &hit.source, &hit.content),
            (level, &source, &content),
            "{id}"
        );
    }
    assert_eq!(
        article.found.iter().filter(|found| found.body).count(),
        expected.len(),
        "no relation beside the gold's"
    );
    for negative in gold["not_attributions"].as_array().expect("negatives") {
        let place = vec![span(negative)];
        assert!(
            !article
                .found
                .iter()
                .any(|found| overlap(&found.cue, &place)),
            "{}",
            negative["text"]
        );
    }
    for headline in gold["headline_attributions"].as_array().expect("headline") {
        let cue = vec![span(&headline["cue"])];
        let hit = article
            .found
            .iter()
            .find(|found| found.cue == cue)
            .expect("the headline's relation");
        assert_eq!(hit.source, vec![span(&headline["source"])]);
        assert_eq!(hit.content, spans(&headline["content"]));
    }
}

#[test]
fn the_mocks_give_their_relations_exactly() {
    let Some(gold) = shared("gold/mock/gold.json") else {
        return;
    };
    let gold = json(&gold);
    for (key, file, voices) in [
        ("B", "b_invented.txt", [52, 63, 0, 12]),
        ("C", "c_invented.txt", [65, 69, 8, 8]),
    ] {
        let Some(text) = shared(&format!("gold/mock/{file}")) else {
            return;
        };
        let article = analyze(&text);
        assert_eq!(article.voices, voices, "{file}");
        let expected = gold[key]["attributions"].as_array().expect("attributions");
        for relation in expected {
            let level = if relation["level"] == "report" {
                Level::Report
            } else {
                Level::SpeechAct
            };
            let content = spans(&relation["content"]);
            assert!(
                article
                    .found
                    .iter()
                    .any(|found| found.content == content && found.level == level),
                "{file}: {} {}",
                relation["cue"],
                relation["content"]
            );
        }
        let counted = article
            .found
            .iter()
            .filter(|found| found.body && !found.nested)
            .count();
        assert_eq!(
            counted,
            expected.len(),
            "{file}: no relation beside the gold's"
        );
    }
}
