//! Times of day: الساعة العاشرة والنصف صباحاً, 10:30, مساء.

use crate::counts;
use crate::expression::{Clock, DayPart, Reading, TimeOfDay};
use crate::lexicon::Class;
use crate::stream::Stream;

/// clock = ["تمام"] "الساعة" hour [("و"|"إلا") fraction] [day-adverb] | digits ":" digits [day-adverb]
pub(crate) fn clock(s: &Stream, at: usize) -> Reading<Clock> {
    let headed = s.class(at) == Class::Hour && s.word(at).article && s.word(at).value == 1;
    if headed || s.class(at) == Class::Number {
        let (clock, next) = in_digits(s, at + usize::from(headed))
            .or_else(|| if headed { in_words(s, at + 1) } else { None })?;
        return Some(with_half_of_day(s, clock, next));
    }
    headless(s, at)
}

/// headless = "العاشرة" [fraction] day-adverb: without "الساعة" the half of the day must be said
fn headless(s: &Stream, at: usize) -> Reading<Clock> {
    let feminine = s.word(at).article
        && s.key(at)
            .is_some_and(|key| key.ends_with('ه') || key.ends_with('ر'));
    let (clock, next) = in_words(s, at).filter(|_| feminine)?;
    let (timed, after) = with_half_of_day(s, clock, next);
    (after > next).then_some((timed, after))
}

/// digits ":" digits
fn in_digits(s: &Stream, at: usize) -> Reading<Clock> {
    let (hour, minute) = (s.word(at), s.word(at + 2));
    if counts::is_score(s, at) {
        return None;
    }
    let colon = s.is_sign(at + 1, ":") && s.glued(at + 1) && s.glued(at + 2);
    let shape = colon
        && (1..=2).contains(&hour.digits)
        && minute.digits == 2
        && hour.value < 25
        && minute.value < 60;
    // 10:30:15 holds seconds.
    let seconds = s.is_sign(at + 3, ":") && s.glued(at + 3) && s.word(at + 4).digits == 2;
    shape.then_some((
        Clock {
            hour: hour.value as u8,
            minute: minute.value as u8,
        },
        at + if seconds { 5 } else { 3 },
    ))
}

/// (ordinal | digits) [("و"|"إلا") ("النصف"|"الربع"|"الثلث"|minutes "دقيقة")]
fn in_words(s: &Stream, at: usize) -> Reading<Clock> {
    let (hour, next) = hour(s, at)?;
    let minus = s.reads(next, "إلا");
    let word = next + usize::from(minus);
    let (minutes, next) = match s.class(word) {
        Class::HalfUnit if minus || s.word(word).conjunction => (30, word + 1),
        Class::QuarterUnit if minus || s.word(word).conjunction => (15, word + 1),
        Class::ThirdUnit if minus || s.word(word).conjunction => (20, word + 1),
        _ => minutes(s, word, minus).unwrap_or((0, next)),
    };
    let total = i32::from(hour) * 60 + if minus { -minutes } else { minutes };
    let total = total.rem_euclid(24 * 60);
    Some((
        Clock {
            hour: (total / 60) as u8,
            minute: (total % 60) as u8,
        },
        next,
    ))
}

fn hour(s: &Stream, at: usize) -> Reading<u8> {
    if s.reads(at, "الواحدة") {
        return Some((1, at + 1));
    }
    let numeral = s
        .numeral(at)
        .filter(|numeral| (0..=24).contains(&numeral.value) && numeral.digits <= 2)?;
    Some((numeral.value as u8, numeral.next))
}

/// "و" number "دقيقة"
fn minutes(s: &Stream, at: usize, minus: bool) -> Reading<i32> {
    let numeral = s
        .numeral(at)
        .filter(|numeral| numeral.value < 60 && (minus || s.word(at).conjunction))?;
    (s.class(numeral.next) == Class::Minute).then_some((numeral.value, numeral.next + 1))
}

/// [","] day-adverb makes a clock time one of 24 hours.
fn with_half_of_day(s: &Stream, clock: Clock, at: usize) -> (Clock, usize) {
    let (part, next) = match day_adverb(s, at) {
        Some(found) => found,
        None if s.reads_any(at, &["ص", "ق"]) => (DayPart::Morning, at + 1),
        None if s.reads(at, "م") => (DayPart::Evening, at + 1),
        None => return (clock, at),
    };
    (in_part(clock, part), next)
}

/// A clock time of twelve hours in a part of the day.
pub(crate) fn in_part(clock: Clock, part: DayPart) -> Clock {
    let afternoon = match part {
        DayPart::Dawn | DayPart::Morning => false,
        DayPart::Noon => clock.hour < 11 || clock.hour == 12,
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night => clock.hour > 5,
        DayPart::Daytime => clock.hour < 7 || clock.hour == 12,
    };
    let hour = match (clock.hour, afternoon) {
        (hour @ 1..=11, true) => hour + 12,
        (12, false) => 0,
        (hour, _) => hour,
    };
    Clock { hour, ..clock }
}

/// day-adverb = "صباحاً" | "مساءً" | … | "بعد الظهر" | "قبل الظهر" | "من صباح" is read with the day
pub(crate) fn day_adverb(s: &Stream, at: usize) -> Reading<DayPart> {
    if s.breaks(at) || s.word(at).conjunction {
        return None;
    }
    let noon =
        s.class(at + 1) == Class::DayPart && s.word(at + 1).value == 2 && s.word(at + 1).article;
    match s.class(at) {
        Class::DayAdverb => Some((part(s.word(at).value)?, at + 1)),
        Class::DayPart if s.reads_any(at, &["مساء"]) && !dates_follow(s, at + 1) => {
            Some((DayPart::Evening, at + 1))
        }
        Class::After if noon => Some((DayPart::Afternoon, at + 2)),
        Class::Before if noon => Some((DayPart::Morning, at + 2)),
        _ => None,
    }
}

/// مساء before a day belongs to that day.
fn dates_follow(s: &Stream, at: usize) -> bool {
    matches!(
        s.class(at),
        Class::Weekday
            | Class::Day
            | Class::Yesterday
            | Class::Tomorrow
            | Class::Number
            | Class::Numeral
            | Class::First
    )
}

/// day-part = ["بعد"] ("صباح"|"مساء"|"ليل"|"ليلة"|"فجر"|"ظهر"|"عصر") | "منتصف ليل", before its day
pub(crate) fn day_part(s: &Stream, at: usize) -> Reading<TimeOfDay> {
    let after_noon = s.class(at) == Class::After
        && s.class(at + 1) == Class::DayPart
        && s.word(at + 1).value == 2;
    if after_noon {
        return Some((TimeOfDay::Part(DayPart::Afternoon), at + 2));
    }
    if s.class(at) == Class::Mid && s.class(at + 1) == Class::DayPart && s.word(at + 1).value == 5 {
        return Some((TimeOfDay::Part(DayPart::Night), at + 2));
    }
    let word = s.word(at);
    // ليلة أمس; of a weekday or a date the night is their own first word.
    if word.class == Class::Night && !word.article && s.is_plain(at + 1, Class::Yesterday) {
        return Some((TimeOfDay::Part(DayPart::Night), at + 1));
    }
    let is_part = word.class == Class::DayPart && !word.article && word.preposition != Some('ك');
    if is_part {
        Some((TimeOfDay::Part(part(word.value)?), at + 1))
    } else {
        None
    }
}

pub(crate) fn part(value: i32) -> Option<DayPart> {
    DayPart::ALL.get(usize::try_from(value).ok()?).copied()
}
