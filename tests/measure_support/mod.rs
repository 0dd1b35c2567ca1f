//! What the tests of measures share.
#![allow(dead_code)]

use parallax::analyzer::Analyzer;
use parallax::article::{Article, Outlet, OutletFrom, Zone, ZoneKind};
use parallax::measure::Measured;
use parallax::report::{ArticleReport, ReportOptions, article_report};
use parallax::span::Span;
use std::sync::OnceLock;

/// One for all tests.
pub(crate) fn analyzer() -> &'static Analyzer {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    ANALYZER.get_or_init(Analyzer::builtin)
}

/// An article whose paragraphs are body, but the first, which is the headline if it has no full stop.
pub(crate) fn article(id: &str, text: &str) -> Article {
    let mut zones = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let span = Span::new(start as u32, (start + paragraph.len()) as u32);
        let kind = if start == 0 && !paragraph.contains('.') {
            ZoneKind::Headline
        } else {
            ZoneKind::Body
        };
        if !paragraph.trim().is_empty() {
            zones.push(Zone { kind, span });
        }
        start += paragraph.len() + 2;
    }
    Article {
        id: id.to_owned(),
        path: id.to_owned(),
        outlet: Outlet {
            name: id.to_owned(),
            from: OutletFrom::FileName,
        },
        event: None,
        published: None,
        url: None,
        title: None,
        genre: None,
        origin: parallax::article::Origin::File,
        text: text.to_owned(),
        zones,
    }
}

/// What is counted in a text.
pub(crate) fn measured(text: &str) -> Measured {
    let article = article("text", text);
    analyzer().measure(&analyzer().analyze(&article))
}

/// The report of a text.
pub(crate) fn reported(id: &str, text: &str) -> ArticleReport {
    let article = article(id, text);
    article_report(
        analyzer(),
        &analyzer().analyze(&article),
        ReportOptions::default(),
    )
}
