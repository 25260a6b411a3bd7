//! Days as chronicles count them, from the month's start or from its end.

use crate::dates::DayOfMonth;
use crate::expression::{Calendar, Reading};
use crate::lexicon::Class;
use crate::months::month;
use crate::stream::Stream;

/// chronicle-day = "غرة" | "مستهل" | "سلخ" | number ["ليلة"|"ليال"|"يوم"|"أيام"] ("خلون"|"خلت"|"مضت"|"بقين"|"بقيت")
pub(crate) fn chronicle_day(s: &Stream, at: usize) -> Reading<DayOfMonth> {
    match s.class(at) {
        Class::NewMoon => Some((DayOfMonth::FromStart(1), at + 1)),
        Class::MonthEnd => Some((DayOfMonth::FromEnd(1), at + 1)),
        Class::HalfUnit if s.word(at).article && s.is(at + 1, Class::From) => {
            Some((DayOfMonth::FromStart(15), at + 1))
        }
        Class::Early if opens_hijri_month(s, at) => Some((DayOfMonth::FromStart(1), at + 1)),
        _ => counted_nights(s, at),
    }
}

/// Whether "مستهل", the sighting of the new moon, stands before a Hijri month: there it is the first day.
fn opens_hijri_month(s: &Stream, at: usize) -> bool {
    let name = at + 1 + usize::from(s.class(at + 1) == Class::MonthUnit);
    let hijri = month(s, name).is_some_and(|(name, _)| name.calendar == Calendar::Hijri);
    s.reads_bare(at, "مستهل") && hijri
}

/// counted-nights = number ["ليلة"] ("خلون" | "بقين")
///
/// Nights that are left are counted in a month of thirty: لثلاث بقين is the 27th or 28th.
fn counted_nights(s: &Stream, at: usize) -> Reading<DayOfMonth> {
    let (count, next) = match s.numeral(at) {
        Some(numeral) => (u8::try_from(numeral.value).ok()?, numeral.next),
        // لست is "you are not" unless nights are counted.
        None if s.reads(at, "لست") => (6, at + 1),
        None if matches!(s.class(at), Class::Night | Class::Day) => (s.word(at).value as u8, at),
        None => return None,
    };
    let next = next + usize::from(matches!(s.class(next), Class::Night | Class::Day));
    match s.class(next) {
        Class::Elapsed if (1..=30).contains(&count) => {
            Some((DayOfMonth::FromStart(count), next + 1))
        }
        Class::Left if (1..=20).contains(&count) => Some((DayOfMonth::FromEnd(count), next + 1)),
        _ => None,
    }
}
