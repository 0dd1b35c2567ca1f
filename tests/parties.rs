//! Declared sides: what a parties file may say, what its mistakes are, where sides are mentioned, and whose a phrase is.

use parallax::lexicon::Lexicon;
use parallax::party::{MentionForm, Parties};
use parallax::text::Document;
use std::sync::OnceLock;

const SIDES: &str = r#"
[[party]]
id = "quellora"
names = ["Quellora", "US"]
demonyms = ["Quelloran", "Quellorans"]
capitals = ["Ardish"]
members = ["Idra Solvane", "Border Command", { name = "Ruvo Almand", valid_to = 2023-12-31 }]
places = ["Penday"]
not = ["New Quellora"]

[[party]]
id = "tesmund"
names = ["Tesmund", "rail police"]
demonyms = ["Tesmundian", "Tesmundians"]
capitals = ["Holvíck"]
members = ["Corvo Heft"]
"#;

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::builtin)
}

/// The mentions of a text as `text/side/form`, with `+` after those in hyphenated words.
fn mentions_on(text: &str, published: Option<&str>) -> Vec<String> {
    let parties = Parties::read("sides.toml", SIDES).expect("good sides");
    let document = Document::from_plain(text, lexicon().sentence_rules());
    let facts = lexicon().facts(&document);
    let found = parties.mentions(&document, &facts, published);
    found
        .iter()
        .map(|mention| {
            format!(
                "{}/{}/{:?}{}",
                document.span_of(mention.tokens.clone()).slice(text),
                &parties.id(mention.party)[..1],
                mention.form,
                if mention.compound { "+" } else { "" }
            )
        })
        .collect()
}

fn mentions(text: &str) -> Vec<String> {
    mentions_on(text, None)
}

/// The side of a phrase inside a text, by who acts and by where it is.
fn side(text: &str, phrase: &str) -> [Option<String>; 2] {
    let parties = Parties::read("sides.toml", SIDES).expect("good sides");
    let document = Document::from_plain(text, lexicon().sentence_rules());
    let facts = lexicon().facts(&document);
    let found = parties.mentions(&document, &facts, None);
    let start = text.find(phrase).expect("the phrase") as u32;
    let span = parallax::span::Span::new(start, start + phrase.len() as u32);
    let tokens = document.tokens_in(span);
    [found.side_of(tokens.clone()), found.side_at(tokens)]
        .map(|side| side.map(|id| parties.id(id).to_owned()))
}

#[test]
fn sides_are_mentioned_by_every_kind_of_name() {
    assert_eq!(
        mentions("Quellora's army left Penday, and QUELLORANS cheered in Ardish."),
        [
            "Quellora's/q/Name",
            "Penday/q/Place",
            "QUELLORANS/q/Demonym",
            "Ardish/q/Capital"
        ]
    );
    assert_eq!(
        mentions("The Rail Police and the rail police of Holvick met."),
        [
            "Rail Police/t/Name",
            "rail police/t/Name",
            "Holvick/t/Capital"
        ]
    );
}

#[test]
fn capitals_decide() {
    assert_eq!(mentions("It told us that the US is near."), ["US/q/Name"]);
    assert_eq!(
        mentions("The US's envoy, a tesmund of rope."),
        ["US's/q/Name"]
    );
}

#[test]
fn longest_names_win_and_other_names_are_left_alone() {
    assert_eq!(
        mentions("Border Command spoke in New Quellora."),
        ["Border Command/q/Member"]
    );
}

#[test]
fn parts_of_hyphenated_words_are_mentions_that_own_nothing() {
    assert_eq!(
        mentions(
            "The Quelloran-held town on the Quelloran-Tesmundian border heard anti-Tesmundian songs."
        ),
        [
            "Quelloran-held/q/Demonym+",
            "Quelloran-Tesmundian/q/Demonym+",
            "Quelloran-Tesmundian/t/Demonym+",
            "anti-Tesmundian/t/Demonym+"
        ]
    );
    assert_eq!(
        side("anti-Tesmundian songs rose.", "anti-Tesmundian songs")[0],
        None
    );
}

#[test]
fn last_words_of_members_need_the_full_name() {
    assert_eq!(
        mentions("Solvane spoke. Idra Solvane left. Minister Solvane and Marla Solvane slept."),
        [
            "Solvane/q/Member",
            "Idra Solvane/q/Member",
            "Solvane/q/Member"
        ]
    );
    assert_eq!(mentions("Heft spoke."), Vec::<String>::new());
}

#[test]
fn names_hold_on_their_days_only() {
    let text = "Ruvo Almand spoke.";
    assert_eq!(mentions_on(text, Some("2023-12-31T10:00")).len(), 1);
    assert_eq!(mentions_on(text, Some("2024-01-01")).len(), 0);
    assert_eq!(mentions_on(text, None).len(), 1);
}

#[test]
fn the_mention_before_the_head_decides_whose_a_phrase_is() {
    let q = || Some("quellora".to_owned());
    let t = || Some("tesmund".to_owned());
    let cases = [
        (
            "Quellora's shelling of Tesmund went on.",
            "Quellora's shelling of Tesmund",
            q(),
            q(),
        ),
        (
            "The army of Quellora left.",
            "The army of Quellora",
            q(),
            q(),
        ),
        (
            "Quellora's Tesmundian minority left.",
            "Quellora's Tesmundian minority",
            t(),
            t(),
        ),
        (
            "Quellora and Tesmund met.",
            "Quellora and Tesmund",
            None,
            None,
        ),
        (
            "Quellora, Tesmund and others met.",
            "Quellora, Tesmund and others",
            None,
            None,
        ),
        (
            "Talks between Quellora and Tesmund failed.",
            "Talks between Quellora and Tesmund",
            None,
            None,
        ),
        ("Houses in Penday burnt.", "Houses in Penday", None, q()),
        (
            "Tesmundian shells hit houses in Penday.",
            "houses in Penday",
            None,
            q(),
        ),
        (
            "Civilians and Quelloran forces fled.",
            "Civilians and Quelloran forces",
            q(),
            q(),
        ),
        ("The talks ended.", "The talks", None, None),
    ];
    for (text, phrase, acts, lies) in cases {
        assert_eq!(side(text, phrase), [acts, lies], "{phrase}");
    }
}

#[test]
fn no_declaration_finds_nothing() {
    let document = Document::from_plain("Quellora left.", lexicon().sentence_rules());
    let facts = lexicon().facts(&document);
    assert!(
        Parties::default()
            .mentions(&document, &facts, None)
            .is_empty()
    );
}

#[test]
fn labels_are_what_the_id_spells() {
    let parties = Parties::declare(
        &[("a.toml", "[[party]]\nid = \"city_hall\"\nnames = [\"The Mayor\", \"City Hall\"]\n[[party]]\nid = \"strikers\"\nnames = [\"the League\"]\n")],
        &["East Ardovia=East Ardovian, Brell"],
    )
    .expect("good sides");
    let labels: Vec<&str> = parties
        .iter()
        .map(|(_, party)| party.label.as_str())
        .collect();
    assert_eq!(labels, ["City Hall", "strikers", "East Ardovia"]);
    let quick = parties.find("east_ardovia").expect("the quick form");
    let names = &parties.party(quick).names;
    assert_eq!(names.len(), 3);
    assert!(names.iter().all(|name| name.form == MentionForm::Name));
}

#[test]
fn all_mistakes_are_reported_at_once_with_their_lines() {
    let text = r#"[[party]]
id = "a side"
nams = ["Quellora"]
names = ["Quellora", "...", 4]
demonyms = "Quelloran"

[[party]]
id = "b"
names = ["Ardish"]
valid_from = "soon"

[[party]]
id = "b"
names = ["Ardísh"]
members = [{ name = "Bo Orr", valid_from = 2024-01-02, valid_to = 2024-01-01, since = 3 }]

[[partys]]
id = "c"
"#;
    let problems = Parties::declare(&[("sides.toml", text)], &["=x"]).expect_err("mistakes");
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let wanted = [
        "--party: `=x` has no name; write NAME=alias,alias",
        "sides.toml:2: `id` may hold letters, figures, `_`, `-` and `.` only",
        "sides.toml:3: [[party]] has no field `nams`; did you mean `names`?",
        "sides.toml:4: `names` holds `...`, which has no word in it",
        "sides.toml:4: `names` must be a list of names, not integer",
        "sides.toml:5: `demonyms` must be a list of names, not string",
        "sides.toml:10: `valid_from` must be a day such as 2020-10-15, not string",
        "sides.toml:12: the side `b` stands already in sides.toml:7",
        "sides.toml:14: `Ardísh` stands twice for `b`: also in sides.toml:9",
        "sides.toml:15: a name has no field `since`",
        "sides.toml:15: `Bo Orr` begins to hold on 2024-01-02, after its end on 2024-01-01",
        "sides.toml:17: a parties file has no `partys`; did you mean `party`?",
    ];
    for line in wanted {
        assert!(
            said.iter().any(|one| one == line),
            "missing: {line}\n{}",
            said.join("\n")
        );
    }
    assert_eq!(said.len(), wanted.len(), "{}", said.join("\n"));
}

#[test]
fn a_name_of_two_sides_is_ambiguous() {
    let text = "[[party]]\nid = \"a\"\nnames = [\"Brell\"]\n[[party]]\nid = \"b\"\nnames = [\"Ardovia\"]\ncapitals = [\"Brell\"]\n";
    let problems = Parties::read("sides.toml", text).expect_err("ambiguous");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, Some(7));
    assert!(
        problems[0]
            .message
            .contains("two sides, `a` (sides.toml:3) and `b`"),
        "{}",
        problems[0]
    );
}

#[test]
fn the_sides_of_the_samples_are_good() {
    for event in ["border-shelling", "dam-breach", "transit-strike"] {
        let path = format!(
            "{}/samples/{event}/parties.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read_to_string(&path).expect("a parties file");
        let parties = Parties::read(&path, &text);
        assert!(parties.is_ok(), "{parties:?}");
    }
}
