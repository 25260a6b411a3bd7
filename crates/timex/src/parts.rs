//! Parts of longer times: أوائل, منتصف, نهاية; quarters, halves and seasons of a year; halves of a month or century.

use tawarikh_calendar::{Half, Qualifier, Quarter, Season};

use crate::expression::{Base, Calendar, Date, Meaning, Point, Reading, Shift, Unit, YearPart};
use crate::lexicon::Class;
use crate::relative::{modifier, season, unit};
use crate::stream::Stream;
use crate::{counts, dates, decades, grammar, years};

/// part = ("أوائل"|"منتصف"|"أواخر"|…) (whole | unit)
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    let part = qualifier(s, at)?;
    let whole = at + 1;
    if s.breaks(whole) {
        return None;
    }
    let (point, next) = grammar::whole(s, whole).or_else(|| current_unit(s, whole))?;
    let has_part = point.part == Qualifier::Exact && point.time.is_none();
    let rule = match point.rule {
        "year" => "part.year",
        "date.month" | "date.month-year" | "date.dual-month" | "date.dual-month-year" => {
            "part.month"
        }
        _ => "part",
    };
    has_part.then_some((
        Point {
            part,
            rule,
            ..point
        },
        next,
    ))
}

/// first-units = ("الأشهر"|"الأيام"|"الأسابيع") ("الأولى"|"الأخيرة") "من" (month | year)
pub(crate) fn first_units(s: &Stream, at: usize) -> Reading<Point> {
    let units = matches!(s.class(at), Class::MonthUnit | Class::Day | Class::Week);
    let plural = units && s.word(at).article && s.word(at).value == 3;
    let part = match s.class(at + 1) {
        Class::Recent => Qualifier::Late,
        _ if s.reads(at + 1, "الأولى") => Qualifier::Early,
        _ => return None,
    };
    if !plural || !s.is_plain(at + 2, Class::From) {
        return None;
    }
    let (point, next) = grammar::whole(s, at + 3)
        .or_else(|| {
            of_year(s, at + 2).map(|(year, next)| (Point::new(Base::Date(year), "year"), next))
        })
        .or_else(|| current_unit(s, at + 3))?;
    Some((
        Point {
            part,
            rule: "part.units",
            ..point
        },
        next,
    ))
}

fn qualifier(s: &Stream, at: usize) -> Option<Qualifier> {
    if s.word(at).article {
        return None;
    }
    match s.class(at) {
        Class::Early => Some(Qualifier::Early),
        Class::Mid => Some(Qualifier::Mid),
        Class::Late => Some(Qualifier::Late),
        _ => None,
    }
}

/// "الشهر" | "العام" | "الأسبوع" | "القرن" behind a part: the current one
fn current_unit(s: &Stream, at: usize) -> Reading<Point> {
    let word = s.word(at);
    let unit =
        unit(word.class).filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year))?;
    let alone = word.article
        && word.value == 1
        && word.preposition.is_none()
        && s.numeral(at + 1).is_none();
    let rank = s.class(at + 1) == Class::First
        || s.reads_any(at + 1, &["الدراسي", "الدراسية", "الأول", "الأولى", "الثاني"]);
    (alone && !rank).then(|| {
        (
            Point::new(
                Base::Unit {
                    unit,
                    shift: Shift::Reference(0),
                },
                "unit.current",
            ),
            at + 1,
        )
    })
}

/// year-part = season ["من"|"عام"|…] year | season "القادم" | ("الربع"|"النصف"|"الثلث") ordinal ["من" year]
pub(crate) fn year_part(s: &Stream, at: usize) -> Reading<Point> {
    season_of_year(s, at)
        .or_else(|| fraction_of_year(s, at))
        .or_else(|| first_months(s, at))
}

/// season-of-year = season ["من"] year
fn season_of_year(s: &Stream, at: usize) -> Reading<Point> {
    let (season, next) = season(s, at)?;
    let (of, next) = winter_years(s, season, next).or_else(|| of_year(s, next))?;
    Some((
        Point::new(
            Base::YearPart {
                part: YearPart::Season(season),
                of,
            },
            "season",
        ),
        next,
    ))
}

/// [year-word] yyyy "-" yyyy of a winter: the year in which it began
fn winter_years(s: &Stream, season: Season, at: usize) -> Reading<Date> {
    let at = at + usize::from(s.class(at) == Class::Year);
    let ((first, last), next) =
        crate::numeric::year_range(s, at).filter(|_| season == Season::Winter)?;
    let consecutive = first.year.map(|year| year + 1) == last.year;
    consecutive.then_some((first, next))
}

/// ["من"|"ل"] year | ["من"] relative-year
fn of_year(s: &Stream, at: usize) -> Reading<Date> {
    let at = at + usize::from(s.is_plain(at, Class::From) || s.is_sign(at, "،"));
    if s.breaks(at) {
        return None;
    }
    let bare = |at: usize| {
        let word = s.word(at);
        let four = word.digits == 4
            && (1000..=2100).contains(&word.value)
            && !word.conjunction
            && !counts::counted_noun(s, at + 1);
        four.then(|| (Date::year(Calendar::Gregorian, word.value), at + 1))
    };
    let (date, next) = years::year(s, at)
        .or_else(|| bare(at))
        .or_else(|| dates::relative_year(s, at))
        .or_else(|| only_year(s, at))?;
    Some((
        date,
        modifier(s, next)
            .filter(|_| date.year.is_some())
            .map_or(next, |(_, next)| next),
    ))
}

/// "العام" behind a part of it
fn only_year(s: &Stream, at: usize) -> Reading<Date> {
    let word = s.word(at);
    let alone = word.class == Class::Year
        && word.article
        && word.value == 1
        && s.before(at).class == Class::From;
    alone.then(|| {
        (
            Date {
                shift: Some(Shift::Reference(0)),
                ..Date::empty(Calendar::Gregorian)
            },
            at + 1,
        )
    })
}

/// ("الربع"|"النصف"|"الثلث") ("الأول"|…|"الأخير") ["من" year]
fn fraction_of_year(s: &Stream, at: usize) -> Reading<Point> {
    let (part, next) = fraction(s, at)?;
    let (of, next) = match of_year(s, next) {
        Some(found) => found,
        // The part of a year is said without its year only of the current one, and only of quarters.
        None if matches!(part, YearPart::Quarter(_)) && !s.is(next, Class::From) => (
            Date {
                shift: Some(Shift::Reference(0)),
                ..Date::empty(Calendar::Gregorian)
            },
            next,
        ),
        None => return None,
    };
    Some((Point::new(Base::YearPart { part, of }, "year-part"), next))
}

fn fraction(s: &Stream, at: usize) -> Reading<YearPart> {
    let class = s.class(at);
    if !s.word(at).article {
        return None;
    }
    let (n, next) = rank(s, at + 1)?;
    let part = match (class, n) {
        (Class::QuarterUnit, -1) => YearPart::Quarter(Quarter::new(4)?),
        (Class::QuarterUnit, n) => YearPart::Quarter(Quarter::new(u8::try_from(n).ok()?)?),
        (Class::HalfUnit, 1) => YearPart::Half(Half::First),
        (Class::HalfUnit, 2 | -1) => YearPart::Half(Half::Second),
        (Class::ThirdUnit, n @ 1..=3) => YearPart::Third(n as u8),
        (Class::ThirdUnit, -1) => YearPart::Third(3),
        _ => return None,
    };
    Some((part, next))
}

/// rank = ordinal | "الأخير": -1
pub(crate) fn rank(s: &Stream, at: usize) -> Reading<i32> {
    if s.breaks(at) {
        return None;
    }
    if s.class(at) == Class::Recent {
        return Some((-1, at + 1));
    }
    let numeral = s
        .numeral(at)
        .filter(|numeral| numeral.ordinal && (1..=40).contains(&numeral.value))?;
    Some((numeral.value, numeral.next))
}

/// first-months = ("الأشهر" number ("الأولى"|"الأخيرة") | "أول" number "أشهر") "من" year
fn first_months(s: &Stream, at: usize) -> Reading<Point> {
    let (n, next) =
        if s.class(at) == Class::MonthUnit && s.word(at).article && s.word(at).value == 3 {
            let numeral = s
                .numeral(at + 1)
                .filter(|numeral| !numeral.ordinal || numeral.digits == 0)?;
            let first = s.reads(numeral.next, "الأولى");
            let last = s.class(numeral.next) == Class::Recent;
            (
                (first || last).then_some(if first { numeral.value } else { -numeral.value })?,
                numeral.next + 1,
            )
        } else {
            let first = s.class(at) == Class::First && !s.word(at).article;
            let last = s.class(at) == Class::Extreme;
            let numeral = s.numeral(at + 1).filter(|_| first || last)?;
            (s.class(numeral.next) == Class::MonthUnit).then_some((
                if first { numeral.value } else { -numeral.value },
                numeral.next + 1,
            ))?
        };
    let (of, next) = s
        .is(next, Class::From)
        .then(|| of_year(s, next))
        .flatten()?;
    let part = YearPart::Months(
        i8::try_from(n)
            .ok()
            .filter(|n| (1..=11).contains(&n.abs()))?,
    );
    Some((
        Point::new(Base::YearPart { part, of }, "year-part.months"),
        next,
    ))
}

/// half = "النصف" ("الأول"|"الثاني") ("من"|"ل") (month | century): from one day or year to another
pub(crate) fn half(s: &Stream, at: usize) -> Reading<Meaning> {
    let (part, next) = fraction(s, at)?;
    let YearPart::Half(half) = part else {
        return None;
    };
    let from = s.is_plain(next, Class::From);
    if !from && s.word(next).preposition != Some('ل') {
        return None;
    }
    let next = next + usize::from(from);
    let (whole, next) = decades::century(s, next)
        .or_else(|| decades::decade(s, next))
        .or_else(|| dates::point(s, next))
        .or_else(|| {
            dates::relative_month(s, next)
                .map(|(month, next)| (Point::new(Base::Date(month), "half"), next))
        })?;
    let (from, to) = halves(whole.base, half)?;
    let point = |base| Point::new(base, "half");
    Some((Meaning::Range(point(from), point(to)), next))
}

/// first-days = ("الأيام" number ("الأولى"|"الأخيرة") | ("أول"|"آخر") number "أيام") "من" (month | "الشهر" modifier)
pub(crate) fn first_days(s: &Stream, at: usize) -> Reading<Meaning> {
    let (n, next) = days_from_end(s, at).or_else(|| days_from_rank(s, at))?;
    if !s.is_plain(next, Class::From) {
        return None;
    }
    let (month, next) = dates::relative_month(s, next + 1).or_else(|| {
        let (point, next) = dates::point(s, next + 1)?;
        match point.base {
            Base::Date(date) if date.month.is_some() && date.day.is_none() => Some((date, next)),
            _ => None,
        }
    })?;
    let last = u8::try_from(n.abs())
        .ok()
        .filter(|n| (2..=28).contains(n))?;
    let day = |day| {
        Point::new(
            Base::Date(Date {
                day: Some(day),
                ..month
            }),
            "part.units",
        )
    };
    let left = |left| {
        let date = Date {
            day_left: Some(left),
            ..month
        };
        Point::new(Base::Date(date), "part.units")
    };
    let (from, to) = if n > 0 {
        (day(1), day(last))
    } else {
        (left(last), left(1))
    };
    Some((Meaning::Range(from, to), next))
}

/// "الأيام" number ("الأولى"|"الأخيرة"): how many, negative from the end
fn days_from_rank(s: &Stream, at: usize) -> Reading<i32> {
    let days = s.class(at) == Class::Day && s.word(at).article && s.word(at).value == 3;
    let numeral = s.numeral(at + 1).filter(|_| days && !s.breaks(at + 1))?;
    match s.class(numeral.next) {
        Class::Recent => Some((-numeral.value, numeral.next + 1)),
        _ => s
            .reads(numeral.next, "الأولى")
            .then_some((numeral.value, numeral.next + 1)),
    }
}

/// ("أول"|"آخر") number "أيام": how many, negative from the end
fn days_from_end(s: &Stream, at: usize) -> Reading<i32> {
    let first = s.class(at) == Class::First && !s.word(at).article;
    let last = s.class(at) == Class::Extreme && !s.word(at).article;
    let numeral = s.numeral(at + 1).filter(|_| first || last)?;
    let days = s.class(numeral.next) == Class::Day && !s.word(numeral.next).article;
    let n = if first { numeral.value } else { -numeral.value };
    days.then_some((n, numeral.next + 1))
}

fn halves(whole: Base, half: Half) -> Option<(Base, Base)> {
    match whole {
        Base::Date(date) if date.day.is_none() && (date.month.is_some() || date.shifts_month) => {
            let day = |day| {
                Base::Date(Date {
                    day: Some(day),
                    ..date
                })
            };
            let end = Base::Date(Date {
                day_left: Some(1),
                ..date
            });
            Some(if half == Half::First {
                (day(1), day(15))
            } else {
                (day(16), end)
            })
        }
        Base::Decade { first } => {
            let year = |year| Base::Date(Date::year(Calendar::Gregorian, year));
            Some(match half {
                Half::First => (year(first), year(first + 4)),
                Half::Second => (year(first + 5), year(first + 9)),
            })
        }
        Base::Century { calendar, n } if n > 0 => {
            let year = |year| Base::Date(Date::year(calendar, year));
            let first = (n - 1) * 100;
            Some(if half == Half::First {
                (year(first.max(1)), year(first + 49))
            } else {
                (year(first + 50), year(first + 99))
            })
        }
        _ => None,
    }
}
