//! `parallax parties`: proposes the sides of an event from articles, and checks a parties file.

use super::arguments::{Parties as Options, PartiesCommand, Report};
use super::console::Console;
use super::{inputs, outputs};
use parallax::error::Problem;
use parallax::party::{Gazetteer, MentionForm, Parties, Proposal};
use parallax::report::plain::plain;
use std::fmt::Write as _;
use std::path::PathBuf;

pub(crate) fn run(options: &Options, console: &mut Console) {
    let (text, output) = match &options.command {
        PartiesCommand::Suggest { inputs, output } => (suggested(inputs, console), output.clone()),
        PartiesCommand::Check { files } => (checked(files, console), None),
    };
    let Some(text) = text else { return };
    let report = Report {
        output: output.into_iter().map(PathBuf::into_os_string).collect(),
        ..Report::default()
    };
    for output in outputs::open(&report, console) {
        output.write(&text, console);
    }
}

/// A parties file, as far as the articles and the gazetteer tell.
fn suggested(options: &super::arguments::Inputs, console: &mut Console) -> Option<String> {
    let analyzer = inputs::analyzer(options, console);
    let articles = inputs::articles(options, &analyzer, console);
    if articles.is_empty() {
        return None;
    }
    let gazetteer = Gazetteer::new(analyzer.lexicon());
    let mut proposal = Proposal::default();
    for article in &articles {
        let analysis = analyzer.analyze(article);
        let (document, facts) = (&analysis.document, &analysis.facts);
        proposal.add(&gazetteer, document, facts, analyzer.lexicon());
    }
    if proposal.is_empty() {
        console.note(&Problem::new(
            "parties suggest",
            "no state is mentioned; write the sides yourself, see docs/guide/parties.md",
        ));
    }
    // Names come from the articles: nothing in them may speak to the terminal.
    let lines = proposal.to_toml(&gazetteer);
    Some(
        lines
            .lines()
            .fold(String::new(), |text, line| text + &plain(line) + "\n"),
    )
}

/// The sides of good files, one line each; all mistakes otherwise.
fn checked(files: &[PathBuf], console: &mut Console) -> Option<String> {
    let parties = inputs::declared(files, (&[], None), console)?;
    let mut text = String::new();
    for (_, party) in parties.iter() {
        let counts = MentionForm::KEYS.into_iter().filter_map(|(form, key)| {
            let count = party.names.iter().filter(|name| name.form == form).count();
            (count > 0).then(|| format!("{key} {count}"))
        });
        let counts: Vec<String> = counts.collect();
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{}  {}: {}",
            plain(&party.id),
            plain(&party.label),
            counts.join(", ")
        );
    }
    let _ = writeln!(text, "{}: no mistakes", sides(&parties));
    Some(text)
}

fn sides(parties: &Parties) -> String {
    match parties.len() {
        1 => "1 side".to_owned(),
        many => format!("{many} sides"),
    }
}
