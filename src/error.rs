//! What can go wrong, each with the file, the place and the remedy.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A problem with one input, option or lexicon. It never stops the good inputs beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file, option or stream it is about.
    pub place: String,
    /// Line in that file, counted from 1, where one is known.
    pub line: Option<u32>,
    /// What is wrong and what to do about it, in one line.
    pub message: String,
}

impl Problem {
    /// A problem with a whole file or option.
    pub fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            line: None,
            message: message.into(),
        }
    }

    /// A problem at a line, counted from 1.
    pub fn at_line(place: impl Into<String>, line: u32, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            line: Some(line),
            message: message.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.place, self.message),
            None => write!(f, "{}: {}", self.place, self.message),
        }
    }
}

impl std::error::Error for Problem {}
