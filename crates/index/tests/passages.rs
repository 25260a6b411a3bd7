//! Which sentences hold a query's words, by positions.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use tawarikh_index::{Entry, Passage, Query, Reader, Schema, Writer};

/// Two documents: a title and sentences of known numbers of words.
const TEXTS: [(&str, [&str; 3]); 2] = [
    (
        "سد الوادي",
        [
            "بدأ بناء السد سنة 1961 قرب القرية.",
            "انتقلت عشرات الأسر إلى الهضبة.",
            "ثم امتلأت بحيرة السد بالماء.",
        ],
    ),
    (
        "البحيرة",
        [
            "جف نهر صغير في الصيف.",
            "زار العلماء بحيرة السد الكبيرة.",
            "عادت الطيور في الربيع.",
        ],
    ),
];

fn reader() -> Reader {
    let mut writer = Writer::new(Schema::new(["outlet"]));
    for (title, sentences) in TEXTS {
        let body = sentences.join("\n");
        writer.add(&Entry {
            title,
            body: &body,
            ..Entry::default()
        });
    }
    Reader::open(writer.finish()).unwrap()
}

/// The passages of all sentences, document by document.
fn sentences() -> Vec<Passage> {
    let mut passages = Vec::new();
    for (doc, (title, sentences)) in (0..).zip(TEXTS) {
        let count = |text: &str| text.split_whitespace().count() as u32;
        let mut start = count(title) + 1;
        for sentence in sentences {
            let end = start + count(sentence);
            passages.push(Passage {
                doc,
                words: start..end,
            });
            start = end;
        }
    }
    passages
}

#[track_caller]
fn check(query: &str, expected: [bool; 6]) {
    let found = reader().holding(&Query::parse(query), &sentences());
    assert_eq!(found, Some(expected.to_vec()), "{query}");
}

#[test]
fn words_in_any_form_are_found_in_their_sentence() {
    check("سد ", [true, false, true, false, true, false]);
    check("أسرة ", [false, true, false, false, false, false]);
    check("1961 ", [true, false, false, false, false, false]);
}

#[test]
fn a_phrase_must_lie_within_the_sentence() {
    check("\"بحيرة السد\"", [false, false, true, false, true, false]);
    // The last word of one sentence and the first of the next.
    check("\"الهضبة ثم\"", [false; 6]);
}

#[test]
fn stop_words_and_unwanted_words_show_nothing() {
    check("في الربيع ", [false, false, false, false, false, true]);
    check("السد -بحيرة ", [true, false, true, false, true, false]);
}

#[test]
fn a_passage_holds_what_is_marked_in_it() {
    let reader = reader();
    // Stop words among others, alone, and beside a phrase of nothing else.
    for query in [
        "في الربيع ",
        "في ",
        "ثم -السد ",
        "في +\"زار\" ",
        "ثم في +\"قرب\" ",
    ] {
        let query = Query::parse(query);
        let matcher = reader.matcher(&query);
        let marked = TEXTS.iter().flat_map(|(_, sentences)| sentences);
        let marked: Vec<bool> = marked.map(|text| !matcher.marks(text).is_empty()).collect();
        assert_eq!(
            reader.holding(&query, &sentences()),
            Some(marked),
            "{query:?}"
        );
    }
}

#[test]
fn a_query_without_words_chooses_no_sentences() {
    for query in ["", "outlet:النهر", "-السد"] {
        assert_eq!(
            reader().holding(&Query::parse(query), &sentences()),
            None,
            "{query}"
        );
    }
}

#[test]
fn passages_that_no_document_has_hold_nothing() {
    let passages = [(0, 3..3), (0, 900..901), (7, 0..9)].map(|(doc, words)| Passage { doc, words });
    assert_eq!(
        reader().holding(&Query::parse("السد "), &passages),
        Some(vec![false; 3])
    );
}
