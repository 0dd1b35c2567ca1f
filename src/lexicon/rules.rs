//! Decides whether a match counts, in the order of measures §8.3: name, fixed phrase, part of speech, neighbours, distancing, negation.

use super::Lexicon;
use super::category::{Category, Family};
use super::class::WordClass;
use super::context::Surroundings;
use super::decision::{Log, Outcome, Step};
use super::entry::{Case, Entry};
use super::facts::Facts;
use super::matching::TermStatus;
use super::proper::Capitals;
use super::speech;
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// How many words to the left a negation reaches.
const NEGATION: usize = 4;
/// How many words to the left a distancing word reaches.
const DISTANCE: usize = 3;
/// How many words may stand between a court's verb and the charge.
const CHARGE: usize = 3;

/// The rules, for one document.
pub(super) struct Judge<'j> {
    lexicon: &'j Lexicon,
    document: &'j Document<'j>,
    facts: &'j Facts,
    capitals: Capitals<'j>,
}

impl<'j> Judge<'j> {
    pub(super) fn new(lexicon: &'j Lexicon, document: &'j Document<'j>, facts: &'j Facts) -> Self {
        Self {
            lexicon,
            document,
            facts,
            capitals: Capitals::new(document, facts),
        }
    }

    /// The status of a match of `entry`.
    pub(super) fn decide(
        &self,
        entry: &Entry,
        tokens: &Range<usize>,
        sentence: usize,
        log: &mut Log,
    ) -> TermStatus {
        let around = Surroundings {
            document: self.document,
            facts: self.facts,
            sentence: self.document.sentences[sentence].tokens.clone(),
        };
        if !self.case(entry, tokens, sentence, log) {
            return TermStatus::Suppressed;
        }
        let name = if entry.name_ok {
            None
        } else {
            self.capitals.name_around(tokens, sentence)
        };
        if name.is_none() {
            log.note(Step::Name, Outcome::Kept, || {
                (if entry.name_ok {
                    "the entry counts inside names"
                } else {
                    "no name around it"
                })
                .to_owned()
            });
        }
        if !self.fixed_phrases(entry, tokens, &around, log)
            || !Self::part_of_speech(entry, tokens, &around, log)
            || !self.neighbours(entry, tokens, &around, log)
        {
            return TermStatus::Suppressed;
        }
        if let Some(name) = name {
            log.note(Step::Name, Outcome::Changed, || {
                format!("part of the name {}", self.quoted(&name))
            });
            return TermStatus::InName;
        }
        if entry.category.family() == Family::Framing {
            self.attitude(entry, tokens, &around, log)
        } else {
            TermStatus::Plain
        }
    }

    fn quoted(&self, tokens: &Range<usize>) -> String {
        format!(
            "\u{201C}{}\u{201D}",
            self.document
                .span_of(tokens.clone())
                .slice(self.document.text)
        )
    }

    fn case(&self, entry: &Entry, tokens: &Range<usize>, sentence: usize, log: &mut Log) -> bool {
        let capital = self.document.tokens[tokens.start].capital;
        let holds = match entry.case {
            Case::Any => return true,
            Case::Upper => capital,
            Case::Lower => {
                !capital
                    || self.capitals.opens(tokens.start, sentence)
                    || self.capitals.mean_nothing(sentence)
            }
        };
        log.note(
            Step::Case,
            if holds {
                Outcome::Kept
            } else {
                Outcome::Cancelled
            },
            || {
                format!(
                    "the entry wants {} and finds {}",
                    entry.case,
                    self.quoted(tokens)
                )
            },
        );
        holds
    }

    fn fixed_phrases(
        &self,
        entry: &Entry,
        tokens: &Range<usize>,
        around: &Surroundings<'_>,
        log: &mut Log,
    ) -> bool {
        let context = entry.context();
        let cancelling = [
            (
                Step::NotBefore,
                &context.not_before,
                context.not_before.after(around, tokens),
            ),
            (
                Step::NotAfter,
                &context.not_after,
                context.not_after.before(around, tokens),
            ),
            (
                Step::NotIn,
                &context.not_in,
                context.not_in.covering(around, tokens),
            ),
        ];
        for (step, list, found) in cancelling {
            if let Some(found) = found {
                log.note(step, Outcome::Cancelled, || {
                    format!("{} stands there", self.quoted(&found))
                });
                return false;
            }
            if !list.is_empty() {
                log.note(step, Outcome::Kept, || {
                    "none of its words stand there".to_owned()
                });
            }
        }
        let required = [
            (
                Step::Before,
                &context.before,
                context.before.after(around, tokens),
            ),
            (
                Step::After,
                &context.after,
                context.after.before(around, tokens),
            ),
        ];
        for (step, list, found) in required {
            if list.is_empty() {
                continue;
            }
            let Some(found) = found else {
                log.note(step, Outcome::Cancelled, || {
                    "none of its words stand there".to_owned()
                });
                return false;
            };
            log.note(step, Outcome::Kept, || {
                format!("{} stands there", self.quoted(&found))
            });
        }
        true
    }

    fn part_of_speech(
        entry: &Entry,
        tokens: &Range<usize>,
        around: &Surroundings<'_>,
        log: &mut Log,
    ) -> bool {
        let Some(pos) = entry.pos.filter(|_| entry.require_pos || log.wanted()) else {
            return true;
        };
        let agrees = speech::agrees(pos, around, tokens);
        let outcome = if agrees || !entry.require_pos {
            Outcome::Kept
        } else {
            Outcome::Cancelled
        };
        log.note(Step::Pos, outcome, || {
            let binding = if entry.require_pos {
                "and the entry requires it"
            } else {
                "which the entry does not require"
            };
            format!(
                "local tests {} with {pos}, {binding}",
                if agrees { "agree" } else { "do not agree" }
            )
        });
        agrees || !entry.require_pos
    }

    fn neighbours(
        &self,
        entry: &Entry,
        tokens: &Range<usize>,
        around: &Surroundings<'_>,
        log: &mut Log,
    ) -> bool {
        let context = entry.context();
        if !context.requires_near.is_empty() {
            let Some(found) = context.requires_near.near(around, tokens) else {
                log.note(Step::RequiresNear, Outcome::Cancelled, || {
                    "none of its words are within six words".to_owned()
                });
                return false;
            };
            log.note(Step::RequiresNear, Outcome::Kept, || {
                format!("{} is near", self.quoted(&found))
            });
        }
        if let Some(found) = context.not_near.near(around, tokens) {
            log.note(Step::NotNear, Outcome::Cancelled, || {
                format!("{} is near", self.quoted(&found))
            });
            return false;
        }
        if !context.not_near.is_empty() {
            log.note(Step::NotNear, Outcome::Kept, || {
                "none of its words are within six words".to_owned()
            });
        }
        true
    }

    fn attitude(
        &self,
        entry: &Entry,
        tokens: &Range<usize>,
        around: &Surroundings<'_>,
        log: &mut Log,
    ) -> TermStatus {
        let charged = matches!(
            entry.category,
            Category::LegalMoral
                | Category::ViolenceAct
                | Category::Intent
                | Category::GroupLabel
                | Category::FearThreat
                | Category::Sensational
        );
        let found = if charged {
            self.phrase_left(self.lexicon.known.court, tokens, around, CHARGE)
        } else {
            None
        };
        if let Some(found) = found {
            log.note(Step::Institutional, Outcome::Changed, || {
                format!("after {}", self.quoted(&found))
            });
            return TermStatus::Institutional;
        }
        if let Some(found) = self.distanced(tokens, around) {
            log.note(Step::Distancing, Outcome::Changed, || {
                format!("after {}", self.quoted(&found))
            });
            return TermStatus::Distanced;
        }
        log.note(Step::Distancing, Outcome::Kept, || {
            "nothing holds it at arm's length".to_owned()
        });
        if let Some(found) = self.negated(tokens, around) {
            log.note(Step::Negation, Outcome::Changed, || {
                format!("after {}", self.quoted(&found))
            });
            return TermStatus::Negated;
        }
        log.note(Step::Negation, Outcome::Kept, || {
            "no negation reaches it".to_owned()
        });
        TermStatus::Plain
    }

    /// Calls `test` with each of the `reach` words to the left, nearest first, as far as the clause goes.
    fn leftwards(
        &self,
        tokens: &Range<usize>,
        around: &Surroundings<'_>,
        reach: usize,
        mut test: impl FnMut(usize) -> Option<Range<usize>>,
    ) -> Option<Range<usize>> {
        let mut index = tokens.start;
        for _ in 0..reach {
            index = around.word_before(index)?;
            if let Some(found) = test(index) {
                return Some(found);
            }
            if self.facts.has(self.document, index, WordClass::ClauseMark) {
                return None;
            }
        }
        None
    }

    /// A phrase of `class` that ends at most `between` words before the match.
    fn phrase_left(
        &self,
        class: Option<u32>,
        tokens: &Range<usize>,
        around: &Surroundings<'_>,
        between: usize,
    ) -> Option<Range<usize>> {
        const LONGEST: usize = 4;
        let class = class?;
        let mut index = tokens.start;
        for _ in 0..between + LONGEST {
            index = around.word_before(index)?;
            let ends =
                self.lexicon
                    .phrase_end(class, self.document, self.facts, index, tokens.start);
            if let Some(end) = ends {
                let words = self.document.words_in(end..tokens.start) as usize;
                return (words <= between).then_some(index..end);
            }
        }
        None
    }

    fn distanced(&self, tokens: &Range<usize>, around: &Surroundings<'_>) -> Option<Range<usize>> {
        let word = self.leftwards(tokens, around, DISTANCE, |index| {
            self.facts
                .has(self.document, index, WordClass::DistancingWord)
                .then_some(index..index + 1)
        });
        word.or_else(|| {
            self.phrase_left(self.lexicon.known.distancing, tokens, around, DISTANCE - 1)
        })
    }

    fn negated(&self, tokens: &Range<usize>, around: &Surroundings<'_>) -> Option<Range<usize>> {
        self.leftwards(tokens, around, NEGATION, |index| {
            let classes = self.facts.classes(self.document, index);
            let next = around.word_from(index + 1)?;
            let negates = if classes.has(WordClass::Negation) {
                !self
                    .facts
                    .has(self.document, next, WordClass::NegationFocus)
            } else {
                classes.has(WordClass::NegatingVerb) && self.document.folded(next).ends_with("ing")
            };
            (negates && self.document.tokens[index].kind == TokenKind::Word)
                .then_some(index..index + 1)
        })
    }
}
