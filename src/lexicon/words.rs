//! Classes of words by name, for the stages that ask for their words.

use super::class::WordClass;
use super::entry::Inflect;
use super::forms::{Inflection, inflected, to_text};
use super::pack::{ClassText, List};
use crate::text::{SentenceRules, fold_word};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

#[derive(Debug)]
struct Class {
    name: String,
    known: Option<WordClass>,
    /// Its parts: several packs may add to a class.
    parts: Vec<ClassText<'static>>,
    words: OnceLock<Vec<String>>,
}

/// All classes of all packs.
#[derive(Debug, Default)]
pub(super) struct Classes {
    all: Vec<Class>,
    by_name: FxHashMap<String, u32>,
}

impl Classes {
    /// The number of the class `name`, if a pack has it.
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.by_name.get(name).copied()
    }

    /// The number of the class `name`, which is made if need be.
    pub(super) fn index(&mut self, name: &str) -> u32 {
        self.find(name).unwrap_or_else(|| {
            let known = WordClass::from_name(name);
            self.all.push(Class {
                name: name.to_owned(),
                known,
                parts: Vec::new(),
                words: OnceLock::new(),
            });
            self.by_name
                .insert(name.to_owned(), self.all.len() as u32 - 1);
            self.all.len() as u32 - 1
        })
    }

    pub(super) fn add(&mut self, index: u32, part: ClassText<'static>) {
        self.all[index as usize].parts.push(part);
    }

    /// The class that a number names among those the program knows.
    pub(super) fn known(&self, index: u32) -> Option<WordClass> {
        self.all.get(index as usize).and_then(|class| class.known)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|class| class.name.as_str())
    }

    /// The words and phrases of a class with all their forms, folded; empty where no pack has the class.
    pub(super) fn words(&self, name: &str) -> &[String] {
        let Some(class) = self
            .find(name)
            .and_then(|index| self.all.get(index as usize))
        else {
            return &[];
        };
        class
            .words
            .get_or_init(|| class.parts.iter().flat_map(words_of).collect())
    }

    pub(super) fn sentence_rules(&self) -> SentenceRules {
        let set = |name: &str| -> FxHashSet<String> { self.words(name).iter().cloned().collect() };
        SentenceRules {
            never: set("abbreviation_never"),
            seldom: set("abbreviation_seldom"),
            starters: set("sentence_starter"),
            dash_tails: set("dash_tail"),
            speech: set("speech_verb"),
        }
    }
}

fn words_of(part: &ClassText<'static>) -> Vec<String> {
    let irregular = List::default();
    let rule = Inflect::from_name(&part.inflect).unwrap_or(Inflect::None);
    let how = Inflection {
        rule,
        word: None,
        double: false,
        irregular: &irregular,
    };
    let mut words = Vec::new();
    for word in part.words.iter() {
        if rule == Inflect::None {
            words.push(fold_word(word).into_owned());
            continue;
        }
        inflected(word, &how, |pieces, _| words.push(to_text(pieces)));
    }
    words
}
