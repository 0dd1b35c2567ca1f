//! Gates on named measures, for builds: which figure is held against which limit, what is accepted already, and what an article allows itself.
//!
//! A gate never looks at more than one measure, because a sum of measures hides what was traded for what.

mod allow;
mod baseline;
mod evaluate;
mod gate;

pub use allow::{Allowance, Allowances, PHRASE_REASON, unknown_entries};
pub use baseline::{Accepted, Baseline};
pub use evaluate::{Judged, Setting, evaluate};
pub use gate::{FLAGS, Flag, Gate, Operator};
