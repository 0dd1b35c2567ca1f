//! What the outlet states itself: sentences of the author's voice that hold a claim, without a source.

use super::evidence::EvidenceKind;
use super::phrases::{Found, Phrase};
use super::registry::{Family, IntervalKind, Measure, Unit};
use super::{Sheet, Subject};
use crate::attribution::Voice;
use crate::lexicon::{Category, PhraseMatch, WordClass};
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// How far a figure may stand from the word that makes it one of harm, in words.
const NEAR: usize = 6;

/// What makes a sentence a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// A figure of people harmed.
    CasualtyFigure,
    /// A figure of damage.
    DamageFigure,
    /// A purpose.
    Intent,
    /// A legal or moral verdict.
    LegalMoral,
    /// A status that the parties dispute.
    ContestedStatus,
    /// A cause of harm.
    Cause,
    /// A comparison with all others or with another time.
    Comparison,
    /// A harm with somebody who does it.
    HarmAgent,
}

/// A trigger in the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TriggerMatch {
    /// First token.
    pub start: TokenIndex,
    /// One past the last token.
    pub end: TokenIndex,
    /// What it is.
    pub trigger: Trigger,
}

/// A sentence of the body with triggers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its sentence, an index into the document's.
    pub sentence: usize,
    /// The triggers in the author's voice, in order.
    pub triggers: Vec<TriggerMatch>,
}

/// The claims of an article, and how many sentences hold a trigger in any voice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Claims {
    pub(super) own: Vec<Claim>,
    pub(super) sentences: u32,
}

const LIMITS: &str = "Not a list of errors: common knowledge needs no source. Triggers are figures of harm and damage, harm with somebody who does it, verdicts, disputed status, intent, causes of harm and superlatives; a claim worded otherwise is missed.";
const SOURCE: &str = "Own definition";

pub(super) const FAMILY: Family = Family {
    name: "claims",
    title: "Claims in the outlet's own voice",
    measures: &[
        Measure {
            id: "claims.unattributed",
            code: "M2.4",
            name: "unattributed claims",
            unit: Unit::Count,
            formula: "UC = body sentences with a claim trigger in the author's voice",
            meaning: "How many sentences state a checkable or disputable thing without saying who says so.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "claims",
            ..Measure::BLANK
        },
        Measure {
            id: "claims.unattributed.share",
            code: "M2.4",
            name: "claims unattributed",
            unit: Unit::Share,
            denominator: "body sentences with a trigger in any voice",
            formula: "UC / sentences with a trigger",
            meaning: "Of the sentences with such a claim, the part that the outlet states itself.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "claims",
            range: "0–1",
            interval: IntervalKind::Proportion,
            ..Measure::BLANK
        },
    ],
    measure,
};

fn measure(_: &Subject<'_>, sheet: &mut Sheet) {
    let own = sheet.claims.own.len();
    let sentences = sheet.claims.sentences;
    let evidence = Sheet::all(EvidenceKind::Claim, own);
    sheet.count("claims.unattributed", own as u32, evidence.clone());
    sheet.share(
        "claims.unattributed.share",
        own as u32,
        sentences,
        "no sentence holds a claim of these kinds",
        evidence,
    );
}

/// Finds the claims of the body, in order.
pub(super) fn find(subject: &Subject<'_>, phrases: &Found) -> Claims {
    let mut claims = Claims::default();
    let mut terms = subject.terms.iter().peekable();
    let harms = &subject.harms.constructions;
    let mut harm = 0;
    for (index, sentence) in subject.document.sentences.iter().enumerate() {
        let mut triggers = Vec::new();
        let mut violent = false;
        while let Some(term) = terms.next_if(|term| term.sentence <= index) {
            if term.sentence < index || !term.status.counts() {
                continue;
            }
            let category = subject.lexicon.entry(term.entry).category;
            violent |= category == Category::ViolenceAct;
            if let Some(trigger) = of_category(category) {
                triggers.push(TriggerMatch {
                    start: term.tokens.start,
                    end: term.tokens.end,
                    trigger,
                });
            }
        }
        while let Some(found) = harms.get(harm).filter(|found| found.sentence <= index) {
            harm += 1;
            // Who acts is claimed where an actor is named; a weapon or an event claims nothing of anybody.
            if found.sentence == index && found.counts() && found.actor().is_some() {
                triggers.push(TriggerMatch {
                    start: found.predicate.start,
                    end: found.predicate.end,
                    trigger: Trigger::HarmAgent,
                });
            }
        }
        if sentence.number == 0 {
            continue;
        }
        in_sentence(subject, phrases, &sentence.tokens, violent, &mut triggers);
        claims.sentences += u32::from(!triggers.is_empty());
        triggers.retain(|found| subject.voices.of(found.start) == Voice::Author);
        if !triggers.is_empty() {
            triggers.sort_unstable();
            claims.own.push(Claim {
                sentence: index,
                triggers,
            });
        }
    }
    claims
}

const fn of_category(category: Category) -> Option<Trigger> {
    match category {
        Category::Intent => Some(Trigger::Intent),
        Category::LegalMoral => Some(Trigger::LegalMoral),
        Category::ContestedStatus => Some(Trigger::ContestedStatus),
        _ => None,
    }
}

/// Adds the figures, causes and comparisons of a sentence.
fn in_sentence(
    subject: &Subject<'_>,
    phrases: &Found,
    tokens: &Range<TokenIndex>,
    violent: bool,
    triggers: &mut Vec<TriggerMatch>,
) {
    let here = phrases.within(tokens);
    let any = |phrase: Phrase| here.iter().any(|found| found.class == phrase as usize);
    if here.is_empty() {
        return;
    }
    let (harm, damage) = (any(Phrase::Casualty), any(Phrase::Damage));
    if harm || damage {
        figures(subject, here, tokens, triggers);
    }
    for found in here {
        let trigger = match found.class {
            class if class == Phrase::Cause as usize && (violent || harm || damage) => {
                Trigger::Cause
            }
            class if class == Phrase::Comparison as usize => Trigger::Comparison,
            _ => continue,
        };
        triggers.push(TriggerMatch {
            start: found.tokens.start,
            end: found.tokens.end,
            trigger,
        });
    }
}

/// Adds the figures that stand near a word of harm or damage.
fn figures(
    subject: &Subject<'_>,
    here: &[PhraseMatch],
    tokens: &Range<TokenIndex>,
    triggers: &mut Vec<TriggerMatch>,
) {
    let words: Vec<TokenIndex> = tokens
        .clone()
        .filter(|&at| subject.document.tokens[at].is_word())
        .collect();
    let position = |at: TokenIndex| words.partition_point(|&word| word < at);
    for (place, &at) in words.iter().enumerate() {
        if !is_figure(subject, at, words.get(place + 1).copied()) {
            continue;
        }
        let near = |phrase: Phrase| {
            here.iter()
                .filter(|found| found.class == phrase as usize)
                .any(|found| position(found.tokens.start).abs_diff(place) <= NEAR)
        };
        let trigger = if near(Phrase::Casualty) {
            Trigger::CasualtyFigure
        } else if near(Phrase::Damage) {
            Trigger::DamageFigure
        } else {
            continue;
        };
        triggers.push(TriggerMatch {
            start: at,
            end: at + 1,
            trigger,
        });
    }
}

/// A number that counts something: neither a year nor a date nor an age in time words.
fn is_figure(subject: &Subject<'_>, at: TokenIndex, next: Option<TokenIndex>) -> bool {
    let (document, facts) = (subject.document, subject.facts);
    let number = facts.word(document, at).number || facts.has(document, at, WordClass::NumberWord);
    let timed = |next| facts.has(document, next, WordClass::Time);
    number && !is_year(document.folded(at)) && !next.is_some_and(timed)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word
            .parse::<u16>()
            .is_ok_and(|year| (1800..=2100).contains(&year))
}
