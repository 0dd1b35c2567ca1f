//! Swapping the two camps through a text mirrors what is found: the same number of loaded terms, with the same weights, at the mirrored words.

use parallax::analyzer::Analyzer;
use parallax::article::{ReadOptions, read_paths};
use parallax::lexicon::{Lexicon, TermStatus};
use parallax::party::Parties;
use parallax::report::{ArticleReport, ReportOptions, article_report};
use parallax::text::Document;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Names and paired terms, each with what stands for it on the other side.
const PAIRS: [(&str, &str); 14] = [
    ("Democrats", "Republicans"),
    ("Democratic", "Republican"),
    ("Armenian", "Azerbaijani"),
    ("Armenia", "Azerbaijan"),
    ("Yerevan", "Baku"),
    ("far-left", "far-right"),
    ("hard-left", "hard-right"),
    ("left-wing", "right-wing"),
    ("leftist", "rightist"),
    ("ultra-liberal", "ultra-conservative"),
    ("pro-life", "pro-choice"),
    ("illegal immigrants", "undocumented immigrants"),
    ("robber barons", "welfare cheats"),
    ("fascist", "fascist"),
];

const SAMPLES: [&str; 6] = [
    "Democrats blasted the far-right senator for his shameful lie. Republicans mocked the leftist mayor.",
    "The pro-life marchers met pro-choice marchers; both called the ruling a disgrace.",
    "The ultra-liberal deputy and the hard-right deputy denounced the reckless bill.",
    "Armenian forces targeted civilians in a flagrant violation of the cease-fire, Azerbaijan said.",
    "The plan shields illegal immigrants, the leaflet says; the plan shields undocumented immigrants, says another.",
    "Republican leaders accused the left-wing press of a smear.",
];

fn swapped(text: &str) -> String {
    swapped_by(text, &PAIRS)
}

/// The text with each word of a pair in the place of the other.
fn swapped_by(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let pair = pairs
            .iter()
            .flat_map(|&(a, b)| [(a, b), (b, a)])
            .filter(|(from, _)| rest.starts_with(from))
            .max_by_key(|(from, _)| from.len());
        if let Some((from, to)) = pair {
            out.push_str(to);
            rest = &rest[from.len()..];
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

fn weights(lexicon: &Lexicon, text: &str) -> Vec<(u8, TermStatus)> {
    let document = Document::from_plain(text, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    let terms = lexicon.terms(&document, &facts);
    terms
        .iter()
        .map(|term| (lexicon.entry(term.entry).weight, term.status))
        .filter(|(weight, _)| *weight > 0)
        .collect()
}

#[test]
fn paired_entries_weigh_the_same_and_retire_together() {
    let lexicon = Lexicon::builtin();
    for entry in lexicon.entries() {
        let Some(pair) = entry.pair() else { continue };
        let other = lexicon.entry(lexicon.entry_by_id(pair).expect("a pair that exists"));
        assert_eq!(entry.weight, other.weight, "{} and {pair}", entry.id());
        assert_eq!(
            entry.retired,
            other.retired,
            "{} and {pair}: only one is retired",
            entry.id()
        );
    }
}

#[test]
fn swapped_samples_mirror() {
    let lexicon = Lexicon::builtin();
    for sample in SAMPLES {
        let mirror = swapped(sample);
        assert_eq!(swapped(&mirror), sample);
        assert_eq!(
            weights(&lexicon, sample),
            weights(&lexicon, &mirror),
            "{sample}\n{mirror}"
        );
    }
}

#[test]
fn swapped_mock_articles_mirror() {
    let lexicon = Lexicon::builtin();
    for name in ["b_invented.txt", "c_invented.txt"] {
        let Ok(text) = fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../shared/gold/mock")
                .join(name),
        ) else {
            return;
        };
        assert_eq!(
            weights(&lexicon, &text),
            weights(&lexicon, &swapped(&text)),
            "{name}"
        );
    }
}

/// Names of two sides, in pairs of equal length in words and of one kind.
struct Event {
    articles: &'static [&'static str],
    /// Key of a parties file, the name of one side, the name of the other.
    names: &'static [(&'static str, &'static str, &'static str)],
}

const EVENTS: [Event; 4] = [
    Event {
        articles: &[
            "samples/border-shelling/quelloran-news-service.txt",
            "samples/border-shelling/tesmund-press-bureau.txt",
            "samples/border-shelling/farrow-wire.txt",
        ],
        names: &[
            ("names", "Quellora", "Tesmund"),
            ("demonyms", "Quelloran", "Tesmundian"),
            ("demonyms", "Quellorans", "Tesmundians"),
            ("capitals", "Ardish", "Holvick"),
            ("places", "Penday", "Grauvel"),
            ("members", "Border Command", "General Staff"),
            ("members", "Idra Solvane", "Orrec Dalm"),
            ("members", "Ruvo Almand", "Hennis Vouk"),
            ("", "Solvane", "Dalm"),
            ("", "Almand", "Vouk"),
        ],
    },
    Event {
        articles: &[
            "samples/dam-breach/meridian-news-agency.txt",
            "samples/dam-breach/the-daily-lantern.txt",
            "samples/dam-breach/corvaine-public-broadcasting.txt",
        ],
        names: &[
            ("names", "Anton Velk", "Lida Orsay"),
            ("metonyms", "Velk", "Orsay"),
        ],
    },
    Event {
        articles: &[
            "samples/transit-strike/the-elvan-courier.txt",
            "samples/transit-strike/the-evening-rocket.txt",
            "samples/transit-strike/radio-quayside.txt",
        ],
        names: &[
            ("names", "Marit Quill", "Holt Verrick"),
            ("metonyms", "Quill", "Verrick"),
        ],
    },
    Event {
        articles: &[
            "../shared/seed/000_c30e2b6953643c83.txt",
            "../shared/gold/mock/b_invented.txt",
            "../shared/gold/mock/c_invented.txt",
        ],
        names: &[
            ("names", "Armenia", "Azerbaijan"),
            ("demonyms", "Armenian", "Azerbaijani"),
            ("demonyms", "Armenians", "Azerbaijanis"),
            ("capitals", "Yerevan", "Baku"),
            ("places", "Stepanakert", "Terter"),
            ("members", "Davit Grigoryan", "Jeyhun Bayramov"),
        ],
    },
];

impl Event {
    /// The two sides, declared.
    fn sides(&self) -> Parties {
        let mut text = String::new();
        for (id, second) in [("first", false), ("second", true)] {
            let _ = writeln!(text, "[[party]]\nid = \"{id}\"");
            for key in [
                "names", "demonyms", "capitals", "metonyms", "members", "places",
            ] {
                let of = self.names.iter().filter(|(of, ..)| *of == key);
                let names =
                    of.map(|(_, one, other)| format!("{:?}", if second { other } else { one }));
                let _ = writeln!(text, "{key} = [{}]", names.collect::<Vec<_>>().join(", "));
            }
        }
        Parties::read("sides", &text).expect("good sides")
    }

    fn pairs(&self) -> Vec<(&'static str, &'static str)> {
        let pairs = self.names.iter().map(|&(_, one, other)| (one, other));
        // Headings may shout.
        let shouted = self.names.iter().map(|&(_, one, other)| -> (&str, &str) {
            (one.to_uppercase().leak(), other.to_uppercase().leak())
        });
        pairs.chain(shouted).collect()
    }
}

/// What is found in an article, as lines; the names of the sides exchanged where `mirrored`.
fn findings(report: &ArticleReport, mirrored: bool) -> Vec<String> {
    let side = |id: &str| match (id, mirrored) {
        ("first", true) => "second".to_owned(),
        ("second", true) => "first".to_owned(),
        _ => id.to_owned(),
    };
    let mut lines = Vec::new();
    for one in &report.measures {
        // The swap exchanges the names of places too, of which one may be marked and the other neutral.
        if one.id == "naming.marked" {
            continue;
        }
        let of = one.side.as_deref().map(side).unwrap_or_default();
        lines.push(format!(
            "{}[{of}] {:?} {:?} {:?}",
            one.id, one.value, one.count, one.per
        ));
    }
    for term in report.loaded.iter().chain(&report.epistemic) {
        let about = term.about.as_ref();
        let about = about.map(|about| (side(&about.side), about.favourable, about.rule));
        lines.push(format!(
            "{} {} S{} {:?} {:?} {about:?}",
            term.id, term.entry, term.sentence, term.voice, term.status
        ));
    }
    for one in &report.attributions {
        lines.push(format!(
            "{} {:?} {:?} {:?} S{} {} words, {} quoted",
            one.id, one.level, one.form, one.stance, one.sentence, one.words, one.direct_words
        ));
    }
    for one in &report.sources {
        lines.push(format!(
            "{} {:?} {} {} words, {} reports, of {:?}",
            one.id,
            one.kind,
            one.anonymity,
            one.words,
            one.reports,
            one.side.as_deref().map(side)
        ));
    }
    for one in &report.mentions {
        lines.push(format!(
            "{} {:?} S{} {}",
            one.id,
            one.form,
            one.sentence,
            side(&one.side)
        ));
    }
    for one in &report.sides {
        lines.push(format!(
            "{} accused {} for {:?}, asked: {:?}",
            side(&one.side),
            one.accused_without_a_voice,
            one.accusations,
            one.reply
        ));
    }
    lines.sort();
    lines
}

#[test]
fn swapping_the_names_of_two_sides_swaps_their_columns_and_nothing_else() {
    let (mut compared, mut failures) = (0, Vec::new());
    for event in &EVENTS {
        let analyzer = Analyzer::builtin().with_parties(event.sides());
        let pairs = event.pairs();
        for name in event.articles {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
            if !path.exists() {
                continue;
            }
            let readings = read_paths(&[&path], analyzer.zone_rules(), &ReadOptions::default());
            let article = readings.articles.into_iter().next().expect("an article");
            let folder = tempfile::tempdir().expect("a folder");
            let mirror = folder.path().join(path.file_name().expect("a name"));
            let text = fs::read_to_string(&path).expect("the text");
            let other = swapped_by(&text, &pairs);
            assert_eq!(swapped_by(&other, &pairs), text, "{name}");
            fs::write(&mirror, other).expect("written");
            let readings = read_paths(&[&mirror], analyzer.zone_rules(), &ReadOptions::default());
            let mirror = readings.articles.into_iter().next().expect("an article");
            let report = |article, mirrored| {
                let options = ReportOptions::default();
                findings(
                    &article_report(&analyzer, &analyzer.analyze(article), options),
                    mirrored,
                )
            };
            let (found, mirrored) = (report(&article, false), report(&mirror, true));
            for line in found.iter().filter(|line| !mirrored.contains(line)) {
                failures.push(format!("{name}: only here: {line}"));
            }
            for line in mirrored.iter().filter(|line| !found.contains(line)) {
                failures.push(format!("{name}: only in the mirror: {line}"));
            }
            compared += 1;
        }
    }
    assert!(compared >= 9);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
