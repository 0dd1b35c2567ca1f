//! The gazetteer: its packs, what it finds, and what it proposes.

use parallax::lexicon::{Lexicon, check};
use parallax::party::{Gazetteer, MentionForm, Parties, Proposal};
use parallax::text::Document;
use std::collections::BTreeSet;
use std::sync::OnceLock;

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::builtin)
}

fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| Gazetteer::new(lexicon()))
}

/// The codes of the states that a text mentions.
fn found(text: &str) -> Vec<&'static str> {
    let document = Document::from_plain(text, lexicon().sentence_rules());
    let facts = lexicon().facts(&document);
    let mentions = gazetteer().mentions(&document, &facts);
    mentions
        .iter()
        .map(|mention| {
            gazetteer().states()[usize::from(mention.party.0)]
                .code
                .as_str()
        })
        .collect()
}

fn proposed(texts: &[&str]) -> String {
    let mut proposal = Proposal::default();
    for text in texts {
        let document = Document::from_plain(text, lexicon().sentence_rules());
        let facts = lexicon().facts(&document);
        proposal.add(gazetteer(), &document, &facts, lexicon());
    }
    proposal.to_toml(gazetteer())
}

#[test]
fn the_states_are_there_with_codes_of_iso_3166() {
    let states = gazetteer().states().iter();
    let states: Vec<_> = states.filter(|state| state.claimed_by.is_empty()).collect();
    assert_eq!(states.len(), 200);
    assert!(states.iter().all(|state| !state.names.is_empty()));
    let without: Vec<&str> = states
        .iter()
        .filter(|state| state.demonyms.is_empty())
        .map(|state| state.code.as_str())
        .collect();
    assert_eq!(without, ["VA"], "states without an adjective");
    // The list of the time zone database, where the system has it.
    let Ok(table) = std::fs::read_to_string("/usr/share/zoneinfo/iso3166.tab") else {
        return;
    };
    let known: BTreeSet<&str> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .collect();
    let unknown: Vec<&str> = states
        .iter()
        .map(|state| state.code.as_str())
        .filter(|code| !known.contains(code))
        .collect();
    assert_eq!(unknown, ["XK"], "codes that are none of ISO 3166-1");
}

#[test]
fn states_are_found_and_what_looks_like_them_is_not() {
    assert_eq!(
        found("Chilean and Norwegian envoys met in Oslo; the Kremlin and the US sent nobody."),
        ["CL", "NO", "NO", "RU", "US"]
    );
    assert_eq!(
        found("It told us that turkey is dear in New Mexico."),
        Vec::<&str>::new()
    );
    assert_eq!(found("Jordan Orr sang; Jordan listened."), ["JO"]);
    assert_eq!(
        found("The Congolese army and the Dominican team left."),
        Vec::<&str>::new()
    );
    assert_eq!(
        found("South Sudan and Sudan met; Papua New Guinea and Guinea did not."),
        ["SS", "SD", "PG", "GN"]
    );
}

#[test]
fn a_state_is_found_by_code_and_by_name() {
    for name in ["NO", "norway", "Kingdom of Norway"] {
        assert_eq!(
            gazetteer().find(name).map(|state| state.code.as_str()),
            Some("NO")
        );
    }
    for name in ["Atlantis", "X-CRIMEA", "Crimea", ""] {
        assert!(gazetteer().find(name).is_none(), "{name}");
    }
}

#[test]
fn a_proposal_is_a_good_parties_file_and_leaves_people_to_people() {
    let text = proposed(&[
        "Norwegian Foreign Minister Bo Orr met Chile's envoy in Oslo on Monday. Norway will answer, Orr said. Marla Vane, a painter, watched.",
        "Chile said it would wait. Chileans in Santiago cheered. The Falkland Islands were not discussed.",
    ]);
    let parties = Parties::read("proposal", &text).expect("good sides");
    let labels: Vec<&str> = parties
        .iter()
        .map(|(_, party)| party.label.as_str())
        .collect();
    assert_eq!(labels, ["Chile", "Norway"]);
    let members = |party: &parallax::party::Party| {
        let names = party.names.iter();
        names
            .filter(|name| name.form == MentionForm::Member)
            .count()
    };
    assert!(
        parties.iter().all(|(_, party)| members(party) == 0),
        "nobody is declared a member"
    );
    assert!(text.contains("# members = [\"Bo Orr\"]"), "{text}");
    assert!(
        text.contains("#   \"Marla Vane\"  1 mention in 1 article"),
        "{text}"
    );
    assert!(text.contains("claimed by GB, AR"), "{text}");
}

#[test]
fn names_that_two_proposed_states_share_are_left_out() {
    let text = proposed(&[
        "The Democratic Republic of the Congo wrote to the Republic of the Congo. Kinshasa waits, Brazzaville waits, and the Congolese wait.",
    ]);
    let parties = Parties::read("proposal", &text).expect("good sides");
    assert_eq!(parties.len(), 2);
    assert!(
        text.contains("# left out, because another state has it too: Congolese"),
        "{text}"
    );
}

#[test]
fn hostile_names_stay_inside_their_quotation_marks() {
    let text = proposed(&[
        "Norway met \u{201C}Bo\" Orr\u{201D}. Bo\tOrr\u{1b}[31m Vane and Norway left. Minister Bo Orr = \"x\" of Norway spoke.",
    ]);
    assert!(Parties::read("proposal", &text).is_ok(), "{text}");
    assert!(!text.contains('\u{1b}'));
}

#[test]
fn aliases_of_the_quick_form_are_taken_for_what_they_are() {
    let quick = [
        "Norway",
        "Ardovia=Ardovian,Brell,the Mill",
        "France=French,Paris",
    ];
    let parties = Parties::declare_with(&[], &quick, Some(gazetteer())).expect("good sides");
    let form = |side: &str, name: &str| {
        let party = parties.party(parties.find(side).expect("the side"));
        party
            .names
            .iter()
            .find(|known| known.text == name)
            .map(|known| known.form)
    };
    assert_eq!(form("norway", "Oslo"), Some(MentionForm::Capital));
    assert_eq!(form("ardovia", "Ardovian"), Some(MentionForm::Demonym));
    assert_eq!(form("ardovia", "Brell"), Some(MentionForm::Name));
    assert_eq!(form("france", "French"), Some(MentionForm::Demonym));
    assert_eq!(form("france", "Paris"), Some(MentionForm::Capital));
    let alone = Parties::declare(&[], &["Norway"]).expect("a good side");
    assert_eq!(
        alone
            .party(alone.find("norway").expect("the side"))
            .names
            .len(),
        1
    );
}

#[test]
fn the_check_finds_every_mistake_of_a_pack_of_places() {
    let pack = r#"[pack]
id = "own-places"
kind = "places"
lang = "en"
version = "0.1.0"
licence = "CC0-1.0"
scope = "Invented states, with every mistake that can be made."
reviewers = ["us"]

[[state]]
code = "ardovia"
names = ["Ardovia", "Ardóvia", "mill"]
not = ["New Ardovia"]

[[state]]
code = "X-PENDAY"
names = ["Penday"]

[[state]]
code = "ZZ"
names = ["Tesmund", "Norway"]
shared = ["Quellora"]
claimed_by = ["QQ"]

[[state]]
code = "ZZ"
demonyms = ["Tesmundian"]
"#;
    let said: Vec<String> = check(&[("own.toml", pack)])
        .iter()
        .map(ToString::to_string)
        .collect();
    for wanted in [
        "own.toml:11: `ardovia` is no code",
        "own.toml:12: `Ardóvia` stands twice",
        "own.toml:12: `mill` has no capital",
        "`ardovia` has `not` and no `examples_miss`",
        "`X-PENDAY`: `claimed_by` is for disputed places",
        "`Norway` stands for",
        "`Quellora` is none of the names of `ZZ`",
        "`ZZ`: `claimed_by` is for disputed places",
        "`ZZ` is claimed by `QQ`, which no pack has",
        "the state `ZZ` stands already at own.toml:19",
        "`ZZ` has no `names`",
    ] {
        assert!(
            said.iter().any(|one| one.contains(wanted)),
            "missing: {wanted}\n{}",
            said.join("\n")
        );
    }
}

#[test]
fn the_examples_of_a_pack_of_places_are_run() {
    let pack = "[pack]\nid = \"own-places\"\nkind = \"places\"\nlang = \"en\"\nversion = \"0.1.0\"\nlicence = \"CC0-1.0\"\nscope = \"One invented state.\"\nreviewers = [\"us\"]\n\n[[state]]\ncode = \"ZZ\"\nnames = [\"Ardovia\"]\nnot = [\"New Ardovia\"]\nexamples_hit = [\"The bus left Brell.\"]\nexamples_miss = [\"The bus left New Ardovia.\", \"The bus left Ardovia.\"]\n";
    let lexicon = Lexicon::with_packs(&[("own.toml", pack)]).expect("a good pack");
    let problems = Gazetteer::new(&lexicon).failing_examples(&lexicon);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].contains("is not mentioned in its example")
            && said[1].contains("is mentioned in its counter-example"),
        "{said:?}"
    );
}
