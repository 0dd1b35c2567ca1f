//! Why a match counts or does not: kept only when somebody asks.

use super::names::named;

named! {
    /// A step of the decision, in the order in which the steps are taken.
    pub enum Step {
        /// Capitals that the entry excludes or requires.
        Case = "case",
        /// Part of a capitalised name.
        Name = "name",
        /// Words directly after that cancel.
        NotBefore = "not_before",
        /// Words directly before that cancel.
        NotAfter = "not_after",
        /// A fixed phrase around the match.
        NotIn = "not_in",
        /// Words that must stand directly after.
        Before = "before",
        /// Words that must stand directly before.
        After = "after",
        /// Part of speech by local tests.
        Pos = "pos",
        /// Words that must be near.
        RequiresNear = "requires_near",
        /// Words that must not be near.
        NotNear = "not_near",
        /// Another entry matches there with more words or more weight.
        Overlap = "overlap",
        /// The same entry just before.
        Duplicate = "duplicate",
        /// A charge or verdict of a court.
        Institutional = "institutional",
        /// A word that holds it at arm's length.
        Distancing = "distancing",
        /// A negation that reaches it.
        Negation = "negation",
    }
}

named! {
    /// How a step came out.
    pub enum Outcome {
        /// The match stands.
        Kept = "kept",
        /// The match stands with another status.
        Changed = "changed",
        /// The match is cancelled.
        Cancelled = "cancelled",
    }
}

/// One step of the decision about a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which rule.
    pub step: Step,
    /// How it came out.
    pub outcome: Outcome,
    /// What in the text or in the entry made it so.
    pub because: String,
}

/// The trail of one match, if anybody asked for it.
#[derive(Debug, Default)]
pub(super) struct Log(Option<Vec<Decision>>);

impl Log {
    pub(super) fn new(wanted: bool) -> Self {
        Self(wanted.then(Vec::new))
    }

    pub(super) const fn wanted(&self) -> bool {
        self.0.is_some()
    }

    /// Notes a step; the reason is put into words only when it is wanted.
    pub(super) fn note(&mut self, step: Step, outcome: Outcome, because: impl FnOnce() -> String) {
        if let Some(decisions) = &mut self.0 {
            decisions.push(Decision {
                step,
                outcome,
                because: because(),
            });
        }
    }

    pub(super) fn into_decisions(self) -> Vec<Decision> {
        self.0.unwrap_or_default()
    }
}
