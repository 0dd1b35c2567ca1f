//! Eight articles of a thousand words, and all that `compare` does with them.
#![allow(dead_code, clippy::unwrap_used, missing_docs, unreachable_pub)]

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, ReadOptions, ZoneKind, read_paths};
use parallax::compare::{SideBySide, compare};
use parallax::measure::Measured;
use parallax::report::{self, ReportOptions, article_report, card_lines, side_by_side};
use std::path::Path;

/// Words of an article.
const WORDS: usize = 1000;

/// Eight articles made of the paragraphs of the samples, each beginning elsewhere.
pub fn articles(analyzer: &Analyzer) -> Vec<Article> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let read = read_paths(&[samples], analyzer.zone_rules(), &ReadOptions::default());
    let paragraphs: Vec<String> = read
        .articles
        .iter()
        .filter(|article| {
            std::path::Path::new(&article.path)
                .extension()
                .is_some_and(|ending| ending == "txt")
        })
        .flat_map(|article| {
            let body = article
                .zones
                .iter()
                .filter(|zone| zone.kind == ZoneKind::Body);
            body.map(|zone| zone.span.slice(&article.text).to_owned())
        })
        .collect();
    (0..8)
        .map(|at| {
            let mut text = String::from("What was told of the event on Thursday\n\n");
            let mut words = 0;
            for paragraph in paragraphs.iter().cycle().skip(at * paragraphs.len() / 8) {
                words += paragraph.split_whitespace().count();
                text += paragraph;
                text += "\n\n";
                if words >= WORDS {
                    break;
                }
            }
            Article::from_text(&format!("{at}.txt"), &text, analyzer.zone_rules()).unwrap()
        })
        .collect()
}

/// The comparison as JSON, the lexicon compiled anew: what a process does from its start.
pub fn cold(articles: &[Article]) -> usize {
    let analyzer = Analyzer::builtin();
    let analyses: Vec<Analysis<'_>> = articles
        .iter()
        .map(|article| analyzer.analyze(article))
        .collect();
    let measured: Vec<Measured> = analyses
        .iter()
        .map(|analysis| analyzer.measure(analysis))
        .collect();
    let reports = analyses
        .iter()
        .map(|analysis| article_report(&analyzer, analysis, ReportOptions::default()))
        .collect();
    let mut found = report::report(&analyzer, reports);
    let side = SideBySide {
        lexicon: analyzer.lexicon(),
        analyses: &analyses,
    };
    let mut comparison = side_by_side(&found.articles, side, &compare(side));
    comparison.card = card_lines(side, &measured, analyzer.parties());
    found.comparison = Some(comparison);
    report::json::pretty(&found).unwrap().len()
}
