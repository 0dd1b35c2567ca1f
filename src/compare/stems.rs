//! Words as they are compared between articles: all forms of a word are one stem, all articles share one numbering.

use super::SideBySide;
use crate::lexicon::{WordClass, stem};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;

/// Words that make sentences, not what they say.
const FUNCTION: &[WordClass] = &[
    WordClass::Determiner,
    WordClass::PossessiveDeterminer,
    WordClass::SubjectPronoun,
    WordClass::ObjectPronoun,
    WordClass::IndefinitePronoun,
    WordClass::Relative,
    WordClass::Interrogative,
    WordClass::Be,
    WordClass::Have,
    WordClass::Do,
    WordClass::Modal,
    WordClass::Negation,
    WordClass::Preposition,
    WordClass::Coordinator,
    WordClass::Subordinator,
    WordClass::Adverb,
    WordClass::NegativePronoun,
    WordClass::ClauseMark,
    WordClass::NegationFocus,
];
/// Words that many sentences have, whatever they tell.
const COMMON: &[WordClass] = &[WordClass::Verb, WordClass::VerbOrNoun, WordClass::Adjective];

/// Number of a stem or of a spelling, the same in all articles.
pub(super) type Number = u32;

/// What a word weighs before its rarity is known.
pub(super) mod weight {
    /// A number: two sentences that share one are seldom about different things.
    pub(in crate::compare) const NUMBER: f64 = 2.5;
    /// A day, a month.
    pub(in crate::compare) const TIME: f64 = 0.4;
    /// A common verb or adjective.
    pub(in crate::compare) const COMMON: f64 = 0.7;
    /// Any other word.
    pub(in crate::compare) const WORD: f64 = 1.0;
    /// What is left of a word that names who says it, or says that it is said: one source says many things.
    pub(in crate::compare) const SOURCE: f64 = 0.3;
}

#[derive(Clone, Copy)]
struct Spelled {
    stem: Number,
    spelling: Number,
}

/// The words of all articles.
pub(super) struct Stems<'a> {
    side: SideBySide<'a>,
    /// By article and word of its vocabulary.
    of: Vec<Vec<Spelled>>,
    /// How many stems there are.
    pub(super) count: usize,
}

impl<'a> Stems<'a> {
    pub(super) fn new(side: SideBySide<'a>) -> Self {
        let endings = side.lexicon.class_words("word_ending");
        let (mut stems, mut spellings) = (Numbering::default(), Numbering::default());
        let of = side.analyses.iter().map(|analysis| {
            let vocabulary = &analysis.document.vocabulary;
            let words = vocabulary.iter().map(|word| Spelled {
                stem: stems.of(&stem(word, endings)),
                spelling: spellings.of(word),
            });
            words.collect()
        });
        Self {
            of: of.collect(),
            count: stems.numbers.len(),
            side,
        }
    }

    /// The spelling of a token.
    pub(super) fn spelling(&self, article: usize, token: TokenIndex) -> Number {
        self.spelled(article, token).spelling
    }

    /// Stem and weight of a token; `None` for marks and function words. `opens` says that it opens a sentence, so that its capital tells
    /// nothing.
    pub(super) fn content(
        &self,
        article: usize,
        token: TokenIndex,
        opens: bool,
    ) -> Option<(Number, f64)> {
        let analysis = &self.side.analyses[article];
        let document = &analysis.document;
        let found = &document.tokens[token];
        if !found.is_word() {
            return None;
        }
        let stem = self.spelled(article, token).stem;
        let word = analysis.facts.word(document, token);
        if word.number {
            return Some((stem, weight::NUMBER));
        }
        // `US` is no pronoun.
        if found.all_caps {
            return Some((stem, weight::WORD));
        }
        if word.classes.any(FUNCTION) {
            return None;
        }
        let weight = if word.classes.has(WordClass::Time) {
            weight::TIME
        } else if found.capital && !opens {
            weight::WORD
        } else if word.classes.any(COMMON) {
            weight::COMMON
        } else {
            weight::WORD
        };
        Some((stem, weight))
    }

    fn spelled(&self, article: usize, token: TokenIndex) -> Spelled {
        let word = self.side.analyses[article].document.tokens[token].word;
        self.of[article][word.0 as usize]
    }
}

#[derive(Default)]
struct Numbering {
    numbers: FxHashMap<String, Number>,
}

impl Numbering {
    fn of(&mut self, text: &str) -> Number {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.numbers.len() as Number;
        self.numbers.insert(text.to_owned(), number);
        number
    }
}
