//! Which mentions are one source (measures §4.2): the most certain link first, doubtful ones refused.

use super::names::{EntryIndex, Names};
use super::pronoun::{self, Who};
use super::reader::{List, Reader};
use super::reading::{self, Pronoun, Reading, Shape};
use super::subjects::Subject;
use super::{Actor, Doubt, LinkedBy, Note, SourceIndex, definite};
use crate::lexicon::RoleId;
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// More candidates than this are as doubtful as these.
pub(super) const ENOUGH: usize = 3;
/// How many mentions back an antecedent is looked up.
const RECENT: usize = 64;

/// What a cluster is known by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Referent {
    /// A declared actor.
    Actor(usize),
    /// A name.
    Entry(EntryIndex),
    /// A role or phrase by its words.
    Words(String),
    /// Itself only: "a resident".
    Alone(TokenIndex),
}

/// A cluster in the making.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    /// Its entry, where it has a name.
    pub(super) entry: Option<EntryIndex>,
    /// The first reading that is no pronoun.
    pub(super) reading: Reading,
    /// Whose "his ministry" it is.
    pub(super) owner: Option<EntryIndex>,
}

/// Links mentions, in the order of the text.
pub(super) struct Sieve<'r, 'd> {
    pub(super) reader: &'r Reader<'d>,
    pub(super) names: Names,
    actors: FxHashMap<String, usize>,
    pub(super) of: FxHashMap<Referent, SourceIndex>,
    pub(super) clusters: Vec<Cluster>,
    /// Mentions of sources so far, as antecedents.
    pub(super) said: Vec<Subject>,
    said_by: Vec<SourceIndex>,
    /// The first few sources with a role, by its head.
    pub(super) by_role: FxHashMap<RoleId, Vec<SourceIndex>>,
    /// The names to which the text gives a role, by its head and by all its words.
    pub(super) named: FxHashMap<RoleId, Vec<EntryIndex>>,
    pub(super) named_words: FxHashMap<String, Vec<EntryIndex>>,
    pub(super) doubts: Vec<Note>,
}

impl<'r, 'd> Sieve<'r, 'd> {
    pub(super) fn new(reader: &'r Reader<'d>, names: Names, actors: &[Actor]) -> Self {
        let mut declared = FxHashMap::default();
        for (index, actor) in actors.iter().enumerate() {
            for form in std::iter::once(&actor.name).chain(&actor.aliases) {
                declared.entry(alias_key(reader, form)).or_insert(index);
            }
        }
        let (named, named_words) = definite::names_by_role(reader, &names);
        Self {
            reader,
            names,
            named,
            named_words,
            actors: declared,
            of: FxHashMap::default(),
            clusters: Vec::new(),
            said: Vec::new(),
            said_by: Vec::new(),
            by_role: FxHashMap::default(),
            doubts: Vec::new(),
        }
    }

    /// The sources of a mention, and how each was linked: none for a pronoun whose antecedent is not found, two for "they" after "Orr and Vane".
    pub(super) fn link(&mut self, mention: &Range<TokenIndex>) -> Vec<(SourceIndex, LinkedBy)> {
        let partner = self.partner(mention);
        let one = self.link_one(mention);
        let other = partner
            .filter(|_| one.is_some())
            .and_then(|who| self.of_who(&who));
        let other = other.map(|of| (of, LinkedBy::Pronoun));
        one.into_iter().chain(other).collect()
    }

    /// The second of two whom "they" stands for.
    fn partner(&self, mention: &Range<TokenIndex>) -> Option<Who> {
        if mention.len() > 2 || !self.reader.is(List::Plural, mention.start) {
            return None;
        }
        let found = pronoun::antecedent(
            self.reader,
            &self.names,
            mention.start,
            Pronoun::Several,
            [&self.names.subjects, &self.said],
        )?;
        match &found.who {
            Who::Name(at) => self.names.partner(self.reader, *at).map(Who::Name),
            Who::Role(_) => None,
        }
    }

    fn link_one(&mut self, mention: &Range<TokenIndex>) -> Option<(SourceIndex, LinkedBy)> {
        let reading = reading::read(self.reader, &self.names, mention);
        let (of, linked_by) = match &reading.shape {
            Shape::Name(at) => self.name(&reading, *at)?,
            Shape::Pronoun(pronoun) => (self.pronoun(mention.start, *pronoun)?, LinkedBy::Pronoun),
            Shape::Relative => (self.relative(mention)?, LinkedBy::Pronoun),
            Shape::Role(role) => self.role(&reading, &role.clone()),
            Shape::Crowd | Shape::Other => {
                let key = self.reader.key(&reading.tokens);
                self.by_referent(Referent::Words(key), &reading)
            }
            Shape::Somebody => self.by_referent(Referent::Alone(mention.start), &reading),
        };
        self.remember(mention, &reading, of);
        Some((of, linked_by))
    }

    /// The source that an antecedent belongs to.
    fn of_who(&mut self, who: &Who) -> Option<SourceIndex> {
        match who {
            Who::Name(at) => {
                let name = self.names.at(*at)?.run.name.clone();
                let reading = reading::read(self.reader, &self.names, &name);
                self.name(&reading, *at).map(|(of, _)| of)
            }
            Who::Role(role) => {
                let reading = reading::read(self.reader, &self.names, &role.tokens);
                Some(match &reading.shape {
                    Shape::Name(at) => self.name(&reading, *at)?.0,
                    _ => self.role(&reading, role).0,
                })
            }
        }
    }

    pub(super) fn by_referent(
        &mut self,
        referent: Referent,
        reading: &Reading,
    ) -> (SourceIndex, LinkedBy) {
        let actor = self.actor_of(&referent, reading);
        let referent = actor.map_or(referent, Referent::Actor);
        if let Some(&of) = self.of.get(&referent) {
            let linked = if actor.is_some() {
                LinkedBy::Actor
            } else {
                LinkedBy::SameWords
            };
            return (of, linked);
        }
        let of = self.clusters.len();
        let entry = match referent {
            Referent::Entry(entry) => Some(entry),
            _ => None,
        };
        self.clusters.push(Cluster {
            entry,
            reading: reading.clone(),
            owner: None,
        });
        self.of.insert(referent, of);
        let linked = if actor.is_some() {
            LinkedBy::Actor
        } else {
            LinkedBy::First
        };
        (of, linked)
    }

    fn actor_of(&self, referent: &Referent, reading: &Reading) -> Option<usize> {
        if self.actors.is_empty() {
            return None;
        }
        let own = self.actors.get(&self.reader.key(&reading.tokens)).copied();
        own.or_else(|| match referent {
            Referent::Entry(entry) => self
                .actors
                .get(&self.reader.key(&self.names.entries[*entry].name))
                .copied(),
            _ => None,
        })
    }

    fn name(&mut self, reading: &Reading, at: TokenIndex) -> Option<(SourceIndex, LinkedBy)> {
        let named = self.names.at(at)?;
        let (entry, linked, shared) = (named.entry, named.linked_by, named.shared);
        let known = self.of.contains_key(&Referent::Entry(entry));
        let (of, by) = self.by_referent(Referent::Entry(entry), reading);
        self.clusters[of].entry = Some(entry);
        if shared && by == LinkedBy::First {
            let other = self.names.entries[entry].name.clone();
            self.doubts.push(Note {
                mention: reading.tokens.clone(),
                other,
                source: of,
                why: Doubt::SharedName,
            });
        }
        let by = match by {
            LinkedBy::SameWords if known => linked.max(LinkedBy::SameWords),
            other => other,
        };
        Some((of, by))
    }

    fn pronoun(&mut self, at: TokenIndex, pronoun: Pronoun) -> Option<SourceIndex> {
        let found = pronoun::antecedent(
            self.reader,
            &self.names,
            at,
            pronoun,
            [&self.names.subjects, &self.said],
        )?;
        let who = found.who.clone();
        let recent = self.said.len().saturating_sub(RECENT);
        let said = self.said[recent..]
            .iter()
            .rposition(|said| said.at == found.at)
            .map(|index| recent + index);
        let of = match said {
            Some(index) => self.said_by[index],
            None => self.of_who(&who)?,
        };
        if let (Pronoun::Person(gender), Some(entry)) = (pronoun, self.clusters[of].entry) {
            let known = &mut self.names.entries[entry].gender;
            *known = known.or(Some(gender));
        }
        Some(of)
    }

    fn relative(&mut self, mention: &Range<TokenIndex>) -> Option<SourceIndex> {
        let sentence = self.reader.sentence(mention.start);
        let relative = mention
            .clone()
            .find(|&at| self.reader.is(List::Relative, at))
            .unwrap_or(mention.start);
        let who = pronoun::before_relative(self.reader, &self.names, &sentence, relative)?;
        self.of_who(&who)
    }

    /// Keeps a mention as an antecedent, and its role for "the spokesman".
    fn remember(&mut self, mention: &Range<TokenIndex>, reading: &Reading, of: SourceIndex) {
        let who = match (&reading.shape, self.clusters[of].entry) {
            (Shape::Name(at), _) => Some(Who::Name(*at)),
            (Shape::Role(role), None) => Some(Who::Role(role.clone())),
            (_, Some(entry)) => Some(Who::Name(self.names.entries[entry].name.start)),
            (_, None) => match &self.clusters[of].reading.shape {
                Shape::Role(role) => Some(Who::Role(role.clone())),
                _ => None,
            },
        };
        if let Some(who) = who {
            self.said.push(Subject {
                at: mention.start,
                who,
            });
            self.said_by.push(of);
        }
        let own = match &reading.shape {
            Shape::Role(role) => Some(role.role),
            _ => None,
        };
        let given = self.clusters[of].entry.into_iter().flat_map(|entry| {
            let clues = &self.names.entries[entry].clues;
            clues
                .iter()
                .filter_map(|clue| clue.role.as_ref())
                .map(|role| role.role)
        });
        for role in own.into_iter().chain(given) {
            let sources = self.by_role.entry(role).or_default();
            if sources.len() < ENOUGH && !sources.contains(&of) {
                sources.push(of);
            }
        }
    }
}

/// The words of an alias as they are compared.
fn alias_key(reader: &Reader<'_>, form: &str) -> String {
    let document = crate::text::Document::from_plain(form, reader.lexicon.sentence_rules());
    let facts = reader.lexicon.facts(&document);
    let all = 0..document.tokens.len();
    Reader::new(&document, &facts, reader.lexicon).key(&all)
}
