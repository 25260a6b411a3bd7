//! What a tagged text is made of.

use std::ops::Range;

use tawarikh_calendar::When;

/// The kind of a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A day or longer, at a place in time.
    Date,
    /// A time of day, or a day with one.
    Time,
    /// A length of time.
    Duration,
    /// What recurs.
    Set,
}

impl Kind {
    /// The TIMEX3 type.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Kind::Date => "DATE",
            Kind::Time => "TIME",
            Kind::Duration => "DURATION",
            Kind::Set => "SET",
        }
    }
}

/// How an expression got its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// All of it is written.
    Written,
    /// Written with two names for its month.
    DualName,
    /// Its year or month is that of an earlier date in the text.
    Inherited,
    /// Counted from, or completed by, the document's own date.
    Reference,
    /// Counted from another date in the text.
    Anchor,
    /// It has no place.
    Unresolved,
}

impl How {
    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            How::Written => "written",
            How::DualName => "dual-name",
            How::Inherited => "inherited",
            How::Reference => "reference",
            How::Anchor => "anchor",
            How::Unresolved => "unresolved",
        }
    }
}

/// What is doubtful about an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingCode {
    /// Two month names that are not one month's: تموز/يونيو.
    DualMonth,
    /// The weekday is not that of the date.
    Weekday,
    /// The month has no such day.
    NoSuchDay,
    /// Day and month may be exchanged.
    Ambiguous,
    /// A Hijri and a Gregorian date for one event that do not meet.
    CalendarMismatch,
    /// Told as past, but after the document's own date.
    AfterReference,
}

impl FindingCode {
    /// A stable name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            FindingCode::DualMonth => "dual-month",
            FindingCode::Weekday => "weekday",
            FindingCode::NoSuchDay => "no-such-day",
            FindingCode::Ambiguous => "ambiguous",
            FindingCode::CalendarMismatch => "calendar-mismatch",
            FindingCode::AfterReference => "after-reference",
        }
    }
}

/// A doubt, with the readings it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is doubtful.
    pub code: FindingCode,
    /// What may be meant, the likeliest first.
    pub readings: Vec<When>,
}

/// A time expression in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Its kind.
    pub kind: Kind,
    /// Its TIMEX3-like value: `2019-03-23`, `2019-SU`, `P3D`, `XXXX-01-18` if the year is open.
    pub value: String,
    /// Its place, if it has one.
    pub when: Option<When>,
    /// A second reading of its place.
    pub alternative: Option<When>,
    /// How it got its place.
    pub how: How,
    /// The rule that recognised it; stable.
    pub rule: &'static str,
    /// Doubts.
    pub findings: Vec<Finding>,
}

/// What is known about the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The document's own date, of any precision. Without it expressions like أمس are recognised and not placed.
    pub reference: Option<When>,
    /// Eras with names of their own that the archive defines.
    pub eras: Vec<Era>,
}

/// A named stretch of time: "سنوات الجفاف".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Era {
    /// Its name as texts write it.
    pub name: String,
    /// The time it names.
    pub when: When,
}
