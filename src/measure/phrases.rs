//! The phrases that the measures ask for, found in one pass.

use super::Subject;
use crate::lexicon::PhraseMatch;

/// A class of phrases in the markers pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Phrase {
    /// What could or could not be checked.
    Verification,
    /// Who was asked for a reply.
    ReplySought,
    /// Content given to nobody.
    Vague,
    /// Makes a figure one of people harmed.
    Casualty,
    /// Makes a figure one of damage.
    Damage,
    /// Says what caused something.
    Cause,
    /// Compares with all others or with another time.
    Comparison,
}

impl Phrase {
    /// The names in the packs, in the order of the variants.
    const NAMES: [&'static str; 7] = [
        "verification_marker",
        "reply_sought",
        "vague_source_phrase",
        "casualty_word",
        "damage_word",
        "causal_marker",
        "comparison_marker",
    ];
}

/// All of them in one article, in order.
#[derive(Debug, Default)]
pub(super) struct Found(Vec<PhraseMatch>);

impl Found {
    pub(super) fn new(subject: &Subject<'_>) -> Self {
        let found = subject
            .lexicon
            .phrases_of(&Phrase::NAMES, subject.document, subject.facts);
        Self(found)
    }

    /// Those of a class.
    pub(super) fn of(&self, class: Phrase) -> impl Iterator<Item = &PhraseMatch> {
        self.0
            .iter()
            .filter(move |found| found.class == class as usize)
    }

    /// Those that begin in a stretch of tokens, whatever their class.
    pub(super) fn within(&self, tokens: &std::ops::Range<usize>) -> &[PhraseMatch] {
        let from = self
            .0
            .partition_point(|found| found.tokens.start < tokens.start);
        let to = self
            .0
            .partition_point(|found| found.tokens.start < tokens.end);
        &self.0[from..to]
    }
}
