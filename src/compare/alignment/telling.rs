//! How one article tells a fact that others tell too: asserted or attributed, to whom and with which verb, with which loaded words and
//! which figures.

use super::super::basis::Basis;
use super::super::figures::Figure;
use super::Fact;
use crate::analyzer::Analysis;
use crate::attribution::{Attribution, Voice};
use crate::lexicon::{Family, Stance, TermStatus};
use crate::source;
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// Whose word the fact is in one article, by the voice of most of the words that the tellings share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The outlet's own.
    Asserted,
    /// A source's, in the outlet's words.
    Attributed,
    /// A source's, quoted.
    Quoted,
    /// In the nominal content of a speech act: nobody can know whose.
    Ambiguous,
}

/// In what the tellings of a fact differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// One states what another attributes.
    Standing,
    /// The cue takes another stance: says, claims.
    Stance,
    /// One names who did harm, another does not.
    Agency,
    /// Figures that are not the same in those that have any.
    Figures,
    /// Loaded words that not all have.
    Loaded,
    /// Other sources.
    Source,
}

impl Difference {
    /// What it weighs when facts are put in order.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Standing => 8,
            Self::Stance => 6,
            Self::Agency => 7,
            Self::Figures => 4,
            Self::Loaded => 2,
            Self::Source => 1,
        }
    }
}

/// A fact as one article tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    /// The article.
    pub article: usize,
    /// The sentence, an index into the document's.
    pub sentence: usize,
    /// Whose word it is.
    pub standing: Standing,
    /// The attribution that holds it, an index into the analysis's; `None` where it is asserted or nobody is found to say it.
    pub attribution: Option<usize>,
    /// Loaded terms of the sentence, indices into the analysis's; plain uses only.
    pub loaded: Vec<usize>,
    /// Harm told in the sentence as having happened, indices into the analysis's constructions.
    pub harm: Vec<usize>,
    /// The numbers of the sentence.
    pub figures: Vec<Figure>,
}

/// Puts the tellings of one fact together. `told` holds article and sentence of each.
pub(super) fn fact(basis: &Basis<'_>, told: &[(usize, usize)], score: f64) -> Fact {
    let (side, stems) = (basis.side, &basis.stems);
    let having: Vec<Vec<u32>> = told
        .iter()
        .map(|&(article, sentence)| {
            let tokens = side.analyses[article].document.sentences[sentence]
                .tokens
                .clone();
            let first = tokens.start;
            let words = tokens
                .filter_map(|token| stems.content(article, token, token == first))
                .map(|(stem, _)| stem);
            let mut words: Vec<u32> = words.collect();
            words.sort_unstable();
            words.dedup();
            words
        })
        .collect();
    let tellings: Vec<Telling> =
        told.iter()
            .enumerate()
            .map(|(at, &(article, sentence))| {
                let analysis = &side.analyses[article];
                let tokens = analysis.document.sentences[sentence].tokens.clone();
                let first = tokens.start;
                let shared = |token: &TokenIndex| {
                    stems
                        .content(article, *token, *token == first)
                        .is_some_and(|(stem, _)| {
                            having.iter().enumerate().any(|(other, words)| {
                                other != at && words.binary_search(&stem).is_ok()
                            })
                        })
                };
                let framed = framing(analysis, &tokens);
                let mut words: Vec<TokenIndex> = tokens
                    .clone()
                    .filter(|token| !framed.iter().any(|range| range.contains(token)))
                    .filter(shared)
                    .collect();
                if words.len() < 2 {
                    words = tokens.clone().collect();
                    words.retain(|&token| analysis.document.tokens[token].is_word());
                }
                let standing = standing(analysis, &words);
                Telling {
                    article,
                    sentence,
                    standing,
                    attribution: (standing != Standing::Asserted)
                        .then(|| attribution(basis, article, &words))
                        .flatten(),
                    loaded: loaded(basis, analysis, sentence),
                    harm: harm(analysis, sentence),
                    figures: basis.values.figures(analysis, tokens),
                }
            })
            .collect();
    let differs = differences(basis, &tellings);
    Fact {
        told: tellings,
        score,
        differs,
    }
}

/// The cues and sources of a sentence: they say who tells, not what.
fn framing(analysis: &Analysis<'_>, tokens: &Range<TokenIndex>) -> Vec<Range<TokenIndex>> {
    let counted = analysis.attributions.iter().filter(|found| counts(found));
    let ranges = counted.flat_map(|found| found.source.iter().chain(&found.cue.tokens));
    ranges
        .filter(|range| range.start < tokens.end && tokens.start < range.end)
        .cloned()
        .collect()
}

fn counts(attribution: &Attribution) -> bool {
    attribution.counts() && source::is_counted(attribution.level)
}

fn standing(analysis: &Analysis<'_>, words: &[TokenIndex]) -> Standing {
    let (mut reported, mut quoted, mut ambiguous) = (0, 0, 0);
    for &token in words {
        match analysis.voices.of(token) {
            Voice::Author => {}
            Voice::Reported => {
                reported += 1;
                quoted += usize::from(analysis.document.tokens[token].is_quoted());
            }
            Voice::Ambiguous => ambiguous += 1,
        }
    }
    if 2 * (reported + ambiguous) <= words.len() {
        Standing::Asserted
    } else if ambiguous > reported {
        Standing::Ambiguous
    } else if 2 * quoted > reported {
        Standing::Quoted
    } else {
        Standing::Attributed
    }
}

/// The attribution that counts and holds most of the words.
fn attribution(basis: &Basis<'_>, article: usize, words: &[TokenIndex]) -> Option<usize> {
    let found = basis.holding_most(article, words.iter().copied())?;
    counts(&basis.analysis(article).attributions[found]).then_some(found)
}

fn loaded(basis: &Basis<'_>, analysis: &Analysis<'_>, sentence: usize) -> Vec<usize> {
    analysis
        .terms
        .iter()
        .enumerate()
        .filter(|(_, term)| {
            term.sentence == sentence
                && term.status == TermStatus::Plain
                && basis.side.lexicon.entry(term.entry).category.family() == Family::Framing
        })
        .map(|(index, _)| index)
        .collect()
}

fn harm(analysis: &Analysis<'_>, sentence: usize) -> Vec<usize> {
    let all = analysis.harms.constructions.iter().enumerate();
    all.filter(|(_, found)| found.sentence == sentence && found.counts())
        .map(|(index, _)| index)
        .collect()
}

/// Whether a telling with harm names somebody who does any of it; `None` without harm.
fn names_agent(basis: &Basis<'_>, telling: &Telling) -> Option<bool> {
    let harms = &basis.analysis(telling.article).harms.constructions;
    let mut told = telling.harm.iter().map(|&index| &harms[index]).peekable();
    told.peek()?;
    Some(told.any(|found| found.actor().is_some()))
}

fn differences(basis: &Basis<'_>, told: &[Telling]) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut note = |difference: Difference, differs: bool| {
        if differs {
            found.push(difference);
        }
    };
    let own = |telling: &Telling| telling.standing == Standing::Asserted;
    note(Difference::Standing, !alike(told, own));
    let values = |telling: &Telling| {
        let counted = telling.figures.iter().filter(|figure| !figure.year);
        let mut values: Vec<u64> = counted.map(|figure| figure.value.to_bits()).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let attributed: Vec<&Telling> = told.iter().filter(|t| t.attribution.is_some()).collect();
    let stance = |telling: &&Telling| {
        let plain = |stance: Stance| match stance {
            Stance::NeutralEvidential | Stance::NeutralTopic => Stance::NeutralSpeech,
            other => other,
        };
        let attributions = &basis.analysis(telling.article).attributions;
        telling
            .attribution
            .map(|index| plain(attributions[index].stance))
    };
    note(Difference::Stance, !alike(&attributed, stance));
    let agency: Vec<bool> = told
        .iter()
        .filter_map(|telling| names_agent(basis, telling))
        .collect();
    note(Difference::Agency, !alike(&agency, |named| *named));
    // Where one has no figure, it gives less, not another one.
    let figures: Vec<Vec<u64>> = told
        .iter()
        .map(values)
        .filter(|values| !values.is_empty())
        .collect();
    note(Difference::Figures, !alike(&figures, Clone::clone));
    let words = |telling: &Telling| {
        let analysis = basis.analysis(telling.article);
        let entries = telling
            .loaded
            .iter()
            .map(|&term| analysis.terms[term].entry);
        let mut entries: Vec<u32> = entries.map(|entry| entry.0).collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    };
    note(Difference::Loaded, !alike(told, words));
    let sources = attributed.iter().filter_map(|telling| {
        let attribution = telling.attribution?;
        basis.source_group(telling.article, attribution)
    });
    let sources: Vec<usize> = sources.collect();
    note(Difference::Source, !alike(&sources, |group| *group));
    found
}

fn alike<T, K: PartialEq>(all: &[T], key: impl Fn(&T) -> K) -> bool {
    let mut keys = all.iter().map(key);
    keys.next().is_none_or(|first| keys.all(|key| key == first))
}
