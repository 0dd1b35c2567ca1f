//! Whether the articles can be compared, said in sentences.

use crate::compare::SideBySide;
use crate::compare::comparable::{Comparable, Likeness, Warning};
use serde::Serialize;

/// Whether the articles can be compared.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComparableReport {
    /// What stands against it, what weighs most first.
    pub warnings: Vec<WarningReport>,
    /// How much every two articles share.
    pub pairs: Vec<LikenessReport>,
}

/// What stands against a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WarningReport {
    /// What it is.
    pub kind: WarningKind,
    /// The articles that it is about, indices into `articles`; empty where it is about all.
    pub articles: Vec<u32>,
    /// The warning and its reason, one sentence.
    pub text: String,
}

/// Kinds of warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    /// They share too little for one event.
    OtherEvent,
    /// One is more than three times as long as another.
    Length,
    /// Some are labelled as opinion.
    Genre,
    /// They were published more than 48 hours apart.
    Published,
}

/// How much two articles share.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LikenessReport {
    /// First article, an index into `articles`.
    pub left: u32,
    /// Second article.
    pub right: u32,
    /// Cosine of their weighted words, 0–1: names weigh most, common verbs and adjectives least.
    pub words: f64,
    /// Names that both have over names that either has, 0–1; `null` where neither names anything.
    pub names: Option<f64>,
    /// The words that weigh most among those they share.
    pub shared: Vec<String>,
    /// Whether that is enough for one event.
    pub same_event: bool,
}

pub(super) fn report(comparable: &Comparable, side: SideBySide<'_>) -> ComparableReport {
    ComparableReport {
        warnings: comparable
            .warnings
            .iter()
            .map(|warning| sentence(warning, comparable, side))
            .collect(),
        pairs: comparable.pairs.iter().map(likeness).collect(),
    }
}

fn likeness(pair: &Likeness) -> LikenessReport {
    LikenessReport {
        left: pair.left as u32,
        right: pair.right as u32,
        words: pair.words,
        names: pair.names,
        shared: pair.shared.clone(),
        same_event: pair.same_event,
    }
}

fn letter(article: usize) -> char {
    ('A'..='Z').nth(article).unwrap_or('?')
}

/// `A`, `A and B`, `A, B and C`.
fn letters(articles: &[usize]) -> String {
    let letters: Vec<String> = articles.iter().map(|&at| letter(at).to_string()).collect();
    match letters.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

fn sentence(warning: &Warning, comparable: &Comparable, side: SideBySide<'_>) -> WarningReport {
    let all = side.analyses.len();
    let (kind, articles, text) = match warning {
        Warning::OtherEvent { articles } => (
            WarningKind::OtherEvent,
            articles.clone(),
            other_event(articles, comparable, all),
        ),
        Warning::Length { most, least } => (
            WarningKind::Length,
            Vec::new(),
            format!(
                "The longest article has {most} words and the shortest {least}: counts cannot be compared, rates with care."
            ),
        ),
        Warning::Genre { labelled } => (
            WarningKind::Genre,
            labelled.clone(),
            format!(
                "{} {} labelled as opinion or analysis, the {} not: another genre, other rules.",
                letters(labelled),
                if labelled.len() == 1 { "is" } else { "are" },
                if all - labelled.len() == 1 {
                    "other is"
                } else {
                    "others are"
                },
            ),
        ),
        Warning::Published { first, last, days } => (
            WarningKind::Published,
            vec![*first, *last],
            format!(
                "{} was published {days} days before {}: what {} leaves out may not have been known.",
                letter(*first),
                letter(*last),
                letter(*first),
            ),
        ),
    };
    WarningReport {
        kind,
        articles: articles.into_iter().map(|at| at as u32).collect(),
        text,
    }
}

fn other_event(articles: &[usize], comparable: &Comparable, all: usize) -> String {
    let nearest = comparable
        .pairs
        .iter()
        .filter(|pair| articles.contains(&pair.left) != articles.contains(&pair.right) || all == 2)
        .max_by(|a, b| a.words.total_cmp(&b.words));
    let shared = nearest
        .map(|pair| pair.shared.join(", "))
        .unwrap_or_default();
    let shared = if shared.is_empty() {
        "they share no words that matter".to_owned()
    } else {
        format!("what they share most is {shared}")
    };
    let who = if articles.len() == all {
        "These articles".to_owned()
    } else {
        letters(articles)
    };
    let rest = if articles.len() == all {
        "may not be about the same event"
    } else {
        "may not be about the same event as the others"
    };
    format!("{who} {rest}: {shared}.")
}
