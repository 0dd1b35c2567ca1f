//! Two revisions of one article: what changed is found, with its words, and what did not change is not.
#![allow(clippy::unwrap_used, missing_docs)]

use parallax::analyzer::Analyzer;
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::compare::revision::ChangeKind::{self, *};
use parallax::report::{RevisionReport, revision_report};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn analyzer() -> &'static Analyzer {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    ANALYZER.get_or_init(Analyzer::builtin)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> Article {
    let read = read_paths(
        &[path.to_owned()],
        analyzer().zone_rules(),
        &ReadOptions::default(),
    );
    read.articles.into_iter().next().unwrap()
}

/// An article of a headline and some sentences that stay the same, around the one at issue.
fn article(sentence: &str) -> Article {
    let text = format!(
        "Council closes the bridge at Marrow\n\nThe council of Marrow met for six hours on Monday to talk about the old bridge.\n\n{sentence}\n\nTrams will run again in the spring, when the rails of the lower town are laid.\n"
    );
    Article::from_text("case.txt", &text, analyzer().zone_rules()).unwrap()
}

fn diff(old: &Article, new: &Article) -> RevisionReport {
    let analyzer = analyzer();
    revision_report(analyzer, &analyzer.analyze(old), &analyzer.analyze(new))
}

/// Kind, words of the old text and words of the new.
fn listed(report: &RevisionReport) -> Vec<(ChangeKind, String, String)> {
    let words = |side: &Option<parallax::report::revision::ExcerptReport>| {
        side.as_ref()
            .map_or(String::new(), |side| side.text.clone())
    };
    report
        .changes
        .iter()
        .map(|change| (change.kind, words(&change.old), words(&change.new)))
        .collect()
}

/// One sentence in two revisions, and the kinds of change between them.
const CASES: &[(&str, &str, &[ChangeKind])] = &[
    // Harmless: another neutral verb, another order, a comma, a typing error, a date.
    (
        "The repair will cost nine million crowns, the mayor said.",
        "The mayor said the repair will cost nine million crowns.",
        &[],
    ),
    (
        "Engineers found cracks in two pillars, Mayor Ona Teld said.",
        "Engineers found cracks in two pillars, Mayor Ona Teld told reporters.",
        &[],
    ),
    (
        "\"We could not wait another week,\" said Tomas Reed, the chief engineer.",
        "“We could not wait another week,” said Tomas Reed, chief engineer.",
        &[],
    ),
    (
        "Engineers found cracks in two pillars and closed both lanes before noon, Reed said.",
        "Engineers found cracks in two pillars, Reed said. Both lanes were closed before noon, he said.",
        &[],
    ),
    // Attribution.
    (
        "The company ignored two warnings about the pillars, union officials said.",
        "The company ignored two warnings about the pillars.",
        &[AttributionDropped],
    ),
    (
        "According to the fire service, the crane fell because of a broken cable.",
        "The crane fell because of a broken cable.",
        &[AttributionDropped],
    ),
    (
        "The crane fell because of a broken cable.",
        "The crane fell because of a broken cable, investigators said.",
        &[AttributionAdded],
    ),
    // Sources.
    (
        "Ona Teld, the deputy mayor, said the bridge had been unsafe for years.",
        "A city official said the bridge had been unsafe for years.",
        &[SourceUnnamed],
    ),
    (
        "A city official said the bridge had been unsafe for years.",
        "Deputy mayor Ona Teld said the bridge had been unsafe for years.",
        &[SourceNamed],
    ),
    (
        "Ona Teld said the bridge had been unsafe for years.",
        "Tomas Reed said the bridge had been unsafe for years.",
        &[SourceExchanged],
    ),
    // Verbs.
    (
        "The builder, Arn Kolm, said the steel had been tested twice.",
        "The builder, Arn Kolm, claimed the steel had been tested twice.",
        &[Cue],
    ),
    (
        "Kolm said the second test had not been filed.",
        "Kolm admitted the second test had not been filed.",
        &[Cue],
    ),
    // Hedges and certainty.
    (
        "The cable was reportedly older than the crane that it held.",
        "The cable was older than the crane that it held.",
        &[HedgeDropped],
    ),
    (
        "The cable was older than the crane that it held.",
        "The cable was apparently older than the crane that it held.",
        &[HedgeAdded],
    ),
    (
        "The cable may have been older than the crane that it held.",
        "The cable could have been older than the crane that it held.",
        &[],
    ),
    (
        "The council was wrong about the pillars, a second survey found.",
        "The council was clearly wrong about the pillars, a second survey found.",
        &[BoosterAdded],
    ),
    // Agents of harm.
    (
        "Border guards shot two fishermen near the northern pier.",
        "Two fishermen were shot near the northern pier.",
        &[AgentRemoved],
    ),
    // Figures.
    (
        "The closure affects 1,200 houses on the east bank of the river.",
        "The closure affects 2,400 houses on the east bank of the river.",
        &[Figure],
    ),
    // Quotations.
    (
        "\"We asked for the money in May, and they laughed at us,\" Reed said.",
        "\"We asked for the money in May,\" Reed said.",
        &[QuotationCut],
    ),
    (
        "\"We asked for the money in May,\" Reed said.",
        "\"We begged for the money in May,\" Reed said.",
        &[QuotationAltered],
    ),
    (
        "\"The money was not there when we asked for it,\" Reed said.",
        "Reed said the money was not there when they asked for it.",
        &[QuotationParaphrased],
    ),
    (
        "Reed said the money was not there when they asked for it.",
        "\"The money was not there when we asked for it,\" Reed said.",
        &[QuotationMade],
    ),
    // Loaded words.
    (
        "The regime in Orrest sent soldiers to guard the remaining bridges.",
        "The government in Orrest sent soldiers to guard the remaining bridges.",
        &[LoadedExchanged],
    ),
    (
        "A crowd waited at the barrier until the last tram had gone.",
        "A mob waited at the barrier until the last tram had gone.",
        &[LoadedExchanged],
    ),
];

#[test]
fn one_change_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    for (old, new, wanted) in CASES {
        let found = listed(&diff(&article(old), &article(new)));
        let kinds: Vec<ChangeKind> = found.iter().map(|(kind, ..)| *kind).collect();
        if kinds != *wanted {
            wrong.push(format!(
                "- {old}\n+ {new}\n  wanted {wanted:?}, found {found:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn exchanging_the_revisions_mirrors_the_changes() {
    for (old, new, wanted) in CASES {
        let found = listed(&diff(&article(new), &article(old)));
        let kinds: Vec<ChangeKind> = found.iter().map(|(kind, ..)| *kind).collect();
        let mirrored: Vec<ChangeKind> = wanted.iter().map(|kind| kind.mirrored()).collect();
        assert_eq!(kinds, mirrored, "- {new}\n+ {old}\n{found:#?}");
    }
}

/// What an editor would write down beside the two texts, before the program ran on them.
#[test]
fn the_harbour_fire_is_read_as_an_editor_reads_it() {
    let folder = root().join("tests/revisions/harbour-fire");
    let report = diff(
        &read(&folder.join("old.txt")),
        &read(&folder.join("new.txt")),
    );
    let found = listed(&report);
    let wanted: &[(ChangeKind, &str, &str)] = &[
        (
            Headline,
            "moored barge, fire brigade says",
            "set harbour ablaze",
        ),
        (
            AttributionDropped,
            "fire brigade says",
            "set harbour ablaze",
        ),
        (
            AttributionDropped,
            "the harbour office said",
            "people were injured",
        ),
        (SourceUnnamed, "Pell Arvane", "a crane driver"),
        (Cue, "said", "claimed"),
        (HedgeDropped, "may have", ""),
        (HedgeDropped, "At least", ""),
        (HedgeDropped, "reportedly", ""),
        (Figure, "11", "Fourteen"),
        (QuotationCut, "We smelled fuel", "We smelled fuel"),
        (QuotationParaphrased, "", ""),
        (LoadedExchanged, "Protesters", "mob"),
        (LoadedDropped, "without proof", ""),
        (CheckDropped, "independently verified", ""),
    ];
    let short: Vec<_> = found.iter().map(|(kind, ..)| *kind).collect();
    assert_eq!(
        short,
        wanted.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(),
        "{found:#?}"
    );
    for ((kind, old, new), (_, before, after)) in found.iter().zip(wanted) {
        assert!(
            old.contains(before) && new.contains(after),
            "{kind:?}: {old} -> {new}"
        );
    }
    assert_eq!(
        (
            report.counts.same,
            report.counts.reworded,
            report.counts.removed,
            report.counts.added
        ),
        (4, 7, 1, 0)
    );
}

fn samples() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root().join("samples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .flat_map(|event| {
            std::fs::read_dir(event)
                .unwrap()
                .map(|entry| entry.unwrap().path())
        })
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 9);
    files
}

#[test]
fn a_text_compared_with_itself_changed_in_nothing() {
    for file in samples() {
        let article = read(&file);
        let report = diff(&article, &article);
        assert!(
            report.changes.is_empty(),
            "{}: {:#?}",
            file.display(),
            report.changes
        );
        assert_eq!(
            report.counts.reworded + report.counts.removed + report.counts.added,
            0
        );
        assert_eq!(report.counts.same as usize, report.pairs.len());
    }
}

/// Every change points to words that stand in the text it names.
#[test]
fn evidence_stands_where_it_says() {
    let files = samples();
    for pair in files.windows(2) {
        let (old, new) = (read(&pair[0]), read(&pair[1]));
        let report = diff(&old, &new);
        for change in &report.changes {
            assert!(change.old.is_some() || change.new.is_some());
            for (side, article) in [(&change.old, &old), (&change.new, &new)] {
                let Some(side) = side else { continue };
                let Some([start, end]) = side.span else {
                    continue;
                };
                let cut: String = article
                    .text
                    .chars()
                    .skip(start as usize)
                    .take((end - start) as usize)
                    .collect();
                assert_eq!(cut, side.text);
            }
        }
        let known: usize = report.pairs.iter().map(|pair| pair.changes.len()).sum();
        assert!(known <= report.changes.len());
    }
}
