//! What must hold of the states of the gazetteer: codes, names, and who shares a name with whom.

use super::pack::List;
use super::read::Written;
use super::source::Fields;
use super::state::StateText;
use crate::error::Problem;
use crate::text::fold_diacritics;
use std::collections::BTreeMap;

/// Checks one state.
pub(super) fn state(fields: &mut Fields<'_, '_>, text: &StateText<'_>, no_miss: bool) {
    let code = &text.code;
    let disputed = code.strip_prefix("X-");
    let letters = |part: &str| {
        part.bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'-')
    };
    let good = match disputed {
        Some(name) => !name.is_empty() && letters(name),
        None => code.len() == 2 && letters(code),
    };
    if !good && !code.is_empty() {
        let message = format!(
            "`{code}` is no code: two capitals of ISO 3166-1, or X- and a name in capitals for what has none"
        );
        fields.problem("code", message);
    }
    if disputed.is_some() == text.claimed_by.is_empty() {
        let message = format!(
            "`{code}`: `claimed_by` is for disputed places, whose codes begin with X-, and they need it"
        );
        fields.problem("claimed_by", message);
    }
    if text.names.is_empty() {
        fields.problem("names", format!("`{code}` has no `names`"));
    }
    let mut seen: Vec<String> = Vec::new();
    for (key, list) in text.lists() {
        for name in list.iter() {
            let folded = fold_diacritics(name);
            if !name.contains(char::is_uppercase) {
                fields.problem(
                    key,
                    format!("`{name}` has no capital: a common word would match"),
                );
            }
            if seen.iter().any(|known| fold_diacritics(known) == folded) {
                fields.problem(
                    key,
                    format!("`{name}` stands twice for `{code}`; accents make no difference"),
                );
            }
            if name.chars().count() < 2 || folded.is_empty() {
                fields.problem(
                    key,
                    format!("`{name}` is too short to be told from other words"),
                );
            }
            seen.push(name.to_owned());
        }
    }
    for name in text.shared.iter() {
        if !seen.iter().any(|known| known == name) {
            fields.problem(
                "shared",
                format!("`{name}` is none of the names of `{code}`"),
            );
        }
    }
    if !text.not.is_empty() && no_miss {
        let message = format!("`{code}` has `not` and no `examples_miss`");
        fields.problem("examples_miss", message);
    }
}

/// A state among all packs.
struct Seen<'w> {
    text: &'w StateText<'static>,
    place: &'w str,
    line: u32,
    /// Whether its pack is under check; the others are only compared with.
    checked: bool,
}

/// Checks the states of all packs together. A state under check overrides one of the same code elsewhere.
pub(super) fn together(packs: &[(Written, bool)], problems: &mut Vec<Problem>) {
    let mut seen: Vec<Seen<'_>> = Vec::new();
    for (pack, checked) in packs {
        for (text, item) in pack.text.state.iter().zip(&pack.states) {
            seen.push(Seen {
                text,
                place: &pack.text.pack.place,
                line: item.line,
                checked: *checked,
            });
        }
    }
    // Those under check come last, so that they are what a mistake is said of.
    seen.sort_by_key(|state| state.checked);
    let mut codes: BTreeMap<&str, &Seen<'_>> = BTreeMap::new();
    for state in &seen {
        let before = codes.insert(&state.text.code, state);
        if let Some(before) = before.filter(|before| before.checked) {
            let message = format!(
                "the state `{}` stands already at {}:{}",
                state.text.code, before.place, before.line
            );
            problems.push(Problem::at_line(state.place, state.line, message));
        }
    }
    names(&seen, &codes, problems);
    for state in seen.iter().filter(|state| state.checked) {
        for code in state.text.claimed_by.iter() {
            if !codes.contains_key(code) {
                let code_of = &state.text.code;
                let message = format!("`{code_of}` is claimed by `{code}`, which no pack has");
                problems.push(Problem::at_line(state.place, state.line, message));
            }
        }
    }
}

/// Names that several states have without saying so.
fn names(seen: &[Seen<'_>], codes: &BTreeMap<&str, &Seen<'_>>, problems: &mut Vec<Problem>) {
    let mut owners: BTreeMap<&str, &Seen<'_>> = BTreeMap::new();
    let standing = seen.iter().filter(|state| {
        let last = codes.get(&*state.text.code);
        state.checked || last.is_some_and(|last| std::ptr::eq(*last, *state))
    });
    for state in standing {
        for name in state
            .text
            .lists()
            .into_iter()
            .flat_map(|(_, list)| list.iter())
        {
            let Some(other) = owners.insert(name, state) else {
                continue;
            };
            let shares = |list: &List<'_>| list.iter().any(|shared| shared == name);
            let said = shares(&state.text.shared) && shares(&other.text.shared);
            if other.text.code != state.text.code && state.checked && !said {
                let message = format!(
                    "`{name}` stands for `{}` and for `{}` ({}:{}); say so in `shared` of both",
                    state.text.code, other.text.code, other.place, other.line
                );
                problems.push(Problem::at_line(state.place, state.line, message));
            }
        }
    }
}
