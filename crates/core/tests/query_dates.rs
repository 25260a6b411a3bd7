//! Reads `tests/corpus/query/dates.txt` and holds the reader of a query's dates to it, and to the time tagger.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a malformed case fails the test"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tawarikh_calendar::{Interval, When};
use tawarikh_core::leading_date;
use tawarikh_timex::{Context, tag};

/// One phrasing with what it says.
struct Case {
    line: usize,
    text: String,
    /// Nothing where it is not read.
    says: Option<When>,
    /// Whether the tagger reads the same.
    tagged: bool,
}

fn cases() -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/query/dates.txt");
    let (mut says, mut tagged) = (None, false);
    let mut cases = Vec::new();
    for (number, line) in (1..).zip(fs::read_to_string(path).unwrap().lines()) {
        match line.split_once(' ').unwrap_or((line, "")) {
            ("#" | "", _) => {}
            (sign @ ("=" | "~"), edtf) => {
                (says, tagged) = (Some(When::from_edtf(edtf).unwrap()), sign == "=");
            }
            ("!", _) => (says, tagged) = (None, false),
            _ => cases.push(Case {
                line: number,
                text: line.to_owned(),
                says,
                tagged,
            }),
        }
    }
    cases
}

/// What the reader says of a whole text.
fn read(text: &str) -> Option<Interval> {
    let (when, end) = leading_date(text)?;
    (end == text.len()).then_some(when.interval)
}

#[test]
fn every_phrasing_is_read_as_it_says() {
    let wrong: Vec<String> = cases()
        .iter()
        .filter(|case| read(&case.text) != case.says.map(|when| when.interval))
        .map(|case| {
            format!(
                "{}: {} reads {:?}",
                case.line,
                case.text,
                leading_date(&case.text)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_tagger_agrees() {
    let tagged: Vec<Case> = cases().into_iter().filter(|case| case.tagged).collect();
    assert!(tagged.len() >= 120, "only {} phrasings", tagged.len());
    let says = |case: &Case| {
        let text = format!("وقع ذلك في {}.", case.text);
        let mentions = tag(&text, &Context::default());
        mentions
            .first()
            .and_then(|mention| mention.when)
            .map(|when| when.interval)
    };
    let wrong: Vec<String> = tagged
        .iter()
        .filter(|case| says(case) != case.says.map(|when| when.interval))
        .map(|case| format!("{}: {} is tagged {:?}", case.line, case.text, says(case)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_date_ends_where_other_words_begin() {
    for (text, date) in [
        ("17 تشرين الأول 2017 الرقة", "17 تشرين الأول 2017"),
        ("2017، الموصل", "2017"),
        ("2017-10) نهر", "2017-10"),
        ("March 2019 floods", "March 2019"),
        ("آذار (مارس) 2020 سيول", "آذار (مارس) 2020"),
    ] {
        let (_, end) = leading_date(text).unwrap();
        assert_eq!(&text[..end], date);
    }
}

#[test]
fn digits_that_go_on_are_no_date() {
    for text in [
        "2020-13-45",
        "٢٠٢٠-١٣-٤٥",
        "3/2017-5/2017",
        "1999/13",
        "2017.5",
    ] {
        assert_eq!(leading_date(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_taken(text in r"(\PC|[0-9]{1,4}|[-/. ()]| تشرين | الأول | رمضان | القرن | من |هـ|th|s){0,24}") {
        if let Some((when, end)) = leading_date(&text) {
            prop_assert!(text.is_char_boundary(end) && end > 0);
            prop_assert!(when.interval.first <= when.interval.last);
        }
    }
}
