//! Tables for a terminal: one file a section, so that a new section touches its own file and one line of a list.

mod batch;
mod board;
mod card;
pub(crate) mod cells;
mod claims;
mod compare;
mod contrast;
mod coverage;
mod explain;
mod facts;
pub(super) mod figures;
mod foot;
mod grid;
pub(super) mod harm;
mod loaded;
mod measures;
mod naming;
mod own_words;
mod page;
mod recorded;
mod revision;
mod rich;
mod rows;
mod score;
mod sides;
pub(super) mod speakers;
mod story;
mod tone;
mod twins;
pub(super) mod words;

pub use batch::batch;
pub use compare::compare;
pub use explain::Part;
pub use measures::{explained, measures};
pub use page::Look;
pub use revision::revision;
pub use score::score;

pub(super) use compare::names;
pub(super) use foot::{LIMITS, used};
pub(super) use grid::{Column, Grid};
pub(super) use page::Block;
pub(super) use recorded::{Recorded, compared, scored};
pub(super) use rich::{Rich, ellipsis};
pub(super) use score::{day, title};
pub(super) use tone::Tone;
