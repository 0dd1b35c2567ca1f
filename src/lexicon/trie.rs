//! A trie over the words of forms: flat arrays, edges sorted, so that following a word is a search in a short slice.

use super::symbols::{CAPITAL, Symbol};
use rustc_hash::FxHashMap;

/// A node of a [`Trie`]; [`NOWHERE`] where there is none.
pub(super) type Node = u32;
/// No node.
pub(super) const NOWHERE: Node = 0;
/// Where all forms begin.
pub(super) const ROOT: Node = 1;
/// The first node after the root.
const FIRST: Node = 2;

/// Forms as they are added.
#[derive(Debug)]
pub(super) struct TrieBuilder {
    /// Where each first word leads, by symbol: most forms are one word, and need no hashing.
    roots: Vec<Node>,
    /// Where the words after the first lead.
    edges: FxHashMap<(Node, Symbol), Node>,
    /// Parent and symbol of each node, from [`FIRST`] on.
    nodes: Vec<(Node, Symbol)>,
    accepts: Vec<(Node, u32)>,
}

impl TrieBuilder {
    pub(super) fn with_capacity(forms: usize) -> Self {
        Self {
            roots: Vec::with_capacity(forms),
            edges: FxHashMap::with_capacity_and_hasher(forms / 2, rustc_hash::FxBuildHasher),
            nodes: Vec::with_capacity(forms),
            accepts: Vec::with_capacity(forms),
        }
    }

    /// Adds a form with what it stands for.
    pub(super) fn add(&mut self, form: &[Symbol], payload: u32) {
        let Some((&first, rest)) = form.split_first() else { return };
        if self.roots.len() <= first as usize {
            self.roots.resize(first as usize + 1, NOWHERE);
        }
        let fresh = |nodes: &mut Vec<(Node, Symbol)>, parent: Node, symbol: Symbol| {
            nodes.push((parent, symbol));
            FIRST + nodes.len() as Node - 1
        };
        let root = &mut self.roots[first as usize];
        if *root == NOWHERE {
            *root = fresh(&mut self.nodes, ROOT, first);
        }
        let mut node = *root;
        for &symbol in rest {
            node = *self.edges.entry((node, symbol)).or_insert_with(|| fresh(&mut self.nodes, node, symbol));
        }
        self.accepts.push((node, payload));
    }

    /// The finished trie; what several forms of one node stand for is in the order of `rank`.
    pub(super) fn finish<R: Ord>(mut self, rank: impl Fn(u32) -> R) -> Trie {
        let count = FIRST as usize + self.nodes.len();
        let edge_starts = starts(count, self.nodes.iter().map(|&(parent, _)| parent));
        let mut edges = vec![(0, NOWHERE); self.nodes.len()];
        let mut next = edge_starts.clone();
        for (index, &(parent, symbol)) in self.nodes.iter().enumerate() {
            edges[next[parent as usize] as usize] = (symbol, FIRST + index as Node);
            next[parent as usize] += 1;
        }
        for node in 1..count {
            edges[edge_starts[node] as usize..edge_starts[node + 1] as usize].sort_unstable();
        }
        // Nodes are numbered as they are made, so the accepts are nearly in order already.
        self.accepts.sort();
        self.accepts.dedup();
        let accept_starts = starts(count, self.accepts.iter().map(|&(node, _)| node));
        let mut accepts: Vec<u32> = self.accepts.iter().map(|&(_, payload)| payload).collect();
        for node in 1..count {
            let several = &mut accepts[accept_starts[node] as usize..accept_starts[node + 1] as usize];
            if several.len() > 1 {
                several.sort_by(|a, b| rank(*a).cmp(&rank(*b)));
            }
        }
        let capitals = self.roots.get(CAPITAL as usize).is_some_and(|&node| node != NOWHERE);
        Trie { edges, edge_starts, accepts, accept_starts, capitals }
    }
}

/// Where the items of each node begin in a list sorted by node.
fn starts(count: usize, nodes: impl Iterator<Item = Node>) -> Vec<u32> {
    let mut starts = vec![0_u32; count + 1];
    for node in nodes {
        starts[node as usize + 1] += 1;
    }
    for at in 1..=count {
        starts[at] += starts[at - 1];
    }
    starts
}

/// All forms of one kind.
#[derive(Debug, Default)]
pub(super) struct Trie {
    edges: Vec<(Symbol, Node)>,
    edge_starts: Vec<u32>,
    accepts: Vec<u32>,
    accept_starts: Vec<u32>,
    /// Whether any form begins with `{cap}`.
    pub(super) capitals: bool,
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
