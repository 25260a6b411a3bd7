//! Reads the cases of `tests/corpus/timex` and holds the tagger to them.
//!
//! Every phrasing must be found with exactly its spans and days, unless `known_failures.txt` names it; what that file
//! names must fail, so that the list only shrinks.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a malformed case fails the test

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tawarikh_calendar::When;
use tawarikh_timex::{Context, Era, Kind, Mention, tag};

/// One phrasing with what must be found in it.
struct Case {
    place: String,
    text: String,
    reference: Option<When>,
    expected: Vec<Expected>,
}

/// An expected mention: its bytes, and what it says.
#[derive(Clone, Debug)]
struct Expected {
    span: std::ops::Range<usize>,
    value: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/timex")
}

/// The case files, in the order of their names.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| {
        path.extension().is_some_and(|extension| extension == "txt")
            && !path.ends_with("known_failures.txt")
    });
    files.sort();
    files
}

fn read(path: &Path) -> Vec<Case> {
    let name = path.file_stem().unwrap().to_str().unwrap();
    let (mut reference, mut values) = (None, Vec::new());
    let mut cases = Vec::new();
    for (number, line) in fs::read_to_string(path).unwrap().lines().enumerate() {
        match line.split_once(' ').unwrap_or((line, "")) {
            ("#" | "", _) => {}
            ("@", "-") => reference = None,
            ("@", edtf) => reference = Some(When::from_edtf(edtf).unwrap()),
            ("=", expected) => values = expected.split(" ; ").map(str::to_owned).collect(),
            ("!", _) => values = Vec::new(),
            _ => cases.push(case(
                format!("{name}:{}", number + 1),
                line,
                reference,
                &values,
            )),
        }
    }
    cases
}

/// Takes the brackets out of a line; a line without brackets is one span.
fn case(place: String, line: &str, reference: Option<When>, values: &[String]) -> Case {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for c in line.replace("\\n", "\n").chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => spans.push(start..text.len()),
            c => text.push(c),
        }
    }
    if spans.is_empty() && !values.is_empty() {
        spans.push(0..text.len());
    }
    assert_eq!(
        spans.len(),
        values.len(),
        "{place}: as many spans as values"
    );
    let expected = spans
        .into_iter()
        .zip(values)
        .map(|(span, value)| Expected {
            span,
            value: value.clone(),
        })
        .collect();
    Case {
        place,
        text,
        reference,
        expected,
    }
}

/// A mention in the words of the cases: `2019-03-23`, `unresolved`, `P3D`, `set P1W`, `… !weekday` for a finding.
fn told(mention: &Mention) -> String {
    let mut told = match (mention.kind, mention.when) {
        (Kind::Duration, _) => mention.value.clone(),
        (Kind::Set, _) => format!("set {}", mention.value),
        (Kind::Time, None) if mention.value.starts_with('T') => mention.value.clone(),
        (_, Some(when)) => days(&when),
        (_, None) => "unresolved".to_owned(),
    };
    for finding in &mention.findings {
        told += &format!(" !{}", finding.code.id());
    }
    told
}

/// The days of a when, whatever unit they were said in.
fn days(when: &When) -> String {
    let day = |day: tawarikh_calendar::Day| When::day(day).edtf();
    format!("{}/{}", day(when.interval.first), day(when.interval.last))
}

/// An expected value with its EDTF as days.
fn expected_days(value: &str) -> String {
    let (edtf, findings) = value
        .split_once(" !")
        .map_or((value, String::new()), |(edtf, rest)| {
            (edtf, format!(" !{rest}"))
        });
    match When::from_edtf(edtf) {
        Ok(when) => days(&when) + &findings,
        Err(_) => value.to_owned(),
    }
}

/// What went wrong with a case, if anything.
fn failure(case: &Case) -> Option<String> {
    let context = Context {
        reference: case.reference,
        ..Context::default()
    };
    let found: Vec<(String, String)> = tag(&case.text, &context)
        .iter()
        .map(|mention| (case.text[mention.span.clone()].to_owned(), told(mention)))
        .collect();
    let expected: Vec<(String, String)> = case
        .expected
        .iter()
        .map(|expected| {
            (
                case.text[expected.span.clone()].to_owned(),
                expected_days(&expected.value),
            )
        })
        .collect();
    (found != expected).then(|| {
        format!(
            "{} «{}»\n    expected {expected:?}\n    found    {found:?}",
            case.place, case.text
        )
    })
}

#[test]
fn every_phrasing_is_found_and_placed() {
    let known: BTreeSet<String> = fs::read_to_string(folder().join("known_failures.txt"))
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').next().unwrap().to_owned())
        .collect();
    let cases: Vec<Case> = files().iter().flat_map(|path| read(path)).collect();
    assert!(cases.len() >= 1200, "{} cases", cases.len());
    let failures: Vec<(String, String)> = cases
        .iter()
        .filter_map(|case| Some((case.text.clone(), failure(case)?)))
        .collect();
    let new: Vec<&str> = failures
        .iter()
        .filter(|(text, _)| !known.contains(text))
        .map(|(_, told)| told.as_str())
        .collect();
    let failing: BTreeSet<&str> = failures.iter().map(|(text, _)| text.as_str()).collect();
    let mended: Vec<&String> = known
        .iter()
        .filter(|text| !failing.contains(text.as_str()))
        .collect();
    println!(
        "{} of {} phrasings pass",
        cases.len() - failures.len(),
        cases.len()
    );
    assert!(
        new.is_empty(),
        "{} of {} phrasings fail:\n{}",
        new.len(),
        cases.len(),
        new.join("\n")
    );
    assert!(
        mended.is_empty(),
        "take these out of known_failures.txt, they pass now: {mended:?}"
    );
}

#[test]
fn every_rule_that_fires_can_be_explained() {
    for case in files().iter().flat_map(|path| read(path)) {
        let context = Context {
            reference: case.reference,
            ..Context::default()
        };
        for mention in tag(&case.text, &context) {
            assert!(
                tawarikh_timex::explain(mention.rule).is_some(),
                "no words for the rule {}",
                mention.rule
            );
        }
    }
}

#[test]
fn an_archive_s_eras_are_found() {
    let era = Era {
        name: "سنوات الجفاف".to_owned(),
        when: When::from_edtf("1998/2003").unwrap(),
    };
    let context = Context {
        eras: vec![era],
        ..Context::default()
    };
    let text = "هاجروا في سنوات الجفاف ثم عادوا عام 2005";
    let found: Vec<&str> = tag(text, &context)
        .iter()
        .map(|mention| &text[mention.span.clone()])
        .collect();
    assert_eq!(found, ["سنوات الجفاف", "عام 2005"]);
}
