//! One article, section by section.

use super::figures::{counted, whole};
use super::page::{Look, Page};
use super::rich::{Rich, ellipsis};
use super::tone::Tone;
use super::{claims, explain, foot, harm, loaded, naming, sides, speakers, story, words};
use crate::article::ZoneKind;
use crate::report::{ArticleReport, Report};
use explain::Part;

/// Writes one section of an article.
pub(super) type Section = fn(&ArticleReport, &mut Page);

/// The sections, in the order of their importance to a reader.
pub(super) const SECTIONS: &[Section] = &[
    sides::section,
    speakers::section,
    loaded::section,
    harm::section,
    naming::section,
    claims::section,
    story::context,
    story::headline,
];

/// The articles one after the other; `parts` are shown below each.
pub fn score(report: &Report, parts: &[Part], look: Look) -> String {
    let mut page = Page::new(look);
    for (index, article) in report.articles.iter().enumerate() {
        if index > 0 {
            page.blank();
            page.rule();
        }
        head(article, &mut page);
        for section in SECTIONS {
            section(article, &mut page);
        }
        notes(article, &mut page);
        for part in parts.iter().filter(|part| part.is_of_article()) {
            explain::section(*part, article, &mut page);
        }
    }
    foot::section(report, &mut page);
    page.into_text()
}

/// Headline, outlet, date and size.
fn head(article: &ArticleReport, page: &mut Page) {
    let outlet = outlet(article);
    let title = title(article);
    page.ends(&Rich::new().toned(&title, Tone::Title), &outlet);
    let skipped = article
        .zones
        .iter()
        .filter(|zone| {
            !matches!(
                zone.zone,
                ZoneKind::Body | ZoneKind::Headline | ZoneKind::Metadata
            )
        })
        .count();
    let mut size = vec![
        counted(article.words, "word", "words"),
        counted(article.sentences, "sentence", "sentences"),
        counted(article.paragraphs, "paragraph", "paragraphs"),
    ];
    if skipped > 0 {
        let blocks = counted(skipped as u32, "block", "blocks");
        size.push(format!("{blocks} beside the body (--explain zones)"));
    }
    size.extend(
        article
            .genre
            .iter()
            .map(|genre| format!("marked as {genre}")),
    );
    page.hanging(0, 2, &Rich::new().text(&size.join(" · ")));
}

/// The headline, or what to call an article without one.
pub(in crate::report) fn title(article: &ArticleReport) -> String {
    const LONGEST: usize = 200;
    article.title.as_ref().map_or_else(
        || format!("(no headline) {}", article.path),
        |title| ellipsis(title, LONGEST),
    )
}

/// The outlet with the date, and where its name was found if it was not stated.
pub(super) fn outlet(article: &ArticleReport) -> Rich {
    let mut outlet = Rich::new()
        .text(&words::outlet(article))
        .toned(words::outlet_from(article.outlet_from), Tone::Dim);
    if let Some(published) = &article.published {
        outlet = outlet.text(" · ").text(day(published));
    }
    outlet
}

/// The day of a date with or without a time.
pub(in crate::report) fn day(published: &str) -> &str {
    published.split('T').next().unwrap_or(published)
}

fn notes(article: &ArticleReport, page: &mut Page) {
    const SHOWN: usize = 6;
    for note in article.notes.iter().take(SHOWN) {
        page.note(note);
    }
    if let Some(more) = article
        .notes
        .len()
        .checked_sub(SHOWN)
        .filter(|more| *more > 0)
    {
        page.note(&format!(
            "and {} more; --format json lists them",
            whole(more as u32)
        ));
    }
}
