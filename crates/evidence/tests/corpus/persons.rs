//! Persons by the words of their names.

use std::collections::BTreeSet;
use std::ops::Range;

use tawarikh_evidence::{Gazetteer, NameKind, base_names, entities};

use crate::cases::{cases, file, unmarked};

/// The least share of the found that are right, and of the marked that are found.
const LEAST_PRECISION: f64 = 0.9;
const LEAST_RECALL: f64 = 0.8;

type Spans = BTreeSet<(usize, usize)>;

#[test]
fn persons_of_many_countries_and_callings() {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let (mut right, mut found, mut marked) = (0, 0, 0);
    for case in cases(&file("persons.txt")) {
        let (text, marks) = unmarked(case);
        let both = |span: &Range<usize>| (span.start, span.end);
        let expected: Spans = marks.iter().map(|mark| both(&mark.span)).collect();
        let named = entities(&text, &gazetteer);
        let named = named
            .iter()
            .filter(|entity| entity.kind == NameKind::Person);
        let named: Spans = named.map(|entity| both(&entity.span)).collect();
        right += named.intersection(&expected).count();
        found += named.len();
        marked += expected.len();
    }
    let precision = right as f64 / f64::from(found.max(1) as u32);
    let recall = right as f64 / f64::from(marked.max(1) as u32);
    println!("persons: precision {precision:.3}, recall {recall:.3} ({marked} marked)");
    assert!(precision >= LEAST_PRECISION && recall >= LEAST_RECALL);
}
