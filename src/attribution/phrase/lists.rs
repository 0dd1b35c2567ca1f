//! Commas and conjunctions that join noun phrases to a list.

use crate::attribution::{Scene, Tag};
use crate::text::{TokenIndex, TokenKind};

impl Scene<'_> {
    /// A comma of a list "A, B and C", with the coordinator to its right and nothing finite between.
    pub(super) fn list_comma(&self, low: TokenIndex, comma: TokenIndex, end: TokenIndex) -> bool {
        if comma <= low || !matches!(self.tags[comma - 1], Tag::Name | Tag::Noun) {
            return false;
        }
        let right = comma + 1..end;
        let coordinated = right
            .clone()
            .any(|at| self.tags[at] == Tag::Coordinator && matches!(self.word(at), "and" | "or"));
        if !coordinated || self.has_finite(right.start, right.end) {
            return false;
        }
        // What precedes the comma must not be an introductory phrase.
        let mut at = comma;
        while at > low
            && matches!(
                self.tags[at - 1],
                Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Number
            )
        {
            at -= 1;
        }
        (at == low || self.tags[at - 1] == Tag::Mark || self.tags[at - 1] == Tag::Coordinator)
            && self.tags[right.start] != Tag::Determiner
            || self.tags[comma - 1] == Tag::Name && self.tags[right.start] == Tag::Name
    }

    /// Whether the coordinator at `at` joins two noun phrases rather than two clauses.
    pub(super) fn joins(&self, low: TokenIndex, at: TokenIndex) -> bool {
        if at <= low
            || !self.tags[at - 1].is_head()
                && !matches!(self.tags[at - 1], Tag::Adjective)
                && self.kind(at - 1) != TokenKind::Comma
        {
            return false;
        }
        // Left of the coordinator, up to the clause's opening, there must be no finite verb.
        let mut k = at;
        while k > low {
            k -= 1;
            match self.tags[k] {
                Tag::Mark
                    if matches!(
                        self.kind(k),
                        TokenKind::Comma
                            | TokenKind::Dash
                            | TokenKind::Colon
                            | TokenKind::Semicolon
                            | TokenKind::CloseQuote
                    ) =>
                {
                    break;
                }
                Tag::Subordinator | Tag::Interrogative | Tag::Relative | Tag::That => break,
                Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::VerbS | Tag::VerbBase => {
                    return false;
                }
                Tag::VerbEd if !self.reduced_relative(k, low, at) => return false,
                Tag::VerbIng | Tag::To => return false,
                _ => {}
            }
        }
        true
    }
}
