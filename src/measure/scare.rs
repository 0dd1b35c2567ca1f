//! Scare quotes: a word or two in quotation marks that nobody is said to have used.

use crate::article::ZoneKind;
use crate::attribution::{Voice, Voices};
use crate::lexicon::{Facts, TermMatch, WordClass};
use crate::text::{Document, TokenIndex};
use std::ops::Range;

/// Most words that scare quotes hold; longer ones are somebody's speech.
const MOST_WORDS: u32 = 3;

/// The quotations of body and headings that hold words at arm's length, marks excluded, in order.
///
/// A short quotation in the author's voice is one, unless it is a title, a nickname, or only numbers.
pub fn scare_quotes(
    document: &Document<'_>,
    facts: &Facts,
    voices: &Voices,
) -> Vec<Range<TokenIndex>> {
    document
        .quotations
        .iter()
        .filter(|quotation| {
            quotation.depth == 0
                && (1..=MOST_WORDS).contains(&quotation.words)
                && quotation.outer != quotation.inner
                && quotation
                    .inner
                    .clone()
                    .all(|at| voices.of(at) == Voice::Author)
        })
        .map(|quotation| quotation.inner.clone())
        .filter(|inner| !is_title(document, inner) && !is_named(document, facts, inner))
        .collect()
}

/// Terms inside scare quotes are no plain uses.
pub fn distance_terms(terms: &mut [TermMatch], scare: &[Range<TokenIndex>]) {
    for term in terms {
        if scare
            .iter()
            .any(|inner| inner.start <= term.tokens.start && term.tokens.end <= inner.end)
        {
            term.distance();
        }
    }
}

/// Capitals throughout, or no letters at all: the title of a work, a nickname, a measure in inches.
fn is_title(document: &Document<'_>, inner: &Range<TokenIndex>) -> bool {
    let block = &document.blocks[document.sentences[document.sentence_of(inner.start)].block];
    let heading = block.zone.kind != ZoneKind::Body;
    let mut words = document.tokens[inner.clone()]
        .iter()
        .filter(|token| {
            token.is_word()
                && token
                    .span()
                    .slice(document.text)
                    .contains(char::is_alphabetic)
        })
        .peekable();
    words.peek().is_none() || (!heading && words.all(|token| token.capital))
}

/// The words before say that it is a name: the film "…", nicknamed "…".
fn is_named(document: &Document<'_>, facts: &Facts, inner: &Range<TokenIndex>) -> bool {
    (0..inner.start)
        .rev()
        .find(|&at| document.tokens[at].is_word())
        .is_some_and(|at| {
            facts.any(
                document,
                at,
                &[
                    WordClass::Work,
                    WordClass::Naming,
                    WordClass::DistancingWord,
                ],
            )
        })
}
