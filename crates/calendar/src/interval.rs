//! Intervals of days.

use crate::day::{Day, YEARS, days_in_month};

/// The days from `first` to `last`, both included; [`Day::MIN`] and [`Day::MAX`] leave an end open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    /// The first day.
    pub first: Day,
    /// The last day; never before `first` if made by the functions here.
    pub last: Day,
}

impl Interval {
    /// All days.
    pub const ALL: Interval = Interval {
        first: Day::MIN,
        last: Day::MAX,
    };

    /// From `first` to `last`; `None` if `last` is before `first`.
    #[must_use]
    pub fn new(first: Day, last: Day) -> Option<Interval> {
        (first <= last).then_some(Interval { first, last })
    }

    /// One day.
    #[must_use]
    pub const fn day(day: Day) -> Interval {
        Interval {
            first: day,
            last: day,
        }
    }

    /// A Gregorian month; `None` if there is no such month, or the year has more than four digits.
    #[must_use]
    pub fn month(year: i32, month: u8) -> Option<Interval> {
        Interval::months(year, month, 1)
    }

    /// `count` whole months from `month` of `year` on; `None` if there is no such month, or none is counted.
    #[must_use]
    pub fn months(year: i32, month: u8, count: u8) -> Option<Interval> {
        let months = i32::from(month) - 1 + i32::from(count.checked_sub(1)?);
        let (last_year, last_month) = (year + months / 12, (months % 12) as u8 + 1);
        let last_day = days_in_month(last_year, last_month)?;
        Interval::new(
            Day::from_gregorian(year, month, 1)?,
            Day::from_gregorian(last_year, last_month, last_day)?,
        )
    }

    /// A Gregorian year; years past four digits are taken as the nearest one that has four.
    #[must_use]
    pub fn year(year: i32) -> Interval {
        Interval::years(year, year)
    }

    /// A decade from `first_year` (2010 for the 2010s) on.
    #[must_use]
    pub fn decade(first_year: i32) -> Interval {
        Interval::years(first_year, first_year.saturating_add(9))
    }

    /// The `n`-th century as EDTF and common use count it: the 20th is 1900 to 1999; -5 is the 5th BC, 500 to 401 BC.
    /// There is no century 0; it is taken as the first.
    #[must_use]
    pub fn century(n: i32) -> Interval {
        let n = n.clamp(-99, 99);
        match n {
            ..0 => Interval::years(n * 100 + 1, n * 100 + 100),
            0.. => Interval::years((n.max(1) - 1) * 100, (n.max(1) - 1) * 100 + 99),
        }
    }

    /// All days of the years from `first` to `last`, in either order.
    #[must_use]
    pub fn years(first: i32, last: i32) -> Interval {
        let clamp = |year: i32| year.clamp(*YEARS.start(), *YEARS.end());
        let (first, last) = (clamp(first.min(last)), clamp(first.max(last)));
        match (
            Day::from_gregorian(first, 1, 1),
            Day::from_gregorian(last, 12, 31),
        ) {
            (Some(first), Some(last)) => Interval { first, last },
            _ => Interval::ALL, // not reached: clamped years have a first of January and a last of December
        }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Interval) -> Interval {
        Interval {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }

    /// The days in both, if any.
    #[must_use]
    pub fn intersection(self, other: Interval) -> Option<Interval> {
        Interval::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// Whether some day is in both.
    #[must_use]
    pub fn overlaps(self, other: Interval) -> bool {
        self.intersection(other).is_some()
    }

    /// Whether every day of `other` is in this one.
    #[must_use]
    pub fn contains(self, other: Interval) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// How many days; `None` if an end is open.
    #[must_use]
    pub fn days(self) -> Option<u32> {
        let closed = self.first.is_finite() && self.last.is_finite();
        closed.then(|| {
            (i64::from(self.last.rata_die()) - i64::from(self.first.rata_die()) + 1).max(0) as u32
        })
    }
}
