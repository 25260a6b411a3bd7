//! So many units before or after: قبل ثلاثة أيام, بعد عام ونصف, منذ أسبوعين, بعد شهر من ذلك.

use crate::expression::{Base, Point, Reading, Unit};
use crate::lexicon::Class;
use crate::ranges::and;
use crate::relative::unit;
use crate::stream::Stream;

/// An amount of time, in halves of its unit; `None` if it is vague (أيام, عدة سنوات).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub unit: Unit,
    pub halves: Option<i32>,
    /// Whether a number, a dual, or half was said.
    pub counted: bool,
}

/// amount = simple ["و" simple]     the second of the next smaller unit: سنة وثلاثة أشهر, أسبوع ويومان
pub(crate) fn amount(s: &Stream, at: usize) -> Reading<Amount> {
    let (first, next) = simple_amount(s, at)?;
    let joined = and(s, next)
        .filter(|_| first.halves.is_some_and(|halves| halves % 2 == 0) && !s.breaks(next));
    let second = joined
        .and_then(|second| simple_amount(s, second))
        .filter(|(second, _)| second.counted);
    let sum = second.and_then(|(second, end)| Some((sum(first, second)?, end)));
    Some(sum.unwrap_or((first, next)))
}

/// Two amounts in the smaller of their units.
fn sum(first: Amount, second: Amount) -> Option<Amount> {
    let factor = match (first.unit, second.unit) {
        (Unit::Century, Unit::Decade) | (Unit::Decade, Unit::Year) => 10,
        (Unit::Year, Unit::Month) => 12,
        (Unit::Month, Unit::Day) => 30,
        (Unit::Month, Unit::Week) => 4,
        (Unit::Week, Unit::Day) => 7,
        (Unit::Day, Unit::Hour) => 24,
        (Unit::Hour, Unit::Minute) | (Unit::Minute, Unit::Second) => 60,
        _ => return None,
    };
    let halves = first
        .halves?
        .checked_mul(factor)?
        .checked_add(second.halves?)?;
    Some(Amount {
        unit: second.unit,
        halves: Some(halves),
        counted: true,
    })
}

/// simple = number units ["ونصف"] | dual ["ونصف"] | singular ["واحد"] ["ونصف"] | "نصف" unit | ("عدة"|"بضعة") units | units
fn simple_amount(s: &Stream, at: usize) -> Reading<Amount> {
    let at = after_bound(s, at);
    let at = at + usize::from(s.class(at) == Class::Article);
    if s.class(at) == Class::HalfUnit && !s.word(at).article {
        let unit = unit(s.class(at + 1))?;
        return Some((
            Amount {
                unit,
                halves: Some(1),
                counted: true,
            },
            at + 2,
        ));
    }
    if let Some(minutes) = part_of_hour(s, at) {
        return Some((minutes, at + 2));
    }
    if let Some(numeral) = s.numeral(at) {
        let unit = unit(s.class(numeral.next))
            .filter(|_| !numeral.ordinal && is_plain_unit(s, numeral.next))?;
        let (half, next) = and_a_half(s, numeral.next + 1);
        let halves = numeral.value.checked_mul(2)?.checked_add(half)?;
        return Some((
            Amount {
                unit,
                halves: Some(halves),
                counted: true,
            },
            next,
        ));
    }
    let vague = s.class(at) == Class::Several && unit(s.class(at + 1)).is_some();
    let word = at + usize::from(vague);
    let unit = unit(s.class(word)).filter(|_| !s.word(word).article)?;
    let (half, next) = and_a_half(s, after_one(s, word + 1));
    let halves = match s.word(word).value {
        1 => Some(2 + half),
        2 => Some(4 + half),
        _ => None,
    };
    let counted = s.word(word).value == 2 || half > 0 || next > word + 1 || vague;
    Some((
        Amount {
            unit,
            halves: if vague { None } else { halves },
            counted,
        },
        next,
    ))
}

/// "ربع ساعة" | "ثلث ساعة" in minutes
fn part_of_hour(s: &Stream, at: usize) -> Option<Amount> {
    let minutes = match s.class(at) {
        Class::QuarterUnit => 15,
        Class::ThirdUnit => 20,
        _ => return None,
    };
    let hour = s.is(at + 1, Class::Hour) && s.word(at + 1).value == 1 && !s.word(at + 1).article;
    (hour && !s.word(at).article).then_some(Amount {
        unit: Unit::Minute,
        halves: Some(2 * minutes),
        counted: true,
    })
}

/// A counted unit has nothing on its front: 10 لعام 2018 counts no years.
fn is_plain_unit(s: &Stream, at: usize) -> bool {
    !s.word(at).conjunction && s.word(at).preposition.is_none() && !s.word(at).article
}

/// "نحو" | ("أكثر"|"أقل") "من" | "ما" ("يقارب"|"يقرب" "من"|"يزيد" ("على"|"عن")): bounds of an amount
fn after_bound(s: &Stream, at: usize) -> usize {
    let bound = at + usize::from(s.reads(at, "ما"));
    let of = |at: usize| at + usize::from(s.is(at, Class::From) || s.reads_any(at, &["على", "عن"]));
    if s.is(at, Class::About) {
        at + 1
    } else if s.reads_any(bound, &["أكثر", "أقل", "أزيد", "يقارب", "يقرب", "يزيد"])
    {
        of(bound + 1)
    } else {
        at
    }
}

/// "واحد" behind its unit adds nothing.
fn after_one(s: &Stream, at: usize) -> usize {
    at + usize::from(s.reads_any(at, &["واحد", "واحدة", "كامل", "كاملة", "واحدا"]) && !s.breaks(at))
}

/// "ونصف" ["العام"]: one half
fn and_a_half(s: &Stream, at: usize) -> (i32, usize) {
    let half = s.is(at, Class::HalfUnit) && s.word(at).conjunction && !s.word(at).article;
    if !half {
        return (0, at);
    }
    let repeated = unit(s.class(at + 1)).is_some() && s.word(at + 1).article;
    (1, at + 1 + usize::from(repeated))
}

/// backwards = amount ("للوراء" | "إلى" "الوراء"): عشرة أعوام للوراء
pub(crate) fn backwards(s: &Stream, at: usize) -> Reading<Point> {
    let (amount, next) = amount(s, at)?;
    let back = if s.reads(next, "للوراء") {
        next + 1
    } else {
        (s.is(next, Class::To) && s.reads(next + 1, "الوراء")).then_some(next + 2)?
    };
    let base = Base::Offset {
        unit: amount.unit,
        halves: -amount.halves.filter(|_| !s.breaks(next))?,
        anchored: false,
    };
    Some((Point::new(base, "offset"), back))
}

/// offset = ("قبل"|"منذ") amount ["من" "الآن"] | "بعد" amount ["من" ("الآن"|"ذلك")] | ("قبل"|"بعد") "ذلك" "ب" amount
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    let sign = match s.class(at) {
        Class::Before | Class::Since => -1,
        Class::After => 1,
        _ => return None,
    };
    if s.word(at).article {
        return None;
    }
    if s.class(at) != Class::Since && s.is(at + 1, Class::That) {
        return after_that(s, at + 2, sign);
    }
    let (amount, next) = amount(s, at + 1).filter(|_| !s.breaks(at + 1))?;
    let next = approximately(s, next);
    let (anchored, next) = match end_point(s, next) {
        EndPoint::None => (false, next),
        EndPoint::Now(next) => (false, next),
        EndPoint::That(next) => (true, next),
        EndPoint::Other => return None,
    };
    // قبل عام 1914, قبل شهر رمضان, بعد يوم الجمعة: the unit is named, not counted.
    if !amount.counted && names_its_unit(s, next) {
        return None;
    }
    let base = match amount.halves {
        Some(halves) => Base::Offset {
            unit: amount.unit,
            halves: sign * halves,
            anchored,
        },
        None => Base::Count {
            unit: amount.unit,
            n: None,
            shift: sign,
        },
    };
    Some((Point::new(base, "offset"), next))
}

/// Whether a number, a month or a weekday stands behind a unit and says which one it is.
fn names_its_unit(s: &Stream, at: usize) -> bool {
    let word = s.word(at);
    let attached = !s.breaks(at) && !word.conjunction && word.preposition.is_none();
    attached
        && (s.numeral(at).is_some()
            || word.class == Class::Weekday
            || crate::months::month(s, at).is_some())
}

/// "قبل" "ذلك" "ب" amount
fn after_that(s: &Stream, at: usize, sign: i32) -> Reading<Point> {
    let by = s.word(at).preposition == Some('ب') && !s.breaks(at);
    let (amount, next) = amount(s, at).filter(|_| by)?;
    let base = Base::Offset {
        unit: amount.unit,
        halves: sign * amount.halves?,
        anchored: true,
    };
    Some((Point::new(base, "offset.anchored"), next))
}

fn approximately(s: &Stream, at: usize) -> usize {
    at + usize::from(s.reads_any(at, &["تقريبا", "فقط", "مضت", "خلت"]) && !s.breaks(at))
}

/// What an offset is counted from.
enum EndPoint {
    None,
    Now(usize),
    That(usize),
    Other,
}

/// ("من" | "على" | "عن") ("الآن" | "اليوم" | "الزمن" | "ذلك" | …)
fn end_point(s: &Stream, at: usize) -> EndPoint {
    let from = s.is_plain(at, Class::From);
    if !from && !s.reads(at, "على") {
        return EndPoint::None;
    }
    if s.reads_any(at + 1, &["الآن", "اليوم", "الزمن", "الزمان"]) {
        return EndPoint::Now(at + 2);
    }
    if s.class(at + 1) == Class::That {
        let date = s.reads(at + 2, "التاريخ") || s.class(at + 2) == Class::Day;
        return EndPoint::That(at + 2 + usize::from(date));
    }
    // منذ ثلاثة أيام على التوالي and the like: what stands there is no date.
    if from {
        EndPoint::Other
    } else {
        EndPoint::None
    }
}
