//! What must hold for every text: voices partition the words, a rate times its words is the count, evidence exists, order changes nothing.

use parallax::article::ZoneKind;
use parallax::article::{ReadOptions, read_paths};
use parallax::measure::Unit;
use parallax::report::{ArticleReport, ReportOptions, article_report, comparison, json, report};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

mod measure_support;
use measure_support::{analyzer, reported};

fn samples() -> Vec<ArticleReport> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let readings = read_paths(&[samples], analyzer().zone_rules(), &ReadOptions::default());
    assert!(readings.articles.len() >= 9);
    readings
        .articles
        .iter()
        .map(|article| {
            let options = ReportOptions {
                text: true,
                mental: true,
            };
            article_report(analyzer(), &analyzer().analyze(article), options)
        })
        .collect()
}

fn holds(report: &ArticleReport) {
    let voices = report.voices;
    assert_eq!(
        voices.author + voices.reported + voices.ambiguous,
        report.words,
        "{}",
        report.id
    );
    let known: BTreeSet<&str> = report
        .zones
        .iter()
        .filter_map(|zone| zone.id.as_deref())
        .chain(report.loaded.iter().map(|one| one.id.as_str()))
        .chain(report.epistemic.iter().map(|one| one.id.as_str()))
        .chain(report.attributions.iter().map(|one| one.id.as_str()))
        .chain(report.sources.iter().map(|one| one.id.as_str()))
        .chain(report.markers.iter().map(|one| one.id.as_str()))
        .chain(report.claims.iter().map(|one| one.id.as_str()))
        .chain(report.mentions.iter().map(|one| one.id.as_str()))
        .chain(report.harm.iter().map(|one| one.id.as_str()))
        .chain(report.figures.iter().map(|one| one.id.as_str()))
        .chain(report.named_victims.iter().map(|one| one.id.as_str()))
        .chain(report.names.iter().map(|one| one.id.as_str()))
        .chain(report.context.iter().map(|one| one.id.as_str()))
        .collect();
    // A title beside the text has no place in it.
    let titled = report
        .zones
        .iter()
        .any(|zone| zone.zone == ZoneKind::Headline);
    for one in &report.measures {
        for id in &one.evidence {
            assert!(
                known.contains(id.to_string().as_str()),
                "{}: {} of {}",
                report.id,
                id,
                one.id
            );
        }
        assert!(one.value.is_none_or(f64::is_finite), "{}", one.id);
        assert!(one.value.is_some() || one.note.is_some(), "{}", one.id);
        assert!(
            one.count.is_none_or(|count| count == 0)
                || !one.evidence.is_empty()
                || one.id == "headline.match" && !titled,
            "{}: {}",
            report.id,
            one.id
        );
        let (Some(value), Some(count)) = (one.value, one.count) else {
            continue;
        };
        let back = match (one.unit, one.per) {
            (Unit::PerThousandWords, Some(words)) => value * f64::from(words) / 1000.0,
            (Unit::Share, Some(whole)) => value * f64::from(whole),
            _ => value,
        };
        assert!((back - f64::from(count)).abs() < 1e-9, "{}", one.id);
        if let Some(interval) = one.interval {
            assert!(
                interval.low <= value && value <= interval.high,
                "{}: {one:?}",
                report.id
            );
        }
    }
}

#[test]
fn the_samples_keep_the_rules() {
    for report in samples() {
        holds(&report);
        let text: Vec<char> = report.text.as_deref().expect("asked for").chars().collect();
        let slice = |start: u32, end: u32| {
            text[start as usize..end as usize]
                .iter()
                .collect::<String>()
        };
        for term in report.loaded.iter().chain(&report.epistemic) {
            assert_eq!(slice(term.start, term.end), term.text);
        }
        for attribution in &report.attributions {
            if let [[start, end]] = attribution.cue.spans[..] {
                assert_eq!(slice(start, end), attribution.cue.text);
            }
        }
    }
}

/// The samples with their declared sides keep the rules too, and the words of the sides with those of nobody add up to what is reported.
#[test]
fn the_samples_keep_the_rules_with_sides() {
    for event in ["border-shelling", "dam-breach", "transit-strike"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("samples")
            .join(event);
        let sides = std::fs::read_to_string(folder.join("parties.toml")).expect("sides");
        let analyzer = parallax::analyzer::Analyzer::builtin()
            .with_parties(parallax::party::Parties::read(event, &sides).expect("good sides"));
        let readings = read_paths(&[folder], analyzer.zone_rules(), &ReadOptions::default());
        for article in &readings.articles {
            let analysis = analyzer.analyze(article);
            let options = ReportOptions {
                text: true,
                mental: true,
            };
            let found = article_report(&analyzer, &analysis, options);
            holds(&found);
            assert_eq!(found.sides.len(), analyzer.parties().len());
            let told: u32 = found.sides.iter().map(|side| side.words).sum();
            let of_none = analysis.sources.clusters.iter().enumerate();
            let of_none = of_none.filter(|(at, _)| analysis.sides.of_source(*at).is_none());
            let rest: u32 = of_none.map(|(_, source)| source.words).sum();
            assert_eq!(
                told + rest + analysis.sources.unresolved.words,
                found.voices.reported,
                "{}",
                found.id
            );
        }
    }
}

#[test]
fn the_order_of_articles_changes_no_value() {
    let articles = samples();
    let mut turned = articles.clone();
    turned.reverse();
    let (one, other) = (comparison(&articles), comparison(&turned));
    assert_eq!(one.tests, other.tests);
    for (row, back) in one.measures.iter().zip(&other.measures) {
        let cells: Vec<_> = back.cells.iter().rev().cloned().collect();
        assert_eq!(row.cells, cells);
        let last = articles.len() as u32 - 1;
        for pair in &row.pairs {
            let twin = back
                .pairs
                .iter()
                .find(|twin| (last - twin.right, last - twin.left) == (pair.left, pair.right))
                .expect("the same pair");
            assert!((pair.p_adjusted - twin.p_adjusted).abs() < 1e-7);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let write = || {
        let mut found = report(analyzer(), samples());
        found.comparison = Some(comparison(&found.articles));
        json::pretty(&found).expect("JSON")
    };
    assert_eq!(write(), write());
}

#[test]
fn two_copies_of_an_article_are_not_told_apart() {
    let found = samples();
    let twice = [found[0].clone(), found[0].clone()];
    let compared = comparison(&twice);
    assert!(compared.tests > 0);
    for pair in compared.measures.iter().flat_map(|row| &row.pairs) {
        assert!(!pair.distinguishable && pair.words_needed.is_none());
    }
}

#[test]
fn the_seed_adds_up() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/000_c30e2b6953643c83.txt");
    if !file.is_file() {
        return;
    }
    let readings = read_paths(&[file], analyzer().zone_rules(), &ReadOptions::default());
    let article = readings.articles.first().expect("the seed");
    let found = article_report(
        analyzer(),
        &analyzer().analyze(article),
        ReportOptions::default(),
    );
    assert_eq!((found.words, found.sentences), (287, 15));
    holds(&found);
    let own: Vec<u32> = found.claims.iter().map(|claim| claim.sentence).collect();
    assert!(
        [5, 8, 9, 15].iter().all(|sentence| own.contains(sentence)),
        "{own:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_keeps_the_rules(text in "([A-Za-z\"“”'’,.éü ]{0,40}|said|illegal|killed 43|according to |, he said\\. |\\n\\n){0,24}") {
        holds(&reported("any", &text));
    }
}
