//! Cuts a text wherever a mark begins or ends, so that marks which overlap need not nest.

use super::marks::Mark;
use crate::report::Place;

/// A piece of text under the same marks from its first character to its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    pub(super) start: u32,
    /// Indices of the marks that cover it, in the order of the marks.
    pub(super) marks: Vec<usize>,
}

/// A text that is cut at code points.
pub(super) struct Points<'t> {
    text: &'t str,
    /// Byte of each code point, and of the end.
    starts: Vec<u32>,
}

impl<'t> Points<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let starts = text
            .char_indices()
            .map(|(at, _)| at as u32)
            .chain([text.len() as u32])
            .collect();
        Self { text, starts }
    }

    fn slice(&self, [start, end]: Place) -> &'t str {
        let at = |point: u32| {
            let found = self.starts.get(point as usize).copied();
            found.map_or(self.text.len(), |at| at as usize)
        };
        self.text.get(at(start)..at(end)).unwrap_or_default()
    }
}

/// The marks of a text, sorted by where they begin.
pub(super) struct Sorted {
    pub(super) marks: Vec<Mark>,
    /// How far the marks up to each one reach.
    reach: Vec<u32>,
}

impl Sorted {
    pub(super) fn new(mut marks: Vec<Mark>) -> Self {
        marks.sort_by_key(|mark| (mark.place[0], std::cmp::Reverse(mark.place[1])));
        let mut furthest = 0;
        let reach = marks.iter().map(|mark| {
            furthest = mark.place[1].max(furthest);
            furthest
        });
        let reach = reach.collect();
        Self { marks, reach }
    }
}

/// The pieces of `place`, in order and without a gap.
pub(super) fn pieces<'t>(points: &Points<'t>, place: Place, sorted: &Sorted) -> Vec<Piece<'t>> {
    let [start, end] = place;
    let marks = &sorted.marks;
    let from = sorted.reach.partition_point(|&reach| reach <= start);
    let before = marks.partition_point(|mark| mark.place[0] < end);
    let inside: Vec<usize> = (from..before)
        .filter(|&index| marks[index].place[1] > start)
        .collect();
    let mut cuts: Vec<u32> = inside
        .iter()
        .flat_map(|&index| marks[index].place)
        .filter(|&cut| cut > start && cut < end)
        .collect();
    cuts.extend([start, end]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|cut| {
            let covers = |&index: &usize| {
                let [from, to] = marks[index].place;
                from < cut[1] && to > cut[0]
            };
            Piece {
                text: points.slice([cut[0], cut[1]]),
                start: cut[0],
                marks: inside.iter().copied().filter(covers).collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::marks::Layer;
    use super::*;
    use proptest::prelude::*;

    fn mark(place: Place) -> Mark {
        Mark {
            id: "L1".to_owned(),
            layer: Layer::Loaded,
            class: "loaded",
            place,
            stop: true,
        }
    }

    #[test]
    fn overlapping_marks_are_cut_at_each_boundary() {
        let points = Points::new("éne two three");
        let marks = Sorted::new(vec![mark([4, 13]), mark([0, 7])]);
        let found = pieces(&points, [0, 13], &marks);
        let shown: Vec<(&str, &[usize])> = found
            .iter()
            .map(|piece| (piece.text, piece.marks.as_slice()))
            .collect();
        assert_eq!(
            shown,
            [
                ("éne ", [0].as_slice()),
                ("two", [0, 1].as_slice()),
                (" three", [1].as_slice())
            ]
        );
    }

    proptest! {
        #[test]
        fn pieces_are_the_text_and_know_their_marks(
            text in "\\PC{1,60}",
            places in prop::collection::vec((0u32..70, 1u32..30), 0..8),
        ) {
            let long = text.chars().count() as u32;
            let sorted = Sorted::new(places.iter().map(|&(at, long)| mark([at, at + long])).collect());
            let points = Points::new(&text);
            let found = pieces(&points, [0, long], &sorted);
            let joined: String = found.iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&joined, &text);
            for piece in &found {
                let end = piece.start + piece.text.chars().count() as u32;
                for (index, mark) in sorted.marks.iter().enumerate() {
                    let covers = mark.place[0] <= piece.start && mark.place[1] >= end;
                    prop_assert_eq!(covers, piece.marks.contains(&index));
                }
            }
        }
    }
}
