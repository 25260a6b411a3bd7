//! Figures and who says them: `figures*.txt`, `attribution*.txt`.

use std::ops::Range;

use tawarikh_evidence::{Figure, Gazetteer, base_names, read};
use tawarikh_timex::Context;

use crate::cases::{cases, file, report, unmarked};

fn figures_of(text: &str, gazetteer: &Gazetteer) -> Vec<Figure> {
    read(text, &Context::default(), gazetteer).figures
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
    for line in cases(&file(name)) {
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
        let spans: Vec<&str> = marks.iter().map(|mark| &text[mark.span.clone()]).collect();
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
    let (text, marks) = unmarked(line);
    let mut case = Case {
        text: String::new(),
        sources: Vec::new(),
        relays: Vec::new(),
        figures: Vec::new(),
    };
    let mut end = 0;
    for mark in marks {
        let inside = &text[mark.span.clone()];
        let (number, words) = numbered(inside);
        let is_relay = words.starts_with('~');
        let words = words.trim_start_matches('~');
        case.text.push_str(&text[end..mark.span.start]);
        end = mark.span.end;
        let span = case.text.len()..case.text.len() + words.len();
        case.text.push_str(words);
        match (mark.sign, is_relay) {
            ('‹', _) => case.figures.push((number, span)),
            (_, true) => case.relays.push(span),
            _ => case.sources.push((number, span)),
        }
    }
    case.text.push_str(&text[end..]);
    case
}

fn attribution_differences(name: &str) -> (Vec<String>, usize) {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let (mut differences, mut all, mut saying) = (Vec::new(), 0, String::new());
    for line in cases(&file(name)) {
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

#[test]
fn what_is_counted() {
    let (differences, all) = figure_differences("figures.txt");
    report(&differences, all);
}

#[test]
fn who_says_so() {
    let (differences, all) = attribution_differences("attribution.txt");
    report(&differences, all);
}

#[test]
fn what_is_counted_later() {
    let (differences, all) = figure_differences("figures-later.txt");
    report(&differences, all);
}

#[test]
fn who_says_so_later() {
    let (differences, all) = attribution_differences("attribution-later.txt");
    report(&differences, all);
}

#[test]
fn what_is_counted_third() {
    let (differences, all) = figure_differences("figures-third.txt");
    report(&differences, all);
}

#[test]
fn what_is_counted_elsewhere() {
    let (differences, all) = figure_differences("figures-fourth.txt");
    report(&differences, all);
}

#[test]
fn what_is_counted_in_chronicles() {
    let (differences, all) = figure_differences("figures-fifth.txt");
    report(&differences, all);
}

#[test]
fn what_is_counted_in_dispatches() {
    let (differences, all) = figure_differences("figures-sixth.txt");
    report(&differences, all);
}

#[test]
fn what_is_counted_behind_clauses() {
    let (differences, all) = figure_differences("figures-seventh.txt");
    report(&differences, all);
}

#[test]
fn who_says_so_fourth() {
    let (differences, all) = attribution_differences("attribution-fourth.txt");
    report(&differences, all);
}

#[test]
fn who_says_so_third() {
    let (differences, all) = attribution_differences("attribution-third.txt");
    report(&differences, all);
}

/// Whose the counted are: a party by its name, or a force that the text speaks of without one.
#[test]
fn whose_they_are() {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    for (text, whose) in [
        ("سقط 40 قتيلا من التنظيم في المعركة", Some("التنظيم")),
        (
            "جُرح 12 جنديا من الجيش العراقي في الكمين",
            Some("الجيش العراقي"),
        ),
        (
            "أُسر 30 مقاتلا من الفصائل المعارضة شرق المدينة",
            Some("الفصائل المعارضة"),
        ),
        ("قتل تسعة من عناصر الشرطة في التفجير", Some("الشرطة")),
        ("غرق 20 مهاجرا قبالة الساحل", None),
        ("فقد 15 عاملا من القرية", None),
    ] {
        let figures = figures_of(text, &gazetteer);
        let party = figures[0].party.clone();
        assert_eq!(party.map(|span| &text[span]), whose, "{text}");
    }
}
