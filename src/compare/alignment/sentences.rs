//! The sentences that are aligned: their words with weights, and their runs of words.

use super::super::basis::Basis;
use super::super::stems::{Number, weight};
use crate::analyzer::Analysis;
use crate::source;
use crate::text::TokenIndex;

/// Body sentences of an article that are aligned at most: a news report has some thirty.
const MOST: u32 = 300;

/// A body sentence.
pub(super) struct Sentence {
    pub(super) article: usize,
    /// Index into the document's sentences.
    pub(super) index: usize,
    /// Number among the body sentences, from 1.
    pub(super) number: u32,
    /// How far down the article it stands, 0 to 1.
    pub(super) place: f64,
    /// Its stems with their weights, each once, by stem.
    pub(super) words: Vec<(Number, f64)>,
    /// For each of `words`: what it is part of. All words of a name are one thing.
    pub(super) things: Vec<TokenIndex>,
    /// Its runs of three words, each once.
    pub(super) runs: Vec<[Number; 3]>,
}

/// The body sentences of all articles, in order.
pub(super) fn sentences(basis: &Basis<'_>) -> Vec<Sentence> {
    let (side, stems) = (basis.side, &basis.stems);
    let mut found = Vec::new();
    for (article, analysis) in side.analyses.iter().enumerate() {
        let document = &analysis.document;
        let all = f64::from(document.body_sentences().max(1));
        let named = framing(analysis);
        for (index, sentence) in document.sentences.iter().enumerate() {
            if sentence.number == 0 || sentence.number > MOST {
                continue;
            }
            let first = sentence.tokens.start;
            // Where the thing at hand begins, and where its next word would stand.
            let mut thing = (first, first);
            let content = sentence.tokens.clone().filter_map(|token| {
                let (stem, weight) = stems.content(article, token, token == first)?;
                let weight = if named.get(token).is_some_and(|named| *named) {
                    weight * weight::SOURCE
                } else {
                    weight
                };
                if token > first && !(goes_on(analysis, token) && thing.1 == token) {
                    thing.0 = token;
                }
                thing.1 = token + 1;
                Some((stem, weight, thing.0))
            });
            let mut content: Vec<(Number, f64, TokenIndex)> = content.collect();
            // The heaviest use of each stem stays.
            content.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
            content.dedup_by_key(|(stem, _, _)| *stem);
            let words = content.iter().map(|&(stem, weight, _)| (stem, weight));
            let words: Vec<(Number, f64)> = words.collect();
            let things = content.iter().map(|&(_, _, thing)| thing).collect();
            let tokens = sentence.tokens.clone();
            let spellings: Vec<Number> = tokens
                .filter(|&token| document.tokens[token].is_word())
                .map(|token| stems.spelling(article, token))
                .collect();
            let mut runs: Vec<[Number; 3]> = spellings
                .windows(3)
                .filter_map(|run| run.try_into().ok())
                .collect();
            runs.sort_unstable();
            runs.dedup();
            found.push(Sentence {
                article,
                index,
                number: sentence.number,
                place: f64::from(sentence.number) / all,
                words,
                things,
                runs,
            });
        }
    }
    found
}

/// Which tokens are source or cue of an attribution that counts.
fn framing(analysis: &Analysis<'_>) -> Vec<bool> {
    let mut named = vec![false; analysis.document.tokens.len()];
    for attribution in &analysis.attributions {
        if attribution.counts() && source::is_counted(attribution.level) {
            for range in attribution.source.iter().chain(&attribution.cue.tokens) {
                named[range.clone()].fill(true);
            }
        }
    }
    named
}

/// Whether a token goes on with a name: it and the one before it have capitals.
fn goes_on(analysis: &Analysis<'_>, token: TokenIndex) -> bool {
    let tokens = &analysis.document.tokens;
    tokens[token].capital && tokens[token - 1].capital
}
