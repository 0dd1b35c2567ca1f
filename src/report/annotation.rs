//! What is worth a mark at its place in the text: what code hosts and editors show beside a line.
//!
//! A mark is an observation, never a fault: what fails a build is a gate that somebody set.

use super::evidence::Fingerprints;
use super::model::{ArticleReport, Place, TermReport};
use crate::attribution::Voice;
use crate::lexicon::{Stance, TermStatus};

/// From this weight on, many readers notice the judgement.
const STRONG: u8 = 2;

/// How much a mark asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing.
    Note,
    /// Worth a look before publication.
    Warning,
}

/// A mark at a place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// What was looked for: `loaded.legal_moral`, `stance.doubting`, `sources.anonymous`.
    pub rule: String,
    /// What the rule looks for, in one sentence.
    pub about: &'static str,
    /// How much it asks for.
    pub weight: Weight,
    /// What was found, in one sentence.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What it is, by its words and their sentence.
    pub fingerprint: String,
}

/// The marks of an article whose text is kept in the report, in the order of the text.
pub fn annotations(article: &ArticleReport) -> Vec<Annotation> {
    let mut fingerprints = Fingerprints::new(article);
    let terms = article.loaded.iter().filter_map(term);
    let cues = article
        .attributions
        .iter()
        .filter(|attribution| attribution.counts() && attribution.stance == Stance::Doubting)
        .filter_map(|attribution| {
            let source = &attribution.source.text;
            let whom = if source.is_empty() {
                "somebody who is not named".to_owned()
            } else {
                format!("\"{source}\"")
            };
            Some(Annotation {
                rule: "stance.doubting".to_owned(),
                about: "Verbs of saying that cast doubt on what is said",
                weight: Weight::Warning,
                message: format!(
                    "\"{}\" casts doubt on what {whom} says",
                    attribution.cue.text
                ),
                place: *attribution.cue.spans.first()?,
                fingerprint: String::new(),
            })
        });
    let unnamed = article
        .sources
        .iter()
        .filter(|source| source.anonymous && source.words > 0 && source.reason.is_none())
        .filter_map(|source| {
            Some(Annotation {
                rule: "sources.anonymous".to_owned(),
                about: "Anonymous sources for whose anonymity no reason is given",
                weight: Weight::Warning,
                message: format!(
                    "\"{}\" is an anonymous source with {} reported words, and no reason is given for the anonymity",
                    source.name, source.words
                ),
                place: *source.mentions.first()?,
                fingerprint: String::new(),
            })
        });
    let mut found: Vec<Annotation> = terms.chain(cues).chain(unnamed).collect();
    found.sort_by(|one, other| (one.place, &one.rule).cmp(&(other.place, &other.rule)));
    for annotation in &mut found {
        annotation.fingerprint = fingerprints.of(&annotation.rule, annotation.place);
    }
    found
}

/// A plain use of a loaded word in the outlet's own voice.
fn term(term: &TermReport) -> Option<Annotation> {
    if term.voice != Voice::Author || term.status != TermStatus::Plain {
        return None;
    }
    let strong = term.weight >= STRONG;
    Some(Annotation {
        rule: format!("loaded.{}", term.category.code()),
        about: "Wording in the outlet's own voice that another outlet may choose otherwise",
        weight: if strong {
            Weight::Warning
        } else {
            Weight::Note
        },
        message: format!(
            "\"{}\" takes a position in the outlet's own voice ({}, {}); why it is listed: parallax lexicon show {}",
            term.text,
            term.category.code().replace('_', " "),
            if strong { "strong" } else { "mild" },
            term.entry
        ),
        place: [term.start, term.end],
        fingerprint: String::new(),
    })
}
