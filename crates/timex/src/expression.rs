//! What a recognised expression says, before it is placed in time.

use tawarikh_calendar::{Half, Precision, Qualifier, Quarter, Season, Weekday};

/// The calendar a date is given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Calendar {
    Gregorian,
    Hijri,
}

/// Which of many units, seen from the document's date or from an earlier date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shift {
    /// Units from the one of the document's date: الماضي -1, الحالي 0, المقبل 1, قبل الماضي -2.
    Reference(i32),
    /// Units from the one of the date told last: التالي 1, نفسه 0, السابق -1.
    Anchor(i32),
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Season,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The precision of an interval of this unit; times of day are within a day.
    pub(crate) fn precision(self) -> Precision {
        match self {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Precision::Day,
            Unit::Week => Precision::Week,
            Unit::Month => Precision::Month,
            Unit::Season => Precision::Season,
            Unit::Quarter => Precision::Quarter,
            Unit::Year => Precision::Year,
            Unit::Decade => Precision::Decade,
            Unit::Century => Precision::Century,
        }
    }
}

/// A date with the fields that were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    pub calendar: Calendar,
    pub year: Option<i32>,
    /// A year given by its distance: من العام الماضي, and يناير الماضي.
    pub shift: Option<Shift>,
    /// Whether the distance is said of the month itself (يناير الماضي) and not of its year.
    pub shifts_month: bool,
    pub month: Option<u8>,
    /// The second of two month names that are not the same month.
    pub other_month: Option<u8>,
    pub day: Option<u8>,
    /// The day counted from the month's end: 1 is the last.
    pub day_left: Option<u8>,
    /// The day, if month and day may be exchanged: 3/4/2005.
    pub ambiguous: bool,
    /// Whether two month names were given for one month.
    pub dual: bool,
    pub weekday: Option<Weekday>,
    /// Whether the day is a word of rank, which may rank the weekday: الأحد الثاني من مارس.
    pub ranked: bool,
    /// Whether nothing but custom says which calendar the year is of: سنة 656.
    pub assumed: bool,
}

impl Date {
    /// A date of which nothing is known.
    pub(crate) const fn empty(calendar: Calendar) -> Date {
        Date {
            calendar,
            year: None,
            shift: None,
            shifts_month: false,
            month: None,
            other_month: None,
            day: None,
            day_left: None,
            ambiguous: false,
            dual: false,
            weekday: None,
            ranked: false,
            assumed: false,
        }
    }

    /// A year alone.
    pub(crate) const fn year(calendar: Calendar, year: i32) -> Date {
        Date {
            year: Some(year),
            ..Date::empty(calendar)
        }
    }

    /// Whether the year is said in some way.
    pub(crate) fn has_year(&self) -> bool {
        self.year.is_some() || self.shift.is_some()
    }
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum YearPart {
    Season(Season),
    Quarter(Quarter),
    Half(Half),
    /// The first, second or third four months.
    Third(u8),
    /// The first or last so many months: أول ثلاثة أشهر من
    Months(i8),
}

/// A feast or day of remembrance: its row in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HolidayId(pub usize);

/// What is counted in "the n-th … of".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    Weekday(Weekday),
    Day,
    Week,
    Month,
    /// Ten days, as chronicles count: العشر الأواخر.
    TenDays,
}

/// The core of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    Date(Date),
    /// A part of the year of a date that holds a year only, or none.
    YearPart {
        part: YearPart,
        of: Date,
    },
    /// A decade from its first year on; or the tens alone, whose century is open.
    Decade {
        first: i32,
    },
    /// The n-th decade of a century or a decade by its distance.
    Century {
        calendar: Calendar,
        n: i32,
    },
    /// A thousand years, from the first to the last.
    Millennium {
        first: i32,
    },
    /// الشهر الماضي
    Unit {
        unit: Unit,
        shift: Shift,
    },
    /// الأيام الثلاثة الماضية; without a number it is vague.
    Count {
        unit: Unit,
        n: Option<i32>,
        shift: i32,
    },
    /// قبل ثلاثة أيام; halves of the unit: 3 for one and a half.
    Offset {
        unit: Unit,
        halves: i32,
        anchored: bool,
    },
    /// أمس: days from the document's date, with the weekday if it is said too.
    Deictic {
        days: i32,
        weekday: Option<Weekday>,
    },
    /// الجمعة الماضي
    Weekday {
        weekday: Weekday,
        shift: Option<Shift>,
    },
    /// أول جمعة من مارس; -1 is the last.
    Nth {
        n: i8,
        what: Counted,
        of: Date,
    },
    /// عطلة نهاية الأسبوع
    Weekend {
        shift: i32,
    },
    Holiday {
        id: HolidayId,
        year: Date,
        offset: i8,
    },
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayPart {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    /// نهار, the whole of it.
    Daytime,
}

impl DayPart {
    /// In the order of the lexicon's values.
    pub(crate) const ALL: [DayPart; 7] = [
        DayPart::Dawn,
        DayPart::Morning,
        DayPart::Noon,
        DayPart::Afternoon,
        DayPart::Evening,
        DayPart::Night,
        DayPart::Daytime,
    ];

    /// Its TIMEX3 code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            DayPart::Dawn | DayPart::Morning => "TMO",
            DayPart::Noon => "TMI",
            DayPart::Afternoon => "TAF",
            DayPart::Evening => "TEV",
            DayPart::Night => "TNI",
            DayPart::Daytime => "TDT",
        }
    }
}

/// A clock time, 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub hour: u8,
    pub minute: u8,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeOfDay {
    Part(DayPart),
    Clock(Clock),
}

/// One point, of whatever precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub base: Base,
    pub part: Qualifier,
    pub time: Option<TimeOfDay>,
    pub rule: &'static str,
}

impl Point {
    pub(crate) fn new(base: Base, rule: &'static str) -> Point {
        Point {
            base,
            part: Qualifier::Exact,
            time: None,
            rule,
        }
    }
}

/// What an expression says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Meaning {
    Point(Point),
    Range(Point, Point),
    /// A date in two calendars.
    Both(Point, Point),
    Time(TimeOfDay),
    /// In halves of the unit, so that a year and a half has a number; `None` if vague.
    Duration {
        unit: Unit,
        halves: Option<i32>,
    },
    Set {
        unit: Unit,
        weekday: Option<Weekday>,
    },
}

/// An expression at its place in the stream: words `first..next`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Expression {
    pub first: usize,
    pub next: usize,
    pub meaning: Meaning,
    pub rule: &'static str,
}

/// What a production read, and the word after it.
pub(crate) type Reading<T> = Option<(T, usize)>;
