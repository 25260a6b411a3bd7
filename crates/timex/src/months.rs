//! Names of months, one or two of them.

use crate::expression::{Calendar, Reading};
use crate::lexicon::Class;
use crate::stream::Stream;

/// A month by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MonthName {
    pub calendar: Calendar,
    pub month: u8,
    /// The month that a second name says, if it is another.
    pub other: Option<u8>,
    /// Whether two names were given.
    pub dual: bool,
    /// Whether the word is no other word either.
    pub strong: bool,
    set: Set,
}

/// The set of names a month's name is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    Levantine,
    Western,
    Hijri,
}

/// month = name [separator name]     the second name from another set
pub(crate) fn month(s: &Stream, at: usize) -> Reading<MonthName> {
    let (first, next) = name(s, at)?;
    match second_name(s, next, &first) {
        Some((second, next)) => {
            let other = (second.month != first.month).then_some(second.month);
            Some((
                MonthName {
                    other,
                    dual: true,
                    strong: true,
                    ..first
                },
                next,
            ))
        }
        None => Some((first, next)),
    }
}

/// separator name = ["/"|"-"|"،"|"أو"] name | "(" name ")"
///
/// Names that disagree are one month's two names only behind a stroke or in brackets; else they are two months.
fn second_name(s: &Stream, at: usize, first: &MonthName) -> Reading<MonthName> {
    let bracketed = s.is_sign(at, "([");
    let stroke = s.is_sign(at, "/\\|");
    let loose = s.is_sign(at, "-–—،,") || s.reads(at, "أو");
    let name_at = at + usize::from(bracketed || stroke || loose);
    let (second, mut next) = name(s, name_at)?;
    if s.word(name_at).conjunction || s.word(name_at).preposition.is_some() {
        return None;
    }
    if bracketed {
        if !s.is_sign(next, ")]") {
            return None;
        }
        next += 1;
    }
    let another_set = second.set != first.set && first.calendar == second.calendar;
    let agrees = second.month == first.month;
    (another_set && (agrees || stroke || bracketed)).then_some((second, next))
}

/// name = gregorian | hijri
fn name(s: &Stream, at: usize) -> Reading<MonthName> {
    if s.breaks(at) && at > 0 && s.class(at) == Class::Other {
        return None;
    }
    gregorian(s, at).or_else(|| hijri(s, at))
}

/// gregorian = "يناير" … | "كانون" ("الأول"|"الثاني") | "تشرين" ("الأول"|"الثاني")
fn gregorian(s: &Stream, at: usize) -> Reading<MonthName> {
    let word = s.word(at);
    let (month, strong, set, next) = match word.class {
        Class::Month | Class::WeakMonth => {
            let set = if word.value > 20 {
                Set::Levantine
            } else {
                Set::Western
            };
            let strong = word.class == Class::Month;
            if !strong && is_father(s, at) {
                return None;
            }
            ((word.value % 20) as u8, strong, set, at + 1)
        }
        Class::Kanun => (
            if second_of_two(s, at + 1)? { 1 } else { 12 },
            true,
            Set::Levantine,
            at + 2,
        ),
        Class::Tishrin => (
            if second_of_two(s, at + 1)? { 11 } else { 10 },
            true,
            Set::Levantine,
            at + 2,
        ),
        _ => return short(s, at),
    };
    Some((
        MonthName {
            calendar: Calendar::Gregorian,
            month,
            other: None,
            dual: false,
            strong,
            set,
        },
        next,
    ))
}

/// short = ("ك"|"ت") ("1"|"2"): كانون and تشرين as diaries shorten them
fn short(s: &Stream, at: usize) -> Reading<MonthName> {
    let digit = s.word(at + 1);
    let shape = s.glued(at + 1) && digit.digits == 1;
    let month = match (s.reads(at, "ك"), s.reads(at, "ت"), digit.value) {
        (true, _, 1) => 12,
        (true, _, 2) => 1,
        (_, true, 1) => 10,
        (_, true, 2) => 11,
        _ => return None,
    };
    let name = MonthName {
        calendar: Calendar::Gregorian,
        month,
        other: None,
        dual: false,
        strong: false,
        set: Set::Levantine,
    };
    shape.then_some((name, at + 2))
}

/// Whether the word folds to آب but is written as أب, "father", or as باب.
fn is_father(s: &Stream, at: usize) -> bool {
    s.word(at).value == 28
        && !s.raw(at).contains('آ')
        && !s.raw(at).contains("ا\u{653}")
        && !s.raw(at).contains('\u{FE81}')
}

/// "الأول" | "الثاني": whether it is the second.
fn second_of_two(s: &Stream, at: usize) -> Option<bool> {
    if s.reads_any(at, &["الثاني", "ثاني", "الثانى", "تاني"]) {
        Some(true)
    } else if s.reads_any(at, &["الأول", "أول", "الاولى"]) {
        Some(false)
    } else {
        None
    }
}

/// hijri = "رمضان" … | "ربيع" ("الأول"|"الآخر"|"الثاني") | "جمادى" ("الأولى"|"الآخرة"|"الثانية") | "ذو" ("القعدة"|"الحجة")
fn hijri(s: &Stream, at: usize) -> Reading<MonthName> {
    let word = s.word(at);
    let (month, strong, next) = match word.class {
        Class::Hijri => (word.value as u8, false, at + 1),
        Class::Rabi => (if later_of_two(s, at + 1)? { 4 } else { 3 }, true, at + 2),
        Class::Jumada => (if later_of_two(s, at + 1)? { 6 } else { 5 }, true, at + 2),
        Class::Dhu if s.class(at + 1) == Class::Qada => (11, true, at + 2),
        Class::Dhu if s.class(at + 1) == Class::Hijja => (12, true, at + 2),
        _ => return None,
    };
    let strong = strong || honorific(s, next) > next;
    Some((
        MonthName {
            calendar: Calendar::Hijri,
            month,
            other: None,
            dual: false,
            strong,
            set: Set::Hijri,
        },
        honorific(s, next),
    ))
}

/// "الأول" | "الأولى" | "الآخر" | "الآخرة" | "الثاني" | "الثانية": whether it is the later.
fn later_of_two(s: &Stream, at: usize) -> Option<bool> {
    if s.reads_any(
        at,
        &[
            "الآخر",
            "الآخرة",
            "الثاني",
            "الثانية",
            "آخر",
            "ثاني",
            "الأخرى",
            "الأخر",
            "الأخير",
        ],
    ) {
        Some(true)
    } else if s.reads_any(at, &["الأول", "الأولى", "أول", "أولى"]) {
        Some(false)
    } else {
        None
    }
}

/// The word after the praise of a month: رمضان المبارك, رجب الفرد, شوال المكرم, المحرم الحرام.
fn honorific(s: &Stream, at: usize) -> usize {
    let praised = s.reads_any(
        at,
        &[
            "المبارك",
            "الفرد",
            "المكرم",
            "الحرام",
            "المعظم",
            "الفضيل",
            "الأصب",
            "الكريم",
            "الخير",
            "المبارك،",
        ],
    );
    at + usize::from(praised && !s.breaks(at))
}
