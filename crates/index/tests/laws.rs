//! Laws that hold for any documents, queries and bytes.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use proptest::prelude::*;
use tawarikh_index::{Entry, Filter, Found, Query, Reader, Schema, Writer};

/// Documents of few words, so that words meet.
fn documents() -> impl Strategy<Value = Vec<(String, String)>> {
    let text = "((و|ال|بال|)(قلم|كتاب|مدرسة|أحمد|نهر|قلعة|في|2014)(ات|ه|ين|)[ .،]){0,8}";
    proptest::collection::vec((text, text), 0..12)
}

fn query() -> impl Strategy<Value = String> {
    "([+\\-\"(]?(ال|)(قلم|كتاب|مدرسة|أحمد|قلع|في|2014)[\")]?( OR | ){1,2}){0,5}"
}

fn write(documents: &[(String, String)]) -> Vec<u8> {
    write_in_runs(documents, usize::MAX)
}

/// The index of documents, inverted so many bytes of text at a time.
fn write_in_runs(documents: &[(String, String)], run: usize) -> Vec<u8> {
    let mut writer = Writer::new(Schema::new(["length"])).with_run(run);
    for (title, body) in documents {
        let length = [body.len().to_string()];
        writer.add(&Entry {
            title,
            body,
            keywords: &[("length", &length)],
            payload: &[7, 7],
            ..Entry::default()
        });
    }
    writer.finish()
}

fn search<'r>(reader: &'r Reader, query: &str) -> Found<'r> {
    reader.search(&Query::parse(query), &Filter::default(), 10, 0)
}

/// Uses everything that reads bytes; the number only keeps it from being left out.
fn use_all(reader: &Reader, query: &str) -> usize {
    let parsed = Query::parse(query);
    let hits = search(reader, query).hits;
    let stored = hits
        .iter()
        .filter(|hit| reader.document(hit.doc).is_some())
        .count();
    let keywords = hits
        .iter()
        .flat_map(|hit| reader.keywords(hit.doc, "length"))
        .count();
    let marks = reader.matcher(&parsed).marks("كتاب في المدرسة").len();
    stored + keywords + marks + reader.explain(&parsed).len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn documents_come_back(documents in documents()) {
        let reader = Reader::open(write(&documents)).unwrap();
        prop_assert_eq!(reader.len() as usize, documents.len());
        for ((title, body), doc) in documents.iter().zip(0..) {
            let stored = reader.document(doc).unwrap();
            prop_assert_eq!((&*stored.title, &*stored.body, &*stored.payload), (title.as_str(), body.as_str(), &[7, 7][..]));
        }
    }

    #[test]
    fn every_word_of_a_document_finds_it_and_is_marked(documents in documents()) {
        let reader = Reader::open(write(&documents)).unwrap();
        for ((_, body), doc) in documents.iter().zip(0u32..) {
            for word in tawarikh_arabic::tokens(body).filter(|token| token.text.chars().all(char::is_alphanumeric)) {
                let query = format!("{} ", word.text);
                prop_assert!(search(&reader, &query).matched.contains(&doc));
                prop_assert!(reader.matcher(&Query::parse(&query)).marks(body).contains(&word.span));
            }
        }
    }

    #[test]
    fn the_same_documents_give_the_same_bytes_and_scores(documents in documents(), query in query()) {
        let bytes = write(&documents);
        prop_assert_eq!(&bytes, &write(&documents));
        let (one, two) = (Reader::open(bytes.clone()).unwrap(), Reader::open(bytes).unwrap());
        prop_assert_eq!(search(&one, &query), search(&two, &query));
    }

    #[test]
    fn any_cut_into_runs_gives_the_same_bytes(documents in documents(), run in 1usize..300) {
        prop_assert_eq!(write_in_runs(&documents, run), write(&documents));
    }

    #[test]
    fn requiring_narrows(documents in documents(), one in "(قلم|كتاب|مدرسة)", two in "(أحمد|نهر|قلعة)") {
        let reader = Reader::open(write(&documents)).unwrap();
        let either = search(&reader, &format!("{one} {two} ")).matched;
        let both = search(&reader, &format!("+{one} +{two} ")).matched;
        let [first, second] = [&one, &two].map(|word| search(&reader, &format!("{word} ")).matched);
        let without = search(&reader, &format!("{one} -{two} ")).matched;
        for doc in 0..reader.len() {
            let (a, b) = (first.contains(&doc), second.contains(&doc));
            prop_assert_eq!(either.contains(&doc), a || b);
            prop_assert_eq!(both.contains(&doc), a && b);
            prop_assert_eq!(without.contains(&doc), a && !b);
        }
    }

    #[test]
    fn facets_sum_to_the_total_and_pages_join(documents in documents(), query in query()) {
        let reader = Reader::open(write(&documents)).unwrap();
        let found = search(&reader, &query);
        let counted: u32 = found.facets[0].counts.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(counted, found.total);
        let page = |offset| reader.search(&Query::parse(&query), &Filter::default(), 3, offset).hits;
        let pages: Vec<_> = [0, 3, 6, 9].into_iter().flat_map(page).collect();
        let whole = reader.search(&Query::parse(&query), &Filter::default(), 12, 0).hits;
        prop_assert_eq!(pages, whole);
    }

    #[test]
    fn changed_bytes_are_refused(documents in documents(), at: prop::sample::Index, bit in 0u8..8) {
        let mut bytes = write(&documents);
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(Reader::open(bytes.clone()).is_err());
        bytes.truncate(at);
        prop_assert!(Reader::open(bytes).is_err());
    }

    #[test]
    fn bytes_with_right_checksums_never_panic(
        documents in documents(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        query in query(),
    ) {
        let mut bytes = write(&documents);
        let start = sections_start(&bytes);
        for (at, value) in changes {
            let at = start + at.index(bytes.len() - start);
            bytes[at] = value;
        }
        mend(&mut bytes);
        if let Ok(reader) = Reader::open(bytes) {
            use_all(&reader, &query);
            use_all(&reader, "كتا");
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes: Vec<u8>) {
        prop_assert!(Reader::open(bytes).is_err());
    }

    #[test]
    fn any_query_is_answered(documents in documents(), query in "\\PC{0,40}") {
        use_all(&Reader::open(write(&documents)).unwrap(), &query);
    }
}

#[test]
fn more_families_than_there_are_make_no_room() {
    let mut writer = Writer::new(Schema::default());
    writer.add(&Entry {
        body: "سفينة في الميناء",
        ..Entry::default()
    });
    let bytes = writer.finish();
    assert!(Reader::open(bytes.clone()).is_ok());
    let last = last_byte(&bytes, *b"dicp");
    for families in [0, 1, 200] {
        let mut changed = bytes.clone();
        assert_ne!(changed[last], families);
        changed[last] = families;
        mend(&mut changed);
        assert!(Reader::open(changed).is_err(), "{families} families");
    }
}

/// Where a section ends.
fn last_byte(bytes: &[u8], tag: [u8; 4]) -> usize {
    let mut end = sections_start(bytes);
    for row in (0..number(bytes, 16)).map(|row| 28 + 20 * row) {
        end += number(bytes, row + 8);
        if bytes[row..row + 4] == tag {
            return end - 1;
        }
    }
    panic!("no such section");
}

/// Where the sections begin, by the documented frame.
fn sections_start(bytes: &[u8]) -> usize {
    28 + 20 * number(bytes, 16)
}

/// Puts the right checksums on changed sections.
fn mend(bytes: &mut [u8]) {
    let count = number(bytes, 16);
    let mut at = sections_start(bytes);
    for row in (0..count).map(|row| 28 + 20 * row) {
        let length = number(bytes, row + 8);
        let sum = crc32(&bytes[at..at + length]);
        bytes[row + 12..row + 16].copy_from_slice(&sum.to_le_bytes());
        at += length;
    }
    let sum = crc32(&bytes[24..sections_start(bytes)]);
    bytes[20..24].copy_from_slice(&sum.to_le_bytes());
}

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// CRC-32, one bit at a time.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())
        })
    })
}
