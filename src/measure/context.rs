//! How much of an article goes back behind the event (measures §5.5).

use super::evidence::EvidenceKind;
use super::registry::{Family, Measure, Unit};
use super::{Sheet, Subject};

const LIMITS: &str = "Reads years before that of publication, spans of years, beginnings and named agreements; background told without a date is missed. Without a date of publication every year counts as an earlier one.";
const SOURCE: &str = "Own definition, after episodic and thematic framing (Iyengar 1991)";

pub(super) const FAMILY: Family = Family {
    name: "context",
    title: "Where the story begins",
    measures: &[
        Measure {
            id: "context.share",
            code: "M4.5",
            name: "context share",
            unit: Unit::Share,
            denominator: "body words",
            formula: "CS = words of body sentences that go back behind the event / body words",
            meaning: "How much of the article is history rather than the event.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "context sentences",
            range: "0–1",
            ..Measure::BLANK
        },
        Measure {
            id: "context.sentences",
            code: "M4.5",
            name: "context sentences",
            unit: Unit::Count,
            formula: "body sentences that go back behind the event",
            meaning: "In how many sentences the article looks back.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "context sentences",
            ..Measure::BLANK
        },
    ],
    measure,
};

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let count = subject.context.sentences.len();
    let evidence = Sheet::all(EvidenceKind::Background, count);
    sheet.share(
        "context.share",
        subject.context.words(),
        subject.document.body_words(),
        "the body has no words",
        evidence.clone(),
    );
    sheet.count("context.sentences", count as u32, evidence);
}
