//! **parallax** shows how different outlets frame the same event.

pub mod analyzer;
pub mod article;
pub mod attribution;
pub mod compare;
pub mod error;
pub mod framing;
pub mod lexicon;
pub mod measure;
pub mod party;
pub mod policy;
pub mod report;
pub mod source;
pub mod span;
pub mod stats;
pub mod text;
pub mod validate;
