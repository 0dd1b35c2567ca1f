//! The reader's checklist: facts that an article may tell, each with the wordings by which it is known.

use super::super::basis::Basis;
use super::cells::cell;
use super::{Item, ItemKind};
use crate::error::Problem;
use crate::lexicon::{Fields, TomlSource, did_you_mean};
use crate::text::{Document, TokenIndex, fold_word};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A fact of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// How it is shown.
    pub label: String,
    /// Wordings, any of which will do: words one after the other; `_` stands for any one word, `*` at the end of a word for any ending.
    pub any: Vec<String>,
}

/// What the reader wants to know of every article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checklist {
    /// The facts, in the order of the file.
    pub checks: Vec<Check>,
}

impl Checklist {
    /// Reads a checklist. `place` names the file in problems.
    ///
    /// # Errors
    /// All mistakes, in order of line.
    pub fn read(place: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut source = TomlSource::new(place, text);
        let mut checks: Vec<Check> = Vec::new();
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let line = error.span().map_or(1, |span| source.line(span.start));
            let message = error.message().replace('\n', ", ");
            source.problem(line, format!("this is no TOML: {message}"));
        }
        if errors.is_empty() {
            for (key, value) in table.get_ref() {
                let name: &str = key.get_ref();
                let line = source.line(key.span().start);
                match (name, value.get_ref()) {
                    ("fact", DeValue::Array(items)) => {
                        for item in items {
                            let start = item.span().start;
                            if let DeValue::Table(table) = item.get_ref() {
                                check(&mut source, table, start, &mut checks);
                            } else {
                                let line = source.line(start);
                                source.problem(line, "`fact` must be written as tables: [[fact]]");
                            }
                        }
                    }
                    ("fact", _) => {
                        source.problem(line, "`fact` must be written as tables: [[fact]]");
                    }
                    _ => {
                        let hint = did_you_mean(name, ["fact"]);
                        source.problem(line, format!("a checklist has no `{name}`{hint}"));
                    }
                }
            }
            if checks.is_empty() && source.problems.is_empty() {
                source.problem(
                    1,
                    "holds no fact; write each as [[fact]] with id, label and any",
                );
            }
        }
        if source.problems.is_empty() {
            return Ok(Self { checks });
        }
        let mut problems = source.problems;
        problems.sort_by_key(|problem| problem.line);
        Err(problems)
    }

    /// One item a fact, whether it is found or not.
    pub(super) fn items(&self, basis: &Basis<'_>) -> Vec<Item> {
        let item = |check: &Check| {
            let patterns: Vec<Vec<Part>> = check.any.iter().map(|text| pattern(text)).collect();
            let cells = (0..basis.articles()).map(|article| {
                let document = &basis.analysis(article).document;
                let mut places: Vec<Range<TokenIndex>> = patterns
                    .iter()
                    .flat_map(|pattern| places(document, pattern))
                    .collect();
                places.sort_by_key(|place| (place.start, place.end));
                places.dedup_by_key(|place| place.start);
                cell(basis, article, &places, true)
            });
            Item {
                kind: ItemKind::Checklist,
                label: check.label.clone(),
                check: Some(check.id.clone()),
                cells: cells.collect(),
            }
        };
        self.checks.iter().map(item).collect()
    }
}

fn check(source: &mut TomlSource<'_>, table: &DeTable<'_>, start: usize, checks: &mut Vec<Check>) {
    let mut fields = Fields::new(source, "[[fact]]", table, start);
    let id = fields.required("id").into_owned();
    let label = fields.text("label").into_owned();
    let any = fields.texts("any");
    let line = fields.line_of("any");
    if any.is_empty() {
        let line = fields.line;
        fields.source.problem(
            line,
            "[[fact]] has no wording; fill `any` with a list of texts",
        );
    }
    for text in any
        .iter()
        .filter(|text| pattern(text).iter().all(Part::is_any))
    {
        let problem = format!("`any` holds `{text}`, which has no word in it");
        fields.source.problem(line, problem);
    }
    if !id.is_empty() && checks.iter().any(|check| check.id == id) {
        let line = fields.line_of("id");
        let problem = format!("`{id}` is the id of an earlier fact; give each its own");
        fields.source.problem(line, problem);
    }
    fields.finish();
    checks.push(Check {
        label: if label.is_empty() { id.clone() } else { label },
        id,
        any,
    });
}

/// A word of a wording.
enum Part {
    Word(String),
    Beginning(String),
    Any,
}

impl Part {
    const fn is_any(&self) -> bool {
        matches!(self, Self::Any)
    }

    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Word(wanted) => word == wanted || word.strip_suffix("'s") == Some(wanted),
            Self::Beginning(beginning) => word.starts_with(beginning.as_str()),
            Self::Any => true,
        }
    }
}

fn pattern(text: &str) -> Vec<Part> {
    let parts = text.split_whitespace().filter_map(|word| {
        if word == "_" {
            return Some(Part::Any);
        }
        let folded = fold_word(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '*'));
        let part = match folded.strip_suffix('*') {
            Some(beginning) => Part::Beginning(beginning.to_owned()),
            None => Part::Word(folded.clone().into_owned()),
        };
        (!folded.is_empty() && folded != "*").then_some(part)
    });
    parts.collect()
}

/// Where a wording stands, marks between its words left aside, within one sentence.
fn places(document: &Document<'_>, pattern: &[Part]) -> Vec<Range<TokenIndex>> {
    let mut found = Vec::new();
    let Some((first, rest)) = pattern.split_first() else {
        return found;
    };
    for sentence in &document.sentences {
        let words = |from: TokenIndex| {
            (from..sentence.tokens.end).filter(|&at| document.tokens[at].is_word())
        };
        for start in words(sentence.tokens.start) {
            if !first.fits(document.folded(start)) {
                continue;
            }
            let mut end = start + 1;
            let mut following = words(end);
            let fits = rest.iter().all(|part| {
                following.next().is_some_and(|at| {
                    end = at + 1;
                    part.fits(document.folded(at))
                })
            });
            if fits {
                found.push(start..end);
            }
        }
    }
    found
}
