//! Thousands of articles: one row each, and groups of them with intervals and tests against the rest (measures §6.3, §6.5, §7.3).

mod row;
mod summary;
mod sums;
mod tests_against_rest;
mod writing;

pub use row::{Figure, Row, Slot, key, slots};
pub use summary::{AgainstRest, Difference, GroupMeasure, GroupSummary, Summary, Used};
pub use sums::{GroupBy, Sums};
#[cfg(feature = "cli")]
pub use writing::markdown;
#[cfg(feature = "cli")]
pub(crate) use writing::{columns, differences, remark, shown};
pub use writing::{group_line, pretty, problem_line, row_line};
