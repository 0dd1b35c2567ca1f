//! Quote twins: the same quotation in several articles, with the words that each leaves out, the verb it chose and where it stands
//! (measures §6.6 d). Two quotations are one where half of their runs of five words are the same (Broder's resemblance), or half of the
//! shorter one's stand in the longer.

use super::basis::Basis;
use super::stems::Number;
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::ops::Range;

/// Words in a run.
const RUN: usize = 5;
/// The part of the runs that must be shared: of both quotations, or of the shorter one.
const SHARED: f64 = 0.5;
/// Words of a quotation that are compared one by one; what comes after is not.
const COMPARED: usize = 600;

/// A quotation that several articles have.
#[derive(Debug, Clone, PartialEq)]
pub struct Twin {
    /// Who has it, by article; at least two, none twice.
    pub told: Vec<Quoted>,
    /// Which of them has most words.
    pub fullest: usize,
}

/// A quotation as one article has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quoted {
    /// The article.
    pub article: usize,
    /// The words between the marks: several ranges where the article breaks it off and goes on.
    pub tokens: Vec<Range<TokenIndex>>,
    /// The sentence where it begins, an index into the document's.
    pub sentence: usize,
    /// Who is said to say it, an index into the analysis's attributions.
    pub attribution: Option<usize>,
    /// The fullest version with what this one leaves out and puts in.
    pub pieces: Vec<Piece>,
}

/// A part of a quotation beside the fullest version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its tokens: of the fullest version's article where it is cut, of this one's otherwise.
    pub tokens: Range<TokenIndex>,
}

/// Whether words of the fullest version are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// In both.
    Kept,
    /// Only in the fullest version.
    Cut,
    /// Only here.
    Own,
}

/// A word of a speech.
#[derive(Clone, Copy)]
struct Word {
    token: TokenIndex,
    /// One past it, or past the marks after it where a segment ends.
    end: TokenIndex,
    spelling: Number,
    /// The segment that holds it.
    segment: usize,
}

/// What one article has from one mouth without leaving the paragraph.
struct Speech {
    article: usize,
    segments: Vec<Range<TokenIndex>>,
    attribution: Option<usize>,
    words: Vec<Word>,
    /// Its runs, each once, in order.
    runs: Vec<[Number; RUN]>,
}

/// The quotations that several articles have, in the order of their first telling.
pub(super) fn twins(basis: &Basis<'_>) -> Vec<Twin> {
    let speeches: Vec<Speech> = (0..basis.articles())
        .flat_map(|article| speeches(basis, article))
        .collect();
    let mut twins: Vec<Twin> = groups(&speeches)
        .iter()
        .map(|members| twin(basis, &speeches, members))
        .collect();
    twins.sort_by_key(|twin| {
        let first = twin.told.first();
        first.map(|told| (told.article, told.tokens.first().map(|range| range.start)))
    });
    twins
}

/// The quotations of an article that are long enough to be known again, with who says them.
pub(super) fn direct(
    basis: &Basis<'_>,
    article: usize,
) -> Vec<(Vec<Range<TokenIndex>>, Option<usize>)> {
    speeches(basis, article)
        .into_iter()
        .map(|speech| (speech.segments, speech.attribution))
        .collect()
}

fn speeches(basis: &Basis<'_>, article: usize) -> Vec<Speech> {
    let analysis = basis.analysis(article);
    let document = &analysis.document;
    let mut found: Vec<Speech> = Vec::new();
    let mut block = usize::MAX;
    for quotation in document.quotations.iter().filter(|found| found.depth == 0) {
        let sentence = &document.sentences[document.sentence_of(quotation.inner.start)];
        if sentence.number == 0 || quotation.words == 0 {
            continue;
        }
        let attribution = basis.holding_most(article, quotation.inner.clone());
        let of_source = attribution.and_then(|index| basis.source(article, index));
        let goes_on = found.last().is_some_and(|last| {
            let of_last = last
                .attribution
                .and_then(|index| basis.source(article, index));
            block == quotation.block
                && (attribution == last.attribution || of_source.is_some() && of_source == of_last)
        });
        let words = quotation
            .inner
            .clone()
            .filter(|&token| document.tokens[token].is_word())
            .map(|token| (token, basis.stems.spelling(article, token)));
        let segment = if goes_on {
            found.last().map_or(0, |last| last.segments.len())
        } else {
            0
        };
        let mut words: Vec<Word> = words
            .map(|(token, spelling)| Word {
                token,
                end: token + 1,
                spelling,
                segment,
            })
            .collect();
        if let Some(last) = words.last_mut() {
            last.end = quotation.inner.end;
        }
        if goes_on && let Some(last) = found.last_mut() {
            last.segments.push(quotation.inner.clone());
            last.words.extend(words);
        } else {
            found.push(Speech {
                article,
                segments: vec![quotation.inner.clone()],
                attribution,
                words,
                runs: Vec::new(),
            });
        }
        block = quotation.block;
    }
    for speech in &mut found {
        let spellings: Vec<Number> = speech.words.iter().map(|word| word.spelling).collect();
        speech.runs = spellings
            .windows(RUN)
            .filter_map(|run| run.try_into().ok())
            .collect();
        speech.runs.sort_unstable();
        speech.runs.dedup();
    }
    found.retain(|speech| !speech.runs.is_empty());
    found
}

/// Speeches that are one, each group by article. The most alike are taken first.
fn groups(speeches: &[Speech]) -> Vec<Vec<usize>> {
    let mut having: FxHashMap<[Number; RUN], Vec<usize>> = FxHashMap::default();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    let mut shared = vec![0_usize; speeches.len()];
    for (right, speech) in speeches.iter().enumerate() {
        let mut touched = Vec::new();
        for run in &speech.runs {
            let before = having.entry(*run).or_default();
            for &left in before
                .iter()
                .filter(|&&at| speeches[at].article != speech.article)
            {
                if shared[left] == 0 {
                    touched.push(left);
                }
                shared[left] += 1;
            }
            before.push(right);
        }
        touched.sort_unstable();
        for left in touched {
            let both = std::mem::take(&mut shared[left]);
            let (one, other) = (speeches[left].runs.len(), speech.runs.len());
            let resemblance = both as f64 / (one + other - both) as f64;
            let contained = both as f64 / one.min(other) as f64;
            if resemblance >= SHARED || contained >= SHARED {
                pairs.push((resemblance + contained, left, right));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut group_of: Vec<Option<usize>> = vec![None; speeches.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let article_in = |group: &[usize], article: usize| {
        group
            .iter()
            .any(|&member| speeches[member].article == article)
    };
    for (_, left, right) in pairs {
        match (group_of[left], group_of[right]) {
            (None, None) => {
                group_of[left] = Some(groups.len());
                group_of[right] = Some(groups.len());
                groups.push(vec![left, right]);
            }
            (Some(group), None) if !article_in(&groups[group], speeches[right].article) => {
                group_of[right] = Some(group);
                groups[group].push(right);
            }
            (None, Some(group)) if !article_in(&groups[group], speeches[left].article) => {
                group_of[left] = Some(group);
                groups[group].push(left);
            }
            _ => {}
        }
    }
    for group in &mut groups {
        group.sort_unstable();
    }
    groups
}

fn twin(basis: &Basis<'_>, speeches: &[Speech], members: &[usize]) -> Twin {
    let fullest = members
        .iter()
        .enumerate()
        .max_by_key(|(at, member)| (speeches[**member].words.len(), std::cmp::Reverse(*at)))
        .map_or(0, |(at, _)| at);
    let full = &speeches[members[fullest]];
    let told = members.iter().map(|&member| {
        let speech = &speeches[member];
        let document = &basis.analysis(speech.article).document;
        let first = speech.segments.first().map_or(0, |range| range.start);
        Quoted {
            article: speech.article,
            tokens: speech.segments.clone(),
            sentence: document.sentence_of(first),
            attribution: speech.attribution,
            pieces: pieces(&full.words, &speech.words),
        }
    });
    Twin {
        told: told.collect(),
        fullest,
    }
}

/// The words of `other` beside those of the fullest version: a longest common subsequence.
fn pieces(full: &[Word], other: &[Word]) -> Vec<Piece> {
    let full = &full[..full.len().min(COMPARED)];
    let other = &other[..other.len().min(COMPARED)];
    let same = |i: usize, j: usize| full[i].spelling == other[j].spelling;
    let width = other.len() + 1;
    let mut longest = vec![0_u16; (full.len() + 1) * width];
    for i in (0..full.len()).rev() {
        for j in (0..other.len()).rev() {
            longest[i * width + j] = if same(i, j) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut segment = usize::MAX;
    let mut add = |kind: PieceKind, word: Word| {
        match pieces.last_mut() {
            Some(last) if last.kind == kind && segment == word.segment => {
                last.tokens.end = word.end;
            }
            _ => pieces.push(Piece {
                kind,
                tokens: word.token..word.end,
            }),
        }
        segment = word.segment;
    };
    let (mut i, mut j) = (0, 0);
    while i < full.len() || j < other.len() {
        if i < full.len() && j < other.len() && same(i, j) {
            add(PieceKind::Kept, other[j]);
            (i, j) = (i + 1, j + 1);
        } else if j == other.len()
            || i < full.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]
        {
            add(PieceKind::Cut, full[i]);
            i += 1;
        } else {
            add(PieceKind::Own, other[j]);
            j += 1;
        }
    }
    pieces
}
