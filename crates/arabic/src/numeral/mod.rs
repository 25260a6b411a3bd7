//! Numerals: digits of every row and number words, cardinal and ordinal.

mod digits;

pub(crate) use digits::number_end;
pub use digits::{parse_digits, parse_integer};
