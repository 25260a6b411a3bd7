//! Function and question words: they carry a sentence, not its subject.

use std::sync::OnceLock;

use crate::sieve::Sieve;
use crate::table::sorted;
use crate::table_rows;

/// Whether a folded word is a function or question word, or one with و or ف written on it.
pub fn is_stop_word(folded: &str) -> bool {
    is_listed(folded) || joined(folded).is_some_and(is_listed)
}

/// What follows و or ف, when it is long enough to be no accident (`ولي` is a guardian, not "and to me").
fn joined(folded: &str) -> Option<&str> {
    folded
        .strip_prefix(['و', 'ف'])
        .filter(|rest| rest.chars().count() >= 3)
}

fn is_listed(folded: &str) -> bool {
    static WORDS: OnceLock<(Vec<&'static str>, Sieve)> = OnceLock::new();
    let (words, sieve) = WORDS.get_or_init(|| {
        let words = table_rows!("../data/stop.tsv")
            .lines()
            .flat_map(|line| line.split(' '));
        let words = sorted(words, |a, b| a < b);
        let sieve = Sieve::of(words.iter().map(|word| word.as_bytes()));
        (words, sieve)
    });
    sieve.lets_through(folded.as_bytes()) && words.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn every_listed_word_is_folded_listed_once_and_known() {
        let words: Vec<&str> = table_rows!("../data/stop.tsv")
            .lines()
            .flat_map(|line| line.split(' '))
            .collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(fold(word), *word);
            assert!(!words[..at].contains(word), "{word} twice");
            assert!(is_stop_word(word));
        }
    }
}
