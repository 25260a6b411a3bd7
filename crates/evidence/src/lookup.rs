//! Tables by word. Every word of a text is looked up in many of them, so a look-up has to cost little.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// What is known of words; its order is not to be relied on.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// Words; their order is not to be relied on.
pub(crate) type WordSet<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

/// A hash of eight bytes at a time (the multiplicative hash of Firefox and of rustc). The keys of a table are the program's or an
/// archive's own, so nobody can choose them to collide.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, bytes: u64) {
        self.0 = (self.0.rotate_left(5) ^ bytes).wrapping_mul(0x517C_C1B7_2722_0A95);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let mut padded = [0; 8];
            padded[..eight.len()].copy_from_slice(eight);
            self.add(u64::from_le_bytes(padded));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    // A table takes its places from the low bits, which a product mixes least.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, BuildHasherDefault};

    use super::WordHasher;

    #[test]
    fn words_of_two_letters_lie_apart() {
        let hash = BuildHasherDefault::<WordHasher>::default();
        let letters = || 'ا'..='ي';
        let mut places: Vec<u64> = letters()
            .flat_map(|first| letters().map(move |second| format!("{first}{second}")))
            .map(|word| hash.hash_one(word.as_str()))
            .collect();
        let words = places.len();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), words);
        places.iter_mut().for_each(|place| *place %= 4096);
        places.sort_unstable();
        places.dedup();
        // Of 1,296 words at random, some 1,110 have a place of 4,096 to themselves or first.
        assert!(places.len() > 900, "{}", places.len());
    }
}
