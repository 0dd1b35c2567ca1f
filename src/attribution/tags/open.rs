//! Words of open classes: nouns, verbs, adjectives, and the forms that may be either.

use super::{Tag, Words};
use crate::lexicon::{Facts, VerbForm, WordClass};
use crate::text::{Document, TokenIndex, TokenKind};
use std::ops::Range;

/// Endings that make a longer word an adjective. Their last letters rule out most words.
const ADJECTIVE_ENDINGS: [&str; 8] = ["ous", "ful", "ive", "ible", "able", "less", "ish", "ical"];

pub(super) fn is_adverb(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "reply"
                | "ally"
                | "rally"
                | "assembly"
                | "supply"
                | "anomaly"
                | "july"
                | "italy"
                | "bully"
                | "only"
        )
}

pub(super) fn open_class(words: &Words<'_>, at: TokenIndex, word: &str, previous: Tag) -> Tag {
    let (document, facts) = (words.document, words.facts);
    let fact = facts.word(document, at);
    let has = |class| fact.classes.has(class);
    let in_noun_phrase =
        matches!(
            previous,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Preposition
        ) || (at > 0 && document.tokens[at - 1].is_word() && facts.possessive(document, at - 1));
    // "Sources close to the council said": no verb.
    if word == "close" && document.tokens.len() > at + 1 && document.folded(at + 1) == "to" {
        return Tag::Adjective;
    }
    let shape = || verb_shape(words.forms[at], word);
    let pronominal = previous == Tag::Determiner
        && at > 0
        && matches!(
            document.folded(at - 1),
            "another"
                | "some"
                | "many"
                | "most"
                | "both"
                | "each"
                | "all"
                | "those"
                | "these"
                | "this"
                | "few"
                | "several"
                | "others"
        );
    if word == "said" && previous == Tag::Determiner && document.folded(at - 1) == "the" {
        return Tag::Adjective;
    }
    if pronominal && document.folded(at - 1) == "those" && word.ends_with("ed") || word == "said" {
        return Tag::VerbEd;
    }
    if pronominal
        && words.forms[at].is_some()
        && (object_follows(document, facts, at, word)
            || document
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == TokenKind::Comma))
    {
        return shape();
    }
    if has(WordClass::Verb) {
        return match shape() {
            Tag::VerbEd
                if in_noun_phrase && previous != Tag::Preposition && words.noun_ahead(at) =>
            {
                Tag::Adjective
            }
            Tag::VerbIng
                if in_noun_phrase && previous != Tag::Preposition && words.noun_ahead(at) =>
            {
                Tag::Adjective
            }
            Tag::VerbBase | Tag::VerbS if in_noun_phrase && previous != Tag::Number => Tag::Noun,
            shape => shape,
        };
    }
    let ambiguous_form = !words.phrasal[at] && (has(WordClass::VerbOrNoun) || words.nouns[at]);
    if ambiguous_form || words.forms[at].is_some() {
        return match previous {
            Tag::To if ambiguous_form && word.ends_with('s') && !word.ends_with("ss") => Tag::Noun,
            Tag::Number if !word.ends_with("ed") && !word.ends_with("ing") => {
                ambiguous(document, facts, at, word, previous)
            }
            Tag::VerbEd | Tag::VerbS | Tag::VerbBase | Tag::VerbIng
                if ambiguous_form && !word.ends_with("ed") && !word.ends_with("ing") =>
            {
                Tag::Noun
            }
            _ if in_noun_phrase
                && !word.ends_with("ed")
                && !(word.ends_with("ing") && previous == Tag::Preposition) =>
            {
                Tag::Noun
            }
            _ if in_noun_phrase && previous != Tag::Preposition && words.noun_ahead(at) => {
                Tag::Adjective
            }
            Tag::Noun
            | Tag::Name
            | Tag::Indefinite
            | Tag::Time
            | Tag::Mark
            | Tag::Coordinator
            | Tag::Adverb
                if ambiguous_form && !word.ends_with("ed") && !word.ends_with("ing") =>
            {
                ambiguous(document, facts, at, word, previous)
            }
            _ => shape(),
        };
    }
    if is_adverb(word) {
        return Tag::Adverb;
    }
    if fact.classes.is_empty()
        && matches!(previous, Tag::Noun | Tag::Name)
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !facts.possessive(document, at)
    {
        return ambiguous(document, facts, at, word, previous);
    }
    if has(WordClass::Adjective) {
        return Tag::Adjective;
    }
    if word.len() > 4 && word.ends_with("ing") {
        return if in_noun_phrase && previous != Tag::Preposition {
            Tag::Noun
        } else {
            Tag::VerbIng
        };
    }
    if word.len() > 3 && word.ends_with("ed") {
        return if in_noun_phrase && words.noun_ahead(at) {
            Tag::Adjective
        } else {
            Tag::VerbEd
        };
    }
    if word.len() > 5
        && matches!(word.as_bytes().last(), Some(b's' | b'l' | b'e' | b'h'))
        && ADJECTIVE_ENDINGS
            .iter()
            .any(|ending| word.ends_with(ending))
        && fact.role.is_none()
    {
        return Tag::Adjective;
    }
    Tag::Noun
}

pub(super) fn verb_shape(form: Option<VerbForm>, word: &str) -> Tag {
    match form {
        Some(VerbForm::Base) => return Tag::VerbBase,
        Some(VerbForm::ThirdS) => return Tag::VerbS,
        Some(VerbForm::Ing) => return Tag::VerbIng,
        Some(
            VerbForm::Past
            | VerbForm::Participle
            | VerbForm::PastOrParticiple
            | VerbForm::BaseOrPast,
        ) => return Tag::VerbEd,
        Some(VerbForm::Invariable) | None => {}
    }
    if word.len() > 4 && word.ends_with("ing") {
        Tag::VerbIng
    } else if word.len() > 3 && word.ends_with("ed") {
        Tag::VerbEd
    } else if word.ends_with('s') && !word.ends_with("ss") {
        Tag::VerbS
    } else {
        Tag::VerbBase
    }
}

/// "authorities in Pell report": the head before the preposition is a plural.
pub(super) fn head_is_plural(document: &Document<'_>, facts: &Facts, at: TokenIndex) -> bool {
    const REACH: usize = 6;
    let Some(preposition) = (at.saturating_sub(REACH)..at)
        .rev()
        .find(|&k| facts.has(document, k, WordClass::Preposition))
    else {
        return false;
    };
    preposition > 0
        && document.folded(preposition - 1).ends_with('s')
        && !facts.possessive(document, preposition - 1)
}

/// Whether what follows a token is the object of a verb rather than the rest of a noun phrase.
pub(super) fn object_follows(
    document: &Document<'_>,
    facts: &Facts,
    at: TokenIndex,
    word: &str,
) -> bool {
    let third = word.ends_with('s') && !word.ends_with("ss");
    let next = at + 1;
    document.tokens.get(next).is_some_and(|token| {
        let classes = facts.classes(document, next);
        token.is_word()
            && (classes.any(&[
                WordClass::Determiner,
                WordClass::SubjectPronoun,
                WordClass::ObjectPronoun,
                WordClass::PossessiveDeterminer,
                WordClass::Interrogative,
            ]) || matches!(document.folded(next), "that" | "to" | "there")
                || token.capital && third)
            || token.kind == TokenKind::OpenQuote
    })
}

/// A form that is as often a noun as a verb, after a noun or a mark: what follows decides.
pub(super) fn ambiguous(
    document: &Document<'_>,
    facts: &Facts,
    at: TokenIndex,
    word: &str,
    previous: Tag,
) -> Tag {
    let third = word.ends_with('s') && !word.ends_with("ss");
    let object_follows = object_follows(document, facts, at, word);
    let next = at + 1;
    // "the law unfairly targets": an adverb of manner before a form in -s stands between subject and verb.
    if previous == Tag::Adverb && third && at >= 2 && is_adverb(document.folded(at - 1)) {
        let subject = facts.classes(document, at - 2);
        if document.tokens[at - 2].is_word()
            && !subject.any(&[
                WordClass::Determiner,
                WordClass::PossessiveDeterminer,
                WordClass::Preposition,
            ])
            && document
                .tokens
                .get(next)
                .is_some_and(crate::text::Token::is_word)
        {
            return Tag::VerbS;
        }
    }
    if previous == Tag::Mark || previous == Tag::Coordinator || previous == Tag::Adverb {
        return if object_follows && third || object_follows && previous != Tag::Mark {
            if third { Tag::VerbS } else { Tag::VerbBase }
        } else {
            Tag::Noun
        };
    }
    let subject = document.folded(at - 1);
    let plural = previous != Tag::Name
        && subject.ends_with('s')
        && !subject.ends_with("ss")
        && !subject.ends_with("'s");
    let plural = plural
        || matches!(subject, "police" | "people" | "men" | "women")
        || matches!(previous, Tag::Number | Tag::Indefinite)
        || previous == Tag::Name && head_is_plural(document, facts, at);
    let object_follows = object_follows
        || plural
            && !third
            && document
                .tokens
                .get(next)
                .is_some_and(|token| token.kind == TokenKind::Number);
    match (third, plural) {
        (true, false) if object_follows => Tag::VerbS,
        (true, true)
            if object_follows && at >= 2 && facts.has(document, at - 2, WordClass::Preposition) =>
        {
            Tag::VerbS
        }
        (true, false)
            if previous == Tag::Name
                && document
                    .tokens
                    .get(next)
                    .is_some_and(|token| !token.is_word() || token.capital) =>
        {
            Tag::VerbS
        }
        (false, true) if object_follows => Tag::VerbBase,
        _ => Tag::Noun,
    }
}

/// "Many states, as well as the union, demand the return": a base form after a comma, before its object, where the sentence
/// has no verb yet.
pub(super) fn is_late_verb(
    words: &Words<'_>,
    range: &Range<TokenIndex>,
    at: TokenIndex,
    tags: &[Tag],
) -> bool {
    let word = words.document.folded(at);
    at > range.start
        && words.forms[at] == Some(VerbForm::Base)
        && (words.document.tokens[at - 1].kind == TokenKind::Comma
            || tags[at - 1].is_head()
                && !words.facts.possessive(words.document, at - 1)
                && words
                    .document
                    .tokens
                    .get(at + 1)
                    .is_some_and(|_| words.document.folded(at + 1) == "that"))
        && object_follows(words.document, words.facts, at, word)
        && !tags[range.start..at]
            .iter()
            .any(|tag| tag.is_finite() && *tag != Tag::VerbEd)
}
