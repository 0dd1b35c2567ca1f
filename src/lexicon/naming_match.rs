//! Finds which word of a naming set an article uses: in each set the leftmost, longest form.

use super::Lexicon;
use super::decision::Log;
use super::facts::{Facts, Kind};
use super::matching::TermStatus;
use super::naming_set::{NameVariant, NamingSet};
use super::rules::Judge;
use super::walk::{Found, Walk};
use crate::text::Document;
use std::ops::Range;

/// A word of a naming set, found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMatch {
    /// Its set, an index into [`Lexicon::naming_sets`].
    pub set: usize,
    /// The variant, an index into [`Lexicon::name_variants`].
    pub variant: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its sentence, an index into the document's.
    pub sentence: usize,
    /// Whether the author holds it at arm's length: so-called.
    pub distanced: bool,
}

/// The payload of a form of a variant.
pub(super) const fn variant_payload(variant: usize) -> u32 {
    (variant as u32) << 1
}

/// The payload of a topic word of a set.
pub(super) const fn topic_payload(set: usize) -> u32 {
    (set as u32) << 1 | 1
}

impl Lexicon {
    /// All naming sets.
    pub fn naming_sets(&self) -> &[NamingSet] {
        &self.sets
    }

    /// All variants of all naming sets.
    pub fn name_variants(&self) -> &[NameVariant] {
        &self.variants
    }

    /// The words of naming sets in a document, in order. Sets that have topic words count only where one of them stands in the document.
    pub fn names(&self, document: &Document<'_>, facts: &Facts) -> Vec<NameMatch> {
        let mut scan = Scan::new(self, document, facts);
        scan.run();
        let (found, topical) = (scan.found, scan.topical);
        found
            .into_iter()
            .filter(|found| !self.sets[found.set].has_topic || topical[found.set])
            .collect()
    }

    /// The same whatever the topic: for a sentence by itself.
    pub(super) fn names_of_any_topic(
        &self,
        document: &Document<'_>,
        facts: &Facts,
    ) -> Vec<NameMatch> {
        let mut scan = Scan::new(self, document, facts);
        scan.run();
        scan.found
    }
}

struct Scan<'s> {
    lexicon: &'s Lexicon,
    document: &'s Document<'s>,
    facts: &'s Facts,
    judge: Judge<'s>,
    /// Where the next match of each set may begin.
    free: Vec<usize>,
    /// Which sets have a topic word in the document.
    topical: Vec<bool>,
    found: Vec<NameMatch>,
}

impl<'s> Scan<'s> {
    fn new(lexicon: &'s Lexicon, document: &'s Document<'s>, facts: &'s Facts) -> Self {
        Self {
            lexicon,
            document,
            facts,
            judge: Judge::new(lexicon, document, facts),
            free: vec![0; lexicon.sets.len()],
            topical: vec![false; lexicon.sets.len()],
            found: Vec::new(),
        }
    }

    fn run(&mut self) {
        let mut forms: Vec<Found> = Vec::new();
        let document = self.document;
        for (sentence, of) in document.sentences.iter().enumerate() {
            let trie = &self.lexicon.names;
            let walk = Walk::new(trie, Kind::Names, document, self.facts, of.tokens.end);
            for index in of.tokens.clone() {
                walk.at(index, &mut forms);
                if !forms.is_empty() {
                    self.take(sentence, index, &forms);
                }
            }
        }
    }

    /// Takes the longest form of each set that begins at `index` and that its context allows.
    fn take(&mut self, sentence: usize, index: usize, forms: &[Found]) {
        let lexicon = self.lexicon;
        for &(end, node) in forms {
            for &payload in lexicon.names.accepts(node) {
                let number = (payload >> 1) as usize;
                if payload & 1 == 1 {
                    self.topical[number] = true;
                    continue;
                }
                let variant = &lexicon.variants[number];
                if self.free[variant.set] > index {
                    continue;
                }
                let tokens = index..end;
                let status =
                    self.judge
                        .decide(&variant.entry, &tokens, sentence, &mut Log::new(false));
                if matches!(status, TermStatus::Suppressed | TermStatus::InName) {
                    continue;
                }
                self.free[variant.set] = end;
                self.found.push(NameMatch {
                    set: variant.set,
                    variant: number,
                    tokens,
                    sentence,
                    distanced: status == TermStatus::Distanced,
                });
            }
        }
    }
}
