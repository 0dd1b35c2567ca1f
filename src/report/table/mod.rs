//! Tables for a terminal: one file a section, so that a new section touches its own file and one line of a list.

mod board;
mod card;
pub(crate) mod cells;
mod claims;
mod compare;
mod contrast;
mod explain;
mod facts;
mod figures;
mod foot;
mod grid;
mod harm;
mod loaded;
mod measures;
mod page;
mod revision;
mod rich;
mod rows;
mod score;
mod sides;
mod speakers;
mod tone;
mod twins;
mod words;

pub use compare::compare;
pub use explain::Part;
pub use measures::{explained, measures};
pub use page::Look;
pub use revision::revision;
pub use score::score;
