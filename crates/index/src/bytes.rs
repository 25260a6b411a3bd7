//! Shared immutable bytes.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// Immutable bytes with a cheap clone and cheap slices, so that the parts of an index can live on their own: today all
/// of them lie in one buffer, a part that is fetched later brings its own.
#[derive(Clone, Debug, Default)]
pub struct Bytes {
    shared: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Bytes {
    /// The bytes in `range`, which counts from the start of these; `None` if they do not reach that far.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Option<Bytes> {
        let fits = range.start <= range.end && range.end <= self.len();
        fits.then(|| Bytes {
            shared: Arc::clone(&self.shared),
            range: self.range.start + range.start..self.range.start + range.end,
        })
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.shared.get(self.range.clone()).unwrap_or_default()
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Bytes {
        let range = 0..bytes.len();
        Bytes {
            shared: Arc::new(bytes),
            range,
        }
    }
}

impl From<&[u8]> for Bytes {
    /// Copies.
    fn from(bytes: &[u8]) -> Bytes {
        Bytes::from(bytes.to_vec())
    }
}

impl From<&Vec<u8>> for Bytes {
    /// Copies.
    fn from(bytes: &Vec<u8>) -> Bytes {
        Bytes::from(bytes.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::Bytes;

    #[test]
    fn a_slice_counts_from_its_parent() {
        let all = Bytes::from(vec![1, 2, 3, 4, 5]);
        let middle = all.slice(1..4).unwrap();
        assert_eq!(*middle, [2, 3, 4]);
        assert_eq!(*middle.slice(1..3).unwrap(), [3, 4]);
        assert!(middle.slice(2..4).is_none());
    }
}
