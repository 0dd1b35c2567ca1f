//! A word as two numbers: up to sixteen bytes are compared and hashed without a look at each of them.

/// The longest word that its key and length tell from all others.
const WHOLE: usize = 16;

const MIX: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F];

/// The bytes of a word as numbers. Two words of at most sixteen bytes have the same key only where they are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct WordKey {
    low: u64,
    high: u64,
    length: u32,
}

impl WordKey {
    /// The key of a word.
    #[inline]
    pub(crate) fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let (low, high) = match bytes {
            [] => (0, 0),
            [first] => (u64::from(*first), 0),
            [first, second] => (u64::from(*first), u64::from(*second)),
            [first, second, third] => (
                u64::from(*first),
                u64::from(*second) << 8 | u64::from(*third),
            ),
            _ if bytes.len() < 8 => (four(bytes.first_chunk()), four(bytes.last_chunk())),
            _ if bytes.len() <= WHOLE => (eight(bytes.first_chunk()), eight(bytes.last_chunk())),
            _ => long(bytes),
        };
        Self {
            low,
            high,
            length: bytes.len() as u32,
        }
    }

    /// Whether the key alone tells the word from all others.
    #[inline]
    pub(crate) const fn is_whole(self) -> bool {
        self.length as usize <= WHOLE
    }

    /// A number that is the same for the same word, on every machine.
    #[inline]
    pub(crate) const fn hash(self) -> u32 {
        let mixed = fold(
            self.low ^ MIX[0],
            self.high ^ MIX[1] ^ (self.length as u64).rotate_left(56),
        );
        (mixed ^ (mixed >> 32)) as u32
    }
}

#[inline]
fn four(bytes: Option<&[u8; 4]>) -> u64 {
    bytes.map_or(0, |&bytes| u64::from(u32::from_le_bytes(bytes)))
}

#[inline]
fn eight(bytes: Option<&[u8; 8]>) -> u64 {
    bytes.map_or(0, |&bytes| u64::from_le_bytes(bytes))
}

/// A product with its upper half folded into the lower.
const fn fold(a: u64, b: u64) -> u64 {
    let product = (a as u128).wrapping_mul(b as u128);
    (product as u64) ^ ((product >> 64) as u64)
}

#[inline(never)]
fn long(bytes: &[u8]) -> (u64, u64) {
    let mut mixed = MIX[1];
    for part in bytes.chunks_exact(8) {
        mixed = fold(mixed ^ eight(part.first_chunk()), MIX[0]).wrapping_add(mixed.rotate_left(29));
    }
    (mixed, eight(bytes.last_chunk()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn short_words_have_the_same_key_only_where_they_are_the_same(a in "[ab'é]{0,9}", b in "[ab'é]{0,9}") {
            let (x, y) = (WordKey::of(&a), WordKey::of(&b));
            prop_assert_eq!(x == y && x.is_whole() && y.is_whole(), a == b && a.len() <= WHOLE);
        }
    }

    #[test]
    fn hashes_are_spread() {
        let hashes: std::collections::BTreeSet<u32> = (0..10_000)
            .map(|n| WordKey::of(&format!("w{n}")).hash() >> 8)
            .collect();
        assert!(hashes.len() > 9_990, "{}", hashes.len());
    }
}
