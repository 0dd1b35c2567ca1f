//! Finds cues, roles and phrases of classes in a document.

use super::Lexicon;
use super::compile::{cue_of, role_of};
use super::context::Surroundings;
use super::cue::{CueId, CueMatch, VerbForm};
use super::facts::{Facts, Kind};
use super::role::RoleId;
use super::trie::NOWHERE;
use super::walk::Walk;
use crate::text::Document;
use std::ops::Range;

/// A head noun of a source, found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMatch {
    /// Which role.
    pub role: RoleId,
    /// Whether in the plural.
    pub plural: bool,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A class by name, ready to be looked for in documents.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'l> {
    lexicon: &'l Lexicon,
    class: Option<u32>,
}

impl Phrases<'_> {
    /// The longest word or phrase of the class that begins at `index`.
    pub fn at(&self, document: &Document<'_>, facts: &Facts, index: usize) -> Option<Range<usize>> {
        let end =
            self.lexicon
                .phrase_end(self.class?, document, facts, index, document.tokens.len())?;
        Some(index..end)
    }
}

impl Lexicon {
    /// The cues that begin at a token, the longest first; those that their own context lists cancel are left out. Allocates only where there is one.
    pub fn cues_at(&self, document: &Document<'_>, facts: &Facts, index: usize) -> Vec<CueMatch> {
        if !facts.may_start_cue(document, index) {
            return Vec::new();
        }
        let mut found = Vec::new();
        Walk::new(
            &self.cue_trie,
            Kind::Cues,
            document,
            facts,
            document.tokens.len(),
        )
        .at(index, &mut found);
        if found.is_empty() {
            return Vec::new();
        }
        let sentence = document.sentences[document.sentence_of(index)]
            .tokens
            .clone();
        found.retain(|&(end, _)| end <= sentence.end);
        let around = Surroundings {
            document,
            facts,
            sentence,
        };
        let mut cues: Vec<CueMatch> = Vec::with_capacity(found.len());
        for (end, node) in found {
            for &payload in self.cue_trie.accepts(node) {
                let (id, form, plural) = cue_of(payload);
                if cues.last().is_some_and(|last| {
                    last.cue == id
                        && last.form == form
                        && last.plural == plural
                        && last.tokens.end == end
                }) {
                    continue; // listed twice, as a rule's form and an irregular one
                }
                let (tokens, context) = (index..end, self.cue(id).context());
                // What stands before a noun tells nothing of a form that is no noun: "the annual report", but "the news reported".
                let noun_like = matches!(
                    form,
                    VerbForm::Base | VerbForm::ThirdS | VerbForm::Invariable
                );
                let guarded = !self.cue(id).ambiguous_noun || noun_like;
                if context.not_before.after(&around, &tokens).is_none()
                    && (!guarded || context.not_after.before(&around, &tokens).is_none())
                {
                    cues.push(CueMatch {
                        cue: id,
                        form,
                        plural,
                        tokens,
                    });
                }
            }
        }
        cues
    }

    /// The longest head of a source that begins at a token: `think tank`, `spokesman`.
    pub fn role_at(
        &self,
        document: &Document<'_>,
        facts: &Facts,
        index: usize,
    ) -> Option<RoleMatch> {
        let mut found = Vec::new();
        Walk::new(
            &self.role_trie,
            Kind::Roles,
            document,
            facts,
            document.tokens.len(),
        )
        .at(index, &mut found);
        let &(end, node) = found.first()?;
        let (role, plural) = role_of(*self.role_trie.accepts(node).first()?);
        Some(RoleMatch {
            role,
            plural,
            tokens: index..end,
        })
    }

    /// The words and phrases of the class `name`, to be looked for with [`Phrases::at`].
    pub fn phrases(&self, name: &str) -> Phrases<'_> {
        Phrases {
            lexicon: self,
            class: self.classes.find(name),
        }
    }

    /// One past the last token of the longest phrase of a class that begins at `index` and does not go beyond `limit`.
    pub(super) fn phrase_end(
        &self,
        class: u32,
        document: &Document<'_>,
        facts: &Facts,
        index: usize,
        limit: usize,
    ) -> Option<usize> {
        let word = facts.word(document, index);
        if word.nodes[Kind::Phrases as usize] == NOWHERE
            && !word.branches
            && word.classes.is_empty()
            && !self.phrases.capitals
        {
            return None;
        }
        let mut found = Vec::new();
        Walk::new(&self.phrases, Kind::Phrases, document, facts, limit).at(index, &mut found);
        let longest = found
            .iter()
            .find(|(_, node)| self.phrases.accepts(*node).contains(&class))
            .map(|&(end, _)| end);
        longest.or_else(|| {
            self.classes
                .known(class)
                .is_some_and(|known| facts.has(document, index, known))
                .then_some(index + 1)
        })
    }

    /// The cue with this lemma, of any kind.
    pub fn cue_by_lemma(&self, lemma: &str) -> Option<CueId> {
        self.cues
            .iter()
            .position(|cue| cue.lemma == lemma)
            .map(|index| CueId(index as u32))
    }
}
