//! Names over the base.

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

#[test]
fn tables_are_folded() {
    for table in [
        include_str!("../../data/adjective.tsv"),
        include_str!("../../data/heads.tsv"),
        include_str!("../../data/links.tsv"),
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
