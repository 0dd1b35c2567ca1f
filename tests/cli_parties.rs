//! Declaring sides on the command line: the commands, the options, and what a bad declaration does.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{Run, Scene, finish, root};

const TEXT: &str = "Talks in Oslo end\n\nThe Norwegian foreign minister, Bo Orr, said on Monday that the talks had failed. Chile's brutal refusal had ended them, he said.\n";

fn run(arguments: &[&str]) -> Run {
    let scene = Scene::new();
    let mut program = scene.command();
    finish(program.current_dir(root()).args(arguments))
}

#[test]
fn a_proposal_is_written_checked_and_used() {
    let scene = Scene::new().with("talks.txt", TEXT);
    let go = |arguments: &[&str]| scene.run(arguments);
    let proposed = go(&["parties", "suggest", "talks.txt", "-o", "sides.toml"]);
    assert_eq!((proposed.code, proposed.err.as_str()), (0, ""));
    let checked = go(&["parties", "check", "sides.toml"]);
    assert_eq!(checked.code, 0, "{}", checked.err);
    assert!(
        checked.out.ends_with("2 sides: no mistakes\n"),
        "{}",
        checked.out
    );
    let scored = go(&["score", "talks.txt", "--parties", "sides.toml"]);
    assert_eq!(scored.code, 0, "{}", scored.err);
    assert!(
        scored.out.contains("TALKED ABOUT AND HEARD"),
        "{}",
        scored.out
    );
    assert!(
        scored
            .out
            .contains("Chile is accused without a voice: brutal[S2]"),
        "{}",
        scored.out
    );
}

#[test]
fn mistakes_leave_the_sides_out_and_the_figures_stand() {
    let sample = "samples/dam-breach/meridian-news-agency.txt";
    let bad = run(&[
        "score",
        sample,
        "--party",
        "=x",
        "--parties",
        "no-such.toml",
    ]);
    assert_eq!(bad.code, 2);
    assert!(bad.err.contains("--party: `=x` has no name"), "{}", bad.err);
    assert!(
        bad.err
            .contains("no-such.toml: cannot be read as a parties file"),
        "{}",
        bad.err
    );
    assert!(bad.err.contains("sides: were left out"), "{}", bad.err);
    assert!(
        bad.out.contains("WHO SPEAKS") && !bad.out.contains("TALKED ABOUT"),
        "{}",
        bad.out
    );
    let check = run(&["parties", "check", "samples/README.md"]);
    assert_eq!(check.code, 2);
    assert!(check.err.contains("this is no TOML"), "{}", check.err);
}

#[test]
fn a_state_alone_takes_its_names_and_says_so() {
    let sample = "samples/dam-breach/meridian-news-agency.txt";
    let one = run(&["score", sample, "--party", "Norway", "--format", "json"]);
    assert_eq!(one.code, 0);
    assert!(
        one.err.contains("takes the names of NO from the gazetteer"),
        "{}",
        one.err
    );
    let report: serde_json::Value = serde_json::from_str(&one.out).unwrap();
    assert_eq!(report["parties"][0]["id"], "norway");
    assert!(report["parties"][0]["names"].as_array().unwrap().len() > 3);
    assert_eq!(report["articles"][0]["sides"][0]["mentions"], 0);
}

#[test]
fn without_sides_the_measures_say_how_to_declare_them() {
    let sample = "samples/dam-breach/meridian-news-agency.txt";
    let run = run(&["score", sample, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let measures = report["articles"][0]["measures"].as_array().unwrap();
    let of_sides = measures
        .iter()
        .filter(|one| one["id"].as_str().unwrap().starts_with("side."));
    let mut seen = 0;
    for one in of_sides {
        assert!(one["value"].is_null() && one.get("side").is_none());
        assert!(one["note"].as_str().unwrap().contains("--parties FILE"));
        seen += 1;
    }
    assert!(seen > 10);
    assert!(report.get("parties").is_none() && report["articles"][0].get("sides").is_none());
}
