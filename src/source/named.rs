//! Who is named in a text, and how often: for whoever wants to say of what side they are.

use super::names::Names;
use super::reader::Reader;
use super::runs::Look;
use crate::lexicon::{Facts, Lexicon};
use crate::text::{Document, TokenIndex};
use std::ops::Range;

/// A person or body that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedActor {
    /// The fullest form of the name, as written.
    pub name: String,
    /// How often it is named.
    pub mentions: u32,
    /// Whether it looks like a body rather than a person.
    pub body: bool,
    /// Where its full name stands for the first time, with titles.
    pub tokens: Range<TokenIndex>,
    /// The roles that the text gives to it.
    pub roles: Vec<Range<TokenIndex>>,
}

/// The people and bodies of a document whose names have two words or more, in the order of their first mention. Places are left out.
pub fn named_actors(document: &Document<'_>, facts: &Facts, lexicon: &Lexicon) -> Vec<NamedActor> {
    let reader = Reader::new(document, facts, lexicon);
    let names = Names::find(&reader);
    let mut actors: Vec<(TokenIndex, NamedActor)> = Vec::new();
    for (index, entry) in names.entries.iter().enumerate() {
        if !matches!(entry.look, Look::Person | Look::Body) || entry.name.len() < 2 {
            continue;
        }
        let named = names.named.iter().filter(|named| named.entry == index);
        let full = named.clone().find(|named| named.run.name == entry.name);
        let roles = entry.clues.iter().filter_map(|clue| clue.role.as_ref());
        let actor = NamedActor {
            name: reader.shown(&entry.name),
            mentions: named.count() as u32,
            body: entry.look == Look::Body,
            tokens: full.map_or_else(|| entry.name.clone(), |named| named.run.tokens.clone()),
            roles: roles.map(|role| role.tokens.clone()).collect(),
        };
        actors.push((entry.first, actor));
    }
    actors.sort_by_key(|(first, _)| *first);
    actors.into_iter().map(|(_, actor)| actor).collect()
}
