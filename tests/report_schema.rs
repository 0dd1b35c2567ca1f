//! The published schema is the one that the types give, and real reports fit it.

use parallax::analyzer::Analyzer;
use parallax::article::{ReadOptions, read_paths};
use parallax::report::{self, ReportOptions, article_report, comparison, json, schema};
use std::path::{Path, PathBuf};

const PUBLISHED: &str = include_str!("../docs/schema/report.schema.json");

#[test]
fn the_published_schema_is_current() {
    let schema = schema::pretty().expect("a schema");
    assert!(
        schema == PUBLISHED,
        "docs/schema/report.schema.json is not what the types give: run `cargo run --features schema --example report_schema` and review the change"
    );
}

#[test]
fn reports_of_the_samples_fit_the_schema() {
    let schema = serde_json::from_str(PUBLISHED).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let analyzer = Analyzer::builtin();
    let mut events: Vec<PathBuf> = std::fs::read_dir(&samples)
        .expect("samples")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    events.sort();
    assert!(events.len() >= 3);
    for event in events {
        let mut files: Vec<PathBuf> = std::fs::read_dir(&event)
            .expect("an event")
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
            .collect();
        files.sort();
        let readings = read_paths(&files, analyzer.zone_rules(), &ReadOptions::default());
        for options in [
            ReportOptions::default(),
            ReportOptions {
                text: true,
                mental: true,
            },
        ] {
            let articles: Vec<_> = readings
                .articles
                .iter()
                .map(|article| article_report(&analyzer, &analyzer.analyze(article), options))
                .collect();
            assert!(articles.len() >= 3);
            let mut found = report::report(&analyzer, articles);
            found.comparison = Some(comparison(&found.articles));
            let text = json::pretty(&found).expect("JSON");
            let value = serde_json::from_str(&text).expect("JSON");
            let mistakes: Vec<String> = validator
                .iter_errors(&value)
                .map(|mistake| format!("{}: {mistake}", mistake.instance_path()))
                .collect();
            assert!(mistakes.is_empty(), "{mistakes:#?}");
        }
    }
}

const PUBLISHED_DIFF: &str = include_str!("../docs/schema/diff.schema.json");

#[test]
fn the_published_schema_of_revisions_is_current() {
    let schema = schema::revision().expect("a schema");
    assert!(
        schema == PUBLISHED_DIFF,
        "docs/schema/diff.schema.json is not what the types give: run `cargo run --features schema --example report_schema -- diff` and review the change"
    );
}

#[test]
fn revisions_fit_their_schema() {
    let schema = serde_json::from_str(PUBLISHED_DIFF).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/revisions/harbour-fire");
    let analyzer = Analyzer::builtin();
    let files = [folder.join("old.txt"), folder.join("new.txt")];
    let readings = read_paths(&files, analyzer.zone_rules(), &ReadOptions::default());
    let [old, new] = readings.articles.as_slice() else {
        panic!("two articles");
    };
    let found = report::revision_report(&analyzer, &analyzer.analyze(old), &analyzer.analyze(new));
    assert!(found.changes.len() > 10);
    let text = report::revision::pretty(&found).expect("JSON");
    let value = serde_json::from_str(&text).expect("JSON");
    let mistakes: Vec<String> = validator
        .iter_errors(&value)
        .map(|mistake| format!("{}: {mistake}", mistake.instance_path()))
        .collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
}
