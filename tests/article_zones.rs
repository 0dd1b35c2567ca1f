//! Which block of a text is what.

use parallax::article::{Article, ZoneKind, ZoneRules};
use proptest::prelude::*;

mod article_support;
use article_support::{rules, seed_folder, zone_list};

use ZoneKind::{Body, Boilerplate, Byline, Caption, Dateline, Deck, Headline, Metadata, Subhead};

fn read(text: &str) -> Article {
    Article::from_text("post.txt", text, &rules()).unwrap_or_else(|problem| panic!("{problem}"))
}

fn kinds(text: &str) -> Vec<ZoneKind> {
    read(text).zones.iter().map(|zone| zone.kind).collect()
}

/// The text of the zones of one kind.
fn of(text: &str, kind: ZoneKind) -> Vec<String> {
    read(text)
        .zones
        .iter()
        .filter(|zone| zone.kind == kind)
        .map(|zone| zone.span.slice(text).to_owned())
        .collect()
}

const PARAGRAPHS: &str = "The dam above Orla broke on Monday night.\n\nTwo people were hurt, the council said on Tuesday.";

#[test]
fn a_page_with_all_its_furniture() {
    let text = "Menu\n\nDam above Orla breaks after a week of rain\n\nResidents of three villages spend the night in a school\n\n\
        By Anna Roe and Bo Lund, staff writers\n\nUpdated May 3, 2031, 10:30 p.m. GMT\n\nPhoto: Anna Roe\n\n\
        ORLA — The dam broke on Monday night.\n\nA night in the school\n\nTwo people were hurt.\n\nAdvertisement\n\n\
        Nobody is missing, the council said.\n\nRead more: The history of the dam\n\n© 2031 Orla Post. All rights reserved.";
    assert_eq!(
        kinds(text),
        [
            Boilerplate,
            Headline,
            Deck,
            Byline,
            Dateline,
            Caption,
            Dateline,
            Body,
            Subhead,
            Body,
            Boilerplate,
            Body,
            Boilerplate,
            Boilerplate
        ]
    );
    let article = read(text);
    assert_eq!(
        article.title.as_deref(),
        Some("Dam above Orla breaks after a week of rain")
    );
    assert_eq!(article.published.as_deref(), Some("2031-05-03"));
    assert_eq!(of(text, Body)[0], "The dam broke on Monday night.");
}

#[test]
fn one_sentence_is_body() {
    assert_eq!(kinds("The dam broke."), [Body]);
    assert_eq!(kinds("dam broke last night"), [Body]);
    assert_eq!(kinds("DAM BREAKS"), [Body]);
}

#[test]
fn without_final_punctuation_the_first_of_several_blocks_is_the_headline() {
    assert_eq!(
        kinds("Dam breaks in Orla\n\nthe dam broke last night\n\nnobody was hurt"),
        [Headline, Body, Body]
    );
}

#[test]
fn a_long_headline_without_final_mark() {
    let long = "The dam above Orla that was built in 1960 breaks after a week of rain and leaves three villages without power";
    assert_eq!(
        kinds(&format!("{long}\n\n{PARAGRAPHS}")),
        [Headline, Body, Body]
    );
}

#[test]
fn a_headline_may_end_like_a_sentence() {
    assert_eq!(
        kinds(&format!(
            "Mayor Flees Orla After Dam Breaks.\n\n{PARAGRAPHS}"
        )),
        [Headline, Body, Body]
    );
    assert_eq!(
        kinds(&format!(
            "Who knew that the dam would break?\n\n{PARAGRAPHS}"
        )),
        [Headline, Body, Body]
    );
    assert_eq!(
        kinds(&format!(
            "Mayor on the dam: ‘We are shocked’\n\n{PARAGRAPHS}"
        )),
        [Headline, Body, Body]
    );
    assert_eq!(kinds(PARAGRAPHS), [Body, Body]);
}

#[test]
fn text_in_capitals() {
    assert_eq!(
        kinds(&format!(
            "DAM BREAKS IN ORLA\n\n{}",
            PARAGRAPHS.to_uppercase()
        )),
        [Headline, Body, Body]
    );
    assert_eq!(kinds(&PARAGRAPHS.to_uppercase()), [Body, Body]);
}

#[test]
fn what_stands_between_paragraphs() {
    let text = format!(
        "Dam breaks in Orla\n\n{PARAGRAPHS}\n\nThese are the villages:\n\n- Orla\n\n- Veld\n\nFEAR OF MORE RAIN\n\nMore rain is expected."
    );
    assert_eq!(kinds(&text)[3..], [Body, Body, Body, Subhead, Body]);
}

#[test]
fn a_sentence_cut_off_at_the_end_is_body_and_a_name_is_not() {
    assert_eq!(
        kinds(&format!("{PARAGRAPHS}\n\nThe mayor said that the council")),
        [Body, Body, Body]
    );
    assert_eq!(
        kinds(&format!("{PARAGRAPHS}\n\nOrla Council")),
        [Body, Body, Boilerplate]
    );
}

#[test]
fn bylines_of_many_kinds() {
    for line in [
        "By Anna Roe",
        "BY ANNA ROE",
        "By Anna Roe, Reuters",
        "Anna Roe, BBC News",
        "Reuters",
        "Anadolu Agency ANKARA",
        "— Anna Roe",
        "Reporting by Anna Roe; editing by Bo Lund",
        "AP, LONDON",
        "By Anna Roe, Diplomatic Correspondent",
    ] {
        assert_eq!(
            kinds(&format!("Dam breaks in Orla\n\n{line}\n\n{PARAGRAPHS}")),
            [Headline, Byline, Body, Body],
            "{line}"
        );
    }
    for line in [
        "By the Numbers: How the Dam Broke",
        "TIME FOR A NEW DAM",
        "CNN reporter hurt as dam breaks",
    ] {
        assert_eq!(
            kinds(&format!("{line}\n\n{PARAGRAPHS}")),
            [Headline, Body, Body],
            "{line}"
        );
    }
}

#[test]
fn publication_lines_and_sentences_that_begin_like_them() {
    for line in [
        "Published October 15,2020",
        "Last updated: 3 May 2031 10:30 GMT",
        "Tuesday, May 3",
        "2031-05-03",
        "3 hours ago",
        "Posted 2031-05-03 by Anna Roe",
    ] {
        assert_eq!(
            kinds(&format!("Dam breaks in Orla\n{line}\n\n{PARAGRAPHS}"))[1],
            Dateline,
            "{line}"
        );
    }
    assert_eq!(
        kinds(&format!(
            "{PARAGRAPHS}\n\nUpdated figures show that 3 people were hurt."
        )),
        [Body, Body, Body]
    );
}

#[test]
fn only_the_first_paragraph_loses_a_dateline() {
    let text = "VELD (AP) — The dam broke.\n\nORLA — The council met.";
    assert_eq!(kinds(text), [Dateline, Body, Body]);
    assert_eq!(of(text, Dateline), ["VELD (AP) —"]);
}

#[test]
fn genre_labels() {
    let article = read(&format!(
        "Opinion\n\nThe dam was bound to break\n\n{PARAGRAPHS}"
    ));
    assert_eq!(article.genre.as_deref(), Some("opinion"));
    assert_eq!(article.title.as_deref(), Some("The dam was bound to break"));
}

#[test]
fn genre_labels_in_titles_but_not_in_menus() {
    let genre = |text: &str| read(&format!("{text}\n\n{PARAGRAPHS}")).genre;
    assert_eq!(
        genre("Analysis: Why the dam broke").as_deref(),
        Some("analysis")
    );
    assert_eq!(
        genre("The dam was old | Opinion").as_deref(),
        Some("opinion")
    );
    assert_eq!(
        genre("News\n\nOpinion\n\nWeather\n\nDam breaks in Orla"),
        None
    );
}

#[test]
fn a_first_paragraph_above_a_dateline_is_the_headline() {
    let text = "The dam above Orla broke at night.\n\nORLA (AP) — Two people were hurt.";
    assert_eq!(kinds(text), [Headline, Dateline, Body]);
}

#[test]
fn a_line_that_stands_twice_is_the_headline() {
    let long = "The dam above Orla that was built in 1960 breaks after a week of rain and floods three villages";
    assert_eq!(
        kinds(&format!("{long}\n\n{long}\n\n{PARAGRAPHS}")),
        [Headline, Boilerplate, Body, Body]
    );
}

#[test]
fn front_matter_and_markdown() {
    let text = "---\ntitle: Dam breaks in Orla\noutlet: Orla Post\npublished: 3 May 2031\nevent: dam\nid: op-1\nurl: https://orla.example/1\n---\n\n\
        # Dam breaks in Orla\n\nThe dam broke.\n\n## What next\n\n> It was old, the mayor wrote.\n\n[Read more](https://orla.example)\n\n![The dam](dam.png)\n";
    assert_eq!(
        kinds(text),
        [
            Metadata,
            Headline,
            Body,
            Subhead,
            Body,
            Boilerplate,
            Caption
        ]
    );
    assert_eq!(of(text, Headline), ["Dam breaks in Orla"]);
    assert_eq!(of(text, Subhead), ["What next"]);
    let article = read(text);
    assert_eq!(
        (
            article.id.as_str(),
            article.outlet.name.as_str(),
            article.event.as_deref()
        ),
        ("op-1", "Orla Post", Some("dam"))
    );
    assert_eq!(
        (article.published.as_deref(), article.url.as_deref()),
        (Some("2031-05-03"), Some("https://orla.example/1"))
    );
}

#[test]
fn a_repeated_title_is_one_headline() {
    for first in [
        "Dam breaks in Orla.",
        "DAM BREAKS IN ORLA",
        "Dam breaks in Orla | Orla Post",
        "Dam breaks\nin Orla",
    ] {
        let text = format!("{first}\n\n{PARAGRAPHS}");
        let value = serde_json::json!({"title": "Dam breaks in Orla - Orla Post", "text": text});
        let article = Article::from_json("x.json", &value, &rules()).expect("an article");
        let headlines: Vec<_> = article
            .zones
            .iter()
            .filter(|zone| zone.kind == Headline)
            .map(|zone| zone.span.slice(&text))
            .collect();
        assert_eq!(headlines, [first]);
        assert_eq!(article.zones.len(), 3);
    }
    let twice = format!("Dam breaks in Orla\n\nDam breaks in Orla\n\n{PARAGRAPHS}");
    let value = serde_json::json!({"title": "Dam breaks in Orla", "text": twice});
    let article = Article::from_json("x.json", &value, &rules()).expect("an article");
    assert_eq!(
        article
            .zones
            .iter()
            .map(|zone| zone.kind)
            .collect::<Vec<_>>(),
        [Headline, Boilerplate, Body, Body]
    );
    let only = serde_json::json!({"title": "The dam broke", "text": "The dam broke."});
    assert_eq!(
        Article::from_json("x.json", &only, &rules())
            .expect("an article")
            .zones[0]
            .kind,
        Body
    );
}

#[test]
fn only_boilerplate_is_a_problem() {
    let problem = Article::from_text(
        "x.txt",
        "Contact us\n\nSubscribe\nPublished May 3, 2031\n\nBy Anna Roe",
        &rules(),
    )
    .expect_err("nothing to read");
    assert!(
        problem
            .to_string()
            .starts_with("x.txt: holds only boilerplate"),
        "{problem}"
    );
}

#[test]
fn the_seed_has_the_zones_of_its_gold() {
    let Some(shared) = seed_folder() else { return };
    let gold =
        std::fs::read_to_string(shared.join("gold/seed.json")).expect("the gold beside the seed");
    let gold: serde_json::Value = serde_json::from_str(&gold).expect("JSON");
    let name = gold["source_file"].as_str().expect("a name");
    let text = std::fs::read_to_string(shared.join("seed").join(name)).expect("the seed");
    let article = Article::from_text(name, text, &rules()).expect("an article");
    let expected: Vec<(String, u64, u64)> = gold["zones"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|zone| {
            let kind = zone["zone"]
                .as_str()
                .expect("a name")
                .split('.')
                .next()
                .unwrap_or_default()
                .to_owned();
            (
                kind,
                zone["byte"][0].as_u64().expect("a number"),
                zone["byte"][1].as_u64().expect("a number"),
            )
        })
        .collect();
    assert_eq!(zone_list(&article), expected);
    assert_eq!(article.published.as_deref(), Some("2020-10-15"));
    assert_eq!(article.outlet.name, "Anadolu Agency");
    assert_eq!(
        article.title.as_deref(),
        Some("Top Turkish diplomat, counterparts discuss Karabakh")
    );
}

fn check(article: &Article) {
    let mut end = 0;
    for zone in &article.zones {
        assert!(
            zone.span.start >= end && zone.span.start < zone.span.end,
            "{:?}",
            article.zones
        );
        let slice = article
            .text
            .get(zone.span.start as usize..zone.span.end as usize)
            .expect("character boundaries");
        assert_eq!(slice.trim(), slice);
        end = zone.span.end;
    }
    assert!(end as usize <= article.text.len());
}

proptest! {
    #[test]
    fn zones_are_in_order_for_any_text(text in "(\\PC|[ \\n\\r#>*(),.\"—-]|By |Photo: |AP|PARIS){0,120}", title in "\\PC{0,20}") {
        for rules in [rules(), ZoneRules::default()] {
            if let Ok(article) = Article::from_text("x", text.clone(), &rules) {
                check(&article);
            }
            let value = serde_json::json!({"title": title, "text": text});
            if let Ok(article) = Article::from_json("x", &value, &rules) {
                check(&article);
            }
        }
    }
}
