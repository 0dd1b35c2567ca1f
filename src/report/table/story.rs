//! Where an article's story begins, and what its headline says.

use super::figures::{counted, percent_of, whole};
use super::page::Page;
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use crate::attribution::Form;
use crate::report::{ArticleReport, HeadlineReport};

/// Start points shown at most.
const STARTS: usize = 6;
/// Longest clause.
const CLAUSE: usize = 60;

/// Writes the section on the time before.
pub(super) fn context(article: &ArticleReport, page: &mut Page) {
    page.heading("CONTEXT", "sentences that go back behind the event");
    if article.context.is_empty() {
        page.line(&Rich::new().text("none: nothing before the year of publication is told"));
        return;
    }
    let words: u32 = article.context.iter().map(|of| of.words).sum();
    let size = format!(
        "{} in {} ({})",
        counted(words, "word", "words"),
        counted(article.context.len() as u32, "sentence", "sentences"),
        percent_of(words, article.words)
    );
    let starts: Vec<Rich> = article
        .context
        .iter()
        .flat_map(|of| of.starts.iter().map(move |start| (of.sentence, start)))
        .map(|(sentence, start)| {
            Rich::new()
                .toned(&ellipsis(&start.text, 40), Tone::Title)
                .toned(&format!("[S{sentence}]"), Tone::Dim)
        })
        .collect();
    let more = starts.len().saturating_sub(STARTS);
    let mut line = Rich::new().text(&format!("{size}: starts "));
    line = Rich::joined(
        [line, Rich::joined(starts.into_iter().take(STARTS), " · ")],
        "",
    );
    if more > 0 {
        line = line.toned(&format!(" and {} more", whole(more as u32)), Tone::Dim);
    }
    page.line(&line);
    if article.published.is_none() {
        let note = "no date of publication: every year counts as an earlier one";
        page.line(&Rich::new().toned(note, Tone::Dim));
    }
}

/// The earliest year that an article goes back to, and what it tells of it: a cell of a comparison.
pub(super) fn start(article: &ArticleReport) -> Rich {
    let starts = || article.context.iter().flat_map(|of| &of.starts);
    let earliest = starts()
        .filter(|start| start.year.is_some())
        .min_by_key(|start| start.year);
    let Some(start) = earliest.or_else(|| starts().next()) else {
        return Rich::new().text("nothing before");
    };
    let year = start
        .year
        .map_or_else(|| start.text.clone(), |year| year.to_string());
    Rich::new()
        .toned(&year, Tone::Title)
        .text(&format!(": {}", ellipsis(&start.clause, CLAUSE)))
}

/// Writes the section on the headline.
pub(super) fn headline(article: &ArticleReport, page: &mut Page) {
    let Some(headline) = &article.headline else {
        return;
    };
    page.heading("HEADLINE", "often all that is read");
    let loaded = article
        .loaded
        .iter()
        .filter(|term| term.zone == crate::article::ZoneKind::Headline && term.status.counts())
        .count();
    let mut facts = vec![
        counted(headline.words, "word", "words"),
        source(headline, article),
        match loaded {
            0 => "no loaded words".to_owned(),
            some => counted(some as u32, "loaded word", "loaded words"),
        },
    ];
    if !article.sides.is_empty() {
        facts.push(match headline.parties.as_slice() {
            [] => "no side named".to_owned(),
            sides => format!("sides named: {}", sides.join(", ")),
        });
    }
    for (is, fact) in [
        (headline.question, "a question"),
        (headline.exclamation, "exclaims"),
    ] {
        facts.extend(is.then(|| fact.to_owned()));
    }
    if !headline.numbers.is_empty() {
        facts.push(format!("numbers: {}", headline.numbers.join(", ")));
    }
    facts.push(format!(
        "{} of {} content words in the body",
        whole(headline.in_body),
        whole(headline.content_words)
    ));
    page.line(&Rich::new().text(&facts.join(" · ")));
    if let Some(line) = dropped(headline) {
        page.flag(&line);
    }
    if headline.span.is_none() {
        let note = "the title stands beside the text: its loaded words and names are not counted";
        page.line(&Rich::new().toned(note, Tone::Dim));
    }
}

/// Whether a source is named, and how.
fn source(headline: &HeadlineReport, article: &ArticleReport) -> String {
    let id = headline.attribution.as_ref();
    let of = id.and_then(|id| article.attributions.iter().find(|of| of.id == *id));
    match of {
        Some(_) if headline.form == Some(Form::TopicNominal) => {
            "tells of talks, claims nothing".to_owned()
        }
        Some(of) => format!("names a source: {}", ellipsis(&of.source.text, 40)),
        None if headline.attributed => "names a source".to_owned(),
        None => "names no source".to_owned(),
    }
}

/// What the body attributes and the headline does not.
pub(super) fn dropped(headline: &HeadlineReport) -> Option<String> {
    let dropped = headline.dropped.as_ref()?;
    let who = if dropped.source.is_empty() {
        "a source".to_owned()
    } else {
        ellipsis(&dropped.source, 60)
    };
    Some(format!(
        "the headline states as fact what the body gives to {who} [S{}]",
        dropped.sentence
    ))
}

/// Writes every start point with its clause.
pub(super) fn explained(article: &ArticleReport, page: &mut Page) {
    page.heading(
        "CONTEXT",
        "sentences that go back behind the event, and by which words",
    );
    for of in &article.context {
        for start in &of.starts {
            page.hanging(
                2,
                6,
                &Rich::new()
                    .toned(&format!("S{}", of.sentence), Tone::Dim)
                    .text(" ")
                    .toned(&start.text, Tone::Title)
                    .text(&format!(": {}", ellipsis(&start.clause, 160))),
            );
        }
    }
    if article.context.is_empty() {
        page.line(&Rich::new().text("none found"));
    }
}
