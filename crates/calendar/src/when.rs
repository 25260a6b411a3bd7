//! What a sentence says about time: an interval, its unit, and how sure it is.

use crate::{Day, Interval};

/// The unit of the interval, or of its ends, from fine to coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "camelCase")
)]
#[allow(missing_docs)] // the names say it
pub enum Precision {
    Day,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

impl Precision {
    /// A stable name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Week => "week",
            Precision::Month => "month",
            Precision::Season => "season",
            Precision::Quarter => "quarter",
            Precision::Half => "half",
            Precision::Year => "year",
            Precision::Decade => "decade",
            Precision::Century => "century",
        }
    }
}

/// How the interval stands to what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "camelCase")
)]
pub enum Qualifier {
    /// The interval is what was said.
    #[default]
    Exact,
    /// What was said is approximate.
    About,
    /// The interval is the first third of the unit.
    Early,
    /// The interval is the middle third of the unit.
    Mid,
    /// The interval is the last third of the unit.
    Late,
    /// The interval is all that comes before the unit.
    Before,
    /// The interval is all that comes after the unit.
    After,
}

/// Whether one unit was named ("2017") or a range of them ("June to October 2017").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "camelCase")
)]
#[allow(missing_docs)] // said above
pub enum Extent {
    #[default]
    Unit,
    Range,
}

/// An interval of days with what was said about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct When {
    /// The days.
    pub interval: Interval,
    /// The unit named, or that of a range's ends.
    pub precision: Precision,
    /// How the days stand to the unit named.
    pub qualifier: Qualifier,
    /// One unit or a range.
    pub extent: Extent,
}

/// A season of the northern half of the earth, in whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Season {
    Spring,
    Summer,
    Autumn,
    /// December to February of the next year.
    Winter,
}

impl Season {
    /// The seasons in EDTF order, 21 to 24.
    pub const ALL: [Season; 4] = [
        Season::Spring,
        Season::Summer,
        Season::Autumn,
        Season::Winter,
    ];

    /// The month it starts with: 3, 6, 9 or 12.
    #[must_use]
    pub const fn first_month(self) -> u8 {
        3 * (self as u8 + 1)
    }
}

/// A quarter of a year, 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter(u8);

impl Quarter {
    /// The `n`-th quarter; `None` if `n` is not 1 to 4.
    #[must_use]
    pub fn new(n: u8) -> Option<Quarter> {
        (1..=4).contains(&n).then_some(Quarter(n))
    }
}

/// A half of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names say it
pub enum Half {
    First,
    Second,
}

impl When {
    /// One unit, exactly.
    #[must_use]
    pub const fn unit(interval: Interval, precision: Precision) -> When {
        When {
            interval,
            precision,
            qualifier: Qualifier::Exact,
            extent: Extent::Unit,
        }
    }

    /// One day.
    #[must_use]
    pub const fn day(day: Day) -> When {
        When::unit(Interval::day(day), Precision::Day)
    }

    /// A Gregorian month; `None` if there is none.
    #[must_use]
    pub fn month(year: i32, month: u8) -> Option<When> {
        Interval::month(year, month).map(|month| When::unit(month, Precision::Month))
    }

    /// A season; winter begins in December of `year`.
    #[must_use]
    pub fn season(year: i32, season: Season) -> Option<When> {
        Interval::months(year, season.first_month(), 3)
            .map(|months| When::unit(months, Precision::Season))
    }

    /// A quarter of a Gregorian year.
    #[must_use]
    pub fn quarter(year: i32, quarter: Quarter) -> Option<When> {
        Interval::months(year, quarter.0 * 3 - 2, 3)
            .map(|months| When::unit(months, Precision::Quarter))
    }

    /// A half of a Gregorian year.
    #[must_use]
    pub fn half(year: i32, half: Half) -> Option<When> {
        let month = match half {
            Half::First => 1,
            Half::Second => 7,
        };
        Interval::months(year, month, 6).map(|months| When::unit(months, Precision::Half))
    }

    /// A Gregorian year; 0 is 1 BC.
    #[must_use]
    pub fn year(year: i32) -> When {
        When::unit(Interval::year(year), Precision::Year)
    }

    /// The decade from `first_year` on.
    #[must_use]
    pub fn decade(first_year: i32) -> When {
        When::unit(Interval::decade(first_year), Precision::Decade)
    }

    /// The `n`-th century; see [`Interval::century`].
    #[must_use]
    pub fn century(n: i32) -> When {
        When::unit(Interval::century(n), Precision::Century)
    }

    /// From the start of `from` to the end of `to`, with the finer precision of the two; `None` if that is no interval.
    #[must_use]
    pub fn range(from: When, to: When) -> Option<When> {
        let interval = Interval::new(from.interval.first, to.interval.last)?;
        let precision = from.precision.min(to.precision);
        Some(When {
            interval,
            precision,
            qualifier: Qualifier::Exact,
            extent: Extent::Range,
        })
    }

    /// From the start of this on, without end.
    #[must_use]
    pub fn onwards(self) -> When {
        When {
            interval: Interval {
                first: self.interval.first,
                last: Day::MAX,
            },
            extent: Extent::Range,
            ..self
        }
    }

    /// Up to the end of this, without start.
    #[must_use]
    pub fn until(self) -> When {
        When {
            interval: Interval {
                first: Day::MIN,
                last: self.interval.last,
            },
            extent: Extent::Range,
            ..self
        }
    }

    /// This unit with a qualifier, the interval changed as the qualifier says: a third of it (days of a month 1-10,
    /// 11-20, 21-end; months of a year by fours; else thirds of the days), or all that comes before or after.
    #[must_use]
    pub fn qualified(self, qualifier: Qualifier) -> When {
        let Interval { first, last } = self.interval;
        let interval = match qualifier {
            Qualifier::Exact | Qualifier::About => self.interval,
            Qualifier::Early => third(self, 0),
            Qualifier::Mid => third(self, 1),
            Qualifier::Late => third(self, 2),
            Qualifier::Before => Interval {
                first: Day::MIN,
                last: first - 1,
            },
            Qualifier::After => Interval {
                first: last + 1,
                last: Day::MAX,
            },
        };
        When {
            interval,
            qualifier,
            ..self
        }
    }

    /// Whether the interval is exactly one Gregorian unit of its precision.
    #[must_use]
    pub fn is_whole_unit(&self) -> bool {
        let (year, month, _) = self.interval.first.gregorian();
        let whole = match self.precision {
            Precision::Day => Some(Interval::day(self.interval.first)),
            Precision::Week => Some(Interval {
                first: self.interval.first,
                last: self.interval.first + 6,
            }),
            Precision::Month => Interval::month(year, month),
            Precision::Season => (month % 3 == 0)
                .then(|| Interval::months(year, month, 3))
                .flatten(),
            Precision::Quarter => (month % 3 == 1)
                .then(|| Interval::months(year, month, 3))
                .flatten(),
            Precision::Half => (month % 6 == 1)
                .then(|| Interval::months(year, month, 6))
                .flatten(),
            Precision::Year => Some(Interval::year(year)),
            Precision::Decade => Some(Interval::decade(year)).filter(|_| year.rem_euclid(10) == 0),
            Precision::Century => Some(Interval::century(century_of(year))),
        };
        whole == Some(self.interval)
    }
}

/// The number of the century a year is in: 1900 is in the 20th, -400 (401 BC) in the -5th.
pub(crate) fn century_of(year: i32) -> i32 {
    if year >= 0 {
        year / 100 + 1
    } else {
        (year - 100) / 100
    }
}

/// The `n`-th third (0 to 2) of a unit.
fn third(when: When, n: u8) -> Interval {
    let Interval { first, last } = when.interval;
    let (year, month, _) = first.gregorian();
    let whole = when.is_whole_unit() && when.extent == Extent::Unit;
    match when.precision {
        Precision::Month if whole => Interval {
            first: first + 10 * i32::from(n),
            last: if n < 2 {
                first + 10 * i32::from(n) + 9
            } else {
                last
            },
        },
        Precision::Year if whole => Interval::months(year, 1 + 4 * n, 4).unwrap_or(when.interval),
        Precision::Season | Precision::Quarter if whole => {
            month_after(year, month, n).unwrap_or(when.interval)
        }
        Precision::Half if whole => {
            Interval::months(year, month + 2 * n, 2).unwrap_or(when.interval)
        }
        _ => third_of_days(when.interval, n),
    }
}

/// The `n`-th month after a given one.
fn month_after(year: i32, month: u8, n: u8) -> Option<Interval> {
    let month = month - 1 + n;
    Interval::month(year + i32::from(month / 12), month % 12 + 1)
}

/// The `n`-th third of the days, rounded outwards to at least one day.
fn third_of_days(interval: Interval, n: u8) -> Interval {
    let Some(days) = interval.days() else {
        return interval;
    };
    let (days, n) = (i64::from(days), i64::from(n));
    let first = interval.first + (days * n / 3) as i32;
    let last = interval.first + (((days * (n + 1) + 2) / 3) - 1) as i32;
    Interval {
        first,
        last: last.max(first).min(interval.last),
    }
}
