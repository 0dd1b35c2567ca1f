//! Gives each block its part by its words, its end and its place among the others.

use super::ZoneKind;
use super::dateline::dateline;
use super::furniture::furniture;
use super::headline::{is_title_case, is_variant};
use super::lines::{Block, Mark, ends_sentence};
use super::rules::ZoneRules;
use super::shape::Shape;

/// From this many words on a block is running text, whatever it ends with.
const BODY_WORDS: usize = 15;
/// A heading between paragraphs has at most this many words.
const SUBHEAD_WORDS: usize = 10;
/// A headline has at most this many words.
pub(super) const HEADLINE_WORDS: usize = 35;
/// A headline with a sentence's final mark has at most this many words.
const SENTENCE_HEADLINE_WORDS: usize = 20;

/// The parts that the blocks play, as far as they are known.
pub(super) struct Parts<'a> {
    text: &'a str,
    blocks: &'a [Block],
    pub(super) kinds: Vec<Option<ZoneKind>>,
    words: Vec<usize>,
    rules: &'a ZoneRules,
}

impl<'a> Parts<'a> {
    /// What the words and the end of each block tell.
    pub(super) fn new(text: &'a str, blocks: &'a [Block], rules: &'a ZoneRules) -> Self {
        let shapes: Vec<Shape> = blocks
            .iter()
            .map(|block| {
                let block_text = block.span.slice(text);
                match block.mark {
                    Mark::Heading => Shape::of(block_text),
                    _ => Shape::of_start(block_text),
                }
            })
            .collect();
        let words: Vec<usize> = shapes.iter().map(|shape| shape.words).collect();
        let kinds = blocks
            .iter()
            .zip(shapes)
            .map(|(block, shape)| {
                let (block_text, words) = (block.span.slice(text), shape.words);
                furniture(block_text, shape, rules).or_else(|| {
                    let body = block.mark != Mark::Heading
                        && (words >= BODY_WORDS || ends_sentence(block_text));
                    if body {
                        return Some(ZoneKind::Body);
                    }
                    let rest =
                        dateline(block_text, rules).map(|end| count_words(&block_text[end..]))?;
                    (rest == 0)
                        .then_some(ZoneKind::Dateline)
                        .or((rest >= 4).then_some(ZoneKind::Body))
                })
            })
            .collect();
        Self {
            text,
            blocks,
            kinds,
            words,
            rules,
        }
    }

    fn slice(&self, index: usize) -> &'a str {
        self.blocks[index].span.slice(self.text)
    }

    fn first(&self, kind: Option<ZoneKind>) -> Option<usize> {
        self.kinds.iter().position(|&found| found == kind)
    }

    fn is_last_body(&self, index: usize) -> bool {
        !self.kinds[index + 1..].contains(&Some(ZoneKind::Body))
    }

    /// The headline: the repeated title; else the first short block before the body; else a first paragraph that looks like one.
    pub(super) fn give_headline(&mut self, title: Option<&str>, repeated: &[usize]) {
        if let Some((&headline, copies)) = repeated.split_first() {
            self.kinds[headline] = Some(ZoneKind::Headline);
            for &copy in copies {
                self.kinds[copy] = Some(ZoneKind::Boilerplate);
            }
            return;
        }
        let Some(body) = self.first(Some(ZoneKind::Body)) else {
            return self.give_headline_without_body();
        };
        let is_short = |&index: &usize| self.kinds[index].is_none();
        let heading = (0..body)
            .filter(is_short)
            .find(|&index| self.blocks[index].mark == Mark::Heading);
        let fitting = || {
            (0..body)
                .filter(is_short)
                .find(|&index| self.words[index] >= 3)
        };
        let nearest = || {
            (0..body)
                .rev()
                .filter(is_short)
                .find(|&index| self.words[index] == 2)
        };
        let long =
            || (!self.is_last_body(body) && self.looks_like_headline(body, title)).then_some(body);
        if let Some(headline) = heading.or_else(fitting).or_else(long).or_else(nearest) {
            self.kinds[headline] = Some(ZoneKind::Headline);
        }
    }

    /// Where no block ends like a sentence, a first short block above others is the headline and the rest is the text.
    fn give_headline_without_body(&mut self) {
        let short: Vec<usize> = (0..self.kinds.len())
            .filter(|&index| self.kinds[index].is_none())
            .collect();
        for (&index, place) in short.iter().zip(0..) {
            let headline = place == 0 && short.len() > 1 && self.words[index] >= 3;
            self.kinds[index] = Some(if headline {
                ZoneKind::Headline
            } else {
                ZoneKind::Body
            });
        }
    }

    /// Whether a block that could be body is a headline: no final mark, or a variant of the title, or the capitals of a title.
    fn looks_like_headline(&self, index: usize, title: Option<&str>) -> bool {
        let (block, words) = (self.slice(index), self.words[index]);
        if !(3..=HEADLINE_WORDS).contains(&words) || self.blocks[index].mark != Mark::Plain {
            return false;
        }
        if title.is_some_and(|title| is_variant(title, block)) {
            return true;
        }
        let next =
            (index + 1..self.blocks.len()).find(|&next| self.kinds[next] == Some(ZoneKind::Body));
        let Some(next) = next.map(|next| self.slice(next)) else {
            return false;
        };
        if dateline(next, self.rules).is_some() && dateline(block, self.rules).is_none() {
            return true;
        }
        if !ends_sentence(block) {
            return ends_sentence(next) && !block.ends_with([':', ',', ';', '—']);
        }
        let short_question = words < BODY_WORDS && block.ends_with(['?', '!']);
        let capitals =
            words <= SENTENCE_HEADLINE_WORDS && is_title_case(block) && !is_title_case(next);
        short_question || capitals
    }

    /// Short blocks: the deck and names under the headline, headings and sentences between paragraphs, remains at the end.
    pub(super) fn give_rest(&mut self) {
        let headline = self.first(Some(ZoneKind::Headline));
        let start = headline.map_or(0, |headline| headline + 1);
        let body =
            (start..self.kinds.len()).find(|&index| self.kinds[index] == Some(ZoneKind::Body));
        let mut deck = false;
        let last_body = self
            .kinds
            .iter()
            .rposition(|&kind| kind == Some(ZoneKind::Body));
        for index in 0..self.kinds.len() {
            if self.kinds[index].is_some() {
                continue;
            }
            let kind = match body {
                Some(body) if index > body => {
                    self.short_block(index, last_body.is_none_or(|last| index >= last))
                }
                _ if headline.is_none_or(|headline| index < headline) => ZoneKind::Boilerplate,
                _ if self.slice(index).ends_with(':') && self.is_sentence_like(index) => {
                    ZoneKind::Body
                }
                _ if self.is_name(index) => ZoneKind::Byline,
                _ if self.blocks[index].mark == Mark::Item => ZoneKind::Deck,
                _ if deck || self.words[index] < 3 => ZoneKind::Boilerplate,
                _ => ZoneKind::Deck,
            };
            deck |= kind == ZoneKind::Deck;
            self.kinds[index] = Some(kind);
        }
        if self.first(Some(ZoneKind::Body)).is_none()
            && let Some(deck) = self.first(Some(ZoneKind::Deck))
        {
            self.kinds[deck] = Some(ZoneKind::Body);
        }
    }

    /// A block without final mark after the body has begun; `last` where no body follows.
    fn short_block(&self, index: usize, last: bool) -> ZoneKind {
        let (block, mark) = (self.slice(index), self.blocks[index].mark);
        if mark == Mark::Heading {
            return ZoneKind::Subhead;
        }
        let text_like =
            matches!(mark, Mark::Item | Mark::Quote) || block.ends_with([':', ';', ',', '—']);
        if text_like && !last
            || self.is_sentence_like(index) && (last || self.words[index] > SUBHEAD_WORDS)
        {
            ZoneKind::Body
        } else if last {
            ZoneKind::Boilerplate
        } else {
            ZoneKind::Subhead
        }
    }

    /// Two or three words that all begin with a capital.
    fn is_name(&self, index: usize) -> bool {
        let mut words = self.slice(index).split_whitespace();
        (2..=3).contains(&self.words[index])
            && self.blocks[index].mark == Mark::Plain
            && words.all(|word| word.starts_with(char::is_uppercase))
    }

    /// Six words or more, most of them in lower case: a sentence that lost its end.
    fn is_sentence_like(&self, index: usize) -> bool {
        let words = self.words[index];
        let lower = self
            .slice(index)
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_lowercase))
            .count();
        words >= 6 && lower * 2 >= words
    }
}

/// Words as white space separates them, punctuation alone not counted.
pub(super) fn count_words(text: &str) -> usize {
    Shape::of(text).words
}
