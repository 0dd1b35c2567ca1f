//! What is hedged, boosted and taken for granted, and what is held at arm's length.

use super::evidence::EvidenceKind;
use super::markers::MarkerClass;
use super::registry::{Family, IntervalKind, Measure, Unit};
use super::{EvidenceId, Sheet, Subject};
use crate::attribution::Voice;
use crate::lexicon::{Category, Family as Kind, TermStatus};

const SOURCE: &str = "Hyland 2005 on hedges and boosters; Hooper 1975 and Karttunen 1971 on factives and implicatives; Recasens et al. 2013; entries are our own";
const LIMITS: &str =
    "Most uses are ordinary and right; only the difference between articles says something.";

const fn rate(id: &'static str, name: &'static str, meaning: &'static str) -> Measure {
    Measure {
        id,
        code: "M1.4",
        name,
        unit: Unit::PerThousandWords,
        denominator: "author's body words",
        formula: "1000 · hits / W_author",
        meaning,
        limits: LIMITS,
        source: SOURCE,
        evidence: "epistemic terms in the author's voice",
        range: "0 and more",
        interval: IntervalKind::Rate,
        ..Measure::BLANK
    }
}

pub(super) const FAMILY: Family = Family {
    name: "epistemic",
    title: "Certainty and distance",
    measures: &[
        rate(
            "epistemic.hedge",
            "hedges",
            "Words that lower the author's commitment: may, reportedly.",
        ),
        rate(
            "epistemic.booster",
            "boosters",
            "Words that raise the author's commitment: clearly, of course.",
        ),
        rate(
            "epistemic.factive",
            "factives",
            "Verbs that take their content for true: realise, reveal.",
        ),
        rate(
            "epistemic.implicative",
            "implicatives",
            "Verbs that entail what follows or its opposite: manage to, fail to.",
        ),
        rate(
            "epistemic.presupposition",
            "presuppositions",
            "Words that take something for granted: continue, again, still.",
        ),
        rate(
            "epistemic.quantity",
            "vague quantities",
            "Quantities without a figure, floors and ceilings: many, at least.",
        ),
        Measure {
            id: "distancing.author",
            code: "M1.5",
            name: "distancing",
            unit: Unit::Count,
            formula: "distancing words and scare quotes in the author's voice",
            meaning: "How often the author holds a word at arm's length: so-called, alleged, or quotation marks around a word or two that nobody is said to have used.",
            limits: "Titles and nicknames in quotation marks are left out where the words around them tell.",
            source: "Own definition",
            evidence: "distancing terms and scare quotes",
            ..Measure::BLANK
        },
    ],
    measure,
};

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let words = subject.voices.words(Voice::Author);
    for (id, category) in [
        ("epistemic.hedge", Category::Hedge),
        ("epistemic.booster", Category::Booster),
        ("epistemic.factive", Category::Factive),
        ("epistemic.implicative", Category::Implicative),
        ("epistemic.presupposition", Category::Presupposition),
        ("epistemic.quantity", Category::Quantity),
    ] {
        let found = hits(subject, sheet, category);
        sheet.rate(id, found.len() as u32, words, found);
    }
    let mut found = hits(subject, sheet, Category::Distancing);
    found.extend(
        sheet
            .markers
            .iter()
            .enumerate()
            .filter(|(_, marker)| marker.class == MarkerClass::ScareQuote)
            .map(|(index, _)| EvidenceId::new(EvidenceKind::Marker, index)),
    );
    sheet.count("distancing.author", found.len() as u32, found);
}

/// Epistemic terms of a category in the author's body words; a negated hedge is a hedge.
pub(super) fn hits(subject: &Subject<'_>, sheet: &Sheet, category: Category) -> Vec<EvidenceId> {
    subject
        .terms
        .iter()
        .zip(&sheet.ids.terms)
        .filter(|(term, _)| {
            let entry = subject.lexicon.entry(term.entry);
            entry.category == category
                && entry.category.family() == Kind::Epistemic
                && matches!(term.status, TermStatus::Plain | TermStatus::Negated)
                && subject.sentence_number(term.sentence) > 0
                && subject.voices.of(term.tokens.start) == Voice::Author
        })
        .map(|(_, &id)| id)
        .collect()
}
