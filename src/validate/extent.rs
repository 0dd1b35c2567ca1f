//! Which characters of a text a list of spans covers, white space not counted, as sorted intervals.

/// Code points as Python counts them, and what each is worth.
#[derive(Debug)]
pub(super) struct Ruler<'t> {
    text: &'t str,
    /// For each code point and the end: characters other than white space before it.
    solid: Vec<u32>,
    /// For each code point and the end: its byte.
    bytes: Vec<u32>,
}

impl<'t> Ruler<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut solid = Vec::with_capacity(text.len() + 1);
        let mut bytes = Vec::with_capacity(text.len() + 1);
        let mut count = 0;
        for (byte, c) in text.char_indices() {
            solid.push(count);
            bytes.push(byte as u32);
            count += u32::from(!is_space(c));
        }
        solid.push(count);
        bytes.push(text.len() as u32);
        Self { text, solid, bytes }
    }

    /// Code points of the text.
    pub(super) fn len(&self) -> u32 {
        self.bytes.len() as u32 - 1
    }

    /// Characters of the text other than white space.
    pub(super) fn solid(&self) -> u32 {
        self.solid[self.bytes.len() - 1]
    }

    /// The text between two code points.
    pub(super) fn slice(&self, [start, end]: [u32; 2]) -> &'t str {
        let at = |offset: u32| self.bytes[offset.min(self.len()) as usize] as usize;
        self.text.get(at(start)..at(end)).unwrap_or_default()
    }

    /// What the spans cover.
    pub(super) fn extent(&self, spans: &[[u32; 2]]) -> Extent {
        let at = |offset: u32| self.solid[offset.min(self.len()) as usize];
        Extent::of(
            spans
                .iter()
                .map(|&[start, end]| [at(start), at(end)])
                .collect(),
        )
    }
}

/// White space as Python's `isspace` has it: Unicode's, and the four separators of ASCII.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// Sorted intervals that neither touch nor overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Extent(Vec<[u32; 2]>);

impl Extent {
    fn of(mut ranges: Vec<[u32; 2]>) -> Self {
        ranges.retain(|&[start, end]| start < end);
        ranges.sort_unstable();
        let mut merged: Vec<[u32; 2]> = Vec::with_capacity(ranges.len());
        for [start, end] in ranges {
            match merged.last_mut() {
                Some(last) if start <= last[1] => last[1] = last[1].max(end),
                _ => merged.push([start, end]),
            }
        }
        Self(merged)
    }

    /// What any of the extents covers.
    pub(super) fn union<'e>(extents: impl IntoIterator<Item = &'e Self>) -> Self {
        Self::of(
            extents
                .into_iter()
                .flat_map(|extent| extent.0.iter().copied())
                .collect(),
        )
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Characters covered.
    pub(super) fn len(&self) -> u32 {
        self.0.iter().map(|[start, end]| end - start).sum()
    }

    /// Characters covered by both.
    pub(super) fn shared(&self, other: &Self) -> u32 {
        let (mut mine, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        let mut shared = 0;
        while let ([[a, b], rest @ ..], [[c, d], others @ ..]) = (mine, theirs) {
            shared += b.min(d).saturating_sub(*a.max(c));
            if b < d {
                mine = rest;
            } else {
                theirs = others;
            }
        }
        shared
    }

    pub(super) fn touches(&self, other: &Self) -> bool {
        self.shared(other) > 0
    }

    /// Whether all of it lies in `other`.
    pub(super) fn within(&self, other: &Self) -> bool {
        !self.is_empty() && self.shared(other) == self.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn set(text: &str, spans: &[[u32; 2]]) -> BTreeSet<u32> {
        let solid: Vec<bool> = text.chars().map(|c| !is_space(c)).collect();
        spans
            .iter()
            .flat_map(|&[start, end]| start..end.min(solid.len() as u32))
            .filter(|&at| solid[at as usize])
            .collect()
    }

    fn spans() -> impl Strategy<Value = Vec<[u32; 2]>> {
        proptest::collection::vec(
            (0..40_u32, 0..12_u32).prop_map(|(start, n)| [start, start + n]),
            0..6,
        )
    }

    proptest! {
        #[test]
        fn intervals_count_as_sets_do(text in "[a ü\\n\u{1c}]{0,40}", a in spans(), b in spans()) {
            let ruler = Ruler::new(&text);
            let (x, y) = (ruler.extent(&a), ruler.extent(&b));
            let (s, t) = (set(&text, &a), set(&text, &b));
            prop_assert_eq!(x.len() as usize, s.len());
            prop_assert_eq!(x.shared(&y) as usize, s.intersection(&t).count());
            prop_assert_eq!(Extent::union([&x, &y]).len() as usize, s.union(&t).count());
            prop_assert_eq!(x.within(&y), !s.is_empty() && s.is_subset(&t));
        }
    }
}
