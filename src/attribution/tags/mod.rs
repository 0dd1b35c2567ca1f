//! A coarse part of speech for every token, from the packs' word classes, endings and neighbours.
//!
//! It is no tagger of the literature: it has to tell noun phrases from verbs and clause boundaries well enough to find a source.

mod closed;
mod first;
mod open;

use crate::article::ZoneKind;
use crate::attribution::cues::Cues;
use crate::lexicon::{CueKind, CueMatch, Facts, Lexicon, VerbForm, WordClass};
use crate::text::{Document, Sentence, TokenIndex, TokenKind};
use closed::second_look;
use first::first_guess;
use open::is_late_verb;

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
    // "hit back", "set out": a past form with its particle is a verb, whatever its first word is alone.
    let particle = |found: &CueMatch| {
        found.tokens.len() > 1
            && matches!(
                found.form,
                VerbForm::Past | VerbForm::PastOrParticiple | VerbForm::BaseOrPast
            )
    };
    let count = document.tokens.len();
    let mut forms: Vec<Option<VerbForm>> = vec![None; count];
    let (mut nouns, mut phrasal) = (vec![false; count], vec![false; count]);
    for at in 0..count {
        let [first, ..] = cues.at(at) else { continue };
        forms[at] = cues.verb_form(lexicon, at);
        nouns[at] = cues
            .at(at)
            .iter()
            .any(|found| lexicon.cue(found.cue).ambiguous_noun);
        let cue = lexicon.cue(first.cue);
        phrasal[at] = particle(first) && cue.kind == CueKind::Verb && !cue.ambiguous_noun;
    }
    let cases: Vec<SentenceCase> = document
        .sentences
        .iter()
        .map(|sentence| SentenceCase::of(document, sentence))
        .collect();
    let names = names(document, &cases);
    let mut tags = vec![Tag::Mark; document.tokens.len()];
    for (sentence, case) in document.sentences.iter().zip(&cases) {
        let range = sentence.tokens.clone();
        let SentenceCase {
            title: title_case,
            shouts,
        } = *case;
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
fn names(document: &Document<'_>, cases: &[SentenceCase]) -> Vec<bool> {
    let mut names = vec![false; document.vocabulary.len()];
    for (sentence, case) in document.sentences.iter().zip(cases) {
        let range = sentence.tokens.clone();
        if case.title {
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

/// What the capitals of a sentence say.
#[derive(Debug, Clone, Copy)]
struct SentenceCase {
    /// Most longer words are capitalised, as in a headline: capitals then tell nothing.
    title: bool,
    /// The sentence is set in capitals, so that they tell nothing.
    shouts: bool,
}

impl SentenceCase {
    fn of(document: &Document<'_>, sentence: &Sentence) -> Self {
        const SHORTEST: u32 = 4;
        let (mut total, mut caps, mut long, mut capital) = (0, 0, 0, 0);
        for token in &document.tokens[sentence.tokens.clone()] {
            let word = token.kind == TokenKind::Word;
            let longer = word && token.span().len() >= SHORTEST;
            total += usize::from(word);
            caps += usize::from(word && token.all_caps);
            long += usize::from(longer);
            capital += usize::from(longer && token.capital);
        }
        // In running text a sentence of names alone is common ("The Pell Times reports:"), a title is not.
        let body = document.blocks[sentence.block].zone.kind == ZoneKind::Body;
        let (fewest, tenths) = if body { (5, 8) } else { (3, 6) };
        Self {
            title: long >= fewest && capital * 10 >= long * tenths,
            shouts: total >= 3 && caps * 10 >= total * 7,
        }
    }
}
