//! The measures of a comparison, in a fixed order of importance, with what chance may explain.

use super::board::{Board, Cells};
use super::compare::names;
use super::figures::{counted, interval, p_value, value};
use super::loaded;
use super::page::Page;
use super::rich::Rich;
use super::rows;
use super::tone::Tone;
use crate::measure;
use crate::report::{MeasureComparison, PairTest, Report};

/// Writes the section.
pub(super) fn section(report: &Report, page: &mut Page) {
    page.blank();
    let mut board = Board::new(Cells::Figures, names(report));
    for (label, cell) in rows::ROWS {
        board.row(label, report.articles.iter().map(cell).collect());
    }
    board.write(page);
    unmeasured(report, page);
    for measure in report
        .comparison
        .iter()
        .flat_map(|comparison| &comparison.measures)
    {
        if let Some(line) = tested(measure, report) {
            page.line(&Rich::new().text(&line));
        }
    }
}

/// Why there is a dash in the table.
fn unmeasured(report: &Report, page: &mut Page) {
    for ((letter, _), article) in names(report).iter().zip(&report.articles) {
        let mut reasons: Vec<&str> = Vec::new();
        for id in rows::DASHED {
            let measured = loaded::measurement(article, id);
            let reason = measured
                .filter(|measured| measured.value.is_none())
                .and_then(|measured| measured.note.as_deref());
            reasons.extend(reason.filter(|reason| !reasons.contains(reason)));
        }
        if !reasons.is_empty() {
            page.line(
                &Rich::new().toned(&format!("– in {letter}: {}", reasons.join("; ")), Tone::Dim),
            );
        }
    }
}

/// How long texts would have to be to tell the pair with the least p apart, if its ratio is the true one.
fn needed(unsure: &[&PairTest]) -> String {
    // Rates as near as these would need a library to tell apart: that helps nobody.
    const SMALLEST: f64 = 1.5;
    let far = |ratio: f64| ratio.max(1.0 / ratio) >= SMALLEST;
    let nearest = unsure
        .iter()
        .filter(|pair| pair.words_needed.is_some() && pair.ratio.is_some_and(far))
        .min_by(|one, other| one.p.total_cmp(&other.p));
    let Some((ratio, words)) = nearest.and_then(|pair| Some((pair.ratio?, pair.words_needed?)))
    else {
        return String::new();
    };
    format!(
        "; a rate {} times as high would show from about {} words of that voice in each",
        value(ratio.max(1.0 / ratio), measure::Unit::Number),
        // Two figures: it is an estimate.
        rounded(words)
    )
}

/// The number with two significant figures.
fn rounded(words: u32) -> String {
    let scale = 10_u32.pow(words.checked_ilog10().unwrap_or(0).saturating_sub(1));
    super::figures::whole(words.div_ceil(scale) * scale)
}

/// What the tests between articles say about one measure.
fn tested(compared: &MeasureComparison, report: &Report) -> Option<String> {
    let name = measure::find(&compared.id).map_or(compared.id.as_str(), |measure| measure.name);
    let letters = |pair: &PairTest| {
        let letter = |index: u32| char::from(b'A' + index as u8);
        format!("{}:{}", letter(pair.left), letter(pair.right))
    };
    let tests = report
        .comparison
        .as_ref()
        .map_or(0, |comparison| comparison.tests);
    let holm = format!("Holm over {}", counted(tests, "test", "tests"));
    let (sure, unsure): (Vec<&PairTest>, Vec<&PairTest>) =
        compared.pairs.iter().partition(|pair| pair.distinguishable);
    let mut said = Vec::new();
    for pair in &sure {
        let ratio = pair.ratio.map_or_else(String::new, |ratio| {
            let range = pair.interval.as_ref().map_or_else(String::new, |range| {
                format!(" [{}]", interval(range, measure::Unit::Number))
            });
            format!(", {} times{range}", value(ratio, measure::Unit::Number))
        });
        said.push(format!(
            "{} differ (p {}{ratio}; {holm})",
            letters(pair),
            p_value(pair.p_adjusted)
        ));
    }
    if !unsure.is_empty() {
        let pairs: Vec<String> = unsure.iter().copied().map(letters).collect();
        let pairs = if sure.is_empty() && pairs.len() > 1 {
            "no two are".to_owned()
        } else {
            format!("{} not", pairs.join(" "))
        };
        let least = unsure
            .iter()
            .map(|pair| pair.p_adjusted)
            .fold(1.0, f64::min);
        let sign = if unsure.len() > 1 && least < 0.995 {
            "≥"
        } else {
            "="
        };
        said.push(format!(
            "{pairs} distinguishable on these texts (p {sign} {}; {holm}){}",
            p_value(least),
            needed(&unsure)
        ));
    }
    (!said.is_empty()).then(|| format!("{name}: {}", said.join("; ")))
}
