//! Parts of speech by local tests: what stands beside a word tells in most places what it is, and where it does not the answer is no.

use super::class::WordClass as C;
use super::context::Surroundings;
use super::entry::PartOfSpeech;
use std::ops::Range;

/// Whether the neighbours of `tokens` agree with the part of speech.
pub(super) fn agrees(pos: PartOfSpeech, around: &Surroundings<'_>, tokens: &Range<usize>) -> bool {
    let place = Place {
        around,
        before: around.word_before(tokens.start),
        after: around.word_from(tokens.end),
        tokens,
    };
    match pos {
        PartOfSpeech::Noun => place.noun(),
        PartOfSpeech::Verb => place.verb(),
        PartOfSpeech::Adjective => place.adjective(),
        PartOfSpeech::Adverb => place.adverb(),
    }
}

struct Place<'p> {
    around: &'p Surroundings<'p>,
    before: Option<usize>,
    after: Option<usize>,
    tokens: &'p Range<usize>,
}

/// Words that are neither nouns nor adjectives.
const FUNCTION: [C; 16] = [
    C::Determiner,
    C::PossessiveDeterminer,
    C::SubjectPronoun,
    C::ObjectPronoun,
    C::IndefinitePronoun,
    C::Relative,
    C::Interrogative,
    C::Be,
    C::Have,
    C::Do,
    C::Modal,
    C::Negation,
    C::Adverb,
    C::Preposition,
    C::Coordinator,
    C::Subordinator,
];

impl Place<'_> {
    fn is(&self, index: usize, classes: &[C]) -> bool {
        self.around.facts.any(self.around.document, index, classes)
    }

    fn adverb_at(&self, index: usize) -> bool {
        self.around.facts.adverb(self.around.document, index)
    }

    fn word(&self, index: usize) -> &str {
        self.around.document.folded(index)
    }

    /// The nearest word to the left that is no adverb.
    fn before_adverbs(&self) -> Option<usize> {
        let mut index = self.before?;
        while self.adverb_at(index) || self.is(index, &[C::Negation]) {
            index = self.around.word_before(index)?;
        }
        Some(index)
    }

    fn possessive(&self, index: usize) -> bool {
        self.around.facts.possessive(self.around.document, index)
    }

    /// Whether a word may be a noun: nothing says that it is something else.
    fn noun_like(&self, index: usize) -> bool {
        !self.is(index, &FUNCTION) && !self.is(index, &[C::Verb]) && !self.adverb_at(index)
    }

    fn noun(&self) -> bool {
        if self.after.is_some_and(|after| self.word(after) == "of") {
            return true;
        }
        let Some(before) = self.before else {
            return self
                .after
                .is_some_and(|after| self.is(after, &[C::Be, C::Have, C::Modal, C::Verb]));
        };
        let opens = [
            C::Determiner,
            C::PossessiveDeterminer,
            C::Adjective,
            C::NumberWord,
            C::Demonym,
            C::Preposition,
        ];
        let to = self.word(before) == "to"
            && self.after.is_some_and(|after| {
                self.is(
                    after,
                    &[C::Determiner, C::PossessiveDeterminer, C::ObjectPronoun],
                )
            });
        (self.is(before, &opens) && !to)
            || self.possessive(before)
            || self.around.facts.word(self.around.document, before).number
    }

    fn verb(&self) -> bool {
        // A verb or auxiliary directly after makes it a noun: "the blast killed".
        if self
            .after
            .is_some_and(|after| self.is(after, &[C::Be, C::Modal]) || self.word(after) == "of")
        {
            return false;
        }
        let Some(before) = self.before_adverbs() else {
            return false;
        };
        if self.word(before) == "to"
            || self.is(
                before,
                &[C::SubjectPronoun, C::Be, C::Have, C::Do, C::Modal],
            )
        {
            return true;
        }
        if self.is(before, &[C::Relative]) {
            return true;
        }
        if self.is(before, &[C::Coordinator]) {
            let object = [C::Determiner, C::PossessiveDeterminer, C::ObjectPronoun];
            return self.after.is_some_and(|after| {
                self.is(after, &object) || self.around.document.tokens[after].capital
            });
        }
        if self.possessive(before)
            || self.is(
                before,
                &[
                    C::Determiner,
                    C::PossessiveDeterminer,
                    C::Preposition,
                    C::Adjective,
                    C::NumberWord,
                ],
            )
        {
            return false;
        }
        self.is(before, &[C::IndefinitePronoun]) || self.noun_like(before)
    }

    fn adjective(&self) -> bool {
        let links = [C::Be, C::LinkingVerb];
        if self
            .before
            .is_some_and(|before| self.adverb_at(before) || self.is(before, &[C::Negation]))
            || self
                .before_adverbs()
                .is_some_and(|before| self.is(before, &links))
        {
            return true;
        }
        let adjacent = self.after.filter(|&after| {
            after == self.tokens.end || !self.around.document.tokens[self.tokens.end].is_word()
        });
        adjacent.is_some_and(|after| {
            self.noun_like(after) || self.is(after, &[C::Adjective, C::Demonym, C::VerbOrNoun])
        })
    }

    fn adverb(&self) -> bool {
        let beside = [
            C::Verb,
            C::VerbOrNoun,
            C::Adjective,
            C::Be,
            C::Have,
            C::Do,
            C::Modal,
            C::SubjectPronoun,
        ];
        let last = self.tokens.end - 1;
        self.adverb_at(last)
            || self.after.is_some_and(|after| self.is(after, &beside))
            || self.before.is_some_and(|before| self.is(before, &beside))
    }
}
