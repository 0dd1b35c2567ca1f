//! What kinds of loaded and epistemic terms there are (measures §2.1).

use super::names::named;

named! {
    /// Which table a category feeds.
    pub enum Family {
        /// Praise, blame and one-sided words: the counts of loaded terms.
        Framing = "framing",
        /// What is presupposed, hedged or boosted: a table of its own.
        Epistemic = "epistemic",
    }
}

named! {
    /// What kind of loaded or epistemic term an entry is.
    pub enum Category {
        /// A degrading label for people or groups.
        SlurDysphemism = "slur_dysphemism",
        /// A legal or moral verdict.
        LegalMoral = "legal_moral",
        /// A status word that the parties dispute.
        ContestedStatus = "contested_status",
        /// A label for armed or political actors.
        GroupLabel = "group_label",
        /// Fear and menace.
        FearThreat = "fear_threat",
        /// Drama.
        Sensational = "sensational",
        /// People or violence told as weather or fire.
        NaturalForce = "natural_force",
        /// A softer word for harm.
        Euphemism = "euphemism",
        /// Two sides without one who began.
        Mutualising = "mutualising",
        /// A word that names an initiator of violence.
        ViolenceAct = "violence_act",
        /// A purpose that the author asserts.
        Intent = "intent",
        /// A justification.
        Legitimacy = "legitimacy",
        /// A word that undercuts a speaker or claim.
        Discrediting = "discrediting",
        /// An evaluation.
        Subjective = "subjective",
        /// Good and evil.
        Moralised = "moralised",
        /// A word that strengthens.
        Intensifier = "intensifier",
        /// A word that weakens.
        Minimiser = "minimiser",
        /// Policy wording that one camp owns.
        PartisanLabel = "partisan_label",
        /// Lowers commitment.
        Hedge = "hedge",
        /// Raises commitment.
        Booster = "booster",
        /// Presupposes that its complement is true.
        Factive = "factive",
        /// Entails its complement or its opposite.
        Implicative = "implicative",
        /// Presupposes by aspect, iteration or definiteness.
        Presupposition = "presupposition",
        /// A vague quantity, a floor or a ceiling.
        Quantity = "quantity",
        /// An authority without a name.
        VagueConsensus = "vague_consensus",
        /// Holds a word at arm's length.
        Distancing = "distancing",
    }
}

impl Category {
    /// Which table it feeds.
    pub const fn family(self) -> Family {
        match self {
            Self::Hedge
            | Self::Booster
            | Self::Factive
            | Self::Implicative
            | Self::Presupposition
            | Self::Quantity
            | Self::VagueConsensus
            | Self::Distancing => Family::Epistemic,
            _ => Family::Framing,
        }
    }

    /// The code in packs and reports.
    pub const fn code(self) -> &'static str {
        self.name()
    }
}
