//! Names of sides, compiled to a trie over tokens: the text and the names are cut by the same rules, so that word boundaries cannot disagree.

use super::model::{MentionForm, Party, PartyId};
use crate::text::{Document, SentenceRules, fold_diacritics};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A distinct word of the names; 0 is none.
pub(super) type Symbol = u32;
/// A node of the trie; 0 is none.
pub(super) type Node = u32;
/// Where all names begin.
pub(super) const ROOT: Node = 1;

/// How the letters of a word must stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// As they like: declared in small letters.
    Any,
    /// With a capital at the beginning.
    Capital,
    /// All capitals: `US` is not "us".
    Capitals,
}

/// A name that ends at a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Accept {
    /// The side; `None` for a phrase that is not the side.
    pub(super) party: Option<PartyId>,
    pub(super) form: MentionForm,
    /// Index into the names of the side.
    pub(super) name: usize,
    /// How each of its words must be written.
    pub(super) letters: Vec<Letters>,
    /// Whether it is only the last word of a member's name, which stands for the member where the full name does too.
    pub(super) short: bool,
}

/// One word of a name as it was cut.
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) letters: Letters,
}

/// All names of all sides.
#[derive(Debug, Default)]
pub(super) struct Compiled {
    symbols: FxHashMap<Box<str>, Symbol>,
    edges: FxHashMap<(Node, Symbol), Node>,
    /// What ends at each node.
    accepts: Vec<Vec<Accept>>,
}

/// Cuts a name into its words.
pub(super) fn words(name: &str) -> Vec<Word> {
    let document = Document::from_plain(name, &SentenceRules::default());
    (0..document.tokens.len())
        .filter(|&at| document.tokens[at].is_word())
        .map(|at| {
            let token = &document.tokens[at];
            let letters = if token.all_caps {
                Letters::Capitals
            } else if token.capital {
                Letters::Capital
            } else {
                Letters::Any
            };
            Word {
                folded: fold_diacritics(document.token_text(at)),
                letters,
            }
        })
        .collect()
}

impl Compiled {
    pub(super) fn new(parties: &[Party]) -> Self {
        let mut compiled = Self {
            accepts: vec![Vec::new(); ROOT as usize + 1],
            ..Self::default()
        };
        let each = || (0..).map(PartyId).zip(parties);
        for (id, party) in each() {
            for (index, name) in party.names.iter().enumerate() {
                let words = words(&name.text);
                compiled.add(&words, Some(id), name.form, index, false);
            }
        }
        // What is a name of one side need not be kept from another.
        for phrase in parties.iter().flat_map(|party| &party.not) {
            let words = words(phrase);
            if !compiled.is_name(&words) {
                compiled.add(&words, None, MentionForm::Name, 0, false);
            }
        }
        compiled.add_last_words(parties);
        compiled
    }

    fn add(
        &mut self,
        words: &[Word],
        party: Option<PartyId>,
        form: MentionForm,
        name: usize,
        short: bool,
    ) {
        let mut node = ROOT;
        for word in words {
            let symbols = self.symbols.len() as Symbol + 1;
            let symbol = *self
                .symbols
                .entry(word.folded.as_str().into())
                .or_insert(symbols);
            let nodes = self.accepts.len() as Node;
            node = *self.edges.entry((node, symbol)).or_insert(nodes);
            if node == nodes {
                self.accepts.push(Vec::new());
            }
        }
        if node != ROOT {
            self.accepts[node as usize].push(Accept {
                party,
                form,
                name,
                letters: words.iter().map(|word| word.letters).collect(),
                short,
            });
        }
    }

    /// Whether these words are a name of a side.
    fn is_name(&self, words: &[Word]) -> bool {
        let end = words.iter().fold(ROOT, |node, word| {
            self.follow(node, self.symbol(&word.folded))
        });
        !self.accepts(end).is_empty()
    }

    /// The last words of members' names: each where it is nobody else's name, and no two sides have a member of that name.
    fn add_last_words(&mut self, parties: &[Party]) {
        let mut last_words: BTreeMap<String, Vec<(PartyId, usize, Letters)>> = BTreeMap::new();
        for (id, party) in (0..).map(PartyId).zip(parties) {
            for (index, name) in party.names.iter().enumerate() {
                let words = words(&name.text);
                let ([first, .., last], MentionForm::Member) = (words.as_slice(), name.form) else {
                    continue;
                };
                if first.letters != Letters::Any && last.letters != Letters::Any {
                    let of = (id, index, last.letters);
                    last_words.entry(last.folded.clone()).or_default().push(of);
                }
            }
        }
        for (folded, members) in last_words {
            let (id, index, letters) = members[0];
            let taken = !self
                .accepts(self.follow(ROOT, self.symbol(&folded)))
                .is_empty();
            if !taken && members.iter().all(|(other, ..)| *other == id) {
                let word = Word { folded, letters };
                self.add(&[word], Some(id), MentionForm::Member, index, true);
            }
        }
    }

    /// The symbol of a folded word; 0 where no name has it.
    pub(super) fn symbol(&self, folded: &str) -> Symbol {
        self.symbols.get(folded).copied().unwrap_or(0)
    }

    /// Where a word leads; 0 for nowhere.
    pub(super) fn follow(&self, node: Node, symbol: Symbol) -> Node {
        if symbol == 0 {
            return 0;
        }
        self.edges.get(&(node, symbol)).copied().unwrap_or(0)
    }

    /// What ends at a node.
    pub(super) fn accepts(&self, node: Node) -> &[Accept] {
        self.accepts.get(node as usize).map_or(&[], Vec::as_slice)
    }
}
