//! Days, weeks and weekdays by their number in a longer time: أول جمعة من مارس, الأسبوع الثالث من العام.

use tawarikh_calendar::Weekday;

use crate::expression::{Base, Calendar, Counted, Date, Point, Reading, Shift};
use crate::lexicon::Class;
use crate::parts::rank;
use crate::stream::Stream;
use crate::{dates, years};

/// nth = (rank counted | counted rank) ("من"|"في") whole
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    let (n, what, next) = ranked_first(s, at).or_else(|| ranked_last(s, at))?;
    let of_at = next + usize::from(s.is(next, Class::From) || s.is(next, Class::In));
    if s.breaks(of_at) {
        return None;
    }
    let (of, next) = whole(s, of_at)?;
    let n = i8::try_from(n).ok()?;
    Some((Point::new(Base::Nth { n, what, of }, "nth"), next))
}

/// ("أول"|"ثاني"|"ثالث"|…|"آخر") counted
fn ranked_first(s: &Stream, at: usize) -> Option<(i32, Counted, usize)> {
    let word = s.word(at);
    if word.article {
        return None;
    }
    let (n, next) = match word.class {
        Class::Extreme => (-1, at + 1),
        Class::First => (1, at + 1),
        Class::Numeral | Class::Second | Class::Weekday => rank_word(s, at)?,
        _ => return None,
    };
    let next =
        next + usize::from(s.class(next) == Class::Day && s.class(next + 1) == Class::Weekday);
    Some((n, counted(s, next)?, next + 1))
}

/// ثاني, ثالث … before what they rank
fn rank_word(s: &Stream, at: usize) -> Reading<i32> {
    let words = ["ثاني", "ثالث", "رابع", "خامس", "سادس"];
    let place = words.iter().position(|word| s.reads_bare(at, word))?;
    Some((i32::try_from(place).ok()? + 2, at + 1))
}

/// counted ("الأول"|"الثاني"|…|"الأخير")
fn ranked_last(s: &Stream, at: usize) -> Option<(i32, Counted, usize)> {
    let headed = usize::from(s.class(at) == Class::Day && s.class(at + 1) == Class::Weekday);
    let what = counted(s, at + headed).filter(|_| s.word(at + headed).article)?;
    let (n, next) = rank_of_ten(s, at + headed + 1, what).or_else(|| rank(s, at + headed + 1))?;
    Some((n, what, next))
}

/// The tens of a month's days: العشر الأوائل, الأواسط, الأواخر.
fn rank_of_ten(s: &Stream, at: usize, what: Counted) -> Reading<i32> {
    if what != Counted::TenDays {
        return None;
    }
    let ranks = [
        (1, ["الأوائل", "الأول", "الأولى"]),
        (2, ["الأواسط", "الأوسط", "الوسطى"]),
        (-1, ["الأواخر", "الأخيرة", "الأخير"]),
    ];
    ranks
        .iter()
        .find(|(_, words)| s.reads_any(at, words))
        .map(|(n, _)| (*n, at + 1))
}

fn counted(s: &Stream, at: usize) -> Option<Counted> {
    let word = s.word(at);
    match word.class {
        Class::Weekday => Weekday::ALL
            .get(usize::try_from(word.value - 1).ok()?)
            .map(|day| Counted::Weekday(*day)),
        Class::Day if word.value != 2 => Some(Counted::Day),
        Class::Week if word.value == 1 => Some(Counted::Week),
        Class::MonthUnit if word.value == 1 => Some(Counted::Month),
        _ if s.reads(at, "العشر") => Some(Counted::TenDays),
        _ => None,
    }
}

/// whole = month [year] | year | "الشهر" modifier | "العام" modifier | "الشهر"
fn whole(s: &Stream, at: usize) -> Reading<Date> {
    dates::relative_month(s, at)
        .or_else(|| dates::relative_year(s, at))
        .or_else(|| named_month(s, at))
        .or_else(|| years::year(s, at))
        .or_else(|| current_month(s, at))
}

fn named_month(s: &Stream, at: usize) -> Reading<Date> {
    let headed = usize::from(s.class(at) == Class::MonthUnit && !s.word(at).article);
    let (name, next) = crate::months::month(s, at + headed)?;
    Some(years::tail(s, next, dates::of_month(name)))
}

fn current_month(s: &Stream, at: usize) -> Reading<Date> {
    let word = s.word(at);
    let shifts_month = match word.class {
        Class::MonthUnit => true,
        Class::Year => false,
        _ => return None,
    };
    let alone = word.article && word.value == 1;
    alone.then(|| {
        (
            Date {
                shift: Some(Shift::Reference(0)),
                shifts_month,
                ..Date::empty(Calendar::Gregorian)
            },
            at + 1,
        )
    })
}
