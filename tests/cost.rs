//! The cost of a byte does not grow with the text, whatever it is made of. The bounds are generous, because a test shares its machine.

mod hard;

use parallax::analyzer::Analyzer;
use std::hint::black_box;
use std::time::Instant;

/// A byte of a hard text may cost this many times a byte of ordinary news.
const BESIDE_NEWS: f64 = 10.0;
/// A byte of a text ten times as long may cost this many times as much.
const GROWTH: f64 = 4.0;

/// Nanoseconds a byte for the whole road, zones included.
fn cost(analyzer: &Analyzer, text: &str) -> f64 {
    let start = Instant::now();
    let article = hard::article(text.to_owned(), analyzer.zone_rules());
    black_box(hard::road(analyzer, &article));
    start.elapsed().as_secs_f64() * 1e9 / text.len() as f64
}

#[test]
fn a_byte_costs_the_same_in_any_text() {
    let analyzer = Analyzer::builtin();
    let news: Vec<String> = hard::news(20_000, analyzer.zone_rules())
        .into_iter()
        .map(|article| article.text)
        .collect();
    let ordinary = |analyzer: &Analyzer| {
        news.iter().map(|text| cost(analyzer, text)).sum::<f64>() / news.len() as f64
    };
    ordinary(&analyzer);
    let mut failures = Vec::new();
    for ((name, short), (_, long)) in hard::hard(600).into_iter().zip(hard::hard(6_000)) {
        // Somebody else may have the machine: only what fails three times in a row fails.
        let fails = || {
            let (beside, short, long) = (
                ordinary(&analyzer),
                cost(&analyzer, &short),
                cost(&analyzer, &long),
            );
            let grows = long > short * GROWTH && long > beside;
            (grows || long > beside * BESIDE_NEWS)
                .then(|| format!("{name}: {short:.0} then {long:.0} ns a byte, news {beside:.0}"))
        };
        if let Some(failure) = fails().and_then(|_| fails()).and_then(|_| fails()) {
            failures.push(failure);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
