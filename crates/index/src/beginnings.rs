//! A quick no: most words of a text hold none of the runs of letters that are looked for.

/// Bytes of a run by which it is known: two Arabic letters.
const BYTES: usize = 4;
/// Words of 64 bits.
const WORDS: usize = 4;

/// The beginnings of runs of letters, as a Bloom filter (Bloom: Space/time trade-offs in hash coding with allowable errors,
/// 1970) with one hash: never says no of a word that holds a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Beginnings {
    bits: [u64; WORDS],
    /// Whether there is a run too short to be known by.
    has_short: bool,
}

impl Beginnings {
    /// Takes a run into account.
    pub(crate) fn add(&mut self, run: &str) {
        let Some(first) = run.as_bytes().first_chunk::<BYTES>() else {
            self.has_short = true;
            return;
        };
        let (word, bit) = place(*first);
        if let Some(bits) = self.bits.get_mut(word) {
            *bits |= bit;
        }
    }

    /// Whether `word` may hold one of the runs.
    pub(crate) fn may_stand_in(&self, word: &str) -> bool {
        let holds = |first: &[u8; BYTES]| {
            let (word, bit) = place(*first);
            self.bits.get(word).is_some_and(|bits| bits & bit != 0)
        };
        self.has_short || word.as_bytes().array_windows().any(holds)
    }
}

/// The word and the bit of a beginning.
fn place(first: [u8; BYTES]) -> (usize, u64) {
    // Fibonacci hashing (Knuth: The Art of Computer Programming 3, 6.4): the upper bits depend on all of the key.
    let hash = u32::from_le_bytes(first).wrapping_mul(0x9E37_79B9) >> 24;
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
