//! The forms in which a name comes again: full, last name, initials, without its country (measures §4.2, steps 1, 3 and 4).

use super::LinkedBy;
use super::names::{Entry, EntryIndex, Gender};
use super::reader::{List, Reader};
use super::runs::{Look, Run};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many longer names a shorter one is compared with.
const LONGER: usize = 12;
/// How far before a name the word for a relative stands.
const KIN: usize = 5;

/// Names by the forms in which they come again.
#[derive(Default)]
pub(super) struct Forms {
    pub(super) full: FxHashMap<String, EntryIndex>,
    pub(super) last: FxHashMap<String, Vec<EntryIndex>>,
    first: FxHashMap<String, Vec<EntryIndex>>,
    initials: FxHashMap<String, EntryIndex>,
    /// Bodies of a country by the name without it: `foreign ministry`.
    unowned: FxHashMap<String, Vec<EntryIndex>>,
    bare: FxHashMap<String, EntryIndex>,
}

impl Forms {
    /// Single words that name one entry only.
    pub(super) fn unique(self) -> FxHashMap<String, EntryIndex> {
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

/// Registers full names and bodies under their [`full_key`]; single words wait until all full names are known.
pub(super) fn register(
    reader: &Reader<'_>,
    run: &Run,
    key: &str,
    entries: &mut Vec<Entry>,
    forms: &mut Forms,
) {
    if run.look == Look::Bare {
        return;
    }
    if let Some(&known) = forms.full.get(key) {
        if run.name.len() > entries[known].name.len() && run.look == Look::Person {
            entries[known].name = run.name.clone();
        }
        return;
    }
    let words = if run.look == Look::Person {
        words(reader, &run.name)
    } else {
        Vec::new()
    };
    if let Some(last) = words.last() {
        // "Eskelsen García" after "Lily Eskelsen García".
        let longer = forms
            .last
            .get(last)
            .into_iter()
            .flatten()
            .copied()
            .take(LONGER)
            .find(|&entry| {
                let of = self::words(reader, &entries[entry].name);
                of.len() > words.len() && of.ends_with(&words)
            });
        if let Some(entry) = longer {
            forms.full.insert(key.to_owned(), entry);
            return;
        }
    }
    let entry = entries.len();
    entries.push(Entry {
        kin: is_kin(reader, run),
        ..new_entry(run)
    });
    forms.full.insert(key.to_owned(), entry);
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
                let rest = key.strip_prefix(&place).unwrap_or(key).trim_start();
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
        kin: false,
    }
}

/// Whether a name is introduced as somebody's relative: "her husband, the painter Bo Orr".
fn is_kin(reader: &Reader<'_>, run: &Run) -> bool {
    let sentence = reader.sentence(run.name.start);
    let low = run.name.start.saturating_sub(KIN).max(sentence.start);
    (low..run.name.start).any(|at| reader.is(List::Kin, at))
}

/// The words of a name without initials and suffixes.
fn words(reader: &Reader<'_>, name: &Range<TokenIndex>) -> Vec<String> {
    let places = word_places(reader, name);
    places.iter().map(|&at| reader.name_key(at)).collect()
}

/// Where they stand.
fn word_places(reader: &Reader<'_>, name: &Range<TokenIndex>) -> Vec<TokenIndex> {
    let words = || name.clone().filter(|&at| reader.is_word(at));
    let some: Vec<TokenIndex> = words()
        .filter(|&at| !reader.is(List::Suffix, at) && !reader.is_initial(at))
        .collect();
    if some.len() > 1 {
        some
    } else {
        words().collect()
    }
}

/// What makes two full names one: first and last name, or all words of a body.
pub(super) fn full_key(reader: &Reader<'_>, run: &Run) -> String {
    match run.look {
        Look::Person => {
            if let [first, .., last] = word_places(reader, &run.name)[..] {
                let mut key = reader.name_key(first);
                key.push(' ');
                reader.push_name_key(last, &mut key);
                return key;
            }
        }
        Look::Body => {
            if let Some(place) = owner_place(reader, run) {
                return format!("{place} {}", reader.key(&run.name));
            }
        }
        Look::Place | Look::Bare => {}
    }
    reader.key(&run.name)
}

/// The place that a body belongs to by the possessive before it: `Armenia's Defense Ministry`.
fn owner_place(reader: &Reader<'_>, run: &Run) -> Option<String> {
    let owner = run.tokens.start.checked_sub(1)?;
    let possessive = reader.facts.possessive(reader.document, owner);
    possessive.then(|| reader.place_of(owner)).flatten()
}

pub(super) fn resolve(
    reader: &Reader<'_>,
    run: &Run,
    key: String,
    entries: &mut Vec<Entry>,
    forms: &mut Forms,
) -> (EntryIndex, LinkedBy, bool) {
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
            let own = several.iter().copied().filter(|&entry| !entries[entry].kin);
            let own: Vec<EntryIndex> = own.take(2).collect();
            if let [one] = own[..] {
                return (one, LinkedBy::PartOfName, false);
            }
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
pub(super) fn title_gender(reader: &Reader<'_>, run: &Run) -> Option<Gender> {
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
