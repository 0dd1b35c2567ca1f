//! From the text of packs to tries and tables.

use super::category::Family;
use super::class::{WordClass, WordClasses};
use super::cue::{Cue, CueId, CueKind, CueText, VerbForm};
use super::entry::{Entry, EntryId, EntryText, Inflect};
use super::facts::{KINDS, Kind, SymbolFacts};
use super::forms::{Inflection, Piece, inflected};
use super::harm::{Harm, HarmText, HarmUse};
use super::naming_match::{topic_payload, variant_payload};
use super::naming_set::{NameVariant, NamingSet, SetText};
use super::overrides::{Overrides, overridden};
use super::pack::{ClassText, List, PackHeader, PackText};
use super::role::{Role, RoleId, RoleText};
use super::symbols::{ANY, Affixes, CAPITAL, NUMBER, Symbol, Symbols};
use super::trie::{Trie, TrieBuilder};
use super::words::{Classes, is_list};
use super::{KnownClasses, Lexicon};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::OnceLock;

/// How a form of a cue is packed into the payload of its trie.
const FORM_BITS: u32 = 4;
const PLURAL: u32 = 1 << 3;

/// What a payload of the cue trie stands for.
pub(super) fn cue_of(payload: u32) -> (CueId, VerbForm, bool) {
    let plural = payload & 0xF == PLURAL | 7;
    let form = VerbForm::ALL[(payload & 7) as usize].0;
    (CueId(payload >> FORM_BITS), form, plural)
}

/// The family goes into the payload, so that the scan need not look at the entry.
fn term_payload(id: EntryId, family: Family) -> u32 {
    id.0 << 1 | family as u32
}

/// What a payload of the term trie stands for.
pub(super) fn term_of(payload: u32) -> (EntryId, Family) {
    (
        EntryId(payload >> 1),
        if payload & 1 == Family::Framing as u32 {
            Family::Framing
        } else {
            Family::Epistemic
        },
    )
}

/// What a payload of the role trie stands for.
pub(super) fn role_of(payload: u32) -> (RoleId, bool) {
    (RoleId(payload >> 1), payload & 1 == 1)
}

struct Compiler {
    symbols: Symbols,
    affixes: Affixes,
    entries: Vec<Entry>,
    cues: Vec<Cue>,
    roles: Vec<Role>,
    harms: Vec<Harm>,
    classes: Classes,
    /// Class bits by symbol, before the table is made.
    members: Vec<(Symbol, WordClass)>,
    sets: Vec<NamingSet>,
    variants: Vec<NameVariant>,
    tries: [TrieBuilder; KINDS],
    form: Vec<Symbol>,
}

/// Compiles packs. A later pack overrides what an earlier one says under the same id.
pub(super) fn compile(packs: Vec<(PackText<'static>, PackHeader)>) -> Lexicon {
    let sizes = packs.iter().map(|(text, _)| {
        let forms = text
            .entry
            .iter()
            .map(|entry| entry.forms.0.len())
            .sum::<usize>();
        forms
            + text
                .class
                .iter()
                .map(|class| class.words.0.len())
                .sum::<usize>()
            + (text.cue.len() + text.role.len() + text.harm.len()) * 24
    });
    // A word has about eight letters.
    let words = sizes.sum::<usize>() / 8;
    let mut compiler = Compiler {
        symbols: Symbols::with_capacity(words),
        affixes: Affixes::default(),
        entries: Vec::with_capacity(packs.iter().map(|(text, _)| text.entry.len()).sum()),
        cues: Vec::new(),
        roles: Vec::new(),
        harms: Vec::new(),
        classes: Classes::default(),
        members: Vec::with_capacity(words),
        sets: Vec::new(),
        variants: Vec::new(),
        tries: [
            words,
            words / 4,
            words / 8,
            words / 8,
            words / 32,
            words / 8,
        ]
        .map(TrieBuilder::with_capacity),
        form: Vec::new(),
    };
    let mut headers = Vec::with_capacity(packs.len());
    let last = Overrides::of(&packs);
    for (at, (text, header)) in packs.into_iter().enumerate() {
        for (index, entry) in text.entry.into_iter().enumerate() {
            if !overridden(&last.entries, &entry.id, (at, index)) {
                compiler.entry(entry, &text.pack.category, at);
            }
        }
        for (index, cue) in text.cue.iter().enumerate() {
            if !overridden(&last.cues, &cue.key(), (at, index)) {
                compiler.cue(cue, at);
            }
        }
        for (index, role) in text.role.iter().enumerate() {
            if !overridden(&last.roles, &role.head, (at, index)) {
                compiler.role(role, at);
            }
        }
        for (index, harm) in text.harm.iter().enumerate() {
            if !overridden(&last.harms, &harm.key(), (at, index)) {
                compiler.harm(harm, at);
            }
        }
        for class in text.class {
            compiler.class(class);
        }
        for (index, set) in text.set.into_iter().enumerate() {
            if !overridden(&last.sets, &set.id, (at, index)) {
                compiler.naming_set(set, at);
            }
        }
        headers.push(header);
    }
    compiler.finish(headers)
}

impl CueText<'_> {
    /// What makes two cues the same one.
    pub(super) fn key(&self) -> String {
        format!("{} ({})", self.lemma, self.kind)
    }
}

impl EntryText<'_> {
    /// How its forms are inflected.
    pub(super) fn inflection(&self) -> Inflection<'_> {
        let rule = Inflect::from_name(&self.inflect).unwrap_or(Inflect::None);
        Inflection {
            rule,
            word: self.inflect_word,
            double: self.double,
            irregular: &self.irregular,
        }
    }
}

impl Compiler {
    fn entry(&mut self, text: EntryText<'static>, default_category: &str, pack: usize) {
        let Some(entry) = Entry::new(text, default_category, pack) else {
            return;
        };
        if !entry.retired {
            let id = term_payload(EntryId(self.entries.len() as u32), entry.category.family());
            let how = entry.text.inflection();
            for form in entry.text.forms.iter() {
                if how.rule == Inflect::None {
                    symbols_of_form(&mut self.symbols, &mut self.affixes, form, &mut self.form);
                    self.tries[Kind::Terms as usize].add(&self.form, id);
                    continue;
                }
                inflected(form, &how, |pieces, _| {
                    symbols_of(&mut self.symbols, &mut self.affixes, pieces, &mut self.form);
                    self.tries[Kind::Terms as usize].add(&self.form, id);
                });
            }
        }
        self.entries.push(entry);
    }

    fn cue(&mut self, text: &CueText<'static>, pack: usize) {
        let Some(cue) = Cue::new(text, pack) else {
            return;
        };
        let id = (self.cues.len() as u32) << FORM_BITS;
        let rule = match cue.kind {
            CueKind::Verb => Inflect::Verb,
            CueKind::Noun => Inflect::Noun,
            CueKind::Phrase | CueKind::Adjective => Inflect::None,
        };
        let none = List::default();
        let plural: List<'static> = text
            .plural
            .split(' ')
            .filter(|word| !word.is_empty())
            .collect();
        for (index, lemma) in std::iter::once(&*text.lemma)
            .chain(text.variants.iter())
            .enumerate()
        {
            let irregular = match (index, cue.kind) {
                (0, CueKind::Verb) => &text.irregular,
                (0, CueKind::Noun) if !plural.is_empty() => &plural,
                _ => &none,
            };
            let how = Inflection {
                rule,
                word: None,
                double: text.double,
                irregular,
            };
            inflected(lemma, &how, |pieces, form| {
                let payload = match (cue.kind, form) {
                    (CueKind::Noun, VerbForm::ThirdS) => PLURAL | VerbForm::Invariable as u32,
                    (CueKind::Noun, _) => VerbForm::Invariable as u32,
                    (_, form) => form as u32,
                };
                symbols_of(&mut self.symbols, &mut self.affixes, pieces, &mut self.form);
                self.tries[Kind::Cues as usize].add(&self.form, id | payload);
            });
        }
        for extra in text.extra_forms.iter() {
            let (first, rest) = extra.split_once(' ').unwrap_or((extra, ""));
            let form = match first {
                _ if cue.kind != CueKind::Verb => VerbForm::Invariable,
                _ if first.ends_with("ing") => VerbForm::Ing,
                _ if first.ends_with('s') => VerbForm::ThirdS,
                _ => VerbForm::PastOrParticiple,
            };
            let whole = match cue.lemma.split_once(' ') {
                Some((_, particles)) if rest.is_empty() => format!("{extra} {particles}"),
                _ => extra.to_owned(),
            };
            symbols_of(
                &mut self.symbols,
                &mut self.affixes,
                &super::forms::pieces(&whole),
                &mut self.form,
            );
            self.tries[Kind::Cues as usize].add(&self.form, id | form as u32);
        }
        self.cues.push(cue);
    }

    fn role(&mut self, text: &RoleText<'static>, pack: usize) {
        let Some(role) = Role::new(text, pack) else {
            return;
        };
        let id = (self.roles.len() as u32) << 1;
        for (form, plural) in [(&role.head, 0), (&role.plural, 1)] {
            symbols_of(
                &mut self.symbols,
                &mut self.affixes,
                &super::forms::pieces(form),
                &mut self.form,
            );
            self.tries[Kind::Roles as usize].add(&self.form, id | plural);
        }
        self.roles.push(role);
    }

    fn harm(&mut self, text: &HarmText<'static>, pack: usize) {
        let Some(harm) = Harm::new(text, pack) else {
            return;
        };
        let id = (self.harms.len() as u32) << FORM_BITS;
        let rule = match harm.part {
            HarmUse::Verb | HarmUse::Light | HarmUse::Undergo => Inflect::Verb,
            HarmUse::Noun => Inflect::Noun,
            HarmUse::State => Inflect::None,
        };
        let none = List::default();
        let plural: List<'static> = std::iter::once(&*text.plural)
            .filter(|plural| !plural.is_empty())
            .collect();
        for (index, lemma) in std::iter::once(&*text.lemma)
            .chain(text.variants.iter())
            .enumerate()
        {
            let irregular = match (index, rule) {
                (_, Inflect::Verb) => &text.irregular,
                (0, Inflect::Noun) if !plural.is_empty() => &plural,
                _ => &none,
            };
            let how = Inflection {
                rule,
                word: None,
                double: text.double,
                irregular,
            };
            inflected(lemma, &how, |pieces, form| {
                let payload = match (rule, form) {
                    (Inflect::Noun, VerbForm::ThirdS) => PLURAL | VerbForm::Invariable as u32,
                    (Inflect::Noun, _) => VerbForm::Invariable as u32,
                    (_, form) => form as u32,
                };
                symbols_of(&mut self.symbols, &mut self.affixes, pieces, &mut self.form);
                self.tries[Kind::Harms as usize].add(&self.form, id | payload);
            });
        }
        self.harms.push(harm);
    }

    fn class(&mut self, text: ClassText<'static>) {
        let class = WordClass::from_name(&text.name);
        let rule = Inflect::from_name(&text.inflect).unwrap_or(Inflect::None);
        let index = self.classes.index(&text.name);
        if class.is_none() && is_list(&text.name) {
            self.classes.add(index, text);
            return;
        }
        let irregular = List::default();
        let how = Inflection {
            rule,
            word: None,
            double: false,
            irregular: &irregular,
        };
        for word in text.words.iter() {
            let mut add =
                |symbols: &mut Symbols, affixes: &mut Affixes, pieces: Option<&[Piece<'_>]>| {
                    match pieces {
                        Some(pieces) => symbols_of(symbols, affixes, pieces, &mut self.form),
                        None => symbols_of_form(symbols, affixes, word, &mut self.form),
                    }
                    match (class, self.form.as_slice()) {
                        (Some(class), &[symbol]) => self.members.push((symbol, class)),
                        _ => self.tries[Kind::Phrases as usize].add(&self.form, index),
                    }
                };
            if rule == Inflect::None {
                add(&mut self.symbols, &mut self.affixes, None);
            } else {
                inflected(word, &how, |pieces, _| {
                    add(&mut self.symbols, &mut self.affixes, Some(pieces));
                });
            }
        }
        self.classes.add(index, text);
    }

    fn naming_set(&mut self, text: SetText<'static>, pack: usize) {
        let set = self.sets.len();
        for word in text.topic.iter() {
            symbols_of_form(&mut self.symbols, &mut self.affixes, word, &mut self.form);
            self.tries[Kind::Names as usize].add(&self.form, topic_payload(set));
        }
        let first = self.variants.len();
        for variant in text.variant {
            let Some(variant) = NameVariant::new(variant, set, pack) else {
                continue;
            };
            let payload = variant_payload(self.variants.len());
            let how = variant.inflection();
            for form in variant.entry.text.forms.iter() {
                inflected(form, &how, |pieces, _| {
                    symbols_of(&mut self.symbols, &mut self.affixes, pieces, &mut self.form);
                    self.tries[Kind::Names as usize].add(&self.form, payload);
                });
            }
            self.variants.push(variant);
        }
        self.sets.push(NamingSet {
            id: text.id.to_string(),
            referent: text.referent.to_string(),
            per_side: text.per_side,
            has_topic: !text.topic.is_empty(),
            variants: first..self.variants.len(),
            pack,
        });
    }

    fn finish(self, packs: Vec<PackHeader>) -> Lexicon {
        let Self {
            symbols,
            affixes,
            entries,
            cues,
            roles,
            harms,
            classes,
            members,
            sets,
            variants,
            tries,
            ..
        } = self;
        let mut facts: Vec<SymbolFacts> = (0..symbols.len() as Symbol)
            .map(|symbol| SymbolFacts {
                key: symbols.key(symbol),
                ..SymbolFacts::default()
            })
            .collect();
        for (symbol, class) in members {
            facts[symbol as usize].classes.insert(class);
        }
        let [terms, cue_trie, role_trie, phrases, harm_trie, names] = tries.map(|mut trie| {
            trie.affixes = affixes.symbols();
            trie
        });
        let rank = |payload: u32| {
            let entry = &entries[term_of(payload).0.0 as usize];
            (Reverse(entry.weight), entry.id())
        };
        let tries = [
            terms.finish(rank),
            cue_trie.finish(|payload| payload),
            role_trie.finish(|payload| (payload & 1, payload)),
            phrases.finish(|payload| payload),
            harm_trie.finish(|payload| payload),
            names.finish(|payload| payload),
        ];
        for (kind, trie) in tries.iter().enumerate() {
            for (symbol, node) in trie.roots() {
                facts[symbol as usize].nodes[kind] = node;
            }
        }
        let roles_trie: &Trie = &tries[Kind::Roles as usize];
        for (symbol, node) in roles_trie.roots() {
            facts[symbol as usize].role = roles_trie
                .accepts(node)
                .first()
                .map(|&payload| role_of(payload));
        }
        // A number or capital leads on from the root by its own symbol, never by the table.
        for symbol in [ANY, CAPITAL, NUMBER] {
            facts[symbol as usize] = SymbolFacts {
                classes: WordClasses::default(),
                ..SymbolFacts::default()
            };
        }
        let [terms, cue_trie, role_trie, phrases, harm_trie, names] = tries;
        let known = KnownClasses {
            court: classes.find("court_phrase"),
            distancing: classes.find("distancing_phrase"),
        };
        Lexicon {
            packs,
            symbols,
            affixes,
            facts,
            entries,
            cues,
            roles,
            harms,
            classes,
            known,
            terms,
            cue_trie,
            role_trie,
            harm_trie,
            phrases,
            sets,
            variants,
            names,
            rules: OnceLock::new(),
            ids: OnceLock::new(),
            sources: Vec::new(),
        }
    }
}

fn symbols_of(
    symbols: &mut Symbols,
    affixes: &mut Affixes,
    pieces: &[Piece<'_>],
    form: &mut Vec<Symbol>,
) {
    form.clear();
    form.extend(pieces.iter().map(|piece| match piece {
        Piece::Word(word) => symbols.intern(word),
        Piece::Prefix(prefix) => affixes.add(prefix, true, symbols),
        Piece::Suffix(suffix) => affixes.add(suffix, false, symbols),
        Piece::Any => ANY,
        Piece::Capital => CAPITAL,
        Piece::Number => NUMBER,
    }));
}

/// The same from a form that is not inflected, without cutting plain words.
fn symbols_of_form(
    symbols: &mut Symbols,
    affixes: &mut Affixes,
    text: &str,
    form: &mut Vec<Symbol>,
) {
    form.clear();
    let (mut start, mut letter) = (0, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'a'..=b'z' => letter = true,
            b' ' if letter => {
                form.push(symbols.intern(&text[start..at]));
                (start, letter) = (at + 1, false);
            }
            b'-' | b'\'' if letter => letter = false,
            _ => {
                symbols_of(symbols, affixes, &super::forms::pieces(text), form);
                return;
            }
        }
    }
    if letter {
        form.push(symbols.intern(&text[start..]));
    } else {
        symbols_of(symbols, affixes, &super::forms::pieces(text), form);
    }
}

/// Ids to indices, for look-ups by people.
pub(super) fn index_ids(entries: &[Entry]) -> FxHashMap<String, EntryId> {
    entries
        .iter()
        .enumerate()
        .map(|(index, entry)| (entry.id().to_owned(), EntryId(index as u32)))
        .collect()
}
