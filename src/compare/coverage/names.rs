//! People and bodies: who is heard, who is only named, who is not found.

use super::super::basis::Basis;
use super::cells::{cell, position};
use super::{Cell, CellVoice, Item, ItemKind};
use crate::lexicon::WordClass;
use crate::source::{Mentioned, NameLook, mentioned};
use crate::text::TokenIndex;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Names and sources, the sources first.
pub(super) fn items(basis: &Basis<'_>) -> Vec<Item> {
    let mentioned: Vec<Vec<Mentioned>> = basis
        .side
        .analyses
        .iter()
        .map(|analysis| mentioned(&analysis.document, &analysis.facts, basis.side.lexicon))
        .collect();
    let keys = Keys::of(&mentioned);
    let mut named: Vec<Named> = Vec::new();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    for (article, names) in mentioned.iter().enumerate() {
        for name in names
            .iter()
            .filter(|name| !is_demonym(basis, article, name))
        {
            let key = keys.of_name(&name.key);
            let index = *by_key.entry(key).or_insert_with(|| {
                named.push(Named::new(basis, article, name));
                named.len() - 1
            });
            let of = &mut named[index];
            of.look(name.look);
            of.label(basis, article, name);
            of.at[article].extend(name.at.iter().cloned());
        }
    }
    let mut items = sources(basis, &keys, &by_key, &mut named);
    items.extend(
        named
            .iter()
            .filter(|named| !named.speaks && named.is_told())
            .map(|named| Item {
                kind: ItemKind::Name,
                label: named.label.clone(),
                check: None,
                cells: named
                    .at
                    .iter()
                    .enumerate()
                    .map(|(article, places)| cell(basis, article, places, false))
                    .collect(),
            }),
    );
    items
}

/// A single word that is a nationality and nobody's name.
fn is_demonym(basis: &Basis<'_>, article: usize, name: &Mentioned) -> bool {
    let analysis = basis.analysis(article);
    name.look == NameLook::Bare
        && analysis
            .facts
            .has(&analysis.document, name.name.start, WordClass::Demonym)
}

/// A name in all articles.
struct Named {
    label: String,
    look: NameLook,
    at: Vec<Vec<Range<TokenIndex>>>,
    /// Whether it is shown among the sources.
    speaks: bool,
}

impl Named {
    fn new(basis: &Basis<'_>, article: usize, name: &Mentioned) -> Self {
        let mut named = Self {
            label: String::new(),
            look: name.look,
            at: vec![Vec::new(); basis.articles()],
            speaks: false,
        };
        named.label(basis, article, name);
        named
    }

    /// The fullest form of all articles.
    fn label(&mut self, basis: &Basis<'_>, article: usize, name: &Mentioned) {
        let document = &basis.analysis(article).document;
        let text = document.span_of(name.name.clone()).slice(document.text);
        let owner = name.name.end.checked_sub(1);
        let owner =
            owner.is_some_and(|last| basis.analysis(article).facts.possessive(document, last));
        let text = match text.char_indices().rev().nth(1) {
            Some((at, '\'' | '\u{2019}')) if owner => &text[..at],
            _ => text,
        };
        if text.len() > self.label.len() {
            text.clone_into(&mut self.label);
        }
    }

    fn look(&mut self, look: NameLook) {
        if self.look == NameLook::Bare {
            self.look = look;
        }
    }

    /// Persons and bodies; a bare word that may be anything must come twice.
    fn is_told(&self) -> bool {
        let times: usize = self.at.iter().map(Vec::len).sum();
        match self.look {
            NameLook::Person | NameLook::Body => true,
            NameLook::Bare => times > 1,
            NameLook::Place => false,
        }
    }
}

/// Who is heard in any article: words where they are, and who is only named.
fn sources(
    basis: &Basis<'_>,
    keys: &Keys,
    by_key: &FxHashMap<String, usize>,
    named: &mut [Named],
) -> Vec<Item> {
    let mut items = Vec::new();
    for group in &basis.sources {
        let member =
            |article: usize, source: usize| &basis.analysis(article).sources.clusters[source];
        let speaks = group
            .members
            .iter()
            .any(|of| member(of.article, of.source).words > 0);
        if !speaks {
            continue;
        }
        let mut cells: Vec<Option<Cell>> = vec![None; basis.articles()];
        let mut label = "";
        for of in &group.members {
            let analysis = basis.analysis(of.article);
            let source = member(of.article, of.source);
            if source.name.len() > label.len() {
                label = &source.name;
            }
            let Some(first) = source.mentions.first() else {
                continue;
            };
            let sentence = analysis.document.sentence_of(first.tokens.start);
            let cell = Cell {
                voice: if source.words > 0 {
                    CellVoice::Heard
                } else {
                    CellVoice::Author
                },
                attribution: source.attributions.first().copied(),
                tokens: first.tokens.clone(),
                first: sentence,
                position: position(analysis, sentence),
                times: source.mentions.len() as u32,
                words: source.words,
            };
            match &mut cells[of.article] {
                Some(before) => {
                    before.words += cell.words;
                    before.times += cell.times;
                    if cell.words > 0 {
                        before.voice = CellVoice::Heard;
                    }
                }
                empty => *empty = Some(cell),
            }
        }
        let identity = group
            .members
            .iter()
            .find_map(|of| member(of.article, of.source).identity.name.as_ref());
        let index = identity.and_then(|name| by_key.get(&keys.of_name(name)));
        if let Some(&index) = index {
            named[index].speaks = true;
            for (article, empty) in cells.iter_mut().enumerate() {
                if empty.is_none() {
                    *empty = cell(basis, article, &named[index].at[article], false);
                }
            }
        }
        items.push(Item {
            kind: ItemKind::Source,
            label: label.to_owned(),
            check: None,
            cells,
        });
    }
    items
}

/// How names of several articles are one: a last name that one full name has, initials of a body.
struct Keys {
    last: FxHashMap<String, Option<String>>,
    initials: FxHashMap<String, Option<String>>,
}

impl Keys {
    fn of(mentioned: &[Vec<Mentioned>]) -> Self {
        let mut keys = Self {
            last: FxHashMap::default(),
            initials: FxHashMap::default(),
        };
        for name in mentioned.iter().flatten() {
            let words: Vec<&str> = name.key.split(' ').collect();
            let Some(last) = words.last().filter(|_| words.len() > 1) else {
                continue;
            };
            let initials: String = words
                .iter()
                .filter_map(|word| word.chars().next())
                .collect();
            for (map, part) in [
                (&mut keys.last, (*last).to_owned()),
                (&mut keys.initials, initials),
            ] {
                map.entry(part)
                    .and_modify(|full| {
                        if full.as_ref() != Some(&name.key) {
                            *full = None;
                        }
                    })
                    .or_insert_with(|| Some(name.key.clone()));
            }
        }
        keys
    }

    fn of_name(&self, key: &str) -> String {
        if key.contains(' ') {
            return key.to_owned();
        }
        let dotless = key.replace('.', "");
        let full = self.last.get(key).or_else(|| self.initials.get(&dotless));
        full.cloned().flatten().unwrap_or_else(|| key.to_owned())
    }
}
