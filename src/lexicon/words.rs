//! Classes of words by name, for the stages that ask for their words.

use super::class::WordClass;
use super::entry::Inflect;
use super::forms::{Inflection, inflected, to_text};
use super::pack::{ClassText, List};
use crate::article::ZoneRules;
use crate::text::{SentenceRules, fold_word};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// The classes of the sentence rules.
const SENTENCE: [&str; 5] = [
    "abbreviation_never",
    "abbreviation_seldom",
    "sentence_starter",
    "dash_tail",
    "speech_verb",
];
/// The class of pairs that tell which country a demonym belongs to.
const PAIRS: &str = "demonym_pair";

/// Whether a class is read as a list only, and its words are never looked for as phrases of a text.
pub(super) fn is_list(name: &str) -> bool {
    name == PAIRS
        || SENTENCE.contains(&name)
        || ZoneRules::CLASSES.iter().any(|(class, _)| *class == name)
}

#[derive(Debug)]
struct Class {
    name: String,
    known: Option<WordClass>,
    /// Its parts: several packs may add to a class.
    parts: Vec<ClassText<'static>>,
    words: OnceLock<Vec<String>>,
    /// The entries of two words each, from the first word to the second.
    pairs: OnceLock<FxHashMap<String, String>>,
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
                pairs: OnceLock::new(),
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

    /// The entries of a class that are two words each: from the first to the second.
    pub(super) fn pairs(&self, name: &str) -> &FxHashMap<String, String> {
        static NONE: OnceLock<FxHashMap<String, String>> = OnceLock::new();
        let class = self
            .find(name)
            .and_then(|index| self.all.get(index as usize));
        let Some(class) = class else {
            return NONE.get_or_init(FxHashMap::default);
        };
        class.pairs.get_or_init(|| {
            let pairs = self
                .words(name)
                .iter()
                .filter_map(|pair| pair.split_once(' '));
            pairs
                .map(|(from, to)| (from.to_owned(), to.to_owned()))
                .collect()
        })
    }

    pub(super) fn sentence_rules(&self) -> SentenceRules {
        let set = |name: &str| -> FxHashSet<String> { self.words(name).iter().cloned().collect() };
        let [never, seldom, starters, dash_tails, speech] = SENTENCE.map(set);
        SentenceRules {
            never,
            seldom,
            starters,
            dash_tails,
            speech,
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
