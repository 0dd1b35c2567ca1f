//! How right the tool is: its answers against annotations made by hand.
//!
//! The gold is read by [`gold`], in the project's own form or as doccano and brat write it. [`answers`] are the tool's, or somebody
//! else's in the standoff form. [`attribution`] and [`loaded`] count per article what agrees; [`figure`] turns the counts into figures
//! with intervals over articles; [`errors`] names what went wrong; [`table`] shows it. Nothing here opens a file.

pub mod answers;
pub mod attribution;
pub mod brat;
mod compared;
mod doccano;
pub mod errors;
mod extent;
pub mod figure;
pub mod gold;
mod linked;
pub mod loaded;
mod outcome;
mod ranking;
mod rows;
mod scope;
pub mod table;

pub use outcome::{AttributionOutcome, LoadedOutcome, Outcome, Wanted, validate};
pub use scope::Scope;
