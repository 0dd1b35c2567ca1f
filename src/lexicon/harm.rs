//! Words that tell of harm: verbs, nouns, and the light verbs that make an act of a noun.

use super::context::Phrases;
use super::cue::VerbForm;
use super::names::named;
use super::pack::List;
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// Index of an entry in [`super::Lexicon::harms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HarmId(pub u32);

named! {
    /// What is done or suffered.
    pub enum HarmKind {
        /// Somebody loses their life.
        Killing = "killing",
        /// Somebody is hurt.
        Injury = "injury",
        /// Force is used; its result is told elsewhere or not at all.
        Attack = "attack",
        /// Things are destroyed or damaged.
        Damage = "damage",
        /// Somebody is arrested, held or abducted.
        Detention = "detention",
        /// Somebody is driven from where they live.
        Displacement = "displacement",
        /// Land or people are held, sealed off or starved.
        Control = "control",
        /// Somebody is tortured, raped or tormented.
        Abuse = "abuse",
        /// A rule or truce is broken.
        Breach = "breach",
        /// Dead and wounded together.
        Casualty = "casualty",
        /// Somebody is gone and not found.
        Missing = "missing",
    }
}

named! {
    /// How an entry enters a sentence.
    pub enum HarmUse {
        /// Inflected: kill, blow up.
        Verb = "verb",
        /// With a plural: attack, killing.
        Noun = "noun",
        /// Says nothing by itself and makes an act of a noun: launch, carry out.
        Light = "light",
        /// Makes the one who suffers of its subject: suffer, come under.
        Undergo = "undergo",
        /// A word after a form of be or after a number: dead, missing.
        State = "state",
    }
}

named! {
    /// Whether a verb has an object.
    pub enum ObjectUse {
        /// Always; without one a past form is a participle: killed.
        Needed = "needed",
        /// It may be left out, and the subject still acts: attacked.
        Optional = "optional",
        /// With one the subject acts, without one it suffers: burned.
        Labile = "labile",
        /// Never; the subject suffers: died.
        Never = "never",
    }
}

named! {
    /// What a phrase beside a noun stands for.
    pub enum HarmRole {
        /// Who does it.
        Agent = "agent",
        /// Who suffers it.
        Victim = "victim",
        /// Neither.
        None = "none",
    }
}

/// An entry as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct HarmText<'a> {
    #[serde(borrow)]
    pub(super) lemma: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) variants: List<'a>,
    #[serde(borrow)]
    pub(super) kind: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) harm: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) object: Cow<'a, str>,
    pub(super) weak: bool,
    pub(super) mutual: bool,
    #[serde(borrow)]
    pub(super) possessor: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) modifier: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) of: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) victim_after: List<'a>,
    #[serde(borrow)]
    pub(super) completed_by: List<'a>,
    #[serde(borrow)]
    pub(super) irregular: List<'a>,
    pub(super) double: bool,
    #[serde(borrow)]
    pub(super) plural: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) not_objects: List<'a>,
    #[serde(borrow)]
    pub(super) not_before: List<'a>,
    #[serde(borrow)]
    pub(super) not_after: List<'a>,
    #[serde(borrow)]
    pub(super) not_in: List<'a>,
    #[serde(borrow)]
    pub(super) not_near: List<'a>,
}

/// A word that tells of harm.
#[derive(Debug)]
pub struct Harm {
    /// The base form, which is also its name in reports.
    pub lemma: String,
    /// How it enters a sentence.
    pub part: HarmUse,
    /// What is done or suffered; of light verbs nothing.
    pub kind: Option<HarmKind>,
    /// Whether it has an object.
    pub object: ObjectUse,
    /// Means something else as often: counted only where a person, a place, a building, a weapon or an armed body stands by it.
    pub weak: bool,
    /// Done by two sides to each other, so that it names no one who began.
    pub mutual: bool,
    /// What a possessive before the noun stands for.
    pub possessor: HarmRole,
    /// What a people or an armed body before the noun stands for: *Ardovian* attacks, *civilian* deaths.
    pub modifier: HarmRole,
    /// What `of` brings after the noun.
    pub of: HarmRole,
    /// Prepositions that bring who suffers: on, against.
    pub victim_after: Vec<String>,
    /// Its pack, an index into [`super::Lexicon::packs`].
    pub pack: usize,
    completed_by: List<'static>,
    not_objects: List<'static>,
    not_before: List<'static>,
    not_after: List<'static>,
    not_in: List<'static>,
    not_near: List<'static>,
    context: OnceLock<Box<HarmContext>>,
}

/// The compiled context lists of an entry.
#[derive(Debug)]
pub(super) struct HarmContext {
    pub(super) completed_by: Phrases,
    pub(super) not_objects: Phrases,
    pub(super) not_before: Phrases,
    pub(super) not_after: Phrases,
    pub(super) not_in: Phrases,
    pub(super) not_near: Phrases,
}

impl HarmText<'_> {
    /// What makes two entries the same one.
    pub(super) fn key(&self) -> String {
        format!("{} ({})", self.lemma, self.kind)
    }

    /// The prepositions and context lists, with their names.
    pub(super) fn context_lists(&self) -> [(&'static str, &List<'_>); 7] {
        [
            ("victim_after", &self.victim_after),
            ("completed_by", &self.completed_by),
            ("not_objects", &self.not_objects),
            ("not_before", &self.not_before),
            ("not_after", &self.not_after),
            ("not_in", &self.not_in),
            ("not_near", &self.not_near),
        ]
    }
}

impl Harm {
    pub(super) fn new(text: &HarmText<'static>, pack: usize) -> Option<Self> {
        let role = |name: &str, default| HarmRole::from_name(name).unwrap_or(default);
        Some(Self {
            lemma: text.lemma.to_string(),
            part: HarmUse::from_name(&text.kind)?,
            kind: HarmKind::from_name(&text.harm),
            object: ObjectUse::from_name(&text.object).unwrap_or(ObjectUse::Needed),
            weak: text.weak,
            mutual: text.mutual,
            possessor: role(&text.possessor, HarmRole::Agent),
            modifier: role(&text.modifier, HarmRole::Agent),
            of: role(&text.of, HarmRole::Victim),
            victim_after: text.victim_after.to_strings(),
            pack,
            completed_by: text.completed_by.clone(),
            not_objects: text.not_objects.clone(),
            not_before: text.not_before.clone(),
            not_after: text.not_after.clone(),
            not_in: text.not_in.clone(),
            not_near: text.not_near.clone(),
            context: OnceLock::new(),
        })
    }

    /// The compiled context lists; compiled when the entry is found for the first time.
    pub(super) fn context(&self) -> &HarmContext {
        self.context.get_or_init(|| {
            Box::new(HarmContext {
                completed_by: Phrases::new(&self.completed_by),
                not_objects: Phrases::new(&self.not_objects),
                not_before: Phrases::new(&self.not_before),
                not_after: Phrases::new(&self.not_after),
                not_in: Phrases::new(&self.not_in),
                not_near: Phrases::new(&self.not_near),
            })
        })
    }

    /// Whether its sense hangs on a word after its object: left two men *dead*.
    pub fn needs_completion(&self) -> bool {
        !self.completed_by.is_empty()
    }
}

/// A word of harm found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HarmMatch {
    /// Which entry.
    pub harm: HarmId,
    /// Which form of it; [`VerbForm::Invariable`] for nouns.
    pub form: VerbForm,
    /// Whether a noun stands in the plural.
    pub plural: bool,
    /// Its tokens.
    pub tokens: Range<usize>,
}
