//! Texts that cost much where a rule looks too far: what the bench times and the tests bound.
#![allow(dead_code)]

use parallax::analyzer::Analyzer;
use parallax::article::{Article, Outlet, OutletFrom, ZoneRules, zones};
use std::path::Path;

/// An article of plain text.
pub(crate) fn article(text: String, rules: &ZoneRules) -> Article {
    let zones = zones(&text, None, None, rules);
    let outlet = Outlet {
        name: "Meridian".to_owned(),
        from: OutletFrom::FileName,
    };
    let (id, path) = ("text".to_owned(), "text".to_owned());
    Article {
        id,
        path,
        outlet,
        event: None,
        published: None,
        url: None,
        title: None,
        genre: None,
        origin: parallax::article::Origin::File,
        text,
        zones,
    }
}

/// The sample articles.
pub(crate) fn samples() -> Vec<String> {
    let mut paths = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("samples"),
        &mut paths,
    );
    paths.sort();
    paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            paths.push(path);
        }
    }
}

/// About `bytes` of ordinary news: articles of about five thousand characters each, each the paragraphs of several samples.
pub(crate) fn news(bytes: usize, rules: &ZoneRules) -> Vec<Article> {
    const LENGTH: usize = 5_000;
    let samples = samples();
    let (mut made, mut total, mut next) = (Vec::new(), 0, 0);
    while total < bytes && !samples.is_empty() {
        let mut text = samples[next % samples.len()].clone();
        while text.len() < LENGTH {
            next += 1;
            let (_, body) = samples[next % samples.len()]
                .split_once("\n\n")
                .unwrap_or_default();
            text.push('\n');
            text.push_str(body);
        }
        next += 1;
        total += text.len();
        made.push(article(text, rules));
    }
    made
}

/// Texts whose cost must not grow with their length: name and text. `scale` is how many marks or words, ten times as many bytes at most.
pub(crate) fn hard(scale: usize) -> Vec<(&'static str, String)> {
    let samples = samples().join(" ");
    let words: Vec<&str> = samples
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let long = |marks: &str| {
        let mut text = String::new();
        for word in words.iter().cycle() {
            if text.len() >= scale * 10 {
                break;
            }
            text.push_str(word);
            text.push_str(marks);
        }
        text
    };
    let many = |part: &str| part.repeat(scale);
    vec![
        ("one sentence", long(" ")),
        ("one sentence with commas", long(", ")),
        ("one sentence, no body words", many("the ")),
        ("quote marks", many("\" ")),
        ("quote marks, no spaces", many("\"")),
        ("opening quote marks", many("\u{201C}a ")),
        ("quoted words", many("\u{201C}yes\u{201D} ")),
        ("alternating single marks", many("'' ' a ")),
        ("apostrophes", many("'a ")),
        ("single quotations in -s", many(" 's'")),
        ("said", many("said ")),
        ("he said", many("he said ")),
        ("said, comma", many("said, ")),
        ("Orr said", many("Orr, who left, said that ")),
        ("commas", many(",")),
        ("comma and name", many("Orr, ")),
        ("and", many("and ")),
        ("name and", many("Orr and ")),
        ("open brackets", many("(")),
        ("brackets round words", many("(word ")),
        ("nested brackets", format!("{}word{}", many("("), many(")"))),
        (
            "nested quotes",
            format!("{}word{}", many("\u{AB}a "), many(" a\u{BB}")),
        ),
        ("one word", many("abcdefghij")),
        ("one dotted word", many("a.")),
        ("one hyphened word", many("ab-")),
        ("figures", many("1,")),
        ("paragraphs", many("Orr said it.\n\n")),
        ("empty quotes in paragraphs", many("\u{201C}Yes.\n\n")),
        ("capitals", long(" ").to_uppercase()),
        ("colons", many("Orr: ")),
        ("dashes", many("word \u{2014} ")),
        ("semicolons", many("he left; ")),
        ("according to", many("according to Orr, ")),
        ("claims that", many("the claim that ")),
        ("saying", many("saying ")),
        ("to say", many("to say ")),
        ("that", many("that ")),
        ("who", many("who ")),
        ("by", many("backed by ")),
        (
            "quotations alone",
            many("\u{201C}One two three four five.\u{201D} "),
        ),
        ("questions", many("? ")),
        ("periods", many(". ")),
        ("hyphens for dashes", many("Group-was ")),
        ("terms", many("radical regime ")),
        ("combining marks", many("e\u{301}\u{301} ")),
        ("no spaces between words", many("\u{E01}\u{E02}\u{E03}")),
        ("other terminators", many("\u{4E00}\u{3002}")),
    ]
}

/// Runs the whole road; returns what is counted, so that nothing is optimised away.
pub(crate) fn road(analyzer: &Analyzer, article: &Article) -> usize {
    let analysis = analyzer.analyze(article);
    let measured = analyzer.measure(&analysis);
    analysis.attributions.len() + measured.measurements.len()
}
