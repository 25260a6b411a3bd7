//! Reads `tests/corpus/search/spellings.txt`: every habit of writing finds its word, and the form as typed comes first.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::path::Path;

use tawarikh_arabic::surface;
use tawarikh_index::{Entry, Filter, Query, Reader, Schema, Writer};

/// Texts without any of the words looked for.
const OTHERS: [&str; 6] = [
    "هبت ريح خفيفة",
    "طارت عصافير ملونة",
    "نضجت ثمار التين",
    "أوقدوا نارا دافئة",
    "غسلوا ثيابهم جيدا",
    "نام القط طويلا",
];

/// The documents that a query finds among `texts`, best first.
fn find(texts: &[&str], query: &str) -> Vec<u32> {
    let mut writer = Writer::new(Schema::default());
    for body in texts.iter().chain(&OTHERS) {
        writer.add(&Entry {
            body,
            ..Entry::default()
        });
    }
    let reader = Reader::open(writer.finish()).unwrap();
    let found = reader.search(&Query::parse(query), &Filter::default(), 10, 0);
    found.hits.iter().map(|hit| hit.doc).collect()
}

/// What is wrong with a probe, if anything.
fn probe(habit: &str, typed: &str, text: &str) -> Option<String> {
    // The blank says that the word is typed to its end.
    let query = format!("{typed} ");
    let alone = find(&[text], &query);
    if alone != [0] {
        return Some(format!("{habit}: {typed} in {text}: found {alone:?}"));
    }
    if surface(text).contains(&surface(typed)) {
        return None;
    }
    let as_typed = format!("ذكروا {typed} أمس");
    let both = find(&[text, &as_typed], &query);
    (both.first() != Some(&1)).then(|| format!("{habit}: {typed} before {text}: found {both:?}"))
}

#[test]
fn every_habit_finds_its_word_and_the_form_as_typed_comes_first() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/search/spellings.txt");
    let cases = std::fs::read_to_string(&path).unwrap();
    let mut habit = "";
    let mut probes = 0;
    let mut wrong = Vec::new();
    for line in cases
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        match line.strip_prefix("= ") {
            Some(name) => habit = name,
            None => {
                let (typed, text) = line.split_once(" | ").unwrap();
                wrong.extend(probe(habit, typed, text));
                probes += 1;
            }
        }
    }
    assert!(probes >= 60, "{probes} probes");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
