//! How much of the body is a source's, and how much of that is quoted.

use super::registry::{Family, IntervalKind, Measure, Unit};
use super::voices::speaking;
use super::{EvidenceId, Sheet, Subject};
use crate::attribution::Voice;
use crate::lexicon::Level;

pub(super) const FAMILY: Family = Family {
    name: "reported",
    title: "Reported speech",
    measures: &[
        Measure {
            id: "reported.share",
            code: "M2.1",
            name: "reported share",
            unit: Unit::Share,
            denominator: "body words",
            formula: "RS = W_reported / W_body",
            meaning: "The part of the body that is given as somebody's speech, quoted or not.",
            limits: "A high share says nothing about how many sides speak. On held-out articles the rules are some points off.",
            source: "PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018) for the unit; own formula",
            evidence: "attributions with reported words",
            range: "0–1; about .31 in US political news (PolNeAR, all kinds of cues)",
            interval: IntervalKind::Sentences,
            ..Measure::BLANK
        },
        Measure {
            id: "reported.direct",
            code: "M2.2",
            name: "of it quoted",
            unit: Unit::Share,
            denominator: "reported words",
            formula: "DS = W_direct / W_reported, words inside quotation marks",
            meaning: "How much of what is reported stands in the source's own words.",
            limits: "The rest is the reporter's paraphrase, whose wording may be either's.",
            source: "Pareti et al. 2013 on direct and indirect quotations; own formula",
            evidence: "attributions with quoted words",
            range: "0–1; about .30 of quotations are direct in PARC, .52 in the Sydney Morning Herald",
            interval: IntervalKind::Sentences,
            ..Measure::BLANK
        },
        Measure {
            id: "reported.count",
            code: "M2.1",
            name: "reports",
            unit: Unit::Count,
            formula: "n_report = attributions of level report in the body, neither denied nor hypothetical",
            meaning: "How often somebody's speech is given.",
            limits: "One long quotation and one short clause count the same.",
            source: "Relations of PDTB, PARC 3.0 and PolNeAR",
            evidence: "reports",
            ..Measure::BLANK
        },
        Measure {
            id: "reported.speech_acts",
            code: "M2.1",
            name: "speech acts",
            unit: Unit::Count,
            formula: "attributions of level speech_act in the body, neither denied nor hypothetical",
            meaning: "How often somebody's act of speech is told without the words: demanded a withdrawal.",
            limits: "Presence without a voice; the wording is the outlet's or nobody's.",
            source: "Own definition, after Caldas-Coulthard 1994",
            evidence: "speech acts",
            ..Measure::BLANK
        },
        Measure {
            id: "reported.density",
            code: "M2.1",
            name: "reports per 1,000",
            unit: Unit::PerThousandWords,
            denominator: "body words",
            formula: "AD = 1000 · n_report / W_body",
            meaning: "How densely the article attributes.",
            limits: "Below 100 body words only the count is given.",
            source: "PolNeAR (Newell et al. 2018) for the baseline; own formula",
            evidence: "reports",
            range: "0 and more; PolNeAR: median 17.8, middle half 12–24 (all kinds of cues)",
            interval: IntervalKind::Rate,
            ..Measure::BLANK
        },
    ],
    measure,
};

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let voices = subject.voices;
    let words = subject.document.body_words();
    let reported = speaking(subject, sheet, Voice::Reported);
    sheet.share(
        "reported.share",
        voices.reported,
        words,
        "no words in the body",
        reported,
    );
    let quoted = quoting(subject, sheet);
    let nothing = "nothing is reported";
    sheet.share(
        "reported.direct",
        voices.direct,
        voices.reported,
        nothing,
        quoted,
    );
    let reports = counted(subject, sheet, Level::Report);
    let acts = counted(subject, sheet, Level::SpeechAct);
    let count = reports.len() as u32;
    sheet.count("reported.count", count, reports.clone());
    sheet.count("reported.speech_acts", acts.len() as u32, acts);
    sheet.rate("reported.density", count, words, reports);
}

/// The attributions of a level that are counted.
pub(super) fn counted(subject: &Subject<'_>, sheet: &Sheet, level: Level) -> Vec<EvidenceId> {
    subject
        .attributions
        .iter()
        .zip(&sheet.ids.attributions)
        .filter(|(attribution, _)| attribution.level == level && subject.counts(attribution))
        .map(|(_, &id)| id)
        .collect()
}

/// The attributions with quoted body words that are reported.
fn quoting(subject: &Subject<'_>, sheet: &Sheet) -> Vec<EvidenceId> {
    subject
        .attributions
        .iter()
        .zip(&sheet.ids.attributions)
        .filter(|(attribution, _)| {
            attribution.content.iter().flat_map(Clone::clone).any(|at| {
                let token = subject.document.tokens[at];
                token.is_word()
                    && token.is_quoted()
                    && subject.voices.of(at) == Voice::Reported
                    && subject.in_body(at)
            })
        })
        .map(|(_, &id)| id)
        .collect()
}
