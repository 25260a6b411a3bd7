//! What a character is to the analyzer. Everything below U+0700 is looked up in a table made at compile time.

/// The part a character plays in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// White space; always parts tokens.
    Space,
    /// A letter of the Arabic script, its presentation forms included.
    Arabic,
    /// A letter of any other script.
    Other,
    /// A decimal digit: European, Arabic-Indic, Persian or full width.
    Digit,
    /// Tashkeel, Quranic signs, tatweel, Latin accents: belongs to the letter before it.
    Mark,
    /// Zero-width and bidirectional controls, soft hyphen: no reader sees them.
    Invisible,
    /// Punctuation.
    Punctuation,
    /// Anything else.
    Symbol,
}

const TABLE_END: u32 = 0x700;

static TABLE: [Class; TABLE_END as usize] = {
    let mut table = [Class::Symbol; TABLE_END as usize];
    let mut code = 0;
    while code < TABLE_END {
        table[code as usize] = low(code);
        code += 1;
    }
    table
};

/// The class of any character.
#[inline]
pub(crate) fn class(c: char) -> Class {
    match TABLE.get(c as usize) {
        Some(&class) => class,
        None => high(c),
    }
}

const fn low(code: u32) -> Class {
    match code {
        0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0 => Class::Space,
        0x30..=0x39 | 0x660..=0x669 | 0x6F0..=0x6F9 => Class::Digit,
        0x41..=0x5A
        | 0x61..=0x7A
        | 0xAA
        | 0xB5
        | 0xBA
        | 0xC0..=0xD6
        | 0xD8..=0xF6
        | 0xF8..=0x2C1 => Class::Other,
        // $ + < = > ^ ` | ~ and the per cent sign measure or relate; the rest of ASCII's signs punctuate.
        0x24 | 0x25 | 0x2B | 0x3C..=0x3E | 0x5E | 0x60 | 0x7C | 0x7E => Class::Symbol,
        0x21..=0x7D => Class::Punctuation,
        0xAD | 0x34F | 0x61C => Class::Invisible,
        0xA1 | 0xA7 | 0xAB | 0xB6 | 0xB7 | 0xBB | 0xBF => Class::Punctuation,
        0x300..=0x36F => Class::Mark,
        0x370..=0x373
        | 0x376
        | 0x377
        | 0x37B..=0x37D
        | 0x37F
        | 0x386
        | 0x388..=0x3FF
        | 0x400..=0x481 => Class::Other,
        0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1 | 0x5C2 | 0x5C4 | 0x5C5 | 0x5C7 => {
            Class::Mark
        }
        0x48A..=0x52F | 0x531..=0x556 | 0x561..=0x587 | 0x5D0..=0x5F2 => Class::Other,
        0x5BE | 0x5F3 | 0x5F4 => Class::Punctuation,
        0x60C | 0x60D | 0x61B | 0x61D..=0x61F | 0x66B..=0x66D | 0x6D4 => Class::Punctuation,
        0x610..=0x61A
        | 0x640
        | 0x64B..=0x65F
        | 0x670
        | 0x6D6..=0x6DC
        | 0x6DF..=0x6E8
        | 0x6EA..=0x6ED => Class::Mark,
        0x620..=0x64A
        | 0x66E
        | 0x66F
        | 0x671..=0x6D3
        | 0x6D5
        | 0x6EE
        | 0x6EF
        | 0x6FA..=0x6FC
        | 0x6FF => Class::Arabic,
        _ => Class::Symbol,
    }
}

fn high(c: char) -> Class {
    match c as u32 {
        0x750..=0x77F | 0x8A0..=0x8C9 => Class::Arabic,
        0x8CA..=0x8E1 | 0x8E3..=0x8FF | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF => {
            Class::Mark
        }
        0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF => {
            Class::Invisible
        }
        0x2010..=0x2027 | 0x2030..=0x205E | 0x3001..=0x3003 | 0x3008..=0x3011 => Class::Punctuation,
        0xFD3E | 0xFD3F | 0xFE50..=0xFE52 | 0xFE54..=0xFE57 => Class::Punctuation,
        // Tashkeel that stands alone or on a tatweel; NFKC would make a space or a tatweel of its seat.
        0xFC5E..=0xFC63 | 0xFCF2..=0xFCF4 | 0xFE70..=0xFE7F => Class::Mark,
        // Whole phrases, a currency sign and dots.
        0xFBB2..=0xFBD2 | 0xFDFA..=0xFDFF => Class::Symbol,
        0xFB50..=0xFD3D | 0xFD50..=0xFDF9 | 0xFE80..=0xFEFC => Class::Arabic,
        0xFF10..=0xFF19 => Class::Digit,
        0xFF01..=0xFF5E => low(c as u32 - FULL_WIDTH),
        _ if c.is_whitespace() => Class::Space,
        _ if c.is_alphabetic() => Class::Other,
        _ => Class::Symbol,
    }
}

/// How far the full-width forms of ASCII stand above ASCII.
pub(crate) const FULL_WIDTH: u32 = 0xFEE0;

/// The value of a decimal digit of any row that [`Class::Digit`] covers.
pub(crate) fn digit(c: char) -> Option<u8> {
    let zero = match c as u32 {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,
        0x6F0..=0x6F9 => 0x6F0,
        0xFF10..=0xFF19 => 0xFF10,
        _ => return None,
    };
    u8::try_from(c as u32 - zero).ok()
}
