//! The productions in their order: at each place the longest expression wins.

use crate::expression::{
    Base, DayPart, Expression, Meaning, Point, Reading, Shift, TimeOfDay, Unit,
};
use crate::lexicon::Class;
use crate::stream::Stream;
use crate::{
    clock, dates, decades, durations, holidays, nth, numeric, offsets, parts, ranges, relative,
    years,
};

/// Every expression of the text, in order, none overlapping another.
pub(crate) fn expressions(s: &Stream) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < s.len() {
        match begins(s.class(at)).then(|| expression(s, at)).flatten() {
            Some(expression) => {
                at = expression.next.max(at + 1);
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether an expression may begin with a word of this class; most words are passed over here.
fn begins(class: Class) -> bool {
    !matches!(
        class,
        Class::Other
            | Class::Sign
            | Class::In
            | Class::From
            | Class::To
            | Class::Until
            | Class::Between
            | Class::During
            | Class::By
            | Class::Dated
            | Class::Term
            | Class::About
    )
}

/// expression = both | range | list-item | point | half | set | duration | time
fn expression(s: &Stream, at: usize) -> Option<Expression> {
    let candidates = [
        ranges::both(s, at).map(|(expression, _)| expression),
        ranges::range(s, at).map(|(expression, _)| expression),
        ranges::day_of_list(s, at).map(|(point, next)| of_point(at, next, point)),
        point(s, at).map(|(point, next)| of_point(at, next, ranges::with_list_end(s, point, next))),
        parts::half(s, at).map(|(meaning, next)| Expression {
            first: at,
            next,
            meaning,
            rule: "half",
        }),
        parts::first_days(s, at).map(|(meaning, next)| Expression {
            first: at,
            next,
            meaning,
            rule: "part.units",
        }),
        yearly(s, at),
        durations::set(s, at).map(|(meaning, next)| Expression {
            first: at,
            next,
            meaning,
            rule: "set",
        }),
        durations::duration(s, at).map(|(meaning, next)| Expression {
            first: at,
            next,
            meaning,
            rule: "duration",
        }),
        clock::clock(s, at).map(|(clock, next)| Expression {
            first: at,
            next,
            meaning: Meaning::Time(TimeOfDay::Clock(clock)),
            rule: "clock",
        }),
    ];
    candidates
        .into_iter()
        .flatten()
        .reduce(|best, other| if other.next > best.next { other } else { best })
}

/// yearly = point "من" "كل" ("عام"|"سنة"): الأول من مايو من كل عام
fn yearly(s: &Stream, at: usize) -> Option<Expression> {
    let (_, next) = dates::point(s, at)?;
    let recurs =
        s.is(next, Class::From) && s.is(next + 1, Class::Every) && s.is(next + 2, Class::Year);
    let meaning = Meaning::Set {
        unit: Unit::Year,
        weekday: None,
    };
    recurs.then_some(Expression {
        first: at,
        next: next + 3,
        meaning,
        rule: "set.yearly",
    })
}

fn of_point(first: usize, next: usize, point: Point) -> Expression {
    Expression {
        first,
        next,
        meaning: Meaning::Point(point),
        rule: point.rule,
    }
}

/// point = clock ["من"] [day-part] ["يوم"] core | [day-part] ["من"] core [time] | core [time]
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    timed_day(s, at)
        .or_else(|| day_with_part(s, at))
        .or_else(|| this_morning(s, at))
        .or_else(|| core(s, at).map(|(point, next)| with_time(s, point, next)))
}

/// timed-day = clock ["من"|"،"] [day-part] core
fn timed_day(s: &Stream, at: usize) -> Reading<Point> {
    let (clock, next) = clock::clock(s, at)?;
    let next = next
        + usize::from(s.is(next, Class::From) || s.is_sign(next, "،,") || s.is(next, Class::In));
    let (clock, day) = match clock::day_part(s, next) {
        Some((TimeOfDay::Part(part), day)) => (clock::in_part(clock, part), day),
        _ => (clock, next),
    };
    let (point, next) = core(s, day).filter(|(point, _)| is_day(&point.base) && !s.breaks(day))?;
    Some((
        Point {
            time: Some(TimeOfDay::Clock(clock)),
            ..point
        },
        next,
    ))
}

/// day-with-part = day-part ["من"] ["يوم"] core
fn day_with_part(s: &Stream, at: usize) -> Reading<Point> {
    let (time, next) = clock::day_part(s, at)?;
    let next = next + usize::from(s.is_plain(next, Class::From));
    let (point, next) =
        core(s, next).filter(|(point, _)| is_day(&point.base) && !s.breaks(next))?;
    let (point, next) = with_time(s, point, next);
    let time = point
        .time
        .filter(|time| matches!(time, TimeOfDay::Clock(_)))
        .unwrap_or(time);
    Some((
        Point {
            time: Some(time),
            ..point
        },
        next,
    ))
}

/// this-morning = "هذا" ("الصباح"|"المساء"|…)
fn this_morning(s: &Stream, at: usize) -> Reading<Point> {
    let word = s.word(at + 1);
    let shown = s.class(at) == Class::Demonstrative
        && word.class == Class::DayPart
        && word.article
        && !s.breaks(at + 1);
    // هذا العصر is an age of history.
    let part = clock::part(word.value).filter(|part| shown && *part != DayPart::Afternoon)?;
    let base = Base::Unit {
        unit: Unit::Day,
        shift: Shift::Reference(0),
    };
    Some((
        Point {
            time: Some(TimeOfDay::Part(part)),
            ..Point::new(base, "unit.relative")
        },
        at + 2,
    ))
}

/// [","] ["في"|"عند"] (clock | day-adverb), behind a day
fn with_time(s: &Stream, point: Point, next: usize) -> (Point, usize) {
    if !is_day(&point.base) || s.breaks(next) || point.time.is_some() {
        return (point, next);
    }
    if let Some((part, next)) = clock::day_adverb(s, next) {
        return (
            Point {
                time: Some(TimeOfDay::Part(part)),
                ..point
            },
            next,
        );
    }
    let apart = s.is_sign(next, "،,-–") && s.word(next + 1).class == Class::Number;
    let clock_at = next
        + usize::from(
            apart || s.is_sign(next, "،,") || s.is(next, Class::In) || s.reads(next, "عند"),
        );
    let clock_at = clock_at + usize::from(s.reads_any(clock_at, &["تمام", "حوالي", "نحو"]));
    match clock::clock(s, clock_at)
        .filter(|_| apart || s.class(clock_at) == Class::Hour || clock_at == next)
    {
        Some((clock, next)) => (
            Point {
                time: Some(TimeOfDay::Clock(clock)),
                ..point
            },
            next,
        ),
        None => (point, next),
    }
}

/// Whether a base is a day.
fn is_day(base: &Base) -> bool {
    match base {
        Base::Date(date) => date.day.is_some() || date.day_left.is_some(),
        Base::Deictic { .. }
        | Base::Weekday { .. }
        | Base::Holiday { .. }
        | Base::Unit {
            unit: Unit::Day, ..
        } => true,
        _ => false,
    }
}

/// core = the longest of the families that may begin with this word
fn core(s: &Stream, at: usize) -> Reading<Point> {
    longest([
        whole(s, at),
        parts::point(s, at),
        parts::first_units(s, at),
        offsets::point(s, at).or_else(|| offsets::backwards(s, at)),
        holidays::point(s, at),
        numeric::point(s, at),
        nth::point(s, at),
        dates::dated_day(s, at),
    ])
}

/// whole = what a part may be taken of: a date, a year, a part of the year, a decade, a century, a relative unit
pub(crate) fn whole(s: &Stream, at: usize) -> Reading<Point> {
    longest([
        dates::point(s, at),
        years::point(s, at),
        parts::year_part(s, at),
        relative::point(s, at),
        decades::decade(s, at),
        decades::century(s, at),
        decades::millennium(s, at),
    ])
}

/// The first of the readings that reach farthest.
fn longest<const N: usize>(readings: [Reading<Point>; N]) -> Reading<Point> {
    readings
        .into_iter()
        .flatten()
        .reduce(|best, other| if other.1 > best.1 { other } else { best })
}
