//! The words of a line, folded: the form in which lines are compared with tables and with each other.

use std::ops::Range;
use tawarikh_arabic::{TokenKind, fold, tokens};

/// A word or number and where it stands in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded spelling.
    pub(crate) key: String,
    /// Bytes in the line.
    pub(crate) span: Range<usize>,
}

/// The words and numbers of `text`, in order; punctuation and symbols left out.
pub(crate) fn words(text: &str) -> Vec<Word> {
    tokens(text)
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .map(|token| Word {
            key: fold(token.text),
            span: token.span,
        })
        .filter(|word| !word.key.is_empty())
        .collect()
}

/// The keys with one space between: what two lines that differ only in spelling and punctuation share.
pub(crate) fn joined(words: &[Word]) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word.key);
    }
    out
}

/// The joined key of a text.
pub(crate) fn key(text: &str) -> String {
    joined(&words(text))
}
