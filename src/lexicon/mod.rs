//! Which words we know: packs of terms, cues, roles and word classes, compiled once and shared by threads.

mod builtin;
mod category;
mod check;
mod class;
mod compile;
mod context;
mod cross;
mod cue;
mod decision;
mod entry;
mod examples;
mod facts;
mod forms;
mod harm;
mod harm_lookup;
mod index;
mod inflect;
mod load;
mod lookup;
mod matching;
mod names;
mod naming_match;
mod naming_set;
mod overrides;
mod pack;
mod phrase_set;
mod proper;
mod read;
mod role;
mod rules;
mod source;
mod speech;
mod state;
mod state_check;
mod stem;
mod symbols;
mod trie;
mod walk;
mod words;

pub use category::{Category, Family};
pub use class::{WordClass, WordClasses};
pub use cue::{Cue, CueId, CueKind, CueMatch, Level, Stance, Takes, VerbForm};
pub use decision::{Decision, Outcome, Step};
pub use entry::{Case, Entry, EntryId, Inflect, PartOfSpeech, Polarity, Target};
pub use facts::{Facts, WordFacts};
pub use harm::{Harm, HarmId, HarmKind, HarmMatch, HarmRole, HarmUse, ObjectUse};
pub use load::{PackSource, builtin_sources, check};
pub use lookup::{CuesByToken, Phrases, RoleMatch};
pub use matching::{Explained, TermMatch, TermStatus};
pub use naming_match::NameMatch;
pub use naming_set::{NameVariant, NamingSet};
pub use pack::{PackHeader, PackKind};
pub use phrase_set::PhraseMatch;
pub use read::Prose;
pub use role::{Role, RoleId, SourceKind};
pub(crate) use source::{Fields, Source as TomlSource, did_you_mean};
pub use state::State;
pub(crate) use stem::stem;

use crate::text::{Document, SentenceRules};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// All packs, compiled.
#[derive(Debug)]
pub struct Lexicon {
    packs: Vec<PackHeader>,
    symbols: symbols::Symbols,
    affixes: symbols::Affixes,
    /// What is known of each symbol.
    facts: Vec<facts::SymbolFacts>,
    entries: Vec<Entry>,
    cues: Vec<Cue>,
    roles: Vec<Role>,
    harms: Vec<Harm>,
    classes: words::Classes,
    known: KnownClasses,
    terms: trie::Trie,
    cue_trie: trie::Trie,
    role_trie: trie::Trie,
    harm_trie: trie::Trie,
    phrases: trie::Trie,
    sets: Vec<NamingSet>,
    variants: Vec<NameVariant>,
    names: trie::Trie,
    rules: OnceLock<SentenceRules>,
    ids: OnceLock<FxHashMap<String, EntryId>>,
    /// The sources of packs that are not built in: place and text.
    sources: Vec<(String, String)>,
}

/// Classes that the context rules ask for by name.
#[derive(Debug, Clone, Copy)]
struct KnownClasses {
    /// charged with, convicted of
    court: Option<u32>,
    /// what they call
    distancing: Option<u32>,
}

impl Lexicon {
    /// The built-in packs.
    pub fn builtin() -> Self {
        compile::compile(builtin::packs())
    }

    /// What a report says about the packs, in the order in which they were read.
    pub fn packs(&self) -> &[PackHeader] {
        &self.packs
    }

    /// All entries, by [`EntryId`].
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// An entry.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The entry that has this id in its pack.
    pub fn entry_by_id(&self, id: &str) -> Option<EntryId> {
        self.ids
            .get_or_init(|| compile::index_ids(&self.entries))
            .get(id)
            .copied()
    }

    /// All cues, by [`CueId`].
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// A cue.
    pub fn cue(&self, id: CueId) -> &Cue {
        &self.cues[id.0 as usize]
    }

    /// All roles, by [`RoleId`].
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// A role.
    pub fn role(&self, id: RoleId) -> &Role {
        &self.roles[id.0 as usize]
    }

    /// The words and phrases of a class with all their forms, folded; empty where no pack has the class.
    pub fn class_words(&self, name: &str) -> &[String] {
        self.classes.words(name)
    }

    /// The entries of a class that are two words each, from the first word to the second.
    pub fn class_pairs(&self, name: &str) -> &FxHashMap<String, String> {
        self.classes.pairs(name)
    }

    /// The names of all classes.
    pub fn class_names(&self) -> impl Iterator<Item = &str> {
        self.classes.names()
    }

    /// The words that decide where sentences end.
    pub fn sentence_rules(&self) -> &SentenceRules {
        self.rules.get_or_init(|| self.classes.sentence_rules())
    }

    /// Looks up each distinct word of a document.
    pub fn facts(&self, document: &Document<'_>) -> Facts {
        Facts::new(
            document,
            &facts::Known {
                symbols: &self.symbols,
                facts: &self.facts,
                affixes: &self.affixes,
                numbers: [
                    &self.terms,
                    &self.cue_trie,
                    &self.role_trie,
                    &self.phrases,
                    &self.harm_trie,
                    &self.names,
                ]
                .map(|trie| trie.follow(trie::ROOT, symbols::NUMBER)),
            },
        )
    }

    /// The terms of a document, in order; those that their context cancels are left out.
    pub fn terms(&self, document: &Document<'_>, facts: &Facts) -> Vec<TermMatch> {
        matching::terms(self, document, facts, false)
            .into_iter()
            .map(|explained| explained.term)
            .collect()
    }

    /// The terms of a document with the trail of each decision; those that their context cancels too.
    pub fn explain(&self, document: &Document<'_>, facts: &Facts) -> Vec<Explained> {
        matching::terms(self, document, facts, true)
    }
}
