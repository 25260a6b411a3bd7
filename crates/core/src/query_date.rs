//! A date in a query, offered as a filter: "الموصل مارس 2019", "2017-06", "آذار/مارس 2019".
//!
//! The engine does not carry the date tagger, which is larger than all the rest of it: a query's dates are a year, a
//! month's name with a year, or EDTF.

use tawarikh_arabic::{Token, TokenKind, fold, tokens};
use tawarikh_calendar::{Digits, Language, Months, Style, When, month_name};

/// Years that a bare number of four digits is taken for.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;

/// The first date in the query.
pub(crate) fn query_date(query: &str) -> Option<When> {
    edtf(query).or_else(|| {
        let words: Vec<Token> = tokens(query).collect();
        (0..words.len()).find_map(|at| year_at(&words, at))
    })
}

fn edtf(query: &str) -> Option<When> {
    let with_dash =
        |word: &&str| word.contains('-') && word.starts_with(|c: char| c.is_ascii_digit());
    query
        .split_whitespace()
        .filter(with_dash)
        .find_map(|word| When::from_edtf(word).ok())
}

/// A year, with the month before it where its name stands there.
fn year_at(words: &[Token], at: usize) -> Option<When> {
    let word = words
        .get(at)
        .filter(|word| word.kind == TokenKind::Number)?;
    let year = i32::try_from(tawarikh_arabic::numeral::parse_integer(word.text)?).ok()?;
    if !YEARS.contains(&year) {
        return None;
    }
    month_before(&words[..at])
        .and_then(|month| When::month(year, month))
        .or(Some(When::year(year)))
}

/// The month whose name ends these words; names of up to two words, as كانون الثاني.
fn month_before(words: &[Token]) -> Option<u8> {
    let last = words.last().filter(|word| word.kind == TokenKind::Word)?;
    let one = fold(last.text);
    let before = words.len().checked_sub(2).and_then(|at| words.get(at));
    let two = before.map(|before| format!("{} {one}", fold(before.text)));
    month_named(&one).or_else(|| month_named(&two?))
}

fn month_named(folded: &str) -> Option<u8> {
    let styles = [
        (Language::Arabic, Months::Levantine),
        (Language::Arabic, Months::Gregorian),
        (Language::English, Months::Gregorian),
    ];
    (1..=12).find(|month| {
        let names = styles.map(|(language, months)| {
            month_name(
                *month,
                &Style {
                    language,
                    months,
                    digits: Digits::Latin,
                },
            )
        });
        names.iter().any(|name| fold(name) == folded)
    })
}

#[cfg(test)]
mod tests {
    use super::query_date;

    fn check(query: &str, edtf: &str) {
        assert_eq!(
            query_date(query).map(|when| when.edtf()).as_deref(),
            Some(edtf),
            "{query}"
        );
    }

    #[test]
    fn months_with_years() {
        check("الفيضانات مارس 2019", "2019-03");
        check("آذار 2019", "2019-03");
        check("كانون الثاني ٢٠٢٢", "2022-01");
        check("elections march 2011", "2011-03");
    }

    #[test]
    fn years_and_written_forms() {
        check("انتخابات 2005", "2005");
        check("2017-06 زلزال", "2017-06");
        check("2017-10-17", "2017-10-17");
    }

    #[test]
    fn other_numbers_are_no_dates() {
        assert_eq!(query_date("قرار 242"), None);
        assert_eq!(query_date("مارس الرياضة"), None);
        assert_eq!(query_date("9999 شخص"), None);
        assert_eq!(query_date(""), None);
    }
}
