//! Which words we know: packs of terms, cues, roles and word classes, compiled once and shared by threads.

mod build;
mod check;
mod class;
mod cue;
mod entry;
mod facts;
mod inflect;
mod matching;
mod pack;
mod role;
mod term;
mod trie;

pub use class::{WordClass, WordClasses};
pub use cue::{Cue, CueId, CueKind, Level, Stance, VerbForm};
pub use entry::{Category, Entry, EntryId, Family, Polarity, Target};
pub use facts::{Facts, WordFacts};
pub use matching::{TermMatch, TermStatus};
pub use pack::{PackHeader, PackKind};
pub use role::{Role, RoleId, SourceKind};
