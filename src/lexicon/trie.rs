//! A trie over the words of forms: flat arrays, and a small table for each node with many edges, so that a word costs the same in a lexicon of any size.

use super::symbols::{CAPITAL, RESERVED, Symbol, UNKNOWN};
use rustc_hash::FxHashMap;

/// A node of a [`Trie`]; [`NOWHERE`] where there is none.
pub(super) type Node = u32;
/// No node.
pub(super) const NOWHERE: Node = 0;
/// Where all forms begin.
pub(super) const ROOT: Node = 1;
/// The first node after the root.
const FIRST: Node = 2;
/// Up to how many edges are searched one by one.
const FEW: usize = 4;

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
    /// The symbols that stand for affixes, in order.
    pub(super) affixes: Vec<Symbol>,
}

impl TrieBuilder {
    pub(super) fn with_capacity(forms: usize) -> Self {
        Self {
            roots: Vec::with_capacity(forms),
            edges: FxHashMap::with_capacity_and_hasher(forms / 2, rustc_hash::FxBuildHasher),
            nodes: Vec::with_capacity(forms),
            accepts: Vec::with_capacity(forms),
            affixes: Vec::new(),
        }
    }

    /// Adds a form with what it stands for.
    pub(super) fn add(&mut self, form: &[Symbol], payload: u32) {
        let Some((&first, rest)) = form.split_first() else {
            return;
        };
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
            node = *self
                .edges
                .entry((node, symbol))
                .or_insert_with(|| fresh(&mut self.nodes, node, symbol));
        }
        self.accepts.push((node, payload));
    }

    /// The finished trie; what several forms of one node stand for is in the order of `rank`.
    pub(super) fn finish<R: Ord>(self, rank: impl Fn(u32) -> R) -> Trie {
        let count = FIRST as usize + self.nodes.len();
        let (mut accepts, accept_starts) = by_node(count, self.accepts.iter().copied());
        let inner = self
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, (parent, _))| *parent != ROOT);
        let inner =
            inner.map(|(index, &(parent, symbol))| (parent, (symbol, FIRST + index as Node)));
        let (children, child_starts) = by_node(count, inner);
        let mut edges: Vec<(Symbol, Node)> = Vec::with_capacity(children.len() * 2);
        let mut places = vec![Place::default(); count];
        for node in FIRST as usize..count {
            let several =
                &mut accepts[accept_starts[node] as usize..accept_starts[node + 1] as usize];
            if several.len() > 1 {
                several.sort_by_key(|&payload| rank(payload));
            }
            let accepts = accept_starts[node]..accept_starts[node + 1];
            let children = &children[child_starts[node] as usize..child_starts[node + 1] as usize];
            let special = children.iter().any(|&(symbol, _)| {
                symbol < RESERVED || self.affixes.binary_search(&symbol).is_ok()
            });
            places[node] = Place {
                edges: edges.len() as u32,
                slots: 0,
                accepts: accepts.start,
                accept_count: accepts.len() as u16,
                special,
            };
            places[node].slots = lay_out(children, &mut edges);
        }
        let capitals = self
            .roots
            .get(CAPITAL as usize)
            .is_some_and(|&node| node != NOWHERE);
        Trie {
            roots: self.roots,
            places,
            edges,
            accepts,
            capitals,
        }
    }
}

/// Appends the children of a node: a few as they are, many as a hash table of their own. Returns how many slots they take.
fn lay_out(children: &[(Symbol, Node)], edges: &mut Vec<(Symbol, Node)>) -> u32 {
    if children.len() <= FEW {
        edges.extend_from_slice(children);
        return children.len() as u32;
    }
    let slots = (children.len() * 2).next_power_of_two();
    let from = edges.len();
    edges.resize(from + slots, (UNKNOWN, NOWHERE));
    for &child in children {
        let mut at = child.0 as usize & (slots - 1);
        while edges[from + at].0 != UNKNOWN {
            at = (at + 1) & (slots - 1);
        }
        edges[from + at] = child;
    }
    slots as u32
}

/// Items in the order of their nodes, and where those of each node begin.
fn by_node<T: Copy + Default>(
    count: usize,
    items: impl Iterator<Item = (Node, T)> + Clone,
) -> (Vec<T>, Vec<u32>) {
    let starts = starts(count, items.clone().map(|(node, _)| node));
    let mut next = starts.clone();
    let mut sorted = vec![T::default(); starts.last().map_or(0, |&end| end as usize)];
    for (node, item) in items {
        let at = &mut next[node as usize];
        sorted[*at as usize] = item;
        *at += 1;
    }
    (sorted, starts)
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

/// What belongs to a node.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// First of its edges.
    edges: u32,
    /// How many slots they take: more than [`FEW`] are a hash table.
    slots: u32,
    /// First of its accepts.
    accepts: u32,
    accept_count: u16,
    /// Whether something other than plain words leads on: a gap, a capital, a number, an affix.
    special: bool,
}

/// All forms of one kind.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// Where first words lead, by symbol.
    roots: Vec<Node>,
    places: Vec<Place>,
    /// Where the words after them lead, by node.
    edges: Vec<(Symbol, Node)>,
    accepts: Vec<u32>,
    /// Whether any form begins with `{cap}`.
    pub(super) capitals: bool,
}

impl Trie {
    /// Where a symbol leads.
    #[inline]
    pub(super) fn follow(&self, node: Node, symbol: Symbol) -> Node {
        if node == ROOT {
            return self.roots.get(symbol as usize).copied().unwrap_or(NOWHERE);
        }
        let place = self.places[node as usize];
        let edges = &self.edges[place.edges as usize..(place.edges + place.slots) as usize];
        if edges.len() <= FEW {
            return edges
                .iter()
                .find(|edge| edge.0 == symbol)
                .map_or(NOWHERE, |edge| edge.1);
        }
        let mut at = symbol as usize & (edges.len() - 1);
        loop {
            let (known, to) = edges[at];
            if known == symbol || known == UNKNOWN {
                return to;
            }
            at = (at + 1) & (edges.len() - 1);
        }
    }

    /// Whether any form goes on from here.
    #[inline]
    pub(super) fn goes_on(&self, node: Node) -> bool {
        self.places[node as usize].slots > 0
    }

    /// Whether something other than plain words leads on from here.
    #[inline]
    pub(super) fn is_special(&self, node: Node) -> bool {
        node == ROOT || self.places[node as usize].special
    }

    /// The first symbols of all forms.
    pub(super) fn roots(&self) -> impl Iterator<Item = (Symbol, Node)> {
        self.roots
            .iter()
            .enumerate()
            .filter(|(_, node)| **node != NOWHERE)
            .map(|(symbol, &node)| (symbol as Symbol, node))
    }

    /// What ends here.
    #[inline]
    pub(super) fn accepts(&self, node: Node) -> &[u32] {
        let place = &self.places[node as usize];
        &self.accepts[place.accepts as usize..place.accepts as usize + place.accept_count as usize]
    }
}
