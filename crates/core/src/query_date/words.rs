//! The words of a query as the reader of dates sees them.

use std::sync::OnceLock;

use tawarikh_arabic::{Token, TokenKind, fold, hash32, surface, tokens};
use tawarikh_calendar::whole_number;

/// Words, numbers and signs of a query that are looked at; dates beyond them are not found.
pub(super) const MOST: usize = 256;

/// What a word is to a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Month,
    Kanun,
    Tishrin,
    Hijri,
    Jumada,
    Dhu,
    Sacred,
    Rabi,
    Season,
    Weekday,
    Unit,
    Year,
    Quarter,
    Half,
    Decade,
    Century,
    Tens,
    Ordinal,
    Later,
    Teen,
    Early,
    Mid,
    Late,
    Of,
    Past,
    Present,
    Common,
    Before,
    Short,
    Hijra,
    Bc,
    Article,
    Between,
    Till,
    /// Digits.
    Number,
    /// One sign; the value is its code point.
    Sign,
    /// Any other word.
    Other,
}

/// The names of [`CLASSES`] in the table.
const NAMES: &str = "month kanun tishrin hijri jumada dhu sacred rabi season weekday unit year quarter half decade \
    century tens ordinal later teen early mid late of past present common before short hijra bc article \
    between till";

/// The classes of words that the table has.
const CLASSES: [Class; 34] = [
    Class::Month,
    Class::Kanun,
    Class::Tishrin,
    Class::Hijri,
    Class::Jumada,
    Class::Dhu,
    Class::Sacred,
    Class::Rabi,
    Class::Season,
    Class::Weekday,
    Class::Unit,
    Class::Year,
    Class::Quarter,
    Class::Half,
    Class::Decade,
    Class::Century,
    Class::Tens,
    Class::Ordinal,
    Class::Later,
    Class::Teen,
    Class::Early,
    Class::Mid,
    Class::Late,
    Class::Of,
    Class::Past,
    Class::Present,
    Class::Common,
    Class::Before,
    Class::Short,
    Class::Hijra,
    Class::Bc,
    Class::Article,
    Class::Between,
    Class::Till,
];

/// A word of a query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub class: Class,
    /// The number of the month, ordinal …; of digits their value; of a sign its code point.
    pub value: i32,
    /// How many digits; 0 unless it is a number.
    pub digits: u8,
    /// Whether it stands under the article.
    pub article: bool,
    /// Whether nothing stands between it and the word before.
    pub glued: bool,
    /// Its bytes in the query.
    pub start: usize,
    pub end: usize,
}

/// The first words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for token in tokens(text).take(MOST) {
        match token.kind {
            TokenKind::Number => number(&token, &mut words),
            TokenKind::Word => {
                let (class, value, article) = classify(&fold(token.text));
                push(&mut words, class, value, 0, token.span);
                if let Some(word) = words.last_mut() {
                    word.article = article;
                }
            }
            TokenKind::Punctuation | TokenKind::Symbol => {
                sign(token.text, token.span.start, &mut words);
            }
        }
    }
    words
}

fn push(words: &mut Vec<Word>, class: Class, value: i32, digits: u8, span: std::ops::Range<usize>) {
    let glued = words.last().is_some_and(|before| before.end == span.start);
    words.push(Word {
        class,
        value,
        digits,
        article: false,
        glued,
        start: span.start,
        end: span.end,
    });
}

fn sign(text: &str, start: usize, words: &mut Vec<Word>) {
    let value = text.chars().next().map_or(0, |sign| sign as i32);
    push(words, Class::Sign, value, 0, start..start + text.len());
}

/// Digits with the signs between them, which may be those of a date (23.3.2019) rather than of a number.
fn number(token: &Token<'_>, words: &mut Vec<Word>) {
    let mut start = None;
    let mut at = token.span.start;
    for c in token.text.chars().chain(['\0']) {
        let is_digit =
            surface(c.encode_utf8(&mut [0; 4])).starts_with(|c: char| c.is_ascii_digit());
        match (is_digit, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                digits(token, from..at, words);
                start = None;
            }
            _ => {}
        }
        if !is_digit && c != '\0' {
            push(words, Class::Sign, c as i32, 0, at..at + c.len_utf8());
        }
        at += c.len_utf8();
    }
}

fn digits(token: &Token<'_>, span: std::ops::Range<usize>, words: &mut Vec<Word>) {
    let offset = token.span.start;
    let text = token
        .text
        .get(span.start - offset..span.end - offset)
        .unwrap_or_default();
    let digits = surface(text);
    match whole_number(&digits) {
        Some(value) => push(words, Class::Number, value, digits.len() as u8, span),
        None => push(words, Class::Other, 0, 0, span),
    }
}

/// The class and value of a folded word, and whether it stands under the article. A particle before it may be ل or ب.
fn classify(folded: &str) -> (Class, i32, bool) {
    let bare = |word: &str, article| known(word).map(|(class, value)| (class, value, article));
    let defined = |word: &str| {
        let rest = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل"));
        bare(word, false).or_else(|| bare(rest?, true))
    };
    defined(folded)
        .or_else(|| defined(folded.strip_prefix(['ل', 'ب', 'و'])?))
        .unwrap_or((Class::Other, 0, false))
}

fn known(word: &str) -> Option<(Class, i32)> {
    let row = row_of(word)?;
    let mut fields = row.split('\t');
    let name = fields.next()?;
    let value = whole_number(fields.next()?)?;
    let place = NAMES.split(' ').position(|known| known == name)?;
    Some((*CLASSES.get(place)?, value))
}

/// The row that has a form. Every word of a query is asked for several times, so forms are found by their hashes.
fn row_of(word: &str) -> Option<&'static str> {
    let forms = FORMS.get_or_init(forms);
    let wanted = hash(word) << 32;
    let from = forms.partition_point(|&form| form < wanted);
    let here = forms.iter().skip(from);
    let alike = here.take_while(|&&form| form >> 32 == wanted >> 32);
    let rows = alike.map(|&form| form as u32 as usize);
    let mut rows = rows.filter_map(|at| TABLE.get(at..)?.lines().next());
    rows.find(|row| forms_of(row).any(|form| form == word))
}

/// Per form its hash and where its row begins, sorted.
fn forms() -> Vec<u64> {
    let mut all = Vec::new();
    let mut at = 0u64;
    for row in TABLE.lines() {
        all.extend(forms_of(row).map(|form| hash(form) << 32 | at));
        at += row.len() as u64 + 1;
    }
    all.sort_unstable();
    all
}

fn forms_of(row: &str) -> impl Iterator<Item = &str> {
    row.rsplit('\t').next().unwrap_or_default().split(' ')
}

/// The hash of a word, as the upper half of an entry of [`FORMS`] once it is moved there.
fn hash(word: &str) -> u64 {
    u64::from(hash32(word.as_bytes()))
}

static FORMS: OnceLock<Vec<u64>> = OnceLock::new();

const TABLE: &str = tawarikh_arabic::table_rows!("../../data/query_dates.tsv");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_class_a_value_and_folded_forms_of_its_own() {
        let mut seen = Vec::new();
        for row in TABLE.lines() {
            let fields: Vec<&str> = row.split('\t').collect();
            let [class, value, forms] = fields[..] else {
                panic!("{row}: three fields");
            };
            assert!(NAMES.split(' ').any(|name| name == class), "{row}");
            assert!(value.parse::<i32>().is_ok(), "{row}");
            for form in forms.split(' ') {
                assert_eq!(fold(form), form);
                assert!(!seen.contains(&form), "{form} stands twice");
                seen.push(form);
            }
        }
    }

    #[test]
    fn dates_in_digits_come_apart() {
        let parts: Vec<(i32, u8)> = words("٢٣.٣.2019")
            .iter()
            .map(|word| (word.value, word.digits))
            .collect();
        assert_eq!(
            parts,
            [(23, 2), ('.' as i32, 0), (3, 1), ('.' as i32, 0), (2019, 4)]
        );
    }
}
