//! Slips of the hand, and words that are too far from any other to be one.

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
    let query = Query::parse(&format!("{words} "));
    let found = reader.search(&query, &Filter::default(), 100, 0);
    assert_eq!(found.matched, expect, "{words}");
}

#[test]
fn what_is_two_letters_away_is_another_word() {
    let reader = index(&[
        "ما زال المطر.",
        "امتدت أراض زراعية.",
        "المدينة في العراق.",
        "مركز الميادين.",
        "انتشرت الكوليرا.",
    ]);
    for other in ["زلزال", "زرافة", "مدرسة", "القران", "تمساح"] {
        check(&reader, other, &[]);
        assert_eq!(reader.correction(other), None, "{other}");
    }
    assert_eq!(reader.correction("الميداني"), None);
    check(&reader, "وبالكولبرا", &[4]);
    // One letter from إلى, which every text has.
    let reader = index(&["سافر إلى الساحل."]);
    assert_eq!(reader.correction("الر"), None);
}
