//! Fisher's exact test of a two by two table.

use super::gamma::ln_gamma;

/// By how much a table may seem more likely than the one seen and still count as no more likely.
const TOLERANCE: f64 = 1e-7;

/// Two-sided p value of Fisher's exact test for `[[a, b], [c, d]]`: the probability of all tables with the same margins that are no more likely.
pub fn fisher_exact(table: [[u32; 2]; 2]) -> f64 {
    let [[a, b], [c, d]] = table.map(|row| row.map(u64::from));
    let (row, other, column, all) = (a + b, c + d, a + c, a + b + c + d);
    let ln_choose = |n: u64, k: u64| {
        ln_gamma(n as f64 + 1.0) - ln_gamma(k as f64 + 1.0) - ln_gamma((n - k) as f64 + 1.0)
    };
    let whole = ln_choose(all, column);
    let ln_of = |x: u64| ln_choose(row, x) + ln_choose(other, column - x) - whole;
    let seen = ln_of(a);
    let least = column.saturating_sub(other);
    let most = row.min(column);
    let p: f64 = (least..=most)
        .map(ln_of)
        .filter(|&ln| ln <= seen + TOLERANCE)
        .map(f64::exp)
        .sum();
    p.min(1.0)
}
