//! Text to tokens, each with its bytes in the text that was given.

use std::ops::Range;

use crate::class::{Class, class};
use crate::numeral::number_end;

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A run of letters of one script with their marks; at least one letter.
    Word,
    /// Digits with the decimal and thousands separators between them.
    Number,
    /// One punctuation mark.
    Punctuation,
    /// One sign that is none of these, or marks without a letter.
    Symbol,
}

/// A piece of text that the analyzer treats as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// The token as written.
    pub text: &'t str,
    /// Its bytes in the text given to [`tokens`].
    pub span: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of `text`, in order and not overlapping. What lies between them is white space and invisible controls only.
///
/// Tashkeel, tatweel and zero-width or bidirectional controls inside a word stay inside its span. Letters part from
/// digits and from letters of another script: `و2014` is two tokens, so is `الـPYD`.
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// The iterator that [`tokens`] returns.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let (first, kind_of_first) = self.skip_gap()?;
        let start = self.at;
        let after = start + first.len_utf8();
        let (end, kind) = match kind_of_first {
            Class::Arabic | Class::Other => (self.word_end(after, kind_of_first), TokenKind::Word),
            Class::Digit => (number_end(self.text, start), TokenKind::Number),
            Class::Mark => self.after_leading_marks(after),
            Class::Punctuation => (after, TokenKind::Punctuation),
            Class::Symbol | Class::Space | Class::Invisible => (after, TokenKind::Symbol),
        };
        self.at = end;
        Some(Token {
            text: &self.text[start..end],
            span: start..end,
            kind,
        })
    }
}

impl Tokens<'_> {
    /// Moves to the next character that someone can see.
    fn skip_gap(&mut self) -> Option<(char, Class)> {
        loop {
            let c = self.text[self.at..].chars().next()?;
            match class(c) {
                Class::Space | Class::Invisible => self.at += c.len_utf8(),
                visible => return Some((c, visible)),
            }
        }
    }

    /// The end of a word of `script` whose first letter ends at `from`. Controls count only when the word goes on.
    fn word_end(&self, from: usize, script: Class) -> usize {
        let mut end = from;
        let mut at = from;
        for c in self.text[from..].chars() {
            at += c.len_utf8();
            match class(c) {
                Class::Mark => end = at,
                Class::Invisible => {}
                letter if letter == script => end = at,
                _ => break,
            }
        }
        end
    }

    /// Marks before a letter open its word (`ـه`); marks before anything else are a sign of their own.
    fn after_leading_marks(&self, from: usize) -> (usize, TokenKind) {
        let mut at = from;
        for c in self.text[from..].chars() {
            match class(c) {
                Class::Mark => at += c.len_utf8(),
                script @ (Class::Arabic | Class::Other) => {
                    return (self.word_end(at + c.len_utf8(), script), TokenKind::Word);
                }
                _ => break,
            }
        }
        (at, TokenKind::Symbol)
    }
}
