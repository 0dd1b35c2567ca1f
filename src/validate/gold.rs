//! The gold: articles that somebody annotated.

use super::rows;
use crate::error::Problem;
use serde::Serialize;
use std::collections::BTreeMap;

/// One relation, as spans `[start, end)` in Unicode code points of the article's text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// Who is given voice; empty where nobody is named.
    pub source: Vec<[u32; 2]>,
    /// The words that attribute.
    pub cue: Vec<[u32; 2]>,
    /// What is attributed.
    pub content: Vec<[u32; 2]>,
}

/// A marked passage: start, end, and what it was marked as, in lower case.
pub type Label = (u32, u32, String);

/// One annotated article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GoldArticle {
    /// Its name, by which somebody else's answers are found.
    pub id: String,
    /// Where it was read, for messages.
    pub place: String,
    /// The line there, from 1.
    pub line: Option<u32>,
    /// The text that the spans are places in.
    pub text: String,
    /// The headline, where the record has it apart.
    pub title: Option<String>,
    /// Who says what; `None` where nobody annotated it.
    pub attributions: Option<Vec<Relation>>,
    /// Passages that nobody annotated: what touches them is not scored.
    pub ignore: Vec<[u32; 2]>,
    /// Loaded wording and other labels; `None` where nobody annotated it.
    pub labels: Option<Vec<Label>>,
    /// Whether the sentence as a whole was judged biased.
    pub biased: Option<bool>,
}

/// What was read, and what was wrong with the rest.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gold {
    /// The good articles, in order.
    pub articles: Vec<GoldArticle>,
    /// Rows that cannot be scored.
    pub problems: Vec<Problem>,
}

impl Gold {
    /// Reads JSON lines: the project's own form, or what doccano exports.
    pub fn from_json_lines(place: &str, bytes: &[u8]) -> Self {
        let mut gold = Self::default();
        let mut imported = false;
        for (line, value) in rows::objects(place, bytes, &mut gold.problems) {
            imported |= rows::is_doccano(&value);
            match rows::article(&value, place, line) {
                Ok(article) => gold.articles.push(article),
                Err(message) => gold.problems.push(Problem::at_line(place, line, message)),
            }
        }
        gold.problems.sort_by_key(|problem| problem.line);
        if imported {
            gold.share_tasks();
        }
        gold.settled(place)
    }

    /// Drops articles whose id came before; says when nothing is left.
    pub(super) fn settled(mut self, place: &str) -> Self {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let problems = &mut self.problems;
        self.articles.retain(|article| {
            let here = article.shown_place();
            let Some(first) = seen.get(&article.id) else {
                seen.insert(article.id.clone(), here);
                return true;
            };
            let message = format!(
                "has the id {:?} of {first}; give each article an id of its own",
                article.id
            );
            problems.push(Problem {
                place: article.place.clone(),
                line: article.line,
                message,
            });
            false
        });
        if self.articles.is_empty() && self.problems.is_empty() {
            self.problems.push(Problem::new(
                place,
                "holds no annotated articles; see docs/guide/validate.md for the forms that can be read",
            ));
        }
        self
    }

    /// Whether a task was annotated at all: by itself, an article without any mark does not tell.
    pub(super) fn share_tasks(&mut self) {
        let attributed = self.articles.iter().any(|article| {
            article
                .attributions
                .as_ref()
                .is_some_and(|list| !list.is_empty())
        });
        let labelled = self
            .articles
            .iter()
            .any(|article| article.labels.as_ref().is_some_and(|list| !list.is_empty()));
        for article in &mut self.articles {
            if !attributed {
                article.attributions = None;
            }
            if !labelled {
                article.labels = None;
            }
        }
    }
}

impl GoldArticle {
    /// File and line.
    pub fn shown_place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.place),
            None => self.place.clone(),
        }
    }

    /// A problem with it.
    pub(super) fn problem(&self, message: impl Into<String>) -> Problem {
        Problem {
            place: self.place.clone(),
            line: self.line,
            message: message.into(),
        }
    }
}
