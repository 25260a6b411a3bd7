//! Of EDTF text as much as calendars and citation formats can hold.

use tawarikh_calendar::Day;

/// A year with the month and day that are written with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

/// The date, or the first end of an interval, of EDTF text; nothing for one without a whole year (`201X`, an open start). A
/// season gives its year.
pub fn moment(edtf: &str) -> Option<Moment> {
    let first = edtf.split('/').next()?.trim_end_matches(['?', '~', '%']);
    let (sign, digits) = first
        .strip_prefix('-')
        .map_or((1, first), |rest| (-1, rest));
    let mut parts = digits.split('-');
    let year: i32 = parts.next().filter(|year| year.len() >= 4)?.parse().ok()?;
    let month = parts
        .next()
        .and_then(|month| month.parse().ok())
        .filter(|month| (1..=12).contains(month));
    let day = month.and(parts.next()).and_then(|day| day.parse().ok());
    Some(Moment {
        year: sign * year,
        month,
        day,
    })
}

/// Year, month and day of a rata die number.
pub fn day(number: i32) -> (i32, u8, u8) {
    Day::from_rata_die(number).gregorian()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(edtf: &str) -> Option<(i32, Option<u8>, Option<u8>)> {
        moment(edtf).map(|moment| (moment.year, moment.month, moment.day))
    }

    #[test]
    fn what_is_written_is_kept_and_nothing_is_made_up() {
        assert_eq!(parts("2017"), Some((2017, None, None)));
        assert_eq!(parts("2017-10"), Some((2017, Some(10), None)));
        assert_eq!(parts("2017-10-17~"), Some((2017, Some(10), Some(17))));
        assert_eq!(parts("1988-22"), Some((1988, None, None)));
        assert_eq!(
            parts("2017-06-06/2017-10-17"),
            Some((2017, Some(6), Some(6)))
        );
        assert_eq!(parts("-0044-03-15"), Some((-44, Some(3), Some(15))));
        for open in ["201X", "../2017", "", "/2017", "soon"] {
            assert_eq!(parts(open), None, "{open}");
        }
    }
}
