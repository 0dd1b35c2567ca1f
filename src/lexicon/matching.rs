//! Finds terms: the leftmost, longest forms of each family, each with its status.

use super::Lexicon;
use super::category::Family;
use super::class::WordClass;
use super::compile::term_of;
use super::decision::{Decision, Log, Outcome, Step};
use super::entry::EntryId;
use super::facts::{Facts, Kind};
use super::names::named;
use super::rules::Judge;
use super::walk::{Found, Walk};
use crate::span::Span;
use crate::text::Document;
use std::ops::Range;

named! {
    /// Whether a match is a plain use of the term (measures §2.4).
    pub enum TermStatus {
        /// It is.
        Plain = "plain",
        /// It is denied: listed, outside the rates.
        Negated = "negated",
        /// It is held at arm's length: so-called, scare quotes.
        Distanced = "distanced",
        /// It is part of a name.
        InName = "in_name",
        /// Its context cancels it: no match at all, shown only by explain.
        Suppressed = "suppressed",
        /// It is a court's charge or verdict.
        Institutional = "institutional",
    }
}

impl TermStatus {
    /// Whether it counts in the rates of loaded terms.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Plain)
    }
}

/// A term found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermMatch {
    /// Which entry.
    pub entry: EntryId,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// Its sentence, an index into the document's.
    pub sentence: usize,
    /// Whether it is a plain use.
    pub status: TermStatus,
}

impl TermMatch {
    /// A later stage found that scare quotes hold the term: a plain or negated use becomes a distanced one.
    pub fn distance(&mut self) {
        if matches!(self.status, TermStatus::Plain | TermStatus::Negated) {
            self.status = TermStatus::Distanced;
        }
    }
}

/// A match with the trail of its decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The match; its status is [`TermStatus::Suppressed`] where the context cancels it.
    pub term: TermMatch,
    /// The steps that were taken, in order.
    pub decisions: Vec<Decision>,
}

impl Explained {
    /// Another entry matches there and goes first.
    fn overlapped(&mut self) {
        self.term.status = TermStatus::Suppressed;
        let because = "another entry matches there with more words or more weight".to_owned();
        self.decisions.push(Decision {
            step: Step::Overlap,
            outcome: Outcome::Cancelled,
            because,
        });
    }
}

/// Within how many tokens of a sentence the same words of an entry count once. Other words of its family count: they are said on purpose.
const ONCE_WITHIN: usize = 3;

struct Scan<'s> {
    lexicon: &'s Lexicon,
    document: &'s Document<'s>,
    facts: &'s Facts,
    judge: Judge<'s>,
    /// Where the next match of each family may begin.
    free: [usize; 2],
    wanted: bool,
    found: Vec<Explained>,
}

/// All terms of a document in order; with their decisions, and the cancelled ones too, if `wanted`.
pub(super) fn terms(
    lexicon: &Lexicon,
    document: &Document<'_>,
    facts: &Facts,
    wanted: bool,
) -> Vec<Explained> {
    let mut scan = Scan {
        lexicon,
        document,
        facts,
        judge: Judge::new(lexicon, document, facts),
        free: [0; 2],
        wanted,
        found: Vec::new(),
    };
    let mut forms: Vec<Found> = Vec::new();
    for sentence in 0..document.sentences.len() {
        let tokens = document.sentences[sentence].tokens.clone();
        let walk = Walk::new(&lexicon.terms, Kind::Terms, document, facts, tokens.end);
        for index in tokens {
            if !walk.may_start(index) {
                continue;
            }
            walk.at(index, &mut forms);
            if !forms.is_empty() {
                scan.take(sentence, index, &forms);
            }
        }
    }
    scan.found
}

impl Scan<'_> {
    /// Decides among the forms that begin at `index`, the longest first.
    fn take(&mut self, sentence: usize, index: usize, forms: &[Found]) {
        for family in [Family::Framing, Family::Epistemic] {
            let mut taken = self.free[family as usize] > index;
            if taken && !self.wanted {
                continue;
            }
            let mut in_name: Option<Explained> = None;
            for &(end, node) in forms {
                for &payload in self.lexicon.terms.accepts(node) {
                    let (entry, of) = term_of(payload);
                    if of != family {
                        continue;
                    }
                    let mut explained = self.judge_one(entry, index..end, sentence);
                    match explained.term.status {
                        TermStatus::Suppressed if self.wanted => self.found.push(explained),
                        TermStatus::Suppressed => {}
                        _ if taken => {
                            explained.overlapped();
                            self.found.push(explained);
                        }
                        TermStatus::InName => in_name = in_name.or(Some(explained)),
                        _ => {
                            taken = true;
                            self.free[family as usize] = end;
                            self.found.push(explained);
                        }
                    }
                    if taken && !self.wanted {
                        break;
                    }
                }
                if taken && !self.wanted {
                    break;
                }
            }
            if let Some(named) = in_name.filter(|_| !taken) {
                self.free[family as usize] = named.term.tokens.end;
                self.found.push(named);
            }
        }
    }

    fn judge_one(&self, entry: EntryId, tokens: Range<usize>, sentence: usize) -> Explained {
        let mut log = Log::new(self.wanted);
        let status = if self.repeats(entry, &tokens, sentence) {
            log.note(Step::Duplicate, Outcome::Cancelled, || {
                format!("the same words stand within {ONCE_WITHIN} tokens before")
            });
            TermStatus::Suppressed
        } else {
            self.judge
                .decide(self.lexicon.entry(entry), &tokens, sentence, &mut log)
        };
        let span = self.document.span_of(self.essence(entry, &tokens));
        Explained {
            term: TermMatch {
                entry,
                tokens,
                span,
                sentence,
                status,
            },
            decisions: log.into_decisions(),
        }
    }

    /// What of a match is said to be loaded: without the articles that open it, and without the names that fill the gaps of its form.
    fn essence(&self, entry: EntryId, tokens: &Range<usize>) -> Range<usize> {
        let gaps = || self.lexicon.entry(entry).has_name_gap();
        let outside = |index: usize| {
            let token = &self.document.tokens[index];
            !token.is_word()
                || self.facts.has(self.document, index, WordClass::Determiner)
                || (token.capital && gaps())
        };
        let first = tokens.clone().find(|&index| !outside(index));
        first.map_or_else(|| tokens.clone(), |first| first..tokens.end)
    }

    fn repeats(&self, entry: EntryId, tokens: &Range<usize>, sentence: usize) -> bool {
        let near = |found: &&Explained| found.term.tokens.end + ONCE_WITHIN > tokens.start;
        let words = |tokens: &Range<usize>| {
            self.document.tokens[tokens.clone()]
                .iter()
                .map(|token| self.document.vocabulary.folded(token.word))
        };
        self.found.iter().rev().take_while(near).any(|found| {
            let term = &found.term;
            term.entry == entry
                && term.sentence == sentence
                && term.status != TermStatus::Suppressed
                && words(&term.tokens).eq(words(tokens))
        })
    }
}
