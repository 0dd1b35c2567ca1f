//! Who harms whom, and whose dead have figures and names: one article, or several side by side.

use super::figures::{NONE, counted, percent, place, whole};
use super::grid::{Column, Grid};
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use crate::framing::casualties::{FigureBound, State};
use crate::framing::harm::{AgencyClass, Reality};
use crate::report::{ArticleReport, CasualtyReport, HarmReport, HarmSideReport};

/// How to read the section.
pub(super) const REMARK: &str = "who does it and who suffers it; a list of wordings, not of facts";
/// From this whole on a part is shown in percent too.
const FEW: u32 = 10;
/// Cells that say nothing.
const EMPTY: [&str; 3] = ["0", NONE, "0 / 0"];
/// How many wordings a line lists.
const SHOWN: usize = 8;
/// Columns that a side's label or a wording may take before it is cut.
const LABEL: usize = 32;
const WORDING: usize = 48;

/// Writes the section; nothing where no harm is told.
pub(super) fn section(article: &ArticleReport, page: &mut Page) {
    if article.harm.is_empty() && article.figures.is_empty() {
        return;
    }
    page.heading("HARM AND AGENTS", REMARK);
    sides(article, page);
    agents(article, page);
    clauses(article, page);
    unreal(article, page);
    headline(article, page);
    figures(article, page);
    persons(article, page);
}

fn text(text: &str) -> Rich {
    Rich::new().text(text)
}

/// What each declared side does and suffers.
fn sides(article: &ArticleReport, page: &mut Page) {
    if article.harm_sides.is_empty() {
        return;
    }
    let columns = vec![
        Column::Text(12),
        Column::Figure,
        Column::Figure,
        Column::Word,
        Column::Figure,
        Column::Figure,
        Column::Figure,
    ];
    let mut grid = Grid::new(columns).header([
        "side",
        "harms",
        "suffers",
        "agent left out",
        "figures",
        "sourced",
        "named",
    ]);
    for side in &article.harm_sides {
        grid.row(vec![
            text(&ellipsis(&side.label, LABEL)),
            text(&whole(side.agent)),
            text(&whole(side.victim)),
            text(&agentless(side)),
            text(&whole(side.figures)),
            text(&whole(side.figures_attributed)),
            text(&whole(side.named)),
        ]);
    }
    page.grid(&grid);
}

/// Of the harm to a side, what is told without agent: `1 of 4`.
fn agentless(side: &HarmSideReport) -> String {
    part(side.victim_agentless, side.victim)
}

/// `2 of 15`; in percent too where the whole is not small.
fn part(part: u32, all: u32) -> String {
    match all {
        0 => NONE.to_owned(),
        all if all < FEW => format!("{} of {}", whole(part), whole(all)),
        all => format!(
            "{} of {} ({})",
            whole(part),
            whole(all),
            percent(f64::from(part) / f64::from(all))
        ),
    }
}

fn body(article: &ArticleReport) -> impl Iterator<Item = &HarmReport> {
    article.harm.iter().filter(|harm| harm.counts())
}

fn number(article: &ArticleReport, wanted: impl Fn(&HarmReport) -> bool) -> u32 {
    body(article).filter(|harm| wanted(harm)).count() as u32
}

/// How many leave the agent out, and which.
fn agents(article: &ArticleReport, page: &mut Page) {
    let all = number(article, |_| true);
    let left: Vec<&HarmReport> = body(article)
        .filter(|harm| harm.class.is_agentless())
        .collect();
    let count = format!(
        "{}; who did it is left out in {}",
        counted(all, "wording of harm", "wordings of harm"),
        part(left.len() as u32, all)
    );
    page.line(&text(&count));
    if left.is_empty() {
        return;
    }
    page.labelled("left out:", &listed(&left));
    let elsewhere = left
        .iter()
        .filter(|harm| harm.agent_elsewhere.is_some())
        .count() as u32;
    let told = format!(
        "of these, the article names somebody for the like elsewhere: {}",
        part(elsewhere, left.len() as u32)
    );
    page.line(&Rich::new().toned(&told, Tone::Dim));
}

/// Wordings with their places.
fn listed(harms: &[&HarmReport]) -> Rich {
    let parts = harms.iter().take(SHOWN).map(|harm| {
        text(&ellipsis(&harm.text, WORDING))
            .toned(&format!("[{}]", place(harm.sentence, harm.zone)), Tone::Dim)
    });
    let mut list = Rich::joined(parts, " · ");
    if let Some(more) = harms.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        list = list.toned(&format!(" and {} more", whole(more as u32)), Tone::Dim);
    }
    list
}

/// Active and passive clauses.
fn clauses(article: &ArticleReport, page: &mut Page) {
    let active = number(article, |harm| harm.class.is_active());
    let passive = number(article, |harm| harm.class.is_passive());
    if active + passive == 0 {
        return;
    }
    let by = number(article, |harm| harm.class == AgencyClass::PassiveBy);
    let here = number(article, |harm| {
        harm.class == AgencyClass::PassiveAgentInSentence
    });
    let passives = match passive {
        0 => String::new(),
        _ => format!(
            ": {} with \"by\", {} with the agent elsewhere in the sentence, {} without",
            whole(by),
            whole(here),
            whole(passive - by - here)
        ),
    };
    page.line(&text(&format!(
        "clauses: {} active, {} passive{passives}",
        whole(active),
        whole(passive)
    )));
}

/// What did not happen.
fn unreal(article: &ArticleReport, page: &mut Page) {
    let unreal: Vec<&HarmReport> = article
        .harm
        .iter()
        .filter(|harm| harm.reality != Reality::Plain)
        .collect();
    if unreal.is_empty() {
        return;
    }
    page.labelled("denied, feared or to come, not counted:", &listed(&unreal));
}

/// Harm in the headline.
fn headline(article: &ArticleReport, page: &mut Page) {
    let parts: Vec<Rich> = article
        .harm
        .iter()
        .filter(|harm| harm.sentence == 0 && harm.reality == Reality::Plain)
        .map(|harm| {
            text(&ellipsis(&harm.text, WORDING))
                .toned(&format!(" ({})", class(harm.class)), Tone::Dim)
        })
        .collect();
    if !parts.is_empty() {
        page.labelled("above the body:", &Rich::joined(parts, " · "));
    }
}

/// A class in plain words.
pub(in crate::report) const fn class(class: AgencyClass) -> &'static str {
    match class {
        AgencyClass::Active => "active",
        AgencyClass::ActiveLight => "active, with a noun of harm",
        AgencyClass::PassiveBy => "passive with \"by\"",
        AgencyClass::PassiveAgentInSentence => "passive, agent elsewhere in the sentence",
        AgencyClass::PassiveAgentless => "passive without agent",
        AgencyClass::Intransitive => "no agent: somebody died, something exploded",
        AgencyClass::NominalAgentNamed => "noun with agent",
        AgencyClass::NominalAgentless => "noun without agent",
        AgencyClass::MutualNominal => "two sides, nobody who began",
        AgencyClass::ParticipleAgentUnnamed => "participle, nobody named",
    }
}

/// The figures by side; those of no side last.
fn figures(article: &ArticleReport, page: &mut Page) {
    let of = |side: Option<&str>| -> Vec<&CasualtyReport> {
        let all = article.figures.iter();
        all.filter(|figure| figure.side.as_deref() == side)
            .collect()
    };
    for side in &article.harm_sides {
        let figures = of(Some(&side.side));
        let label = format!("figures, {}:", ellipsis(&side.label, LABEL));
        if figures.is_empty() {
            // "None" says something only of a side that harm is told of.
            if side.agent + side.victim > 0 {
                page.labelled(&label, &Rich::new().toned("none", Tone::Dim));
            }
        } else {
            page.labelled(&label, &row(article, &figures));
        }
    }
    let rest = of(None);
    if !rest.is_empty() {
        let label = if article.harm_sides.is_empty() {
            "figures:"
        } else {
            "figures, no side:"
        };
        page.labelled(label, &row(article, &rest));
    }
}

fn row(article: &ArticleReport, figures: &[&CasualtyReport]) -> Rich {
    let parts = figures.iter().map(|figure| {
        let source = figure.source.as_ref().and_then(|id| {
            let source = article.sources.iter().find(|source| source.id == *id)?;
            Some(format!(", {}", ellipsis(&source.name, LABEL)))
        });
        let told = match (&source, &figure.attribution) {
            (Some(source), _) => source.as_str(),
            (None, Some(_)) => ", attributed",
            (None, None) => ", no source",
        };
        let total = if figure.total { ", total" } else { "" };
        let what = match figure.state {
            State::Property => ellipsis(&figure.text, LABEL),
            state => format!("{} {}", bounded(figure), state_word(state)),
        };
        text(&what).toned(
            &format!("[{}{told}{total}]", place(figure.sentence, figure.zone)),
            Tone::Dim,
        )
    });
    Rich::joined(parts, " · ")
}

/// The number with its bound: `≥43`, `~200`; the words where it has no value.
fn bounded(figure: &CasualtyReport) -> String {
    let Some(number) = figure.number else {
        return ellipsis(&figure.text, LABEL);
    };
    let sign = match figure.bound {
        FigureBound::Exact => "",
        FigureBound::Floor => "≥",
        FigureBound::Ceiling => "≤",
        FigureBound::Approximate => "~",
    };
    format!("{sign}{}", crate::report::numbers::grouped(number))
}

const fn state_word(state: State) -> &'static str {
    match state {
        State::Killed => "killed",
        State::Injured => "injured",
        State::Casualties => "killed or injured",
        State::Missing => "missing",
        State::Detained => "held",
        State::Displaced => "displaced",
        State::Property => "damaged",
    }
}

/// Names and what makes persons of figures.
fn persons(article: &ArticleReport, page: &mut Page) {
    if !article.named_victims.is_empty() {
        let parts = article.named_victims.iter().map(|victim| {
            text(&ellipsis(&victim.text, LABEL)).toned(
                &format!(
                    "[{}]",
                    place(victim.sentence, crate::article::ZoneKind::Headline)
                ),
                Tone::Dim,
            )
        });
        page.labelled("victims with a name:", &Rich::joined(parts, " · "));
    }
    if !article.victim_details.is_empty() {
        let mut words: Vec<String> = Vec::new();
        for detail in &article.victim_details {
            let word = detail.text.to_lowercase();
            if !words.contains(&word) {
                words.push(word);
            }
        }
        page.labelled("told of victims:", &text(&words.join(", ")));
    }
}

/// The rows of a comparison. Empty where no article tells of harm.
pub(super) fn rows(articles: &[ArticleReport]) -> Vec<(String, Vec<Rich>)> {
    if articles
        .iter()
        .all(|article| article.harm.is_empty() && article.figures.is_empty())
    {
        return Vec::new();
    }
    let cells = |of: &dyn Fn(&ArticleReport) -> String| -> Vec<Rich> {
        articles.iter().map(|article| text(&of(article))).collect()
    };
    let all = |article: &ArticleReport| number(article, |_| true);
    let mut rows = vec![
        (
            "wordings of harm".to_owned(),
            cells(&|article| whole(all(article))),
        ),
        (
            "agent left out".to_owned(),
            cells(&|article| {
                part(
                    number(article, |harm| harm.class.is_agentless()),
                    all(article),
                )
            }),
        ),
        (
            "passive clauses".to_owned(),
            cells(&|article| {
                let passive = number(article, |harm| harm.class.is_passive());
                let active = number(article, |harm| harm.class.is_active());
                part(passive, passive + active)
            }),
        ),
    ];
    let sides = articles
        .first()
        .map_or(&[][..], |article| &article.harm_sides);
    for (index, side) in sides.iter().enumerate() {
        let of = |article: &ArticleReport, value: &dyn Fn(&HarmSideReport) -> String| {
            article
                .harm_sides
                .get(index)
                .map_or_else(|| NONE.to_owned(), value)
        };
        let label = ellipsis(&side.label, LABEL);
        let mut add = |name: &str, value: &dyn Fn(&HarmSideReport) -> String| {
            let cells: Vec<String> = articles.iter().map(|article| of(article, value)).collect();
            // What is nothing in every article needs no row.
            if !cells.iter().all(|cell| EMPTY.contains(&cell.as_str())) {
                let cells = cells.iter().map(|cell| text(cell)).collect();
                rows.push((format!("{name}: {label}"), cells));
            }
        };
        add("harm by", &|side| whole(side.agent));
        add("harm to", &|side| whole(side.victim));
        add("  agent left out", &agentless);
        add("figures / sourced", &|side| {
            format!(
                "{} / {}",
                whole(side.figures),
                whole(side.figures_attributed)
            )
        });
    }
    if sides.is_empty() {
        rows.push((
            "figures / sourced".to_owned(),
            cells(&|article| {
                let figures = article.figures.iter().filter(|figure| figure.sentence > 0);
                let sourced = figures
                    .clone()
                    .filter(|figure| figure.attribution.is_some())
                    .count();
                format!(
                    "{} / {}",
                    whole(figures.count() as u32),
                    whole(sourced as u32)
                )
            }),
        ));
    }
    rows.push((
        "victims with a name".to_owned(),
        cells(&|article| whole(article.named_victims.len() as u32)),
    ));
    rows
}
