//! Runs the sentences by which packs say what they match and what not.

use super::decision::Step;
use super::facts::Facts;
use super::matching::{Explained, TermStatus};
use super::read::{Item, Written, read};
use super::source::Source;
use super::{EntryId, Lexicon, PackSource};
use crate::error::Problem;
use crate::text::Document;

impl Lexicon {
    /// The examples of term and role packs that do not do what they promise. Examples of cues need sources and contents, which a later stage finds.
    pub fn failing_examples(&self, packs: &[PackSource<'_>]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (place, text) in packs {
            let pack = read(&mut Source::new(place, text), text);
            self.failing_terms(place, &pack, &mut problems);
            self.failing_roles(place, &pack, &mut problems);
            self.failing_sets(place, &pack, &mut problems);
        }
        problems
    }

    fn failing_terms(&self, place: &str, pack: &Written, problems: &mut Vec<Problem>) {
        for (entry, item) in pack.text.entry.iter().zip(&pack.entries) {
            let Some(id) = self
                .entry_by_id(&entry.id)
                .filter(|id| !self.entry(*id).retired)
            else {
                continue;
            };
            let mut note =
                |message: String| problems.push(Problem::at_line(place, item.line, message));
            for example in &item.prose.examples_hit {
                if !self.hits(id, example) && !self.overlapped(id, example) {
                    note(format!(
                        "`{}` does not match its example \u{201C}{example}\u{201D}{}",
                        entry.id,
                        self.why(id, example)
                    ));
                }
            }
            for example in &item.prose.examples_miss {
                if self.hits(id, example) {
                    note(format!(
                        "`{}` matches its counter-example \u{201C}{example}\u{201D}",
                        entry.id
                    ));
                }
            }
        }
    }

    fn hits(&self, id: EntryId, example: &str) -> bool {
        self.with_example(example, |document, facts| {
            self.terms(document, facts)
                .iter()
                .any(|term| term.entry == id && term.status != TermStatus::InName)
        })
    }

    /// Whether it would match if no other entry went first.
    fn overlapped(&self, id: EntryId, example: &str) -> bool {
        self.with_example(example, |document, facts| {
            let last = |explained: &Explained| {
                explained
                    .decisions
                    .last()
                    .is_some_and(|last| last.step == Step::Overlap)
            };
            self.explain(document, facts)
                .iter()
                .any(|explained| explained.term.entry == id && last(explained))
        })
    }

    fn why(&self, id: EntryId, example: &str) -> String {
        self.with_example(example, |document, facts| {
            let explained = self.explain(document, facts);
            if let Some(tried) = explained.iter().find(|tried| tried.term.entry == id) {
                return tried.decisions.last().map_or_else(String::new, |last| {
                    format!(": {}: {}", last.step, last.because)
                });
            }
            let others: Vec<&str> = explained
                .iter()
                .map(|other| self.entry(other.term.entry).id())
                .collect();
            if others.is_empty() {
                ": none of its forms stands there".to_owned()
            } else {
                format!(": found instead: {}", others.join(", "))
            }
        })
    }

    fn failing_roles(&self, place: &str, pack: &Written, problems: &mut Vec<Problem>) {
        for (role, item) in pack.text.role.iter().zip(&pack.roles) {
            for example in unfound(self, &role.head, item) {
                problems.push(Problem::at_line(
                    place,
                    item.line,
                    format!(
                        "the role `{}` is not found in its example \u{201C}{example}\u{201D}",
                        role.head
                    ),
                ));
            }
        }
    }

    /// Variants that do not match their examples or match their counter-examples. A sentence by itself has no topic, so topics are not asked for;
    /// the counter-examples of a whole set are.
    fn failing_sets(&self, place: &str, pack: &Written, problems: &mut Vec<Problem>) {
        for (set, item) in pack.text.set.iter().zip(&pack.sets) {
            let Some(of) = self.sets.iter().position(|known| known.id == set.id) else {
                continue;
            };
            for example in &item.examples_miss {
                let hit = self.with_example(example, |document, facts| {
                    self.names(document, facts)
                        .iter()
                        .any(|found| found.set == of)
                });
                if hit {
                    problems.push(Problem::at_line(
                        place,
                        item.line,
                        format!(
                            "the set `{}` matches its counter-example \u{201C}{example}\u{201D}",
                            set.id
                        ),
                    ));
                }
            }
            for (index, variant) in item.variants.iter().enumerate() {
                let number = self.sets[of].variants.start + index;
                let hits = |example: &String| {
                    self.with_example(example, |document, facts| {
                        self.names_of_any_topic(document, facts)
                            .iter()
                            .any(|found| found.variant == number)
                    })
                };
                let id = format!("{}/{}", set.id, set.variant[index].id);
                for (examples, wanted, what) in [
                    (
                        &variant.prose.examples_hit,
                        true,
                        "does not match its example",
                    ),
                    (
                        &variant.prose.examples_miss,
                        false,
                        "matches its counter-example",
                    ),
                ] {
                    for example in examples.iter().filter(|example| hits(example) != wanted) {
                        problems.push(Problem::at_line(
                            place,
                            variant.line,
                            format!("`{id}` {what} \u{201C}{example}\u{201D}"),
                        ));
                    }
                }
            }
        }
    }

    fn with_example<T>(&self, example: &str, look: impl FnOnce(&Document<'_>, &Facts) -> T) -> T {
        let document = Document::from_plain(example, self.sentence_rules());
        let facts = self.facts(&document);
        look(&document, &facts)
    }
}

fn unfound<'i>(lexicon: &Lexicon, head: &str, item: &'i Item) -> Vec<&'i String> {
    let found = |example: &&String| {
        lexicon.with_example(example, |document, facts| {
            (0..document.tokens.len()).any(|index| {
                lexicon
                    .role_at(document, facts, index)
                    .is_some_and(|found| lexicon.role(found.role).head == head)
            })
        })
    };
    item.prose
        .examples_hit
        .iter()
        .filter(|example| !found(example))
        .collect()
}
