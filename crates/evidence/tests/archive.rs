//! What the articles of the default archive tell together.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "the archive is the project's own"
)]

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;
use tawarikh_calendar::When;
use tawarikh_evidence::{
    Account, Agreement, Gazetteer, Happening, Name, Teller, base_names, happenings, layered, read,
    reckonings,
};
use tawarikh_timex::Context;

struct Document {
    id: String,
    published: Option<When>,
    body: String,
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/archive")
}

fn gazetteer() -> Gazetteer {
    #[derive(Deserialize)]
    struct Settings {
        name: Vec<Name>,
    }
    let text = std::fs::read_to_string(folder().join("archive.toml")).unwrap();
    let settings: Settings = toml::from_str(&text).unwrap();
    Gazetteer::new(layered(settings.name, base_names())).unwrap()
}

fn documents() -> Vec<Document> {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths
        .iter()
        .map(|path| document(&std::fs::read_to_string(path).unwrap()))
        .collect()
}

fn document(file: &str) -> Document {
    #[derive(Deserialize)]
    struct Front {
        id: String,
        date: Option<String>,
    }
    let (front, body) = file
        .trim_start_matches("+++")
        .split_once("+++")
        .expect("front matter");
    let front: Front = toml::from_str(front).unwrap();
    Document {
        id: front.id,
        published: front.date.map(|date| When::from_edtf(&date).unwrap()),
        body: body.to_owned(),
    }
}

/// Happenings as their date in EDTF with the documents that tell of them, each once.
fn told(
    documents: &[Document],
    find: fn(&[Account]) -> Vec<Happening>,
) -> Vec<(String, BTreeSet<String>)> {
    let gazetteer = gazetteer();
    let teller = Teller::new(&gazetteer);
    let mut accounts: Vec<Account> = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let context = Context {
            reference: document.published,
            ..Context::default()
        };
        let evidence = read(&document.body, &context, &gazetteer);
        accounts.extend(teller.accounts(
            &gazetteer,
            number as u32,
            &document.body,
            &evidence,
            document.published,
        ));
    }
    let id = |account: &usize| documents[accounts[*account].document as usize].id.clone();
    find(&accounts)
        .iter()
        .map(|happening| {
            let Agreement::Agreed(when) = &happening.date else {
                panic!("these articles agree where they tell the same: {happening:?}");
            };
            (when.edtf(), happening.accounts.iter().map(id).collect())
        })
        .collect()
}

fn named<const N: usize>(ids: [&str; N]) -> BTreeSet<String> {
    ids.map(str::to_owned).into()
}

#[test]
fn articles_meet_where_they_tell_the_same() {
    // The declaration (one article names two months), Mosul, Raqqa (an operation of months, its last day, the next day's report), Baghouz.
    let expected = [
        (
            "2014-06-28",
            named(["alhurra-baghouz", "noonpost-deir-ez-zor"]),
        ),
        ("2017-07", named(["alhurra-baghouz", "jalal-mosul-raqqa"])),
        (
            "2017-10-17",
            named(["alhurra-baghouz", "jalal-mosul-raqqa", "raqqa-fall"]),
        ),
        ("2019-03-23", named(["jalal-mosul-raqqa", "levant-hasaka"])),
    ];
    let found = told(&documents(), happenings);
    let found: Vec<(&str, BTreeSet<String>)> = found
        .iter()
        .map(|(date, ids)| (date.as_str(), ids.clone()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_dead_since_one_day_stand_together() {
    // 1168 and 650; 226; and beside it 388 and about 500, by two who count.
    let gazetteer = gazetteer();
    let teller = Teller::new(&gazetteer);
    let documents = documents();
    let noonpost = documents.last().expect("six articles");
    let context = Context {
        reference: noonpost.published,
        ..Context::default()
    };
    let evidence = read(&noonpost.body, &context, &gazetteer);
    let accounts = teller.accounts(&gazetteer, 0, &noonpost.body, &evidence, noonpost.published);
    let found = reckonings(&accounts);
    assert_eq!(found.len(), 1);
    let since = When::from_edtf("2018-09-10").unwrap().interval.first;
    assert_eq!(found[0].days().first, since);
    let counted: Vec<f64> = found[0]
        .accounts
        .iter()
        .flat_map(|account| {
            let sentence = &accounts[*account].sentence;
            let inside = evidence.figures.iter();
            inside.filter(|figure| sentence.contains(&figure.span.start))
        })
        .filter_map(|figure| figure.low)
        .collect();
    for number in [1168.0, 650.0, 500.0, 388.0, 226.0] {
        assert!(counted.contains(&number), "{number} of {counted:?}");
    }
}
