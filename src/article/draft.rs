//! What a reader found of one article, before its text has been told apart into zones.

use super::front_matter::front_matter;
use super::outlet::outlet;
use super::rules::ZoneRules;
use super::{Article, Origin, Zone, ZoneKind, dates, record, zones};
use crate::error::Problem;
use crate::span::Span;

/// An article as its file or record gives it.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) id: Option<String>,
    pub(super) path: String,
    pub(super) line: Option<u32>,
    pub(super) outlet: Option<String>,
    pub(super) event: Option<String>,
    pub(super) published: Option<String>,
    pub(super) url: Option<String>,
    pub(super) title: Option<String>,
    pub(super) text: String,
    pub(super) front: Option<Span>,
    /// Whether it is a JSON record.
    pub(super) record: bool,
}

impl Draft {
    /// A plain text, with its front matter read.
    pub(super) fn from_text(path: &str, text: String) -> Self {
        let mut draft = Self {
            path: path.to_owned(),
            text,
            ..Self::default()
        };
        if let Some(front) = front_matter(&draft.text) {
            draft.front = Some(front.span);
            record::take_fields(&mut draft, front.fields);
        }
        draft
    }

    /// The article, with zones, headline, date and outlet.
    ///
    /// # Errors
    /// When the text is empty or holds nothing that could be measured.
    pub(super) fn finish(self, rules: &ZoneRules) -> Result<Article, Problem> {
        let problem = |message: &str| Problem {
            place: self.path.clone(),
            line: self.line,
            message: message.to_owned(),
        };
        if self.text.is_empty() {
            return Err(problem("is empty; give a file that holds an article"));
        }
        if self.text.trim().is_empty() {
            return Err(problem(
                "holds only white space; give a file that holds an article",
            ));
        }
        if u32::try_from(self.text.len()).is_err() {
            return Err(problem("holds more than 4 GiB of text; split it"));
        }
        let zones = zones::zones(&self.text, self.front, self.title.as_deref(), rules);
        if !zones.iter().any(|zone| zone.kind == ZoneKind::Body) {
            return Err(problem(
                "holds only boilerplate (navigation, bylines, dates, captions) and no running text; check how the article was extracted",
            ));
        }
        let zone_text = |kind: ZoneKind| {
            zones
                .iter()
                .find(|zone| zone.kind == kind)
                .map(|zone| zone.span.slice(&self.text))
        };
        let headline = zone_text(ZoneKind::Headline)
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let dateline = zones
            .iter()
            .filter(|zone| zone.kind == ZoneKind::Dateline)
            .map(|zone| zone.span.slice(&self.text));
        let published = match &self.published {
            Some(date) => dates::iso_date(date, rules),
            None => dateline
                .into_iter()
                .find_map(|line| dates::iso_date(line, rules)),
        };
        let title = self.title.or(headline);
        let genre = genre(&self.text, &zones, title.as_deref(), rules);
        let outlet = outlet(
            self.outlet.as_deref(),
            self.url.as_deref(),
            &self.text,
            &zones,
            &self.path,
            rules,
        );
        let shown = self
            .line
            .map_or_else(|| self.path.clone(), |line| format!("{}:{line}", self.path));
        Ok(Article {
            id: self.id.unwrap_or_else(|| shown.clone()),
            path: shown,
            outlet,
            event: self.event,
            published,
            url: self.url,
            title,
            genre,
            origin: match self.line {
                Some(line) => Origin::Line(line),
                None if self.record => Origin::Record,
                None => Origin::File,
            },
            text: self.text,
            zones,
        })
    }
}

/// The label of an opinion piece: a line of its own above the body, or the start or end of the title (`Opinion | …`).
/// A label within a menu of other lines tells nothing.
fn genre(text: &str, zones: &[Zone], title: Option<&str>, rules: &ZoneRules) -> Option<String> {
    let above = zones
        .split(|zone| zone.kind == ZoneKind::Body)
        .next()
        .unwrap_or_default();
    let label = above
        .chunk_by(|a, b| a.kind == b.kind)
        .filter(|run| run.len() <= 2)
        .flatten()
        .filter(|zone| zone.kind == ZoneKind::Boilerplate)
        .map(|zone| zone.span.slice(text))
        .find(|block| rules.genres.is(block));
    let in_title = || {
        let title = title?;
        let (first, _) = title.split_once([':', '|'])?;
        let (_, last) = title.rsplit_once([':', '|'])?;
        [first, last].into_iter().find(|part| rules.genres.is(part))
    };
    label.or_else(in_title).map(super::phrases::key)
}

impl Article {
    /// An article from a plain text that is already in memory. `path` names it in messages and, without better knowledge, its outlet.
    ///
    /// # Errors
    /// When the text is empty or holds nothing but boilerplate.
    pub fn from_text(
        path: &str,
        text: impl Into<String>,
        rules: &ZoneRules,
    ) -> Result<Self, Problem> {
        Draft::from_text(path, text.into()).finish(rules)
    }

    /// An article from a JSON object, its field names looked up in [`record::ALIASES`](super::ALIASES).
    ///
    /// # Errors
    /// When the value is no object, has no text, or its text holds nothing but boilerplate.
    pub fn from_json(
        path: &str,
        value: &serde_json::Value,
        rules: &ZoneRules,
    ) -> Result<Self, Problem> {
        record::draft(value, path, None)
            .map_err(|message| Problem::new(path, message))?
            .finish(rules)
    }
}
