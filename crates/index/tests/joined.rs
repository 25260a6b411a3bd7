//! Words that are written as one, or in two.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use tawarikh_index::{Entry, Filter, Query, Reader, Schema, Writer};

fn index(documents: &[&str]) -> Reader {
    let mut writer = Writer::new(Schema::default());
    for body in documents {
        writer.add(&Entry {
            body,
            ..Entry::default()
        });
    }
    Reader::open(writer.finish()).unwrap()
}

/// Checks which documents the words find, in the documents' order.
fn check(reader: &Reader, words: &str, expect: &[u32]) {
    let query = reader.transliterate(Query::parse(&format!("{words} ")));
    let found = reader.search(&query, &Filter::default(), 100, 0);
    assert_eq!(found.matched, expect, "{words}");
}

#[test]
fn words_written_as_one_find_two() {
    let reader = index(&[
        "سافر عبدالله إلى خان يونس.",
        "لا يزال عبد القادر في البيت.",
        "القادر لا يزال عبد الشمس.",
    ]);
    check(&reader, "عبدالقادر", &[1]);
    check(&reader, "خانيونس", &[0]);
    check(&reader, "لايزال", &[1, 2]);
}

#[test]
fn words_written_in_two_find_one() {
    let reader = index(&[
        "سافر عبدالله إلى خانيونس.",
        "باع أبوبكر بيته لنورالدين.",
        "نور في الدار.",
        "حرب طويلة.",
    ]);
    check(&reader, "عبد الله", &[0]);
    check(&reader, "خان يونس", &[0]);
    check(&reader, "أبو بكر", &[1]);
    check(&reader, "نور الدين", &[1, 2]);
    check(&reader, "حرب الدار", &[2, 3]);
    check(&reader, "\"عبد الله\"", &[]);
}

#[test]
fn a_name_is_not_taken_apart_into_words_that_nobody_joins() {
    let reader = index(&[
        "طلب منه أن جلس في مكانه.",
        "قطع ميل في ساعة.",
        "ما تلين قلوبهم.",
    ]);
    check(&reader, "أنجلس", &[]);
    check(&reader, "ميلفي", &[]);
    check(&reader, "ماتلين", &[]);
}
