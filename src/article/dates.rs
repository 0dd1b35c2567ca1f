//! Publication dates in one form: ISO 8601.

use super::phrases::words;
use super::rules::ZoneRules;
use jiff::civil::Date;
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::{Timestamp, ZonedDateTime};

/// The date that `text` names, as `2031-05-03` or, where the input is exact, `2031-05-03T10:30:00Z`.
///
/// `None` where no date is found or where it can be read in two ways, such as `03/04/2031`.
pub fn iso_date(text: &str, rules: &ZoneRules) -> Option<String> {
    let text = text.trim();
    exact(text)
        .or_else(|| epoch(text))
        .or_else(|| in_words(text, rules))
        .or_else(|| in_numbers(text).map(|date| date.to_string()))
}

/// ISO 8601 and RFC 2822.
fn exact(text: &str) -> Option<String> {
    if text.len() > 64 {
        return None;
    }
    if let Ok(pieces) = Pieces::parse(text) {
        let mut iso = pieces.date().to_string();
        if let Some(time) = pieces.time() {
            iso.push('T');
            iso.push_str(&time.to_string());
            match pieces.offset() {
                Some(PiecesOffset::Zulu) => iso.push('Z'),
                Some(PiecesOffset::Numeric(_)) | None => {
                    if let Some(offset) = pieces.to_numeric_offset() {
                        push_offset(&mut iso, offset.seconds());
                    }
                }
                Some(_) => {}
            }
        }
        return Some(iso);
    }
    let zoned: ZonedDateTime = jiff::fmt::rfc2822::parse(text).ok()?;
    let mut iso = zoned.datetime().to_string();
    push_offset(&mut iso, zoned.offset().seconds());
    Some(iso)
}

fn push_offset(iso: &mut String, seconds: i32) {
    if seconds == 0 {
        iso.push('Z');
        return;
    }
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    let (hours, minutes) = (minutes / 60, minutes % 60);
    iso.extend([
        sign.to_string(),
        format!("{hours:02}"),
        ":".to_owned(),
        format!("{minutes:02}"),
    ]);
}

/// Seconds or milliseconds since 1970, as some archives store them.
fn epoch(text: &str) -> Option<String> {
    let number: i64 = text.strip_suffix(".0").unwrap_or(text).parse().ok()?;
    let seconds = match text.len() {
        9..=12 => number,
        13..=15 => number / 1000,
        _ => return None,
    };
    Timestamp::from_second(seconds)
        .ok()
        .map(|time| time.to_string())
}

/// `October 15,2020`, `15 Oct. 2020`, `15th of October 2020`, `2020 October 15`, anywhere in the text.
fn in_words(text: &str, rules: &ZoneRules) -> Option<String> {
    let words: Vec<&str> = words(text)
        .into_iter()
        .map(|(start, end)| &text[start..end])
        .flat_map(|word| word.split(['-', '.']))
        .take(64)
        .collect();
    for (at, word) in words.iter().enumerate() {
        let Some(month) = rules.month(word) else {
            continue;
        };
        let back = |steps: usize| {
            at.checked_sub(steps)
                .and_then(|index| words.get(index))
                .copied()
        };
        let ahead = |steps: usize| words.get(at + steps).copied();
        let before = back(1)
            .filter(|&word| day(word).is_some())
            .or_else(|| back(2));
        let found = [
            (ahead(1), ahead(2)),
            (before, ahead(1)),
            (ahead(1), back(1)),
        ]
        .into_iter()
        .find_map(|(d, y)| Date::new(year(y?)?, month, day(d?)?).ok());
        if let Some(date) = found {
            return Some(date.to_string());
        }
    }
    None
}

fn day(word: &str) -> Option<i8> {
    let word = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    word.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4)
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1600..=2999).contains(year))
}

/// `2020-10-15`, `2020/10/15`, `15.10.2020`, `10/15/2020`, `20201015`: kept when only one reading makes a date.
fn in_numbers(text: &str) -> Option<Date> {
    for word in text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-' | '.'))) {
        let word = word.trim_matches(['/', '-', '.']);
        let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
        let number = |index: usize| {
            parts
                .get(index)
                .filter(|part| part.len() <= 2)
                .and_then(|part| part.parse::<i8>().ok())
        };
        match parts.len() {
            1 if word.len() == 8 => {
                let date = Date::new(
                    year(&word[..4])?,
                    word[4..6].parse().ok()?,
                    word[6..].parse().ok()?,
                );
                return date.ok();
            }
            3 if year(parts[0]).is_some() => {
                return Date::new(year(parts[0])?, number(1)?, number(2)?).ok();
            }
            3 => {
                let Some(year) = year(parts[2]) else { continue };
                let (a, b) = (number(0)?, number(1)?);
                let dotted = word.contains('.');
                let (day, month) = if dotted || a > 12 || a == b {
                    (a, b)
                } else if b > 12 {
                    (b, a)
                } else {
                    return None;
                };
                return Date::new(year, month, day).ok();
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        let mut rules = ZoneRules::default();
        let months = [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
        ];
        rules
            .add_class(
                "month",
                months.into_iter().chain([
                    "september sept sep",
                    "october oct",
                    "november nov",
                    "december dec",
                ]),
            )
            .expect("months");
        iso_date(text, &rules)
    }

    #[test]
    fn dates_in_many_forms() {
        for text in [
            "Published October 15,2020",
            "15 Oct 2020",
            "15 Oct. 2020",
            "Oct. 15, 2020 at 10:30 p.m. GMT",
            "Thursday 15th of October 2020",
            "2020-10-15",
            "2020/10/15",
            "10/15/2020",
            "15/10/2020",
            "15.10.2020",
            "20201015",
            "15-Oct-2020",
            "2020 October 15",
        ] {
            assert_eq!(iso(text).as_deref(), Some("2020-10-15"), "{text}");
        }
    }

    #[test]
    fn times_are_kept_where_they_are_exact() {
        assert_eq!(
            iso("2020-10-15T10:30:00Z").as_deref(),
            Some("2020-10-15T10:30:00Z")
        );
        assert_eq!(
            iso("2020-10-15 10:30:00").as_deref(),
            Some("2020-10-15T10:30:00")
        );
        assert_eq!(
            iso("2020-10-15T10:30:00+02:00").as_deref(),
            Some("2020-10-15T10:30:00+02:00")
        );
        assert_eq!(
            iso("Thu, 15 Oct 2020 10:30:00 -0430").as_deref(),
            Some("2020-10-15T10:30:00-04:30")
        );
        assert_eq!(iso("1602757800").as_deref(), Some("2020-10-15T10:30:00Z"));
        assert_eq!(
            iso("1602757800000").as_deref(),
            Some("2020-10-15T10:30:00Z")
        );
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_no_date() {
        for text in [
            "03/04/2031",
            "soon",
            "",
            "October 2020",
            "31 February 2020",
            "13/13/2020",
            "99999999",
            "12",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
