//! How numbers are rounded and written, in one place: rates with one decimal, shares with one decimal of a percent, half to even.

use crate::measure::{Measurement, Unit};
use crate::stats::Interval;

/// What stands where nothing could be measured.
pub const NOTHING: &str = "–";

/// Rounds to a number of decimals, half to even.
pub fn round(value: f64, decimals: u32) -> f64 {
    let scale = 10_f64.powi(decimals.cast_signed());
    let scaled = value * scale;
    // Beyond this, numbers have no such decimals.
    if !scaled.is_finite() || scaled.abs() > 1e15 {
        return value;
    }
    // Adding zero turns a negative zero into a plain one.
    scaled.round_ties_even() / scale + 0.0
}

/// A value in its unit: `18.6`, `11.1 %`, `4`.
pub fn value(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Words | Unit::Count => grouped(value.round_ties_even() as u64),
        Unit::PerThousandWords | Unit::Number => format!("{:.1}", round(value, 1)),
        Unit::Share => percent(value),
        Unit::Bits => format!("{:.2}", round(value, 2)),
    }
}

/// A share in percent with one decimal: `11.1 %`.
pub fn percent(share: f64) -> String {
    format!("{:.1} %", round(share * 100.0, 1))
}

/// An interval in its unit: `4.6–53.8`, `0.0–26.9 %`.
pub fn interval(interval: Interval, unit: Unit) -> String {
    let (low, high) = (value(interval.low, unit), value(interval.high, unit));
    match low.strip_suffix(" %") {
        Some(low) => format!("{low}–{high}"),
        None => format!("{low}–{high}"),
    }
}

/// A count where a rate would mislead: `4 in 40 words`.
pub fn in_words(count: u32, words: u32) -> String {
    format!(
        "{} in {} words",
        grouped(u64::from(count)),
        grouped(u64::from(words))
    )
}

/// A p value: two significant digits from .001 on, `< .001` below.
pub fn p_value(p: f64) -> String {
    if p < 0.001 {
        return "< .001".to_owned();
    }
    let decimals = if p < 0.01 { 3 } else { 2 };
    let text = format!("{:.*}", decimals as usize, round(p, decimals));
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

/// A whole number with commas: `1,592`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What a table's cell shows: the value, else the count in so many words, else a dash.
pub fn cell(found: Option<f64>, count: Option<u32>, per: Option<u32>, unit: Unit) -> String {
    match (found, count, per) {
        (Some(found), _, _) => value(found, unit),
        (None, Some(count), Some(per)) if unit == Unit::PerThousandWords => in_words(count, per),
        _ => NOTHING.to_owned(),
    }
}

/// What a table's cell shows of a measurement.
pub fn measurement(measurement: &Measurement) -> String {
    cell(
        measurement.value,
        measurement.count,
        measurement.per,
        measurement.unit,
    )
}

/// An interval rounded for machines.
pub(crate) fn rounded(interval: Option<Interval>, decimals: u32) -> Option<Interval> {
    interval.map(|interval| Interval {
        low: round(interval.low, decimals),
        high: round(interval.high, decimals),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_the_even_side() {
        assert_eq!(value(0.25, Unit::PerThousandWords), "0.2");
        assert_eq!(value(0.35, Unit::PerThousandWords), "0.4");
        assert_eq!(percent(0.0625), "6.2 %");
        assert_eq!(percent(0.0005), "0.0 %");
        assert_eq!(percent(0.0015), "0.2 %");
        assert_eq!(round(-0.04, 1).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(grouped(1_592), "1,592");
        assert_eq!(grouped(999), "999");
        assert_eq!(in_words(4, 40), "4 in 40 words");
        assert_eq!(p_value(0.4767), ".48");
        assert_eq!(p_value(0.0042), ".004");
        assert_eq!(p_value(1.0), "1.00");
        assert_eq!(p_value(0.0001), "< .001");
        let found = Interval {
            low: 0.0,
            high: 0.269,
        };
        assert_eq!(interval(found, Unit::Share), "0.0–26.9 %");
        assert_eq!(
            cell(None, Some(4), Some(40), Unit::PerThousandWords),
            "4 in 40 words"
        );
        assert_eq!(cell(None, Some(0), Some(0), Unit::Share), "–");
    }
}
