//! One day as one number, the pivot of every calendar.

use std::ops::{Add, Sub};

/// A day, counted from 0001-01-01 of the proleptic Gregorian calendar, which is day 1 (rata die).
///
/// [`Day::MIN`] and [`Day::MAX`] are no days of a calendar: they stand for an open past and an open future.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(transparent)
)]
pub struct Day(i32);

/// The years that [`Day::from_gregorian`] accepts: those that EDTF writes with four digits.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

/// Days of 400 Gregorian years, after which the calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;
/// Days from 0000-03-01, where the counting below starts, to 0000-12-31, which is rata die 0.
const MARCH_TO_RATA_DIE: i64 = 305;

impl Day {
    /// The open past.
    pub const MIN: Day = Day(i32::MIN);
    /// The open future.
    pub const MAX: Day = Day(i32::MAX);

    /// The day with this rata die.
    #[must_use]
    pub const fn from_rata_die(days: i32) -> Day {
        Day(days)
    }

    /// The rata die of this day.
    #[must_use]
    pub const fn rata_die(self) -> i32 {
        self.0
    }

    /// Whether this is a day and not an open end.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        self.0 != Day::MIN.0 && self.0 != Day::MAX.0
    }

    /// The day of a proleptic Gregorian date; year 0 is 1 BC. `None` if there is no such day, or the year has more
    /// than four digits.
    #[must_use]
    pub fn from_gregorian(year: i32, month: u8, day: u8) -> Option<Day> {
        let exists = YEARS.contains(&year) && day >= 1 && day <= days_in_month(year, month)?;
        exists.then(|| Day(rata_die(year, month, day)))
    }

    /// Year, month and day in the proleptic Gregorian calendar.
    ///
    /// Years start in March here so that the leap day comes last (H. Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", 2013).
    #[must_use]
    pub fn gregorian(self) -> (i32, u8, u8) {
        let days = i64::from(self.0) + MARCH_TO_RATA_DIE;
        let (era, day_of_era) = (days.div_euclid(DAYS_PER_ERA), days.rem_euclid(DAYS_PER_ERA));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 {
            march_month + 3
        } else {
            march_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year as i32, month as u8, day as u8)
    }

    /// The Gregorian year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.gregorian().0
    }

    /// The Gregorian month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.gregorian().1
    }

    /// The day of the week; rata die 1 was a Monday.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[(i64::from(self.0) - 1).rem_euclid(7) as usize]
    }
}

/// Rata die of an existing date; see [`Day::gregorian`] for the counting.
fn rata_die(year: i32, month: u8, day: u8) -> i32 {
    let march_year = i64::from(year) - i64::from(month <= 2);
    let (era, year_of_era) = (march_year.div_euclid(400), march_year.rem_euclid(400));
    let march_month = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * march_month + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * DAYS_PER_ERA + day_of_era - MARCH_TO_RATA_DIE) as i32
}

/// Whether the Gregorian year has 366 days.
#[must_use]
pub const fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Number of days of a Gregorian month; `None` if `month` is not 1 to 12.
#[must_use]
pub const fn days_in_month(year: i32, month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap_year(year) { 29 } else { 28 }),
        _ => None,
    }
}

impl Add<i32> for Day {
    type Output = Day;
    /// So many days later; open ends stay open, and the far ends are not passed.
    fn add(self, days: i32) -> Day {
        if self.is_finite() {
            Day(self.0.saturating_add(days))
        } else {
            self
        }
    }
}

impl Sub<i32> for Day {
    type Output = Day;
    /// So many days earlier; open ends stay open, and the far ends are not passed.
    fn sub(self, days: i32) -> Day {
        if self.is_finite() {
            Day(self.0.saturating_sub(days))
        } else {
            self
        }
    }
}

impl Sub for Day {
    type Output = i32;
    /// Days from `other` to `self`, saturating.
    fn sub(self, other: Day) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

/// A day of the week, in ISO order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// ISO number: Monday is 1, Sunday is 7.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Days from this weekday to the next `other`, 0 to 6.
    #[must_use]
    pub fn days_until(self, other: Weekday) -> i32 {
        (i32::from(other.number()) - i32::from(self.number())).rem_euclid(7)
    }
}
