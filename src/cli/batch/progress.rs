//! How far a batch has come, on a terminal; silent elsewhere.

use super::super::console::Console;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use parallax::error::Problem;
use std::io::IsTerminal;
use std::time::Duration;

/// A line on standard error that is drawn over and over.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn new(console: &Console) -> Self {
        let seen = std::io::stderr().is_terminal() && !console.is_quiet();
        let target = if seen {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) =
            ProgressStyle::with_template("{spinner} {human_pos} articles · {per_sec} · {elapsed}")
        {
            bar.set_style(style);
        }
        if seen {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Self { bar }
    }

    pub(crate) fn advance(&self, articles: usize) {
        self.bar.inc(articles as u64);
    }

    /// Reports a problem without drawing over it.
    pub(crate) fn problem(&self, problem: &Problem, console: &mut Console) {
        self.bar.suspend(|| console.problem(problem));
    }

    /// Reports a note without drawing over it.
    pub(crate) fn note(&self, note: &Problem, console: &mut Console) {
        self.bar.suspend(|| console.note(note));
    }

    pub(crate) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
