//! How numbers look in tables: as in all reports, but shares in whole percent, because a column is narrow and a text is short.

use crate::measure::Unit;
use crate::report::numbers;
use crate::stats::Interval;

pub(super) use crate::report::numbers::{NOTHING as NONE, p_value};

/// A whole number, with separators from a thousand on.
pub(in crate::report) fn whole(number: u32) -> String {
    numbers::grouped(u64::from(number))
}

/// A number and what it counts: `1 word`, `287 words`.
pub(in crate::report) fn counted(number: u32, one: &str, many: &str) -> String {
    format!("{} {}", whole(number), if number == 1 { one } else { many })
}

/// A part of a whole in whole percent: `53%`. Less than a half percent that is not nothing is `<1%`.
pub(in crate::report) fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    if percent > 0.0 && percent < 0.5 {
        "<1%".to_owned()
    } else {
        format!("{:.0}%", numbers::round(percent, 0))
    }
}

/// A part and its whole in percent; `–` where the whole is nothing.
pub(in crate::report) fn percent_of(part: u32, whole: u32) -> String {
    if whole == 0 {
        NONE.to_owned()
    } else {
        percent(f64::from(part) / f64::from(whole))
    }
}

/// A value in its unit, short.
pub(in crate::report) fn value(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Share => percent(value),
        _ => numbers::value(value, unit),
    }
}

/// An interval in a unit, without the unit's sign at the first end: `4.6–53.8`.
pub(in crate::report) fn interval(interval: &Interval, unit: Unit) -> String {
    match unit {
        Unit::Share => {
            let [low, high] =
                [interval.low, interval.high].map(|end| numbers::round(100.0 * end, 0));
            format!("{low:.0}–{high:.0}%")
        }
        _ => numbers::interval(*interval, unit),
    }
}

/// The sentence a thing stands in: `S5`; outside the body the part of the text.
pub(in crate::report) fn place(sentence: u32, zone: crate::article::ZoneKind) -> String {
    use crate::article::ZoneKind;
    match zone {
        _ if sentence > 0 => format!("S{sentence}"),
        ZoneKind::Headline => "headline".to_owned(),
        ZoneKind::Deck => "deck".to_owned(),
        ZoneKind::Subhead => "subhead".to_owned(),
        _ => "beside the body".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(whole(7), "7");
        assert_eq!(whole(1_234), "1,234");
        assert_eq!(whole(1_234_567), "1,234,567");
        assert_eq!(counted(1, "word", "words"), "1 word");
        assert_eq!(percent(0.529), "53%");
        assert_eq!(percent(0.001), "<1%");
        assert_eq!(percent_of(1, 0), "–");
    }
}
