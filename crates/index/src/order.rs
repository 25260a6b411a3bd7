//! Sorting by packed keys: everything that a query sorts is a vector of `u64`, so the engine carries one sort.

use std::collections::BinaryHeap;

/// A key that sorts greater values first, then smaller ids. The value must not be negative.
pub(crate) fn best_first(value: f32, id: u32) -> u64 {
    // The bits of floats that are not negative have the order of the floats.
    u64::from(!value.to_bits()) << 32 | u64::from(id)
}

/// A key that sorts greater counts first, then smaller ids.
pub(crate) fn most_first(count: u32, id: u32) -> u64 {
    u64::from(!count) << 32 | u64::from(id)
}

/// The count in a key of [`most_first`].
pub(crate) fn count(key: u64) -> u32 {
    !((key >> 32) as u32)
}

/// The id in a key.
pub(crate) fn id(key: u64) -> u32 {
    key as u32
}

/// The value in a key of [`best_first`].
pub(crate) fn value(key: u64) -> f32 {
    f32::from_bits(!((key >> 32) as u32))
}

/// Keeps the least keys of many.
pub(crate) struct Least {
    /// The greatest on top, which gives way.
    keys: BinaryHeap<u64>,
    most: usize,
}

impl Least {
    /// Keeps as many as `most`.
    pub(crate) fn new(most: usize) -> Least {
        Least {
            keys: BinaryHeap::with_capacity(most),
            most,
        }
    }

    /// Takes a key into account.
    #[inline]
    pub(crate) fn push(&mut self, key: u64) {
        if self.keys.len() < self.most {
            self.keys.push(key);
        } else if let Some(mut greatest) = self.keys.peek_mut()
            && key < *greatest
        {
            *greatest = key;
        }
    }

    /// The least keys, rising.
    pub(crate) fn finish(self) -> Vec<u64> {
        self.keys.into_sorted_vec()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_order_by_value_then_id() {
        let keys = [
            best_first(2.5, 9),
            best_first(1.0, 1),
            best_first(1.0, 2),
            best_first(0.0, 0),
        ];
        assert!(keys.is_sorted());
        assert_eq!((value(keys[0]), id(keys[0])), (2.5, 9));
        assert!(most_first(7, 3) < most_first(6, 0));
    }

    proptest! {
        #[test]
        fn the_least_are_kept(keys in proptest::collection::vec(0u64..500, 0..1500), most in 0usize..20) {
            let mut least = Least::new(most);
            keys.iter().for_each(|&key| least.push(key));
            let mut sorted = keys;
            sorted.sort_unstable();
            sorted.truncate(most);
            prop_assert_eq!(least.finish(), sorted);
        }
    }
}
