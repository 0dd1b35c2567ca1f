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

/// Exit code when a gate failed.
const GATE_FAILED: u8 = 1;

/// Standard error, the colour choice, and whether anything went wrong so far.
pub(crate) struct Console {
    color: Color,
    quiet: bool,
    problems: u32,
    gate_failed: bool,
}

impl Console {
    pub(crate) const fn new(shared: &Shared) -> Self {
        Self {
            color: shared.color,
            quiet: shared.quiet,
            problems: 0,
            gate_failed: false,
        }
    }

    /// Reports a problem: the exit code will be 2.
    pub(crate) fn problem(&mut self, problem: &Problem) {
        self.problems += 1;
        self.say("error", AnsiColor::Magenta, problem);
    }

    /// Reports a gate that failed: the exit code will be 1, or 2 where an input was bad too.
    pub(crate) fn gate(&mut self, told: &Problem) {
        self.gate_failed = true;
        self.say("failed", AnsiColor::Magenta, told);
    }

    /// Whether a problem was reported.
    pub(crate) const fn has_failed(&self) -> bool {
        self.problems > 0
    }

    /// How many problems were reported.
    pub(crate) const fn problems(&self) -> u32 {
        self.problems
    }

    /// Whether only errors are said.
    pub(crate) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Reports what the reader should know; nothing failed.
    pub(crate) fn note(&mut self, note: &Problem) {
        if !self.quiet {
            self.say("note", AnsiColor::Cyan, note);
        }
    }

    pub(crate) const fn exit_code_number(&self) -> u8 {
        match (self.has_failed(), self.gate_failed) {
            (true, _) => BAD_INPUT,
            (false, true) => GATE_FAILED,
            (false, false) => 0,
        }
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
