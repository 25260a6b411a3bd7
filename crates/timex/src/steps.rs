//! Units of time around a day, and steps from one to the next.

use tawarikh_calendar::{
    Day, Extent, Interval, Precision, Quarter, Season, Weekday, When, days_in_month,
};

use crate::expression::Unit;

/// The unit that a day is in.
pub(crate) fn containing(day: Day, unit: Unit) -> Option<When> {
    let (year, month, _) = day.gregorian();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(When::day(day)),
        Unit::Week => Some(week(day)),
        Unit::Month => When::month(year, month),
        Unit::Season if month < 3 => When::season(year - 1, Season::Winter),
        Unit::Season => When::season(year, Season::ALL[usize::from(month / 3 - 1)]),
        Unit::Quarter => When::quarter(year, Quarter::new(month.div_ceil(3))?),
        Unit::Year => Some(When::year(year)),
        Unit::Decade => Some(When::decade(year.div_euclid(10) * 10)),
        Unit::Century => Some(When::century(year.div_euclid(100) + 1)),
    }
}

/// The ISO week of a day: Monday to Sunday.
fn week(day: Day) -> When {
    let monday = day - Weekday::Monday.days_until(day.weekday());
    When::unit(
        Interval {
            first: monday,
            last: monday + 6,
        },
        Precision::Week,
    )
}

/// The day so many units later; a month's last days become the last day of a shorter month.
pub(crate) fn step(day: Day, unit: Unit, n: i32) -> Option<Day> {
    match unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => Some(day + n / 24),
        Unit::Day => Some(day + n),
        Unit::Week => Some(day + n.checked_mul(7)?),
        Unit::Month => months(day, n),
        Unit::Season | Unit::Quarter => months(day, n.checked_mul(3)?),
        Unit::Year => months(day, n.checked_mul(12)?),
        Unit::Decade => months(day, n.checked_mul(120)?),
        Unit::Century => months(day, n.checked_mul(1200)?),
    }
}

fn months(day: Day, n: i32) -> Option<Day> {
    let (year, month, day_of_month) = day.gregorian();
    let months = year
        .checked_mul(12)?
        .checked_add(i32::from(month) - 1)?
        .checked_add(n)?;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u8 + 1);
    Day::from_gregorian(year, month, day_of_month.min(days_in_month(year, month)?))
}

/// So many halves of a unit from a day: whole units keep their unit, halves take the next finer one.
///
/// A century ago is told of as a decade: the centuries that have numbers do not come into it.
pub(crate) fn halves(day: Day, unit: Unit, halves: i32) -> Option<When> {
    if halves % 2 == 0 && unit == Unit::Century {
        return containing(step(day, unit, halves / 2)?, Unit::Decade);
    }
    if halves % 2 == 0 {
        return containing(step(day, unit, halves / 2)?, unit);
    }
    let (finer, n) = match unit {
        Unit::Century => (Unit::Year, 50),
        Unit::Decade => (Unit::Year, 5),
        Unit::Year => (Unit::Month, 6),
        Unit::Month => (Unit::Day, 15),
        Unit::Week => (Unit::Day, 3),
        _ => (Unit::Day, 0),
    };
    containing(step(day, finer, n * halves)?, finer)
}

/// The `n` whole units before (`shift` -1) or after (1) the one of a day.
pub(crate) fn count(day: Day, unit: Unit, n: i32, shift: i32) -> Option<When> {
    if n <= 0 {
        return None;
    }
    let interval = match (unit, shift < 0) {
        (Unit::Second | Unit::Minute, _) => Interval::day(day),
        (Unit::Hour, true) => Interval::new(day - n.div_euclid(24).max(1), day)?,
        (Unit::Hour, false) => Interval::new(day, day + n.div_euclid(24).max(1))?,
        (_, true) => whole(step(day, unit, -n)?, step(day, unit, -1)?, unit)?,
        (_, false) => whole(step(day, unit, 1)?, step(day, unit, n)?, unit)?,
    };
    Some(When {
        extent: Extent::Range,
        ..When::unit(interval, unit.precision())
    })
}

fn whole(first: Day, last: Day, unit: Unit) -> Option<Interval> {
    Some(
        containing(first, unit)?
            .interval
            .hull(containing(last, unit)?.interval),
    )
}
