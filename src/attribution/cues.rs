//! The cues of a document, found once and read by token index.

use crate::lexicon::{Cue, CueKind, CueMatch, CuesByToken, Facts, Lexicon, VerbForm};
use crate::text::{Document, TokenIndex};

/// All cue matches of a document by their first token.
pub(crate) struct Cues<'a> {
    found: CuesByToken<'a>,
}

impl<'a> Cues<'a> {
    pub(super) fn find(document: &'a Document<'a>, facts: &'a Facts, lexicon: &'a Lexicon) -> Self {
        Self {
            found: lexicon.cues_of_document(document, facts),
        }
    }

    /// The cues that begin at a token, the longest first.
    #[inline]
    pub(super) fn at(&self, index: TokenIndex) -> &'a [CueMatch] {
        self.found.at(index)
    }

    /// The form of the verb cue that begins at a token.
    pub(super) fn verb_form(&self, lexicon: &Lexicon, index: TokenIndex) -> Option<VerbForm> {
        self.at(index)
            .iter()
            .find(|found| lexicon.cue(found.cue).kind == CueKind::Verb)
            .map(|found| found.form)
    }

    /// The cues of one kind that begin at a token, the longest first.
    #[inline]
    pub(super) fn of_kind(
        &self,
        lexicon: &'a Lexicon,
        index: TokenIndex,
        kind: CueKind,
    ) -> impl Iterator<Item = (&'a CueMatch, &'a Cue)> {
        self.at(index)
            .iter()
            .map(|found| (found, lexicon.cue(found.cue)))
            .filter(move |(_, cue)| cue.kind == kind)
    }
}
