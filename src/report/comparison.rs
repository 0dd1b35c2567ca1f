//! Articles side by side, measure by measure.

use super::between::{ComparableReport, FactReport, TwinReport};
use super::card::CardLineReport;
use super::model::ArticleReport;
use crate::measure::{Measure, Measurement, Unit, registry};
use crate::stats::{self, CLUSTERING, Interval};
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
    /// Whether these articles can be compared at all.
    pub comparable: ComparableReport,
    /// The facts that several articles tell, in the order of their first telling.
    pub facts: Vec<FactReport>,
    /// The quotations that several articles have, in the order of their first telling.
    pub twins: Vec<TwinReport>,
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

/// A test between two articles (measures §6.4).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PairTest {
    /// First article, an index into `articles`.
    pub left: u32,
    /// Second article.
    pub right: u32,
    /// Rate of the first over the rate of the second; `null` where the second has none.
    pub ratio: Option<f64>,
    /// 95 % interval of the ratio.
    pub interval: Option<Interval>,
    /// Two-sided p value.
    pub p: f64,
    /// The p value after Holm's adjustment over all tests of the table.
    pub p_adjusted: f64,
    /// Whether the difference stands after the adjustment, at 5 %.
    pub distinguishable: bool,
    /// Words per article that a true ratio of this size would need; `null` where the two do not differ or one has none.
    pub words_needed: Option<u32>,
}

/// Level of the family of tests.
const LEVEL: f64 = 0.05;

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
    let p: Vec<f64> = measures
        .iter()
        .flat_map(|measure| measure.pairs.iter().map(|pair| pair.p))
        .collect();
    let mut adjusted = stats::holm(&p).into_iter();
    for pair in measures.iter_mut().flat_map(|measure| &mut measure.pairs) {
        pair.p_adjusted = adjusted.next().unwrap_or(1.0);
        pair.distinguishable = pair.p_adjusted <= LEVEL;
    }
    Comparison {
        articles: articles.iter().map(|article| article.id.clone()).collect(),
        card: Vec::new(),
        measures,
        tests: p.len() as u32,
        comparable: ComparableReport::default(),
        facts: Vec::new(),
        twins: Vec::new(),
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
    let mut pairs = Vec::new();
    if measure.tested {
        for right in 1..cells.len() {
            for left in 0..right {
                pairs.extend(test(left, right, &cells));
            }
        }
        pairs.sort_by_key(|pair| (pair.left, pair.right));
    }
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

/// The test of two cells; `None` where one of them has no words at all.
fn test(left: usize, right: usize, cells: &[Cell]) -> Option<PairTest> {
    let counted = |cell: &Cell| {
        let per = cell.per.filter(|&per| per > 0)?;
        Some((f64::from(cell.count?), f64::from(per)))
    };
    let ((first, first_words), (second, second_words)) =
        (counted(&cells[left])?, counted(&cells[right])?);
    let found = stats::compare_rates(first, first_words, second, second_words, CLUSTERING);
    let smaller = (first / first_words).min(second / second_words);
    let words_needed = found.ratio.and_then(|ratio| {
        stats::words_needed(1000.0 * smaller, ratio.max(1.0 / ratio), CLUSTERING)
    });
    Some(PairTest {
        left: left as u32,
        right: right as u32,
        ratio: found.ratio,
        interval: found.interval.high.is_finite().then_some(found.interval),
        p: found.p,
        p_adjusted: found.p,
        distinguishable: false,
        words_needed,
    })
}
