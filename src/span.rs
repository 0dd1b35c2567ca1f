//! Places in a text: bytes inside the crate, Unicode code points outside it.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes, `[start, end)`, that begins and ends at character boundaries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    #[inline]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The text that the span covers.
    ///
    /// # Panics
    /// When the span is not one of `text`.
    #[inline]
    pub fn slice(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Length in bytes.
    #[inline]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing is covered.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two spans share a byte.
    #[inline]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    #[inline]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Turns byte offsets of one text into Unicode code points, which is what Python and annotation tools count.
#[derive(Debug, Clone)]
pub struct CodePoints {
    /// Code points before each 64-byte block; empty for ASCII text, where the two counts agree.
    blocks: Vec<u32>,
}

const BLOCK: usize = 64;

impl CodePoints {
    /// Indexes `text`.
    #[inline]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { blocks: Vec::new() };
        }
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(BLOCK) {
            blocks.push(count);
            count += chunk.iter().filter(|&&b| !is_continuation(b)).count() as u32;
        }
        Self { blocks }
    }

    /// The number of code points before byte `offset` of `text`, the text given to [`CodePoints::new`].
    #[inline]
    pub fn at(&self, text: &str, offset: u32) -> u32 {
        let Some(&before) = self.blocks.get(offset as usize / BLOCK) else {
            return if self.blocks.is_empty() {
                offset
            } else {
                text.chars().count() as u32
            };
        };
        let from = offset as usize / BLOCK * BLOCK;
        let rest = &text.as_bytes()[from..offset as usize];
        before + rest.iter().filter(|&&b| !is_continuation(b)).count() as u32
    }

    /// The span in code points, as `[start, end]`.
    #[inline]
    pub fn span(&self, text: &str, span: Span) -> [u32; 2] {
        [self.at(text, span.start), self.at(text, span.end)]
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn code_points_agree_with_chars(text in "\\PC{0,200}") {
            let map = CodePoints::new(&text);
            for (chars, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(map.at(&text, byte as u32), chars as u32);
            }
            prop_assert_eq!(map.at(&text, text.len() as u32), text.chars().count() as u32);
        }
    }
}
