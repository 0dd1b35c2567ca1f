//! The report as JSON: the model as it stands, with fixed rounding and no clocks.

use super::comparison::Comparison;
use super::model::{ArticleReport, Report};
use super::numbers;
use crate::measure::Measurement;

/// Decimals of ratios, p values and the like.
const FINE: u32 = 4;

/// One document, indented, with a newline at the end.
///
/// # Errors
/// When a value cannot be written as JSON, which no report holds.
pub fn pretty(report: &Report) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(&rounded(report.clone()))?;
    text.push('\n');
    Ok(text)
}

/// The report with every float rounded to the decimals of its unit: what machines get.
pub fn rounded(mut report: Report) -> Report {
    for article in &mut report.articles {
        round_article(article);
    }
    if let Some(comparison) = &mut report.comparison {
        round_comparison(comparison);
    }
    for gate in &mut report.gates {
        let decimals = gate.unit.decimals();
        gate.figure = gate.figure.map(|figure| numbers::round(figure, decimals));
    }
    report
}

pub(super) fn round_article(article: &mut ArticleReport) {
    for measurement in &mut article.measures {
        round_measurement(measurement);
    }
}

fn round_measurement(measurement: &mut Measurement) {
    let decimals = measurement.unit.decimals();
    measurement.value = measurement
        .value
        .map(|value| numbers::round(value, decimals));
    measurement.interval = numbers::rounded(measurement.interval, decimals);
}

fn round_comparison(comparison: &mut Comparison) {
    for pair in &mut comparison.comparable.pairs {
        pair.words = numbers::round(pair.words, FINE);
        pair.names = pair.names.map(|names| numbers::round(names, FINE));
    }
    for fact in &mut comparison.facts {
        fact.score = numbers::round(fact.score, FINE);
    }
    let items = comparison.coverage.items.iter_mut();
    for cell in items.flat_map(|item| &mut item.cells).flatten() {
        cell.position = numbers::round(cell.position, FINE);
    }
    for quoted in comparison.twins.iter_mut().flat_map(|twin| &mut twin.told) {
        quoted.position = numbers::round(quoted.position, FINE);
    }
    for measure in &mut comparison.measures {
        let decimals = measure.unit.decimals();
        for cell in &mut measure.cells {
            cell.value = cell.value.map(|value| numbers::round(value, decimals));
            cell.interval = numbers::rounded(cell.interval, decimals);
        }
        for pair in &mut measure.pairs {
            pair.ratio = pair.ratio.map(|ratio| numbers::round(ratio, FINE));
            pair.interval = numbers::rounded(pair.interval, FINE);
            pair.p = numbers::round(pair.p, FINE);
            pair.p_adjusted = numbers::round(pair.p_adjusted, FINE);
        }
    }
}
