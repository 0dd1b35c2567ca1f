//! Words of closed classes, and second looks at what stands beside them.

use super::Tag;
use crate::lexicon::{Facts, WordClass};
use crate::text::{Document, TokenIndex};
use std::ops::Range;

/// The classes that [`closed_class`] asks for: most words are in none of them.
const CLOSED: [WordClass; 19] = [
    WordClass::Be,
    WordClass::Have,
    WordClass::Do,
    WordClass::Modal,
    WordClass::Negation,
    WordClass::PossessiveDeterminer,
    WordClass::SubjectPronoun,
    WordClass::ObjectPronoun,
    WordClass::Relative,
    WordClass::Coordinator,
    WordClass::Interrogative,
    WordClass::Determiner,
    WordClass::Subordinator,
    WordClass::Preposition,
    WordClass::NegativePronoun,
    WordClass::IndefinitePronoun,
    WordClass::Time,
    WordClass::NumberWord,
    WordClass::Adverb,
];

pub(super) fn closed_class(
    document: &Document<'_>,
    facts: &Facts,
    at: TokenIndex,
    range: &Range<TokenIndex>,
) -> Option<Tag> {
    let classes = facts.classes(document, at);
    if !classes.any(&CLOSED) {
        return None;
    }
    let has = |class| classes.has(class);
    let tag = if has(WordClass::Be) {
        Tag::Be
    } else if has(WordClass::Have) {
        Tag::Have
    } else if has(WordClass::Do) {
        Tag::Do
    } else if has(WordClass::Modal) {
        Tag::Modal
    } else if has(WordClass::Negation)
        && !has(WordClass::Determiner)
        && !has(WordClass::Preposition)
    {
        Tag::Negation
    } else if has(WordClass::PossessiveDeterminer) && has(WordClass::ObjectPronoun) {
        let next = at + 1;
        let noun_follows = next < range.end && {
            let follower = facts.classes(document, next);
            document.tokens[next].is_word()
                && !follower.any(&[
                    WordClass::Preposition,
                    WordClass::Determiner,
                    WordClass::Coordinator,
                    WordClass::Subordinator,
                    WordClass::Modal,
                    WordClass::Be,
                    WordClass::Time,
                    WordClass::PossessiveDeterminer,
                    WordClass::Interrogative,
                    WordClass::SubjectPronoun,
                ])
                && !matches!(document.folded(next), "to" | "that")
        };
        if noun_follows {
            Tag::Possessive
        } else {
            Tag::ObjectPronoun
        }
    } else if has(WordClass::PossessiveDeterminer) {
        Tag::Possessive
    } else if has(WordClass::SubjectPronoun) {
        Tag::Pronoun
    } else if has(WordClass::ObjectPronoun) {
        Tag::ObjectPronoun
    } else if has(WordClass::Relative) {
        Tag::Relative
    } else if has(WordClass::Coordinator) {
        Tag::Coordinator
    } else if has(WordClass::Interrogative) {
        Tag::Interrogative
    } else if has(WordClass::Determiner) {
        Tag::Determiner
    } else if has(WordClass::Subordinator) {
        Tag::Subordinator
    } else if has(WordClass::Preposition) {
        Tag::Preposition
    } else if has(WordClass::NegativePronoun) || has(WordClass::IndefinitePronoun) {
        Tag::Indefinite
    } else if has(WordClass::Time) && !has(WordClass::Adverb) {
        Tag::Time
    } else if has(WordClass::NumberWord) {
        Tag::Number
    } else if has(WordClass::Adverb) {
        Tag::Adverb
    } else {
        return None;
    };
    Some(tag)
}

/// Mends what only the word to the right can tell.
pub(super) fn second_look(
    document: &Document<'_>,
    range: &Range<TokenIndex>,
    at: TokenIndex,
    tags: &[Tag],
) -> Tag {
    let next = (at + 1 < range.end).then(|| tags[at + 1]);
    let previous = (at > range.start).then(|| tags[at - 1]);
    match tags[at] {
        // "the proposed": a participle that nothing nominal follows is the head itself.
        Tag::Adjective
            if matches!(previous, Some(Tag::Determiner))
                && !next.is_some_and(Tag::is_nominal)
                && !matches!(next, Some(Tag::VerbIng | Tag::Adverb | Tag::Coordinator)) =>
        {
            Tag::Noun
        }
        Tag::Subordinator
            if matches!(previous, Some(Tag::Have | Tag::Be)) && next.is_some_and(Tag::is_verb) =>
        {
            Tag::Adverb
        }
        // "Fears that": a clause of its own has no verb before its subject.
        Tag::VerbS if at == range.start && next == Some(Tag::That) => Tag::Noun,
        // "said that taxes would fall", "argues that markets fail": the subject of a clause, for a verb follows it.
        Tag::VerbS | Tag::VerbBase
            if previous == Some(Tag::That)
                && at >= range.start + 2
                && (tags[at - 2].is_verb() || tags[at - 2].is_head())
                && matches!(
                    next,
                    Some(Tag::Modal | Tag::Be | Tag::Have | Tag::VerbEd | Tag::VerbBase)
                ) =>
        {
            Tag::Noun
        }
        // "after guards stormed the wing": a clause has its subject before its verb.
        Tag::VerbS
            if previous == Some(Tag::Subordinator)
                && matches!(
                    next,
                    Some(Tag::Modal | Tag::Be | Tag::Have | Tag::VerbEd | Tag::VerbBase)
                )
                || previous == Some(Tag::Interrogative)
                    && matches!(next, Some(Tag::Modal | Tag::Have | Tag::VerbEd)) =>
        {
            Tag::Noun
        }
        Tag::Subordinator if document.folded(at) == "once" && next.is_some_and(Tag::is_verb) => {
            Tag::Adverb
        }
        // "they all", "that all": a determiner before a verb is a pronoun.
        Tag::Determiner
            if next.is_none_or(|next| {
                next.is_finite() || next == Tag::Mark || next == Tag::Preposition
            }) =>
        {
            Tag::Indefinite
        }
        Tag::VerbS | Tag::VerbBase
            if matches!(previous, Some(Tag::That))
                && matches!(next, Some(Tag::Be | Tag::Have | Tag::Modal | Tag::VerbEd)) =>
        {
            Tag::Noun
        }
        // A base form after a noun in the singular is no verb: "the water supply".
        Tag::VerbBase if matches!(previous, Some(Tag::Adjective)) => Tag::Noun,
        // "this", "those" before a verb was handled; "her" before a verb is an object.
        Tag::Possessive if next.is_none_or(|next| next == Tag::Mark || next == Tag::To) => {
            Tag::ObjectPronoun
        }
        tag => tag,
    }
}
