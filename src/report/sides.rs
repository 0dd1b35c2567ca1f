//! Declared sides in the model: who is talked about, who is heard, what is held against whom.

use super::model::Place;
use super::numbers;
use super::view::View;
use crate::attribution::Voice;
use crate::lexicon::Stance;
use crate::measure::{EvidenceId, EvidenceKind, Reply, SideTally};
use crate::party::{Concern, MentionForm, Parties, Rule};
use serde::Serialize;

/// A declared side, as it was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartyUsed {
    /// Its id.
    pub id: String,
    /// What tables call it.
    pub label: String,
    /// The names that stand for it.
    pub names: Vec<NameUsed>,
}

/// A name of a side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NameUsed {
    /// As declared.
    pub name: String,
    /// What kind of name it is.
    pub form: MentionForm,
}

/// A mention of a side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MentionReport {
    /// Its evidence id: `M1`.
    pub id: String,
    /// Id of the side.
    pub side: String,
    /// How it is named.
    pub form: MentionForm,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Place,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
}

/// What one article gives to one declared side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SideReport {
    /// Id of the side.
    pub side: String,
    /// What tables call it.
    pub label: String,
    /// Mentions in the body by name, demonym, capital or metonym.
    pub mentions: u32,
    /// Mentions of its people and bodies in the body.
    pub members: u32,
    /// Body words reported from it.
    pub words: u32,
    /// Of these, words in quotation marks.
    pub direct_words: u32,
    /// Its part of all reported words, 0–1; `null` where nothing is reported.
    pub share: Option<f64>,
    /// Reports from it.
    pub reports: u32,
    /// Speech acts of it, whose words are not given.
    pub speech_acts: u32,
    /// The classes of the cues of both.
    pub stances: Vec<StanceReport>,
    /// Number of the body sentence of its first report.
    pub first_sentence: Option<u32>,
    /// Number of the body sentence of its last report.
    pub last_sentence: Option<u32>,
    /// Ids of its sources, in the order of first appearance.
    pub sources: Vec<String>,
    /// Loaded terms of the body against it.
    pub unfavourable: AboutReport,
    /// Loaded terms of the body for it.
    pub favourable: AboutReport,
    /// What is held against it: ids of strong unfavourable terms, accusing attributions, harm.
    pub accusations: Vec<EvidenceId>,
    /// Whether something is held against it while no word of it is reported.
    pub accused_without_a_voice: bool,
    /// Whether the article says that it was asked.
    pub reply: Reply,
    /// Ids of the phrases that say so.
    pub replies: Vec<EvidenceId>,
}

impl SideReport {
    /// Doubting cues of its speakers, and all their cues.
    pub fn doubting(&self) -> (u32, u32) {
        let doubting = self.stances.iter().find(|of| of.stance == Stance::Doubting);
        (
            doubting.map_or(0, |of| of.count),
            self.reports + self.speech_acts,
        )
    }
}

/// How often the cues of a side's speakers are of one class.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StanceReport {
    /// The class.
    pub stance: Stance,
    /// How many.
    pub count: u32,
    /// Ids of the attributions.
    pub evidence: Vec<EvidenceId>,
}

/// Loaded terms about a side that speak one way, by voice.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AboutReport {
    /// In the outlet's own voice.
    pub author: u32,
    /// In a source's.
    pub reported: u32,
    /// Where nobody can know.
    pub ambiguous: u32,
    /// Ids of the terms.
    pub evidence: Vec<EvidenceId>,
}

impl AboutReport {
    fn new(terms: &[(Voice, EvidenceId)]) -> Self {
        let count = |voice: Voice| terms.iter().filter(|(of, _)| *of == voice).count() as u32;
        Self {
            author: count(Voice::Author),
            reported: count(Voice::Reported),
            ambiguous: count(Voice::Ambiguous),
            evidence: terms.iter().map(|&(_, id)| id).collect(),
        }
    }

    /// In all voices.
    pub const fn all(&self) -> u32 {
        self.author + self.reported + self.ambiguous
    }
}

/// Whom a term is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AboutSide {
    /// Id of the side.
    pub side: String,
    /// Whether it speaks for the side; otherwise against it.
    pub favourable: bool,
    /// What in the text says whom it is about.
    pub rule: Rule,
}

/// The declared sides, as they were used.
pub fn parties_used(parties: &Parties) -> Vec<PartyUsed> {
    let names = |party: &crate::party::Party| {
        let names = party.names.iter();
        names
            .map(|name| NameUsed {
                name: name.text.clone(),
                form: name.form,
            })
            .collect()
    };
    parties
        .iter()
        .map(|(_, party)| PartyUsed {
            id: party.id.clone(),
            label: party.label.clone(),
            names: names(party),
        })
        .collect()
}

impl View<'_> {
    pub(super) fn mentions(&self) -> Vec<MentionReport> {
        let mentions = self.analysis.parties.iter().enumerate();
        mentions
            .map(|(index, mention)| {
                let passage = self.passage(&mention.tokens);
                let document = &self.analysis.document;
                let sentence = document.sentence_of(mention.tokens.start);
                MentionReport {
                    id: EvidenceId::new(EvidenceKind::Mention, index).to_string(),
                    side: self.parties.id(mention.party).to_owned(),
                    form: mention.form,
                    text: passage.text,
                    span: passage.span,
                    sentence: self.sentence_number(sentence),
                }
            })
            .collect()
    }

    pub(super) fn sides(&self) -> Vec<SideReport> {
        self.measured
            .sides
            .iter()
            .map(|tally| self.side(tally))
            .collect()
    }

    fn side(&self, tally: &SideTally) -> SideReport {
        let reported = self.analysis.voices.reported;
        let attributions = &self.analysis.attributions;
        let ids = &self.measured.ids;
        let heard: Vec<u32> = attributions
            .iter()
            .zip(&ids.attributions)
            .filter(|(_, id)| tally.reports.contains(id))
            .map(|(attribution, _)| self.sentence_number(attribution.sentence))
            .collect();
        let sources = self.analysis.sources.speaking();
        let own =
            sources.filter(|(index, _)| self.analysis.sides.of_source(*index) == Some(tally.party));
        SideReport {
            side: self.parties.id(tally.party).to_owned(),
            label: self.parties.label(tally.party).to_owned(),
            mentions: tally.mentions.len() as u32,
            members: tally.members.len() as u32,
            words: tally.words,
            direct_words: tally.direct_words,
            share: (reported > 0)
                .then(|| numbers::round(f64::from(tally.words) / f64::from(reported), 3)),
            reports: tally.reports.len() as u32,
            speech_acts: tally.speech_acts.len() as u32,
            stances: tally
                .stances
                .iter()
                .map(|(stance, evidence)| StanceReport {
                    stance: *stance,
                    count: evidence.len() as u32,
                    evidence: evidence.clone(),
                })
                .collect(),
            first_sentence: heard.iter().copied().min(),
            last_sentence: heard.iter().copied().max(),
            sources: own
                .map(|(index, _)| ids.sources[index].to_string())
                .collect(),
            unfavourable: AboutReport::new(&tally.unfavourable),
            favourable: AboutReport::new(&tally.favourable),
            accusations: tally.accusations.clone(),
            accused_without_a_voice: tally.is_accused_without_a_voice(),
            reply: tally.reply,
            replies: tally.replies.clone(),
        }
    }

    /// Whom a term is about.
    pub(super) fn about(&self, term: usize) -> Option<AboutSide> {
        let Concern {
            party,
            favourable,
            rule,
        } = self.analysis.sides.of_term(term)?;
        Some(AboutSide {
            side: self.parties.id(party).to_owned(),
            favourable,
            rule,
        })
    }

    /// The side of a source.
    pub(super) fn side_of_source(&self, source: usize) -> Option<String> {
        let side = self.analysis.sides.of_source(source)?;
        Some(self.parties.id(side).to_owned())
    }
}
