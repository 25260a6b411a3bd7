//! Sets of numbers, of documents mostly.

/// A set of documents of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    documents: u32,
}

impl Bits {
    /// None of so many documents.
    pub(crate) fn none(documents: u32) -> Bits {
        Bits {
            words: vec![0; documents.div_ceil(u64::BITS) as usize],
            documents,
        }
    }

    /// All of so many documents.
    pub(crate) fn all(documents: u32) -> Bits {
        let mut bits = Bits::none(documents);
        bits.words.fill(u64::MAX);
        if let Some(last) = bits
            .words
            .last_mut()
            .filter(|_| !documents.is_multiple_of(u64::BITS))
        {
            *last = (1 << (documents % u64::BITS)) - 1;
        }
        bits
    }

    /// Adds a document; one that the index does not have changes nothing.
    #[inline]
    pub(crate) fn insert(&mut self, doc: u32) {
        if doc >= self.documents {
            return;
        }
        if let Some(word) = self.words.get_mut((doc / u64::BITS) as usize) {
            *word |= 1 << (doc % u64::BITS);
        }
    }

    /// Whether a document is in it.
    pub(crate) fn contains(&self, doc: u32) -> bool {
        let word = self.words.get((doc / u64::BITS) as usize);
        word.is_some_and(|word| word >> (doc % u64::BITS) & 1 == 1)
    }

    /// Adds the documents of `other`.
    pub(crate) fn add(&mut self, other: &Bits) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(word, other)| *word |= other);
    }

    /// Keeps what `other` has too.
    pub(crate) fn keep(&mut self, other: &Bits) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(word, other)| *word &= other);
    }

    /// Takes out what `other` has.
    pub(crate) fn remove(&mut self, other: &Bits) {
        self.words
            .iter_mut()
            .zip(&other.words)
            .for_each(|(word, other)| *word &= !other);
    }

    /// All that it does not have.
    pub(crate) fn others(&self) -> Bits {
        let mut others = Bits::all(self.documents);
        others.remove(self);
        others
    }

    /// How many documents it has.
    pub(crate) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Its documents, rising, in a list of the right length.
    pub(crate) fn to_vec(&self) -> Vec<u32> {
        let mut documents = Vec::with_capacity(self.count() as usize);
        documents.extend(self.iter());
        documents
    }

    /// Its documents, rising.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.words.iter().zip(0u32..).flat_map(|(&word, index)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left &= left.checked_sub(1)?;
                Some(index * u64::BITS + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn sets_are_exact_at_their_borders() {
        for documents in [0, 1, 63, 64, 65, 130] {
            let all: Vec<u32> = Bits::all(documents).iter().collect();
            assert_eq!(all, (0..documents).collect::<Vec<_>>());
            let mut none = Bits::none(documents);
            none.insert(documents);
            assert_eq!(none.iter().count(), 0);
            assert_eq!(none.others(), Bits::all(documents));
        }
    }
}
