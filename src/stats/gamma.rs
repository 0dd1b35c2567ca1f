//! The gamma function's logarithm and the regularised incomplete gamma function.

/// Terms of a series or a continued fraction before it is taken as it stands.
const TERMS: u32 = 1000;
const PRECISE: f64 = 1e-15;
const TINY: f64 = 1e-300;
/// Halvings of an interval until both ends are the same number.
pub(super) const HALVINGS: u32 = 200;

/// ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms), to about 1e-14.
pub fn ln_gamma(x: f64) -> f64 {
    const G: f64 = 7.0;
    const FIRST: f64 = 0.999_999_999_999_809_9;
    const COEFFICIENTS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        // Γ(x) Γ(1 − x) = π / sin πx
        return (std::f64::consts::PI / (std::f64::consts::PI * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let x = x - 1.0;
    let mut sum = FIRST;
    for (index, coefficient) in COEFFICIENTS.iter().enumerate() {
        sum += coefficient / (x + index as f64 + 1.0);
    }
    let t = x + G + 0.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

/// The regularised lower incomplete gamma function P(a, x): the probability that a gamma variable of shape `a` and scale 1 is below `x`.
///
/// A series below a + 1 and a continued fraction above it, as in Numerical Recipes.
pub fn gamma_cdf(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = (-x + a * x.ln() - ln_gamma(a)).exp();
    if x < a + 1.0 {
        let (mut sum, mut term, mut n) = (1.0 / a, 1.0 / a, a);
        for _ in 0..TERMS {
            n += 1.0;
            term *= x / n;
            sum += term;
            if term.abs() < sum.abs() * PRECISE {
                break;
            }
        }
        return sum * front;
    }
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for i in 1..TERMS {
        let i = f64::from(i);
        let an = -i * (i - a);
        b += 2.0;
        d = an * d + b;
        d = 1.0 / if d.abs() > TINY { d } else { TINY };
        c = b + an / c;
        fraction *= d * c;
        if (d * c - 1.0).abs() < PRECISE {
            break;
        }
    }
    1.0 - front * fraction
}

/// The value below which a gamma variable of shape `a` and scale 1 lies with probability `p`, by halving.
pub fn gamma_quantile(p: f64, a: f64) -> f64 {
    halve(0.0, a + 20.0 * a.sqrt() + 20.0, |x| gamma_cdf(a, x) < p)
}

/// The point between `low` and `high` up to which `below` holds.
pub(super) fn halve(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    let mut middle = f64::midpoint(low, high);
    for _ in 0..HALVINGS {
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
        let next = f64::midpoint(low, high);
        if next.to_bits() == middle.to_bits() {
            break;
        }
        middle = next;
    }
    middle
}
