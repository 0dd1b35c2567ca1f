//! Kinds of sources against labels by hand: see tests/gold/README.md. Skips where the texts are absent.
// The agreement is what this test is read for.
#![allow(clippy::print_stdout)]

use parallax::lexicon::Lexicon;
use parallax::source::{Relation, Sources, from_relations};
use parallax::span::Span;
use parallax::text::Document;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Below this the agreement on kinds has got worse. The goal is .85.
const KIND_FLOOR: f64 = 0.70;

fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/gold")
        .join(name);
    path.exists().then_some(path)
}

/// The spans of a role, in code points.
fn spans(value: &Value) -> Vec<(usize, usize)> {
    let pair = |pair: &Value| {
        let at = |index: usize| pair[index].as_u64().expect("an offset") as usize;
        (at(0), at(1))
    };
    value.as_array().expect("spans").iter().map(pair).collect()
}

fn sources_of(lexicon: &Lexicon, record: &Value) -> Sources {
    let text = record["text"].as_str().expect("a text");
    let document = Document::from_plain(text, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    let bytes: Vec<u32> = text
        .char_indices()
        .map(|(byte, _)| byte as u32)
        .chain([text.len() as u32])
        .collect();
    let tokens = |role: &Value| {
        spans(role)
            .into_iter()
            .map(|(start, end)| document.tokens_in(Span::new(bytes[start], bytes[end])))
            .collect::<Vec<_>>()
    };
    let relations: Vec<Relation> = record["attributions"]
        .as_array()
        .expect("attributions")
        .iter()
        .map(|relation| {
            Relation::report(
                tokens(&relation["source"]),
                tokens(&relation["cue"]),
                tokens(&relation["content"]),
            )
        })
        .collect();
    from_relations(&document, &facts, lexicon, &relations, &[])
}

#[derive(Default)]
struct Agreement {
    rows: u32,
    kind: u32,
    either: u32,
    anonymous: u32,
    confusion: BTreeMap<(String, String), u32>,
}

#[test]
fn kinds_and_anonymity_agree_with_the_labels() {
    let labels = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/source-kinds.jsonl"),
    )
    .expect("the labels");
    let labels: Vec<Value> = labels
        .lines()
        .map(|line| serde_json::from_str(line).expect("a label"))
        .collect();
    let lexicon = Lexicon::builtin();
    // Rules are tuned on train only: dev is printed when asked for.
    let sets = match std::env::var("SOURCE_KINDS").as_deref() {
        Ok("train") => &["train"][..],
        _ => &["train", "dev"],
    };
    for set in sets {
        let Some(path) = shared(&format!("attribution-{set}.jsonl")) else {
            println!("skipped: no shared gold");
            return;
        };
        let wanted: BTreeMap<&str, Vec<&Value>> = labels
            .iter()
            .filter(|label| label["set"] == *set)
            .fold(BTreeMap::new(), |mut all, label| {
                all.entry(label["id"].as_str().expect("an id"))
                    .or_insert_with(Vec::new)
                    .push(label);
                all
            });
        let mut agreement = Agreement::default();
        for line in fs::read_to_string(path).expect("the gold").lines() {
            let record: Value = serde_json::from_str(line).expect("a record");
            let Some(labels) = wanted.get(record["id"].as_str().expect("an id")) else {
                continue;
            };
            let sources = sources_of(&lexicon, &record);
            let relations = record["attributions"].as_array().expect("attributions");
            for label in labels {
                let index = relations
                    .iter()
                    .position(|relation| relation["source"] == label["source"])
                    .expect("the relation");
                compare(&sources, index, label, &record, &mut agreement);
            }
        }
        print(set, &agreement);
        let share = |part: u32| f64::from(part) / f64::from(agreement.rows);
        assert!(share(agreement.anonymous) >= 0.95, "{set}: anonymous");
        assert!(share(agreement.kind) >= KIND_FLOOR, "{set}: kind");
    }
}

fn compare(
    sources: &Sources,
    index: usize,
    label: &Value,
    record: &Value,
    agreement: &mut Agreement,
) {
    let source = sources.of_attribution[index].map(|of| &sources.clusters[of]);
    let kind = source.map_or("unknown", |source| source.kind.name());
    let anonymous = source.is_some_and(|source| source.anonymity.is_anonymous());
    let gold = label["kind"].as_str().expect("a kind");
    let also = label["also"]
        .as_array()
        .is_some_and(|also| also.iter().any(|other| other == kind));
    agreement.rows += 1;
    agreement.kind += u32::from(gold == kind);
    agreement.either += u32::from(gold == kind || also);
    agreement.anonymous += u32::from(label["anonymous"] == anonymous);
    *agreement
        .confusion
        .entry((gold.to_owned(), kind.to_owned()))
        .or_default() += 1;
    if std::env::var("SOURCE_KINDS").as_deref() == Ok("train")
        && (gold != kind || label["anonymous"] != anonymous)
    {
        let text: Vec<char> = record["text"].as_str().expect("a text").chars().collect();
        let (start, end) = (spans(&label["source"])[0].0, spans(&label["source"])[0].1);
        let cut = |from: usize, to: usize| {
            text[from..to.min(text.len())]
                .iter()
                .collect::<String>()
                .replace('\n', " ")
        };
        println!(
            "{gold} {} -> {kind} {anonymous}{}  {} [[{}]] {}  = {:?}",
            label["anonymous"],
            if also { " (also)" } else { "" },
            cut(start.saturating_sub(60), start),
            cut(start, end),
            cut(end, end + 30),
            source.map(|source| (&source.name, &source.role)),
        );
    }
}

fn print(set: &str, agreement: &Agreement) {
    let share = |part: u32| f64::from(part) / f64::from(agreement.rows);
    println!(
        "{set}: {} spans, kind {:.3} (with other fair readings {:.3}), anonymous {:.3}",
        agreement.rows,
        share(agreement.kind),
        share(agreement.either),
        share(agreement.anonymous)
    );
    for ((gold, kind), count) in &agreement.confusion {
        println!("  {gold:>14} -> {kind:<14} {count}");
    }
}
