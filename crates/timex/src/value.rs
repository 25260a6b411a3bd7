//! TIMEX3-like values.

use tawarikh_calendar::{Extent, Precision, Qualifier, When};

use crate::expression::{Base, Calendar, Clock, Date, Meaning, Point, Shift, TimeOfDay, Unit};

/// The value of a placed date: `2019-03-23`, `2019-03`, `2019-SU`, `2019-Q1`, `2019-H2`, `2019-W12`, `201`, `20`; ranges as EDTF.
pub(crate) fn of_when(when: &When) -> String {
    let whole = When {
        qualifier: Qualifier::Exact,
        ..*when
    };
    if when.extent == Extent::Range || !(whole.is_whole_unit() || is_part(when)) {
        return when.edtf();
    }
    let (year, month, day) = when.interval.first.gregorian();
    let sign = if year < 0 { "-" } else { "" };
    let digits = year.unsigned_abs();
    match when.precision {
        Precision::Day => format!("{sign}{digits:04}-{month:02}-{day:02}"),
        Precision::Week => week(when),
        Precision::Month => format!("{sign}{digits:04}-{month:02}"),
        Precision::Season => format!("{sign}{digits:04}-{}", season(month)),
        Precision::Quarter => format!("{sign}{digits:04}-Q{}", month.div_ceil(3)),
        Precision::Half => format!("{sign}{digits:04}-H{}", month.div_ceil(6)),
        Precision::Year => format!("{sign}{digits:04}"),
        Precision::Decade => format!("{sign}{:03}", digits / 10),
        Precision::Century => format!("{sign}{:02}", digits / 100),
    }
}

/// Early, mid and late keep the unit in the value, as TIMEX3 does with its `mod`.
fn is_part(when: &When) -> bool {
    matches!(
        when.qualifier,
        Qualifier::Early | Qualifier::Mid | Qualifier::Late
    ) && when.precision != Precision::Week
}

/// The ISO week of an interval's first day.
fn week(when: &When) -> String {
    let thursday = when.interval.first + 3;
    let year = thursday.year();
    let first = tawarikh_calendar::Interval::year(year).first;
    format!("{year:04}-W{:02}", (thursday - first) / 7 + 1)
}

fn season(month: u8) -> &'static str {
    match month {
        3..=5 => "SP",
        6..=8 => "SU",
        9..=11 => "FA",
        _ => "WI",
    }
}

/// The value of what could not be placed.
pub(crate) fn of_meaning(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Point(point) => of_point(point),
        Meaning::Range(from, to) => format!("{}/{}", of_point(from), of_point(to)),
        Meaning::Both(from, _) => of_point(from),
        Meaning::Time(time) => of_time(time),
        Meaning::Duration { unit, halves } => of_duration(*unit, *halves),
        Meaning::Set {
            unit,
            weekday: Some(weekday),
        } => format!(
            "XXXX-WXX-{}{}",
            weekday.number(),
            if *unit == Unit::Week { "" } else { "X" }
        ),
        Meaning::Set {
            unit,
            weekday: None,
        } => of_duration(*unit, Some(2)),
    }
}

fn of_point(point: &Point) -> String {
    match point.base {
        Base::Date(date) => open_date(&date),
        Base::Weekday { weekday, .. } => format!("XXXX-WXX-{}", weekday.number()),
        Base::Unit { shift, .. }
        | Base::YearPart {
            of: Date {
                shift: Some(shift), ..
            },
            ..
        } => direction(shift),
        Base::Deictic { days, .. } => direction(Shift::Reference(days)),
        Base::Count { shift, .. } => direction(Shift::Reference(shift)),
        Base::Offset { halves, .. } => direction(Shift::Reference(halves)),
        _ => "XXXX".to_owned(),
    }
}

fn direction(shift: Shift) -> String {
    let (Shift::Reference(units) | Shift::Anchor(units)) = shift;
    match units {
        ..0 => "PAST_REF",
        0 => "PRESENT_REF",
        1.. => "FUTURE_REF",
    }
    .to_owned()
}

/// A date with X for what is not known.
fn open_date(date: &Date) -> String {
    let year = match date.year {
        Some(year) if date.calendar == Calendar::Gregorian => format!("{year:04}"),
        Some(year) => format!("{year:04}AH"),
        None => "XXXX".to_owned(),
    };
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, Some(day)) => format!("{year}-XX-{day:02}"),
        (None, None) => year,
    }
}

/// The value of a time of day, to stand behind a date.
pub(crate) fn of_time(time: &TimeOfDay) -> String {
    match time {
        TimeOfDay::Part(part) => part.code().to_owned(),
        TimeOfDay::Clock(Clock { hour, minute }) => format!("T{hour:02}:{minute:02}"),
    }
}

/// `P3D`, `PT48H`, `P1.5Y`; `PXY` if vague.
fn of_duration(unit: Unit, halves: Option<i32>) -> String {
    let (time, letter) = match unit {
        Unit::Second => ("T", "S"),
        Unit::Minute => ("T", "M"),
        Unit::Hour => ("T", "H"),
        Unit::Day => ("", "D"),
        Unit::Week => ("", "W"),
        Unit::Month => ("", "M"),
        Unit::Season => ("", "SE"),
        Unit::Quarter => ("", "Q"),
        Unit::Year => ("", "Y"),
        Unit::Decade => ("", "DE"),
        Unit::Century => ("", "CE"),
    };
    let amount = match halves {
        None => "X".to_owned(),
        Some(halves) if halves % 2 == 0 => (halves / 2).to_string(),
        Some(halves) => format!("{}.5", halves / 2),
    };
    format!("P{time}{amount}{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps;
    use tawarikh_calendar::Day;

    #[test]
    fn units_have_their_timex_values() {
        let day = Day::from_gregorian(2019, 3, 23).unwrap();
        let expected = [
            (Unit::Day, "2019-03-23"),
            (Unit::Week, "2019-W12"),
            (Unit::Month, "2019-03"),
            (Unit::Season, "2019-SP"),
            (Unit::Quarter, "2019-Q1"),
            (Unit::Year, "2019"),
            (Unit::Decade, "201"),
            (Unit::Century, "20"),
        ];
        for (unit, value) in expected {
            assert_eq!(of_when(&steps::containing(day, unit).unwrap()), value);
        }
    }
}
