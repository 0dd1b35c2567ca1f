//! What the lexicon knows of each distinct word of one document: looked up once, read by index ever after.

use super::class::{WordClass, WordClasses};
use super::index::ByToken;
use super::role::RoleId;
use super::symbols::{self, Affixes, Symbol, Symbols, UNKNOWN};
use super::trie::{NOWHERE, Node};
use super::walk::Found;
use super::{CueMatch, RoleMatch};
use crate::text::{Document, TokenKind, WordId, WordKey};
use std::sync::OnceLock;

/// Which trie a node belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Terms,
    Cues,
    Roles,
    Phrases,
    Harms,
    Names,
}

/// How many tries there are.
pub(super) const KINDS: usize = 6;

/// What is known of a symbol, by [`Symbol`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SymbolFacts {
    pub(super) key: WordKey,
    pub(super) classes: WordClasses,
    pub(super) nodes: [Node; KINDS],
    pub(super) role: Option<(RoleId, bool)>,
}

/// What the lexicon knows of one spelling.
#[derive(Debug, Clone, Copy, Default)]
pub struct WordFacts {
    /// The classes that it belongs to.
    pub classes: WordClasses,
    /// Whether it ends in a possessive *'s* (and is no contraction that a class lists).
    pub possessive: bool,
    /// Whether it is an adverb in -ly.
    pub ly_adverb: bool,
    /// The role that it is the head of, and whether in the plural. Heads of several words: see [`super::Lexicon::role_at`].
    pub role: Option<(RoleId, bool)>,
    /// Whether it is written in figures or is a number word.
    pub number: bool,
    pub(super) hash: u32,
    pub(super) symbol: Symbol,
    /// The symbol without possessive *'s*.
    pub(super) base: Symbol,
    /// Where forms that begin with this word go on.
    pub(super) nodes: [Node; KINDS],
    affixes: u32,
    affix_count: u8,
    /// Whether it ends in *'s*, possessive or not.
    pub(super) clitic: bool,
    /// Whether a form can begin with something of this word other than itself: its base, an affix, a number.
    pub(super) branches: bool,
    /// The tries in which a form does: a bit each, by [`Kind`].
    pub(super) branch_kinds: u8,
}

/// What the lexicon knows of all words of one document.
#[derive(Debug, Default)]
pub struct Facts {
    words: Vec<WordFacts>,
    /// The classes of each token, which are asked for more often than anything else.
    classes: Vec<WordClasses>,
    /// The tries in which a form may begin with each token: a bit each, by [`Kind`].
    starts: Vec<u8>,
    affixes: Vec<Symbol>,
    /// The cues that begin at each token.
    pub(super) cues: OnceLock<ByToken<CueMatch>>,
    /// The head of a source that begins at each token.
    pub(super) roles: OnceLock<ByToken<RoleMatch>>,
    /// The phrases of classes that begin at each token, the longest first.
    pub(super) phrases: OnceLock<ByToken<Found>>,
}

/// What [`Facts`] are made from.
pub(super) struct Known<'l> {
    pub(super) symbols: &'l Symbols,
    pub(super) facts: &'l [SymbolFacts],
    pub(super) affixes: &'l Affixes,
    /// Where forms that begin with a number go on.
    pub(super) numbers: [Node; KINDS],
}

impl Facts {
    pub(super) fn new(document: &Document<'_>, known: &Known<'_>) -> Self {
        let mut facts = Self {
            words: Vec::with_capacity(document.vocabulary.len()),
            ..Self::default()
        };
        for id in (0..document.vocabulary.len() as u32).map(WordId) {
            let word = document.vocabulary.folded(id);
            let of = facts.word_facts(word, document.vocabulary.hash(id), known);
            facts.words.push(of);
        }
        let classes = |token: &crate::text::Token| facts.words[token.word.0 as usize].classes;
        facts.classes = document.tokens.iter().map(classes).collect();
        let starts: Vec<u8> = facts.words.iter().map(WordFacts::starts).collect();
        let starts_of = |token: &crate::text::Token| starts[token.word.0 as usize];
        facts.starts = document.tokens.iter().map(starts_of).collect();
        facts
    }

    fn word_facts(&mut self, word: &str, hash: u32, known: &Known<'_>) -> WordFacts {
        let key_of = |symbol: Symbol| known.facts[symbol as usize].key;
        let symbol = known.symbols.get(word, hash, key_of);
        let mut facts = WordFacts {
            hash,
            symbol,
            ..WordFacts::default()
        };
        if symbol != UNKNOWN {
            let of = &known.facts[symbol as usize];
            facts.classes = of.classes;
            facts.nodes = of.nodes;
            facts.role = of.role;
        }
        let bytes = word.as_bytes();
        let Some(&first) = bytes.first() else {
            return facts;
        };
        let mut bare = word;
        if bytes.len() > 2
            && let Some(base) = word.strip_suffix("'s")
        {
            bare = base;
            facts.clitic = true;
            facts.base = known.symbols.get(base, symbols::hash(base), key_of);
            facts.possessive = facts.classes.is_empty();
            if facts.base != UNKNOWN {
                let of = &known.facts[facts.base as usize];
                facts.branches = of.nodes != [NOWHERE; KINDS];
                if facts.possessive {
                    facts.classes = of.classes;
                    facts.role = facts.role.or(of.role);
                }
            }
        } else if bytes.ends_with(b"n't") {
            facts.classes.insert(WordClass::Negation);
        } else if bytes.len() > 4 && bytes.ends_with(b"ly") {
            facts.ly_adverb = !facts.classes.any(&[
                WordClass::NotAdverb,
                WordClass::Adjective,
                WordClass::VerbOrNoun,
            ]);
        }
        facts.number = facts.classes.has(WordClass::NumberWord)
            || (first.is_ascii_digit()
                && bytes
                    .iter()
                    .all(|b| b.is_ascii_digit() || b",.%".contains(b)));
        if first.is_ascii_alphanumeric() || first >= 0x80 {
            let from = self.affixes.len();
            known.affixes.of(bare, &mut self.affixes);
            facts.affixes = from as u32;
            facts.affix_count = (self.affixes.len() - from).min(u8::MAX as usize) as u8;
        }
        facts.branches |= facts.number || facts.affix_count > 0;
        if facts.branches {
            facts.branch_kinds = self.branch_kinds(&facts, known);
        }
        facts
    }

    /// In which tries something of a word other than itself begins a form.
    fn branch_kinds(&self, word: &WordFacts, known: &Known<'_>) -> u8 {
        let of = |symbol: Symbol| bits_of(&known.facts[symbol as usize].nodes);
        let base = if word.base == UNKNOWN {
            0
        } else {
            of(word.base)
        };
        let number = if word.number {
            bits_of(&known.numbers)
        } else {
            0
        };
        let affixes = self.affixes(word).iter();
        affixes.fold(base | number, |bits, &symbol| bits | of(symbol))
    }

    /// Whether a form of a trie may begin with a token; one that begins with any capital aside.
    #[inline]
    pub(super) fn may_start(&self, kind: Kind, index: usize) -> bool {
        self.starts[index] & (1 << kind as u8) != 0
    }

    /// What is known of a token's spelling.
    #[inline]
    pub fn word(&self, document: &Document<'_>, index: usize) -> &WordFacts {
        &self.words[document.tokens[index].word.0 as usize]
    }

    /// The classes of a token.
    #[inline]
    pub fn classes(&self, document: &Document<'_>, index: usize) -> WordClasses {
        debug_assert_eq!(self.classes.len(), document.tokens.len());
        self.classes[index]
    }

    /// Whether a token is in a class.
    #[inline]
    pub fn has(&self, document: &Document<'_>, index: usize, class: WordClass) -> bool {
        self.classes(document, index).has(class)
    }

    /// Whether a token is in any of the classes.
    #[inline]
    pub fn any(&self, document: &Document<'_>, index: usize, classes: &[WordClass]) -> bool {
        self.classes(document, index).any(classes)
    }

    /// Whether a token is possessive: `Ardovia's`, `the rebels'`.
    #[inline]
    pub fn possessive(&self, document: &Document<'_>, index: usize) -> bool {
        self.word(document, index).possessive || bare_apostrophe(document, index)
    }

    /// Whether a token is an adverb, in -ly or of the class.
    #[inline]
    pub fn adverb(&self, document: &Document<'_>, index: usize) -> bool {
        let word = self.word(document, index);
        word.ly_adverb || word.classes.has(WordClass::Adverb)
    }

    /// Whether a cue can begin at a token.
    #[inline]
    pub(super) fn may_start_cue(&self, document: &Document<'_>, index: usize) -> bool {
        let word = self.word(document, index);
        word.nodes[Kind::Cues as usize] != NOWHERE || word.branches
    }

    /// The symbols of the affixes that a word fits.
    pub(super) fn affixes(&self, word: &WordFacts) -> &[Symbol] {
        let from = word.affixes as usize;
        &self.affixes[from..from + word.affix_count as usize]
    }
}

impl WordFacts {
    fn starts(&self) -> u8 {
        bits_of(&self.nodes) | self.branch_kinds
    }
}

/// A bit for each trie that has a node there.
fn bits_of(nodes: &[Node; KINDS]) -> u8 {
    let bit = |(kind, &node): (usize, &Node)| u8::from(node != NOWHERE) << kind;
    nodes
        .iter()
        .enumerate()
        .map(bit)
        .fold(0, |bits, bit| bits | bit)
}

/// Whether a token in -s is followed by the apostrophe of a plural possessive.
fn bare_apostrophe(document: &Document<'_>, index: usize) -> bool {
    let Some(mark) = document.tokens.get(index + 1) else {
        return false;
    };
    mark.kind == TokenKind::Quote
        && !mark.space_before
        && document.folded(index).ends_with('s')
        && matches!(document.token_text(index + 1), "'" | "\u{2019}")
}
