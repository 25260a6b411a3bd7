//! What does not fit in an expression, with the readings that remain.

use tawarikh_calendar::{Day, Precision, Weekday, When, hijri};

use crate::expression::{Base, Calendar, Date, Expression, Meaning, Point};
use crate::mention::{Finding, FindingCode, How};
use crate::placing::gregorian;
use crate::resolve::Place;
use crate::stream::Stream;
use crate::tense::{Tense, tense};

/// Days that a Hijri date may lie beside the calendar's: months begin with a sighting.
const HIJRI_DOUBT: i32 = 2;

/// Everything doubtful about a placed expression.
pub(crate) fn findings(
    s: &Stream,
    expression: &Expression,
    place: &Place,
    alternative: Option<When>,
    reference: Option<When>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for point in points(&expression.meaning) {
        findings.extend(dual_month(point, place, alternative));
        findings.extend(weekday(point, place));
        findings.extend(no_such_day(point, place));
        findings.extend(ambiguous(point, place, alternative));
    }
    findings.extend(mismatch(&expression.meaning, place));
    findings.extend(after_reference(s, expression, place, reference));
    findings
}

fn points(meaning: &Meaning) -> Vec<&Point> {
    match meaning {
        Meaning::Point(point) => vec![point],
        Meaning::Range(first, last) | Meaning::Both(first, last) => vec![first, last],
        Meaning::Time(_) | Meaning::Duration { .. } | Meaning::Set { .. } => Vec::new(),
    }
}

fn date(point: &Point) -> Option<&Date> {
    match &point.base {
        Base::Date(date) => Some(date),
        _ => None,
    }
}

fn dual_month(point: &Point, place: &Place, alternative: Option<When>) -> Option<Finding> {
    let date = date(point)?;
    let other = Date {
        month: Some(date.other_month?),
        ..*date
    };
    let second = alternative.or_else(|| gregorian(place.when.interval.first.year(), &other))?;
    Some(Finding {
        code: FindingCode::DualMonth,
        readings: vec![place.when, second],
    })
}

fn ambiguous(point: &Point, place: &Place, alternative: Option<When>) -> Option<Finding> {
    date(point).filter(|date| date.ambiguous)?;
    Some(Finding {
        code: FindingCode::Ambiguous,
        readings: vec![place.when, alternative?],
    })
}

/// A weekday that is not that of the day: the day as written, and the nearest one that has the weekday.
fn weekday(point: &Point, place: &Place) -> Option<Finding> {
    let said = match point.base {
        Base::Date(Date { weekday, .. }) | Base::Deictic { weekday, .. } => weekday?,
        _ => return None,
    };
    let day = place.when.interval.first;
    let is_day = place.when.precision == Precision::Day && place.when.interval.days() == Some(1);
    let doubt =
        i32::from(date(point).is_some_and(|date| date.calendar == Calendar::Hijri)) * HIJRI_DOUBT;
    let nearest = nearest(day, said);
    let differs = is_day && (nearest - day).abs() > doubt;
    differs.then(|| Finding {
        code: FindingCode::Weekday,
        readings: vec![place.when, When::day(nearest)],
    })
}

/// The day nearest to another that has a weekday.
fn nearest(day: Day, weekday: Weekday) -> Day {
    let ahead = day.weekday().days_until(weekday);
    if ahead > 3 {
        day + (ahead - 7)
    } else {
        day + ahead
    }
}

/// The 31st of a month of thirty days: its last day, and the first of the next.
fn no_such_day(point: &Point, place: &Place) -> Option<Finding> {
    let date = date(point)?;
    let day = date.day?;
    let month = place.when.interval;
    if place.when.precision != Precision::Month || month.days()? >= u32::from(day) {
        return None;
    }
    Some(Finding {
        code: FindingCode::NoSuchDay,
        readings: vec![When::day(month.last), When::day(month.last + 1)],
    })
}

/// A Hijri and a Gregorian date for one time that do not meet.
fn mismatch(meaning: &Meaning, place: &Place) -> Option<Finding> {
    let Meaning::Both(first, second) = meaning else {
        return None;
    };
    let hijri = [first, second]
        .into_iter()
        .find_map(|point| date(point).filter(|date| date.calendar == Calendar::Hijri))?;
    let other = hijri_when(hijri)?;
    let (first, last) = (
        place.when.interval.first - HIJRI_DOUBT,
        place.when.interval.last + HIJRI_DOUBT,
    );
    let meets = other.interval.first <= last && first <= other.interval.last;
    (!meets).then(|| Finding {
        code: FindingCode::CalendarMismatch,
        readings: vec![place.when, other],
    })
}

fn hijri_when(date: &Date) -> Option<When> {
    let year = date.year?;
    match (date.month, date.day) {
        (Some(month), Some(day)) => hijri::to_day(year, month, day).map(When::day),
        (Some(month), None) => {
            hijri::month_interval(year, month).map(|month| When::unit(month, Precision::Month))
        }
        _ => hijri::year_interval(year).map(|year| When::unit(year, Precision::Year)),
    }
}

/// A full date told as past that comes after the document's own: as written, and the document's date.
fn after_reference(
    s: &Stream,
    expression: &Expression,
    place: &Place,
    reference: Option<When>,
) -> Option<Finding> {
    let reference = reference?;
    let full = matches!(place.how, How::Written | How::DualName)
        && place.when.precision <= Precision::Month;
    let after =
        reference.interval.last.is_finite() && place.when.interval.first > reference.interval.last;
    let told_as_past =
        full && after && tense(s, expression.first, expression.next) != Tense::Future;
    told_as_past.then(|| Finding {
        code: FindingCode::AfterReference,
        readings: vec![place.when, reference],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_weekday_is_within_three_days() {
        let thursday = Day::from_gregorian(2019, 1, 24).unwrap();
        assert_eq!(nearest(thursday, Weekday::Wednesday), thursday - 1);
        assert_eq!(nearest(thursday, Weekday::Sunday), thursday + 3);
        assert_eq!(nearest(thursday, Weekday::Monday), thursday - 3);
    }
}
