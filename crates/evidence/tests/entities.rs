//! Reads `tests/corpus/evidence/entities.txt`.

#![expect(clippy::unwrap_used, reason = "the cases are written to be read")]

use tawarikh_evidence::{Gazetteer, NameKind, base_names, entities};

const CASES: &str = include_str!("../../../tests/corpus/evidence/entities.txt");

fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Place => "place",
        NameKind::Party => "party",
        NameKind::Person => "person",
    }
}

/// A case's text without its marks.
fn plain(case: &str) -> String {
    let mut text = String::new();
    let mut rest = case;
    while let Some((before, marked)) = rest.split_once('⟦') {
        let (inside, after) = marked.split_once('⟧').unwrap();
        text.push_str(before);
        text.push_str(inside.split_once('|').unwrap().0);
        rest = after;
    }
    text + rest
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

#[test]
fn every_case_is_read() {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let cases: Vec<&str> = CASES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let wrong: Vec<String> = cases
        .iter()
        .map(|case| (case, marked(&plain(case), &gazetteer)))
        .filter(|(case, found)| *case != found)
        .map(|(case, found)| format!("expected {case}\n   found {found}"))
        .collect();
    assert!(!cases.is_empty());
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn tables_are_folded() {
    for table in [
        include_str!("../data/adjective.tsv"),
        include_str!("../data/heads.tsv"),
        include_str!("../data/mistaken.tsv"),
        include_str!("../data/no_name.tsv"),
        include_str!("../data/persons.tsv"),
        include_str!("../data/position.tsv"),
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
