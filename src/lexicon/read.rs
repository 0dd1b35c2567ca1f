//! Reads a pack from TOML, with the prose and the lines that the program itself does without.

use super::category::Category;
use super::cue::{CueKind, CueText, Level, Stance, Takes};
use super::entry::{Case, EntryText, Inflect, PartOfSpeech, Polarity, Target};
use super::harm::{HarmKind, HarmRole, HarmText, HarmUse, ObjectUse};
use super::naming_set::{SetText, VariantText};
use super::pack::{ClassText, HeaderText, PackKind, PackText};
use super::role::{RoleText, SourceKind};
use super::source::{Fields, Source, did_you_mean};
use super::state::StateText;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a pack says to people about one of its entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// Why another outlet may word it otherwise.
    pub rationale: String,
    /// Other words for the same.
    pub neutral_alternatives: Vec<String>,
    /// Sentences in which it matches.
    pub examples_hit: Vec<String>,
    /// Sentences in which it must not match.
    pub examples_miss: Vec<String>,
}

/// What is known of one entry, cue, role or class besides its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// Where it begins.
    pub(super) line: u32,
    /// Where its forms, lemma, head or words stand.
    pub(super) forms_line: u32,
    pub(super) prose: Prose,
}

/// What is known of one naming set besides its text.
#[derive(Debug, Clone, Default)]
pub(super) struct SetItem {
    /// Where it begins.
    pub(super) line: u32,
    /// Why these words stand side by side.
    pub(super) rationale: String,
    /// Sentences in which it must not match, in none of its variants.
    pub(super) examples_miss: Vec<String>,
    /// By variant.
    pub(super) variants: Vec<Item>,
}

/// A pack with everything that stands in it.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: PackText<'static>,
    pub(super) entries: Vec<Item>,
    pub(super) cues: Vec<Item>,
    pub(super) roles: Vec<Item>,
    pub(super) harms: Vec<Item>,
    pub(super) classes: Vec<Item>,
    pub(super) sets: Vec<SetItem>,
    pub(super) states: Vec<Item>,
}

/// The names of an enum's variants.
fn names<T: 'static>(
    all: &'static [(T, &'static str)],
) -> impl Iterator<Item = &'static str> + Clone {
    all.iter().map(|(_, name)| *name)
}

/// Reads `text`; what is wrong with it goes to `source`.
pub(super) fn read(source: &mut Source<'_>, text: &str) -> Written {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let line = error.span().map_or(1, |span| source.line(span.start));
        source.problem(
            line,
            format!("this is no TOML: {}", error.message().replace('\n', ", ")),
        );
    }
    let mut written = Written::default();
    if !errors.is_empty() {
        return written;
    }
    let table = table.get_ref();
    for (key, value) in table {
        let name: &str = key.get_ref();
        match (name, value.get_ref()) {
            ("pack", DeValue::Table(header)) => {
                written.text.pack = self::header(
                    Fields::new(source, "[pack]", header, key.span().start),
                    text,
                );
            }
            (
                "entry" | "cue" | "role" | "harm" | "class" | "set" | "state",
                DeValue::Array(items),
            ) => items
                .iter()
                .for_each(|item| read_item(source, name, item, &mut written)),
            ("pack" | "entry" | "cue" | "role" | "harm" | "class" | "set" | "state", other) => {
                let line = source.line(value.span().start);
                source.problem(line, format!("`{name}` cannot be {}; write [pack], [[entry]], [[cue]], [[role]], [[harm]], [[class]], [[set]] or [[state]]", other.type_str()));
            }
            _ => {
                let line = source.line(key.span().start);
                source.problem(
                    line,
                    format!(
                        "a pack has no `{name}`{}",
                        did_you_mean(
                            name,
                            [
                                "pack", "entry", "cue", "role", "harm", "class", "set", "state"
                            ]
                        )
                    ),
                );
            }
        }
    }
    if !table.contains_key("pack") {
        source.problem(1, "the pack has no [pack] header");
    }
    written
}

fn read_item(
    source: &mut Source<'_>,
    name: &str,
    item: &Spanned<DeValue<'_>>,
    written: &mut Written,
) {
    let start = item.span().start;
    let DeValue::Table(table) = item.get_ref() else {
        let line = source.line(start);
        source.problem(
            line,
            format!("`{name}` must be written as tables: [[{name}]]"),
        );
        return;
    };
    match name {
        "entry" => {
            let (text, item) = entry(Fields::new(source, "[[entry]]", table, start));
            written.text.entry.push(text);
            written.entries.push(item);
        }
        "cue" => {
            let (text, item) = cue(Fields::new(source, "[[cue]]", table, start));
            written.text.cue.push(text);
            written.cues.push(item);
        }
        "role" => {
            let (text, item) = role(Fields::new(source, "[[role]]", table, start));
            written.text.role.push(text);
            written.roles.push(item);
        }
        "harm" => {
            let (text, item) = harm(Fields::new(source, "[[harm]]", table, start));
            written.text.harm.push(text);
            written.harms.push(item);
        }
        "set" => {
            let (text, item) = set(Fields::new(source, "[[set]]", table, start));
            written.text.set.push(text);
            written.sets.push(item);
        }
        "state" => {
            let (text, item) = state(Fields::new(source, "[[state]]", table, start));
            written.text.state.push(text);
            written.states.push(item);
        }
        _ => {
            let (text, item) = class(Fields::new(source, "[[class]]", table, start));
            written.text.class.push(text);
            written.classes.push(item);
        }
    }
}

fn header(mut fields: Fields<'_, '_>, text: &str) -> HeaderText<'static> {
    let mut digest = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(digest, "{byte:02x}");
    }
    let header = HeaderText {
        id: fields.required("id"),
        kind: {
            fields.required("kind");
            fields.one_of("kind", names(PackKind::ALL))
        },
        version: fields.required("version"),
        licence: fields.required("licence"),
        scope: fields.required("scope"),
        category: fields.one_of("category", names(Category::ALL)),
        digest: digest.into(),
        place: fields.source.place.to_owned().into(),
    };
    fields.required("lang");
    if fields.texts("reviewers").is_empty() {
        fields.problem("reviewers", "[pack] names no `reviewers`");
    }
    if !is_version(&header.version) {
        fields.problem(
            "version",
            format!(
                "`version` is `{}` and should be three numbers, such as 0.1.0",
                header.version
            ),
        );
    }
    fields.finish();
    header
}

fn is_version(version: &str) -> bool {
    version.is_empty()
        || (version.split('.').count() == 3
            && version
                .split('.')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())))
}

fn prose(fields: &mut Fields<'_, '_>) -> Prose {
    let prose = Prose {
        rationale: fields.required("rationale").into_owned(),
        neutral_alternatives: fields.texts("neutral_alternatives"),
        examples_hit: fields.texts("examples_hit"),
        examples_miss: fields.texts("examples_miss"),
    };
    rationale(fields, &prose.rationale);
    needs_hit(fields, &prose);
    prose
}

fn rationale(fields: &mut Fields<'_, '_>, rationale: &str) {
    let long = rationale.chars().count();
    if (1..20).contains(&long) {
        fields.problem(
            "rationale",
            format!("`rationale` has {long} characters; a reader needs 20 at least"),
        );
    }
}

fn needs_hit(fields: &mut Fields<'_, '_>, prose: &Prose) {
    if prose.examples_hit.is_empty() {
        fields.problem(
            "examples_hit",
            "`examples_hit` needs one whole sentence at least",
        );
    }
}

fn needs_miss(fields: &mut Fields<'_, '_>, text: &EntryText<'_>, prose: &Prose) {
    if prose.examples_miss.is_empty() && text.has_context() {
        fields.problem(
            "examples_miss",
            format!("`{}` has context rules and no `examples_miss`", text.id),
        );
    }
}

fn entry(mut fields: Fields<'_, '_>) -> (EntryText<'static>, Item) {
    let text = EntryText {
        id: fields.required("id"),
        forms: fields.list("forms"),
        inflect: fields.one_of("inflect", names(Inflect::ALL)),
        inflect_word: fields.number("inflect_word"),
        double: fields.flag("double"),
        irregular: fields.list("irregular"),
        category: fields.one_of("category", names(Category::ALL)),
        weight: fields
            .number("weight")
            .unwrap_or(usize::from(u8::MAX))
            .min(usize::from(u8::MAX)) as u8,
        polarity: fields.one_of("polarity", names(Polarity::ALL)),
        target: fields.one_of("target", names(Target::ALL)),
        pos: fields.one_of("pos", names(PartOfSpeech::ALL)),
        require_pos: fields.flag("require_pos"),
        not_before: fields.list("not_before"),
        not_after: fields.list("not_after"),
        not_in: fields.list("not_in"),
        before: fields.list("before"),
        after: fields.list("after"),
        requires_near: fields.list("requires_near"),
        not_near: fields.list("not_near"),
        case: fields.one_of("case", names(Case::ALL)),
        name_ok: fields.flag("name_ok"),
        overlap_ok: fields.flag("overlap_ok"),
        pair: fields.text("pair"),
        since: fields.text("since"),
        retired: fields.text("retired"),
        replaced_by: fields.text("replaced_by"),
    };
    let item = Item {
        line: fields.line,
        forms_line: fields.line_of("forms"),
        prose: prose(&mut fields),
    };
    needs_miss(&mut fields, &text, &item.prose);
    super::check::entry(&mut fields, &text);
    fields.finish();
    (text, item)
}

fn cue(mut fields: Fields<'_, '_>) -> (CueText<'static>, Item) {
    let text = CueText {
        lemma: fields.required("lemma"),
        variants: fields.list("variants"),
        kind: fields.one_of("kind", names(CueKind::ALL)),
        class: fields.one_of("class", names(Stance::ALL)),
        level: fields.one_of("level", names(Level::ALL)),
        np_level: fields.one_of("np_level", names(Level::ALL)),
        takes: fields.list("takes"),
        topic: fields.text("topic"),
        topics: fields.list("topics"),
        inverts: fields.flag("inverts"),
        addressee: fields.flag("addressee"),
        ambiguous_noun: fields.flag("ambiguous_noun"),
        overt_that: fields.flag("overt_that"),
        irregular: fields.list("irregular"),
        double: fields.flag("double"),
        extra_forms: fields.list("extra_forms"),
        plural: fields.text("plural"),
        not_objects: fields.list("not_objects"),
        not_before: fields.list("not_before"),
        not_after: fields.list("not_after"),
    };
    for (name, value) in [
        ("kind", &text.kind),
        ("class", &text.class),
        ("level", &text.level),
    ] {
        if value.is_empty() {
            fields.problem(name, format!("cue `{}` has no `{name}`", text.lemma));
        }
    }
    for name in text
        .takes
        .iter()
        .filter(|name| !Takes::NAMES.contains(name))
    {
        fields.problem(
            "takes",
            format!(
                "`takes` cannot hold `{name}`{}",
                did_you_mean(name, Takes::NAMES)
            ),
        );
    }
    let item = Item {
        line: fields.line,
        forms_line: fields.line_of("lemma"),
        prose: prose(&mut fields),
    };
    super::check::cue(&mut fields, &text);
    fields.finish();
    (text, item)
}

fn role(mut fields: Fields<'_, '_>) -> (RoleText<'static>, Item) {
    let kinds = || names(SourceKind::ALL);
    let text = RoleText {
        head: fields.required("head"),
        plural: fields.text("plural"),
        kind: {
            fields.required("kind");
            fields.one_of("kind", kinds())
        },
        person: fields.flag("person"),
        modifiers: fields.pairs("modifiers"),
        institution: fields.flag("institution"),
        vague: fields.flag("vague"),
    };
    for (word, kind) in text
        .modifiers
        .iter()
        .filter_map(|item| item.split_once('='))
    {
        if SourceKind::from_name(kind).is_none() {
            fields.problem(
                "modifiers",
                format!(
                    "the modifier `{word}` cannot give `{kind}`{}",
                    did_you_mean(kind, kinds())
                ),
            );
        }
    }
    let item = Item {
        line: fields.line,
        forms_line: fields.line_of("head"),
        prose: prose(&mut fields),
    };
    super::check::role(&mut fields, &text);
    fields.finish();
    (text, item)
}

fn harm(mut fields: Fields<'_, '_>) -> (HarmText<'static>, Item) {
    let text = HarmText {
        lemma: fields.required("lemma"),
        variants: fields.list("variants"),
        kind: {
            fields.required("kind");
            fields.one_of("kind", names(HarmUse::ALL))
        },
        harm: fields.one_of("harm", names(HarmKind::ALL)),
        object: fields.one_of("object", names(ObjectUse::ALL)),
        weak: fields.flag("weak"),
        mutual: fields.flag("mutual"),
        possessor: fields.one_of("possessor", names(HarmRole::ALL)),
        modifier: fields.one_of("modifier", names(HarmRole::ALL)),
        of: fields.one_of("of", names(HarmRole::ALL)),
        victim_after: fields.list("victim_after"),
        completed_by: fields.list("completed_by"),
        irregular: fields.list("irregular"),
        double: fields.flag("double"),
        plural: fields.text("plural"),
        not_objects: fields.list("not_objects"),
        not_before: fields.list("not_before"),
        not_after: fields.list("not_after"),
        not_in: fields.list("not_in"),
        not_near: fields.list("not_near"),
    };
    let item = Item {
        line: fields.line,
        forms_line: fields.line_of("lemma"),
        prose: prose(&mut fields),
    };
    super::check::harm(&mut fields, &text, item.prose.examples_miss.is_empty());
    fields.finish();
    (text, item)
}

fn set(mut fields: Fields<'_, '_>) -> (SetText<'static>, SetItem) {
    let mut text = SetText {
        id: fields.required("id"),
        referent: fields.required("referent"),
        topic: fields.list("topic"),
        per_side: fields.flag("per_side"),
        variant: Vec::new(),
    };
    let mut item = SetItem {
        line: fields.line,
        rationale: fields.required("rationale").into_owned(),
        examples_miss: fields.texts("examples_miss"),
        variants: Vec::new(),
    };
    rationale(&mut fields, &item.rationale);
    for (table, start) in fields.tables("variant") {
        let nested = Fields::new(fields.source, "[[set.variant]]", table, start);
        let (variant, about) = variant(nested);
        text.variant.push(variant);
        item.variants.push(about);
    }
    super::check::set(&mut fields, &text);
    fields.finish();
    (text, item)
}

fn variant(mut fields: Fields<'_, '_>) -> (VariantText<'static>, Item) {
    let text = VariantText {
        id: fields.required("id"),
        label: fields.text("label"),
        forms: fields.list("forms"),
        inflect: fields.one_of("inflect", names(Inflect::ALL)),
        inflect_word: fields.number("inflect_word"),
        double: fields.flag("double"),
        irregular: fields.list("irregular"),
        neutral: fields.flag("neutral"),
        used_by: fields.list("used_by"),
        not_before: fields.list("not_before"),
        not_after: fields.list("not_after"),
        not_in: fields.list("not_in"),
        before: fields.list("before"),
        after: fields.list("after"),
        requires_near: fields.list("requires_near"),
        not_near: fields.list("not_near"),
        case: fields.one_of("case", names(Case::ALL)),
        name_ok: fields.flag("name_ok"),
        pos: fields.one_of("pos", names(PartOfSpeech::ALL)),
        require_pos: fields.flag("require_pos"),
    };
    let item = Item {
        line: fields.line,
        forms_line: fields.line_of("forms"),
        prose: Prose {
            examples_hit: fields.texts("examples_hit"),
            examples_miss: fields.texts("examples_miss"),
            ..Prose::default()
        },
    };
    needs_hit(&mut fields, &item.prose);
    let entry = text.as_entry();
    needs_miss(&mut fields, &entry, &item.prose);
    super::check::entry(&mut fields, &entry);
    fields.finish();
    (text, item)
}

fn state(mut fields: Fields<'_, '_>) -> (StateText<'static>, Item) {
    let text = StateText {
        code: fields.required("code"),
        names: fields.list("names"),
        demonyms: fields.list("demonyms"),
        capitals: fields.list("capitals"),
        metonyms: fields.list("metonyms"),
        not: fields.list("not"),
        shared: fields.list("shared"),
        claimed_by: fields.list("claimed_by"),
    };
    let prose = Prose {
        rationale: fields.text("note").into_owned(),
        examples_hit: fields.texts("examples_hit"),
        examples_miss: fields.texts("examples_miss"),
        ..Prose::default()
    };
    super::state_check::state(&mut fields, &text, prose.examples_miss.is_empty());
    let item = Item {
        line: fields.line,
        forms_line: fields.line_of("names"),
        prose,
    };
    fields.finish();
    (text, item)
}

fn class(mut fields: Fields<'_, '_>) -> (ClassText<'static>, Item) {
    let text = ClassText {
        name: fields.required("name"),
        words: fields.list("words"),
        inflect: fields.one_of("inflect", names(Inflect::ALL)),
    };
    fields.required("doc");
    let item = Item {
        line: fields.line,
        forms_line: fields.line_of("words"),
        prose: Prose::default(),
    };
    super::check::class(&mut fields, &text);
    fields.finish();
    (text, item)
}
