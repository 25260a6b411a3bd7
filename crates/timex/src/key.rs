//! A word as one number, so that a dictionary look-up costs a multiplication.

use std::sync::LazyLock;

use tawarikh_arabic::fold;

/// The longest word the lexicon can hold, in letters.
const LETTERS: u32 = 16;

/// The folded letters of an Arabic word, one byte each, the first in the lowest byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(pub u128);

/// What a character of the Arabic block is in a key: 0 for marks, which are not written, [`FOREIGN`] for what is no letter.
static CODES: LazyLock<[u8; 256]> = LazyLock::new(|| {
    let mut codes = [FOREIGN; 256];
    for (code, offset) in codes.iter_mut().zip(0u32..) {
        let Some(c) = char::from_u32(BLOCK + offset) else {
            continue;
        };
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        *code = match folded.chars().next() {
            None => 0,
            Some(letter @ 'ء'..='ي') => (letter as u32 - BLOCK) as u8,
            Some(_) => FOREIGN,
        };
    }
    codes
});

const BLOCK: u32 = 0x600;
const FOREIGN: u8 = 0xFF;

impl Key {
    /// The key of a word; `None` if it is longer than any word of the lexicon or not in Arabic letters.
    pub(crate) fn of(word: &str) -> Option<Key> {
        let codes = &*CODES;
        let (mut key, mut shift) = (0u128, 0);
        for c in word.chars() {
            let code = match (c as u32).checked_sub(BLOCK) {
                Some(offset @ 0..256) => codes[offset as usize],
                Some(_) if is_presentation_form(c) => return Key::of_rare(word),
                Some(_) if is_invisible(c) => 0,
                _ => FOREIGN,
            };
            match code {
                0 => {}
                FOREIGN => return None,
                _ if shift == 8 * LETTERS => return None,
                _ => {
                    key |= u128::from(code) << shift;
                    shift += 8;
                }
            }
        }
        (shift > 0).then_some(Key(key))
    }

    /// The key of a word written in presentation forms: folded first.
    fn of_rare(word: &str) -> Option<Key> {
        let folded = fold(word);
        if folded.chars().any(is_presentation_form) {
            None
        } else {
            Key::of(&folded)
        }
    }

    /// The key without its first letters.
    pub(crate) fn without(self, letters: u32) -> Key {
        Key(self
            .0
            .checked_shr(8u32.saturating_mul(letters))
            .unwrap_or(0))
    }

    /// The key without a و or ف on its front.
    pub(crate) fn unjoined(self) -> Key {
        match self.letter(0) {
            Some('و' | 'ف') => self.without(1),
            _ => self,
        }
    }

    /// The folded letter at a place.
    pub(crate) fn letter(self, at: u32) -> Option<char> {
        match self.without(at).0 as u8 {
            0 => None,
            code => char::from_u32(BLOCK + u32::from(code)),
        }
    }

    /// Fibonacci hashing of the two halves: 12 bits.
    pub(crate) fn hash(self) -> u64 {
        let mixed = (self.0 as u64) ^ ((self.0 >> 64) as u64).rotate_left(29);
        mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 52
    }

    /// How many letters.
    pub(crate) fn len(self) -> u32 {
        LETTERS.saturating_sub(self.0.leading_zeros() / 8)
    }

    /// Whether the word ends in these letters.
    pub(crate) fn ends_with(self, letter: char) -> bool {
        self.letter(self.len().saturating_sub(1)) == Some(letter)
    }
}

/// Letters with their shape fixed, as old files hold them.
fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Joiners and direction marks, which no reader sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// The bytes that the first `letters` letters of a word take, with the marks behind them.
pub(crate) fn bytes_of(word: &str, letters: u32) -> usize {
    let codes = &*CODES;
    let mut left = letters;
    for (at, c) in word.char_indices() {
        let mark = is_invisible(c)
            || (c as u32)
                .checked_sub(BLOCK)
                .is_some_and(|offset| codes.get(offset as usize) == Some(&0));
        if !mark {
            if left == 0 {
                return at;
            }
            left -= 1;
        }
    }
    word.len()
}
