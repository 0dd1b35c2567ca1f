//! The configuration: defaults, then `parallax.toml`, then flags, resolved once.

pub(crate) mod keys;
mod read;
mod schema;
mod show;

pub(crate) use read::Override;
pub(crate) use schema::schema;
pub(crate) use show::show;

use super::arguments::{BatchGroup, Format, GateOptions, Inputs, Report, Shared};
use super::console::Console;
use clap::ValueEnum;
use keys::KEYS;
use parallax::error::Problem;
use read::{Value, Written};
use std::path::{Path, PathBuf};

/// The name that is looked for.
const NAME: &str = "parallax.toml";

/// Where a value came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    Default,
    /// A line of the file.
    File(u32),
    Flag,
}

/// Everything that is set, and where.
pub(crate) struct Resolved {
    /// The file, where there is one.
    pub(crate) path: Option<PathBuf>,
    values: Vec<(&'static str, Option<Value>, From)>,
    /// What holds for some files only.
    pub(crate) overrides: Vec<Override>,
}

/// The arguments that a configuration may fill in.
pub(crate) struct Options<'a> {
    pub(crate) inputs: &'a mut Inputs,
    pub(crate) report: &'a mut Report,
    pub(crate) gates: &'a mut GateOptions,
    pub(crate) group: Option<&'a mut Option<BatchGroup>>,
}

/// Finds and reads the file, and fills in what no flag sets. `None` where it is wrong, after all its mistakes were listed.
pub(crate) fn resolve(
    shared: &Shared,
    mut options: Options<'_>,
    console: &mut Console,
) -> Option<Resolved> {
    let path = if shared.no_config {
        None
    } else {
        shared.config.clone().or_else(above)
    };
    let mut written = Written::default();
    if let Some(path) = &path {
        let place = path.display().to_string();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                let message = format!(
                    "cannot be read as a configuration: {error}; name another with --config, or use --no-config"
                );
                console.problem(&Problem::new(place, message));
                return None;
            }
        };
        match read::read(&place, &text) {
            Ok(read) => written = read,
            Err(problems) => {
                for problem in &problems {
                    console.problem(problem);
                }
                return None;
            }
        }
    }
    let folder = path
        .as_deref()
        .and_then(Path::parent)
        .unwrap_or(Path::new(""))
        .to_owned();
    let values = KEYS.iter().map(|key| {
        if let Some(value) = flag(key.name, &options) {
            return (key.name, Some(value), From::Flag);
        }
        match written.values.remove(key.name) {
            Some((value, line)) => {
                let value = placed(value, key.kind, &folder);
                fill(key.name, &value, &mut options);
                (key.name, Some(value), From::File(line))
            }
            None => (key.name, None, From::Default),
        }
    });
    let values: Vec<_> = values.collect();
    let mut overrides = written.overrides;
    // A gate on the command line is meant for all that is named there.
    if values
        .iter()
        .any(|(name, _, from)| *name == "gates.fail_on" && *from == From::Flag)
    {
        for over in &mut overrides {
            over.gates = None;
        }
    }
    Some(Resolved {
        path,
        values,
        overrides,
    })
}

/// The nearest file upward from the working directory.
fn above() -> Option<PathBuf> {
    let folder = std::env::current_dir().ok()?;
    let mut shown = PathBuf::new();
    for folder in folder.ancestors() {
        if folder.join(NAME).is_file() {
            return Some(shown.join(NAME));
        }
        shown.push("..");
    }
    None
}

/// Paths are meant from the folder of the file that names them.
fn placed(value: Value, kind: keys::Kind, folder: &Path) -> Value {
    let place = |path: &String| folder.join(path).display().to_string();
    match (value, kind) {
        (Value::Texts(paths), keys::Kind::Paths) => Value::Texts(paths.iter().map(place).collect()),
        (Value::Text(path), keys::Kind::Path) => Value::Text(place(&path)),
        (value, _) => value,
    }
}

fn texts(paths: &[PathBuf]) -> Option<Value> {
    (!paths.is_empty()).then(|| {
        Value::Texts(
            paths
                .iter()
                .map(|path| path.display().to_string())
                .collect(),
        )
    })
}

fn name_of<T: ValueEnum>(value: &T) -> Value {
    Value::Text(
        value
            .to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned()),
    )
}

/// What a flag says of a key.
fn flag(key: &str, options: &Options<'_>) -> Option<Value> {
    let (inputs, report, gates) = (&*options.inputs, &*options.report, &*options.gates);
    let set = |flag: bool| flag.then_some(Value::Flag(true));
    match key {
        "lexicons" => texts(&inputs.lexicon),
        "parties" => texts(&inputs.parties),
        "format" => report.format.as_ref().map(name_of),
        "width" => report.width.map(Value::Whole),
        "threads" => inputs.threads.map(Value::Whole),
        "mental" => set(report.mental),
        "with_text" => set(report.with_text),
        "csv_long" => set(report.csv_long),
        "gates.fail_on" => (!gates.fail_on.is_empty()).then(|| Value::Texts(gates.fail_on.clone())),
        "gates.baseline" => gates
            .gate_baseline
            .as_ref()
            .map(|path| Value::Text(path.display().to_string())),
        "batch.group" => options
            .group
            .as_deref()
            .copied()
            .flatten()
            .as_ref()
            .map(name_of),
        _ => None,
    }
}

/// Puts a value of the file where its flag would have put it.
fn fill(key: &str, value: &Value, options: &mut Options<'_>) {
    let (inputs, report, gates) = (
        &mut *options.inputs,
        &mut *options.report,
        &mut *options.gates,
    );
    match (key, value) {
        ("lexicons", Value::Texts(paths)) => {
            inputs.lexicon = paths.iter().map(PathBuf::from).collect();
        }
        ("parties", Value::Texts(paths)) => {
            inputs.parties = paths.iter().map(PathBuf::from).collect();
        }
        ("format", Value::Text(name)) => report.format = Format::from_str(name, false).ok(),
        ("width", Value::Whole(width)) => report.width = Some(*width),
        ("threads", Value::Whole(threads)) => inputs.threads = Some(*threads),
        ("mental", Value::Flag(flag)) => report.mental = *flag,
        ("with_text", Value::Flag(flag)) => report.with_text = *flag,
        ("csv_long", Value::Flag(flag)) => report.csv_long = *flag,
        ("gates.fail_on", Value::Texts(texts)) => gates.fail_on.clone_from(texts),
        ("gates.baseline", Value::Text(path)) => gates.gate_baseline = Some(path.into()),
        ("batch.group", Value::Text(name)) => {
            if let Some(group) = &mut options.group {
                **group = BatchGroup::from_str(name, false).ok();
            }
        }
        // What the file alone can say is asked for by its name.
        _ => {}
    }
}

impl Resolved {
    /// A list that only the file can set.
    pub(crate) fn texts(&self, key: &str) -> Vec<String> {
        let found = self.values.iter().find(|(name, _, _)| *name == key);
        match found {
            Some((_, Some(Value::Texts(texts)), _)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    /// The file, for messages.
    pub(crate) fn place(&self) -> String {
        self.path
            .as_ref()
            .map_or_else(|| NAME.to_owned(), |path| path.display().to_string())
    }
}
