//! Names in headings in title case, where capitals say nothing: only words of names that the text has elsewhere.

use super::forms::Forms;
use super::reader::{List, Reader};
use super::runs::{Look, Run};
use crate::text::TokenIndex;
use std::ops::Range;

/// In headings in title case, only words of names that the text has elsewhere.
pub(super) fn find(
    reader: &Reader<'_>,
    title_case: &[bool],
    long: Vec<Range<TokenIndex>>,
    forms: &Forms,
) -> Vec<Run> {
    let mut runs = Vec::new();
    let headings = reader
        .document
        .sentences
        .iter()
        .zip(title_case)
        .filter(|(_, title)| **title)
        .map(|(sentence, _)| sentence.tokens.clone());
    for range in headings.chain(long) {
        let mut at = range.start;
        while at < range.end {
            let end = (at + 1..=range.end.min(at + 5)).rev().find(|&end| {
                let name = at..end;
                reader.is_capital(at)
                    && (forms.full.contains_key(&reader.key(&name))
                        || name.len() == 1 && forms.last.contains_key(&reader.name_key(at))
                        || reader.is_all(List::Place, &name))
            });
            let Some(end) = end else {
                at += 1;
                continue;
            };
            let look = if reader.is_all(List::Place, &(at..end)) {
                Look::Place
            } else if end == at + 1 {
                Look::Bare
            } else {
                Look::Person
            };
            runs.push(Run {
                tokens: at..end,
                name: at..end,
                look,
                titled: false,
            });
            at = end;
        }
    }
    runs
}
