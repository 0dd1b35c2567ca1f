//! Reads the fields of a TOML table and notes every mistake with its line, so that one reading shows them all.

use super::pack::{List, SEPARATOR};
use crate::error::Problem;
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The text of one pack and the mistakes found in it.
pub(crate) struct Source<'s> {
    pub(crate) place: &'s str,
    /// Where each line begins.
    lines: Vec<usize>,
    pub(crate) problems: Vec<Problem>,
}

impl<'s> Source<'s> {
    pub(crate) fn new(place: &'s str, text: &str) -> Self {
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self {
            place,
            lines,
            problems: Vec::new(),
        }
    }

    /// The line of a byte, from 1.
    pub(crate) fn line(&self, byte: usize) -> u32 {
        self.lines.partition_point(|&start| start <= byte) as u32
    }

    /// Notes a mistake.
    pub(crate) fn problem(&mut self, line: u32, message: impl Into<String>) {
        self.problems
            .push(Problem::at_line(self.place, line, message));
    }
}

/// The name among `known` that comes nearest, if any comes near enough to be meant.
pub(crate) fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    const NEAR: f64 = 0.72;
    let scored = known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate));
    scored
        .filter(|(score, _)| *score >= NEAR)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// " (did you mean X?)", or nothing.
pub(crate) fn did_you_mean<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    nearest(name, known).map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// The fields of one table. Whoever asks for a field makes its name known; [`Fields::finish`] reports the others.
pub(crate) struct Fields<'f, 's> {
    pub(crate) source: &'f mut Source<'s>,
    table: &'f DeTable<'f>,
    /// What the table is, for messages: `[[entry]]`.
    what: &'static str,
    pub(crate) line: u32,
    asked: Vec<&'static str>,
}

impl<'f, 's> Fields<'f, 's> {
    pub(crate) fn new(
        source: &'f mut Source<'s>,
        what: &'static str,
        table: &'f DeTable<'f>,
        start: usize,
    ) -> Self {
        let line = source.line(start);
        Self {
            source,
            table,
            what,
            line,
            asked: Vec::with_capacity(32),
        }
    }

    /// A field as it stands, for what has forms of its own.
    pub(crate) fn get(&mut self, name: &'static str) -> Option<&'f Spanned<DeValue<'f>>> {
        self.asked.push(name);
        self.table.get(name)
    }

    /// The line of a field, or of the table where it has none.
    pub(crate) fn line_of(&self, name: &str) -> u32 {
        self.table
            .get(name)
            .map_or(self.line, |value| self.source.line(value.span().start))
    }

    /// Notes that a field is of the wrong type.
    pub(crate) fn wrong(&mut self, name: &'static str, wanted: &str, value: &Spanned<DeValue<'_>>) {
        let line = self.source.line(value.span().start);
        let found = value.get_ref().type_str();
        self.source
            .problem(line, format!("`{name}` must be {wanted}, not {found}"));
    }

    pub(crate) fn text(&mut self, name: &'static str) -> Cow<'static, str> {
        let Some(value) = self.get(name) else {
            return Cow::Borrowed("");
        };
        if let DeValue::String(text) = value.get_ref() {
            return Cow::Owned(text.trim().to_owned());
        }
        self.wrong(name, "text in quotes", value);
        Cow::Borrowed("")
    }

    /// A text that must be there.
    pub(crate) fn required(&mut self, name: &'static str) -> Cow<'static, str> {
        let absent = !self.table.contains_key(name);
        let text = self.text(name);
        if absent {
            let (line, what) = (self.line, self.what);
            self.source.problem(line, format!("{what} has no `{name}`"));
        } else if text.is_empty() {
            let line = self.line_of(name);
            self.source.problem(line, format!("`{name}` is empty"));
        }
        text
    }

    /// A text that must be one of `names`.
    pub(super) fn one_of<'n>(
        &mut self,
        name: &'static str,
        names: impl IntoIterator<Item = &'n str> + Clone,
    ) -> Cow<'static, str> {
        let text = self.text(name);
        if !text.is_empty() && !names.clone().into_iter().any(|known| known == text) {
            let line = self.line_of(name);
            let known: Vec<&str> = names.into_iter().collect();
            let hint = did_you_mean(&text, known.iter().copied());
            let list = if hint.is_empty() {
                format!("; it is one of {}", known.join(" "))
            } else {
                hint
            };
            self.source
                .problem(line, format!("`{name}` cannot be `{text}`{list}"));
        }
        text
    }

    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        let Some(value) = self.get(name) else {
            return false;
        };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong(name, "true or false", value);
        false
    }

    pub(super) fn number(&mut self, name: &'static str) -> Option<usize> {
        let value = self.get(name)?;
        let number = if let DeValue::Integer(number) = value.get_ref() {
            number.as_str().parse().ok()
        } else {
            None
        };
        if number.is_none() {
            self.wrong(name, "a whole number, 0 or more", value);
        }
        number
    }

    /// Texts in a list, for people.
    pub(crate) fn texts(&mut self, name: &'static str) -> Vec<String> {
        let Some(value) = self.get(name) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(name, "a list of texts", value);
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match item.get_ref() {
                DeValue::String(text) => texts.push(text.trim().to_owned()),
                _ => self.wrong(name, "a list of texts only", item),
            }
        }
        texts
    }

    /// Words or phrases in a list.
    pub(super) fn list(&mut self, name: &'static str) -> List<'static> {
        let texts = self.texts(name);
        let line = self.line_of(name);
        for text in &texts {
            if text.is_empty() {
                self.source
                    .problem(line, format!("`{name}` holds an empty text"));
            } else if text.contains(SEPARATOR) {
                self.source.problem(
                    line,
                    format!("`{name}` holds `{text}`: the sign {SEPARATOR} is not allowed"),
                );
            }
        }
        texts.into_iter().collect()
    }

    /// Tables in a list, each with where it begins.
    pub(super) fn tables(&mut self, name: &'static str) -> Vec<(&'f DeTable<'f>, usize)> {
        let Some(value) = self.get(name) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(name, "a list of tables", value);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => tables.push((table, item.span().start)),
                _ => self.wrong(name, "a list of tables only", item),
            }
        }
        tables
    }

    /// A table of texts, as `key=value`.
    pub(super) fn pairs(&mut self, name: &'static str) -> List<'static> {
        let Some(value) = self.get(name) else {
            return List::default();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(name, "a table such as { police = \"security\" }", value);
            return List::default();
        };
        let mut pairs = Vec::new();
        for (key, value) in table {
            match value.get_ref() {
                DeValue::String(text) => pairs.push(format!("{}={text}", key.get_ref())),
                _ => self.wrong(name, "a table of texts", value),
            }
        }
        pairs.into_iter().collect()
    }

    /// Notes a mistake about a field.
    pub(crate) fn problem(&mut self, name: &str, message: impl Into<String>) {
        let line = self.line_of(name);
        self.source.problem(line, message);
    }

    /// Reports the fields that nobody asked for.
    pub(crate) fn finish(self) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let line = self.source.line(key.span().start);
                let hint = did_you_mean(name, self.asked.iter().copied());
                self.source
                    .problem(line, format!("{} has no field `{name}`{hint}", self.what));
            }
        }
    }
}
