//! Reads declared sides from TOML and from the quick form of the command line, and notes every mistake with its line.

use super::Gazetteer;
use super::compile::{Compiled, words};
use super::model::{MentionForm, Parties, Party, PartyName};
use crate::error::Problem;
use crate::lexicon::{Fields, TomlSource, did_you_mean};
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Most sides that can be declared together.
const MOST: usize = 64;

/// Where something was declared.
#[derive(Debug, Clone)]
struct Origin {
    place: String,
    line: Option<u32>,
}

impl Origin {
    fn problem(&self, message: String) -> Problem {
        Problem {
            place: self.place.clone(),
            line: self.line,
            message,
        }
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.place),
            None => f.write_str(&self.place),
        }
    }
}

/// A side with where it and its names were declared.
#[derive(Debug)]
struct Declared {
    party: Party,
    origin: Origin,
    names: Vec<Origin>,
}

impl Parties {
    /// Reads the sides of one parties file. `place` names it in problems.
    ///
    /// # Errors
    /// All mistakes, in order of line.
    pub fn read(place: &str, text: &str) -> Result<Self, Vec<Problem>> {
        Self::declare(&[(place, text)], &[])
    }

    /// Reads the sides of parties files (place and text of each) and of the quick form `NAME=alias,alias`.
    ///
    /// # Errors
    /// All mistakes of all declarations, in order of place and line.
    pub fn declare(files: &[(&str, &str)], quick: &[&str]) -> Result<Self, Vec<Problem>> {
        Self::declare_with(files, quick, None)
    }

    /// The same, with a gazetteer: `NAME` alone is a state with all its names, and aliases that it knows are taken for what they are there.
    ///
    /// # Errors
    /// All mistakes of all declarations, in order of place and line.
    pub fn declare_with(
        files: &[(&str, &str)],
        quick: &[&str],
        gazetteer: Option<&Gazetteer>,
    ) -> Result<Self, Vec<Problem>> {
        let (mut declared, mut problems) = (Vec::new(), Vec::new());
        for (place, text) in files {
            let mut source = TomlSource::new(place, text);
            read_file(&mut source, text, &mut declared);
            problems.append(&mut source.problems);
        }
        for form in quick {
            match read_quick(form, gazetteer) {
                Ok(party) => declared.push(party),
                Err(problem) => problems.push(problem),
            }
        }
        cross_check(&declared, &mut problems);
        if !problems.is_empty() {
            problems.sort_by(|a, b| (&a.place, a.line).cmp(&(&b.place, b.line)));
            problems.dedup();
            return Err(problems);
        }
        let parties: Vec<Party> = declared.into_iter().map(|one| one.party).collect();
        let compiled = Compiled::new(&parties);
        Ok(Self { parties, compiled })
    }
}

fn read_file(source: &mut TomlSource<'_>, text: &str, declared: &mut Vec<Declared>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let line = error.span().map_or(1, |span| source.line(span.start));
        let message = error.message().replace('\n', ", ");
        source.problem(line, format!("this is no TOML: {message}"));
    }
    if !errors.is_empty() {
        return;
    }
    let before = declared.len();
    for (key, value) in table.get_ref() {
        let name: &str = key.get_ref();
        match (name, value.get_ref()) {
            ("party", DeValue::Array(items)) => {
                for item in items {
                    read_party(source, item, declared);
                }
            }
            ("party", other) => {
                let line = source.line(value.span().start);
                let found = other.type_str();
                source.problem(
                    line,
                    format!("`party` cannot be {found}; write each side as [[party]]"),
                );
            }
            _ => {
                let line = source.line(key.span().start);
                let hint = did_you_mean(name, ["party"]);
                source.problem(line, format!("a parties file has no `{name}`{hint}"));
            }
        }
    }
    if declared.len() == before && source.problems.is_empty() {
        source.problem(
            1,
            "declares no side; write each as [[party]] with an id and names",
        );
    }
}

fn read_party(
    source: &mut TomlSource<'_>,
    item: &Spanned<DeValue<'_>>,
    declared: &mut Vec<Declared>,
) {
    let start = item.span().start;
    let line = source.line(start);
    let DeValue::Table(table) = item.get_ref() else {
        source.problem(line, "`party` must be written as tables: [[party]]");
        return;
    };
    let place = source.place.to_owned();
    let at = |line: u32| Origin {
        place: place.clone(),
        line: Some(line),
    };
    let mut fields = Fields::new(source, "[[party]]", table, start);
    let mut party = Party {
        id: fields.required("id").into_owned(),
        label: fields.text("label").into_owned(),
        ..Party::default()
    };
    if !party.id.is_empty() && !is_id(&party.id) {
        fields.problem(
            "id",
            "`id` may hold letters, figures, `_`, `-` and `.` only",
        );
    }
    let valid = Valid {
        from: day(&mut fields, "valid_from"),
        to: day(&mut fields, "valid_to"),
    };
    let mut lines = Vec::new();
    for (form, key) in MentionForm::KEYS {
        for (name, line) in names(&mut fields, form, key, &valid) {
            party.names.push(name);
            lines.push(at(line));
        }
    }
    party.not = fields.texts("not");
    fields.text("note");
    if !party.names.iter().any(|name| name.form.names_the_side()) {
        let line = fields.line;
        fields
            .source
            .problem(line, "[[party]] has no name; fill `names`");
    }
    fields.finish();
    if party.label.is_empty() {
        party.label = label(&party);
    }
    declared.push(Declared {
        party,
        origin: at(line),
        names: lines,
    });
}

/// The days between which a name holds.
#[derive(Debug, Clone, Default)]
struct Valid {
    from: Option<String>,
    to: Option<String>,
}

/// The names of one key: texts, or tables `{ name = "…", valid_from = 2020-01-01 }` for names that hold for a time.
fn names(
    fields: &mut Fields<'_, '_>,
    form: MentionForm,
    key: &'static str,
    valid: &Valid,
) -> Vec<(PartyName, u32)> {
    let Some(value) = fields.get(key) else {
        return Vec::new();
    };
    let DeValue::Array(items) = value.get_ref() else {
        fields.wrong(key, "a list of names", value);
        return Vec::new();
    };
    let mut names = Vec::with_capacity(items.len());
    for item in items {
        let line = fields.source.line(item.span().start);
        let (text, valid) = match item.get_ref() {
            DeValue::String(text) => (text.trim().to_owned(), valid.clone()),
            DeValue::Table(table) => {
                let mut inner = Fields::new(fields.source, "a name", table, item.span().start);
                let text = inner.required("name").into_owned();
                let own = Valid {
                    from: day(&mut inner, "valid_from").or_else(|| valid.from.clone()),
                    to: day(&mut inner, "valid_to").or_else(|| valid.to.clone()),
                };
                inner.finish();
                (text, own)
            }
            _ => {
                fields.wrong(key, "a list of names", item);
                continue;
            }
        };
        if words(&text).is_empty() {
            let problem = format!("`{key}` holds `{text}`, which has no word in it");
            fields.source.problem(line, problem);
            continue;
        }
        if let (Some(from), Some(to)) = (&valid.from, &valid.to)
            && from > to
        {
            let problem = format!("`{text}` begins to hold on {from}, after its end on {to}");
            fields.source.problem(line, problem);
        }
        let name = PartyName {
            text,
            form,
            valid_from: valid.from,
            valid_to: valid.to,
        };
        names.push((name, line));
    }
    names
}

/// A day: a TOML date, or the same in quotes.
fn day(fields: &mut Fields<'_, '_>, key: &'static str) -> Option<String> {
    let value = fields.get(key)?;
    let text = match value.get_ref() {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Datetime(day) => day.to_string(),
        _ => String::new(),
    };
    if let Ok(day) = text.parse::<Date>() {
        return Some(day.to_string());
    }
    fields.wrong(key, "a day such as 2020-10-15", value);
    None
}

fn is_id(id: &str) -> bool {
    id.chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// The name that the id spells, or the id.
fn label(party: &Party) -> String {
    let spelled = |text: &str| text.to_lowercase().replace(['_', '-', '.'], " ");
    let id = spelled(&party.id);
    let mut names = party.names.iter();
    names
        .find(|name| spelled(&name.text) == id)
        .map_or_else(|| party.id.clone(), |name| name.text.clone())
}

/// `NAME=alias,alias`; `NAME` alone has the names that the gazetteer knows of it, or no others.
fn read_quick(form: &str, gazetteer: Option<&Gazetteer>) -> Result<Declared, Problem> {
    let (name, aliases) = form.split_once('=').unwrap_or((form, ""));
    let name = name.trim();
    let problem = |message: String| Problem::new("--party", message);
    if words(name).is_empty() {
        return Err(problem(format!(
            "`{form}` has no name; write NAME=alias,alias"
        )));
    }
    let mut party = Party {
        id: name
            .split_whitespace()
            .collect::<Vec<_>>()
            .join("_")
            .to_lowercase(),
        label: name.to_owned(),
        ..Party::default()
    };
    let mut texts = vec![name];
    texts.extend(
        aliases
            .split(',')
            .map(str::trim)
            .filter(|alias| !alias.is_empty()),
    );
    for text in texts {
        if words(text).is_empty() {
            return Err(problem(format!(
                "the alias `{text}` of `{name}` has no word in it"
            )));
        }
        // A name repeated among its aliases is no mistake worth stopping for.
        if party.names.iter().all(|known| known.text != text) {
            party.names.push(PartyName {
                text: text.to_owned(),
                form: kind_of_alias(name, text, gazetteer),
                valid_from: None,
                valid_to: None,
            });
        }
    }
    let alone = !form.contains('=');
    if let Some(state) = gazetteer
        .filter(|_| alone)
        .and_then(|known| known.find(name))
    {
        let known = super::gazetteer::party(state);
        party.not = known.not;
        let shared = |name: &PartyName| state.shared.contains(&name.text);
        party.names = known
            .names
            .into_iter()
            .filter(|name| !shared(name))
            .collect();
    }
    let origin = Origin {
        place: format!("--party {name}"),
        line: None,
    };
    Ok(Declared {
        names: vec![origin.clone(); party.names.len()],
        party,
        origin,
    })
}

/// What kind of name an alias is: what the gazetteer says; else the side's adjective where it begins like its name (Ardovia, Ardovian).
fn kind_of_alias(name: &str, alias: &str, gazetteer: Option<&Gazetteer>) -> MentionForm {
    const BEGINNING: usize = 4;
    if let Some(form) = gazetteer.and_then(|known| known.form_of(alias)) {
        return form;
    }
    let beginning =
        |text: &str| -> String { text.to_lowercase().chars().take(BEGINNING).collect() };
    let one_word = |text: &str| words(text).len() == 1;
    let alike = alias != name
        && one_word(name)
        && one_word(alias)
        && beginning(name).chars().count() == BEGINNING
        && beginning(name) == beginning(alias);
    if alike {
        MentionForm::Demonym
    } else {
        MentionForm::Name
    }
}

/// Ids and names that stand twice.
fn cross_check(declared: &[Declared], problems: &mut Vec<Problem>) {
    if declared.len() > MOST {
        let one = &declared[MOST];
        let message =
            format!("more than {MOST} sides are declared; name those that the articles are about");
        problems.push(one.origin.problem(message));
    }
    let mut ids: BTreeMap<&str, &Origin> = BTreeMap::new();
    let mut names: BTreeMap<String, (usize, &Origin)> = BTreeMap::new();
    for (index, one) in declared.iter().enumerate() {
        if !one.party.id.is_empty()
            && let Some(first) = ids.insert(&one.party.id, &one.origin)
        {
            let message = format!("the side `{}` stands already in {first}", one.party.id);
            problems.push(one.origin.problem(message));
        }
        for (name, origin) in one.party.names.iter().zip(&one.names) {
            let cut = words(&name.text).into_iter().map(|word| word.folded);
            let key = cut.collect::<Vec<_>>().join(" ");
            let Some((owner, first)) = names.insert(key, (index, origin)) else {
                continue;
            };
            let owner = &declared[owner].party;
            let message = if owner.id == one.party.id {
                format!(
                    "`{}` stands twice for `{}`: also in {first}",
                    name.text, owner.id
                )
            } else {
                format!(
                    "`{}` stands for two sides, `{}` ({first}) and `{}`: a name must tell which; leave it out of one, or write it longer",
                    name.text, owner.id, one.party.id
                )
            };
            problems.push(origin.problem(message));
        }
    }
}
