//! Recognises, one by one, the blocks that are not part of the story: navigation, bylines, publication lines, captions.

use super::ZoneKind;
use super::lines::ends_sentence;
use super::phrases::words;
use super::rules::ZoneRules;
use super::shape::{SEPARATORS, Shape};

/// Blocks with more words than this are running text.
pub(super) const MOST_WORDS: usize = 60;

/// The part that a block plays when its words alone tell.
pub(super) fn furniture(text: &str, shape: Shape, rules: &ZoneRules) -> Option<ZoneKind> {
    if shape.words == 0 || !shape.has_space() && is_address(text) {
        return Some(ZoneKind::Boilerplate);
    }
    if shape.runs > MOST_WORDS {
        return None;
    }
    if is_picture(text) {
        Some(ZoneKind::Caption)
    } else if is_boilerplate(text, shape, rules) {
        Some(ZoneKind::Boilerplate)
    } else if is_published(text, shape, rules) {
        Some(ZoneKind::Dateline)
    } else if is_byline(text, shape, rules) {
        Some(ZoneKind::Byline)
    } else if rules.captions.matches(text) {
        Some(ZoneKind::Caption)
    } else if rules.genres.is(text) || !shape.has_letter() {
        // A number alone is a page number or a share counter.
        Some(ZoneKind::Boilerplate)
    } else {
        None
    }
}

/// Addresses of pages and mailboxes, in a text without spaces.
fn is_address(text: &str) -> bool {
    let text = text.trim_matches(['<', '>']);
    text.starts_with("http://")
        || text.starts_with("https://")
        || text.starts_with("www.")
        || text.contains('@')
}

/// Markdown's `![caption](file)`.
fn is_picture(text: &str) -> bool {
    text.starts_with("![") && text.ends_with(')')
}

fn is_boilerplate(text: &str, shape: Shape, rules: &ZoneRules) -> bool {
    if rules.boilerplate.matches(text) {
        return true;
    }
    if let Some(label) = link_label(text) {
        return rules.boilerplate.matches(label);
    }
    if shape.has_separator() {
        let mut parts = text
            .split(SEPARATORS)
            .filter(|part| !part.trim().is_empty())
            .peekable();
        if parts.peek().is_some() && parts.all(|part| rules.boilerplate.matches(part.trim())) {
            return true;
        }
    }
    // "Share 23", "104 Comments"
    let bare = text.trim_matches(|c: char| {
        c.is_numeric() || c.is_whitespace() || matches!(c, '(' | ')' | ',' | '.')
    });
    bare.len() < text.len() && !ends_sentence(text) && rules.boilerplate.is(bare)
}

/// The words of a Markdown link that makes up the whole block.
fn link_label(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('[')?.strip_suffix(')')?;
    inner.split_once("](").map(|(label, _)| label)
}

/// A publication line has at most this many words.
const MOST_DATE_WORDS: usize = 14;

/// "Published October 15,2020", "Updated: 3 May 2031, 10:30 GMT", or only a date.
fn is_published(text: &str, shape: Shape, rules: &ZoneRules) -> bool {
    let rest = rules
        .published
        .prefix(text)
        .map_or(text, |end| &text[end..]);
    let prefixed = rest.len() < text.len();
    if rest.len() > 160 {
        return false;
    }
    if !prefixed && !shape.has_figure() {
        return false; // no date without a figure
    }
    if !prefixed && shape.words > MOST_DATE_WORDS {
        return false;
    }
    let words = words(rest);
    if words.is_empty() {
        return prefixed;
    }
    if words.len() > MOST_DATE_WORDS {
        return false;
    }
    let dated = |&&(start, end): &&(usize, usize)| {
        let word = &rest[start..end];
        word.starts_with(|c: char| c.is_numeric()) || rules.is_date_word(word)
    };
    let count = words.iter().filter(dated).count();
    let numbers = words
        .iter()
        .filter(|&&(start, _)| rest[start..].starts_with(char::is_numeric))
        .count();
    if prefixed {
        // "Posted 2031-05-03 by Anna Roe"
        let signed = || {
            let name = |&(start, end): &(usize, usize)| is_name_word(&rest[start..end], rules);
            words.first().is_some_and(|first| dated(&first))
                && words.iter().all(name)
                && !ends_sentence(text)
        };
        numbers > 0 && (count * 10 >= words.len() * 6 || signed())
    } else {
        count == words.len() && numbers > 0 && (count > numbers || is_numeric_date(rest))
    }
}

/// Digits with the marks of dates and times between them: `2031-05-03`, `10:30`.
fn is_numeric_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(3).any(|w| {
        w[0].is_ascii_digit() && matches!(w[1], b'-' | b'/' | b':') && w[2].is_ascii_digit()
    })
}

fn is_byline(text: &str, shape: Shape, rules: &ZoneRules) -> bool {
    opens_as_byline(text, rules) || is_signed(text) || is_outlet_line(text, shape, rules)
}

/// "By Anna Roe and Bo Lund", "Reporting by Anna Roe; editing by Bo Lund".
fn opens_as_byline(text: &str, rules: &ZoneRules) -> bool {
    let text = text.trim_matches(['(', ')', '[', ']', '*', '_']);
    let Some(end) = rules.bylines.prefix(text) else {
        return false;
    };
    let words = words(&text[end..]);
    if words.is_empty() || words.len() > 24 || (words.len() > 8 && ends_sentence(text)) {
        return false;
    }
    words
        .iter()
        .all(|&(start, stop)| is_name_word(&text[end..][start..stop], rules))
        && text[end..][words[0].0..].starts_with(char::is_uppercase)
        && !rules.is_date_word(&text[end..][words[0].0..words[0].1])
}

/// A word of a name, a role or a date.
fn is_name_word(word: &str, rules: &ZoneRules) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        || rules.byline_words.is(word)
        || rules.is_date_word(word)
}

/// "— Anna Roe": a dash and a name at the end of a piece.
fn is_signed(text: &str) -> bool {
    let Some(name) = text.strip_prefix(['—', '–', '―']) else {
        return false;
    };
    let name = name.trim_start();
    name.starts_with(|c: char| c.is_uppercase() || c == '@')
        && !ends_sentence(text)
        && name.split_whitespace().count() <= 12
}

/// How many words stand on each side of an outlet's name at most.
const BESIDE: usize = 4;

/// An outlet's name, alone or with names before it and places, dates or roles around it.
fn is_outlet_line(text: &str, shape: Shape, rules: &ZoneRules) -> bool {
    if text.len() > 120 || shape.words > rules.outlets.most_words() + 2 * BESIDE {
        return false;
    }
    let text = text.trim_end_matches(['.', ':']);
    let Some((start, end)) = rules.outlets.find(text) else {
        return false;
    };
    if rules.outlets.is(text) {
        return true;
    }
    if !text.contains([',', '|', '/', '–', '—', '•', '(']) && is_capitals(text) {
        // "TIME FOR PEACE" is a heading.
        return false;
    }
    let fits = |word: &str| {
        is_capitals(word)
            || rules.is_date_word(word)
            || rules.byline_words.is(word)
            || word.chars().all(char::is_numeric)
    };
    let beside = |part: &str| {
        let words = words(part);
        words.len() <= BESIDE && words.iter().all(|&(start, end)| fits(&part[start..end]))
    };
    if beside(&text[..start]) && beside(&text[end..]) {
        return true;
    }
    let before = text[..start].trim_end();
    let names = words(before);
    beside(&text[end..])
        && before.ends_with([',', '|', '/', '–', '—', '•', '-'])
        && (2..=BESIDE).contains(&names.len())
        && names
            .iter()
            .all(|&(start, _)| before[start..].starts_with(char::is_uppercase))
}

/// At least two letters, all of them capitals.
pub(super) fn is_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some()
        && letters.all(char::is_uppercase)
        && word.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
}
