//! Words and marks (measures §1.2), cut in one pass over the bytes.
//!
//! A *word* is a number (`1,592`, `3.5`, `20%`), a dotted abbreviation (`U.S.`) or letters and digits with inner apostrophes
//! and hyphens. Everything else that is not white space is a mark. ASCII takes a table; other letters take Unicode's classes, and runs
//! of scripts that do not put spaces between words take the word boundaries of UAX #29.

use super::fold::fold_word;
use super::vocabulary::{Vocabulary, WordId};
use crate::span::Span;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits, apostrophes and hyphens.
    Word,
    /// A number in figures.
    Number,
    /// `.`
    Period,
    /// `?` or `!`
    Terminator,
    /// `…` or `...`
    Ellipsis,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `—`, `–`, `--` or a hyphen between spaces.
    Dash,
    /// `(` or `[`
    Open,
    /// `)` or `]`
    Close,
    /// A quotation mark that opens a [`super::Quotation`].
    OpenQuote,
    /// A quotation mark that closes one.
    CloseQuote,
    /// A mark that looks like a quotation mark and is none: an apostrophe, inches, a stray.
    Quote,
    /// Any other mark.
    Other,
}

/// One word or mark.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Its spelling.
    pub word: WordId,
    /// The outermost quotation segment that holds it, counted from 1; 0 outside quotations.
    pub quote: u32,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space, or the start of the zone, precedes it.
    pub space_before: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether it has two letters or more and all are capitals.
    pub all_caps: bool,
}

impl Token {
    /// Its place in the text.
    #[inline]
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// Whether it counts as a word.
    #[inline]
    pub const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// Whether it lies inside a quotation (the marks included).
    #[inline]
    pub const fn is_quoted(&self) -> bool {
        self.quote != 0
    }
}

/// The words of a phrase, folded: how lexicon entries are cut, by the same rules as the text.
pub fn cut_words(phrase: &str) -> Vec<String> {
    let mut cutter = Cutter {
        text: phrase,
        at: 0,
        end: phrase.len(),
        ascii: true,
    };
    let mut words = Vec::new();
    while let Some((start, end, kind)) = cutter.next_token() {
        if matches!(kind, TokenKind::Word | TokenKind::Number) {
            words.push(fold_word(&phrase[start..end]).into_owned());
        }
    }
    words
}

/// Cuts the bytes of `zone` and appends the tokens. Sentences and quotations are found afterwards.
pub(super) fn cut<'a>(
    text: &'a str,
    zone: Span,
    tokens: &mut Vec<Token>,
    vocabulary: &mut Vocabulary<'a>,
) {
    let mut cutter = Cutter {
        text,
        at: zone.start as usize,
        end: zone.end as usize,
        ascii: true,
    };
    let mut previous = usize::MAX;
    while let Some((start, end, kind)) = cutter.next_token() {
        let space_before = previous != start;
        push(
            text,
            Span::new(start as u32, end as u32),
            kind,
            space_before,
            tokens,
            vocabulary,
        );
        previous = end;
    }
}

#[inline]
fn push<'a>(
    text: &'a str,
    span: Span,
    kind: TokenKind,
    space_before: bool,
    tokens: &mut Vec<Token>,
    vocabulary: &mut Vocabulary<'a>,
) {
    let slot = vocabulary.intern(span.slice(text));
    tokens.push(Token {
        start: span.start,
        end: span.end,
        word: slot.word(),
        quote: 0,
        kind,
        space_before,
        capital: slot.capital(),
        all_caps: slot.all_caps(),
    });
}

/// Splits hyphens that stood for a dash with its spaces lost: `the Group-co-chaired by two states-was formed`. `is_tail` knows the
/// words whose presence after a hyphen gives it away. Looks at the tokens from `first` on; returns the places of the hyphens.
pub(super) fn repair_dashes<'a>(
    text: &'a str,
    first: usize,
    tokens: &mut Vec<Token>,
    vocabulary: &mut Vocabulary<'a>,
    is_tail: impl Fn(&str) -> bool,
) -> Vec<Span> {
    let mut cuts: Vec<(usize, u32)> = Vec::new();
    let mut candidate: Option<(usize, u32)> = None;
    for (index, token) in tokens.iter().enumerate().skip(first) {
        if matches!(token.kind, TokenKind::Period | TokenKind::Terminator) {
            candidate = None;
        }
        if token.kind != TokenKind::Word || !token.capital || !vocabulary.has_hyphen(token.word) {
            continue;
        }
        let word = token.span().slice(text);
        let Some(last) = word.rfind('-') else {
            continue;
        };
        if is_tail(&fold_word(&word[last + 1..])) {
            cuts.extend(candidate.take());
            cuts.push((index, token.start + last as u32));
        } else if let Some(first) = word.find('-')
            && word[first + 1..].starts_with(char::is_lowercase)
        {
            candidate = Some((index, token.start + first as u32));
        }
    }
    let Some(&(from, _)) = cuts.first() else {
        return Vec::new();
    };
    let tail = tokens.split_off(from);
    let mut next = 0;
    for (index, whole) in tail.into_iter().enumerate() {
        let Some(&(_, hyphen)) = cuts.get(next).filter(|cut| cut.0 == from + index) else {
            tokens.push(whole);
            continue;
        };
        next += 1;
        let mut part = |from: u32, to: u32, kind: TokenKind, space_before: bool| {
            push(
                text,
                Span::new(from, to),
                kind,
                space_before,
                tokens,
                vocabulary,
            );
        };
        part(whole.start, hyphen, TokenKind::Word, whole.space_before);
        part(hyphen, hyphen + 1, TokenKind::Dash, false);
        part(hyphen + 1, whole.end, TokenKind::Word, false);
    }
    cuts.into_iter()
        .map(|(_, hyphen)| Span::new(hyphen, hyphen + 1))
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    Mark,
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut table = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        table[byte] = if b >= 0x80 {
            Class::Wide
        } else if b.is_ascii_alphabetic() {
            Class::Letter
        } else if b.is_ascii_digit() {
            Class::Digit
        } else if b.is_ascii_whitespace() || b < 0x20 || b == 0x7F {
            Class::Space
        } else {
            Class::Mark
        };
        byte += 1;
    }
    table
};

/// Whether a byte is an ASCII letter or digit.
const IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(CLASSES[byte], Class::Letter | Class::Digit);
        byte += 1;
    }
    table
};

/// The longest run taken as one word: hostile input has words of megabytes.
const LONGEST: usize = 1 << 16;
/// How far the first word of a run without spaces is looked for.
const WORD_AHEAD: usize = 48;

struct Cutter<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// Whether the ASCII table may be used; the property test turns it off.
    ascii: bool,
}

impl Cutter<'_> {
    fn next_token(&mut self) -> Option<(usize, usize, TokenKind)> {
        loop {
            if self.at >= self.end {
                return None;
            }
            let start = self.at;
            match self.class(start) {
                (Class::Space, width) => self.at += width,
                (Class::Letter, _) => {
                    self.at = self.word_end(start);
                    return Some((start, self.at, TokenKind::Word));
                }
                (Class::Digit, _) => {
                    let (end, kind) = self.number_end(start);
                    self.at = end;
                    return Some((start, end, kind));
                }
                (_, width) => {
                    let (end, kind) = self.mark(start, width);
                    self.at = end;
                    return Some((start, end, kind));
                }
            }
        }
    }

    /// The class of the character at `at`, and its width in bytes.
    #[inline]
    fn class(&self, at: usize) -> (Class, usize) {
        if at >= self.end {
            return (Class::Space, 1);
        }
        let byte = self.text.as_bytes()[at];
        if self.ascii {
            let class = CLASSES[byte as usize];
            if class != Class::Wide {
                return (class, 1);
            }
        }
        self.wide_class(at)
    }

    #[inline(never)]
    fn wide_class(&self, at: usize) -> (Class, usize) {
        let c = self.text[at..].chars().next().unwrap_or(' ');
        (class_of(c), c.len_utf8())
    }

    /// The first byte from `at` on that is no ASCII letter or digit, or the one at which a run is too long.
    #[inline]
    fn ascii_end(&self, at: usize) -> usize {
        if !self.ascii {
            return at;
        }
        let limit = self.end.min(at + LONGEST + 1);
        let bytes = self.text.as_bytes().get(at..limit).unwrap_or_default();
        let length = bytes.iter().position(|&byte| !IN_WORD[byte as usize]);
        at + length.unwrap_or(bytes.len())
    }

    /// The end of the run of letters, digits and marks on letters that starts at `at`.
    #[inline]
    fn run_end(&self, from: usize) -> usize {
        let at = self.ascii_end(from);
        // An ASCII mark or space ends the run; so does its length.
        if self.ascii && (at - from > LONGEST || at >= self.end || self.text.as_bytes()[at] < 0x80)
        {
            return at;
        }
        self.wide_run_end(from, at)
    }

    /// The same, from a character at `at` on that may be beyond ASCII.
    #[inline(never)]
    fn wide_run_end(&self, from: usize, mut at: usize) -> usize {
        let mut scripts_without_spaces = false;
        while let (Class::Letter | Class::Digit, width) = self.class(at) {
            scripts_without_spaces |= width == 3
                && self.text[at..].starts_with(|c: char| c >= '\u{E00}' && !is_combining_mark(c));
            at += width;
            // Only the first word of a run without spaces is wanted; the next token looks again.
            if at - from
                > if scripts_without_spaces {
                    WORD_AHEAD
                } else {
                    LONGEST
                }
            {
                break;
            }
        }
        if scripts_without_spaces
            && let Some(first) = self.text[from..at].split_word_bounds().next()
        {
            return from + first.len();
        }
        at
    }

    fn word_end(&self, start: usize) -> usize {
        let mut at = self.run_end(start);
        // Most words end before a space or a comma.
        if self.ascii
            && let Some(&byte) = self.text.as_bytes()[..self.end].get(at)
            && !matches!(byte, b'.' | b'\'' | b'-' | 0x80..)
        {
            return at;
        }
        if let Some(end) = self.dotted_end(start, at) {
            return end;
        }
        while at - start < LONGEST {
            let Some(width) = self.joiner(at) else { break };
            if !matches!(self.class(at + width).0, Class::Letter | Class::Digit) {
                break;
            }
            at = self.run_end(at + width);
        }
        at
    }

    /// The width of an apostrophe or hyphen at `at`.
    fn joiner(&self, at: usize) -> Option<usize> {
        if at >= self.end {
            return None;
        }
        match self.text.as_bytes()[at] {
            b'\'' | b'-' => Some(1),
            0xE2 => match self.text[at..].chars().next() {
                Some('\u{2019}' | '\u{2010}' | '\u{2011}') => Some(3),
                _ => None,
            },
            _ => None,
        }
    }

    /// The end of a dotted abbreviation: groups of one or two letters, each with its period, two groups at least.
    fn dotted_end(&self, start: usize, first: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let short = |from: usize, to: usize| {
            to - from <= 2 && to > from && bytes[from..to].iter().all(u8::is_ascii_alphabetic)
        };
        if !short(start, first)
            || first + 1 >= self.end
            || bytes[first] != b'.'
            || !bytes[first + 1].is_ascii_alphabetic()
        {
            return None;
        }
        let (mut at, mut single) = (first, first - start == 1);
        while at + 1 < self.end && bytes[at] == b'.' && bytes[at + 1].is_ascii_alphabetic() {
            let end = self.run_end(at + 1);
            if !short(at + 1, end) {
                return None;
            }
            single |= end - at - 1 == 1;
            at = end;
        }
        let closed = at < self.end && bytes[at] == b'.';
        single.then_some(if closed { at + 1 } else { at })
    }

    fn number_end(&self, start: usize) -> (usize, TokenKind) {
        let bytes = self.text.as_bytes();
        let digits = |mut at: usize| {
            while at < self.end && bytes[at].is_ascii_digit() {
                at += 1;
            }
            at
        };
        let mut at = digits(start);
        while at < self.end
            && bytes[at] == b','
            && digits(at + 1) == at + 4
            && !matches!(self.class(at + 4).0, Class::Letter)
        {
            at += 4;
        }
        if at + 1 < self.end && bytes[at] == b'.' && bytes[at + 1].is_ascii_digit() {
            at = digits(at + 1);
        }
        if at < self.end && bytes[at] == b'%' {
            return (at + 1, TokenKind::Number);
        }
        let joined = self
            .joiner(at)
            .is_some_and(|width| matches!(self.class(at + width).0, Class::Letter | Class::Digit));
        if at == start || matches!(self.class(at).0, Class::Letter | Class::Digit) || joined {
            return (
                self.word_end(start.max(at))
                    .max(at + usize::from(at == start)),
                TokenKind::Word,
            );
        }
        (at, TokenKind::Number)
    }

    fn mark(&self, start: usize, width: usize) -> (usize, TokenKind) {
        if self.ascii
            && let Some(kind) = plain_mark(self.text.as_bytes()[start])
        {
            return (start + 1, kind);
        }
        let rest = &self.text[start..self.end];
        let two = |mark: &str| rest.starts_with(mark);
        let Some(c) = rest.chars().next() else {
            return (start + width, TokenKind::Other);
        };
        let kind = match c {
            '.' if two("...") => return (start + 3, TokenKind::Ellipsis),
            '.' => TokenKind::Period,
            '?' | '!' | '\u{203D}' => TokenKind::Terminator,
            '\u{2026}' => TokenKind::Ellipsis,
            ',' => TokenKind::Comma,
            ':' => TokenKind::Colon,
            ';' => TokenKind::Semicolon,
            '-' if two("---") => return (start + 3, TokenKind::Dash),
            '-' if two("--") => return (start + 2, TokenKind::Dash),
            '-' => TokenKind::Dash,
            '\u{2013}'..='\u{2015}' | '\u{2212}' => TokenKind::Dash,
            '(' | '[' | '{' => TokenKind::Open,
            ')' | ']' | '}' => TokenKind::Close,
            '`' if two("``") => return (start + 2, TokenKind::Quote),
            // "…'We will go,'''": a single mark closes before the double one does.
            '\'' if two("'''")
                && start > 0
                && !self.text.as_bytes()[start - 1].is_ascii_whitespace() =>
            {
                TokenKind::Quote
            }
            '\'' if two("''") => return (start + 2, TokenKind::Quote),
            '"'
            | '\''
            | '`'
            | '\u{2018}'..='\u{201F}'
            | '\u{AB}'
            | '\u{BB}'
            | '\u{2039}'
            | '\u{203A}'
            | '\u{300C}'
            | '\u{300D}' => TokenKind::Quote,
            _ => TokenKind::Other,
        };
        (start + c.len_utf8(), kind)
    }
}

/// The kind of a mark of one byte that begins no longer one.
#[inline]
const fn plain_mark(byte: u8) -> Option<TokenKind> {
    Some(match byte {
        b',' => TokenKind::Comma,
        b'"' => TokenKind::Quote,
        b'?' | b'!' => TokenKind::Terminator,
        b':' => TokenKind::Colon,
        b';' => TokenKind::Semicolon,
        b'(' | b'[' | b'{' => TokenKind::Open,
        b')' | b']' | b'}' => TokenKind::Close,
        _ => return None,
    })
}

fn class_of(c: char) -> Class {
    if c.is_ascii() {
        return CLASSES[c as usize];
    }
    match c {
        '\u{A0}'
        | '\u{FEFF}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => Class::Space,
        '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' => Class::Letter,
        '\u{2010}'..='\u{2027}' => Class::Mark,
        c if c.is_whitespace() || c.is_control() => Class::Space,
        c if c.is_alphanumeric() || is_combining_mark(c) => Class::Letter,
        _ => Class::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut_with(text: &str, ascii: bool) -> Vec<(usize, usize, TokenKind)> {
        let mut cutter = Cutter {
            text,
            at: 0,
            end: text.len(),
            ascii,
        };
        std::iter::from_fn(|| cutter.next_token()).collect()
    }

    #[test]
    fn words_are_those_of_the_measures_page() {
        let words = |text| cut_words(text);
        assert_eq!(
            words("1,592 houses, 3.5 or 20%"),
            ["1,592", "houses", "3.5", "or", "20%"]
        );
        assert_eq!(words("October 15,2020"), ["october", "15", "2020"]);
        assert_eq!(
            words("the U.S. and the cease-fire"),
            ["the", "u.s.", "and", "the", "cease-fire"]
        );
        assert_eq!(
            words("Ardania\u{2019}s self-defense"),
            ["ardania's", "self-defense"]
        );
        assert_eq!(
            words("a 6-year-old in the 1990s, 27th"),
            ["a", "6-year-old", "in", "the", "1990s", "27th"]
        );
        assert_eq!(words("rock 'n' roll"), ["rock", "n", "roll"]);
        assert_eq!(words("end.Next"), ["end", "next"]);
        assert_eq!(words("1,5920 and 2016-17"), ["1", "5920", "and", "2016-17"]);
        assert_eq!(
            words("word--word and this—that"),
            ["word", "word", "and", "this", "that"]
        );
    }

    proptest! {
        #[test]
        fn the_table_agrees_with_unicode(text in "[ -~\\n]{0,120}") {
            prop_assert_eq!(cut_with(&text, true), cut_with(&text, false));
        }

        #[test]
        fn tokens_are_in_order_and_slice(text in "\\PC{0,120}") {
            let mut last = 0;
            for (start, end, _) in cut_with(&text, true) {
                prop_assert!(start >= last && end > start && text.is_char_boundary(start) && text.is_char_boundary(end));
                last = end;
            }
        }
    }
}
