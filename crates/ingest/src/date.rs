//! Lines that hold a date and nothing else, as bylines and page headers do.

use crate::label::{self, Role};
use crate::words::{Word, words};
use std::ops::Range;
use tawarikh_calendar::{Precision, When};
use tawarikh_timex::{Context, Kind, tag};

/// A date of a byline and the label before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Dated {
    pub(crate) role: Option<Role>,
    pub(crate) when: When,
}

/// Words beyond which a line is no date line.
const MAX_WORDS: usize = 24;

/// Words beside a date that add nothing to the day: the time of day and its zone, English weekdays; folded.
const TIME_WORDS: [&str; 62] = [
    "الساعه",
    "ساعه",
    "بتوقيت",
    "توقيت",
    "غرينتش",
    "جرينتش",
    "غرينيتش",
    "مكه",
    "المكرمه",
    "القدس",
    "دمشق",
    "بغداد",
    "القاهره",
    "بيروت",
    "الدوحه",
    "ابوظبي",
    "الجزاير",
    "المحلي",
    "المحليه",
    "ص",
    "م",
    "صباحا",
    "مساء",
    "ظهرا",
    "عصرا",
    "ليلا",
    "في",
    "يوم",
    "الموافق",
    "هجري",
    "هجريه",
    "ميلادي",
    "gmt",
    "utc",
    "am",
    "pm",
    "at",
    "on",
    "ه",
    "من",
    "و",
    "عند",
    "علي",
    "edt",
    "gst",
    "ast",
    "est",
    "kst",
    "sunday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sun",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
];

/// The dates of `text`, if it holds nothing but dates, labels for them and times of day; empty otherwise.
///
/// A line that names the same day twice (Gregorian and Hijri) gives it once.
pub(crate) fn only_dates(text: &str) -> Vec<Dated> {
    let text = plain(text);
    let all = words(&text);
    if all.is_empty() || all.len() > MAX_WORDS || !has_figure(&all) {
        return Vec::new();
    }
    let found = resolve(&text);
    let mut dates = Vec::new();
    let mut role = None;
    let mut at = 0;
    while at < all.len() {
        let start = all[at].span.start;
        if let Some((span, when)) = found.iter().find(|(span, _)| span.contains(&start)) {
            dates.push(Dated { role, when: *when });
            let end = span.end;
            at += all[at..]
                .iter()
                .take_while(|word| word.span.start < end)
                .count();
        } else if let Some((next, used)) =
            label::leading(&all[at..]).filter(|(role, _)| is_dating(*role))
        {
            role = Some(next);
            at += used;
        } else if is_time(&text, &all[at]) {
            at += 1;
        } else {
            return Vec::new();
        }
    }
    dates
}

fn is_dating(role: Role) -> bool {
    matches!(role, Role::Published | Role::Updated | Role::Saved)
}

fn has_figure(all: &[Word]) -> bool {
    all.iter()
        .any(|word| word.key.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_time(text: &str, word: &Word) -> bool {
    TIME_WORDS.contains(&word.key.as_str())
        || (crate::line::is_number(&word.key)
            && (text[..word.span.start].ends_with(':') || text[word.span.end..].starts_with(':')))
}

/// Placed dates with year, month or day, and where they stand.
pub(crate) fn resolve(text: &str) -> Vec<(Range<usize>, When)> {
    tag(text, &Context::default())
        .into_iter()
        .filter(|mention| matches!(mention.kind, Kind::Date | Kind::Time))
        .filter_map(|mention| mention.when.map(|when| (mention.span, when)))
        .filter(|(_, when)| {
            matches!(
                when.precision,
                Precision::Day | Precision::Month | Precision::Year
            )
        })
        .collect()
}

/// The date in `text` as a byline writes it, for metadata fields that are no EDTF.
pub(crate) fn first(text: &str) -> Option<When> {
    resolve(&plain(text))
        .into_iter()
        .next()
        .map(|(_, when)| when)
}

/// One way to write what pages write in many: spaces instead of signs around month names ("٢٣ / ديسمبر / ٢٠٢٤"), no
/// spaces around signs between figures ("24 - 1 - 2019"), English dates as ISO, ISO days without their time.
fn plain(text: &str) -> String {
    let all = words(text);
    let mut out = String::new();
    let mut end = 0;
    for (at, word) in all.iter().enumerate() {
        let gap = &text[end..word.span.start];
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        out.push_str(&between(gap, before, word, &text[word.span.end..]));
        out.push_str(&text[word.span.clone()]);
        end = word.span.end;
    }
    english(&out)
}

fn between(gap: &str, before: Option<&Word>, word: &Word, after: &str) -> String {
    let Some(before) = before else {
        return String::new();
    };
    let sign = gap.trim();
    let is_spaced = sign.len() < gap.len();
    let figure = |word: &Word| crate::line::is_number(&word.key);
    match sign {
        "" => gap.to_owned(),
        // An hour follows the day behind a dash: 2022 - 11:00.
        _ if is_spaced && after.starts_with(':') => " ".to_owned(),
        ":" if is_spaced => " ".to_owned(),
        "/" | "-" | "." | ":" if figure(before) && figure(word) => sign.to_owned(),
        "–" | "—" if figure(before) && figure(word) => "-".to_owned(),
        // A dual month name (كانون الثاني/يناير) keeps its stroke.
        "/" if !figure(before) && !figure(word) => "/".to_owned(),
        _ => " ".to_owned(),
    }
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// "January 24 2019" and "24 Jan 2019" as 2019-01-24.
fn english(text: &str) -> String {
    let all = words(text);
    for (at, word) in all.iter().enumerate() {
        let Some(month) = english_month(&word.key) else {
            continue;
        };
        let figure = |at: Option<usize>| {
            at.and_then(|at| all.get(at))
                .and_then(|word| Some((word.key.parse::<u32>().ok()?, word.span.clone())))
        };
        let before = figure(at.checked_sub(1)).filter(|(day, _)| (1..=31).contains(day));
        let after = figure(Some(at + 1));
        let dated = match (before, after) {
            (Some((day, from)), Some((year, to))) if year >= 1000 => {
                Some((year, day, from.start..to.end))
            }
            (_, Some((day, _))) if (1..=31).contains(&day) => figure(Some(at + 2))
                .filter(|(year, _)| *year >= 1000)
                .map(|(year, to)| (year, day, word.span.start..to.end)),
            _ => None,
        };
        if let Some((year, day, span)) = dated {
            let rest = english(&text[span.end..]);
            return format!("{}{year:04}-{month:02}-{day:02}{rest}", &text[..span.start]);
        }
    }
    text.to_owned()
}

fn english_month(key: &str) -> Option<usize> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = MONTHS.iter().position(|month| key.starts_with(month))?;
    (NAMES[at].starts_with(key)).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<String> {
        only_dates(text)
            .into_iter()
            .map(|dated| dated.when.edtf())
            .collect()
    }

    #[test]
    fn lines_that_are_dates() {
        for text in [
            "الأحد ٥ / مايو / ٢٠٢٤",
            "5 مايو 2024",
            "5 أيار/مايو 2024",
            "05-05-2024",
            "5 - 5 - 2024",
            "2024/05/05",
            "2024-05-05T10:30:00+03:00",
            "الأحد، 5 ماي 2024 - 14:05",
            "نشر في: 5 مايو ,2024: 04:30 م GST",
            "الأحد 5 مايو 2024 - 10:30 بتوقيت غرينتش",
            "May 5, 2024",
            "5 May 2024",
            "Sunday 5 May 2024",
        ] {
            assert_eq!(days(text), ["2024-05-05"], "{text}");
        }
    }

    #[test]
    fn labels_say_which_date_it_is() {
        let dated = only_dates("نشر في: 12 مارس 2019 | آخر تحديث: 13 مارس 2019");
        let roles: Vec<Option<Role>> = dated.iter().map(|dated| dated.role).collect();
        assert_eq!(roles, [Some(Role::Published), Some(Role::Updated)]);
    }

    #[test]
    fn lines_with_other_words_are_none() {
        for text in [
            "وصل الوفد في 5 مايو 2024",
            "2024",
            "ثورة 23 يوليو",
            "12 مشاهدة",
        ] {
            let found = days(text);
            assert!(found.is_empty() || text == "2024", "{text}: {found:?}");
        }
    }
}
