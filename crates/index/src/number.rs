//! The one code for whole numbers in the index: short where postings and positions are, bytes so that gzip still works.
//!
//! ```text
//! 0..=215     the number itself
//! 216..=250   and one byte:   216 + (first - 216) * 256 + byte           up to 9 175
//! 251..=254   and two bytes:  9 176 + (first - 251) * 65 536 + u16        up to 271 319
//! 255         and four bytes: the number
//! ```
//!
//! All numbers are little endian.

const TWO: u32 = 216;
const THREE: u32 = 251;
const FIVE: u32 = 255;
/// The first number that takes three bytes.
const FIRST_OF_THREE: u32 = TWO + ((THREE - TWO) << 8);
/// The first number that takes five bytes.
const FIRST_OF_FIVE: u32 = FIRST_OF_THREE + ((FIVE - THREE) << 16);

/// Appends `number`.
pub(crate) fn put(out: &mut Vec<u8>, number: u32) {
    if number < TWO {
        out.push(number as u8);
    } else if number < FIRST_OF_THREE {
        let rest = number - TWO;
        out.extend_from_slice(&[(TWO + (rest >> 8)) as u8, rest as u8]);
    } else if number < FIRST_OF_FIVE {
        let rest = number - FIRST_OF_THREE;
        out.extend_from_slice(&[(THREE + (rest >> 16)) as u8, rest as u8, (rest >> 8) as u8]);
    } else {
        out.push(FIVE as u8);
        out.extend_from_slice(&number.to_le_bytes());
    }
}

/// How many bytes follow the first one of a number.
#[inline]
pub(crate) fn more_bytes(first: u8) -> usize {
    match u32::from(first) {
        0..TWO => 0,
        TWO..THREE => 1,
        THREE..FIVE => 2,
        _ => 4,
    }
}

/// Appends bytes with their length before them.
pub(crate) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}

/// The four bytes from `at` as a number.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Reads numbers one after the other; at the end of the bytes every read gives `None`.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// A cursor before the first byte.
    pub(crate) fn new(bytes: &'a [u8]) -> Cursor<'a> {
        Cursor { bytes, at: 0 }
    }

    /// The bytes that were not read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// How many bytes were read.
    pub(crate) fn place(&self) -> usize {
        self.at
    }

    /// Whether every byte was read.
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// The next number.
    #[inline]
    pub(crate) fn number(&mut self) -> Option<u32> {
        let first = u32::from(*self.bytes.get(self.at)?);
        self.at += 1;
        if first < TWO {
            return Some(first);
        }
        self.long_number(first)
    }

    fn long_number(&mut self, first: u32) -> Option<u32> {
        let rest = match first {
            TWO..THREE => u32::from(*self.take(1)?.first()?),
            THREE..FIVE => u32::from(u16::from_le_bytes(self.take(2)?.try_into().ok()?)),
            _ => u32::from_le_bytes(self.take(4)?.try_into().ok()?),
        };
        Some(match first {
            TWO..THREE => TWO + ((first - TWO) << 8) + rest,
            THREE..FIVE => FIRST_OF_THREE + ((first - THREE) << 16) + rest,
            _ => rest,
        })
    }

    /// Passes over numbers.
    #[inline]
    pub(crate) fn skip(&mut self, count: u32) {
        for _ in 0..count {
            let Some(&first) = self.bytes.get(self.at) else {
                return;
            };
            self.at += 1 + more_bytes(first);
        }
    }

    /// The next `count` bytes.
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(count)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    /// Bytes that have their length before them.
    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.number()? as usize;
        self.take(count)
    }

    /// Text that has its length in bytes before it.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cursor, FIRST_OF_FIVE, FIRST_OF_THREE, TWO, put};

    fn length(number: u32) -> usize {
        let mut out = Vec::new();
        put(&mut out, number);
        assert_eq!(Cursor::new(&out).number(), Some(number));
        out.len()
    }

    #[test]
    fn lengths_change_at_their_borders() {
        assert_eq!([length(0), length(TWO - 1), length(TWO)], [1, 1, 2]);
        assert_eq!([length(FIRST_OF_THREE - 1), length(FIRST_OF_THREE)], [2, 3]);
        assert_eq!(
            [
                length(FIRST_OF_FIVE - 1),
                length(FIRST_OF_FIVE),
                length(u32::MAX)
            ],
            [3, 5, 5]
        );
    }

    proptest! {
        #[test]
        fn numbers_come_back(numbers: Vec<u32>) {
            let mut out = Vec::new();
            numbers.iter().for_each(|&number| put(&mut out, number));
            let mut cursor = Cursor::new(&out);
            let read: Vec<u32> = std::iter::from_fn(|| cursor.number()).collect();
            prop_assert_eq!(read, numbers);
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>) {
            let mut cursor = Cursor::new(&bytes);
            while cursor.number().is_some() {}
            prop_assert!(cursor.place() <= bytes.len());
        }
    }
}
