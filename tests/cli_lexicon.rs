//! Packs met with a corpus, weighed, made from word lists; and the trail of one word.

use assert_cmd::Command;
use std::path::{Path, PathBuf};

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("parallax")
        .expect("the program")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .expect("runs");
    (
        output.status.code().expect("a code"),
        String::from_utf8(output.stdout).expect("UTF-8"),
        String::from_utf8(output.stderr).expect("UTF-8"),
    )
}

const LANTERN: &str = "samples/dam-breach/the-daily-lantern.txt";

#[test]
fn a_term_is_explained_with_the_measures_that_hang_on_it() {
    let (code, text, _) = run(&["explain", LANTERN, "--term", "S1:crumbling"]);
    assert_eq!(code, 0);
    assert!(
        text.contains("S1  crumbling  in the author's voice: plain"),
        "{text}"
    );
    assert!(text.contains("negation: kept"), "{text}");
    assert!(
        text.contains("loaded.all.author: 37.3 with it, 29.9 without"),
        "{text}"
    );
}

#[test]
fn a_term_that_does_not_stand_there_is_said() {
    let (code, text, errors) = run(&["explain", LANTERN, "--term", "S2:crumbling"]);
    assert_eq!((code, text.as_str()), (2, ""));
    assert!(errors.contains("does not stand there"), "{errors}");
    let (code, _, errors) = run(&["explain", LANTERN, "--term", "zzz"]);
    assert_eq!(code, 2);
    assert!(
        errors.contains("no entry of the lexicon has this form"),
        "{errors}"
    );
}

#[test]
fn coverage_counts_what_a_corpus_hits_and_never_hits() {
    let (code, text, _) = run(&["lexicon", "coverage", LANTERN, "--top", "3"]);
    assert_eq!(code, 0);
    assert!(text.starts_with("1 articles, 259 body words:"), "{text}");
    assert!(
        text.contains("MOST HIT") && text.contains("NEVER HIT"),
        "{text}"
    );
    let (code, _, errors) = run(&["lexicon", "coverage", "samples/nowhere"]);
    assert_eq!(code, 2);
    assert!(errors.contains("samples/nowhere"), "{errors}");
}

#[test]
fn the_built_in_packs_weigh_opposing_camps_alike() {
    let (code, text, errors) = run(&["lexicon", "balance"]);
    assert_eq!(code, 0, "{errors}");
    assert!(text.contains("CAMPS"), "{text}");
    assert!(
        text.contains("terrorist") && text.contains("freedom-fighter"),
        "{text}"
    );
}

#[test]
fn a_pair_of_unequal_weight_is_a_problem() {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = |a: u8, b: u8| {
        format!(
            r#"[pack]
id = "own-pair"
kind = "terms"
lang = "en"
version = "0.1.0"
licence = "CC0-1.0"
scope = "Two camps of an invented quarrel."
reviewers = ["nobody"]
category = "partisan_label"

[[entry]]
id = "own.bluecoat"
forms = ["bluecoatish"]
weight = {a}
pair = "own.redcoat"
rationale = "What one camp of the quarrel calls the other."
examples_hit = ["The bluecoatish mayor left."]

[[entry]]
id = "own.redcoat"
forms = ["redcoatish"]
weight = {b}
pair = "own.bluecoat"
rationale = "What the other camp of the quarrel calls the first."
examples_hit = ["The redcoatish mayor left."]
"#
        )
    };
    for (weights, wanted) in [((2, 2), 0), ((1, 3), 2)] {
        let path = written(folder.path(), "pair.toml", &pack(weights.0, weights.1));
        let (code, _, errors) = run(&[
            "lexicon",
            "balance",
            "--lexicon",
            path.to_str().expect("UTF-8"),
        ]);
        assert_eq!(code, wanted, "{errors}");
    }
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path
}

#[test]
fn word_lists_become_packs_that_pass_the_check() {
    let folder = tempfile::tempdir().expect("a folder");
    let lists = [
        (
            "own.dic",
            "%\n1\tBad\n2\tGood\n%\nvilely\t1\nsplendidl*\t2\n:-)\t1\n",
        ),
        (
            "own.yml",
            "Bad:\n  - vilely\nGood:\n  nested:\n    - splendidl*\n",
        ),
        ("own.csv", "word,group\nvilely,Bad\nsplendidl*,Good\n"),
    ];
    for (name, text) in lists {
        let list = written(folder.path(), name, text);
        let list = list.to_str().expect("UTF-8");
        let (code, pack, errors) = run(&["lexicon", "import", list, "--category", "subjective"]);
        assert_eq!(code, 0, "{name}: {errors}");
        assert!(
            pack.contains("vilely") && pack.contains("splendidl*"),
            "{name}: {pack}"
        );
        let path = written(folder.path(), "made.toml", &pack);
        let path = path.to_str().expect("UTF-8");
        let (code, verdict, errors) = run(&["lexicon", "check", path]);
        assert_eq!(code, 0, "{name}: {verdict}{errors}");
    }
}

#[test]
fn bad_word_lists_are_refused_with_their_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let cases = [
        ("own.dic", "vilely\t1\n", "line 1"),
        ("code.dic", "%\n1\tBad\n%\nvilely\t7\n", "line 4"),
        ("own.yml", "a: [b\n", "is not YAML"),
        ("own.pdf", "", "has none of the endings"),
        ("empty.csv", "", "holds no word"),
    ];
    for (name, text, wanted) in cases {
        let list = written(folder.path(), name, text);
        let list = list.to_str().expect("UTF-8");
        let (code, pack, errors) = run(&["lexicon", "import", list, "--category", "subjective"]);
        assert_eq!((code, pack.as_str()), (2, ""), "{name}");
        assert!(errors.contains(wanted), "{name}: {errors}");
    }
    let list = written(folder.path(), "own.csv", "vilely\n");
    let list = list.to_str().expect("UTF-8");
    let (code, _, errors) = run(&["lexicon", "import", list, "--category", "nasty"]);
    assert_eq!(code, 2);
    assert!(errors.contains("`nasty` is no category"), "{errors}");
}
