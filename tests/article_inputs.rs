//! Files, folders, records, encodings, and every kind of bad input.
// Tests that are skipped say so.
#![allow(clippy::print_stdout)]

use parallax::article::{Articles, OutletFrom, ReadOptions, Readings, read_paths};
use proptest::prelude::*;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

mod article_support;
use article_support::rules;

const STORY: &str =
    "Dam breaks in Orla\n\nThe dam above Orla broke on Monday night.\n\nTwo people were hurt.\n";

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn read(paths: &[PathBuf]) -> Readings {
    read_paths(paths, &rules(), &ReadOptions::default())
}

/// Reads one file of that name and content.
fn read_one(name: &str, bytes: &[u8]) -> Readings {
    let folder = folder(&[(name, bytes)]);
    read(&[folder.path().join(name)])
}

/// The one problem that such a file gives, without its folder.
fn problem(name: &str, bytes: &[u8]) -> String {
    let folder = folder(&[(name, bytes)]);
    let readings = read(&[folder.path().join(name)]);
    assert_eq!(
        (readings.articles.len(), readings.problems.len()),
        (0, 1),
        "{readings:?}"
    );
    let said = readings.problems[0].to_string();
    assert_eq!(said.lines().count(), 1, "one line: {said}");
    said.replace(&format!("{}/", folder.path().display()), "")
}

fn ids(readings: &Readings) -> Vec<&str> {
    readings
        .articles
        .iter()
        .map(|article| article.id.as_str())
        .collect()
}

fn names(readings: &Readings, root: &Path) -> Vec<String> {
    let root = format!("{}/", root.display());
    readings
        .articles
        .iter()
        .map(|article| article.path.replace(&root, ""))
        .collect()
}

#[test]
fn a_folder_is_read_in_the_order_of_its_paths() {
    let story = STORY.as_bytes();
    let files = [
        "b.txt",
        "a/z.md",
        "a-b.TXT",
        "a/a.markdown",
        ".hidden.txt",
        ".git/x.txt",
        "picture.png",
        "c.text",
    ];
    let folder = folder(&files.map(|name| (name, story)));
    let readings = read(&[folder.path().to_owned()]);
    assert!(readings.problems.is_empty(), "{:?}", readings.problems);
    assert_eq!(
        names(&readings, folder.path()),
        ["a-b.TXT", "a/a.markdown", "a/z.md", "b.txt", "c.text"]
    );
    assert_eq!(readings, read(&[folder.path().to_owned()]));
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let folder = folder(&[("a/x.txt", STORY.as_bytes())]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/up")).expect("a link");
    let readings = read(&[folder.path().to_owned()]);
    assert_eq!(
        (readings.articles.len(), readings.problems.len()),
        (1, 0),
        "{readings:?}"
    );
}

#[test]
fn the_outlet_comes_from_metadata_byline_or_name() {
    let outlet = |name: &str, text: &str| {
        let outlet = read_one(name, text.as_bytes()).articles[0].outlet.clone();
        (outlet.name, outlet.from)
    };
    let byline = STORY.replacen("\n\n", "\n\nBy Anna Roe, Reuters\n\n", 1);
    assert_eq!(
        outlet("bbc-news.txt", STORY),
        ("bbc-news".into(), OutletFrom::FileName)
    );
    assert_eq!(
        outlet("bbc-news.txt", &byline),
        ("Reuters".into(), OutletFrom::Byline)
    );
    let front = format!("---\noutlet: Orla Post\n---\n{byline}");
    assert_eq!(
        outlet("bbc-news.txt", &front),
        ("Orla Post".into(), OutletFrom::Metadata)
    );
    let record = r#"{"text": "The dam broke.", "url": "https://www.orla.example/dam"}"#;
    assert_eq!(
        outlet("x.json", record),
        ("orla.example".into(), OutletFrom::Metadata)
    );
}

#[test]
fn json_lines_keep_their_text_and_numbers() {
    let lines = "{\"id\": \"a\", \"title\": \"H\", \"text\": \" The dam broke.\\r\\n\"}\n\n{\"maintext\": \"It broke.\", \"outlet\": \"Post\"}\r\n";
    let readings = read_one("all.jsonl", lines.as_bytes());
    assert_eq!(readings.problems, []);
    assert_eq!(readings.articles[0].text, " The dam broke.\r\n");
    assert_eq!(readings.articles[0].zones[0].span.start, 1);
    assert!(readings.articles[0].path.ends_with("all.jsonl:1"));
    assert!(
        readings.articles[1].id.ends_with("all.jsonl:3"),
        "{:?}",
        ids(&readings)
    );
}

#[test]
fn json_is_an_object_a_list_or_lines() {
    let record = |id: &str| format!("{{\n\"id\": \"{id}\", \"text\": \"The dam broke.\"}}");
    let flat = |id: &str| record(id).replace('\n', " ");
    for (content, expected) in [
        (record("a"), vec!["a"]),
        (
            format!("[{}, {}]", record("a"), record("b")),
            vec!["a", "b"],
        ),
        (format!("{}\n{}\n", flat("a"), flat("b")), vec!["a", "b"]),
        (format!("\u{feff}{}\n", flat("a")), vec!["a"]),
    ] {
        assert_eq!(
            ids(&read_one("x.json", content.as_bytes())),
            expected,
            "{content}"
        );
        // Without an extension the content tells.
        assert_eq!(
            ids(&read_one("x", content.as_bytes())),
            expected,
            "{content}"
        );
    }
}

#[test]
fn ids_are_made_unique() {
    let line = "{\"id\": \"a\", \"text\": \"The dam broke.\"}\n";
    let readings = read_one(
        "x.jsonl",
        format!("{line}{line}{}{line}", line.replace("\"a\"", "\"a#2\"")).as_bytes(),
    );
    assert_eq!(ids(&readings), ["a", "a#2", "a#2#2", "a#3"]);
}

#[test]
fn encodings_are_noted_beside_the_article() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252
        .encode("Die Brücke über die Orla brach.\r\nDer Bürgermeister schwieg.");
    let readings = read_one("a.txt", &bytes);
    assert_eq!(
        (
            readings.articles.len(),
            readings.problems.len(),
            readings.notes.len()
        ),
        (1, 0, 1)
    );
    assert!(
        readings.notes[0].message.contains("windows-1252"),
        "{:?}",
        readings.notes
    );
    assert!(readings.articles[0].text.contains("ü") && readings.articles[0].text.contains("\r\n"));
}

#[test]
fn standard_input_is_read_under_its_name() {
    let rules = rules();
    let record = "{\"text\": \"The dam broke.\"}\n";
    let read = |name: &str, content: &'static str| {
        Articles::from_reader(Cursor::new(content), name, &rules, &ReadOptions::default())
            .collect::<Vec<_>>()
    };
    let article = read("bbc.txt", STORY).remove(0).expect("an article");
    assert_eq!(
        (article.path.as_str(), article.outlet.name.as_str()),
        ("bbc.txt", "bbc")
    );
    assert_eq!(
        read("stdin", record).remove(0).expect("an article").text,
        "The dam broke."
    );
    assert_eq!(
        read("x.txt", record).remove(0).expect("an article").text,
        record,
        "the name says plain text"
    );
}

#[test]
fn one_bad_input_never_stops_the_good_ones() {
    let folder = folder(&[
        ("a.txt", b""),
        ("b.txt", STORY.as_bytes()),
        (
            "c.jsonl",
            b"{\"text\": \"The dam broke.\"}\n{\"x\n{\"text\": \"It broke.\"}\n",
        ),
    ]);
    let readings = read(&[folder.path().join("none.txt"), folder.path().to_owned()]);
    assert_eq!(
        (readings.articles.len(), readings.problems.len()),
        (3, 3),
        "{readings:?}"
    );
}

#[test]
fn missing_path() {
    let said = read(&["no/such.txt".into()]).problems[0].to_string();
    assert_eq!(
        said,
        "no/such.txt: does not exist; check the spelling and the folder"
    );
}

#[test]
fn folder_without_articles() {
    let folder = folder(&[("x.png", b"x")]);
    let said = read(&[folder.path().to_owned()]).problems[0].to_string();
    assert!(
        said.contains("holds no articles; they are files that end in .txt, .md"),
        "{said}"
    );
}

#[test]
fn empty_and_blank_files() {
    assert_eq!(
        problem("a.txt", b""),
        "a.txt: is empty; give a file that holds an article"
    );
    assert_eq!(
        problem("a.txt", b"\xef\xbb\xbf"),
        "a.txt: is empty; give a file that holds an article"
    );
    assert!(problem("a.txt", b" \r\n\t\n").contains("only white space"));
    assert!(problem("a.txt", "\u{200b}\u{a0}\n".as_bytes()).contains("only"));
    assert!(problem("a.json", b"").contains("is empty"));
    assert!(problem("a.json", b"[]").contains("empty list"));
    assert!(problem("a.jsonl", b"\n\n").contains("holds no records"));
}

#[test]
fn only_boilerplate() {
    assert!(
        problem("a.txt", b"Contact us\n\nSubscribe\n").starts_with("a.txt: holds only boilerplate")
    );
    assert!(
        problem("a.jsonl", b"{\"text\": \"Subscribe\"}\n")
            .starts_with("a.jsonl:1: holds only boilerplate")
    );
}

#[test]
fn binary_files() {
    assert!(problem("a.txt", b"%PDF-1.7\n\x00\x01").contains("looks like a PDF file"));
    assert!(problem("a.txt", b"\x00\x01\x02\x03\x04\x05\x06\x07").contains("binary"));
    assert!(problem("a.jsonl", b"\x1f\x8b\x08\x00\x00").contains("gzip"));
    assert!(problem("a.json", b"PK\x03\x04\x00").contains("ZIP"));
    assert!(problem("a.jsonl", b"\xff\xfe{\x00}\x00\n\x00").contains("UTF-8"));
    assert!(problem("a.md", b"<!DOCTYPE html>\n<p>The dam broke.</p>").contains("HTML"));
}

#[test]
fn invalid_json() {
    let said = problem("a.jsonl", b"{\"text\": }\n");
    assert!(
        said.starts_with("a.jsonl:1: is not valid JSON: expected value"),
        "{said}"
    );
    let said = problem("a.json", b"{\n\"text\": \"The dam broke.\",\n\"url\" 3}");
    assert!(said.starts_with("a.json:3: is not valid JSON"), "{said}");
    assert!(problem("a.jsonl", b"{\"text\": \"\xff\xff\"}\n").contains("a.jsonl:1: is not UTF-8"));
    assert!(problem("a.jsonl", b"[1]\n").contains("a.jsonl:1: is a list, not an object"));
    assert!(problem("a.json", b"3").contains("a number"));
}

#[test]
fn json_line_without_text() {
    let readings = read_one(
        "a.jsonl",
        b"{\"text\": \"The dam broke.\"}\n{\"title\": \"Dam breaks\"}\n",
    );
    assert_eq!((readings.articles.len(), readings.problems.len()), (1, 1));
    let said = readings.problems[0].to_string();
    assert!(
        said.contains("a.jsonl:2: has no text: none of the fields text, maintext, article_text"),
        "{said}"
    );
    assert!(
        said.ends_with("rename the field that does to `text`"),
        "{said}"
    );
    assert!(
        problem("a.json", b"[{\"title\": \"Dam breaks\"}]").starts_with("a.json#1: has no text")
    );
}

#[test]
fn too_large() {
    let options = ReadOptions {
        size_limit: 100,
        ..ReadOptions::default()
    };
    let rules = rules();
    let long = "The dam broke. ".repeat(20);
    let lines = format!("{{\"text\": \"{long}\"}}\n{{\"text\": \"It broke.\"}}\n");
    let read = |name: &str, text: String| {
        let read = Articles::from_reader(Cursor::new(text), name, &rules, &options);
        read.map(|reading| {
            reading
                .map(|article| article.text)
                .map_err(|problem| problem.to_string())
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(read("x.txt", long), [Err("x.txt: has more than 100 bytes; split it, or write the articles as JSON lines (.jsonl)".to_owned())]);
    assert_eq!(
        read("x.jsonl", lines),
        [
            Err("x.jsonl:1: has more than 100 bytes; shorten it".to_owned()),
            Ok("It broke.".to_owned())
        ]
    );
}

#[cfg(unix)]
#[test]
fn unreadable_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.txt", STORY.as_bytes())]);
    let path = folder.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::File::open(&path).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    assert!(
        read(&[path]).problems[0]
            .message
            .contains("permission denied")
    );
}

#[cfg(unix)]
#[test]
fn devices_are_refused() {
    let said = read(&["/dev/zero".into()]).problems[0].to_string();
    assert!(
        said.starts_with("/dev/zero: is a pipe, socket or device"),
        "{said}"
    );
}

proptest! {
    #[test]
    fn any_bytes_give_articles_or_problems(bytes in proptest::collection::vec(any::<u8>(), 0..300), name in "x\\.(txt|json|jsonl|)") {
        let rules = rules();
        for reading in Articles::from_reader(Cursor::new(bytes), &name, &rules, &ReadOptions::default()) {
            match reading {
                Ok(article) => {
                    for zone in &article.zones {
                        prop_assert!(article.text.get(zone.span.start as usize..zone.span.end as usize).is_some());
                    }
                }
                Err(problem) => prop_assert!(problem.to_string().lines().count() == 1),
            }
        }
    }
}
