//! Documents and queries of sizes and shapes that nobody means to make, from their bytes to the page's views.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use tawarikh_core::view::{Piece, State, Window};
use tawarikh_core::{Analyst, Archive, Builder, Settings};

fn archive(files: &[(&str, &str)]) -> Archive {
    let analyst = Analyst::new(&Settings::default()).unwrap();
    let mut builder = Builder::new(Settings::default(), &analyst);
    for (name, text) in files {
        for document in tawarikh_ingest::read(name, text.as_bytes(), None).unwrap() {
            builder.add(analyst.analyse(document));
        }
    }
    Archive::open(builder.finish().unwrap()).unwrap()
}

fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

const WINDOW: Window = Window {
    first: 700_000.0,
    last: 740_000.0,
    width: 1000.0,
    lanes: 6,
    char_width: 6.0,
    label_width: 150.0,
};

#[test]
fn a_document_of_a_hundred_thousand_words_is_searched_and_read() {
    let mut body = "مرّت القافلة بالوادي ولم تتوقف عند البئر. ".repeat(14_000);
    body += "وفي 3 أيار 1998 عُثر على الخاتم المفقود.";
    let long = format!("+++\ntitle = \"يوميات القافلة\"\n+++\n\n{body}\n");
    let archive = archive(&[
        ("short.txt", "باع الصائغ خاتمًا من الفضة.\n"),
        ("long.md", &long),
    ]);
    let results = archive.search(&State::asking("الخاتم المفقود "));
    assert_eq!(results.total, 2);
    let hit = results.hits.iter().find(|hit| hit.id == "long").unwrap();
    assert!(
        text(&hit.snippet).contains("الخاتم المفقود"),
        "{:?}",
        hit.snippet
    );
    assert!(text(&hit.snippet).chars().count() < 1_000);
    let reading = archive
        .document(hit.document, &State::asking("الخاتم "))
        .unwrap();
    let read: String = reading
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.sentences)
        .map(|sentence| text(&sentence.pieces))
        .collect();
    assert_eq!(read.matches("القافلة").count(), 14_000);
    assert_eq!(archive.about().events, 1);
    assert!(
        !archive
            .timeline(&State::asking(""), &WINDOW)
            .marks
            .is_empty()
    );
}

#[test]
fn odd_queries_give_a_view() {
    let archive = archive(&[
        ("one.txt", "باع الصائغ خاتمًا من الفضة في 3 أيار 1998.\n"),
        ("two.txt", "نزل المطر على الوادي.\n"),
    ]);
    let words: Vec<String> = (0..10_000).map(|number| format!("كلمة{number}")).collect();
    let long = archive.search(&State::asking(&format!("خاتم {}", words.join(" "))));
    assert_eq!(long.hits[0].id, "one");
    assert!(long.notes.iter().any(|note| note.code == "long"));
    for query in [
        "؟!،",
        "\"\"",
        "((",
        "🙂",
        "\u{202e}",
        ":",
        "from:",
        "من: إلى:",
        "from:9999999999999 to:-1",
        "year:٠",
    ] {
        let results = archive.search(&State::asking(query));
        assert_eq!(results.documents, 2, "{query:?}");
        assert!(results.total <= 2);
        archive.timeline(&State::asking(query), &WINDOW);
        archive.document(0, &State::asking(query)).unwrap();
    }
    let mixed = archive.search(&State::asking(
        "\u{202e}silver\u{202c} \u{2067}الفضة\u{2069} ",
    ));
    assert_eq!(mixed.hits[0].id, "one");
}

#[test]
fn an_empty_file_is_refused_with_a_remedy_or_a_document_without_words() {
    for empty in ["", "\n\n", "\u{feff}", "\u{200f} \n", "---\n---\n"] {
        let mut files = vec![("one.txt", "باع الصائغ خاتمًا.\n")];
        match tawarikh_ingest::read("empty.txt", empty.as_bytes(), None) {
            Ok(_) => files.push(("empty.txt", empty)),
            Err(error) => assert!(!error.remedy.is_empty(), "{empty:?}"),
        }
        let archive = archive(&files);
        assert_eq!(archive.about().documents as usize, files.len());
        assert_eq!(
            archive.search(&State::asking("خاتم ")).total,
            1,
            "{empty:?}"
        );
        assert_eq!(
            archive.search(&State::asking("")).total as usize,
            files.len()
        );
    }
}

#[test]
fn an_archive_without_documents_has_empty_views() {
    let archive = archive(&[]);
    assert_eq!(archive.search(&State::asking("خاتم")).total, 0);
    assert!(
        archive
            .timeline(&State::asking(""), &WINDOW)
            .marks
            .is_empty()
    );
    assert!(archive.document(0, &State::asking("")).is_none());
}
