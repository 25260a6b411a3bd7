//! Reads the cases of figures and of who says them: `tests/corpus/evidence/figures*.txt`, `attribution*.txt`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a broken case file has to stop the test"
)]

use std::ops::Range;
use std::path::Path;

use tawarikh_evidence::{Figure, Gazetteer, base_names, read};
use tawarikh_timex::Context;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus/evidence")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn figures_of(text: &str, gazetteer: &Gazetteer) -> Vec<Figure> {
    read(text, &Context::default(), gazetteer).figures
}

/// The text without its marks, and the marked ranges with the mark that opens each.
fn unmarked(case: &str) -> (String, Vec<(char, Range<usize>)>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    for c in case.replace("\\n", "\n").chars() {
        match c {
            '⟦' | '‹' => open.push((c, text.len())),
            '⟧' | '›' => {
                let (mark, start) = open.pop().expect("an opened mark");
                marks.push((mark, start..text.len()));
            }
            _ => text.push(c),
        }
    }
    marks.sort_by_key(|(_, span)| span.start);
    (text, marks)
}

fn bounds(figure: &Figure) -> String {
    let number = |value: f64| {
        let rounded = (value * 100.0).round() / 100.0;
        format!("{rounded}")
    };
    match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => number(low),
        (Some(low), Some(high)) => format!("{}..{}", number(low), number(high)),
        (Some(low), None) => format!("{}+", number(low)),
        (None, Some(high)) => format!("≤{}", number(high)),
        (None, None) => "?".to_owned(),
    }
}

fn told(figure: &Figure) -> String {
    let part = figure
        .part_of
        .map_or(String::new(), |whole| format!(" ^{}", whole + 1));
    format!("{} {}{part}", bounds(figure), figure.counted.class())
}

/// The cases of a file of figures that come out otherwise, and how many there are in all.
fn figure_differences(name: &str) -> (Vec<String>, usize) {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let (mut differences, mut all, mut expected) = (Vec::new(), 0, String::new());
    for line in file(name)
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(values) = line.strip_prefix("= ") {
            expected = values.to_owned();
            continue;
        }
        if line.starts_with('!') {
            expected = String::new();
            continue;
        }
        all += 1;
        let (text, marks) = unmarked(line);
        let found = figures_of(&text, &gazetteer);
        let spans: Vec<&str> = marks.iter().map(|(_, span)| &text[span.clone()]).collect();
        let got: Vec<&str> = found
            .iter()
            .map(|figure| &text[figure.span.clone()])
            .collect();
        let values: Vec<String> = found.iter().map(told).collect();
        if got != spans || values.join(" ; ") != expected {
            let rules: Vec<&str> = found.iter().map(|figure| figure.rule).collect();
            differences.push(format!(
                "{line}\n    expected {expected}\n    got      {} in {got:?} by {rules:?}",
                values.join(" ; ")
            ));
        }
    }
    (differences, all)
}

/// The number and the text behind it: `1:الشرطة`.
fn numbered(text: &str) -> (usize, &str) {
    match text.split_once(':') {
        Some((number, rest)) if number.len() == 1 => (number.parse().unwrap_or_default(), rest),
        _ => (0, text),
    }
}

/// The case without numbers and relay signs, and what is marked: sources, those who passed it on, figures with their source.
struct Case {
    text: String,
    sources: Vec<(usize, Range<usize>)>,
    relays: Vec<Range<usize>>,
    figures: Vec<(usize, Range<usize>)>,
}

fn case(line: &str) -> Case {
    let mut case = Case {
        text: String::new(),
        sources: Vec::new(),
        relays: Vec::new(),
        figures: Vec::new(),
    };
    let line = line.replace("\\n", "\n");
    let mut rest = line.as_str();
    while let Some(at) = rest.find(['⟦', '‹']) {
        case.text.push_str(&rest[..at]);
        let mark = rest[at..].chars().next().unwrap();
        let inner = &rest[at + mark.len_utf8()..];
        let close = inner.find(['⟧', '›']).expect("a closing mark");
        let (number, words) = numbered(&inner[..close]);
        let is_relay = words.starts_with('~');
        let words = words.trim_start_matches('~');
        let span = case.text.len()..case.text.len() + words.len();
        match (mark, is_relay) {
            ('‹', _) => case.figures.push((number, span)),
            (_, true) => case.relays.push(span),
            _ => case.sources.push((number, span)),
        }
        case.text.push_str(words);
        rest = &inner[close + '⟧'.len_utf8()..];
    }
    case.text.push_str(rest);
    case
}

fn attribution_differences(name: &str) -> (Vec<String>, usize) {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let (mut differences, mut all, mut saying) = (Vec::new(), 0, String::new());
    for line in file(name)
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(kind) = line.strip_prefix("= ") {
            saying = kind.to_owned();
            continue;
        }
        all += 1;
        let case = case(line);
        let text = case.text.as_str();
        let found = figures_of(text, &gazetteer);
        let shown = |figure: &Figure| {
            figure
                .attribution
                .as_ref()
                .map_or("nobody".to_owned(), |attribution| {
                    let chain: Vec<&str> = attribution
                        .chain
                        .iter()
                        .map(|span| &text[span.clone()])
                        .collect();
                    format!(
                        "{} [{}] {}",
                        attribution.saying.id(),
                        &text[attribution.span.clone()],
                        chain.join(" > ")
                    )
                })
        };
        let relays: Vec<&str> = case.relays.iter().map(|span| &text[span.clone()]).collect();
        let wrong = case.figures.iter().find_map(|(number, span)| {
            let Some(figure) = found
                .iter()
                .find(|figure| figure.span.start < span.end && span.start < figure.span.end)
            else {
                return Some(format!("no figure at {}", &text[span.clone()]));
            };
            let source = case
                .sources
                .iter()
                .find(|(other, _)| other == number)
                .map(|(_, span)| &text[span.clone()])?;
            let expected = format!("{saying} [{source}] {}", relays.join(" > "));
            (shown(figure) != expected)
                .then(|| format!("expected {expected}\n    got      {}", shown(figure)))
        });
        let unmarked = found
            .iter()
            .filter(|figure| {
                !case
                    .figures
                    .iter()
                    .any(|(_, span)| figure.span.start < span.end && span.start < figure.span.end)
            })
            .find(|figure| figure.attribution.is_some())
            .map(|figure| format!("expected nobody\n    got      {}", shown(figure)));
        if let Some(difference) = wrong.or(unmarked) {
            differences.push(format!("{line}\n    {difference}"));
        }
    }
    (differences, all)
}

#[track_caller]
fn report((differences, all): (Vec<String>, usize)) {
    assert!(
        differences.is_empty(),
        "{} of {all} cases differ:\n{}",
        differences.len(),
        differences.join("\n")
    );
}

#[test]
fn what_is_counted() {
    report(figure_differences("figures.txt"));
}

#[test]
fn who_says_so() {
    report(attribution_differences("attribution.txt"));
}

#[test]
fn what_is_counted_later() {
    report(figure_differences("figures-later.txt"));
}

#[test]
fn who_says_so_later() {
    report(attribution_differences("attribution-later.txt"));
}
