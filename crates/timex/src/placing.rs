//! Days of dates whose year is known: Gregorian and Hijri, parts of years, the n-th of something.

use tawarikh_calendar::{Day, Extent, Interval, Precision, Qualifier, When, days_in_month, hijri};

use crate::expression::{Calendar, Counted, Date, Unit, YearPart};
use crate::steps;

/// The year of a day in a calendar.
pub(crate) fn year_in(calendar: Calendar, day: Day) -> Option<i32> {
    match calendar {
        Calendar::Gregorian => day.is_finite().then(|| day.year()),
        Calendar::Hijri => hijri::from_day(day).map(|(year, _, _)| year),
    }
}

/// A date in a year of its calendar.
pub(crate) fn in_year(year: i32, date: &Date) -> Option<When> {
    match date.calendar {
        Calendar::Gregorian => gregorian(year, date),
        Calendar::Hijri => in_hijri_year(year, date),
    }
}

/// A Gregorian day, or the month if it has no such day, or the year.
pub(crate) fn gregorian(year: i32, date: &Date) -> Option<When> {
    let Some(month) = date.month else {
        return (-9998..=9998).contains(&year).then(|| When::year(year));
    };
    let length = days_in_month(year, month)?;
    let day = match (date.day, date.day_left) {
        (Some(day), _) => Day::from_gregorian(year, month, day),
        (None, Some(left)) => Day::from_gregorian(year, month, (length + 1).checked_sub(left)?),
        (None, None) => None,
    };
    day.map(When::day).or_else(|| When::month(year, month))
}

/// A Hijri day (doubtful by one, since months begin with a sighting), month or year.
pub(crate) fn in_hijri_year(year: i32, date: &Date) -> Option<When> {
    let Some(month) = date.month else {
        return hijri::year_interval(year).map(|year| When::unit(year, Precision::Year));
    };
    let days = hijri::month_interval(year, month)?;
    let day = match (date.day, date.day_left) {
        (Some(day), _) => Some(days.first + i32::from(day) - 1),
        (None, Some(left)) => Some(days.last + 1 - i32::from(left)),
        (None, None) => None,
    };
    match day.filter(|day| days.contains(Interval::day(*day))) {
        Some(day) => Some(When {
            qualifier: Qualifier::About,
            ..When::day(day)
        }),
        None => Some(When::unit(days, Precision::Month)),
    }
}

pub(crate) fn century(calendar: Calendar, n: i32) -> Option<When> {
    match calendar {
        Calendar::Gregorian => (-99..=99).contains(&n).then(|| When::century(n)),
        Calendar::Hijri => {
            let (first, last) = (
                hijri::year_interval((n - 1) * 100 + 1)?,
                hijri::year_interval(n * 100)?,
            );
            Some(When::unit(first.hull(last), Precision::Century))
        }
    }
}

pub(crate) fn part_of_year(part: YearPart, year: i32) -> Option<When> {
    match part {
        YearPart::Season(season) => When::season(year, season),
        YearPart::Quarter(quarter) => When::quarter(year, quarter),
        YearPart::Half(half) => When::half(year, half),
        YearPart::Third(n) => months(year, n * 4 - 3, 4),
        YearPart::Months(n @ 1..) => months(year, 1, n as u8),
        YearPart::Months(n) => months(year, 13 - n.unsigned_abs(), n.unsigned_abs()),
    }
}

pub(crate) fn months(year: i32, first: u8, count: u8) -> Option<When> {
    let interval = Interval::months(year, first, count)?;
    Some(When {
        extent: Extent::Range,
        ..When::unit(interval, Precision::Month)
    })
}

/// The same a year later, for the end of a range that runs over New Year.
pub(crate) fn a_year_later(when: When) -> Option<When> {
    let (first, last) = (
        steps::step(when.interval.first, Unit::Year, 1)?,
        steps::step(when.interval.last, Unit::Year, 1)?,
    );
    Interval::new(first, last).map(|interval| When { interval, ..when })
}

/// The n-th day, week, weekday or month of an interval; from its end if n is -1.
pub(crate) fn nth_in(whole: Interval, n: i32, what: Counted) -> Option<When> {
    whole.days()?;
    let when = match what {
        Counted::Day => When::day(if n > 0 {
            whole.first + n - 1
        } else {
            whole.last
        }),
        Counted::Weekday(weekday) => {
            let first = whole.first + whole.first.weekday().days_until(weekday);
            let last = whole.last - weekday.days_until(whole.last.weekday());
            When::day(if n > 0 { first + 7 * (n - 1) } else { last })
        }
        Counted::Week => {
            let first = if n > 0 {
                whole.first + 7 * (n - 1)
            } else {
                whole.last - 6
            };
            When::unit(
                Interval {
                    first,
                    last: (first + 6).min(whole.last),
                },
                Precision::Week,
            )
        }
        Counted::TenDays => {
            let first = if n > 0 {
                whole.first + 10 * (n - 1)
            } else {
                whole.first + 20
            };
            let last = if n > 0 {
                (first + 9).min(whole.last)
            } else {
                whole.last
            };
            When {
                extent: Extent::Range,
                ..When::unit(Interval::new(first, last)?, Precision::Day)
            }
        }
        Counted::Month => {
            let (year, month, _) = if n > 0 {
                steps::step(whole.first, Unit::Month, n - 1)?.gregorian()
            } else {
                whole.last.gregorian()
            };
            When::month(year, month)?
        }
    };
    whole.contains(when.interval).then_some(when)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tawarikh_calendar::Weekday;

    #[test]
    fn the_nth_weekday_is_in_its_month() {
        let march = Interval::month(2019, 3).unwrap();
        let day = |day| When::day(Day::from_gregorian(2019, 3, day).unwrap());
        assert_eq!(
            nth_in(march, 1, Counted::Weekday(Weekday::Friday)),
            Some(day(1))
        );
        assert_eq!(
            nth_in(march, 2, Counted::Weekday(Weekday::Sunday)),
            Some(day(10))
        );
        assert_eq!(
            nth_in(march, -1, Counted::Weekday(Weekday::Friday)),
            Some(day(29))
        );
        assert_eq!(nth_in(march, 6, Counted::Weekday(Weekday::Friday)), None);
    }
}
