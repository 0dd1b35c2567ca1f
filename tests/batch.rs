//! Batches: rows and groups, bad records, any number of threads, and runs that are killed and resumed.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{Run, Scene, root};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Articles as JSON lines, made from the samples: sentences are left out and outlets change, so that no two are alike.
fn archive(articles: usize) -> String {
    let mut texts = Vec::new();
    for event in ["border-shelling", "dam-breach", "transit-strike"] {
        for path in cli_support::sample(event) {
            texts.push((event, std::fs::read_to_string(root().join(path)).unwrap()));
        }
    }
    let mut lines = String::new();
    for number in 0..articles {
        let (event, text) = &texts[number % texts.len()];
        let blocks: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let left_out = 3 + number / texts.len() % (blocks.len() - 4);
        let kept = blocks
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != left_out);
        let text: Vec<&str> = kept.map(|(_, block)| *block).collect();
        let outlet = ["Valley Post", "Lantern", "Ruhm =1+1"][number % 3];
        let record = json!({ "id": format!("n{number}"), "outlet": outlet, "event": event, "text": text.join("\n\n") });
        writeln!(lines, "{record}").unwrap();
    }
    lines
}

fn scene(articles: usize) -> Scene {
    Scene::new().with("all.jsonl", archive(articles))
}

fn batch(scene: &Scene, more: &[&str]) -> Run {
    scene.run(&[&["batch", "all.jsonl"], more].concat())
}

fn records(text: &str, kind: &str) -> Vec<Value> {
    let lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| line["record"] == kind).collect()
}

#[test]
fn one_row_an_article_in_the_order_of_the_inputs_and_one_a_group() {
    let scene = scene(40);
    let run = batch(&scene, &["--format", "jsonl"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let rows = records(&run.out, "article");
    let ids: Vec<String> = rows
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        ids,
        (0..40)
            .map(|number| format!("n{number}"))
            .collect::<Vec<_>>()
    );
    let groups = records(&run.out, "group");
    let names: Vec<&str> = groups
        .iter()
        .map(|group| group["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Lantern", "Ruhm =1+1", "Valley Post"]);
    for measure in parallax::measure::registry() {
        assert!(
            rows[0]["measures"].get(measure.id).is_some(),
            "{}",
            measure.id
        );
    }
}

#[test]
fn groups_pool_their_articles() {
    let scene = scene(40);
    let run = batch(&scene, &["--format", "jsonl", "--group", "event"]);
    let rows = records(&run.out, "article");
    for group in records(&run.out, "group") {
        let own: Vec<&Value> = rows
            .iter()
            .filter(|row| row["event"] == group["name"])
            .collect();
        assert_eq!(group["articles"].as_u64().unwrap() as usize, own.len());
        let sum = |id: &str, key: &str| {
            own.iter()
                .map(|row| row["measures"][id][key].as_u64().unwrap_or(0))
                .sum::<u64>()
        };
        let measures = group["measures"].as_array().unwrap();
        for id in ["reported.share", "loaded.all.author"] {
            let found = measures.iter().find(|measure| measure["id"] == id).unwrap();
            assert_eq!(found["count"].as_u64().unwrap(), sum(id, "count"), "{id}");
            assert_eq!(found["per"].as_u64().unwrap(), sum(id, "per"), "{id}");
            let interval = &found["interval"];
            let (low, high) = (
                interval["low"].as_f64().unwrap(),
                interval["high"].as_f64().unwrap(),
            );
            let value = found["value"].as_f64().unwrap();
            assert!(low <= value && value <= high, "{id}: {found}");
        }
    }
    let folders = batch(&scene, &["--format", "json", "--group", "folder"]);
    let folders: Value = serde_json::from_str(&folders.out).unwrap();
    assert_eq!(folders["groups"][0]["name"], ".");
    assert_eq!(folders["tests"], 0);
}

#[test]
fn tables_show_groups_and_say_what_can_be_told_apart() {
    let scene = scene(60);
    for width in ["80", "200"] {
        let run = batch(&scene, &["--width", width]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        for said in [
            "60 articles by outlet",
            "GROUPS",
            "Lantern",
            "DIFFERENCES FROM THE REST",
            "Benjamini–Hochberg",
        ] {
            assert!(run.out.contains(said), "{said}: {}", run.out);
        }
        let widest = run
            .out
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap();
        assert!(widest <= width.parse().unwrap(), "{widest}: {}", run.out);
    }
    let markdown = batch(&scene, &["--format", "markdown"]).out;
    assert!(markdown.contains("| Valley Post | 20 |"), "{markdown}");
}

#[test]
fn bad_records_are_reported_with_their_line_skipped_and_counted() {
    let mut lines: Vec<String> = archive(6).lines().map(str::to_owned).collect();
    lines[1] = "{\"id\": 1,".to_owned();
    lines[3] = "{\"title\": \"x\"}".to_owned();
    let scene = Scene::new().with("all.jsonl", lines.join("\n"));
    let run = batch(&scene, &["--format", "jsonl"]);
    assert_eq!(run.code, 2);
    for said in [
        "error: all.jsonl:2: is not valid JSON",
        "error: all.jsonl:4: has no text",
        "note: batch: 2 records could not be read and were skipped",
    ] {
        assert!(run.err.contains(said), "{said}: {}", run.err);
    }
    assert_eq!(records(&run.out, "article").len(), 4);
    assert_eq!(records(&run.out, "problem").len(), 2);
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let scene = scene(280);
    let one = batch(&scene, &["--format", "jsonl", "--threads", "1"]).out;
    for threads in ["2", "5"] {
        assert!(
            one == batch(&scene, &["--format", "jsonl", "--threads", threads]).out,
            "{threads} threads"
        );
    }
}

#[test]
fn csv_has_one_safe_row_an_article() {
    let run = batch(&scene(7), &["--format", "csv"]);
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 7);
    assert!(
        rows.iter()
            .flatten()
            .all(|cell| !cell.starts_with(['=', '+', '@']))
    );
}

#[test]
fn formats_that_hold_every_word_are_refused() {
    let run = batch(&scene(2), &["-o", "sarif=x.sarif"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("a batch is written as table, markdown, json, jsonl or csv"),
        "{}",
        run.err
    );
}

#[test]
fn gates_hold_for_every_article() {
    let scene = scene(9);
    let gate = [
        "--fail-on",
        "anonymous_share > 0.01",
        "--fail-on",
        "loaded.strong.reported > 5000",
        "-o",
        "jsonl=out.jsonl",
    ];
    let run = batch(&scene, &gate);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("failed: all.jsonl:"), "{}", run.err);
    let rows = records(&scene.read("out.jsonl"), "article");
    let failed = rows
        .iter()
        .filter(|row| row.get("gates_failed").is_some())
        .count();
    assert_eq!(failed, run.err.matches("failed: ").count());
    let run = batch(
        &scene,
        &[
            &gate[..],
            &["--gate-baseline", "known.json", "--update-gate-baseline"],
        ]
        .concat(),
    );
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(
        batch(
            &scene,
            &[&gate[..], &["--gate-baseline", "known.json"]].concat()
        )
        .code,
        0
    );
}

#[test]
fn resume_needs_a_file_the_same_inputs_and_the_same_articles() {
    let scene = scene(3);
    let run = batch(&scene, &["--resume"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("--resume: needs --output FILE"),
        "{}",
        run.err
    );
    let out = ["-o", "jsonl=out.jsonl", "--resume"];
    let left = "out.jsonl.parallax-journal";
    let scene = scene.with(left, "parallax-journal 1 0000\n");
    let run = batch(&scene, &out);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("was written with other inputs, lexicons or options"),
        "{}",
        run.err
    );
    let run = batch(&scene, &out[..2]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err
            .contains("is left of a run that was interrupted; it is overwritten"),
        "{}",
        run.err
    );
    assert!(
        !scene.path(left).exists(),
        "a journal goes when all is written"
    );
}

/// Starts a run and kills it after a while; whether it was still running then.
fn killed(scene: &Scene, arguments: &[&str], after: Duration) -> bool {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("parallax"))
        .args(arguments)
        .current_dir(scene.dir.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    running
}

#[test]
fn a_run_that_was_killed_and_resumed_gives_the_bytes_of_one_that_was_not() {
    let scene = scene(350);
    let arguments = [
        "batch",
        "all.jsonl",
        "-o",
        "jsonl=out.jsonl",
        "-o",
        "csv=out.csv",
    ];
    let started = std::time::Instant::now();
    assert_eq!(scene.run(&arguments).code, 0);
    let whole = started.elapsed();
    let expected = (scene.read("out.jsonl"), scene.read("out.csv"));
    for name in ["out.jsonl", "out.csv"] {
        std::fs::remove_file(scene.path(name)).unwrap();
    }
    let resume = [&arguments[..], &["--resume"]].concat();
    let mut stopped = 0;
    for part in [2, 3, 5, 4] {
        stopped += u32::from(killed(&scene, &resume, whole / part));
    }
    assert!(stopped > 0, "no run was killed in time");
    let run = scene.run(&resume);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(expected.0 == scene.read("out.jsonl") && expected.1 == scene.read("out.csv"));
    let mut names: Vec<String> = std::fs::read_dir(scene.dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    // A killed process cannot remove its hidden files; what has a name is whole.
    names.retain(|name| !name.starts_with('.'));
    assert_eq!(names, ["all.jsonl", "out.csv", "out.jsonl"]);
}

#[test]
fn a_torn_journal_is_cut_where_it_was_torn_and_changed_articles_are_seen() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let scene = scene(60);
    let arguments = ["batch", "all.jsonl", "-o", "jsonl=out.jsonl", "--resume"];
    assert_eq!(scene.run(&arguments).code, 0);
    let expected = scene.read("out.jsonl");
    let left = "out.jsonl.parallax-journal";
    // An output that cannot be written leaves the journal where it is.
    let run = scene.run(&[&arguments[..], &["-o", "csv=/dev/full"]].concat());
    assert_eq!(run.code, 2, "{}", run.err);
    let journal = std::fs::read(scene.path(left)).unwrap();
    let torn = &journal[..journal.len() - 300];
    std::fs::write(scene.path(left), torn).unwrap();
    assert_eq!(scene.run(&arguments).code, 0);
    assert!(expected == scene.read("out.jsonl"));
    std::fs::write(scene.path(left), torn).unwrap();
    let scene = scene.with("all.jsonl", archive(60).replacen("\"n0\"", "\"m0\"", 1));
    let run = scene.run(&arguments);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("was written from other articles than those that are there now"),
        "{}",
        run.err
    );
}
