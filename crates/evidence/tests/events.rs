//! Reads `tests/corpus/evidence/event-kinds*.txt`: what happened, who did it to whom, and where.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a broken case file has to stop the test"
)]

use std::path::Path;

use tawarikh_evidence::{Event, Evidence, Gazetteer, base_names, read};
use tawarikh_timex::Context;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus/evidence")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The event as the case files write it.
fn written(text: &str, evidence: &Evidence, event: &Event) -> String {
    let names = |indices: &[usize]| {
        let names: Vec<&str> = indices
            .iter()
            .map(|&index| &text[evidence.entities[index].span.clone()])
            .collect();
        if names.is_empty() {
            "-".to_owned()
        } else {
            names.join(" + ")
        }
    };
    format!(
        "{} | {} | {} | {}",
        event.kind.id(),
        names(&event.agents),
        names(&event.patients),
        names(&event.places)
    )
}

/// The cases of a file that come out otherwise, with how many fields of all are right.
fn differences(name: &str) -> (Vec<String>, [usize; 5]) {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let (mut differences, mut right) = (Vec::new(), [0; 5]);
    let (mut context, mut expected) = (String::new(), String::new());
    for line in file(name)
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(values) = line.strip_prefix("= ") {
            expected = values.to_owned();
            continue;
        }
        if let Some(before) = line.strip_prefix("@ ") {
            context = format!("{before}\n");
            continue;
        }
        let text = std::mem::take(&mut context) + line;
        let evidence = read(&text, &Context::default(), &gazetteer);
        let event = evidence.events.last();
        let got = event.map_or_else(
            || "no event".to_owned(),
            |event| written(&text, &evidence, event),
        );
        right[4] += 1;
        for (field, (got, expected)) in got.split(" | ").zip(expected.split(" | ")).enumerate() {
            right[field] += usize::from(got == expected);
        }
        if got != expected {
            let rule = event.map_or("", |event| event.rule);
            differences.push(format!(
                "{line}\n    expected {expected}\n    got      {got} ({rule})"
            ));
        }
    }
    (differences, right)
}

#[track_caller]
fn report((differences, right): (Vec<String>, [usize; 5])) {
    assert!(
        differences.is_empty(),
        "{} of {} cases differ; right in kind {}, who {}, whom {}, where {}:\n{}",
        differences.len(),
        right[4],
        right[0],
        right[1],
        right[2],
        right[3],
        differences.join("\n")
    );
}

#[test]
fn what_happened() {
    report(differences("event-kinds.txt"));
}

#[test]
fn what_happened_later() {
    report(differences("event-kinds-later.txt"));
}

#[test]
fn what_happened_last() {
    report(differences("event-kinds-last.txt"));
}

/// The events of each paragraph of `going-on.txt` that come out otherwise.
fn going_on_differences() -> Vec<String> {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let text = file("going-on.txt");
    let paragraphs = text.split("\n\n").filter_map(|case| {
        let mut lines = case.lines().filter(|line| !line.starts_with('#'));
        Some((lines.next()?, lines.collect::<Vec<_>>()))
    });
    let difference = |(paragraph, expected): (&str, Vec<&str>)| {
        let evidence = read(paragraph, &Context::default(), &gazetteer);
        let line = |event: &Event| {
            let when = evidence.times[event.mention]
                .when
                .expect("an event is placed");
            format!(
                "= {} {} {}",
                when.edtf(),
                event.dating.id(),
                event.kind.id()
            )
        };
        let got: Vec<String> = evidence.events.iter().map(line).collect();
        (got != expected)
            .then(|| format!("{paragraph}\n  expected {expected:?}\n  got      {got:?}"))
    };
    paragraphs.filter_map(difference).collect()
}

#[test]
fn what_goes_on_has_the_date_before() {
    let differences = going_on_differences();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// The paragraphs of a file whose events, each written by `line`, come out otherwise.
fn paragraph_differences(name: &str, line: fn(&str, &Evidence, &Event) -> String) -> Vec<String> {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let text = file(name);
    let paragraphs = text.split("\n\n").filter_map(|case| {
        let mut lines = case.lines().filter(|line| !line.starts_with('#'));
        Some((lines.next()?, lines.collect::<Vec<_>>()))
    });
    let difference = |(paragraph, expected): (&str, Vec<&str>)| {
        let evidence = read(paragraph, &Context::default(), &gazetteer);
        let events = evidence.events.iter();
        let got: Vec<String> = events
            .map(|event| line(paragraph, &evidence, event))
            .collect();
        let agrees = |(got, expected): (&String, &&str)| match expected.strip_suffix(" …") {
            Some(beginning) => got.starts_with(beginning),
            None => got == expected,
        };
        let same = got.len() == expected.len() && got.iter().zip(&expected).all(agrees);
        (!same).then(|| format!("{paragraph}\n  expected {expected:#?}\n  got      {got:#?}"))
    };
    paragraphs.filter_map(difference).collect()
}

fn with_headline(text: &str, _: &Evidence, event: &Event) -> String {
    format!("= {}", &text[event.headline.clone()])
}

fn with_parts(text: &str, evidence: &Evidence, event: &Event) -> String {
    let when = evidence.times[event.mention]
        .when
        .expect("an event is placed");
    format!("= {} {}", when.edtf(), written(text, evidence, event))
}

/// At most so many paragraphs of a file, which are known to, come out otherwise.
#[track_caller]
fn check_paragraphs(name: &str, line: fn(&str, &Evidence, &Event) -> String, known: usize) {
    let differences = paragraph_differences(name, line);
    assert!(differences.len() <= known, "{}", differences.join("\n"));
}

#[test]
fn headlines_of_clauses() {
    check_paragraphs("headlines-clauses.txt", with_headline, 0);
}

#[test]
fn headlines_of_clauses_last() {
    check_paragraphs("headlines-clauses-last.txt", with_headline, 1);
}

#[test]
fn clauses_keep_to_themselves() {
    check_paragraphs("events-clauses.txt", with_parts, 0);
}

#[test]
fn clauses_keep_to_themselves_last() {
    check_paragraphs("events-clauses-last.txt", with_parts, 1);
}
