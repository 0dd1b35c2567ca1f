//! Several classes of phrases, looked for together in one pass.

use super::Lexicon;
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
        let classes: Vec<Option<u32>> = names.iter().map(|name| self.classes.find(name)).collect();
        let mut matches = Vec::new();
        for sentence in &document.sentences {
            let tokens = sentence.tokens.clone();
            let limit = tokens.end;
            for index in tokens {
                let found = self.phrases_at(document, facts, index);
                if found.is_empty() {
                    continue;
                }
                for (class, &wanted) in classes.iter().enumerate() {
                    let Some(wanted) = wanted else { continue };
                    let longest = found
                        .iter()
                        .filter(|(end, _)| *end <= limit)
                        .find(|(_, node)| self.phrases.accepts(*node).contains(&wanted));
                    if let Some(&(end, _)) = longest {
                        matches.push(PhraseMatch {
                            class,
                            tokens: index..end,
                        });
                    }
                }
            }
        }
        matches
    }
}
