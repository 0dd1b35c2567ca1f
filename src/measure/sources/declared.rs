//! What the measures of sources declare.

use crate::measure::registry::{IntervalKind, Measure, Unit};

const SOURCE: &str = "Own formula over clusters of mentions; official dominance: Sigal 1973, Gans 1979, Bennett 1990";
const LIMITS: &str = "A source that the text does not link to its other mentions counts twice; doubtful links are notes. A high official share is normal: compare, do not accuse.";
const FEW: &str = "Gini and entropy mislead below four sources.";

const fn number(
    id: &'static str,
    name: &'static str,
    formula: &'static str,
    meaning: &'static str,
    range: &'static str,
) -> Measure {
    Measure {
        id,
        code: "M3.1",
        name,
        unit: Unit::Number,
        denominator: "reported words of all sources",
        formula,
        meaning,
        limits: FEW,
        source: "Herfindahl–Hirschman index and its kin; p_i = reported words of source i / words of all sources",
        evidence: "sources with reported words",
        range,
        interval: IntervalKind::None,
        ..Measure::BLANK
    }
}

const fn words_of(id: &'static str, name: &'static str) -> Measure {
    Measure {
        id,
        code: "M3.2",
        name,
        unit: Unit::Share,
        denominator: "reported words",
        formula: "reported words of sources of the kind / W_reported",
        meaning: "How much of what is reported comes from this kind of source.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "sources of the kind",
        range: "0–1",
        interval: IntervalKind::None,
        ..Measure::BLANK
    }
}

const fn relations_of(id: &'static str, name: &'static str) -> Measure {
    Measure {
        id,
        code: "M3.2",
        name,
        unit: Unit::Share,
        denominator: "reports and speech acts of all sources",
        formula: "relations of sources of the kind / relations of all sources",
        meaning: "How often this kind of source appears, with words of its own or without.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "sources of the kind",
        range: "0–1",
        interval: IntervalKind::Proportion,
        ..Measure::BLANK
    }
}

pub(super) const MEASURES: &[Measure] = &[
    Measure {
        id: "sources.count",
        code: "M3.1",
        name: "sources with words",
        unit: Unit::Count,
        formula: "n = sources with at least one reported word in the body",
        meaning: "How many people, bodies and documents are given words.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "sources",
        ..Measure::BLANK
    },
    Measure {
        id: "sources.present",
        code: "M3.1",
        name: "sources without words",
        unit: Unit::Count,
        formula: "sources with speech acts or reports that count, and no reported word in the body",
        meaning: "How many are present by what they do with words only: Turkey demanded a withdrawal.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "sources",
        ..Measure::BLANK
    },
    number(
        "sources.effective",
        "effective sources",
        "N_eff = 1 / HHI",
        "As many sources with equal words would be as concentrated.",
        "1 up to the number of sources",
    ),
    Measure {
        id: "sources.top.share",
        code: "M3.1",
        name: "top source share",
        unit: Unit::Share,
        denominator: "reported words",
        formula: "top1 = max over sources of reported words / W_reported",
        meaning: "The part of all reported words that the source with most words has.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "the source with most words",
        range: "0–1; from .75 on the article depends on one source",
        ..Measure::BLANK
    },
    number(
        "sources.hhi",
        "concentration (HHI)",
        "HHI = Σ p_i²",
        "How concentrated the reported words are; 1 for one source.",
        "1/n–1",
    ),
    Measure {
        unit: Unit::Bits,
        ..number(
            "sources.entropy",
            "entropy of sources",
            "H = −Σ p_i log2 p_i",
            "How evenly the reported words are spread.",
            "0–log2 n",
        )
    },
    number(
        "sources.evenness",
        "evenness of sources",
        "H / log2 n",
        "Entropy by its greatest value; none for one source.",
        "0–1",
    ),
    number(
        "sources.gini",
        "Gini of sources",
        "Gini = Σ_i Σ_j |x_i − x_j| / (2 n² x̄)",
        "How unequal the words of sources are.",
        "0–1",
    ),
    Measure {
        id: "sources.anonymous",
        code: "M3.3",
        name: "anonymous sources",
        unit: Unit::Count,
        denominator: "sources",
        formula: "sources without a name that are no named institution",
        meaning: "How many sources nobody could ask.",
        limits: "Unnamed spokespersons of named institutions and groups of citizens are shown apart.",
        source: "Duffy & Williams 2011",
        evidence: "anonymous sources",
        ..Measure::BLANK
    },
    Measure {
        id: "sources.anonymous.share",
        code: "M3.3",
        name: "anonymous share",
        unit: Unit::Share,
        denominator: "reported words",
        formula: "reported words of anonymous sources / W_reported",
        meaning: "How much of what is reported has nobody to answer for it.",
        limits: "Unnamed spokespersons of named institutions and groups of citizens are shown apart.",
        source: "Duffy & Williams 2011",
        evidence: "anonymous sources",
        range: "0–1",
        ..Measure::BLANK
    },
    Measure {
        id: "sources.anonymous.reason",
        code: "M3.3",
        name: "anonymous with reason",
        unit: Unit::Share,
        denominator: "anonymous sources",
        formula: "anonymous sources with a reason given / anonymous sources",
        meaning: "Whether the reader learns why a name is withheld.",
        limits: "Reasons are looked for in the sentence and the next.",
        source: "Duffy & Williams 2011",
        evidence: "anonymous sources with a reason",
        range: "0–1",
        interval: IntervalKind::Proportion,
        ..Measure::BLANK
    },
    words_of("sources.kind.official.words", "official, words"),
    words_of("sources.kind.security.words", "security, words"),
    words_of("sources.kind.party_politics.words", "parties, words"),
    words_of("sources.kind.business.words", "business, words"),
    words_of("sources.kind.labour.words", "labour, words"),
    words_of("sources.kind.expert.words", "experts, words"),
    words_of("sources.kind.igo.words", "intergovernmental, words"),
    words_of("sources.kind.ngo.words", "non-governmental, words"),
    words_of("sources.kind.media.words", "media, words"),
    words_of("sources.kind.citizen.words", "citizens, words"),
    words_of(
        "sources.kind.victim_family.words",
        "victims and families, words",
    ),
    words_of("sources.kind.document.words", "documents, words"),
    words_of("sources.kind.unknown.words", "unknown kind, words"),
    relations_of("sources.kind.official.relations", "official, relations"),
    relations_of("sources.kind.security.relations", "security, relations"),
    relations_of(
        "sources.kind.party_politics.relations",
        "parties, relations",
    ),
    relations_of("sources.kind.business.relations", "business, relations"),
    relations_of("sources.kind.labour.relations", "labour, relations"),
    relations_of("sources.kind.expert.relations", "experts, relations"),
    relations_of("sources.kind.igo.relations", "intergovernmental, relations"),
    relations_of("sources.kind.ngo.relations", "non-governmental, relations"),
    relations_of("sources.kind.media.relations", "media, relations"),
    relations_of("sources.kind.citizen.relations", "citizens, relations"),
    relations_of(
        "sources.kind.victim_family.relations",
        "victims and families, relations",
    ),
    relations_of("sources.kind.document.relations", "documents, relations"),
    relations_of("sources.kind.unknown.relations", "unknown kind, relations"),
];
