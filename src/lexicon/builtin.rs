//! The packs that come with the program.

use super::pack::{PackHeader, PackText};

/// One pack a line, without prose; written by the build script.
static COMPACT: &str = include_str!(concat!(env!("OUT_DIR"), "/packs.jsonl"));

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// All built-in packs. What a mistake in a pack makes unreadable is left out here and named by the check, which every build runs as a test.
pub(super) fn packs() -> Vec<(PackText<'static>, PackHeader)> {
    let texts = COMPACT
        .lines()
        .filter_map(|line| serde_json::from_str::<PackText<'static>>(line).ok());
    texts
        .map(|text| {
            let header = text.header(true);
            (text, header)
        })
        .collect()
}

/// The sources of the built-in packs: path below `lexicons`, and TOML.
pub(super) fn sources() -> &'static [(&'static str, &'static str)] {
    SOURCES
}
