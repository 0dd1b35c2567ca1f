//! Every example of every word of harm is read as a harm construction by its entry, and no counter-example is.

use parallax::attribution::Scene;
use parallax::framing::harm;
use parallax::lexicon::{HarmId, HarmUse, Lexicon};
use parallax::party::Mentions;
use parallax::text::Document;

/// The entries whose constructions a sentence holds, and whether a construction is active with a noun or has its victim from a light verb.
fn found(lexicon: &Lexicon, sentence: &str) -> Vec<HarmId> {
    let document = Document::from_plain(sentence, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    let scene = Scene::new(&document, &facts, lexicon);
    let harms = harm::find(&scene, &Mentions::default());
    let all = harms.constructions.iter().chain(&harms.missing);
    all.map(|found| found.harm).collect()
}

/// Whether the light verb stands in a sentence that holds a harm: it makes no construction of its own.
fn carries(lexicon: &Lexicon, id: HarmId, sentence: &str) -> bool {
    let document = Document::from_plain(sentence, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    let mut matches = Vec::new();
    for of in &document.sentences {
        lexicon.harms_in(&document, &facts, &of.tokens, &mut matches);
    }
    matches.iter().any(|one| one.harm == id) && !found(lexicon, sentence).is_empty()
}

#[test]
fn words_of_harm_do_what_their_examples_say() {
    let lexicon = Lexicon::builtin();
    let (mut examples, mut failures) = (0, Vec::new());
    for index in 0..lexicon.harms().len() {
        let id = HarmId(index as u32);
        let entry = lexicon.harm(id);
        let light = matches!(entry.part, HarmUse::Light | HarmUse::Undergo);
        let name = format!("{} ({})", entry.lemma, entry.part);
        let prose = lexicon.harm_prose(id).expect("prose");
        for example in &prose.examples_hit {
            examples += 1;
            let hit = if light {
                carries(&lexicon, id, example)
            } else {
                found(&lexicon, example).contains(&id)
            };
            if !hit {
                failures.push(format!("{name}: not found in \u{201C}{example}\u{201D}"));
            }
        }
        for example in &prose.examples_miss {
            examples += 1;
            if found(&lexicon, example).contains(&id) {
                failures.push(format!(
                    "{name}: found in its counter-example \u{201C}{example}\u{201D}"
                ));
            }
        }
    }
    assert!(examples > 500, "{examples} examples");
    assert!(
        failures.is_empty(),
        "{} of {examples} examples fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
