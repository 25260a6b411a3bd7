//! The part of time that an item's mark covers, and how its ends look.

use tawarikh_calendar::{Day, Extent, Precision, Qualifier, When};

use crate::span::{EARLIEST, LATEST};

/// The form of a mark: the unit that the date names, or a range of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Shape {
    Day,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Range,
}

impl Shape {
    /// The form for a date.
    pub fn of(when: &When) -> Self {
        match (when.extent, when.precision) {
            (Extent::Range, _) => Self::Range,
            (_, Precision::Day) => Self::Day,
            (_, Precision::Week) => Self::Week,
            (_, Precision::Month) => Self::Month,
            (_, Precision::Season) => Self::Season,
            (_, Precision::Quarter) => Self::Quarter,
            (_, Precision::Half) => Self::Half,
            (_, Precision::Year) => Self::Year,
            (_, Precision::Decade) => Self::Decade,
            (_, Precision::Century) => Self::Century,
        }
    }

    /// The word by which pages and style sheets know it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Range => "range",
        }
    }
}

/// How one end of a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is known.
    Sharp,
    /// It is about there: drawn fading.
    Soft,
    /// Time goes on beyond it: drawn as an arrow.
    Open,
}

/// The days that a mark covers, whole: `start..end`, `end` not included, never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    pub start: i32,
    pub end: i32,
}

impl Bar {
    /// The days to cover for a date. An open end covers one unit of the date's precision, so that the mark stays
    /// where the known end is; `None` if both ends are open, since such a date has no place.
    pub fn of(when: &When) -> Option<Self> {
        let (first, last) = (when.interval.first, when.interval.last);
        let unit = typical_days(when.precision);
        let (start, end) = match (first != Day::MIN, last != Day::MAX) {
            (true, true) => (drawable(first), drawable(last) + 1),
            (true, false) => (drawable(first), drawable(first) + unit),
            (false, true) => (drawable(last) + 1 - unit, drawable(last) + 1),
            (false, false) => return None,
        };
        Some(Self {
            start,
            end: end.max(start + 1),
        })
    }

    /// Its length in days; above zero.
    pub fn days(self) -> i32 {
        self.end - self.start
    }

    /// Twice its middle, which keeps half days whole.
    pub fn twice_middle(self) -> i32 {
        self.start + self.end
    }
}

/// How the two ends of a date's mark look, the earlier first.
pub(crate) fn ends(when: &When) -> (End, End) {
    let (soft_start, soft_end) = match when.qualifier {
        Qualifier::About | Qualifier::Mid => (End::Soft, End::Soft),
        Qualifier::Early => (End::Sharp, End::Soft),
        Qualifier::Late => (End::Soft, End::Sharp),
        Qualifier::Exact | Qualifier::Before | Qualifier::After => (End::Sharp, End::Sharp),
    };
    let start = if when.interval.first == Day::MIN {
        End::Open
    } else {
        soft_start
    };
    let end = if when.interval.last == Day::MAX {
        End::Open
    } else {
        soft_end
    };
    (start, end)
}

/// The rata die, moved into what is drawn.
fn drawable(day: Day) -> i32 {
    day.rata_die().clamp(EARLIEST as i32, LATEST as i32 - 1)
}

/// The usual length of a unit of the Gregorian calendar in days.
fn typical_days(precision: Precision) -> i32 {
    match precision {
        Precision::Day => 1,
        Precision::Week => 7,
        Precision::Month => 30,
        Precision::Season | Precision::Quarter => 91,
        Precision::Half => 182,
        Precision::Year => 365,
        Precision::Decade => 3_652,
        Precision::Century => 36_524,
    }
}
