//! Who harms whom, and how it is told (measures §5.1), and the figures of those who suffer (§5.4).

mod declared;

use super::registry::Family;
use super::{EvidenceId, EvidenceKind, Sheet, Subject};
use crate::framing::casualties::Figure;
use crate::framing::harm::{AgencyClass, Construction};
use crate::lexicon::Level;
use crate::party::PartyId;
use crate::source::SourceIndex;

pub(super) const FAMILY: Family = Family {
    name: "harm",
    title: "Harm and agents",
    measures: declared::HARM,
    measure,
};

pub(super) const SIDES: Family = Family {
    name: "harm.side",
    title: "Harm by declared side",
    measures: declared::SIDES,
    measure: sides,
};

pub(super) const CASUALTIES: Family = Family {
    name: "casualties",
    title: "Figures of those who suffer",
    measures: declared::CASUALTIES,
    measure: casualties,
};

const NO_HARM: &str = "no harm is told";
const NO_HARM_TO: &str = "no harm to this side is told";
const NO_CLAUSE: &str = "no harm is told in an active or passive clause";
const NO_FIGURE: &str = "no figure of those who suffer";
const NOTHING_HIDDEN: &str = "every harm has its agent in the sentence";

/// The harm that one side does and suffers. Harm that did not happen is left out, and so is what stands beside the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HarmTally {
    /// The side.
    pub party: PartyId,
    /// Constructions whose agent it is.
    pub agent: u32,
    /// Constructions whose victim it is.
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

/// The constructions of the body that are counted, with their ids.
fn counted<'a>(
    subject: &'a Subject<'_>,
) -> impl Iterator<Item = (EvidenceId, &'a Construction)> + Clone {
    subject
        .harms
        .constructions
        .iter()
        .enumerate()
        .filter(|(_, found)| found.counts() && subject.sentence_number(found.sentence) > 0)
        .map(|(index, found)| (EvidenceId::new(EvidenceKind::Harm, index), found))
}

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let ids = |wanted: &dyn Fn(&Construction) -> bool| -> Vec<EvidenceId> {
        counted(subject)
            .filter(|(_, found)| wanted(found))
            .map(|(id, _)| id)
            .collect()
    };
    let all = ids(&|_| true);
    let whole = all.len() as u32;
    sheet.count("harm.constructions", whole, all);
    let agentless = ids(&|found| found.class.is_agentless());
    let hidden = agentless.len() as u32;
    sheet.share("harm.agent_deleted", hidden, whole, NO_HARM, agentless);
    let passives = ids(&|found| found.class.is_passive());
    let clauses = ids(&|found| found.class.is_passive() || found.class.is_active()).len() as u32;
    let passive = passives.len() as u32;
    sheet.share("harm.passive", passive, clauses, NO_CLAUSE, passives);
    let by = ids(&|found| found.class == AgencyClass::PassiveBy);
    sheet.count("harm.passive.by", by.len() as u32, by);
    let actors = ids(&|found| found.actor().is_some());
    sheet.share("harm.actors", actors.len() as u32, whole, NO_HARM, actors);
    let elsewhere = ids(&|found| found.class.is_agentless() && found.elsewhere.is_some());
    let named = elsewhere.len() as u32;
    sheet.share(
        "harm.agent_elsewhere",
        named,
        hidden,
        NOTHING_HIDDEN,
        elsewhere,
    );
    let unreal: Vec<EvidenceId> = subject
        .harms
        .constructions
        .iter()
        .enumerate()
        .filter(|(_, found)| !found.counts() && subject.sentence_number(found.sentence) > 0)
        .map(|(index, _)| EvidenceId::new(EvidenceKind::Harm, index))
        .collect();
    sheet.count("harm.unreal", unreal.len() as u32, unreal);
    sheet.harm_sides = subject
        .parties
        .iter()
        .map(|(party, _)| harm_tally(subject, party))
        .collect();
}

fn sides(subject: &Subject<'_>, sheet: &mut Sheet) {
    for measure in declared::SIDES {
        if subject.parties.is_empty() {
            sheet.number(measure.id, None, super::sides::UNDECLARED, Vec::new());
        }
        for (party, _) in subject.parties.iter() {
            let ids = |wanted: &dyn Fn(&Construction) -> bool| -> Vec<EvidenceId> {
                counted(subject)
                    .filter(|(_, found)| wanted(found))
                    .map(|(id, _)| id)
                    .collect()
            };
            let suffered = ids(&|found| found.victim_side == Some(party));
            match measure.id {
                "harm.side.agent" => {
                    let done = ids(&|found| found.agent_side == Some(party));
                    sheet.count(measure.id, done.len() as u32, done);
                }
                "harm.side.victim" => {
                    sheet.count(measure.id, suffered.len() as u32, suffered);
                }
                _ => {
                    let left = ids(&|found| {
                        found.victim_side == Some(party) && found.class.is_agentless()
                    });
                    let (part, all) = (left.len() as u32, suffered.len() as u32);
                    sheet.share(measure.id, part, all, NO_HARM_TO, left);
                }
            }
            sheet.of_side(subject.parties.id(party));
        }
    }
}

/// What one side does and suffers.
pub fn harm_tally(subject: &Subject<'_>, party: PartyId) -> HarmTally {
    let some = Some(party);
    let count = |wanted: &dyn Fn(&Construction) -> bool| {
        counted(subject).filter(|(_, found)| wanted(found)).count() as u32
    };
    let figures = || {
        let all = subject.casualties.figures.iter();
        all.filter(|figure| figure.side == some && subject.sentence_number(figure.sentence) > 0)
    };
    HarmTally {
        party,
        agent: count(&|found| found.agent_side == some),
        victim: count(&|found| found.victim_side == some),
        victim_agentless: count(&|found| found.victim_side == some && found.class.is_agentless()),
        figures: figures().count() as u32,
        figures_attributed: figures()
            .filter(|figure| figure_source(subject, figure).is_some())
            .count() as u32,
        named: subject
            .casualties
            .named
            .iter()
            .filter(|victim| victim.side == some)
            .count() as u32,
    }
}

fn casualties(subject: &Subject<'_>, sheet: &mut Sheet) {
    let figures: Vec<(EvidenceId, &Figure)> = subject
        .casualties
        .figures
        .iter()
        .enumerate()
        .filter(|(_, figure)| subject.sentence_number(figure.sentence) > 0)
        .map(|(index, figure)| (EvidenceId::new(EvidenceKind::Figure, index), figure))
        .collect();
    let ids = |wanted: &dyn Fn(&Figure) -> bool| -> Vec<EvidenceId> {
        let wanted = figures.iter().filter(|(_, figure)| wanted(figure));
        wanted.map(|&(id, _)| id).collect()
    };
    let whole = figures.len() as u32;
    sheet.count("casualties.figures", whole, ids(&|_| true));
    let attributed = ids(&|figure| figure_source(subject, figure).is_some());
    let told = attributed.len() as u32;
    sheet.share("casualties.attributed", told, whole, NO_FIGURE, attributed);
    let named = subject.casualties.named.len();
    let ids = Sheet::all(EvidenceKind::Victim, named);
    sheet.count("casualties.named", named as u32, ids);
}

/// The attribution in whose content a figure stands, and the source of it: the innermost report.
pub fn figure_source(
    subject: &Subject<'_>,
    figure: &Figure,
) -> Option<(usize, Option<SourceIndex>)> {
    let inside = |content: &std::ops::Range<usize>| {
        content.contains(&(figure.tokens.end - 1)) || content.contains(&figure.tokens.start)
    };
    let reports = subject.attributions.iter().enumerate();
    let (index, _) = reports
        .filter(|(_, report)| {
            report.level == Level::Report && report.counts() && report.content.iter().any(inside)
        })
        .min_by_key(|(_, report)| {
            report
                .content
                .iter()
                .map(ExactSizeIterator::len)
                .sum::<usize>()
        })?;
    let source = subject.sources.of_attribution.get(index).copied().flatten();
    Some((index, source))
}
