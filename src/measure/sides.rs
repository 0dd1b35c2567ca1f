//! Who is talked about and who is heard, side by side (measures §4.6), and against whom loaded terms speak (§2.3).

mod accused;
mod declared;

use super::registry::Family;
use super::{EvidenceId, EvidenceKind, Sheet, Subject};
use crate::article::ZoneKind;
use crate::attribution::{Attribution, Voice};
use crate::lexicon::{Family as Kind, Level, Stance};
use crate::party::{PartyId, PartyMention};
pub use accused::Reply;

pub(super) const FAMILY: Family = Family {
    name: "side",
    title: "Talked about and heard, by declared side",
    measures: declared::MEASURES,
    measure,
};

/// Why there are no values.
pub(super) const UNDECLARED: &str =
    "no sides are declared: --parties FILE or --party NAME=alias,alias";
/// Why a position or a share of cues is missing.
const UNHEARD: &str = "nothing is reported from this side";
const NO_WORDS: &str = "nothing is reported";

/// What an article gives to one side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideTally {
    /// The side.
    pub party: PartyId,
    /// Mentions in the body by name, demonym, capital or metonym.
    pub mentions: Vec<EvidenceId>,
    /// Mentions of its members in the body.
    pub members: Vec<EvidenceId>,
    /// Body words reported from it.
    pub words: u32,
    /// Of these, words in quotation marks.
    pub direct_words: u32,
    /// Its reports that count.
    pub reports: Vec<EvidenceId>,
    /// Its speech acts that count.
    pub speech_acts: Vec<EvidenceId>,
    /// The classes of the cues of both, each with its attributions, in the order of the classes.
    pub stances: Vec<(Stance, Vec<EvidenceId>)>,
    /// Where each report begins, as a part of the body: 0 is its first word.
    pub positions: Vec<f64>,
    /// Plain loaded terms of the body against it, with their voices.
    pub unfavourable: Vec<(Voice, EvidenceId)>,
    /// Plain loaded terms of the body for it, with their voices.
    pub favourable: Vec<(Voice, EvidenceId)>,
    /// What is held against it: strong unfavourable terms, accusations, harm.
    pub accusations: Vec<EvidenceId>,
    /// Whether the article says that it was asked.
    pub reply: Reply,
    /// The phrases that say so.
    pub replies: Vec<EvidenceId>,
    speaking: Vec<EvidenceId>,
    quoting: Vec<EvidenceId>,
}

impl SideTally {
    /// Whether something is held against it and no word of it is reported.
    pub fn is_accused_without_a_voice(&self) -> bool {
        self.words == 0 && !self.accusations.is_empty()
    }

    fn doubting(&self) -> Vec<EvidenceId> {
        let doubting = self
            .stances
            .iter()
            .filter(|(stance, _)| *stance == Stance::Doubting);
        doubting.flat_map(|(_, ids)| ids.clone()).collect()
    }

    fn cues(&self) -> u32 {
        (self.reports.len() + self.speech_acts.len()) as u32
    }

    /// Mean position of its reports.
    fn mean(&self) -> Option<f64> {
        let count = self.positions.len();
        (count > 0).then(|| self.positions.iter().sum::<f64>() / count as f64)
    }
}

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    if subject.parties.is_empty() {
        for measure in declared::MEASURES {
            sheet.number(measure.id, None, UNDECLARED, Vec::new());
        }
        return;
    }
    let before = WordsBefore::new(subject);
    let tallies: Vec<SideTally> = subject
        .parties
        .iter()
        .map(|(party, _)| tally(subject, sheet, &before, party))
        .collect();
    // Measure by measure, so that the sides of one stand together.
    for measure in declared::MEASURES {
        if !measure.per_side {
            let unheard = tallies
                .iter()
                .filter(|tally| tally.is_accused_without_a_voice());
            let grounds = unheard.clone().flat_map(|tally| tally.accusations.clone());
            sheet.count(measure.id, unheard.count() as u32, grounds.collect());
            continue;
        }
        for tally in &tallies {
            write(measure.id, tally, subject, sheet);
            sheet.of_side(subject.parties.id(tally.party));
        }
    }
    sheet.sides = tallies;
}

fn write(id: &'static str, tally: &SideTally, subject: &Subject<'_>, sheet: &mut Sheet) {
    let count = |ids: &[EvidenceId]| (ids.len() as u32, ids.to_vec());
    let terms = |terms: &[(Voice, EvidenceId)]| {
        let ids: Vec<EvidenceId> = terms.iter().map(|&(_, id)| id).collect();
        (ids.len() as u32, ids)
    };
    let reports = || tally.reports.clone();
    let (count, evidence) = match id {
        "side.mentions" => count(&tally.mentions),
        "side.members" => count(&tally.members),
        "side.words" => (tally.words, tally.speaking.clone()),
        "side.direct" => (tally.direct_words, tally.quoting.clone()),
        "side.reports" => count(&tally.reports),
        "side.speech_acts" => count(&tally.speech_acts),
        "side.unfavourable" => terms(&tally.unfavourable),
        "side.favourable" => terms(&tally.favourable),
        "side.accusations" => count(&tally.accusations),
        "side.share" => {
            let (part, whole) = (tally.words, subject.voices.reported);
            return sheet.share(id, part, whole, NO_WORDS, tally.speaking.clone());
        }
        "side.doubting" => {
            let doubting = tally.doubting();
            let part = doubting.len() as u32;
            return sheet.share(id, part, tally.cues(), UNHEARD, doubting);
        }
        "side.first" => {
            let first = tally.positions.iter().copied().reduce(f64::min);
            return sheet.number(id, first, UNHEARD, reports());
        }
        "side.last" => {
            let last = tally.positions.iter().copied().reduce(f64::max);
            return sheet.number(id, last, UNHEARD, reports());
        }
        _ => return sheet.number(id, tally.mean(), UNHEARD, reports()),
    };
    sheet.count(id, count, evidence);
}

fn tally(subject: &Subject<'_>, sheet: &Sheet, before: &WordsBefore, party: PartyId) -> SideTally {
    let mentions = |wanted: fn(&PartyMention) -> bool| -> Vec<EvidenceId> {
        let all = subject.mentions.iter().enumerate();
        all.filter(|(_, mention)| {
            mention.party == party && wanted(mention) && subject.in_body(mention.tokens.start)
        })
        .map(|(index, _)| EvidenceId::new(EvidenceKind::Mention, index))
        .collect()
    };
    let sources = subject.sources.clusters.iter().enumerate();
    let of_side = sources.filter(|(index, _)| subject.sides.of_source(*index) == Some(party));
    let words = of_side.clone().map(|(_, source)| source.words).sum();
    let direct_words = of_side.map(|(_, source)| source.direct_words).sum();
    let own: Vec<(&Attribution, EvidenceId)> = subject
        .attributions
        .iter()
        .zip(&sheet.ids.attributions)
        .enumerate()
        .filter(|(index, _)| speaks_for(subject, *index, party))
        .map(|(_, (attribution, &id))| (attribution, id))
        .collect();
    let holding = |quoted: bool| -> Vec<EvidenceId> {
        let holds = |at: usize| {
            let token = &subject.document.tokens[at];
            token.is_word()
                && (!quoted || token.is_quoted())
                && subject.voices.of(at) == Voice::Reported
                && subject.in_body(at)
        };
        let some = |attribution: &Attribution| {
            attribution.content.iter().flat_map(Clone::clone).any(holds)
        };
        let found = own.iter().filter(|(attribution, _)| some(attribution));
        found.map(|&(_, id)| id).collect()
    };
    let counted = |level: Level| {
        own.iter().filter(move |(attribution, _)| {
            attribution.level == level && subject.counts(attribution)
        })
    };
    let ids = |level: Level| counted(level).map(|&(_, id)| id).collect();
    let terms = |favourable: bool| -> Vec<(Voice, EvidenceId)> {
        let all = subject.terms.iter().zip(&sheet.ids.terms).enumerate();
        all.filter(|(index, (term, _))| {
            let about = subject.sides.of_term(*index);
            about.is_some_and(|about| about.party == party && about.favourable == favourable)
                && term.status.counts()
                && subject.lexicon.entry(term.entry).category.family() == Kind::Framing
                && subject.sentence_number(term.sentence) > 0
        })
        .map(|(_, (term, &id))| (subject.voices.of(term.tokens.start), id))
        .collect()
    };
    let (reply, replies) = accused::reply(subject, sheet, party);
    SideTally {
        party,
        mentions: mentions(|mention| mention.form.names_the_side()),
        members: mentions(|mention| mention.form == crate::party::MentionForm::Member),
        words,
        direct_words,
        reports: ids(Level::Report),
        speech_acts: ids(Level::SpeechAct),
        stances: stances(counted(Level::Report).chain(counted(Level::SpeechAct))),
        positions: counted(Level::Report)
            .map(|(attribution, _)| before.part(attribution))
            .collect(),
        unfavourable: terms(false),
        favourable: terms(true),
        accusations: accused::grounds(subject, sheet, party),
        reply,
        replies,
        speaking: holding(false),
        quoting: holding(true),
    }
}

/// Whether a speaker of an attribution is of a side; of a joint statement, any of them.
fn speaks_for(subject: &Subject<'_>, attribution: usize, party: PartyId) -> bool {
    let mut joint = subject.sources.joint.iter();
    let sources = match joint.find(|joint| joint.attribution == attribution) {
        Some(joint) => joint.sources.clone(),
        None => subject.sources.of_attribution[attribution]
            .into_iter()
            .collect(),
    };
    sources
        .into_iter()
        .any(|source| subject.sides.of_source(source) == Some(party))
}

/// The attributions by the class of their cue, in the order of the classes.
fn stances<'a>(
    own: impl Iterator<Item = &'a (&'a Attribution, EvidenceId)>,
) -> Vec<(Stance, Vec<EvidenceId>)> {
    let mut stances: Vec<(Stance, Vec<EvidenceId>)> = Vec::new();
    for &(attribution, id) in own {
        match stances
            .iter_mut()
            .find(|(stance, _)| *stance == attribution.stance)
        {
            Some((_, ids)) => ids.push(id),
            None => stances.push((attribution.stance, vec![id])),
        }
    }
    stances.sort_by_key(|(stance, _)| *stance);
    stances
}

/// How many body words stand before each token.
struct WordsBefore {
    before: Vec<u32>,
    all: u32,
}

impl WordsBefore {
    fn new(subject: &Subject<'_>) -> Self {
        let document = subject.document;
        let mut before = vec![0; document.tokens.len()];
        let mut all = 0;
        for block in &document.blocks {
            let body = block.zone.kind == ZoneKind::Body;
            for at in block.tokens.clone() {
                before[at] = all;
                all += u32::from(body && document.tokens[at].is_word());
            }
        }
        Self { before, all }
    }

    /// Where an attribution begins, as a part of the body.
    fn part(&self, attribution: &Attribution) -> f64 {
        let parts = [
            &attribution.content,
            &attribution.source,
            &attribution.cue.tokens,
        ];
        let starts = parts.into_iter().flatten().map(|range| range.start);
        let first = starts.min().and_then(|at| self.before.get(at)).copied();
        f64::from(first.unwrap_or(0)) / f64::from(self.all.max(1))
    }
}
