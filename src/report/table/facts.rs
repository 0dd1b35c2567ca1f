//! The same fact, told twice: the tellings one below the other, with what differs.

use super::compare::names;
use super::figures::counted;
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::words;
use crate::compare::alignment::{Difference, Standing};
use crate::report::{ArticleReport, FactReport, Report, TellingReport};

/// Facts in the short table.
const MOST: usize = 3;
/// Lines of a telling in the short table.
const LINES: usize = 2;

/// The facts that tell most about the articles.
pub(super) fn section(report: &Report, page: &mut Page) {
    let Some(comparison) = &report.comparison else {
        return;
    };
    let mut facts: Vec<&FactReport> = comparison.facts.iter().collect();
    facts.sort_by_key(|fact| fact.rank);
    facts.retain(|fact| !fact.differs.is_empty());
    let all = comparison.facts.len();
    let remark = if all > facts.len().min(MOST) {
        format!(
            "{} of {all} in which the tellings differ; --explain alignment shows all",
            facts.len().min(MOST)
        )
    } else {
        String::new()
    };
    page.heading("THE SAME FACT, TOLD TWICE", &remark);
    if facts.is_empty() {
        let nothing = if all == 0 {
            "no sentence was found that tells what a sentence of another article tells".to_owned()
        } else {
            format!("{} told alike", counted(all as u32, "fact is", "facts are"))
        };
        page.line(&Rich::new().text(&nothing));
        return;
    }
    for fact in facts.into_iter().take(MOST) {
        let width = page.width().saturating_sub(8).max(20) * LINES;
        write(fact, report, Some(width), page);
    }
}

/// All facts, in the order of the text.
pub(super) fn explained(report: &Report, page: &mut Page) {
    let facts = report
        .comparison
        .as_ref()
        .map_or(&[][..], |comparison| &comparison.facts);
    page.heading(
        "ALIGNMENT",
        "sentences taken for the same fact, in the order of the text; the mark is how alike the least alike two are",
    );
    if facts.is_empty() {
        page.line(&Rich::new().text("none"));
    }
    for fact in facts {
        write(fact, report, None, page);
    }
}

fn write(fact: &FactReport, report: &Report, width: Option<usize>, page: &mut Page) {
    let names = names(report);
    let letter = |article: u32| {
        names
            .get(article as usize)
            .map_or('?', |(letter, _)| *letter)
    };
    let mut line = Rich::new().toned(&format!("{}  ", fact.id), Tone::Dim);
    line = line.text(&summary(fact, &letter));
    if width.is_none() {
        line = line.toned(&format!("  {:.2}", fact.score), Tone::Dim);
    }
    page.line(&line);
    for telling in &fact.told {
        let Some(article) = report.articles.get(telling.article as usize) else {
            continue;
        };
        let head = format!("{} ", letter(telling.article));
        let line = Rich::joined(
            [
                Rich::new()
                    .toned(&head, Tone::Title)
                    .toned(&format!("S{}", telling.sentence), Tone::Dim),
                Rich::new().toned(&whose(telling), Tone::Title),
                text(telling, article, width),
            ],
            " ",
        );
        page.hanging(4, 6, &line);
    }
}

/// `A states it, B and C attribute it; other figures; not found in D`.
fn summary(fact: &FactReport, letter: &impl Fn(u32) -> char) -> String {
    let mut parts: Vec<String> = Vec::new();
    let standings = [
        (Standing::Asserted, "states it", "state it"),
        (Standing::Attributed, "attributes it", "attribute it"),
        (Standing::Quoted, "quotes it", "quote it"),
        (
            Standing::Ambiguous,
            "leaves open whose word it is",
            "leave open whose word it is",
        ),
    ];
    let told: Vec<String> = standings
        .into_iter()
        .filter_map(|(standing, one, many)| {
            let of = fact.told.iter().filter(|told| told.standing == standing);
            let letters: Vec<char> = of.map(|told| letter(told.article)).collect();
            let verb = if letters.len() == 1 { one } else { many };
            (!letters.is_empty()).then(|| format!("{} {verb}", listed(&letters)))
        })
        .collect();
    parts.push(told.join(", "));
    let differs: Vec<&str> = fact
        .differs
        .iter()
        .filter_map(|difference| match difference {
            Difference::Standing => None,
            Difference::Stance => Some("verbs of other stance"),
            Difference::Agency => Some("not all say who did it"),
            Difference::Figures => Some("other figures"),
            Difference::Loaded => Some("other loaded words"),
            Difference::Source => Some("other sources"),
        })
        .collect();
    if !differs.is_empty() {
        parts.push(differs.join(", "));
    }
    if !fact.not_found.is_empty() {
        let letters: Vec<char> = fact.not_found.iter().map(|&of| letter(of)).collect();
        parts.push(format!("not found in {}", listed(&letters)));
    }
    parts.join("; ")
}

/// `A`, `A and B`, `A, B and C`.
pub(super) fn listed(letters: &[char]) -> String {
    let letters: Vec<String> = letters.iter().map(char::to_string).collect();
    match letters.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Who is said to say it: `Hallow Water, say:`.
fn whose(telling: &TellingReport) -> String {
    const NAME: usize = 40;
    match &telling.said_by {
        None if telling.standing == Standing::Asserted => "in its own words:".to_owned(),
        None => "nobody is named:".to_owned(),
        Some(said) if said.source.is_empty() => format!("({}):", said.cue),
        Some(said) => format!("{} ({}):", ellipsis(&said.source, NAME), said.cue),
    }
}

/// The sentence with its loaded words and figures marked.
fn text(telling: &TellingReport, article: &ArticleReport, width: Option<usize>) -> Rich {
    let mut marks: Vec<([u32; 2], Tone)> = telling
        .loaded
        .iter()
        .filter_map(|id| article.loaded.iter().find(|term| term.id == *id))
        .map(|term| ([term.start, term.end], Tone::Loaded))
        .chain(telling.figures.iter().map(|found| (found.span, Tone::Flag)))
        .collect();
    marks.sort_by_key(|(span, _)| *span);
    let shown = words::one_line(&telling.text);
    let shown = width.map_or_else(|| shown.clone(), |width| ellipsis(&shown, width));
    let chars: Vec<char> = shown.chars().collect();
    let start = telling.span[0];
    let cut = |from: u32, to: u32| -> String {
        let at = |point: u32| (point.saturating_sub(start) as usize).min(chars.len());
        chars[at(from)..at(to).max(at(from))].iter().collect()
    };
    let mut rich = Rich::new();
    let mut from = start;
    for ([begin, end], tone) in marks {
        if begin < from {
            continue;
        }
        rich = rich.text(&cut(from, begin)).toned(&cut(begin, end), tone);
        from = end;
    }
    rich.text(&cut(from, u32::MAX))
}
