//! The Extended Date/Time Format of ISO 8601-2 (levels 1 and 2), as far as a [`When`] needs it.
//!
//! ```text
//! edtf    = interval | point
//! interval = end "/" end          end = point | ".." | ""
//! point   = value [ "~" | "?" | "%" ]
//! value   = [ "-" ] yyyy [ "-" mm [ "-" dd ] ]     a day, a month, a year
//!         | yyyy "-" ( 21…24 | 33…36 | 40 | 41 )   a season, a quarter, a half
//!         | yyy "X" | yy "XX"                      a decade, a century
//! ```

use std::fmt;

use crate::decimal::{decimal, whole_number};
use crate::when::century_of;
use crate::{Day, Extent, Half, Interval, Precision, Qualifier, Quarter, Season, When};

/// Why a text is not EDTF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdtfError {
    /// The part that could not be read.
    pub found: String,
    /// What may stand there.
    pub expected: &'static str,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not an EDTF date: expected {}",
            self.found, self.expected
        )
    }
}

impl std::error::Error for EdtfError {}

const EXPECTED: &str = "YYYY, YYYY-MM, YYYY-MM-DD, YYYY-21 to 24 (seasons), YYYY-33 to 36 (quarters), YYYY-40 or 41 (halves), \
                        YYYX, YYXX, each with ~ if approximate, or two of them (or ..) with / between";

impl When {
    /// The EDTF text. EDTF has no weeks, no "early" and no Hijri units: those are written as a range of days, so that
    /// `from_edtf(w.edtf())` always has the interval of `w`, and equals `w` for what EDTF can say.
    #[must_use]
    pub fn edtf(&self) -> String {
        let plain = matches!(self.qualifier, Qualifier::Exact | Qualifier::About);
        let about = if self.qualifier == Qualifier::About {
            "~"
        } else {
            ""
        };
        match self.extent {
            Extent::Unit if plain && self.precision != Precision::Week && self.is_whole_unit() => {
                [&start_text(self.interval, self.precision), about].concat()
            }
            _ => self.range_text(about),
        }
    }

    /// `end "/" end`
    fn range_text(&self, about: &str) -> String {
        let Interval { first, last } = self.interval;
        let precision = self.end_precision();
        let end = |day: Day| match unit_at(day, precision) {
            Some(unit) if day.is_finite() => [&start_text(unit, precision), about].concat(),
            _ => "..".to_owned(),
        };
        [&end(first), "/", &end(last)].concat()
    }

    /// The coarsest unit that both ends of the interval are borders of, not coarser than the precision.
    fn end_precision(&self) -> Precision {
        let fits = |unit: Precision| {
            let Interval { first, last } = self.interval;
            let starts =
                !first.is_finite() || unit_at(first, unit).is_some_and(|unit| unit.first == first);
            let ends =
                !last.is_finite() || unit_at(last, unit).is_some_and(|unit| unit.last == last);
            starts && ends
        };
        let coarse = self.precision.min(Precision::Year);
        [coarse, Precision::Month]
            .into_iter()
            .find(|&unit| unit <= self.precision && fits(unit))
            .unwrap_or(Precision::Day)
    }

    /// Reads EDTF.
    ///
    /// # Errors
    /// [`EdtfError`] with the part that is not EDTF, or not a date of the calendar.
    pub fn from_edtf(text: &str) -> Result<When, EdtfError> {
        let text = text.trim();
        match text.split_once('/') {
            None => point(text),
            Some((from, to)) => interval(text, from, to),
        }
    }
}

/// `interval = end "/" end`
fn interval(text: &str, from: &str, to: &str) -> Result<When, EdtfError> {
    let wrong = || error(text, EXPECTED);
    match (end(from)?, end(to)?) {
        (Some(from), Some(to)) => {
            let about = from.qualifier == Qualifier::About || to.qualifier == Qualifier::About;
            let qualifier = if about {
                Qualifier::About
            } else {
                Qualifier::Exact
            };
            let range = When::range(from, to)
                .ok_or_else(|| error(text, "an end that is not before the start"))?;
            Ok(When { qualifier, ..range })
        }
        (Some(from), None) => Ok(from.onwards()),
        (None, Some(to)) => Ok(to.until()),
        (None, None) => Err(wrong()),
    }
}

/// `end = point | ".." | ""`
fn end(text: &str) -> Result<Option<When>, EdtfError> {
    if text.is_empty() || text == ".." {
        Ok(None)
    } else {
        point(text).map(Some)
    }
}

/// `point = value [ "~" | "?" | "%" ]`
fn point(text: &str) -> Result<When, EdtfError> {
    let value = text.trim_end_matches(['~', '?', '%']);
    let when = value_at(value).ok_or_else(|| error(text, EXPECTED))?;
    let qualifier = if value.len() < text.len() {
        Qualifier::About
    } else {
        Qualifier::Exact
    };
    Ok(When { qualifier, ..when })
}

/// `value`
fn value_at(text: &str) -> Option<When> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let mut parts = rest.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => masked_year(sign, year),
        (Some(month), None) => part_of_year(sign * number(year)?, two_digits(month)?),
        (Some(month), Some(day)) => {
            Day::from_gregorian(sign * number(year)?, two_digits(month)?, two_digits(day)?)
                .map(When::day)
        }
    }
}

/// `yyyy | yyy "X" | yy "XX"`
fn masked_year(sign: i32, text: &str) -> Option<When> {
    if let Some(century) = text.strip_suffix("XX") {
        let century = number(century)?;
        return Some(When::century(if sign < 0 {
            -century - 1
        } else {
            century + 1
        }));
    }
    if let Some(decade) = text.strip_suffix('X') {
        let first = number(decade)? * 10;
        return Some(When::decade(if sign < 0 { -first - 9 } else { first }));
    }
    number(text).map(|year| When::year(sign * year))
}

/// The part of a year that a two-digit number stands for.
fn part_of_year(year: i32, part: u8) -> Option<When> {
    match part {
        1..=12 => When::month(year, part),
        21..=24 => When::season(year, Season::ALL[usize::from(part - 21)]),
        33..=36 => When::quarter(year, Quarter::new(part - 32)?),
        40 => When::half(year, Half::First),
        41 => When::half(year, Half::Second),
        _ => None,
    }
}

/// The unit of this precision that begins at, or holds, the start of an interval.
fn start_text(interval: Interval, precision: Precision) -> String {
    let (year, month, day) = interval.first.gregorian();
    let dashed = |part: u8| [&decimal(year, 4), "-", &decimal(part.into(), 2)].concat();
    match precision {
        Precision::Day | Precision::Week => [&dashed(month), "-", &decimal(day.into(), 2)].concat(),
        Precision::Month => dashed(month),
        Precision::Season => dashed(20 + month / 3),
        Precision::Quarter => dashed(32 + month.div_ceil(3)),
        Precision::Half => dashed(40 + (month - 1) / 6),
        Precision::Year => decimal(year, 4),
        Precision::Decade if year < 0 => ["-", &decimal(-year / 10, 3), "X"].concat(),
        Precision::Decade => [&decimal(year / 10, 3), "X"].concat(),
        Precision::Century => match century_of(year) {
            century @ 1.. => [&decimal(century - 1, 2), "XX"].concat(),
            century => ["-", &decimal(-century - 1, 2), "XX"].concat(),
        },
    }
}

/// The Gregorian day, month, season, quarter, half or year that a day is in.
fn unit_at(day: Day, precision: Precision) -> Option<Interval> {
    let (year, month, _) = day.gregorian();
    match precision {
        Precision::Day | Precision::Week => Some(Interval::day(day)),
        Precision::Month => Interval::month(year, month),
        Precision::Season if month < 3 => Interval::months(year - 1, 12, 3),
        Precision::Season => Interval::months(year, month / 3 * 3, 3),
        Precision::Quarter => Interval::months(year, (month - 1) / 3 * 3 + 1, 3),
        Precision::Half => Interval::months(year, (month - 1) / 6 * 6 + 1, 6),
        _ => Some(Interval::year(year)),
    }
}

fn two_digits(text: &str) -> Option<u8> {
    if text.len() == 2 {
        u8::try_from(number(text)?).ok()
    } else {
        None
    }
}

fn number(text: &str) -> Option<i32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { whole_number(text) } else { None }
}

fn error(found: &str, expected: &'static str) -> EdtfError {
    EdtfError {
        found: found.to_owned(),
        expected,
    }
}
