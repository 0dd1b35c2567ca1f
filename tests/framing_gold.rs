//! Naming, context, headline and claims against annotations: the seed's, the invented counterparts', and those of the samples.
// Figures are for reading.
#![allow(clippy::print_stdout)]

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::lexicon::Lexicon;
use parallax::text::Document;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn article(analyzer: &Analyzer, path: &Path) -> Article {
    read_paths(&[path], analyzer.zone_rules(), &ReadOptions::default())
        .articles
        .remove(0)
}

/// The gold, or nothing where the folder beside the project is absent.
fn shared(path: &str) -> Option<Value> {
    let text = std::fs::read_to_string(root().join("../shared").join(path)).ok();
    if text.is_none() {
        println!("skipped: ../shared/{path} is not there");
    }
    text.map(|text| serde_json::from_str(&text).expect("JSON"))
}

fn code_points(text: &str, byte: u32) -> u64 {
    text[..byte as usize].chars().count() as u64
}

/// Set, first and last code point of every name.
fn names(analyzer: &Analyzer, analysis: &Analysis<'_>) -> Vec<(String, u64, u64)> {
    let document = &analysis.document;
    let sets = analyzer.lexicon().naming_sets();
    let names = analysis.naming.names.iter();
    names
        .map(|name| {
            let span = document.span_of(name.found.tokens.clone());
            let at = |byte| code_points(document.text, byte);
            (
                sets[name.found.set].id.clone(),
                at(span.start),
                at(span.end),
            )
        })
        .collect()
}

/// Body sentences of the claims.
fn claims(analyzer: &Analyzer, analysis: &Analysis<'_>) -> Vec<String> {
    let measured = analyzer.measure(analysis);
    let claims = measured.claims.iter();
    claims
        .map(|claim| format!("S{}", analysis.document.sentences[claim.sentence].number))
        .collect()
}

#[test]
fn the_seed_is_met() {
    let Some(gold) = shared("gold/seed.json") else {
        return;
    };
    let analyzer = Analyzer::builtin();
    let file = gold["source_file"].as_str().expect("a name");
    let article = article(&analyzer, &root().join("../shared/seed").join(file));
    let analysis = analyzer.analyze(&article);

    // The gold's sets of armed forces are one set here, split by side where sides are declared.
    let here = names(&analyzer, &analysis);
    let mut wanted: BTreeMap<String, u64> = BTreeMap::new();
    let mut wrong = Vec::new();
    for variant in gold["naming"].as_array().expect("naming") {
        let set = variant["set"].as_str().expect("a set");
        let set = if set.starts_with("armed.") {
            "armed.actor"
        } else {
            set
        };
        for mention in variant["mentions"].as_array().expect("mentions") {
            *wanted.entry(set.to_owned()).or_default() += 1;
            let place = [&mention["char"][0], &mention["char"][1]]
                .map(|at| at.as_u64().expect("an offset"));
            let met = here.iter().any(|(known, start, end)| {
                known == set && *start < place[1] && place[0] < *end && *end == place[1]
                    || known == set && *start == place[0]
            });
            if !met {
                wrong.push(format!("{set}: {}", mention["text"]));
            }
        }
    }
    for (set, count) in &wanted {
        let found = here.iter().filter(|(known, ..)| known == set).count() as u64;
        if found != *count {
            wrong.push(format!("{set}: {found} found, {count} in the gold"));
        }
    }
    assert!(wrong.is_empty(), "naming: {wrong:#?}");

    let context = &analysis.context;
    let sentence = |index: usize| analysis.document.sentences[index].number;
    let found: Vec<String> = context
        .sentences
        .iter()
        .map(|of| format!("S{}", sentence(of.sentence)))
        .collect();
    let wanted: Vec<&str> = gold["historic_context"]
        .as_array()
        .expect("context")
        .iter()
        .filter_map(|of| of["sent"].as_str())
        .collect();
    assert_eq!(found, wanted);
    assert_eq!(u64::from(context.words()), gold["metrics"]["context_words"]);
    let years: Vec<Option<u16>> = context
        .sentences
        .iter()
        .flat_map(|of| of.starts.iter().map(|start| start.year))
        .collect();
    assert_eq!(years, [Some(1991), Some(1992), Some(1994), None]);
    assert_eq!(context.earliest().map(|(year, _)| year), Some(1991));
    assert_eq!(context.published, Some(2020));

    let headline = analysis.headline.as_ref().expect("a headline");
    assert_eq!(headline.words, 6);
    assert!(!headline.question && !headline.exclamation && headline.numbers.is_empty());
    assert!(headline.dropped.is_none(), "{headline:?}");
    assert!(headline.harm.is_none());

    let wanted: Vec<&str> = gold["unattributed_claims"]
        .as_array()
        .expect("claims")
        .iter()
        .filter_map(|of| of["sent"].as_str())
        .collect();
    assert_eq!(claims(&analyzer, &analysis), wanted);
}

#[test]
fn the_invented_counterparts_are_met() {
    if shared("gold/mock/gold.json").is_none() {
        return;
    }
    let analyzer = Analyzer::builtin();
    // Names by set, start years, whether the headline names a source: §7.2 of the method.
    let wanted = [
        (
            "b_invented.txt",
            vec!["Artsakh", "Artsakh"],
            vec![1991],
            true,
        ),
        (
            "c_invented.txt",
            vec!["Nagorno-Karabakh"; 5],
            vec![1994],
            // "as both sides report deaths"
            true,
        ),
    ];
    for (file, territory, years, attributed) in wanted {
        let article = article(&analyzer, &root().join("../shared/gold/mock").join(file));
        let analysis = analyzer.analyze(&article);
        let document = &analysis.document;
        let sets = analyzer.lexicon().naming_sets();
        let found: Vec<&str> = analysis
            .naming
            .names
            .iter()
            .filter(|name| sets[name.found.set].id == "territory.karabakh")
            .map(|name| {
                document
                    .span_of(name.found.tokens.clone())
                    .slice(document.text)
            })
            .collect();
        assert_eq!(found, territory, "{file}");
        let found: Vec<u16> = analysis
            .context
            .sentences
            .iter()
            .flat_map(|of| of.starts.iter().filter_map(|start| start.year))
            .collect();
        assert_eq!(found, years, "{file}");
        let headline = analysis.headline.as_ref().expect("a headline");
        assert_eq!(headline.attributed, attributed, "{file}");
        assert!(headline.dropped.is_none(), "{file}: {headline:?}");
        println!("{file}: claims {:?}", claims(&analyzer, &analysis));
    }
}

/// The sample articles with what was counted in them; each event with its own naming pack.
fn samples(mut check: impl FnMut(&str, &Value, &Analyzer, &Analysis<'_>)) {
    let mut seen = 0;
    for event in ["border-shelling", "dam-breach", "transit-strike"] {
        let folder = root().join("samples").join(event);
        let pack = folder.join("names.toml");
        let text = std::fs::read_to_string(&pack).expect("the naming pack of the sample");
        let place = pack.display().to_string();
        let lexicon = Lexicon::with_packs(&[(&place, &text)])
            .unwrap_or_else(|problems| panic!("{problems:?}"));
        let failing = lexicon.failing_examples(&[(&place, &text)]);
        assert!(failing.is_empty(), "{failing:?}");
        let analyzer = Analyzer::new(lexicon);
        let expected = std::fs::read_to_string(folder.join("expected.json")).expect("expected");
        let expected: Value = serde_json::from_str(&expected).expect("JSON");
        for gold in expected["articles"].as_array().expect("articles") {
            let file = gold["file"].as_str().expect("a file");
            let article = article(&analyzer, &folder.join(file));
            check(file, gold, &analyzer, &analyzer.analyze(&article));
            seen += 1;
        }
    }
    assert_eq!(seen, 9, "three events of three outlets");
}

#[test]
fn the_names_of_the_samples_are_those_counted_by_hand() {
    samples(|file, gold, analyzer, analysis| {
        let (sets, variants) = (
            analyzer.lexicon().naming_sets(),
            analyzer.lexicon().name_variants(),
        );
        let event = gold["naming"][0]["set"].as_str().expect("a set");
        let event = event.split('.').next().unwrap_or_default();
        let mut found: BTreeMap<(String, String), u64> = BTreeMap::new();
        for name in &analysis.naming.names {
            let set = &sets[name.found.set].id;
            if set.starts_with(&format!("{event}.")) {
                let label = variants[name.found.variant].label.clone();
                *found.entry((set.clone(), label)).or_default() += 1;
            }
        }
        // A title beside the text has no place in it: its names are looked at here, and are none of the article's.
        let title = analysis.article.title.as_deref().unwrap_or_default();
        let beside = Document::from_plain(title, analyzer.lexicon().sentence_rules());
        if analysis
            .headline
            .as_ref()
            .is_some_and(|of| of.tokens.is_none())
        {
            let facts = analyzer.lexicon().facts(&beside);
            for name in analyzer.lexicon().names(&beside, &facts) {
                let set = sets[name.set].id.clone();
                if set.starts_with(&format!("{event}.")) {
                    let label = variants[name.variant].label.clone();
                    *found.entry((set, label)).or_default() += 1;
                }
            }
        }
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let wanted: BTreeMap<(String, String), u64> = gold["naming"]
            .as_array()
            .expect("naming")
            .iter()
            .map(|of| {
                (
                    (text(&of["set"]), text(&of["variant"])),
                    of["count"].as_u64().expect("a count"),
                )
            })
            .collect();
        assert_eq!(found, wanted, "{file}");
    });
}

#[test]
fn headlines_of_the_samples_keep_or_drop_their_source() {
    let mut wrong = Vec::new();
    samples(|file, gold, _, analysis| {
        let flags: Vec<&str> = gold["flags"]
            .as_array()
            .expect("flags")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let headline = analysis.headline.as_ref().expect("a headline");
        let wanted = (
            flags.contains(&"headline attribution dropped"),
            flags.contains(&"headline attributed")
                || gold["attributions"]
                    .as_array()
                    .expect("attributions")
                    .iter()
                    .any(|of| of["sentence"] == 0),
        );
        let found = (headline.dropped.is_some(), headline.attributed);
        if found != wanted {
            wrong.push(format!(
                "{file}: dropped and attributed {found:?}, by hand {wanted:?}"
            ));
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}
