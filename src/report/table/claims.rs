//! Claims that an article makes in its own voice.

use super::figures::whole;
use super::page::Page;
use super::rich::Rich;
use crate::report::ArticleReport;

/// Writes the section.
pub(super) fn section(article: &ArticleReport, page: &mut Page) {
    page.heading(
        "CLAIMS IN THE OUTLET'S OWN VOICE",
        "sentences with figures, blame or verdicts and no source",
    );
    if article.claims.is_empty() {
        page.line(&Rich::new().text("none found"));
        return;
    }
    let sentences: Vec<String> = article
        .claims
        .iter()
        .map(|claim| format!("S{}", claim.sentence))
        .collect();
    let line = format!(
        "{} of {}: {}",
        whole(sentences.len() as u32),
        whole(article.sentences),
        sentences.join(" ")
    );
    page.line(&Rich::new().text(&line).text("  (--explain claims)"));
}
