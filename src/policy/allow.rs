//! What an article, or a project, allows itself with a reason: such words are shown and counted as ever, and gates leave them out.

use super::gate::Gate;
use crate::analyzer::Analysis;
use crate::article::{Article, Origin};
use crate::error::Problem;
use crate::lexicon::{Lexicon, TermStatus};
use crate::span::Span;

/// What a comment in an article begins with: `<!-- parallax-allow: ENTRY reason="…" -->`.
const MARK: &str = "parallax-allow:";
/// Why a phrase of the configuration is allowed.
pub const PHRASE_REASON: &str = "allowed by the configuration";
const FORM: &str = "write <!-- parallax-allow: NAME reason=\"…\" -->, where NAME is an entry of the lexicon or a measure";

/// One thing that is allowed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// Id of a lexicon entry or of a measure.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Line of the comment.
    pub line: u32,
}

/// All that is allowed in one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowances {
    /// From comments in the article, in order.
    pub inline: Vec<Allowance>,
    /// Entries that the configuration allows.
    pub entries: Vec<String>,
    /// Places of the phrases that the configuration allows.
    phrases: Vec<Span>,
}

impl Allowances {
    /// Of one article: its comments, and the phrases and entries of the configuration. The second value is what is wrong with the comments.
    pub fn of(
        article: &Article,
        lexicon: &Lexicon,
        phrases: &[String],
        entries: &[String],
    ) -> (Self, Vec<Problem>) {
        let (inline, problems) = comments(article, lexicon);
        let found = Self {
            inline,
            entries: entries.to_vec(),
            phrases: places(&article.text, phrases),
        };
        (found, problems)
    }

    /// Whether nothing is allowed.
    pub fn is_empty(&self) -> bool {
        self.inline.is_empty() && self.entries.is_empty() && self.phrases.is_empty()
    }

    /// The reason for which a gate on this measure may fail.
    pub fn reason_for(&self, measure: &str) -> Option<&Allowance> {
        self.inline
            .iter()
            .find(|allowance| allowance.name == measure)
    }

    /// Takes the allowed terms out of what is counted. Gives the reasons of those that were met, and the comments that met nothing.
    pub fn leave_out<'a>(
        &'a self,
        analysis: &mut Analysis<'_>,
        lexicon: &Lexicon,
    ) -> (Vec<&'a str>, Vec<&'a Allowance>) {
        let mut met = vec![false; self.inline.len()];
        let mut reasons: Vec<&str> = Vec::new();
        for term in analysis
            .terms
            .iter_mut()
            .filter(|term| term.status.counts())
        {
            let entry = lexicon.entry(term.entry).id();
            let inline = self
                .inline
                .iter()
                .position(|allowance| allowance.name == entry);
            let configured = self.entries.iter().any(|allowed| allowed == entry)
                || self.phrases.iter().any(|phrase| phrase.contains(term.span));
            let reason = match inline {
                Some(index) => {
                    met[index] = true;
                    self.inline[index].reason.as_str()
                }
                None if configured => PHRASE_REASON,
                None => continue,
            };
            term.status = TermStatus::Suppressed;
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let idle = self
            .inline
            .iter()
            .zip(met)
            .filter(|(allowance, met)| !met && crate::measure::find(&allowance.name).is_none());
        (reasons, idle.map(|(allowance, _)| allowance).collect())
    }
}

/// The comments of an article. Those that allow nothing known, or give no reason, are problems at their line.
fn comments(article: &Article, lexicon: &Lexicon) -> (Vec<Allowance>, Vec<Problem>) {
    let (mut allowances, mut problems) = (Vec::new(), Vec::new());
    // Most articles have none, and pay for one search only.
    if !article.text.contains(MARK) {
        return (allowances, problems);
    }
    for (line, number) in article.text.split('\n').zip(1..) {
        for comment in line
            .split("<!--")
            .skip(1)
            .filter_map(|rest| rest.trim_start().strip_prefix(MARK))
        {
            let place = |message: String| match article.origin {
                Origin::File => Problem::at_line(&article.path, number, message),
                Origin::Record | Origin::Line(_) => Problem::new(&article.path, message),
            };
            match read(comment, number, lexicon) {
                Ok(allowance) => allowances.push(allowance),
                Err(message) => problems.push(place(message)),
            }
        }
    }
    (allowances, problems)
}

fn read(comment: &str, line: u32, lexicon: &Lexicon) -> Result<Allowance, String> {
    let Some((inner, _)) = comment.split_once("-->") else {
        return Err(format!(
            "a comment that allows something does not end on its line; {FORM}"
        ));
    };
    let (name, rest) = inner
        .trim()
        .split_once(char::is_whitespace)
        .unwrap_or((inner.trim(), ""));
    let reason = rest
        .trim()
        .strip_prefix("reason=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .map(str::trim);
    let Some(reason) = reason.filter(|reason| !reason.is_empty()) else {
        return Err(format!("`{name}` is allowed without a reason; {FORM}"));
    };
    let name = match Gate::parse(name) {
        _ if lexicon.entry_by_id(name).is_some() => name.to_owned(),
        Ok(gate) => gate.measure.id.to_owned(),
        Err(_) => {
            return Err(format!(
                "`{name}` is neither an entry of the lexicon nor a measure{}",
                suggestion(name, lexicon)
            ));
        }
    };
    Ok(Allowance {
        name,
        reason: reason.to_owned(),
        line,
    })
}

/// " (did you mean X?)", or nothing.
pub(super) fn suggestion(name: &str, lexicon: &Lexicon) -> String {
    const ALIKE: f64 = 0.75;
    let entries = lexicon.entries().iter().map(crate::lexicon::Entry::id);
    let known = entries.chain(crate::measure::registry().map(|measure| measure.id));
    let near = known
        .map(|known| (strsim::jaro_winkler(name, known), known))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    near.map_or_else(String::new, |(_, near)| format!("; did you mean `{near}`?"))
}

/// The entries of a configuration that no pack has, each with what was perhaps meant.
pub fn unknown_entries(entries: &[String], lexicon: &Lexicon) -> Vec<String> {
    let unknown = entries
        .iter()
        .filter(|entry| lexicon.entry_by_id(entry).is_none());
    unknown
        .map(|entry| {
            format!(
                "allows the entry `{entry}`, which no pack has{}",
                suggestion(entry, lexicon)
            )
        })
        .collect()
}

/// Where the phrases stand in the text, as whole words, whatever their capitals.
fn places(text: &str, phrases: &[String]) -> Vec<Span> {
    let mut places = Vec::new();
    if phrases.iter().all(|phrase| phrase.trim().is_empty()) {
        return places;
    }
    let letters: Vec<(usize, char)> = text
        .char_indices()
        .flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)))
        .collect();
    for phrase in phrases {
        let wanted: Vec<char> = phrase.trim().chars().flat_map(char::to_lowercase).collect();
        if wanted.is_empty() {
            continue;
        }
        for (first, window) in letters.windows(wanted.len()).enumerate() {
            let same = window.iter().map(|(_, c)| *c).eq(wanted.iter().copied());
            let word = |at: Option<&(usize, char)>| at.is_some_and(|(_, c)| c.is_alphanumeric());
            let after = first + wanted.len();
            if same
                && !word(first.checked_sub(1).and_then(|before| letters.get(before)))
                && !word(letters.get(after))
            {
                let end = letters.get(after).map_or(text.len(), |(at, _)| *at);
                places.push(Span::new(letters[first].0 as u32, end as u32));
            }
        }
    }
    places
}
