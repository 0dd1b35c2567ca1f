//! A coarse part of speech for every token, from the packs' word classes, endings and neighbours.
//!
//! It is no tagger of the literature: it has to tell noun phrases from verbs and clause boundaries well enough to find a source.

mod closed;
mod first;
mod open;

use crate::article::ZoneKind;
use crate::attribution::cues::Cues;
use crate::lexicon::{CueKind, CueMatch, Facts, Lexicon, VerbForm, WordClass};
use crate::text::{Document, TokenIndex, TokenKind};
use closed::second_look;
use first::{first_guess, tags_shout};
use open::is_late_verb;
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
    pub(crate) const fn is_nominal(self) -> bool {
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
    pub(crate) const fn is_head(self) -> bool {
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
    pub(crate) const fn is_finite(self) -> bool {
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
    pub(crate) const fn is_auxiliary(self) -> bool {
        matches!(
            self,
            Self::Be | Self::Have | Self::Do | Self::Modal | Self::Adverb | Self::Negation
        )
    }

    /// A verb in any form, auxiliaries excluded.
    pub(crate) const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::VerbBase | Self::VerbS | Self::VerbEd | Self::VerbIng
        )
    }
}

pub(in crate::attribution) fn tag(
    document: &Document<'_>,
    facts: &Facts,
    lexicon: &Lexicon,
    cues: &Cues<'_>,
) -> Vec<Tag> {
    let forms: Vec<Option<VerbForm>> = (0..document.tokens.len())
        .map(|at| cues.verb_form(lexicon, at))
        .collect();
    let nouns: Vec<bool> = (0..document.tokens.len())
        .map(|at| {
            cues.at(at)
                .iter()
                .any(|found| lexicon.cue(found.cue).ambiguous_noun)
        })
        .collect();
    // "hit back", "set out": a past form with its particle is a verb, whatever its first word is alone.
    let particle = |found: &CueMatch| {
        found.tokens.len() > 1
            && matches!(
                found.form,
                VerbForm::Past | VerbForm::PastOrParticiple | VerbForm::BaseOrPast
            )
    };
    let phrasal: Vec<bool> = (0..document.tokens.len())
        .map(|at| {
            cues.at(at).first().is_some_and(|found| {
                particle(found)
                    && lexicon.cue(found.cue).kind == CueKind::Verb
                    && !lexicon.cue(found.cue).ambiguous_noun
            })
        })
        .collect();
    let names = names(document);
    let mut tags = vec![Tag::Mark; document.tokens.len()];
    for sentence in &document.sentences {
        let range = sentence.tokens.clone();
        let title_case = is_title_case(document, &range);
        let shouts = tags_shout(document, &range);
        let words = Words {
            document,
            facts,
            forms: &forms,
            nouns: &nouns,
            phrasal: &phrasal,
            names: &names,
            shouts,
        };
        for at in range.clone() {
            tags[at] = first_guess(&words, &range, title_case, at, &tags);
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
            let opens = matches!(
                document.tokens[at - 1].kind,
                TokenKind::OpenQuote | TokenKind::Colon | TokenKind::Open | TokenKind::Quote
            );
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
    let body = document.blocks[document.sentences[document.sentence_of(range.start)].block]
        .zone
        .kind
        == ZoneKind::Body;
    let (fewest, tenths) = if body { (5, 8) } else { (3, 6) };
    total >= fewest && capital * 10 >= total * tenths
}
