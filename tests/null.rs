//! Chance is not reported as a difference: the two halves of one article, drawn a hundred times, are distinguishable at most at the nominal rate.
// The figures are what these tests are read for.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use parallax::analyzer::Analyzer;
use parallax::article::{Article, ReadOptions, ZoneKind, read_paths};
use parallax::report::{ReportOptions, article_report, comparison};
use parallax::stats::SplitMix64;
use std::path::{Path, PathBuf};

/// How often halves are drawn.
const DRAWS: usize = 100;
/// The level of a table's tests.
const LEVEL: f64 = 0.05;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The sentences of an article's body, as texts.
fn sentences(analyzer: &Analyzer, article: &Article) -> Vec<String> {
    let analysis = analyzer.analyze(article);
    let document = &analysis.document;
    let body = document
        .sentences
        .iter()
        .filter(|sentence| document.blocks[sentence.block].zone.kind == ZoneKind::Body);
    body.map(|sentence| {
        document
            .span_of(sentence.tokens.clone())
            .slice(document.text)
            .to_owned()
    })
    .collect()
}

/// Two articles of the sentences of one, each in either half by the toss of a coin that falls as often on both sides.
fn halves(sentences: &[String], random: &mut SplitMix64) -> [String; 2] {
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for at in (1..order.len()).rev() {
        order.swap(at, random.below(at as u64 + 1) as usize);
    }
    let (left, right) = order.split_at(order.len() / 2);
    [left, right].map(|half| {
        let mut half = half.to_vec();
        half.sort_unstable();
        let paragraphs: Vec<&str> = half.iter().map(|&at| sentences[at].as_str()).collect();
        format!(
            "What was told of the event\n\n{}\n",
            paragraphs.join("\n\n")
        )
    })
}

/// In how many of the draws any test of the table finds a difference.
fn found(analyzer: &Analyzer, articles: &[Article]) -> usize {
    let texts: Vec<Vec<String>> = articles
        .iter()
        .map(|article| sentences(analyzer, article))
        .collect();
    let mut random = SplitMix64::new(20_241_124);
    let mut different = 0;
    for draw in 0..DRAWS {
        let halves = halves(&texts[draw % texts.len()], &mut random);
        let halves = halves
            .map(|text| Article::from_text("half.txt", &text, analyzer.zone_rules()).unwrap());
        let reports = halves.map(|half| {
            article_report(analyzer, &analyzer.analyze(&half), ReportOptions::default())
        });
        let compared = comparison(&reports);
        assert!(compared.tests > 0);
        different += usize::from(
            compared
                .measures
                .iter()
                .any(|measure| measure.pairs.iter().any(|pair| pair.distinguishable)),
        );
    }
    different
}

#[test]
fn halves_of_the_samples_are_not_distinguishable() {
    let analyzer = Analyzer::builtin();
    let read = read_paths(
        &[root().join("samples")],
        analyzer.zone_rules(),
        &ReadOptions::default(),
    );
    let articles: Vec<Article> = read
        .articles
        .into_iter()
        .filter(|article| {
            std::path::Path::new(&article.path)
                .extension()
                .is_some_and(|ending| ending == "txt")
        })
        .collect();
    assert!(articles.len() >= 9, "{}", articles.len());
    let different = found(&analyzer, &articles);
    eprintln!("samples: {different} of {DRAWS}");
    assert!(
        different as f64 <= LEVEL * DRAWS as f64,
        "{different} of {DRAWS}"
    );
}

/// Real articles, where they are at hand: longer ones, with more terms.
#[test]
fn halves_of_real_articles_are_not_distinguishable() {
    let path = root().join("../shared/gold/basil-dev.jsonl");
    if !Path::new(&path).is_file() {
        eprintln!("skipped: no annotated articles here");
        return;
    }
    let analyzer = Analyzer::builtin();
    let read = read_paths(&[path], analyzer.zone_rules(), &ReadOptions::default());
    assert!(read.articles.len() >= 50, "{:?}", read.problems.first());
    let different = found(&analyzer, &read.articles);
    eprintln!("real articles: {different} of {DRAWS}");
    assert!(
        different as f64 <= LEVEL * DRAWS as f64,
        "{different} of {DRAWS}"
    );
}

/// The test can find a difference: eight hard words in a hundred against none, over 1,500 words.
#[test]
fn a_plain_difference_is_found() {
    let analyzer = Analyzer::builtin();
    let sentence = |word: &str| {
        format!(
            "The {word} in Orrest sent its lorries over the old bridge on a grey day in spring. "
        )
    };
    let text = |word: &str| {
        format!(
            "Lorries over the bridge\n\n{}\n",
            sentence(word).repeat(100)
        )
    };
    let reports = ["regime", "council"].map(|word| {
        let article = Article::from_text("half.txt", text(word), analyzer.zone_rules()).unwrap();
        article_report(
            &analyzer,
            &analyzer.analyze(&article),
            ReportOptions::default(),
        )
    });
    let compared = comparison(&reports);
    let mut pairs = compared.measures.iter().flat_map(|measure| &measure.pairs);
    assert!(
        pairs.any(|pair| pair.distinguishable),
        "{:#?}",
        compared.measures
    );
}
