//! The cues of a document, found once and read by token index.

use crate::lexicon::{Cue, CueKind, CueMatch, Facts, Lexicon, VerbForm};
use crate::text::{Document, TokenIndex};

/// All cue matches of a document by their first token.
pub(crate) struct Cues {
    matches: Vec<CueMatch>,
    /// Where the matches of each token begin in `matches`.
    first: Vec<u32>,
}

impl Cues {
    pub(super) fn find(document: &Document<'_>, facts: &Facts, lexicon: &Lexicon) -> Self {
        let mut matches: Vec<CueMatch> = Vec::new();
        let mut first = Vec::with_capacity(document.tokens.len() + 1);
        for at in 0..document.tokens.len() {
            first.push(matches.len() as u32);
            if facts.may_start_cue(document, at) {
                matches.extend(lexicon.cues_at(document, facts, at));
            }
        }
        first.push(matches.len() as u32);
        Self { matches, first }
    }

    /// The cues that begin at a token, the longest first.
    pub(super) fn at(&self, index: TokenIndex) -> &[CueMatch] {
        let (Some(&from), Some(&to)) = (self.first.get(index), self.first.get(index + 1)) else {
            return &[];
        };
        &self.matches[from as usize..to as usize]
    }

    /// The form of the verb cue that begins at a token.
    pub(super) fn verb_form(&self, lexicon: &Lexicon, index: TokenIndex) -> Option<VerbForm> {
        self.at(index)
            .iter()
            .find(|found| lexicon.cue(found.cue).kind == CueKind::Verb)
            .map(|found| found.form)
    }

    /// The cues of one kind that begin at a token, the longest first.
    pub(super) fn of_kind<'a>(
        &'a self,
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
