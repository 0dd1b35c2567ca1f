//! Words of the body and whose they are.

use super::evidence::EvidenceKind;
use super::registry::{Family, Measure, Unit};
use super::{EvidenceId, Sheet, Subject};
use crate::article::ZoneKind;
use crate::attribution::Voice;

const NO_WORDS: &str = "no words in the body";
const SOURCE: &str = "Voices: own definition, after reporting and reported speech in PDTB and PARC 3.0 (Pareti 2016)";
const LIMITS: &str = "A word inside indirect speech may be the reporter's paraphrase; nobody can tell from the text.";

pub(super) const FAMILY: Family = Family {
    name: "words",
    title: "Words and voices",
    measures: &[
        Measure {
            id: "words.body",
            code: "M0.1",
            name: "body words",
            unit: Unit::Words,
            formula: "W_body = words of all body blocks",
            meaning: "How long the article is, without headline, subheads, captions and boilerplate.",
            limits: "Marks are no words; a number is one word.",
            source: "Word boundaries of UAX #29",
            evidence: "body zones",
            ..Measure::BLANK
        },
        Measure {
            id: "words.sentences",
            code: "M0.2",
            name: "sentences",
            unit: Unit::Count,
            formula: "sentences of all body blocks",
            meaning: "How many sentences the body has.",
            limits: "Abbreviations are known by list; an unknown one may cut a sentence in two.",
            source: "Sentence boundaries of UAX #29, mended",
            evidence: "body zones",
            ..Measure::BLANK
        },
        Measure {
            id: "voice.author",
            code: "M0.3",
            name: "author's words",
            unit: Unit::Share,
            denominator: "body words",
            formula: "W_author / W_body",
            meaning: "The part of the body that the outlet says itself, cues and names of sources included.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "body zones; what is not the author's is the evidence of the other two voices",
            range: "0–1",
            interval: super::IntervalKind::Sentences,
            ..Measure::BLANK
        },
        Measure {
            id: "voice.ambiguous",
            code: "M0.4",
            name: "ambiguous words",
            unit: Unit::Share,
            denominator: "body words",
            formula: "W_ambiguous / W_body",
            meaning: "Words in the object of a speech act: \"demanded the withdrawal of the occupying forces\". Nobody can know whose word \"occupying\" is.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "speech acts",
            range: "0–1",
            interval: super::IntervalKind::Sentences,
            ..Measure::BLANK
        },
    ],
    measure,
};

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let document = subject.document;
    let body: Vec<EvidenceId> = document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.zone.kind == ZoneKind::Body)
        .map(|(index, _)| EvidenceId::new(EvidenceKind::Zone, index))
        .collect();
    let words = document.body_words();
    sheet.count("words.body", words, body.clone());
    sheet.count("words.sentences", document.body_sentences(), body.clone());
    let voices = subject.voices;
    sheet.share("voice.author", voices.author, words, NO_WORDS, body);
    let ambiguous = speaking(subject, sheet, Voice::Ambiguous);
    sheet.share(
        "voice.ambiguous",
        voices.ambiguous,
        words,
        NO_WORDS,
        ambiguous,
    );
}

/// The attributions that hold body words of a voice.
pub(super) fn speaking(subject: &Subject<'_>, sheet: &Sheet, voice: Voice) -> Vec<EvidenceId> {
    subject
        .attributions
        .iter()
        .zip(&sheet.ids.attributions)
        .filter(|(attribution, _)| {
            attribution.content.iter().flat_map(Clone::clone).any(|at| {
                subject.document.tokens[at].is_word()
                    && subject.voices.of(at) == voice
                    && subject.in_body(at)
            })
        })
        .map(|(_, &id)| id)
        .collect()
}
