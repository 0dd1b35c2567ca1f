//! Sources of which nothing more is reported, and new ones.

use super::Scene;
use super::change::{About, Change, ChangeKind};
use super::speech::Identities;
use crate::source::SourceIndex;

/// Finds the changes; sources that another change has named already are left out.
pub(super) fn find(scene: &Scene<'_>, changes: &mut Vec<Change>) {
    let identities = Identities::of(scene);
    let mut named: (Vec<SourceIndex>, Vec<SourceIndex>) = (Vec::new(), Vec::new());
    for change in changes.iter() {
        if let About::Source(old, new) = change.about {
            named.0.extend(old);
            named.1.extend(new);
        }
    }
    let (old, new) = (&scene.old.analysis.sources, &scene.new.analysis.sources);
    for (index, source) in old.speaking() {
        if source.words > 0 && !identities.stays(index) && !named.0.contains(&index) {
            let mention = source.mentions.first();
            changes.extend(mention.map(|mention| Change {
                kind: ChangeKind::SourceGone,
                old: Some(scene.old.excerpt(mention.tokens.clone())),
                new: None,
                about: About::Source(Some(index), None),
            }));
        }
    }
    for (index, source) in new.speaking() {
        if source.words > 0 && !identities.was(index) && !named.1.contains(&index) {
            let mention = source.mentions.first();
            changes.extend(mention.map(|mention| Change {
                kind: ChangeKind::SourceCame,
                old: None,
                new: Some(scene.new.excerpt(mention.tokens.clone())),
                about: About::Source(None, Some(index)),
            }));
        }
    }
}
