//! Harm and those who suffer it, in the model.

use super::model::{Passage, Place};
use super::view::View;
use crate::analyzer::Analyzer;
use crate::article::ZoneKind;
use crate::attribution::Voice;
use crate::framing::casualties::{Figure, FigureBound, SideFrom, State};
use crate::framing::harm::{AgencyClass, AgentKind, Construction, Reality};
use crate::lexicon::HarmKind;
use crate::measure::{EvidenceId, EvidenceKind, figure_source};
use crate::party::PartyId;
use crate::text::TokenIndex;
use serde::Serialize;
use std::ops::Range;

/// One harm construction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HarmReport {
    /// Its evidence id: `H1`.
    pub id: String,
    /// How the agent is shown or hidden.
    pub class: AgencyClass,
    /// Base form of the word of harm.
    pub lemma: String,
    /// What is done or suffered.
    pub kind: HarmKind,
    /// As written, from agent to victim where they stand together.
    pub text: String,
    /// Where.
    pub span: Place,
    /// The words that tell of the harm.
    pub predicate: Passage,
    /// Who does it; `null` where the sentence does not say.
    pub agent: Option<AgentReport>,
    /// Who suffers it; `null` where the sentence does not say.
    pub victim: Option<VictimReport>,
    /// Whose words tell it.
    pub voice: Voice,
    /// Whether it is told as having happened; only `plain` is counted.
    pub reality: Reality,
    /// Of a construction without agent: id of another one that names somebody for the like.
    pub agent_elsewhere: Option<String>,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds it.
    pub zone: ZoneKind,
}

impl HarmReport {
    /// Whether it is counted: in the body, told as having happened.
    pub const fn counts(&self) -> bool {
        matches!(self.reality, Reality::Plain) && self.sentence > 0
    }
}

/// Who does a harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgentReport {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Somebody, a weapon or vehicle, or an event.
    pub kind: AgentKind,
    /// Id of the declared side, where the words name one.
    pub side: Option<String>,
}

/// Who suffers a harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VictimReport {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Id of the declared side, where the words name one.
    pub side: Option<String>,
}

/// A figure of those who suffer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CasualtyReport {
    /// Its evidence id: `F1`.
    pub id: String,
    /// As written, with what it counts.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Its value; `null` for dozens, hundreds and the like.
    pub number: Option<u64>,
    /// How exact it is.
    pub bound: FigureBound,
    /// What became of those counted.
    pub state: State,
    /// A running total, which holds earlier figures.
    pub total: bool,
    /// Id of the declared side of those counted.
    pub side: Option<String>,
    /// What told the side.
    pub side_from: Option<SideFrom>,
    /// Id of the attribution that gives it; `null` where it is told without a source.
    pub attribution: Option<String>,
    /// Id of the source that gives it.
    pub source: Option<String>,
    /// Id of the harm construction that it stands in.
    pub harm: Option<String>,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds it.
    pub zone: ZoneKind,
}

/// Somebody with a name who is killed or hurt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedVictimReport {
    /// Its evidence id: `V1`.
    pub id: String,
    /// The name.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Id of the declared side, where the words name one.
    pub side: Option<String>,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
}

/// What one article tells of those who suffer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HarmSideReport {
    /// Id of the side.
    pub side: String,
    /// What tables call it.
    pub label: String,
    /// Constructions of the body whose agent it is.
    pub agent: u32,
    /// Constructions of the body whose victim it is.
    pub victim: u32,
    /// Of these, constructions without agent.
    pub victim_agentless: u32,
    /// Figures of its people and things.
    pub figures: u32,
    /// Of these, figures with a source.
    pub figures_attributed: u32,
    /// Its people who are named among those who suffer.
    pub named: u32,
}

impl View<'_> {
    fn side_id(&self, side: Option<PartyId>) -> Option<String> {
        side.map(|side| self.parties.id(side).to_owned())
    }

    pub(super) fn harm(&self) -> Vec<HarmReport> {
        let found = self.analysis.harms.constructions.iter().enumerate();
        found
            .map(|(index, found)| self.one_harm(index, found))
            .collect()
    }

    fn one_harm(&self, index: usize, found: &Construction) -> HarmReport {
        let id = |index| EvidenceId::new(EvidenceKind::Harm, index).to_string();
        let Passage { text, span } = self.passage(&found.extent());
        let entry = self.lexicon().harm(found.harm);
        HarmReport {
            id: id(index),
            class: found.class,
            lemma: entry.lemma.clone(),
            kind: found.kind,
            text,
            span,
            predicate: self.passage(&found.predicate),
            agent: found.agent.as_ref().map(|agent| {
                let Passage { text, span } = self.passage(&agent.tokens);
                AgentReport {
                    text,
                    span,
                    kind: agent.kind,
                    side: self.side_id(found.agent_side),
                }
            }),
            victim: found.victim.as_ref().map(|victim| {
                let Passage { text, span } = self.passage(victim);
                VictimReport {
                    text,
                    span,
                    side: self.side_id(found.victim_side),
                }
            }),
            voice: self.analysis.voices.of(found.predicate.start),
            reality: found.reality,
            agent_elsewhere: found.elsewhere.map(id),
            sentence: self.sentence_number(found.sentence),
            zone: self.zone_of(found.sentence),
        }
    }

    pub(super) fn figures(&self, analyzer: &Analyzer) -> Vec<CasualtyReport> {
        let subject = self.analysis.subject(analyzer);
        let figures = self.analysis.casualties.figures.iter().enumerate();
        figures
            .map(|(index, figure)| {
                let source = figure_source(&subject, figure);
                self.figure(index, figure, source)
            })
            .collect()
    }

    fn figure(
        &self,
        index: usize,
        figure: &Figure,
        told: Option<(usize, Option<usize>)>,
    ) -> CasualtyReport {
        let Passage { text, span } = self.passage(&figure.tokens);
        let ids = &self.measured.ids;
        CasualtyReport {
            id: EvidenceId::new(EvidenceKind::Figure, index).to_string(),
            text,
            span,
            number: figure.number,
            bound: figure.bound,
            state: figure.state,
            total: figure.total,
            side: self.side_id(figure.side),
            side_from: figure.side_from,
            attribution: told.map(|(attribution, _)| ids.attributions[attribution].to_string()),
            source: told
                .and_then(|(_, source)| source)
                .map(|source| ids.sources[source].to_string()),
            harm: figure
                .construction
                .map(|at| EvidenceId::new(EvidenceKind::Harm, at).to_string()),
            sentence: self.sentence_number(figure.sentence),
            zone: self.zone_of(figure.sentence),
        }
    }

    pub(super) fn named_victims(&self) -> Vec<NamedVictimReport> {
        let named = self.analysis.casualties.named.iter().enumerate();
        named
            .map(|(index, victim)| {
                let Passage { text, span } = self.passage(&victim.tokens);
                NamedVictimReport {
                    id: EvidenceId::new(EvidenceKind::Victim, index).to_string(),
                    text,
                    span,
                    side: self.side_id(victim.side),
                    sentence: self.sentence_number(victim.sentence),
                }
            })
            .collect()
    }

    pub(super) fn victim_details(&self) -> Vec<Passage> {
        let details = self.analysis.casualties.details.iter();
        details
            .map(|tokens: &Range<TokenIndex>| self.passage(tokens))
            .collect()
    }

    pub(super) fn harm_sides(&self) -> Vec<HarmSideReport> {
        let tallies = self.measured.harm_sides.iter();
        tallies
            .map(|tally| HarmSideReport {
                side: self.parties.id(tally.party).to_owned(),
                label: self.parties.label(tally.party).to_owned(),
                agent: tally.agent,
                victim: tally.victim,
                victim_agentless: tally.victim_agentless,
                figures: tally.figures,
                figures_attributed: tally.figures_attributed,
                named: tally.named,
            })
            .collect()
    }
}
