//! Agency of harm (measures §5.1): each harm construction of a text, with who does it, who suffers it, and how either is left out.
//!
//! One predicate of the harm packs makes one construction. Only sentences that hold such a word are read. After Moreno-Medina et al. 2025 and van Leeuwen 1996.

mod agents;
mod choose;
mod elsewhere;
mod evidence;
mod link;
mod noun;
mod participle;
mod phrases;
mod reality;
mod subject;
mod verb;
mod words;

use crate::attribution::Scene;
use crate::lexicon::{HarmId, HarmKind, HarmMatch, HarmUse};
use crate::party::{Mentions, PartyId};
use crate::text::{TokenIndex, WordId};
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::cell::OnceCell;
use std::ops::Range;
use words::Words;

/// How a construction shows or hides its agent; the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AgencyClass {
    /// Armenian forces targeted civilians.
    Active,
    /// Armenia has continued attacks.
    ActiveLight,
    /// were killed by shells
    PassiveBy,
    /// were killed when Armenian forces shelled the town
    PassiveAgentInSentence,
    /// Five civilians were killed.
    PassiveAgentless,
    /// 34 people died.
    Intransitive,
    /// Armenia's attacks
    NominalAgentNamed,
    /// strikes on populated areas
    NominalAgentless,
    /// Clashes erupted; protesters clashed with police.
    MutualNominal,
    /// the occupying forces
    ParticipleAgentUnnamed,
}

impl AgencyClass {
    /// All classes with their names in reports.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Active, "active"),
        (Self::ActiveLight, "active_light"),
        (Self::PassiveBy, "passive_by"),
        (Self::PassiveAgentInSentence, "passive_agent_in_sentence"),
        (Self::PassiveAgentless, "passive_agentless"),
        (Self::Intransitive, "intransitive"),
        (Self::NominalAgentNamed, "nominal_agent_named"),
        (Self::NominalAgentless, "nominal_agentless"),
        (Self::MutualNominal, "mutual_nominal"),
        (Self::ParticipleAgentUnnamed, "participle_agent_unnamed"),
    ];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether nobody is named who does it: the numerator of the agent deletion AD.
    pub const fn is_agentless(self) -> bool {
        matches!(
            self,
            Self::PassiveAgentless
                | Self::Intransitive
                | Self::NominalAgentless
                | Self::MutualNominal
                | Self::ParticipleAgentUnnamed
        )
    }

    /// Whether it is a passive.
    pub const fn is_passive(self) -> bool {
        matches!(
            self,
            Self::PassiveBy | Self::PassiveAgentInSentence | Self::PassiveAgentless
        )
    }

    /// Whether it is an active clause.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Active | Self::ActiveLight)
    }
}

/// What an agent is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AgentKind {
    /// Somebody who acts.
    Actor,
    /// A weapon or vehicle; who used it is another question.
    Instrument,
    /// A happening: a flood, a blast, an attack.
    Event,
}

/// Whether a harm is told as having happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reality {
    /// As having happened or happening. Only this is counted.
    Plain,
    /// Denied: did not shell, denied targeting.
    Negated,
    /// Possible, feared, planned, a condition.
    Hypothetical,
    /// Yet to come.
    Future,
}

/// Who does a harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// As written.
    pub tokens: Range<TokenIndex>,
    /// What it is.
    pub kind: AgentKind,
}

/// One harm construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Construction {
    /// The entry of the harm packs.
    pub harm: HarmId,
    /// Whether a verb, a noun or a state.
    pub part: HarmUse,
    /// What is done or suffered.
    pub kind: HarmKind,
    /// How the agent is shown or hidden.
    pub class: AgencyClass,
    /// The words that tell of the harm, without agent and victim.
    pub predicate: Range<TokenIndex>,
    /// Who does it, as far as the sentence says.
    pub agent: Option<Agent>,
    /// Who or what suffers it, as far as the sentence says.
    pub victim: Option<Range<TokenIndex>>,
    /// The declared side of the agent, where its words name one.
    pub agent_side: Option<PartyId>,
    /// The declared side of the victim, where its words name one; a place in them counts.
    pub victim_side: Option<PartyId>,
    /// Its sentence, an index into the document's.
    pub sentence: usize,
    /// Whether it is told as having happened.
    pub reality: Reality,
    /// Of a construction without agent: the index of another construction of the article that names who did it.
    pub elsewhere: Option<usize>,
    /// The two sides of a fight, which are agents of what it causes and of nothing else.
    fighters: Option<Range<TokenIndex>>,
    /// A word with other senses that nothing beside it decides.
    doubtful: bool,
}

impl Construction {
    /// Whether it is counted.
    pub const fn counts(&self) -> bool {
        matches!(self.reality, Reality::Plain)
    }

    /// The agent, where somebody acts rather than a thing.
    pub fn actor(&self) -> Option<&Agent> {
        self.agent
            .as_ref()
            .filter(|agent| agent.kind == AgentKind::Actor)
    }

    /// From the first to the last word of agent, predicate and victim that lie in one stretch of at most 40 tokens.
    pub fn extent(&self) -> Range<TokenIndex> {
        const LONGEST: usize = 40;
        let mut extent = self.predicate.clone();
        let agent = self.agent.as_ref().map(|agent| &agent.tokens);
        for part in agent.into_iter().chain(&self.victim) {
            let joined = extent.start.min(part.start)..extent.end.max(part.end);
            if joined.len() <= LONGEST {
                extent = joined;
            }
        }
        extent
    }
}

/// What a text tells of harm.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Harms {
    /// Harm constructions, in order.
    pub constructions: Vec<Construction>,
    /// People told as missing, in order: for casualty figures only.
    pub missing: Vec<Construction>,
}

/// Finds the harm constructions of a document, headlines included. `mentions` of the declared sides give agents and victims theirs.
pub fn find(scene: &Scene<'_>, mentions: &Mentions) -> Harms {
    let reader = Reader {
        scene,
        words: Words::new(scene.lexicon),
        located: OnceCell::new(),
    };
    let mut all = Vec::new();
    let mut matches = Vec::new();
    for sentence in 0..scene.document.sentences.len() {
        matches.clear();
        let range = &scene.document.sentences[sentence].tokens;
        scene
            .lexicon
            .harms_in(scene.document, scene.facts, range, &mut matches);
        if matches.iter().any(|found| reader.tells(found)) {
            reader.sentence(sentence, &matches, &mut all);
        }
    }
    reader.settle(&mut all);
    if !mentions.is_empty() {
        for found in &mut all {
            let agent = found.agent.as_ref();
            found.agent_side = agent.and_then(|agent| mentions.side_of(agent.tokens.clone()));
            let victim = found.victim.clone();
            found.victim_side = victim.and_then(|victim| mentions.side_at(victim));
        }
    }
    let (missing, mut constructions): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|found| found.kind == HarmKind::Missing && found.part == HarmUse::State);
    elsewhere::mark(scene, &mut constructions);
    Harms {
        constructions,
        missing,
    }
}

/// Reads the sentences of one document.
struct Reader<'s> {
    scene: &'s Scene<'s>,
    words: Words<'s>,
    /// Names that follow a preposition of place somewhere in the article.
    located: OnceCell<FxHashSet<WordId>>,
}

/// A sentence under reading.
struct Place<'p> {
    index: usize,
    low: TokenIndex,
    high: TokenIndex,
    headline: bool,
    /// Verbs that make an act of a noun, or a sufferer of their subject.
    lights: Vec<&'p HarmMatch>,
}

impl Reader<'_> {
    fn tells(&self, found: &HarmMatch) -> bool {
        !matches!(
            self.scene.lexicon.harm(found.harm).part,
            HarmUse::Light | HarmUse::Undergo
        )
    }

    fn part(&self, found: &HarmMatch) -> HarmUse {
        self.scene.lexicon.harm(found.harm).part
    }

    fn sentence(&self, index: usize, matches: &[HarmMatch], all: &mut Vec<Construction>) {
        let sentence = &self.scene.document.sentences[index];
        let place = Place {
            index,
            low: self.scene.sentence_low(index),
            high: sentence.tokens.end,
            headline: sentence.number == 0,
            lights: matches.iter().filter(|found| !self.tells(found)).collect(),
        };
        let from = all.len();
        for here in matches.chunk_by(|a, b| a.tokens == b.tokens) {
            let Some(found) = self.choose(here, &place) else {
                continue;
            };
            let taken = all[from..]
                .iter()
                .any(|earlier| earlier.predicate.contains(&found.tokens.start));
            if taken {
                continue;
            }
            let read = match self.part(found) {
                HarmUse::Verb => self.verb(found, &place, &all[from..]),
                HarmUse::Noun => self.noun(found, &place, &all[from..]),
                // "left six people dead" is told already.
                HarmUse::State
                    if all[from..].iter().any(|earlier| {
                        let victim = earlier.victim.as_ref();
                        victim.is_some_and(|victim| victim.end == found.tokens.start)
                    }) =>
                {
                    None
                }
                HarmUse::State => self.state(found, &place),
                HarmUse::Light | HarmUse::Undergo => None,
            };
            all.extend(read);
        }
        self.link(&place, &mut all[from..]);
    }

    /// Drops what could be something else, unless the article tells of harm for certain: "the attack" after "attacked the village".
    fn settle(&self, all: &mut Vec<Construction>) {
        let sure = || all.iter().filter(|found| !found.doubtful);
        let harms: FxHashSet<HarmId> = sure().map(|found| found.harm).collect();
        let kinds: FxHashSet<HarmKind> = sure().map(|found| found.kind).collect();
        let violent = |kind: HarmKind| {
            matches!(
                kind,
                HarmKind::Killing | HarmKind::Injury | HarmKind::Attack
            )
        };
        let any_violent = kinds.iter().any(|&kind| violent(kind));
        // Where doubtful words are more than certain ones, the article speaks of fights with words.
        let certain = sure().count();
        let fought = 2 * certain >= all.len();
        all.retain(|found| {
            !found.doubtful
                || fought
                    && (harms.contains(&found.harm)
                        || kinds.contains(&found.kind)
                        || any_violent && violent(found.kind))
        });
    }
}
