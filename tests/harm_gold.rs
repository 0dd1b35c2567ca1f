//! Harm constructions against annotations: the seed's, and those of the samples.
// Figures are for reading.
#![allow(clippy::print_stdout)]

mod harm_support;

use harm_support::{Gold, Score, Tally, found, pair, slice};
use parallax::analyzer::Analyzer;
use parallax::article::{Article, ReadOptions, read_paths};
use parallax::framing::casualties::{FigureBound, State};
use parallax::party::Parties;
use parallax::report::{ReportOptions, article_report};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn article(analyzer: &Analyzer, path: &Path) -> Article {
    read_paths(&[path], analyzer.zone_rules(), &ReadOptions::default())
        .articles
        .remove(0)
}

fn place(value: &Value) -> [usize; 2] {
    let at = |index: usize| value[index].as_u64().unwrap_or_default() as usize;
    [at(0), at(1)]
}

/// Where `words` stand in the text; the place nearest to `near`.
fn find(text: &str, words: &str, near: usize) -> Option<[usize; 2]> {
    let bare = words.split(" (").next().unwrap_or(words);
    let length = bare.chars().count();
    text.match_indices(bare)
        .map(|(byte, _)| text[..byte].chars().count())
        .min_by_key(|&at| {
            let between: String = text
                .chars()
                .skip(at.min(near))
                .take(at.abs_diff(near))
                .collect();
            (between.contains('\n'), at.abs_diff(near))
        })
        .map(|at| [at, at + length])
}

fn class(name: &str) -> String {
    name.trim_end_matches("_verb").to_owned()
}

#[test]
fn the_seed_is_met() {
    let shared = root().join("../shared");
    let Ok(gold) = std::fs::read_to_string(shared.join("gold/seed.json")) else {
        println!("skipped: ../shared is not there");
        return;
    };
    let gold: Value = serde_json::from_str(&gold).expect("the gold");
    let name = gold["source_file"].as_str().expect("a name");
    let analyzer = Analyzer::builtin();
    let article = article(&analyzer, &shared.join("seed").join(name));
    let analysis = analyzer.analyze(&article);
    let wanted: Vec<Gold> = gold["harm_events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|event| {
            let span = place(&event["char"]);
            let part = |name: &str| {
                event[name]
                    .as_str()
                    .and_then(|words| find(&article.text, words, span[0]))
            };
            Gold {
                span,
                class: class(event["class"].as_str().expect("a class")),
                agent: part("agent"),
                victim: part("victim"),
                unreal: false,
            }
        })
        .collect();
    let mut errors = Vec::new();
    let mut score = Score::default();
    score.add(
        &article.text,
        &wanted,
        &found(&analyzer, &analysis),
        &mut errors,
    );
    println!("{}\n{}", score.report(), errors.join("\n"));
    let wrong = errors
        .iter()
        .filter(|error| !error.starts_with("extra"))
        .count();
    let extra = errors.len() - wrong;
    assert!(wrong <= 1, "{wrong} of 15 wrong:\n{}", errors.join("\n"));
    assert!(extra <= 1, "{extra} extra:\n{}", errors.join("\n"));
}

#[test]
fn the_samples_are_met() {
    let analyzer = Analyzer::builtin();
    let mut score = Score::default();
    let mut errors = Vec::new();
    for event in ["border-shelling", "dam-breach", "transit-strike"] {
        let folder = root().join("samples").join(event);
        let expected = std::fs::read_to_string(folder.join("expected.json")).expect("expected");
        let expected: Value = serde_json::from_str(&expected).expect("JSON");
        for sample in expected["articles"].as_array().expect("articles") {
            let article = article(
                &analyzer,
                &folder.join(sample["file"].as_str().expect("file")),
            );
            let analysis = analyzer.analyze(&article);
            let mut from = 0;
            let mut wanted = Vec::new();
            for harm in sample["harm"].as_array().expect("harm") {
                let words = harm["text"].as_str().expect("text");
                let Some(span) = article.text[from..].find(words).map(|at| {
                    let byte = from + at;
                    from = byte;
                    harm_support::points(&article.text, byte..byte + words.len())
                }) else {
                    panic!("{words} is not in {}", article.id);
                };
                let part = |name: &str| {
                    harm[name]
                        .as_str()
                        .and_then(|words| find(&article.text, words, span[0]))
                };
                wanted.push(Gold {
                    span,
                    class: class(harm["class"].as_str().expect("class")),
                    agent: part("agent"),
                    victim: part("victim"),
                    unreal: harm["negated"].as_bool().unwrap_or(false),
                });
            }
            errors.push(format!("== {}", article.id));
            score.add(
                &article.text,
                &wanted,
                &found(&analyzer, &analysis),
                &mut errors,
            );
        }
    }
    println!("{}\n{}", score.report(), errors.join("\n"));
    assert!(
        score.class.f1() > 0.8 && score.agent.f1() > 0.8,
        "{}",
        errors.join("\n")
    );
}

/// The annotation of one of our own articles.
#[derive(serde::Deserialize)]
struct Annotation {
    harm: Vec<[String; 7]>,
}

/// Names of the twenty articles, in order.
fn own_articles() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(root().join("tests/gold/framing"))
        .expect("the folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".txt").map(str::to_owned))
        .collect();
    names.sort();
    names
}

#[test]
fn our_own_articles_are_met() {
    let folder = root().join("tests/gold/framing");
    let names = own_articles();
    assert_eq!(names.len(), 20);
    let (mut score, mut errors) = (Score::default(), Vec::new());
    let (mut agents, mut victims) = (Tally::default(), Tally::default());
    for name in &names {
        let event = name.rsplit_once('-').expect("an angle").0;
        let declared = folder.join(format!("{event}-parties.toml"));
        let declared_text = std::fs::read_to_string(&declared).expect("parties");
        let parties = Parties::read("parties.toml", &declared_text).expect("sides");
        let analyzer = Analyzer::builtin().with_parties(parties);
        let article = article(&analyzer, &folder.join(format!("{name}.txt")));
        let analysis = analyzer.analyze(&article);
        let written =
            std::fs::read_to_string(folder.join(format!("{name}.toml"))).expect("annotation");
        let annotation: Annotation = toml::from_str(&written).expect("TOML");
        let (mut from, mut wanted, mut sides) = (0, Vec::new(), Vec::new());
        for [words, class, agent, victim, agent_side, victim_side, unreal] in &annotation.harm {
            let byte = from
                + article.text[from..]
                    .find(words.as_str())
                    .expect("words of the text");
            from = byte + 1;
            let span = harm_support::points(&article.text, byte..byte + words.len());
            let part = |words: &str| {
                (!words.is_empty())
                    .then(|| find(&article.text, words, span[0]))
                    .flatten()
            };
            wanted.push(Gold {
                span,
                class: class.clone(),
                agent: part(agent),
                victim: part(victim),
                unreal: unreal == "unreal",
            });
            sides.push((agent_side.clone(), victim_side.clone()));
        }
        let here = found(&analyzer, &analysis);
        errors.push(format!("== {name}"));
        score.add(&article.text, &wanted, &here, &mut errors);
        for ((gold, at), (agent, victim)) in wanted.iter().zip(pair(&wanted, &here)).zip(&sides) {
            let of = |tally: &mut Tally,
                      gold_side: &str,
                      found_side: Option<&str>,
                      what: &str,
                      errors: &mut Vec<String>| {
                tally.gold += u32::from(!gold_side.is_empty());
                tally.found += u32::from(found_side.is_some());
                tally.hits += u32::from(!gold_side.is_empty() && found_side == Some(gold_side));
                if found_side.unwrap_or_default() != gold_side {
                    errors.push(format!(
                        "side of {what}: {}: {gold_side:?} found {found_side:?}",
                        slice(&article.text, gold.span)
                    ));
                }
            };
            let found_sides = at.map(|at| {
                let one = &analysis.harms.constructions[at];
                let id = |side: Option<_>| side.map(|side| analyzer.parties().id(side));
                (id(one.agent_side), id(one.victim_side))
            });
            let (found_agent, found_victim) = found_sides.unwrap_or_default();
            of(&mut agents, agent, found_agent, "agent", &mut errors);
            of(&mut victims, victim, found_victim, "victim", &mut errors);
        }
    }
    println!(
        "{}\n{}\n{}\n{}",
        score.report(),
        agents.line("side of the agent"),
        victims.line("side of the victim"),
        errors.join("\n")
    );
    let at_least = |tally: Tally, precision: f64, recall: f64| {
        tally.precision() >= precision && tally.recall() >= recall
    };
    assert!(at_least(score.class, 0.93, 0.93), "{}", score.report());
    assert!(at_least(score.agent, 0.95, 0.88), "{}", score.report());
    assert!(at_least(score.victim, 0.95, 0.93), "{}", score.report());
    assert!(
        at_least(agents, 0.95, 0.85),
        "{}",
        agents.line("side of the agent")
    );
    assert!(
        at_least(victims, 0.95, 0.85),
        "{}",
        victims.line("side of the victim")
    );
}

/// Annotations of ten articles drawn at random from the training half: ids, offsets and labels only.
#[derive(serde::Deserialize)]
struct Drawn {
    id: String,
    harm: Vec<Gold>,
}

#[test]
fn ten_real_articles() {
    let Ok(all) = std::fs::read_to_string(root().join("../shared/gold/attribution-train.jsonl"))
    else {
        println!("skipped: ../shared is not there");
        return;
    };
    let drawn =
        std::fs::read_to_string(root().join("tests/gold/harm-real.jsonl")).expect("annotation");
    let drawn: Vec<Drawn> = drawn
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let analyzer = Analyzer::builtin();
    let (mut score, mut errors) = (Score::default(), Vec::new());
    for line in all.lines() {
        let record: Value = serde_json::from_str(line).expect("JSON");
        let Some(gold) = drawn.iter().find(|gold| record["id"] == gold.id.as_str()) else {
            continue;
        };
        let text = record["text"].as_str().expect("text").to_owned();
        let article = harm_support::plain(&gold.id, text);
        let analysis = analyzer.analyze(&article);
        errors.push(format!("== {}", gold.id));
        score.add(
            &article.text,
            &gold.harm,
            &found(&analyzer, &analysis),
            &mut errors,
        );
    }
    println!("{}\n{}", score.report(), errors.join("\n"));
    assert_eq!(
        score.any.gold as usize,
        drawn.iter().map(|one| one.harm.len()).sum::<usize>()
    );
}

#[test]
fn the_seeds_casualties_are_met() {
    let shared = root().join("../shared");
    let path = shared.join("seed/000_c30e2b6953643c83.txt");
    if !path.exists() {
        println!("skipped: ../shared is not there");
        return;
    }
    let declared = "[[party]]\nid = \"armenia\"\nnames = [\"Armenia\"]\ndemonyms = [\"Armenian\"]\n\
                    [[party]]\nid = \"azerbaijan\"\nnames = [\"Azerbaijan\"]\ndemonyms = [\"Azerbaijani\"]\n";
    let parties = Parties::read("parties.toml", declared).expect("sides");
    let analyzer = Analyzer::builtin().with_parties(parties);
    let article = article(&analyzer, &path);
    let analysis = analyzer.analyze(&article);
    let report = article_report(&analyzer, &analysis, ReportOptions::default());
    let figures: Vec<_> = report
        .figures
        .iter()
        .map(|figure| {
            (
                figure.number,
                figure.state,
                figure.sentence,
                figure.side.as_deref(),
                figure.source.is_some(),
            )
        })
        .collect();
    let side = Some("azerbaijan");
    let property = |number| (Some(number), State::Property, 8, side, false);
    let expected = vec![
        (Some(3), State::Killed, 5, side, false),
        (Some(5), State::Injured, 5, side, false),
        (Some(43), State::Killed, 7, side, true),
        (Some(218), State::Injured, 7, side, true),
        property(1592),
        property(79),
        property(290),
    ];
    assert_eq!(figures, expected);
    assert!(report.named_victims.is_empty());
    assert_eq!(report.figures[2].bound, FigureBound::Floor);
    let details: Vec<&str> = report
        .victim_details
        .iter()
        .map(|detail| detail.text.as_str())
        .collect();
    assert_eq!(details, ["funeral"]);
    let sides: Vec<_> = report
        .harm_sides
        .iter()
        .map(|side| (side.agent, side.victim))
        .collect();
    assert_eq!(sides, [(13, 0), (0, 3)]);
    let armenia = report
        .sides
        .iter()
        .find(|side| side.side == "armenia")
        .expect("a side");
    assert!(armenia.accused_without_a_voice);
}

#[test]
fn swapping_two_sides_swaps_their_harm_and_nothing_else() {
    let swapped =
        |text: &str, a: &str, b: &str| text.replace(a, "\u{1}").replace(b, a).replace('\u{1}', b);
    let folder = root().join("tests/gold/framing");
    for (event, a, b) in [
        ("border-raid", "Marn", "Teleth"),
        ("trawler", "Ysel", "Brant"),
    ] {
        let declared = |x: &str, y: &str| {
            let endings = ["", "i", "is", "ish", "ian", "ians"];
            let names = |stem: &str| endings.map(|end| format!("\"{stem}{end}\"")).join(", ");
            format!(
                "[[party]]\nid = \"one\"\nnames = [{}]\n[[party]]\nid = \"two\"\nnames = [{}]\n",
                names(x),
                names(y)
            )
        };
        for angle in ["a", "b"] {
            let text = std::fs::read_to_string(folder.join(format!("{event}-{angle}.txt")))
                .expect("an article");
            // Demonyms keep the ending of their place in the text, so that a mirrored text differs in the stems only.
            let tallies = |text: String, x: &str, y: &str| {
                let parties = Parties::read("parties.toml", &declared(x, y)).expect("sides");
                let analyzer = Analyzer::builtin().with_parties(parties);
                let article = harm_support::plain("mirror", text);
                let analysis = analyzer.analyze(&article);
                let report = article_report(&analyzer, &analysis, ReportOptions::default());
                let classes: Vec<_> = report
                    .harm
                    .iter()
                    .map(|harm| (harm.class, harm.lemma.clone(), harm.reality))
                    .collect();
                let sides: Vec<_> = report
                    .harm_sides
                    .iter()
                    .map(|side| {
                        (
                            side.agent,
                            side.victim,
                            side.victim_agentless,
                            side.figures,
                            side.figures_attributed,
                            side.named,
                        )
                    })
                    .collect();
                (classes, sides)
            };
            let (classes, sides) = tallies(text.clone(), a, b);
            let (mirrored_classes, mirrored) = tallies(swapped(&text, a, b), a, b);
            assert_eq!(classes, mirrored_classes, "{event}-{angle}");
            assert_eq!(
                sides,
                mirrored.into_iter().rev().collect::<Vec<_>>(),
                "{event}-{angle}"
            );
            assert!(sides.iter().any(|side| side.0 > 0), "{event}-{angle}");
        }
    }
}
