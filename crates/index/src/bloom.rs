//! A quick no: whether a word may be in a set.

use tawarikh_arabic::hash64;

/// Bits per word: with [`SET`] of them set, one word in four hundred that is not there passes by chance.
const BITS: usize = 16;
/// Bits that are set for a word.
const SET: usize = 4;

/// A Bloom filter (Bloom: Space/time trade-offs in hash coding with allowable errors, 1970): never says no of a word that is there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bloom(
    /// A power of two of them, or none.
    Vec<u64>,
);

impl Bloom {
    /// An empty set with room for so many words.
    pub(crate) fn with_room(words: usize) -> Bloom {
        let bits = (words * BITS).next_power_of_two();
        Bloom(vec![0; bits.div_ceil(u64::BITS as usize)])
    }

    /// Adds a word.
    pub(crate) fn add(&mut self, word: &[u8]) {
        for (place, bit) in places(word, self.0.len()) {
            if let Some(bits) = self.0.get_mut(place) {
                *bits |= bit;
            }
        }
    }

    /// Whether a word may be in the set.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        let mut places = places(word.as_bytes(), self.0.len());
        places.all(|(place, bit)| self.0.get(place).is_some_and(|bits| bits & bit != 0))
    }
}

/// Where the bits that stand for a word are among so many numbers, and which: the halves of its hash make as many as it takes
/// (Kirsch, Mitzenmacher: Less Hashing, Same Performance, 2006).
fn places(word: &[u8], numbers: usize) -> impl Iterator<Item = (usize, u64)> + use<> {
    let hash = hash64(word);
    let (first, step) = (hash as u32, (hash >> 32) as u32);
    let mask = numbers.saturating_sub(1);
    let hashes = (0..SET as u32).map(move |at| first.wrapping_add(step.wrapping_mul(at)));
    hashes.map(move |hash| ((hash >> 6) as usize & mask, 1 << (hash & 63)))
}

#[cfg(test)]
mod tests {
    use super::Bloom;

    #[test]
    fn a_word_is_never_refused_and_most_others_are() {
        let number = |number: u32| format!("كلمه{number}");
        let mut words = Bloom::with_room(1000);
        (0..1000).for_each(|word| words.add(number(word).as_bytes()));
        assert!((0..1000).all(|word| words.may_have(&number(word))));
        let passing = (1000..11_000).filter(|&word| words.may_have(&number(word)));
        // One in four hundred would be 25.
        assert!(passing.count() < 80);
        assert!(!Bloom::with_room(0).may_have(""));
        assert!(!Bloom::default().may_have(""));
    }
}
