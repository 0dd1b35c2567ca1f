//! Where results go, and in which colours.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{ARTICLE, Scene, finish, root, sample};
use std::io::Read;
use std::process::{Command, Stdio};

fn good() -> Scene {
    Scene::new().with("good.txt", ARTICLE)
}

fn names(scene: &Scene) -> Vec<String> {
    let entries = std::fs::read_dir(scene.dir.path()).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn output_replaces_a_file_and_leaves_nothing_else() {
    let scene = good().with("report.json", "old");
    let run = scene.run(&[
        "score",
        "good.txt",
        "--format",
        "json",
        "--output",
        "report.json",
    ]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    let report: serde_json::Value = serde_json::from_str(&scene.read("report.json")).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 1);
    assert_eq!(names(&scene), ["good.txt", "report.json"]);
}

#[test]
fn several_formats_in_one_run() {
    let scene = good();
    let run = scene.run(&[
        "score",
        "good.txt",
        "--output",
        "json=a.json",
        "--output",
        "standoff=b.jsonl",
        "-o",
        "c.txt",
    ]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(scene.read("a.json").starts_with('{'));
    assert!(scene.read("b.jsonl").starts_with("{\"id\""));
    assert!(scene.read("c.txt").contains("WHO SPEAKS"));
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    let scene = good();
    let run = scene.run(&["score", "good.txt", "--output", "nowhere/report.txt"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("nowhere/report.txt: cannot be written: its folder does not exist; create"),
        "{}",
        run.err
    );
    std::fs::create_dir(scene.path("folder")).unwrap();
    let run = scene.run(&["score", "good.txt", "--output", "folder"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("folder: cannot be written: it is a folder"),
        "{}",
        run.err
    );
}

#[test]
fn the_file_stays_when_nothing_could_be_read() {
    let scene = Scene::new().with("report.txt", "old");
    let run = scene.run(&["score", "gone.txt", "--output", "report.txt"]);
    assert_eq!(run.code, 2);
    assert_eq!(scene.read("report.txt"), "old");
}

#[cfg(unix)]
#[test]
fn a_full_device_is_reported() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let run = good().run(&["score", "good.txt", "--output", "/dev/full"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("/dev/full: cannot be written: the disk is full"),
        "{}",
        run.err
    );
}

#[cfg(unix)]
#[test]
fn output_has_the_usual_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let scene = good().with("plain.txt", "");
    scene.run(&["score", "good.txt", "--output", "report.txt"]);
    let mode = |name: &str| scene.path(name).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("report.txt"), mode("plain.txt"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let scene = good();
    let many = vec!["good.txt"; 300];
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("parallax"))
        .arg("score")
        .args(many)
        .current_dir(scene.dir.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn pipes_and_no_color_get_no_colour() {
    let scene = good();
    assert!(!scene.run(&["score", "good.txt"]).out.contains('\u{1b}'));
    let run = finish(
        scene
            .command()
            .args(["score", "good.txt"])
            .env("NO_COLOR", "1"),
    );
    assert!(!run.out.contains('\u{1b}'));
    let run = scene.run(&["score", "good.txt", "--color", "never"]);
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn colour_on_request_changes_nothing_else() {
    let scene = good();
    let plain = scene.run(&["score", "good.txt"]).out;
    let run = finish(
        scene
            .command()
            .args(["--color", "always", "score", "good.txt"])
            .env("NO_COLOR", "1"),
    );
    assert!(run.out.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&run.out).to_string(), plain);
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    for format in ["table", "json", "standoff"] {
        for command in ["score", "compare"] {
            if (command, format) == ("compare", "standoff") {
                continue;
            }
            let run = |threads: &str| {
                let mut program = Scene::new().command();
                program
                    .current_dir(root())
                    .arg(command)
                    .args(sample("dam-breach"));
                finish(program.args(["--format", format, "--threads", threads])).out
            };
            let one = run("1");
            assert!(!one.is_empty());
            assert_eq!(one, run("2"), "{command} --format {format}");
            assert_eq!(one, run("3"), "{command} --format {format}");
        }
    }
}

#[test]
fn every_help_has_an_example() {
    let scene = Scene::new();
    for command in [&[][..], &["score"], &["compare"], &["explain"]] {
        for flag in ["-h", "--help"] {
            let run = scene.run(&[command, &[flag]].concat());
            assert_eq!(run.code, 0);
            assert!(
                run.out.contains("Examples:\n  parallax "),
                "{command:?} {flag}: {}",
                run.out
            );
        }
    }
}

#[test]
fn explain_knows_every_measure_and_suggests() {
    let scene = Scene::new();
    let list = scene.run(&["explain", "list"]);
    assert_eq!(list.code, 0);
    assert!(list.out.contains("reported.share"), "{}", list.out);
    let one = scene.run(&["explain", "reported.share"]);
    assert_eq!(one.code, 0);
    assert!(one.out.contains("reported"), "{}", one.out);
    let wrong = scene.run(&["explain", "reported.shar"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    assert!(wrong.err.contains("reported.share"), "{}", wrong.err);
}
