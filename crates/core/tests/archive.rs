//! From documents to an archive and back to views.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::LazyLock;

use proptest::prelude::*;
use tawarikh_core::view::{Direction, FacetChoice, Page, Piece, State, Window};
use tawarikh_core::{Analyst, Archive, Builder, Settings};

const BRIDGE: &str = "+++\ntitle = \"الجسر\"\noutlet = \"جريدة النهر\"\nauthor = \"هدى الصالح\"\ndate = \"2004-03-01\"\n+++\n\n\
    افتُتح الجسر المعلق في حلب يوم 14 أيار 1998 أمام المشاة.\n\n\
    وأُغلق الجسر للصيانة في تشرين الأول 2003. ولم تذكر البلدية متى بدأ العمل.\n";
const FLOOD: &str = "+++\ntitle = \"الفيضان\"\noutlet = \"صوت الجبل\"\n+++\n\n\
    غمرت المياه السوق القديم في صيف 1998 وتضرر الجسر الصغير.\n\n\
    وعادت الأمطار أمس إلى المدينة.\n";

/// The archive's bytes, built once.
fn pack() -> Vec<u8> {
    static PACK: LazyLock<Vec<u8>> = LazyLock::new(built);
    PACK.clone()
}

fn built() -> Vec<u8> {
    let settings = Settings {
        title: "دفاتر".into(),
        ..Settings::default()
    };
    let analyst = Analyst::new(&settings).unwrap();
    let mut builder = Builder::new(settings, &analyst);
    for (name, text) in [("bridge.md", BRIDGE), ("flood.md", FLOOD)] {
        for document in tawarikh_ingest::read(name, text.as_bytes(), None).unwrap() {
            builder.add(analyst.analyse(document));
        }
    }
    builder.finish().unwrap()
}

fn archive() -> Archive {
    Archive::open(pack()).unwrap()
}

fn window() -> Window {
    Window {
        first: 720_000.0,
        last: 740_000.0,
        width: 1000.0,
        lanes: 6,
        char_width: 6.0,
        label_width: 150.0,
    }
}

fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn day(year: i32, month: u8, day: u8) -> i32 {
    tawarikh_calendar::Day::from_gregorian(year, month, day)
        .unwrap()
        .rata_die()
}

#[test]
fn an_era_of_the_archive_dates_what_names_it() {
    let era = |date: &str| tawarikh_core::NamedEra {
        name: "سنوات الجفاف".into(),
        date: date.into(),
    };
    let settings = |date| Settings {
        eras: vec![era(date)],
        ..Settings::default()
    };
    let analyst = Analyst::new(&settings("1958/1961")).unwrap();
    let mut builder = Builder::new(settings("1958/1961"), &analyst);
    let text = "هاجر كثير من أهل القرية إلى الساحل في سنوات الجفاف.";
    for document in tawarikh_ingest::read("well.txt", text.as_bytes(), None).unwrap() {
        builder.add(analyst.analyse(document));
    }
    let about = Archive::open(builder.finish().unwrap()).unwrap().about();
    assert_eq!(
        (about.first, about.last),
        (Some(day(1958, 1, 1)), Some(day(1961, 12, 31)))
    );
    let refused = Analyst::new(&settings("قديما")).unwrap_err();
    assert!(refused.to_string().contains("سنوات الجفاف"), "{refused}");
}

#[test]
fn one_folder_gives_the_same_bytes() {
    assert_eq!(built(), built());
}

#[test]
fn about_counts_what_is_there() {
    let about = archive().about();
    assert_eq!(
        (
            about.description.title.as_str(),
            about.documents,
            about.events,
            about.undated
        ),
        ("دفاتر", 2, 3, 1)
    );
    assert_eq!(
        (about.first, about.last),
        (Some(day(1998, 5, 14)), Some(day(2003, 10, 31)))
    );
}

#[test]
fn a_hit_shows_its_best_sentence_with_whole_words_marked() {
    let results = archive().search(&State::asking("جسور الصيانة "));
    let hit = &results.hits[0];
    assert_eq!(
        (hit.id.as_str(), hit.outlet.as_deref()),
        ("bridge", Some("جريدة النهر"))
    );
    assert_eq!(
        text(&hit.snippet),
        "وأُغلق الجسر للصيانة في تشرين الأول 2003."
    );
    let marked: Vec<&str> = hit
        .snippet
        .iter()
        .filter(|piece| piece.hit)
        .map(|piece| piece.text.as_str())
        .collect();
    assert!(marked.contains(&"للصيانة"), "{marked:?}");
}

#[test]
fn facets_count_what_another_choice_would_leave() {
    let mut state = State::asking("الجسر ");
    state.facets.outlet = vec!["صوت الجبل".into()];
    let results = archive().search(&state);
    assert_eq!(results.total, 1);
    let archive = archive();
    let known = archive.facet_values(&state.style);
    let counts = |field: &str| -> Vec<(&str, u32)> {
        let texts = known.iter().find(|known| known.field == field).unwrap();
        let texts: Vec<&str> = texts.values().map(|(text, _)| text).collect();
        let mut facets = results.facets.iter();
        let facet = facets.find(|facet| facet.field == field).unwrap();
        let values = facet.values.iter().map(|&value| texts[value as usize]);
        values.zip(facet.counts.iter().copied()).collect()
    };
    assert_eq!(counts("outlet"), [("جريدة النهر", 1), ("صوت الجبل", 1)]);
    let years: Vec<&str> = counts("year").into_iter().map(|(year, _)| year).collect();
    assert_eq!(years, ["1998"], "the years of the one document left");
}

#[test]
fn a_span_keeps_documents_that_tell_of_it_and_shows_the_sentence_that_does() {
    let state = State {
        span: Some([day(2003, 10, 1), day(2003, 12, 31)]),
        ..State::default()
    };
    let results = archive().search(&state);
    assert_eq!(results.total, 1);
    assert!(text(&results.hits[0].snippet).contains("تشرين الأول 2003"));
}

#[test]
fn the_timeline_shows_the_dated_sentences_that_match() {
    let archive = archive();
    let shown = |query: &str| {
        let timeline = archive.timeline(&State::asking(query), &window());
        let mut shapes: Vec<_> = timeline
            .marks
            .iter()
            .map(|mark| (mark.shape, mark.at.sentence))
            .collect();
        shapes.sort_unstable();
        (timeline.count, shapes)
    };
    assert_eq!(
        shown(""),
        (3, vec![("day", 0), ("month", 1), ("season", 0)])
    );
    assert_eq!(shown("المياه "), (1, vec![("season", 0)]));
    let tray = archive.timeline(&State::asking(""), &window()).tray;
    assert_eq!(
        tray.iter().map(|row| row.text.as_str()).collect::<Vec<_>>(),
        ["أمس"],
        "no date to count from"
    );
}

#[test]
fn steps_go_through_the_events_in_time() {
    let archive = archive();
    let step = |event, direction| {
        archive
            .step(&State::asking(""), &window(), event, direction)
            .and_then(|stepped| stepped.event)
    };
    let first = step(None, Direction::First);
    assert_eq!((first, step(first, Direction::Previous)), (Some(0), None));
    assert_eq!(
        (step(first, Direction::Next), step(None, Direction::Last)),
        (Some(1), Some(2))
    );
}

#[test]
fn a_document_reads_as_it_was_written() {
    let archive = archive();
    let number = archive.locate("bridge").document.unwrap();
    let reading = archive.document(number, &State::asking("الجسر ")).unwrap();
    let paragraphs: Vec<String> = reading
        .paragraphs
        .iter()
        .map(|paragraph| {
            paragraph
                .sentences
                .iter()
                .map(|sentence| text(&sentence.pieces))
                .collect()
        })
        .collect();
    let written: Vec<&str> = BRIDGE.split("\n\n").skip(1).map(str::trim_end).collect();
    assert_eq!(paragraphs, written);
    assert_eq!(reading.hits, [0, 1]);
    let labels: Vec<_> = reading
        .mentions
        .iter()
        .filter_map(|mention| mention.label.clone())
        .collect();
    assert_eq!(labels, ["14 أيار 1998", "تشرين الأول 2003"]);
    assert!(
        reading
            .names
            .iter()
            .any(|name| name.name == "حلب" && name.coordinates.is_some())
    );
    assert!(archive.document(99, &State::default()).is_none());
    assert_eq!(archive.locate("nobody").document, None);
}

#[test]
fn a_query_is_told_without_its_dates() {
    let archive = archive();
    let without = |query: &str| {
        archive
            .search(&State::asking(query))
            .query_span
            .map(|span| span.without)
    };
    for query in [
        "جسر من:2003 إلى:2005 نهر",
        "جسر من: آذار 2003 نهر إلى: 7 نيسان 2005",
        "من:2003 جسر نهر",
        "جسر from:\"March 2003\" نهر",
    ] {
        assert_eq!(without(query).as_deref(), Some("جسر نهر"), "{query}");
    }
    assert_eq!(without("من:2003").as_deref(), Some(""));
    assert_eq!(without("جسر من:نهر"), None);
}

#[test]
fn a_date_in_the_query_is_offered() {
    let offered = archive()
        .search(&State::asking("الفيضان أيار 1998"))
        .date_filter
        .unwrap();
    assert_eq!(
        (offered.first, offered.last, offered.label.as_str()),
        (day(1998, 5, 1), day(1998, 5, 31), "أيار 1998")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn changed_bytes_are_refused_and_nothing_panics(at in any::<prop::sample::Index>(), with in 1u8..=255) {
        let mut bytes = pack();
        let at = at.index(bytes.len());
        bytes[at] ^= with;
        prop_assert!(Archive::open(bytes).is_err());
    }

    #[test]
    fn no_query_panics(query in "\\PC{0,60}", first in any::<f64>(), last in any::<f64>(), width in any::<f64>()) {
        let archive = archive();
        let state = State::asking(&query);
        archive.search(&state);
        archive.timeline(&state, &Window { first, last, width, ..window() });
        archive.document(0, &state);
        let page = Page { limit: 5, offset: 1 };
        archive.figures(&state, &page);
        archive.events(&state, &page);
        archive.happenings(&state, &page);
        archive.names(&state);
        archive.findings(&state);
    }

    #[test]
    fn no_page_or_choice_panics(limit: u32, offset: u32, span: Option<[i32; 2]>, kind in "[a-z-]{0,9}", name in "\\PC{0,9}") {
        let archive = archive();
        let page = Page { limit, offset };
        let facets = FacetChoice {
            kind: vec![kind, "other".into()],
            party: vec![name.clone()],
            place: vec![name],
            ..FacetChoice::default()
        };
        for state in [State { span, ..State::default() }, State { facets, span, ..State::default() }] {
            archive.figures(&state, &page);
            archive.events(&state, &page);
            archive.happenings(&state, &page);
            archive.names(&state);
            archive.findings(&state);
        }
    }
}
