//! Naming sets: the words that camps use for the same thing, side by side (measures §5.3).

use super::entry::{Entry, EntryText};
use super::forms::Inflection;
use super::pack::List;
use serde::Deserialize;
use std::borrow::Cow;

/// Category that the context rules of variants take: theirs are the rules of names for things.
const CATEGORY: &str = "partisan_label";

/// A variant as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct VariantText<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) label: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) forms: List<'a>,
    #[serde(borrow)]
    pub(super) inflect: Cow<'a, str>,
    pub(super) inflect_word: Option<usize>,
    pub(super) double: bool,
    #[serde(borrow)]
    pub(super) irregular: List<'a>,
    pub(super) neutral: bool,
    #[serde(borrow)]
    pub(super) used_by: List<'a>,
    #[serde(borrow)]
    pub(super) not_before: List<'a>,
    #[serde(borrow)]
    pub(super) not_after: List<'a>,
    #[serde(borrow)]
    pub(super) not_in: List<'a>,
    #[serde(borrow)]
    pub(super) before: List<'a>,
    #[serde(borrow)]
    pub(super) after: List<'a>,
    #[serde(borrow)]
    pub(super) requires_near: List<'a>,
    #[serde(borrow)]
    pub(super) not_near: List<'a>,
    #[serde(borrow)]
    pub(super) case: Cow<'a, str>,
    pub(super) name_ok: bool,
    #[serde(borrow)]
    pub(super) pos: Cow<'a, str>,
    pub(super) require_pos: bool,
}

/// A set as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct SetText<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) referent: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) topic: List<'a>,
    pub(super) per_side: bool,
    #[serde(borrow)]
    pub(super) variant: Vec<VariantText<'a>>,
}

impl VariantText<'static> {
    /// The fields that a term entry has too, so that one set of context rules serves both.
    pub(super) fn as_entry(&self) -> EntryText<'static> {
        EntryText {
            id: self.id.clone(),
            forms: self.forms.clone(),
            inflect: self.inflect.clone(),
            inflect_word: self.inflect_word,
            double: self.double,
            irregular: self.irregular.clone(),
            category: Cow::Borrowed(CATEGORY),
            weight: 1,
            not_before: self.not_before.clone(),
            not_after: self.not_after.clone(),
            not_in: self.not_in.clone(),
            before: self.before.clone(),
            after: self.after.clone(),
            requires_near: self.requires_near.clone(),
            not_near: self.not_near.clone(),
            case: self.case.clone(),
            name_ok: self.name_ok,
            pos: self.pos.clone(),
            require_pos: self.require_pos,
            ..EntryText::default()
        }
    }

    /// Its name where no pack gives one: the first form.
    pub(super) fn shown(&self) -> String {
        if self.label.is_empty() {
            self.forms.iter().next().unwrap_or_default().to_owned()
        } else {
            self.label.to_string()
        }
    }
}

/// One thing, and the words that are used for it.
#[derive(Debug)]
pub struct NamingSet {
    /// Stable for ever, unique over all packs.
    pub id: String,
    /// What is named, for people.
    pub referent: String,
    /// Whether every side has its own such thing: its army, its government.
    pub per_side: bool,
    /// Whether it counts only in articles that hold one of its topic words.
    pub has_topic: bool,
    /// Its variants, as indices into [`super::Lexicon::name_variants`].
    pub variants: std::ops::Range<usize>,
    /// Its pack, an index into [`super::Lexicon::packs`].
    pub pack: usize,
}

/// One of the words for a thing.
#[derive(Debug)]
pub struct NameVariant {
    /// Unique in its set.
    pub id: String,
    /// As shown in tables.
    pub label: String,
    /// Whether the pack takes it for the unmarked word.
    pub neutral: bool,
    /// Its set, an index into [`super::Lexicon::naming_sets`].
    pub set: usize,
    pub(super) used_by: List<'static>,
    pub(super) entry: Entry,
}

impl NameVariant {
    pub(super) fn new(text: VariantText<'static>, set: usize, pack: usize) -> Option<Self> {
        let entry = Entry::new(text.as_entry(), CATEGORY, pack)?;
        Some(Self {
            id: text.id.to_string(),
            label: text.shown(),
            neutral: text.neutral,
            set,
            used_by: text.used_by,
            entry,
        })
    }

    /// Who uses it, as the pack says; each with the year in which that was seen.
    pub fn used_by(&self) -> impl Iterator<Item = &str> {
        self.used_by.iter()
    }

    /// Its forms as the pack lists them, before inflection.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.entry.forms()
    }

    pub(super) fn inflection(&self) -> Inflection<'_> {
        self.entry.text.inflection()
    }
}
