//! Vowel signs, which the index drops: compared in the texts.

use tawarikh_arabic::surface;

/// Whether the letters of `word`, a word of a text, carry the tashkeel that `wanted` writes, for words of the same surface.
/// Letters that `wanted` leaves bare may carry any; the order of the signs of a letter does not count.
pub(crate) fn has_tashkeel_of(word: &str, wanted: &str) -> bool {
    if !has_tashkeel(wanted) {
        return true;
    }
    let (word, wanted) = (signs(word), signs(wanted));
    word.len() == wanted.len()
        && word
            .iter()
            .zip(wanted)
            .all(|(has, wants)| wants == 0 || *has == wants)
}

/// Whether a word is written with tashkeel.
pub(crate) fn has_tashkeel(word: &str) -> bool {
    word.chars().any(|c| sign(c).is_some())
}

/// The signs on each letter, as bits.
fn signs(word: &str) -> Vec<u32> {
    let mut letters = Vec::new();
    for c in word.chars() {
        match (sign(c), letters.last_mut()) {
            (Some(sign), Some(last)) => *last |= sign,
            (Some(_), None) => {}
            // Tatweel, controls and the marks that make a hamza letter are no letters of their own.
            (None, _) if surface(c.encode_utf8(&mut [0; 4])).is_empty() => {}
            (None, _) => letters.push(0),
        }
    }
    letters
}

/// Fathatan to sukun, and the dagger alef.
fn sign(c: char) -> Option<u32> {
    match c {
        '\u{64B}'..='\u{652}' => Some(1 << (c as u32 - 0x64B)),
        '\u{670}' => Some(1 << 8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::has_tashkeel_of;

    #[test]
    fn signs_that_are_wanted_must_be_there() {
        assert!(has_tashkeel_of("عِلْم", "عِلم"));
        assert!(has_tashkeel_of("عِلم", "علم"));
        assert!(!has_tashkeel_of("عَلَم", "عِلم"));
        assert!(!has_tashkeel_of("علم", "عِلم"));
        assert!(has_tashkeel_of("مدرِّسة", "مدرّ\u{650}سة"));
        assert!(has_tashkeel_of("عِلـم", "عِلم"));
    }
}
