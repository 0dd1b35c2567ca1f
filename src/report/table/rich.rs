//! Text in tones, wrapped to a width: what a line of a report is made of before it becomes characters for a terminal.

use super::tone::{Paint, Tone};
use crate::report::plain::plain;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Runs of text, each in one tone. What is put in is made harmless first.
#[derive(Debug, Clone, Default)]
pub(in crate::report) struct Rich {
    runs: Vec<(String, Tone)>,
}

impl Rich {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// The runs, made harmless for a line of text, with their tones.
    pub(in crate::report) fn runs(&self) -> impl Iterator<Item = (&str, Tone)> {
        self.runs.iter().map(|(text, tone)| (text.as_str(), *tone))
    }

    /// Text in the ordinary tone.
    pub(super) fn text(self, text: &str) -> Self {
        self.toned(text, Tone::Plain)
    }

    /// Text in a tone.
    pub(super) fn toned(mut self, text: &str, tone: Tone) -> Self {
        self.runs.push((plain(text).into_owned(), tone));
        self
    }

    /// The runs of `other` after its own.
    pub(super) fn then(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        self
    }

    /// Joins parts with a separator in the ordinary tone.
    pub(super) fn joined(parts: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let mut joined = Self::new();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                joined = joined.text(separator);
            }
            joined.runs.extend(part.runs);
        }
        joined
    }

    pub(in crate::report) fn is_empty(&self) -> bool {
        self.runs.iter().all(|(text, _)| text.is_empty())
    }

    /// Columns on one line.
    pub(super) fn width(&self) -> usize {
        self.runs.iter().map(|(text, _)| text.width()).sum()
    }

    /// On one line, as it is.
    pub(super) fn show(&self, paint: Paint) -> String {
        let mut shown = String::new();
        for runs in self.runs.chunk_by(|a, b| a.1 == b.1) {
            let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
            let tone = runs.first().map(|(_, tone)| *tone).unwrap_or_default();
            shown += &paint.show(&text, tone);
        }
        shown
    }

    /// Lines of at most `width` columns, broken at spaces, and inside a word only where it is longer than a line.
    pub(super) fn wrap(&self, first: usize, rest: usize) -> Vec<Self> {
        let mut lines = vec![Self::new()];
        let mut used = 0;
        let mut space = false;
        for word in self.words() {
            let limit = if lines.len() == 1 { first } else { rest };
            let width = word.width();
            let fits = used + usize::from(space) + width <= limit;
            if !fits && used > 0 {
                lines.push(Self::new());
                used = 0;
            }
            let limit = if lines.len() == 1 { first } else { rest };
            let gap = space && used > 0;
            if let Some(line) = lines.last_mut() {
                if gap {
                    // A space between two words of one tone has that tone, so that they are shown in one piece.
                    let before = line.runs.last().map(|(_, tone)| *tone);
                    let after = word.runs.first().map(|(_, tone)| *tone);
                    let tone = before.filter(|_| before == after).unwrap_or_default();
                    line.runs.push((" ".to_owned(), tone));
                }
                used += usize::from(gap);
            }
            if width <= limit {
                if let Some(line) = lines.last_mut() {
                    line.runs.extend(word.runs);
                }
                used += width;
            } else {
                used = break_word(&word, &mut lines, rest.max(1));
            }
            space = true;
        }
        lines
    }

    /// The words: what stands between spaces.
    fn words(&self) -> Vec<Self> {
        let mut words = Vec::new();
        let mut word = Self::new();
        for (text, tone) in &self.runs {
            for (index, part) in text.split(' ').enumerate() {
                if index > 0 && !word.runs.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                if !part.is_empty() {
                    word.runs.push((part.to_owned(), *tone));
                }
            }
        }
        if !word.runs.is_empty() {
            words.push(word);
        }
        words
    }
}

/// Breaks a word that is longer than a line; gives the columns used on the last line.
fn break_word(word: &Rich, lines: &mut Vec<Rich>, limit: usize) -> usize {
    let mut used = lines.last().map_or(0, Rich::width);
    for (text, tone) in &word.runs {
        // Between two tones is the better place to break.
        if used > 0 && used + text.width() > limit && text.width() <= limit {
            lines.push(Rich::new());
            used = 0;
        }
        for c in text.chars() {
            let width = c.width().unwrap_or(0);
            if used + width > limit && used > 0 {
                lines.push(Rich::new());
                used = 0;
            }
            used += width;
            if let Some(line) = lines.last_mut() {
                match line.runs.last_mut() {
                    Some((run, last)) if last == tone => run.push(c),
                    _ => line.runs.push((c.to_string(), *tone)),
                }
            }
        }
    }
    used
}

/// The text cut to `width` columns, with an ellipsis where something is missing. It is made harmless first.
pub(in crate::report) fn ellipsis(text: &str, width: usize) -> String {
    let text = plain(text);
    if text.width() <= width {
        return text.into_owned();
    }
    let mut cut = String::new();
    let mut used = 0;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used + 1 > width {
            break;
        }
        cut.push(c);
    }
    let kept = cut.trim_end_matches([' ', ',', '.', ';', ':', '-']).len();
    cut.truncate(kept);
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, width: usize) -> Vec<String> {
        Rich::new()
            .text(text)
            .wrap(width, width)
            .iter()
            .map(|line| line.show(Paint::new(false)))
            .collect()
    }

    #[test]
    fn wraps_at_spaces_and_breaks_long_words() {
        assert_eq!(lines("one two three", 8), ["one two", "three"]);
        assert_eq!(lines("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(lines("停戦合意 ok", 4), ["停戦", "合意", "ok"]);
    }

    #[test]
    fn a_word_in_two_tones_stays_whole() {
        let rich = Rich::new()
            .text("strong: ")
            .toned("targeted", Tone::Loaded)
            .toned("[S5]", Tone::Dim);
        let lines: Vec<_> = rich
            .wrap(12, 12)
            .iter()
            .map(|line| line.show(Paint::new(false)))
            .collect();
        assert_eq!(lines, ["strong:", "targeted[S5]"]);
    }

    #[test]
    fn cuts_with_an_ellipsis() {
        assert_eq!(ellipsis("Prosecutor General", 12), "Prosecutor…");
        assert_eq!(ellipsis("short", 12), "short");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "\\PC{0,80}", width in 2usize..40) {
            for line in Rich::new().text(&text).wrap(width, width) {
                prop_assert!(line.width() <= width, "{:?}", line);
            }
            prop_assert!(ellipsis(&text, width).width() <= width);
        }
    }
}
