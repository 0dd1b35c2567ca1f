//! The command line: arguments, inputs, outputs, and one file a command.

mod arguments;
mod batch;
mod changed;
mod compare;
mod config;
mod config_command;
mod console;
mod diff;
mod explain;
mod explain_term;
mod gates;
mod inputs;
mod lexicon;
mod outputs;
mod parties;
mod render;
mod score;
mod shells;
mod validate;

pub(crate) use arguments::Arguments;

use arguments::Command;
use console::Console;
use std::process::ExitCode;

/// Runs the command and says how it went: 0 done, 1 when a gate failed, 2 when an input, an option or a lexicon was bad.
pub(crate) fn run(arguments: Arguments) -> ExitCode {
    let mut console = Console::new(&arguments.shared);
    let shared = &arguments.shared;
    match arguments.command {
        Command::Score(options) => score::run(options, shared, &mut console),
        Command::Compare(options) => compare::run(options, shared, &mut console),
        Command::Batch(options) => batch::run(options, shared, &mut console),
        Command::Config(options) => config_command::run(options, shared, &mut console),
        Command::Diff(options) => diff::run(&options, &mut console),
        Command::Explain(options) => explain::run(&options, &mut console),
        Command::Validate(options) => validate::run(&options, &mut console),
        Command::Parties(options) => parties::run(&options, &mut console),
        Command::Lexicon(options) => lexicon::run(&options, &mut console),
        Command::Completions(options) => shells::completions(&options, &mut console),
        Command::Man(options) => shells::man(&options, &mut console),
    }
    console.exit_code()
}
