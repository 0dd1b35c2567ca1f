//! The difference card (measures §6.8): the few differences between articles that a reader should look at first, in a fixed order of importance.
//!
//! One file finds one kind of difference. A kind says nothing where all articles do the same, so that copies of one article give no line. What
//! rests on rates is a difference only where a test says so; what rests on a thing being there or not (a side that has no word, a headline
//! without its source) is shown with its evidence, and the reader judges it.

mod agency;
mod checks;
mod doubt;
mod event;
mod headline;
mod reliance;
mod silence;
mod terms;
mod tolls;

pub use event::Event;
pub use headline::HeadlineStanding;

use crate::lexicon::{HarmKind, SourceKind};
use crate::party::PartyId;
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// Lines of a card.
pub const MOST: usize = 5;

/// What differs, in the order of importance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardKind {
    /// A side, or people of a kind, are heard in one article and not in another.
    Silence,
    /// One article rests on one source, one side, or nobody.
    Reliance,
    /// A headline states what another leaves to its source.
    Headline,
    /// Figures of one thing differ, or one article states what another attributes.
    Fact,
    /// Other names for the same thing.
    Naming,
    /// Verbs that withhold belief fall on other speakers.
    Doubt,
    /// Only some say what was checked.
    Check,
    /// Who does harm is named in one article and not in another.
    Agency,
    /// Strong loaded words in the outlet's own voice, more than chance explains.
    StrongTerms,
}

/// Words that prove a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The article.
    pub article: usize,
    /// The words.
    pub tokens: Range<TokenIndex>,
}

/// A part of a whole: reported words of a side out of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portion {
    /// The article.
    pub article: usize,
    /// How many.
    pub part: u32,
    /// Out of how many.
    pub whole: u32,
}

/// Who is heard or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A declared side.
    Side(PartyId),
    /// Sources of these kinds.
    Kinds(&'static [SourceKind]),
}

/// Whose word a fact is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Teller {
    /// The outlet's own.
    Outlet,
    /// A source, by name.
    Source(String),
    /// A source that is not named, or nobody can know whose it is.
    Unknown,
}

/// A figure as one article has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Toll {
    /// The article.
    pub article: usize,
    /// As written, what limits it included: `at least 11`.
    pub text: String,
    /// Its value.
    pub value: f64,
    /// Who says it.
    pub teller: Teller,
}

/// A speaker with whom a verb of doubt goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubted {
    /// The verb as written.
    pub cue: String,
    /// Who speaks.
    pub speaker: String,
    /// What the sentence adds on checks: `offered no evidence`.
    pub added: Option<String>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// Nobody of these has a word in some articles.
    Silent {
        /// Who.
        who: Who,
        /// Where nobody of them is reported.
        silent: Vec<usize>,
        /// Of these, where something unfavourable is said of them in the outlet's own words.
        accused: Vec<usize>,
        /// Of these, where it is said that somebody was asked for a reply.
        asked: Vec<usize>,
        /// Reported words of theirs elsewhere.
        heard: Vec<Portion>,
    },
    /// One article has (nearly) all its reported words from one source, others do not.
    OneSource {
        /// The source.
        name: String,
        /// Its words.
        words: Portion,
        /// The part of the top source elsewhere.
        others: Vec<Portion>,
    },
    /// All reported words of declared sides are one side's, elsewhere several are heard.
    OneSided {
        /// The side.
        side: PartyId,
        /// Its words, out of all reported words.
        words: Portion,
        /// How many sides are heard elsewhere.
        others: Vec<(usize, u32)>,
    },
    /// One article reports nobody.
    Unsourced {
        /// Which ones.
        articles: Vec<usize>,
        /// Reported words elsewhere.
        others: Vec<Portion>,
    },
    /// Whose word the headlines are.
    Headlines(Vec<(usize, HeadlineStanding)>),
    /// Different figures of people harmed.
    Tolls {
        /// Killed, injured, missing.
        harm: HarmKind,
        /// The figures, by article; several where an article has several.
        tolls: Vec<Toll>,
        /// Articles without one.
        without: Vec<usize>,
        /// Whether the numbers differ; otherwise only who says them.
        conflict: bool,
    },
    /// Speakers with whom a verb of doubt goes, by article.
    Doubted(Vec<(usize, Vec<Doubted>)>),
    /// What was checked is said in some, not in others.
    Checked {
        /// Where, with the phrase.
        said: Vec<(usize, String)>,
        /// Where not.
        silent: Vec<usize>,
    },
    /// Harm told without who did it, out of all harm told.
    Agency {
        /// To whom; `None` for all harm.
        victim: Option<PartyId>,
        /// By article.
        agentless: Vec<Portion>,
    },
    /// Strong terms: count and words, and between which articles the test finds a difference.
    Strong {
        /// By article.
        rates: Vec<Portion>,
        /// Pairs that differ.
        pairs: Vec<(usize, usize)>,
    },
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct CardLine {
    /// What differs.
    pub kind: CardKind,
    /// What was found.
    pub finding: Finding,
    /// Among those of its kind, the greater goes first.
    pub weight: f64,
    /// The words that prove it, article by article.
    pub evidence: Vec<Evidence>,
}

/// The lines of a card: the weightiest of each kind in the order of importance, then, where there is room, the next of each kind.
pub fn card(event: &Event<'_>) -> Vec<CardLine> {
    let mut found = Vec::new();
    silence::find(event, &mut found);
    reliance::find(event, &mut found);
    headline::find(event, &mut found);
    tolls::find(event, &mut found);
    doubt::find(event, &mut found);
    checks::find(event, &mut found);
    agency::find(event, &mut found);
    terms::find(event, &mut found);
    choose(found)
}

fn choose(mut found: Vec<CardLine>) -> Vec<CardLine> {
    found.sort_by(|one, other| {
        one.kind
            .cmp(&other.kind)
            .then(other.weight.total_cmp(&one.weight))
    });
    let mut ranked: Vec<(usize, CardLine)> = Vec::new();
    for line in found {
        let rank = ranked
            .iter()
            .filter(|(_, other)| other.kind == line.kind)
            .count();
        ranked.push((rank, line));
    }
    ranked.sort_by_key(|(rank, line)| (*rank, line.kind));
    ranked.truncate(MOST);
    ranked.sort_by_key(|(rank, line)| (line.kind, *rank));
    ranked.into_iter().map(|(_, line)| line).collect()
}
