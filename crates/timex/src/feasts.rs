//! The days that feasts fall on.

use tawarikh_calendar::{Day, Interval, hijri};

use crate::expression::Calendar;
use crate::holidays::Fixture;

/// The first days of a feast in a year of a calendar; a Gregorian year may hold a Hijri feast twice.
pub(crate) fn feast_days(fixture: Fixture, calendar: Calendar, year: i32) -> Vec<Day> {
    match (fixture, calendar) {
        (Fixture::Fixed(Calendar::Hijri, month, day), Calendar::Hijri) => {
            hijri::to_day(year, month, day).into_iter().collect()
        }
        (Fixture::Fixed(Calendar::Hijri, month, day), Calendar::Gregorian) => {
            let start = hijri::from_day(Interval::year(year).first).map_or(0, |(year, _, _)| year);
            (start..=start + 1)
                .filter_map(|hijri_year| hijri::to_day(hijri_year, month, day))
                .filter(|day| day.year() == year)
                .collect()
        }
        (_, Calendar::Hijri) => Vec::new(),
        (Fixture::Fixed(Calendar::Gregorian, month, day), _) => {
            Day::from_gregorian(year, month, day).into_iter().collect()
        }
        (Fixture::Easter(days), _) => easter(year).map(|day| day + days).into_iter().collect(),
        (Fixture::Orthodox(days), _) => orthodox_easter(year)
            .map(|day| day + days)
            .into_iter()
            .collect(),
    }
}

/// Easter Sunday of the western churches (the anonymous Gregorian algorithm, Nature 1876).
fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::from_gregorian(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Easter Sunday of the eastern churches (J. Meeus, "Astronomical Algorithms", for the Julian calendar), in Gregorian days.
fn orthodox_easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34).rem_euclid(7);
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let julian_lag = year.div_euclid(100) - year.div_euclid(400) - 2;
    Day::from_gregorian(year, u8::try_from(month).ok()?, 1)
        .map(|first| first + day - 1 + julian_lag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_as_published() {
        for (year, month, day) in [
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2019, 4, 21),
            (2024, 3, 31),
        ] {
            assert_eq!(easter(year), Day::from_gregorian(year, month, day));
        }
        for (year, month, day) in [(2000, 4, 30), (2011, 4, 24), (2019, 4, 28), (2024, 5, 5)] {
            assert_eq!(orthodox_easter(year), Day::from_gregorian(year, month, day));
        }
    }
}
