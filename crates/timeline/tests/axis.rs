//! The axis of windows whose ticks can be told from a calendar.
//!
//! A letter is 7 px wide here, so a day takes 14 px, the longest Levantine month (تشرين الثاني, 12 letters) 84 px, a year
//! 28 px; 12 px stay between labels.

#![expect(clippy::unwrap_used, reason = "the dates here exist")]

use tawarikh_calendar::{Day, Digits, Language, Months, Style};
use tawarikh_timeline::{Metrics, Timeline, Viewport};

const LEVANTINE: Style = Style {
    language: Language::Arabic,
    months: Months::Levantine,
    digits: Digits::Latin,
};
const ENGLISH: Style = Style {
    language: Language::English,
    ..LEVANTINE
};

fn window(from: (i32, u8, u8), to: (i32, u8, u8), width: f64) -> Viewport {
    let day =
        |(year, month, day)| f64::from(Day::from_gregorian(year, month, day).unwrap().rata_die());
    Viewport {
        first: day(from),
        last: day(to),
        width,
    }
}

/// The two rows as `x label`, rounded to whole px.
fn rows(viewport: Viewport, style: &Style) -> [String; 2] {
    let metrics = Metrics {
        char_px: 7.0,
        ..Metrics::default()
    };
    let ticks = Timeline::new(Vec::new(), viewport.span().unwrap(), metrics)
        .layout(&viewport, style)
        .ticks;
    [false, true].map(|major| {
        let row = ticks.iter().filter(|tick| tick.major == major);
        row.map(|tick| format!("{:.0} {}", tick.x, tick.label))
            .collect::<Vec<_>>()
            .join(" | ")
    })
}

#[track_caller]
fn check(viewport: Viewport, style: &Style, [minor, major]: [&str; 2]) {
    assert_eq!(rows(viewport, style), [minor, major]);
}

#[test]
fn a_week_has_its_days_under_their_month() {
    // 40 px a day; the 28 days of the shortest month would take 1120 px.
    let viewport = window((2019, 3, 20), (2019, 3, 27), 280.0);
    check(
        viewport,
        &LEVANTINE,
        [
            "0 20 | 40 21 | 80 22 | 120 23 | 160 24 | 200 25 | 240 26 | 280 27",
            "0 آذار 2019",
        ],
    );
}

#[test]
fn the_next_month_pushes_the_context_out() {
    // The first of April is 80 px from the edge; "آذار 2019" takes 9 x 7 px and the gap 12: it begins at 80 - 75 = 5, so it stays.
    let viewport = window((2019, 3, 30), (2019, 4, 4), 200.0);
    check(
        viewport,
        &LEVANTINE,
        [
            "0 30 | 40 31 | 80 1 | 120 2 | 160 3 | 200 4",
            "0 آذار 2019 | 80 نيسان 2019",
        ],
    );
    // At 40 px it has to begin at 40 - 75 = -35.
    let viewport = window((2019, 3, 31), (2019, 4, 4), 160.0);
    check(
        viewport,
        &LEVANTINE,
        [
            "0 31 | 40 1 | 80 2 | 120 3 | 160 4",
            "-35 آذار 2019 | 40 نيسان 2019",
        ],
    );
}

#[test]
fn days_thin_out_toward_the_first_of_the_next_month() {
    // 7 px a day: every fifth day has 4 x 7 = 28 px before the first, enough for 14 + 12; every second only 14.
    // February 2017 has 28 days: the 26th would stand 3 days before the first, so it goes.
    let viewport = window((2017, 2, 1), (2017, 3, 12), 273.0);
    check(
        viewport,
        &ENGLISH,
        [
            "0 1 | 35 6 | 70 11 | 105 16 | 140 21 | 196 1 | 231 6 | 266 11",
            "0 February 2017 | 196 March 2017",
        ],
    );
}

#[test]
fn a_year_has_its_quarters_where_its_months_do_not_fit() {
    // 2 px a day: a month has 56 px and would need 84 + 12; a quarter has 180.
    let viewport = window((2017, 1, 1), (2018, 1, 1), 730.0);
    check(
        viewport,
        &LEVANTINE,
        [
            "0 كانون الثاني | 180 نيسان | 362 تموز | 546 تشرين الأول | 730 كانون الثاني",
            "0 2017 | 730 2018",
        ],
    );
    // English needs 3 x 7 + 12 = 33 px.
    let english = rows(viewport, &ENGLISH);
    assert!(
        english[0].starts_with("0 Jan | 62 Feb | 118 Mar | 180 Apr"),
        "{}",
        english[0]
    );
}

#[test]
fn years_stay_in_the_row_of_the_context() {
    // 0.2 px a day: a year has 73 px, six months 36.
    let viewport = window((2013, 7, 1), (2017, 7, 1), 292.2);
    check(
        viewport,
        &LEVANTINE,
        ["", "37 2014 | 110 2015 | 183 2016 | 256 2017"],
    );
}

#[test]
fn centuries_have_round_years_and_no_year_zero() {
    // 730 px for 1000 years and a year has to have 40 px: every hundredth has 73.
    let viewport = window((-499, 1, 1), (501, 1, 1), 730.0);
    check(
        viewport,
        &ENGLISH,
        [
            "",
            "0 500 BC | 73 400 BC | 146 300 BC | 219 200 BC | 292 100 BC | 437 100 | 510 200 | 583 300 | 656 400 | 729 500",
        ],
    );
}

#[test]
fn digits_and_months_follow_the_reader() {
    let style = Style {
        months: Months::Gregorian,
        digits: Digits::ArabicIndic,
        ..LEVANTINE
    };
    let viewport = window((2014, 6, 28), (2014, 7, 2), 160.0);
    check(
        viewport,
        &style,
        [
            "0 ٢٨ | 40 ٢٩ | 80 ٣٠ | 120 ١ | 160 ٢",
            "0 يونيو ٢٠١٤ | 120 يوليو ٢٠١٤",
        ],
    );
}
