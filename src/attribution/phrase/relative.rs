//! Clauses inside a noun phrase: relative and reduced ones.

use crate::attribution::{Scene, Tag};
use crate::text::{TokenIndex, TokenKind};

impl Scene<'_> {
    pub(crate) fn has_finite(&self, from: TokenIndex, to: TokenIndex) -> bool {
        (from..to.min(self.tags.len())).any(|at| {
            self.tags[at].is_finite()
                && !(self.tags[at] == Tag::VerbEd && self.reduced_relative(at, from, to))
        })
    }

    /// Whether a verb stands in a relative clause that opens to its left without a mark between.
    pub(super) fn inside_relative(&self, low: TokenIndex, at: TokenIndex) -> bool {
        const REACH: usize = 14;
        let mut k = at;
        while k > low && at - k < REACH {
            k -= 1;
            match self.tags[k] {
                Tag::Relative => return k > low && self.tags[k - 1].is_head(),
                Tag::That => {
                    return k > low && self.tags[k - 1].is_head() && !self.is_report_left(k);
                }
                Tag::Mark | Tag::Subordinator | Tag::Interrogative => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether the word before `at` is a verb of saying, so that a "that" here opens its content.
    pub(super) fn is_report_left(&self, at: TokenIndex) -> bool {
        at > 0
            && (self.tags[at - 1].is_verb()
                || self
                    .cues
                    .of_kind(self.lexicon, at - 1, crate::lexicon::CueKind::Noun)
                    .next()
                    .is_some())
    }

    /// "officials briefed on the matter": a participle after a noun that takes no object.
    pub(crate) fn reduced_relative(
        &self,
        at: TokenIndex,
        low: TokenIndex,
        end: TokenIndex,
    ) -> bool {
        if at <= low
            || !matches!(
                self.tags[at - 1],
                Tag::Noun
                    | Tag::Name
                    | Tag::Indefinite
                    | Tag::ObjectPronoun
                    | Tag::Mark
                    | Tag::Adverb
            )
            || self.word(at) == "said"
        {
            return false;
        }
        if self.tags[at - 1] == Tag::Mark && self.kind(at - 1) != TokenKind::Comma {
            return false;
        }
        if at + 1 == end
            && matches!(
                self.word(at - 1),
                "those" | "people" | "voters" | "residents" | "everyone" | "anyone"
            )
        {
            return true; // "those surveyed say"
        }
        let Some(&next) = self.tags.get(at + 1).filter(|_| at + 1 < end) else {
            return false;
        };
        let noun = matches!(self.tags[at - 1], Tag::Noun | Tag::Indefinite);
        match next {
            Tag::Preposition => noun || matches!(self.word(at + 1), "by"),
            Tag::To => {
                noun && !matches!(
                    self.word(at),
                    "wanted"
                        | "tried"
                        | "refused"
                        | "decided"
                        | "continued"
                        | "hoped"
                        | "planned"
                        | "agreed"
                        | "declined"
                )
            }
            Tag::Adverb | Tag::Time => noun,
            _ => false,
        }
    }
}
