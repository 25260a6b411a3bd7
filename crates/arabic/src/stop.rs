//! Function and question words: they carry a sentence, not its subject.

use std::sync::OnceLock;

use crate::table_rows;
use crate::word_list::WordList;

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
    static WORDS: OnceLock<WordList> = OnceLock::new();
    let words = WORDS.get_or_init(|| WordList::of(table_rows!("../data/stop.tsv")));
    words.has(folded)
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
