//! Two revisions of one article: which sentences are the same, and what changed in how they frame what they tell.
//!
//! Sentences are paired first: word for word, then by the words that they share. Within pairs every word that stayed is mapped to its place
//! in the other revision, and each check looks at what became of the words around it: whose voice they are in, which verb introduces
//! them, which hedge stood before them. A sentence that is the same word for word changes nothing.

mod agents;
mod change;
mod edition;
mod figures;
mod kept;
mod pairs;
mod quotations;
mod sources;
mod speech;
mod terms;

pub use change::{About, Change, ChangeKind, Excerpt};
pub use pairs::{How, Pair};

use crate::analyzer::Analysis;
use crate::lexicon::Lexicon;
use crate::measure::Measured;
use edition::Edition;
use kept::Kept;

/// One revision as it is read here: what the stages found in it, and what was counted.
#[derive(Debug, Clone, Copy)]
pub struct Revised<'a> {
    /// What the stages found.
    pub analysis: &'a Analysis<'a>,
    /// What was counted.
    pub measured: &'a Measured,
}

/// What became of an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Revision {
    /// The sentences of both, each in one pair, in the order of the new text; those that went stand after the one before them.
    pub pairs: Vec<Pair>,
    /// What changed in the framing, by kind in their fixed order, then in the order of the text.
    pub changes: Vec<Change>,
}

impl Revision {
    /// How many pairs are of a kind.
    pub fn count(&self, how: How) -> u32 {
        self.pairs.iter().filter(|pair| pair.how == how).count() as u32
    }
}

/// Both revisions, how their sentences pair and which words stayed: what every check looks at.
pub(crate) struct Scene<'a> {
    pub(crate) old: Edition<'a>,
    pub(crate) new: Edition<'a>,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) pairs: Vec<Pair>,
    pub(crate) kept: Kept,
}

/// Compares two revisions of one article.
pub fn revise(old: Revised<'_>, new: Revised<'_>, lexicon: &Lexicon) -> Revision {
    let (old, new) = Edition::both(old, new);
    let pairs = pairs::pair(&old, &new);
    let kept = Kept::of(&old, &new, &pairs);
    let scene = Scene {
        old,
        new,
        lexicon,
        pairs,
        kept,
    };
    let mut changes = Vec::new();
    speech::find(&scene, &mut changes);
    terms::find(&scene, &mut changes);
    agents::find(&scene, &mut changes);
    figures::find(&scene, &mut changes);
    quotations::find(&scene, &mut changes);
    sources::find(&scene, &mut changes);
    scene.headline(&mut changes);
    changes.sort_by_key(|change| (change.kind, change.place()));
    changes.dedup();
    Revision {
        pairs: scene.pairs,
        changes,
    }
}

impl Scene<'_> {
    /// The headline, where its words are others.
    fn headline(&self, changes: &mut Vec<Change>) {
        let (old, new) = (self.old.headline(), self.new.headline());
        let reworded = match (&old, &new) {
            (None, None) => self.old.title() != self.new.title(),
            _ => {
                old.clone().map(|at| self.old.spelled(at))
                    != new.clone().map(|at| self.new.spelled(at))
            }
        };
        if reworded {
            changes.push(Change {
                kind: ChangeKind::Headline,
                old: old.map(|tokens| self.old.excerpt(tokens)),
                new: new.map(|tokens| self.new.excerpt(tokens)),
                about: About::Words,
            });
        }
    }
}
