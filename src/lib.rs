//! **parallax** shows how different outlets frame the same event.
#![cfg_attr(not(feature = "cli"), allow(unused))]

pub mod article;
pub mod error;
pub mod lexicon;
pub mod span;
pub mod text;
