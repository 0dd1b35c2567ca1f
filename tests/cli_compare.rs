//! `parallax compare` with one article as the baseline, with many articles, and with long ones.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{ARTICLE, Scene, finish, root, sample};

#[test]
fn a_baseline_leaves_the_tests_with_it_only() {
    let files = sample("border-shelling");
    let run = |arguments: &[&str]| {
        let mut program = Scene::new().command();
        finish(
            program
                .current_dir(root())
                .arg("compare")
                .args(&files)
                .args(["--format", "json"])
                .args(arguments),
        )
    };
    let json = |out: &str| -> serde_json::Value { serde_json::from_str(out).unwrap() };
    let (all, one) = (run(&[]), run(&["--baseline", "Farrow Wire"]));
    assert_eq!((all.code, one.code), (0, 0), "{}", one.err);
    let tests = |out: &str| json(out)["comparison"]["tests"].as_u64().unwrap();
    assert_eq!(tests(&all.out), 3 * tests(&one.out) / 2);
    assert_eq!(json(&one.out)["comparison"]["baseline"], 0);
    let none = run(&["--baseline", "Nobody's Post"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("is none of the outlets"), "{}", none.err);
}

#[test]
fn beyond_eight_articles_the_tables_turn() {
    let mut scene = Scene::new();
    for at in 1..=10 {
        scene = scene.with(&format!("outlet-{at:02}.txt"), ARTICLE);
    }
    for width in ["60", "80", "140", "200"] {
        let run = scene.run(&["compare", ".", "--width", width]);
        assert_eq!(run.code, 0, "{}", run.err);
        let widest = run
            .out
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap();
        assert!(widest <= width.parse().unwrap(), "{widest} at {width}");
        assert!(run.out.contains("J outlet 10"), "{}", run.out);
        assert!(
            run.out
                .contains("no difference of the kinds that this card looks for")
        );
    }
}

/// Long texts: the words that mark each are tested, and the sign is the reader's own.
#[test]
fn long_texts_have_words_of_their_own() {
    let text = |extra: &str| {
        let common = "Lorries carried gravel, timber, cement, bricks, pipes, cable, glass, paint over that bridge. ";
        format!(
            "Lorries over the bridge\n\n{}{}\n",
            common.repeat(110),
            extra.repeat(30)
        )
    };
    let scene = Scene::new()
        .with("a.txt", text("Herons nested below. "))
        .with("b.txt", text("Otters fished below. "));
    let run = scene.run(&["compare", "a.txt", "b.txt", "--width", "120"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let own: Vec<&str> = run
        .out
        .lines()
        .skip_while(|line| !line.starts_with("WORDS OF ITS OWN"))
        .collect();
    assert!(
        own[1].contains("A used more here than in the others, beyond chance: herons 30, nested 30"),
        "{own:#?}"
    );
    assert!(
        own[2].contains("otters 30") && !own[2].contains("herons"),
        "{own:#?}"
    );
}
