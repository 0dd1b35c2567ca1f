//! Bad inputs: one clear line each, exit code 2, and the good inputs beside them still reported.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

mod cli_support;

use cli_support::{ARTICLE, Run, Scene};

/// Runs `score` on a bad input beside a good article, and checks that both were dealt with.
fn bad(scene: &Scene, input: &str) -> Run {
    let run = scene.run(&["score", input, "good.txt"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(
        run.out.contains("Council closes the old bridge"),
        "{}",
        run.out
    );
    assert_eq!(
        run.err
            .lines()
            .filter(|line| line.starts_with("error: "))
            .count(),
        1,
        "{}",
        run.err
    );
    run
}

fn good() -> Scene {
    Scene::new().with("good.txt", ARTICLE)
}

#[test]
fn good_input_is_silent_and_exits_0() {
    let run = good().run(&["score", "good.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn a_missing_path_is_named() {
    let run = bad(&good(), "mising.txt");
    assert!(
        run.err
            .contains("mising.txt: does not exist; check the spelling"),
        "{}",
        run.err
    );
}

#[test]
fn a_folder_without_articles_says_what_articles_are() {
    let run = bad(&good().with("empty/readme.pdf", "x"), "empty");
    assert!(
        run.err
            .contains("empty: holds no articles; they are files that end in .txt"),
        "{}",
        run.err
    );
}

#[test]
fn an_empty_file_is_named() {
    let run = bad(&good().with("empty.txt", ""), "empty.txt");
    assert!(run.err.contains("empty.txt: "), "{}", run.err);
}

#[test]
fn boilerplate_alone_is_no_article() {
    let run = bad(
        &good().with("menu.txt", "Sign in\n\nFollow us\n\nAdvertisement\n"),
        "menu.txt",
    );
    assert!(run.err.contains("menu.txt: "), "{}", run.err);
}

#[test]
fn a_binary_file_is_refused() {
    let run = bad(
        &good().with("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
        "image.txt",
    );
    assert!(run.err.contains("image.txt: "), "{}", run.err);
}

#[test]
fn invalid_json_has_a_line_number() {
    let lines = format!(
        "{{\"text\": {}}}\n{{\"text\": \n",
        serde_json::to_string(ARTICLE).unwrap()
    );
    let run = bad(&good().with("feed.jsonl", lines), "feed.jsonl");
    assert!(run.err.contains("feed.jsonl:2: "), "{}", run.err);
}

#[test]
fn a_json_line_without_text_says_where_it_looked() {
    let lines = format!(
        "{{\"text\": {}}}\n\n{{\"title\": \"No words\"}}\n",
        serde_json::to_string(ARTICLE).unwrap()
    );
    let run = bad(&good().with("feed.jsonl", lines), "feed.jsonl");
    assert!(run.err.contains("feed.jsonl:3: "), "{}", run.err);
    for field in ["text", "maintext", "body", "content"] {
        assert!(run.err.contains(field), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let scene = good().with("locked.txt", ARTICLE);
    std::fs::set_permissions(
        scene.path("locked.txt"),
        std::fs::Permissions::from_mode(0o000),
    )
    .unwrap();
    if std::fs::read(scene.path("locked.txt")).is_ok() {
        eprintln!("skipped: this user (root?) may read every file");
        return;
    }
    let run = bad(&scene, "locked.txt");
    assert!(
        run.err
            .contains("locked.txt: cannot be read: permission denied"),
        "{}",
        run.err
    );
}

#[test]
fn an_unknown_value_suggests_the_nearest() {
    let run = good().run(&["score", "good.txt", "--format", "jsn"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("'json'"), "{}", run.err);
    let run = good().run(&["scor", "good.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("'score'"), "{}", run.err);
}

#[test]
fn values_out_of_range_are_refused() {
    for (option, value) in [("--width", "5"), ("--threads", "0")] {
        assert_eq!(
            good().run(&["score", "good.txt", option, value]).code,
            2,
            "{option}"
        );
    }
}

#[test]
fn a_broken_lexicon_lists_all_its_mistakes() {
    let pack = "[pack]\nid = \"mine\"\nkind = \"terms\"\n\n[[entry]]\nid = \"x.one\"\ncategory = \"no-such\"\nforms = []\n";
    let scene = good().with("mine.toml", pack);
    let run = scene.run(&["score", "good.txt", "--lexicon", "mine.toml"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("Council closes the old bridge"));
    let mistakes = run
        .err
        .lines()
        .filter(|line| line.starts_with("error: mine.toml"))
        .count();
    assert!(mistakes >= 2, "{}", run.err);
    assert!(
        run.err.contains("note: mine.toml: was left out"),
        "{}",
        run.err
    );
}

#[test]
fn a_missing_lexicon_is_named() {
    let run = good().run(&["score", "good.txt", "--lexicon", "none.toml"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("none.toml: cannot be read as a lexicon"),
        "{}",
        run.err
    );
}

#[test]
fn standard_input_has_the_name_it_was_given() {
    let scene = Scene::new();
    let line = format!(
        "{{\"id\": \"one\", \"text\": {}}}\n",
        serde_json::to_string(ARTICLE).unwrap()
    );
    let run = cli_support::finish(
        scene
            .command()
            .args([
                "score",
                "-",
                "--stdin-name",
                "feed.jsonl",
                "--format",
                "standoff",
            ])
            .write_stdin(line),
    );
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("{\"id\":\"one\""), "{}", run.out);
}

#[test]
fn a_stdin_name_without_stdin_is_remarked() {
    let run = good().run(&["score", "good.txt", "--stdin-name", "x.txt"]);
    assert_eq!(run.code, 0);
    assert!(run.err.starts_with("note: --stdin-name"), "{}", run.err);
    let run = good().run(&["score", "good.txt", "--stdin-name", "x.txt", "--quiet"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn compare_wants_two_to_26_articles() {
    let scene = good();
    let run = scene.run(&["compare", "good.txt"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("two"), "{}", run.err);
    let run = scene.run(&[&["compare"], &["good.txt"; 27][..]].concat());
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("27"), "{}", run.err);
}

#[test]
fn compare_reports_the_good_ones() {
    let scene = good().with("other.txt", ARTICLE.replace("brutal", "sad"));
    let run = scene.run(&["compare", "good.txt", "gone.txt", "other.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("2 articles side by side"), "{}", run.out);
}

#[test]
fn hostile_names_are_harmless_on_standard_error() {
    let run = good().run(&["score", "no\u{1b}[31m\u{202e}such.txt", "good.txt"]);
    assert!(
        !run.err.contains('\u{1b}') && !run.err.contains('\u{202e}'),
        "{:?}",
        run.err
    );
}
