//! Megabytes a second per stage on one thread, beside the floor: counting the same text's words with `unicode_words`.
//!
//! `cargo bench` prints all parts; `cargo bench -- stages`, `hard`, `lexicon` one of them. Each figure is the best of several runs.
#![allow(clippy::print_stdout)]

#[path = "../tests/hard/mod.rs"]
mod hard;

use parallax::analyzer::Analyzer;
use parallax::article::{self, Article};
use parallax::attribution::{self, Voices};
use parallax::lexicon::Lexicon;
use parallax::measure;
use parallax::source;
use parallax::text::Document;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation;

/// Bytes of ordinary news.
const NEWS: usize = 2_000_000;
/// How many marks or words a hard text has.
const HARD: usize = 100_000;
/// Runs of each stage, of which the best counts.
const RUNS: usize = 5;

fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let wants = |part: &str| wanted.is_empty() || wanted.iter().any(|name| name == part);
    let analyzer = Analyzer::builtin();
    let news = hard::news(NEWS, analyzer.zone_rules());
    if wants("stages") {
        stages(&analyzer, &news);
    }
    if wants("hard") {
        hard_texts(&analyzer, &news);
    }
    if wants("lexicon") {
        lexicon(&news);
    }
}

/// The best time of several runs.
fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let times = (0..RUNS).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

fn stages(analyzer: &Analyzer, news: &[Article]) {
    let lexicon = analyzer.lexicon();
    let bytes: usize = news.iter().map(|article| article.text.len()).sum();
    let floor = best(|| {
        news.iter()
            .map(|article| article.text.unicode_words().count())
            .sum::<usize>()
    });
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    let print = |name: &str, time: Duration| {
        let ratio = floor.as_secs_f64() / time.as_secs_f64();
        println!("{name:<28} {:>8.1} MB/s {ratio:>8.2}", speed(time));
    };
    println!(
        "{} articles, {:.1} MB; the ratio is to the floor\n",
        news.len(),
        bytes as f64 / 1e6
    );
    print("floor: unicode_words", floor);
    print(
        "zones",
        best(|| {
            news.iter()
                .map(|article| {
                    article::zones(&article.text, None, None, analyzer.zone_rules()).len()
                })
                .sum::<usize>()
        }),
    );
    let cut = || {
        news.iter()
            .map(|article| Document::new(article, lexicon.sentence_rules()))
    };
    print(
        "tokens, sentences, quotes",
        best(|| cut().map(|document| document.tokens.len()).sum::<usize>()),
    );
    let documents: Vec<_> = cut().collect();
    print(
        "lexicon facts",
        best(|| {
            for document in &documents {
                drop(black_box(lexicon.facts(document)));
            }
        }),
    );
    let known: Vec<_> = documents
        .iter()
        .map(|document| lexicon.facts(document))
        .collect();
    let both = || documents.iter().zip(&known);
    print(
        "terms",
        best(|| {
            both()
                .map(|(document, facts)| lexicon.terms(document, facts).len())
                .sum::<usize>()
        }),
    );
    print(
        "cues and tags",
        best(|| {
            both()
                .map(|(document, facts)| attribution::tags(document, facts, lexicon).len())
                .sum::<usize>()
        }),
    );
    print(
        "attribution (with those)",
        best(|| {
            both()
                .map(|(document, facts)| attribution::attribute(document, facts, lexicon).len())
                .sum::<usize>()
        }),
    );
    let found: Vec<_> = both()
        .map(|(document, facts)| attribution::attribute(document, facts, lexicon))
        .collect();
    print(
        "voices",
        best(|| {
            documents
                .iter()
                .zip(&found)
                .map(|(document, found)| Voices::new(document, found).author)
                .sum::<u32>()
        }),
    );
    print(
        "sources",
        best(|| {
            let all = both().zip(&found);
            all.map(|((document, facts), found)| {
                source::sources(document, facts, lexicon, found)
                    .clusters
                    .len()
            })
            .sum::<usize>()
        }),
    );
    let analyses: Vec<_> = news
        .iter()
        .map(|article| analyzer.analyze(article))
        .collect();
    print(
        "measures",
        best(|| {
            analyses
                .iter()
                .map(|analysis| {
                    measure::measure(&analysis.subject(analyzer))
                        .measurements
                        .len()
                })
                .sum::<usize>()
        }),
    );
    print(
        "road: zones to voices",
        best(|| {
            news.iter()
                .map(|article| to_voices(analyzer, article))
                .sum::<u32>()
        }),
    );
    print(
        "road: zones to measures",
        best(|| {
            let zones = |article: &Article| {
                article::zones(&article.text, None, None, analyzer.zone_rules()).len()
            };
            news.iter()
                .map(|article| zones(article) + hard::road(analyzer, article))
                .sum::<usize>()
        }),
    );
}

fn to_voices(analyzer: &Analyzer, article: &Article) -> u32 {
    let lexicon = analyzer.lexicon();
    black_box(article::zones(
        &article.text,
        None,
        None,
        analyzer.zone_rules(),
    ));
    let document = Document::new(article, lexicon.sentence_rules());
    let facts = lexicon.facts(&document);
    black_box(lexicon.terms(&document, &facts));
    let found = attribution::attribute(&document, &facts, lexicon);
    Voices::new(&document, &found).author
}

fn hard_texts(analyzer: &Analyzer, news: &[Article]) {
    let bytes: usize = news.iter().map(|article| article.text.len()).sum();
    let ordinary = best(|| {
        news.iter()
            .map(|article| hard::road(analyzer, article))
            .sum::<usize>()
    })
    .as_secs_f64()
        * 1e9
        / bytes as f64;
    println!("\nordinary news: {ordinary:.1} ns a byte; hard texts beside it\n");
    for (name, text) in hard::hard(HARD) {
        if std::env::var("HARD").is_ok_and(|wanted| wanted != name) {
            continue;
        }
        let bytes = text.len();
        let start = Instant::now();
        let article = hard::article(text, analyzer.zone_rules());
        let zones = start.elapsed();
        let start = Instant::now();
        black_box(hard::road(analyzer, &article));
        let road = start.elapsed();
        let per_byte = |time: Duration| time.as_secs_f64() * 1e9 / bytes as f64;
        println!(
            "{name:<28} {:>8.1} ns a byte {:>8.2} (zones {:.1})",
            per_byte(road),
            (per_byte(road) + per_byte(zones)) / ordinary,
            per_byte(zones)
        );
    }
}

fn lexicon(news: &[Article]) {
    let load = best(Lexicon::builtin);
    let ready = best(Analyzer::builtin);
    println!(
        "\nlexicon: {:.1} ms; analyzer with zone rules: {:.1} ms",
        load.as_secs_f64() * 1e3,
        ready.as_secs_f64() * 1e3
    );
    let once = Analyzer::builtin();
    let Ok(larger) =
        Lexicon::with_packs(&[("ten-fold.toml", &ten_fold(once.lexicon().entries().len()))])
    else {
        println!(
            "the ten-fold pack has mistakes: {:?}",
            parallax::lexicon::check(&[("ten-fold.toml", &ten_fold(1))]).first()
        );
        return;
    };
    let ten = Analyzer::new(larger);
    let run = |analyzer: &Analyzer| {
        best(|| {
            news.iter()
                .map(|article| hard::road(analyzer, article))
                .sum::<usize>()
        })
    };
    // In turns, so that a busy machine slows both alike.
    let (mut small, mut large) = (run(&once), run(&ten));
    for _ in 0..2 {
        small = small.min(run(&once));
        large = large.min(run(&ten));
    }
    println!(
        "{} entries, then {}: {:+.1} % time",
        once.lexicon().entries().len(),
        ten.lexicon().entries().len(),
        (large.as_secs_f64() / small.as_secs_f64() - 1.0) * 100.0
    );
}

/// A pack with nine times as many entries as there are, none of which occurs in the samples.
fn ten_fold(entries: usize) -> String {
    let mut pack = String::from(
        "[pack]\nid = \"ten-fold\"\nversion = \"1.0.0\"\nkind = \"terms\"\nlang = \"en\"\nlicence = \"CC0-1.0\"\nscope = \"Entries that occur nowhere, to see what size costs.\"\nreviewers = [\"the bench\"]\ncategory = \"sensational\"\n",
    );
    for index in 0..entries * 9 {
        let word = letters(index);
        let _ = write!(
            pack,
            "\n[[entry]]\nid = \"{word}\"\nforms = [\"{word}\"]\nweight = 1\nrationale = \"Occurs nowhere; there to be skipped.\"\nexamples_hit = [\"It was {word} to all.\"]\nexamples_miss = [\"It was plain to all.\"]\n"
        );
    }
    pack
}

/// A number in letters.
fn letters(mut number: usize) -> String {
    let mut word = String::from("zq");
    for _ in 0..6 {
        word.push((b'a' + (number % 26) as u8) as char);
        number /= 26;
    }
    word
}
