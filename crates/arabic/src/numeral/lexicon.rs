//! Number words and what each can do in a numeral.

use std::sync::OnceLock;

use super::digits::parse_digits;
use crate::class::{Class, class};
use crate::clitic::splits;
use crate::fold::fold_arabic;
use crate::sieve::Sieve;
use crate::table::sorted;
use crate::table_rows;

/// What a number word is; the number in it is its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// 1 to 9.
    Unit(f64),
    /// 1 to 9 only beside a larger part: أحد عشر, ثلث مائة, خمسا وعشرين. Alone it means something else.
    CompoundUnit(f64),
    /// 10, alone or behind a unit.
    Ten,
    /// 11 to 19 in one word.
    Teen(f64),
    /// 20, 30 … 90.
    Tens(f64),
    /// 100 to 900 in one word.
    Hundred(f64),
    /// ألف, مليون: one, or as many as the number before it says.
    One(f64),
    /// آلاف, ملايين: only behind a number; alone it is vague.
    Many(f64),
    /// ألفين: two of them.
    Two(f64),
    /// ألفا: one in the accusative, or two before their noun.
    OneOrTwo(f64),
    /// First to tenth.
    Ordinal(f64),
    /// حادي: first, only beside a larger part.
    CompoundOrdinal(f64),
    /// A half, a quarter of the next larger part: the value is what divides.
    Fraction(f64),
    /// No number: the word only looks like particles and one.
    Not,
}

/// A number word as it stands in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) part: Part,
    pub(super) prefix: Prefix,
    /// Whether the article stands before it.
    pub(super) definite: bool,
    /// The bytes of the particles before it, the article not counted.
    pub(super) particles: usize,
}

/// The particles before a number word and its article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Prefix {
    /// None.
    Bare,
    /// و alone.
    And,
    /// Any others.
    Other,
}

/// The reading of a word with the fewest particles that is a number word.
pub(super) fn read(word: &str) -> Option<Reading> {
    let letters = Letters::of(word)?;
    let mut readings = splits(word).filter_map(|split| {
        let part = find(letters.from(split.letters))?;
        Some(reading(part, word, &letters, split.letters))
    });
    let found = readings.find(|reading| !is_other_word(reading, word))?;
    (found.part != Part::Not).then_some(found)
}

/// Words that fold to a number word and mean something else, told apart by what folding hides.
fn is_other_word(reading: &Reading, word: &str) -> bool {
    let word = word.trim_end_matches(|c| class(c) == Class::Mark);
    match reading.part {
        // أولي is "preliminary"; first is أولى.
        Part::Ordinal(1.0) => word.ends_with('ي'),
        // أثنى is "praised"; two has no hamza.
        Part::Unit(2.0) => word.contains('أ') && !word.ends_with('ن'),
        // ميتا is "dead"; two hundred has a hamza or an alef.
        Part::Hundred(200.0) => !word.contains('ئ') && !word.contains("ما"),
        // وأحد is "and someone"; one has no hamza.
        Part::Unit(1.0) => word.contains('أ'),
        // ألّف is "wrote a book"; thousand has no shadda.
        Part::One(_) | Part::OneOrTwo(_) => word.contains("ل\u{651}"),
        // الألفي is "of the millennium": two thousand before its noun takes no article.
        Part::Two(_) => reading.definite && word.ends_with(['ي', 'ى']),
        _ => false,
    }
}

/// Tells the article from the particles before it, `cut` letters in all.
fn reading(part: Part, word: &str, letters: &Letters, cut: usize) -> Reading {
    let front = letters.to(cut);
    let (before_article, definite) = match front {
        _ if front.ends_with(LAM_LAM) => (cut - 1, true),
        _ if front.ends_with(ARTICLE) => (cut - 2, true),
        _ => (cut, false),
    };
    let prefix = match letters.to(before_article) {
        [] => Prefix::Bare,
        and if and == AND => Prefix::And,
        _ => Prefix::Other,
    };
    let particles = word
        .char_indices()
        .filter(|&(_, c)| is_letter(c))
        .nth(before_article)
        .map_or(0, |(at, _)| at);
    Reading {
        part,
        prefix,
        definite,
        particles: if before_article == 0 { 0 } else { particles },
    }
}

const AND: &[u8] = "و".as_bytes();
const ARTICLE: &[u8] = "ال".as_bytes();
const LAM_LAM: &[u8] = "لل".as_bytes();
/// The bytes of an Arabic letter.
const LETTER: usize = 2;
/// No number word with its particles has more letters.
const MOST_LETTERS: usize = 16;

fn is_letter(c: char) -> bool {
    !matches!(class(c), Class::Mark | Class::Invisible)
}

/// The folded letters of a short Arabic word, without memory of their own.
struct Letters {
    bytes: [u8; MOST_LETTERS * LETTER],
    length: usize,
}

impl Letters {
    fn of(word: &str) -> Option<Letters> {
        let mut letters = Letters {
            bytes: [0; MOST_LETTERS * LETTER],
            length: 0,
        };
        for c in word.chars().filter(|&c| is_letter(c)) {
            let slot = letters
                .bytes
                .get_mut(letters.length..letters.length + LETTER)?;
            if !matches!(c, '\u{620}'..='\u{6FF}') {
                return None;
            }
            fold_arabic(c).encode_utf8(slot);
            letters.length += LETTER;
        }
        Some(letters)
    }

    fn from(&self, cut: usize) -> &[u8] {
        self.bytes[..self.length]
            .get(cut * LETTER..)
            .unwrap_or_default()
    }

    fn to(&self, cut: usize) -> &[u8] {
        self.bytes[..self.length]
            .get(..cut * LETTER)
            .unwrap_or_default()
    }
}

/// The part that a folded form names.
fn find(form: &[u8]) -> Option<Part> {
    let lexicon = lexicon();
    if !lexicon.sieve.lets_through(form) {
        return None;
    }
    let at = lexicon
        .forms
        .binary_search_by_key(&form, |&(listed, _)| listed.as_bytes())
        .ok()?;
    Some(lexicon.forms[at].1)
}

/// The table, behind its sieve.
struct Lexicon {
    forms: Vec<(&'static str, Part)>,
    sieve: Sieve,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let rows = table_rows!("../../data/numerals.tsv")
            .lines()
            .filter_map(row)
            .flatten();
        let forms = sorted(rows, |(a, _), (b, _)| a < b);
        let sieve = Sieve::of(forms.iter().map(|(form, _)| form.as_bytes()));
        Lexicon { forms, sieve }
    })
}

/// A row: part, value, forms.
fn row(line: &'static str) -> Option<impl Iterator<Item = (&'static str, Part)>> {
    let (name, rest) = line.split_once('\t')?;
    let (value, forms) = rest.split_once('\t')?;
    let part = part(name, parse_digits(value)?)?;
    Some(forms.split(' ').map(move |form| (form, part)))
}

fn part(name: &str, value: f64) -> Option<Part> {
    Some(match name {
        "unit" => Part::Unit(value),
        "compound-unit" => Part::CompoundUnit(value),
        "ten" => Part::Ten,
        "teen" => Part::Teen(value),
        "tens" => Part::Tens(value),
        "hundred" => Part::Hundred(value),
        "one" => Part::One(value),
        "many" => Part::Many(value),
        "two" => Part::Two(value),
        "one-or-two" => Part::OneOrTwo(value),
        "ordinal" => Part::Ordinal(value),
        "compound-ordinal" => Part::CompoundOrdinal(value),
        "fraction" => Part::Fraction(value),
        "not" => Part::Not,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::fold;

    #[test]
    fn every_row_is_read_folded_and_listed_once() {
        let data = include_str!("../../data/numerals.tsv");
        assert!(data.starts_with("# "));
        let mut seen = BTreeSet::new();
        for line in data.lines().skip(1) {
            for (form, part) in row(line).unwrap_or_else(|| panic!("{line}")) {
                assert_eq!(fold(form), form);
                assert_eq!(find(form.as_bytes()), Some(part));
                assert!(seen.insert(form), "{form} twice");
                assert!(form.chars().count() + 4 <= MOST_LETTERS, "{form}");
            }
        }
    }
}
