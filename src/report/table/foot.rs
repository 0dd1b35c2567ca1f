//! What stands at the end of every report: the packs that decided, and what the numbers do not say.

use super::page::Page;
use super::rich::Rich;
use super::tone::Tone;
use crate::report::{LexiconUsed, Report};
use std::fmt::Write;

/// What no number here says.
pub(in crate::report) const LIMITS: &str = "A loaded word is not a wrong word, and a source is not right because it is quoted. Not seen: irony, \
    metaphor, images, placement, and what no article mentions. Meaning and limits of every measure: parallax explain list";

/// Writes the section.
pub(super) fn section(report: &Report, page: &mut Page) {
    limits(page);
    packs(&report.lexicons, &report.tool_version, page);
}

/// What the numbers do not say.
pub(super) fn limits(page: &mut Page) {
    page.blank();
    page.hanging(0, 0, &Rich::new().toned(LIMITS, Tone::Dim));
}

/// The packs that decided.
pub(super) fn packs(lexicons: &[LexiconUsed], tool_version: &str, page: &mut Page) {
    let used = used(lexicons, tool_version);
    page.hanging(0, 0, &Rich::new().toned(&used, Tone::Dim));
}

/// The program and the packs that decided.
pub(in crate::report) fn used(lexicons: &[LexiconUsed], tool_version: &str) -> String {
    let mut versions: Vec<&str> = lexicons.iter().map(|pack| pack.version.as_str()).collect();
    versions.sort_unstable();
    versions.dedup();
    format!(
        "parallax {} · {} lexicon packs, version {} · digest {}",
        tool_version,
        lexicons.len(),
        versions.join(", "),
        digest(lexicons)
    )
}

/// One digest of all packs, short: reports that show the same one used the same packs.
fn digest(lexicons: &[LexiconUsed]) -> String {
    use sha2::{Digest, Sha256};
    let mut digests: Vec<&str> = lexicons.iter().map(|pack| pack.digest.as_str()).collect();
    digests.sort_unstable();
    let mut hash = Sha256::new();
    for digest in digests {
        hash.update(digest.as_bytes());
    }
    let digest = hash.finalize();
    let mut short = String::with_capacity(12);
    for byte in digest.iter().take(6) {
        // Writing to a string cannot fail.
        let _ = write!(short, "{byte:02x}");
    }
    short
}
