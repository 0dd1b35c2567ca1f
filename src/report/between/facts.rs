//! The same fact, told twice, as the model has it.

use super::super::model::Place;
use super::{Beside, SaidBy};
use crate::compare::Figure;
use crate::compare::alignment::{Difference, Fact, Standing, Telling};
use serde::Serialize;

/// A fact that several articles tell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactReport {
    /// Its id: `F1`, in the order of the first telling.
    pub id: String,
    /// Who tells it, by article.
    pub told: Vec<TellingReport>,
    /// Articles in which no sentence was found that tells it; indices into `articles`. They may tell it elsewhere in other words.
    pub not_found: Vec<u32>,
    /// In what the tellings differ, what weighs most first.
    pub differs: Vec<Difference>,
    /// Place among all facts when those that tell most about the articles come first, from 1.
    pub rank: u32,
    /// How alike the least alike two sentences are: above 0, comparable within one run only.
    pub score: f64,
}

/// A fact as one article tells it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TellingReport {
    /// The article, an index into `articles`.
    pub article: u32,
    /// Number of the body sentence, from 1.
    pub sentence: u32,
    /// The sentence.
    pub span: Place,
    /// The sentence as written.
    pub text: String,
    /// Whose word the shared part of it is.
    pub standing: Standing,
    /// Who is said to say it; `null` where it is asserted or nobody is found.
    pub said_by: Option<SaidBy>,
    /// Evidence ids of the loaded terms of the sentence: `L2`.
    pub loaded: Vec<String>,
    /// Harm told in the sentence, and whether it is said who does it.
    pub harm: Vec<HarmTold>,
    /// The numbers of the sentence.
    pub figures: Vec<FigureReport>,
}

/// Harm as one telling has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HarmTold {
    /// How the agent is shown or hidden: `active`, `passive_agentless`….
    pub class: String,
    /// The words that tell of the harm.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Who or what does it, as far as the sentence says.
    pub agent: Option<String>,
}

/// A number in the text with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FigureReport {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Its value: 3 for `three`, 1500000 for `1.5 million`.
    pub value: f64,
}

pub(super) fn report(facts: &[Fact], views: &[Beside<'_>]) -> Vec<FactReport> {
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_by(|&a, &b| {
        let (one, other) = (&facts[a], &facts[b]);
        other
            .tells()
            .cmp(&one.tells())
            .then(other.score.total_cmp(&one.score))
            .then(a.cmp(&b))
    });
    let mut ranks = vec![0; facts.len()];
    for (rank, &at) in order.iter().enumerate() {
        ranks[at] = rank as u32 + 1;
    }
    facts
        .iter()
        .enumerate()
        .map(|(index, fact)| FactReport {
            id: format!("F{}", index + 1),
            told: fact
                .told
                .iter()
                .filter_map(|telling| Some(telling_report(telling, views.get(telling.article)?)))
                .collect(),
            not_found: (0..views.len())
                .filter(|&article| fact.told.iter().all(|told| told.article != article))
                .map(|article| article as u32)
                .collect(),
            differs: fact.differs.clone(),
            rank: ranks[index],
            score: fact.score,
        })
        .collect()
}

fn telling_report(telling: &Telling, view: &Beside<'_>) -> TellingReport {
    let document = &view.analysis.document;
    let passage = view.passage(document.sentences[telling.sentence].tokens.clone());
    let loaded = telling.loaded.iter().filter_map(|&term| {
        let [start, _] = view.place(view.analysis.terms[term].span);
        let found = view.report.loaded.iter().find(|found| found.start == start);
        found.map(|found| found.id.clone())
    });
    TellingReport {
        article: telling.article as u32,
        sentence: view.sentence(telling.sentence),
        span: passage.span,
        text: passage.text,
        standing: telling.standing,
        said_by: telling.attribution.and_then(|index| view.said_by(index)),
        loaded: loaded.collect(),
        harm: telling.harm.iter().map(|&at| harm(at, view)).collect(),
        figures: telling
            .figures
            .iter()
            .map(|found| figure(found, view))
            .collect(),
    }
}

fn harm(index: usize, view: &Beside<'_>) -> HarmTold {
    let found = &view.analysis.harms.constructions[index];
    let passage = view.passage(found.predicate.clone());
    HarmTold {
        class: found.class.name().to_owned(),
        text: passage.text,
        span: passage.span,
        agent: found
            .agent
            .as_ref()
            .map(|agent| view.passage(agent.tokens.clone()).text),
    }
}

fn figure(figure: &Figure, view: &Beside<'_>) -> FigureReport {
    let passage = view.passage(figure.tokens.clone());
    FigureReport {
        text: passage.text,
        span: passage.span,
        value: figure.value,
    }
}
