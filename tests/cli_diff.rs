//! `parallax diff` as a user runs it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{ARTICLE, Scene};

#[test]
fn a_text_that_did_not_change_says_so() {
    let scene = Scene::new()
        .with("old.txt", ARTICLE)
        .with("new.txt", ARTICLE);
    let run = scene.run(&["diff", "old.txt", "new.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(
        run.out
            .contains("nothing: the texts are the same, word for word")
    );
}

#[test]
fn a_verb_that_changed_is_found_and_json_has_its_words() {
    let scene = Scene::new()
        .with("old.txt", ARTICLE)
        .with("new.txt", ARTICLE.replace("Reed claimed", "Reed said"));
    let run = scene.run(&["diff", "old.txt", "new.txt", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let [change] = found["changes"].as_array().unwrap().as_slice() else {
        panic!("{}", found["changes"]);
    };
    assert_eq!(change["kind"], "cue");
    assert_eq!(change["old"]["text"], "claimed");
    assert_eq!(change["new"]["stance"], "neutral.speech");
}

#[test]
fn what_is_not_two_texts_is_refused_with_its_reason() {
    let scene = Scene::new()
        .with("old.txt", ARTICLE)
        .with("empty.txt", "")
        .with(
            "two.jsonl",
            "{\"text\":\"One tram stopped at noon.\"}\n{\"text\":\"Two trams stopped.\"}\n",
        );
    for (arguments, said) in [
        (["diff", "old.txt", "none.txt"], "none.txt"),
        (["diff", "old.txt", "empty.txt"], "empty.txt"),
        (
            ["diff", "old.txt", "two.jsonl"],
            "2 articles were found here",
        ),
        (["diff", "-", "-"], "cannot be both revisions"),
    ] {
        let run = scene.run(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
        assert_eq!(run.out, "", "{arguments:?}");
    }
}

/// One sentence without end, thousands of short ones, all the same ones, and control characters.
#[test]
fn hostile_texts_are_compared_in_time_and_made_harmless() {
    let endless = format!("Start {}", "word said claimed 12 ".repeat(20_000));
    let lines = |line: &dyn Fn(u32) -> String| (0..8000).map(line).collect::<Vec<_>>().join(" ");
    let short = lines(&|at| format!("The mob said {at} of them left."));
    let other = lines(&|at| format!("The crowd said {} of them left.", at + 1));
    let same = "A regime said it. ".repeat(8000);
    let wild = ARTICLE.replace("Shopkeepers", "Shop\u{1b}[31mkeepers \u{202e}said");
    let scene = Scene::new()
        .with("endless.txt", &endless)
        .with("endless2.txt", format!("{endless} and more"))
        .with("short.txt", short)
        .with("other.txt", other)
        .with("same.txt", same)
        .with("tame.txt", ARTICLE)
        .with("wild.txt", wild);
    for pair in [
        ["endless.txt", "endless2.txt"],
        ["short.txt", "other.txt"],
        ["same.txt", "short.txt"],
        ["wild.txt", "tame.txt"],
    ] {
        let started = std::time::Instant::now();
        let run = scene.run(&["diff", pair[0], pair[1], "--width", "80"]);
        assert_eq!(run.code, 0, "{pair:?}: {}", run.err);
        assert!(
            !run.out.contains('\u{1b}') && !run.out.contains('\u{202e}'),
            "{pair:?}"
        );
        assert!(
            started.elapsed().as_secs() < 60,
            "{pair:?} took {:?}",
            started.elapsed()
        );
    }
}
