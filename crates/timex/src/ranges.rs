//! Two points joined: ranges with shared parts, lists that share their end, one day in two calendars.

use crate::expression::{Base, Calendar, Date, Expression, Meaning, Point, Reading, Shift};
use crate::lexicon::Class;
use crate::stream::Stream;
use crate::{dates, decades, grammar, numeric, years};

/// range = point connector point | day connector day-month | yyyy connector yyyy | "القرنين" n "و" n
pub(crate) fn range(s: &Stream, at: usize) -> Reading<Expression> {
    days(s, at)
        .or_else(|| bare_years(s, at))
        .or_else(|| digits(s, at))
        .or_else(|| centuries(s, at))
        .or_else(|| points(s, at))
}

fn expression(
    first: usize,
    next: usize,
    from: Point,
    to: Point,
    rule: &'static str,
) -> (Expression, usize) {
    (
        Expression {
            first,
            next,
            meaning: Meaning::Range(from, to),
            rule,
        },
        next,
    )
}

/// connector = "إلى" | "حتى" | "-" | and "و" where "بين" stands before the first point
fn connector(s: &Stream, at: usize, first: usize) -> Option<usize> {
    let follows = |next: usize| (!s.breaks(next)).then_some(next);
    match s.class(at) {
        Class::To if s.word(at + 1).class == Class::Until => follows(at + 2),
        Class::To | Class::Until => follows(at + 1),
        Class::Sign if s.is_sign(at, "-–—‑") => follows(at + 1),
        _ if s.breaks(at) => None,
        // وحتى, وإلى come as one word with its conjunction.
        _ if is_between(s, first) => and(s, at),
        _ => None,
    }
}

/// Where the word behind و stands: و is its own word before digits.
pub(crate) fn and(s: &Stream, at: usize) -> Option<usize> {
    if s.reads(at, "و") {
        return Some(at + 1);
    }
    s.word(at).conjunction.then_some(at)
}

/// Whether "بين" stands before a place, perhaps with a unit's dual between them.
fn is_between(s: &Stream, at: usize) -> bool {
    let dual = at > 0
        && matches!(s.class(at - 1), Class::Year | Class::MonthUnit | Class::Day)
        && s.word(at - 1).value >= 2;
    let before = at - usize::from(dual);
    s.before(before).class == Class::Between
}

/// days = day connector day-month: 18 – 20 يناير, بين 18 و20 من يناير
fn days(s: &Stream, at: usize) -> Reading<Expression> {
    let (day, next) = dates::day(s, at)?;
    let second = connector(s, next, at)?;
    let (date, next) = dates::day_month(s, second)?;
    let from = day.put(Date {
        day: None,
        day_left: None,
        ..date
    });
    let point = |date| Point::new(Base::Date(date), "range.days");
    Some(expression(at, next, point(from), point(date), "range.days"))
}

/// bare-years = yyyy connector ["عام"] yyyy [era]
fn bare_years(s: &Stream, at: usize) -> Reading<Expression> {
    let headed = at + usize::from(s.class(at) == Class::Year && s.numeral(at + 1).is_some());
    let first = four_digits(s, headed)?;
    let sign = s.is_sign(headed + 1, "-–—‑");
    let connected = connector(s, headed + 1, at).filter(|_| !sign)?;
    let second = connected + usize::from(s.class(connected) == Class::Year);
    let last = four_digits(s, second)?;
    let (era, next) =
        years::era(s, second + 1).map_or((None, second + 1), |(era, next)| (Some(era), next));
    let calendar = if era == Some(years::Era::Emigration) {
        Calendar::Hijri
    } else {
        Calendar::Gregorian
    };
    let counted = headed == at && crate::counts::counted_noun(s, second + 1);
    let point = |year| Point::new(Base::Date(Date::year(calendar, year)), "range.years");
    (first < last && !counted)
        .then(|| expression(at, next, point(first), point(last), "range.years"))
}

fn four_digits(s: &Stream, at: usize) -> Option<i32> {
    let word = s.word(at);
    (word.class == Class::Number && word.digits == 4 && (1000..=2100).contains(&word.value))
        .then_some(word.value)
}

/// digits = [year-word] yyyy "-" yyyy
fn digits(s: &Stream, at: usize) -> Reading<Expression> {
    let headed =
        s.class(at) == Class::Year || s.reads_any(at, &["موسم", "لموسم", "الفترة", "للفترة"]);
    let school = s.class(at) == Class::Year && s.reads_any(at + 1, &years::SCHOOL);
    let number = at + usize::from(headed) + usize::from(school);
    if s.word(number).class != Class::Number {
        return None;
    }
    let ((from, to), next) = numeric::year_range(s, number)?;
    let point = |date| Point::new(Base::Date(date), "range.years");
    Some(expression(at, next, point(from), point(to), "range.years"))
}

/// centuries = "القرنين" number "و" number [era]
fn centuries(s: &Stream, at: usize) -> Reading<Expression> {
    if s.class(at) != Class::Century || s.word(at).value == 3 || !s.word(at).article {
        return None;
    }
    let (first, next) = decades::number(s, at + 1)?;
    let (last, next) = decades::number(s, and(s, next)?)?;
    let (era, next) = years::era(s, next).map_or((None, next), |(era, next)| (Some(era), next));
    let (calendar, sign) = match era {
        Some(years::Era::Emigration) => (Calendar::Hijri, 1),
        Some(years::Era::BeforeChrist) => (Calendar::Gregorian, -1),
        _ => (Calendar::Gregorian, 1),
    };
    let point = |n| {
        Point::new(
            Base::Century {
                calendar,
                n: sign * n,
            },
            "range.centuries",
        )
    };
    Some(expression(
        at,
        next,
        point(first),
        point(last),
        "range.centuries",
    ))
}

/// points = point connector point
fn points(s: &Stream, at: usize) -> Reading<Expression> {
    let (from, next) = grammar::point(s, at)?;
    let second = connector(s, next, at)?;
    let last = || last_year(s, second).filter(|_| says_year(&from.base));
    let (to, next) = grammar::point(s, second).or_else(last)?;
    if !joinable(&from.base)
        || !joinable(&to.base)
        || (s.is_sign(second - 1, "-–—‑") && !alike(&from.base, &to.base))
    {
        return None;
    }
    let (from, to) = share(from, to);
    Some(expression(at, next, from, to, "range"))
}

/// A year in four digits that ends a range.
fn last_year(s: &Stream, at: usize) -> Reading<Point> {
    let counted = crate::counts::counted_noun(s, at + 1) || crate::counts::looks_counted(s, at + 1);
    let year = four_digits(s, at).filter(|_| !counted)?;
    Some((
        Point::new(Base::Date(Date::year(Calendar::Gregorian, year)), "year"),
        at + 1,
    ))
}

/// Whether a point is no day or month of a year that it leaves to others: a toll rises from 21 May to 1092, no stretch of days does.
fn says_year(base: &Base) -> bool {
    !matches!(base, Base::Date(date) if !date.has_year())
}

/// Whether a base may be an end of a range; lengths of time seen from today may not.
fn joinable(base: &Base) -> bool {
    !matches!(base, Base::Count { .. } | Base::Offset { .. })
}

/// Whether two points are of one kind, as a dash between them asks.
fn alike(from: &Base, to: &Base) -> bool {
    match (from, to) {
        (Base::Date(from), Base::Date(to)) => {
            from.day.is_some() == to.day.is_some() && from.month.is_some() == to.month.is_some()
        }
        _ => std::mem::discriminant(from) == std::mem::discriminant(to),
    }
}

/// Two points with what one leaves to the other: the year of the last, the month of the last, the year of the first.
pub(crate) fn share(mut from: Point, mut to: Point) -> (Point, Point) {
    if let (Some(first), Some(last)) = (written(&mut from.base), written(&mut to.base)) {
        if last.shift == Some(Shift::Anchor(0)) && !last.shifts_month && first.year.is_some() {
            last.shift = None;
        }
        take_year(first, last);
        take_year(last, first);
        let over_new_year = last.year == first.year
            && last.year.is_some()
            && first.month > last.month
            && last.month.is_some();
        if over_new_year {
            first.year = first.year.map(|year| year - 1);
        }
    }
    if let (
        Base::Weekday {
            shift: first @ None,
            ..
        },
        Base::Weekday { shift: last, .. },
    ) = (&mut from.base, to.base)
    {
        *first = last;
    }
    (from, to)
}

/// The date whose year may be shared.
fn written(base: &mut Base) -> Option<&mut Date> {
    match base {
        Base::Date(date) | Base::YearPart { of: date, .. } => Some(date),
        _ => None,
    }
}

/// Takes the year of another date, and its month if a day has none.
fn take_year(date: &mut Date, other: &Date) {
    if date.day.is_some() && date.month.is_none() {
        (date.month, date.calendar) = (other.month, other.calendar);
    }
    let of_one_calendar = date.calendar == other.calendar;
    if of_one_calendar && !date.has_year() && !(other.shifts_month && other.month.is_none()) {
        (date.year, date.shift, date.shifts_month) = (other.year, other.shift, other.shifts_month);
    }
}

/// An item of a list whose last item says the rest: the 18 of "18 و19 و20 من يناير".
///
/// list-item = day {("و"|"،") day} ("و"|"،") day-month
pub(crate) fn day_of_list(s: &Stream, at: usize) -> Reading<Point> {
    let (day, mut next) = dates::day(s, at)?;
    let item_end = next;
    for _ in 0..6 {
        let item = and(s, next).or_else(|| s.is_sign(next, "،,").then_some(next + 1))?;
        if s.breaks(item) {
            return None;
        }
        if let Some((date, _)) = dates::day_month(s, item) {
            let date = day.put(Date {
                day: None,
                day_left: None,
                weekday: None,
                ..date
            });
            return Some((Point::new(Base::Date(date), "list.day"), item_end));
        }
        next = dates::day(s, item)?.1;
    }
    None
}

/// The point with the year or distance that a later item of its list says: يناير of "يناير وفبراير 2019".
pub(crate) fn with_list_end(s: &Stream, point: Point, next: usize) -> Point {
    let mut point = point;
    let open = match point.base {
        Base::Date(date) => !date.has_year() && date.month.is_some(),
        Base::Weekday { shift, .. } => shift.is_none(),
        _ => false,
    };
    let Some(item) = and(s, next).filter(|_| open && !s.breaks(next)) else {
        return point;
    };
    let last = grammar::point(s, item).map(|(last, next)| with_list_end(s, last, next).base);
    match (&mut point.base, last) {
        (Base::Date(date), Some(Base::Date(last))) if last.month.is_some() => {
            take_year(date, &last);
        }
        (Base::Weekday { shift, .. }, Some(Base::Weekday { shift: last, .. })) => *shift = last,
        _ => {}
    }
    point
}

/// both = point ["("|"/"|"="|"،"|"-"] ["الموافق"] point, one Gregorian and one Hijri
pub(crate) fn both(s: &Stream, at: usize) -> Reading<Expression> {
    let (first, next) = grammar::point(s, at)?;
    let calendar = calendar_of(&first.base)?;
    let bracket = s.is_sign(next, "([");
    let sign = bracket || s.is_sign(next, "/=،,-–");
    let mut second = next + usize::from(sign);
    let joined = s.is(second, Class::Dated) && !s.word(second).article
        || s.reads_any(second, &["الموافق", "المصادف", "أي", "الموافقة"]);
    second += usize::from(joined);
    if !(sign || joined) || s.breaks(second) {
        return None;
    }
    // لـ stands as a word of its own before digits.
    second += usize::from(s.reads_any(second, &["ل", "لـ", "ب", "في"]));
    let (last, mut end) = grammar::point(s, second)?;
    if bracket && s.is_sign(end, ")]") {
        end += 1;
    }
    let two_calendars = calendar_of(&last.base)? != calendar;
    let (first_unit, last_unit) = (unit_of(&first.base), unit_of(&last.base));
    let same_unit = first_unit == last_unit || last_unit == (false, false);
    let expression = Expression {
        first: at,
        next: end,
        meaning: Meaning::Both(first, last),
        rule: "both-calendars",
    };
    (two_calendars && same_unit).then_some((expression, end))
}

fn calendar_of(base: &Base) -> Option<Calendar> {
    match base {
        Base::Date(date) => Some(date.calendar),
        _ => None,
    }
}

fn unit_of(base: &Base) -> (bool, bool) {
    match base {
        Base::Date(date) => (date.month.is_some(), date.day.is_some()),
        _ => (false, false),
    }
}
