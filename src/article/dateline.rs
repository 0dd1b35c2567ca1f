//! The place and agency before the first paragraph: `PARIS (Reuters) -`, `LONDON, May 3 (Agency) –`, `STEPANAKERT —`.

use super::furniture::is_capitals;
use super::phrases::words;
use super::rules::ZoneRules;

/// A dateline stands within this many bytes.
const LONGEST: usize = 120;

/// The length in bytes of the dateline that `block` opens with, its dash included and the following white space not.
pub(super) fn dateline(block: &str, rules: &ZoneRules) -> Option<usize> {
    let (prefix, end) = split(block, rules)?;
    let rest = block[end..].trim_start();
    let (place, agency) = match prefix.find('(') {
        Some(at) => (
            prefix[..at].trim(),
            Some(prefix[at + 1..].trim_end().trim_end_matches(')')),
        ),
        None => (prefix, None),
    };
    let known_agency = agency.is_some_and(|agency| rules.outlets.find(agency).is_some());
    let opens =
        rest.is_empty() || rest.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    if !opens || (agency.is_none() && is_shouted(rest)) {
        return None;
    }
    let accepted = if place.is_empty() {
        known_agency
    } else {
        is_place(place, agency.is_some(), known_agency, rules)
    };
    accepted.then_some(end)
}

/// The text before the dash, and where the dash ends. Some put the agency in brackets and no dash: `(CNN)The dam broke`.
fn split<'a>(block: &'a str, rules: &ZoneRules) -> Option<(&'a str, usize)> {
    let mut depth = 0;
    for (at, c) in block.char_indices().take_while(|&(at, _)| at <= LONGEST) {
        let before = &block[..at];
        let after = &block[at + c.len_utf8()..];
        match c {
            '\n' | '\r' => return None,
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                let dash = after.trim_start().starts_with(['—', '–', '―', '-', '−']);
                let agency = block[..at]
                    .rsplit_once('(')
                    .is_some_and(|(_, agency)| rules.outlets.is(agency));
                if agency && !dash {
                    return Some((before, at + 1));
                }
            }
            '—' | '–' | '―' | '−' if depth == 0 => {
                return Some((before.trim_end(), at + c.len_utf8()));
            }
            '-' if depth == 0
                && (after.starts_with('-') || before.ends_with([' ', ')', '\u{a0}'])) =>
            {
                let dashes = 1 + after.bytes().take_while(|&b| b == b'-').count();
                let spaced = block[at + dashes..].starts_with(char::is_whitespace)
                    || block.len() == at + dashes;
                return (spaced || dashes > 1).then(|| (before.trim_end(), at + dashes));
            }
            _ => {}
        }
    }
    None
}

/// `WASHINGTON`, `ST. PAUL, Minn.`, `BAGHDAD/BEIRUT`, `LONDON, May 3`; with an agency or a date also `Paris`.
fn is_place(place: &str, agency: bool, known_agency: bool, rules: &ZoneRules) -> bool {
    let words: Vec<&str> = words(place)
        .into_iter()
        .map(|(start, end)| &place[start..end])
        .collect();
    let Some(first) = words.first() else {
        return false;
    };
    let dated = words
        .iter()
        .any(|word| rules.month(word.trim_end_matches('.')).is_some());
    let named = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || rules.is_date_word(word)
    };
    if words.len() > 9
        || !words.iter().all(named)
        || place.ends_with([',', ';', ':', '!', '?', '"', '”'])
    {
        return false;
    }
    let capitals = is_capitals(first);
    let letters = place
        .split([',', '('])
        .next()
        .unwrap_or(place)
        .chars()
        .filter(|c| c.is_alphabetic())
        .count();
    // After the place in capitals only what follows a comma may be in mixed case.
    let tail_after_comma = words
        .iter()
        .all(|word| is_capitals(word) || word.starts_with(char::is_numeric))
        || place.contains(',');
    (capitals && tail_after_comma && (letters >= 4 || agency || dated))
        || known_agency
        || (dated && !is_capitals(place) && agency)
}

/// Whether the next words are all in capitals, so that capitals tell nothing.
fn is_shouted(rest: &str) -> bool {
    let next: Vec<_> = words(rest)
        .into_iter()
        .take(4)
        .map(|(start, end)| &rest[start..end])
        .collect();
    next.len() > 1
        && next
            .iter()
            .all(|word| word.chars().all(|c| !c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(block: &str) -> &str {
        let mut rules = ZoneRules::default();
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        rules.add_class("month", months).expect("twelve months");
        rules
            .add_class("outlet", ["reuters", "ap", "cnn"])
            .expect("a class");
        &block[..dateline(block, &rules).unwrap_or(0)]
    }

    #[test]
    fn datelines_are_cut() {
        for (line, rest) in [
            ("STEPANAKERT —", " The dam broke."),
            ("WASHINGTON (AP) —", " The dam broke."),
            ("PARIS (Reuters) -", " The dam broke."),
            ("Paris (Reuters) -", " The dam broke."),
            ("(Reuters) -", " The dam broke."),
            ("LONDON, May 3 (Agency) –", " The dam broke."),
            ("ST. PAUL, Minn. (AP) —", " The dam broke."),
            ("WASHINGTON --", " The dam broke."),
            ("NEW YORK—", "The dam broke."),
            ("KYIV, Ukraine (AP) —", " “The dam” broke."),
            ("BAGHDAD/BEIRUT (Reuters) -", " At least 3 died."),
            ("(CNN)", "The dam broke."),
            ("Atlanta (CNN)", " The dam broke."),
        ] {
            assert_eq!(cut(&format!("{line}{rest}")), line);
        }
    }

    #[test]
    fn other_dashes_are_not() {
        for block in [
            "NATO — the alliance — met.",
            "COVID-19 spread again.",
            "The dam — built in 1960 — broke.",
            "Trump - who won - left.",
            "THE DAM BROKE — THE MAYOR FLED AT NIGHT.",
            "I — We left.",
            "Mayor Roe (right) left.",
            "“No,” she said — And left.",
        ] {
            assert_eq!(cut(block), "", "{block}");
        }
    }
}
