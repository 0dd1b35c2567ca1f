//! Appositions and insertions between a subject and its verb.

use super::{APPOSITION, INSERTIONS};
use crate::attribution::phrase::Found;
use crate::attribution::{Confidence, Scene, Tag};
use crate::lexicon::WordClass;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    /// "Orr, who lost her farm in Pell, Ardania, in July, said": a subject that opens the sentence, with nothing but
    /// descriptions up to the cue.
    pub(super) fn fronted(&self, low: TokenIndex, close: TokenIndex) -> Option<Found> {
        if close - low > INSERTIONS {
            return None;
        }
        let mut start = low;
        while start < close
            && (matches!(self.tags[start], Tag::Coordinator | Tag::Adverb)
                || self.kind(start) == TokenKind::Comma)
        {
            start += 1;
        }
        let first =
            (start..close).find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))?;
        if !self.tags[start].is_nominal()
            || (start..first).any(|at| {
                self.tags[at].is_finite()
                    || matches!(self.tags[at], Tag::That | Tag::Relative | Tag::Subordinator)
            })
        {
            return None;
        }
        let mut begin = first + 1;
        let mut relative = false;
        for at in first + 1..=close {
            if self.kind(at) != TokenKind::Comma && at != close {
                continue;
            }
            let part = begin..at;
            if !part.is_empty() {
                let opens_relative = self.tags[begin] == Tag::Relative
                    || begin + 1 < at && self.tags[begin + 1] == Tag::Relative;
                if !opens_relative
                    && part.clone().any(|k| {
                        self.tags[k] == Tag::Pronoun
                            || self.tags[k].is_finite()
                                && !(self.tags[k] == Tag::VerbEd
                                    && (k == begin || self.reduced_relative(k, begin, at)))
                                && !self.inside_relative(begin, k)
                    })
                {
                    return None;
                }
                relative |= opens_relative;
            }
            begin = at + 1;
        }
        let range = self
            .plain_left(low, first)
            .filter(|range| range.start == start)?;
        let inside = first + 1..close;
        if inside.is_empty()
            || !inside.clone().any(|at| self.kind(at) == TokenKind::Comma) && !relative
        {
            return None;
        }
        let end = if self.belongs(&inside) {
            close
        } else {
            range.end
        };
        Some((range.start..end, Confidence::Apposition))
    }

    /// Walks back over an apposition or insertion that ends with the mark at `close`.
    pub(super) fn before_apposition(&self, low: TokenIndex, close: TokenIndex) -> Option<Found> {
        let close_kind = self.kind(close);
        let reach = close.saturating_sub(APPOSITION).max(low);
        let mut mate = close;
        let mut depth = 0_u32;
        loop {
            if mate <= reach {
                return None;
            }
            mate -= 1;
            match (close_kind, self.kind(mate)) {
                (TokenKind::Close, TokenKind::Open) => break,
                (TokenKind::Dash, TokenKind::Dash) => break,
                (_, TokenKind::Close) => depth += 1,
                (_, TokenKind::Open) if depth > 0 => depth -= 1,
                (TokenKind::Comma, TokenKind::Comma)
                    if depth == 0 && !self.in_list(mate, close) =>
                {
                    break;
                }
                (_, TokenKind::Semicolon | TokenKind::Colon | TokenKind::Terminator) => {
                    return None;
                }
                _ => {}
            }
        }
        if mate <= low {
            return None;
        }
        let inside = mate + 1..close;
        if inside.is_empty() {
            return None;
        }
        // An insertion with its own subject and verb is no apposition: ", he told reporters,".
        if self.is_clause(&inside) {
            return None;
        }
        let (before, confidence) = match self.kind(mate - 1) {
            TokenKind::Comma | TokenKind::Dash | TokenKind::Close if mate - 1 > low => {
                self.before_apposition(low, mate - 1)?
            }
            _ => (self.plain_left(low, mate)?, Confidence::Apposition),
        };
        // "Jones, 45, a farmer, said": the name stands before the age.
        if let Some(comma) = before
            .start
            .checked_sub(1)
            .filter(|&c| c > low && self.kind(c) == TokenKind::Comma)
            && matches!(
                self.tags[before.start],
                Tag::Number | Tag::Determiner | Tag::Noun | Tag::Adjective
            )
            && let Some(name) = self.plain_left(low, comma)
            && self.tags[name.end - 1] == Tag::Name
        {
            return Some((
                name.start..if self.belongs(&inside) { close } else { mate },
                Confidence::Apposition,
            ));
        }
        let end = if self.belongs(&inside) {
            if close_kind == TokenKind::Close {
                close + 1
            } else {
                close
            }
        } else {
            before.end
        };
        Some((before.start..end, confidence))
    }

    /// Whether an insertion describes the noun before it, against one that says when or how.
    pub(super) fn belongs(&self, inside: &Range<TokenIndex>) -> bool {
        let first = self.tags[inside.start];
        let word = self.word(inside.start);
        match first {
            Tag::Subordinator | Tag::Preposition if word == "as" => {
                inside.len() > 2 && self.word(inside.start + 1) == "well"
            }
            Tag::Adverb
            | Tag::Subordinator
            | Tag::Time
            | Tag::Negation
            | Tag::Interrogative
            | Tag::To
            | Tag::VerbEd => false,
            Tag::VerbIng => word == "including",
            Tag::Preposition => matches!(
                word,
                "of" | "from" | "like" | "with" | "such" | "including" | "along" | "besides"
            ),
            Tag::Coordinator => inside.len() <= 12,

            _ => !matches!(
                word,
                "however"
                    | "meanwhile"
                    | "too"
                    | "though"
                    | "instead"
                    | "for"
                    | "in"
                    | "on"
                    | "at"
                    | "by"
                    | "during"
                    | "asked"
            ),
        }
    }

    /// Whether a comma belongs to a list that ends before `close`: "France, Russia, and the US,".
    pub(super) fn in_list(&self, comma: TokenIndex, close: TokenIndex) -> bool {
        comma + 1 < close && self.tags[comma + 1] == Tag::Coordinator && comma + 8 > close
    }

    /// Whether a stretch between commas has its own subject and finite verb.
    pub(in crate::attribution) fn is_clause(&self, inside: &Range<TokenIndex>) -> bool {
        let first = self.tags[inside.start];
        if first == Tag::Pronoun {
            return true;
        }
        if matches!(
            first,
            Tag::Relative
                | Tag::Subordinator
                | Tag::Interrogative
                | Tag::Preposition
                | Tag::Coordinator
                | Tag::That
        ) {
            return false;
        }
        let mut subject = false;
        for at in inside.clone() {
            match self.tags[at] {
                Tag::Relative | Tag::Subordinator | Tag::That => return false,
                Tag::Be | Tag::Have | Tag::Modal | Tag::VerbS | Tag::Do if subject => return true,
                Tag::VerbEd
                    if subject
                        && (self.word(at) == "said"
                            || first == Tag::Name
                                && self.tag(at + 1, inside).is_nominal()
                                && !self.has(at, WordClass::Naming)) =>
                {
                    return true;
                }
                Tag::Pronoun => subject = true,
                Tag::Name | Tag::Noun => subject = true,
                _ => {}
            }
        }
        false
    }
}
