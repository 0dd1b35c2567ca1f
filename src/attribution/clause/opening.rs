//! Whether a clause opens at a token.

use crate::attribution::{Scene, Tag};
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    /// Whether a stretch holds a clause: a nominal with a finite verb after it, before any mark.
    pub(in crate::attribution) fn opens_clause(&self, start: TokenIndex, high: TokenIndex) -> bool {
        const REACH: usize = 26;
        let mut nominal = false;
        // Verbs of relative clauses inside the subject, still to come.
        let mut described = 0_u32;
        let mut at = start;
        while at < high && at - start < REACH {
            let tag = self.tags[at];
            if self.kind(at) == TokenKind::OpenQuote {
                return nominal;
            }
            match tag {
                Tag::Mark => match self.kind(at) {
                    TokenKind::Comma
                    | TokenKind::Dash
                    | TokenKind::Open
                    | TokenKind::Close
                    | TokenKind::Period => {
                        if !nominal {
                            return false;
                        }
                        if self.kind(at) == TokenKind::Comma || self.kind(at) == TokenKind::Dash {
                            if at + 1 < high
                                && self.tags[at + 1].is_finite()
                                && self.kind(at) == TokenKind::Comma
                            {
                                return true;
                            }
                            // An apposition may stand between subject and verb.
                            let mate = (at + 1..high.min(at + 16))
                                .find(|&k| self.kind(k) == self.kind(at));
                            return mate.is_some_and(|mate| {
                                mate + 1 < high
                                    && (self.tags[mate + 1].is_finite()
                                        || self.tags[mate + 1] == Tag::Adverb)
                            });
                        }
                    }
                    TokenKind::Other | TokenKind::Quote | TokenKind::CloseQuote => {}
                    _ => return false,
                },
                Tag::Relative if nominal => described += 1,
                Tag::That if nominal && self.tag(at + 1, &(start..high)).is_finite() => {
                    described += 1;
                }
                Tag::Subordinator | Tag::Interrogative if nominal => return false,
                Tag::To if nominal && (self.tag(at + 1, &(start..high)).is_nominal()) => {}
                Tag::To
                    if nominal
                        && self.tag(at + 1, &(start..high)).is_verb()
                        && matches!(self.tags[at - 1], Tag::Noun) =>
                {
                    at += 1;
                }
                Tag::To | Tag::That if nominal => return false,
                Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::VerbS if described > 0 => {
                    // One verb group belongs to the relative clause.
                    described -= 1;
                    while at + 1 < high
                        && (self.tags[at + 1].is_auxiliary()
                            || self.tags[at + 1].is_verb()
                            || self.tags[at + 1] == Tag::To)
                    {
                        at += 1;
                    }
                }
                Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::VerbS => return nominal,
                Tag::VerbEd | Tag::VerbBase if described > 0 => {
                    described -= 1;
                    while at + 1 < high
                        && (self.tags[at + 1].is_auxiliary()
                            || self.tags[at + 1].is_verb()
                            || self.tags[at + 1] == Tag::To)
                    {
                        at += 1;
                    }
                }
                Tag::VerbEd | Tag::VerbBase
                    if nominal && !(tag == Tag::VerbEd && self.is_reduced(at, start, high)) =>
                {
                    return true;
                }
                Tag::Pronoun => {
                    nominal = true;
                    if self.contracted(at) {
                        return true;
                    }
                }
                tag if tag.is_nominal() => nominal = true,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// The tokens of a sentence without its final mark.
    pub(in crate::attribution) fn without_final(&self, range: &Range<TokenIndex>) -> TokenIndex {
        let mut end = range.end;
        while end > range.start
            && matches!(
                self.kind(end - 1),
                TokenKind::Period | TokenKind::Terminator | TokenKind::Ellipsis
            )
        {
            end -= 1;
        }
        end
    }
}
