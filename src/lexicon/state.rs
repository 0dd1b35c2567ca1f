//! States of the world with the names that stand for them: what sides are proposed from. Read when somebody asks; nothing is counted with it.

use super::Lexicon;
use super::pack::{List, PackKind};
use serde::Deserialize;
use std::borrow::Cow;

/// A state as it stands in a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct StateText<'a> {
    #[serde(borrow)]
    pub(super) code: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) names: List<'a>,
    #[serde(borrow)]
    pub(super) demonyms: List<'a>,
    #[serde(borrow)]
    pub(super) capitals: List<'a>,
    #[serde(borrow)]
    pub(super) metonyms: List<'a>,
    #[serde(borrow)]
    pub(super) not: List<'a>,
    #[serde(borrow)]
    pub(super) shared: List<'a>,
    #[serde(borrow)]
    pub(super) claimed_by: List<'a>,
}

impl StateText<'_> {
    /// The lists of names, by their keys.
    pub(super) fn lists(&self) -> [(&'static str, &List<'_>); 4] {
        [
            ("names", &self.names),
            ("demonyms", &self.demonyms),
            ("capitals", &self.capitals),
            ("metonyms", &self.metonyms),
        ]
    }
}

/// A state of the gazetteer, or a place that states dispute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Its ISO 3166-1 code of two letters; `X-` and a name for what has none.
    pub code: String,
    /// The usual name first, then longer and older ones.
    pub names: Vec<String>,
    /// Adjective and people.
    pub demonyms: Vec<String>,
    /// Capitals that name nothing better known.
    pub capitals: Vec<String>,
    /// Other names that stand for its government.
    pub metonyms: Vec<String>,
    /// Phrases that hold one of the names and are not the state.
    pub not: Vec<String>,
    /// Names that several states have.
    pub shared: Vec<String>,
    /// For a disputed place: the codes of the states that claim it. It is no side.
    pub claimed_by: Vec<String>,
    /// What to know before it is declared a side.
    pub note: String,
    /// Sentences that mention it.
    pub examples_hit: Vec<String>,
    /// Sentences that do not.
    pub examples_miss: Vec<String>,
    /// Where it stands in its pack: file and line.
    pub origin: (String, u32),
}

impl Lexicon {
    /// The states and disputed places of all packs of kind `places`, in the order of the packs. Reads their sources.
    pub fn states(&self) -> Vec<State> {
        let mut states = Vec::new();
        for (index, header) in self.packs().iter().enumerate() {
            if header.kind != PackKind::Places {
                continue;
            }
            let Some(pack) = self.written(index) else {
                continue;
            };
            let texts = |list: &List<'_>| list.iter().map(str::to_owned).collect();
            for (text, item) in pack.text.state.iter().zip(pack.states) {
                // A later pack overrides a state of the same code.
                states.retain(|known: &State| known.code != text.code);
                states.push(State {
                    code: text.code.to_string(),
                    names: texts(&text.names),
                    demonyms: texts(&text.demonyms),
                    capitals: texts(&text.capitals),
                    metonyms: texts(&text.metonyms),
                    not: texts(&text.not),
                    shared: texts(&text.shared),
                    claimed_by: texts(&text.claimed_by),
                    note: item.prose.rationale,
                    examples_hit: item.prose.examples_hit,
                    examples_miss: item.prose.examples_miss,
                    origin: (header.place.clone(), item.line),
                });
            }
        }
        states
    }
}
