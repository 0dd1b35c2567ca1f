//! Which sources of several articles are one, said in sentences: who was taken for whom, and through which article.

use crate::source::{Across, Member, Sources, link};

/// One sentence for each group of sources that are one although the articles call them differently. `letters` name the articles, in the
/// order of `sources`.
pub(super) fn linked(letters: &[char], sources: &[&Sources]) -> Vec<String> {
    let shown = |member: &Member| {
        let name = sources
            .get(member.article)
            .and_then(|of| of.clusters.get(member.source))
            .map_or("", |cluster| cluster.name.as_str());
        let letter = letters.get(member.article).copied().unwrap_or('?');
        format!("\u{201C}{name}\u{201D} ({letter})")
    };
    let mut notes = Vec::new();
    for group in link(sources) {
        let how = group
            .members
            .iter()
            .filter_map(|member| match member.linked {
                Across::Role { via } => letters
                    .get(via)
                    .map(|letter| format!("linked via {letter}")),
                Across::SameRole => Some("the same role".to_owned()),
                Across::Acronym => Some("by its initials".to_owned()),
                Across::PartOfName => Some("by part of the name".to_owned()),
                Across::First | Across::SameName => None,
            });
        let mut how: Vec<String> = how.collect();
        how.dedup();
        if how.is_empty() {
            continue;
        }
        let names: Vec<String> = group.members.iter().map(shown).collect();
        notes.push(format!(
            "{} are taken for one source: {}.",
            names.join(" and "),
            how.join(", ")
        ));
    }
    notes
}
