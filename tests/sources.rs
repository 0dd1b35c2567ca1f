//! Sources of short texts, as data: see `source_cases.toml`.

use parallax::attribution;
use parallax::lexicon::Lexicon;
use parallax::source::{
    Across, Actor, Anonymity, Flag, Source, Sources, link, sources_with_actors,
};
use parallax::text::Document;
use serde::Deserialize;
use std::fmt::Write as _;
use std::time::Instant;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    text: String,
    sources: Vec<String>,
    linked: Option<Vec<String>>,
    words: Option<Vec<u32>>,
    unresolved: Option<u32>,
    #[serde(default)]
    notes: Vec<String>,
    reason: Option<bool>,
    via: Option<String>,
    #[serde(default)]
    actors: Vec<Vec<String>>,
}

/// The name that serde gives to a variant.
fn name_of(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).expect("a value") {
        serde_json::Value::String(name) => name,
        other => other.to_string(),
    }
}

fn row(source: &Source) -> String {
    let anonymity = match source.anonymity {
        Anonymity::Named => "named".to_owned(),
        Anonymity::UnnamedSpokesperson => "spokesperson".to_owned(),
        Anonymity::Collective => "collective".to_owned(),
        Anonymity::Anonymous { level } => level.to_string(),
    };
    format!("{} | {} | {anonymity}", source.name, source.kind)
}

fn linked(source: &Source) -> String {
    let links: Vec<String> = source
        .mentions
        .iter()
        .map(|mention| name_of(mention.linked_by))
        .collect();
    links.join(" ")
}

fn differences(case: &Case, sources: &Sources) -> String {
    let mut wrong = String::new();
    let mut check = |what: &str, found: String, wanted: String| {
        if found != wanted {
            let _ = writeln!(wrong, "  {what}\n    found  {found}\n    wanted {wanted}");
        }
    };
    let rows: Vec<String> = sources.clusters.iter().map(row).collect();
    check(
        "sources",
        format!("{rows:?}"),
        format!("{:?}", case.sources),
    );
    if let Some(wanted) = &case.linked {
        let found: Vec<String> = sources.clusters.iter().map(linked).collect();
        check("linked", format!("{found:?}"), format!("{wanted:?}"));
    }
    if let Some(wanted) = &case.words {
        let found: Vec<u32> = sources.clusters.iter().map(|source| source.words).collect();
        check("words", format!("{found:?}"), format!("{wanted:?}"));
    }
    if let Some(wanted) = case.unresolved {
        check(
            "unresolved",
            sources.unresolved.words.to_string(),
            wanted.to_string(),
        );
    }
    let notes: Vec<String> = sources.notes.iter().map(|note| name_of(note.why)).collect();
    check("notes", format!("{notes:?}"), format!("{:?}", case.notes));
    if let Some(wanted) = case.reason {
        let found = sources
            .clusters
            .iter()
            .any(|source| source.reason.is_some());
        check("reason", found.to_string(), wanted.to_string());
    }
    if let Some(wanted) = &case.via {
        let found = sources
            .clusters
            .iter()
            .find_map(|source| source.via.clone());
        check("via", found.unwrap_or_default(), wanted.clone());
    }
    wrong
}

#[test]
fn short_texts_give_their_sources() {
    let cases: Cases = toml::from_str(include_str!("source_cases.toml")).expect("the cases");
    let lexicon = Lexicon::builtin();
    let mut wrong = String::new();
    for case in &cases.case {
        let document = Document::from_plain(&case.text, lexicon.sentence_rules());
        let facts = lexicon.facts(&document);
        let attributions = attribution::attribute(&document, &facts, &lexicon);
        let actors: Vec<Actor> = case
            .actors
            .iter()
            .filter_map(|names| {
                let (name, aliases) = names.split_first()?;
                Some(Actor {
                    name: name.clone(),
                    aliases: aliases.to_vec(),
                })
            })
            .collect();
        let sources = sources_with_actors(&document, &facts, &lexicon, &attributions, &actors);
        let differences = differences(case, &sources);
        if !differences.is_empty() {
            let _ = writeln!(wrong, "{}: {}\n{differences}", case.why, case.text);
        }
    }
    assert!(wrong.is_empty(), "{} cases\n{wrong}", cases.case.len());
    assert!(cases.case.len() >= 60);
}

/// The sources of several texts.
fn all(texts: &[&str]) -> Vec<Sources> {
    let lexicon = Lexicon::builtin();
    let of = |text: &&str| {
        let document = Document::from_plain(text, lexicon.sentence_rules());
        let facts = lexicon.facts(&document);
        let attributions = attribution::attribute(&document, &facts, &lexicon);
        sources_with_actors(&document, &facts, &lexicon, &attributions, &[])
    };
    texts.iter().map(of).collect()
}

#[test]
fn a_role_given_in_one_article_links_those_of_others() {
    let articles = all(&[
        "Turkey's foreign minister said the talks had failed.",
        "Ömer Çelik said the talks would go on. Residents said they were tired.",
        "Turkish Foreign Minister Omer Celik met envoys on Monday. Celik said the border was open.",
    ]);
    let groups = link(&articles.iter().collect::<Vec<_>>());
    let members: Vec<(usize, Across)> = groups[0]
        .members
        .iter()
        .map(|member| (member.article, member.linked))
        .collect();
    assert_eq!(
        members,
        [
            (0, Across::Role { via: 2 }),
            (1, Across::SameName),
            (2, Across::SameName)
        ]
    );
    assert_eq!(groups.len(), 2, "{groups:?}");
    let backwards: Vec<&Sources> = articles.iter().rev().collect();
    assert_eq!(
        link(&backwards)[0].members.len(),
        3,
        "the order of articles makes no difference"
    );
}

#[test]
fn names_and_initials_link_and_doubtful_ones_do_not() {
    let articles = all(&[
        "The Veldan Fishing Authority said the quota was met. Orr said boats must return.",
        "The VFA said the sea was calm. Ada Orr said boats must return.",
    ]);
    let groups = link(&articles.iter().collect::<Vec<_>>());
    let sizes: Vec<usize> = groups.iter().map(|group| group.members.len()).collect();
    assert_eq!(sizes, [2, 2], "{groups:?}");
    let doubtful = all(&[
        "Orr said boats must return.",
        "Ada Orr said the sea was calm. Bo Orr said it was not.",
    ]);
    assert_eq!(link(&doubtful.iter().collect::<Vec<_>>()).len(), 3);
}

#[test]
fn flags_and_sides() {
    let [one, two, none] = &all(&[
        "Ada Orr said the bridge was shut and the road was open to all who came.",
        "Ada Orr said the bridge was shut and the road was open to all who came by car. Bo Lund said it was not.",
        "The bridge was shut.",
    ])[..] else {
        panic!("three texts");
    };
    assert_eq!(one.flags, [Flag::OneSource]);
    assert_eq!(two.flags, [Flag::OneSourceDominates]);
    assert_eq!(none.flags, [Flag::NoReportedSpeech]);
    assert!(two.is_one_sided(|_| Some("north")) && !two.is_one_sided(Some));
    assert!(!none.is_one_sided(|_| Some("north")));
}

/// Seconds for a text of `sentences` sentences, each with a name of its own and a pronoun.
fn seconds(lexicon: &Lexicon, sentences: usize) -> f64 {
    let mut text = String::new();
    for index in 0..sentences {
        let (first, last) = (index % 90, index % 7919);
        let _ = write!(
            text,
            "Ada{first} Orr{last} said the bridge was shut. He said it would open. The spokesman said no. "
        );
    }
    let document = Document::from_plain(&text, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    let attributions = attribution::attribute(&document, &facts, lexicon);
    let start = Instant::now();
    let sources = sources_with_actors(&document, &facts, lexicon, &attributions, &[]);
    assert!(sources.clusters.len() > sentences / 2);
    start.elapsed().as_secs_f64()
}

#[test]
fn cost_per_sentence_does_not_grow() {
    let lexicon = Lexicon::builtin();
    let (short, long) = (seconds(&lexicon, 300), seconds(&lexicon, 4800));
    assert!(
        long < short * 16.0 * 4.0 + 0.5,
        "300: {short}, 4800: {long}"
    );
}
