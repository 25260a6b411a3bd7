//! Everything that a program may ask of an open index.

use tawarikh_calendar::{Day, Interval};
use tawarikh_index::{Filter, Query, Reader};

/// Searches, explains, marks and reads; true where the laws that hold for every index hold for this one.
pub fn tour(reader: &Reader, text: &str) -> bool {
    let query = Query::parse(text);
    let found = reader.search(&query, &Filter::default(), 10, 0);
    let mut lawful = found.total as usize == found.matched.len()
        && found.hits.len() <= 10
        && found.matched.is_sorted()
        && found.matched.iter().all(|&doc| doc < reader.len())
        && found
            .hits
            .iter()
            .all(|hit| found.matched.binary_search(&hit.doc).is_ok());
    let matcher = reader.matcher(&query);
    for hit in &found.hits {
        if let Some(stored) = reader.document(hit.doc) {
            let marks = matcher.marks(&stored.body);
            lawful &= marks
                .iter()
                .all(|span| stored.body.get(span.clone()).is_some());
        }
        lawful &= reader
            .keywords(hit.doc, "outlet")
            .all(|value| value.len() < usize::MAX);
    }
    let narrowed = reader.search(&query, &filter(), 3, 2);
    lawful &= narrowed.total <= found.total;
    reader
        .explain(&query)
        .iter()
        .all(|word| word.forms.len() < usize::MAX)
        && lawful
}

fn filter() -> Filter {
    let first = Day::from_gregorian(1995, 1, 1);
    let last = Day::from_gregorian(2004, 12, 31);
    Filter {
        keywords: vec![(
            "outlet".to_owned(),
            vec!["صحيفة 1".to_owned(), "صحيفة 2".to_owned()],
        )],
        days: first
            .zip(last)
            .map(|(first, last)| Interval { first, last }),
    }
}
