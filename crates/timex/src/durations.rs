//! Lengths of time and what recurs: 139 يوماً, عامين, كل أسبوع, يومياً. They are kinds of their own and never dates.

use tawarikh_calendar::Weekday;

use crate::expression::{Meaning, Reading, Unit};
use crate::lexicon::Class;
use crate::offsets::amount;
use crate::relative::unit;
use crate::stream::Stream;

/// duration = amount with a number, a dual or a half | ("لمدة"|"طوال"|"خلال"|"مدة") singular
pub(crate) fn duration(s: &Stream, at: usize) -> Reading<Meaning> {
    let (amount, next) = amount(s, at)?;
    let introduced = matches!(s.before(at).class, Class::Term | Class::During);
    let singular = amount.halves == Some(2);
    let year_follows =
        s.class(at) == Class::Year && s.numeral(at + 1).is_some() && !s.word(at + 1).conjunction;
    if year_follows || !(amount.counted || singular && introduced) || is_construct(s, at) {
        return None;
    }
    Some((
        Meaning::Duration {
            unit: amount.unit,
            halves: amount.halves,
        },
        next,
    ))
}

/// يومي, عامي, شهري without a number are the first half of "the two days of …", or "daily".
fn is_construct(s: &Stream, at: usize) -> bool {
    s.word(at).value == 2 && s.raw(at).ends_with('ي') && s.numeral(at).is_none()
}

/// set = "كل" ["يوم"] weekday | "كل" [number] unit | adverb
pub(crate) fn set(s: &Stream, at: usize) -> Reading<Meaning> {
    if s.class(at) == Class::Adverb && !s.word(at).article {
        let unit = match s.word(at).value {
            1 => Unit::Day,
            2 => Unit::Week,
            3 => Unit::Month,
            _ => Unit::Year,
        };
        return Some((
            Meaning::Set {
                unit,
                weekday: None,
            },
            at + 1,
        ));
    }
    if s.class(at) != Class::Every || s.breaks(at + 1) {
        return None;
    }
    every_weekday(s, at + 1).or_else(|| every_unit(s, at + 1))
}

fn every_weekday(s: &Stream, at: usize) -> Reading<Meaning> {
    let name = at + usize::from(s.class(at) == Class::Day);
    let word = s.word(name);
    let weekday = Weekday::ALL.get(usize::try_from(word.value - 1).ok()?)?;
    // كل أحد is "every one" as often as "every Sunday".
    let sunday = word.value == 7 && name == at;
    let is_weekday = word.class == Class::Weekday && word.preposition.is_none() && !sunday;
    is_weekday.then_some((
        Meaning::Set {
            unit: Unit::Week,
            weekday: Some(*weekday),
        },
        name + 1,
    ))
}

fn every_unit(s: &Stream, at: usize) -> Reading<Meaning> {
    let word = s.numeral(at).map_or(at, |numeral| numeral.next);
    let unit = unit(s.class(word))
        .filter(|_| !s.word(word).article && s.word(word).preposition.is_none())?;
    // كل عام وأنتم بخير is a wish.
    if s.reads_any(word + 1, &["وأنتم", "وأنت", "وأنتن"]) {
        return None;
    }
    Some((
        Meaning::Set {
            unit,
            weekday: None,
        },
        word + 1,
    ))
}
