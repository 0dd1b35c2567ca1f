//! Cuts an article's text once: tokens, sentences, quotation segments. Every later stage works on token indices.

mod fold;
mod key;
mod quotes;
mod sentences;
mod tokens;
mod vocabulary;

pub use fold::{fold_diacritics, fold_word};
pub(crate) use key::WordKey;
pub use quotes::{Quotation, QuoteStyle};
pub use sentences::SentenceRules;
pub use tokens::{Token, TokenKind, cut_words};
pub use vocabulary::{Vocabulary, WordId};

use crate::article::{Article, Zone, ZoneKind};
use crate::span::Span;
use std::ops::Range;

/// Index of a token in [`Document::tokens`].
pub type TokenIndex = usize;

/// An article's text, cut.
#[derive(Debug)]
pub struct Document<'a> {
    /// The text that all spans are places in.
    pub text: &'a str,
    /// Words and punctuation of the zones that are text, in order.
    pub tokens: Vec<Token>,
    /// The distinct words, each folded once.
    pub vocabulary: Vocabulary<'a>,
    /// The zones that are text, in order.
    pub blocks: Vec<Block>,
    /// Sentences of all blocks, in order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// The sentence of each token.
    sentence_of: Vec<u32>,
    /// Quotation segments, in order of their opening marks.
    pub quotations: Vec<Quotation>,
    /// Hyphens that stood for a dash and were split (measures §1.2).
    pub dash_repairs: Vec<Span>,
}

/// A zone of running text or a heading, with what was cut from it.
#[derive(Debug, Clone)]
pub struct Block {
    /// The zone.
    pub zone: Zone,
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// Its sentences.
    pub sentences: Range<usize>,
}

/// A sentence: what stands between two boundaries of one block.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// Its block, an index into [`Document::blocks`].
    pub block: usize,
    /// Number among the body sentences, from 1; 0 outside the body.
    pub number: u32,
}

impl<'a> Document<'a> {
    /// Cuts the text zones of `article`.
    pub fn new(article: &'a Article, rules: &SentenceRules) -> Self {
        Self::from_zones(&article.text, &article.zones, rules)
    }

    /// Cuts `text` as one body block without zones: for a phrase, a test or a lexicon's example.
    pub fn from_plain(text: &'a str, rules: &SentenceRules) -> Self {
        let zone = Zone {
            kind: ZoneKind::Body,
            span: Span::new(0, text.len() as u32),
        };
        Self::from_zones(text, &[zone], rules)
    }

    fn from_zones(text: &'a str, zones: &[Zone], rules: &SentenceRules) -> Self {
        let mut document = Document {
            text,
            tokens: Vec::with_capacity(text.len() / 4),
            vocabulary: Vocabulary::for_text(text.len()),
            blocks: Vec::new(),
            sentences: Vec::new(),
            sentence_of: Vec::new(),
            quotations: Vec::new(),
            dash_repairs: Vec::new(),
        };
        for &zone in zones.iter().filter(|zone| zone.kind.is_text()) {
            let first = document.tokens.len();
            tokens::cut(
                text,
                zone.span,
                &mut document.tokens,
                &mut document.vocabulary,
            );
            document.dash_repairs.extend(tokens::repair_dashes(
                text,
                first,
                &mut document.tokens,
                &mut document.vocabulary,
                |tail| rules.dash_tails.contains(tail),
            ));
            let tokens = first..document.tokens.len();
            document.blocks.push(Block {
                zone,
                tokens,
                sentences: 0..0,
            });
        }
        quotes::find(&mut document);
        sentences::split(&mut document, rules);
        document.sentence_of.reserve_exact(document.tokens.len());
        for (index, sentence) in document.sentences.iter().enumerate() {
            // No token is outside the sentences, which stand in order.
            document
                .sentence_of
                .resize(sentence.tokens.end, index as u32);
        }
        document
    }

    /// The text of a token.
    #[inline]
    pub fn token_text(&self, index: TokenIndex) -> &'a str {
        self.tokens[index].span().slice(self.text)
    }

    /// The folded form of a token: lower case, NFC, straight apostrophes; the mark itself for punctuation.
    #[inline]
    pub fn folded(&self, index: TokenIndex) -> &str {
        self.vocabulary.folded(self.tokens[index].word)
    }

    /// The span from the first to the last token of a range.
    #[inline]
    pub fn span_of(&self, tokens: Range<TokenIndex>) -> Span {
        match (
            self.tokens.get(tokens.start),
            self.tokens.get(tokens.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if !tokens.is_empty() => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }

    /// How many words (not marks) a range of tokens holds.
    pub fn words_in(&self, tokens: Range<TokenIndex>) -> u32 {
        self.tokens[tokens]
            .iter()
            .filter(|token| token.is_word())
            .count() as u32
    }

    /// The sentence that holds a token.
    #[inline]
    pub fn sentence_of(&self, index: TokenIndex) -> usize {
        self.sentence_of
            .get(index)
            .map_or(self.sentences.len(), |&sentence| sentence as usize)
    }

    /// The tokens whose spans touch `span`.
    pub fn tokens_in(&self, span: Span) -> Range<TokenIndex> {
        let from = self.tokens.partition_point(|token| token.end <= span.start);
        let to = self.tokens.partition_point(|token| token.start < span.end);
        from..to.max(from)
    }

    /// Words of the body: the denominator of shares.
    pub fn body_words(&self) -> u32 {
        self.blocks
            .iter()
            .filter(|block| block.zone.kind == ZoneKind::Body)
            .map(|block| self.words_in(block.tokens.clone()))
            .sum()
    }

    /// Number of body sentences.
    pub fn body_sentences(&self) -> u32 {
        self.sentences
            .iter()
            .map(|sentence| sentence.number)
            .max()
            .unwrap_or(0)
    }
}
