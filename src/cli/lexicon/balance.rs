//! `parallax lexicon balance`: whether the packs weigh the words of opposing camps alike.

use super::coverage::{self, Hits};
use crate::cli::arguments::Inputs;
use crate::cli::console::Console;
use crate::cli::inputs;
use parallax::error::Problem;
use parallax::lexicon::{Category, Entry, EntryId, Lexicon, Polarity};
use std::fmt::Write as _;

/// Per category its entries, weights and polarity; then every pair of camps side by side. A pair that differs in weight is a problem.
pub(super) fn balance(options: &Inputs, console: &mut Console) -> Option<String> {
    let analyzer = inputs::analyzer(options, console);
    let lexicon = analyzer.lexicon();
    let asked = !options.files.is_empty() || options.files_from.is_some();
    let hits = if asked {
        Some(coverage::hits(options, &analyzer, console)?)
    } else {
        None
    };
    let mut text = String::new();
    categories(lexicon, hits.as_ref(), &mut text);
    pairs(lexicon, hits.as_ref(), &mut text, console);
    Some(text)
}

fn live(lexicon: &Lexicon) -> impl Iterator<Item = (EntryId, &Entry)> {
    let entries = lexicon.entries().iter().enumerate();
    entries
        .filter(|(_, entry)| !entry.retired)
        .map(|(at, entry)| (EntryId(at as u32), entry))
}

fn categories(lexicon: &Lexicon, hits: Option<&Hits>, text: &mut String) {
    let _ = writeln!(
        text,
        "CATEGORIES          entries  weight 1    2    3   unfavourable favourable neither   paired{}",
        if hits.is_some() { "     hits" } else { "" }
    );
    for (category, _) in Category::ALL {
        let of = || live(lexicon).filter(|(_, entry)| entry.category == *category);
        let weight = |weight: u8| of().filter(|(_, entry)| entry.weight == weight).count();
        let polarity = |side: Polarity| of().filter(|(_, entry)| entry.polarity == side).count();
        let _ = write!(
            text,
            "{:<19} {:>7}  {:>8} {:>4} {:>4}   {:>12} {:>10} {:>7}   {:>6}",
            category.code(),
            of().count(),
            weight(1),
            weight(2),
            weight(3),
            polarity(Polarity::Unfavourable),
            polarity(Polarity::Favourable),
            polarity(Polarity::Neither),
            of().filter(|(_, entry)| entry.pair().is_some()).count(),
        );
        if let Some(hits) = hits {
            let count: u32 = of().filter_map(|(id, _)| hits.plain.get(&id)).sum();
            let _ = write!(text, " {count:>8}");
        }
        text.push('\n');
    }
}

fn pairs(lexicon: &Lexicon, hits: Option<&Hits>, text: &mut String, console: &mut Console) {
    let _ = writeln!(
        text,
        "\nCAMPS  each entry beside its counterpart: weight{}",
        if hits.is_some() { ", hits" } else { "" }
    );
    let count = |id: EntryId| {
        hits.map_or_else(String::new, |hits| {
            format!(", {}", hits.plain.get(&id).copied().unwrap_or_default())
        })
    };
    let mut total = 0;
    for (id, entry) in live(lexicon) {
        let Some(name) = entry.pair() else { continue };
        let Some(other) = lexicon.entry_by_id(name) else {
            console.problem(&Problem::new(
                entry.id(),
                format!("its counterpart `{name}` is in no pack"),
            ));
            continue;
        };
        let counterpart = lexicon.entry(other);
        if counterpart.weight != entry.weight {
            console.problem(&Problem::new(
                entry.id(),
                format!("has not the weight of its counterpart `{name}`"),
            ));
        }
        // Each pair once; a chain of several is shown link by link.
        if counterpart.pair() == Some(entry.id()) && other < id {
            continue;
        }
        total += 1;
        let _ = writeln!(
            text,
            "  {:<18} {:<30} ({}{})  |  {} ({}{})",
            entry.category.code(),
            entry.id(),
            entry.weight,
            count(id),
            name,
            counterpart.weight,
            count(other)
        );
    }
    let _ = writeln!(text, "  {total} pairs");
}
