//! Gates: pass, fail, not measurable, unknown names; baselines: accepted, stale, malformed; what an article allows itself.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{Run, Scene};
use serde_json::Value;
use std::sync::LazyLock;

/// The article of the other tests, with a source that nobody can identify.
static ARTICLE: LazyLock<String> = LazyLock::new(|| {
    cli_support::ARTICLE
        .replace(
            "Sources close to the council said the",
            "A council official said that the",
        )
        // A finding is a report too, and its engineers have no name either.
        .replace(
            "engineers found cracks in two of its pillars",
            "cracks were seen in its pillars",
        )
});

fn scene() -> Scene {
    Scene::new().with("a.txt", &*ARTICLE)
}

fn score(scene: &Scene, more: &[&str]) -> Run {
    scene.run(
        &[
            &["score", "a.txt", "--format", "json", "-o", "out.json"],
            more,
        ]
        .concat(),
    )
}

fn outcomes(scene: &Scene) -> Vec<Value> {
    let report: Value = serde_json::from_str(&scene.read("out.json")).unwrap();
    report["gates"].as_array().unwrap().clone()
}

#[test]
fn a_gate_that_holds_says_nothing() {
    let scene = scene();
    let run = score(
        &scene,
        &[
            "--fail-on",
            "anonymous_share > 0.9",
            "--fail-on",
            "sources.single",
        ],
    );
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let states: Vec<Value> = outcomes(&scene)
        .iter()
        .map(|gate| gate["state"].clone())
        .collect();
    assert_eq!(states, ["passed", "passed"]);
}

#[test]
fn a_gate_that_fails_names_measure_figure_limit_and_first_evidence() {
    let scene = scene();
    let run = score(&scene, &["--fail-on", "anonymous_share > 10%"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.starts_with("failed: a.txt:9:"), "{}", run.err);
    for said in [
        "anonymous_share > 10%: sources.anonymous.share is ",
        "limit 10.0 %",
        "first: \"council official\" [s",
    ] {
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    assert_eq!(outcomes(&scene)[0]["state"], "failed");
}

#[test]
fn every_command_and_format_knows_the_gates() {
    let scene = scene().with("b.txt", ARTICLE.replace("Monday", "Tuesday"));
    let run = scene.run(&[
        "compare",
        "a.txt",
        "b.txt",
        "--fail-on",
        "anonymous_share > 0.1",
        "-o",
        "sarif=s.sarif",
        "-o",
        "junit=j.xml",
        "-o",
        "github=g.txt",
        "-o",
        "markdown=m.md",
    ]);
    assert_eq!(run.code, 1, "{}", run.err);
    let log: Value = serde_json::from_str(&scene.read("s.sarif")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let gates = results
        .iter()
        .filter(|result| result["ruleId"] == "gate/sources.anonymous.share");
    assert_eq!(gates.filter(|result| result["level"] == "error").count(), 2);
    let report = quick_junit::Report::deserialize_from_str(&scene.read("j.xml")).unwrap();
    assert_eq!(report.failures, 2);
    assert!(
        scene
            .read("g.txt")
            .starts_with("::error file=a.txt,line=9,"),
        "{}",
        scene.read("g.txt")
    );
    assert!(
        scene.read("m.md").contains("**Gates:** 2 failed"),
        "{}",
        scene.read("m.md")
    );
}

#[test]
fn what_cannot_be_measured_is_no_failure_and_is_said() {
    let scene = scene();
    let run = score(
        &scene,
        &[
            "--fail-on",
            "loaded.strong.author.low > 15",
            "--fail-on",
            "loaded.strong.author < 1000",
        ],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("note: a.txt: loaded.strong.author.low > 15: loaded.strong.author cannot be measured here ("), "{}", run.err);
    assert!(
        outcomes(&scene)
            .iter()
            .all(|gate| gate["state"] == "not_measured")
    );
}

#[test]
fn a_gate_that_names_no_measure_lists_the_nearest_and_nothing_is_written() {
    let scene = scene();
    let run = score(&scene, &["--fail-on", "anonymus_share > 0.5"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("error: --fail-on: no measure is called `anonymus_share`; the nearest are sources.anonymous.share"), "{}", run.err);
    assert!(!scene.path("out.json").exists());
}

#[test]
fn a_bad_input_weighs_more_than_a_gate() {
    let run = scene().run(&[
        "score",
        "a.txt",
        "gone.txt",
        "--fail-on",
        "anonymous_share > 0.1",
    ]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("failed: a.txt:"), "{}", run.err);
}

const GATE: [&str; 2] = ["--fail-on", "anonymous_share > 0.1"];
const BASELINE: [&str; 2] = ["--gate-baseline", "known.json"];

fn with_baseline(scene: &Scene, more: &[&str]) -> Run {
    score(scene, &[&GATE[..], &BASELINE, more].concat())
}

#[test]
fn a_baseline_accepts_what_it_knows_wherever_it_moves() {
    let scene = scene();
    let run = with_baseline(&scene, &[]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("known.json: does not exist; write it with --update-gate-baseline"),
        "{}",
        run.err
    );
    let run = with_baseline(&scene, &["--update-gate-baseline"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let written = scene.read("known.json");
    let run = with_baseline(&scene, &[]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("the baseline accepts it"), "{}", run.err);
    assert_eq!(outcomes(&scene)[0]["state"], "accepted");
    // Moved to another line and another file.
    let moved = ARTICLE.replace(
        "By Ada Fell\n",
        "By Ada Fell\n\nThe council met in the old town hall for most of the day.\n",
    );
    let scene = scene.with("sub/b.txt", moved);
    let run = scene.run(&[&["score", "sub/b.txt"], &GATE[..], &BASELINE].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    // The same again is the same file.
    let run = with_baseline(&scene, &["--update-gate-baseline"]);
    assert_eq!((run.code, scene.read("known.json")), (0, written));
}

#[test]
fn a_baseline_does_not_accept_what_is_added() {
    let scene = scene();
    with_baseline(&scene, &["--update-gate-baseline"]);
    let more = format!(
        "{article}\nTwo people familiar with the talks said the bridge would be sold to a company from abroad before the end of the year.\n",
        article = &*ARTICLE
    );
    let scene = scene.with("a.txt", more);
    let run = with_baseline(&scene, &[]);
    assert_eq!(run.code, 1, "{}", run.err);
}

#[test]
fn entries_that_no_longer_fail_are_stale() {
    let scene = scene();
    with_baseline(&scene, &["--update-gate-baseline"]);
    let scene = scene.with(
        "a.txt",
        ARTICLE.replace("A council official", "The treasurer Ilse Brandt"),
    );
    let run = with_baseline(&scene, &[]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("known.json: is stale: `sources.anonymous.share > 0.1` no longer fails as it did for a.txt"), "{}", run.err);
    with_baseline(&scene, &["--update-gate-baseline"]);
    assert!(!scene.read("known.json").contains("a.txt"));
}

#[test]
fn a_malformed_baseline_is_named_with_its_line() {
    let scene = scene().with("known.json", "{\n  \"version\": 1,\n  \"acepted\": []\n}");
    let run = with_baseline(&scene, &[]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("error: known.json:3: is no baseline of gates: unknown field `acepted`"),
        "{}",
        run.err
    );
}

const LOADED: [&str; 2] = ["--fail-on", "loaded.types.author > 1"];

fn regime(comment: &str) -> Scene {
    let text = ARTICLE.replace(
        "Shopkeepers called",
        "The brutal decision stood.\n\nShopkeepers called",
    );
    Scene::new().with("a.txt", format!("{text}{comment}\n"))
}

#[test]
fn an_article_may_allow_itself_an_entry_with_a_reason() {
    let plain = regime("");
    let run = score(&plain, &LOADED);
    assert_eq!(run.code, 1, "{}", run.err);
    let report: Value = serde_json::from_str(&plain.read("out.json")).unwrap();
    let loaded = report["articles"][0]["loaded"].as_array().unwrap();
    let own = loaded.iter().filter(|term| {
        term["voice"] == "author" && term["status"] == "plain" && term["sentence"] != 0
    });
    let comments: Vec<String> = own
        .map(|term| {
            format!(
                "<!-- parallax-allow: {} reason=\"it is quoted in the ruling\" -->",
                term["entry"].as_str().unwrap()
            )
        })
        .collect();
    assert!(!comments.is_empty());
    let allowed = regime(&comments.join("\n"));
    let run = score(&allowed, &LOADED);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err
            .contains("without what is allowed it is 0 (it is quoted in the ruling)"),
        "{}",
        run.err
    );
    assert_eq!(outcomes(&allowed)[0]["state"], "allowed");
    // The comment is no text, and the figures are those of the article.
    let after: Value = serde_json::from_str(&allowed.read("out.json")).unwrap();
    assert_eq!(
        report["articles"][0]["words"],
        after["articles"][0]["words"]
    );
    assert_eq!(
        report["articles"][0]["measures"],
        after["articles"][0]["measures"]
    );
}

#[test]
fn an_article_may_allow_itself_a_measure() {
    let scene = Scene::new().with("a.txt", format!("{article}<!-- parallax-allow: anonymous_share reason=\"they feared for their jobs\" -->\n", article = &*ARTICLE));
    let run = score(&scene, &GATE);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err
            .contains("the article allows it: they feared for their jobs"),
        "{}",
        run.err
    );
}

#[test]
fn comments_without_reason_or_with_unknown_names_are_problems_and_idle_ones_are_notes() {
    let comments = "<!-- parallax-allow: anonymous_share -->\n<!-- parallax-allow: anonymous_shar3 reason=\"x\" -->\n<!-- parallax-allow: loaded.headline reason=\"y\n";
    let scene = Scene::new().with("a.txt", format!("{article}{comments}", article = &*ARTICLE));
    let run = score(&scene, &GATE);
    assert_eq!(run.code, 2, "{}", run.err);
    for said in [
        "a.txt:12: `anonymous_share` is allowed without a reason; write <!--",
        "a.txt:13: `anonymous_shar3` is neither an entry of the lexicon nor a measure",
        "a.txt:14: a comment that allows something does not end on its line",
    ] {
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    let scene = Scene::new().with(
        "a.txt",
        format!("{}<!-- parallax-allow: regime reason=\"x\" -->\n", *ARTICLE),
    );
    let run = score(&scene, &GATE);
    assert!(
        run.err.contains("which does not occur; remove the comment"),
        "{}",
        run.err
    );
}

#[test]
fn comments_mean_nothing_where_no_gate_is_set() {
    let scene = Scene::new().with(
        "a.txt",
        format!(
            "{article}<!-- parallax-allow: nothing -->\n",
            article = &*ARTICLE
        ),
    );
    let run = score(&scene, &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}
