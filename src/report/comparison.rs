//! Articles side by side, measure by measure.

use super::between::{ComparableReport, CoverageReport, FactReport, TwinReport};
use super::card::CardLineReport;
use super::model::ArticleReport;
use crate::compare::distinctive::Distinctive;
use crate::compare::pairwise::{self, Counted};
use crate::measure::{Measure, Measurement, Unit, registry};
use crate::stats::Interval;

pub use crate::compare::pairwise::PairTest;
use serde::Serialize;

/// Articles side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// Ids of the articles, in the order of all cells.
    pub articles: Vec<String>,
    /// The largest differences in a fixed order of importance, at most five: what to look at first.
    pub card: Vec<CardLineReport>,
    /// Measure by measure, in the order of the registry.
    pub measures: Vec<MeasureComparison>,
    /// How many tests the table holds: p values are adjusted for that many.
    pub tests: u32,
    /// The article that the tests compare the others with, an index into `articles`; `null` where every two are compared.
    pub baseline: Option<u32>,
    /// Whether these articles can be compared at all.
    pub comparable: ComparableReport,
    /// The facts that several articles tell, in the order of their first telling.
    pub facts: Vec<FactReport>,
    /// The quotations that several articles have, in the order of their first telling.
    pub twins: Vec<TwinReport>,
    /// The words that mark each article, in the order of `articles`.
    pub distinctive: Vec<Distinctive>,
    /// What each tells and leaves out.
    pub coverage: CoverageReport,
    /// What a reader should know of the comparison, one sentence each.
    pub notes: Vec<String>,
}

/// One measure over all articles.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureComparison {
    /// The measure.
    pub id: String,
    /// Id of the declared side, for measures made for each side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// Unit of the values.
    pub unit: Unit,
    /// One cell per article.
    pub cells: Vec<Cell>,
    /// Tests between articles; empty where the measure is not tested.
    pub pairs: Vec<PairTest>,
}

/// One article's value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cell {
    /// The value; `null` where it could not be measured.
    pub value: Option<f64>,
    /// How many were counted.
    pub count: Option<u32>,
    /// Out of how many.
    pub per: Option<u32>,
    /// 95 % interval.
    pub interval: Option<Interval>,
    /// Why there is no value.
    pub note: Option<String>,
}

/// Puts articles side by side: one row a measure, one cell an article, and tests where the registry wants them.
pub fn comparison(articles: &[ArticleReport]) -> Comparison {
    let sides: Vec<Option<&str>> = match articles.first().map(|article| &article.sides) {
        Some(sides) if !sides.is_empty() => {
            sides.iter().map(|side| Some(side.side.as_str())).collect()
        }
        _ => vec![None],
    };
    let mut measures: Vec<MeasureComparison> = Vec::new();
    for measure in registry() {
        let rows = if measure.per_side {
            &sides[..]
        } else {
            &[None]
        };
        measures.extend(rows.iter().map(|&side| row(measure, side, articles)));
    }
    let tests = pairwise::adjust(measures.iter_mut().flat_map(|measure| &mut measure.pairs));
    Comparison {
        articles: articles.iter().map(|article| article.id.clone()).collect(),
        card: Vec::new(),
        measures,
        tests,
        baseline: None,
        comparable: ComparableReport::default(),
        facts: Vec::new(),
        twins: Vec::new(),
        distinctive: Vec::new(),
        coverage: CoverageReport::default(),
        notes: Vec::new(),
    }
}

fn row(measure: &Measure, side: Option<&str>, articles: &[ArticleReport]) -> MeasureComparison {
    let found = |article: &'_ ArticleReport| {
        let mut measures = article.measures.iter();
        measures
            .find(|found| found.id == measure.id && found.side.as_deref() == side)
            .cloned()
    };
    let cells: Vec<Cell> = articles
        .iter()
        .map(|article| cell(found(article).as_ref()))
        .collect();
    let counted = |cell: &Cell| {
        Some(Counted {
            count: cell.count?,
            per: cell.per?,
        })
    };
    let pairs = if measure.tested {
        pairwise::pairs(&cells.iter().map(counted).collect::<Vec<_>>())
    } else {
        Vec::new()
    };
    MeasureComparison {
        id: measure.id.to_owned(),
        side: side.map(str::to_owned),
        unit: measure.unit,
        cells,
        pairs,
    }
}

fn cell(found: Option<&Measurement>) -> Cell {
    match found {
        Some(found) => Cell {
            value: found.value,
            count: found.count,
            per: found.per,
            interval: found.interval,
            note: found.note.clone(),
        },
        None => Cell {
            value: None,
            count: None,
            per: None,
            interval: None,
            note: Some("not measured".to_owned()),
        },
    }
}

impl Comparison {
    /// The same with tests against one article only: fewer tests, which Holm's adjustment takes into account.
    #[must_use]
    pub fn against(mut self, baseline: usize) -> Self {
        let baseline = baseline as u32;
        for measure in &mut self.measures {
            measure
                .pairs
                .retain(|pair| pair.left == baseline || pair.right == baseline);
        }
        self.tests = pairwise::adjust(
            self.measures
                .iter_mut()
                .flat_map(|measure| &mut measure.pairs),
        );
        self.baseline = Some(baseline);
        self
    }
}
