//! Laws of the calendars, of EDTF and of labels, on random input.

#![allow(clippy::unwrap_used)] // strategies and tables are part of the tests

use proptest::prelude::*;
use tawarikh_calendar::{
    Day, Digits, Extent, Half, Interval, Language, Months, Precision, Qualifier, Quarter, Season,
    Style, When, label,
};

/// Days of the years that have four digits.
fn day() -> impl Strategy<Value = Day> {
    let Interval { first, last } = Interval::years(-9998, 9998);
    (first.rata_die()..=last.rata_die()).prop_map(Day::from_rata_die)
}

/// Units that EDTF can write.
fn unit() -> impl Strategy<Value = When> {
    let years = -9000..9000i32;
    prop_oneof![
        day().prop_map(When::day),
        (years.clone(), 1..=12u8).prop_map(|(year, month)| When::month(year, month).unwrap()),
        (years.clone(), 0..4usize).prop_map(|(year, season)| When::season(
            year,
            Season::ALL[season]
        )
        .unwrap()),
        (years.clone(), 1..=4u8).prop_map(|(year, n)| When::quarter(
            year,
            Quarter::new(n).unwrap()
        )
        .unwrap()),
        years
            .clone()
            .prop_map(|year| When::half(year, Half::First).unwrap()),
        years
            .clone()
            .prop_map(|year| When::half(year, Half::Second).unwrap()),
        years.prop_map(When::year),
        (0..900i32).prop_map(|decade| When::decade(decade * 10)),
        prop_oneof![1..90i32, -90..-1i32].prop_map(When::century),
    ]
}

fn qualifier() -> impl Strategy<Value = Qualifier> {
    prop::sample::select(vec![
        Qualifier::Exact,
        Qualifier::About,
        Qualifier::Early,
        Qualifier::Mid,
        Qualifier::Late,
        Qualifier::Before,
        Qualifier::After,
    ])
}

proptest! {
    #[test]
    fn gregorian_and_back(day in day()) {
        let (year, month, day_of_month) = day.gregorian();
        prop_assert_eq!(Day::from_gregorian(year, month, day_of_month), Some(day));
        prop_assert_eq!((day + 1).weekday().number(), day.weekday().number() % 7 + 1);
    }

    #[test]
    fn any_number_is_a_day_without_panic(days: i32, shift: i32) {
        let day = Day::from_rata_die(days);
        let _ = (day.gregorian(), day.weekday(), day + shift, day - shift, day - Day::from_rata_die(shift));
    }

    #[cfg(feature = "hijri")]
    #[test]
    fn hijri_and_back(days in 227_015..735_000i32) {
        let day = Day::from_rata_die(days);
        let (year, month, day_of_month) = tawarikh_calendar::hijri::from_day(day).unwrap();
        prop_assert_eq!(tawarikh_calendar::hijri::to_day(year, month, day_of_month), Some(day));
        let interval = tawarikh_calendar::hijri::month_interval(year, month).unwrap();
        prop_assert!(interval.contains(Interval::day(day)) && (29..=30).contains(&interval.days().unwrap()));
        prop_assert!(tawarikh_calendar::hijri::year_interval(year).unwrap().contains(interval));
    }

    #[test]
    fn edtf_of_a_unit_reads_back(when in unit()) {
        prop_assert_eq!(When::from_edtf(&when.edtf()), Ok(when));
        let about = when.qualified(Qualifier::About);
        prop_assert_eq!(When::from_edtf(&about.edtf()), Ok(about));
    }

    #[test]
    fn edtf_keeps_the_interval_of_anything(from in unit(), to in unit(), qualifier in qualifier(), open in 0..3) {
        let when = match open {
            0 => from.qualified(qualifier),
            1 => from.onwards(),
            _ => match When::range(from, to) { Some(range) => range, None => to.until() },
        };
        prop_assert_eq!(When::from_edtf(&when.edtf()).map(|when| when.interval), Ok(when.interval));
    }

    #[test]
    fn edtf_never_panics(text in "[0-9X/~.-]{0,14}|\\PC{0,12}") {
        let _ = When::from_edtf(&text);
    }

    #[test]
    fn thirds_lie_inside_and_cover(when in unit()) {
        let part = |qualifier| when.qualified(qualifier).interval;
        let (early, mid, late) = (part(Qualifier::Early), part(Qualifier::Mid), part(Qualifier::Late));
        prop_assert_eq!(early.first, when.interval.first);
        prop_assert_eq!(late.last, when.interval.last);
        prop_assert!(when.interval.contains(mid) && early.last + 1 >= mid.first && mid.last + 1 >= late.first);
    }

    #[test]
    fn a_label_is_one_line_in_the_style_s_digits(when in unit(), qualifier in qualifier()) {
        let style = Style { digits: Digits::ArabicIndic, ..Style::default() };
        let label = label(&when.qualified(qualifier), &style);
        prop_assert!(!label.is_empty() && !label.contains('\n') && !label.bytes().any(|byte| byte.is_ascii_digit()));
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_style_reads_from_the_page_s_names() {
    let text = r#"{"language":"english","months":"both","digits":"arabicIndic"}"#;
    let style = Style {
        language: Language::English,
        months: Months::Both,
        digits: Digits::ArabicIndic,
    };
    assert_eq!(serde_json::from_str::<Style>(text).unwrap(), style);
    let when = When::year(2019);
    assert_eq!(
        serde_json::from_str::<When>(&serde_json::to_string(&when).unwrap()).unwrap(),
        when
    );
}

/// EDTF, then the label in Levantine Arabic, in both sets of months, and in English.
const LABELS: [(&str, &str, &str, &str); 19] = [
    (
        "2019-03-23",
        "23 آذار 2019",
        "23 آذار/مارس 2019",
        "23 March 2019",
    ),
    ("2019-03", "آذار 2019", "آذار/مارس 2019", "March 2019"),
    ("2019", "2019", "2019", "2019"),
    ("2014~", "نحو 2014", "نحو 2014", "about 2014"),
    ("2016-22", "صيف 2016", "صيف 2016", "summer 2016"),
    ("2016-24", "شتاء 2016", "شتاء 2016", "winter 2016"),
    ("2017-33", "الربع الأول 2017", "الربع الأول 2017", "Q1 2017"),
    (
        "2017-41",
        "النصف الثاني 2017",
        "النصف الثاني 2017",
        "second half 2017",
    ),
    ("201X", "عقد 2010", "عقد 2010", "2010s"),
    ("19XX", "القرن 20", "القرن 20", "20th century"),
    ("-04XX", "القرن 5 ق.م", "القرن 5 ق.م", "5th century BC"),
    ("-0043", "44 ق.م", "44 ق.م", "44 BC"),
    (
        "2017-06/2017-10",
        "حزيران – تشرين الأول 2017",
        "حزيران/يونيو – تشرين الأول/أكتوبر 2017",
        "June – October 2017",
    ),
    (
        "2016-12/2017-02",
        "كانون الأول 2016 – شباط 2017",
        "كانون الأول/ديسمبر 2016 – شباط/فبراير 2017",
        "December 2016 – February 2017",
    ),
    (
        "2019-01-18/2019-01-20",
        "18–20 كانون الثاني 2019",
        "18–20 كانون الثاني/يناير 2019",
        "18–20 January 2019",
    ),
    (
        "2019-01-18/2019-02-02",
        "18 كانون الثاني – 2 شباط 2019",
        "18 كانون الثاني/يناير – 2 شباط/فبراير 2019",
        "18 January – 2 February 2019",
    ),
    ("2014/2017", "2014–2017", "2014–2017", "2014–2017"),
    ("2014/..", "منذ 2014", "منذ 2014", "since 2014"),
    (
        "../2019-03",
        "حتى آذار 2019",
        "حتى آذار/مارس 2019",
        "until March 2019",
    ),
];

#[test]
fn labels_are_what_people_write() {
    let both = Style {
        months: Months::Both,
        ..Style::default()
    };
    let english = Style {
        language: Language::English,
        ..Style::default()
    };
    for (edtf, levantine, dual, english_label) in LABELS {
        let when = When::from_edtf(edtf).unwrap();
        assert_eq!(label(&when, &Style::default()), levantine);
        assert_eq!(label(&when, &both), dual);
        assert_eq!(label(&when, &english), english_label);
        assert_eq!(when.edtf(), edtf);
    }
}

#[test]
fn qualifiers_keep_the_unit_in_the_label() {
    let january = When::month(2019, 1).unwrap();
    let english = Style {
        language: Language::English,
        ..Style::default()
    };
    let early = january.qualified(Qualifier::Early);
    assert_eq!(
        (early.edtf().as_str(), early.precision),
        ("2019-01-01/2019-01-10", Precision::Month)
    );
    assert_eq!(label(&early, &Style::default()), "أوائل كانون الثاني 2019");
    assert_eq!(label(&early, &english), "early January 2019");
    assert_eq!(
        label(&january.qualified(Qualifier::Before), &english),
        "before January 2019"
    );
    assert_eq!(
        label(
            &When::year(2011).qualified(Qualifier::After),
            &Style::default()
        ),
        "بعد 2011"
    );
    assert_eq!(
        When::year(2011).qualified(Qualifier::After).edtf(),
        "2012/.."
    );
    assert_eq!(january.until().extent, Extent::Range);
}

#[test]
fn wrong_edtf_says_what_was_expected() {
    for wrong in [
        "",
        "19",
        "2019-13",
        "2019-02-29",
        "2019-00",
        "20X9",
        "2019/2018",
        "../..",
        "x",
        "2019-3",
        "٢٠١٩",
    ] {
        let error = When::from_edtf(wrong).unwrap_err();
        assert!(error.to_string().contains("expected"), "{wrong}");
    }
}
