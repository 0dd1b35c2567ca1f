//! Swapping the two camps through a text mirrors what is found: the same number of loaded terms, with the same weights, at the mirrored words.

use parallax::lexicon::{Lexicon, TermStatus};
use parallax::text::Document;
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
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let pair = PAIRS
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
