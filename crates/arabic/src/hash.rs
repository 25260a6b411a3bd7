//! Hashes of words that are the same on every machine: FNV-1a (Fowler, Noll, Vo: The FNV Non-Cryptographic Hash Algorithm).

/// The hash of some bytes in 32 bits, of which the upper ones are the better mixed.
#[must_use]
pub fn hash32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// The hash of some bytes in 64 bits.
#[must_use]
pub fn hash64(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::{hash32, hash64};

    /// The test vectors of draft-eastlake-fnv.
    #[test]
    fn known_texts() {
        assert_eq!(hash32(b""), 0x811C_9DC5);
        assert_eq!(hash32(b"a"), 0xE40C_292C);
        assert_eq!(hash32(b"foobar"), 0xBF9C_F968);
        assert_eq!(hash64(b""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(hash64(b"a"), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(hash64(b"foobar"), 0x8594_4171_F739_67E8);
    }
}
