//! What was asked of a word once is not asked again: prose repeats its words.

use tawarikh_arabic::numeral::begins;

use crate::key::Key;

/// Answers kept; a power of two.
const SLOTS: usize = 4096;
/// The bit of a slot that holds the answer; keys of sixteen letters, whose last byte it is in, are not kept.
const YES: u128 = 1 << 127;

/// Whether words begin numerals, as far as they were asked about; one answer to a slot.
#[derive(Debug)]
pub(crate) struct Memo {
    slots: Vec<u128>,
}

impl Memo {
    pub(crate) fn new() -> Memo {
        Memo {
            slots: vec![0; SLOTS],
        }
    }

    /// Whether a numeral may begin with a word.
    pub(crate) fn begins_numeral(&mut self, key: Key, word: &str) -> bool {
        let Some(slot) = self
            .slots
            .get_mut(key.hash() as usize % SLOTS)
            .filter(|_| key.0 & YES == 0)
        else {
            return begins(word);
        };
        if *slot & !YES != key.0 {
            *slot = key.0 | if begins(word) { YES } else { 0 };
        }
        *slot & YES != 0
    }
}
