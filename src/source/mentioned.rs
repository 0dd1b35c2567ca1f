//! Who is named in an article, source or not, for those who compare articles.

use super::names::Names;
use super::reader::Reader;
use super::runs::Look;
use crate::lexicon::{Facts, Lexicon};
use crate::text::{Document, TokenIndex};
use std::ops::Range;

/// Somebody or something that an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// The name as names are compared: no case, no diacritics, first and last name.
    pub key: String,
    /// The fullest form.
    pub name: Range<TokenIndex>,
    /// What it looks like.
    pub look: NameLook,
    /// Where it is named, in order.
    pub at: Vec<Range<TokenIndex>>,
}

/// What a name looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameLook {
    /// First and last name.
    Person,
    /// An organisation or an office.
    Body,
    /// A country or a city.
    Place,
    /// One capitalised word that may be anything.
    Bare,
}

/// The names of a document, in the order of their first mention.
pub fn mentioned(document: &Document<'_>, facts: &Facts, lexicon: &Lexicon) -> Vec<Mentioned> {
    let reader = Reader::new(document, facts, lexicon);
    let names = Names::find(&reader);
    let mut found: Vec<Mentioned> = names
        .entries
        .iter()
        .enumerate()
        .map(|(index, entry)| Mentioned {
            key: names.key(&reader, index),
            name: entry.name.clone(),
            look: match entry.look {
                Look::Person => NameLook::Person,
                Look::Body => NameLook::Body,
                Look::Place => NameLook::Place,
                Look::Bare => NameLook::Bare,
            },
            at: Vec::new(),
        })
        .collect();
    for named in &names.named {
        found[named.entry].at.push(named.run.name.clone());
    }
    found.retain(|mentioned| !mentioned.at.is_empty());
    found.sort_by_key(|mentioned| mentioned.at.first().map(|at| at.start));
    found
}
