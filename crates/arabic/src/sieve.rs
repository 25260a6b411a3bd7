//! What turns away nearly every word that is not in a list, before it is looked for there.

use crate::hash::hash32;

/// The bits of the words of a list (Bloom: Space/time trade-offs in hash coding with allowable errors, 1970).
pub(crate) struct Sieve([u64; ROWS]);

const ROWS: usize = 512;

impl Sieve {
    /// Lets `words` through, and few others: where the list has 500 words, one in sixty-five.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w [u8]>) -> Sieve {
        let mut bits = [0; ROWS];
        for (row, bit) in words.map(place) {
            bits[row] |= bit;
        }
        Sieve(bits)
    }

    /// Whether the list may hold a word.
    pub(crate) fn lets_through(&self, word: &[u8]) -> bool {
        let (row, bit) = place(word);
        self.0[row] & bit != 0
    }
}

/// The bit of a word.
fn place(word: &[u8]) -> (usize, u64) {
    let hash = hash32(word);
    ((hash >> 23) as usize, 1 << (hash >> 17 & 0x3F))
}
