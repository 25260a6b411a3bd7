//! What an archive makes of queries: names, dates, exact words, suggestions, reasons, likeness.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use proptest::prelude::*;
use tawarikh_calendar::{Language, Style};
use tawarikh_core::view::{Piece, State, Why};
use tawarikh_core::{Analyst, Archive, Builder, Settings};
use tawarikh_evidence::{Name, NameKind};

const DOCUMENTS: [(&str, &str); 7] = [
    (
        "سور القدس",
        "رُمم سور القدس القديم في أيار 1998 بعد أن تصدع. وعاد الزوار إلى القدس في الصيف.",
    ),
    (
        "سوق بيت لحم",
        "افتتح في بيت لحم سوق للخشب المحفور في خريف 2003، وقصده تجار كثيرون من بيت لحم وجوارها.",
    ),
    (
        "قطار الساحل",
        "انطلق قطار الساحل في 17 تشرين الأول 2017 من محطة الميناء الجديدة، وحمل القطار ألف راكب.",
    ),
    (
        "قطار الجبل",
        "توقف قطار الجبل عن السير في شتاء 1962 حين غطت الثلوج محطة القمة، ثم عاد القطار في الربيع.",
    ),
    (
        "عِلم الفلك",
        "يدرس عِلم الفلك حركة النجوم، وقد ازدهر هذا العِلم في مراصد شنقيط في القرن التاسع.",
    ),
    (
        "عَلَم البلاد",
        "رُفع عَلَم البلاد فوق الميناء في 1 آذار 1946، وبقي العَلَم هناك.",
    ),
    (
        "إعلان",
        "زار أحمد ابن أخته في القرية، وأعلن المجلس موعد الحصاد. وكانت فاطمه حاضرة.",
    ),
];

fn name(id: &str, name: &str, english: &str, aliases: &[&str]) -> Name {
    Name {
        name_en: Some(english.into()),
        aliases: aliases.iter().map(|&alias| alias.into()).collect(),
        ..Name::new(id, NameKind::Place, name)
    }
}

fn archive() -> Archive {
    let settings = Settings {
        names: vec![
            name(
                "quds",
                "القدس",
                "Jerusalem",
                &["بيت المقدس", "Al-Quds", "El Kuds"],
            ),
            name("bethlehem", "بيت لحم", "Bethlehem", &["Beit Lahm"]),
        ],
        ..Settings::default()
    };
    let analyst = Analyst::new(&settings).unwrap();
    let mut builder = Builder::new(settings, &analyst);
    for (number, (title, body)) in DOCUMENTS.iter().enumerate() {
        let text = format!("+++\ntitle = \"{title}\"\n+++\n\n{body}\n");
        for document in
            tawarikh_ingest::read(&format!("{number}.md"), text.as_bytes(), None).unwrap()
        {
            builder.add(analyst.analyse(document));
        }
    }
    Archive::open(builder.finish().unwrap()).unwrap()
}

fn exactly(query: &str) -> State {
    State {
        exact: true,
        ..State::asking(query)
    }
}

/// The documents that a state finds, rising.
fn found(archive: &Archive, state: &State) -> Vec<u32> {
    let mut found: Vec<u32> = archive
        .search(state)
        .hits
        .iter()
        .map(|hit| hit.document)
        .collect();
    found.sort_unstable();
    found
}

fn check(query: &str, expect: &[u32]) {
    assert_eq!(found(&archive(), &State::asking(query)), expect, "{query}");
}

fn hits(pieces: &[Piece]) -> Vec<&str> {
    pieces
        .iter()
        .filter(|piece| piece.hit)
        .map(|piece| piece.text.as_str())
        .collect()
}

fn reasons(why: &Why) -> Vec<(&str, &str, &str, u32)> {
    let words = why.words.iter();
    words
        .flat_map(|word| {
            word.forms.iter().map(|form| {
                (
                    word.typed.as_str(),
                    form.form.as_str(),
                    form.relation,
                    form.count,
                )
            })
        })
        .collect()
}

#[test]
fn a_name_is_found_by_any_of_its_spellings() {
    for query in [
        "القدس ",
        "Jerusalem ",
        "quds ",
        "Al-Quds ",
        "el kuds ",
        "بيت المقدس ",
        "+Jerusalem ",
        "\"Al-Quds\" ",
        "للقدس ",
    ] {
        assert!(
            found(&archive(), &State::asking(query)).contains(&0),
            "{query}"
        );
    }
    check("Jerusalem ", &[0]);
    check("Bethlehem ", &[1]);
    check("Bethlehem OR Jerusalem ", &[0, 1]);
    check("+Bethlehem -خشب ", &[]);
    check("-Jerusalem قطار القدس ", &[2, 3]);
}

#[test]
fn spellings_are_marked_and_given_as_the_reason() {
    let archive = archive();
    let results = archive.search(&State::asking("Bethlehem "));
    assert_eq!(hits(&results.hits[0].title), ["بيت", "لحم"]);
    assert!(results.notes.is_empty());
    let why = archive.why(1, &State::asking("Bethlehem ")).unwrap();
    assert_eq!(reasons(&why), [("bethlehem", "بيت لحم", "alias", 3)]);
    let why = archive
        .why(2, &State::asking("القطارات ميناء جسر "))
        .unwrap();
    assert_eq!(
        reasons(&why),
        [
            ("القطارات", "قطار", "stem", 2),
            ("القطارات", "القطار", "stem", 1),
            ("ميناء", "الميناء", "stem", 1)
        ]
    );
    assert_eq!(archive.why(99, &State::asking("قطار")), None);
}

#[test]
fn latin_words_that_no_name_has_are_read_in_arabic_letters() {
    let results = archive().search(&State::asking("Shinqit "));
    let found: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
    assert_eq!(found, [4]);
    assert_eq!(results.notes[0].code, "transliterated");
    let why = archive().why(4, &State::asking("Shinqit ")).unwrap();
    assert_eq!(reasons(&why), [("shinqit", "شنقيط", "transliteration", 1)]);
}

#[test]
fn dates_rule_the_whole_query() {
    check("قطار from:2000 ", &[2]);
    check("قطار to:2000 ", &[3]);
    check("قطار من: 1950 إلى: 1999 ", &[3]);
    check(
        "القطار from:\"17 تشرين الأول 2017\" to:\"17 تشرين الأول 2017\" ",
        &[2],
    );
    check("from:17 تشرين الأول 2017 قطار ", &[2]);
    check("from:آذار 1946 to:آذار 1946", &[5]);
    check("from:2017 to:1940 قطار ", &[2, 3]);
    check("from:1800 to:1801 قطار ", &[]);
}

#[test]
fn what_the_dates_set_is_said() {
    let archive = archive();
    let day = |year, month, day| {
        tawarikh_calendar::Day::from_gregorian(year, month, day)
            .unwrap()
            .rata_die()
    };
    let results = archive.search(&State::asking("قطار from:2017-10 to:أوائل 2018 "));
    let span = results.query_span.unwrap();
    assert_eq!(
        (span.first, span.last),
        (day(2017, 10, 1), day(2018, 4, 30))
    );
    assert_eq!(results.date_filter, None);
    let open = archive
        .search(&State::asking("from:2000 "))
        .query_span
        .unwrap();
    assert_eq!(Some(open.last), archive.about().last);
    assert_eq!(archive.search(&State::asking("قطار 2017")).query_span, None);
    let chosen = State {
        span: Some([day(1960, 1, 1), day(1970, 1, 1)]),
        ..State::asking("قطار from:2000 ")
    };
    assert_eq!(archive.search(&chosen).total, 0);
}

#[test]
fn dates_that_are_not_read_are_searched_and_said() {
    let codes = |query: &str| {
        let notes = archive().search(&State::asking(query)).notes;
        notes.into_iter().map(|note| note.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("from:القمة "), ["unread-date"]);
    check("from:القمة ", &[3]);
    assert_eq!(codes("from:2017 to:1940 "), ["late-from"]);
    assert_eq!(codes("from:2017 from:1940 "), ["second-date"]);
    assert_eq!(codes("قطار OR from:2017 "), ["joined-date"]);
    assert_eq!(codes("-from:2017 "), ["joined-date"]);
    assert_eq!(codes("قطار from: "), ["empty-field"]);
}

#[test]
fn exactly_is_hamza_and_tashkeel_as_typed() {
    check("علم ", &[4, 5]);
    let archive = archive();
    let finds = |query: &str, expect: &[u32]| {
        assert_eq!(found(&archive, &exactly(query)), expect, "{query}");
    };
    finds("علم ", &[4, 5]);
    finds("عِلم", &[4]);
    finds("عَلَم", &[5]);
    finds("\"عَلَم البلاد\"", &[5]);
    finds("\"عِلم البلاد\"", &[]);
    finds("أحمد", &[6]);
    finds("احمد", &[]);
    finds("فاطمه", &[6]);
    finds("فاطمة", &[]);
    finds("قطارات", &[]);
    finds("Jerusalem", &[]);
    let marks = archive.search(&exactly("عِلم")).hits;
    assert_eq!(hits(&marks[0].title), ["عِلم"]);
}

#[test]
fn the_last_word_is_completed_names_first() {
    let archive = archive();
    let texts = |query: &str| {
        let completions = archive.complete(&State::asking(query), 5).completions;
        completions
            .into_iter()
            .map(|one| (one.text, one.kind))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts("زيارة القد")[0], ("القدس".into(), "name"));
    assert_eq!(texts("قدس")[0], ("القدس".into(), "name"));
    assert!(texts("سوق بيت").contains(&("بيت لحم".into(), "name")));
    assert_eq!(texts("سوق بيت لح")[0], ("لحم".into(), "name"));
    assert_eq!(texts("Jeru")[0], ("Jerusalem".into(), "name"));
    assert!(texts("مين").contains(&("الميناء".into(), "word")));
    assert!(texts("محط").contains(&("محطة".into(), "word")));
    assert!(texts("محطة ").is_empty());
    assert!(texts("from:ق").is_empty());
    let first = &archive.complete(&State::asking("سور Jer"), 5).completions[0];
    assert_eq!(first.query, "سور Jerusalem");
    assert_eq!(first.label.as_deref(), Some("القدس"));
    assert_eq!(first.count, 2);
}

#[test]
fn a_single_letter_is_completed_behind_the_words_of_a_name() {
    let archive = archive();
    let completions = |query: &str| archive.complete(&State::asking(query), 5).completions;
    assert!(completions("ل").is_empty());
    assert_eq!(completions("سوق بيت ل")[0].query, "سوق بيت لحم");
    assert_eq!(completions("سوق بيت ل").len(), 1);
}

#[test]
fn a_field_is_completed_by_its_values() {
    let archive = archive();
    let asking = State::asking;
    let completed = |state: &State| {
        let completions = archive.complete(state, 5).completions.into_iter();
        completions
            .map(|one| (one.text, one.count))
            .collect::<Vec<_>>()
    };
    let years = |texts: &[&str]| -> Vec<(String, u32)> {
        texts.iter().map(|&text| (text.into(), 1)).collect()
    };
    assert_eq!(completed(&asking("سنة:200")), years(&["2003"]));
    assert_eq!(
        completed(&asking("قطار سنة:")),
        years(&["1962", "1963", "2017"])
    );
    // The winter of 1962 ends in 1963.
    assert_eq!(
        completed(&asking("قطار -year:\"19")),
        years(&["1962", "1963"])
    );
    let query = &archive.complete(&asking("year:\"19"), 1).completions[0].query;
    assert_eq!(query, "year:1946");
    assert_eq!(completed(&asking("سنة:2003 ")), []);
    assert_eq!(completed(&asking("كاتب:نجيب")), []);
    let english = Style {
        language: Language::English,
        ..Style::default()
    };
    let typed = State {
        style: english,
        ..asking("سوق place:beth")
    };
    let value = &archive.complete(&typed, 5).completions[0];
    assert_eq!(value.query, "سوق place:\"بيت لحم\"");
    assert_eq!(value.label.as_deref(), Some("Bethlehem"));
    assert_eq!((value.kind, value.count), ("value", 1));
    assert_eq!(archive.search(&asking(&value.query)).total, 1);
}

#[test]
fn a_better_spelling_is_offered_if_it_finds_no_less() {
    let archive = archive();
    let offered = |query: &str| {
        archive
            .search(&State::asking(query))
            .suggestion
            .map(|better| better.query)
    };
    assert_eq!(offered("+مخطة +الساحل "), Some("+محطة +الساحل".into()));
    assert_eq!(offered("+Jeruzalem "), Some("+Jerusalem".into()));
    assert_eq!(offered("محطة "), None);
    assert_eq!(offered("xqzw "), None);
    let better = archive
        .search(&State::asking("+مخطة +الساحل "))
        .suggestion
        .unwrap();
    assert_eq!(hits(&better.pieces), ["محطة"]);
}

#[test]
fn the_likest_document_comes_first_and_itself_not_at_all() {
    let archive = archive();
    let like = |document| archive.similar(document, &State::asking("")).unwrap().hits;
    assert_eq!(like(2)[0].document, 3);
    assert_eq!(like(3)[0].document, 2);
    for document in 0..DOCUMENTS.len() as u32 {
        assert!(like(document).iter().all(|hit| hit.document != document));
    }
    assert!(archive.similar(99, &State::asking("")).is_none());
}

#[test]
fn any_length_is_answered() {
    let archive = archive();
    let long: String = (0..10_000).map(|n| format!("قطار{n} ")).collect();
    for query in [
        long.as_str(),
        &"؟!\"(".repeat(2_000),
        &"from:".repeat(2_000),
        &"(قطار ".repeat(2_000),
        &"قطار".repeat(20_000),
    ] {
        let state = State::asking(query);
        archive.search(&state);
        archive.complete(&state, 8);
        archive.why(2, &state);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn anything_that_is_typed_is_answered(query in r#"([a-zء-ي +\-"«»():؟]|OR |from:|إلى:|2017|/|title:|القدس|Jerus|\PC){0,24}"#, exact in any::<bool>()) {
        let archive = ARCHIVE.with(Clone::clone);
        let state = State { exact, ..State::asking(&query) };
        let results = archive.search(&state);
        prop_assert!(results.hits.len() <= DOCUMENTS.len());
        for one in archive.complete(&state, 5).completions {
            prop_assert!(one.query.trim_end_matches('"').ends_with(&one.text));
        }
        for hit in &results.hits {
            prop_assert!(archive.why(hit.document, &state).is_some());
        }
    }
}

thread_local! {
    static ARCHIVE: std::rc::Rc<Archive> = std::rc::Rc::new(archive());
}
