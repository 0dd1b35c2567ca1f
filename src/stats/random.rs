//! Chance that repeats: a small generator and its seed.

use sha2::{Digest, Sha256};

/// SHA-256 of a text.
pub fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// The seed for one measure of one text: the first eight bytes, big-endian, of the SHA-256 of the text's digest, the measure's id and the
/// lexicon's digest, in this order.
pub fn seed(text: &[u8; 32], measure: &str, lexicon: &str) -> u64 {
    let mut hasher = Sha256::new();
    hasher.update(text);
    hasher.update(measure.as_bytes());
    hasher.update(lexicon.as_bytes());
    let digest: [u8; 32] = hasher.finalize().into();
    digest[..8]
        .iter()
        .fold(0, |seed, &byte| seed << 8 | u64::from(byte))
}

/// Steele, Lea and Flood's `SplitMix64`: a generator of one word of state.
#[derive(Debug, Clone)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// From a seed.
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub const fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`, by multiplication; 0 where `bound` is 0.
    pub const fn below(&mut self, bound: u64) -> u64 {
        ((self.next_u64() as u128 * bound as u128) >> 64) as u64
    }
}
