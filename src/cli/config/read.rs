//! Reads `parallax.toml`: every mistake is reported with its line, and a name that is not known with the nearest that is.

use super::keys::{KEYS, Key, Kind, OVERRIDE, formats};
use globset::{Glob, GlobSet, GlobSetBuilder};
use parallax::error::Problem;
use parallax::policy::Gate;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Texts(Vec<String>),
    Text(String),
    Whole(u16),
    Flag(bool),
}

/// What holds for some files only.
#[derive(Debug, Clone)]
pub(crate) struct Override {
    /// Which files.
    pub(crate) files: GlobSet,
    /// As they were written.
    pub(crate) globs: Vec<String>,
    /// The gates in place of the others.
    pub(crate) gates: Option<Vec<Gate>>,
    pub(crate) phrases: Vec<String>,
    pub(crate) entries: Vec<String>,
    pub(crate) line: u32,
}

/// What a file says.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// The values with their lines.
    pub(crate) values: BTreeMap<&'static str, (Value, u32)>,
    pub(crate) overrides: Vec<Override>,
}

struct Reader<'t> {
    place: &'t str,
    text: &'t str,
    problems: Vec<Problem>,
}

/// Reads the text of a file.
pub(crate) fn read(place: &str, text: &str) -> Result<Written, Vec<Problem>> {
    let mut reader = Reader {
        place,
        text,
        problems: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.problem(
            at,
            format!("this is no TOML: {}", error.message().replace('\n', ", ")),
        );
    }
    let mut written = Written::default();
    if errors.is_empty() {
        for (name, value) in table.get_ref() {
            reader.top(name, value, &mut written);
        }
    }
    if reader.problems.is_empty() {
        Ok(written)
    } else {
        Err(reader.problems)
    }
}

type Named<'a> = Spanned<std::borrow::Cow<'a, str>>;

impl Reader<'_> {
    fn line(&self, at: usize) -> u32 {
        self.text
            .bytes()
            .take(at)
            .filter(|&byte| byte == b'\n')
            .count() as u32
            + 1
    }

    fn problem(&mut self, at: usize, message: impl Into<String>) {
        let line = self.line(at);
        self.problems
            .push(Problem::at_line(self.place, line, message));
    }

    fn top(&mut self, name: &Named<'_>, value: &Spanned<DeValue<'_>>, written: &mut Written) {
        let known: &str = name.get_ref();
        let is_table = KEYS.iter().any(|key| {
            key.name
                .split_once('.')
                .is_some_and(|(table, _)| table == known)
        });
        match (known, value.get_ref()) {
            ("override", DeValue::Array(items)) => {
                for item in items {
                    self.over(item, written);
                }
            }
            ("override", _) => self.problem(
                name.span().start,
                "`override` must be written as tables: [[override]]",
            ),
            (_, DeValue::Table(table)) if is_table => {
                for (key, value) in table {
                    let full = format!("{known}.{}", key.get_ref());
                    self.value(&full, key, value, written);
                }
            }
            (_, _) if is_table => self.problem(
                name.span().start,
                format!("`{known}` must be a table: [{known}]"),
            ),
            _ => self.value(known, name, value, written),
        }
    }

    fn value(
        &mut self,
        full: &str,
        name: &Named<'_>,
        value: &Spanned<DeValue<'_>>,
        written: &mut Written,
    ) {
        let at = name.span().start;
        let Some(key) = KEYS.iter().find(|key| key.name == full) else {
            let names: Vec<&str> = KEYS
                .iter()
                .map(|key| key.name)
                .chain(["override"])
                .collect();
            return self.problem(at, unknown(full, &names));
        };
        let Some(read) = self.read(key, value) else {
            return;
        };
        if let ("gates.fail_on", DeValue::Array(items), Value::Texts(texts)) =
            (key.name, value.get_ref(), &read)
        {
            for (item, text) in items.iter().zip(texts) {
                if let Err(message) = Gate::parse(text) {
                    self.problem(item.span().start, message);
                }
            }
        }
        let line = self.line(at);
        written.values.insert(key.name, (read, line));
    }

    /// The value, where it is of the key's kind.
    fn read(&mut self, key: &Key, value: &Spanned<DeValue<'_>>) -> Option<Value> {
        let at = value.span().start;
        let choices = match key.kind {
            Kind::Format => formats(),
            Kind::Choice(choices) => choices.iter().map(|&choice| choice.to_owned()).collect(),
            _ => Vec::new(),
        };
        let wanted = match (key.kind, value.get_ref()) {
            (Kind::Texts | Kind::Paths, DeValue::Array(items)) => {
                let texts: Option<Vec<String>> = items
                    .iter()
                    .map(|item| item.get_ref().as_str().map(str::to_owned))
                    .collect();
                match texts {
                    Some(texts) => return Some(Value::Texts(texts)),
                    None => "a list of texts".to_owned(),
                }
            }
            (Kind::Texts | Kind::Paths, _) => "a list of texts".to_owned(),
            (Kind::Path, DeValue::String(text)) => return Some(Value::Text(text.to_string())),
            (Kind::Path, _) => "a text".to_owned(),
            (Kind::Flag, DeValue::Boolean(flag)) => return Some(Value::Flag(*flag)),
            (Kind::Flag, _) => "true or false".to_owned(),
            (Kind::Whole(least, most), DeValue::Integer(number)) => {
                let number = u16::from_str_radix(number.as_str(), number.radix()).ok();
                match number.filter(|number| (least..=most).contains(number)) {
                    Some(number) => return Some(Value::Whole(number)),
                    None => format!("a whole number from {least} to {most}"),
                }
            }
            (Kind::Whole(least, most), _) => format!("a whole number from {least} to {most}"),
            (Kind::Format | Kind::Choice(_), DeValue::String(text)) => {
                if choices.iter().any(|choice| choice == text) {
                    return Some(Value::Text(text.to_string()));
                }
                let known: Vec<&str> = choices.iter().map(String::as_str).collect();
                let near = nearest(text, &known)
                    .map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
                format!("one of {}{near}", choices.join(", "))
            }
            (Kind::Format | Kind::Choice(_), _) => format!("one of {}", choices.join(", ")),
        };
        self.problem(at, format!("`{}` must be {wanted}", key.name));
        None
    }

    fn over(&mut self, item: &Spanned<DeValue<'_>>, written: &mut Written) {
        let at = item.span().start;
        let DeValue::Table(table) = item.get_ref() else {
            return self.problem(at, "`override` must be written as tables: [[override]]");
        };
        let mut texts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (name, value) in table {
            let Some(key) = OVERRIDE
                .iter()
                .find(|key| key.name == name.get_ref().as_ref())
            else {
                let names: Vec<&str> = OVERRIDE.iter().map(|key| key.name).collect();
                self.problem(
                    name.span().start,
                    format!("an [[override]] has {}", unknown(name.get_ref(), &names)),
                );
                continue;
            };
            if let Some(Value::Texts(list)) = self.read(key, value) {
                texts.insert(key.name, list);
            }
        }
        let globs = texts.remove("files").unwrap_or_default();
        if globs.is_empty() && !table.contains_key("files") {
            return self.problem(at, "an [[override]] needs `files`, a list of globs");
        }
        let mut files = GlobSetBuilder::new();
        for glob in &globs {
            match Glob::new(glob) {
                Ok(glob) => drop(files.add(glob)),
                Err(error) => self.problem(at, format!("`{glob}` is no glob: {}", error.kind())),
            }
        }
        let mut gates = None;
        if let Some(list) = texts.remove("fail_on") {
            let mut read = Vec::new();
            for text in &list {
                match Gate::parse(text) {
                    Ok(gate) => read.push(gate),
                    Err(message) => self.problem(at, message),
                }
            }
            gates = Some(read);
        }
        match files.build() {
            Ok(files) => written.overrides.push(Override {
                files,
                globs,
                gates,
                phrases: texts.remove("phrases").unwrap_or_default(),
                entries: texts.remove("entries").unwrap_or_default(),
                line: self.line(at),
            }),
            Err(error) => self.problem(at, format!("its globs go together badly: {error}")),
        }
    }
}

fn unknown(name: &str, known: &[&str]) -> String {
    let near = nearest(name, known);
    near.map_or_else(
        || format!("no key `{name}`; the keys are {}", known.join(", ")),
        |near| format!("no key `{name}`; did you mean `{near}`?"),
    )
}

fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    const ALIKE: f64 = 0.75;
    let last = |name: &str| name.rsplit('.').next().unwrap_or_default().to_owned();
    let scored = known.iter().map(|known| {
        let whole = strsim::jaro_winkler(name, known);
        (
            whole.max(strsim::jaro_winkler(&last(name), &last(known)) - 0.05),
            *known,
        )
    });
    let near = scored.filter(|(alike, _)| *alike >= ALIKE);
    near.max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, known)| known)
}
