//! Entries of packs of kind `terms`: what is matched, how it is classed, and in which context it counts.

use super::category::Category;
use super::context::Context;
use super::names::named;
use super::pack::List;
use serde::Deserialize;
use std::borrow::Cow;
use std::sync::OnceLock;

/// Index of an entry in [`super::Lexicon::entries`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

named! {
    /// Favourable or not to the target.
    pub enum Polarity {
        /// Unfavourable.
        Unfavourable = "-",
        /// Favourable.
        Favourable = "+",
        /// Neither.
        Neither = "0",
    }
}

named! {
    /// About whom a term speaks.
    pub enum Target {
        /// The subject of the verb.
        Subject = "subject",
        /// Its object.
        Object = "object",
        /// The possessor or demonym before the noun.
        Possessor = "possessor",
        /// The noun that it modifies.
        Modified = "modified",
        /// Nobody in particular.
        None = "none",
    }
}

named! {
    /// A part of speech that local tests can tell.
    pub enum PartOfSpeech {
        /// Noun.
        Noun = "noun",
        /// Verb.
        Verb = "verb",
        /// Adjective.
        Adjective = "adj",
        /// Adverb.
        Adverb = "adv",
    }
}

named! {
    /// Which spellings an entry matches.
    pub enum Case {
        /// All.
        Any = "any",
        /// Capitalised uses that open no sentence never match.
        Lower = "lower",
        /// Only capitalised uses match.
        Upper = "upper",
    }
}

named! {
    /// By which rule forms are inflected.
    pub enum Inflect {
        /// Not at all.
        None = "none",
        /// As nouns: the plural.
        Noun = "noun",
        /// As verbs: -s, -ed, -ing.
        Verb = "verb",
    }
}

/// An entry as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct EntryText<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) forms: List<'a>,
    #[serde(borrow)]
    pub(super) inflect: Cow<'a, str>,
    pub(super) inflect_word: Option<usize>,
    pub(super) double: bool,
    #[serde(borrow)]
    pub(super) irregular: List<'a>,
    #[serde(borrow)]
    pub(super) category: Cow<'a, str>,
    pub(super) weight: u8,
    #[serde(borrow)]
    pub(super) polarity: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) target: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) pos: Cow<'a, str>,
    pub(super) require_pos: bool,
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
    pub(super) overlap_ok: bool,
    #[serde(borrow)]
    pub(super) pair: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) since: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) retired: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) replaced_by: Cow<'a, str>,
}

/// One idea: a word with its family, or a phrase.
#[derive(Debug)]
pub struct Entry {
    /// What kind of term it is.
    pub category: Category,
    /// 1 mild, 2 strong, 3 very strong; 0 in the epistemic family.
    pub weight: u8,
    /// Favourable or not to the target.
    pub polarity: Polarity,
    /// About whom it speaks.
    pub target: Target,
    /// Its part of speech, where the pack says.
    pub pos: Option<PartOfSpeech>,
    /// Whether it matches only where local tests agree with `pos`.
    pub require_pos: bool,
    /// Which spellings it matches.
    pub case: Case,
    /// Whether it also counts inside a capitalised name.
    pub name_ok: bool,
    /// Whether it is retired: it keeps its id and never matches.
    pub retired: bool,
    /// Its pack, an index into [`super::Lexicon::packs`].
    pub pack: usize,
    pub(super) text: EntryText<'static>,
    context: OnceLock<Box<Context>>,
    /// Whether names fill gaps of its forms; found when first asked for.
    name_gap: OnceLock<bool>,
}

impl Entry {
    /// The entry that `text` describes; the mistakes are for the check to find, so wrong values take their defaults.
    pub(super) fn new(
        text: EntryText<'static>,
        default_category: &str,
        pack: usize,
    ) -> Option<Self> {
        let category = Category::from_name(if text.category.is_empty() {
            default_category
        } else {
            &text.category
        })?;
        Some(Self {
            category,
            weight: text.weight,
            polarity: Polarity::from_name(&text.polarity).unwrap_or(Polarity::Unfavourable),
            target: Target::from_name(&text.target).unwrap_or(Target::None),
            pos: PartOfSpeech::from_name(&text.pos),
            require_pos: text.require_pos,
            case: Case::from_name(&text.case).unwrap_or(Case::Any),
            name_ok: text.name_ok,
            retired: !text.retired.is_empty(),
            pack,
            text,
            context: OnceLock::new(),
            name_gap: OnceLock::new(),
        })
    }

    /// Stable for ever, unique over all packs.
    pub fn id(&self) -> &str {
        &self.text.id
    }

    /// The forms as the pack lists them, before inflection.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.text.forms.iter()
    }

    /// Whether the pack leaves open whom it speaks about, or says so; `false` where it says that it speaks about nobody.
    pub fn is_about_somebody(&self) -> bool {
        self.text.target != Target::None.name()
    }

    /// The counterpart of the other camp.
    pub fn pair(&self) -> Option<&str> {
        Some(&*self.text.pair).filter(|pair| !pair.is_empty())
    }

    /// The entry that took over from a retired one.
    pub fn replaced_by(&self) -> Option<&str> {
        Some(&*self.text.replaced_by).filter(|id| !id.is_empty())
    }

    /// Whether names fill gaps of its forms: "the {cap} dispute".
    pub(super) fn has_name_gap(&self) -> bool {
        *self
            .name_gap
            .get_or_init(|| self.text.forms.iter().any(|form| form.contains("{cap}")))
    }

    /// Whether the entry names a context in which it counts or does not.
    pub fn has_context(&self) -> bool {
        self.text.has_context()
    }

    /// The compiled context rules; compiled when the entry matches for the first time.
    pub(super) fn context(&self) -> &Context {
        self.context
            .get_or_init(|| Box::new(Context::new(&self.text)))
    }
}

impl EntryText<'_> {
    /// Whether it names a context in which it counts or does not.
    pub(super) fn has_context(&self) -> bool {
        self.require_pos
            || (!self.case.is_empty() && self.case != "any")
            || self
                .context_lists()
                .iter()
                .any(|(_, list)| !list.is_empty())
    }

    /// The context lists with their names.
    pub(super) fn context_lists(&self) -> [(&'static str, &List<'_>); 7] {
        [
            ("not_before", &self.not_before),
            ("not_after", &self.not_after),
            ("not_in", &self.not_in),
            ("before", &self.before),
            ("after", &self.after),
            ("requires_near", &self.requires_near),
            ("not_near", &self.not_near),
        ]
    }
}
