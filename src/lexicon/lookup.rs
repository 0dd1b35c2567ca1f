//! Finds cues, roles and phrases of classes in a document.

use super::Lexicon;
use super::compile::{cue_of, role_of};
use super::context::Surroundings;
use super::cue::{CueId, CueMatch, VerbForm};
use super::facts::{Facts, Kind};
use super::index::ByToken;
use super::role::RoleId;
use super::walk::{Found, Walk};
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

/// The cues of a document by their first token.
#[derive(Debug, Clone, Copy)]
pub struct CuesByToken<'f>(&'f ByToken<CueMatch>);

impl<'f> CuesByToken<'f> {
    /// The cues that begin at a token, the longest first; those that their own context lists cancel are left out.
    #[inline]
    pub fn at(&self, index: usize) -> &'f [CueMatch] {
        self.0.at(index)
    }
}

impl Lexicon {
    /// All cues of a document.
    pub fn cues_of_document<'f>(
        &self,
        document: &Document<'_>,
        facts: &'f Facts,
    ) -> CuesByToken<'f> {
        let find = || self.find_cues(document, facts);
        CuesByToken(facts.cues.get_or_init(find))
    }

    /// The cues that begin at a token, the longest first; those that their own context lists cancel are left out.
    pub fn cues_at<'f>(
        &self,
        document: &Document<'_>,
        facts: &'f Facts,
        index: usize,
    ) -> &'f [CueMatch] {
        self.cues_of_document(document, facts).at(index)
    }

    fn find_cues(&self, document: &Document<'_>, facts: &Facts) -> ByToken<CueMatch> {
        let mut found = Vec::new();
        let mut sentence = 0;
        ByToken::new(document.tokens.len(), |index, cues| {
            while document
                .sentences
                .get(sentence)
                .is_some_and(|of| of.tokens.end <= index)
            {
                sentence += 1;
            }
            let Some(of) = document.sentences.get(sentence) else {
                return;
            };
            if facts.may_start(Kind::Cues, index)
                || self.cue_trie.capitals && facts.may_start_cue(document, index)
            {
                Walk::new(&self.cue_trie, Kind::Cues, document, facts, of.tokens.end)
                    .at(index, &mut found);
                self.cues_of(document, facts, &of.tokens, index, &found, cues);
            }
        })
    }

    /// Adds the cues of the forms that begin at a token.
    fn cues_of(
        &self,
        document: &Document<'_>,
        facts: &Facts,
        sentence: &Range<usize>,
        index: usize,
        found: &[Found],
        cues: &mut Vec<CueMatch>,
    ) {
        let from = cues.len();
        let around = Surroundings {
            document,
            facts,
            sentence: sentence.clone(),
        };
        for &(end, node) in found {
            for &payload in self.cue_trie.accepts(node) {
                let (id, form, plural) = cue_of(payload);
                if cues[from..].last().is_some_and(|last| {
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
    }

    /// The longest head of a source that begins at a token: `think tank`, `spokesman`.
    pub fn role_at<'f>(
        &self,
        document: &Document<'_>,
        facts: &'f Facts,
        index: usize,
    ) -> Option<&'f RoleMatch> {
        facts
            .roles
            .get_or_init(|| self.find_roles(document, facts))
            .at(index)
            .first()
    }

    fn find_roles(&self, document: &Document<'_>, facts: &Facts) -> ByToken<RoleMatch> {
        let walk = Walk::new(
            &self.role_trie,
            Kind::Roles,
            document,
            facts,
            document.tokens.len(),
        );
        let mut found = Vec::new();
        ByToken::new(document.tokens.len(), |index, roles| {
            if !walk.may_start(index) {
                return;
            }
            walk.at(index, &mut found);
            if let Some(&(end, node)) = found.first()
                && let Some(&payload) = self.role_trie.accepts(node).first()
            {
                let (role, plural) = role_of(payload);
                roles.push(RoleMatch {
                    role,
                    plural,
                    tokens: index..end,
                });
            }
        })
    }

    /// The phrases of all classes that begin at a token, the longest first.
    pub(super) fn phrases_at<'f>(
        &self,
        document: &Document<'_>,
        facts: &'f Facts,
        index: usize,
    ) -> &'f [Found] {
        self.phrases_of_document(document, facts).at(index)
    }

    /// All phrases of all classes.
    pub(super) fn phrases_of_document<'f>(
        &self,
        document: &Document<'_>,
        facts: &'f Facts,
    ) -> &'f ByToken<Found> {
        let find = || {
            let walk = Walk::new(
                &self.phrases,
                Kind::Phrases,
                document,
                facts,
                document.tokens.len(),
            );
            let mut found = Vec::new();
            ByToken::new(document.tokens.len(), |index, all| {
                if walk.may_start(index) {
                    walk.at(index, &mut found);
                    all.extend_from_slice(&found);
                }
            })
        };
        facts.phrases.get_or_init(find)
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
        let found = self.phrases_at(document, facts, index).iter();
        let longest = found
            .filter(|(end, _)| *end <= limit)
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
