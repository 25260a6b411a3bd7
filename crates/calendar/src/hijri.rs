//! The Hijri calendar: Umm al-Qura for the years it is published for (1300 to 1600 AH), the tabular civil calendar
//! elsewhere. Tables and arithmetic are those of the crate `icu_calendar` (Unicode licence).
//!
//! A Hijri month begins with a sighting of the moon, so a date of a text may lie a day or two beside the calendar's.

use icu_calendar::Date;
use icu_calendar::cal::Hijri;
use icu_calendar::cal::hijri::UmmAlQura;

use crate::{Day, Interval};

/// Hijri years that are taken: one to four digits.
pub const YEARS: std::ops::RangeInclusive<i32> = 1..=2000;

/// The twelve months' usual Arabic names.
pub const MONTHS: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
];

/// The day of a Hijri date; `None` if there is no such day.
#[must_use]
pub fn to_day(year: i32, month: u8, day: u8) -> Option<Day> {
    if !YEARS.contains(&year) {
        return None;
    }
    let date =
        Date::try_new_hijri_with_calendar(year, month, day, Hijri::<UmmAlQura>::default()).ok()?;
    i32::try_from(date.to_rata_die().to_i64_date())
        .ok()
        .map(Day::from_rata_die)
}

/// Hijri year, month and day of a day; `None` before 1 AH, after 2000 AH, and for an open end.
#[must_use]
pub fn from_day(day: Day) -> Option<(i32, u8, u8)> {
    let bounds = Interval::new(
        to_day(*YEARS.start(), 1, 1)?,
        year_interval(*YEARS.end())?.last,
    )?;
    if !bounds.contains(Interval::day(day)) {
        return None;
    }
    let date = Date::from_rata_die(
        icu_calendar::types::RataDie::new(i64::from(day.rata_die())),
        Hijri::<UmmAlQura>::default(),
    );
    Some((
        date.year().extended_year(),
        date.month().number(),
        date.day_of_month().0,
    ))
}

/// The days of a Hijri month; `None` if there is none.
#[must_use]
pub fn month_interval(year: i32, month: u8) -> Option<Interval> {
    let first = to_day(year, month, 1)?;
    let days = (28..=30)
        .rev()
        .find(|&day| to_day(year, month, day).is_some())?;
    Some(Interval {
        first,
        last: first + i32::from(days) - 1,
    })
}

/// The days of a Hijri year; `None` outside [`YEARS`].
#[must_use]
pub fn year_interval(year: i32) -> Option<Interval> {
    Interval::new(to_day(year, 1, 1)?, month_interval(year, 12)?.last)
}
