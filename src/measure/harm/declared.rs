//! What the measures of harm and of its figures declare.

use crate::measure::registry::{IntervalKind, Measure, Unit};

const LIMITS: &str = "A passive can be right: the agent may be unknown or told elsewhere. One article by itself says little; compare how harm to one side and harm to another are told within it.";
const SOURCE: &str =
    "Classes and AD after Moreno-Medina et al. 2025 and van Leeuwen 1996; the rules are our own";
const EVIDENCE: &str = "harm constructions of the body that are told as having happened";
const FIGURES: &str = "Figures are listed as they stand: totals hold earlier figures, so nothing is added up. A figure without a word of harm beside it is missed.";

const fn share(
    id: &'static str,
    name: &'static str,
    denominator: &'static str,
    formula: &'static str,
    meaning: &'static str,
) -> Measure {
    Measure {
        id,
        code: "M4.1",
        name,
        unit: Unit::Share,
        denominator,
        formula,
        meaning,
        limits: LIMITS,
        source: SOURCE,
        evidence: EVIDENCE,
        range: "0–1; agentless passives are the normal passives of news, so only differences tell",
        interval: IntervalKind::Proportion,
        ..Measure::BLANK
    }
}

pub(super) const HARM: &[Measure] = &[
    Measure {
        id: "harm.constructions",
        code: "M4.1",
        name: "harm constructions",
        unit: Unit::Count,
        formula: "predicates of the harm packs in the body, told as having happened",
        meaning: "How often the article tells that somebody or something is harmed: a verb, a noun or a state.",
        limits: LIMITS,
        source: SOURCE,
        evidence: EVIDENCE,
        ..Measure::BLANK
    },
    share(
        "harm.agent_deleted",
        "agent left out",
        "harm constructions",
        "AD = (passive_agentless + intransitive + nominal_agentless + mutual_nominal + participle_agent_unnamed) / all",
        "The part of the harm that is told without saying who or what did it.",
    ),
    share(
        "harm.passive",
        "passive share",
        "harm in active and passive clauses",
        "PS = passives / (passives + actives)",
        "The part of the harm told in clauses that is told from the side of those who suffer.",
    ),
    Measure {
        id: "harm.passive.by",
        code: "M4.1",
        name: "passives with \"by\"",
        unit: Unit::Count,
        formula: "number of passives with a by-phrase that names an agent",
        meaning: "Passives that say who or what did it after the verb.",
        limits: LIMITS,
        source: SOURCE,
        evidence: EVIDENCE,
        ..Measure::BLANK
    },
    share(
        "harm.actors",
        "somebody named as agent",
        "harm constructions",
        "constructions whose agent is an actor, not an instrument or an event / all",
        "The part of the harm for which somebody is named who acts: \"troops shelled\", not \"shells hit\" and not \"died\".",
    ),
    share(
        "harm.agent_elsewhere",
        "left out here, named elsewhere",
        "harm constructions without agent",
        "constructions without agent for which another one, by the same word or with a word of the same victim, names somebody / constructions without agent",
        "Where the agent is left out, how often the article names somebody for the like in another place.",
    ),
    Measure {
        id: "harm.unreal",
        code: "M4.1",
        name: "harm denied, feared or to come",
        unit: Unit::Count,
        formula: "harm constructions of the body that are negated, hypothetical or future",
        meaning: "Harm that is told as not having happened; it is listed and counted in no other measure.",
        limits: "Denial is read from negations and verbs of denying, doubt from modals, conditions and words such as fear or plan.",
        source: SOURCE,
        evidence: "harm constructions of the body that did not happen",
        ..Measure::BLANK
    },
];

pub(super) const SIDES: &[Measure] = &[
    Measure {
        id: "harm.side.agent",
        code: "M4.1",
        name: "harm by the side",
        unit: Unit::Count,
        formula: "harm constructions whose agent's words name the side",
        meaning: "How often a side is told as the one who harms.",
        limits: LIMITS,
        source: SOURCE,
        evidence: EVIDENCE,
        per_side: true,
        ..Measure::BLANK
    },
    Measure {
        id: "harm.side.victim",
        code: "M4.1",
        name: "harm to the side",
        unit: Unit::Count,
        formula: "harm constructions whose victim's words name the side; a place in them counts",
        meaning: "How often a side is told as the one who suffers.",
        limits: LIMITS,
        source: SOURCE,
        evidence: EVIDENCE,
        per_side: true,
        ..Measure::BLANK
    },
    Measure {
        per_side: true,
        ..share(
            "harm.side.agent_deleted",
            "harm to the side, agent left out",
            "harm constructions whose victim is the side",
            "AD_p = constructions without agent whose victim is the side / constructions whose victim is the side",
            "Of the harm to a side, the part that is told without saying who did it. The difference between the sides of one article is what tells.",
        )
    },
];

pub(super) const CASUALTIES: &[Measure] = &[
    Measure {
        id: "casualties.figures",
        code: "M4.4",
        name: "figures of those who suffer",
        unit: Unit::Count,
        formula: "numbers in the words that suffer a harm, and beside a toll, in the body",
        meaning: "How often those who suffer are counted: killed, injured, missing, held, displaced; houses and the like.",
        limits: FIGURES,
        source: "Own definition, after the aggregation of van Leeuwen 1996",
        evidence: "figures of the body",
        ..Measure::BLANK
    },
    Measure {
        id: "casualties.attributed",
        code: "M4.4",
        name: "figures with a source",
        unit: Unit::Share,
        denominator: "figures of those who suffer",
        formula: "figures in the content of a report / all",
        meaning: "The part of these figures for which the sentence says who gives it.",
        limits: FIGURES,
        source: "Own definition",
        evidence: "figures in the content of reports",
        range: "0–1",
        interval: IntervalKind::Proportion,
        ..Measure::BLANK
    },
    Measure {
        id: "casualties.named",
        code: "M4.4",
        name: "named victims",
        unit: Unit::Count,
        formula: "people with a name in the words that suffer death or injury, each once",
        meaning: "How many of the dead and hurt are persons with a name rather than a number.",
        limits: "A name far from the word of harm is missed.",
        source: "Own definition, after the individualisation of van Leeuwen 1996",
        evidence: "names of victims",
        ..Measure::BLANK
    },
];
