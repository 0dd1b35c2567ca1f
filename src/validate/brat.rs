//! Gold as brat keeps it: a text and a file of annotations beside it, `T`, `R` and `E` lines.

use super::gold::{Gold, GoldArticle};
use super::linked::{Mark, linked};
use crate::error::Problem;
use std::collections::BTreeMap;

/// One document of a brat folder, as read.
#[derive(Debug, Clone)]
pub struct BratDocument {
    /// Its name without ending: the article's id.
    pub id: String,
    /// The annotation file, for messages.
    pub place: String,
    /// The text.
    pub text: String,
    /// The annotations.
    pub annotations: String,
}

/// The gold of a folder.
pub fn gold(place: &str, documents: Vec<BratDocument>) -> Gold {
    let mut gold = Gold::default();
    for document in documents {
        match article(&document) {
            Ok(article) => gold.articles.push(article),
            Err(problem) => gold.problems.push(problem),
        }
    }
    gold.share_tasks();
    gold.settled(place)
}

/// The marks and links of an annotation file, and where each mark stands.
#[derive(Default)]
struct Lines {
    marks: Vec<Mark>,
    links: Vec<(String, String)>,
    /// Events and their triggers.
    triggers: BTreeMap<String, String>,
    at: BTreeMap<String, u32>,
}

fn article(document: &BratDocument) -> Result<GoldArticle, Problem> {
    let at = |line: u32, message: String| Problem::at_line(&document.place, line, message);
    if document.text.trim().is_empty() {
        return Err(Problem::new(
            &document.place,
            "belongs to an empty text; give the article that was annotated",
        ));
    }
    // Byte of each code point, and of the end.
    let bytes: Vec<usize> = document
        .text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([document.text.len()])
        .collect();
    let mut lines = Lines::default();
    for (line, number) in document.annotations.lines().zip(1..) {
        lines
            .read(line, number, &document.text, &bytes)
            .map_err(|message| at(number, message))?;
    }
    let trigger = |id: String| lines.triggers.get(&id).cloned().unwrap_or(id);
    let links: Vec<(String, String)> = std::mem::take(&mut lines.links)
        .into_iter()
        .map(|(from, to)| (trigger(from), trigger(to)))
        .collect();
    let found = linked(&lines.marks, &links).map_err(|(id, message)| Problem {
        place: document.place.clone(),
        line: lines.at.get(&id).copied(),
        message,
    })?;
    Ok(GoldArticle {
        id: document.id.clone(),
        place: document.place.clone(),
        text: document.text.clone(),
        attributions: Some(found.attributions),
        ignore: found.ignore,
        labels: Some(found.labels),
        ..GoldArticle::default()
    })
}

impl Lines {
    fn read(&mut self, line: &str, number: u32, text: &str, bytes: &[usize]) -> Result<(), String> {
        let mut fields = line.trim_end_matches('\r').splitn(3, '\t');
        let (id, body) = (fields.next().unwrap_or_default(), fields.next());
        let rest = fields.next();
        let body = || {
            body.ok_or_else(|| format!("has no tab after {id:?}; brat separates fields by tabs"))
        };
        match id.as_bytes().first() {
            Some(b'T') => {
                let mark = mark(id, body()?, rest, text, bytes)?;
                if self.at.insert(id.to_owned(), number).is_some() {
                    return Err(format!("has the id {id} a second time"));
                }
                self.marks.push(mark);
            }
            Some(b'R') => {
                let ends: Vec<String> = body()?
                    .split_whitespace()
                    .skip(1)
                    .filter_map(argument)
                    .map(|(_, id)| id)
                    .collect();
                let [from, to] = ends.try_into().map_err(|_| format!("has a relation {id} without two arguments; brat writes `Type Arg1:T1 Arg2:T2`"))?;
                self.links.push((from, to));
            }
            Some(b'E') => {
                let mut arguments = body()?
                    .split_whitespace()
                    .filter_map(argument)
                    .map(|(_, id)| id);
                let trigger = arguments.next().ok_or_else(|| format!("has an event {id} without trigger; brat writes `Cue:T1 Source:T2 Content:T3`"))?;
                self.links
                    .extend(arguments.map(|end| (trigger.clone(), end)));
                self.triggers.insert(id.to_owned(), trigger);
            }
            // Equivalences, attributes, modifications, normalisations and notes say nothing that is scored.
            None | Some(b'*' | b'A' | b'M' | b'N' | b'#') => {}
            _ => {
                return Err(format!(
                    "begins with {id:?}, which is no annotation of brat; T, R, E, A, M, N, * and # are"
                ));
            }
        }
        Ok(())
    }
}

/// `Role:T1`.
fn argument(field: &str) -> Option<(&str, String)> {
    let (role, id) = field.split_once(':')?;
    Some((role, id.to_owned()))
}

/// A `T` line: `Cue 5 9;12 15`, and the text that brat saw there.
fn mark(
    id: &str,
    body: &str,
    seen: Option<&str>,
    text: &str,
    bytes: &[usize],
) -> Result<Mark, String> {
    let length = bytes.len() - 1;
    let wrong = || {
        format!("has {body:?} for {id}; brat writes `Type start end`, 0 ≤ start < end ≤ {length}")
    };
    let (label, places) = body.split_once(' ').ok_or_else(wrong)?;
    let mut spans = Vec::new();
    let mut here = Vec::new();
    for place in places.split(';') {
        let (start, end) = place.trim().split_once(' ').ok_or_else(wrong)?;
        let (Ok(start), Ok(end)) = (start.parse::<u32>(), end.parse::<u32>()) else {
            return Err(wrong());
        };
        if start >= end || end as usize > length {
            return Err(wrong());
        }
        spans.push([start, end]);
        here.push(&text[bytes[start as usize]..bytes[end as usize]]);
    }
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    if let Some(seen) = seen
        && words(seen) != words(&here.join(" "))
    {
        return Err(format!(
            "has {seen:?} for {id}, but the text there is {:?}; was the .txt changed after annotation?",
            here.join(" ")
        ));
    }
    Ok(Mark {
        id: id.to_owned(),
        label: label.trim().to_lowercase(),
        spans,
    })
}
