//! What a number in figures or words amounts to.

use crate::attribution::Scene;
use crate::text::{TokenIndex, TokenKind};
use std::ops::Range;

/// The value of number tokens that stand together; `None` for dozens, hundreds and what is no whole number.
pub(super) fn value(scene: &Scene<'_>, tokens: Range<TokenIndex>) -> Option<u64> {
    let mut total: Option<(u64, u64)> = None;
    for at in tokens {
        let word = scene.word(at);
        let value = if scene.kind(at) == TokenKind::Number {
            figures(word)?
        } else {
            Part::Value(words(scene, word)?)
        };
        total = Some(match (total, value) {
            (None, Part::Value(value)) => (value, 1),
            (None, Part::Decimal(value, scale)) => (value, scale),
            // "two dozen", "1.5 million"
            (Some((sum, scale)), Part::Value(value)) if value >= 12 && sum < value * scale => {
                (sum.checked_mul(value)?, scale)
            }
            (Some((sum, scale)), Part::Value(value)) => (sum.checked_add(value)?, scale),
            _ => return None,
        });
    }
    let (value, scale) = total?;
    (value % scale == 0).then(|| value / scale)
}

enum Part {
    Value(u64),
    /// A number with its power of ten: 1.5 is 15 of 10.
    Decimal(u64, u64),
}

fn figures(word: &str) -> Option<Part> {
    const DECIMALS: usize = 3;
    let plain: String = word.chars().filter(|&c| c != ',').collect();
    match plain.split_once('.') {
        None => plain.parse().ok().map(Part::Value),
        Some((whole, rest)) if rest.len() <= DECIMALS => {
            let digits: u64 = format!("{whole}{rest}").parse().ok()?;
            Some(Part::Decimal(digits, 10_u64.pow(rest.len() as u32)))
        }
        Some(_) => None,
    }
}

/// A number word, simple or with a hyphen. The classes list them in the order of their values.
fn words(scene: &Scene<'_>, word: &str) -> Option<u64> {
    let place = |class: &str, word: &str| {
        let all = scene.lexicon.class_words(class);
        all.iter()
            .position(|known| known == word)
            .map(|at| at as u64)
    };
    let unit = |word: &str| place("number.units", word);
    let ten = |word: &str| place("number.tens", word).map(|at| (at + 2) * 10);
    if let Some((tens, units)) = word.split_once('-') {
        return Some(ten(tens)? + unit(units)?);
    }
    unit(word)
        .or_else(|| ten(word))
        .or_else(|| place("number.dozen", word).map(|_| 12))
        .or_else(|| {
            place("number.powers", word).map(|at| [100, 1_000, 1_000_000][at.min(2) as usize])
        })
}
