//! With which cues sources are introduced.

use super::registry::{Family, IntervalKind, Measure, Unit};
use super::{EvidenceId, Sheet, Subject};
use crate::lexicon::{Level, Stance};

const SOURCE: &str =
    "Classes after Caldas-Coulthard 1994, Bell 1991 and Hyland 2005; members are our own";
const LIMITS: &str = "Agencies that translate have house habits: \"noted\" and \"stressed\" may be plain speech. Denied and hypothetical cues are not counted.";

const fn count(id: &'static str, name: &'static str, meaning: &'static str) -> Measure {
    Measure {
        id,
        code: "M2.3",
        name,
        unit: Unit::Count,
        denominator: "reports and speech acts",
        formula: "n_c = cues of the class in the body; level report and speech_act",
        meaning,
        limits: LIMITS,
        source: SOURCE,
        evidence: "attributions with a cue of the class",
        range: "0 up to the number of reports and speech acts",
        interval: IntervalKind::None,
        ..Measure::BLANK
    }
}

pub(super) const FAMILY: Family = Family {
    name: "stance",
    title: "How speech is introduced",
    measures: &[
        Measure {
            id: "stance.doubting.share",
            code: "M2.3",
            name: "doubting cues",
            unit: Unit::Share,
            denominator: "reports",
            formula: "SM_doubting = doubting cues of reports / n_report",
            meaning: "How many of the reports are introduced by a verb with which the author withholds belief: claim, allege.",
            limits: LIMITS,
            source: SOURCE,
            evidence: "reports with a doubting cue",
            range: "0–1; about .02 in PolNeAR: one is ordinary, three about one side are not",
            interval: IntervalKind::Proportion,
            ..Measure::BLANK
        },
        count(
            "stance.neutral.speech",
            "plain speech",
            "Cues without stance: say, tell, write.",
        ),
        count(
            "stance.neutral.evidential",
            "source named",
            "Cues that name a source and no more: according to.",
        ),
        count(
            "stance.neutral.announce",
            "announced",
            "Official acts: announce, report.",
        ),
        count(
            "stance.neutral.topic",
            "topic only",
            "Cues that name a topic only: discuss.",
        ),
        count(
            "stance.endorsing",
            "endorsing",
            "Cues with which the author vouches for the content: note, reveal, confirm.",
        ),
        count(
            "stance.doubting",
            "doubting",
            "Cues with which the author withholds belief: claim, allege, insist.",
        ),
        count(
            "stance.arguing",
            "arguing",
            "Cues of position-taking: argue, warn.",
        ),
        count(
            "stance.conceding",
            "conceding",
            "Cues that present the content as against the speaker's interest: admit.",
        ),
        count(
            "stance.denying",
            "denying",
            "The speaker denies: deny, dismiss.",
        ),
        count(
            "stance.accusing",
            "accusing",
            "The speaker blames somebody: accuse, condemn.",
        ),
        count(
            "stance.emotive",
            "emotive",
            "The manner colours the speaker: slam, rage.",
        ),
        count(
            "stance.directive.mild",
            "asking",
            "The speaker asks for something: urge, call for.",
        ),
        count(
            "stance.directive.strong",
            "demanding",
            "The speaker demands something: demand, order.",
        ),
        count(
            "stance.commissive",
            "promising",
            "The speaker binds himself: pledge, threaten.",
        ),
        count(
            "stance.evaluative.positive",
            "praising",
            "The speaker praises or supports.",
        ),
        count(
            "stance.evaluative.negative",
            "disapproving",
            "The speaker disapproves without accusing.",
        ),
        count(
            "stance.mental",
            "thinking and wishing",
            "Thoughts, beliefs and wishes given as speech: believe, hope.",
        ),
    ],
    measure,
};

const CLASSES: [(&str, Stance); 17] = [
    ("stance.neutral.speech", Stance::NeutralSpeech),
    ("stance.neutral.evidential", Stance::NeutralEvidential),
    ("stance.neutral.announce", Stance::NeutralAnnounce),
    ("stance.neutral.topic", Stance::NeutralTopic),
    ("stance.endorsing", Stance::Endorsing),
    ("stance.doubting", Stance::Doubting),
    ("stance.arguing", Stance::Arguing),
    ("stance.conceding", Stance::Conceding),
    ("stance.denying", Stance::Denying),
    ("stance.accusing", Stance::Accusing),
    ("stance.emotive", Stance::Emotive),
    ("stance.directive.mild", Stance::DirectiveMild),
    ("stance.directive.strong", Stance::DirectiveStrong),
    ("stance.commissive", Stance::Commissive),
    ("stance.evaluative.positive", Stance::EvaluativePositive),
    ("stance.evaluative.negative", Stance::EvaluativeNegative),
    ("stance.mental", Stance::Mental),
];

fn measure(subject: &Subject<'_>, sheet: &mut Sheet) {
    let counted: Vec<(Level, Stance, EvidenceId)> = subject
        .attributions
        .iter()
        .zip(&sheet.ids.attributions)
        .filter(|(attribution, _)| {
            matches!(attribution.level, Level::Report | Level::SpeechAct)
                && subject.counts(attribution)
        })
        .map(|(attribution, &id)| (attribution.level, attribution.stance, id))
        .collect();
    let reports = counted.iter().filter(|(level, ..)| *level == Level::Report);
    let doubting: Vec<EvidenceId> = reports
        .clone()
        .filter(|(_, stance, _)| *stance == Stance::Doubting)
        .map(|&(.., id)| id)
        .collect();
    sheet.share(
        "stance.doubting.share",
        doubting.len() as u32,
        reports.count() as u32,
        "no reports",
        doubting,
    );
    for (id, stance) in CLASSES {
        let found: Vec<EvidenceId> = counted
            .iter()
            .filter(|(_, of, _)| *of == stance)
            .map(|&(.., id)| id)
            .collect();
        sheet.count(id, found.len() as u32, found);
    }
}
