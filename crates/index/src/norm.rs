//! Lengths of documents in one byte: four significant bits and a shift, so within one part in sixteen of the truth.

/// The byte for a length in words.
pub(crate) fn encode(length: u32) -> u8 {
    let bits = u32::BITS - length.leading_zeros();
    let shift = bits.saturating_sub(5);
    u8::try_from(shift * 16 + (length >> shift)).unwrap_or(u8::MAX)
}

/// The shortest length that has this byte.
pub(crate) fn decode(byte: u8) -> u32 {
    let byte = u32::from(byte);
    if byte < 32 {
        byte
    } else {
        (byte % 16 + 16) << (byte / 16 - 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decode, encode};

    #[test]
    fn short_lengths_are_exact_and_bytes_come_back() {
        (0..32).for_each(|length| assert_eq!(decode(encode(length)), length));
        (0..=u8::MAX).for_each(|byte| assert_eq!(encode(decode(byte)), byte));
    }

    proptest! {
        #[test]
        fn within_a_sixteenth(length in 0u32..500_000) {
            let read = decode(encode(length));
            prop_assert!(read <= length && length - read <= length / 16);
        }
    }
}
