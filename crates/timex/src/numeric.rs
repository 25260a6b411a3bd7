//! Dates in digits: 23/3/2019, 2019-03-23, 23.3.19, 3/2019; ranges of years: 2014-2017.

use crate::expression::{Base, Calendar, Date, Point, Reading};
use crate::lexicon::Class;
use crate::months::month;
use crate::stream::{Stream, Word};
use crate::{counts, years};

/// Two digits below this are years of the 2000s, others of the 1900s.
const PIVOT: i32 = 50;

/// numeric = ["يوم"] date
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    let headed = s.class(at) == Class::Day && s.word(at).value == 1 && !s.word(at).article;
    let number = at + usize::from(headed);
    let (date, next) = date(s, number)?;
    if headed && (date.day.is_none() || s.breaks(number)) {
        return None;
    }
    let rule = match (date.day, date.calendar) {
        (Some(_), Calendar::Hijri) => "numeric.hijri",
        (Some(_), _) => "numeric.day",
        (None, _) => "numeric.month",
    };
    Some((Point::new(Base::Date(date), rule), next))
}

/// date = n sep n sep n [era] | n sep month-name sep yyyy | yyyy-mm | mm/yyyy
pub(crate) fn date(s: &Stream, at: usize) -> Reading<Date> {
    if s.class(at) != Class::Number || is_continued(s, at) {
        return None;
    }
    triple(s, at)
        .or_else(|| named_triple(s, at))
        .or_else(|| pair(s, at))
}

/// Whether the digits go on from digits and a sign before them.
fn is_continued(s: &Stream, at: usize) -> bool {
    s.glued(at)
        && at > 1
        && s.is_sign(at - 1, "/-.:")
        && s.glued(at - 1)
        && s.class(at - 2) == Class::Number
}

/// The sign between two numbers; a stroke may have spaces around it, and so may a dash that is not the only one.
fn separator(s: &Stream, at: usize) -> Option<char> {
    let sign = "/-.‑–\\"
        .chars()
        .find(|sign| s.word(at).class == Class::Sign && s.word(at).value == *sign as i32)?;
    let tight = s.glued(at) && s.glued(at + 1);
    (tight || matches!(sign, '/' | '\\')).then_some(sign)
}

/// n sep n sep n [era]
fn triple(s: &Stream, at: usize) -> Reading<Date> {
    let (first, second, third) = (s.word(at), s.word(at + 2), s.word(at + 4));
    let separator_one = separator(s, at + 1).or_else(|| spaced_dash(s, at))?;
    let second_one = separator(s, at + 3).or_else(|| spaced_dash(s, at));
    let same = second_one == Some(separator_one);
    let end = at + 5;
    let goes_on = s.is_sign(end, "/-.")
        && s.glued(end)
        && s.glued(end + 1)
        && s.class(end + 1) == Class::Number;
    if !same || goes_on || second.digits == 0 || third.digits == 0 || second.digits > 2 {
        return None;
    }
    let (year, day, ambiguous) = year_and_day(first, second, third)?;
    let (month, day) = if second.value > 12 {
        (day, second.value)
    } else {
        (second.value, day)
    };
    let (calendar, next) = calendar(s, end, year);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    let date = Date {
        month: Some(month as u8),
        day: Some(day as u8),
        ambiguous: ambiguous && calendar == Calendar::Gregorian,
        ..Date::year(calendar, year)
    };
    valid.then(|| (date, time_mark(s, next)))
}

/// n " - " n " - " yyyy
fn spaced_dash(s: &Stream, at: usize) -> Option<char> {
    let spaced = |at: usize| s.is_sign(at, "-") && !s.glued(at) && !s.glued(at + 1);
    let to_year = s.word(at).digits <= 2 && s.word(at + 4).digits == 4;
    (to_year && spaced(at + 1) && spaced(at + 3)).then_some('-')
}

/// Which end is the year; day-first unless the year comes first. Ambiguous if day and month may be exchanged.
fn year_and_day(first: Word, second: Word, third: Word) -> Option<(i32, i32, bool)> {
    match (first.digits, third.digits) {
        (4, 1 | 2) => Some((first.value, third.value, false)),
        (1 | 2, 4) => Some((
            third.value,
            first.value,
            first.value <= 12 && second.value <= 12 && first.value != second.value,
        )),
        (1 | 2, 2) => Some((
            two_digit_year(third.value),
            first.value,
            first.value <= 12 && second.value <= 12 && first.value != second.value,
        )),
        _ => None,
    }
}

/// A year of two digits.
pub(crate) fn two_digit_year(value: i32) -> i32 {
    if value < PIVOT {
        2000 + value
    } else {
        1900 + value
    }
}

/// The calendar that an era says, or that the year itself does: nobody writes of the years 1300 to 1500 in digits but Hijri ones.
fn calendar(s: &Stream, at: usize, year: i32) -> (Calendar, usize) {
    match years::era(s, at) {
        Some((years::Era::Emigration, next)) => (Calendar::Hijri, next),
        Some((_, next)) => (Calendar::Gregorian, next),
        None if (1300..1500).contains(&year) => (Calendar::Hijri, at),
        None => (Calendar::Gregorian, at),
    }
}

/// The T of ISO 8601 and the time behind it belong to the date.
fn time_mark(s: &Stream, at: usize) -> usize {
    let marked = s.raw(at) == "T" && s.glued(at);
    if !marked {
        return at;
    }
    let clock = crate::clock::clock(s, at + 1).map_or(at + 1, |(_, next)| next);
    let zone = (s.is_sign(clock, "+-") && s.glued(clock) && s.glued(clock + 1))
        .then(|| crate::clock::clock(s, clock + 1))
        .flatten();
    zone.map_or(clock + usize::from(s.raw(clock) == "Z"), |(_, next)| next)
}

/// n sep month-name sep yyyy
fn named_triple(s: &Stream, at: usize) -> Reading<Date> {
    let day = s.word(at);
    let stroke = s.is_sign(at + 1, "/-");
    if !stroke || !(1..=2).contains(&day.digits) || !(1..=31).contains(&day.value) {
        return None;
    }
    let (name, next) = month(s, at + 2)?;
    let date = Date {
        day: Some(day.value as u8),
        ..crate::dates::of_month(name)
    };
    let year = s.is_sign(next, "/-") && s.word(next + 1).digits == 4;
    let (date, next) = years::tail(s, next + usize::from(year), date);
    Some((date, next))
}

/// dd/mm, where a weekday, a word of time or nothing else stands before it: a fraction has none of them
fn day_and_month(s: &Stream, at: usize) -> Reading<Date> {
    let (day, month) = (s.word(at), s.word(at + 2));
    let introduced = matches!(
        s.before(at).class,
        Class::In | Class::Dated | Class::Day | Class::Weekday | Class::Until | Class::Since
    ) || at == 0 && s.len() <= 4;
    let valid = (1..=31).contains(&day.value) && (1..=12).contains(&month.value);
    let shape = s.is_sign(at + 1, "/") && s.glued(at + 1) && day.digits <= 2 && month.digits <= 2;
    let date = Date {
        month: u8::try_from(month.value).ok(),
        day: u8::try_from(day.value).ok(),
        ..Date::empty(Calendar::Gregorian)
    };
    (introduced && valid && shape).then_some((date, at + 3))
}

/// yyyy-mm | mm/yyyy
fn pair(s: &Stream, at: usize) -> Reading<Date> {
    let (first, second) = (s.word(at), s.word(at + 2));
    let separator = separator(s, at + 1)?;
    if s.is_sign(at + 3, "/-.")
        && s.glued(at + 3)
        && s.glued(at + 4)
        && s.class(at + 4) == Class::Number
    {
        return None;
    }
    let (year, month) = match (first.digits, second.digits, separator) {
        (1 | 2, 4, '/' | '-' | '\\') => (second.value, first.value),
        (4, 2, '-') if second.value != first.value % 100 + 1 => (first.value, second.value),
        (4, 1 | 2, '/') if second.value != first.value % 100 + 1 => (first.value, second.value),
        (1 | 2, 1 | 2, '/') => return day_and_month(s, at),
        _ => return None,
    };
    let (calendar, next) = calendar(s, at + 3, year);
    let valid = (1..=12).contains(&month) && (1000..=2100).contains(&year);
    valid.then(|| {
        (
            Date {
                month: Some(month as u8),
                ..Date::year(calendar, year)
            },
            next,
        )
    })
}

/// years = yyyy ("-"|"–"|"/") (yyyy|yy) [era]: the first and the last year
pub(crate) fn year_range(s: &Stream, at: usize) -> Reading<(Date, Date)> {
    let (first, second) = (s.word(at), s.word(at + 2));
    let sign = s.is_sign(at + 1, "-–—‑/") && first.digits >= 2 && second.class == Class::Number;
    if !sign
        || is_continued(s, at)
        || (s.is_sign(at + 3, "/-") && s.glued(at + 3) && s.glued(at + 4))
    {
        return None;
    }
    let era = years::era(s, at + 3);
    let last = match (first.digits, second.digits) {
        (4, 4) => second.value,
        (4, 2) if second.value > first.value % 100 => first.value / 100 * 100 + second.value,
        (4, 1) if !s.is_sign(at + 1, "/") && second.value > first.value % 10 => {
            first.value / 10 * 10 + second.value
        }
        (2..=4, 2..=4) if era.is_some() => second.value,
        (3, 3 | 4) if s.is_sign(at.wrapping_sub(1), "(") && s.is_sign(at + 3, ")") => second.value,
        _ => return None,
    };
    let next = era.map_or(at + 3, |(_, next)| next);
    let (from, to) = match era {
        Some((years::Era::BeforeChrist, _)) => (
            Date::year(Calendar::Gregorian, 1 - first.value),
            Date::year(Calendar::Gregorian, 1 - last),
        ),
        Some((years::Era::Emigration, _)) => (
            Date::year(Calendar::Hijri, first.value),
            Date::year(Calendar::Hijri, last),
        ),
        _ => (
            Date::year(Calendar::Gregorian, first.value),
            Date::year(Calendar::Gregorian, last),
        ),
    };
    let plausible = from.year < to.year
        && (era.is_some() || (100..=2100).contains(&first.value) && last <= 2100);
    let counted = era.is_none() && counts::counted_noun(s, next);
    (plausible && !counted).then_some(((from, to), next))
}
