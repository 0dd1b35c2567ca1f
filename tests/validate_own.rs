//! Twelve articles of the project's own, annotated by hand: floors below which no change may bring the figures.
#![allow(clippy::print_stdout, missing_docs)]

use parallax::analyzer::Analyzer;
use parallax::validate::gold::Gold;
use parallax::validate::{Scope, Wanted, answers, table, validate};

const GOLD: &[u8] = include_bytes!("gold/attribution-own.jsonl");

#[test]
fn the_own_gold_is_met() {
    let gold = Gold::from_json_lines("attribution-own.jsonl", GOLD);
    assert_eq!(gold.problems, []);
    assert_eq!(gold.articles.len(), 12);
    let (found, notes) = answers::own(&Analyzer::builtin(), &gold.articles);
    assert_eq!(notes, []);
    let wanted = Wanted {
        scopes: Scope::ALL.to_vec(),
        errors: 20,
    };
    let outcome = validate(
        "attribution-own.jsonl",
        "parallax",
        &gold.articles,
        &found,
        &wanted,
    );
    println!("{}", table::table(&outcome, 160));
    for (section, floors) in outcome.attribution.iter().zip([
        [
            ("cue.f1", 0.91),
            ("relation_source.f1", 0.86),
            ("content.f1", 0.88),
        ],
        [
            ("cue.f1", 0.85),
            ("relation_source.f1", 0.78),
            ("content.f1", 0.84),
        ],
    ]) {
        for (id, floor) in floors {
            let figure = section
                .figures
                .iter()
                .find(|figure| figure.id == id)
                .expect(id);
            let value = figure.value.expect(id);
            assert!(
                value >= floor,
                "{id} in scope {}: {value:.3} is below {floor}",
                section.scope.name()
            );
        }
    }
}
