//! A quick no: whether the dictionary may have a stem.

use tawarikh_arabic::hash64;

use super::Dictionary;

/// Bits per stem: with two of them set, one stem in seventy that is not there passes by chance.
const BITS: usize = 16;

/// All stems, as a Bloom filter (Bloom: Space/time trade-offs in hash coding with allowable errors, 1970) with two hashes: never
/// says no of a stem that is there.
#[derive(Debug)]
pub(crate) struct Stems(Vec<u64>);

impl Stems {
    /// The stems of a dictionary that is at hand as a whole.
    pub(crate) fn of(dictionary: Dictionary<'_>) -> Stems {
        let bits = (dictionary.families() as usize * BITS).next_power_of_two();
        let mut stems = Stems(vec![0; bits.div_ceil(u64::BITS as usize).max(1)]);
        dictionary.each_stem(|stem| stems.add(stem));
        stems
    }

    fn add(&mut self, stem: &[u8]) {
        for (word, bit) in self.places(stem) {
            if let Some(bits) = self.0.get_mut(word) {
                *bits |= bit;
            }
        }
    }

    /// Whether a stem may be among them.
    pub(crate) fn may_have(&self, stem: &str) -> bool {
        let mut places = self.places(stem.as_bytes()).into_iter();
        places.all(|(word, bit)| self.0.get(word).is_some_and(|bits| bits & bit != 0))
    }

    /// The words of the set and the bits in them that stand for a stem: two halves of its hash.
    fn places(&self, stem: &[u8]) -> [(usize, u64); 2] {
        let hash = hash64(stem);
        [hash >> 32, hash & 0xFFFF_FFFF].map(|half| {
            let word = (half >> 6) as usize % self.0.len().max(1);
            (word, 1 << (half & 63))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn a_stem_is_never_refused_and_most_others_are() {
        let number = |number: u32| format!("كلمه{number}");
        let mut stems = Stems(vec![0; 1000 * super::BITS / 64]);
        (0..1000).for_each(|stem| stems.add(number(stem).as_bytes()));
        assert!((0..1000).all(|stem| stems.may_have(&number(stem))));
        let passing = (1000..11_000).filter(|&stem| stems.may_have(&number(stem)));
        // One in seventy would be 140.
        assert!(passing.count() < 400);
        assert!(!Stems(vec![0]).may_have(""));
    }
}
