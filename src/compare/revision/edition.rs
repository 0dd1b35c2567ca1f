//! One revision with words that can be compared with those of the other.

use super::{Excerpt, Revised};
use crate::analyzer::Analysis;
use crate::article::ZoneKind;
use crate::lexicon::WordClass;
use crate::measure::Measured;
use crate::text::{Document, TokenIndex};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many letters of a word are compared when sentences are paired: `shelled` and `shelling` count as shared.
const STEM: usize = 4;

/// One revision.
pub(crate) struct Edition<'a> {
    pub(crate) analysis: &'a Analysis<'a>,
    pub(crate) measured: &'a Measured,
    /// The number that both revisions know a spelling by, by token.
    words: Vec<u32>,
    /// The same for the beginnings of words.
    stems: Vec<u32>,
    /// Whether a token belongs to the verb or phrase that attributes something.
    cues: Vec<bool>,
}

/// Numbers for spellings, the same in both revisions.
#[derive(Default)]
struct Numbers {
    of: FxHashMap<String, u32>,
}

impl Numbers {
    fn number(&mut self, spelling: &str) -> u32 {
        if let Some(&number) = self.of.get(spelling) {
            return number;
        }
        let number = self.of.len() as u32;
        self.of.insert(spelling.to_owned(), number);
        number
    }
}

impl<'a> Edition<'a> {
    /// Both revisions.
    pub(crate) fn both(old: Revised<'a>, new: Revised<'a>) -> (Self, Self) {
        let (mut words, mut stems) = (Numbers::default(), Numbers::default());
        let mut edition = |revised: Revised<'a>| {
            let document = &revised.analysis.document;
            let spelled: Vec<(u32, u32)> = document
                .vocabulary
                .iter()
                .map(|word| (words.number(word), stems.number(stem(word))))
                .collect();
            let of = |token: &crate::text::Token| spelled[token.word.0 as usize];
            Self {
                analysis: revised.analysis,
                measured: revised.measured,
                words: document.tokens.iter().map(|token| of(token).0).collect(),
                stems: document.tokens.iter().map(|token| of(token).1).collect(),
                cues: cues(revised.analysis),
            }
        };
        (edition(old), edition(new))
    }

    pub(crate) const fn document(&self) -> &Document<'a> {
        &self.analysis.document
    }

    /// The number of a token's spelling.
    pub(crate) fn word(&self, token: TokenIndex) -> u32 {
        self.words[token]
    }

    /// The number of the beginning of a token's spelling.
    pub(crate) fn stem(&self, token: TokenIndex) -> u32 {
        self.stems[token]
    }

    /// Whether a token attributes something.
    pub(crate) fn is_cue(&self, token: TokenIndex) -> bool {
        self.cues[token]
    }

    /// The words of a range, marks left out.
    pub(crate) fn words_of(
        &self,
        tokens: Range<TokenIndex>,
    ) -> impl Iterator<Item = TokenIndex> + '_ {
        tokens.filter(|&token| self.document().tokens[token].is_word())
    }

    /// The spellings of a range.
    pub(crate) fn spelled(&self, tokens: Range<TokenIndex>) -> Vec<u32> {
        self.words_of(tokens)
            .map(|token| self.word(token))
            .collect()
    }

    /// Whether a word carries content: it is no function word.
    pub(crate) fn is_content(&self, token: TokenIndex) -> bool {
        let classes = self.analysis.facts.classes(self.document(), token);
        self.document().tokens[token].is_word()
            && !classes.any(&[
                WordClass::Determiner,
                WordClass::PossessiveDeterminer,
                WordClass::SubjectPronoun,
                WordClass::ObjectPronoun,
                WordClass::IndefinitePronoun,
                WordClass::Relative,
                WordClass::Be,
                WordClass::Have,
                WordClass::Do,
                WordClass::Modal,
                WordClass::Preposition,
                WordClass::Coordinator,
                WordClass::Subordinator,
                WordClass::Adverb,
            ])
    }

    /// The tokens of the headline, where it is a part of the text.
    pub(crate) fn headline(&self) -> Option<Range<TokenIndex>> {
        let mut blocks = self.document().blocks.iter();
        let block = blocks.find(|block| block.zone.kind == ZoneKind::Headline)?;
        (!block.tokens.is_empty()).then(|| block.tokens.clone())
    }

    /// The headline as written, wherever it was found.
    pub(crate) fn title(&self) -> Option<&str> {
        self.analysis.article.title.as_deref()
    }

    /// The part of the text that a sentence stands in.
    pub(crate) fn zone(&self, sentence: usize) -> ZoneKind {
        let block = self.document().sentences[sentence].block;
        self.document().blocks[block].zone.kind
    }

    /// Words with the sentences they stand in.
    pub(crate) fn excerpt(&self, words: Range<TokenIndex>) -> Excerpt {
        let document = self.document();
        let first = document.sentence_of(words.start);
        let last = document.sentence_of(words.end.saturating_sub(1).max(words.start));
        let tokens = |sentence: usize| document.sentences.get(sentence).map(|of| of.tokens.clone());
        let context = match (tokens(first), tokens(last)) {
            (Some(first), Some(last)) => first.start..last.end.max(first.end),
            _ => words.clone(),
        };
        Excerpt { words, context }
    }

    /// Some sentences, without words at issue: where they would stand.
    pub(crate) fn around(&self, sentences: &[usize]) -> Option<Excerpt> {
        let tokens = |sentence: usize| {
            self.document()
                .sentences
                .get(sentence)
                .map(|of| of.tokens.clone())
        };
        let first = tokens(*sentences.first()?)?;
        let last = tokens(*sentences.last()?)?;
        Some(Excerpt {
            words: first.start..first.start,
            context: first.start..last.end,
        })
    }
}

fn cues(analysis: &Analysis<'_>) -> Vec<bool> {
    let mut cues = vec![false; analysis.document.tokens.len()];
    for attribution in analysis.attributions.iter().filter(|of| of.counts()) {
        for range in &attribution.cue.tokens {
            cues[range.clone()].fill(true);
        }
    }
    cues
}

fn stem(word: &str) -> &str {
    match word.char_indices().nth(STEM) {
        Some((end, _)) if !word.starts_with(|c: char| c.is_ascii_digit()) => &word[..end],
        _ => word,
    }
}
