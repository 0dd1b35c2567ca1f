//! Tells which block of a plain text is headline, byline, body and so on (measures §1.1).

use super::dateline::dateline;
use super::furniture::furniture;
use super::headline::{Title, is_title_case, is_variant};
use super::lines::{Block, Mark, blocks, ends_sentence};
use super::rules::ZoneRules;
use super::{Zone, ZoneKind};
use crate::span::Span;

/// From this many words on a block is running text, whatever it ends with.
const BODY_WORDS: usize = 15;
/// A heading between paragraphs has at most this many words.
const SUBHEAD_WORDS: usize = 10;
/// A headline has at most this many words.
const HEADLINE_WORDS: usize = 35;
/// A headline with a sentence's final mark has at most this many words.
const SENTENCE_HEADLINE_WORDS: usize = 20;

/// The zones of `text`, in order and without overlap. `front` is the front matter, which has been read before; `title` is the
/// one that the metadata give: where the text repeats it, that is the headline.
pub fn zones(text: &str, front: Option<Span>, title: Option<&str>, rules: &ZoneRules) -> Vec<Zone> {
    let from = front.map_or(0, |span| span.end as usize);
    let mut blocks = blocks(text, from, |line| furniture(line, rules).is_some());
    let headlines = title.map_or_else(Vec::new, |title| merge_titles(text, &mut blocks, title));
    let mut parts = Parts::new(text, &blocks, rules);
    parts.give_headline(title, &headlines);
    parts.give_rest();
    let mut zones: Vec<Zone> = front.map(|span| Zone { kind: ZoneKind::Metadata, span }).into_iter().collect();
    let mut seen_body = false;
    for (block, kind) in blocks.iter().zip(parts.kinds) {
        let (kind, span) = (kind.unwrap_or(ZoneKind::Body), block.span);
        let cut = if kind == ZoneKind::Body && !seen_body { dateline(span.slice(text), rules) } else { None };
        seen_body |= kind == ZoneKind::Body;
        zones.extend(cut_dateline(text, kind, span, cut));
    }
    zones
}

/// The block as one zone, or as its dateline and what follows it.
fn cut_dateline(text: &str, kind: ZoneKind, span: Span, cut: Option<usize>) -> impl Iterator<Item = Zone> {
    let Some(cut) = cut else { return [Some(Zone { kind, span }), None].into_iter().flatten() };
    let end = span.start + cut as u32;
    let rest = &text[end as usize..span.end as usize];
    let start = end + (rest.len() - rest.trim_start().len()) as u32;
    let place = Zone { kind: ZoneKind::Dateline, span: Span::new(span.start, end) };
    let body = (start < span.end).then_some(Zone { kind, span: Span::new(start, span.end) });
    [Some(place), body].into_iter().flatten()
}

/// Joins blocks that only together are the title, and says which blocks repeat it.
fn merge_titles(text: &str, blocks: &mut Vec<Block>, title: &str) -> Vec<usize> {
    let Some(title) = Title::new(title) else { return Vec::new() };
    let mut found = Vec::new();
    let mut first = 0;
    while first < blocks.len().min(12) {
        let whole = |last: usize| Span::new(blocks[first].span.start, blocks[last].span.end);
        let last = (first..blocks.len().min(first + 3)).find(|&last| title.is(whole(last).slice(text)));
        if let Some(last) = last {
            blocks[first].span = whole(last);
            blocks.drain(first + 1..=last);
            found.push(first);
        }
        first += 1;
    }
    if found.len() == blocks.len() { Vec::new() } else { found }
}

/// The parts that the blocks play, as far as they are known.
struct Parts<'a> {
    text: &'a str,
    blocks: &'a [Block],
    kinds: Vec<Option<ZoneKind>>,
    words: Vec<usize>,
}

impl<'a> Parts<'a> {
    fn new(text: &'a str, blocks: &'a [Block], rules: &ZoneRules) -> Self {
        let words: Vec<usize> = blocks.iter().map(|block| count_words(block.span.slice(text))).collect();
        let kinds = blocks
            .iter()
            .zip(&words)
            .map(|(block, &words)| {
                let block_text = block.span.slice(text);
                furniture(block_text, rules).or_else(|| {
                    let place = words < BODY_WORDS && dateline(block_text, rules) == Some(block_text.len());
                    let body = block.mark != Mark::Heading && (words >= BODY_WORDS || ends_sentence(block_text));
                    if place { Some(ZoneKind::Dateline) } else { body.then_some(ZoneKind::Body) }
                })
            })
            .collect();
        Self { text, blocks, kinds, words }
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
    fn give_headline(&mut self, title: Option<&str>, repeated: &[usize]) {
        if let Some((&headline, copies)) = repeated.split_first() {
            self.kinds[headline] = Some(ZoneKind::Headline);
            for &copy in copies {
                self.kinds[copy] = Some(ZoneKind::Boilerplate);
            }
            return;
        }
        let Some(body) = self.first(Some(ZoneKind::Body)) else { return self.give_headline_without_body() };
        let is_short = |&index: &usize| self.kinds[index].is_none();
        let heading = (0..body).filter(is_short).find(|&index| self.blocks[index].mark == Mark::Heading);
        let fitting = || (0..body).filter(is_short).find(|&index| self.words[index] >= 3);
        let nearest = || (0..body).rev().filter(is_short).find(|&index| self.words[index] == 2);
        let long = || (!self.is_last_body(body) && self.looks_like_headline(body, title)).then_some(body);
        if let Some(headline) = heading.or_else(fitting).or_else(long).or_else(nearest) {
            self.kinds[headline] = Some(ZoneKind::Headline);
        }
    }

    /// Where no block ends like a sentence, a first short block above others is the headline and the rest is the text.
    fn give_headline_without_body(&mut self) {
        let short: Vec<usize> = (0..self.kinds.len()).filter(|&index| self.kinds[index].is_none()).collect();
        for (&index, place) in short.iter().zip(0..) {
            let headline = place == 0 && short.len() > 1 && self.words[index] >= 3;
            self.kinds[index] = Some(if headline { ZoneKind::Headline } else { ZoneKind::Body });
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
        let next = (index + 1..self.blocks.len()).find(|&next| self.kinds[next] == Some(ZoneKind::Body));
        let Some(next) = next.map(|next| self.slice(next)) else { return false };
        if !ends_sentence(block) {
            return ends_sentence(next) && !block.ends_with([':', ',', ';', '—']);
        }
        let short_question = words < BODY_WORDS && block.ends_with(['?', '!']);
        let capitals = words <= SENTENCE_HEADLINE_WORDS && is_title_case(block) && !is_title_case(next);
        short_question || capitals
    }

    /// Short blocks: the deck and names under the headline, headings and sentences between paragraphs, remains at the end.
    fn give_rest(&mut self) {
        let headline = self.first(Some(ZoneKind::Headline));
        let start = headline.map_or(0, |headline| headline + 1);
        let body = (start..self.kinds.len()).find(|&index| self.kinds[index] == Some(ZoneKind::Body));
        let mut deck = false;
        for index in 0..self.kinds.len() {
            if self.kinds[index].is_some() {
                continue;
            }
            let kind = match body {
                Some(body) if index > body => self.short_block(index),
                _ if headline.is_none_or(|headline| index < headline) => ZoneKind::Boilerplate,
                _ if self.is_name(index) => ZoneKind::Byline,
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

    /// A block without final mark after the body has begun.
    fn short_block(&self, index: usize) -> ZoneKind {
        let (block, mark) = (self.slice(index), self.blocks[index].mark);
        if mark == Mark::Heading {
            return ZoneKind::Subhead;
        }
        let text_like = matches!(mark, Mark::Item | Mark::Quote) || block.ends_with([':', ';', ',', '—']);
        let last = self.is_last_body(index);
        if text_like && !last || self.is_sentence_like(index) && (last || self.words[index] > SUBHEAD_WORDS) {
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
        let lower = self.slice(index).split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
        words >= 6 && lower * 2 >= words
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
