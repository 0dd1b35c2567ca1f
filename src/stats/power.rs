//! How many words it takes to see a difference (measures §6.3).

/// The normal quantile at 1 − 0.025: two-sided 5 %.
const Z_LEVEL: f64 = 1.959_963_984_540_054;
/// The normal quantile at 0.8: power of 80 %.
const Z_POWER: f64 = 0.841_621_233_572_914_2;

/// Words per article that a true ratio of two rates needs to be seen at two-sided 5 % with a power of 80 %.
///
/// `rate` is one of the two, per 1,000 words, and `ratio` the other over it. From the normal approximation of the logarithm of the ratio of two
/// Poisson rates: W = φ (z₀.₉₇₅ + z₀.₈)² (1/r₁ + 1/r₂) / ln² (r₂/r₁). `None` where the rates do not differ or there is none.
pub fn words_needed(rate: f64, ratio: f64, clustering: f64) -> Option<u32> {
    if !(rate > 0.0 && ratio > 0.0 && ratio.is_finite()) {
        return None;
    }
    let (one, other) = (rate / 1000.0, rate * ratio / 1000.0);
    let z = Z_LEVEL + Z_POWER;
    let words = clustering * z * z * (1.0 / one + 1.0 / other) / ratio.ln().powi(2);
    (words.is_finite() && words < f64::from(u32::MAX)).then(|| words.ceil() as u32)
}
