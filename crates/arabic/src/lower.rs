//! Lower case of the Latin, Greek and Cyrillic letters that Arabic archives quote.
//!
//! The library's table for all of Unicode weighs 6 KB in the packed engine; these alphabets need a dozen rules. Letters
//! of other alphabets, and of African and historic Latin orthographies, stay as they are.

/// The lower-case letter of `c`, or `c` itself. One letter always gives one letter: İ gives a plain i.
pub(crate) fn lower(c: char) -> char {
    char::from_u32(lower_code(c as u32)).unwrap_or(c)
}

const fn lower_code(code: u32) -> u32 {
    match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 0x20,
        0x130 => 'i' as u32,
        0x178 => 0xFF,
        // Pairs with the small letter at the odd place.
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1F4 | 0x1F8..=0x21F | 0x222..=0x233 => {
            code | 1
        }
        0x1E00..=0x1E95 | 0x1EA0..=0x1EFF | 0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => {
            code | 1
        }
        // Pairs with the small letter at the even place.
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        0x1E9E => 'ß' as u32,
        0x386 => 'ά' as u32,
        0x388..=0x38A => code + 0x25,
        0x38C => 'ό' as u32,
        0x38E | 0x38F => code + 0x3F,
        0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => code + 0x20,
        0x400..=0x40F => code + 0x50,
        0x4C0 => 0x4CF,
        // The signs for kelvin and ångström are letters to Unicode.
        0x212A => 'k' as u32,
        0x212B => 'å' as u32,
        _ => code,
    }
}

#[cfg(test)]
mod tests {
    use super::lower;

    #[test]
    fn every_letter_is_as_in_unicode_or_left_alone() {
        for c in ('\0'..='\u{FFFF}').filter(|&c| c != 'İ' && lower(c) != c) {
            assert!(c.to_lowercase().eq([lower(c)]), "{c}");
        }
    }

    #[test]
    fn whole_alphabets_are_covered() {
        let latin = ('A'..='ſ')
            .chain('Ǎ'..='ǜ')
            .chain('Ǹ'..='ȟ')
            .chain('Ḁ'..='ẕ')
            .chain('ẞ'..='ỹ');
        let others = ('Ά'..='ώ').chain('Ѐ'..='ԯ');
        for c in latin.chain(others).filter(|&c| c != 'İ') {
            assert!(c.to_lowercase().eq([lower(c)]), "{c}");
        }
    }
}
