//! Dates in queries: what `from:` and `to:` are given, and what plain words may mean.
//!
//! The engine does not carry the date tagger, which is larger than all the rest of it. This reader knows what people type
//! where a date is asked for, with the month names of every Arab country and of English:
//!
//! ```text
//! span    = open joint date | date [joint date]                                 in plain words only
//! open    = month | day [month]                                                  what it lacks, the date behind it has
//! joint   = "إلى" | "حتى" | "to" | "-" …; behind "بين" also "و", "and"
//! date    = part whole | whole
//! part    = "أوائل" | "منتصف" | "أواخر" | "early" | "mid" …
//! whole   = digits | day month year | month day year | month year | season year | quarter year | decade | century | years | year
//! digits  = yyyy-mm[-dd] | dd/mm/yyyy | mm/yyyy | dd.mm.yy                     a Hijri year is told by هـ or by being 1300 to 1499
//! month   = name [("/" | "(") name [")"]]                                        a dual name, both of the same month
//! years   = yyyy "-" (yyyy | yy)
//! year    = ["عام"] n ["م" | "هـ" | "ق.م"]
//! ```
//!
//! What needs a date of its own to stand on (أمس, العام الماضي) and numbers in words are not read. A test holds it against
//! the tagger.

mod words;

use std::ops::RangeInclusive;

use tawarikh_calendar::{Day, Half, Interval, Precision, Qualifier, Quarter, Season, When, hijri};

use words::{Class, Word, words};

/// Years that a bare number of four digits is taken for among other words.
const YEARS: RangeInclusive<i32> = 1800..=2100;
/// Years that a bare number of four digits is taken for where a date is asked for.
const ASKED_YEARS: RangeInclusive<i32> = 1000..=2100;
/// Years that are Hijri ones where they stand in a date of digits.
const HIJRI_IN_DIGITS: RangeInclusive<i32> = 1300..=1499;
/// Two digits below this are years of the 2000s, others of the 1900s.
const PIVOT: i32 = 50;
/// The century of tens that stand alone: الثمانينيات are the 1980s.
const CENTURY_OF_TENS: i32 = 1900;

/// The date that `text` begins with, and the bytes that it takes; `None` if it begins with none, or digits go on behind it.
#[must_use]
pub fn leading_date(text: &str) -> Option<(When, usize)> {
    let reader = Reader {
        words: words(text),
        bare: ASKED_YEARS,
    };
    let (when, next) = reader.date(0)?;
    // 2020 is not the date of 2020-13-45.
    let is_cut = reader.separator(next).is_some() && reader.number(next + 1).is_some();
    (!is_cut).then_some((when, reader.words.get(next.checked_sub(1)?)?.end))
}

/// The first date in the query, or the days from it to the one that it is joined to.
pub(crate) fn query_date(query: &str) -> Option<When> {
    let reader = Reader {
        words: words(query),
        bare: YEARS,
    };
    (0..reader.words.len()).find_map(|at| reader.span(at))
}

/// What was read, and the word behind it.
type Reading<T> = Option<(T, usize)>;

/// A calendar that a year is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    Hijri,
}

/// What years are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Era {
    Christ,
    BeforeChrist,
    Emigration,
}

struct Reader {
    words: Vec<Word>,
    /// What four digits without more are a year.
    bare: RangeInclusive<i32>,
}

impl Reader {
    fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|word| word.class == class)
    }

    fn value(&self, at: usize, class: Class) -> Option<i32> {
        let word = self.get(at).filter(|word| word.class == class)?;
        Some(word.value)
    }

    fn number(&self, at: usize) -> Option<&Word> {
        self.get(at).filter(|word| word.class == Class::Number)
    }

    fn is_sign(&self, at: usize, signs: &str) -> bool {
        let value = self.value(at, Class::Sign);
        signs.chars().any(|sign| value == Some(sign as i32))
    }

    /// The place behind any words of these classes.
    fn behind(&self, mut at: usize, classes: &[Class]) -> usize {
        while self
            .get(at)
            .is_some_and(|word| classes.contains(&word.class))
        {
            at += 1;
        }
        at
    }

    /// span = open joint date | date [joint date]
    fn span(&self, at: usize) -> Option<When> {
        let is_between = at
            .checked_sub(1)
            .is_some_and(|before| self.is(before, Class::Between));
        if let Some(span) = self.open_span(at, is_between) {
            return Some(span);
        }
        let (first, next) = self.date(at)?;
        let span = self
            .joined(next, is_between)
            .and_then(|last| When::range(first, last));
        Some(span.unwrap_or(first))
    }

    /// month joint month year | day [month] joint day month year
    fn open_span(&self, at: usize, is_between: bool) -> Option<When> {
        let (day, next) = self.rank(at).unzip();
        let (month, next) = match self.month(next.unwrap_or(at)) {
            Some(((Calendar::Gregorian, month), next)) => (Some(month), next),
            _ => (None, next?),
        };
        let last = self.joined(next, is_between)?;
        let (year, month_of_last, _) = last.interval.first.gregorian();
        let month = month.unwrap_or(month_of_last.into());
        let first = match day {
            Some(day) => day_of(Calendar::Gregorian, year, month, day),
            None => month_of(Calendar::Gregorian, year, month),
        };
        let first = first.filter(|first| first.precision == last.precision)?;
        When::range(first, last)
    }

    /// The date behind a joint.
    fn joined(&self, at: usize, is_between: bool) -> Option<When> {
        let is_joint = self.is(at, Class::Till) || self.is_sign(at, "-–—");
        let behind = || self.date(at + 1).filter(|_| is_joint || is_between);
        let here = || self.date(at).filter(|_| is_between);
        here().or_else(behind).map(|(when, _)| when)
    }

    /// date = [weekday ["،"]] (part whole | whole)
    fn date(&self, at: usize) -> Reading<When> {
        let behind = self.behind(at, &[Class::Unit, Class::Weekday]);
        let from = if behind > at {
            behind + usize::from(self.is_sign(behind, "،,"))
        } else {
            at
        };
        self.part(from).or_else(|| self.whole(from))
    }

    fn part(&self, at: usize) -> Reading<When> {
        let word = self.get(at).filter(|word| !word.article)?;
        let qualifier = match word.class {
            Class::Early => Qualifier::Early,
            Class::Mid => Qualifier::Mid,
            Class::Late => Qualifier::Late,
            _ => return None,
        };
        let next = at + 1 + usize::from(self.is_sign(at + 1, "-"));
        let (when, next) = self.whole(self.behind(next, &[Class::Of, Class::Unit]))?;
        let has_parts = when.precision > Precision::Day && when.qualifier == Qualifier::Exact;
        has_parts.then(|| (when.qualified(qualifier), next))
    }

    fn whole(&self, at: usize) -> Reading<When> {
        self.digits(at)
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.season(at))
            .or_else(|| self.fraction(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
            .or_else(|| self.years(at))
            .or_else(|| self.year(at))
    }

    /// n sep n [sep n] [era]
    fn digits(&self, at: usize) -> Reading<When> {
        let (first, second) = (self.number(at)?, self.number(at + 2)?);
        let sign = self.separator(at + 1)?;
        let third = self
            .number(at + 4)
            .filter(|_| self.separator(at + 3) == Some(sign));
        let Some(third) = third else {
            return self.month_in_digits(*first, *second, sign, at + 3);
        };
        let (year, day) = match (first.digits, third.digits) {
            (4, 1 | 2) => (first.value, third.value),
            (1 | 2, 4) => (third.value, first.value),
            (1 | 2, 2) if third.value < PIVOT => (2000 + third.value, first.value),
            (1 | 2, 2) => (1900 + third.value, first.value),
            _ => return None,
        };
        // 3/23/2019 can only be the American order.
        let (month, day) = if second.value > 12 {
            (day, second.value)
        } else {
            (second.value, day)
        };
        let (calendar, next) = self.calendar_of_digits(at + 5, year);
        Some((day_of(calendar, year, month, day)?, next))
    }

    /// yyyy-mm | yyyy/mm | mm/yyyy
    fn month_in_digits(&self, first: Word, second: Word, sign: char, next: usize) -> Reading<When> {
        let (year, month) = match (first.digits, second.digits) {
            (1 | 2, 4) if sign != '.' => (second.value, first.value),
            (4, 2) | (4, 1) if sign != '.' && second.value != first.value % 100 + 1 => {
                (first.value, second.value)
            }
            _ => return None,
        };
        let (calendar, next) = self.calendar_of_digits(next, year);
        Some((month_of(calendar, year, month)?, next))
    }

    /// The sign between two numbers: nothing else stands between them, but for blanks around a stroke.
    fn separator(&self, at: usize) -> Option<char> {
        let sign = ['/', '-', '.']
            .into_iter()
            .find(|&sign| self.value(at, Class::Sign) == Some(sign as i32))?;
        let tight = self.get(at)?.glued && self.get(at + 1)?.glued;
        (tight || sign == '/').then_some(sign)
    }

    fn calendar_of_digits(&self, at: usize, year: i32) -> (Calendar, usize) {
        match self.era(at) {
            Some((Era::Emigration, next)) => (Calendar::Hijri, next),
            Some((_, next)) => (Calendar::Gregorian, next),
            None if HIJRI_IN_DIGITS.contains(&year) => (Calendar::Hijri, at),
            None => (Calendar::Gregorian, at),
        }
    }

    /// (n | ordinal) ["من"] month year
    fn day_first(&self, at: usize) -> Reading<When> {
        let (day, next) = self.rank(at)?;
        let next = self.behind(next, &[Class::Of, Class::Unit]);
        let next = next + usize::from(self.is_sign(next, "/-"));
        let ((calendar, month), next) = self.month(next)?;
        let ((calendar, year), next) = self.year_behind(calendar, next)?;
        Some((day_of(calendar, year, month, day)?, next))
    }

    /// month [n ["،"]] year
    fn month_first(&self, at: usize) -> Reading<When> {
        let ((calendar, month), next) = self.month(at)?;
        let with_day = || {
            let (day, behind) = self.rank(next).filter(|(day, _)| *day <= 31)?;
            let ((calendar, year), behind) = self.year_behind(calendar, behind)?;
            Some((day_of(calendar, year, month, day)?, behind))
        };
        with_day().or_else(|| {
            let ((calendar, year), next) = self.year_behind(calendar, next)?;
            Some((month_of(calendar, year, month)?, next))
        })
    }

    /// A month's name, or two of the same month: آذار/مارس, آذار (مارس).
    fn month(&self, at: usize) -> Reading<(Calendar, i32)> {
        let (first, next) = self.month_name(at)?;
        if !self.is_sign(next, "/-(") {
            return Some((first, next));
        }
        match self.month_name(next + 1) {
            Some((second, next)) => {
                (second == first).then(|| (first, next + usize::from(self.is_sign(next, ")"))))
            }
            None => Some((first, next)),
        }
    }

    fn month_name(&self, at: usize) -> Reading<(Calendar, i32)> {
        let word = self.get(at)?;
        let rank = |later| match self.get(at + 1)? {
            Word {
                class: Class::Ordinal,
                value: value @ 1..=2,
                ..
            } => Some(*value),
            Word {
                class: Class::Later,
                ..
            } => later,
            _ => None,
        };
        use Calendar::{Gregorian, Hijri};
        let (calendar, month, length) = match word.class {
            Class::Month => (Gregorian, word.value, 1),
            Class::Kanun => (Gregorian, if rank(None)? == 1 { 12 } else { 1 }, 2),
            Class::Tishrin => (Gregorian, 9 + rank(None)?, 2),
            Class::Hijri => (Hijri, word.value, 1),
            Class::Rabi => (Hijri, 2 + rank(Some(2))?, 2),
            Class::Jumada => (Hijri, 4 + rank(Some(2))?, 2),
            Class::Dhu => (Hijri, self.value(at + 1, Class::Sacred)?, 2),
            _ => return None,
        };
        Some(((calendar, month), at + length))
    }

    /// The year of a month: ["من"] ["عام"] n [era], four digits if nothing else says that it is a year.
    fn year_behind(&self, calendar: Calendar, at: usize) -> Reading<(Calendar, i32)> {
        let at = at + usize::from(self.is_sign(at, "،,/-."));
        let of = self.behind(at, &[Class::Of]);
        let named = self.is(of, Class::Year);
        let number = self.number(of + usize::from(named))?;
        let next = of + usize::from(named) + 1;
        let era = self.era(next);
        let known = named || era.is_some() || number.digits == 4;
        let (calendar, year, next) = match era {
            Some((Era::Emigration, next)) => (Calendar::Hijri, number.value, next),
            Some((Era::Christ, next)) => (Calendar::Gregorian, number.value, next),
            Some((Era::BeforeChrist, next)) => (Calendar::Gregorian, 1 - number.value, next),
            None => (calendar, number.value, next),
        };
        known.then_some(((calendar, year), next))
    }

    /// era = "م" | "ميلادي" | "هـ" | "هجري" | "ق" ["."] "م" | "قبل الميلاد" | "BC"
    fn era(&self, at: usize) -> Reading<Era> {
        match self.get(at)?.class {
            Class::Common => Some((Era::Christ, at + 1)),
            Class::Hijra => Some((Era::Emigration, at + 1)),
            Class::Bc => Some((Era::BeforeChrist, at + 1)),
            Class::Before | Class::Short => {
                let next = at + 1 + usize::from(self.is_sign(at + 1, "."));
                self.is(next, Class::Common)
                    .then_some((Era::BeforeChrist, next + 1))
            }
            _ => None,
        }
    }

    /// season ["من"] year; a winter begins in its first year
    fn season(&self, at: usize) -> Reading<When> {
        let season = match self.get(at)? {
            Word {
                class: Class::Rabi, ..
            } => 0,
            Word {
                class: Class::Season,
                value,
                ..
            } => *value,
            _ => return None,
        };
        let season = *Season::ALL.get(usize::try_from(season).ok()?)?;
        let (year, next) = self.gregorian_year_behind(at + 1)?;
        let second = self
            .number(next + 1)
            .filter(|_| season == Season::Winter && self.is_sign(next, "-/"));
        let both =
            second.is_some_and(|second| [year + 1, (year + 1) % 100].contains(&second.value));
        Some((When::season(year, season)?, next + if both { 2 } else { 0 }))
    }

    fn gregorian_year_behind(&self, at: usize) -> Reading<i32> {
        let ((calendar, year), next) = self.year_behind(Calendar::Gregorian, at)?;
        (calendar == Calendar::Gregorian).then_some((year, next))
    }

    /// ("الربع" | "النصف") ordinal ["من"] year | ordinal ("quarter" | "half") ["of"] year
    fn fraction(&self, at: usize) -> Reading<When> {
        let is_unit = |at| self.is(at, Class::Quarter) || self.is(at, Class::Half);
        let (unit, rank) = if is_unit(at) {
            (at, at + 1)
        } else {
            (at + 1, at)
        };
        let rank = self
            .value(rank, Class::Ordinal)
            .or_else(|| self.is(rank, Class::Later).then_some(-1))?;
        if !is_unit(unit) {
            return None;
        }
        let (year, next) = self.gregorian_year_behind(at + 2)?;
        let when = match (self.is(unit, Class::Quarter), rank) {
            (true, -1) => When::quarter(year, Quarter::new(4)?),
            (true, n) => When::quarter(year, Quarter::new(u8::try_from(n).ok()?)?),
            (false, 1) => When::half(year, Half::First),
            (false, 2 | -1) => When::half(year, Half::Second),
            (false, _) => None,
        };
        Some((when?, next))
    }

    /// ["عقد"] tens ["من"] [century] | "العقد" ordinal ["من"] century | nnn0 "s"
    fn decade(&self, at: usize) -> Reading<When> {
        if let Some(number) = self.number(at) {
            let plural = self.get(at + 1).filter(|word| {
                word.class == Class::Other && word.glued && word.end == word.start + 1
            })?;
            let whole =
                number.digits == 4 && number.value % 10 == 0 && self.bare.contains(&number.value);
            return (whole && plural.glued).then(|| (When::decade(number.value), at + 2));
        }
        let headed = self.is(at, Class::Decade);
        let word = at + usize::from(headed);
        if let Some(tens) = self.value(word, Class::Tens) {
            let bare = headed || self.get(word)?.article;
            return match self.century_of_decade(word + 1) {
                Some((start, next)) => Some((When::decade(start + tens), next)),
                None => bare.then(|| (When::decade(CENTURY_OF_TENS + tens), word + 1)),
            };
        }
        let (n, next) = self.ordinal(word).filter(|_| headed)?;
        let (start, next) = self.century_of_decade(next)?;
        (n <= 10).then(|| (When::decade(start + 10 * (n - 1)), next))
    }

    /// ["من"] "القرن" (ordinal | "الماضي" | "الحالي"): its first year
    fn century_of_decade(&self, at: usize) -> Reading<i32> {
        let at = self.behind(at, &[Class::Of]);
        if !self.is(at, Class::Century) {
            return None;
        }
        match self.get(at + 1)?.class {
            Class::Past => Some((CENTURY_OF_TENS, at + 2)),
            Class::Present => Some((CENTURY_OF_TENS + 100, at + 2)),
            _ => {
                let (n, next) = self.rank(at + 1)?;
                Some(((n - 1) * 100, next))
            }
        }
    }

    /// "القرن" (ordinal | n) [era] | (ordinal | n "th") "century" [era]
    fn century(&self, at: usize) -> Reading<When> {
        let (n, next) = if self.is(at, Class::Century) {
            self.rank(at + 1)?
        } else {
            let (n, next) = self.rank(at)?;
            (n, self.is(next, Class::Century).then_some(next + 1)?)
        };
        match self.era(next) {
            Some((Era::Emigration, next)) => Some((hijri_century(n)?, next)),
            Some((Era::BeforeChrist, next)) => Some((When::century(-n), next)),
            Some((Era::Christ, next)) => Some((When::century(n), next)),
            None => Some((When::century(n), next)),
        }
    }

    /// A number of at most two digits, with its article or English ending, or an ordinal in words.
    fn rank(&self, at: usize) -> Reading<i32> {
        let at = at + usize::from(self.is(at, Class::Article));
        let Some(number) = self.number(at) else {
            return self.ordinal(at);
        };
        let ending = self.get(at + 1).is_some_and(|word| {
            word.glued && word.class == Class::Other && word.end == word.start + 2
        });
        (number.digits <= 2 && number.value > 0)
            .then_some((number.value, at + 1 + usize::from(ending)))
    }

    /// ordinal = "الأول" … "العاشر" ["عشر" | "والعشرين" | "والثلاثين"]
    fn ordinal(&self, at: usize) -> Reading<i32> {
        let ones = self.value(at, Class::Ordinal)?;
        let more = match self.get(at + 1) {
            Some(Word {
                class: Class::Teen,
                value,
                ..
            }) if ones < 10 => *value,
            Some(Word {
                class: Class::Ordinal,
                value: value @ 20..,
                ..
            }) if ones < 10 => *value,
            _ => return Some((ones, at + 1)),
        };
        Some((ones + more, at + 2))
    }

    /// yyyy "-" (yyyy | yy)
    fn years(&self, at: usize) -> Reading<When> {
        let at = at + usize::from(self.is(at, Class::Year));
        let (first, second) = (self.number(at)?, self.number(at + 2)?);
        let last = match (first.digits, second.digits) {
            (4, 4) => second.value,
            (4, 2) => first.value / 100 * 100 + second.value,
            _ => return None,
        };
        let tight =
            self.is_sign(at + 1, "-–/") && self.get(at + 1)?.glued && self.get(at + 2)?.glued;
        let plausible =
            self.bare.contains(&first.value) && first.value < last && last <= *self.bare.end();
        (tight && plausible).then_some(())?;
        Some((
            When::range(When::year(first.value), When::year(last))?,
            at + 3,
        ))
    }

    /// ["عام"] n [era]
    fn year(&self, at: usize) -> Reading<When> {
        let named = self.is(at, Class::Year);
        let at = at + usize::from(named);
        let number = self.number(at).filter(|number| number.value > 0)?;
        let plausible = if named {
            1..=*YEARS.end()
        } else {
            self.bare.clone()
        };
        let date = match self.era(at + 1) {
            Some((Era::Emigration, next)) => (
                When::unit(hijri::year_interval(number.value)?, Precision::Year),
                next,
            ),
            Some((Era::Christ, next)) => (When::year(number.value), next),
            Some((Era::BeforeChrist, next)) => (When::year(1 - number.value), next),
            None if plausible.contains(&number.value) && (named || number.digits == 4) => {
                (When::year(number.value), at + 1)
            }
            None => return None,
        };
        Some(date)
    }
}

fn day_of(calendar: Calendar, year: i32, month: i32, day: i32) -> Option<When> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let day = match calendar {
        Calendar::Gregorian => Day::from_gregorian(year, month, day),
        Calendar::Hijri => hijri::to_day(year, month, day),
    };
    day.map(When::day)
}

fn month_of(calendar: Calendar, year: i32, month: i32) -> Option<When> {
    let month = u8::try_from(month).ok()?;
    match calendar {
        Calendar::Gregorian => When::month(year, month),
        Calendar::Hijri => Some(When::unit(
            hijri::month_interval(year, month)?,
            Precision::Month,
        )),
    }
}

/// The `n`-th century of the Hijri calendar: the first has the years 1 to 99, the fifth 400 to 499.
fn hijri_century(n: i32) -> Option<When> {
    let first = (n - 1) * 100;
    let years = Interval::new(
        hijri::year_interval(first.max(1))?.first,
        hijri::year_interval(first + 99)?.last,
    )?;
    Some(When::unit(years, Precision::Century))
}
#[cfg(test)]
mod tests {
    use super::query_date;

    fn check(query: &str, edtf: &str) {
        assert_eq!(
            query_date(query).map(|when| when.edtf()).as_deref(),
            Some(edtf),
            "{query}"
        );
    }

    #[test]
    fn months_with_years() {
        check("الفيضانات مارس 2019", "2019-03");
        check("آذار 2019", "2019-03");
        check("كانون الثاني ٢٠٢٢", "2022-01");
        check("elections march 2011", "2011-03");
    }

    #[test]
    fn years_and_written_forms() {
        check("انتخابات 2005", "2005");
        check("2017-06 زلزال", "2017-06");
        check("2017-10-17", "2017-10-17");
        check("من ٢٠١٧-١٠", "2017-10");
        check("2017-13", "2017");
    }

    #[test]
    fn two_dates_that_are_joined() {
        check("معارك بين 2010 و2012", "2010/2012");
        check("هجرة بين عامي ١٩٤٨ و ١٩٦٧", "1948/1967");
        check("between 2010 and 2012", "2010/2012");
        check("الانتخابات من 2010 إلى 2012", "2010/2012");
        check("من عام 2010 حتى عام 2012", "2010/2012");
        check("2010 - 2012", "2010/2012");
        check("من مارس 2014 إلى يناير 2016", "2014-03/2016-01");
        check("بين يناير ومارس 2012", "2012-01/2012-03");
        check("من آذار/مارس إلى أيار/مايو 1991", "1991-03/1991-05");
        check("5-10 أكتوبر 1973", "1973-10-05/1973-10-10");
        check("من 28 شباط إلى 3 آذار 1991", "1991-02-28/1991-03-03");
        check("2014 و2016", "2014");
        check("من 2016 إلى 2014", "2016");
        check("من يناير إلى 2012", "2012");
        check("من القاهرة إلى دمشق 1961", "1961");
        check("ازدياد 5 إلى 2012", "2012");
    }

    #[test]
    fn other_numbers_are_no_dates() {
        assert_eq!(query_date("قرار 242"), None);
        assert_eq!(query_date("مارس الرياضة"), None);
        assert_eq!(query_date("9999 شخص"), None);
        assert_eq!(query_date(""), None);
    }
}
