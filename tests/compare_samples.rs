//! Samples side by side, against what a reader found in them by hand, and texts made for one rule each.

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::compare::alignment::{Difference, Standing};
use parallax::compare::comparable::Warning;
use parallax::compare::coverage::{CellVoice, Checklist, Item, ItemKind};
use parallax::compare::quotes::PieceKind;
use parallax::compare::{Compared, SideBySide, compare, compare_with};
use parallax::lexicon::HarmKind;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn read(analyzer: &Analyzer, paths: &[PathBuf]) -> Vec<Article> {
    let readings = read_paths(paths, analyzer.zone_rules(), &ReadOptions::default());
    assert!(readings.problems.is_empty(), "{:?}", readings.problems);
    readings.articles
}

fn sample(analyzer: &Analyzer, event: &str) -> Vec<Article> {
    let folder = root().join("samples").join(event);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("samples")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    read(analyzer, &paths)
}

/// Articles from texts, by way of files, as a user has them.
fn written(analyzer: &Analyzer, texts: &[&str]) -> Vec<Article> {
    let folder = tempfile::tempdir().expect("a folder");
    let paths: Vec<PathBuf> = texts
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let path = folder.path().join(format!("outlet-{index}.txt"));
            std::fs::write(&path, text).expect("written");
            path
        })
        .collect();
    read(analyzer, &paths)
}

fn with<T>(
    analyzer: &Analyzer,
    articles: &[Article],
    checklist: &Checklist,
    look: impl FnOnce(&[Analysis<'_>], &Compared) -> T,
) -> T {
    let analyses: Vec<Analysis<'_>> = articles.iter().map(|of| analyzer.analyze(of)).collect();
    let side = SideBySide {
        lexicon: analyzer.lexicon(),
        analyses: &analyses,
    };
    look(&analyses, &compare_with(side, checklist))
}

fn number(analyses: &[Analysis<'_>], article: usize, sentence: usize) -> u32 {
    analyses[article].document.sentences[sentence].number
}

fn text<'t>(analysis: &Analysis<'t>, tokens: std::ops::Range<usize>) -> &'t str {
    let document = &analysis.document;
    document.span_of(tokens).slice(document.text)
}

#[test]
fn the_dead_of_the_dam_are_three_numbers() {
    let analyzer = Analyzer::builtin();
    let articles = sample(&analyzer, "dam-breach");
    with(
        &analyzer,
        &articles,
        &Checklist::default(),
        |analyses, found| {
            let killed = found
                .coverage
                .conflicts
                .iter()
                .find(|conflict| conflict.harm == Some(HarmKind::Killing))
                .expect("a conflict");
            let stated: Vec<(usize, f64, u32)> = killed
                .stated
                .iter()
                .map(|of| {
                    (
                        of.article,
                        of.value,
                        number(analyses, of.article, of.sentence),
                    )
                })
                .collect();
            assert_eq!(stated, [(0, 9.0, 1), (1, 11.0, 1), (2, 14.0, 1)]);
            // The agency attributes the failure of the dam, the tabloid tells it itself.
            let fact = found
                .facts
                .iter()
                .find(|fact| {
                    fact.told
                        .iter()
                        .any(|told| told.article == 1 && number(analyses, 1, told.sentence) == 1)
                })
                .expect("the first sentence of the agency is told by others");
            let standing: Vec<(usize, Standing)> = fact
                .told
                .iter()
                .map(|told| (told.article, told.standing))
                .collect();
            assert_eq!(
                standing,
                [(1, Standing::Attributed), (2, Standing::Asserted)]
            );
            assert!(fact.differs.contains(&Difference::Standing));
            assert!(fact.differs.contains(&Difference::Figures));
            assert!(
                found.comparable.warnings.is_empty(),
                "{:?}",
                found.comparable.warnings
            );
        },
    );
}

#[test]
fn the_checklist_says_in_whose_voice() {
    use CellVoice::{Attributed, Author, Negated};
    let analyzer = Analyzer::builtin();
    let articles = sample(&analyzer, "dam-breach");
    let file = root().join("samples/dam-breach/facts.toml");
    let text = std::fs::read_to_string(file).expect("facts.toml");
    let checklist = Checklist::read("facts.toml", &text).expect("no mistake");
    with(&analyzer, &articles, &checklist, |_, found| {
        let voices = |id: &str| -> Vec<Option<CellVoice>> {
            let items = &found.coverage.items;
            let item = items.iter().find(|item| item.check.as_deref() == Some(id));
            item.expect(id)
                .cells
                .iter()
                .map(|cell| cell.as_ref().map(|cell| cell.voice))
                .collect()
        };
        // The company dismissed reports of cracks as speculation.
        assert_eq!(
            voices("cracks"),
            [Some(Attributed), Some(Negated), Some(Author)]
        );
        assert_eq!(
            voices("inspections"),
            [Some(Author), Some(Attributed), None]
        );
        assert_eq!(voices("warning"), [None, None, Some(Attributed)]);
        let asked = found
            .coverage
            .items
            .iter()
            .filter(|item| item.kind == ItemKind::Checklist);
        assert_eq!(asked.count(), 5);
    });
}

#[test]
fn who_is_heard_and_who_is_only_named() {
    let analyzer = Analyzer::builtin();
    let articles = sample(&analyzer, "dam-breach");
    with(&analyzer, &articles, &Checklist::default(), |_, found| {
        let item = |label: &str| -> &Item {
            let items = &found.coverage.items;
            items
                .iter()
                .find(|item| item.label.contains(label))
                .expect(label)
        };
        let velk = item("Anton Velk");
        assert_eq!(velk.kind, ItemKind::Source);
        assert!(velk.cells[0].is_none(), "the broadcaster does not name him");
        assert_eq!(velk.lacking(), Some(0));
        assert_eq!(
            velk.cells[1].as_ref().map(|cell| cell.voice),
            Some(CellVoice::Heard)
        );
        assert_ne!(
            velk.cells[2].as_ref().map(|cell| cell.voice),
            Some(CellVoice::Heard)
        );
        let (shared, all) = found.coverage.shared();
        assert!(shared > 3 && shared < all);
    });
}

#[test]
fn mistakes_of_a_checklist_are_reported_together() {
    let text = "[[fact]]\nid = \"a\"\nany = [\"x\"]\n\n[[fact]]\nid = \"a\"\nany = []\nlable = \"?\"\n\n[[fact]]\nany = [\"_\"]\n";
    let problems = Checklist::read("facts.toml", text).expect_err("mistakes");
    let lines: Vec<u32> = problems.iter().filter_map(|problem| problem.line).collect();
    assert!(problems.len() >= 5, "{problems:?}");
    assert!(lines.is_sorted());
    let all: Vec<&str> = problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect();
    for part in ["earlier fact", "no wording", "label", "no word in it", "id"] {
        assert!(
            all.iter().any(|message| message.contains(part)),
            "{part}: {all:?}"
        );
    }
    assert!(Checklist::read("facts.toml", "").is_err());
    assert!(Checklist::read("facts.toml", "[[fact]\n").is_err());
}

const FULL: &str = "Harbour tolls rise in Port Elvan\n\n\
    The city council of Port Elvan raised the harbour tolls on Monday. \"We did not want this, but the piers are rotting and somebody has to pay for new ones,\" \
    said Mayor Orla Venn. Skippers said they would refuse to pay the tolls.\n";
const TRIMMED: &str = "Mayor defends harbour tolls\n\n\
    Skippers in Port Elvan are angry about the harbour tolls. Mayor Orla Venn claimed: \"The piers are rotting and somebody has to pay for new ones.\" The council raised \
    the tolls on Monday.\n";

#[test]
fn a_trimmed_quotation_shows_what_was_cut_and_the_verb() {
    let analyzer = Analyzer::builtin();
    let articles = written(&analyzer, &[FULL, TRIMMED]);
    with(
        &analyzer,
        &articles,
        &Checklist::default(),
        |analyses, found| {
            assert_eq!(found.twins.len(), 1, "{:?}", found.twins);
            let twin = &found.twins[0];
            assert_eq!(twin.fullest, 0);
            let [full, trimmed] = twin.told.as_slice() else {
                panic!("two tellings");
            };
            assert!(
                full.pieces
                    .iter()
                    .all(|piece| piece.kind == PieceKind::Kept)
            );
            let cut: Vec<&str> = trimmed
                .pieces
                .iter()
                .filter(|piece| piece.kind == PieceKind::Cut)
                .map(|piece| text(&analyses[0], piece.tokens.clone()))
                .collect();
            assert_eq!(cut, ["We did not want this, but"]);
            let cue = |article: usize, attribution: Option<usize>| {
                attribution.map(|index| analyses[article].attributions[index].cue.lemma.as_str())
            };
            assert_eq!(cue(0, full.attribution), Some("say"));
            assert_eq!(cue(1, trimmed.attribution), Some("claim"));
        },
    );
}

#[test]
fn two_copies_do_not_differ() {
    let analyzer = Analyzer::builtin();
    for event in ["dam-breach", "border-shelling", "transit-strike"] {
        for article in sample(&analyzer, event) {
            let copies = vec![article.clone(), article];
            with(&analyzer, &copies, &Checklist::default(), |_, found| {
                assert!(found.comparable.warnings.is_empty());
                assert!(found.coverage.conflicts.is_empty());
                for fact in &found.facts {
                    assert!(fact.differs.is_empty(), "{fact:?}");
                    let [one, other] = fact.told.as_slice() else {
                        panic!("two tellings");
                    };
                    assert_eq!(one.sentence, other.sentence);
                }
                let cut = found
                    .twins
                    .iter()
                    .flat_map(|twin| &twin.told)
                    .flat_map(|told| &told.pieces);
                assert!(cut.into_iter().all(|piece| piece.kind == PieceKind::Kept));
                for item in &found.coverage.items {
                    assert_eq!(item.count(), 2, "{item:?}");
                    assert!(item.buried().is_empty());
                }
            });
        }
    }
}

/// The article with its body sentences in another order, each a paragraph.
fn shuffled(analyzer: &Analyzer, article: &Article) -> String {
    let analysis = analyzer.analyze(article);
    let document = &analysis.document;
    let mut sentences: Vec<&str> = document
        .sentences
        .iter()
        .filter(|sentence| sentence.number > 0)
        .map(|sentence| text(&analysis, sentence.tokens.clone()))
        .collect();
    sentences.reverse();
    let third = sentences.len() / 3;
    sentences.rotate_left(third);
    let title = article.title.clone().unwrap_or_default();
    format!("{title}\n\n{}\n", sentences.join("\n\n"))
}

#[test]
fn the_order_of_sentences_is_no_difference() {
    let analyzer = Analyzer::builtin();
    for event in ["dam-breach", "border-shelling", "transit-strike"] {
        for article in sample(&analyzer, event) {
            let mut both = written(&analyzer, &[&shuffled(&analyzer, &article)]);
            both.insert(0, article);
            with(&analyzer, &both, &Checklist::default(), |_, found| {
                assert!(
                    !found
                        .comparable
                        .warnings
                        .iter()
                        .any(|of| matches!(of, Warning::OtherEvent { .. })),
                    "{:?}",
                    found.comparable.warnings
                );
                assert!(
                    found.coverage.conflicts.is_empty(),
                    "{:?}",
                    found.coverage.conflicts
                );
                for fact in &found.facts {
                    assert!(!fact.differs.contains(&Difference::Figures), "{fact:?}");
                    assert!(!fact.differs.contains(&Difference::Loaded), "{fact:?}");
                    assert!(!fact.differs.contains(&Difference::Agency), "{fact:?}");
                }
                let told = found
                    .coverage
                    .items
                    .iter()
                    .filter(|item| matches!(item.kind, ItemKind::Figure | ItemKind::Year));
                for item in told {
                    assert_eq!(item.count(), 2, "{item:?}");
                }
            });
        }
    }
}

#[test]
fn other_events_are_named() {
    let analyzer = Analyzer::builtin();
    let mut articles = sample(&analyzer, "dam-breach");
    articles.truncate(2);
    articles.extend(sample(&analyzer, "transit-strike").into_iter().take(1));
    with(&analyzer, &articles, &Checklist::default(), |_, found| {
        let warning = found.comparable.warnings.first();
        assert!(
            matches!(warning, Some(Warning::OtherEvent { articles }) if articles == &[2]),
            "{warning:?}"
        );
    });
}

#[test]
fn the_same_in_any_order_of_articles() {
    let analyzer = Analyzer::builtin();
    let mut articles = sample(&analyzer, "border-shelling");
    let pairs = |articles: &[Article]| {
        with(
            &analyzer,
            articles,
            &Checklist::default(),
            |analyses, found| {
                let mut all: Vec<Vec<(String, u32)>> = found
                    .facts
                    .iter()
                    .map(|fact| {
                        let told = fact.told.iter();
                        let mut told: Vec<(String, u32)> = told
                            .map(|of| {
                                (
                                    articles[of.article].id.clone(),
                                    number(analyses, of.article, of.sentence),
                                )
                            })
                            .collect();
                        told.sort();
                        told
                    })
                    .collect();
                all.sort();
                all
            },
        )
    };
    let before = pairs(&articles);
    articles.reverse();
    assert_eq!(before, pairs(&articles));
    assert!(!before.is_empty());
    assert_eq!(
        with(&analyzer, &articles, &Checklist::default(), |_, found| {
            found.clone()
        }),
        with(
            &analyzer,
            &articles,
            &Checklist::default(),
            |analyses, _| compare(SideBySide {
                lexicon: analyzer.lexicon(),
                analyses,
            })
        )
    );
}
