//! Feasts and days of remembrance.

use std::sync::LazyLock;

use crate::expression::{Base, Calendar, Date, HolidayId, Point, Reading, Shift};
use crate::key::Key;
use crate::lexicon::{Class, rows};
use crate::relative::modifier;
use crate::stream::Stream;
use crate::years;

/// How a holiday's day is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fixture {
    Fixed(Calendar, u8, u8),
    /// Days from the western or the eastern Easter Sunday.
    Easter(i32),
    Orthodox(i32),
}

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Holiday {
    pub fixture: Fixture,
    pub days: i32,
    names: Vec<Vec<Key>>,
}

pub(crate) static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    rows(include_str!("../data/holidays.tsv"))
        .filter_map(holiday)
        .collect()
});

/// `calendar TAB month TAB day TAB days TAB names`
fn holiday(row: &str) -> Option<Holiday> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [calendar, month, day, days, names] = columns[..] else {
        return None;
    };
    let (month, day): (u8, i32) = (month.parse().ok()?, day.parse().ok()?);
    let fixture = match calendar {
        "hijri" => Fixture::Fixed(Calendar::Hijri, month, u8::try_from(day).ok()?),
        "gregorian" => Fixture::Fixed(Calendar::Gregorian, month, u8::try_from(day).ok()?),
        "easter" => Fixture::Easter(day),
        "orthodox" => Fixture::Orthodox(day),
        _ => return None,
    };
    let names = names
        .split('|')
        .map(|name| name.split(' ').filter_map(Key::of).collect())
        .collect();
    Some(Holiday {
        fixture,
        days: days.parse().ok()?,
        names,
    })
}

/// holiday = [("أول"|"ثاني"|"ثالث") ("أيام"|"يوم")] name [year | modifier]
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    let (offset, name_at) = day_of_feast(s, at);
    let (id, next) = name(s, name_at)?;
    let (year, next) = of_year(s, next);
    Some((
        Point::new(Base::Holiday { id, year, offset }, "holiday"),
        next,
    ))
}

/// "أول أيام" | "ثاني أيام" | "اليوم الأول من": days after the first; -1 if all of them are meant
fn day_of_feast(s: &Stream, at: usize) -> (i8, usize) {
    let ranks = ["أول", "ثاني", "ثالث", "رابع"];
    let rank = ranks.iter().position(|rank| s.reads_bare(at, rank));
    match rank {
        Some(rank) if s.class(at + 1) == Class::Day => (rank as i8, at + 2),
        _ if s.class(at) == Class::Day && s.word(at).article => {
            let ranks = ["الأول", "الثاني", "الثالث", "الرابع"];
            let rank = ranks.iter().position(|rank| s.reads(at + 1, rank));
            match rank {
                Some(rank) if s.is(at + 2, Class::From) => (rank as i8, at + 3),
                _ => (-1, at),
            }
        }
        _ => (-1, at),
    }
}

/// The holiday with the longest name here.
fn name(s: &Stream, at: usize) -> Reading<HolidayId> {
    let starts = matches!(
        s.class(at),
        Class::Eid | Class::Holiday | Class::Day | Class::Night
    ) || s.class(at) == Class::Weekday
        || s.class(at) == Class::Opener;
    if !starts {
        return None;
    }
    HOLIDAYS
        .iter()
        .enumerate()
        .flat_map(|(id, holiday)| holiday.names.iter().map(move |name| (id, name)))
        .filter(|(_, name)| is_at(s, at, name))
        .max_by_key(|(_, name)| name.len())
        .map(|(id, name)| (HolidayId(id), at + name.len()))
}

/// Whether the words of a name stand here; the first may have particles.
fn is_at(s: &Stream, at: usize, name: &[Key]) -> bool {
    name.iter().enumerate().all(|(place, &key)| {
        let raw = s.raw(at + place);
        let word = if place == 0 {
            raw.get(usize::from(s.word(at).particles)..).unwrap_or(raw)
        } else {
            raw
        };
        Key::of(word) == Some(key) && !(place > 0 && s.breaks(at + place))
    })
}

/// ["من"|"ل"] year | modifier | "هذا العام"
fn of_year(s: &Stream, at: usize) -> (Date, usize) {
    let nothing = Date::empty(Calendar::Gregorian);
    if s.breaks(at) {
        return (nothing, at);
    }
    if let Some((shift, next)) = modifier(s, at) {
        return (
            Date {
                shift: Some(shift),
                ..nothing
            },
            next,
        );
    }
    let year_at = at + usize::from(s.is_plain(at, Class::From) || s.is(at, Class::In));
    if let Some((Shift::Reference(shift), next)) =
        crate::dates::relative_year(s, year_at).and_then(|(date, next)| Some((date.shift?, next)))
    {
        return (
            Date {
                shift: Some(Shift::Reference(shift)),
                ..nothing
            },
            next,
        );
    }
    let hijri = Some(s.word(year_at))
        .filter(|year| year.digits == 4 && (1300..1500).contains(&year.value))
        .map(|year| (Date::year(Calendar::Hijri, year.value), year_at + 1));
    years::year(s, year_at).or(hijri).unwrap_or((nothing, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(
            HOLIDAYS.len(),
            rows(include_str!("../data/holidays.tsv")).count()
        );
        for holiday in HOLIDAYS.iter() {
            assert!(
                (1..=10).contains(&holiday.days)
                    && holiday.names.iter().all(|name| !name.is_empty())
            );
        }
    }
}
