//! What the figures were counted from, by evidence id, as a reader would point at it: the word itself, a sentence, a name.

use crate::report::ArticleReport;
use crate::report::table::ellipsis;
use crate::report::table::figures::place;
use std::collections::BTreeMap;

/// Characters of a word or a name.
const LABEL: usize = 28;

/// A thing that was counted.
#[derive(Debug, Clone)]
pub(super) struct Thing {
    /// What a reader sees.
    pub(super) label: String,
    /// Whether the page has a note on it, with the id that it is counted under.
    pub(super) noted: bool,
}

/// The things of an article that a figure may lead to. Parts of the text are none: they are the text.
pub(super) fn things(article: &ArticleReport) -> BTreeMap<&str, Thing> {
    let noted = |label: String| Thing { label, noted: true };
    let mut things = BTreeMap::new();
    for term in article.loaded.iter().chain(&article.epistemic) {
        things.insert(term.id.as_str(), noted(ellipsis(&term.text, LABEL)));
    }
    for found in &article.attributions {
        things.insert(&found.id, noted(place(found.sentence, found.zone)));
    }
    for found in &article.markers {
        things.insert(&found.id, noted(ellipsis(&found.text, LABEL)));
    }
    for found in &article.claims {
        things.insert(&found.id, noted(format!("S{}", found.sentence)));
    }
    for found in &article.harm {
        things.insert(&found.id, noted(ellipsis(&found.predicate.text, LABEL)));
    }
    for found in &article.mentions {
        things.insert(&found.id, noted(ellipsis(&found.text, LABEL)));
    }
    for source in &article.sources {
        let label = ellipsis(&source.name, LABEL);
        things.insert(
            &source.id,
            Thing {
                label,
                noted: false,
            },
        );
    }
    things
}
