//! The first guess at a word, from its class, its capital and its neighbours.

use super::closed::closed_class;
use super::open::{is_adverb, open_class};
use super::{Tag, Words};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

pub(super) fn first_guess(
    words: &Words<'_>,
    range: &Range<TokenIndex>,
    title_case: bool,
    at: TokenIndex,
    tags: &[Tag],
) -> Tag {
    let (document, facts) = (words.document, words.facts);
    let token = &document.tokens[at];
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => return Tag::Number,
        _ => return Tag::Mark,
    }
    let classes = facts.classes(document, at);
    let has = |class| classes.has(class);
    let word = document.folded(at);
    let opens = at == range.start
        || document.tokens[at - 1].kind == TokenKind::OpenQuote
        || document.tokens[at - 1].kind == TokenKind::Colon;
    if token.capital
        && !opens
        && !title_case
        && word != "i"
        && !(word.starts_with("i'") && has(WordClass::SubjectPronoun))
    {
        if has(WordClass::Time) {
            return Tag::Time;
        }
        if !(token.all_caps && words.shouts) {
            return Tag::Name;
        }
    }
    if word == "to" {
        let after = at
            .checked_sub(1)
            .filter(|&p| p >= range.start)
            .map_or("", |p| document.folded(p));
        return if matches!(
            after,
            "according" | "due" | "owing" | "thanks" | "contrary" | "prior"
        ) {
            Tag::Preposition
        } else {
            Tag::To
        };
    }
    if word == "that" {
        return Tag::That;
    }
    let before = at
        .checked_sub(1)
        .filter(|&p| p >= range.start)
        .map_or(Tag::Mark, |p| tags[p]);
    if matches!(word, "both" | "all" | "each") && matches!(before, Tag::Have | Tag::Be | Tag::Modal)
    {
        return Tag::Adverb;
    }
    if word == "there"
        && document.tokens.get(at + 1).is_some_and(|_| {
            facts.any(
                document,
                at + 1,
                &[WordClass::Be, WordClass::Modal, WordClass::Have],
            )
        })
    {
        return Tag::Pronoun;
    }
    if let Some(tag) = closed_class(document, facts, at, range) {
        return tag;
    }
    if token.capital && (opens || title_case) {
        let next_is_name = at + 1 < range.end
            && document.tokens[at + 1].capital
            && document.tokens[at + 1].kind == TokenKind::Word;
        let known = has(WordClass::CommonOpener)
            || has(WordClass::Verb)
            || has(WordClass::VerbOrNoun)
            || has(WordClass::Adjective)
            || has(WordClass::NumberWord);
        let surely = words.names[token.word.0 as usize] && opens && !title_case
            || has(WordClass::Demonym)
            || has(WordClass::Place)
            || has(WordClass::Title);
        if surely || !known && !is_adverb(word) || (next_is_name && opens && !title_case && !known)
        {
            return Tag::Name;
        }
    }
    let previous = at
        .checked_sub(1)
        .filter(|&p| p >= range.start)
        .map_or(Tag::Mark, |p| tags[p]);
    open_class(words, at, word, previous)
}
