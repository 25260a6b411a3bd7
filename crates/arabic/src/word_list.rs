//! Lists of words that are asked for words which they hardly ever have.

use crate::sieve::Sieve;
use crate::table::sorted;

/// Words, behind their sieve.
pub(crate) struct WordList {
    sieve: Sieve,
    words: Vec<&'static str>,
}

impl WordList {
    /// The words of a table, parted by blanks and line ends.
    pub(crate) fn of(table: &'static str) -> WordList {
        let words = table.lines().flat_map(|line| line.split(' '));
        let words = sorted(words, |a, b| a < b);
        WordList {
            sieve: Sieve::of(words.iter().map(|word| word.as_bytes())),
            words,
        }
    }

    /// Whether a word is listed.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.sieve.lets_through(word.as_bytes()) && self.words.binary_search(&word).is_ok()
    }

    /// All words, sorted.
    #[cfg(test)]
    pub(crate) fn words(&self) -> &[&'static str] {
        &self.words
    }
}
