//! A trie over the words of forms: flat arrays, edges sorted, so that following a word is a search in a short slice.

use super::symbols::Symbol;
use rustc_hash::FxHashMap;

/// A node of a [`Trie`]; [`NOWHERE`] where there is none.
pub(super) type Node = u32;
/// No node.
pub(super) const NOWHERE: Node = 0;
/// Where all forms begin.
pub(super) const ROOT: Node = 1;

/// Forms as they are added.
#[derive(Debug)]
pub(super) struct TrieBuilder {
    edges: FxHashMap<(Node, Symbol), Node>,
    accepts: Vec<(Node, u32)>,
    nodes: u32,
}

impl TrieBuilder {
    pub(super) fn with_capacity(forms: usize) -> Self {
        Self {
            edges: FxHashMap::with_capacity_and_hasher(forms, rustc_hash::FxBuildHasher),
            accepts: Vec::with_capacity(forms),
            nodes: 2,
        }
    }

    /// Adds a form with what it stands for.
    pub(super) fn add(&mut self, form: impl IntoIterator<Item = Symbol>, payload: u32) {
        let mut node = ROOT;
        for symbol in form {
            let next = self.nodes;
            node = *self.edges.entry((node, symbol)).or_insert(next);
            self.nodes += u32::from(node == next);
        }
        if node != ROOT {
            self.accepts.push((node, payload));
        }
    }

    /// The finished trie; what several forms of one node stand for is in the order of `rank`.
    pub(super) fn finish<R: Ord>(mut self, rank: impl Fn(u32) -> R) -> Trie {
        let mut list: Vec<(Node, Symbol, Node)> = self.edges.iter().map(|(&(parent, symbol), &node)| (parent, symbol, node)).collect();
        list.sort_unstable();
        self.accepts.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| rank(a.1).cmp(&rank(b.1))));
        self.accepts.dedup();
        let nodes = self.nodes as usize + 1;
        let mut edge_starts = vec![0_u32; nodes + 1];
        let mut accept_starts = vec![0_u32; nodes + 1];
        for &(parent, ..) in &list {
            edge_starts[parent as usize + 1] += 1;
        }
        for &(node, _) in &self.accepts {
            accept_starts[node as usize + 1] += 1;
        }
        for at in 1..=nodes {
            edge_starts[at] += edge_starts[at - 1];
            accept_starts[at] += accept_starts[at - 1];
        }
        Trie {
            edges: list.iter().map(|&(_, symbol, node)| (symbol, node)).collect(),
            edge_starts,
            accepts: self.accepts.iter().map(|&(_, payload)| payload).collect(),
            accept_starts,
        }
    }
}

/// All forms of one kind.
#[derive(Debug, Default)]
pub(super) struct Trie {
    edges: Vec<(Symbol, Node)>,
    edge_starts: Vec<u32>,
    accepts: Vec<u32>,
    accept_starts: Vec<u32>,
}

impl Trie {
    fn edges(&self, node: Node) -> &[(Symbol, Node)] {
        let at = node as usize;
        if at + 1 >= self.edge_starts.len() {
            return &[];
        }
        &self.edges[self.edge_starts[at] as usize..self.edge_starts[at + 1] as usize]
    }

    /// Where a symbol leads.
    pub(super) fn follow(&self, node: Node, symbol: Symbol) -> Node {
        let edges = self.edges(node);
        if edges.len() <= 8 {
            return edges.iter().find(|edge| edge.0 == symbol).map_or(NOWHERE, |edge| edge.1);
        }
        edges.binary_search_by_key(&symbol, |edge| edge.0).map_or(NOWHERE, |at| edges[at].1)
    }

    /// Whether any form goes on from here.
    pub(super) fn goes_on(&self, node: Node) -> bool {
        !self.edges(node).is_empty()
    }

    /// The first symbols of all forms.
    pub(super) fn roots(&self) -> &[(Symbol, Node)] {
        self.edges(ROOT)
    }

    /// What ends here.
    pub(super) fn accepts(&self, node: Node) -> &[u32] {
        let at = node as usize;
        if at + 1 >= self.accept_starts.len() {
            return &[];
        }
        &self.accepts[self.accept_starts[at] as usize..self.accept_starts[at + 1] as usize]
    }
}
