//! From marked passages and links between them to relations: what doccano and brat have in common.

use super::gold::{Label, Relation};
use std::collections::BTreeMap;

/// A marked passage.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Its id in the file.
    pub(super) id: String,
    /// What it was marked as.
    pub(super) label: String,
    /// Where it is; several spans where it is broken.
    pub(super) spans: Vec<[u32; 2]>,
}

/// What the marks and links of one article say.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) attributions: Vec<Relation>,
    pub(super) ignore: Vec<[u32; 2]>,
    pub(super) labels: Vec<Label>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Source,
    Cue,
    Content,
}

impl Role {
    fn of(label: &str) -> Option<Self> {
        match label.to_lowercase().as_str() {
            "source" => Some(Self::Source),
            "cue" => Some(Self::Cue),
            "content" => Some(Self::Content),
            _ => None,
        }
    }
}

/// Passages of one role that links join: parts of one source, cue or content.
struct Node {
    role: Role,
    id: String,
    spans: Vec<[u32; 2]>,
    linked: Vec<usize>,
}

/// Relations from the links: every cue has one, with the sources and contents that are linked to it. Links between passages of one
/// role join them. A content that is linked to a source alone makes a relation without cue.
///
/// # Errors
/// With the id of a link's end that does not exist, or of a source or content that nothing links: and what to do.
pub(super) fn linked(
    marks: &[Mark],
    links: &[(String, String)],
) -> Result<Linked, (String, String)> {
    let mut result = Linked::default();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut nodes: Vec<Node> = Vec::new();
    for mark in marks {
        let label = mark.label.to_lowercase();
        if let Some(role) = Role::of(&label) {
            places.insert(&mark.id, nodes.len());
            nodes.push(Node {
                role,
                id: mark.id.clone(),
                spans: mark.spans.clone(),
                linked: Vec::new(),
            });
        } else if label == "ignore" {
            result.ignore.extend(&mark.spans);
        } else {
            let spans = mark.spans.iter();
            result
                .labels
                .extend(spans.map(|&[start, end]| (start, end, label.clone())));
        }
    }
    let mut edges = Vec::new();
    for (from, to) in links {
        let known = |id: &String| marks.iter().any(|mark| mark.id == *id);
        if let Some(missing) = [from, to].into_iter().find(|id| !known(id)) {
            return Err((
                missing.clone(),
                format!(
                    "links {from} and {to}, but {missing} is not marked; mend or delete the link"
                ),
            ));
        }
        // Links of other labels are another task's.
        if let (Some(&a), Some(&b)) = (places.get(from.as_str()), places.get(to.as_str())) {
            edges.push((a, b));
        }
    }
    join(&mut nodes, &mut edges);
    for (a, b) in edges {
        nodes[a].linked.push(b);
        nodes[b].linked.push(a);
    }
    if let Some(alone) = nodes
        .iter()
        .find(|node| node.role != Role::Cue && node.linked.is_empty() && !node.spans.is_empty())
    {
        let role = if alone.role == Role::Source {
            "source"
        } else {
            "content"
        };
        return Err((
            alone.id.clone(),
            format!(
                "marks the {role} {} and links it to no cue; link it, or delete the mark",
                alone.id
            ),
        ));
    }
    result.attributions = relations(&nodes);
    Ok(result)
}

/// Joins passages of one role: the first takes the spans of the others, which are left empty.
fn join(nodes: &mut [Node], edges: &mut Vec<(usize, usize)>) {
    let mut parent: Vec<usize> = (0..nodes.len()).collect();
    let root = |parent: &[usize], mut at: usize| {
        while parent[at] != at {
            at = parent[at];
        }
        at
    };
    for &(a, b) in edges
        .iter()
        .filter(|&&(a, b)| nodes[a].role == nodes[b].role)
    {
        let (a, b) = (root(&parent, a), root(&parent, b));
        parent[a.max(b)] = a.min(b);
    }
    for at in 0..nodes.len() {
        let first = root(&parent, at);
        if first != at {
            let spans = std::mem::take(&mut nodes[at].spans);
            nodes[first].spans.extend(spans);
        }
    }
    *edges = edges
        .iter()
        .map(|&(a, b)| (root(&parent, a), root(&parent, b)))
        .filter(|(a, b)| a != b)
        .collect();
}

fn relations(nodes: &[Node]) -> Vec<Relation> {
    let gather = |ids: &[usize], role: Role| {
        let mut spans: Vec<[u32; 2]> = ids
            .iter()
            .filter(|&&id| nodes[id].role == role)
            .flat_map(|&id| nodes[id].spans.iter().copied())
            .collect();
        spans.sort_unstable();
        spans.dedup();
        spans
    };
    let mut relations = Vec::new();
    for node in nodes.iter().filter(|node| !node.spans.is_empty()) {
        let has_cue = node
            .linked
            .iter()
            .any(|&other| nodes[other].role == Role::Cue);
        if node.role == Role::Source || node.role == Role::Content && has_cue {
            continue;
        }
        let mut own = node.spans.clone();
        own.sort_unstable();
        let mut around = node.linked.clone();
        if node.role == Role::Cue && gather(&around, Role::Source).is_empty() {
            // The source may hang on the content.
            let beyond = around
                .iter()
                .filter(|&&other| nodes[other].role == Role::Content);
            let beyond: Vec<usize> = beyond
                .flat_map(|&other| nodes[other].linked.iter().copied())
                .collect();
            around.extend(beyond);
        }
        let source = gather(&around, Role::Source);
        relations.push(if node.role == Role::Cue {
            Relation {
                source,
                cue: own,
                content: gather(&around, Role::Content),
            }
        } else {
            Relation {
                source,
                cue: Vec::new(),
                content: own,
            }
        });
    }
    relations.sort_by_key(|relation| {
        let all = relation.cue.iter().chain(&relation.content);
        all.map(|span| span[0]).min()
    });
    relations
}
