//! Tables fit their width, and article text cannot do anything to the terminal.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{ARTICLE, Scene, finish, root, sample};
use unicode_width::UnicodeWidthStr;

const EVENTS: [&str; 3] = ["border-shelling", "dam-breach", "transit-strike"];

fn assert_fits(text: &str, width: usize, what: &str) {
    for line in text.lines() {
        assert!(
            line.width() <= width,
            "{what}: {} columns: {line}",
            line.width()
        );
        assert_eq!(
            line,
            line.trim_end(),
            "{what}: white space at the end of a line"
        );
    }
}

#[test]
fn no_line_is_wider_than_asked() {
    for event in EVENTS {
        for command in ["score", "compare"] {
            for width in ["40", "60", "80", "120", "200"] {
                let mut program = Scene::new().command();
                program
                    .current_dir(root())
                    .arg(command)
                    .args(sample(event))
                    .args(["--width", width, "--mental"]);
                program.args([
                    "--explain",
                    "zones",
                    "--explain",
                    "attributions",
                    "--explain",
                    "claims",
                ]);
                let run = finish(&mut program);
                assert_eq!(run.code, 0, "{}", run.err);
                assert_fits(
                    &run.out,
                    width.parse().unwrap(),
                    &format!("{command} {event} at {width}"),
                );
            }
        }
    }
}

#[test]
fn a_pipe_gets_eighty_columns() {
    let mut program = Scene::new().command();
    let run = finish(
        program
            .current_dir(root())
            .arg("compare")
            .args(sample("dam-breach")),
    );
    assert_fits(&run.out, 80, "compare in a pipe");
    let longest = run.out.lines().map(UnicodeWidthStr::width).max().unwrap();
    assert!(longest > 70, "the width is used: {longest}");
}

#[test]
fn eight_articles_fit_too() {
    let mut files = Vec::new();
    for event in EVENTS {
        files.extend(sample(event));
    }
    files.truncate(8);
    for width in ["80", "200"] {
        let mut program = Scene::new().command();
        let run = finish(
            program
                .current_dir(root())
                .arg("compare")
                .args(&files)
                .args(["--width", width]),
        );
        assert_eq!(run.code, 0);
        assert_fits(
            &run.out,
            width.parse().unwrap(),
            &format!("eight at {width}"),
        );
        for letter in 'A'..='H' {
            assert!(run.out.contains(&format!("{letter} ")), "{letter}");
        }
    }
}

#[test]
fn wide_and_combining_characters_fit() {
    let article = ARTICLE.replace("Tomas Reed", "田中太郎 e\u{301}\u{301}\u{301} 👩‍👩‍👧 Reed");
    let scene = Scene::new().with("a.txt", &article).with("b.txt", &article);
    for width in ["40", "80"] {
        let run = scene.run(&[
            "compare",
            "a.txt",
            "b.txt",
            "--width",
            width,
            "--explain",
            "attributions",
        ]);
        assert_fits(&run.out, width.parse().unwrap(), width);
    }
}

#[test]
fn article_text_cannot_command_the_terminal() {
    let evil = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}\u{2066}";
    let article = ARTICLE
        .replace("Council closes", &format!("Council {evil}closes"))
        .replace("Tomas Reed", &format!("Tomas {evil}Reed"))
        .replace("Sources close", &format!("Sources{evil} close"))
        .replace("brutal", &format!("brutal {evil}"))
        .replace("Ada Fell", &format!("Ada {evil}Fell"));
    let record = |outlet: &str| serde_json::json!({ "text": article, "title": format!("The {evil}bridge"), "outlet": format!("{outlet} {evil}Post"), "url": evil, "id": format!("{outlet}{evil}") });
    let scene = Scene::new()
        .with("a.jsonl", record("Marrow").to_string())
        .with("b.json", record("Fell").to_string());
    for arguments in [
        &["score", "a.jsonl", "b.json"][..],
        &["compare", "a.jsonl", "b.json"],
        &["score", "a.jsonl", "--format", "json", "--with-text"],
        &["score", "a.jsonl", "--format", "standoff"],
        &[
            "score",
            "a.jsonl",
            "--explain",
            "zones",
            "--explain",
            "attributions",
            "--explain",
            "claims",
        ],
    ] {
        let run = scene.run(arguments);
        assert_eq!(run.code, 0, "{}", run.err);
        for text in [&run.out, &run.err] {
            let obeyed = text.chars().find(|&c| {
                (c.is_control() && c != '\n') || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            });
            assert_eq!(obeyed, None, "{arguments:?}");
        }
    }
    let colored = scene.run(&["score", "a.jsonl", "--color", "always"]).out;
    for escape in colored.split('\u{1b}').skip(1) {
        let end = escape.find('m').unwrap();
        assert!(
            escape[1..end]
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b';'),
            "{escape:?}"
        );
    }
}

#[test]
fn json_keeps_the_text_as_it_was() {
    let article = ARTICLE.replace("brutal", "brutal\u{9b}\u{202e}\u{7f}");
    let scene = Scene::new().with("a.json", serde_json::json!({ "text": article }).to_string());
    let run = scene.run(&["score", "a.json", "--format", "json", "--with-text"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["articles"][0]["text"], article);
}
