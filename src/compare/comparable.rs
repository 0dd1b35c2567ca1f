//! Whether articles can be compared at all (measures §6.1): about the same event, of the same genre, of like length, published together.
//! Warnings with their reason; never a refusal.

use super::SideBySide;
use super::basis::Basis;
use super::stems::Number;
use crate::analyzer::Analysis;
use crate::lexicon::WordClass;
use crate::text::TokenIndex;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// How much two articles have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// First article.
    pub left: usize,
    /// Second article.
    pub right: usize,
    /// Cosine of their weighted words, 0 to 1: names weigh most, common verbs and adjectives least.
    pub words: f64,
    /// Names that both have over names that either has, 0 to 1; `None` where neither names anything.
    pub names: Option<f64>,
    /// What weighs most among what they share, as the first one has it; at most five.
    pub shared: Vec<String>,
    /// Whether it is enough for one event.
    pub same_event: bool,
}

/// Why a comparison may not hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Warning {
    /// These articles share too little with the others for one event.
    OtherEvent {
        /// The articles that share enough among themselves.
        articles: Vec<usize>,
    },
    /// The longest has more than three times the words of the shortest.
    Length {
        /// Words of the longest.
        most: u32,
        /// Words of the shortest.
        least: u32,
    },
    /// Some are labelled as opinion or analysis, others are not.
    Genre {
        /// The labelled articles.
        labelled: Vec<usize>,
    },
    /// More than 48 hours lie between the first and the last: facts may not have been known.
    Published {
        /// The article published first.
        first: usize,
        /// The article published last.
        last: usize,
        /// Whole days between them.
        days: u32,
    },
}

/// Whether the articles can be compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparable {
    /// Every two articles, by `left` and `right`.
    pub pairs: Vec<Likeness>,
    /// What stands against it, what weighs most first.
    pub warnings: Vec<Warning>,
}

/// From which cosine on two articles are of one event. Set on the half of basil-dev whose events have an even hash; see
/// `tests/comparable_gold.rs` for the other half.
const SAME_EVENT: f64 = 0.31;
/// The same for articles whose dates lie more than [`FAR`] days apart: one event is seldom news for long.
const SAME_EVENT_FAR: f64 = 0.40;
const FAR: u32 = 7;
/// From which ratio of lengths on counts are of different worlds.
const LENGTHS: u32 = 3;
/// Days between publications that are noted.
const DAYS: u32 = 2;
/// Shared words that are named.
const NAMED: usize = 5;

/// What a word weighs in telling events apart.
mod weight {
    pub(super) const NAME: f64 = 1.5;
    pub(super) const WORD: f64 = 1.0;
    pub(super) const COMMON: f64 = 0.3;
}

/// Checks articles without comparing them further.
pub fn check(side: SideBySide<'_>) -> Comparable {
    comparable(&Basis::new(side))
}

pub(super) fn comparable(basis: &Basis<'_>) -> Comparable {
    let profiles: Vec<Profile> = (0..basis.articles())
        .map(|article| Profile::of(basis, article))
        .collect();
    let dates: Vec<Option<Date>> = basis
        .side
        .analyses
        .iter()
        .map(|analysis| published(analysis))
        .collect();
    let mut pairs = Vec::new();
    for left in 0..profiles.len() {
        for right in left + 1..profiles.len() {
            let apart = dates[left].zip(dates[right]).map(|(a, b)| days(a, b));
            pairs.push(likeness(basis, &profiles, left, right, apart));
        }
    }
    let mut warnings = Vec::new();
    if let Some(articles) = strangers(profiles.len(), &pairs) {
        warnings.push(Warning::OtherEvent { articles });
    }
    warnings.extend(lengths(basis));
    warnings.extend(genre(basis));
    warnings.extend(dates_apart(&dates));
    Comparable { pairs, warnings }
}

/// The weighted words of one article.
struct Profile {
    /// By stem: weight and the token where it is first found, names last so that they are shown as names.
    words: Vec<(Number, f64, TokenIndex)>,
    /// Stems written with a capital within a sentence.
    names: Vec<Number>,
}

impl Profile {
    fn of(basis: &Basis<'_>, article: usize) -> Self {
        let analysis = basis.analysis(article);
        let document = &analysis.document;
        let mut found: FxHashMap<Number, (f64, u32, TokenIndex)> = FxHashMap::default();
        let mut names = Vec::new();
        for sentence in document.sentences.iter().filter(|found| found.number > 0) {
            let first = sentence.tokens.start;
            for token in sentence.tokens.clone() {
                let Some((stem, _)) = basis.stems.content(article, token, token == first) else {
                    continue;
                };
                let weight = weight(analysis, token, token == first);
                if weight == weight::NAME {
                    names.push(stem);
                }
                let word = found.entry(stem).or_insert((weight, 0, token));
                if weight > word.0 {
                    (word.0, word.2) = (weight, token);
                }
                word.1 += 1;
            }
        }
        let mut words: Vec<(Number, f64, TokenIndex)> = found
            .into_iter()
            .map(|(stem, (weight, times, token))| {
                (stem, weight * (1.0 + f64::from(times).ln()), token)
            })
            .collect();
        words.sort_unstable_by_key(|(stem, _, _)| *stem);
        let norm = words.iter().map(|word| word.1 * word.1).sum::<f64>().sqrt();
        for word in &mut words {
            word.1 /= norm.max(f64::MIN_POSITIVE);
        }
        names.sort_unstable();
        names.dedup();
        Self { words, names }
    }
}

fn weight(analysis: &Analysis<'_>, token: TokenIndex, opens: bool) -> f64 {
    const COMMON: &[WordClass] = &[
        WordClass::Time,
        WordClass::Verb,
        WordClass::VerbOrNoun,
        WordClass::Adjective,
        WordClass::CommonOpener,
        WordClass::Title,
    ];
    let word = analysis.facts.word(&analysis.document, token);
    if word.number {
        weight::WORD
    } else if analysis.document.tokens[token].capital && !opens {
        weight::NAME
    } else if word.classes.any(COMMON) {
        weight::COMMON
    } else {
        weight::WORD
    }
}

fn likeness(
    basis: &Basis<'_>,
    profiles: &[Profile],
    left: usize,
    right: usize,
    apart: Option<u32>,
) -> Likeness {
    let (one, other) = (&profiles[left], &profiles[right]);
    let mut shared: Vec<(f64, TokenIndex)> = Vec::new();
    for &(stem, weight, token) in &one.words {
        if let Ok(at) = other.words.binary_search_by_key(&stem, |word| word.0) {
            shared.push((weight * other.words[at].1, token));
        }
    }
    let words: f64 = shared.iter().map(|(product, _)| product).sum();
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let both = one
        .names
        .iter()
        .filter(|name| other.names.binary_search(name).is_ok())
        .count();
    let either = one.names.len() + other.names.len() - both;
    let enough = if apart.is_some_and(|days| days > FAR) {
        SAME_EVENT_FAR
    } else {
        SAME_EVENT
    };
    let document = &basis.analysis(left).document;
    Likeness {
        left,
        right,
        words,
        names: (either > 0).then(|| both as f64 / either as f64),
        shared: shared
            .iter()
            .take(NAMED)
            .map(|&(_, token)| document.token_text(token).to_owned())
            .collect(),
        same_event: words >= enough,
    }
}

/// The smallest set of articles that share enough with nobody outside it; `None` where all hang together. Of two articles, both.
fn strangers(articles: usize, pairs: &[Likeness]) -> Option<Vec<usize>> {
    let mut group: Vec<usize> = (0..articles).collect();
    for pair in pairs.iter().filter(|pair| pair.same_event) {
        let (from, to) = (group[pair.right], group[pair.left]);
        for of in &mut group {
            if *of == from {
                *of = to;
            }
        }
    }
    let members = |of: usize| -> Vec<usize> {
        (0..articles)
            .filter(|&article| group[article] == of)
            .collect()
    };
    let mut sets: Vec<Vec<usize>> = (0..articles)
        .filter(|&article| group[article] == article)
        .map(members)
        .collect();
    if sets.len() < 2 {
        return None;
    }
    if articles == 2 {
        return Some(vec![0, 1]);
    }
    // The largest set is taken for the event; all others stand outside.
    let largest = sets
        .iter()
        .enumerate()
        .max_by_key(|(index, set)| (set.len(), std::cmp::Reverse(*index)))
        .map(|(index, _)| index)?;
    sets.remove(largest);
    let mut outside: Vec<usize> = sets.into_iter().flatten().collect();
    outside.sort_unstable();
    Some(outside)
}

fn lengths(basis: &Basis<'_>) -> Option<Warning> {
    let analyses = basis.side.analyses.iter();
    let words = analyses.map(|analysis| analysis.document.body_words());
    let (least, most) = (words.clone().min()?, words.max()?);
    (most > least.saturating_mul(LENGTHS)).then_some(Warning::Length { most, least })
}

fn genre(basis: &Basis<'_>) -> Option<Warning> {
    let labelled: Vec<usize> = (0..basis.articles())
        .filter(|&article| basis.analysis(article).article.genre.is_some())
        .collect();
    (!labelled.is_empty() && labelled.len() < basis.articles())
        .then_some(Warning::Genre { labelled })
}

fn dates_apart(dates: &[Option<Date>]) -> Option<Warning> {
    let dated = || {
        dates
            .iter()
            .enumerate()
            .filter_map(|(article, date)| Some(((*date)?, article)))
    };
    let (from, first) = dated().min()?;
    let (to, last) = dated().max_by_key(|(date, article)| (*date, std::cmp::Reverse(*article)))?;
    let days = days(from, to);
    (days > DAYS).then_some(Warning::Published { first, last, days })
}

fn days(one: Date, other: Date) -> u32 {
    one.until(other)
        .map_or(0, |span| span.get_days().unsigned_abs())
}

/// The day of publication.
fn published(analysis: &Analysis<'_>) -> Option<Date> {
    analysis
        .article
        .published
        .as_deref()?
        .get(..10)?
        .parse()
        .ok()
}
