//! How a person or a machine sees the results: one file a format.

pub mod standoff;
