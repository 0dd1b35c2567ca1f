//! What validation finds: figures a section, and examples of what went wrong.

use super::answers::Answer;
use super::attribution;
use super::errors::{Errors, attribution_errors, loaded_errors};
use super::figure::{Figure, figures};
use super::gold::GoldArticle;
use super::loaded;
use super::ranking::Ranking;
use super::scope::Scope;
use crate::stats::{digest, seed};
use rayon::prelude::*;
use serde::Serialize;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which relations are scored, one section each.
    pub scopes: Vec<Scope>,
    /// How many errors of each kind are shown.
    pub errors: usize,
}

/// The figures of one gold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// Version of the program.
    pub tool_version: &'static str,
    /// The gold.
    pub gold: String,
    /// Whose answers: `parallax`, or a file.
    pub answers: String,
    /// Articles of the gold.
    pub articles: usize,
    /// Those without an answer: scored as if nothing had been found.
    pub unanswered: usize,
    /// Who says what, a section for each scope; empty where the gold does not tell.
    pub attribution: Vec<AttributionOutcome>,
    /// Loaded terms; `None` where the gold does not tell.
    pub loaded: Option<LoadedOutcome>,
}

/// Attributions in one scope.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AttributionOutcome {
    /// Which relations.
    pub scope: Scope,
    /// Articles that were annotated.
    pub articles: usize,
    /// Relations of the gold.
    pub gold: u64,
    /// Relations of the answers.
    pub found: u64,
    /// The figures.
    pub figures: Vec<Figure>,
    /// What went wrong, where it was asked for.
    pub errors: Vec<Errors>,
}

/// Loaded terms.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LoadedOutcome {
    /// Articles that were annotated.
    pub articles: usize,
    /// Words in them.
    pub words: u64,
    /// Words that the gold marks.
    pub gold: u64,
    /// Words that the answers flag.
    pub found: u64,
    /// The figures.
    pub figures: Vec<Figure>,
    /// What went wrong, where it was asked for.
    pub errors: Vec<Errors>,
}

/// An article and its answer.
pub(super) type Pair<'g> = (&'g GoldArticle, &'g Answer);

/// Scores the answers, which stand in the order of the gold. `answers_of` says whose they are.
pub fn validate(
    place: &str,
    answers_of: &str,
    gold: &[GoldArticle],
    answers: &[Option<Answer>],
    wanted: &Wanted,
) -> Outcome {
    let nothing = Answer::default();
    let paired = || {
        gold.iter()
            .zip(answers)
            .map(|(gold, answer)| (gold, answer.as_ref().unwrap_or(&nothing)))
    };
    let attributed: Vec<Pair<'_>> = paired()
        .filter(|(gold, _)| gold.attributions.is_some())
        .collect();
    let labelled: Vec<Pair<'_>> = paired().filter(|(gold, _)| gold.labels.is_some()).collect();
    let scopes = if attributed.is_empty() {
        &[]
    } else {
        wanted.scopes.as_slice()
    };
    Outcome {
        tool_version: env!("CARGO_PKG_VERSION"),
        gold: place.to_owned(),
        answers: answers_of.to_owned(),
        articles: gold.len(),
        unanswered: answers.iter().filter(|answer| answer.is_none()).count(),
        attribution: scopes
            .iter()
            .map(|&scope| attribution_outcome(&attributed, scope, wanted.errors))
            .collect(),
        loaded: (!labelled.is_empty()).then(|| loaded_outcome(&labelled, wanted.errors)),
    }
}

/// The seed of a section's draws: the same articles give the same draws, whoever answers.
fn seed_of(pairs: &[Pair<'_>], section: &str) -> u64 {
    let ids: Vec<&str> = pairs.iter().map(|(gold, _)| gold.id.as_str()).collect();
    seed(&digest(&ids.join("\n")), section, "")
}

fn attribution_outcome(pairs: &[Pair<'_>], scope: Scope, errors: usize) -> AttributionOutcome {
    let counts: Vec<attribution::Counts> = pairs
        .par_iter()
        .map(|(gold, answer)| attribution::counts(gold, answer, scope))
        .collect();
    let seed = seed_of(pairs, "attribution");
    AttributionOutcome {
        scope,
        articles: pairs.len(),
        gold: counts.iter().map(|counts| counts.gold).sum(),
        found: counts.iter().map(|counts| counts.found).sum(),
        figures: figures(&attribution::KINDS, pairs.len(), seed, |weights| {
            attribution::compute(&counts, weights)
        }),
        errors: if errors > 0 {
            attribution_errors(pairs, scope, errors)
        } else {
            Vec::new()
        },
    }
}

fn loaded_outcome(pairs: &[Pair<'_>], errors: usize) -> LoadedOutcome {
    let counts: Vec<loaded::Counts> = pairs
        .par_iter()
        .map(|(gold, answer)| loaded::counts(gold, answer))
        .collect();
    let ranking = Ranking::new(&counts);
    let seed = seed_of(pairs, "loaded");
    LoadedOutcome {
        articles: pairs.len(),
        words: counts.iter().map(|counts| counts.words).sum(),
        gold: counts.iter().map(|counts| counts.gold).sum(),
        found: counts.iter().map(|counts| counts.found).sum(),
        figures: figures(&loaded::KINDS, pairs.len(), seed, |weights| {
            loaded::compute(&counts, &ranking, weights)
        }),
        errors: if errors > 0 {
            loaded_errors(pairs, errors)
        } else {
            Vec::new()
        },
    }
}
