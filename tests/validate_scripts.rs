//! The figures are those of the scoring scripts, to every digit that they print. Skips where the scripts, their gold or Python are absent.
// Which files were compared is worth knowing.
#![allow(clippy::print_stdout, missing_docs)]

use parallax::analyzer::Analyzer;
use parallax::article::{ReadOptions, read_paths};
use parallax::report::standoff::standoff;
use parallax::validate::answers;
use parallax::validate::figure::Figure;
use parallax::validate::gold::Gold;
use parallax::validate::{AttributionOutcome, LoadedOutcome, Outcome, Scope, Wanted, validate};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared")
}

/// A figure as Python prints it; the scripts print 0 where nothing can be computed.
fn shown(figures: &[Figure], id: &str, decimals: usize) -> String {
    let figure = figures.iter().find(|figure| figure.id == id).expect(id);
    format!("{:.decimals$}", figure.value.unwrap_or(0.0))
}

fn attribution_line(section: &AttributionOutcome) -> String {
    let f = |id: &str| shown(&section.figures, id, 3);
    format!(
        "{:6} gold {} pred {} | cue P {} R {} F1 {} | rel F1 {} (P {} R {}) | rel+src F1 {} | src overlap {} exact {} | content P {} R {} F1 {} | share r {} MAE {}",
        section.scope.name(),
        section.gold,
        section.found,
        f("cue.precision"),
        f("cue.recall"),
        f("cue.f1"),
        f("relation.f1"),
        f("relation.precision"),
        f("relation.recall"),
        f("relation_source.f1"),
        f("source.overlap"),
        f("source.exact"),
        f("content.precision"),
        f("content.recall"),
        f("content.f1"),
        f("share.r"),
        shown(&section.figures, "share.error", 1),
    )
}

fn loaded_line(section: &LoadedOutcome, sentences: bool) -> String {
    let f = |id: &str, decimals| shown(&section.figures, id, decimals);
    let mut line = format!(
        "words P {} R {} F1 {} lift {} flagged/1000 {} gold/1000 {}",
        f("words.precision", 3),
        f("words.recall", 3),
        f("words.f1", 3),
        f("words.lift", 2),
        f("words.flagged_per_1000", 1),
        f("words.gold_per_1000", 1),
    );
    if sentences {
        let sentences = format!(
            " | sentences macro-F1@>0 {} (biased F1 {}) best {} AUC {}",
            f("sentences.macro_f1", 3),
            f("sentences.biased_f1", 3),
            f("sentences.best_macro_f1", 3),
            f("sentences.auc", 3),
        );
        line.push_str(&sentences);
    }
    line
}

/// What a script prints for the answers in standoff form, or `None` with a reason on standard output.
fn script(name: &str, gold: &Path, answers: &Path) -> Option<String> {
    let run = Command::new("python3")
        .arg(shared().join("eval").join(name))
        .args([gold, answers])
        .output();
    match run {
        Ok(run) if run.status.success() => Some(String::from_utf8_lossy(&run.stdout).into_owned()),
        Ok(run) => panic!("{name} failed: {}", String::from_utf8_lossy(&run.stderr)),
        Err(error) => {
            println!("skipped: python3 cannot be run: {error}");
            None
        }
    }
}

/// The tool's own figures for a gold, the gold, and its answers as `score --format standoff` writes them.
fn figures(analyzer: &Analyzer, name: &str) -> Option<(PathBuf, Outcome, tempfile::NamedTempFile)> {
    let path = shared().join("gold").join(name);
    let Ok(bytes) = fs::read(&path) else {
        println!("skipped: {name} is not there");
        return None;
    };
    let readings = read_paths(&[&path], analyzer.zone_rules(), &ReadOptions::default());
    let lines: Vec<String> = readings
        .articles
        .par_iter()
        .map(|article| {
            serde_json::to_string(&standoff(&analyzer.analyze(article), analyzer.lexicon()))
                .expect("a line")
        })
        .collect();
    let file = tempfile::NamedTempFile::new().expect("a file");
    fs::write(file.path(), lines.join("\n")).expect("written");
    let gold = Gold::from_json_lines(name, &bytes);
    assert_eq!(gold.problems, []);
    let (read, problems) =
        answers::from_json_lines("answers", lines.join("\n").as_bytes(), &gold.articles);
    assert_eq!(problems, []);
    // The command's own way gives the same answers; twice is enough, the texts are many.
    if ["attribution-dev.jsonl", "babe-dev.jsonl"].contains(&name) {
        let (own, _) = answers::own(analyzer, &gold.articles);
        assert!(read == own, "{name}: answers read back differ");
    }
    let wanted = Wanted {
        scopes: Scope::ALL.to_vec(),
        errors: 0,
    };
    let outcome = validate(name, "parallax", &gold.articles, &read, &wanted);
    Some((path, outcome, file))
}

#[test]
fn the_figures_are_those_of_the_scripts() {
    let analyzer = Analyzer::builtin();
    if let Some((gold, outcome, answers)) = figures(&analyzer, "attribution-dev.jsonl") {
        let Some(theirs) = script("score_attribution.py", &gold, answers.path()) else {
            return;
        };
        let ours: Vec<String> = outcome.attribution.iter().map(attribution_line).collect();
        assert_eq!(ours, theirs.lines().collect::<Vec<_>>());
        println!("attribution-dev.jsonl\n{theirs}");
    }
    for name in ["babe-dev.jsonl", "ptc-dev.jsonl", "basil-dev.jsonl"] {
        let Some((gold, outcome, answers)) = figures(&analyzer, name) else {
            continue;
        };
        let Some(theirs) = script("score_loaded.py", &gold, answers.path()) else {
            return;
        };
        let ours = loaded_line(&outcome.loaded.expect("labels"), name.starts_with("babe"));
        assert_eq!(ours, theirs.trim_end(), "{name}");
        println!("{name}\n{theirs}");
    }
}
