//! Names over the base.

use std::collections::{BTreeMap, BTreeSet};

use tawarikh_evidence::{Gazetteer, NameKind, base_names, entities};

use crate::cases::{cases, file, report, unmarked};

fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Place => "place",
        NameKind::Party => "party",
        NameKind::Person => "person",
    }
}

/// A text with marks round what is found.
fn marked(text: &str, gazetteer: &Gazetteer) -> String {
    let mut out = String::new();
    let mut end = 0;
    for entity in entities(text, gazetteer) {
        out.push_str(&text[end..entity.span.start]);
        end = entity.span.end;
        out.push_str(&format!("⟦{}|{}⟧", &text[entity.span], kind(entity.kind)));
    }
    out + &text[end..]
}

#[track_caller]
fn check_names(name: &str) {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let file = file(name);
    let difference = |case: &str| {
        let (text, _) = unmarked(case);
        let found = marked(&text, &gazetteer);
        (case != found).then(|| format!("expected {case}\n   found {found}"))
    };
    let differences: Vec<String> = cases(&file).filter_map(difference).collect();
    report(&differences, cases(&file).count());
}

#[test]
fn names_over_the_base() {
    check_names("entities.txt");
}

#[test]
fn names_over_the_base_third() {
    check_names("entities-third.txt");
}

/// How far, in degrees, a place may be shown from where it is.
const NEAR: f64 = 0.5;

/// What a case says wrongly of where places are: its marks are ⟦place|latitude longitude⟧, or - where it does not say.
fn misplaced(case: &str, gazetteer: &Gazetteer) -> Option<String> {
    let (text, marks) = unmarked(case);
    let said = case
        .split('⟦')
        .skip(1)
        .filter_map(|rest| rest.split(['|', '⟧']).nth(1));
    let places: Vec<_> = entities(&text, gazetteer)
        .into_iter()
        .filter(|entity| entity.kind == NameKind::Place)
        .collect();
    let mut wrong = Vec::new();
    for (mark, said) in marks.iter().zip(said) {
        let found = places.iter().find(|place| place.span == mark.span);
        let known = found.and_then(|place| place.known.as_ref());
        let name = known.map(|known| &gazetteer.names()[known.name]);
        let point = name.and_then(|name| Some((name.latitude?, name.longitude?)));
        let is_right = match said.split_once(' ') {
            None => found.is_some(),
            Some((north, east)) => point.is_some_and(|(latitude, longitude)| {
                let (north, east): (f64, f64) = (north.parse().unwrap(), east.parse().unwrap());
                (latitude - north).hypot(longitude - east) < NEAR
            }),
        };
        if !is_right {
            wrong.push(format!("{} ({point:?})", &text[mark.span.clone()]));
        }
    }
    for place in &places {
        if !marks.iter().any(|mark| mark.span == place.span) {
            wrong.push(format!("{} is none", &text[place.span.clone()]));
        }
    }
    (!wrong.is_empty()).then(|| format!("{text}\n   {}", wrong.join(", ")))
}

#[track_caller]
fn check_points(name: &str) {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let file = file(name);
    let differences: Vec<String> = cases(&file)
        .filter_map(|case| misplaced(case, &gazetteer))
        .collect();
    report(&differences, cases(&file).count());
}

#[test]
fn divisions_are_found_where_they_are() {
    check_points("divisions.txt");
}

#[test]
fn divisions_are_found_where_they_are_later() {
    check_points("divisions-later.txt");
}

/// Least shares of the found that are right and of the marked that are found, by kind.
const FLOORS: [(&str, f64, f64); 3] = [
    ("place", 0.93, 0.9),
    ("party", 0.9, 0.85),
    ("person", 0.9, 0.75),
];

#[test]
fn names_over_the_base_fourth_have_a_floor() {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let mut counts: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for case in cases(&file("entities-fourth.txt")) {
        let (text, marks) = unmarked(case);
        let kinds = case.split('⟦').skip(1).map(|mark| {
            let inside = mark.split('⟧').next().unwrap();
            inside.rsplit('|').next().unwrap().to_owned()
        });
        let spans = marks.iter().map(|mark| (mark.span.start, mark.span.end));
        let expected: BTreeSet<_> = spans.zip(kinds).collect();
        let found: BTreeSet<_> = entities(&text, &gazetteer)
            .into_iter()
            .map(|name| ((name.span.start, name.span.end), kind(name.kind).to_owned()))
            .collect();
        for (of, _, _) in FLOORS {
            let count = counts.entry(of).or_default();
            let of_kind = |names: &BTreeSet<_>| names.iter().filter(|(_, kind)| kind == of).count();
            let right = expected.intersection(&found).cloned().collect();
            for (total, names) in count.iter_mut().zip([&right, &found, &expected]) {
                *total += u32::try_from(of_kind(names)).unwrap();
            }
        }
    }
    for (of, least_precision, least_recall) in FLOORS {
        let [right, found, marked] = counts[of].map(f64::from);
        let (precision, recall) = (right / found, right / marked);
        println!("{of}: precision {precision:.3}, recall {recall:.3} ({marked} marked)");
        assert!(
            precision >= least_precision && recall >= least_recall,
            "{of}: {precision:.3} {recall:.3}"
        );
    }
}

#[test]
fn tables_are_folded() {
    for table in [
        include_str!("../../data/adjective.tsv"),
        include_str!("../../data/heads.tsv"),
        include_str!("../../data/links.tsv"),
        include_str!("../../data/loans.tsv"),
        include_str!("../../data/mistaken.tsv"),
        include_str!("../../data/no_name.tsv"),
        include_str!("../../data/persons.tsv"),
        include_str!("../../data/position.tsv"),
    ] {
        let (first, rows) = table.split_once('\n').unwrap();
        assert!(
            first.starts_with("# ") && first.contains("Source"),
            "{first}"
        );
        for row in rows.lines() {
            assert_eq!(row, tawarikh_arabic::fold(row), "{row}");
        }
    }
}
