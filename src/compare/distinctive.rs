//! Words that mark one article beside the others (measures §6.7, after Monroe, Colaresi & Quinn 2008): the log-odds ratio with an informative
//! Dirichlet prior where the texts are long enough for a test, and else the plain list of words that stand here and nowhere else.

use super::SideBySide;
use crate::analyzer::Analysis;
use crate::article::ZoneKind;
use crate::lexicon::WordClass;
use crate::stats;
use crate::text::{TokenIndex, TokenKind};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// Content words that an article and the others together must have for a test.
pub const LONG: u32 = 1000;
/// How often a word must stand in all articles to be tested.
const OFTEN: u32 = 5;
/// The part of false finds among those shown that is accepted (Benjamini and Hochberg).
const FALSE: f64 = 0.10;
/// The prior: this part of all words, within these bounds.
const PRIOR: f64 = 0.01;
const PRIOR_BOUNDS: (f64, f64) = (10.0, 500.0);
/// Words of a list.
const MOST: usize = 10;

/// The words that mark one article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Distinctive {
    /// Whether there were words enough for a test; without one the words are those that stand here twice and more and nowhere else.
    pub tested: bool,
    /// Its words, those first that mark it most.
    pub words: Vec<DistinctiveWord>,
}

/// A word that marks an article: it is used more here than in the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DistinctiveWord {
    /// In lower case, without possessive.
    pub word: String,
    /// How often it stands here.
    pub here: u32,
    /// How often in all others.
    pub elsewhere: u32,
    /// The log-odds ratio in standard errors, above 0; `null` without a test.
    pub z: Option<f64>,
    /// The part of false finds when this word is accepted; `null` without a test.
    pub q: Option<f64>,
}

/// The words of each article, in their order.
pub fn distinctive(side: SideBySide<'_>) -> Vec<Distinctive> {
    let mut counts: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    let articles = side.analyses.len();
    for (article, analysis) in side.analyses.iter().enumerate() {
        each_content_word(analysis, |word| {
            if let Some(of) = counts.get_mut(word) {
                of[article] += 1;
            } else {
                let mut of = vec![0; articles];
                of[article] = 1;
                counts.insert(word.to_owned(), of);
            }
        });
    }
    let mut words: Vec<(String, Vec<u32>)> = counts.into_iter().collect();
    words.sort();
    let mut totals = vec![0; articles];
    for (_, of) in &words {
        for (total, count) in totals.iter_mut().zip(of) {
            *total += count;
        }
    }
    let all: u32 = totals.iter().sum();
    (0..articles)
        .map(|article| {
            if totals[article] >= LONG && all - totals[article] >= LONG {
                tested(&words, article, totals[article], all)
            } else {
                listed(&words, article)
            }
        })
        .collect()
}

fn each_content_word(analysis: &Analysis<'_>, mut with: impl FnMut(&str)) {
    let document = &analysis.document;
    for block in document
        .blocks
        .iter()
        .filter(|block| block.zone.kind == ZoneKind::Body)
    {
        for token in block.tokens.clone() {
            if document.tokens[token].kind == TokenKind::Word && is_content(analysis, token) {
                let word = document.folded(token);
                with(word.strip_suffix("'s").unwrap_or(word));
            }
        }
    }
}

fn is_content(analysis: &Analysis<'_>, token: TokenIndex) -> bool {
    !analysis.facts.classes(&analysis.document, token).any(&[
        WordClass::Determiner,
        WordClass::PossessiveDeterminer,
        WordClass::SubjectPronoun,
        WordClass::ObjectPronoun,
        WordClass::IndefinitePronoun,
        WordClass::SingularPersonPronoun,
        WordClass::Relative,
        WordClass::Interrogative,
        WordClass::Be,
        WordClass::Have,
        WordClass::Do,
        WordClass::Modal,
        WordClass::Negation,
        WordClass::Adverb,
        WordClass::Preposition,
        WordClass::Coordinator,
        WordClass::Subordinator,
        WordClass::NumberWord,
    ])
}

/// z of the log-odds ratio of a word that stands `here` times in `own` words and `there` times in `others`, `prior` times in `priors` before:
/// δ = ln[(y₁+α)/(n₁+α₀−y₁−α)] − ln[(y₂+α)/(n₂+α₀−y₂−α)], σ² ≈ 1/(y₁+α) + 1/(y₂+α), z = δ/σ. Above 0 where it is used more here.
pub fn log_odds_z(here: [f64; 2], there: [f64; 2], prior: [f64; 2]) -> f64 {
    let ([alpha, whole], odds) = (prior, |[count, words]: [f64; 2]| {
        (count + prior[0]) / (words + prior[1] - count - prior[0])
    });
    debug_assert!(alpha > 0.0 && whole >= alpha);
    let delta = odds(here).ln() - odds(there).ln();
    let variance = 1.0 / (here[0] + alpha) + 1.0 / (there[0] + alpha);
    delta / variance.sqrt()
}

fn tested(words: &[(String, Vec<u32>)], article: usize, own: u32, all: u32) -> Distinctive {
    let prior = (PRIOR * f64::from(all)).clamp(PRIOR_BOUNDS.0, PRIOR_BOUNDS.1);
    let candidates: Vec<(&str, u32, u32, f64)> = words
        .iter()
        .filter_map(|(word, of)| {
            let both: u32 = of.iter().sum();
            let (here, there) = (of[article], both - of[article]);
            let alpha = prior * f64::from(both) / f64::from(all);
            let z = log_odds_z(
                [f64::from(here), f64::from(own)],
                [f64::from(there), f64::from(all - own)],
                [alpha, prior],
            );
            (both >= OFTEN).then_some((word.as_str(), here, there, z))
        })
        .collect();
    // Two-sided, from the normal distribution: z² is distributed as χ² with one degree of freedom.
    let p: Vec<f64> = candidates
        .iter()
        .map(|(.., z)| 1.0 - stats::gamma_cdf(0.5, z * z / 2.0))
        .collect();
    let q = stats::benjamini_hochberg(&p);
    let mut found: Vec<DistinctiveWord> = candidates
        .into_iter()
        .zip(q)
        .filter(|((.., z), q)| *z > 0.0 && *q <= FALSE)
        .map(|((word, here, elsewhere, z), q)| DistinctiveWord {
            word: word.to_owned(),
            here,
            elsewhere,
            z: Some(z),
            q: Some(q),
        })
        .collect();
    found.sort_by(|one, other| {
        other
            .z
            .partial_cmp(&one.z)
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    found.truncate(MOST);
    Distinctive {
        tested: true,
        words: found,
    }
}

fn listed(words: &[(String, Vec<u32>)], article: usize) -> Distinctive {
    let mut found: Vec<DistinctiveWord> = words
        .iter()
        .filter(|(_, of)| of[article] >= 2 && of.iter().sum::<u32>() == of[article])
        .map(|(word, of)| DistinctiveWord {
            word: word.clone(),
            here: of[article],
            elsewhere: 0,
            z: None,
            q: None,
        })
        .collect();
    found.sort_by_key(|word| std::cmp::Reverse(word.here));
    found.truncate(MOST);
    Distinctive {
        tested: false,
        words: found,
    }
}
