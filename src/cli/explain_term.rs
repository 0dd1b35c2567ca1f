//! `parallax explain FILE --term S9:occupied`: the trail of one decision, and what hangs on it.

use super::arguments::{Explain, Inputs};
use super::console::Console;
use super::inputs;
use parallax::analyzer::{Analysis, Analyzer};
use parallax::attribution::Voice;
use parallax::error::Problem;
use parallax::lexicon::Explained;
use parallax::measure::{self, Measurement};
use parallax::report::numbers;
use parallax::report::plain::plain;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The trails of all terms that were asked for; `None` where the article cannot be read.
pub(super) fn explained(explain: &Explain, console: &mut Console) -> Option<String> {
    let options = Inputs {
        files: vec![PathBuf::from(&explain.measure)],
        lexicon: explain.lexicon.clone(),
        ..Inputs::default()
    };
    let analyzer = inputs::analyzer(&options, console);
    let articles = inputs::articles(&options, &analyzer, console);
    let mut text = String::new();
    for article in &articles {
        let mut analysis = analyzer.analyze(article);
        for asked in &explain.term {
            of_term(&analyzer, &mut analysis, asked, &mut text, console);
        }
    }
    (!text.is_empty()).then_some(text)
}

/// Splits `S9:occupied` into the sentence's number and the word.
fn asked_for(asked: &str) -> (Option<u32>, &str) {
    let numbered = asked.split_once(':').and_then(|(sentence, word)| {
        let digits = sentence.strip_prefix(['S', 's'])?;
        Some((digits.parse().ok()?, word))
    });
    numbered.map_or((None, asked), |(number, word)| (Some(number), word))
}

fn of_term(
    analyzer: &Analyzer,
    analysis: &mut Analysis<'_>,
    asked: &str,
    text: &mut String,
    console: &mut Console,
) {
    let (sentence, word) = asked_for(asked);
    let word = word.trim().to_lowercase();
    let lexicon = analyzer.lexicon();
    let matches = |found: &Explained| {
        let document = &analysis.document;
        let written = found.term.span.slice(document.text).to_lowercase();
        sentence.is_none_or(|number| document.sentences[found.term.sentence].number == number)
            && (written.contains(&word) || lexicon.entry(found.term.entry).id() == word)
    };
    let found: Vec<Explained> = lexicon
        .explain(&analysis.document, &analysis.facts)
        .into_iter()
        .filter(matches)
        .collect();
    if found.is_empty() {
        let known = lexicon.find(&word);
        let why = if known.is_empty() {
            "no entry of the lexicon has this form".to_owned()
        } else {
            let ids: Vec<&str> = known.iter().map(|id| lexicon.entry(*id).id()).collect();
            format!(
                "the word is in {}, but does not stand there",
                ids.join(", ")
            )
        };
        console.problem(&Problem::new(format!("--term {asked}"), why));
        return;
    }
    for one in &found {
        trail(analyzer, analysis, one, text);
    }
}

fn trail(analyzer: &Analyzer, analysis: &mut Analysis<'_>, found: &Explained, text: &mut String) {
    let lexicon = analyzer.lexicon();
    let entry = lexicon.entry(found.term.entry);
    // What later stages made of it: scare quotes change the status.
    let at = analysis
        .terms
        .iter()
        .position(|term| term.entry == found.term.entry && term.span == found.term.span);
    let status = at.map_or(found.term.status, |at| analysis.terms[at].status);
    let document = &analysis.document;
    let sentence = &document.sentences[found.term.sentence];
    let place = match sentence.number {
        0 => "outside the body".to_owned(),
        number => format!("S{number}"),
    };
    let voice = match analysis.voices.of(found.term.tokens.start) {
        Voice::Author => "author's",
        Voice::Reported => "reported",
        Voice::Ambiguous => "ambiguous",
    };
    let _ = writeln!(
        text,
        "{place}  {}  in the {voice} voice: {status}",
        plain(found.term.span.slice(document.text)),
    );
    let whole = document.span_of(sentence.tokens.clone());
    let _ = writeln!(text, "  sentence: {}", plain(whole.slice(document.text)));
    let _ = writeln!(
        text,
        "  entry: {}  {}, weight {}",
        entry.id(),
        entry.category.code(),
        entry.weight
    );
    if let Some(prose) = lexicon.prose(found.term.entry) {
        let _ = writeln!(text, "  why: {}", plain(&prose.rationale));
        if !prose.neutral_alternatives.is_empty() {
            let _ = writeln!(
                text,
                "  instead: {}",
                plain(&prose.neutral_alternatives.join(" · "))
            );
        }
    }
    if found.decisions.is_empty() {
        let _ = writeln!(
            text,
            "  rules: none of its rules or of the general ones spoke against it"
        );
    }
    for decision in &found.decisions {
        let _ = writeln!(
            text,
            "  {}: {}, {}",
            decision.step,
            decision.outcome,
            plain(&decision.because)
        );
    }
    if status != found.term.status {
        let _ = writeln!(
            text,
            "  scare quotes: changed, the author holds the word at arm's length"
        );
    }
    let Some(at) = at else {
        let _ = writeln!(
            text,
            "  measures: none changes, because it is not counted\n"
        );
        return;
    };
    let with = measure::measure(&analysis.subject(analyzer));
    let term = analysis.terms.remove(at);
    let without = measure::measure(&analysis.subject(analyzer));
    analysis.terms.insert(at, term);
    let changed: Vec<(&Measurement, &Measurement)> = with
        .measurements
        .iter()
        .zip(&without.measurements)
        .filter(|(with, without)| with.value != without.value || with.count != without.count)
        .collect();
    if changed.is_empty() {
        let _ = writeln!(text, "  measures: none changes without it");
    }
    for (with, without) in changed {
        let _ = writeln!(
            text,
            "  {}: {} with it, {} without",
            with.id,
            numbers::measurement(with),
            numbers::measurement(without)
        );
    }
    text.push('\n');
}
