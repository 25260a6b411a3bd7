//! The checks of a list of names, and the laws of finding them.

#![expect(
    clippy::unwrap_used,
    reason = "the lists here are written to be right or wrong"
)]

use proptest::prelude::*;
use serde::Deserialize;
use tawarikh_evidence::{Gazetteer, Name, NameFault, NameKind};

#[derive(Deserialize)]
struct Names {
    name: Vec<Name>,
}

fn names(toml: &str) -> Vec<Name> {
    toml::from_str::<Names>(toml).unwrap().name
}

#[track_caller]
fn check(toml: &str, fault: NameFault, message: &str) {
    let error = Gazetteer::new(names(toml)).unwrap_err();
    assert_eq!(
        (&error.fault, error.to_string().as_str()),
        (&fault, message)
    );
}

const TUNIS: &str = "[[name]]\nid = 'tunis'\nkind = 'place'\nname = 'تونس'\n";

#[test]
fn a_name_needs_an_id_a_kind_and_a_name_only() {
    let name = names(TUNIS).remove(0);
    assert_eq!((name.kind, name.coordinates()), (NameKind::Place, None));
    let unknown = toml::from_str::<Names>(&format!("{TUNIS}lattitude = 36.8\n"));
    assert!(unknown.is_err_and(|error| error.to_string().contains("lattitude")));
}

#[test]
fn faults_say_what_to_do() {
    check(
        &TUNIS.repeat(2),
        NameFault::SameId(0),
        "[[name]] number 2 (id \"tunis\"): number 1 has the same id; rename one of them, or make them one name",
    );
    check(
        &TUNIS.replace("'tunis'", "' '"),
        NameFault::NoId,
        "[[name]] number 1 (id \" \"): the id is empty; give it a short one such as \"raqqa\"",
    );
    check(
        &TUNIS.replace("تونس", "، "),
        NameFault::NoName,
        "[[name]] number 1 (id \"tunis\"): the name is empty; write it in Arabic as it should be shown",
    );
    check(
        &format!("{TUNIS}aliases = ['Tunis', '']\n"),
        NameFault::EmptySpelling(String::new()),
        "[[name]] number 1 (id \"tunis\"): the alias or misspelling \"\" has no letters; remove it",
    );
    check(
        &format!("{TUNIS}latitude = 36.8\n"),
        NameFault::NoLongitude,
        "[[name]] number 1 (id \"tunis\"): it has a latitude and no longitude; give both or neither",
    );
    check(
        &format!("{TUNIS}longitude = 10.2\n"),
        NameFault::NoLatitude,
        "[[name]] number 1 (id \"tunis\"): it has a longitude and no latitude; give both or neither",
    );
    check(
        &format!("{TUNIS}latitude = 368.0\nlongitude = 10.2\n"),
        NameFault::Latitude(368.0),
        "[[name]] number 1 (id \"tunis\"): expected a latitude from -90 to 90, got 368",
    );
    check(
        &format!("{TUNIS}latitude = 36.8\nlongitude = -181.5\n"),
        NameFault::Longitude(-181.5),
        "[[name]] number 1 (id \"tunis\"): expected a longitude from -180 to 180, got -181.5",
    );
}

#[test]
fn every_row_of_the_generic_words_is_folded_and_has_a_kind() {
    let text = include_str!("../data/generic.tsv");
    let (first, rows) = text.split_once('\n').unwrap();
    assert!(first.starts_with("# ") && first.contains("Source") && first.contains("CC0"));
    for row in rows.lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        assert!(matches!(fields.len(), 3 | 4), "{row}");
        assert_eq!(row, tawarikh_arabic::fold(row), "{row}");
        let kind = fields[1];
        assert!(
            kind.bytes().all(|byte| byte.is_ascii_lowercase()) && !kind.is_empty(),
            "{row}"
        );
        assert!(matches!(fields[2], "m" | "f" | "-"), "{row}");
    }
}

#[test]
fn every_row_of_the_landmarks_is_folded() {
    let (first, rows) = include_str!("../data/landmarks.tsv")
        .split_once('\n')
        .unwrap();
    assert!(first.starts_with("# ") && first.contains("Source") && first.contains("CC0"));
    for row in rows.lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        assert!(matches!(fields.len(), 4 | 5), "{row}");
        assert_eq!(row, tawarikh_arabic::fold(row), "{row}");
        assert!(matches!(fields[1], "built" | "natural"), "{row}");
        assert!(matches!(fields[2], "m" | "f"), "{row}");
        assert!(matches!(fields[3], "any" | "known" | "strange"), "{row}");
    }
}

#[test]
fn every_row_of_the_whole_words_is_folded() {
    let (first, rows) = include_str!("../data/whole.tsv").split_once('\n').unwrap();
    assert!(first.starts_with("# ") && first.contains("Source") && first.contains("CC0"));
    for row in rows.lines() {
        let (word, meaning) = row.split_once('\t').unwrap();
        assert_eq!(word, tawarikh_arabic::fold(word), "{row}");
        assert!(!meaning.is_empty(), "{row}");
    }
}

#[test]
fn what_is_forbidden_is_no_name() {
    let found = |gazetteer: &Gazetteer, text: &str| {
        let read = tawarikh_evidence::read(text, &tawarikh_timex::Context::default(), gazetteer);
        let spans = read
            .entities
            .iter()
            .map(|entity| text[entity.span.clone()].to_owned());
        spans.collect::<Vec<_>>()
    };
    let text = "وصل الوفد إلى تونس، وزار قرية الزهور وسوق النحاسين.";
    let open = Gazetteer::new(names(TUNIS)).unwrap();
    assert_eq!(found(&open, text), ["تونس", "الزهور"]);
    let closed = open.forbidding(&["تُونس".to_owned(), "الزهور".to_owned()]);
    assert_eq!(found(&closed, text), Vec::<String>::new());
    assert!(closed.find(text).is_empty());
}

#[test]
fn a_line_end_parts_names() {
    assert_eq!(tunisia().find("سيدي\nبوزيد"), []);
    assert_eq!(tunisia().find("سيدي  بوزيد").len(), 1);
}

/// Text with many chances for a name: its words, particles, signs and noise.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "تونس", "صفاقس", "سيدي بوزيد", "سيدي", "القائم", "مدينة", "للقائم", "و", "ب", "ل", "لل", " ", " ", "-", "،", "َ", "ـ", "2014", "Sfax",
        ]).prop_map(str::to_owned),
        1 => ".{0,4}",
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn tunisia() -> Gazetteer {
    let more = "[[name]]\nid = 'sfax'\nkind = 'place'\nname = 'صفاقس'\naliases = ['Sfax']\n\
        [[name]]\nid = 'sidi'\nkind = 'place'\nname = 'سيدي بوزيد'\n\
        [[name]]\nid = 'qaim'\nkind = 'place'\nname = 'القائم'\nonly_after = ['مدينة']\n";
    Gazetteer::new(names(&format!("{TUNIS}{more}"))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mentions_are_in_order_and_cover_whole_words(text in text()) {
        let gazetteer = tunisia();
        let mut free = 0;
        let ends: Vec<usize> = tawarikh_arabic::tokens(&text).map(|token| token.span.end).collect();
        for mention in gazetteer.find(&text) {
            prop_assert!(mention.span.start >= free && mention.span.start < mention.span.end);
            prop_assert!(text.get(mention.span.clone()).is_some());
            prop_assert!(ends.contains(&mention.span.end));
            free = mention.span.end;
        }
    }

    #[test]
    fn a_name_on_its_own_line_is_found_whatever_surrounds_it(before in text(), after in text()) {
        let gazetteer = tunisia();
        let text = format!("{before}\n. سيدي بوزيد .\n{after}");
        let start = before.len() + 3;
        let span = start..start + "سيدي بوزيد".len();
        prop_assert!(gazetteer.find(&text).iter().any(|mention| mention.span == span));
    }
}
