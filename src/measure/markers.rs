//! Is it checkable, and was the other side asked: phrases of verification and reply, and words given to nobody.

use super::evidence::EvidenceKind;
use super::phrases::{Found, Phrase};
use super::registry::{Family, Measure, Unit};
use super::{EvidenceId, Sheet, Subject, epistemic, scare};
use crate::attribution::Voice;
use crate::lexicon::{Category, Level, PhraseMatch};
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// What a marker says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MarkerClass {
    /// What could or could not be checked.
    Verification,
    /// Who was asked for a reply, and what came.
    ReplySought,
    /// Content given to nobody in particular.
    Vague,
    /// A word or two in quotation marks that nobody is said to have used.
    ScareQuote,
}

impl MarkerClass {
    /// The phrases of the packs.
    const PHRASES: [(Self, Phrase); 3] = [
        (Self::Verification, Phrase::Verification),
        (Self::ReplySought, Phrase::ReplySought),
        (Self::Vague, Phrase::Vague),
    ];
}

/// A phrase that says what was checked and who was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// What it says.
    pub class: MarkerClass,
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// Its sentence, an index into the document's.
    pub sentence: usize,
}

const SOURCE: &str = "Own definition; phrase lists in the markers pack";

pub(super) const FAMILY: Family = Family {
    name: "checks",
    title: "Checked and asked",
    measures: &[
        Measure {
            id: "vague.count",
            code: "M2.5",
            name: "vague attributions",
            unit: Unit::Count,
            formula: "VA = vague attributions, phrases and consensus words in the author's voice, overlapping ones once",
            meaning: "How often content is given to nobody who could be asked: it is said, critics say.",
            limits: "A vague attribution may stand for a source named elsewhere.",
            source: SOURCE,
            evidence: "vague attributions, markers and epistemic terms",
            ..Measure::BLANK
        },
        Measure {
            id: "verification.count",
            code: "M2.5",
            name: "verification stated",
            unit: Unit::Count,
            formula: "VM = verification phrases in the body, all voices",
            meaning: "How often the article says what could or could not be checked, or that no evidence was given.",
            limits: "Says nothing about whether checks were made and not told.",
            source: SOURCE,
            evidence: "markers",
            ..Measure::BLANK
        },
        Measure {
            id: "reply.count",
            code: "M2.5",
            name: "reply sought",
            unit: Unit::Count,
            formula: "RQ = phrases of reply in the body, all voices",
            meaning: "How often the article says that somebody was asked for a reply.",
            limits: "A reply that came and is quoted is not counted here.",
            source: SOURCE,
            evidence: "markers",
            ..Measure::BLANK
        },
    ],
    measure,
};

/// Finds the markers of the body, in order; those of one class do not overlap.
pub(super) fn find(subject: &Subject<'_>, phrases: &Found) -> Vec<Marker> {
    let document = subject.document;
    let mut found = Vec::new();
    for (class, phrase) in MarkerClass::PHRASES {
        let mut free = 0;
        for PhraseMatch { tokens, .. } in phrases.of(phrase) {
            let own = || subject.voices.of(tokens.start) == Voice::Author;
            if tokens.start < free
                || !subject.in_body(tokens.start)
                || (class == MarkerClass::Vague && !own())
            {
                continue;
            }
            free = tokens.end;
            found.push(Marker {
                class,
                tokens: tokens.clone(),
                sentence: document.sentence_of(tokens.start),
            });
        }
    }
    let scare = scare::scare_quotes(document, subject.facts, subject.voices);
    found.extend(
        scare
            .into_iter()
            .filter(|tokens| subject.in_body(tokens.start))
            .map(|tokens| Marker {
                class: MarkerClass::ScareQuote,
                sentence: document.sentence_of(tokens.start),
                tokens,
            }),
    );
    found.sort_by_key(|marker| (marker.tokens.start, marker.class));
    found
}

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let vague = vague(subject, sheet);
    sheet.count("vague.count", vague.len() as u32, vague);
    for (id, class) in [
        ("verification.count", MarkerClass::Verification),
        ("reply.count", MarkerClass::ReplySought),
    ] {
        let found: Vec<EvidenceId> = of_class(sheet, class).map(|(id, _)| id).collect();
        sheet.count(id, found.len() as u32, found);
    }
}

fn of_class(sheet: &Sheet, class: MarkerClass) -> impl Iterator<Item = (EvidenceId, &Marker)> {
    sheet
        .markers
        .iter()
        .enumerate()
        .filter(move |(_, marker)| marker.class == class)
        .map(|(index, marker)| (EvidenceId::new(EvidenceKind::Marker, index), marker))
}

/// Vague attributions, then the phrases and consensus words that no attribution covers; what overlaps counts once.
fn vague(subject: &Subject<'_>, sheet: &Sheet) -> Vec<EvidenceId> {
    let attributions = || subject.attributions.iter().zip(&sheet.ids.attributions);
    let named = attributions().filter(|(attribution, _)| attribution.level != Level::Vague);
    let mut taken: Vec<Range<TokenIndex>> = named
        .flat_map(|(attribution, _)| attribution.cue.tokens.iter().chain(&attribution.source))
        .cloned()
        .collect();
    let mut take = |ranges: &[Range<TokenIndex>]| {
        let apart = |one: &Range<TokenIndex>, other: &Range<TokenIndex>| {
            other.end <= one.start || one.end <= other.start
        };
        let free = ranges
            .iter()
            .all(|one| taken.iter().all(|other| apart(one, other)));
        if free {
            taken.extend_from_slice(ranges);
        }
        free
    };
    let mut found = Vec::new();
    for (attribution, &id) in attributions() {
        if attribution.level == Level::Vague
            && subject.counts(attribution)
            && take(&attribution.cue.tokens)
        {
            found.push(id);
        }
    }
    for (id, marker) in of_class(sheet, MarkerClass::Vague) {
        if take(std::slice::from_ref(&marker.tokens)) {
            found.push(id);
        }
    }
    let consensus = epistemic::hits(subject, sheet, Category::VagueConsensus);
    for (term, id) in subject.terms.iter().zip(&sheet.ids.terms) {
        if consensus.contains(id) && take(std::slice::from_ref(&term.tokens)) {
            found.push(*id);
        }
    }
    found
}
