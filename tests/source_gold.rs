//! The source tables of the seed article and of the two mock articles. Skips where they are absent.
// Tests that are skipped say so.
#![allow(clippy::print_stdout)]

use parallax::analyzer::Analyzer;
use parallax::article::Article;
use parallax::lexicon::Level;
use parallax::source::{
    Anonymity, Doubt, Flag, LinkedBy, Relation, Source, Sources, from_relations,
};
use parallax::span::Span;
use parallax::text::Document;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(name);
    let found = path.exists();
    if !found {
        println!("skipped: no ../shared/{name}");
    }
    found.then_some(path)
}

/// The sources of an article with the relations of its gold, so that what the attribution rules miss does not matter here.
fn sources_of(path: &Path, relations: impl Fn(&str) -> Vec<Gold>) -> Sources {
    let analyzer = Analyzer::builtin();
    let text = fs::read_to_string(path).expect("the article");
    let article =
        Article::from_text("article.txt", &text, analyzer.zone_rules()).expect("an article");
    let document = Document::new(&article, analyzer.lexicon().sentence_rules());
    let facts = analyzer.lexicon().facts(&document);
    let tokens = |spans: &[Span]| {
        spans
            .iter()
            .map(|&span| document.tokens_in(span))
            .collect::<Vec<_>>()
    };
    let relations: Vec<Relation> = relations(&text)
        .iter()
        .map(|gold| Relation {
            level: gold.level,
            ..Relation::report(tokens(&gold.source), Vec::new(), tokens(&gold.content))
        })
        .collect();
    from_relations(&document, &facts, analyzer.lexicon(), &relations, &[])
}

/// A relation of the gold.
struct Gold {
    level: Level,
    source: Vec<Span>,
    content: Vec<Span>,
}

fn span(value: &Value) -> Span {
    let at = |index: usize| value["byte"][index].as_u64().expect("an offset") as u32;
    Span::new(at(0), at(1))
}

fn gold(relation: &Value, source: Vec<Span>) -> Gold {
    Gold {
        level: Level::from_name(relation["level"].as_str().expect("a level")).expect("a level"),
        source,
        content: relation["content"]
            .as_array()
            .expect("the content")
            .iter()
            .map(span)
            .collect(),
    }
}

fn by_name<'s>(sources: &'s Sources, name: &str) -> &'s Source {
    sources
        .clusters
        .iter()
        .find(|source| source.name == name)
        .unwrap_or_else(|| panic!("no {name} in {:?}", names(sources)))
}

fn names(sources: &Sources) -> Vec<&str> {
    sources
        .clusters
        .iter()
        .map(|source| source.name.as_str())
        .collect()
}

fn near(found: f64, wanted: &Value) -> bool {
    wanted
        .as_f64()
        .is_some_and(|wanted| (found - wanted).abs() < 0.0006)
}

#[test]
fn the_seed_gives_its_table() {
    let (Some(article), Some(gold)) = (
        shared("seed/000_c30e2b6953643c83.txt"),
        shared("gold/seed.json"),
    ) else {
        return;
    };
    let gold: Value =
        serde_json::from_str(&fs::read_to_string(gold).expect("the gold")).expect("JSON");
    let found = sources_of(&article, |_| {
        let all = gold["attributions"]
            .as_array()
            .expect("attributions")
            .iter();
        all.map(|relation| self::gold(relation, vec![span(&relation["source"])]))
            .collect()
    });
    assert_eq!(found.reported_words, 32);
    for source in gold["sources"].as_array().expect("sources") {
        let name = source["name"].as_str().expect("a name");
        let of = by_name(&found, name);
        assert_eq!(
            u64::from(of.words),
            source["reported_words"].as_u64().expect("words"),
            "{name}"
        );
        let count = |field: &str| source[field].as_array().map_or(0, Vec::len) as u32;
        assert_eq!(
            (of.reports, of.speech_acts),
            (count("report_attributions"), count("speech_acts")),
            "{name}"
        );
    }
    assert_eq!(
        by_name(&found, "diplomatic sources").anonymity,
        Anonymity::Anonymous { level: 1 }
    );
    let many = by_name(
        &found,
        "Many world powers, including Russia, France, and the US",
    );
    assert_eq!(many.anonymity, Anonymity::Collective);
    let minister = by_name(&found, "Mevlüt Çavuşoğlu");
    assert_eq!(
        minister.mentions.last().expect("a mention").linked_by,
        LinkedBy::Pronoun
    );
    assert!(
        found
            .notes
            .iter()
            .any(|note| note.why == Doubt::RoleThenName),
        "{:?}",
        found.notes
    );
    for name in [
        "Turkey",
        "Azerbaijan's Prosecutor General's Office",
        "diplomatic sources",
    ] {
        assert_eq!(by_name(&found, name).kind.name(), "official", "{name}");
    }
    let concentration = found.concentration().expect("words");
    assert!(
        (concentration.hhi - 0.502).abs() < 0.001 && (concentration.effective - 1.99).abs() < 0.01
    );
    assert!(
        (concentration.gini - 0.031).abs() < 0.001 && (concentration.entropy - 0.997).abs() < 0.001
    );
    let first = found
        .first_word()
        .map(|of| found.clusters[of].name.as_str());
    let last = found.last_word().map(|of| found.clusters[of].name.as_str());
    assert_eq!(first, Some("diplomatic sources"));
    assert_eq!(last, Some("Azerbaijan's Prosecutor General's Office"));
    assert_eq!(found.flags, Vec::<Flag>::new());
}

/// The sources of a mock article. Its gold names a source in words of its own: `forms` are the words of the text.
fn mock_sources(letter: &str, file: &str, forms: &[(&str, &str)]) -> Option<(Value, Sources)> {
    let (article, path) = (shared(file)?, shared("gold/mock/gold.json")?);
    let gold: Value =
        serde_json::from_str(&fs::read_to_string(path).expect("the gold")).expect("JSON");
    let found = sources_of(&article, |text| {
        let all = gold[letter]["attributions"]
            .as_array()
            .expect("attributions")
            .iter();
        all.map(|relation| {
            let named = relation["source"].as_str().expect("a source");
            let form = forms
                .iter()
                .find(|(name, _)| *name == named)
                .map_or(named, |(_, form)| *form);
            // Beside the content: after it, or before.
            let content = span(&relation["content"][0]);
            let after = text[content.end as usize..]
                .find(form)
                .map(|at| at + content.end as usize);
            let before = text[..content.start as usize].rfind(form);
            let near = |at: &usize| {
                content
                    .start
                    .abs_diff(*at as u32)
                    .min(content.end.abs_diff(*at as u32))
            };
            let at = [before, after]
                .into_iter()
                .flatten()
                .min_by_key(near)
                .expect("the source");
            self::gold(
                relation,
                vec![Span::new(at as u32, (at + form.len()) as u32)],
            )
        })
        .collect()
    });
    Some((gold, found))
}

/// Reported words by source as gold names them, against the names that the text gives.
fn mock(letter: &str, file: &str, forms: &[(&str, &str)], table: &[(&str, &str, &str)]) {
    let Some((gold, found)) = mock_sources(letter, file, forms) else {
        return;
    };
    let metrics = &gold[letter]["metrics"];
    let wanted = metrics["by_source"].as_object().expect("sources");
    assert_eq!(wanted.len(), table.len());
    for (gold_name, name, kind) in table {
        let of = by_name(&found, name);
        assert_eq!(
            wanted[*gold_name].as_u64(),
            Some(u64::from(of.words)),
            "{name}"
        );
        assert_eq!(of.kind.name(), *kind, "{name}");
    }
    let concentration = found.concentration().expect("words");
    let conc = &metrics["conc"];
    assert!(near(concentration.hhi, &conc["hhi"]) && near(concentration.effective, &conc["n_eff"]));
    assert!(
        near(concentration.gini, &conc["gini"])
            && near(concentration.entropy, &conc["shannon_bits"])
    );
    assert!(near(
        concentration.evenness.expect("several"),
        &conc["shannon_evenness"]
    ));
}

const B: &[(&str, &str)] = &[
    (
        "Ani Sargsyan (ministry spokeswoman)",
        "ministry spokeswoman Ani Sargsyan",
    ),
    (
        "Davit Grigoryan (human rights ombudsman)",
        "the republic's human rights ombudsman, Davit Grigoryan",
    ),
];

#[test]
fn mock_b_gives_its_table() {
    mock(
        "B",
        "gold/mock/b_invented.txt",
        B,
        &[
            (
                "Armenia's Defense Ministry",
                "Armenia's Defense Ministry",
                "security",
            ),
            (
                "Ani Sargsyan (ministry spokeswoman)",
                "Ani Sargsyan",
                "official",
            ),
            (
                "Davit Grigoryan (human rights ombudsman)",
                "Davit Grigoryan",
                "official",
            ),
            ("Baku", "Baku", "official"),
            (
                "a foreign ministry official in Yerevan",
                "foreign ministry official in Yerevan",
                "official",
            ),
        ],
    );
    let Some((_, found)) = mock_sources("B", "gold/mock/b_invented.txt", B) else {
        return;
    };
    let official = by_name(&found, "foreign ministry official in Yerevan");
    assert_eq!(official.anonymity, Anonymity::Anonymous { level: 3 });
    assert!(official.reason.is_some());
}

#[test]
fn mock_c_gives_its_table() {
    mock(
        "C",
        "gold/mock/c_invented.txt",
        &[("Turkish Foreign Ministry (his ministry)", "his ministry")],
        &[
            (
                "Turkish Foreign Ministry (his ministry)",
                "his ministry",
                "official",
            ),
            ("Azerbaijan", "Azerbaijan", "official"),
            ("Armenia", "Armenia", "official"),
            (
                "Nagorno-Karabakh officials",
                "Nagorno-Karabakh officials",
                "official",
            ),
            (
                "Azerbaijan's prosecutor general",
                "Azerbaijan's prosecutor general",
                "official",
            ),
            (
                "authorities in Nagorno-Karabakh",
                "authorities in Nagorno-Karabakh",
                "official",
            ),
            (
                "a spokesperson for the Red Cross",
                "spokesperson for the Red Cross",
                "ngo",
            ),
        ],
    );
}
