//! Follows the words of a document through a trie.

use super::facts::{Facts, Kind};
use super::symbols::{ANY, CAPITAL, NUMBER, UNKNOWN};
use super::trie::{NOWHERE, Node, ROOT, Trie};
use crate::text::{Document, TokenKind};

/// A trie and the stretch of a document in which its forms are looked for.
pub(super) struct Walk<'w> {
    pub(super) trie: &'w Trie,
    pub(super) kind: Kind,
    pub(super) document: &'w Document<'w>,
    pub(super) facts: &'w Facts,
    /// No form goes beyond this token.
    pub(super) end: usize,
}

/// One past the last token of a form, and its node.
pub(super) type Found = (usize, Node);

impl<'w> Walk<'w> {
    pub(super) fn new(
        trie: &'w Trie,
        kind: Kind,
        document: &'w Document<'w>,
        facts: &'w Facts,
        end: usize,
    ) -> Self {
        Self {
            trie,
            kind,
            document,
            facts,
            end,
        }
    }

    /// Collects the forms that begin at `index`, the longest first.
    #[inline]
    pub(super) fn at(&self, index: usize, found: &mut Vec<Found>) {
        found.clear();
        if !self.may_start(index) {
            return;
        }
        self.walk(index, found);
    }

    /// Whether a form may begin at `index`.
    #[inline]
    pub(super) fn may_start(&self, index: usize) -> bool {
        self.facts.may_start(self.kind, index)
            || self.trie.capitals && self.document.tokens[index].capital
    }

    fn walk(&self, index: usize, found: &mut Vec<Found>) {
        let capital = self.trie.capitals && self.document.tokens[index].capital;
        let word = self.facts.word(self.document, index);
        let node = word.nodes[self.kind as usize];
        if node != NOWHERE {
            self.enter(node, index, found);
        }
        if capital || word.branch_kinds & (1 << self.kind as u8) != 0 {
            self.branch(ROOT, index, found);
        }
        if found.len() > 1 {
            found.sort_by_key(|&(end, node)| (std::cmp::Reverse(end), node));
            found.dedup();
        }
    }

    /// `node` was reached by the word at `index`.
    fn enter(&self, node: Node, index: usize, found: &mut Vec<Found>) {
        if !self.trie.accepts(node).is_empty() {
            found.push((index + 1, node));
        }
        if !self.trie.goes_on(node) {
            return;
        }
        let next = index + 1;
        if next >= self.end {
            return;
        }
        // A mark that the form names, such as the comma of "too little, too late", is a symbol as words are.
        let symbol = self.facts.word(self.document, next).symbol;
        if symbol != UNKNOWN {
            let node = self.trie.follow(node, symbol);
            if node != NOWHERE {
                self.enter(node, next, found);
            }
        }
        if self.document.tokens[next].is_word() {
            self.go_on(node, next, found);
        } else if let Some(next) = self.beyond_mark(next) {
            let symbol = self.facts.word(self.document, next).symbol;
            let word = if symbol == UNKNOWN {
                NOWHERE
            } else {
                self.trie.follow(node, symbol)
            };
            if word != NOWHERE {
                self.enter(word, next, found);
            }
            self.go_on(node, next, found);
        }
    }

    /// Goes on from `node` with what the word at `index` is besides itself.
    fn go_on(&self, node: Node, index: usize, found: &mut Vec<Found>) {
        let special = self.trie.is_special(node);
        if !special && self.facts.word(self.document, index).base == UNKNOWN {
            return;
        }
        let any = if special {
            self.trie.follow(node, ANY)
        } else {
            NOWHERE
        };
        if any != NOWHERE {
            self.enter(any, index, found);
        }
        self.branch(node, index, found);
    }

    /// Follows what the word at `index` is besides itself.
    fn branch(&self, node: Node, index: usize, found: &mut Vec<Found>) {
        let word = self.facts.word(self.document, index);
        if word.base != UNKNOWN {
            let node = self.trie.follow(node, word.base);
            // A possessive ends a form: "the regime's" is no beginning of "regime change".
            if node != NOWHERE && !self.trie.accepts(node).is_empty() {
                found.push((index + 1, node));
            }
        }
        let special = [
            (CAPITAL, self.document.tokens[index].capital),
            (NUMBER, word.number),
        ];
        let special = special
            .iter()
            .filter(|(_, holds)| *holds)
            .map(|(symbol, _)| *symbol);
        for symbol in special.chain(self.facts.affixes(word).iter().copied()) {
            let node = self.trie.follow(node, symbol);
            if node != NOWHERE {
                self.enter(node, index, found);
            }
        }
    }

    /// The word after a mark that stands inside what is written as one: the stroke of `9/11`, the hyphen of `U.S.-backed`, the apostrophe
    /// of `states' rights`.
    fn beyond_mark(&self, mark: usize) -> Option<usize> {
        let next = mark + 1;
        let after = self
            .document
            .tokens
            .get(next)
            .filter(|token| next < self.end && token.is_word())?;
        let token = &self.document.tokens[mark];
        let inside = match token.kind {
            TokenKind::Other | TokenKind::Dash => !after.space_before,
            TokenKind::Quote => matches!(self.document.folded(mark), "'" | "\u{2019}"),
            _ => false,
        };
        (inside && !token.space_before).then_some(next)
    }
}
