//! The regularised incomplete beta function.

use super::gamma::{halve, ln_gamma};

const TERMS: u32 = 400;
const PRECISE: f64 = 1e-14;

/// The regularised incomplete beta function I(x; a, b): the probability that a beta variable is below `x`.
///
/// Lentz's continued fraction, mirrored where it converges slowly, as in Numerical Recipes.
pub fn beta_cdf(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..TERMS {
        let m = f64::from(m);
        let n = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / (1.0 + n * d);
        c = 1.0 + n / c;
        h *= d * c;
        let n = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / (1.0 + n * d);
        c = 1.0 + n / c;
        let step = d * c;
        h *= step;
        if (step - 1.0).abs() < PRECISE {
            break;
        }
    }
    h
}

/// The value below which a beta variable lies with probability `p`, by halving.
pub fn beta_quantile(a: f64, b: f64, p: f64) -> f64 {
    halve(0.0, 1.0, |x| beta_cdf(a, b, x) < p)
}
