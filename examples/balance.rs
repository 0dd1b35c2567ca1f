//! Prints the paired entries of the loaded packs, by category and camp: what one camp is called and what the other is.
#![allow(clippy::print_stdout)] // What it prints is what it is read for.

use parallax::lexicon::Lexicon;
use std::collections::BTreeMap;

fn main() {
    let lexicon = Lexicon::builtin();
    let mut by_category: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for entry in lexicon.entries() {
        let Some(other) = entry
            .pair()
            .and_then(|pair| lexicon.entry_by_id(pair))
            .map(|id| lexicon.entry(id))
        else {
            continue;
        };
        if entry.id() > other.id() {
            continue;
        }
        let side = |entry: &parallax::lexicon::Entry| {
            let retired = if entry.retired { ", retired" } else { "" };
            format!(
                "{} ({} forms, weight {}{retired})",
                entry.id(),
                entry.forms().count(),
                entry.weight
            )
        };
        by_category
            .entry(entry.category.code())
            .or_default()
            .push(format!("{} — {}", side(entry), side(other)));
    }
    for (category, pairs) in by_category {
        println!("{category}");
        for pair in pairs {
            println!("  {pair}");
        }
    }
}
