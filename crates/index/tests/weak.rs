//! Verbs whose letters change within the word.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use tawarikh_index::{Entry, Filter, Query, Reader, Schema, Writer};

const DOCUMENTS: [&str; 6] = [
    "قال الشاهد ما رآه بعينيه.",
    "وصلت القافلة إلى مشارف الواحة.",
    "دعا الحزب أنصاره إلى الهدوء.",
    "أعاد العمال بناء الجدار القديم.",
    "يبيع التاجر القمح في السوق.",
    "القول ما نطق به الحكيم، والبيع في الدكان.",
];

fn reader() -> Reader {
    let mut writer = Writer::new(Schema::default());
    for body in DOCUMENTS {
        writer.add(&Entry {
            body,
            ..Entry::default()
        });
    }
    Reader::open(writer.finish()).unwrap()
}

fn found(words: &str) -> Vec<u32> {
    let query = Query::parse(&format!("{words} "));
    reader().search(&query, &Filter::default(), 10, 0).matched
}

#[test]
fn persons_and_tenses_find_each_other() {
    for (typed, expect) in [
        ("يقول", 0),
        ("يقولون", 0),
        ("يصلون", 1),
        ("تصل", 1),
        ("يدعو", 2),
        ("يعيد", 3),
        ("باعت", 4),
        ("سيبيع", 4),
    ] {
        assert!(
            found(typed).contains(&expect),
            "{typed}: {:?}",
            found(typed)
        );
    }
}

#[test]
fn nouns_of_the_same_root_are_not_taken_for_verbs() {
    for typed in ["يقولون", "تبيعون"] {
        assert!(!found(typed).contains(&5), "{typed}: {:?}", found(typed));
    }
}

#[test]
fn the_form_that_was_found_is_marked() {
    let reader = reader();
    for (typed, document, marked) in [("يقولون", 0, "قال"), ("تصل", 1, "وصلت")] {
        let body = DOCUMENTS[document];
        let marks = reader
            .matcher(&Query::parse(&format!("{typed} ")))
            .marks(body);
        let marks: Vec<&str> = marks.into_iter().map(|span| &body[span]).collect();
        assert_eq!(marks, [marked], "{typed}");
    }
}
