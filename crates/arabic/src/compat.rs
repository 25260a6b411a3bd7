//! The part of Unicode's compatibility composition (NFKC) that Arabic archives need, from two small tables:
//! presentation forms and ligatures of old encoders, and accents on Latin letters. The tables of the whole of Unicode
//! would weigh more than the rest of the engine; a test compares each row with them.

use std::sync::OnceLock;

use crate::table::sorted;
use crate::table_rows;

/// What a presentation form or ligature stands for; `None` for every other character.
pub(crate) fn expand(c: char) -> Option<&'static str> {
    static TABLE: OnceLock<Vec<(char, &'static str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        rows(table_rows!("../data/presentation.tsv"))
            .flat_map(run)
            .collect()
    });
    let row = table.binary_search_by_key(&c, |&(form, _)| form).ok()?;
    Some(table[row].1)
}

/// A row names the first of consecutive code points, then what each stands for.
fn run((first, rest): (char, &'static str)) -> impl Iterator<Item = (char, &'static str)> {
    (first..).zip(rest.split('\t'))
}

/// The single letter for `base` under `mark`, if Unicode has one for Arabic hamza and madda or a lower-case Latin letter.
pub(crate) fn compose(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        ('ا', '\u{653}') => Some('آ'),
        ('ا', '\u{654}') => Some('أ'),
        ('ا', '\u{655}') => Some('إ'),
        ('و', '\u{654}') => Some('ؤ'),
        ('ي', '\u{654}') => Some('ئ'),
        ('ە', '\u{654}') => Some('ۀ'),
        ('ہ', '\u{654}') => Some('ۂ'),
        ('ے', '\u{654}') => Some('ۓ'),
        _ => accents()
            .iter()
            .find(|a| a.base == base && a.mark == mark)
            .map(|a| a.letter),
    }
}

/// A lower-case Latin letter without its last accent; `None` if it carries none.
pub(crate) fn without_accent(letter: char) -> Option<char> {
    let table = accents();
    let row = table.binary_search_by_key(&letter, |a| a.letter).ok()?;
    Some(table[row].base)
}

struct Accent {
    letter: char,
    base: char,
    mark: char,
}

#[cold]
fn accents() -> &'static [Accent] {
    static TABLE: OnceLock<Vec<Accent>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let accents = rows(table_rows!("../data/latin.tsv")).flat_map(accent_row);
        sorted(accents, |a, b| a.letter < b.letter)
    })
}

/// A row names a mark, the letters that carry it, and the same letters without it.
fn accent_row((mark, rest): (char, &'static str)) -> impl Iterator<Item = Accent> {
    let (letters, bases) = rest.split_once('\t').unwrap_or_default();
    letters
        .chars()
        .zip(bases.chars())
        .map(move |(letter, base)| Accent { letter, base, mark })
}

/// The rows of a table that begin with a code point in hexadecimal.
fn rows(table: &'static str) -> impl Iterator<Item = (char, &'static str)> {
    table.lines().filter_map(|line| {
        let (code, rest) = line.split_once('\t')?;
        Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, rest))
    })
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::{compose as canonical, is_combining_mark};

    use super::*;
    use crate::class::{Class, class};

    #[test]
    fn every_presentation_form_expands_as_nfkc_does() {
        let forms = ('\u{FB00}'..='\u{FB06}')
            .chain('\u{FB50}'..='\u{FDFF}')
            .chain('\u{FE70}'..='\u{FEFE}');
        for form in forms.filter(|&c| class(c) != Class::Mark) {
            let nfkc: String = [form].into_iter().nfkc().collect();
            let ours = expand(form).map_or(form.to_string(), str::to_owned);
            assert_eq!(ours, nfkc, "U+{:04X}", form as u32);
        }
    }

    #[test]
    fn every_accented_latin_letter_composes_and_decomposes_as_unicode_does() {
        let letters = ('\u{C0}'..'\u{250}').chain('\u{1E00}'..'\u{1F00}');
        for letter in letters.filter(|c| c.to_lowercase().eq([*c])) {
            let parts: Vec<char> = [letter].into_iter().nfd().collect();
            let Some((&mark, before)) = parts.split_last().filter(|(_, before)| !before.is_empty())
            else {
                assert_eq!(without_accent(letter), None, "{letter}");
                continue;
            };
            let base: String = before.iter().copied().nfc().collect();
            assert!(is_combining_mark(mark));
            assert_eq!(
                without_accent(letter).map(String::from),
                Some(base.clone()),
                "{letter}"
            );
            assert_eq!(
                base.chars().next().and_then(|b| compose(b, mark)),
                Some(letter)
            );
        }
    }

    #[test]
    fn hamza_and_madda_compose_as_unicode_does() {
        for base in '\u{600}'..'\u{700}' {
            for mark in ['\u{653}', '\u{654}', '\u{655}'] {
                assert_eq!(compose(base, mark), canonical(base, mark), "{base} {mark}");
            }
        }
    }
}
