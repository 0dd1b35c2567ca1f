//! What the program says on standard error, and which colours it may use.

use super::arguments::{Color, Shared};
use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use parallax::error::Problem;
use parallax::report::plain::plain;
use std::io::Write;
use std::process::ExitCode;

/// Exit code when an input, an option or a lexicon was bad.
const BAD_INPUT: u8 = 2;

/// Standard error, the colour choice, and whether anything went wrong so far.
pub(crate) struct Console {
    color: Color,
    quiet: bool,
    failed: bool,
}

impl Console {
    pub(crate) const fn new(shared: &Shared) -> Self {
        Self {
            color: shared.color,
            quiet: shared.quiet,
            failed: false,
        }
    }

    /// Reports a problem: the exit code will be 2.
    pub(crate) fn problem(&mut self, problem: &Problem) {
        self.failed = true;
        self.say("error", AnsiColor::Magenta, problem);
    }

    /// Reports what the reader should know; nothing failed.
    pub(crate) fn note(&mut self, note: &Problem) {
        if !self.quiet {
            self.say("note", AnsiColor::Cyan, note);
        }
    }

    pub(crate) const fn exit_code_number(&self) -> u8 {
        if self.failed { BAD_INPUT } else { 0 }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit_code_number())
    }

    /// Whether text for `stream` may carry colour.
    pub(crate) fn colors(&self, stream: &impl RawStream) -> bool {
        match self.color {
            Color::Auto => AutoStream::choice(stream) != ColorChoice::Never,
            Color::Always => true,
            Color::Never => false,
        }
    }

    /// Whether files may carry colour: only when it was asked for.
    pub(crate) fn colors_files(&self) -> bool {
        self.color == Color::Always
    }

    fn say(&self, kind: &str, color: AnsiColor, problem: &Problem) {
        let stderr = std::io::stderr();
        let style = if self.colors(&stderr) {
            Style::new().fg_color(Some(color.into())).bold()
        } else {
            Style::new()
        };
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(
            stderr.lock(),
            "{style}{kind}{style:#}: {}",
            plain(&problem.to_string())
        );
    }
}
