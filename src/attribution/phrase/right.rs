//! The noun phrase right of a cue, and the venues that are none.

use super::{APPOSITION, LONGEST};
use crate::attribution::{Scene, Tag};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    /// The noun phrase that begins at `start`, up to `high`, for a source right of its cue; appositions are taken along.
    pub(crate) fn right_phrase(
        &self,
        start: TokenIndex,
        high: TokenIndex,
    ) -> Option<Range<TokenIndex>> {
        let mut at = start;
        while at < high && matches!(self.tags[at], Tag::Adverb | Tag::Time) {
            at += 1;
        }
        let first = at;
        if at >= high {
            return None;
        }
        if matches!(self.tags[at], Tag::Pronoun) {
            return Some(at..at + 1);
        }
        let mut head = false;
        while at < high && at - first < LONGEST {
            match self.tags[at] {
                Tag::Mark => match self.kind(at) {
                    TokenKind::Other => {}
                    TokenKind::Period if at > first && self.abbreviates(at) && at + 1 < high => {}
                    TokenKind::OpenQuote | TokenKind::CloseQuote if self.short_quote(at) => {}
                    TokenKind::Open if self.bracket_inside(first, at, at + 1) => {}
                    TokenKind::Close => {}
                    TokenKind::Quote => {}
                    TokenKind::Comma if self.right_list_comma(at, high) => {}
                    _ => break,
                },
                Tag::Time if head => break,
                Tag::Preposition
                    if !head
                        || matches!(
                            self.word(at),
                            "of" | "for"
                                | "at"
                                | "from"
                                | "with"
                                | "in"
                                | "like"
                                | "within"
                                | "behind"
                                | "on"
                                | "by"
                        ) && !self.is_venue_phrase(at, high) => {}
                Tag::Preposition
                | Tag::Subordinator
                | Tag::That
                | Tag::Interrogative
                | Tag::Modal
                | Tag::Do
                | Tag::Be
                | Tag::Have
                | Tag::VerbS
                | Tag::VerbBase
                | Tag::To
                | Tag::Negation => break,
                Tag::Relative => {
                    // "a farmer who saw it": to the next mark.
                    while at < high && self.tags[at] != Tag::Mark {
                        at += 1;
                    }
                    break;
                }
                Tag::Pronoun => break,
                Tag::Coordinator
                    if matches!(self.word(at), "and" | "or" | "&")
                        && at + 1 < high
                        && self.tags[at + 1].is_nominal()
                        && self.tags[at + 1] != Tag::Pronoun => {}
                Tag::Coordinator => break,
                Tag::VerbEd if head && !self.reduced_relative(at, first, high) => break,
                Tag::VerbIng if head => break,
                Tag::Adverb if head => break,
                tag => head |= tag.is_head(),
            }
            at += 1;
        }
        while at > first
            && (self.tags[at - 1] == Tag::Mark
                && !matches!(
                    self.kind(at - 1),
                    TokenKind::Close | TokenKind::CloseQuote | TokenKind::Period | TokenKind::Other
                )
                || matches!(
                    self.tags[at - 1],
                    Tag::Preposition | Tag::Coordinator | Tag::Adverb
                ))
        {
            at -= 1;
        }
        head.then_some(first..at).filter(|range| !range.is_empty())
    }

    pub(super) fn right_list_comma(&self, comma: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 9;
        if comma + 1 >= high
            || !matches!(self.tags[comma + 1], Tag::Name)
            || self.tags[comma - 1] != Tag::Name
        {
            return false;
        }
        (comma + 1..high.min(comma + REACH))
            .take_while(|&at| !self.tags[at].is_finite())
            .any(|at| self.word(at) == "and" && at + 1 < high && self.tags[at + 1] == Tag::Name)
    }

    /// Extends a phrase over ", a farmer from Pell" to the mark that ends it.
    pub(crate) fn with_apposition(
        &self,
        range: Range<TokenIndex>,
        high: TokenIndex,
    ) -> Range<TokenIndex> {
        let comma = range.end;
        if comma + 1 >= high || self.kind(comma) != TokenKind::Comma {
            return range;
        }
        let first = comma + 1;
        let opens = match self.tags[first] {
            Tag::Determiner
            | Tag::Noun
            | Tag::Adjective
            | Tag::Number
            | Tag::Relative
            | Tag::Possessive => true,
            Tag::Name => !self.has(first, WordClass::Time),
            _ => false,
        };
        if !opens {
            return range;
        }
        let mut at = first;
        while at < high {
            match self.kind(at) {
                TokenKind::Comma
                | TokenKind::Dash
                | TokenKind::Semicolon
                | TokenKind::OpenQuote
                | TokenKind::Colon => break,
                TokenKind::Period if at + 1 >= high || !self.abbreviates(at) => break,
                TokenKind::Terminator => break,
                _ => {}
            }
            if self.tags[at] == Tag::Subordinator && self.subject_then_verb(at + 1, high) {
                break;
            }
            at += 1;
        }
        let inside = first..at;
        let relative = self.tags[first] == Tag::Relative;
        if at - first > APPOSITION || !relative && self.is_clause(&inside) || inside.is_empty() {
            return range;
        }
        let extended = range.start..at;
        // "Orr, 45, a farmer"
        if at < high && self.kind(at) == TokenKind::Comma && at - first <= 1 {
            self.with_apposition(extended, high)
        } else {
            extended
        }
    }

    /// "in an interview", "on Twitter", "at a rally": where something was said.
    pub(in crate::attribution) fn is_venue_phrase(
        &self,
        preposition: TokenIndex,
        high: TokenIndex,
    ) -> bool {
        const REACH: usize = 6;
        if !matches!(
            self.word(preposition),
            "in" | "on"
                | "at"
                | "during"
                | "to"
                | "via"
                | "through"
                | "from"
                | "after"
                | "with"
                | "by"
                | "before"
        ) {
            return false;
        }
        for at in preposition + 1..high.min(preposition + REACH) {
            if self.has(at, WordClass::Venue)
                || self.has(at, WordClass::Time)
                || self.has(at, WordClass::Addressee)
            {
                return true;
            }
            if !matches!(
                self.tags[at],
                Tag::Determiner
                    | Tag::Adjective
                    | Tag::Noun
                    | Tag::Name
                    | Tag::Possessive
                    | Tag::Number
                    | Tag::Adverb
            ) {
                return false;
            }
        }
        false
    }
}
