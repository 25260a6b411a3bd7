//! Units seen from the document's date or from the date told last: الشهر الماضي, هذا العام, اليوم التالي, أمس.

use tawarikh_calendar::{Season, Weekday};

use crate::dates;
use crate::expression::{
    Base, Calendar, Date, DayPart, Point, Reading, Shift, TimeOfDay, Unit, YearPart,
};
use crate::lexicon::Class;
use crate::stream::{Numeral, Stream};
use crate::surroundings::List;
use crate::{counts, traps};

/// modifier = ["ما"] ("قبل" last | "بعد" next) | last | this | next | previous | following | same
pub(crate) fn modifier(s: &Stream, at: usize) -> Reading<Shift> {
    if s.breaks(at) || s.word(at).conjunction {
        return None;
    }
    if let Some(shift) = in_clause(s, at) {
        return Some((shift, at + 2));
    }
    let what = at + usize::from(s.reads(at, "ما"));
    match (s.class(what), s.class(what + 1)) {
        (Class::Before, Class::Last) => return Some((Shift::Reference(-2), what + 2)),
        (Class::After, Class::Next) => return Some((Shift::Reference(2), what + 2)),
        _ => {}
    }
    let shift = match s.class(at) {
        Class::Last if s.word(at).article => Shift::Reference(-1),
        Class::This if s.word(at).article => Shift::Reference(0),
        Class::Next if s.word(at).article => Shift::Reference(1),
        Class::Previous if s.word(at).article => Shift::Anchor(-1),
        Class::Following if s.word(at).article => Shift::Anchor(1),
        Class::Same => Shift::Anchor(0),
        _ => return None,
    };
    Some((shift, at + 1))
}

/// "الذي يليه", "التي سبقتها"
fn in_clause(s: &Stream, at: usize) -> Option<Shift> {
    if !s.reads_any(at, &["الذي", "التي"]) {
        return None;
    }
    if s.in_list(at + 1, List::Followed) {
        Some(Shift::Anchor(1))
    } else if s.in_list(at + 1, List::Preceded) {
        Some(Shift::Anchor(-1))
    } else {
        None
    }
}

/// The unit a word names, if it does.
pub(crate) fn unit(class: Class) -> Option<Unit> {
    Some(match class {
        Class::Second => Unit::Second,
        Class::Minute => Unit::Minute,
        Class::Hour => Unit::Hour,
        Class::Day | Class::Night => Unit::Day,
        Class::Week => Unit::Week,
        Class::MonthUnit => Unit::Month,
        Class::SeasonUnit => Unit::Season,
        Class::Year => Unit::Year,
        Class::Decade => Unit::Decade,
        Class::Century => Unit::Century,
        _ => return None,
    })
}

/// relative = deictic | weekend | shifted-season | counted | shifted-unit
pub(crate) fn point(s: &Stream, at: usize) -> Reading<Point> {
    deictic(s, at)
        .or_else(|| weekend(s, at))
        .or_else(|| counted(s, at))
        .or_else(|| last_units(s, at))
        .or_else(|| shifted_season(s, at))
        .or_else(|| shifted_weekday(s, at))
        .or_else(|| shifted_unit(s, at))
}

/// deictic = ["يوم"] ("أمس" | "البارحة" | "غدا" | "الغد") | "أول" "أمس" | "أمس" "الأول" | "بعد" "غد" | "اليوم" | "الليلة"; then [weekday]
fn deictic(s: &Stream, at: usize) -> Reading<Point> {
    let (days, mut next) = day_from_today(s, at)?;
    if traps::is_figurative(s, at, next) {
        return None;
    }
    let weekday =
        dates::weekday(s, next + usize::from(s.is_sign(next, "،,("))).filter(|_| !s.breaks(next));
    if let Some((_, after)) = weekday {
        next = after + usize::from(s.is_sign(after, ")") && s.is_sign(next, "("));
    }
    let base = Base::Deictic {
        days,
        weekday: weekday.map(|(weekday, _)| weekday),
    };
    let night = s.class(at) == Class::Night;
    let time = night.then_some(TimeOfDay::Part(DayPart::Night));
    Some((
        Point {
            time,
            ..Point::new(base, "deictic")
        },
        next,
    ))
}

fn day_from_today(s: &Stream, at: usize) -> Reading<i32> {
    let headed = s.class(at) == Class::Day && !s.word(at).article && s.word(at).value == 1;
    let word = at + usize::from(headed);
    match s.class(word) {
        Class::Yesterday if s.reads(word + 1, "الأول") || s.reads(word + 1, "الاول") => {
            Some((-2, word + 2))
        }
        Class::Yesterday => Some((-1, word + 1)),
        Class::First if s.is_plain(word + 1, Class::Yesterday) => Some((-2, word + 2)),
        Class::First
            if s.is_plain(word + 1, Class::From) && s.is_plain(word + 2, Class::Yesterday) =>
        {
            Some((-2, word + 3))
        }
        Class::After if s.class(word + 1) == Class::Tomorrow => Some((2, word + 2)),
        Class::Before if s.class(word + 1) == Class::Yesterday => Some((-2, word + 2)),
        Class::Tomorrow
            if headed
                || !s.word(word).article
                || s.word(word).preposition.is_some()
                || s.before(word).class == Class::DayPart =>
        {
            Some((1, word + 1))
        }
        Class::Day if !headed && is_today(s, word) => Some((0, word + 1)),
        // Moroccan papers: يومه الخميس.
        _ if s.reads(at, "يومه") && s.is(at + 1, Class::Weekday) => Some((0, at + 1)),
        Class::Night if !headed && is_today(s, word) => Some((0, word + 1)),
        _ => None,
    }
}

/// "اليوم" and "الليلة" with nothing behind that makes them a day of a story.
fn is_today(s: &Stream, at: usize) -> bool {
    let word = s.word(at);
    let demonstrative = matches!(
        s.before(at).class,
        Class::Demonstrative | Class::That | Class::SameHead | Class::Every
    );
    word.article && word.value == 1 && !demonstrative && !traps::is_told_day(s, at)
}

/// weekend = ["عطلة"] "نهاية" ["هذا"] "الأسبوع" [modifier]
fn weekend(s: &Stream, at: usize) -> Reading<Point> {
    let headed = s.class(at) == Class::Opener;
    let end = at + usize::from(headed);
    let named = s.class(at) == Class::Weekend;
    let week = end + 1 + usize::from(s.class(end + 1) == Class::Demonstrative);
    let phrase = s.class(end) == Class::Late
        && s.is(week, Class::Week)
        && s.word(week).article
        && s.word(week).value == 1;
    let next = if named {
        at + 1
    } else {
        phrase.then_some(week + 1)?
    };
    let (shift, next) = match modifier(s, next) {
        Some((Shift::Reference(shift), next)) => (shift, next),
        _ => (0, next),
    };
    Some((Point::new(Base::Weekend { shift }, "weekend"), next))
}

/// shifted-season = ("الصيف"|…) modifier | ("هذا"|"ذلك") ("الصيف"|…)
fn shifted_season(s: &Stream, at: usize) -> Reading<Point> {
    let shown = match s.class(at) {
        Class::Demonstrative => Some(Shift::Reference(0)),
        Class::That | Class::SameHead => Some(Shift::Anchor(0)),
        _ => None,
    };
    let (season, next) = season(s, at + usize::from(shown.is_some()))?;
    let (shift, next) = match shown {
        Some(shift) => (shift, next),
        None => modifier(s, next)?,
    };
    let of = Date {
        shift: Some(shift),
        ..Date::empty(Calendar::Gregorian)
    };
    let base = Base::YearPart {
        part: YearPart::Season(season),
        of,
    };
    Some((Point::new(base, "season.relative"), next))
}

/// season = ["فصل"] ("ربيع"|"صيف"|"خريف"|"شتاء")
pub(crate) fn season(s: &Stream, at: usize) -> Reading<Season> {
    let name = at + usize::from(s.class(at) == Class::SeasonUnit);
    let season = match (s.class(name), s.word(name).value) {
        (Class::Season, 0) => Season::Summer,
        (Class::Season, 1) => Season::Winter,
        (Class::Season, _) => Season::Autumn,
        (Class::Rabi, _) => Season::Spring,
        _ => return None,
    };
    Some((season, name + 1))
}

/// shifted-weekday = weekday modifier
fn shifted_weekday(s: &Stream, at: usize) -> Reading<Point> {
    let demonstrative = s.class(at) == Class::Demonstrative;
    let (weekday, next) = dates::weekday(s, at + usize::from(demonstrative))?;
    let (shift, next) = match modifier(s, next) {
        Some((shift, next)) => (Some(shift), next),
        None => (demonstrative.then_some(Shift::Reference(0)), next),
    };
    let next = night_before(s, at, weekday, next).unwrap_or(next);
    let rule = if shift.is_some() {
        "weekday.relative"
    } else {
        "weekday"
    };
    Some((Point::new(Base::Weekday { weekday, shift }, rule), next))
}

/// The second name of a night between two days: ليلة السبت على الأحد, ليل الجمعة - السبت.
fn night_before(s: &Stream, at: usize, weekday: Weekday, next: usize) -> Option<usize> {
    let before = s.before(at);
    let night =
        s.class(at) == Class::Night || (before.class == Class::DayPart && before.value == 5);
    let joined = s.is_sign(next, "-–/") || s.is(next, Class::To) || s.reads(next, "على");
    let (second, end) =
        dates::weekday(s, next + usize::from(joined)).filter(|_| night && !s.breaks(next))?;
    (weekday.days_until(second) == 1).then_some(end)
}

/// shifted-unit = ("هذا"|"ذلك"|"نفس") unit | unit modifier
fn shifted_unit(s: &Stream, at: usize) -> Reading<Point> {
    let (headed, word) = match s.class(at) {
        Class::Demonstrative => (Some(Shift::Reference(0)), at + 1),
        Class::That | Class::SameHead => (Some(Shift::Anchor(0)), at + 1),
        _ => (None, at),
    };
    let quarter = (s.class(word) == Class::QuarterUnit).then_some(Unit::Quarter);
    let unit = unit(s.class(word))
        .or(quarter)
        .filter(|unit| *unit >= Unit::Day && *unit != Unit::Season)?;
    if traps::is_public(s, word) {
        return None;
    }
    let definite = s.word(word).article
        && s.word(word).value == 1
        && s.word(word).preposition.is_none() | headed.is_none();
    if !definite || (headed.is_some() && s.breaks(word)) {
        return None;
    }
    let (shift, next) = match headed {
        Some(shift) => (shift, word + 1),
        None => modifier(s, word + 1).or_else(|| recent(s, word + 1))?,
    };
    if let Some((year, next)) = year_in_apposition(s, unit, next) {
        return Some((
            Point::new(Base::Date(Date::year(Calendar::Gregorian, year)), "year"),
            next,
        ));
    }
    // هذا اليوم is a day of the story as often as it is today.
    if unit == Unit::Day && headed == Some(Shift::Reference(0)) && s.class(word) == Class::Day {
        return None;
    }
    let night = s.class(word) == Class::Night;
    let time = night.then_some(TimeOfDay::Part(DayPart::Night));
    Some((
        Point {
            time,
            ..Point::new(Base::Unit { unit, shift }, "unit.relative")
        },
        next,
    ))
}

/// "الأخير" behind a unit that "خلال" introduces, if it is not the last of something: خلال الأسبوع الأخير
fn recent(s: &Stream, at: usize) -> Reading<Shift> {
    let last = s.is(at, Class::Recent)
        && at > 1
        && s.class(at - 2) == Class::During
        && !s.is(at + 1, Class::From);
    last.then_some((Shift::Reference(-1), at + 1))
}

/// The number of a year behind its distance: العام الماضي 2018, هذا العام (2019).
fn year_in_apposition(s: &Stream, unit: Unit, at: usize) -> Reading<i32> {
    let bracket = usize::from(s.is_sign(at, "("));
    let year = s.word(at + bracket);
    let apposed = unit == Unit::Year && year.digits == 4 && (1000..=2100).contains(&year.value);
    let closed = at + bracket + 1 + usize::from(bracket == 1 && s.is_sign(at + 2, ")"));
    (apposed && !s.breaks(at) && !counts::is_count(s, at + bracket)).then_some((year.value, closed))
}

/// counted = ["الـ"] number units modifier | units number modifier | dual modifier | units ["القليلة"] modifier
fn counted(s: &Stream, at: usize) -> Reading<Point> {
    let number_first = at + usize::from(s.class(at) == Class::Article);
    let (n, word, after) = match s.numeral(number_first) {
        // خمس السنوات الماضية, but not ثاني السنوات or 2014 السنة.
        Some(numeral) if s.word(numeral.next).article && !counts_definite(s, numeral) => {
            return None;
        }
        Some(numeral) if !numeral.ordinal || s.word(number_first).article => {
            (Some(numeral.value), numeral.next, numeral.next + 1)
        }
        Some(_) => return None,
        None if s.class(at) == Class::Article => return None,
        None => counted_behind(s, at)?,
    };
    let unit = unit(s.class(word))?;
    let after = after + usize::from(s.is(after, Class::Few));
    let (shift, next) = count_modifier(s, after)?;
    Some((Point::new(Base::Count { unit, n, shift }, "count"), next))
}

/// Whether a number up to ten stands before the plural with its article.
fn counts_definite(s: &Stream, numeral: Numeral) -> bool {
    !numeral.ordinal && (3..=10).contains(&numeral.value) && s.word(numeral.next).value == 3
}

/// units [number]: the number, the unit's place, the word after both
fn counted_behind(s: &Stream, at: usize) -> Option<(Option<i32>, usize, usize)> {
    let word = s.word(at);
    unit(word.class).filter(|_| word.article && word.value >= 2)?;
    if word.value == 2 {
        return Some((Some(2), at, at + 1));
    }
    let number = at + 1 + usize::from(s.class(at + 1) == Class::Article);
    match s.numeral(number).filter(|_| !s.breaks(at + 1)) {
        Some(numeral) => Some((Some(numeral.value), at, numeral.next)),
        None => Some((
            None,
            at,
            at + 1 + usize::from(s.class(at + 1) == Class::Few),
        )),
    }
}

/// count-modifier = last | recent | next | this
fn count_modifier(s: &Stream, at: usize) -> Reading<i32> {
    if s.breaks(at) || s.word(at).conjunction {
        return None;
    }
    match s.class(at) {
        Class::Last | Class::Recent | Class::Previous => Some((-1, at + 1)),
        Class::Next | Class::Following => Some((1, at + 1)),
        _ => None,
    }
}

/// last-units = ("آخر"|"أول") number units
fn last_units(s: &Stream, at: usize) -> Reading<Point> {
    let last = s.class(at) == Class::Extreme && !s.word(at).article;
    if !last {
        return None;
    }
    let (n, word) = match s.numeral(at + 1) {
        Some(numeral) => (numeral.value, numeral.next),
        None if s.word(at + 1).value == 2 => (2, at + 1),
        None => return None,
    };
    let unit = unit(s.class(word))?;
    // آخر ثلاثة أيام من الشهر is counted in the month.
    if s.is(word + 1, Class::From) {
        return None;
    }
    Some((
        Point::new(
            Base::Count {
                unit,
                n: Some(n),
                shift: -1,
            },
            "count",
        ),
        word + 1,
    ))
}
