//! The subject of a verb: the noun before it, the one before a relative, or the one of the clause that it continues.

use super::{Place, Reader};
use crate::attribution::Tag;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Reader<'_> {
    /// The subject of the verb whose group begins at `start`.
    pub(super) fn subject(
        &self,
        place: &Place<'_>,
        start: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        if start <= place.low {
            return None;
        }
        let before = self.tag(start - 1);
        if before == Tag::Coordinator || self.continues_list(place, start) {
            return self.inherited(place, start);
        }
        if matches!(before, Tag::Relative | Tag::That) {
            return self
                .antecedent(place, start - 1)
                .or_else(|| self.inherited(place, start));
        }
        let found = self.left(place, place.low, start)?;
        if found.len() == 1 && matches!(self.tag(found.start), Tag::Relative | Tag::That) {
            return self.antecedent(place, found.start);
        }
        Some(found)
    }

    /// "attacked, looted and burned": a verb after a comma whose neighbour is a verb too.
    fn continues_list(&self, place: &Place<'_>, start: TokenIndex) -> bool {
        start >= place.low + 2
            && self.scene.kind(start - 1) == TokenKind::Comma
            && self.tag(start - 2) == Tag::VerbEd
    }

    /// The subject of the nearest finite verb to the left.
    pub(super) fn inherited(
        &self,
        place: &Place<'_>,
        end: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        let (mut found, _) = self.scene.nearest_subject(place.low, end)?;
        // "…, officials said, after shooting": what is inserted between commas has a subject of its own.
        if self.inserted(place, &found, end)
            && let Some((outer, _)) = self.scene.nearest_subject(place.low, found.start - 1)
        {
            found = outer;
        }
        if found.len() == 1 && matches!(self.tag(found.start), Tag::Relative | Tag::That) {
            return self.antecedent(place, found.start);
        }
        Some(found)
    }

    /// Whether a subject and its verb stand between two commas.
    fn inserted(&self, place: &Place<'_>, subject: &Range<TokenIndex>, end: TokenIndex) -> bool {
        const SHORT: usize = 5;
        subject.start > place.low + 1
            && self.scene.kind(subject.start - 1) == TokenKind::Comma
            && (subject.end..end.min(subject.end + SHORT))
                .any(|at| self.scene.kind(at) == TokenKind::Comma)
    }

    /// The noun that a relative stands for.
    pub(super) fn antecedent(
        &self,
        place: &Place<'_>,
        relative: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        let mut end = relative;
        while end > place.low
            && matches!(
                self.scene.kind(end - 1),
                TokenKind::Comma | TokenKind::CloseQuote
            )
        {
            end -= 1;
        }
        let mut start = end;
        // Backwards over the nearest noun phrase only; what stands before its preposition is another.
        while start > place.low && end - start < 8 {
            match self.tag(start - 1) {
                Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Indefinite => {}
                Tag::Determiner | Tag::Possessive => {
                    start -= 1;
                    break;
                }
                _ => break,
            }
            start -= 1;
        }
        (start < end && self.tag(end - 1).is_head()).then_some(start..end)
    }
}
