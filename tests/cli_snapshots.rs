//! What readers see, kept as files. `PARALLAX_BLESS=1 cargo test --test cli_snapshots` writes them anew, outside CI only; then read the difference.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{Scene, finish, root, sample};

/// Runs the command from the crate's folder and compares what it prints with `tests/snapshots/<name>.txt`.
fn check(name: &str, arguments: &[&str]) {
    let mut program = Scene::new().command();
    let run = finish(program.current_dir(root()).args(arguments));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let now = without_versions(&run.out);
    let path = root().join("tests/snapshots").join(format!("{name}.txt"));
    if std::env::var_os("PARALLAX_BLESS").is_some() {
        assert!(
            std::env::var_os("CI").is_none(),
            "snapshots are never accepted in CI"
        );
        std::fs::write(&path, &now).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some((line, (kept, now))) = differing(&kept, &now) {
        panic!(
            "{} differs at line {line}:\n  kept: {kept}\n  now:  {now}\nIf the new text is right: PARALLAX_BLESS=1 cargo test --test cli_snapshots",
            path.display()
        );
    }
}

/// The last line names the versions and the digest of the packs, which change more often than what readers see.
fn without_versions(text: &str) -> String {
    let kept = text.lines().filter(|line| !line.starts_with("parallax 0."));
    kept.fold(String::new(), |text, line| text + line + "\n")
}

fn differing<'t>(kept: &'t str, now: &'t str) -> Option<(usize, (&'t str, &'t str))> {
    if kept == now {
        return None;
    }
    let (mut old, mut new) = (kept.split('\n'), now.split('\n'));
    for line in 1.. {
        match (old.next(), new.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => break,
            (a, b) => return Some((line, (a.unwrap_or("(nothing)"), b.unwrap_or("(nothing)")))),
        }
    }
    None
}

/// One command over one event at the two widths.
fn at_both_widths(command: &str, event: &str) {
    let files = sample(event);
    for width in ["80", "140"] {
        let mut arguments = vec![command, "--width", width];
        arguments.extend(files.iter().map(String::as_str));
        check(&format!("{command}-{event}-{width}"), &arguments);
    }
}

#[test]
fn score_border_shelling() {
    at_both_widths("score", "border-shelling");
}

#[test]
fn score_dam_breach() {
    at_both_widths("score", "dam-breach");
}

#[test]
fn score_transit_strike() {
    at_both_widths("score", "transit-strike");
}

#[test]
fn compare_border_shelling() {
    at_both_widths("compare", "border-shelling");
}

#[test]
fn compare_dam_breach() {
    at_both_widths("compare", "dam-breach");
}

#[test]
fn compare_transit_strike() {
    at_both_widths("compare", "transit-strike");
}

/// With the sides of the event declared.
#[test]
fn sides_of_border_shelling() {
    let files = sample("border-shelling");
    for command in ["score", "compare"] {
        for width in ["80", "140"] {
            let mut arguments = vec![command, "--width", width];
            arguments.extend(["--parties", "samples/border-shelling/parties.toml"]);
            arguments.extend(files.iter().map(String::as_str));
            check(&format!("{command}-sides-{width}"), &arguments);
        }
    }
}

#[test]
fn diff_harbour_fire() {
    for width in ["80", "140"] {
        let [old, new] =
            ["old", "new"].map(|name| format!("tests/revisions/harbour-fire/{name}.txt"));
        check(
            &format!("diff-harbour-fire-{width}"),
            &["diff", "--width", width, &old, &new],
        );
    }
}

#[test]
fn explain_list() {
    check("explain-list", &["explain", "list"]);
}

/// The README opens with what the program prints; the block is a part of it, word for word.
#[test]
fn the_readme_shows_what_is_printed() {
    const START: &str = "$ parallax compare samples/dam-breach/*.txt\n";
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let from = readme.find(START).unwrap() + START.len();
    let to = from + readme[from..].find("\n```").unwrap();
    let mut program = Scene::new().command();
    let run = finish(
        program
            .current_dir(root())
            .arg("compare")
            .args(sample("dam-breach")),
    );
    let shown = run.out.split("\n\nWHO SPEAKS").next().unwrap();
    if std::env::var_os("PARALLAX_BLESS").is_some() {
        assert!(std::env::var_os("CI").is_none(), "never accepted in CI");
        let text = format!("{}{shown}{}", &readme[..from], &readme[to..]);
        std::fs::write(root().join("README.md"), text).unwrap();
        return;
    }
    assert_eq!(
        &readme[from..to],
        shown,
        "PARALLAX_BLESS=1 cargo test --test cli_snapshots"
    );
}
