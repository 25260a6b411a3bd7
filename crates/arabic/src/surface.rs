//! The surface form: one spelling for texts that look the same on paper.

use crate::class::{Class, FULL_WIDTH, class, digit};
use crate::compat::{compose, expand};
use crate::lower::lower;

/// `text` as a careful reader would type it: presentation forms and ligatures taken apart (NFKC), hamza and accents
/// joined to their letters, tashkeel, tatweel and invisible controls dropped, digits in ASCII, lower case.
/// Hamza forms, ى and ة stay.
///
/// Idempotent. Greek and Cyrillic are only put in lower case; other scripts stay as they are.
pub fn surface(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_surface(text, &mut out);
    out
}

/// Appends the surface form of `text`, which is taken to begin a new letter.
pub(crate) fn push_surface(text: &str, out: &mut String) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        let start = out.len();
        text.chars().for_each(|c| push(c, start, out));
    }
}

/// Whether `text` is its own surface form by a glance: unmarked Arabic letters, lower-case ASCII, ASCII digits, blanks.
pub(crate) fn is_plain(text: &str) -> bool {
    // U+0620..U+063F and U+0641..U+064A.
    is_made_of(text, |low| low >= 0xA0, |low| (0x81..=0x8A).contains(&low))
}

/// Whether `text` is nothing but lower-case ASCII, ASCII digits, blanks, and letters of the two halves of the Arabic block, told by
/// their second bytes.
pub(crate) fn is_made_of(
    text: &str,
    first_half: impl Fn(u8) -> bool,
    second_half: impl Fn(u8) -> bool,
) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b' ' | b'a'..=b'z' | b'0'..=b'9' => true,
            0xD8 => bytes.next().is_some_and(&first_half),
            0xD9 => bytes.next().is_some_and(&second_half),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}

/// Appends one character; accents join the letter before it, which must lie at or after `start`.
fn push(c: char, start: usize, out: &mut String) {
    match class(c) {
        Class::Invisible => {}
        Class::Mark => push_mark(c, start, out),
        Class::Digit => out.push(digit(c).map_or(c, |value| char::from(b'0' + value))),
        Class::Space => out.push(if c.is_ascii() || is_line_end(c) {
            c
        } else {
            ' '
        }),
        _ => push_visible(c, start, out),
    }
}

/// A full-width or presentation form is taken apart; then everything is put in lower case.
fn push_visible(c: char, start: usize, out: &mut String) {
    match c {
        '\u{FF01}'..='\u{FF5E}' => {
            if let Some(ascii) = char::from_u32(c as u32 - FULL_WIDTH) {
                out.push(ascii.to_ascii_lowercase());
            }
        }
        '\u{FB00}'..='\u{FEFE}' => match expand(c) {
            Some(letters) => letters.chars().for_each(|letter| push(letter, start, out)),
            None => out.push(c),
        },
        '\u{600}'..='\u{8FF}' => out.push(c),
        _ => out.push(lower(c)),
    }
}

/// Arabic signs vanish unless they make a hamza or madda letter; other accents join their letter or stay behind it.
fn push_mark(mark: char, start: usize, out: &mut String) {
    let base = out[start..].chars().next_back();
    if let Some(letter) = base.and_then(|base| compose(base, mark)) {
        out.pop();
        out.push(letter);
    } else if !is_arabic_mark(mark) {
        out.push(mark);
    }
}

/// Whether a mark is one that the surface form drops.
fn is_arabic_mark(mark: char) -> bool {
    matches!(mark as u32, 0x610..=0x6ED | 0x8CA..=0x8FF | 0xFC5E..=0xFE7F)
}

/// Line ends outside ASCII, which must not turn into blanks.
fn is_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}
