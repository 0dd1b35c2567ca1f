//! What must hold between entries of all packs: ids, forms, pairs, categories.

use super::category::{Category, Family};
use super::entry::EntryText;
use super::forms::{inflected, to_text};
use super::read::Written;
use crate::error::Problem;
use std::collections::BTreeMap;

/// An entry among all packs.
struct Seen<'w> {
    text: &'w EntryText<'static>,
    category: Option<Category>,
    place: &'w str,
    line: u32,
    forms_line: u32,
    /// Whether its pack is under check; the others are only compared with.
    checked: bool,
}

/// Compares all packs; `checked` says which of them are under check.
pub(super) fn check(packs: &[(Written, bool)], problems: &mut Vec<Problem>) {
    ids(packs, problems);
    let seen = seen(packs);
    for entry in seen.iter().filter(|entry| entry.checked) {
        category(entry, problems);
    }
    let by_id: BTreeMap<&str, &Seen<'_>> =
        seen.iter().map(|entry| (&*entry.text.id, entry)).collect();
    for entry in seen.iter().filter(|entry| entry.checked) {
        pair(entry, &by_id, problems);
        let successor = &*entry.text.replaced_by;
        if !successor.is_empty() && !by_id.contains_key(successor) {
            problems.push(Problem::at_line(
                entry.place,
                entry.line,
                format!(
                    "`{}` is replaced by `{successor}`, which no pack has",
                    entry.text.id
                ),
            ));
        }
    }
    overlaps(&seen, problems);
    super::state_check::together(packs, problems);
}

fn seen(packs: &[(Written, bool)]) -> Vec<Seen<'_>> {
    let mut seen = Vec::new();
    for (pack, checked) in packs {
        for (text, item) in pack.text.entry.iter().zip(&pack.entries) {
            let code = if text.category.is_empty() {
                &pack.text.pack.category
            } else {
                &text.category
            };
            let category = Category::from_name(code);
            seen.push(Seen {
                text,
                category,
                place: &pack.text.pack.place,
                line: item.line,
                forms_line: item.forms_line,
                checked: *checked,
            });
        }
    }
    // Entries under check override the others.
    let overriding: Vec<&str> = seen
        .iter()
        .filter(|entry| entry.checked)
        .map(|entry| &*entry.text.id)
        .collect();
    let overriding: std::collections::BTreeSet<&str> = overriding.into_iter().collect();
    seen.retain(|entry| entry.checked || !overriding.contains(&*entry.text.id));
    seen
}

/// Ids of packs and entries, lemmas of cues and heads of roles stand once.
fn ids(packs: &[(Written, bool)], problems: &mut Vec<Problem>) {
    let mut first: BTreeMap<(&str, String), (&str, u32)> = BTreeMap::new();
    for (pack, _) in packs.iter().filter(|(_, checked)| *checked) {
        let place = &*pack.text.pack.place;
        let mut note = |what: &'static str, id: String, line: u32| {
            if let Some((place_before, line_before)) = first.get(&(what, id.clone())) {
                problems.push(Problem::at_line(
                    place,
                    line,
                    format!("{what} `{id}` stands already at {place_before}:{line_before}"),
                ));
            } else if !id.is_empty() {
                first.insert((what, id), (place, line));
            }
        };
        note("the pack", pack.text.pack.id.to_string(), 1);
        pack.text
            .entry
            .iter()
            .zip(&pack.entries)
            .for_each(|(entry, item)| note("the entry", entry.id.to_string(), item.line));
        pack.text
            .cue
            .iter()
            .zip(&pack.cues)
            .for_each(|(cue, item)| note("the cue", cue.key(), item.line));
        pack.text
            .role
            .iter()
            .zip(&pack.roles)
            .for_each(|(role, item)| note("the role", role.head.to_string(), item.line));
        pack.text
            .harm
            .iter()
            .zip(&pack.harms)
            .for_each(|(harm, item)| note("the harm", harm.key(), item.line));
        pack.text
            .set
            .iter()
            .zip(&pack.sets)
            .for_each(|(set, item)| note("the set", set.id.to_string(), item.line));
        let lists = [
            ("terms", pack.entries.len()),
            ("cues", pack.cues.len()),
            ("roles", pack.roles.len()),
            ("harms", pack.harms.len()),
            ("words", pack.classes.len()),
            ("names", pack.sets.len()),
            ("places", pack.states.len()),
        ];
        for (kind, _) in lists
            .iter()
            .filter(|(kind, count)| *count > 0 && pack.text.pack.kind != *kind)
        {
            problems.push(Problem::at_line(
                place,
                1,
                format!(
                    "a pack of kind `{}` cannot hold {kind}",
                    pack.text.pack.kind
                ),
            ));
        }
        if !pack.text.pack.id.is_empty() && lists.iter().all(|(_, count)| *count == 0) {
            problems.push(Problem::at_line(place, 1, "the pack is empty"));
        }
    }
}

fn category(entry: &Seen<'_>, problems: &mut Vec<Problem>) {
    let id = &entry.text.id;
    let Some(category) = entry.category else {
        if entry.text.category.is_empty() {
            problems.push(Problem::at_line(
                entry.place,
                entry.line,
                format!("`{id}` has no `category`, and neither has the pack"),
            ));
        }
        return;
    };
    let weight = entry.text.weight;
    let range = if category.family() == Family::Framing {
        1..=3
    } else {
        0..=0
    };
    if weight != u8::MAX && !range.contains(&weight) {
        let wanted = if category.family() == Family::Framing {
            "1 to 3"
        } else {
            "0"
        };
        problems.push(Problem::at_line(
            entry.place,
            entry.line,
            format!("`{id}` has weight {weight}; the category {category} takes {wanted}"),
        ));
    }
}

fn pair(entry: &Seen<'_>, by_id: &BTreeMap<&str, &Seen<'_>>, problems: &mut Vec<Problem>) {
    let (id, pair) = (&*entry.text.id, &*entry.text.pair);
    if pair.is_empty() {
        return;
    }
    let message = match by_id.get(pair) {
        None => format!(
            "`{id}` is paired with `{pair}`, which no pack has{}",
            super::source::did_you_mean(pair, by_id.keys().copied())
        ),
        Some(_) if pair == id => format!("`{id}` is paired with itself"),
        Some(other) if other.text.pair != id => {
            format!("`{id}` is paired with `{pair}`, which does not name it as its pair")
        }
        Some(other) if other.text.weight != entry.text.weight => {
            format!(
                "`{id}` has weight {}, its pair `{pair}` {}",
                entry.text.weight, other.text.weight
            )
        }
        Some(_) => return,
    };
    problems.push(Problem::at_line(entry.place, entry.line, message));
}

/// No form stands in two framing entries, unless one of them says that it may.
fn overlaps(seen: &[Seen<'_>], problems: &mut Vec<Problem>) {
    let framing = |entry: &&Seen<'_>| {
        entry
            .category
            .is_some_and(|category| category.family() == Family::Framing)
            && entry.text.retired.is_empty()
    };
    let mut first: BTreeMap<String, &Seen<'_>> = BTreeMap::new();
    let (base, checked): (Vec<_>, Vec<_>) = seen
        .iter()
        .filter(framing)
        .partition(|entry| !entry.checked);
    for entry in base.into_iter().chain(checked) {
        let mut forms: Vec<String> = Vec::new();
        for form in entry.text.forms.iter() {
            inflected(form, &entry.text.inflection(), |pieces, _| {
                forms.push(to_text(pieces));
            });
        }
        forms.sort();
        forms.dedup();
        for form in forms {
            match first.get(&form) {
                Some(other)
                    if entry.checked && !entry.text.overlap_ok && !other.text.overlap_ok =>
                {
                    let message = format!(
                        "the form `{form}` of `{}` stands in `{}` too ({}:{}); move it, or say `overlap_ok = true`",
                        entry.text.id, other.text.id, other.place, other.forms_line
                    );
                    problems.push(Problem::at_line(entry.place, entry.forms_line, message));
                }
                Some(_) => {}
                None => {
                    first.insert(form, entry);
                }
            }
        }
    }
}
