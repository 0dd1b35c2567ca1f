//! The difference card: it gives what a careful reader wrote down first, and nothing where nothing differs.
// The figures are what these tests are read for.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use parallax::analyzer::{Analysis, Analyzer};
use parallax::article::{Article, ReadOptions, ZoneKind, read_paths};
use parallax::compare::SideBySide;
use parallax::compare::card::CardKind::{
    self, Check, Doubt, Fact, Headline, Naming, Reliance, Silence,
};
use parallax::measure::Measured;
use parallax::party::Parties;
use parallax::report::{CardLineReport, card_lines};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn parties(path: &Path) -> Parties {
    let text = std::fs::read_to_string(path).unwrap();
    Parties::read(&path.display().to_string(), &text).unwrap()
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    files
}

fn read(analyzer: &Analyzer, files: &[PathBuf]) -> Vec<Article> {
    let read = read_paths(files, analyzer.zone_rules(), &ReadOptions::default());
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    read.articles
}

fn card(analyzer: &Analyzer, articles: &[Article]) -> Vec<CardLineReport> {
    let analyses: Vec<Analysis<'_>> = articles
        .iter()
        .map(|article| analyzer.analyze(article))
        .collect();
    let measured: Vec<Measured> = analyses
        .iter()
        .map(|analysis| analyzer.measure(analysis))
        .collect();
    let side = SideBySide {
        lexicon: analyzer.lexicon(),
        analyses: &analyses,
    };
    card_lines(side, &measured, analyzer.parties())
}

const EVENTS: [&str; 3] = ["border-shelling", "dam-breach", "transit-strike"];

fn analyzer(event: &str) -> Analyzer {
    Analyzer::builtin().with_parties(parties(
        &root().join("samples").join(event).join("parties.toml"),
    ))
}

/// The five differences of `samples/*/NOTES.md`, each as its kind and words that the line must hold.
type Wanted = [(CardKind, &'static [&'static str]); 5];

const BORDER: Wanted = [
    (
        Silence,
        &["B gives Tesmund no word", "A 25 of 96", "C 95 of 127"],
    ),
    (Reliance, &["B lets one side speak", "Quellora"]),
    (Headline, &["A names none", "army says"]),
    (
        Fact,
        &["killed", "five", "Quellora", "its own word", "C none"],
    ),
    (Naming, &["Sarneth", "Upper Ilmar"]),
];
const DAM: Wanted = [
    (Silence, &["B gives residents no word"]),
    (
        Headline,
        &[
            "A states what its body leaves to provincial government",
            "operator says",
            "C names none",
        ],
    ),
    (
        Fact,
        &[
            "Figures differ",
            "Nine",
            "At least 11",
            "14",
            "its own word",
        ],
    ),
    (Naming, &["disaster", "incident"]),
    (
        Doubt,
        &[
            "“claimed” of Hallow Water",
            "offered no evidence",
            "none in A and B",
        ],
    ),
];
const STRIKE: Wanted = [
    (Silence, &["C gives strikers no word", "no reply sought"]),
    (
        Headline,
        &["B states what its body leaves to chamber of commerce"],
    ),
    (
        Fact,
        &[
            "Figures differ",
            "23 people",
            "Eleven people",
            "six officers",
        ],
    ),
    (Naming, &["mob", "marchers"]),
    (
        Doubt,
        &[
            "“alleged” of Port Elvan Transit",
            "insists",
            "“claimed” of Police",
            "none in C",
        ],
    ),
];

/// How many of the wanted lines the card has; what is missing is printed.
fn met(card: &[CardLineReport], wanted: &Wanted) -> usize {
    let found = |(kind, words): &&(CardKind, &[&str])| {
        card.iter()
            .any(|line| line.kind == *kind && words.iter().all(|word| line.text.contains(word)))
    };
    for missing in wanted.iter().filter(|wanted| !found(wanted)) {
        eprintln!("missing: {missing:?}");
    }
    for line in card {
        eprintln!("{:?}: {}", line.kind, line.text);
    }
    wanted.iter().filter(found).count()
}

#[test]
fn the_card_has_four_of_the_five_that_a_reader_wrote_down() {
    for (event, wanted) in EVENTS.iter().zip([&BORDER, &DAM, &STRIKE]) {
        let analyzer = analyzer(event);
        let articles = read(&analyzer, &texts(&root().join("samples").join(event)));
        let card = card(&analyzer, &articles);
        assert!(card.len() <= 5);
        let met = met(&card, wanted);
        assert!(met >= 4, "{event}: {met} of 5");
    }
}

/// The seed and its two invented counterparts; their texts are not part of the project.
#[test]
fn the_card_of_the_seed_has_what_the_method_lists() {
    let shared = root().join("../shared");
    let mut files = texts_or_none(&shared.join("seed"));
    files.extend(texts_or_none(&shared.join("gold/mock")));
    if files.len() < 3 {
        eprintln!("skipped: the annotated articles are not here");
        return;
    }
    let analyzer =
        Analyzer::builtin().with_parties(parties(&root().join("tests/gold/karabakh-sides.toml")));
    let card = card(&analyzer, &read(&analyzer, &files));
    let wanted: [(CardKind, &[&str]); 4] = [
        (
            Silence,
            &[
                "A gives Armenia no word",
                "B 52 of 63",
                "C 18 of 69",
                "no reply sought",
            ],
        ),
        (
            Fact,
            &[
                "A “three people” (its own word)",
                "C “three people” (Azerbaijan)",
                "B none",
            ],
        ),
        (Check, &["Only C", "A and B do not"]),
        (
            Doubt,
            &[
                "B has “claimed” of Baku, adding “offered no evidence”",
                "none in A and C",
            ],
        ),
    ];
    for (kind, words) in wanted {
        assert!(
            card.iter()
                .any(|line| line.kind == kind && words.iter().all(|word| line.text.contains(word))),
            "{kind:?} {words:?}: {card:#?}"
        );
    }
}

fn texts_or_none(folder: &Path) -> Vec<PathBuf> {
    if folder.is_dir() {
        texts(folder)
    } else {
        Vec::new()
    }
}

#[test]
fn copies_of_one_article_give_no_line() {
    for event in EVENTS {
        let analyzer = analyzer(event);
        for article in read(&analyzer, &texts(&root().join("samples").join(event))) {
            let copies = [article.clone(), article.clone(), article];
            assert_eq!(card(&analyzer, &copies), [], "{}", copies[0].id);
            let without = Analyzer::builtin();
            assert_eq!(card(&without, &copies), [], "{}", copies[0].id);
        }
    }
}

/// The article with its body paragraphs in another order; those that run on in the next paragraph, or are one speech with it, stay together.
fn shuffled(article: &Article, analyzer: &Analyzer, turn: usize) -> Article {
    let zones: Vec<_> = article
        .zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Body)
        .collect();
    let text = |at: usize| zones[at].span.slice(&article.text);
    let mut groups: Vec<String> = Vec::new();
    for at in 0..zones.len() {
        let quote = text(at).starts_with(['"', '“', '‘', '\'']);
        match groups.last_mut() {
            Some(group) if quote => *group = format!("{group}\n\n{}", text(at)),
            _ => groups.push(text(at).to_owned()),
        }
    }
    let turn = turn % groups.len();
    groups.rotate_left(turn);
    groups.reverse();
    let mut whole = format!("{}\n\n", article.title.clone().unwrap_or_default());
    whole += &groups.join("\n\n");
    Article::from_text(&article.path, &whole, analyzer.zone_rules()).unwrap()
}

/// Whether something differs must not hang on the order in which it is told.
#[test]
fn the_order_of_paragraphs_makes_no_difference() {
    let (mut cards, mut lines) = (0, 0);
    for event in EVENTS {
        let analyzer = analyzer(event);
        for article in read(&analyzer, &texts(&root().join("samples").join(event))) {
            for turn in 0..4 {
                let pair = [
                    shuffled(&article, &analyzer, 0),
                    shuffled(&article, &analyzer, turn + 1),
                ];
                let found = card(&analyzer, &pair);
                for line in &found {
                    eprintln!("{} {turn}: {:?} {}", article.id, line.kind, line.text);
                }
                cards += 1;
                lines += found.len();
            }
        }
    }
    assert_eq!(lines, 0, "{lines} lines on {cards} cards");
}
