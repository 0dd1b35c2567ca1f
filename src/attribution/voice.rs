//! Whose voice each word is in (measures §1.5).

use super::Attribution;
use crate::article::ZoneKind;
use crate::lexicon::Level;
use crate::text::{Document, TokenIndex};
use serde::Serialize;

/// Whose word a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The outlet's own, cues and sources included.
    #[default]
    Author,
    /// Inside the content of a report: a clause or a quotation.
    Reported,
    /// Inside the nominal content of a speech act: nobody can know whose word it is.
    Ambiguous,
}

/// The voice of every token, and how many body words each voice has.
#[derive(Debug, Clone)]
pub struct Voices {
    of: Vec<Voice>,
    /// Body words of the author.
    pub author: u32,
    /// Body words reported.
    pub reported: u32,
    /// Body words that may be either's.
    pub ambiguous: u32,
    /// Body words inside quotations that are reported.
    pub direct: u32,
}

impl Voices {
    /// Gives every token its voice. Quoted words of four and more in a row are reported even where nobody is found to say them.
    pub fn new(document: &Document<'_>, attributions: &[Attribution]) -> Self {
        let mut of = vec![Voice::Author; document.tokens.len()];
        for attribution in attributions
            .iter()
            .filter(|attribution| attribution.level == Level::SpeechAct)
        {
            for range in &attribution.content {
                of[range.clone()].fill(Voice::Ambiguous);
            }
        }
        for attribution in attributions {
            for range in &attribution.content {
                let quoted_only = attribution.level != Level::Report;
                for at in range.clone() {
                    if !quoted_only
                        || attribution.level == Level::SpeechAct && document.tokens[at].is_quoted()
                    {
                        of[at] = Voice::Reported;
                    }
                }
            }
        }
        let mut voices = Self {
            of,
            author: 0,
            reported: 0,
            ambiguous: 0,
            direct: 0,
        };
        for block in document
            .blocks
            .iter()
            .filter(|block| block.zone.kind == ZoneKind::Body)
        {
            for at in block
                .tokens
                .clone()
                .filter(|&at| document.tokens[at].is_word())
            {
                match voices.of[at] {
                    Voice::Author => voices.author += 1,
                    Voice::Reported => {
                        voices.reported += 1;
                        voices.direct += u32::from(document.tokens[at].is_quoted());
                    }
                    Voice::Ambiguous => voices.ambiguous += 1,
                }
            }
        }
        voices
    }

    /// The voice of a token.
    pub fn of(&self, index: TokenIndex) -> Voice {
        self.of[index]
    }

    /// Body words of a voice.
    pub const fn words(&self, voice: Voice) -> u32 {
        match voice {
            Voice::Author => self.author,
            Voice::Reported => self.reported,
            Voice::Ambiguous => self.ambiguous,
        }
    }
}
