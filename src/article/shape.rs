//! What one pass over a block tells of it: how many words it has, and which kinds of characters. Most blocks are paragraphs, which this tells
//! before anything else is asked of them.

use super::furniture::MOST_WORDS;
use super::parts::HEADLINE_WORDS;

const SPACE: u8 = 1;
const ALPHANUMERIC: u8 = 2;
const ALPHABETIC: u8 = 4;
const NUMERIC: u8 = 8;
const SEPARATOR: u8 = 16;
/// Something stands between two spaces.
const INSIDE: u8 = 32;

/// The marks that stand between the links of a line of navigation.
pub(super) const SEPARATORS: [char; 7] = ['|', '•', '·', '/', '»', '›', '>'];

const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        let b = byte as u8;
        table[byte] = if b.is_ascii_alphabetic() {
            ALPHANUMERIC | ALPHABETIC
        } else if b.is_ascii_digit() {
            ALPHANUMERIC | NUMERIC
        } else if matches!(b, b'|' | b'/' | b'>') {
            SEPARATOR
        } else if b == b' ' || (0x09 <= b && b <= 0x0D) {
            SPACE
        } else {
            0
        };
        byte += 1;
    }
    table
};

/// The words of a block, and the kinds of characters in it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// Words as white space separates them, punctuation alone not counted.
    pub(super) words: usize,
    /// The same with punctuation alone counted.
    pub(super) runs: usize,
    kinds: u8,
}

impl Shape {
    /// The shape of a text, all of it.
    pub(super) fn of(text: &str) -> Self {
        Self::within(text, false)
    }

    /// The same, but a text that has more words than any rule asks for is read no further.
    pub(super) fn of_start(text: &str) -> Self {
        Self::within(text, true)
    }

    fn within(text: &str, stops: bool) -> Self {
        let bytes = text.as_bytes();
        let mut shape = Self::default();
        // The kinds of the characters since the last space.
        let mut run = 0;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let (kind, width) = match ASCII.get(byte as usize) {
                Some(&kind) => (kind, 1),
                None => kind_at(text, at),
            };
            at += width;
            if kind != SPACE {
                run |= kind | INSIDE;
                continue;
            }
            shape.end_run(run);
            shape.kinds |= SPACE;
            run = 0;
            if stops && shape.runs > MOST_WORDS && shape.words > HEADLINE_WORDS {
                return shape;
            }
        }
        shape.end_run(run);
        shape
    }

    #[inline]
    fn end_run(&mut self, run: u8) {
        self.kinds |= run;
        self.runs += usize::from(run & INSIDE != 0);
        self.words += usize::from(run & ALPHANUMERIC != 0);
    }

    pub(super) const fn has_space(self) -> bool {
        self.kinds & SPACE != 0
    }

    pub(super) const fn has_letter(self) -> bool {
        self.kinds & ALPHABETIC != 0
    }

    pub(super) const fn has_figure(self) -> bool {
        self.kinds & NUMERIC != 0
    }

    /// Whether any of the [`SEPARATORS`] stands in it.
    pub(super) const fn has_separator(self) -> bool {
        self.kinds & SEPARATOR != 0
    }
}

/// The kinds of the character at `at`, and its width.
#[inline(never)]
fn kind_at(text: &str, at: usize) -> (u8, usize) {
    let Some(c) = text[at..].chars().next() else {
        return (0, 1);
    };
    let kind = if c.is_whitespace() {
        SPACE
    } else {
        let mut kind = 0;
        for (holds, bit) in [
            (c.is_alphanumeric(), ALPHANUMERIC),
            (c.is_alphabetic(), ALPHABETIC),
            (c.is_numeric(), NUMERIC),
            (SEPARATORS.contains(&c), SEPARATOR),
        ] {
            if holds {
                kind |= bit;
            }
        }
        kind
    };
    (kind, c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_pass_tells_what_many_would(text in "[ a-z0-9\\n|/•\u{A0}\u{2003}’é½«»·.,-]{0,90}|\\PC{0,40}") {
            let shape = Shape::of(&text);
            let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            prop_assert_eq!(shape.words, words);
            prop_assert_eq!(shape.runs, text.split_whitespace().count());
            prop_assert_eq!(shape.has_space(), text.contains(char::is_whitespace));
            prop_assert_eq!(shape.has_letter(), text.contains(char::is_alphabetic));
            prop_assert_eq!(shape.has_figure(), text.contains(char::is_numeric));
            prop_assert_eq!(shape.has_separator(), text.contains(SEPARATORS));
        }
    }

    #[test]
    fn a_long_text_is_not_read_to_its_end() {
        let long = "word ".repeat(500);
        assert_eq!(Shape::of_start(&long).words, MOST_WORDS + 1);
        assert_eq!(Shape::of(&long).words, 500);
    }
}
