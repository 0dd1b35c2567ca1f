//! Every format is read back by a reader of it, and nothing of a hostile article is obeyed in any.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{Scene, root, sample};
use serde_json::Value;

/// Marks, tags, formulas, escapes and characters that turn the direction of writing, in every part of an article.
const HOSTILE: &str = "---
title: \"=HYPERLINK(\\\"https://evil.example\\\") <script>alert(1)</script> ::error::x %0A| `code` @everyone #1\"
outlet: +Valley\u{202e}Post\u{1b}[31m
event: \"@SUM(A1)\"
---

\"We could not wait,\" said Tomas <img src=x onerror=alert(1)> Reed, the council's chief engineer. The brutal regime\u{1b}]0;owned\u{7} fell on Monday.

The **brutal** [regime](https://evil.example) ![x](https://evil.example/x.png) of the council claimed victory, | sources || said\u{9b}2J. </td></testcase> ]]> &amp; %0A::warning::pwned www.evil.example https://evil.example @everyone #12

Reed claimed that nobody had been warned because nobody had asked, -1+2 the terrorist regime said\u{2066}\u{2069}.
";

const FORMATS: [&str; 9] = [
    "table", "json", "jsonl", "csv", "markdown", "sarif", "github", "junit", "standoff",
];

fn hostile() -> Scene {
    Scene::new().with("bad ü#1.md", HOSTILE)
}

fn run(scene: &Scene, format: &str, more: &[&str]) -> String {
    let run = scene.run(&[&["score", "bad ü#1.md", "--format", format], more].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
    run.out
}

fn samples(format: &str, command: &str) -> String {
    let scene = Scene::new();
    let mut program = scene.command();
    program
        .current_dir(root())
        .arg(command)
        .args(sample("dam-breach"));
    let run = cli_support::finish(program.args(["--format", format]));
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
    run.out
}

#[test]
fn nothing_is_left_to_obey_in_any_format() {
    let scene = hostile();
    for format in FORMATS {
        let out = run(&scene, format, &[]);
        assert!(out.len() > 100, "{format}: {out}");
        for c in out.chars() {
            let fine = c == '\n' || !c.is_control();
            let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert!(fine && !turns, "{format} lets {c:?} through");
        }
    }
}

#[test]
fn sarif_is_valid_and_its_addresses_are_relative() {
    let schema = std::fs::read_to_string(root().join("tests/schemas/sarif-2.1.0.json")).unwrap();
    // The published pattern of language codes has a stray bracket, which strict readers of regular expressions refuse; we write no such codes.
    let stray = r"-[a-zA-Z]{2}]?$";
    assert!(schema.contains(stray));
    let schema: Value = serde_json::from_str(&schema.replace(stray, "(-[a-zA-Z]{2})?$")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for log in [
        run(&hostile(), "sarif", &[]),
        samples("sarif", "score"),
        samples("sarif", "compare"),
    ] {
        let log: Value = serde_json::from_str(&log).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&log)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert!(!results.is_empty());
        let mut prints = std::collections::BTreeSet::new();
        for result in results {
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(
                uri.is_ascii() && !uri.contains([' ', ':', '#']) && !uri.starts_with('/'),
                "{uri}"
            );
            let print = result["partialFingerprints"]["parallaxContext/v1"]
                .as_str()
                .unwrap();
            assert!(
                prints.insert((uri.to_owned(), print.to_owned())),
                "{print} twice"
            );
            let rule = &log["runs"][0]["tool"]["driver"]["rules"]
                [result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!(rule["id"], result["ruleId"]);
        }
    }
    // The schema itself can fail.
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{}] })));
}

#[test]
fn sarif_points_at_the_words() {
    let scene = hostile();
    let log: Value = serde_json::from_str(&run(&scene, "sarif", &[])).unwrap();
    let lines: Vec<Vec<char>> = HOSTILE
        .split('\n')
        .map(|line| line.chars().collect())
        .collect();
    let mut seen = 0;
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let rule = result["ruleId"].as_str().unwrap();
        if !rule.starts_with("loaded.") {
            continue;
        }
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let at = |key: &str| region[key].as_u64().unwrap() as usize;
        assert_eq!(at("startLine"), at("endLine"));
        let word: String = lines[at("startLine") - 1][at("startColumn") - 1..at("endColumn") - 1]
            .iter()
            .collect();
        let message = result["message"]["text"].as_str().unwrap();
        assert!(
            message.starts_with(&format!("\"{word}\"")),
            "{word}: {message}"
        );
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn fingerprints_stay_when_text_is_added_elsewhere() {
    let prints = |text: &str| -> Vec<String> {
        let scene = Scene::new().with("a.md", text);
        let run = scene.run(&["score", "a.md", "--format", "sarif"]);
        let log: Value = serde_json::from_str(&run.out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().iter();
        results
            .map(|result| result["partialFingerprints"].to_string())
            .collect()
    };
    let before = prints(HOSTILE);
    let after = prints(&HOSTILE.replace(
        "---\n\n\"We",
        "---\n\nThe council met on Tuesday in the old town hall to talk about it.\n\n\"We",
    ));
    assert_eq!(before, after);
}

#[test]
fn junit_is_read_by_another_hand() {
    for xml in [run(&hostile(), "junit", &[]), samples("junit", "score")] {
        let report = quick_junit::Report::deserialize_from_str(&xml).unwrap();
        assert!(!report.test_suites.is_empty());
        for suite in &report.test_suites {
            assert_eq!(suite.tests, suite.test_cases.len());
            assert!(!suite.properties.is_empty());
        }
    }
}

#[test]
fn csv_opens_with_a_reader_and_no_cell_computes() {
    for long in [&[][..], &["--csv-long"]] {
        let text = run(&hostile(), "csv", long);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let width = reader.headers().unwrap().len();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(!rows.is_empty());
        for row in &rows {
            assert_eq!(row.len(), width);
            for cell in row {
                let computes = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!computes || cell.parse::<f64>().is_ok(), "{cell}");
            }
        }
        assert!(text.contains("'+Valley"), "{text}");
    }
    let text = samples("csv", "score");
    assert_eq!(
        csv::Reader::from_reader(text.as_bytes()).records().count(),
        3
    );
}

#[test]
fn csv_has_every_measure() {
    let text = samples("csv", "score");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    // Measures made for each side have columns where sides are declared.
    for measure in parallax::measure::registry().filter(|measure| !measure.per_side) {
        assert!(
            header.iter().any(|name| name == measure.id),
            "{}",
            measure.id
        );
    }
}

#[test]
fn markdown_renders_and_holds_nothing_of_the_article_as_markup() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    let text = run(&hostile(), "markdown", &[]);
    let mut tables = 0;
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough)
            | Event::Code(_) => {
                panic!("{event:?}")
            }
            Event::Start(Tag::Table(columns)) => {
                assert_eq!(columns.len(), 2, "one column an article");
                tables += 1;
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let ours = ["<details>", "</details>", "<sub>", "</sub>"];
                assert!(ours.iter().any(|tag| html.starts_with(tag)), "{html}");
            }
            _ => {}
        }
    }
    assert!(tables > 3, "{text}");
    assert!(!text.contains("@everyone") && !text.contains("https:") && !text.contains("www.evil"));
    let compared = samples("markdown", "compare");
    assert!(
        compared.contains("| body words | 269 | 253 | 259 |"),
        "{compared}"
    );
}

#[test]
fn github_commands_are_one_line_each() {
    let out = run(&hostile(), "github", &[]);
    for line in out.lines() {
        assert!(
            line.starts_with("::warning file=") || line.starts_with("::notice file="),
            "{line}"
        );
        let (properties, message) = line[2..].split_once("::").unwrap();
        assert!(
            properties.contains(",line=") && properties.contains(",title="),
            "{line}"
        );
        assert!(!message.is_empty());
    }
    assert!(out.lines().count() > 2);
}

#[test]
fn json_lines_are_the_articles() {
    let lines = samples("jsonl", "score");
    let whole: Value = serde_json::from_str(&samples("json", "score")).unwrap();
    let articles = whole["articles"].as_array().unwrap();
    assert_eq!(lines.lines().count(), articles.len());
    for (line, article) in lines.lines().zip(articles) {
        let mut line: Value = serde_json::from_str(line).unwrap();
        let version = line.as_object_mut().unwrap().take_version();
        assert_eq!(version, whole["schema_version"]);
        assert_eq!(line, *article);
    }
}

trait Versioned {
    fn take_version(&mut self) -> Value;
}

impl Versioned for serde_json::Map<String, Value> {
    fn take_version(&mut self) -> Value {
        self.remove("schema_version").unwrap()
    }
}

#[test]
fn several_outputs_in_one_run() {
    let scene = hostile();
    let run = scene.run(&[
        "score",
        "bad ü#1.md",
        "--output",
        "sarif=out.sarif",
        "--output",
        "csv=a.csv",
        "-o",
        "markdown=c.md",
        "-o",
        "junit=j.xml",
    ]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    assert!(scene.read("out.sarif").contains("\"2.1.0\""));
    assert!(scene.read("a.csv").starts_with("id,path,"));
    assert!(scene.read("c.md").starts_with("## How"));
    assert!(scene.read("j.xml").starts_with("<?xml"));
}

#[test]
fn records_of_json_lines_point_at_their_line() {
    let record = |text: &str| {
        serde_json::json!({ "id": text, "text": format!("The brutal regime fell on Monday. {text}.") }).to_string()
    };
    let scene = Scene::new().with(
        "all.jsonl",
        format!("{}\n{}\n", record("one"), record("two")),
    );
    let run = scene.run(&["score", "all.jsonl", "--format", "github"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out.contains("file=all.jsonl,line=2,endLine=2,title="),
        "{}",
        run.out
    );
}
