//! Many tests at once (measures §6.5).

/// Holm's adjusted p values, in the order given: the k-th smallest of m is multiplied by m − k + 1, and none is smaller than the one before it.
/// Compare them with the level of the whole family.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&one, &other| p[one].total_cmp(&p[other]));
    let mut adjusted = vec![0.0; p.len()];
    let mut least = 0.0_f64;
    for (rank, &index) in order.iter().enumerate() {
        least = least.max(p[index] * (p.len() - rank) as f64).min(1.0);
        adjusted[index] = least;
    }
    adjusted
}

/// Benjamini and Hochberg's q values, in the order given: the k-th smallest of m is multiplied by m / k, and none is larger than the one after it.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&one, &other| p[one].total_cmp(&p[other]));
    let mut adjusted = vec![0.0; p.len()];
    let mut most = 1.0_f64;
    for (rank, &index) in order.iter().enumerate().rev() {
        most = most.min(p[index] * p.len() as f64 / (rank + 1) as f64);
        adjusted[index] = most;
    }
    adjusted
}
