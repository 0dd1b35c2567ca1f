//! The measures themselves: the list, and what one of them means.

use super::page::{Look, Page};
use super::rich::Rich;
use super::tone::Tone;
use crate::measure::{FAMILIES, Measure};

/// All measures, family by family.
pub fn measures(look: Look) -> String {
    let mut page = Page::new(look);
    let longest = FAMILIES
        .iter()
        .flat_map(|family| family.measures)
        .map(|measure| measure.id.len())
        .max()
        .unwrap_or(0);
    for family in FAMILIES {
        page.heading(&family.title.to_uppercase(), "");
        for measure in family.measures {
            page.entry(
                &Rich::new().toned(measure.id, Tone::Title),
                longest,
                &Rich::new().text(measure.name),
            );
        }
    }
    page.blank();
    page.hanging(
        0,
        0,
        &Rich::new().toned("What one of them means: parallax explain ID", Tone::Dim),
    );
    page.into_text().trim_start().to_owned()
}

/// What measures mean, how they are computed and what they do not say.
pub fn explained(measures: &[&Measure], look: Look) -> String {
    let mut page = Page::new(look);
    for (index, measure) in measures.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        let code = Rich::new().toned(measure.code, Tone::Dim);
        page.ends(
            &Rich::new()
                .toned(measure.id, Tone::Title)
                .text("  ")
                .text(measure.name),
            &code,
        );
        let unit = match measure.denominator {
            "" => measure.unit.to_string(),
            of => format!("{}, of {of}", measure.unit),
        };
        for (label, text) in [
            ("meaning", measure.meaning),
            ("unit", &unit),
            ("formula", measure.formula),
            ("range", measure.range),
            ("evidence", measure.evidence),
            ("limits", measure.limits),
            ("source", measure.source),
        ] {
            if !text.is_empty() {
                page.entry(
                    &Rich::new().toned(label, Tone::Dim),
                    8,
                    &Rich::new().text(text),
                );
            }
        }
    }
    page.into_text()
}
