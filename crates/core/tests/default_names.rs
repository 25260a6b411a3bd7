//! The names of the archive that ships with the program, in both scripts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;

use tawarikh_calendar::Day;
use tawarikh_core::view::{Page, State};
use tawarikh_core::{Analyst, Archive, Builder, Settings};

fn archive() -> Archive {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/archive");
    let settings: Settings =
        toml::from_str(&fs::read_to_string(folder.join("archive.toml")).unwrap()).unwrap();
    let analyst = Analyst::new(&settings).unwrap();
    let mut builder = Builder::new(settings, &analyst);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy();
        for document in tawarikh_ingest::read(&name, &fs::read(&path).unwrap(), None).unwrap() {
            builder.add(analyst.analyse(document));
        }
    }
    Archive::open(builder.finish().unwrap()).unwrap()
}

fn state(query: &str) -> State {
    State {
        query: format!("{query} "),
        ..State::default()
    }
}

/// The documents that a query finds, rising.
fn found(archive: &Archive, query: &str) -> Vec<u32> {
    let hits = archive.search(&state(query)).hits;
    let mut found: Vec<u32> = hits.iter().map(|hit| hit.document).collect();
    found.sort_unstable();
    found
}

/// Whether the document has any of these in its text.
fn holds(archive: &Archive, document: u32, texts: &[&str]) -> bool {
    let reading = archive.document(document, &State::default()).unwrap();
    let sentences = reading
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.sentences);
    let text: String = sentences
        .flat_map(|sentence| &sentence.pieces)
        .map(|piece| piece.text.as_str())
        .collect();
    texts
        .iter()
        .any(|wanted| text.contains(wanted) || reading.title.value.contains(wanted))
}

#[test]
fn every_spelling_finds_every_document_with_the_name() {
    let archive = archive();
    let names: [(&[&str], &[&str]); 4] = [
        (
            &["Raqqa", "Rakka", "Ar-Raqqah", "raqa", "الرقة", "بالرقة"],
            &["الرقة", "للرقة"],
        ),
        (
            &[
                "ISIS",
                "ISIL",
                "Daesh",
                "Islamic State",
                "داعش",
                "تنظيم الدولة",
            ],
            &["داعش", "تنظيم الدولة"],
        ),
        (&["Mosul", "Mossul", "الموصل"], &["الموصل", "للموصل"]),
        (
            &["Baghouz", "Baghuz", "Al-Baghuz", "الباغوز", "الباغور"],
            &["الباغوز", "الباغور"],
        ),
    ];
    for (queries, texts) in names {
        let documents = archive.about().documents;
        let wanted: Vec<u32> = (0..documents)
            .filter(|&document| holds(&archive, document, texts))
            .collect();
        assert!(!wanted.is_empty(), "{texts:?}");
        for query in queries {
            let found = found(&archive, query);
            for document in &wanted {
                assert!(
                    found.contains(document),
                    "{query}: {document} of {wanted:?} is not in {found:?}"
                );
            }
        }
        // A Latin spelling finds nothing else.
        assert_eq!(found(&archive, queries[0]), wanted, "{}", queries[0]);
    }
}

#[test]
fn a_latin_spelling_is_explained_by_the_arabic_one() {
    let archive = archive();
    let query = state("Baghouz");
    let hit = archive.search(&query).hits[0].document;
    let why = archive.why(hit, &query).unwrap();
    let forms = &why.words[0].forms;
    assert!(
        forms
            .iter()
            .any(|form| form.form == "الباغوز" && form.relation == "alias"),
        "{forms:?}"
    );
}

/// Its happenings are those that a reader finds in it: the declaration of 2014, Mosul, Raqqa, Baghouz, and how many died
/// since September 2018, which one report tells by several counts.
#[test]
fn what_its_reports_tell_together_is_one_happening_each() {
    let archive = archive();
    let found = archive
        .happenings(&State::default(), &Page::default())
        .happenings;
    let day = |year, month, day| Day::from_gregorian(year, month, day).unwrap().rata_die();
    let told: Vec<(Option<i32>, Option<i32>, usize)> = found
        .iter()
        .map(|happening| (happening.first, happening.last, happening.sources.len()))
        .collect();
    let one = |day: i32| (Some(day), Some(day));
    let days = [
        one(day(2014, 6, 28)),
        (Some(day(2017, 7, 1)), Some(day(2017, 7, 31))),
        one(day(2017, 10, 17)),
        one(day(2018, 9, 10)),
        one(day(2019, 3, 23)),
    ];
    assert_eq!(
        told.iter()
            .map(|(first, last, _)| (*first, *last))
            .collect::<Vec<_>>(),
        days
    );
    assert!(told.iter().all(|(_, _, sources)| *sources > 1), "{told:?}");
    let counts = found[3].sources.iter().flat_map(|source| &source.figures);
    let counts: Vec<f64> = counts.filter_map(|figure| figure.low).collect();
    for count in [1168.0, 650.0, 388.0, 226.0, 500.0] {
        assert!(counts.contains(&count), "{count} is not among {counts:?}");
    }
}
