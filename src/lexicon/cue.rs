//! Words and phrases that attribute content to a source.

use super::context::Phrases;
use super::names::named;
use super::pack::List;
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// Index of a cue in [`super::Lexicon::cues`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CueId(pub u32);

named! {
    /// What kind of word a cue is.
    pub enum CueKind {
        /// Inflected: say, point out.
        Verb = "verb",
        /// With a plural: claim, announcement.
        Noun = "noun",
        /// Never inflected: according to.
        Phrase = "phrase",
        /// After a form of be: adamant, hopeful.
        Adjective = "adjective",
    }
}

named! {
    /// How surely words are a source's own.
    pub enum Level {
        /// Reported speech: the content is the source's.
        Report = "report",
        /// An act of speech whose words are the author's.
        SpeechAct = "speech_act",
        /// A thought, wish or feeling.
        Mental = "mental",
        /// Said by nobody in particular.
        Vague = "vague",
    }
}

named! {
    /// What the choice of cue says about its content (measures §3.4).
    pub enum Stance {
        /// Speech, and no more.
        NeutralSpeech = "neutral.speech",
        /// A source is named without stance.
        NeutralEvidential = "neutral.evidential",
        /// An official act.
        NeutralAnnounce = "neutral.announce",
        /// Only a topic is named.
        NeutralTopic = "neutral.topic",
        /// The author vouches for the content.
        Endorsing = "endorsing",
        /// The author withholds belief.
        Doubting = "doubting",
        /// A position is taken, mildly.
        Arguing = "arguing",
        /// Against the speaker's interest.
        Conceding = "conceding",
        /// The speaker denies it.
        Denying = "denying",
        /// The speaker blames somebody.
        Accusing = "accusing",
        /// The manner colours the speaker.
        Emotive = "emotive",
        /// Asks for something.
        DirectiveMild = "directive.mild",
        /// Demands something.
        DirectiveStrong = "directive.strong",
        /// Binds the speaker.
        Commissive = "commissive",
        /// Praises or supports.
        EvaluativePositive = "evaluative.+",
        /// Disapproves without accusing.
        EvaluativeNegative = "evaluative.-",
        /// A belief, feeling or wish that the author ascribes.
        Mental = "mental",
    }
}

named! {
    /// Which form of a cue stands in the text.
    pub enum VerbForm {
        /// say
        Base = "base",
        /// says
        ThirdS = "third_s",
        /// gave
        Past = "past",
        /// given
        Participle = "participle",
        /// said
        PastOrParticiple = "past_or_participle",
        /// saying
        Ing = "ing",
        /// put: the base form is also past and participle
        BaseOrPast = "base_or_past",
        /// A noun, an adjective or a fixed phrase: no verb at all
        Invariable = "invariable",
    }
}

/// What may be the content of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Takes {
    /// A clause, with or without *that*.
    pub that: bool,
    /// A quotation.
    pub quote: bool,
    /// A noun phrase.
    pub np: bool,
    /// An infinitive.
    pub inf: bool,
    /// An -ing clause.
    pub ing: bool,
    /// A question word or *whether*.
    pub wh: bool,
}

impl Takes {
    /// The names in packs.
    pub const NAMES: [&str; 6] = ["that", "quote", "np", "inf", "ing", "wh"];

    fn from_names<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut takes = Self::default();
        for name in names {
            match name {
                "that" => takes.that = true,
                "quote" => takes.quote = true,
                "np" => takes.np = true,
                "inf" => takes.inf = true,
                "ing" => takes.ing = true,
                "wh" => takes.wh = true,
                _ => {}
            }
        }
        takes
    }
}

/// A cue as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct CueText<'a> {
    #[serde(borrow)]
    pub(super) lemma: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) variants: List<'a>,
    #[serde(borrow)]
    pub(super) kind: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) class: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) level: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) np_level: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) takes: List<'a>,
    #[serde(borrow)]
    pub(super) topic: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) topics: List<'a>,
    pub(super) inverts: bool,
    pub(super) addressee: bool,
    pub(super) ambiguous_noun: bool,
    pub(super) overt_that: bool,
    #[serde(borrow)]
    pub(super) irregular: List<'a>,
    pub(super) double: bool,
    /// Forms that the rules do not make: counseled.
    #[serde(borrow)]
    pub(super) extra_forms: List<'a>,
    #[serde(borrow)]
    pub(super) plural: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) not_objects: List<'a>,
    #[serde(borrow)]
    pub(super) not_before: List<'a>,
    #[serde(borrow)]
    pub(super) not_after: List<'a>,
}

/// A word or phrase that attributes content to a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The base form, which is also its name in reports.
    pub lemma: String,
    /// What kind of word it is.
    pub kind: CueKind,
    /// What the choice of this cue says.
    pub stance: Stance,
    /// Its level with a clause or a quotation.
    pub level: Level,
    /// Its level with a noun phrase, an infinitive or an -ing clause.
    pub np_level: Level,
    /// What may be its content.
    pub takes: Takes,
    /// Prepositions before a nominal content: about, of, for.
    pub topics: Vec<String>,
    /// Whether it may stand before its source after a quotation.
    pub inverts: bool,
    /// Whether it takes a person first: told reporters that.
    pub addressee: bool,
    /// Whether the form is also a common noun.
    pub ambiguous_noun: bool,
    /// Whether a clause is its content only after *that*.
    pub overt_that: bool,
    /// Heads of noun phrases that are no content.
    pub not_objects: Vec<String>,
    /// Its pack, an index into [`super::Lexicon::packs`].
    pub pack: usize,
    not_before: List<'static>,
    not_after: List<'static>,
    context: OnceLock<Box<CueContext>>,
}

/// The compiled context lists of a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CueContext {
    pub(super) not_before: Phrases,
    pub(super) not_after: Phrases,
}

impl Cue {
    /// The compiled context lists; compiled when the cue is found for the first time.
    pub(super) fn context(&self) -> &CueContext {
        self.context.get_or_init(|| {
            Box::new(CueContext {
                not_before: Phrases::new(&self.not_before),
                not_after: Phrases::new(&self.not_after),
            })
        })
    }

    pub(super) fn new(text: &CueText<'static>, pack: usize) -> Option<Self> {
        let level = Level::from_name(&text.level)?;
        let np_level = match Level::from_name(&text.np_level) {
            Some(given) => given,
            None if level == Level::Report => Level::SpeechAct,
            None => level,
        };
        let mut topics = text.topics.to_strings();
        topics.extend((!text.topic.is_empty()).then(|| text.topic.to_string()));
        Some(Self {
            lemma: text.lemma.to_string(),
            kind: CueKind::from_name(&text.kind)?,
            stance: Stance::from_name(&text.class)?,
            level,
            np_level,
            takes: Takes::from_names(text.takes.iter()),
            topics,
            inverts: text.inverts,
            addressee: text.addressee,
            ambiguous_noun: text.ambiguous_noun,
            overt_that: text.overt_that,
            not_objects: text.not_objects.to_strings(),
            pack,
            not_before: text.not_before.clone(),
            not_after: text.not_after.clone(),
            context: OnceLock::new(),
        })
    }
}

/// A cue found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CueMatch {
    /// Which cue.
    pub cue: CueId,
    /// Which form of it.
    pub form: VerbForm,
    /// Whether a noun stands in the plural.
    pub plural: bool,
    /// Its tokens.
    pub tokens: Range<usize>,
}
