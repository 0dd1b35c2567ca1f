//! The word lists that tell zones apart. They come from a pack of kind `words`; no language is written down here.

use super::phrases::Phrases;
use rustc_hash::FxHashMap;

/// The words and phrases by which the blocks of an article are recognised.
///
/// Filled class by class with [`ZoneRules::add_class`] from a lexicon pack; without any class only punctuation, length and
/// position decide.
#[derive(Debug, Clone, Default)]
pub struct ZoneRules {
    /// Navigation, advertising and legal lines.
    pub(super) boilerplate: Phrases,
    /// Names of agencies, papers and broadcasters.
    pub(super) outlets: Phrases,
    /// How captions and picture credits begin.
    pub(super) captions: Phrases,
    /// How publication lines begin.
    pub(super) published: Phrases,
    /// Words of which dates and times consist, apart from months.
    pub(super) date_words: Phrases,
    /// How bylines begin.
    pub(super) bylines: Phrases,
    /// Words that may stand beside names in a byline.
    pub(super) byline_words: Phrases,
    /// Labels of opinion pieces.
    pub(super) genres: Phrases,
    /// Month names, to their numbers.
    pub(super) months: FxHashMap<String, i8>,
}

impl ZoneRules {
    /// The classes that [`ZoneRules::add_class`] knows, each with what it is for.
    pub const CLASSES: &'static [(&'static str, &'static str)] = &[
        (
            "boilerplate",
            "whole blocks that are navigation, advertising or legal lines",
        ),
        (
            "outlet",
            "names of agencies, papers and broadcasters, which stand alone or in bylines",
        ),
        ("caption", "how captions and picture credits begin"),
        ("published", "how publication lines begin"),
        (
            "date_word",
            "words of which dates and times consist, apart from months",
        ),
        ("byline", "how bylines begin"),
        (
            "byline_word",
            "words that may stand beside names in a byline",
        ),
        ("genre", "labels of opinion pieces"),
        (
            "month",
            "twelve entries from January to December: the names of each month, separated by spaces",
        ),
    ];

    /// Adds the words of one class. `*` at the end or the start of an entry stands for any further text.
    ///
    /// # Errors
    /// When the class is not one of [`ZoneRules::CLASSES`], or when `month` has not twelve entries.
    pub fn add_class<'a>(
        &mut self,
        class: &str,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), String> {
        let phrases = match class {
            "boilerplate" => &mut self.boilerplate,
            "outlet" => &mut self.outlets,
            "caption" => &mut self.captions,
            "published" => &mut self.published,
            "date_word" => &mut self.date_words,
            "byline" => &mut self.bylines,
            "byline_word" => &mut self.byline_words,
            "genre" => &mut self.genres,
            "month" => return self.add_months(words),
            _ => {
                let known: Vec<&str> = Self::CLASSES.iter().map(|(name, _)| *name).collect();
                return Err(format!(
                    "unknown class `{class}`; the classes are {}",
                    known.join(", ")
                ));
            }
        };
        phrases.extend(words);
        Ok(())
    }

    fn add_months<'a>(&mut self, words: impl IntoIterator<Item = &'a str>) -> Result<(), String> {
        let months: Vec<&str> = words.into_iter().collect();
        if months.len() != 12 {
            return Err(format!(
                "class `month` has {} entries; it needs twelve, January to December",
                months.len()
            ));
        }
        for (number, names) in (1..=12).zip(months) {
            for name in names.split_whitespace() {
                self.months.insert(name.to_lowercase(), number);
            }
        }
        Ok(())
    }

    /// The number of the month that `word` names, from 1.
    pub(super) fn month(&self, word: &str) -> Option<i8> {
        if self.months.is_empty() || word.len() > 24 {
            return None;
        }
        self.months.get(&word.to_lowercase()).copied()
    }

    /// Whether `word` is a month or another word of dates and times.
    pub(super) fn is_date_word(&self, word: &str) -> bool {
        self.month(word).is_some() || self.date_words.is(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_class_lists_the_known_ones() {
        let error = ZoneRules::default()
            .add_class("outlets", ["x"])
            .expect_err("no such class");
        assert!(error.contains("outlet, caption"), "{error}");
    }

    #[test]
    fn months_need_twelve_entries() {
        assert!(
            ZoneRules::default()
                .add_class("month", ["january"])
                .is_err()
        );
    }
}
