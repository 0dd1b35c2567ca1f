//! The verb group round a cue and the subject that it takes over from a clause before it.

mod adjuncts;
mod opening;

use crate::attribution::phrase::Found;
use crate::attribution::{Confidence, Scene, Tag};
use crate::lexicon::VerbForm;
use crate::text::{TokenIndex, TokenKind};

/// A verb with its auxiliaries.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    /// First token of the auxiliaries.
    pub(crate) start: TokenIndex,
    /// `be` stands before a participle.
    pub(crate) passive: bool,
    /// Follows `to` without a governing verb that shares its subject.
    pub(crate) infinitive: bool,
    /// An infinitive that shares its subject with the verb before it: `wants to say`.
    pub(crate) chained: bool,
    /// A present participle without `be`.
    pub(crate) participle: bool,
    /// `not`, `never`, `declined to`.
    pub(crate) negated: bool,
    /// `may`, `will`, `would`.
    pub(crate) conditional: bool,
}

impl Scene<'_> {
    /// The group of the verb at `head`, not reaching before `low`.
    pub(crate) fn group(&self, low: TokenIndex, head: TokenIndex, form: VerbForm) -> Group {
        let mut group = Group {
            start: head,
            passive: false,
            infinitive: false,
            chained: false,
            participle: false,
            negated: false,
            conditional: false,
        };
        let mut seen_be = false;
        let mut at = head;
        while at > low {
            let k = at - 1;
            match self.tags[k] {
                Tag::Adverb => {}
                // "has previously said"
                Tag::Time
                    if k > low && matches!(self.tags[k - 1], Tag::Have | Tag::Be | Tag::Modal) => {}
                Tag::Negation => group.negated = true,
                Tag::Be => seen_be = true,
                Tag::Have => {}
                Tag::Do => group.negated |= self.word(k).ends_with("n't"),
                Tag::Modal => {
                    group.conditional |= matches!(
                        self.word(k),
                        "may"
                            | "might"
                            | "could"
                            | "would"
                            | "should"
                            | "will"
                            | "can"
                            | "must"
                            | "shall"
                    );
                }
                Tag::To => {
                    let Some(governor) = self.governor(low, k) else {
                        group.infinitive = true;
                        break;
                    };
                    at = governor;
                    group.chained = true;
                    group.negated |= matches!(
                        self.word(governor),
                        "declined" | "refused" | "failed" | "declines" | "refuses"
                    );
                    continue;
                }
                Tag::Pronoun if self.contracted(k) => {
                    seen_be |= self.word(k).ends_with("'s")
                        || self.word(k).ends_with("'re")
                        || self.word(k).ends_with("'m");
                    break;
                }
                // "was, he said": a comma within the group hides an insertion; stop there.
                _ => break,
            }
            at = k;
        }
        group.start = at;
        let past = matches!(
            form,
            VerbForm::Past | VerbForm::Participle | VerbForm::PastOrParticiple
        );
        group.passive = past && seen_be;
        group.participle = form == VerbForm::Ing && !seen_be;
        group
    }

    fn contracted(&self, at: TokenIndex) -> bool {
        self.word(at).contains('\'')
    }

    /// The verb or adjective before `to` that shares its subject with the infinitive: "went on to say", "is likely to ask".
    fn governor(&self, low: TokenIndex, to: TokenIndex) -> Option<TokenIndex> {
        let k = to.checked_sub(1).filter(|&k| k >= low)?;
        match self.tags[k] {
            Tag::VerbEd | Tag::VerbS | Tag::VerbBase => Some(k),
            Tag::VerbIng if k > low && matches!(self.tags[k - 1], Tag::Be | Tag::Adverb) => Some(k),
            Tag::Be | Tag::Have => Some(k),
            Tag::Adjective
                if k > low && matches!(self.tags[k - 1], Tag::Be | Tag::Adverb | Tag::Negation) =>
            {
                Some(k)
            }
            Tag::Preposition | Tag::Adverb
                if k > low
                    && matches!(self.word(k), "on" | "forward" | "ahead" | "out")
                    && self.tags[k - 1].is_verb() =>
            {
                Some(k - 1)
            }
            _ => None,
        }
    }

    /// Where the clause that holds `at` begins: after the last mark or conjunction that opens one.
    pub(crate) fn sentence_low(&self, sentence: usize) -> TokenIndex {
        let range = &self.document.sentences[sentence].tokens;
        let mut low = range.start;
        // Bullets and dashes at the start say nothing.
        while low < range.end && matches!(self.kind(low), TokenKind::Dash | TokenKind::Other) {
            low += 1;
        }
        low
    }

    /// The subject of the first main clause of a stretch.
    pub(crate) fn first_subject(&self, low: TokenIndex, high: TokenIndex) -> Option<Found> {
        let mut at = low;
        let mut dependent = matches!(
            self.tags.get(low),
            Some(Tag::Subordinator | Tag::Interrogative)
        );
        while at < high {
            if self.quoted(at) {
                at += 1;
                continue;
            }
            let tag = self.tags[at];
            if dependent && self.kind(at) == TokenKind::Comma {
                dependent = false;
            } else if !dependent && tag.is_finite() && !(tag == Tag::VerbBase && at == low) {
                let start = self.group_start(low, at);
                if let Some((range, confidence)) = self.left_phrase(low, start)
                    && !(tag == Tag::VerbEd && self.is_reduced(at, low, high))
                {
                    return Some((
                        range,
                        if confidence == Confidence::Pronoun {
                            confidence
                        } else {
                            Confidence::Inherited
                        },
                    ));
                }
                if start == low {
                    return None;
                }
            }
            at += 1;
        }
        None
    }

    /// The subject of the finite verb nearest to the left of `end`: what a coordinated or participial verb takes over.
    pub(crate) fn nearest_subject(&self, low: TokenIndex, end: TokenIndex) -> Option<Found> {
        self.nearest_subject_of(low, end, None)
    }

    /// The same, of a verb in a given form only.
    pub(crate) fn nearest_subject_of(
        &self,
        low: TokenIndex,
        end: TokenIndex,
        form: Option<Tag>,
    ) -> Option<Found> {
        let mut at = end;
        while at > low {
            at -= 1;
            if self.quoted(at) {
                continue;
            }
            let tag = self.tags[at];
            if form.is_some_and(|form| tag.is_verb() && tag != form) {
                continue;
            }
            if tag.is_finite() && !(tag == Tag::VerbEd && self.is_reduced(at, low, end)) {
                let start = self.group_start(low, at);
                if start > low && self.tags[start - 1] == Tag::Coordinator {
                    at = start - 1;
                    continue;
                }
                if let Some((range, confidence)) = self.left_phrase(low, start) {
                    // A relative or a "that" is no subject to take over.
                    if range.len() == 1
                        && matches!(self.tags[range.start], Tag::Relative | Tag::That)
                        && range.start > low
                    {
                        at = range.start;
                        continue;
                    }
                    return Some((
                        range,
                        if confidence == Confidence::Pronoun {
                            confidence
                        } else {
                            Confidence::Inherited
                        },
                    ));
                }
                at = start;
            }
        }
        None
    }

    fn is_reduced(&self, at: TokenIndex, low: TokenIndex, high: TokenIndex) -> bool {
        at > low
            && matches!(self.tags[at - 1], Tag::Noun | Tag::Name)
            && at + 1 < high
            && self.word(at + 1) == "by"
    }

    fn group_start(&self, low: TokenIndex, head: TokenIndex) -> TokenIndex {
        let mut at = head;
        while at > low && self.tags[at - 1].is_auxiliary() {
            at -= 1;
        }
        at
    }
}
