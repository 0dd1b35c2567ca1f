//! What is measured of each declared side.

use super::super::registry::{Measure, Unit};

const LIMITS: &str = "Sides are those that the caller declares; what is not declared is not seen. A source has a side only where the text gives it one.";
const SOURCE: &str = "Own definition, after the source and target counts of Sigal 1973 and the Glasgow University Media Group 1976";
const REPORTED: &str = "The words of a report may be the reporter's paraphrase; few words are no proof of neglect, and a side may have been silent.";
const ABOUT: &str = "Only what the noun phrase, the subject or the object shows; irony and implication are not seen. A dash is better than a guess, so some are missed.";

const fn count(
    id: &'static str,
    name: &'static str,
    formula: &'static str,
    meaning: &'static str,
    evidence: &'static str,
) -> Measure {
    Measure {
        id,
        code: "M3.4",
        name,
        formula,
        meaning,
        limits: LIMITS,
        source: SOURCE,
        evidence,
        per_side: true,
        ..Measure::BLANK
    }
}

const fn position(
    id: &'static str,
    name: &'static str,
    formula: &'static str,
    meaning: &'static str,
) -> Measure {
    Measure {
        id,
        code: "M3.4",
        name,
        unit: Unit::Share,
        denominator: "body words",
        formula,
        meaning,
        limits: REPORTED,
        source: SOURCE,
        evidence: "reports from the side",
        range: "0–1; 0 is the first word of the body",
        per_side: true,
        ..Measure::BLANK
    }
}

pub(super) const MEASURES: &[Measure] = &[
    count(
        "side.mentions",
        "mentions",
        "mentions of the side in the body by name, demonym, capital or metonym; a hyphenated word counts",
        "How often a side is talked about.",
        "mentions",
    ),
    count(
        "side.members",
        "members named",
        "mentions of declared people and bodies of the side in the body",
        "How often its people and bodies are named.",
        "mentions",
    ),
    Measure {
        unit: Unit::Words,
        limits: REPORTED,
        ..count(
            "side.words",
            "reported words",
            "body words reported from sources of the side, quoted or not; of joint statements an equal part",
            "How many words a side is given.",
            "attributions with reported words",
        )
    },
    Measure {
        id: "side.share",
        code: "M3.4",
        name: "share of reported words",
        unit: Unit::Share,
        denominator: "reported words",
        formula: "words of the side / W_reported",
        meaning: "How much of all that is reported comes from a side.",
        limits: REPORTED,
        source: SOURCE,
        evidence: "attributions with reported words",
        range: "0–1; the sides and what is nobody's add up to 1",
        per_side: true,
        ..Measure::BLANK
    },
    Measure {
        unit: Unit::Words,
        ..count(
            "side.direct",
            "quoted words",
            "those of its reported words that stand in quotation marks",
            "How many words a side is given in its own wording.",
            "attributions with quoted words",
        )
    },
    count(
        "side.reports",
        "reports",
        "reports in the body whose source is of the side, neither denied nor hypothetical",
        "How often a side's speech is given.",
        "reports",
    ),
    count(
        "side.speech_acts",
        "speech acts",
        "speech acts in the body whose source is of the side, neither denied nor hypothetical",
        "How often a side's act of speech is told without the words: presence without a voice.",
        "speech acts",
    ),
    Measure {
        id: "side.doubting",
        code: "M2.3",
        name: "doubting cues",
        unit: Unit::Share,
        denominator: "cues of the side's speakers",
        formula: "doubting cues of its speakers / all cues of its speakers; reports and speech acts",
        meaning: "How often a side's speech is introduced by a verb that withholds belief. Of interest is the difference between sides of one article.",
        limits: "One doubting cue is ordinary. Some doubt is right: the cue does not say whether it is.",
        source: SOURCE,
        evidence: "attributions with a doubting cue",
        range: "0–1",
        per_side: true,
        ..Measure::BLANK
    },
    position(
        "side.first",
        "first heard",
        "body words before its first report / W_body",
        "Where in the article a side is first heard.",
    ),
    position(
        "side.last",
        "last heard",
        "body words before its last report / W_body",
        "Where in the article a side is last heard.",
    ),
    position(
        "side.position",
        "mean position",
        "mean of body words before each of its reports / W_body",
        "Whether a side is heard early or late.",
    ),
    Measure {
        code: "M1.3",
        limits: ABOUT,
        ..count(
            "side.unfavourable",
            "unfavourable terms about it",
            "plain loaded terms of the body whose target is the side and whose polarity is unfavourable, in all voices",
            "How often wording that takes a position speaks against a side.",
            "loaded terms",
        )
    },
    Measure {
        code: "M1.3",
        limits: ABOUT,
        ..count(
            "side.favourable",
            "favourable terms about it",
            "plain loaded terms of the body whose target is the side and whose polarity is favourable, in all voices",
            "How often wording that takes a position speaks for a side.",
            "loaded terms",
        )
    },
    count(
        "side.accusations",
        "grounds of accusation",
        "strong unfavourable terms about the side in the author's or a reported voice + accusing cues of others whose content names it first + harm that it is named as the agent of",
        "What is held against a side. With no reported word of its own, it is accused without a voice.",
        "loaded terms, attributions and harm",
    ),
    Measure {
        per_side: false,
        ..count(
            "side.unheard",
            "sides accused without a voice",
            "declared sides with grounds of accusation and no reported word",
            "How many sides are blamed in the article and not heard in it.",
            "what is held against them",
        )
    },
];
