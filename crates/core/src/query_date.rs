//! A date in a query, offered as a filter: "الموصل مارس 2019", "2017-06", "آذار/مارس 2019".
//!
//! The engine does not carry the date tagger, which is larger than all the rest of it: a query's dates are a year, a
//! month's name with a year, or numbers with the year first.

use tawarikh_arabic::{Token, TokenKind, fold, surface, tokens};
use tawarikh_calendar::{Day, Digits, Language, Months, Style, When, month_name};

/// Years that a bare number of four digits is taken for.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;

/// The first date in the query.
pub(crate) fn query_date(query: &str) -> Option<When> {
    let words: Vec<Token> = tokens(query).collect();
    (0..words.len()).find_map(|at| date_at(query, &words, at))
}

/// A year at this word, with the month before it (مارس 2019) or the month and day behind it (2019-03-23).
fn date_at(query: &str, words: &[Token], at: usize) -> Option<When> {
    let year = number(words.get(at)?).filter(|year| YEARS.contains(year))?;
    let named = month_before(&words[..at]).and_then(|month| When::month(year, month));
    named
        .or_else(|| numeric(query, year, &words[at..]))
        .or(Some(When::year(year)))
}

/// year "-" month ["-" day]
fn numeric(query: &str, year: i32, words: &[Token]) -> Option<When> {
    let part = |before: usize| {
        let (before, dash, part) = (
            words.get(before)?,
            words.get(before + 1)?,
            words.get(before + 2)?,
        );
        let joined = query.get(before.span.end..part.span.start) == Some("-") && dash.text == "-";
        u8::try_from(number(part).filter(|_| joined)?).ok()
    };
    let month = part(0)?;
    let day = part(2).and_then(|day| Day::from_gregorian(year, month, day));
    day.map(When::day).or_else(|| When::month(year, month))
}

/// A whole number in digits of any row.
fn number(word: &Token) -> Option<i32> {
    surface(word.text)
        .parse()
        .ok()
        .filter(|_| word.kind == TokenKind::Number)
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
        check("من ٢٠١٧-١٠", "2017-10");
        check("2017-13", "2017");
    }

    #[test]
    fn other_numbers_are_no_dates() {
        assert_eq!(query_date("قرار 242"), None);
        assert_eq!(query_date("مارس الرياضة"), None);
        assert_eq!(query_date("9999 شخص"), None);
        assert_eq!(query_date(""), None);
    }
}
