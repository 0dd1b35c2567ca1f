//! What a source is, and what is known of the sources of an article.

use super::{Concentration, Identity, RoleLink, SourceKind, concentration};
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// Index of a source in [`Sources::clusters`].
pub type SourceIndex = usize;

/// A source: the mentions that stand for one person, institution or document, and what is attributed to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The fullest mention as the text has it, without its first determiner: `Mevlüt Çavuşoğlu`.
    pub name: String,
    /// What kind of source it is, as far as the text says.
    pub kind: SourceKind,
    /// The role as the text has it: `Turkish foreign minister`; empty where none is given.
    pub role: String,
    /// Whether the reader learns who it is.
    pub anonymity: Anonymity,
    /// The words that say why the name is withheld.
    pub reason: Option<Range<TokenIndex>>,
    /// Where it is mentioned as a source, in order.
    pub mentions: Vec<Mention>,
    /// Its attributions, in order; those that do not count and mental ones too.
    pub attributions: Vec<usize>,
    /// Body words reported from it, quoted or not.
    pub words: u32,
    /// Body words quoted from it.
    pub direct_words: u32,
    /// Reports that count, headline included.
    pub reports: u32,
    /// Speech acts that count, headline included.
    pub speech_acts: u32,
    /// Where its first relation that counts begins; `None` where none counts.
    pub first: Option<TokenIndex>,
    /// Where its last relation that counts begins.
    pub last: Option<TokenIndex>,
    /// The organisation that the mention names as its own, under which several sources may be shown: `defence ministry`, for its spokeswoman.
    pub organisation: Option<String>,
    /// The medium through which it reached the outlet: `told the Orla Post`.
    pub via: Option<String>,
    /// By what it is known again in another article.
    pub identity: Identity,
    /// Whether any of its words were said together with another source and split between them.
    pub joint: bool,
}

impl Source {
    /// Relations that count: reports and speech acts.
    pub const fn relations(&self) -> u32 {
        self.reports + self.speech_acts
    }

    /// Whether it belongs in a table of sources: one relation that counts, or words.
    pub const fn speaks(&self) -> bool {
        self.relations() > 0 || self.words > 0
    }
}

/// Whether the reader learns who a source is (measures §4.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Anonymity {
    /// A name, or an institution that is itself named.
    Named,
    /// The institution is named, the person is not: `a ministry spokesman`.
    UnnamedSpokesperson,
    /// A number of people at large: `residents`, `critics`.
    Collective,
    /// Nobody can tell. The level of description: 0 `sources`, 1 `diplomatic sources`, 2 `a senior Western diplomat in Ankara`, 3 with a reason.
    Anonymous {
        /// How much is said of it, 0 to 3.
        level: u8,
    },
}

impl Anonymity {
    /// Whether it counts as anonymous.
    pub const fn is_anonymous(self) -> bool {
        matches!(self, Self::Anonymous { .. })
    }
}

/// One mention of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Range<TokenIndex>,
    /// How it was linked to the source.
    pub linked_by: LinkedBy,
    /// The attribution that it is the source of.
    pub attribution: usize,
}

/// The step of the sieve that linked a mention to its source (measures §4.2), most certain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkedBy {
    /// The first mention.
    First,
    /// The same words.
    SameWords,
    /// The actors that the caller declares.
    Actor,
    /// Part of a full name.
    PartOfName,
    /// Initials.
    Acronym,
    /// A role that the text gives to a name.
    Role,
    /// A pronoun.
    Pronoun,
    /// A definite role with one candidate: `the spokesman`.
    DefiniteRole,
}

/// The sources of an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sources {
    /// All sources, in the order of their first mention. Not all of them speak: see [`Source::speaks`].
    pub clusters: Vec<Source>,
    /// The source of each attribution; the first-named one of a joint statement.
    pub of_attribution: Vec<Option<SourceIndex>>,
    /// Statements by several sources together: their words are split equally.
    pub joint: Vec<Joint>,
    /// What no source was found for.
    pub unresolved: Unresolved,
    /// The roles that the text gives to names, sources or not.
    pub roles: Vec<RoleLink>,
    /// Body words reported, from all sources and from nobody: equals [`crate::attribution::Voices::reported`].
    pub reported_words: u32,
    /// Doubtful links, for the reader to judge.
    pub notes: Vec<Note>,
    /// What a reader should know of the whole.
    pub flags: Vec<Flag>,
}

impl Sources {
    /// The sources that speak, in order.
    pub fn speaking(&self) -> impl Iterator<Item = (SourceIndex, &Source)> {
        self.clusters
            .iter()
            .enumerate()
            .filter(|(_, source)| source.speaks())
    }

    /// How the reported words are spread over the sources that have any; `None` where none has.
    pub fn concentration(&self) -> Option<Concentration> {
        let words: Vec<u32> = self
            .clusters
            .iter()
            .map(|source| source.words)
            .filter(|&words| words > 0)
            .collect();
        concentration(&words)
    }

    /// The source of the first report that counts.
    pub fn first_word(&self) -> Option<SourceIndex> {
        self.reporting()
            .min_by_key(|&(_, first, _)| first)
            .map(|(index, _, _)| index)
    }

    /// The source of the last report that counts.
    pub fn last_word(&self) -> Option<SourceIndex> {
        self.reporting()
            .max_by_key(|&(_, _, last)| last)
            .map(|(index, _, _)| index)
    }

    /// Whether all reported words come from one side, where sides are declared: the third flag of dependence. `None` sides belong to nobody and break it.
    pub fn is_one_sided<S: PartialEq>(&self, side_of: impl Fn(SourceIndex) -> Option<S>) -> bool {
        let with_words = self
            .clusters
            .iter()
            .enumerate()
            .filter(|(_, source)| source.words > 0);
        let mut sides = with_words.map(|(index, _)| side_of(index));
        let Some(Some(first)) = sides.next() else {
            return false;
        };
        self.unresolved.words == 0 && sides.all(|side| side.as_ref() == Some(&first))
    }

    fn reporting(&self) -> impl Iterator<Item = (SourceIndex, TokenIndex, TokenIndex)> {
        self.clusters
            .iter()
            .enumerate()
            .filter(|(_, source)| source.reports > 0)
            .filter_map(|(index, source)| Some((index, source.first?, source.last?)))
    }
}

/// A statement by several sources together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// The attribution.
    pub attribution: usize,
    /// Its sources, as named.
    pub sources: Vec<SourceIndex>,
}

/// What is attributed to nobody who could be found: shown, never merged into a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unresolved {
    /// The attributions.
    pub attributions: Vec<usize>,
    /// Body words reported.
    pub words: u32,
    /// Body words quoted.
    pub direct_words: u32,
    /// Reports that count.
    pub reports: u32,
    /// Speech acts that count.
    pub speech_acts: u32,
}

/// A doubtful link: two mentions that may be one, with no link in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The earlier mention.
    pub mention: Range<TokenIndex>,
    /// The mention that it may be the same as.
    pub other: Range<TokenIndex>,
    /// The source that the later mention belongs to.
    pub source: SourceIndex,
    /// What was seen.
    pub why: Doubt,
}

/// Why two mentions may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// An unnamed role, then a full name as the subject of the next sentence, and no apposition.
    RoleThenName,
    /// Two full names share the last name.
    SharedName,
    /// A pronoun or role with several candidates; the most recent was taken.
    SeveralCandidates,
}

/// What a reader should know of the sources as a whole (measures §4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Nothing is reported from anybody.
    NoReportedSpeech,
    /// All reported words are one source's.
    OneSource,
    /// Of two sources or more, one has three quarters of the words or more.
    OneSourceDominates,
}

/// A person or body that the caller declares, with the names that stand for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actor {
    /// The name to show.
    pub name: String,
    /// Other names and roles: `the Turkish foreign minister`.
    pub aliases: Vec<String>,
}
