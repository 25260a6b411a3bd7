//! Decades and centuries: الثمانينيات, خمسينيات القرن الماضي, القرن الرابع الهجري.

use crate::expression::{Base, Calendar, Point, Reading, Shift, Unit};
use crate::lexicon::Class;
use crate::parts::rank;
use crate::ranges::and;
use crate::relative::modifier;
use crate::stream::Stream;
use crate::years::{Era, era};

/// The century of tens that stand alone: الثمانينيات are the 1980s.
const CENTURY_OF_TENS: i32 = 1900;

/// decade = ["عقد"|"فترة"] tens ["من"] [century] | "العقد" ordinal ["من"] century
pub(crate) fn decade(s: &Stream, at: usize) -> Reading<Point> {
    let headed = s.class(at) == Class::Decade && !s.word(at).article;
    let word = at + usize::from(headed);
    let (tens, next) = match s.class(word) {
        Class::Tens if !is_age(s, word + 1) => (s.word(word).value, word + 1),
        Class::Decade
            if s.word(word).article && s.word(word).digits == 0 && is_first_year(s, word + 1) =>
        {
            return Some((
                Point::new(
                    Base::Decade {
                        first: s.word(word + 1).value,
                    },
                    "decade",
                ),
                word + 2,
            ));
        }
        Class::Decade if s.word(word).article && s.word(word).value == 1 => {
            let (n, next) = rank(s, word + 1)?;
            (if n > 0 { (n - 1) * 10 } else { 90 }, next)
        }
        _ => return None,
    };
    let bare = s.class(word) == Class::Tens && (s.word(word).article || headed);
    match century_start(s, next) {
        Some((start, next)) => Some((
            Point::new(
                Base::Decade {
                    first: start + tens,
                },
                "decade.of-century",
            ),
            next,
        )),
        None if bare => Some((
            Point::new(
                Base::Decade {
                    first: CENTURY_OF_TENS + tens,
                },
                "decade",
            ),
            next,
        )),
        None => shared_century(s, next).map(|start| {
            let first = start + tens;
            (
                Point::new(Base::Decade { first }, "decade.of-century"),
                next,
            )
        }),
    }
}

/// The century that the last of several decades says: ستينيات وسبعينيات القرن الماضي
fn shared_century(s: &Stream, at: usize) -> Option<i32> {
    let last = and(s, at).filter(|&last| s.class(last) == Class::Tens && !s.breaks(at))?;
    century_start(s, last + 1).map(|(start, _)| start)
}

/// Whether digits are the first year of a decade: العقد 1620.
fn is_first_year(s: &Stream, at: usize) -> bool {
    let word = s.word(at);
    word.digits == 4 && (1000..=2100).contains(&word.value) && word.value % 10 == 0
}

/// الثلاثينيات من عمره is an age.
fn is_age(s: &Stream, at: usize) -> bool {
    let word = at + usize::from(s.is(at, Class::From));
    s.reads_any(
        word,
        &["عمره", "عمرها", "العمر", "عمري", "عمرهم", "عمرك", "عمريهما"],
    )
}

/// ["من"] ("القرن" (ordinal | "الماضي" | "الحالي") | "هذا" "القرن"): the century's first year
fn century_start(s: &Stream, at: usize) -> Reading<i32> {
    let at = at + usize::from(s.is_plain(at, Class::From));
    if s.class(at) == Class::Demonstrative && s.is(at + 1, Class::Century) {
        return Some((CENTURY_OF_TENS + 100, at + 2));
    }
    if s.breaks(at) || s.class(at) != Class::Century || !s.word(at).article {
        return None;
    }
    if let Some((Shift::Reference(shift), next)) = modifier(s, at + 1) {
        // The documents that say "the last century" were written in the twenty-first.
        return Some((CENTURY_OF_TENS + 100 * (shift + 1), next));
    }
    let (n, next) = number(s, at + 1)?;
    Some(((n - 1) * 100, next))
}

/// millennium = "الألفية" ordinal [era]
pub(crate) fn millennium(s: &Stream, at: usize) -> Reading<Point> {
    let named = s.class(at) == Class::Millennium && s.word(at).article;
    let (n, next) = number(s, at + 1).filter(|(n, _)| named && *n <= 10)?;
    let (before_christ, next) = match era(s, next) {
        Some((era, next)) => (era == Era::BeforeChrist, next),
        None => (false, next),
    };
    let first = if before_christ {
        1 - 1000 * n
    } else {
        1000 * (n - 1)
    };
    Some((Point::new(Base::Millennium { first }, "millennium"), next))
}

/// century = "القرن" (ordinal | digits) [era] | "القرن" modifier | "هذا القرن"
pub(crate) fn century(s: &Stream, at: usize) -> Reading<Point> {
    let demonstrative = s.class(at) == Class::Demonstrative;
    let word = at + usize::from(demonstrative);
    if s.class(word) != Class::Century || !s.word(word).article || s.word(word).value != 1 {
        return None;
    }
    if demonstrative {
        return Some((relative(0), word + 1));
    }
    if let Some((Shift::Reference(shift), next)) = modifier(s, word + 1) {
        return Some((relative(shift), next));
    }
    let (n, next) = number(s, word + 1)?;
    Some(in_era(s, n, next))
}

fn relative(shift: i32) -> Point {
    Point::new(
        Base::Unit {
            unit: Unit::Century,
            shift: Shift::Reference(shift),
        },
        "century.relative",
    )
}

/// [era] behind the number of a century
fn in_era(s: &Stream, n: i32, at: usize) -> (Point, usize) {
    let (calendar, n, next) = match era(s, at) {
        Some((Era::Emigration, next)) => (Calendar::Hijri, n, next),
        Some((Era::BeforeChrist, next)) => (Calendar::Gregorian, -n, next),
        Some((Era::Christ, next)) => (Calendar::Gregorian, n, next),
        None => (Calendar::Gregorian, n, at),
    };
    (Point::new(Base::Century { calendar, n }, "century"), next)
}

/// ordinal | digits, 1 to 30
pub(crate) fn number(s: &Stream, at: usize) -> Reading<i32> {
    if s.breaks(at) {
        return None;
    }
    let numeral = s
        .numeral(at + usize::from(s.class(at) == Class::Article))
        .filter(|numeral| (1..=30).contains(&numeral.value))?;
    (numeral.ordinal || numeral.digits > 0 || numeral.value >= 20)
        .then_some((numeral.value, numeral.next))
}
