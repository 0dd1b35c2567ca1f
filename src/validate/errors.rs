//! What went wrong, sorted by kind, with the place and its context.

use super::compared::{Compared, Placed, sources_agree, sources_equal};
use super::extent::{Extent, Ruler};
use super::gold::Relation;
use super::loaded::{covered, gold_spans, words};
use super::outcome::Pair;
use super::scope::Scope;
use rayon::prelude::*;
use serde::Serialize;

/// Characters of context on each side.
const CONTEXT: u32 = 70;

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// A cue of the gold that no cue found touches.
    CueMissed,
    /// A cue found that touches none of the gold.
    FalseHit,
    /// A false hit inside what the gold attributes to somebody else: schemes with one relation a word leave it out.
    Nested,
    /// The cues overlap, the contents do not match.
    ContentDiffers,
    /// The relation matches, the sources do not overlap.
    SourceDiffers,
    /// The sources overlap, and are not the same spans.
    SourceInexact,
    /// A word of the gold that is not flagged.
    WordMissed,
    /// A flagged word that the gold does not mark.
    WordFalse,
}

impl ErrorKind {
    const ATTRIBUTION: [Self; 6] = [
        Self::CueMissed,
        Self::FalseHit,
        Self::Nested,
        Self::ContentDiffers,
        Self::SourceDiffers,
        Self::SourceInexact,
    ];

    /// What it means, in a few words.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::CueMissed => "cue missed: no cue found touches this one of the gold",
            Self::FalseHit => "false hit: this cue touches none of the gold",
            Self::Nested => "nested: a false hit inside what the gold attributes to somebody",
            Self::ContentDiffers => "content differs: the cues overlap, the contents do not match",
            Self::SourceDiffers => {
                "source differs: the relations match, the sources do not overlap"
            }
            Self::SourceInexact => "source inexact: the sources overlap, the spans differ",
            Self::WordMissed => "word missed: marked in the gold, not flagged",
            Self::WordFalse => "word false: flagged, not marked in the gold",
        }
    }
}

/// All errors of one kind, of which some are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Errors {
    /// What went wrong.
    pub kind: ErrorKind,
    /// How often.
    pub count: usize,
    /// Examples, evenly spaced over all of them in the order of the gold.
    pub shown: Vec<Example>,
}

/// One error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Example {
    /// The article.
    pub article: String,
    /// Where, in code points.
    pub start: u32,
    /// Its end.
    pub end: u32,
    /// The text before it, the text there, the text after it.
    pub context: [String; 3],
    /// What the gold has there.
    pub gold: Option<Side>,
    /// What was found there.
    pub found: Option<Side>,
}

/// A relation, with the words of its roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The spans.
    pub spans: Relation,
    /// The source as written.
    pub source: String,
    /// The cue as written.
    pub cue: String,
    /// The content as written.
    pub content: String,
}

/// An error before its text is cut: kind, article, place, and the relations.
type Found<'g> = (
    ErrorKind,
    usize,
    [u32; 2],
    Option<&'g Relation>,
    Option<&'g Relation>,
);

/// The errors of one scope.
pub(super) fn attribution_errors(pairs: &[Pair<'_>], scope: Scope, shown: usize) -> Vec<Errors> {
    let all: Vec<Found<'_>> = pairs
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, pair)| of_article(*pair, index, scope))
        .collect();
    sorted(pairs, &ErrorKind::ATTRIBUTION, &all, shown)
}

fn of_article<'g>((gold, answer): Pair<'g>, index: usize, scope: Scope) -> Vec<Found<'g>> {
    let ruler = Ruler::new(&gold.text);
    let compared = Compared::new(gold, answer, scope, &ruler);
    let contents = Extent::union(compared.gold.iter().map(|placed| &placed.content));
    let mut errors: Vec<Found<'g>> = Vec::new();
    let mut add = |kind, gold: Option<&Placed<'g>>, found: Option<&Placed<'g>>| {
        let relations = (
            gold.map(|placed| placed.relation),
            found.map(|placed| placed.relation),
        );
        let focus = relations.0.or(relations.1).map(focus);
        errors.push((
            kind,
            index,
            focus.unwrap_or_default(),
            relations.0,
            relations.1,
        ));
    };
    for &(found, gold) in &compared.pairs {
        let (found, gold) = (&compared.found[found], &compared.gold[gold]);
        if !sources_agree(found, gold) {
            add(ErrorKind::SourceDiffers, Some(gold), Some(found));
        } else if !sources_equal(found, gold) {
            add(ErrorKind::SourceInexact, Some(gold), Some(found));
        }
    }
    let unmatched = |index: usize, of_gold: bool| {
        !compared
            .pairs
            .iter()
            .any(|&(i, j)| if of_gold { j == index } else { i == index })
    };
    for (at, gold) in compared
        .gold
        .iter()
        .enumerate()
        .filter(|(_, gold)| gold.scored)
    {
        if gold.cue.is_empty() || !unmatched(at, true) {
            continue;
        }
        if !gold.cue.touches(&compared.found_cues) {
            add(ErrorKind::CueMissed, Some(gold), None);
        } else if let Some(found) = compared
            .found
            .iter()
            .find(|found| found.cue.touches(&gold.cue))
        {
            add(ErrorKind::ContentDiffers, Some(gold), Some(found));
        }
    }
    for (at, found) in compared.found.iter().enumerate() {
        if unmatched(at, false) && !found.cue.touches(&compared.gold_cues) {
            let nested = found.cue.within(&contents)
                || found.cue.is_empty() && found.content.within(&contents);
            add(
                if nested {
                    ErrorKind::Nested
                } else {
                    ErrorKind::FalseHit
                },
                None,
                Some(found),
            );
        }
    }
    errors.sort_by_key(|error| (error.2, error.0));
    errors
}

/// Where an error is looked at: at the cue, or the content.
fn focus(relation: &Relation) -> [u32; 2] {
    let first = |spans: &[[u32; 2]]| spans.iter().min().copied();
    first(&relation.cue)
        .or_else(|| first(&relation.content))
        .unwrap_or_default()
}

/// The words that are flagged and not marked, or marked and not flagged.
pub(super) fn loaded_errors(pairs: &[Pair<'_>], shown: usize) -> Vec<Errors> {
    let all: Vec<Found<'_>> = pairs
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, (gold, answer))| {
            let words = words(&gold.text);
            let marked = covered(&words, gold_spans(gold));
            let flagged = covered(&words, answer.loaded.iter().map(|(span, _)| *span));
            let wrong: Vec<Found<'_>> = words
                .into_iter()
                .zip(marked.into_iter().zip(flagged))
                .filter_map(|(word, hit)| match hit {
                    (true, false) => Some((ErrorKind::WordMissed, index, word, None, None)),
                    (false, true) => Some((ErrorKind::WordFalse, index, word, None, None)),
                    _ => None,
                })
                .collect();
            wrong
        })
        .collect();
    sorted(
        pairs,
        &[ErrorKind::WordMissed, ErrorKind::WordFalse],
        &all,
        shown,
    )
}

fn sorted(pairs: &[Pair<'_>], kinds: &[ErrorKind], all: &[Found<'_>], shown: usize) -> Vec<Errors> {
    kinds
        .iter()
        .map(|&kind| {
            let these: Vec<&Found<'_>> = all.iter().filter(|error| error.0 == kind).collect();
            let shown = shown.min(these.len());
            Errors {
                kind,
                count: these.len(),
                shown: (0..shown)
                    .map(|at| example(pairs, these[at * these.len() / shown]))
                    .collect(),
            }
        })
        .collect()
}

fn example(pairs: &[Pair<'_>], &(_, index, [start, end], gold, found): &Found<'_>) -> Example {
    let article = pairs[index].0;
    let ruler = Ruler::new(&article.text);
    let side = |relation: &Relation| {
        let words = |spans: &[[u32; 2]]| {
            let parts: Vec<&str> = spans.iter().map(|&span| ruler.slice(span)).collect();
            parts.join(" … ")
        };
        Side {
            source: words(&relation.source),
            cue: words(&relation.cue),
            content: words(&relation.content),
            spans: relation.clone(),
        }
    };
    let text = |span| ruler.slice(span).to_owned();
    Example {
        article: article.id.clone(),
        start,
        end,
        context: [
            text([start.saturating_sub(CONTEXT), start]),
            text([start, end]),
            text([end, end + CONTEXT]),
        ],
        gold: gold.map(side),
        found: found.map(side),
    }
}
