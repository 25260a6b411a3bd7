//! A quick no: most words of a text hold none of the runs of letters that are looked for.

/// Bytes of a run by which it is known: three Arabic letters, or two where it has no more.
const LONG: usize = 6;
const SHORT: usize = 4;
/// Words of 64 bits of a set. A query of ten words has some fifty runs, so that one in forty beginnings passes by chance.
const WORDS: usize = 32;

/// The beginnings of runs of letters, as a Bloom filter (Bloom: Space/time trade-offs in hash coding with allowable errors,
/// 1970) with one hash: never says no of a word that holds a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Beginnings {
    long: Set,
    /// Of runs that have no more letters than these.
    short: Set,
    /// Whether there is a run too short to be known by.
    has_shorter: bool,
}

impl Beginnings {
    /// Takes a run into account.
    pub(crate) fn add(&mut self, run: &str) {
        let run = run.as_bytes();
        if let Some(beginning) = run.get(..LONG) {
            self.long.add(beginning);
        } else if let Some(beginning) = run.get(..SHORT) {
            self.short.add(beginning);
        } else {
            self.has_shorter = true;
        }
    }

    /// Whether `word` may hold one of the runs.
    pub(crate) fn may_stand_in(&self, word: &str) -> bool {
        let word = word.as_bytes();
        self.has_shorter
            || word.windows(LONG).any(|beginning| self.long.has(beginning))
            || !self.short.is_empty
                && word
                    .windows(SHORT)
                    .any(|beginning| self.short.has(beginning))
    }
}

/// Beginnings of one length.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Set {
    bits: [u64; WORDS],
    is_empty: bool,
}

impl Default for Set {
    fn default() -> Set {
        Set {
            bits: [0; WORDS],
            is_empty: true,
        }
    }
}

impl Set {
    fn add(&mut self, beginning: &[u8]) {
        let (word, bit) = place(beginning);
        self.is_empty = false;
        if let Some(bits) = self.bits.get_mut(word) {
            *bits |= bit;
        }
    }

    fn has(&self, beginning: &[u8]) -> bool {
        let (word, bit) = place(beginning);
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

/// The word and the bit of a beginning.
#[inline]
fn place(beginning: &[u8]) -> (usize, u64) {
    let key = beginning
        .iter()
        .fold(0, |key, byte| key << 8 | u64::from(*byte));
    // Fibonacci hashing (Knuth: The Art of Computer Programming 3, 6.4): the upper bits depend on all of the key.
    let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 53;
    (hash as usize / 64 % WORDS, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Beginnings;

    #[test]
    fn most_words_are_refused() {
        let mut beginnings = Beginnings::default();
        ["حصار", "محاصر"].iter().for_each(|run| beginnings.add(run));
        for word in ["والحصار", "المحاصرون", "حصارها"] {
            assert!(beginnings.may_stand_in(word), "{word}");
        }
        for word in ["كتاب", "المدينه", "يوم", "في"] {
            assert!(!beginnings.may_stand_in(word), "{word}");
        }
        assert!(!Beginnings::default().may_stand_in("كتاب"));
    }

    proptest! {
        #[test]
        fn a_word_with_a_run_is_never_refused(
            before in "[ا-ي]{0,4}", run in "[ا-يa-z0-9]{0,5}", after in "[ا-ي]{0,4}",
            others in proptest::collection::vec("[ا-ي]{2,5}", 0..20),
        ) {
            let mut beginnings = Beginnings::default();
            others.iter().chain([&run]).for_each(|run| beginnings.add(run));
            let word = before + &run + &after;
            prop_assert!(beginnings.may_stand_in(&word));
        }
    }
}
