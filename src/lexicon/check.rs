//! What must hold of a single entry, cue, role or class beyond its fields.

use super::class::WordClass;
use super::cue::CueText;
use super::entry::EntryText;
use super::forms::{Piece, misread, pieces, to_text};
use super::harm::HarmText;
use super::naming_set::SetText;
use super::pack::{ClassText, List};
use super::role::RoleText;
use super::source::Fields;

/// Checks a term entry. Category and weight need the pack's header: see [`super::cross`].
pub(super) fn entry(fields: &mut Fields<'_, '_>, text: &EntryText<'_>) {
    let id = &text.id;
    if !id
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.')
    {
        fields.problem(
            "id",
            format!("the id `{id}` may hold lower-case letters, digits, - and . only"),
        );
    }
    if text.forms.is_empty() {
        fields.problem("forms", format!("`{id}` has no `forms`"));
    }
    forms(fields, "forms", &text.forms, true);
    for (name, list) in text.context_lists() {
        context(fields, name, list);
    }
    let inflects = !matches!(&*text.inflect, "" | "none");
    if !text.irregular.is_empty() && !inflects {
        fields.problem(
            "irregular",
            format!("`{id}` has `irregular` forms and no `inflect`"),
        );
    }
    if text.double && text.inflect != "verb" {
        fields.problem(
            "double",
            format!("`{id}` has `double`, which only verbs have"),
        );
    }
    if let Some(at) = text.inflect_word {
        if !inflects {
            fields.problem(
                "inflect_word",
                format!("`{id}` has `inflect_word` and no `inflect`"),
            );
        }
        if let Some(form) = text.forms.iter().find(|form| pieces(form).len() <= at) {
            fields.problem(
                "inflect_word",
                format!("`inflect_word` is {at}, and `{form}` has no such word; the first is 0"),
            );
        }
    }
    if text.require_pos && text.pos.is_empty() {
        fields.problem(
            "require_pos",
            format!("`{id}` has `require_pos` and no `pos`"),
        );
    }
    if text.weight == u8::MAX {
        fields.problem("weight", format!("`{id}` has no `weight`"));
    }
    if !text.replaced_by.is_empty() && text.retired.is_empty() {
        fields.problem(
            "replaced_by",
            format!("`{id}` is replaced by another entry and not `retired`"),
        );
    }
}

/// Checks a cue.
pub(super) fn cue(fields: &mut Fields<'_, '_>, text: &CueText<'_>) {
    forms(fields, "lemma", &List(text.lemma.clone()), true);
    forms(fields, "variants", &text.variants, true);
    forms(fields, "extra_forms", &text.extra_forms, true);
    context(fields, "not_before", &text.not_before);
    context(fields, "not_after", &text.not_after);
    if text.kind != "verb" {
        for (name, given) in [
            ("irregular", !text.irregular.is_empty()),
            ("double", text.double),
            ("inverts", text.inverts && text.kind == "noun"),
        ] {
            if given {
                fields.problem(
                    name,
                    format!(
                        "the cue `{}` is a {} and has `{name}`, which verbs have",
                        text.lemma, text.kind
                    ),
                );
            }
        }
    }
}

/// Checks a naming set; its variants have been checked as entries.
pub(super) fn set(fields: &mut Fields<'_, '_>, text: &SetText<'_>) {
    let id = &text.id;
    if text.variant.len() < 2 {
        fields.problem(
            "variant",
            format!("the set `{id}` needs two variants at least"),
        );
    }
    for (index, variant) in text.variant.iter().enumerate() {
        if text.variant[..index]
            .iter()
            .any(|other| other.id == variant.id)
        {
            fields.problem(
                "variant",
                format!("the set `{id}` has two variants `{}`", variant.id),
            );
        }
        for form in variant.forms.iter() {
            let other = text.variant[..index]
                .iter()
                .find(|other| other.forms.iter().any(|known| known == form));
            if let Some(other) = other {
                fields.problem(
                    "variant",
                    format!(
                        "in the set `{id}` the form `{form}` stands in `{}` and in `{}`",
                        other.id, variant.id
                    ),
                );
            }
        }
    }
    context(fields, "topic", &text.topic);
}

/// Checks a role.
pub(super) fn role(fields: &mut Fields<'_, '_>, text: &RoleText<'_>) {
    forms(fields, "head", &List(text.head.clone()), false);
    forms(fields, "plural", &List(text.plural.clone()), false);
}

/// Checks a word of harm.
pub(super) fn harm(fields: &mut Fields<'_, '_>, text: &HarmText<'_>, no_miss: bool) {
    let lemma = &text.lemma;
    forms(fields, "lemma", &List(lemma.clone()), false);
    forms(fields, "variants", &text.variants, false);
    for (name, list) in text.context_lists() {
        context(fields, name, list);
    }
    let says_nothing = matches!(&*text.kind, "light" | "undergo");
    if text.harm.is_empty() != says_nothing {
        fields.problem(
            "harm",
            format!("`{lemma}`: `harm` is given for every kind but light and undergo"),
        );
    }
    let (verb, noun) = (text.kind == "verb", text.kind == "noun");
    let inflects = verb || says_nothing;
    for (name, given, takes) in [
        ("irregular", !text.irregular.is_empty(), inflects),
        ("double", text.double, inflects),
        ("object", !text.object.is_empty(), verb),
        ("completed_by", !text.completed_by.is_empty(), verb),
        ("plural", !text.plural.is_empty(), noun),
        ("possessor", !text.possessor.is_empty(), noun),
        ("modifier", !text.modifier.is_empty(), noun),
        ("of", !text.of.is_empty(), noun),
    ] {
        if given && !takes {
            fields.problem(
                name,
                format!(
                    "`{lemma}` is of kind `{}`, which has no `{name}`",
                    text.kind
                ),
            );
        }
    }
    let narrowed = text.weak
        || text.context_lists()[2..]
            .iter()
            .any(|(_, list)| !list.is_empty());
    if narrowed && no_miss {
        fields.problem(
            "examples_miss",
            format!("`{lemma}` does not always tell of harm and has no `examples_miss`"),
        );
    }
}

/// Checks a class.
pub(super) fn class(fields: &mut Fields<'_, '_>, text: &ClassText<'_>) {
    if text.words.is_empty() {
        fields.problem("words", format!("the class `{}` has no words", text.name));
    }
    // A class that a stage asks for by name may hold lines that this stage does not match.
    if WordClass::from_name(&text.name).is_some() {
        forms(fields, "words", &text.words, true);
    }
}

/// Forms must be written as the matcher sees them.
fn forms(fields: &mut Fields<'_, '_>, name: &'static str, list: &List<'_>, wildcards: bool) {
    let mut seen: Vec<&str> = Vec::new();
    for form in list.iter() {
        let cut = pieces(form);
        if let Some(misread) = misread(form) {
            fields.problem(name, format!("the form `{form}` {misread}"));
        }
        if seen.contains(&form) {
            fields.problem(name, format!("the form `{form}` is listed twice"));
        }
        seen.push(form);
        let gaps = cut.iter().filter(|piece| **piece == Piece::Any).count();
        let at_edge =
            matches!(cut.first(), Some(Piece::Any)) || matches!(cut.last(), Some(Piece::Any));
        if gaps > 1 || at_edge {
            fields.problem(
                name,
                format!("in the form `{form}`, `_` may stand once, between words"),
            );
        }
        if !wildcards && cut.iter().any(|piece| !matches!(piece, Piece::Word(_))) {
            fields.problem(name, format!("`{form}` may hold words only"));
        }
        if !cut.is_empty()
            && cut
                .iter()
                .all(|piece| matches!(piece, Piece::Any | Piece::Capital | Piece::Number))
        {
            fields.problem(name, format!("the form `{form}` names no word"));
        }
        affixes(fields, name, &cut);
    }
}

/// Context lists are folded when they are compiled; they must hold something.
fn context(fields: &mut Fields<'_, '_>, name: &'static str, list: &List<'_>) {
    for item in list.iter() {
        let cut = pieces(item);
        if cut.is_empty() || cut == [Piece::Any] {
            fields.problem(
                name,
                format!("`{name}` holds `{item}`, which names no word"),
            );
        }
        affixes(fields, name, &cut);
    }
}

fn affixes(fields: &mut Fields<'_, '_>, name: &'static str, cut: &[Piece<'_>]) {
    for piece in cut {
        if let Piece::Prefix(affix) | Piece::Suffix(affix) = piece
            && (affix.chars().count() < 2 || affix.contains('*'))
        {
            fields.problem(
                name,
                format!(
                    "`{}` is no prefix or suffix of two letters or more",
                    to_text(std::slice::from_ref(piece))
                ),
            );
        }
    }
}
