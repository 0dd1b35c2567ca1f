//! Who the sources are: mentions gathered into people and institutions, their kinds, their anonymity, and how many words each is given.
//!
//! The rules are those of measures §4. They read tokens, capitals and the packs' word classes. A doubtful link is a [`Note`], never a merge.

mod anonymity;
mod apposition;
mod clues;
mod concentration;
mod definite;
mod describe;
mod forms;
mod gather;
mod headings;
mod joint;
mod kinds;
mod link;
mod mentioned;
mod model;
mod named;
mod names;
mod pronoun;
mod reader;
mod reading;
mod relation;
mod roles;
mod runs;
mod sieve;
mod subjects;
mod titles;
mod words;

pub use crate::lexicon::SourceKind;
pub use concentration::{Concentration, concentration};
pub use link::{Across, Group, Identity, Member, RoleLink, link};
pub use mentioned::{Mentioned, NameLook, mentioned};
pub use model::{
    Actor, Anonymity, Doubt, Flag, Joint, LinkedBy, Mention, Note, Source, SourceIndex, Sources,
    Unresolved,
};
pub use named::{NamedActor, named_actors};
pub use relation::Relation;

use crate::attribution::Attribution;
use crate::lexicon::{Facts, Level, Lexicon};
use crate::text::Document;

/// Gathers the sources of a document from its attributions.
pub fn sources(
    document: &Document<'_>,
    facts: &Facts,
    lexicon: &Lexicon,
    attributions: &[Attribution],
) -> Sources {
    sources_with_actors(document, facts, lexicon, attributions, &[])
}

/// The same, with the actors that the caller declares: their names and aliases are one source each.
pub fn sources_with_actors(
    document: &Document<'_>,
    facts: &Facts,
    lexicon: &Lexicon,
    attributions: &[Attribution],
    actors: &[Actor],
) -> Sources {
    let relations: Vec<Relation> = attributions.iter().map(Relation::from).collect();
    from_relations(document, facts, lexicon, &relations, actors)
}

/// Gathers sources from relations that stand as token ranges: annotations, for one.
pub fn from_relations(
    document: &Document<'_>,
    facts: &Facts,
    lexicon: &Lexicon,
    relations: &[Relation],
    actors: &[Actor],
) -> Sources {
    let reader = reader::Reader::new(document, facts, lexicon);
    let mut sources = gather::gather(&reader, relations, actors);
    words::count(document, relations, &mut sources);
    sources
}

/// Whether relations of a level are counted as relations of a source.
pub(crate) const fn is_counted(level: Level) -> bool {
    matches!(level, Level::Report | Level::SpeechAct)
}
