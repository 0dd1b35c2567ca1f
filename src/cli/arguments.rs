//! The arguments, as clap reads them. One struct a command; what they share is flattened in.
#![allow(clippy::doc_markdown)] // These comments are the help texts: backticks would be printed.

use clap::{Args, Parser, Subcommand, ValueEnum};
use parallax::validate::Scope;
use std::path::PathBuf;

/// Shows how different outlets frame the same event: whose words, which sources, which names. A measuring instrument, not a judge.
#[derive(Debug, Parser)]
#[command(name = "parallax", version, propagate_version = true, max_term_width = 100, after_help = EXAMPLES, after_long_help = AFTER)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) shared: Shared,
}

const EXAMPLES: &str = "\
Examples:
  parallax score article.txt
  parallax compare agency.txt tabloid.txt broadcaster.txt
  parallax batch articles/ --group outlet
  parallax explain reported.share";

const AFTER: &str = "\
Examples:
  parallax score article.txt
  parallax compare agency.txt tabloid.txt broadcaster.txt
  parallax batch articles/ --group outlet
  parallax explain reported.share

Exit codes:
  0  done
  1  a gate failed (--fail-on)
  2  an input, an option, a lexicon or a configuration was bad; the good inputs were still reported";

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Score(Score),
    Compare(Compare),
    Batch(Batch),
    Diff(Diff),
    Config(ConfigOptions),
    Explain(Explain),
    Validate(Validate),
    Parties(Parties),
    Lexicon(LexiconOptions),
    Completions(Completions),
    Man(Man),
}

/// Print the completions for a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax completions bash > ~/.local/share/bash-completion/completions/parallax
  parallax completions fish > ~/.config/fish/completions/parallax.fish")]
pub(crate) struct Completions {
    /// Which shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Print the manual page
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax man | man -l -
  parallax man --folder ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// Write one page a command into this folder
    #[arg(long, value_name = "FOLDER")]
    pub(crate) folder: Option<PathBuf>,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(crate) struct Shared {
    /// When to use colour; NO_COLOR and pipes are respected
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        help_heading = "Shared options"
    )]
    pub(crate) color: Color,
    /// Say nothing on standard error but errors
    #[arg(long, short, global = true, help_heading = "Shared options")]
    pub(crate) quiet: bool,
    /// Read the configuration from this file [default: parallax.toml in this folder or the nearest above]
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help_heading = "Shared options"
    )]
    pub(crate) config: Option<PathBuf>,
    /// Read no configuration
    #[arg(
        long,
        global = true,
        conflicts_with = "config",
        help_heading = "Shared options"
    )]
    pub(crate) no_config: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Also in pipes and files
    Always,
    /// Nowhere
    Never,
}

/// Show who speaks, in whose words, and which wording is loaded, article by article
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax score article.txt
  parallax score --format json --with-text articles/ --output report.json
  curl -s https://example.org/feed.jsonl | parallax score - --stdin-name feed.jsonl")]
pub(crate) struct Score {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) report: Report,
    #[command(flatten)]
    pub(crate) gates: GateOptions,
}

/// Show articles about one event side by side, what matters most first; beyond eight the tables turn
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax compare agency.txt tabloid.txt broadcaster.txt
  parallax compare samples/dam-breach/*.txt --width 140
  parallax compare samples/dam-breach/*.txt --facts samples/dam-breach/facts.toml
  parallax compare event.jsonl --format json --output event.json")]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Look in each article for the facts of a checklist: a TOML file; docs/guide/checklist.md has the form
    #[arg(long, value_name = "FILE")]
    pub(crate) facts: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) report: Report,
    #[command(flatten)]
    pub(crate) gates: GateOptions,
    /// Compare the others with the article of this outlet only: fewer tests
    #[arg(long, value_name = "OUTLET")]
    pub(crate) baseline: Option<String>,
}

/// Measure thousands of articles: one row each, and outlets, events or folders against the rest
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax batch articles/
  parallax batch archive.jsonl --group event -o csv=articles.csv -o table=groups.txt
  parallax batch archive.jsonl -o jsonl=archive.measured.jsonl --resume")]
pub(crate) struct Batch {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// How articles are grouped [default: outlet]
    #[arg(long, value_enum, value_name = "BY")]
    pub(crate) group: Option<BatchGroup>,
    /// Go on where an interrupted run with the same inputs and options stopped; its journal lies beside the first --output
    #[arg(long)]
    pub(crate) resume: bool,
    /// How to print the result: table, markdown or json for the groups, csv for the articles, jsonl for both [default: table]
    #[arg(long, short, value_enum)]
    pub(crate) format: Option<Format>,
    /// Write the result to a file, whole or not at all; FORMAT=FILE writes a second format in the same run
    #[arg(long, short, value_name = "[FORMAT=]FILE")]
    pub(crate) output: Vec<std::ffi::OsString>,
    /// Write CSV with one row a measure of an article
    #[arg(long)]
    pub(crate) csv_long: bool,
    /// Columns of a table [default: the terminal's, up to 200; 80 in a pipe]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
    #[command(flatten)]
    pub(crate) gates: GateOptions,
}

/// Show the configuration that holds here, and where each value came from
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax config
  parallax config --no-config --fail-on 'anonymous_share > 0.5'
  parallax config --schema > parallax.schema.json")]
pub(crate) struct ConfigOptions {
    /// Print the JSON Schema of parallax.toml, for editors
    #[arg(long)]
    pub(crate) schema: bool,
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    #[command(flatten)]
    pub(crate) report: Report,
    #[command(flatten)]
    pub(crate) gates: GateOptions,
}

/// What fails a build.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Gates")]
pub(crate) struct GateOptions {
    /// Exit with 1 where an article has such a figure: 'anonymous_share > 0.5', 'loaded.strong.author.low > 15' (the lower end of the
    /// interval), 'sources.single'; may be repeated; any measure of `parallax explain list`
    #[arg(long, value_name = "MEASURE > LIMIT")]
    pub(crate) fail_on: Vec<String>,
    /// Let pass the failures that this file holds, as long as nothing is added to them
    #[arg(long, value_name = "FILE")]
    pub(crate) gate_baseline: Option<PathBuf>,
    /// Write the failures of this run to the file of --gate-baseline
    #[arg(long)]
    pub(crate) update_gate_baseline: bool,
}

/// Show what changed in the framing between two revisions of one article
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax diff draft-1.md draft-2.md
  parallax diff published.html corrected.html --format json
  git show HEAD:story.txt | parallax diff - story.txt")]
pub(crate) struct Diff {
    /// The older text; `-` for standard input
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The newer text; `-` for standard input
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// Treat standard input as a file of this name: its ending tells the format
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_name: Option<String>,
    /// Add a lexicon pack, or replace the built-in pack of the same id; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// How to print the result
    #[arg(long, short, value_enum, default_value_t)]
    pub(crate) format: ShortFormat,
    /// Write the result to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Columns of a table [default: the terminal's, up to 200; 80 in a pipe]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
}

/// Say what a measure means, how it is computed and what it does not say
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax explain list
  parallax explain reported.share
  parallax explain article.txt --term S9:occupied")]
pub(crate) struct Explain {
    /// Id of a measure, as in JSON; `list` names them all; with --term, an article
    #[arg(value_name = "MEASURE|FILE")]
    pub(crate) measure: String,
    /// Say why a word of the article counts or does not: S9:occupied is the word in the ninth sentence, S0 the headline, occupied alone everywhere
    #[arg(long, value_name = "[Sn:]WORD")]
    pub(crate) term: Vec<String>,
    /// Add a lexicon pack, or replace the built-in pack of the same id; may be repeated
    #[arg(long, value_name = "FILE", requires = "term")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// Columns of the text [default: the terminal's, up to 200; 80 in a pipe]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
}

/// Propose the sides of an event from articles, or check a parties file
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax parties suggest a.txt b.txt c.txt > sides.toml
  parallax parties check sides.toml
  parallax compare a.txt b.txt c.txt --parties sides.toml")]
pub(crate) struct Parties {
    #[command(subcommand)]
    pub(crate) command: PartiesCommand,
}

/// What can be done with sides.
#[derive(Debug, Subcommand)]
pub(crate) enum PartiesCommand {
    /// Propose a parties file: the states that the articles mention, and in comments whom they name
    #[command(after_help = "Example:\n  parallax parties suggest a.txt b.txt c.txt > sides.toml")]
    Suggest {
        #[command(flatten)]
        inputs: Inputs,
        /// Write the file to a place, whole or not at all
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Report every mistake of parties files
    #[command(after_help = "Example:\n  parallax parties check sides.toml")]
    Check {
        /// Parties files; their sides are declared together
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
}

/// Check, list and look up lexicon packs
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax lexicon check lexicons/en
  parallax lexicon list
  parallax lexicon show regime")]
pub(crate) struct LexiconOptions {
    #[command(subcommand)]
    pub(crate) command: LexiconCommand,
}

/// What can be done with packs.
#[derive(Debug, Subcommand)]
pub(crate) enum LexiconCommand {
    /// Report every mistake of every pack, and run their examples
    #[command(after_help = "Example:\n  parallax lexicon check my-pack.toml")]
    Check {
        /// TOML files, or folders that hold them
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// List the built-in packs and what they hold
    #[command(after_help = "Example:\n  parallax lexicon list")]
    List,
    /// Show the entries of a word: why it counts, what it hits and misses
    #[command(after_help = "Example:\n  parallax lexicon show regime")]
    Show {
        /// A word, a phrase or the id of an entry
        #[arg(value_name = "WORD")]
        word: String,
    },
    /// Show which entries a corpus hits, which it never hits, and which unlisted words stand near hits
    #[command(after_help = "Example:\n  parallax lexicon coverage articles/ --top 30")]
    Coverage {
        #[command(flatten)]
        inputs: Inputs,
        /// How many entries and words to list
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
    /// Show per category and camp how many entries there are, how heavy, and how often a corpus hits them
    #[command(after_help = "\
Examples:
  parallax lexicon balance
  parallax lexicon balance articles/")]
    Balance {
        #[command(flatten)]
        inputs: Inputs,
    },
    /// Turn a word list that you own (LIWC .dic, quanteda YAML, CSV) into a pack, on standard output
    #[command(
        after_help = "Example:\n  parallax lexicon import my-words.dic --category subjective > my-words.toml"
    )]
    Import {
        /// The word list: its ending tells the form, .dic, .yml, .yaml, .csv or .txt
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Category of its entries, as `parallax lexicon list` names them
        #[arg(long, value_name = "CODE")]
        category: String,
        /// Weight of its entries: 1 mild, 2 strong, 3 very strong; 0 for epistemic categories
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=3))]
        weight: Option<u8>,
        /// Take only these groups of the list; may be repeated [default: all]
        #[arg(long, value_name = "NAME")]
        group: Vec<String>,
    },
}

/// Say how right the tool is, on articles that you annotated
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  parallax validate gold.jsonl
  parallax validate gold.jsonl --scope speech --errors 5
  parallax validate brat-folder/ --format json
  parallax validate gold.jsonl --pred other-tool.jsonl")]
pub(crate) struct Validate {
    /// Annotated articles: JSON lines (of this tool or of doccano), or a folder of brat; docs/guide/validate.md has the forms
    #[arg(value_name = "GOLD")]
    pub(crate) gold: PathBuf,
    /// Which attributions to score
    #[arg(long, value_enum, default_value_t)]
    pub(crate) scope: ScopeChoice,
    /// List up to N errors of each kind, with their context
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) errors: u16,
    /// Score these answers (standoff, found by id) in place of this tool's
    #[arg(long, value_name = "FILE", conflicts_with = "lexicon")]
    pub(crate) pred: Option<PathBuf>,
    /// Add a lexicon pack, or replace the built-in pack of the same id; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// How to print the result
    #[arg(long, short, value_enum, default_value_t)]
    pub(crate) format: ShortFormat,
    /// Write the result to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Columns of a table [default: the terminal's, up to 200; 80 in a pipe]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
}

/// Which attributions are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ScopeChoice {
    /// First speech, then all
    #[default]
    Both,
    /// Those with a say-type verb or `according`
    Speech,
    /// All that are annotated
    All,
}

impl ScopeChoice {
    /// The scopes, one section each.
    pub(crate) fn scopes(self) -> Vec<Scope> {
        match self {
            Self::Both => Scope::ALL.to_vec(),
            Self::Speech => vec![Scope::Speech],
            Self::All => vec![Scope::All],
        }
    }
}

/// How the results of `validate` and `diff` are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ShortFormat {
    /// For people, in the terminal
    #[default]
    Table,
    /// One JSON document
    Json,
}

/// What is read, and with which lexicons.
#[derive(Debug, Default, Args)]
pub(crate) struct Inputs {
    /// Articles: text, JSON or JSON lines; folders of them; `-` for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Read the names of the articles from a file, one a line or ended by NUL; `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    /// Only articles that git says have changed since a revision, below FILE or this folder
    #[arg(long, value_name = "REV")]
    pub(crate) changed_since: Option<String>,
    /// Treat standard input as a file of this name: its ending tells the format
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_name: Option<String>,
    /// Add a lexicon pack, or replace the built-in pack of the same id; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// Declare the sides of the event: a TOML file with their names; docs/guide/parties.md has the form; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) parties: Vec<PathBuf>,
    /// Declare one side by its names alone; may be repeated
    #[arg(long, value_name = "NAME=ALIAS,...")]
    pub(crate) party: Vec<String>,
    /// How many threads analyse articles; the result is the same for any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// How the result is shown.
#[derive(Debug, Default, Args)]
pub(crate) struct Report {
    /// How to print the result
    #[arg(
        long,
        short,
        value_enum,
        help = "How to print the result [default: table]"
    )]
    pub(crate) format: Option<Format>,
    /// Write the result to a file, whole or not at all; FORMAT=FILE writes a second format in the same run
    #[arg(long, short, value_name = "[FORMAT=]FILE")]
    pub(crate) output: Vec<std::ffi::OsString>,
    /// Include the text of the articles in JSON
    #[arg(long)]
    pub(crate) with_text: bool,
    /// Write CSV with one row a measure of an article
    #[arg(long)]
    pub(crate) csv_long: bool,
    /// Columns of a table [default: the terminal's, up to 200; 80 in a pipe]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
    /// Also show attitudes that nobody voiced: believes, hopes, fears
    #[arg(long)]
    pub(crate) mental: bool,
    /// Show below the table how a part of it came about; may be repeated
    #[arg(long, value_name = "PART", value_enum)]
    pub(crate) explain: Vec<Part>,
}

impl Report {
    /// The format that was asked for, or a table.
    pub(crate) fn format(&self) -> Format {
        self.format.unwrap_or_default()
    }
}

/// How articles are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum BatchGroup {
    /// By who published them
    #[default]
    Outlet,
    /// By the event that they report
    Event,
    /// By the folder that holds them
    Folder,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people, in the terminal
    #[default]
    Table,
    /// One JSON document, schema versioned
    Json,
    /// One page for the browser that stands alone: the texts with their marks, charts, every figure
    Html,
    /// JSON lines, one article a line
    Jsonl,
    /// One row an article, for spreadsheets; --csv-long: one row a measure
    Csv,
    /// A comment on a pull request
    Markdown,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Workflow commands: marks beside the lines on GitHub
    Github,
    /// JUnit's XML, for build servers: one case a gate
    Junit,
    /// One JSON line an article, for annotation tools
    Standoff,
}

impl Format {
    /// Its name on the command line.
    pub(crate) fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// A part of a report that can be traced back to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Which block of the text is headline, byline, body, boilerplate
    Zones,
    /// Every attribution: source, cue, content
    Attributions,
    /// The sentences that claim something in the outlet's own voice
    Claims,
    /// Every word for a thing that has several names, and who uses it
    Naming,
    /// The sentences that go back behind the event
    Context,
    /// What the headline says and leaves out
    Headline,
    /// The sentences of several articles that are taken for the same fact; in `compare` only
    Alignment,
    /// Every wording of harm: who does it, who suffers it, and how either is left out
    Harm,
}
