//! Where the story begins (measures §5.5): the body sentences that go back behind the event, and the years or phrases by which they do.

use crate::lexicon::{Facts, Lexicon, PhraseMatch, WordClass};
use crate::text::{Document, TokenIndex, TokenKind};
use std::ops::Range;

/// The earliest year that is read as one.
const FIRST_YEAR: u16 = 1000;
/// From this year on a number of four figures is a year wherever nothing speaks against it.
const PLAIN_YEAR: u16 = 1700;
/// The latest.
const LAST_YEAR: u16 = 2100;

/// A class of the context pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
enum Class {
    Span,
    Duration,
    Origin,
    Agreement,
    YearUnit,
}

const CLASSES: [&str; 5] = [
    "context_span",
    "context_duration",
    "context_origin",
    "context_agreement",
    "year_unit",
];

/// What may stand before a year: in, since, the, his, of May.
const BEFORE: [WordClass; 7] = [
    WordClass::Preposition,
    WordClass::Determiner,
    WordClass::PossessiveDeterminer,
    WordClass::Coordinator,
    WordClass::Subordinator,
    WordClass::Time,
    WordClass::Adverb,
];

/// What takes a sentence back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartPoint {
    /// The words.
    pub tokens: Range<TokenIndex>,
    /// The year that they name.
    pub year: Option<u16>,
}

/// A body sentence that goes back behind the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextSentence {
    /// The sentence, an index into the document's.
    pub sentence: usize,
    /// Its words.
    pub words: u32,
    /// What takes it back, in order.
    pub starts: Vec<StartPoint>,
}

/// What an article tells of the time before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The year of publication, where it is known. Where it is not, every year counts as an earlier one.
    pub published: Option<u16>,
    /// The sentences, in order.
    pub sentences: Vec<ContextSentence>,
}

impl Context {
    /// Words of all context sentences.
    pub fn words(&self) -> u32 {
        self.sentences.iter().map(|of| of.words).sum()
    }

    /// The earliest year that the article goes back to, and the sentence among [`Context::sentences`].
    pub fn earliest(&self) -> Option<(u16, usize)> {
        let years = self.sentences.iter().enumerate();
        years
            .flat_map(|(index, of)| of.starts.iter().filter_map(move |s| Some((s.year?, index))))
            .min()
    }

    /// Finds the context sentences. `published` is the date of publication, ISO 8601.
    pub fn new(
        document: &Document<'_>,
        facts: &Facts,
        lexicon: &Lexicon,
        published: Option<&str>,
    ) -> Self {
        let published = published.and_then(|date| date.get(..4)?.parse::<u16>().ok());
        let phrases = lexicon.phrases_of(&CLASSES, document, facts);
        let finder = Finder {
            document,
            facts,
            phrases: &phrases,
            published,
        };
        let mut sentences = Vec::new();
        let mut from = 0;
        for (index, sentence) in document.sentences.iter().enumerate() {
            let next = from
                + phrases[from..].partition_point(|found| found.tokens.start < sentence.tokens.end);
            let here = from..next;
            from = next;
            if sentence.number == 0 {
                continue;
            }
            let starts = finder.starts(&sentence.tokens, here);
            if !starts.is_empty() {
                sentences.push(ContextSentence {
                    sentence: index,
                    words: document.words_in(sentence.tokens.clone()),
                    starts,
                });
            }
        }
        Self {
            published,
            sentences,
        }
    }
}

struct Finder<'f> {
    document: &'f Document<'f>,
    facts: &'f Facts,
    phrases: &'f [PhraseMatch],
    published: Option<u16>,
}

impl Finder<'_> {
    fn starts(&self, sentence: &Range<TokenIndex>, here: Range<usize>) -> Vec<StartPoint> {
        let here = &self.phrases[here];
        let mut starts: Vec<StartPoint> = Vec::new();
        for at in sentence.clone() {
            if let Some(year) = self.year_at(at, sentence, here) {
                starts.push(StartPoint {
                    tokens: at..at + 1,
                    year: Some(year),
                });
            }
        }
        for found in here {
            let holds = match found.class {
                class if class == Class::Span as usize || class == Class::Origin as usize => true,
                class if class == Class::Duration as usize => {
                    self.after_perfect(sentence, found.tokens.start)
                }
                class if class == Class::Agreement as usize => self.is_named(&found.tokens),
                _ => false,
            };
            // A phrase within another, or with a year in it, is the same start.
            let overlaps = |start: &StartPoint| {
                start.tokens.start < found.tokens.end && found.tokens.start < start.tokens.end
            };
            if holds && !starts.iter().any(overlaps) {
                starts.push(StartPoint {
                    tokens: found.tokens.clone(),
                    year: None,
                });
            }
        }
        starts.sort_by_key(|start| start.tokens.start);
        starts
    }

    /// The year that a token names, where it lies before that of publication.
    fn year_at(
        &self,
        at: TokenIndex,
        sentence: &Range<TokenIndex>,
        here: &[PhraseMatch],
    ) -> Option<u16> {
        let token = &self.document.tokens[at];
        if !token.is_word() || token.end - token.start < 4 {
            return None;
        }
        let text = self.document.folded(at);
        let (digits, rest) = text.split_at_checked(4)?;
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let year: u16 = digits.parse().ok()?;
        // 1990s, 1991-94, 1992–1994, 1989's
        let told = matches!(rest.as_bytes().first(), Some(b's' | b'-' | b'\''));
        let in_class = |index: TokenIndex, class: Class| {
            here.iter()
                .any(|found| found.class == class as usize && found.tokens.start == index)
        };
        let before = at > sentence.start && {
            let before = &self.document.tokens[at - 1];
            self.facts.any(self.document, at - 1, &BEFORE)
                || matches!(
                    before.kind,
                    TokenKind::Comma | TokenKind::Open | TokenKind::Dash
                )
                || self.facts.possessive(self.document, at - 1)
                || self.facts.word(self.document, at - 1).number
        };
        let unit = at + 1 < sentence.end
            && (in_class(at + 1, Class::YearUnit) || self.is_money(at, sentence));
        let opens = at == sentence.start;
        let range = if told || before {
            FIRST_YEAR..=LAST_YEAR
        } else {
            PLAIN_YEAR..=LAST_YEAR
        };
        let is_year = (rest.is_empty() || told)
            && range.contains(&year)
            && (told || before || opens)
            && !unit;
        (is_year && self.published.is_none_or(|published| year < published)).then_some(year)
    }

    fn is_money(&self, at: TokenIndex, sentence: &Range<TokenIndex>) -> bool {
        at > sentence.start && self.document.tokens[at - 1].kind == TokenKind::Other
    }

    /// Whether a perfect stands before in the sentence: has remained … for decades.
    fn after_perfect(&self, sentence: &Range<TokenIndex>, at: TokenIndex) -> bool {
        (sentence.start..at).any(|at| self.facts.has(self.document, at, WordClass::Have))
    }

    /// Whether an agreement is written as a name: between capitals, or before a number.
    fn is_named(&self, tokens: &Range<TokenIndex>) -> bool {
        let capital = |at: TokenIndex| {
            self.document
                .tokens
                .get(at)
                .is_some_and(|token| token.is_word() && token.capital)
        };
        let here = capital(tokens.start) && !self.document.tokens[tokens.start].all_caps;
        let number = self
            .document
            .tokens
            .get(tokens.end)
            .is_some_and(|token| token.kind == TokenKind::Number);
        let before = tokens.start > 0 && capital(tokens.start - 1);
        here && (before || number)
    }
}
