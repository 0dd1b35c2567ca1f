//! Numbers in the text with their values, so that `three` and `3`, `1.5 million` and `1,500,000` are one.

use crate::analyzer::Analysis;
use crate::lexicon::{Lexicon, WordClass};
use crate::text::{TokenIndex, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A number in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its tokens, the scale (`million`) included.
    pub tokens: Range<TokenIndex>,
    /// Its value.
    pub value: f64,
    /// Whether it is a year.
    pub year: bool,
    /// Whether it is a percentage.
    pub percent: bool,
}

/// The values of number words.
pub(super) struct Values<'l> {
    words: FxHashMap<&'l str, f64>,
    scales: FxHashMap<&'l str, f64>,
}

/// Years that news speaks of in four figures.
const YEARS: std::ops::RangeInclusive<f64> = 1500.0..=2099.0;

impl<'l> Values<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        let class = |name: &str| lexicon.class_words(name).iter().map(String::as_str);
        let mut words: FxHashMap<&str, f64> = FxHashMap::default();
        for (place, word) in class("tens_in_order").enumerate() {
            words.insert(word, 10.0 * (place as f64 + 1.0));
        }
        for (value, word) in class("number_in_order").enumerate() {
            words.insert(word, value as f64);
        }
        let mut scales: FxHashMap<&str, f64> = FxHashMap::default();
        let mut thousands = 1.0;
        for (place, word) in class("number_scale").enumerate() {
            if place > 0 {
                thousands *= 1000.0;
            }
            scales.insert(word, if place == 0 { 100.0 } else { thousands });
        }
        Self { words, scales }
    }

    /// The numbers of a range of tokens, in order. Numbers of no value (`dozens`) are left out.
    pub(super) fn figures(
        &self,
        analysis: &Analysis<'_>,
        tokens: Range<TokenIndex>,
    ) -> Vec<Figure> {
        let document = &analysis.document;
        let mut found = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let Some((mut value, mut end)) = self.number(analysis, at, tokens.end) else {
                at += 1;
                continue;
            };
            let digits = document.tokens[at].kind == TokenKind::Number;
            let text = document.folded(at);
            let percent = text.ends_with('%')
                || end < tokens.end && document.token_text(end).starts_with('%');
            let year = digits
                && end == at + 1
                && text.len() == 4
                && YEARS.contains(&value)
                && !self.counts_what_follows(analysis, end, tokens.end);
            while end < tokens.end
                && let Some(scale) = self.scales.get(document.folded(end))
            {
                value *= scale;
                end += 1;
            }
            found.push(Figure {
                tokens: at..end,
                value,
                year,
                percent,
            });
            at = end;
        }
        found
    }

    fn number(
        &self,
        analysis: &Analysis<'_>,
        at: TokenIndex,
        limit: TokenIndex,
    ) -> Option<(f64, TokenIndex)> {
        let document = &analysis.document;
        let text = document.folded(at);
        if document.tokens[at].kind == TokenKind::Number {
            return digits(text).map(|value| (value, at + 1));
        }
        if let Some((tens, ones)) = text.split_once('-') {
            let (tens, ones) = (self.words.get(tens)?, self.words.get(ones)?);
            return (*tens >= 20.0 && *ones < 10.0).then_some((tens + ones, at + 1));
        }
        let value = *self.words.get(text)?;
        // `one` before no noun stands for somebody.
        if value <= 1.0 && !self.counts_what_follows(analysis, at + 1, limit) {
            return None;
        }
        Some((value, at + 1))
    }

    /// Whether a number is followed by what it counts: a word that is no function word, or a scale.
    fn counts_what_follows(
        &self,
        analysis: &Analysis<'_>,
        at: TokenIndex,
        limit: TokenIndex,
    ) -> bool {
        const NOT: &[WordClass] = &[
            WordClass::Preposition,
            WordClass::Coordinator,
            WordClass::Subordinator,
            WordClass::Determiner,
            WordClass::SubjectPronoun,
            WordClass::Be,
            WordClass::Have,
            WordClass::Modal,
            WordClass::Relative,
            WordClass::Time,
        ];
        let document = &analysis.document;
        at < limit
            && document.tokens[at].is_word()
            && !document.tokens[at].capital
            && (self.scales.contains_key(document.folded(at))
                || !analysis.facts.any(document, at, NOT))
    }
}

/// The value of a number in figures: `1,592`, `3.5`, `20%`.
fn digits(text: &str) -> Option<f64> {
    let text = text.trim_end_matches('%').replace(',', "");
    text.parse().ok().filter(|value: &f64| value.is_finite())
}
