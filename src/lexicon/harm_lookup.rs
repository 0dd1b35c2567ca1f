//! Finds the words of harm in a sentence.

use super::Lexicon;
use super::compile::cue_of;
use super::context::Surroundings;
use super::facts::{Facts, Kind};
use super::harm::{Harm, HarmId, HarmMatch};
use super::trie::NOWHERE;
use super::walk::Walk;
use crate::text::Document;
use std::ops::Range;

impl Lexicon {
    /// All words of harm, by [`HarmId`].
    pub fn harms(&self) -> &[Harm] {
        &self.harms
    }

    /// A word of harm.
    pub fn harm(&self, id: HarmId) -> &Harm {
        &self.harms[id.0 as usize]
    }

    /// Adds the words of harm of a sentence to `found`, in order; at one place the longest only, with every entry that has the form. What the
    /// context lists of an entry cancel is left out.
    pub fn harms_in(
        &self,
        document: &Document<'_>,
        facts: &Facts,
        sentence: &Range<usize>,
        found: &mut Vec<HarmMatch>,
    ) {
        let mut walked = Vec::new();
        let mut taken = sentence.start;
        let walk = Walk::new(&self.harm_trie, Kind::Harms, document, facts, sentence.end);
        for index in sentence.clone() {
            if !walk.may_start(index) {
                continue;
            }
            let word = facts.word(document, index);
            if index < taken || word.nodes[Kind::Harms as usize] == NOWHERE && !word.clitic {
                continue;
            }
            walk.at(index, &mut walked);
            let around = Surroundings {
                document,
                facts,
                sentence: sentence.clone(),
            };
            let from = found.len();
            for &(end, node) in &walked {
                if found.len() > from && found[from].tokens.end != end {
                    break; // a longer one stands here
                }
                for &payload in self.harm_trie.accepts(node) {
                    let (cue, form, plural) = cue_of(payload);
                    let id = HarmId(cue.0);
                    let same = |last: &HarmMatch| {
                        last.harm == id && last.form == form && last.tokens.end == end
                    };
                    if found[from..].iter().any(same) {
                        continue;
                    }
                    let tokens = index..end;
                    if !cancelled(self.harm(id), &around, &tokens) {
                        found.push(HarmMatch {
                            harm: id,
                            form,
                            plural,
                            tokens,
                        });
                    }
                }
            }
            if let Some(last) = found[from..].last() {
                taken = last.tokens.end;
            }
        }
    }

    /// Whether a noun phrase is an object with which the entry tells of no harm: strike *a deal*.
    pub fn harmless_object(
        &self,
        harm: HarmId,
        document: &Document<'_>,
        facts: &Facts,
        object: &Range<usize>,
    ) -> bool {
        let around = Surroundings {
            document,
            facts,
            sentence: object.clone(),
        };
        let list = &self.harm(harm).context().not_objects;
        !list.is_empty()
            && object
                .clone()
                .any(|at| list.starting(&around, at).is_some())
    }

    /// The word that completes the sense of an entry, in a stretch after it: left two men *dead*.
    pub fn completion(
        &self,
        harm: HarmId,
        document: &Document<'_>,
        facts: &Facts,
        stretch: &Range<usize>,
    ) -> Option<Range<usize>> {
        let around = Surroundings {
            document,
            facts,
            sentence: stretch.clone(),
        };
        let list = &self.harm(harm).context().completed_by;
        stretch.clone().find_map(|at| list.starting(&around, at))
    }
}

fn cancelled(harm: &Harm, around: &Surroundings<'_>, tokens: &Range<usize>) -> bool {
    let context = harm.context();
    context.not_before.after(around, tokens).is_some()
        || context.not_after.before(around, tokens).is_some()
        || context.not_in.covering(around, tokens).is_some()
        || context.not_near.near(around, tokens).is_some()
}
