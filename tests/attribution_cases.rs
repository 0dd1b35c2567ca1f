//! The table of attribution cases: each sentence gives exactly the relations that the table expects.

use parallax::article::{Article, Outlet, OutletFrom, Zone, ZoneKind};
use parallax::attribution::{Attribution, attribute};
use parallax::lexicon::Lexicon;
use parallax::span::Span;
use parallax::text::Document;
use serde::Deserialize;
use std::fmt::Write;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    /// What the case is about.
    kind: String,
    text: String,
    /// The text is a headline above an article, not body text.
    #[serde(default)]
    headline: bool,
    expect: Vec<Relation>,
}

#[derive(Deserialize, PartialEq, Debug)]
struct Relation {
    #[serde(default)]
    source: String,
    #[serde(default)]
    cue: String,
    content: Vec<String>,
    level: String,
    form: String,
    #[serde(default)]
    negated: bool,
    #[serde(default)]
    conditional: bool,
    #[serde(default)]
    nested: bool,
    #[serde(default)]
    via: String,
}

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn relation(document: &Document<'_>, attribution: &Attribution) -> Relation {
    let texts = |ranges: &[std::ops::Range<usize>]| {
        Attribution::spans(document, ranges)
            .iter()
            .map(|span| span.slice(document.text).to_owned())
            .collect::<Vec<_>>()
    };
    Relation {
        source: texts(&attribution.source).join(" "),
        cue: texts(&attribution.cue.tokens).join(" "),
        content: texts(&attribution.content),
        level: name(attribution.level),
        form: name(attribution.form),
        negated: attribution.negated,
        conditional: attribution.conditional,
        nested: attribution.nested,
        via: attribution
            .via
            .clone()
            .map_or_else(String::new, |via| texts(&[via]).join(" ")),
    }
}

/// The text as an article: its paragraphs are body, but for a headline.
fn article(text: &str, headline: bool) -> Article {
    let mut zones = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let end = start + paragraph.len();
        let kind = if headline && start == 0 {
            ZoneKind::Headline
        } else {
            ZoneKind::Body
        };
        zones.push(Zone {
            kind,
            span: Span::new(start as u32, end as u32),
        });
        start = end + 2;
    }
    let outlet = Outlet {
        name: String::new(),
        from: OutletFrom::FileName,
    };
    Article {
        id: String::new(),
        path: String::new(),
        outlet,
        event: None,
        published: None,
        url: None,
        title: None,
        genre: None,
        origin: parallax::article::Origin::File,
        text: text.to_owned(),
        zones,
    }
}

#[test]
fn the_table_of_cases_holds() -> Result<(), toml::de::Error> {
    let table: Table = toml::from_str(include_str!("attribution_cases.toml"))?;
    assert!(table.case.len() >= 160, "{} cases", table.case.len());
    let lexicon = Lexicon::builtin();
    let mut failures = String::new();
    for case in &table.case {
        let article = article(&case.text, case.headline);
        let document = Document::new(&article, lexicon.sentence_rules());
        let facts = lexicon.facts(&document);
        let found: Vec<Relation> = attribute(&document, &facts, &lexicon)
            .iter()
            .map(|attribution| relation(&document, attribution))
            .collect();
        if found != case.expect {
            let _ = writeln!(
                failures,
                "[{}] {}\n  expected {:?}\n  found    {found:?}",
                case.kind, case.text, case.expect
            );
        }
    }
    assert!(failures.is_empty(), "{failures}");
    Ok(())
}
