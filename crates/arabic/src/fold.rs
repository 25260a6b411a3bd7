//! The folded form: one spelling for what writers spell in several ways.

use crate::compat::without_accent;
use crate::surface::{is_made_of, is_plain, push_surface};

/// The [`surface`](crate::surface) form with the usual variants made one: alef and hamza forms, ئو and ؤو, ى and ي, ة and ه,
/// Persian, Kurdish and Urdu letters and their Arabic neighbours, Latin letters without accents.
///
/// Idempotent, and `fold(&surface(x)) == fold(x)`.
pub fn fold(text: &str) -> String {
    if is_folded(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    if is_plain(text) {
        push_folded(text, &mut out);
        return out;
    }
    let mut surface = String::with_capacity(text.len());
    push_surface(text, &mut surface);
    push_folded(&surface, &mut out);
    out
}

/// Whether `text` is its own folded form by a glance, as most words are: plain, without آ to ئ, ة and ى.
fn is_folded(text: &str) -> bool {
    is_made_of(
        text,
        |low| low == 0xA1 || low == 0xA7 || low == 0xA8 || low >= 0xAA,
        |low| matches!(low, 0x81..=0x88 | 0x8A),
    )
}

/// Appends the folded form of text that is a surface form already.
pub(crate) fn push_folded(surface: &str, out: &mut String) {
    let mut letters = surface.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\0'..='\u{7F}' => out.push(c),
            // Egypt writes مسئول, شئون where the Levant writes مسؤول, شؤون.
            'ئ' if letters.peek() == Some(&'و') => out.push('و'),
            '\u{600}'..='\u{6FF}' => out.push(fold_arabic(c)),
            _ => push_folded_latin(c, out),
        }
    }
}

/// Letters that Arabic writers exchange. Sources: Larkey et al. 2007 (light10's normalisation); the Unicode names of
/// the Persian, Kurdish, Maghrebi and Urdu letters, each put to the letter that Arabic newspapers write for it.
pub(crate) fn fold_arabic(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ؤ' | 'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' | 'ێ' | 'ے' | 'ۓ' | 'ؠ' => 'ي',
        'ة' | 'ۀ' | 'ہ' | 'ۂ' | 'ۃ' | 'ە' | 'ھ' => 'ه',
        'ک' | 'ڪ' | 'گ' | 'ڭ' | 'ڮ' => 'ك',
        'پ' => 'ب',
        'چ' => 'ج',
        'ژ' => 'ز',
        'ڤ' | 'ڢ' => 'ف',
        'ڨ' => 'ق',
        'ڕ' => 'ر',
        'ڵ' => 'ل',
        _ => c,
    }
}

/// Latin letters lose every accent; letters that Unicode does not take apart are written out.
fn push_folded_latin(c: char, out: &mut String) {
    match c {
        '\u{300}'..='\u{36F}' => {}
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ø' | 'ǿ' => out.push('o'),
        'đ' => out.push('d'),
        'ħ' => out.push('h'),
        'ı' => out.push('i'),
        'ł' => out.push('l'),
        'ŧ' => out.push('t'),
        _ => match without_accent(c) {
            Some(base) => push_folded_latin_or_ascii(base, out),
            None => out.push(c),
        },
    }
}

/// A letter under one accent may carry another (ế, ê, e).
fn push_folded_latin_or_ascii(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c);
    } else {
        push_folded_latin(c, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glance_passes_no_character_that_folding_changes() {
        let mut passed = 0;
        for c in '\0'..='\u{6FF}' {
            let text = c.to_string();
            let mut folded = String::new();
            push_folded(&crate::surface(&text), &mut folded);
            if is_folded(&text) {
                assert_eq!(folded, text, "U+{:04X}", c as u32);
                passed += 1;
            }
        }
        // Blank, 26 letters, 10 digits; ء, ا, ب, ت to غ with the five letters behind it, ف to و, ي.
        assert_eq!(passed, 37 + 3 + 22 + 8 + 1);
    }
}
