//! The matcher against a naive one, and on arbitrary text.

use parallax::lexicon::{Lexicon, TermStatus};
use parallax::text::{Document, cut_words};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::LazyLock;

static BUILTIN: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

fn pack(forms: &[String]) -> String {
    let mut pack = String::from(
        "[pack]\nid = \"p\"\nkind = \"terms\"\nlang = \"en\"\nversion = \"0.1.0\"\nlicence = \"CC0-1.0\"\nscope = \"s\"\nreviewers = [\"r\"]\ncategory = \"subjective\"\n",
    );
    for (index, form) in forms.iter().enumerate() {
        let _ = write!(
            pack,
            "[[entry]]\nid = \"e{index:03}\"\nforms = [\"{form}\"]\nweight = 1\nrationale = \"Long enough to be a rationale.\"\nexamples_hit = [\"x\"]\n"
        );
    }
    pack
}

/// Leftmost, longest, by comparing every form at every word; a gap takes any word.
fn naive(forms: &[String], words: &[String]) -> Vec<(usize, usize)> {
    let forms: Vec<Vec<&str>> = forms.iter().map(|form| form.split(' ').collect()).collect();
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let fits = |form: &&Vec<&str>| {
            form.len() <= words.len() - at
                && form
                    .iter()
                    .zip(&words[at..])
                    .all(|(piece, word)| *piece == "_" || piece == word)
        };
        let mut fitting: Vec<(usize, &Vec<&str>)> = forms
            .iter()
            .enumerate()
            .filter(|(_, form)| fits(form))
            .collect();
        fitting.sort_by_key(|(index, form)| (std::cmp::Reverse(form.len()), *index));
        // The same words of an entry within three tokens count once.
        let same = |start: usize, end: usize, form: &[&str]| {
            words[start..end] == words[at..at + form.len()]
        };
        let fresh = fitting.into_iter().find(|(index, form)| {
            !found.iter().any(|&(start, end, entry)| {
                entry == *index && end + 3 > at && same(start, end, form)
            })
        });
        if let Some((index, form)) = fresh {
            found.push((at, at + form.len(), index));
            at += form.len();
        } else {
            at += 1;
        }
    }
    found
        .into_iter()
        .map(|(start, end, _)| (start, end))
        .collect()
}

proptest! {
    #[test]
    fn equals_a_naive_matcher(
        forms in prop::collection::btree_set(prop::sample::select(vec!["ba", "ce", "do", "fu"]).prop_flat_map(|first| {
            prop::collection::vec(prop::sample::select(vec!["ba", "ce", "do", "fu", "_"]), 0..4).prop_map(move |rest| {
                let mut words = vec![first];
                let mut gap = false;
                for word in rest {
                    if word != "_" || !gap { words.push(word); }
                    gap |= word == "_";
                }
                while words.last() == Some(&"_") { words.pop(); }
                words.join(" ")
            })
        }), 1..6),
        words in prop::collection::vec(prop::sample::select(vec!["ba", "ce", "do", "fu", "gi"]), 0..24),
    ) {
        let forms: Vec<String> = forms.into_iter().collect();
        let lexicon = Lexicon::only(&[("p.toml", &pack(&forms))]).expect("the forms are valid");
        let text = words.join(" ");
        let document = Document::from_plain(&text, lexicon.sentence_rules());
        let facts = lexicon.facts(&document);
        let found: Vec<(usize, usize)> = lexicon.terms(&document, &facts).into_iter().map(|term| (term.tokens.start, term.tokens.end)).collect();
        prop_assert_eq!(found, naive(&forms, &cut_words(&text)));
    }

    #[test]
    fn never_panics_and_spans_slice(text in "(\\PC|the |so-called |not |regime |'s |\" |[.!?] |war crimes |slammed |according to ){0,60}") {
        let document = Document::from_plain(&text, BUILTIN.sentence_rules());
        let facts = BUILTIN.facts(&document);
        let mut free = 0;
        for explained in BUILTIN.explain(&document, &facts) {
            prop_assert!(!explained.term.span.slice(&text).is_empty());
        }
        for term in BUILTIN.terms(&document, &facts) {
            prop_assert!(term.status != TermStatus::Suppressed);
            prop_assert!(term.tokens.start >= free, "in order");
            free = term.tokens.start;
            let sentence = &document.sentences[term.sentence].tokens;
            prop_assert!(sentence.start <= term.tokens.start && term.tokens.end <= sentence.end);
        }
        for index in 0..document.tokens.len() {
            for cue in BUILTIN.cues_at(&document, &facts, index) {
                prop_assert!(cue.tokens.start == index && cue.tokens.end <= document.tokens.len());
            }
            BUILTIN.role_at(&document, &facts, index);
            BUILTIN.phrases("anonymity_reason").at(&document, &facts, index);
        }
    }
}

#[test]
fn hostile_text_costs_no_more_than_its_length() {
    let text =
        "Radical Islamists war crimes so-called \"terror\" of the regime's regime. ".repeat(20_000);
    let started = std::time::Instant::now();
    let document = Document::from_plain(&text, BUILTIN.sentence_rules());
    let facts = BUILTIN.facts(&document);
    assert!(!BUILTIN.terms(&document, &facts).is_empty());
    assert!(
        started.elapsed().as_secs() < 20,
        "1.4 MB took {:?}",
        started.elapsed()
    );
}

#[test]
fn a_larger_lexicon_costs_hardly_more() {
    let forms = |count: usize| {
        (0..count)
            .map(|n| format!("word{n} of thing{n}"))
            .collect::<Vec<_>>()
    };
    let (small, large) = (pack(&forms(300)), pack(&forms(9000)));
    let build = |pack: &str| {
        Lexicon::only(&[("p.toml", pack)]).unwrap_or_else(|problems| panic!("{}", problems[0]))
    };
    let (small, large) = (build(&small), build(&large));
    let text =
        "The word1 of thing1 met a word2 of nothing in the old town by the sea. ".repeat(3000);
    let time = |lexicon: &Lexicon| {
        let document = Document::from_plain(&text, lexicon.sentence_rules());
        let rounds = (0..7).map(|_| {
            let started = std::time::Instant::now();
            let facts = lexicon.facts(&document);
            assert_eq!(lexicon.terms(&document, &facts).len(), 3000);
            started.elapsed()
        });
        rounds.min().unwrap_or_default()
    };
    let (few, many) = (time(&small), time(&large));
    assert!(
        many < few * 3,
        "300 entries: {few:?}; 9,000 entries: {many:?}"
    );
}
