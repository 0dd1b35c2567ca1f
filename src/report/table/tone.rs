//! Colour, used sparingly and never alone: whatever a tone says, the words or a mark beside it say too.

use anstyle::{AnsiColor, Style};

/// What a run of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::report) enum Tone {
    /// Ordinary text.
    #[default]
    Plain,
    /// Headings and titles.
    Title,
    /// What is needed for tracing, not for reading: sentence numbers, digests.
    Dim,
    /// A strong loaded word.
    Loaded,
    /// The mark of a flag.
    Flag,
    /// What an article leaves out.
    Cut,
}

impl Tone {
    /// Magenta and cyan are told apart by people who see no red or no green, on dark and on light backgrounds.
    const fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Title => Style::new().bold(),
            Self::Dim => Style::new().dimmed(),
            Self::Loaded => color(AnsiColor::Magenta).bold(),
            Self::Flag => color(AnsiColor::Cyan).bold(),
            Self::Cut => Style::new().strikethrough().dimmed(),
        }
    }
}

const fn color(color: AnsiColor) -> Style {
    Style::new().fg_color(Some(anstyle::Color::Ansi(color)))
}

/// Whether tones become colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint {
    on: bool,
}

impl Paint {
    pub(super) const fn new(on: bool) -> Self {
        Self { on }
    }

    /// The text in its tone. Each word carries its own marks, so that a line can be broken between words.
    pub(super) fn show(self, text: &str, tone: Tone) -> String {
        if !self.on || tone == Tone::Plain || text.is_empty() {
            return text.to_owned();
        }
        let style = tone.style();
        format!("{style}{text}{style:#}")
    }
}
