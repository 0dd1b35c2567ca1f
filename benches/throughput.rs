//! Megabytes a second per stage on one thread, beside the floor: counting the same text's words with `unicode_words`.
//!
//! `cargo bench` prints all parts; `cargo bench -- stages`, `hard`, `compare`, `lexicon` one of them. Each figure is the best of several runs.
#![allow(clippy::print_stdout)]

#[path = "../tests/eight/mod.rs"]
mod eight;
#[path = "../tests/hard/mod.rs"]
mod hard;

use parallax::analyzer::{Analyzer, STAGES};
use parallax::article::{self, Article};
use parallax::lexicon::Lexicon;
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
    let bytes = std::env::var("NEWS_BYTES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(NEWS);
    let news = hard::news(bytes, analyzer.zone_rules());
    if wants("stages") {
        stages(&analyzer, &news);
    }
    if wants("hard") {
        hard_texts(&analyzer, &news);
    }
    if wants("compare") {
        compare(&analyzer);
    }
    if wants("lexicon") {
        lexicon(&news);
    }
}

/// Eight articles of a thousand words side by side, from the compiling of the packs to the JSON, on one thread.
fn compare(analyzer: &Analyzer) {
    let articles = eight::articles(analyzer);
    let time = best(|| eight::cold(&articles));
    println!(
        "compare, eight articles of 1,000 words, cold: {:.1} ms",
        time.as_secs_f64() * 1e3
    );
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

/// How many stages the road has: the zones before and the measures behind those of the analyzer.
const ROAD: usize = STAGES.len() + 2;
/// How many of them lead to the voices.
const TO_VOICES: usize = 7;
/// Runs over all articles.
const ROADS: usize = 12;
/// A time for each stage, and one for the floor.
type Times = [Duration; ROAD + 1];

/// The stages are timed on the way, one article after the other, as a batch runs them: what one stage leaves to a later one (the cues of a
/// document are found when they are first asked for) is counted once, where it is done. Of each article and stage the best run counts, so
/// that a busy machine, which stops a program every few milliseconds, does not slow the long road more than the short floor.
fn stages(analyzer: &Analyzer, news: &[Article]) {
    let bytes: usize = news.iter().map(|article| article.text.len()).sum();
    let mut best = vec![[Duration::MAX; ROAD + 1]; news.len()];
    for _ in 0..ROADS {
        for (article, best) in news.iter().zip(&mut best) {
            for (best, time) in best.iter_mut().zip(road(analyzer, article)) {
                *best = time.min(*best);
            }
        }
    }
    let sum = |stages: std::ops::Range<usize>| -> Duration {
        best.iter().flat_map(|times| &times[stages.clone()]).sum()
    };
    let floor = sum(ROAD..ROAD + 1);
    println!(
        "{} articles, {:.1} MB; the ratio is to the floor\n",
        news.len(),
        bytes as f64 / 1e6
    );
    let print = |name: &str, time: Duration| {
        let seconds = time.as_secs_f64();
        println!(
            "{name:<28} {:>8.1} MB/s {:>8.2} {:>8.2} ns a byte",
            bytes as f64 / 1e6 / seconds,
            floor.as_secs_f64() / seconds,
            seconds * 1e9 / bytes as f64
        );
    };
    print("floor: unicode_words", floor);
    let names = ["zones"].into_iter().chain(STAGES).chain(["measures"]);
    for (stage, name) in names.enumerate() {
        print(name, sum(stage..stage + 1));
    }
    print("road: zones to voices", sum(0..TO_VOICES));
    print("road: zones to measures", sum(0..ROAD));
}

/// The road of one article and, behind it, the floor: how long each stage takes.
fn road(analyzer: &Analyzer, article: &Article) -> Times {
    let mut times = Times::default();
    let mut place = 0;
    let mut last = Instant::now();
    let mut lap = || {
        let now = Instant::now();
        times[place] = now - last;
        place += 1;
        last = now;
    };
    black_box(article::zones(
        &article.text,
        None,
        None,
        analyzer.zone_rules(),
    ));
    lap();
    let analysis = analyzer.analyze_by_stage(article, |_| lap());
    black_box(analyzer.measure(&analysis).measurements.len());
    drop(analysis);
    lap();
    black_box(article.text.unicode_words().count());
    lap();
    times
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
