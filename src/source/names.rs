//! Who is named in an article: names gathered over the whole text, with the roles that the text gives them (measures §4.2, steps 1, 3, 4 and 5).

use super::clues::{self, Clue};
use super::pronoun::{self, Subject, Who};
use super::reader::{List, Reader};
use super::reading::Pronoun;
use super::runs::{self, Look, Run};
use super::{LinkedBy, roles};
use crate::lexicon::{SourceKind, WordClass};
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
    /// In order.
    pub(super) named: Vec<Named>,
    pub(super) entries: Vec<Entry>,
    /// Subjects of clauses, in order.
    pub(super) subjects: Vec<Subject>,
    /// Entries by the one word that names them.
    words: FxHashMap<String, EntryIndex>,
}

/// Names by the forms in which they come again.
#[derive(Default)]
struct Forms {
    full: FxHashMap<String, EntryIndex>,
    last: FxHashMap<String, Vec<EntryIndex>>,
    first: FxHashMap<String, Vec<EntryIndex>>,
    initials: FxHashMap<String, EntryIndex>,
    /// Bodies of a country by the name without it: `foreign ministry`.
    unowned: FxHashMap<String, Vec<EntryIndex>>,
    bare: FxHashMap<String, EntryIndex>,
}

impl Forms {
    /// Single words that name one entry only.
    fn unique(self) -> FxHashMap<String, EntryIndex> {
        let mut words = self.bare;
        // The order does not matter: every key is written once.
        words.extend(
            self.last
                .into_iter()
                .filter_map(|(word, all)| Some((word, *all.first().filter(|_| all.len() == 1)?))),
        );
        words.extend(self.initials);
        words
    }
}

impl Names {
    pub(super) fn find(reader: &Reader<'_>) -> Self {
        let title_case = runs::title_case(reader);
        let (runs, long) = runs::find(reader, &title_case);
        let mut entries = Vec::new();
        let mut forms = Forms::default();
        for run in &runs {
            register(reader, run, &mut entries, &mut forms);
        }
        let mut all = runs;
        all.extend(in_headings(reader, &title_case, long, &forms));
        all.sort_by_key(|run| run.tokens.start);
        let mut named: Vec<Named> = Vec::new();
        for run in all {
            let (entry, linked_by, shared) = resolve(reader, &run, &mut entries, &mut forms);
            let known = &mut entries[entry];
            known.first = known.first.min(run.name.start);
            known.gender = known.gender.or_else(|| title_gender(reader, &run));
            named.push(Named {
                run,
                entry,
                linked_by,
                shared,
            });
        }
        let mut names = Self {
            named,
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
        names.subjects = pronoun::subjects(reader, &names);
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
    fn index_from(&self, at: TokenIndex) -> usize {
        self.named
            .partition_point(|named| named.run.tokens.end <= at)
    }

    /// A name as it is compared with those of other articles.
    pub(super) fn key(&self, reader: &Reader<'_>, entry: EntryIndex) -> String {
        let of = &self.entries[entry];
        full_key(
            reader,
            &Run {
                tokens: of.name.clone(),
                name: of.name.clone(),
                look: of.look,
                titled: false,
            },
        )
    }

    /// What kind of source an entry is, as far as the text says.
    pub(super) fn kind(&self, reader: &Reader<'_>, entry: EntryIndex, depth: u8) -> SourceKind {
        let of = &self.entries[entry];
        if of.look == Look::Place {
            return SourceKind::Official;
        }
        let by_name = (of.look == Look::Body)
            .then(|| roles::of_body(reader, &of.name))
            .flatten();
        if let Some(kind) = by_name {
            return kind;
        }
        let mut weak = SourceKind::Unknown;
        for clue in &of.clues {
            let kind = self.clue_kind(reader, clue, depth);
            if kind == SourceKind::Unknown {
                continue;
            }
            if !clue.weak {
                return kind;
            }
            if weak == SourceKind::Unknown {
                weak = kind;
            }
        }
        weak
    }

    /// Who is named in the words that own a role: by a name of its own, or by a word of the title.
    fn owner(&self, reader: &Reader<'_>, owner: &Range<TokenIndex>) -> Option<EntryIndex> {
        let named = self.within(owner).last().map(|named| named.entry);
        named.or_else(|| {
            owner
                .clone()
                .filter(|&at| reader.is_capital(at))
                .find_map(|at| self.words.get(&reader.name_key(at)).copied())
        })
    }

    fn clue_kind(&self, reader: &Reader<'_>, clue: &Clue, depth: u8) -> SourceKind {
        match &clue.role {
            Some(role) => self.role_kind(reader, role, depth),
            None => clue.kind,
        }
    }

    /// The kind of a role: where it is what its owner is, and the owner is known, the owner's.
    pub(super) fn role_kind(
        &self,
        reader: &Reader<'_>,
        role: &roles::RoleReading,
        depth: u8,
    ) -> SourceKind {
        let owner = role
            .owner
            .clone()
            .filter(|_| !role.modified && depth > 0)
            .and_then(|owner| self.owner(reader, &owner));
        if let Some(at) = role.owner.as_ref().map(|owner| owner.start).filter(|&at| {
            depth > 0 && !role.modified && reader.any(at, &[WordClass::PossessiveDeterminer])
        }) {
            return self.kind_of_owner(reader, at, role, depth - 1);
        }
        let Some(owner) = owner else {
            let bare = role.owner.is_none()
                && !role.modified
                && reader.is_all(List::Spokesperson, &role.head);
            return if bare { SourceKind::Unknown } else { role.kind };
        };
        let look = self.entries[owner].look;
        match (self.kind(reader, owner, depth - 1), look) {
            (_, Look::Place) => role.kind,
            (SourceKind::Unknown, _) => SourceKind::Unknown,
            (kind, _) => kind,
        }
    }
}

impl Names {
    /// The kind that "his" or "their" before a role gives: that of whom it stands for.
    fn kind_of_owner(
        &self,
        reader: &Reader<'_>,
        at: TokenIndex,
        role: &roles::RoleReading,
        depth: u8,
    ) -> SourceKind {
        let owner = pronoun::of_owner(reader, at).and_then(|pronoun| {
            pronoun::antecedent(reader, self, at, pronoun, [&self.subjects, &[]])
        });
        let kind = match owner.map(|subject| &subject.who) {
            Some(Who::Name(name)) => self
                .at(*name)
                .map(|named| self.kind(reader, named.entry, depth)),
            Some(Who::Role(role)) => Some(self.role_kind(reader, role, depth)),
            None => None,
        };
        kind.filter(|&kind| kind != SourceKind::Unknown)
            .unwrap_or(role.kind)
    }
}

/// Registers full names and bodies; single words wait until all full names are known.
fn register(reader: &Reader<'_>, run: &Run, entries: &mut Vec<Entry>, forms: &mut Forms) {
    if run.look == Look::Bare {
        return;
    }
    let key = full_key(reader, run);
    if let Some(&known) = forms.full.get(&key) {
        if run.name.len() > entries[known].name.len() && run.look == Look::Person {
            entries[known].name = run.name.clone();
        }
        return;
    }
    let words = words(reader, &run.name);
    if let Some(last) = words.last().filter(|_| run.look == Look::Person) {
        // "Eskelsen García" after "Lily Eskelsen García".
        let longer = forms
            .last
            .get(last)
            .into_iter()
            .flatten()
            .copied()
            .take(CLUES)
            .find(|&entry| {
                let of = self::words(reader, &entries[entry].name);
                of.len() > words.len() && of.ends_with(&words)
            });
        if let Some(entry) = longer {
            forms.full.insert(key, entry);
            return;
        }
    }
    let entry = entries.len();
    entries.push(new_entry(run));
    forms.full.insert(key, entry);
    match run.look {
        Look::Person => {
            if let (Some(first), Some(last)) = (words.first(), words.last()) {
                forms.last.entry(last.clone()).or_default().push(entry);
                forms.first.entry(first.clone()).or_default().push(entry);
            }
        }
        Look::Body => {
            let initials: String = run
                .name
                .clone()
                .filter(|&at| reader.is_capital(at))
                .filter_map(|at| reader.name_key(at).chars().next())
                .collect();
            if initials.len() > 1 {
                forms.initials.entry(initials).or_insert(entry);
            }
            if let Some(place) = run
                .name
                .clone()
                .find_map(|at| reader.place_of(at))
                .or_else(|| owner_place(reader, run))
            {
                let key = full_key(reader, run);
                let rest = key.strip_prefix(&place).unwrap_or(&key).trim_start();
                forms
                    .unowned
                    .entry(rest.to_owned())
                    .or_default()
                    .push(entry);
            }
        }
        Look::Place | Look::Bare => {}
    }
}

fn new_entry(run: &Run) -> Entry {
    Entry {
        look: run.look,
        name: run.name.clone(),
        first: run.name.start,
        clues: Vec::new(),
        gender: None,
    }
}

/// The words of a name without initials and suffixes.
fn words(reader: &Reader<'_>, name: &Range<TokenIndex>) -> Vec<String> {
    let words = |all: bool| -> Vec<String> {
        name.clone()
            .filter(|&at| reader.is_word(at))
            .filter(|&at| all || !reader.is(List::Suffix, at))
            .map(|at| reader.name_key(at))
            .filter(|word| all || word.chars().count() > 1)
            .collect()
    };
    let some = words(false);
    if some.len() > 1 { some } else { words(true) }
}

/// What makes two full names one: first and last name, or all words of a body.
fn full_key(reader: &Reader<'_>, run: &Run) -> String {
    let words = words(reader, &run.name);
    match (run.look, words.as_slice()) {
        (Look::Person, [first, .., last]) => format!("{first} {last}"),
        (Look::Body, _) => match owner_place(reader, run) {
            Some(place) => format!("{place} {}", reader.key(&run.name)),
            None => reader.key(&run.name),
        },
        _ => reader.key(&run.name),
    }
}

/// The place that a body belongs to by the possessive before it: `Armenia's Defense Ministry`.
fn owner_place(reader: &Reader<'_>, run: &Run) -> Option<String> {
    let owner = run.tokens.start.checked_sub(1)?;
    let possessive = reader.facts.possessive(reader.document, owner);
    possessive.then(|| reader.place_of(owner)).flatten()
}

fn resolve(
    reader: &Reader<'_>,
    run: &Run,
    entries: &mut Vec<Entry>,
    forms: &mut Forms,
) -> (EntryIndex, LinkedBy, bool) {
    let key = full_key(reader, run);
    if run.look != Look::Bare
        && let Some(&entry) = forms.full.get(&key)
    {
        let word = reader.document.tokens[run.name.start].all_caps && run.name.len() == 1;
        if word
            && let Some(&long) = forms.initials.get(&key).or_else(|| {
                forms
                    .last
                    .get(&key)
                    .filter(|all| all.len() == 1)
                    .map(|all| &all[0])
            })
        {
            return (long, LinkedBy::Acronym, false);
        }
        if let Some([one]) = forms.unowned.get(&key).map(Vec::as_slice) {
            return (*one, LinkedBy::PartOfName, false);
        }
        return (entry, LinkedBy::SameWords, false);
    }
    let named = forms.last.get(&key).map_or(&[][..], Vec::as_slice);
    match named {
        [] => {}
        [one] => return (*one, LinkedBy::PartOfName, false),
        several => {
            // The same word again is the same person; otherwise who has been named before, where that is one only.
            if let Some(&entry) = forms.bare.get(&key) {
                return (entry, LinkedBy::SameWords, true);
            }
            let gender = title_gender(reader, run);
            let before: Vec<EntryIndex> = several
                .iter()
                .copied()
                .filter(|&entry| entries[entry].first < run.name.start)
                .filter(|&entry| {
                    gender.is_none()
                        || entries[entry].gender.is_none()
                        || entries[entry].gender == gender
                })
                .collect();
            // In a headline, before any of them: who comes first.
            let one = match before[..] {
                [one] => Some(one),
                [] => several
                    .iter()
                    .copied()
                    .min_by_key(|&entry| entries[entry].first),
                _ => None,
            };
            if let Some(one) = one {
                forms.bare.insert(key, one);
                return (one, LinkedBy::PartOfName, true);
            }
            let entry = entries.len();
            entries.push(new_entry(run));
            forms.bare.insert(key, entry);
            return (entry, LinkedBy::First, true);
        }
    }
    if let Some(&entry) = forms.bare.get(&key) {
        let linked = if entries[entry].name.len() > 1 {
            LinkedBy::PartOfName
        } else {
            LinkedBy::SameWords
        };
        return (entry, linked, false);
    }
    if let Some([one]) = forms.first.get(&key).map(Vec::as_slice)
        && !run.titled
    {
        return (*one, LinkedBy::PartOfName, false);
    }
    let entry = entries.len();
    entries.push(new_entry(run));
    forms.bare.insert(key, entry);
    (entry, LinkedBy::First, false)
}

/// Man or woman, by the title before a name.
fn title_gender(reader: &Reader<'_>, run: &Run) -> Option<Gender> {
    let titles = run.tokens.start.saturating_sub(2)..run.name.start;
    titles.rev().find_map(|at| {
        if reader.is(List::TitleMasculine, at) {
            Some(Gender::Masculine)
        } else if reader.is(List::TitleFeminine, at) {
            Some(Gender::Feminine)
        } else {
            None
        }
    })
}

/// In headings in title case, only words of names that the text has elsewhere.
fn in_headings(
    reader: &Reader<'_>,
    title_case: &[bool],
    long: Vec<Range<TokenIndex>>,
    forms: &Forms,
) -> Vec<Run> {
    let mut runs = Vec::new();
    let headings = reader
        .document
        .sentences
        .iter()
        .zip(title_case)
        .filter(|(_, title)| **title)
        .map(|(sentence, _)| sentence.tokens.clone());
    for range in headings.chain(long) {
        let mut at = range.start;
        while at < range.end {
            let end = (at + 1..=range.end.min(at + 5)).rev().find(|&end| {
                let name = at..end;
                reader.is_capital(at)
                    && (forms.full.contains_key(&reader.key(&name))
                        || name.len() == 1 && forms.last.contains_key(&reader.name_key(at))
                        || reader.is_all(List::Place, &name))
            });
            let Some(end) = end else {
                at += 1;
                continue;
            };
            let look = if reader.is_all(List::Place, &(at..end)) {
                Look::Place
            } else if end == at + 1 {
                Look::Bare
            } else {
                Look::Person
            };
            runs.push(Run {
                tokens: at..end,
                name: at..end,
                look,
                titled: false,
            });
            at = end;
        }
    }
    runs
}
