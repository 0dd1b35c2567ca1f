//! Loads packs of a user beside the built-in ones, and reads what packs say to people.

use super::compile::compile;
use super::cross;
use super::entry::EntryId;
use super::forms::{inflected, pieces, to_text};
use super::pack::{PackHeader, PackText};
use super::read::{Prose, Written, read};
use super::source::Source;
use super::{CueId, HarmId, Lexicon, RoleId, builtin};
use crate::error::Problem;

/// Where a pack was read from, and its text.
pub type PackSource<'p> = (&'p str, &'p str);

/// All mistakes of all packs, in order of file and line. The built-in packs are compared with, unless a pack of the same id replaces them.
pub fn check(packs: &[PackSource<'_>]) -> Vec<Problem> {
    read_all(packs).1
}

/// The sources of the built-in packs: path below `lexicons`, and TOML.
pub fn builtin_sources() -> &'static [PackSource<'static>] {
    builtin::sources()
}

fn read_all(packs: &[PackSource<'_>]) -> (Vec<Written>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut all: Vec<(Written, bool)> = Vec::new();
    for (place, text) in packs {
        let mut source = Source::new(place, text);
        all.push((read(&mut source, text), true));
        problems.append(&mut source.problems);
    }
    let replaced: Vec<String> = all
        .iter()
        .map(|(pack, _)| pack.text.pack.id.to_string())
        .collect();
    for (place, text) in builtin::sources() {
        let pack = read(&mut Source::new(place, text), text);
        if !replaced.iter().any(|id| *id == pack.text.pack.id) {
            all.push((pack, false));
        }
    }
    cross::check(&all, &mut problems);
    problems.sort_by(|a, b| (&a.place, a.line, &a.message).cmp(&(&b.place, b.line, &b.message)));
    problems.dedup();
    (
        all.into_iter()
            .filter(|(_, checked)| *checked)
            .map(|(pack, _)| pack)
            .collect(),
        problems,
    )
}

impl Lexicon {
    /// The built-in packs and those of a user, each with where it was read from. A pack with the id of a built-in pack replaces it; an entry, cue or
    /// role that stands in a built-in pack too overrides that one.
    ///
    /// # Errors
    /// All mistakes of all packs.
    pub fn with_packs(packs: &[PackSource<'_>]) -> Result<Self, Vec<Problem>> {
        let (written, problems) = read_all(packs);
        if !problems.is_empty() {
            return Err(problems);
        }
        let replaced =
            |text: &PackText<'_>| written.iter().any(|pack| pack.text.pack.id == text.pack.id);
        let mut all: Vec<(PackText<'static>, PackHeader)> = builtin::packs()
            .into_iter()
            .filter(|(text, _)| !replaced(text))
            .collect();
        for pack in written {
            let header = pack.text.header(false);
            all.push((pack.text, header));
        }
        let mut lexicon = compile(all);
        lexicon.sources = packs
            .iter()
            .map(|(place, text)| ((*place).to_owned(), (*text).to_owned()))
            .collect();
        Ok(lexicon)
    }

    /// Only these packs, without the built-in ones: for tests of packs and rules.
    ///
    /// # Errors
    /// All mistakes of all packs.
    pub fn only(packs: &[PackSource<'_>]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut all = Vec::new();
        for (place, text) in packs {
            let mut source = Source::new(place, text);
            all.push((read(&mut source, text), true));
            problems.append(&mut source.problems);
        }
        cross::check(&all, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let texts = all.into_iter().map(|(pack, _)| {
            let header = pack.text.header(false);
            (pack.text, header)
        });
        let mut lexicon = compile(texts.collect());
        lexicon.sources = packs
            .iter()
            .map(|(place, text)| ((*place).to_owned(), (*text).to_owned()))
            .collect();
        Ok(lexicon)
    }

    /// What the pack says to people about an entry. Reads the pack's source.
    pub fn prose(&self, id: EntryId) -> Option<Prose> {
        let entry = self.entry(id);
        let pack = self.written(entry.pack)?;
        let at = pack
            .text
            .entry
            .iter()
            .position(|text| text.id == entry.id())?;
        pack.entries.into_iter().nth(at).map(|item| item.prose)
    }

    /// What the packs say to people about these entries; each pack's source is read once.
    pub fn prose_of(&self, entries: &[EntryId]) -> Vec<(EntryId, Prose)> {
        let mut entries: Vec<(usize, EntryId)> = entries
            .iter()
            .map(|&id| (self.entry(id).pack, id))
            .collect();
        entries.sort_unstable();
        entries.dedup();
        let mut found = Vec::with_capacity(entries.len());
        for pack in entries.chunk_by(|one, next| one.0 == next.0) {
            let Some(mut written) = pack.first().and_then(|(pack, _)| self.written(*pack)) else {
                continue;
            };
            for &(_, id) in pack {
                let texts = &written.text.entry;
                let at = texts.iter().position(|text| text.id == self.entry(id).id());
                let item = at.and_then(|at| written.entries.get_mut(at));
                found.extend(item.map(|item| (id, std::mem::take(&mut item.prose))));
            }
        }
        found
    }

    /// What the pack says to people about a cue. Reads the pack's source.
    pub fn cue_prose(&self, id: CueId) -> Option<Prose> {
        let cue = self.cue(id);
        let pack = self.written(cue.pack)?;
        let at = pack
            .text
            .cue
            .iter()
            .position(|text| text.lemma == cue.lemma && text.kind == cue.kind.name())?;
        pack.cues.into_iter().nth(at).map(|item| item.prose)
    }

    /// What the pack says to people about a role. Reads the pack's source.
    pub fn role_prose(&self, id: RoleId) -> Option<Prose> {
        let role = self.role(id);
        let pack = self.written(role.pack)?;
        let at = pack
            .text
            .role
            .iter()
            .position(|text| text.head == role.head)?;
        pack.roles.into_iter().nth(at).map(|item| item.prose)
    }

    /// What the pack says to people about a word of harm. Reads the pack's source.
    pub fn harm_prose(&self, id: HarmId) -> Option<Prose> {
        let harm = self.harm(id);
        let pack = self.written(harm.pack)?;
        let at = pack
            .text
            .harm
            .iter()
            .position(|text| text.lemma == harm.lemma && text.kind == harm.part.name())?;
        pack.harms.into_iter().nth(at).map(|item| item.prose)
    }

    /// Why the words of a naming set stand side by side. Reads the pack's source.
    pub fn set_rationale(&self, set: usize) -> Option<String> {
        let set = self.naming_sets().get(set)?;
        let pack = self.written(set.pack)?;
        let at = pack.text.set.iter().position(|text| text.id == set.id)?;
        pack.sets.into_iter().nth(at).map(|item| item.rationale)
    }

    pub(super) fn written(&self, pack: usize) -> Option<Written> {
        let header = self.packs.get(pack)?;
        let owned = self
            .sources
            .iter()
            .map(|(place, text)| (place.as_str(), text.as_str()));
        let text = if header.builtin {
            builtin::sources()
                .iter()
                .copied()
                .find(|(place, _)| *place == header.place)?
                .1
        } else {
            owned
                .into_iter()
                .find(|(place, _)| *place == header.place)?
                .1
        };
        Some(read(&mut Source::new(&header.place, text), text))
    }

    /// The entries that have this word or phrase among their forms, or that have this id; failing those, the entries with a form that holds the word.
    pub fn find(&self, word: &str) -> Vec<EntryId> {
        let wanted = to_text(&pieces(word));
        let (mut exact, mut within) = (Vec::new(), Vec::new());
        for (index, entry) in self.entries.iter().enumerate() {
            let (mut is, mut holds) = (entry.id() == word, false);
            for form in entry.forms() {
                inflected(form, &entry.text.inflection(), |pieces, _| {
                    let form = to_text(pieces);
                    is |= form == wanted;
                    holds |= form.split(' ').any(|part| part == wanted);
                });
            }
            if is {
                exact.push(EntryId(index as u32));
            } else if holds {
                within.push(EntryId(index as u32));
            }
        }
        if exact.is_empty() { within } else { exact }
    }
}
