//! Years, with the eras they are counted from.

use crate::counts;
use crate::expression::{Calendar, Date, Point, Reading, Shift};
use crate::lexicon::Class;
use crate::relative::modifier;
use crate::stream::Stream;

/// What years are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Era {
    Christ,
    BeforeChrist,
    Emigration,
}

/// Years that four digits without "year" before them may mean.
const BARE: std::ops::RangeInclusive<i32> = 1000..=2100;
/// A year in digits up to here may be of either calendar, if the text tells Hijri dates.
const HIJRI_IN_DIGITS: i32 = 1450;
/// The first of the years of the 1900s that two digits say.
const SHORT: i32 = 40;
/// A year in words up to here is of the Hijri calendar: Arabic prose writes Gregorian ones of that age in digits.
const HIJRI_IN_WORDS: i32 = 1300;
/// Adjectives that may stand between "year" and its number.
pub(crate) const SCHOOL: [&str; 8] = [
    "الدراسي",
    "الدراسية",
    "الجامعي",
    "الجامعية",
    "المالي",
    "المالية",
    "الرياضي",
    "الكروي",
];
/// The years that four digits mean by themselves, without a word before them.
const MODERN: std::ops::RangeInclusive<i32> = 1800..=2035;

/// era = "م" | "ميلادية" | "للميلاد" | "بعد الميلاد" | "ق.م" | "قبل الميلاد" | "هـ" | "هجرية" | "للهجرة" | "من الهجرة"
pub(crate) fn era(s: &Stream, at: usize) -> Reading<Era> {
    if s.breaks(at) {
        return None;
    }
    let word = s.word(at);
    match word.class {
        Class::Era if word.value == 1 => Some((Era::Christ, at + 1)),
        Class::Era => Some((Era::Emigration, at + 1)),
        Class::Before if s.class(at + 1) == Class::Era && s.word(at + 1).value == 1 => {
            Some((Era::BeforeChrist, at + 2))
        }
        Class::After if s.class(at + 1) == Class::Era && s.word(at + 1).value == 1 => {
            Some((Era::Christ, at + 2))
        }
        Class::From if s.class(at + 1) == Class::Era && s.word(at + 1).value == 2 => {
            Some((Era::Emigration, at + 2))
        }
        Class::BeforeChrist => Some((Era::BeforeChrist, at + 1)),
        _ => letters(s, at),
    }
}

/// letters = "م" ["."] | "ق" ["."] "م" ["."] | "هـ"
fn letters(s: &Stream, at: usize) -> Reading<Era> {
    let dotted = |at: usize| at + usize::from(s.is_sign(at, ".") && s.glued(at));
    if s.reads(at, "ق") {
        let m = dotted(at + 1);
        return s.reads(m, "م").then(|| (Era::BeforeChrist, m + 1));
    }
    if s.reads(at, "م") {
        // "م." may end the sentence: the point stays outside.
        return Some((Era::Christ, at + 1));
    }
    s.reads(at, "ه").then_some((Era::Emigration, at + 1))
}

/// A number as a year of an era, or of the calendar that custom says.
fn of_era(value: i32, era: Option<Era>, default: Calendar) -> Date {
    match era {
        Some(Era::BeforeChrist) => Date::year(Calendar::Gregorian, 1 - value),
        Some(Era::Christ) => Date::year(Calendar::Gregorian, value),
        Some(Era::Emigration) => Date::year(Calendar::Hijri, value),
        None => Date::year(default, value),
    }
}

/// value = digits | cardinal | ordinal "بعد" ("الألف"|"الألفين")
fn value(s: &Stream, at: usize) -> Reading<(i32, u8)> {
    let numeral = s.numeral(at)?;
    if numeral.digits == 0 && s.is(numeral.next, Class::After) {
        let thousands = s
            .numeral(numeral.next + 1)
            .filter(|thousands| matches!(thousands.value, 1000 | 2000));
        if let Some(thousands) = thousands {
            return Some(((thousands.value + numeral.value, 0), thousands.next));
        }
    }
    (!numeral.ordinal).then_some(((numeral.value, numeral.digits), numeral.next))
}

/// year = ("عام"|"سنة"|…) value [era] | ("العام"|"السنة") ordinal era | value era | bare
pub(crate) fn year(s: &Stream, at: usize) -> Reading<Date> {
    named(s, at)
        .or_else(|| ranked(s, at))
        .or_else(|| with_era(s, at))
        .or_else(|| bare(s, at))
}

/// named = ("عام"|"سنة"|"العام"|"عامي"|"أعوام"|"موسم"…) value [era]
fn named(s: &Stream, at: usize) -> Reading<Date> {
    if s.class(at) != Class::Year && !is_season_of_play(s, at) {
        return None;
    }
    let adjective = s.word(at + 1);
    if s.word(at).article && adjective.class == Class::Era && adjective.article {
        let era = if adjective.value == 2 {
            Era::Emigration
        } else {
            Era::Christ
        };
        let ((value, _), next) = value(s, at + 2).filter(|((value, _), _)| *value > 0)?;
        return Some((of_era(value, Some(era), Calendar::Gregorian), next));
    }
    // عاما counts the years before it.
    if s.reads_bare(at, "عاما") {
        return None;
    }
    let school = s.word(at).article && s.reads_any(at + 1, &SCHOOL);
    after_year_word(s, at + 1 + usize::from(school), s.word(at).article)
}

/// موسم and دورة are followed by the year they are of.
fn is_season_of_play(s: &Stream, at: usize) -> bool {
    s.class(at) == Class::Opener && s.reads_any(at, &["موسم", "لموسم", "الموسم"])
}

/// value [era], behind a word that says that it is a year
pub(crate) fn after_year_word(s: &Stream, at: usize, article: bool) -> Reading<Date> {
    if s.breaks(at) {
        return None;
    }
    let bracket = s.is_sign(at, "(\"«");
    let at = at + usize::from(bracket);
    if s.word(at).conjunction {
        return None;
    }
    let ((value, digits), next) = value(s, at)?;
    let (era, next) = era(s, next).map_or((None, next), |(era, next)| (Some(era), next));
    // عام 67: the century is left out in speech, never in chronicles, whose years are سنة.
    let (value, digits) = match digits {
        2 if era.is_none() && value >= SHORT && is_spoken(s, at) => (1900 + value, 4),
        _ => (value, digits),
    };
    let plausible = match digits {
        // "منذ مطلع السنة 19.8 ألف مهاجر"
        0 if value > 9999 => era.is_some(),
        0 => value > 2 && !article || value >= 100 || era.is_some(),
        1 | 2 => era.is_some(),
        _ => value <= 2500,
    };
    let default = if digits == 0 && value < HIJRI_IN_WORDS {
        Calendar::Hijri
    } else {
        Calendar::Gregorian
    };
    let next = next + usize::from(bracket && s.is_sign(next, ")\"»"));
    let assumed = era.is_none() && digits > 0 && value <= HIJRI_IN_DIGITS;
    let date = Date {
        assumed,
        ..of_era(value, era, default)
    };
    (plausible && value > 0).then_some((date, next))
}

/// Whether "عام" without its article stands before a number.
fn is_spoken(s: &Stream, at: usize) -> bool {
    at > 0 && s.class(at - 1) == Class::Year && s.reads_bare(at - 1, "عام")
}

/// ranked = ("العام"|"السنة") ordinal era: السنة الثالثة للهجرة
fn ranked(s: &Stream, at: usize) -> Reading<Date> {
    if s.class(at) != Class::Year || !s.word(at).article {
        return None;
    }
    let numeral = s.numeral(at + 1).filter(|numeral| numeral.ordinal)?;
    let (era, next) = era(s, numeral.next)?;
    Some((of_era(numeral.value, Some(era), Calendar::Gregorian), next))
}

/// with_era = digits era
fn with_era(s: &Stream, at: usize) -> Reading<Date> {
    let numeral = s
        .numeral(at)
        .filter(|numeral| numeral.digits > 0 && numeral.value > 0)?;
    let (era, next) = era(s, numeral.next)?;
    // 800 م is a distance as often as a year.
    let said = introduces_year(s, at)
        || s.is_sign(at.wrapping_sub(1), "(")
        || ends_span(s, at)
        || counts::is_told_of(s, at);
    let likely =
        numeral.digits == 4 && MODERN.contains(&numeral.value) || numeral.digits > 2 && said;
    let metres = era == Era::Christ
        && s.reads(numeral.next, "م")
        && (counts::are_metres(s, at, next) || !(likely && numeral.value <= 2100));
    (!metres && numeral.value <= 9999)
        .then(|| (of_era(numeral.value, Some(era), Calendar::Gregorian), next))
}

/// Whether a year of an era and a dash stand before: the 1616 م of 1564 م - 1616 م.
fn ends_span(s: &Stream, at: usize) -> bool {
    s.is_sign(at.wrapping_sub(1), "-–—") && at > 2 && era(s, at - 2).is_some()
}

/// bare = four digits that nothing around makes a count
fn bare(s: &Stream, at: usize) -> Reading<Date> {
    let word = s.word(at);
    let four = word.class == Class::Number && word.digits == 4 && BARE.contains(&word.value);
    // 1950 م that is no year of an era is a length.
    if !four || counts::is_count(s, at) || s.reads(at + 1, "م") {
        return None;
    }
    let said = introduces_year(s, at)
        || counts::stands_alone_in_brackets(s, at)
        || counts::is_told_of(s, at);
    let known = said || MODERN.contains(&word.value) && !counts::looks_counted(s, at + 1);
    known.then(|| (Date::year(Calendar::Gregorian, word.value), at + 1))
}

/// Whether the word before is a preposition of time, or a part of a year.
fn introduces_year(s: &Stream, at: usize) -> bool {
    matches!(
        s.before(at).class,
        Class::In
            | Class::Since
            | Class::Until
            | Class::Before
            | Class::After
            | Class::By
            | Class::During
            | Class::Early
            | Class::Mid
            | Class::Late
            | Class::Season
            | Class::Month
    ) || continues_years(s, at)
        || begins_span(s, at)
}

/// Whether a year and "و" or a comma stand before: في 1563 و1593 و1603.
fn continues_years(s: &Stream, at: usize) -> bool {
    let Some(year) = at.checked_sub(2).map(|year| s.word(year)) else {
        return false;
    };
    let joined = s.reads(at - 1, "و") || s.is_sign(at - 1, "،,");
    joined
        && year.digits == 4
        && BARE.contains(&year.value)
        && s.reads(at - 1, "و") | introduces_year(s, at - 2)
}

/// Whether a span of time begins here: بدءاً من 1519, بداية من, ابتداء من.
fn begins_span(s: &Stream, at: usize) -> bool {
    let from = s.before(at).class == Class::From && at >= 2;
    let opener = [
        "بدءا",
        "بداية",
        "ابتداء",
        "ابتداءا",
        "اعتبارا",
        "انطلاقا",
        "بدأ",
    ];
    from && (s.reads_any(at - 2, &opener) || s.class(at - 2) == Class::Early)
}

/// A year read behind a month: how it is said, and the word after it.
///
/// tail = [","] digits [era] | ["من"|"في"] year-word value [era] | ["من"] year-word modifier | modifier | cardinal
pub(crate) fn tail(s: &Stream, at: usize, date: Date) -> (Date, usize) {
    let read = own_year(s, at, date)
        .or_else(|| worded_year(s, at, date))
        .or_else(|| our_year(s, at, date))
        .or_else(|| {
            modifier(s, at).map(|(shift, next)| {
                (
                    Date {
                        shift: Some(shift),
                        shifts_month: true,
                        ..date
                    },
                    next,
                )
            })
        });
    read.unwrap_or((date, at))
}

/// own_year = [","] digits [era] [modifier] | cardinal [era]
fn own_year(s: &Stream, at: usize, date: Date) -> Reading<Date> {
    let comma = s.is_sign(at, "،,/-") || s.is_plain(at, Class::From);
    let at = at + usize::from(comma);
    if s.breaks(at) || s.word(at).conjunction {
        return None;
    }
    let ((value, digits), next) = value(s, at)?;
    let (era, next) = era(s, next).map_or((None, next), |(era, next)| (Some(era), next));
    if date.calendar == Calendar::Hijri && digits == 4 && is_gregorian(value, era) {
        return Some((in_gregorian_year(date, value)?, next));
    }
    let plausible = match (date.calendar, digits) {
        // "هربوا في 22 مايو، خمسة آلاف منهم ليلا": round thousands behind a comma count.
        (_, 0) => {
            (1000..3000).contains(&value) && !(comma && value % 1000 == 0)
                || era.is_some() && value >= 1
        }
        (Calendar::Gregorian, 4) => BARE.contains(&value),
        (Calendar::Gregorian, 1..=3) => era.is_some() && !comma,
        (Calendar::Hijri, 2..=4) => value <= 1600 && (digits > 2 || era.is_some()),
        _ => false,
    };
    if !plausible || (era.is_none() && (digits > 0 || comma) && counts::counted_noun(s, next)) {
        return None;
    }
    let next = modifier(s, next).map_or(next, |(_, next)| next);
    Some((with_year(date, of_era(value, era, date.calendar)), next))
}

/// worded_year = ["من"|"في"|"،"] ("عام"|"سنة"|"العام"|…) (value [era] | modifier | "نفسه")
///             | ["من"] ("هذا"|"ذلك") ("العام"|"السنة")
fn worded_year(s: &Stream, at: usize, date: Date) -> Reading<Date> {
    let at = at + usize::from(s.is(at, Class::From) || s.is(at, Class::In) || s.is_sign(at, "،,"));
    if s.breaks(at) || s.word(at).conjunction {
        return None;
    }
    let demonstrative = match s.class(at) {
        Class::Demonstrative => Some(Shift::Reference(0)),
        Class::That | Class::SameHead => Some(Shift::Anchor(0)),
        _ => None,
    };
    let word = at + usize::from(demonstrative.is_some());
    if s.class(word) != Class::Year || s.word(word).value != 1 {
        return None;
    }
    if let Some(shift) = demonstrative {
        return Some((
            Date {
                shift: Some(shift),
                ..date
            },
            word + 1,
        ));
    }
    if let Some((shift, next)) = modifier(s, word + 1) {
        return Some((
            Date {
                shift: Some(shift),
                ..date
            },
            next,
        ));
    }
    let (year, next) = hijri_year(s, word + 1, date)
        .or_else(|| after_year_word(s, word + 1, s.word(word).article))?;
    let next = modifier(s, next).map_or(next, |(_, next)| next);
    Some((with_year(date, year), next))
}

/// A year behind a Hijri month is a Hijri year, however it is written.
fn hijri_year(s: &Stream, at: usize, date: Date) -> Reading<Date> {
    if date.calendar != Calendar::Hijri {
        return None;
    }
    let ((value, _), next) = value(s, at)?;
    let (era, next) = era(s, next).map_or((None, next), |(era, next)| (Some(era), next));
    if is_gregorian(value, era) {
        return Some((in_gregorian_year(date, value)?, next));
    }
    let hijri =
        (1..=1600).contains(&value) && !matches!(era, Some(Era::Christ | Era::BeforeChrist));
    hijri.then(|| (Date::year(Calendar::Hijri, value), next))
}

/// Whether a year behind a Hijri month is a Gregorian one all the same: رمضان 2015.
fn is_gregorian(value: i32, era: Option<Era>) -> bool {
    MODERN.contains(&value) && !matches!(era, Some(Era::Emigration | Era::BeforeChrist))
}

/// A date of a Hijri month in the Hijri year whose month begins in a Gregorian year.
fn in_gregorian_year(date: Date, year: i32) -> Option<Date> {
    let first = (year - 622) * 33 / 32 - 1;
    let hijri = (first..first + 4).find(|&hijri| {
        tawarikh_calendar::hijri::month_interval(hijri, date.month.unwrap_or(1))
            .is_some_and(|month| month.first.year() == year)
    })?;
    Some(Date {
        year: Some(hijri),
        ..date
    })
}

/// our_year = ["في"|"من"] "عامنا" [modifier] ["،" value]
fn our_year(s: &Stream, at: usize, date: Date) -> Reading<Date> {
    let word = at + usize::from(s.is(at, Class::In) || s.is(at, Class::From));
    if !s.is(word, Class::OurYear) {
        return None;
    }
    let next = modifier(s, word + 1).map_or(word + 1, |(_, next)| next);
    let apposition = next + usize::from(s.is_sign(next, "،,"));
    if let Some(((year, _), next)) =
        value(s, apposition).filter(|((year, _), _)| BARE.contains(year))
    {
        return Some((with_year(date, Date::year(Calendar::Gregorian, year)), next));
    }
    Some((
        Date {
            shift: Some(Shift::Reference(0)),
            ..date
        },
        next,
    ))
}

/// A date with the year of another, if they are of one calendar.
fn with_year(date: Date, year: Date) -> Date {
    if year.calendar == date.calendar {
        Date {
            year: year.year,
            ..date
        }
    } else {
        date
    }
}

/// The year as a point.
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    let (date, next) = year(s, at)?;
    let next = modifier(s, next)
        .filter(|(shift, _)| matches!(shift, Shift::Reference(_)))
        .map_or(next, |(_, next)| next);
    Some((
        Point::new(crate::expression::Base::Date(date), "year"),
        next,
    ))
}
