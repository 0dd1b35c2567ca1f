//! The difference card in sentences: what a reader should look at first, each line with the words that prove it.

use super::model::Place;
use super::numbers;
use crate::analyzer::Analysis;
use crate::article::ZoneKind;
use crate::compare::SideBySide;
use crate::compare::card::{
    CardKind, CardLine, Doubted, Event, Evidence, Finding, HeadlineStanding, Portion, Teller, Toll,
    Who, card,
};
use crate::lexicon::{HarmKind, SourceKind};
use crate::measure::Measured;
use crate::party::Parties;
use crate::span::CodePoints;
use serde::Serialize;

/// Columns of a name or a phrase within a sentence.
const NAME: usize = 48;

/// One difference, said in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CardLineReport {
    /// What differs.
    pub kind: CardKind,
    /// The difference, in plain English. Letters are the articles in their order.
    pub text: String,
    /// The words that prove it.
    pub evidence: Vec<EvidenceReport>,
}

/// Words of one article that prove a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvidenceReport {
    /// The article, an index into `articles`.
    pub article: u32,
    /// Number of the body sentence, from 1; 0 outside the body.
    pub sentence: u32,
    /// The part of the text that holds it.
    pub zone: ZoneKind,
    /// The words.
    pub text: String,
    /// Where.
    pub span: Place,
    /// The sentence around them.
    pub context: String,
    /// Where.
    pub context_span: Place,
}

/// The card of some articles; `measured` is what was counted in each.
pub fn card_lines(
    side: SideBySide<'_>,
    measured: &[Measured],
    parties: &Parties,
) -> Vec<CardLineReport> {
    let points: Vec<CodePoints> = side
        .analyses
        .iter()
        .map(|analysis| CodePoints::new(analysis.document.text))
        .collect();
    card(&Event::new(side, measured, parties))
        .iter()
        .map(|line| CardLineReport {
            kind: line.kind,
            text: sentence(line, parties),
            evidence: line
                .evidence
                .iter()
                .map(|evidence| {
                    shown(
                        evidence,
                        &side.analyses[evidence.article],
                        &points[evidence.article],
                    )
                })
                .collect(),
        })
        .collect()
}

fn shown(evidence: &Evidence, analysis: &Analysis<'_>, points: &CodePoints) -> EvidenceReport {
    let document = &analysis.document;
    let place = |span| points.span(document.text, span);
    let words = document.span_of(evidence.tokens.clone());
    let sentence = document
        .sentences
        .get(document.sentence_of(evidence.tokens.start));
    let context = sentence.map_or(words, |sentence| document.span_of(sentence.tokens.clone()));
    EvidenceReport {
        article: evidence.article as u32,
        sentence: sentence.map_or(0, |sentence| sentence.number),
        zone: sentence.map_or(ZoneKind::Body, |sentence| {
            document.blocks[sentence.block].zone.kind
        }),
        text: words.slice(document.text).to_owned(),
        span: place(words),
        context: context.slice(document.text).to_owned(),
        context_span: place(context),
    }
}

fn letter(article: usize) -> String {
    u8::try_from(article)
        .ok()
        .filter(|at| *at < 26)
        .map_or_else(
            || format!("#{}", article + 1),
            |at| char::from(b'A' + at).to_string(),
        )
}

/// `A`, `A and B`, `A, B and C`.
fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn letters(articles: &[usize]) -> String {
    listed(
        &articles
            .iter()
            .map(|&article| letter(article))
            .collect::<Vec<_>>(),
    )
}

fn percent(portion: Portion) -> String {
    let share = f64::from(portion.part) / f64::from(portion.whole.max(1));
    format!("{:.0}%", numbers::round(100.0 * share, 0))
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= NAME {
        return line;
    }
    let cut: String = line.chars().take(NAME - 1).collect();
    format!("{}…", cut.trim_end())
}

fn quoted(text: &str) -> String {
    format!("“{}”", short(text))
}

fn sentence(line: &CardLine, parties: &Parties) -> String {
    match &line.finding {
        Finding::Silent {
            who,
            silent,
            accused,
            asked,
            heard,
        } => silence(who, silent, accused, asked, heard, parties),
        Finding::OneSource {
            name,
            words,
            others,
        } => {
            let others: Vec<String> = others
                .iter()
                .map(|portion| format!("{} in {}", percent(*portion), letter(portion.article)))
                .collect();
            format!(
                "{} rests on one source: {} has {} of its reported words (the top source has {})",
                letter(words.article),
                short(name),
                percent(*words),
                listed(&others)
            )
        }
        Finding::OneSided {
            side,
            words,
            others,
        } => {
            let others: Vec<String> = others
                .iter()
                .map(|(article, sides)| format!("{} hears {sides} sides", letter(*article)))
                .collect();
            format!(
                "{} lets one side speak: whatever it reports from a side is {}’s; {}",
                letter(words.article),
                parties.label(*side),
                listed(&others)
            )
        }
        Finding::Unsourced { articles, others } => {
            let others: Vec<String> = others
                .iter()
                .map(|portion| format!("{} of {}", percent(*portion), letter(portion.article)))
                .collect();
            format!(
                "{} report{} nobody: every statement is the outlet’s own ({} is reported)",
                letters(articles),
                if articles.len() == 1 { "s" } else { "" },
                listed(&others)
            )
        }
        Finding::Headlines(standings) => headlines(standings),
        Finding::Tolls {
            harm,
            tolls,
            without,
            conflict,
        } => figures(*harm, tolls, without, *conflict),
        Finding::Doubted(doubted) => doubts(doubted),
        Finding::Checked { said, silent } => {
            let said: Vec<String> = said
                .iter()
                .map(|(article, phrase)| format!("{} ({})", letter(*article), quoted(phrase)))
                .collect();
            format!(
                "Only {} say{} what was or could not be checked; {} {} not",
                listed(&said),
                if said.len() == 1 { "s" } else { "" },
                letters(silent),
                if silent.len() == 1 { "does" } else { "do" }
            )
        }
        Finding::Agency { victim, agentless } => {
            let to = victim.map_or_else(String::new, |side| format!(" to {}", parties.label(side)));
            let parts: Vec<String> = agentless
                .iter()
                .map(|of| format!("{} of {} in {}", of.part, of.whole, letter(of.article)))
                .collect();
            format!(
                "Harm{to} told without who did it: {}; more than chance explains",
                listed(&parts)
            )
        }
        Finding::Strong { rates, pairs } => {
            let counts: Vec<String> = rates
                .iter()
                .map(|rate| {
                    format!(
                        "{} in {} words of {}",
                        rate.part,
                        rate.whole,
                        letter(rate.article)
                    )
                })
                .collect();
            let pairs: Vec<String> = pairs
                .iter()
                .map(|(one, other)| format!("{}:{}", letter(*one), letter(*other)))
                .collect();
            format!(
                "Strong loaded words in the outlet’s own voice: {}; more than chance explains between {}",
                listed(&counts),
                listed(&pairs)
            )
        }
    }
}

fn silence(
    who: &Who,
    silent: &[usize],
    accused: &[usize],
    asked: &[usize],
    heard: &[Portion],
    parties: &Parties,
) -> String {
    let elsewhere: Vec<String> = heard
        .iter()
        .map(|portion| {
            format!(
                "{} {} of {}",
                letter(portion.article),
                portion.part,
                portion.whole
            )
        })
        .collect();
    let who = match who {
        Who::Side(side) => parties.label(*side),
        Who::Kinds(kinds) => kind_name(kinds),
    };
    let mut text = format!(
        "{} {} {who} no word (reported words elsewhere: {})",
        letters(silent),
        if silent.len() == 1 { "gives" } else { "give" },
        elsewhere.join(", ")
    );
    if !accused.is_empty() {
        let not_asked = accused.iter().all(|article| !asked.contains(article));
        text += "; unfavourable words about it in ";
        text += &letters(accused);
        text += if not_asked {
            ", and no reply sought"
        } else {
            ""
        };
    }
    text
}

fn kind_name(kinds: &[SourceKind]) -> &'static str {
    match kinds.first() {
        Some(SourceKind::Citizen) => "residents, witnesses and families",
        Some(SourceKind::Labour) => "workers and unions",
        Some(SourceKind::Expert) => "experts and independent groups",
        Some(SourceKind::Business) => "companies",
        _ => "officials and security forces",
    }
}

fn headlines(standings: &[(usize, HeadlineStanding)]) -> String {
    let parts: Vec<String> = standings
        .iter()
        .map(|(article, standing)| {
            let letter = letter(*article);
            match standing {
                HeadlineStanding::Attributed { words } => {
                    format!("{letter} names its source ({})", quoted(words))
                }
                HeadlineStanding::Dropped {
                    source: Some(source),
                } => {
                    format!("{letter} states what its body leaves to {}", short(source))
                }
                HeadlineStanding::Dropped { source: None } => {
                    format!("{letter} states what its body leaves to somebody else")
                }
                HeadlineStanding::Own => format!("{letter} names none"),
            }
        })
        .collect();
    format!("Headlines: {}", parts.join("; "))
}

fn harmed(harm: HarmKind) -> &'static str {
    match harm {
        HarmKind::Killing => "killed",
        HarmKind::Injury => "injured",
        _ => "missing",
    }
}

fn told(toll: &Toll) -> String {
    let by = match &toll.teller {
        Teller::Outlet => "its own word".to_owned(),
        Teller::Source(name) => short(name),
        Teller::Unknown => "a source".to_owned(),
    };
    format!("{} {} ({by})", letter(toll.article), quoted(&toll.text))
}

fn figures(harm: HarmKind, tolls: &[Toll], without: &[usize], conflict: bool) -> String {
    let parts: Vec<String> = tolls.iter().map(told).collect();
    let absent = if without.is_empty() {
        String::new()
    } else {
        format!("; {} none", letters(without))
    };
    let what = if conflict {
        "Figures differ"
    } else {
        "One states what another attributes"
    };
    format!(
        "{what}, people {}: {}{absent}",
        harmed(harm),
        parts.join("; ")
    )
}

fn doubts(doubted: &[(usize, Vec<Doubted>)]) -> String {
    let with: Vec<String> = doubted
        .iter()
        .filter(|(_, speakers)| !speakers.is_empty())
        .map(|(article, speakers)| {
            let of: Vec<String> = speakers
                .iter()
                .map(|of| {
                    let added = of
                        .added
                        .as_deref()
                        .map_or_else(String::new, |added| format!(", adding {}", quoted(added)));
                    format!("{} of {}{added}", quoted(&of.cue), short(&of.speaker))
                })
                .collect();
            format!("{} has {}", letter(*article), listed(&of))
        })
        .collect();
    let without: Vec<usize> = doubted
        .iter()
        .filter(|(_, speakers)| speakers.is_empty())
        .map(|(article, _)| *article)
        .collect();
    let none = if without.is_empty() {
        String::new()
    } else {
        format!("; none in {}", letters(&without))
    };
    format!("Verbs that doubt the speaker: {}{none}", with.join("; "))
}
