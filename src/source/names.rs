//! Who is named in an article: names gathered over the whole text, with the roles that the text gives them (measures §4.2, steps 1, 3, 4 and 5).

use super::LinkedBy;
use super::clues::{self, Clue};
use super::forms::{self, Forms};
use super::headings;
use super::pronoun::{self, Who};
use super::reader::{List, Reader};
use super::reading::Pronoun;
use super::runs::{self, Look, Run};
use super::subjects::{self, Subject};
use crate::lexicon::WordClass;
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Index of an entry in [`Names::entries`].
pub(super) type EntryIndex = usize;

/// How many different roles of one name are kept.
const CLUES: usize = 12;

/// Man or woman, as far as titles and pronouns say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

/// Somebody or something named.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) look: Look,
    /// The fullest form of the name.
    pub(super) name: Range<TokenIndex>,
    /// Where it is first named.
    pub(super) first: TokenIndex,
    /// What the text says of its role, in order.
    pub(super) clues: Vec<Clue>,
    pub(super) gender: Option<Gender>,
    /// Introduced as somebody's relative: the last name alone is not theirs.
    pub(super) kin: bool,
}

/// A name in the text with whom it names.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) run: Run,
    pub(super) entry: EntryIndex,
    /// How this form was linked to the entry.
    pub(super) linked_by: LinkedBy,
    /// Another entry has the same last name.
    pub(super) shared: bool,
}

/// All names of an article.
pub(super) struct Names {
    /// In order; none overlaps another.
    pub(super) named: Vec<Named>,
    /// For each token, the first name that ends after it.
    from: Vec<u32>,
    pub(super) entries: Vec<Entry>,
    /// Subjects of clauses, in order.
    pub(super) subjects: Vec<Subject>,
    /// Entries by the one word that names them.
    pub(super) words: FxHashMap<String, EntryIndex>,
}

impl Names {
    pub(super) fn find(reader: &Reader<'_>) -> Self {
        let title_case = runs::title_case(reader);
        let (runs, long) = runs::find(reader, &title_case);
        let mut entries = Vec::new();
        let mut forms = Forms::default();
        let keyed = |run: Run| (forms::full_key(reader, &run), run);
        let mut all: Vec<(String, Run)> = runs.into_iter().map(keyed).collect();
        for (key, run) in &all {
            forms::register(reader, run, key, &mut entries, &mut forms);
        }
        let in_headings = headings::find(reader, &title_case, long, &forms);
        all.extend(in_headings.into_iter().map(keyed));
        all.sort_by_key(|(_, run)| run.tokens.start);
        let mut named: Vec<Named> = Vec::with_capacity(all.len());
        for (key, run) in all {
            let (entry, linked_by, shared) =
                forms::resolve(reader, &run, key, &mut entries, &mut forms);
            let known = &mut entries[entry];
            known.first = known.first.min(run.name.start);
            known.gender = known.gender.or_else(|| forms::title_gender(reader, &run));
            named.push(Named {
                run,
                entry,
                linked_by,
                shared,
            });
        }
        let mut from = Vec::with_capacity(reader.document.tokens.len());
        for (index, name) in (0..).zip(&named) {
            from.resize(name.run.tokens.end.max(from.len()), index);
        }
        from.resize(reader.document.tokens.len(), named.len() as u32);
        let mut names = Self {
            named,
            from,
            entries,
            subjects: Vec::new(),
            words: forms.unique(),
        };
        for index in 0..names.named.len() {
            for clue in clues::around(reader, &names, index) {
                let plural = clue.role.as_ref().is_some_and(|role| role.plural);
                if plural {
                    // "Orr and Vane, both farmers": the role is both's.
                    for other in [index.checked_sub(1), Some(index + 1)]
                        .into_iter()
                        .flatten()
                    {
                        if names.joined(reader, index.min(other), index.max(other)) {
                            names.learn(other, clue.clone());
                        }
                    }
                }
                names.learn(index, clue);
            }
        }
        for entry in &mut names.entries {
            entry.clues.sort_by_key(|clue| clue.at);
        }
        names.subjects = subjects::find(reader, &names);
        names.predicates(reader);
        names
    }

    /// What sentences with a pronoun as subject say: "He is now host of the show."
    fn predicates(&mut self, reader: &Reader<'_>) {
        for sentence in &reader.document.sentences {
            let at = sentence.tokens.start;
            let Some(pronoun) = pronoun::of_owner(reader, at) else {
                continue;
            };
            if !reader.has(at, WordClass::SubjectPronoun) || !matches!(pronoun, Pronoun::Person(_))
            {
                continue;
            }
            let Some(clue) = clues::predicate(reader, at) else {
                continue;
            };
            let who = pronoun::antecedent(reader, self, at, pronoun, [&self.subjects, &[]]);
            if let Some(Who::Name(name)) = who.map(|subject| &subject.who) {
                let name = *name;
                let from = self.index_from(name);
                self.learn(from, clue);
            }
        }
    }

    /// Keeps what the text says of a name, each role once.
    fn learn(&mut self, named: usize, clue: Clue) {
        let known = &mut self.entries[self.named[named].entry].clues;
        let role = |clue: &Clue| (clue.role.as_ref().map(|role| role.role), clue.weak);
        if known.len() < CLUES && known.iter().all(|of| role(of) != role(&clue)) {
            known.push(clue);
        }
    }

    /// The name that "and" joins to the name at a token.
    pub(super) fn partner(&self, reader: &Reader<'_>, at: TokenIndex) -> Option<TokenIndex> {
        let index = self.index_from(at);
        let next = self.joined(reader, index, index + 1).then_some(index + 1);
        let before = || {
            index
                .checked_sub(1)
                .filter(|&before| self.joined(reader, before, index))
        };
        let other = next.or_else(before)?;
        Some(self.named[other].run.name.start)
    }

    /// Whether two names that follow each other are joined by "and".
    fn joined(&self, reader: &Reader<'_>, first: usize, second: usize) -> bool {
        let Some(later) = self.named.get(second) else {
            return false;
        };
        let between = self.named[first].run.tokens.end..later.run.tokens.start;
        between.len() == 1 && reader.is(List::Joint, between.start)
    }

    /// The name whose run holds a token.
    #[inline]
    pub(super) fn at(&self, at: TokenIndex) -> Option<&Named> {
        let index = self.index_from(at);
        self.named
            .get(index)
            .filter(|named| named.run.tokens.contains(&at))
    }

    /// The names within a range.
    pub(super) fn within(&self, range: &Range<TokenIndex>) -> &[Named] {
        let from = self.index_from(range.start);
        let to = self
            .named
            .partition_point(|named| named.run.name.start < range.end);
        &self.named[from..to.max(from)]
    }

    /// The first name that ends after a token.
    #[inline]
    fn index_from(&self, at: TokenIndex) -> usize {
        self.from
            .get(at)
            .map_or(self.named.len(), |&index| index as usize)
    }

    /// A name as it is compared with those of other articles.
    pub(super) fn key(&self, reader: &Reader<'_>, entry: EntryIndex) -> String {
        let of = &self.entries[entry];
        forms::full_key(
            reader,
            &Run {
                tokens: of.name.clone(),
                name: of.name.clone(),
                look: of.look,
                titled: false,
            },
        )
    }
}
