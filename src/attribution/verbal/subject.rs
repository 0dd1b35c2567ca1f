//! Whose words they are: the subject of an active cue.

use super::{Complement, Site};
use crate::attribution::phrase::Found;
use crate::attribution::{Attribution, Confidence, Scene, Tag};
use crate::lexicon::Level;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

impl Scene<'_> {
    /// "a gap that experts say renders": the relative pronoun belongs to what is said.
    pub(super) fn is_extracted(&self, site: &Site<'_>, source: &Range<TokenIndex>) -> bool {
        let after = site.found.tokens.end;
        source.start > site.low
            && matches!(
                self.tags[source.start - 1],
                Tag::Relative | Tag::That | Tag::Interrogative
            )
            && after < site.high
            && self.tags[after].is_finite()
    }

    pub(super) fn is_relative_source(&self, source: &Range<TokenIndex>) -> bool {
        source.len() == 1 && matches!(self.tags[source.start], Tag::Relative | Tag::That)
    }

    /// The subject of an active cue.
    pub(super) fn subject(
        &self,
        site: &Site<'_>,
        complement: Complement,
        earlier: &[Attribution],
    ) -> Option<Found> {
        let (low, start) = (site.low, site.group.start);
        if site.group.infinitive {
            let strong = matches!(complement, Complement::Quote(_))
                || matches!(complement, Complement::Clause(at) if self.tags[at] == Tag::That || site.cue.level == Level::Report && site.cue.inverts);
            return if strong {
                self.speaker_so_far(site, earlier, None)
                    .or_else(|| self.nearest_subject(low, start))
                    .filter(|(range, _)| self.word(range.start) != "it")
            } else {
                None
            };
        }
        if start == low {
            return if site.group.participle {
                self.subject_of_next_clause(site)
            } else {
                None
            };
        }
        let mut before = start - 1;
        if site.group.participle {
            return self.subject_of_participle(site, before, earlier);
        }
        // "but on Tuesday wrote that"
        if let Some(coordinator) = self.coordinator_before_time(low, before) {
            before = coordinator;
        }
        let coordinated = self.tags[before] == Tag::Coordinator;
        if coordinated || self.kind(before) == TokenKind::Comma {
            // "Orr criticised the plan, called it weak and left": a list of verbs.
            if !coordinated && let Some(found) = self.left_phrase(low, start) {
                return Some(found);
            }
            let end = if coordinated && before > low && self.kind(before - 1) == TokenKind::Comma {
                before - 1
            } else {
                before
            };
            let tag = self.tags[start];
            return self
                .speaker_so_far(site, earlier, Some(tag))
                .or_else(|| self.nearest_subject_of(low, end, tag.is_verb().then_some(tag)))
                .or_else(|| self.nearest_subject(low, end));
        }
        self.left_phrase(low, start)
            .filter(|(range, _)| self.may_be_source(range))
    }

    /// The coordinator before a time that stands before a verb.
    fn coordinator_before_time(&self, low: TokenIndex, last: TokenIndex) -> Option<TokenIndex> {
        if self.tags[last] != Tag::Time {
            return None;
        }
        let mut at = last;
        while at > low && matches!(self.tags[at], Tag::Time | Tag::Preposition | Tag::Number) {
            at -= 1;
        }
        (self.tags[at] == Tag::Coordinator && at > low).then_some(at)
    }

    pub(super) fn subject_of_participle(
        &self,
        site: &Site<'_>,
        before: TokenIndex,
        earlier: &[Attribution],
    ) -> Option<Found> {
        let low = site.low;
        let taken_over = || {
            self.speaker_so_far(site, earlier, None)
                .or_else(|| self.first_subject(low, before))
                .or_else(|| self.nearest_subject(low, before))
        };
        match (self.tags[before], self.kind(before)) {
            (_, TokenKind::Comma | TokenKind::Dash | TokenKind::CloseQuote) => {
                if before <= low {
                    self.subject_of_next_clause(site)
                } else {
                    taken_over().or_else(|| {
                        self.plain_left(low, before)
                            .map(|range| (range, Confidence::Exact))
                    })
                }
            }
            (Tag::Subordinator | Tag::Preposition | Tag::Coordinator, _) => {
                taken_over().or_else(|| self.subject_of_next_clause(site))
            }
            (tag, _) if tag.is_head() || tag == Tag::Number => {
                let (range, confidence) = self.left_phrase(low, site.group.start)?;
                // "She released a statement saying": she says it.
                let document = range.start > low
                    && self.tags[range.start] == Tag::Determiner
                    && matches!(self.word(range.start), "a" | "an")
                    && self.tags[range.start - 1].is_verb()
                    && site.cue.level == Level::Report;
                if document && let Some(found) = self.nearest_subject(low, range.start) {
                    return Some(found);
                }
                Some((range, confidence))
            }
            _ => taken_over(),
        }
    }

    /// Whoever speaks already in this sentence, on the outermost level; with `form`, only where the verbs have the same form.
    pub(super) fn speaker_so_far(
        &self,
        site: &Site<'_>,
        earlier: &[Attribution],
        form: Option<Tag>,
    ) -> Option<Found> {
        let speaks = |attribution: &&Attribution| {
            let Some(cue) = attribution.cue.tokens.first() else {
                return false;
            };
            cue.start < site.head
                && attribution.cue.id.is_some()
                && !attribution.source.is_empty()
                && form.is_none_or(|form| self.tags[cue.start] == form || !form.is_verb())
                && !earlier
                    .iter()
                    .any(|outer| outer.content.iter().any(|range| range.contains(&cue.start)))
        };
        let last = earlier.iter().rfind(speaks)?;
        // The speaker of a clause that ended long ago is not the subject: only one whose content runs up to here.
        let ends = last.content.iter().chain(&last.cue.tokens);
        let end = ends.map(|range| range.end).max()?;
        let gap = (end..site.group.start).any(|at| self.tags[at].is_finite() && !self.quoted(at));
        if gap {
            return None;
        }
        let source = last.source.first()?.clone();
        let confidence = if self.tags[source.start] == Tag::Pronoun {
            Confidence::Pronoun
        } else {
            Confidence::Inherited
        };
        Some((source, confidence))
    }

    pub(super) fn may_be_source(&self, range: &Range<TokenIndex>) -> bool {
        range
            .clone()
            .any(|at| !matches!(self.tags[at], Tag::Time | Tag::Mark | Tag::Adverb))
            && !matches!(self.word(range.start), "there" | "here")
    }

    /// "Calling the vote a sham, Orr left": the subject stands after the comma.
    pub(super) fn subject_of_next_clause(&self, site: &Site<'_>) -> Option<Found> {
        let comma = (site.found.tokens.end..site.high)
            .find(|&at| self.kind(at) == TokenKind::Comma && !self.quoted(at))?;
        self.first_subject(comma + 1, site.high)
    }
}
