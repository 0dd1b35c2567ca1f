//! The built-in packs keep the format and do what their examples promise.

use parallax::error::Problem;
use parallax::lexicon::{Lexicon, builtin_sources, check};

fn all(problems: &[Problem]) -> String {
    problems
        .iter()
        .flat_map(|problem| ["\n  ".to_owned(), problem.to_string()])
        .collect()
}

#[test]
fn the_built_in_packs_have_no_mistakes() {
    let problems = check(builtin_sources());
    assert!(
        problems.is_empty(),
        "{} mistakes:{}",
        problems.len(),
        all(&problems)
    );
}

#[test]
fn every_example_of_every_pack_holds() {
    let problems = Lexicon::builtin().failing_examples(builtin_sources());
    assert!(
        problems.is_empty(),
        "{} examples fail:{}",
        problems.len(),
        all(&problems)
    );
}
