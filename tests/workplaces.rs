//! Where people work: lists of files, git, hooks, the action, completions, manual pages, and examples in every help.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{ARTICLE, Scene, finish, root};
use std::process::Command;

fn ids(csv: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.records();
    rows.map(|row| row.unwrap()[0].to_owned()).collect()
}

#[test]
fn files_are_named_in_a_list() {
    let scene = Scene::new()
        .with("a.txt", ARTICLE)
        .with("b c.txt", ARTICLE)
        .with("list", "b c.txt\na.txt\n");
    let run = scene.run(&["score", "--files-from", "list", "--format", "csv"]);
    assert_eq!(
        (run.code, ids(&run.out)),
        (0, vec!["b c.txt".to_owned(), "a.txt".to_owned()])
    );
    let run = finish(
        scene
            .command()
            .args(["score", "--files-from", "-", "--format", "csv"])
            .write_stdin("a.txt\0b c.txt\0"),
    );
    assert_eq!(
        (run.code, ids(&run.out)),
        (0, vec!["a.txt".to_owned(), "b c.txt".to_owned()])
    );
    let run = scene.run(&["score", "--files-from", "gone"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("--files-from gone: cannot be read"),
        "{}",
        run.err
    );
    let run = scene.run(&["score"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("nothing to read: name at least one article"),
        "{}",
        run.err
    );
}

fn git(scene: &Scene, arguments: &[&str]) -> bool {
    let run = Command::new("git")
        .args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b.example",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(scene.dir.path())
        .output();
    run.is_ok_and(|run| run.status.success())
}

#[test]
fn git_says_which_articles_changed() {
    let scene = Scene::new()
        .with("old.txt", ARTICLE)
        .with("sub/new.md", "x")
        .with("notes.pdf", "x");
    let run = scene.run(&["score", "--changed-since", "HEAD"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(
        run.err.contains("--changed-since: needs a git repository"),
        "{}",
        run.err
    );
    if !git(&scene, &["init", "-q"]) {
        return;
    }
    assert!(git(&scene, &["add", "."]) && git(&scene, &["commit", "-qm", "one"]));
    let scene = scene
        .with("sub/new.md", ARTICLE)
        .with("untracked ü.txt", ARTICLE)
        .with("notes.pdf", "y");
    let run = scene.run(&["score", "--changed-since", "HEAD", "--format", "csv"]);
    assert_eq!(
        (run.code, ids(&run.out)),
        (
            0,
            vec!["sub/new.md".to_owned(), "untracked ü.txt".to_owned()]
        ),
        "{}",
        run.err
    );
    let run = finish(scene.command().current_dir(scene.path("sub")).args([
        "score",
        "--changed-since",
        "HEAD",
        "--format",
        "csv",
        "..",
    ]));
    assert_eq!(
        ids(&run.out),
        ["../untracked ü.txt", "new.md"],
        "{}",
        run.err
    );
    let run = scene.run(&["score", "--changed-since", "nowhere"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("git knows no revision `nowhere`"),
        "{}",
        run.err
    );
    assert!(git(&scene, &["add", "."]) && git(&scene, &["commit", "-qm", "two"]));
    let run = scene.run(&["score", "--changed-since", "HEAD"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err.contains("no article has changed since HEAD"),
        "{}",
        run.err
    );
    let run = finish(
        scene
            .command()
            .env("PATH", "")
            .args(["score", "--changed-since", "HEAD"]),
    );
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("git was not found; install it"),
        "{}",
        run.err
    );
}

/// Every command, as its words.
fn commands(scene: &Scene, above: &[String], found: &mut Vec<Vec<String>>) {
    let mut arguments: Vec<&str> = above.iter().map(String::as_str).collect();
    arguments.push("--help");
    let help = scene.run(&arguments);
    assert_eq!(help.code, 0, "{above:?}");
    found.push(above.to_vec());
    let Some((_, list)) = help.out.split_once("\nCommands:\n") else {
        return;
    };
    let names = list.lines().take_while(|line| !line.is_empty());
    let names = names
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| *name != "help") {
        commands(scene, &[above, &[name.to_owned()]].concat(), found);
    }
}

#[test]
fn every_help_has_an_example() {
    let scene = Scene::new();
    let mut found = Vec::new();
    commands(&scene, &[], &mut found);
    assert!(found.len() > 10, "{found:?}");
    for words in &found {
        for flag in ["-h", "--help"] {
            let arguments: Vec<&str> = words.iter().map(String::as_str).chain([flag]).collect();
            let help = scene.run(&arguments).out;
            let example = format!("\n  parallax {}", words.join(" "));
            assert!(
                help.contains("Example") && help.contains(example.trim_end()),
                "{arguments:?}\n{help}"
            );
        }
    }
}

#[test]
fn shells_complete_and_the_manual_names_every_command() {
    let scene = Scene::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = scene.run(&["completions", shell]);
        assert_eq!(run.code, 0);
        assert!(
            run.out.contains("parallax") && run.out.contains("fail-on"),
            "{shell}"
        );
    }
    let page = scene.run(&["man"]);
    assert_eq!(page.code, 0);
    assert!(
        page.out.contains(".TH") && page.out.contains("parallax\\-batch(1)"),
        "{}",
        page.out
    );
    std::fs::create_dir(scene.path("man1")).unwrap();
    assert_eq!(scene.run(&["man", "--folder", "man1"]).code, 0);
    assert!(scene.read("man1/parallax-score.1").contains("fail\\-on"));
    assert!(scene.path("man1/parallax-lexicon-check.1").exists());
}

#[test]
fn the_hook_and_the_action_call_what_there_is() {
    let hooks = std::fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    let entry = hooks
        .lines()
        .find_map(|line| line.trim().strip_prefix("entry: parallax "))
        .unwrap();
    let scene = Scene::new().with("a.txt", ARTICLE);
    let arguments: Vec<&str> = entry.split(' ').chain(["a.txt"]).collect();
    assert_eq!(scene.run(&arguments).code, 0);
    let action = std::fs::read_to_string(root().join("action.yml")).unwrap();
    let help = scene.run(&["score", "--help"]).out;
    for flag in [
        "--output",
        "--changed-since",
        "--gate-baseline",
        "--config",
        "--fail-on",
    ] {
        assert!(action.contains(flag) && help.contains(flag), "{flag}");
    }
    let run: &str = action.split("run: |").nth(1).unwrap();
    assert!(!run.contains("${{"), "inputs are never text of the script");
}
