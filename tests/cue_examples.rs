//! Every example of every cue entry is found by its entry, and no counter-example is.

use parallax::attribution::{Attribution, attribute};
use parallax::lexicon::{Cue, CueId, Lexicon};
use parallax::text::Document;

/// The attributions of a sentence: the entry and the words of each cue.
fn found(lexicon: &Lexicon, sentence: &str) -> Vec<(Option<CueId>, String)> {
    let document = Document::from_plain(sentence, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    let words = |attribution: &Attribution| {
        let spans = Attribution::spans(&document, &attribution.cue.tokens);
        spans
            .iter()
            .map(|span| span.slice(sentence).to_lowercase())
            .collect::<Vec<_>>()
            .join(" ")
    };
    attribute(&document, &facts, lexicon)
        .iter()
        .map(|attribution| (attribution.cue.id, words(attribution)))
        .collect()
}

/// Whether a cue is the entry, or a longer cue that contains it.
fn covers(lexicon: &Lexicon, entry: CueId, cue: Option<CueId>) -> bool {
    let holds = |longer: &Cue, shorter: &Cue| {
        longer.kind == shorter.kind
            && longer.lemma != shorter.lemma
            && format!(" {} ", longer.lemma).contains(&format!(" {} ", shorter.lemma))
    };
    cue.is_some_and(|cue| cue == entry || holds(lexicon.cue(cue), lexicon.cue(entry)))
}

#[test]
fn cue_entries_do_what_their_examples_say() {
    let lexicon = Lexicon::builtin();
    let (mut examples, mut failures) = (0, Vec::new());
    for index in 0..lexicon.cues().len() {
        let id = CueId(index as u32);
        let lemma = &lexicon.cue(id).lemma;
        let Some(prose) = lexicon.cue_prose(id) else {
            failures.push(format!("{lemma}: no prose"));
            continue;
        };
        examples += prose.examples_hit.len() + prose.examples_miss.len();
        for example in &prose.examples_hit {
            let cues = found(&lexicon, example);
            if !cues.iter().any(|(cue, _)| covers(&lexicon, id, *cue)) {
                failures.push(format!(
                    "{lemma}: not found in \u{201C}{example}\u{201D}; found {cues:?}"
                ));
            }
        }
        for example in &prose.examples_miss {
            if found(&lexicon, example)
                .iter()
                .any(|(cue, _)| *cue == Some(id))
            {
                failures.push(format!(
                    "{lemma}: found in its counter-example \u{201C}{example}\u{201D}"
                ));
            }
        }
    }
    assert!(examples > 1_500, "{examples} examples");
    assert!(
        failures.is_empty(),
        "{} of {examples} examples fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
