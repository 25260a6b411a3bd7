//! Days and months by name: 23 آذار 2019, الثلاثاء 22 من يناير, أوائل رمضان.

use tawarikh_calendar::Weekday;

use crate::expression::{Base, Calendar, Date, Point, Reading, Shift};
use crate::lexicon::Class;
use crate::months::{MonthName, month};
use crate::relative::modifier;
use crate::stream::{Numeral, Stream};
use crate::{traps, years};

/// A date of no known month or year.
const NOTHING: Date = Date::empty(Calendar::Gregorian);

/// date = [weekday [","]] (day-month | day-of-this-month) | month-year
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    if let Some((weekday, next)) = weekday(s, at) {
        let bracket = s.is_sign(next, "(");
        let next = skip_to_day(s, next);
        let ranked = s.class(next) != Class::Number && s.word(next).article;
        let (date, next) = day_month(s, next).or_else(|| crate::numeric::date(s, next))?;
        let next = next + usize::from(bracket && s.is_sign(next, ")"));
        return Some((
            named(
                Date {
                    weekday: Some(weekday),
                    ranked,
                    ..date
                },
                "date.weekday-day-month",
            ),
            next,
        ));
    }
    if let Some((date, next)) = day_month(s, at).or_else(|| month_day_year(s, at)) {
        let named = || (named(date, "date.day-month"), next);
        return (!traps::is_called_by_day(s, at, &date)).then(named);
    }
    let (date, next) = month_year(s, at)?;
    Some((named(date, "date.month"), next))
}

/// dated-day = (deictic | weekday modifier) ["الموافق"|","|"("] (day-month | numeric)
///
/// The date says which day it is; the weekday is held against it.
pub(crate) fn dated_day(s: &Stream, at: usize) -> Reading<Point> {
    let (point, next) = crate::relative::point(s, at)?;
    let weekday = match point.base {
        Base::Deictic { weekday, .. } => weekday,
        Base::Weekday {
            weekday,
            shift: Some(_),
        } => Some(weekday),
        _ => return None,
    };
    let day = skip_to_day(s, next);
    let (date, next) = day_month(s, day)
        .or_else(|| crate::numeric::date(s, day))
        .filter(|_| !s.breaks(day))?;
    let next = next + usize::from(s.is_sign(next, ")") && s.is_sign(day.wrapping_sub(1), "("));
    let full = date.day.is_some() && !s.word(day).conjunction;
    full.then(|| {
        (
            named(Date { weekday, ..date }, "date.weekday-day-month"),
            next,
        )
    })
}

/// A point with the rule's name made finer by what was found.
fn named(date: Date, rule: &'static str) -> Point {
    let rule = match (rule, date.calendar, date.has_year(), date.dual) {
        (_, Calendar::Hijri, _, _) if date.day.is_some() || date.day_left.is_some() => "hijri.day",
        (_, Calendar::Hijri, _, _) => "hijri.month",
        ("date.day-month", _, true, false) => "date.day-month-year",
        ("date.day-month", _, true, true) => "date.day-dual-month-year",
        ("date.day-month", _, false, true) => "date.day-dual-month",
        ("date.month", _, true, false) => "date.month-year",
        ("date.month", _, true, true) => "date.dual-month-year",
        ("date.month", _, false, true) => "date.dual-month",
        (rule, ..) => rule,
    };
    Point::new(Base::Date(date), rule)
}

/// What may stand between a weekday and its day: a comma, a bracket, في, "الموافق", "يوم".
fn skip_to_day(s: &Stream, at: usize) -> usize {
    let mut next = at;
    while next < at + 3
        && (s.is_sign(next, "،,(-–")
            || s.is(next, Class::In)
            || s.is_plain(next, Class::Dated)
            || s.reads(next, "مساء"))
    {
        next += 1;
    }
    next
}

/// weekday = ["يوم"|"ليلة"|"يومي"] name     a name without the article only behind "يوم"
pub(crate) fn weekday(s: &Stream, at: usize) -> Reading<Weekday> {
    let headed = matches!(s.class(at), Class::Day | Class::Night)
        && s.word(at).value != 3
        && !s.word(at).article;
    let name = at + usize::from(headed);
    let word = s.word(name);
    if word.class != Class::Weekday || (headed && s.breaks(name)) {
        return None;
    }
    // يوم أحد is the day of the battle of Uhud; Sunday has its article.
    let sunday = word.value == 7 && !word.article;
    let definite =
        word.article || (headed && !sunday && word.preposition.is_none() && !word.conjunction);
    let day = Weekday::ALL.get(usize::try_from(word.value - 1).ok()?)?;
    (definite && (headed || !traps::is_name_of_thing(s, name))).then_some((*day, name + 1))
}

/// day-month = day ["من"] ["شهر"] month [year] | day ["من"] this-month
pub(crate) fn day_month(s: &Stream, at: usize) -> Reading<Date> {
    let (day, next) = day(s, at)?;
    with_month(s, next, day)
}

/// month-day-year = month day "," yyyy: as English dates are put into Arabic words
fn month_day_year(s: &Stream, at: usize) -> Reading<Date> {
    let (name, next) = month(s, at)?;
    let (day, year) = (s.word(next), s.word(next + 2));
    let shape = day.digits > 0 && day.digits <= 2 && (1..=31).contains(&day.value);
    let year_follows = s.is_sign(next + 1, "،,") && year.digits == 4 && !s.breaks(next + 2);
    (shape && year_follows).then(|| {
        let date = Date {
            day: Some(day.value as u8),
            year: Some(year.value),
            ..of_month(name)
        };
        (date, next + 3)
    })
}

/// ["من"|"في"|"/"|"-"] ["شهر"] month [year], behind a day
pub(crate) fn with_month(s: &Stream, at: usize, day: DayOfMonth) -> Reading<Date> {
    let next = at + usize::from(s.is_plain(at, Class::From) || s.is_sign(at, "/-–،,"));
    let next = next
        + usize::from(
            s.is(next, Class::MonthUnit) && s.word(next).value == 1 && !s.word(next).article,
        );
    if s.breaks(next) || s.word(next).conjunction || s.word(next).preposition == Some('ب') {
        return this_month(s, at, day);
    }
    let Some((name, next)) = month(s, next) else {
        return this_month(s, at, day);
    };
    let (date, next) = years::tail(s, separator(s, next), of_month(name));
    Some((day.put(date), next))
}

/// A stroke between month and year, as in 23 / ديسمبر / 2024, is skipped.
fn separator(s: &Stream, at: usize) -> usize {
    let stroke = s.is_sign(at, "/-") && s.word(at + 1).digits == 4;
    at + usize::from(stroke)
}

/// this-month = ["من"] ("الشهر" modifier | "هذا الشهر" | "الجاري")
fn this_month(s: &Stream, at: usize, day: DayOfMonth) -> Reading<Date> {
    if s.reads(at, "منه") && !s.breaks(at) {
        let told = Date {
            shift: Some(Shift::Anchor(0)),
            shifts_month: true,
            ..NOTHING
        };
        return Some((day.put(told), at + 1));
    }
    let (date, next) = relative_month(s, at + usize::from(s.is_plain(at, Class::From)))
        .or_else(|| bare_modifier(s, at))?;
    Some((day.put(date), next))
}

/// "الجاري" | "الماضي" alone, behind a day in digits: 15 الجاري.
fn bare_modifier(s: &Stream, at: usize) -> Reading<Date> {
    let in_digits = s.before(at).class == Class::Number && s.word(at).class == Class::This;
    let (shift, next) = modifier(s, at).filter(|_| in_digits)?;
    Some((
        Date {
            shift: Some(shift),
            shifts_month: true,
            ..NOTHING
        },
        next,
    ))
}

/// relative_month = "الشهر" modifier | "هذا الشهر" | "الشهر نفسه"
pub(crate) fn relative_month(s: &Stream, at: usize) -> Reading<Date> {
    relative_unit(s, at, Class::MonthUnit).map(|(shift, next)| {
        (
            Date {
                shift: Some(shift),
                shifts_month: true,
                ..NOTHING
            },
            next,
        )
    })
}

/// relative_year = "العام" modifier | "هذا العام" | "ذلك العام"
pub(crate) fn relative_year(s: &Stream, at: usize) -> Reading<Date> {
    relative_unit(s, at, Class::Year).map(|(shift, next)| {
        (
            Date {
                shift: Some(shift),
                ..NOTHING
            },
            next,
        )
    })
}

fn relative_unit(s: &Stream, at: usize, unit: Class) -> Reading<Shift> {
    match s.class(at) {
        Class::Demonstrative if s.is(at + 1, unit) => Some((Shift::Reference(0), at + 2)),
        Class::That | Class::SameHead if s.is(at + 1, unit) => Some((Shift::Anchor(0), at + 2)),
        class if class == unit && s.word(at).article => modifier(s, at + 1),
        _ => None,
    }
}

/// A day of a month: counted from its start or its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayOfMonth {
    FromStart(u8),
    FromEnd(u8),
}

impl DayOfMonth {
    pub(crate) fn put(self, date: Date) -> Date {
        match self {
            DayOfMonth::FromStart(day) => Date {
                day: Some(day),
                ..date
            },
            DayOfMonth::FromEnd(left) => Date {
                day_left: Some(left),
                ..date
            },
        }
    }
}

/// day = ["يوم"|"اليوم"|"ليلة"] (1…31 in digits or words) | chronicle-day
pub(crate) fn day(s: &Stream, at: usize) -> Reading<DayOfMonth> {
    let headed = matches!(s.class(at), Class::Day | Class::Night) && s.word(at).value == 1;
    let number = at + usize::from(headed);
    let number = number + usize::from(s.class(number) == Class::Article);
    if headed && s.breaks(number) {
        return None;
    }
    crate::hijri::chronicle_day(s, number).or_else(|| {
        let numeral = s.numeral(number).filter(is_day)?;
        // "أول", "الأول" and "الثاني" stay words of rank unless a month follows, which the caller sees.
        Some((DayOfMonth::FromStart(numeral.value as u8), numeral.next))
    })
}

fn is_day(numeral: &Numeral) -> bool {
    (1..=31).contains(&numeral.value) && numeral.digits <= 2
}

/// month-year = ["شهر"] month [year]     a month that is another word too needs a word of time beside it
fn month_year(s: &Stream, at: usize) -> Reading<Date> {
    let headed = s.class(at) == Class::MonthUnit && !s.word(at).article && s.word(at).value != 3;
    let name_at = at + usize::from(headed);
    if headed && (s.breaks(name_at) || s.word(name_at).conjunction) {
        return None;
    }
    let (name, next) = month(s, name_at)?;
    let (date, end) = years::tail(s, separator(s, next), of_month(name));
    let certain = headed
        || name.dual
        || end > next
        || (name.strong && !traps::is_name_of_thing(s, name_at))
        || traps::introduces_month(s, name_at);
    certain.then_some((date, end))
}

pub(crate) fn of_month(name: MonthName) -> Date {
    Date {
        month: Some(name.month),
        other_month: name.other,
        dual: name.dual,
        ..Date::empty(name.calendar)
    }
}
