//! The sides that the caller declares, and where a text mentions them.
//!
//! Sides are declared, never inferred (measures §0.7): a parties file says which names, demonyms, capitals, metonyms, members and places belong to
//! which side. [`Parties`] are read once and compiled to a trie over tokens; [`Parties::mentions`] finds them in one pass. Without a declaration
//! there are no sides, and nothing is found.
//!
//! ```
//! use parallax::analyzer::Analyzer;
//! use parallax::party::Parties;
//!
//! let parties = Parties::read("sides.toml", r#"
//! [[party]]
//! id = "ardovia"
//! names = ["Ardovia"]
//! demonyms = ["Ardovian", "Ardovians"]
//! capitals = ["Brell"]
//! "#).unwrap();
//! let side = parties.find("ardovia").unwrap();
//! assert_eq!(parties.label(side), "Ardovia");
//! let analyzer = Analyzer::builtin().with_parties(parties);
//! assert_eq!(analyzer.parties().len(), 1);
//! ```

mod compile;
mod direction;
mod find;
mod gazetteer;
mod mentions;
mod model;
mod read;
mod sides;
mod speaker;
mod suggest;

pub use direction::{Concern, Rule};
pub use gazetteer::Gazetteer;
pub use mentions::{Mentions, PartyMention};
pub use model::{MentionForm, Parties, Party, PartyId, PartyName};
pub use sides::Sides;
pub use suggest::Proposal;
