//! Names in Latin letters find themselves in Arabic ones: `tests/corpus/query/latin.txt`.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::Path;

use tawarikh_index::{Entry, Filter, NoteCode, Query, Reader, Schema, Writer};

/// Words that a reading may be mistaken for.
const OTHERS: &str = "كتب الكاتب في الصحيفة عن بيت قديم وسوق كبيرة وعن ماء البئر ورق الشجر وحجر الطريق وصوت الناس في المدينة والقرية. \
    سأل الطالب أستاذه عن تاريخ البلاد وعن الأسعار والحرب والسلام، وقرأ قصيدة عن البحر والسفن والصيادين ثم نام باكرا.";

fn cases() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/query/latin.txt");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split_once('\t').unwrap())
        .map(|(latin, arabic)| (latin.to_owned(), arabic.to_owned()))
        .collect()
}

/// One document for each name, and one without any.
fn index(names: &[String]) -> Reader {
    let mut writer = Writer::new(Schema::default());
    for name in names {
        writer.add(&Entry {
            body: &format!("ذكر التقرير {name} ثلاث مرات."),
            ..Entry::default()
        });
    }
    writer.add(&Entry {
        body: OTHERS,
        ..Entry::default()
    });
    Reader::open(writer.finish()).unwrap()
}

#[test]
fn names_are_found_from_latin_letters() {
    let cases = cases();
    let mut names: Vec<String> = cases.iter().map(|(_, arabic)| arabic.clone()).collect();
    names.dedup();
    let reader = index(&names);
    let mut wrong = Vec::new();
    for (latin, arabic) in &cases {
        let query = reader.transliterate(Query::parse(&format!("{latin} ")));
        let found = reader.search(&query, &Filter::default(), 10, 0);
        let best = found
            .hits
            .first()
            .and_then(|hit| names.get(hit.doc as usize));
        let noted = query
            .notes()
            .iter()
            .any(|note| note.code == NoteCode::Transliterated);
        if best != Some(arabic) || !noted {
            wrong.push(format!("{latin}: {best:?} of {}", found.total));
        }
    }
    assert!(cases.len() >= 80, "only {} names", cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_that_documents_have_are_left_alone() {
    let reader = index(&["الرقة واسمها بالإنجليزية Raqqa".into()]);
    let query = reader.transliterate(Query::parse("Raqqa qzx "));
    assert!(query.notes().is_empty());
}

#[test]
fn words_that_every_english_text_has_are_no_names() {
    // عند is written with such letters.
    let reader = index(&["هند".into(), "عند".into()]);
    let query = reader.transliterate(Query::parse("Hind and was "));
    let noted: Vec<&str> = query.notes().iter().map(|note| &*note.text).collect();
    assert_eq!(noted, ["hind"]);
}
