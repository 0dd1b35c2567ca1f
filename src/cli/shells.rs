//! `parallax completions` and `parallax man`: made from the same declaration as the arguments.

use super::arguments::{Arguments, Completions, Man, Report};
use super::console::Console;
use super::outputs;
use clap::CommandFactory;
use parallax::error::Problem;
use std::path::Path;

/// Writes the completions for a shell.
pub(crate) fn completions(asked: &Completions, console: &mut Console) {
    let mut command = Arguments::command();
    let mut text = Vec::new();
    clap_complete::generate(asked.shell, &mut command, "parallax", &mut text);
    print(&text, console);
}

/// Writes the manual page, or one page a command into a folder.
pub(crate) fn man(asked: &Man, console: &mut Console) {
    let mut command = Arguments::command();
    command.build();
    if let Some(folder) = &asked.folder {
        return pages(&command, "parallax", folder, console);
    }
    match page(command, "parallax") {
        Ok(text) => print(&text, console),
        Err(error) => console.problem(&Problem::new("man", format!("cannot be written: {error}"))),
    }
}

/// The pages of a command and of those below it: `parallax.1`, `parallax-score.1`.
fn pages(command: &clap::Command, name: &str, folder: &Path, console: &mut Console) {
    match page(command.clone(), name) {
        Ok(text) => {
            let text = String::from_utf8_lossy(&text);
            outputs::write_file(&folder.join(format!("{name}.1")), &text, console);
        }
        Err(error) => console.problem(&Problem::new("man", format!("cannot be written: {error}"))),
    }
    for below in command
        .get_subcommands()
        .filter(|below| below.get_name() != "help")
    {
        pages(
            below,
            &format!("{name}-{}", below.get_name()),
            folder,
            console,
        );
    }
}

fn page(command: clap::Command, name: &str) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    // Without the day on which it was made: the same program writes the same page.
    let page = clap_mangen::Man::new(command)
        .title(name.to_uppercase())
        .date("");
    page.render(&mut text)?;
    Ok(text)
}

fn print(text: &[u8], console: &mut Console) {
    for output in outputs::open(&Report::default(), console) {
        output.write(&String::from_utf8_lossy(text), console);
    }
}
