//! What the measures of loaded terms declare.

use crate::measure::registry::{IntervalKind, Measure, Unit};

const LIMITS: &str = "Loaded is not false and not biased: the entry says that another outlet may word it otherwise. Read the list; below 100 words only the count is given.";
const SOURCE: &str =
    "Categories after Recasens et al. 2013; entries, weights and formula are our own";

const fn rate(
    id: &'static str,
    code: &'static str,
    name: &'static str,
    denominator: &'static str,
    formula: &'static str,
    meaning: &'static str,
    tested: bool,
) -> Measure {
    Measure {
        id,
        code,
        name,
        unit: Unit::PerThousandWords,
        denominator,
        formula,
        meaning,
        limits: LIMITS,
        source: SOURCE,
        evidence: "plain uses of loaded terms in the body",
        range: "0 and more; human-marked lexical bias in BASIL, which is narrower: about 1.9 per 1,000 author words",
        interval: IntervalKind::Rate,
        tested,
        ..Measure::BLANK
    }
}

const fn count(id: &'static str, name: &'static str, meaning: &'static str) -> Measure {
    Measure {
        id,
        code: "M1.1",
        name,
        unit: Unit::Count,
        formula: "number of plain uses in the author's voice",
        meaning,
        limits: LIMITS,
        source: SOURCE,
        evidence: "plain uses of loaded terms",
        ..Measure::BLANK
    }
}

const STRONG_FORMULA: &str = "LT2_v = 1000 · |{i : w_i ≥ 2}| / W_v";
const MILD_FORMULA: &str = "1000 · |{i : w_i = 1}| / W_v";

pub(super) const MEASURES: &[Measure] = &[
    rate(
        "loaded.strong.author",
        "M1.1",
        "strong loaded, author",
        "author's body words",
        STRONG_FORMULA,
        "How often the outlet itself uses words that carry a judgement many readers notice. The headline number of loaded language.",
        true,
    ),
    rate(
        "loaded.strong.ambiguous",
        "M1.1",
        "strong loaded, ambiguous",
        "ambiguous body words",
        STRONG_FORMULA,
        "The same in the objects of speech acts, where nobody can know whose words they are.",
        false,
    ),
    rate(
        "loaded.strong.reported",
        "M1.1",
        "strong loaded, reported",
        "reported body words",
        STRONG_FORMULA,
        "The same in what sources are reported to say.",
        false,
    ),
    rate(
        "loaded.mild.author",
        "M1.2",
        "mild loaded, author",
        "author's body words",
        MILD_FORMULA,
        "How often the outlet itself uses words that are a choice of wording and no more.",
        false,
    ),
    rate(
        "loaded.mild.ambiguous",
        "M1.2",
        "mild loaded, ambiguous",
        "ambiguous body words",
        MILD_FORMULA,
        "The same in the objects of speech acts.",
        false,
    ),
    rate(
        "loaded.mild.reported",
        "M1.2",
        "mild loaded, reported",
        "reported body words",
        MILD_FORMULA,
        "The same in what sources are reported to say.",
        false,
    ),
    rate(
        "loaded.all.author",
        "M1.1",
        "all loaded, author",
        "author's body words",
        "LT1_v = 1000 · k_v / W_v",
        "Strong and mild together, in the outlet's own voice. It makes \"attacks\" look like \"illegal\": prefer the strong rate.",
        true,
    ),
    rate(
        "loaded.weighted.author",
        "M1.1",
        "weighted loaded, author",
        "author's body words",
        "LTW_v = 1000 · Σ w_i / W_v",
        "Each term counted with its weight, 1 to 3. For machines that order a batch.",
        false,
    ),
    Measure {
        id: "loaded.types.author",
        code: "M1.1",
        name: "different loaded entries, author",
        unit: Unit::Count,
        formula: "number of distinct entries with a plain use in the author's voice",
        meaning: "How many different loaded words the outlet uses; many uses of few entries are one habit.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "plain uses of loaded terms",
        ..Measure::BLANK
    },
    Measure {
        id: "loaded.headline",
        code: "M1.1",
        name: "loaded in headline",
        unit: Unit::Count,
        formula: "plain uses in headline and deck, all voices",
        meaning: "Loaded words above the body, which most readers see and many stop at.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "plain uses of loaded terms in headline and deck",
        ..Measure::BLANK
    },
    Measure {
        id: "loaded.lead",
        code: "M1.1",
        name: "loaded in lead",
        unit: Unit::Count,
        formula: "plain uses in the first body block, all voices",
        meaning: "Loaded words in the first paragraph.",
        limits: LIMITS,
        source: SOURCE,
        evidence: "plain uses of loaded terms in the first paragraph",
        ..Measure::BLANK
    },
    count(
        "loaded.category.slur_dysphemism",
        "degrading labels",
        "Words that degrade people or groups.",
    ),
    count(
        "loaded.category.legal_moral",
        "legal and moral verdicts",
        "Verdicts such as illegal or atrocity.",
    ),
    count(
        "loaded.category.contested_status",
        "contested status",
        "Status words that the parties dispute, such as occupied or liberated.",
    ),
    count(
        "loaded.category.group_label",
        "group labels",
        "Labels for armed or political actors, such as terrorist or regime.",
    ),
    count(
        "loaded.category.fear_threat",
        "fear and threat",
        "Words of fear and menace.",
    ),
    count(
        "loaded.category.sensational",
        "sensational",
        "Words of drama.",
    ),
    count(
        "loaded.category.natural_force",
        "natural force",
        "People or violence told as weather or fire.",
    ),
    count(
        "loaded.category.euphemism",
        "euphemism",
        "Softer words for harm.",
    ),
    count(
        "loaded.category.mutualising",
        "mutualising",
        "Two sides without one who began: clashes.",
    ),
    count(
        "loaded.category.violence_act",
        "acts of violence",
        "Words that name an initiator: attack.",
    ),
    count(
        "loaded.category.intent",
        "asserted intent",
        "A purpose that the outlet asserts: deliberately.",
    ),
    count(
        "loaded.category.legitimacy",
        "legitimacy",
        "Words that justify: right to self-defence.",
    ),
    count(
        "loaded.category.discrediting",
        "discrediting",
        "Words that undercut a speaker: baseless.",
    ),
    count(
        "loaded.category.subjective",
        "evaluations",
        "Evaluating adjectives, adverbs and phrases.",
    ),
    count(
        "loaded.category.moralised",
        "good and evil",
        "Words of good and evil.",
    ),
    count(
        "loaded.category.intensifier",
        "intensifiers",
        "Words that strengthen.",
    ),
    count(
        "loaded.category.minimiser",
        "minimisers",
        "Words that weaken.",
    ),
    count(
        "loaded.category.partisan_label",
        "partisan labels",
        "Policy wording that one camp owns.",
    ),
];
