//! Dates as people write them.

use crate::decimal::decimal;
use crate::when::century_of;
use crate::{
    Day, Extent, Interval, Language, Precision, Qualifier, Style, When, digits, month_name,
};

/// The label of a date in a style: "23 آذار 2019", "آذار/مارس 2019", "صيف 2016", "نحو 2014", "حزيران – تشرين الأول 2017",
/// "early January 2019". No letters or marks other than these: the page may set it in any direction.
#[must_use]
pub fn label(when: &When, style: &Style) -> String {
    digits(&qualified(when, style), style)
}

/// The label with Latin digits.
fn qualified(when: &When, style: &Style) -> String {
    let bare = || bare(when, style);
    match when.qualifier {
        Qualifier::Exact => bare(),
        Qualifier::About => spaced(word(style, "نحو", "about"), &bare()),
        Qualifier::Early => spaced(word(style, "أوائل", "early"), &whole(when, style)),
        Qualifier::Mid => spaced(word(style, "منتصف", "mid"), &whole(when, style)),
        Qualifier::Late => spaced(word(style, "أواخر", "late"), &whole(when, style)),
        Qualifier::Before => spaced(
            word(style, "قبل", "before"),
            &unit(when.interval.last + 1, when.precision, style),
        ),
        Qualifier::After => spaced(
            word(style, "بعد", "after"),
            &unit(when.interval.first - 1, when.precision, style),
        ),
    }
}

/// The label without a qualifier: one unit, or a range.
fn bare(when: &When, style: &Style) -> String {
    match when.extent {
        Extent::Unit if when.precision == Precision::Week => week(when, style),
        Extent::Unit if when.is_whole_unit() => whole(when, style),
        // A unit of another calendar: its ends, one step finer, are what Gregorian words can say of it.
        Extent::Unit if when.precision >= Precision::Year => {
            range(when.interval, Precision::Month, style)
        }
        Extent::Unit => range(when.interval, Precision::Day, style),
        Extent::Range => range(when.interval, when.precision, style),
    }
}

fn whole(when: &When, style: &Style) -> String {
    unit(when.interval.first, when.precision, style)
}

fn week(when: &When, style: &Style) -> String {
    spaced(
        word(style, "أسبوع", "week of"),
        &unit(when.interval.first, Precision::Day, style),
    )
}

/// A range; the ends share what they have in common.
fn range(interval: Interval, precision: Precision, style: &Style) -> String {
    let Interval { first, last } = interval;
    match (first.is_finite(), last.is_finite()) {
        (true, false) => spaced(word(style, "منذ", "since"), &unit(first, precision, style)),
        (false, true) => spaced(word(style, "حتى", "until"), &unit(last, precision, style)),
        (false, false) => word(style, "غير محدد", "any time").to_owned(),
        (true, true) => closed_range(first, last, precision, style),
    }
}

fn closed_range(first: Day, last: Day, precision: Precision, style: &Style) -> String {
    let (full_first, full_last) = (unit(first, precision, style), unit(last, precision, style));
    if full_first == full_last {
        return full_first;
    }
    let ((year, month, day), (last_year, last_month, last_day)) =
        (first.gregorian(), last.gregorian());
    match precision {
        Precision::Day | Precision::Week if (year, month) == (last_year, last_month) => {
            let days = [&decimal(day.into(), 1), "–", &decimal(last_day.into(), 1)].concat();
            spaced(&days, &unit(first, Precision::Month, style))
        }
        Precision::Day | Precision::Week if year == last_year => {
            let first = spaced(&decimal(day.into(), 1), &month_name(month, style));
            [&first, " – ", &full_last].concat()
        }
        Precision::Month if year == last_year => {
            [&month_name(month, style), " – ", &full_last].concat()
        }
        Precision::Year if year > 0 => [&decimal(year, 1), "–", &decimal(last_year, 1)].concat(),
        _ => [&full_first, " – ", &full_last].concat(),
    }
}

/// The unit of a precision that a day is in.
fn unit(day: Day, precision: Precision, style: &Style) -> String {
    let (year, month, day_of_month) = day.gregorian();
    let year_text = |year| year_text(year, style);
    match precision {
        Precision::Day | Precision::Week => spaced(
            &decimal(day_of_month.into(), 1),
            &unit(day, Precision::Month, style),
        ),
        Precision::Month => spaced(&month_name(month, style), &year_text(year)),
        // The winter of a January is that of the year before.
        Precision::Season if month < 3 => spaced(season(12, style), &year_text(year - 1)),
        Precision::Season => spaced(season(month, style), &year_text(year)),
        Precision::Quarter => spaced(quarter(month, style), &year_text(year)),
        Precision::Half => spaced(half(month, style), &year_text(year)),
        Precision::Year => year_text(year),
        Precision::Decade => decade(year, style),
        Precision::Century => century(century_of(year), style),
    }
}

fn year_text(year: i32, style: &Style) -> String {
    match year {
        1.. => decimal(year, 1),
        _ => spaced(&decimal(1 - year, 1), word(style, "ق.م", "BC")),
    }
}

fn season(month: u8, style: &Style) -> &'static str {
    match month / 3 {
        1 => word(style, "ربيع", "spring"),
        2 => word(style, "صيف", "summer"),
        3 => word(style, "خريف", "autumn"),
        _ => word(style, "شتاء", "winter"),
    }
}

fn quarter(month: u8, style: &Style) -> &'static str {
    match month.div_ceil(3) {
        1 => word(style, "الربع الأول", "Q1"),
        2 => word(style, "الربع الثاني", "Q2"),
        3 => word(style, "الربع الثالث", "Q3"),
        _ => word(style, "الربع الرابع", "Q4"),
    }
}

fn half(month: u8, style: &Style) -> &'static str {
    if month < 7 {
        word(style, "النصف الأول", "first half")
    } else {
        word(style, "النصف الثاني", "second half")
    }
}

fn decade(year: i32, style: &Style) -> String {
    let first = year.div_euclid(10) * 10;
    match style.language {
        Language::Arabic => spaced("عقد", &year_text(first, style)),
        Language::English => [&decimal(first, 1), "s"].concat(),
    }
}

fn century(n: i32, style: &Style) -> String {
    let number = decimal(n.abs(), 1);
    let era = if n < 0 {
        word(style, " ق.م", " BC")
    } else {
        ""
    };
    match style.language {
        Language::Arabic => ["القرن ", &number, era].concat(),
        Language::English => [&number, english_ordinal_ending(n.abs()), " century", era].concat(),
    }
}

fn english_ordinal_ending(number: i32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// Two words with a blank between them.
fn spaced(first: &str, second: &str) -> String {
    [first, " ", second].concat()
}

fn word(style: &Style, arabic: &'static str, english: &'static str) -> &'static str {
    match style.language {
        Language::Arabic => arabic,
        Language::English => english,
    }
}
