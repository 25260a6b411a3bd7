//! A quick no: whether a word may be in a set.

use tawarikh_arabic::hash64;

/// Bits per word: with two of them set, one word in seventy that is not there passes by chance.
const BITS: usize = 16;

/// A Bloom filter (Bloom: Space/time trade-offs in hash coding with allowable errors, 1970) with two hashes: never says no of a word that
/// is there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bloom(Vec<u64>);

impl Bloom {
    /// An empty set with room for so many words.
    pub(crate) fn with_room(words: usize) -> Bloom {
        let bits = (words * BITS).next_power_of_two();
        Bloom(vec![0; bits.div_ceil(u64::BITS as usize)])
    }

    /// Adds a word.
    pub(crate) fn add(&mut self, word: &[u8]) {
        for (place, bit) in self.places(word) {
            if let Some(bits) = self.0.get_mut(place) {
                *bits |= bit;
            }
        }
    }

    /// Whether a word may be in the set.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        let mut places = self.places(word.as_bytes()).into_iter();
        places.all(|(place, bit)| self.0.get(place).is_some_and(|bits| bits & bit != 0))
    }

    /// The numbers in the filter and the bits in them that stand for a word: two halves of its hash.
    fn places(&self, word: &[u8]) -> [(usize, u64); 2] {
        let hash = hash64(word);
        [hash >> 32, hash & 0xFFFF_FFFF].map(|half| {
            let place = (half >> 6) as usize % self.0.len().max(1);
            (place, 1 << (half & 63))
        })
    }
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
        // One in seventy would be 140.
        assert!(passing.count() < 400);
        assert!(!Bloom::with_room(0).may_have(""));
        assert!(!Bloom::default().may_have(""));
    }
}
