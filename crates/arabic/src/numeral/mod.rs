//! Numerals: digits of every row and number words, cardinal and ordinal.

mod digits;
mod group;
mod lexicon;
mod words;

use std::ops::Range;

pub(crate) use digits::number_end;
pub use digits::{parse_digits, parse_integer};

use crate::token::{Token, TokenKind};
use lexicon::Part;
use words::Words;

/// Whether a numeral counts or ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// خمسة, 25, ألفان.
    Cardinal,
    /// الخامس, الحادي عشر, العشرين.
    Ordinal,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// In digits alone.
    Digits,
    /// In words alone.
    Words,
    /// In both: `1.5 مليون`.
    Mixed,
}

/// A numeral in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Its value, exact for whole numbers up to 2⁵³.
    pub value: f64,
    /// Whether it counts or ranks.
    pub kind: Kind,
    /// How many tokens it takes.
    pub tokens: usize,
    /// Its bytes in the text of the tokens, without و ب ل ك ف before its first word (an article stays).
    pub span: Range<usize>,
    /// How it is written.
    pub digits: Form,
}

impl Numeral {
    /// The value, if it is a whole number.
    pub fn integer(&self) -> Option<i64> {
        let whole = self.value.fract() == 0.0 && self.value.abs() <= EXACT;
        // The bound keeps the conversion exact.
        whole.then_some(self.value as i64)
    }
}

/// 2⁵³: up to here every whole number has its own `f64`.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Whether a numeral in words may begin with `word`, particles and article included. Cheap: ask before [`numeral_at`].
pub fn begins(word: &str) -> bool {
    lexicon::read(word).is_some_and(|reading| !matches!(reading.part, Part::Many(_)))
}

/// The longest numeral that begins at token `i`.
///
/// Words may be in any case and gender, with or without tashkeel; parts come from the largest to the smallest, or as
/// chronicles write them, from the smallest up (`إحدى وخمسين ومائتين وألف`). A second numeral after و is not swallowed:
/// `خمسة وستة`, `18 و19`, `الأول والثاني` begin with 5, 18, 1. Behind `بين` the last و parts the two ends.
pub fn numeral_at(tokens: &[Token], i: usize) -> Option<Numeral> {
    let first = tokens.get(i)?;
    let words = Words::new(tokens, i);
    let found = words.ordinal().or_else(|| words.cardinal_after_between())?;
    let start = first.span.start + words.particles();
    let used = tokens.get(i..found.next)?;
    Some(Numeral {
        value: found.value,
        kind: found.kind,
        tokens: used.len(),
        span: start..used.last()?.span.end,
        digits: form(used),
    })
}

fn form(used: &[Token]) -> Form {
    let digits = used.iter().any(|token| token.kind == TokenKind::Number);
    match (digits, used.len()) {
        (false, _) => Form::Words,
        (true, 1) => Form::Digits,
        (true, _) => Form::Mixed,
    }
}
