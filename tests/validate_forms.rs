//! The forms of gold, what is wrong with bad rows, and the command.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, missing_docs)]

mod cli_support;

use cli_support::{Scene, finish};
use parallax::validate::brat::{self, BratDocument};
use parallax::validate::gold::{Gold, Relation};

const TEXT: &str = "“It is safe,” the mayor, Ada Fell, said. “Quite safe.”";

/// The spans of words of the text.
fn at(words: &[&str]) -> Vec<[u32; 2]> {
    words
        .iter()
        .map(|word| {
            let byte = TEXT.find(word).unwrap();
            let start = TEXT[..byte].chars().count() as u32;
            [start, start + word.chars().count() as u32]
        })
        .collect()
}

fn expected() -> Relation {
    Relation {
        source: at(&["the mayor, Ada Fell"]),
        cue: at(&["said"]),
        content: at(&["“It is safe,”", "“Quite safe.”"]),
    }
}

fn read(rows: &[serde_json::Value]) -> Gold {
    let lines: Vec<String> = rows.iter().map(ToString::to_string).collect();
    Gold::from_json_lines("g.jsonl", lines.join("\n").as_bytes())
}

#[test]
fn three_forms_say_the_same() {
    let relation = expected();
    let native = read(&[
        serde_json::json!({"id": "a", "text": TEXT, "attributions": [relation], "labels": [[1, 3, "Loaded"]]}),
    ]);
    assert_eq!(native.problems, []);
    let entity = |id: u32, label: &str, [start, end]: [u32; 2]| serde_json::json!({"id": id, "label": label, "start_offset": start, "end_offset": end});
    let doccano = read(&[serde_json::json!({"id": 7, "text": TEXT,
        "entities": [entity(1, "Content", relation.content[0]), entity(2, "Source", relation.source[0]), entity(3, "Cue", relation.cue[0]),
            entity(4, "Content", relation.content[1]), entity(5, "Loaded", [1, 3])],
        "relations": [{"id": 1, "from_id": 3, "to_id": 2, "type": "by"}, {"id": 2, "from_id": 1, "to_id": 3, "type": "in"}, {"id": 3, "from_id": 4, "to_id": 1, "type": "same"}]})]);
    assert_eq!(doccano.problems, []);
    let [a, b] = [relation.content[0], relation.content[1]];
    let (s, c) = (relation.source[0], relation.cue[0]);
    let annotations = format!(
        "T1\tContent {} {};{} {}\t“It is safe,” “Quite safe.”\nT2\tSource {} {}\tthe mayor, Ada Fell\nT3\tCue {} {}\tsaid\nE1\tCue:T3 Source:T2 Content:T1\nA1\tSure E1\n#1\tAnnotatorNotes E1\tnote\nT4\tLoaded 1 3\tIt\n",
        a[0], a[1], b[0], b[1], s[0], s[1], c[0], c[1]
    );
    let document = |annotations: &str| BratDocument {
        id: "a".into(),
        place: "a.ann".into(),
        text: TEXT.into(),
        annotations: annotations.into(),
    };
    let events = brat::gold("folder", vec![document(&annotations)]);
    assert_eq!(events.problems, []);
    let related = annotations.replace(
        "E1\tCue:T3 Source:T2 Content:T1",
        "R1\tby Arg1:T3 Arg2:T2\nR2\tof Arg1:T1 Arg2:T3",
    );
    let relations = brat::gold("folder", vec![document(&related)]);
    assert_eq!(relations.problems, []);
    for gold in [native, doccano, events, relations] {
        let article = &gold.articles[0];
        assert_eq!(
            article.attributions.as_deref(),
            Some(std::slice::from_ref(&relation))
        );
        assert_eq!(article.labels, Some(vec![(1, 3, "loaded".to_owned())]));
    }
    let shifted = brat::gold("folder", vec![document("T1\tCue 0 4\tsaid\n")]);
    assert_eq!(
        shifted.problems[0].to_string(),
        "a.ann:1: has \"said\" for T1, but the text there is \"“It \"; was the .txt changed after annotation?"
    );
    let alone = brat::gold(
        "folder",
        vec![document("#1\tNote\tx\nT1\tSource 1 3\tIt\n")],
    );
    assert_eq!(alone.problems[0].line, Some(2));
}

#[test]
fn bad_rows_are_named_and_the_others_scored() {
    let good = serde_json::json!({"id": "a", "text": "Ada Fell said it was safe.", "attributions": [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 25]]}]});
    let lines = [
        good.to_string(),
        "{\"id\": \"b\", ".to_owned(),
        "[1]".to_owned(),
        String::new(),
        serde_json::json!({"id": "c", "text": "Short.", "attributions": [{"cue": [[2, 99]]}]})
            .to_string(),
        serde_json::json!({"id": "d", "attributions": []}).to_string(),
        serde_json::json!({"id": "e", "text": "T."}).to_string(),
        good.to_string(),
        serde_json::json!({"id": "f", "text": "It is.", "label": [[0, 2, "Cue"]]}).to_string(),
    ];
    let scene = Scene::new().with("gold.jsonl", lines.join("\n"));
    let run = finish(
        scene
            .command()
            .args(["validate", "gold.jsonl", "--scope", "speech"]),
    );
    assert_eq!(run.code, 2);
    let said = |line: u32, part: &str| {
        let place = format!("error: gold.jsonl:{line}: ");
        let found = run.err.lines().find(|text| text.starts_with(&place));
        assert!(
            found.is_some_and(|text| text.contains(part)),
            "line {line}: {}",
            run.err
        );
    };
    said(2, "is not valid JSON");
    said(3, "is not a JSON object");
    said(5, "has [2,99] in `cue`");
    said(6, "has no `text`");
    said(7, "neither `attributions` nor `labels`");
    said(8, "has the id \"a\" of gold.jsonl:1");
    said(9, "marks a cue in a list of labels");
    assert_eq!(run.err.lines().count(), 7);
    assert!(
        run.out
            .contains("Attribution, scope speech: 1 relation in gold"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("scope all"));
}

#[test]
fn the_command_scores_answers_and_lists_errors() {
    let gold = serde_json::json!({"id": "a", "text": "Ada Fell said it was safe. \u{1b}[31mThe brutal regime hopes so.",
        "attributions": [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 25]]}], "labels": [[36, 42, "loaded"]], "biased": true});
    let own = serde_json::json!({"id": "a", "attributions": [{"source": [[4, 8]], "cue": [[9, 13]], "content": [[14, 25]]}, {"source": [], "cue": [[50, 55]], "content": [[56, 58]]}],
        "labels": [[43, 49, "loaded", 2]]});
    let scene = Scene::new()
        .with("gold.jsonl", gold.to_string())
        .with("pred.jsonl", own.to_string());
    let arguments = [
        "validate",
        "gold.jsonl",
        "--pred",
        "pred.jsonl",
        "--errors",
        "2",
    ];
    let run = finish(scene.command().args(arguments));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for part in [
        "source inexact",
        "false hit",
        "word missed",
        "word false",
        "relation F1",
        "«regime»",
    ] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
    assert!(
        run.out.lines().all(|line| line.chars().count() <= 80),
        "{}",
        run.out
    );
    let json = finish(scene.command().args(arguments).args(["--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let figures = json["attribution"][1]["figures"].as_array().unwrap();
    let value = |id: &str| {
        figures.iter().find(|figure| figure["id"] == id).unwrap()["value"]
            .as_f64()
            .unwrap()
    };
    assert!(
        (value("relation.precision") - 0.5).abs() < 1e-9
            && (value("relation.recall") - 1.0).abs() < 1e-9
    );
    assert!(
        (value("source.exact") - 0.0).abs() < 1e-9 && (value("source.overlap") - 1.0).abs() < 1e-9
    );
    assert_eq!(json["loaded"]["found"], 1);
    assert_eq!(
        finish(scene.command().args(["validate", "none.jsonl"])).code,
        2
    );
}

#[test]
fn a_brat_folder_is_read() {
    let scene = Scene::new()
        .with("brat/sub/a.txt", "Ada Fell said it was safe.\n")
        .with("brat/sub/a.ann", "T1\tSource 0 8\tAda Fell\nT2\tCue 9 13\tsaid\nT3\tContent 14 25\tit was safe\nE1\tCue:T2 Source:T1 Content:T3\n")
        .with("brat/b.ann", "T1\tCue 0 4\tAda \n")
        .with("brat/annotation.conf", "[entities]");
    let run = finish(scene.command().args(["validate", "brat"]));
    assert_eq!(run.code, 2);
    assert!(run.err.contains("b.txt: cannot be read"), "{}", run.err);
    assert!(
        run.out
            .contains("scope all: 1 relation in gold, 1 found, 1 article"),
        "{}",
        run.out
    );
}
