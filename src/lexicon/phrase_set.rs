//! Several classes of phrases, looked for together in one pass.

use super::Lexicon;
use super::class::{WordClass, WordClasses};
use super::facts::Facts;
use crate::text::Document;
use std::ops::Range;

/// A phrase of one of several classes, found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseMatch {
    /// Which of the classes, an index into the names that were asked for.
    pub class: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
}

impl Lexicon {
    /// The phrases of the classes `names` in a document, in order; of each class the longest that begins at a token. None crosses a sentence.
    ///
    /// Word classes that the rules know by name have members which are no phrases; those are for [`Facts::has`].
    pub fn phrases_of(
        &self,
        names: &[&str],
        document: &Document<'_>,
        facts: &Facts,
    ) -> Vec<PhraseMatch> {
        let wanted = self.places_of(names);
        let mut matches = Vec::new();
        let mut seen = vec![usize::MAX; names.len()];
        let all_phrases = self.phrases_of_document(document, facts);
        for sentence in &document.sentences {
            let limit = sentence.tokens.end;
            for index in sentence.tokens.clone() {
                let found = all_phrases.at(index);
                if found.is_empty() {
                    continue;
                }
                let from = matches.len();
                for &(end, node) in found {
                    for &payload in self.phrases.accepts(node) {
                        let class = wanted[payload as usize] as usize;
                        if end <= limit && class < names.len() && seen[class] != index {
                            seen[class] = index;
                            let tokens = index..end;
                            matches.push(PhraseMatch { class, tokens });
                        }
                    }
                }
                matches[from..].sort_unstable_by_key(|found| found.class);
            }
        }
        matches
    }

    /// For each token, of which of the classes `names` something begins there: a bit each, in the order of the names, 64 at most. A look at
    /// the bit spares most calls of [`super::Phrases::at`].
    pub fn phrase_bits(&self, names: &[&str], document: &Document<'_>, facts: &Facts) -> Vec<u64> {
        let wanted = self.places_of(names);
        let bit = |class: u8| 1_u64.checked_shl(class.into()).unwrap_or(0);
        let known: Vec<(WordClass, u64)> = names
            .iter()
            .zip(0..)
            .filter_map(|(name, class)| {
                Some((self.classes.known(self.classes.find(name)?)?, bit(class)))
            })
            .collect();
        let of_class: Vec<u64> = wanted.iter().map(|&class| bit(class)).collect();
        let all: WordClasses = known.iter().map(|(class, _)| *class).collect();
        let all_phrases = self.phrases_of_document(document, facts);
        let bits = |index: usize| {
            let found = all_phrases.at(index).iter();
            let payloads = found.flat_map(|&(_, node)| self.phrases.accepts(node));
            let phrases = payloads.fold(0, |bits, &payload| bits | of_class[payload as usize]);
            let classes = facts.classes(document, index);
            if !classes.intersects(all) {
                return phrases;
            }
            let words = known.iter().filter(|(class, _)| classes.has(*class));
            words.fold(phrases, |bits, (_, bit)| bits | bit)
        };
        (0..document.tokens.len()).map(bits).collect()
    }

    /// The place of each class of the packs among `names`; one that is none where it is not among them.
    fn places_of(&self, names: &[&str]) -> Vec<u8> {
        let mut places = vec![u8::MAX; self.classes.names().count()];
        for (name, place) in names.iter().zip(0..u8::MAX) {
            if let Some(class) = self.classes.find(name) {
                places[class as usize] = place;
            }
        }
        places
    }
}
