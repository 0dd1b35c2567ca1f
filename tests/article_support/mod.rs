//! What the tests of the article stage share.
#![allow(dead_code, clippy::print_stdout)]

use parallax::article::{Article, ZoneRules};
use std::path::PathBuf;

/// The rules of the built-in pack.
pub(crate) fn rules() -> ZoneRules {
    let pack: toml::Table = include_str!("../../lexicons/en/zones.toml")
        .parse()
        .expect("TOML");
    let mut rules = ZoneRules::default();
    for class in pack["class"].as_array().expect("classes") {
        let words = class["words"]
            .as_array()
            .expect("words")
            .iter()
            .map(|word| word.as_str().expect("text"));
        assert!(class["doc"].as_str().is_some_and(|doc| doc.len() > 20));
        rules
            .add_class(class["name"].as_str().expect("a name"), words)
            .expect("a known class");
    }
    rules
}

/// The folder with the seed and its gold, which is not part of the project.
pub(crate) fn seed_folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let found = folder.join("seed").is_dir();
    if !found {
        println!("skipped: no ../shared/seed");
    }
    found.then_some(folder)
}

/// The zones as `(kind, start, end)`.
pub(crate) fn zone_list(article: &Article) -> Vec<(String, u64, u64)> {
    let kind = |kind| {
        serde_json::to_value(kind)
            .expect("a name")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    article
        .zones
        .iter()
        .map(|zone| {
            (
                kind(zone.kind),
                zone.span.start.into(),
                zone.span.end.into(),
            )
        })
        .collect()
}
