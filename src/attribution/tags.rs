//! A coarse part of speech for every token, from the packs' word classes, endings and neighbours.
//!
//! It is no tagger of the literature: it has to tell noun phrases from verbs and clause boundaries well enough to find a source.

use super::cues::Cues;
use crate::article::ZoneKind;
use crate::lexicon::{CueKind, CueMatch, Facts, Lexicon, VerbForm, WordClass};
use crate::text::{Document, TokenIndex, TokenKind};
use std::ops::Range;

/// What a token is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// the, a, this, some
    Determiner,
    /// his, their
    Possessive,
    /// he, they, I
    Pronoun,
    /// him, them
    ObjectPronoun,
    /// many, others, someone
    Indefinite,
    /// A capitalised word that is no opener.
    Name,
    /// A common noun, and whatever is nothing else.
    Noun,
    /// An adjective or a participle before a noun.
    Adjective,
    /// A figure or number word.
    Number,
    /// A weekday, a month, `today`.
    Time,
    /// An adverb.
    Adverb,
    /// not, never
    Negation,
    /// A form of be.
    Be,
    /// A form of have.
    Have,
    /// A form of do.
    Do,
    /// will, may
    Modal,
    /// to
    To,
    /// A verb's base form.
    VerbBase,
    /// A verb's third person.
    VerbS,
    /// A past tense or participle.
    VerbEd,
    /// A present participle.
    VerbIng,
    /// of, in, with
    Preposition,
    /// and, or, but
    Coordinator,
    /// because, while, when
    Subordinator,
    /// that
    That,
    /// who, which
    Relative,
    /// what, how, whether
    Interrogative,
    /// A mark.
    Mark,
}

impl Tag {
    /// May stand inside a noun phrase before its head.
    pub(super) const fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Possessive
                | Self::Indefinite
                | Self::Name
                | Self::Noun
                | Self::Adjective
                | Self::Number
                | Self::Time
                | Self::Pronoun
                | Self::ObjectPronoun
        )
    }

    /// May end a noun phrase.
    pub(super) const fn is_head(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Noun
                | Self::Indefinite
                | Self::Pronoun
                | Self::Number
                | Self::Time
                | Self::ObjectPronoun
        )
    }

    /// A finite verb or auxiliary, or what may be one.
    pub(super) const fn is_finite(self) -> bool {
        matches!(
            self,
            Self::Be
                | Self::Have
                | Self::Do
                | Self::Modal
                | Self::VerbS
                | Self::VerbEd
                | Self::VerbBase
        )
    }

    /// Stands between a subject and its verb.
    pub(super) const fn is_auxiliary(self) -> bool {
        matches!(
            self,
            Self::Be | Self::Have | Self::Do | Self::Modal | Self::Adverb | Self::Negation
        )
    }

    /// A verb in any form, auxiliaries excluded.
    pub(super) const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::VerbBase | Self::VerbS | Self::VerbEd | Self::VerbIng
        )
    }
}

pub(super) fn tag(
    document: &Document<'_>,
    facts: &Facts,
    lexicon: &Lexicon,
    cues: &Cues<'_>,
) -> Vec<Tag> {
    let forms: Vec<Option<VerbForm>> = (0..document.tokens.len())
        .map(|at| cues.verb_form(lexicon, at))
        .collect();
    let nouns: Vec<bool> = (0..document.tokens.len()).map(|at| cues.at(at).iter().any(|found| lexicon.cue(found.cue).ambiguous_noun)).collect();
    // "hit back", "set out": a past form with its particle is a verb, whatever its first word is alone.
    let particle = |found: &CueMatch| found.tokens.len() > 1 && matches!(found.form, VerbForm::Past | VerbForm::PastOrParticiple | VerbForm::BaseOrPast);
    let phrasal: Vec<bool> = (0..document.tokens.len()).map(|at| cues.at(at).first().is_some_and(|found| particle(found) && lexicon.cue(found.cue).kind == CueKind::Verb && !lexicon.cue(found.cue).ambiguous_noun)).collect();
    let names = names(document);
    let mut tags = vec![Tag::Mark; document.tokens.len()];
    for sentence in &document.sentences {
        let range = sentence.tokens.clone();
        let title_case = is_title_case(document, &range);
        let shouts = tags_shout(document, &range);
        let words = Words { document, facts, forms: &forms, nouns: &nouns, phrasal: &phrasal, names: &names, shouts };
        for at in range.clone() {
            tags[at] = first_guess(
                &words,
                &range,
                title_case,
                at,
                &tags,
            );
        }
        for at in range.clone() {
            tags[at] = second_look(document, &range, at, &tags);
            if tags[at] == Tag::Noun && is_late_verb(&words, &range, at, &tags) {
                tags[at] = Tag::VerbBase;
            }
        }
    }
    tags
}

/// Which spellings stand with a capital where no sentence, quotation or heading asks for one: surely names.
fn names(document: &Document<'_>) -> Vec<bool> {
    let mut names = vec![false; document.vocabulary.len()];
    for sentence in &document.sentences {
        let range = sentence.tokens.clone();
        if is_title_case(document, &range) {
            continue;
        }
        for at in range.start + 1..range.end {
            let token = &document.tokens[at];
            let opens = matches!(document.tokens[at - 1].kind, TokenKind::OpenQuote | TokenKind::Colon | TokenKind::Open | TokenKind::Quote);
            if token.kind == TokenKind::Word && token.capital && !opens {
                names[token.word.0 as usize] = true;
            }
        }
    }
    names
}

/// What is known of the words while they are tagged.
struct Words<'w> {
    document: &'w Document<'w>,
    facts: &'w Facts,
    forms: &'w [Option<VerbForm>],
    /// Whether a cue at the token is also a common noun.
    nouns: &'w [bool],
    /// Whether a verb with its particle begins at the token.
    phrasal: &'w [bool],
    /// Spellings that stand with a capital inside a sentence somewhere in the article.
    names: &'w [bool],
    /// Whether the sentence is set in capitals.
    shouts: bool,
}

impl Words<'_> {
    /// Whether what follows a token may be the noun that it modifies.
    fn noun_ahead(&self, at: TokenIndex) -> bool {
        let next = at + 1;
        self.document.tokens.get(next).is_some_and(|token| {
            (token.is_word() || token.kind == TokenKind::OpenQuote)
                && !matches!(self.document.folded(next), "to" | "that")
                && !self.facts.any(
                    self.document,
                    next,
                    &[
                        WordClass::Determiner,
                        WordClass::PossessiveDeterminer,
                        WordClass::SubjectPronoun,
                        WordClass::ObjectPronoun,
                        WordClass::Preposition,
                        WordClass::Coordinator,
                        WordClass::Subordinator,
                        WordClass::Modal,
                        WordClass::Be,
                        WordClass::Have,
                        WordClass::Do,
                        WordClass::Relative,
                        WordClass::Interrogative,
                        WordClass::Time,
                        WordClass::Adverb,
                    ],
                )
        })
    }
}

/// Whether most longer words are capitalised, as in a headline: capitals then tell nothing.
fn is_title_case(document: &Document<'_>, range: &Range<TokenIndex>) -> bool {
    const SHORTEST: u32 = 4;
    let long = || {
        document.tokens[range.clone()]
            .iter()
            .filter(|token| token.kind == TokenKind::Word && token.span().len() >= SHORTEST)
    };
    let (total, capital) = (long().count(), long().filter(|token| token.capital).count());
    // In running text a sentence of names alone is common ("The Pell Times reports:"), a title is not.
    let body = document.blocks[document.sentences[document.sentence_of(range.start)].block].zone.kind == ZoneKind::Body;
    let (fewest, tenths) = if body { (5, 8) } else { (3, 6) };
    total >= fewest && capital * 10 >= total * tenths
}

fn first_guess(
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
        let after = at.checked_sub(1).filter(|&p| p >= range.start).map_or("", |p| document.folded(p));
        return if matches!(after, "according" | "due" | "owing" | "thanks" | "contrary" | "prior") { Tag::Preposition } else { Tag::To };
    }
    if word == "that" {
        return Tag::That;
    }
    let before = at.checked_sub(1).filter(|&p| p >= range.start).map_or(Tag::Mark, |p| tags[p]);
    if matches!(word, "both" | "all" | "each") && matches!(before, Tag::Have | Tag::Be | Tag::Modal) {
        return Tag::Adverb;
    }
    if word == "there" && document.tokens.get(at + 1).is_some_and(|_| facts.any(document, at + 1, &[WordClass::Be, WordClass::Modal, WordClass::Have])) {
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
            || has(WordClass::Demonym) || has(WordClass::Place) || has(WordClass::Title);
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

/// Whether the sentence is set in capitals, so that they tell nothing.
fn tags_shout(document: &Document<'_>, range: &Range<TokenIndex>) -> bool {
    let words = document.tokens[range.clone()]
        .iter()
        .filter(|token| token.kind == TokenKind::Word);
    let (mut total, mut caps) = (0, 0);
    for token in words {
        total += 1;
        caps += usize::from(token.all_caps);
    }
    total >= 3 && caps * 10 >= total * 7
}

fn closed_class(
    document: &Document<'_>,
    facts: &Facts,
    at: TokenIndex,
    range: &Range<TokenIndex>,
) -> Option<Tag> {
    let classes = facts.classes(document, at);
    let has = |class| classes.has(class);
    let tag = if has(WordClass::Be) {
        Tag::Be
    } else if has(WordClass::Have) {
        Tag::Have
    } else if has(WordClass::Do) {
        Tag::Do
    } else if has(WordClass::Modal) {
        Tag::Modal
    } else if has(WordClass::Negation) && !has(WordClass::Determiner) && !has(WordClass::Preposition) {
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

fn is_adverb(word: &str) -> bool {
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

fn open_class(words: &Words<'_>, at: TokenIndex, word: &str, previous: Tag) -> Tag {
    let (document, facts) = (words.document, words.facts);
    let fact = facts.word(document, at);
    let has = |class| fact.classes.has(class);
    let in_noun_phrase =
        matches!(
            previous,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Preposition
        ) || (at > 0 && document.tokens[at - 1].is_word() && facts.possessive(document, at - 1));
    let shape = || verb_shape(words.forms[at], word);
    let pronominal = previous == Tag::Determiner && at > 0 && matches!(document.folded(at - 1), "another" | "some" | "many" | "most" | "both" | "each" | "all" | "those" | "these" | "this" | "few" | "several" | "others");
    if word == "said" && previous == Tag::Determiner && document.folded(at - 1) == "the" {
        return Tag::Adjective;
    }
    if pronominal && document.folded(at - 1) == "those" && word.ends_with("ed") || word == "said" {
        return Tag::VerbEd;
    }
    if pronominal && words.forms[at].is_some() && (object_follows(document, facts, at, word) || document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Comma)) {
        return shape();
    }
    if has(WordClass::Verb) {
        return match shape() {
            Tag::VerbEd if in_noun_phrase && previous != Tag::Preposition && words.noun_ahead(at) => Tag::Adjective,
            Tag::VerbIng if in_noun_phrase && previous != Tag::Preposition && words.noun_ahead(at) => Tag::Adjective,
            Tag::VerbBase | Tag::VerbS if in_noun_phrase && previous != Tag::Number => Tag::Noun,
            shape => shape,
        };
    }
    let ambiguous_form = !words.phrasal[at] && (has(WordClass::VerbOrNoun) || words.nouns[at]);
    if ambiguous_form || words.forms[at].is_some() {
        return match previous {
            Tag::To if ambiguous_form && word.ends_with('s') && !word.ends_with("ss") => Tag::Noun,
            Tag::Number if !word.ends_with("ed") && !word.ends_with("ing") => ambiguous(document, facts, at, word, previous),
            Tag::VerbEd | Tag::VerbS | Tag::VerbBase if ambiguous_form && !word.ends_with("ed") && !word.ends_with("ing") => Tag::Noun,
            _ if in_noun_phrase
                && !word.ends_with("ed")
                && !(word.ends_with("ing") && previous == Tag::Preposition) =>
            {
                Tag::Noun
            }
            _ if in_noun_phrase && previous != Tag::Preposition && words.noun_ahead(at) => Tag::Adjective,
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
    if fact.classes.is_empty() && matches!(previous, Tag::Noun | Tag::Name) && word.ends_with('s') && !word.ends_with("ss") && !facts.possessive(document, at) {
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
    const ADJECTIVE_ENDINGS: [&str; 8] =
        ["ous", "ful", "ive", "ible", "able", "less", "ish", "ical"];
    if word.len() > 5
        && ADJECTIVE_ENDINGS
            .iter()
            .any(|ending| word.ends_with(ending))
        && fact.role.is_none()
    {
        return Tag::Adjective;
    }
    Tag::Noun
}

fn verb_shape(form: Option<VerbForm>, word: &str) -> Tag {
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
fn head_is_plural(document: &Document<'_>, facts: &Facts, at: TokenIndex) -> bool {
    const REACH: usize = 6;
    let Some(preposition) = (at.saturating_sub(REACH)..at).rev().find(|&k| facts.has(document, k, WordClass::Preposition)) else { return false };
    preposition > 0 && document.folded(preposition - 1).ends_with('s') && !facts.possessive(document, preposition - 1)
}

/// Whether what follows a token is the object of a verb rather than the rest of a noun phrase.
fn object_follows(document: &Document<'_>, facts: &Facts, at: TokenIndex, word: &str) -> bool {
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
fn ambiguous(
    document: &Document<'_>,
    facts: &Facts,
    at: TokenIndex,
    word: &str,
    previous: Tag,
) -> Tag {
    let third = word.ends_with('s') && !word.ends_with("ss");
    let object_follows = object_follows(document, facts, at, word);
    let next = at + 1;
    if previous == Tag::Mark || previous == Tag::Coordinator || previous == Tag::Adverb {
        return if object_follows && third || object_follows && previous != Tag::Mark {
            if third { Tag::VerbS } else { Tag::VerbBase }
        } else {
            Tag::Noun
        };
    }
    let subject = document.folded(at - 1);
    let plural = previous != Tag::Name && subject.ends_with('s') && !subject.ends_with("ss") && !subject.ends_with("'s");
    let plural = plural || matches!(subject, "police" | "people" | "men" | "women") || matches!(previous, Tag::Number | Tag::Indefinite) || previous == Tag::Name && head_is_plural(document, facts, at);
    let object_follows = object_follows || plural && !third && document.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
    match (third, plural) {
        (true, false) if object_follows => Tag::VerbS,
        (true, true) if object_follows && at >= 2 && facts.has(document, at - 2, WordClass::Preposition) => Tag::VerbS,
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
fn is_late_verb(words: &Words<'_>, range: &Range<TokenIndex>, at: TokenIndex, tags: &[Tag]) -> bool {
    let word = words.document.folded(at);
    at > range.start
        && words.forms[at] == Some(VerbForm::Base)
        && (words.document.tokens[at - 1].kind == TokenKind::Comma || tags[at - 1].is_head() && !words.facts.possessive(words.document, at - 1) && words.document.tokens.get(at + 1).is_some_and(|_| words.document.folded(at + 1) == "that"))
        && object_follows(words.document, words.facts, at, word)
        && !tags[range.start..at].iter().any(|tag| tag.is_finite() && *tag != Tag::VerbEd)
}

/// Mends what only the word to the right can tell.
fn second_look(
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
        Tag::Subordinator if matches!(previous, Some(Tag::Have | Tag::Be)) && next.is_some_and(Tag::is_verb) => Tag::Adverb,
        // "Fears that": a clause of its own has no verb before its subject.
        Tag::VerbS if at == range.start && next == Some(Tag::That) => Tag::Noun,
        // "said that taxes would fall", "argues that markets fail": the subject of a clause, for a verb follows it.
        Tag::VerbS | Tag::VerbBase
            if previous == Some(Tag::That)
                && at >= range.start + 2
                && (tags[at - 2].is_verb() || tags[at - 2].is_head())
                && matches!(next, Some(Tag::Modal | Tag::Be | Tag::Have | Tag::VerbEd | Tag::VerbBase)) =>
        {
            Tag::Noun
        }
        Tag::Subordinator if document.folded(at) == "once" && next.is_some_and(Tag::is_verb) => Tag::Adverb,
        // "they all", "that all": a determiner before a verb is a pronoun.
        Tag::Determiner
            if next.is_none_or(|next| {
                next.is_finite() || next == Tag::Mark || next == Tag::Preposition
            }) =>
        {
            Tag::Indefinite
        }
        Tag::VerbS | Tag::VerbBase if matches!(previous, Some(Tag::That)) && matches!(next, Some(Tag::Be | Tag::Have | Tag::Modal | Tag::VerbEd)) => Tag::Noun,
        // A base form after a noun in the singular is no verb: "the water supply".
        Tag::VerbBase if matches!(previous, Some(Tag::Adjective)) => Tag::Noun,
        // "this", "those" before a verb was handled; "her" before a verb is an object.
        Tag::Possessive if next.is_none_or(|next| next == Tag::Mark || next == Tag::To) => {
            Tag::ObjectPronoun
        }
        tag => {
            let _ = document;
            tag
        }
    }
}
