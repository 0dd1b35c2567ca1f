//! Finds the headline: the title repeated in the text, or the block that looks like one.

use super::phrases::{key, words};

/// What stands between a title and the outlet's name.
const SUFFIX_MARKS: [&str; 6] = [" - ", " – ", " — ", " | ", " :: ", " · "];

/// A title in the forms in which a text may repeat it.
#[derive(Debug)]
pub(super) struct Title {
    whole: String,
    without_suffix: Option<String>,
}

impl Title {
    /// The title, unless it holds no letter or digit.
    pub(super) fn new(title: &str) -> Option<Self> {
        let whole: String = letters(title).collect();
        (!whole.is_empty()).then(|| Self {
            whole,
            without_suffix: cut_suffix(title).map(|cut| letters(cut).collect()),
        })
    }

    /// Whether `line` is this title; letter case, spaces, quotes, punctuation and an outlet's name at the end aside.
    pub(super) fn is(&self, line: &str) -> bool {
        let same = |line: &str, title: &str| letters(line).eq(title.chars());
        same(line, &self.whole)
            || self
                .without_suffix
                .as_deref()
                .is_some_and(|title| same(line, title))
            || cut_suffix(line).is_some_and(|cut| same(cut, &self.whole))
    }
}

/// Whether the two lines say much the same: 60 of 100 of the longer one's words stand in the other.
pub(super) fn is_variant(title: &str, line: &str) -> bool {
    let (title, line) = (key(title), key(line));
    let (a, b): (Vec<&str>, Vec<&str>) = (title.split(' ').collect(), line.split(' ').collect());
    let shared = a.iter().filter(|word| b.contains(word)).count();
    a.len() >= 4 && b.len() >= 4 && shared * 10 >= a.len().max(b.len()) * 6
}

/// Whether most longer words begin with a capital, as headlines in some houses do.
pub(super) fn is_title_case(line: &str) -> bool {
    let long: Vec<&str> = words(line)
        .into_iter()
        .map(|(start, end)| &line[start..end])
        .filter(|word| word.chars().nth(3).is_some())
        .collect();
    let capitals = long
        .iter()
        .filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
        .count();
    long.len() >= 3 && capitals * 4 >= long.len() * 3
}

/// The letters and digits in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

/// The text before the last mark, if at most five words follow it and at least two stand before it.
fn cut_suffix(text: &str) -> Option<&str> {
    let at = SUFFIX_MARKS
        .iter()
        .filter_map(|mark| text.rfind(mark))
        .max()?;
    let (head, tail) = text.split_at(at);
    (tail.split_whitespace().count() <= 6 && head.split_whitespace().count() >= 2).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(title: &str, line: &str) -> bool {
        Title::new(title).is_some_and(|title| title.is(line))
    }

    #[test]
    fn a_repeated_title_is_recognised() {
        assert!(same("Dam ‘broke’ at night", "DAM 'BROKE'  AT NIGHT."));
        assert!(same(
            "Dam broke at night - Valley Post",
            "Dam broke at night"
        ));
        assert!(same(
            "Dam broke at night",
            "Dam broke at night | Valley Post"
        ));
        assert!(!same("Dam broke at night", "Dam broke at noon"));
        assert!(!same("…", "…"));
    }

    #[test]
    fn title_case_needs_several_long_words() {
        assert!(is_title_case("Mayor Flees After the Dam Broke."));
        assert!(!is_title_case("The mayor fled after the dam broke."));
        assert!(!is_title_case("Anna Roe."));
    }
}
