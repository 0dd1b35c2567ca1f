//! Reads all gold texts, where they are there: nothing may fail, and most of them have their headline on top.
// Tests that are skipped say so.
#![allow(clippy::print_stdout)]

use parallax::article::{ReadOptions, ZoneKind, read_paths};
use std::collections::BTreeMap;

mod article_support;
use article_support::{rules, seed_folder};

#[test]
fn all_gold_texts_are_read() {
    let Some(shared) = seed_folder() else { return };
    let mut files: Vec<_> = std::fs::read_dir(shared.join("gold"))
        .expect("the gold")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "jsonl")
        })
        .collect();
    files.sort();
    for file in files {
        let readings = read_paths(
            std::slice::from_ref(&file),
            &rules(),
            &ReadOptions::default(),
        );
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut zones: BTreeMap<ZoneKind, usize> = BTreeMap::new();
        let mut headlines = 0;
        for article in &readings.articles {
            for zone in &article.zones {
                *zones.entry(zone.kind).or_default() += 1;
            }
            headlines += usize::from(
                article
                    .zones
                    .iter()
                    .any(|zone| zone.kind == ZoneKind::Headline),
            );
        }
        println!(
            "{name}: {} articles, {headlines} with a headline, {zones:?}",
            readings.articles.len()
        );
        // Some records hold an empty text, and they say so.
        let failed: Vec<_> = readings
            .problems
            .iter()
            .filter(|problem| !problem.message.starts_with("has no text"))
            .collect();
        assert!(failed.is_empty(), "{failed:?}");
        let titled = ["attribution", "basil", "ptc"]
            .iter()
            .any(|kind| name.starts_with(kind));
        assert!(
            !titled || headlines * 20 >= readings.articles.len() * 19,
            "{name}: {headlines} headlines"
        );
    }
}
