//! The format's context fields and the rules of measures §2.4, each on packs of its own.

use parallax::error::Problem;
use parallax::lexicon::{Lexicon, PackSource, Step, TermStatus, VerbForm, builtin_sources, check};
use parallax::text::Document;

const HEADER: &str = "[pack]\nid = \"test\"\nkind = \"terms\"\nlang = \"en\"\nversion = \"0.1.0\"\nlicence = \"CC0-1.0\"\nscope = \"Tests.\"\n\
                      reviewers = [\"the tests\"]\ncategory = \"legal_moral\"\n";
const PROSE: &str = "rationale = \"Long enough to be a rationale.\"\nexamples_hit = [\"It is there.\"]\nexamples_miss = [\"It is not.\"]\n";

fn pack(entries: &[&str]) -> String {
    let entries: Vec<String> = entries
        .iter()
        .map(|entry| format!("[[entry]]\n{entry}\n{PROSE}"))
        .collect();
    format!("{HEADER}{}", entries.join("\n"))
}

/// The entries with the words of the built-in packs, and nothing else.
fn lexicon(entries: &[&str]) -> Lexicon {
    let pack = pack(entries);
    let mut packs: Vec<PackSource<'_>> = builtin_sources()
        .iter()
        .copied()
        .filter(|(place, _)| place.contains("/words/"))
        .collect();
    packs.push(("test.toml", &pack));
    Lexicon::only(&packs).unwrap_or_else(|problems| panic!("{}", lines(&problems)))
}

fn lines(problems: &[Problem]) -> String {
    problems
        .iter()
        .flat_map(|problem| [problem.to_string(), "\n".to_owned()])
        .collect()
}

/// The terms of a text: id, words, status.
fn found(lexicon: &Lexicon, text: &str) -> Vec<(String, String, TermStatus)> {
    let document = Document::from_plain(text, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    let terms = lexicon.terms(&document, &facts);
    terms
        .into_iter()
        .map(|term| {
            (
                lexicon.entry(term.entry).id().to_owned(),
                term.span.slice(text).to_owned(),
                term.status,
            )
        })
        .collect()
}

fn matches(lexicon: &Lexicon, text: &str) -> bool {
    !found(lexicon, text).is_empty()
}

fn status(lexicon: &Lexicon, text: &str) -> Option<TermStatus> {
    found(lexicon, text).first().map(|term| term.2)
}

#[test]
fn each_context_field_cancels_or_requires() {
    let entry = "id = \"x\"\nforms = [\"strike\"]\nweight = 1\n";
    for (field, hit, miss) in [
        (
            "not_before = [\"out\", \"a deal\"]",
            "They strike, out of fear.",
            "They strike a deal.",
        ),
        (
            "not_after = [\"hunger\"]",
            "A hunger for a strike.",
            "A hunger strike.",
        ),
        (
            "not_in = [\"on strike again\", \"first strike\"]",
            "On strike in May.",
            "Now on strike again.",
        ),
        (
            "before = [\"at {cap}\", \"{num}\"]",
            "They strike at Orm.",
            "They strike at noon.",
        ),
        (
            "before = [\"{num}\"]",
            "They strike seven.",
            "They strike all.",
        ),
        (
            "after = [\"air\", \"pre*\"]",
            "The predawn strike hit.",
            "The pre strike hit.",
        ),
        (
            "after = [\"*craft\"]",
            "An aircraft strike.",
            "A craft strike.",
        ),
        (
            "requires_near = [\"army\"]",
            "A strike by the Orm army.",
            "A strike that one two three four five army.",
        ),
        (
            "not_near = [\"union\", \"wage talks\"]",
            "A strike by an army.",
            "The union called off its strike.",
        ),
        ("case = \"lower\"", "Strike they did.", "The Strike failed."),
        (
            "case = \"upper\"",
            "The Strike failed.",
            "The strike failed.",
        ),
        (
            "pos = \"noun\"\nrequire_pos = true",
            "The strike failed.",
            "They strike them.",
        ),
        (
            "pos = \"verb\"\nrequire_pos = true",
            "They strike them.",
            "The strike failed.",
        ),
    ] {
        let lexicon = lexicon(&[&format!("{entry}{field}")]);
        assert!(matches(&lexicon, hit), "{field}: {hit}");
        assert!(!matches(&lexicon, miss), "{field}: {miss}");
    }
}

#[test]
fn context_words_stand_in_the_same_sentence_and_without_a_mark_between() {
    let lexicon = lexicon(&[
        "id = \"x\"\nforms = [\"strike\"]\nweight = 1\nnot_before = [\"fund\"]\nnot_near = [\"union\"]",
    ]);
    assert!(matches(&lexicon, "A strike, fund it."));
    assert!(!matches(&lexicon, "A \"strike\" fund."));
    assert!(matches(&lexicon, "It was a strike. The union met."));
    assert!(!matches(&lexicon, "The union\u{2019}s own strike."));
}

#[test]
fn forms_have_gaps_affixes_capitals_numbers_and_marks() {
    let lexicon = lexicon(&[
        "id = \"gap\"\nforms = [\"war _ drugs\"]\nweight = 1",
        "id = \"affix\"\nforms = [\"*phobe\", \"anti-* mob\"]\nweight = 1",
        "id = \"cap\"\nforms = [\"{cap} regime\"]\nweight = 2",
        "id = \"num\"\nforms = [\"{num} martyrs\"]\nweight = 2",
        "id = \"marks\"\nforms = [\"too little, too late\", \"9/11 hero\", \"states' rights\", \"u.s.-backed\"]\nweight = 1",
    ]);
    let hits = |text| {
        found(&lexicon, text)
            .into_iter()
            .map(|(id, words, _)| format!("{id}: {words}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(hits("A war on drugs."), ["gap: war on drugs"]);
    assert_eq!(hits("A war drugs."), [""; 0]);
    assert_eq!(
        hits("A xenophobe met an anti-war mob."),
        ["affix: xenophobe", "affix: anti-war mob"]
    );
    assert_eq!(hits("The Ostrian regime and a regime."), ["cap: regime"]);
    assert_eq!(
        hits("Say 12 martyrs and seven martyrs."),
        ["num: 12 martyrs", "num: seven martyrs"]
    );
    assert_eq!(
        hits("It is too little, too late. Or is it too little too late?"),
        ["marks: too little, too late"]
    );
    assert_eq!(
        hits("A 9/11 hero on states\u{2019} rights, U.S.-backed."),
        [
            "marks: 9/11 hero",
            "marks: states\u{2019} rights",
            "marks: U.S.-backed"
        ]
    );
}

#[test]
fn the_longest_form_goes_first_then_weight_then_id() {
    let lexicon = lexicon(&[
        "id = \"short\"\nforms = [\"right to self-defence\"]\nweight = 1",
        "id = \"long\"\nforms = [\"self-defence\", \"their right to self-defence\"]\nweight = 1",
        "id = \"heavy\"\nforms = [\"mob\"]\nweight = 3\noverlap_ok = true",
        "id = \"a-light\"\nforms = [\"mob\"]\nweight = 1\noverlap_ok = true",
        "id = \"hedge\"\ncategory = \"hedge\"\nforms = [\"mob\"]\nweight = 0",
    ]);
    let ids = |text| {
        found(&lexicon, text)
            .into_iter()
            .map(|term| term.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("It is their right to self-defence."), ["long"]);
    assert_eq!(ids("It is a right to self-defence."), ["short"]);
    assert_eq!(ids("A mob."), ["heavy", "hedge"], "each family by itself");
}

#[test]
fn names_quotes_of_courts_distance_and_negation_change_the_status() {
    let lexicon = lexicon(&[
        "id = \"t\"\nforms = [\"terror\", \"genocide\", \"occupation\", \"targeting civilians\"]\nweight = 3",
    ]);
    for (text, expected) in [
        ("It was terror.", TermStatus::Plain),
        ("They passed the Terror Act.", TermStatus::InName),
        ("Terror struck Orm.", TermStatus::Plain),
        (
            "Terror Act hearings began. They read the Terror Act.",
            TermStatus::InName,
        ),
        ("The so-called occupation ended.", TermStatus::Distanced),
        ("What they call an occupation ended.", TermStatus::Distanced),
        ("It was not an occupation.", TermStatus::Negated),
        ("It was not only an occupation.", TermStatus::Plain),
        ("It did not end, but occupation went on.", TermStatus::Plain),
        ("They denied targeting civilians.", TermStatus::Negated),
        ("They denied the genocide.", TermStatus::Plain),
        ("He was convicted of genocide.", TermStatus::Institutional),
        (
            "He was charged with aiding genocide.",
            TermStatus::Institutional,
        ),
    ] {
        assert_eq!(status(&lexicon, text), Some(expected), "{text}");
    }
}

#[test]
fn the_same_words_within_three_tokens_count_once() {
    let lexicon = lexicon(&["id = \"t\"\nforms = [\"terror\"]\nweight = 3"]);
    assert_eq!(found(&lexicon, "It was terror, terror and more.").len(), 1);
    assert_eq!(
        found(&lexicon, "It was terror and then, at night, terror.").len(),
        2
    );
}

#[test]
fn explain_gives_the_trail_and_the_cancelled_matches() {
    let lexicon =
        lexicon(&["id = \"t\"\nforms = [\"attack\"]\nweight = 2\nnot_after = [\"heart\"]"]);
    let document = Document::from_plain("A heart attack.", lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    assert!(lexicon.terms(&document, &facts).is_empty());
    let explained = lexicon.explain(&document, &facts);
    assert_eq!(explained[0].term.status, TermStatus::Suppressed);
    let last = explained[0]
        .decisions
        .last()
        .map(|decision| (decision.step, decision.because.as_str()));
    assert_eq!(
        last,
        Some((Step::NotAfter, "\u{201C}heart\u{201D} stands there"))
    );
}

#[test]
fn every_mistake_is_reported_at_once_with_file_and_line() {
    let broken = format!(
        "{HEADER}\n[[entry]]\nid = \"Bad Id\"\nforms = [\"Illegal\", \"_ mob\"]\nweight = 5\nnot_befor = [\"x\"]\ntarget = \"modifed\"\nrationale = \"short\"\n\
         examples_hit = []\nirregular = [\"x\"]\n\n[[entry]]\nid = \"b\"\nforms = [\"legal\"]\nweight = \"2\"\npair = \"c\"\ncase = \"lower\"\n\
         rationale = \"Long enough to be a rationale.\"\nexamples_hit = [\"x\"]\n\n[[entry]]\nid = \"b\"\nforms = [\"legal\"]\nweight = 1\n{PROSE}"
    );
    let problems = check(&[
        ("a.toml", &broken),
        ("b.toml", "[pack]\nid = \"x\nkind = 3\n"),
    ]);
    let text = lines(&problems);
    for expected in [
        "a.toml:12: the id `Bad Id`",
        "a.toml:13: the form `Illegal` is read as `illegal`",
        "a.toml:13: in the form `_ mob`, `_` may stand once, between words",
        "has weight 5; the category legal_moral takes 1 to 3",
        "a.toml:15: [[entry]] has no field `not_befor`; did you mean `not_before`?",
        "a.toml:16: `target` cannot be `modifed`; did you mean `modified`?",
        "a.toml:17: `rationale` has 5 characters",
        "a.toml:18: `examples_hit` needs",
        "a.toml:19: `Bad Id` has `irregular` forms and no `inflect`",
        "a.toml:24: `weight` must be a whole number",
        "`b` has context rules and no `examples_miss`",
        "the entry `b` stands already at a.toml:21",
        "`b` is paired with `c`, which no pack has",
        "b.toml:2: this is no TOML",
    ] {
        assert!(text.contains(expected), "missing: {expected}\nin:\n{text}");
    }
}

#[test]
fn a_user_pack_adds_and_overrides() {
    let pack = pack(&["id = \"illegal\"\nforms = [\"zorgful\"]\nweight = 1"]);
    let lexicon = Lexicon::with_packs(&[("mine.toml", &pack)])
        .unwrap_or_else(|problems| panic!("{}", lines(&problems)));
    assert_eq!(found(&lexicon, "A zorgful act.").len(), 1);
    let entry = lexicon.entry_by_id("illegal").map(|id| {
        (
            lexicon.entry(id).weight,
            lexicon.prose(id).map(|prose| prose.rationale),
        )
    });
    assert_eq!(
        entry,
        Some((1, Some("Long enough to be a rationale.".to_owned())))
    );
    let header = lexicon.packs().last().map(|header| {
        (
            header.place.clone(),
            header.short_digest().len(),
            header.builtin,
        )
    });
    assert_eq!(header, Some(("mine.toml".to_owned(), 12, false)));
    assert!(Lexicon::with_packs(&[("mine.toml", "nonsense")]).is_err());
}

#[test]
fn cues_are_found_with_their_forms() {
    let lexicon = Lexicon::builtin();
    let forms = |text: &str| {
        let document = Document::from_plain(text, lexicon.sentence_rules());
        let facts = lexicon.facts(&document);
        let cues =
            (0..document.tokens.len()).flat_map(|index| lexicon.cues_at(&document, &facts, index));
        cues.map(|found| {
            (
                lexicon.cue(found.cue).lemma.clone(),
                found.form,
                found.tokens.len(),
            )
        })
        .collect::<Vec<_>>()
    };
    assert!(forms("She said no.").contains(&("say".to_owned(), VerbForm::PastOrParticiple, 1)));
    assert!(forms("She says no.").contains(&("say".to_owned(), VerbForm::ThirdS, 1)));
    assert!(forms("She was saying no.").contains(&("say".to_owned(), VerbForm::Ing, 1)));
    assert!(forms("She pointed out that it held.").contains(&(
        "point out".to_owned(),
        VerbForm::PastOrParticiple,
        2
    )));
}
