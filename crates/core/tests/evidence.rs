//! Figures and names of an archive, by every way to select them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::LazyLock;

use tawarikh_calendar::{Day, Language, Style};
use tawarikh_core::view::{FacetChoice, Figure, NamedView, Names, Page, State, Window};
use tawarikh_core::{Analyst, Archive, Builder, Settings};

const HARBOUR: &str = "+++\ntitle = \"المرفأ\"\noutlet = \"جريدة النهر\"\ndate = \"2011-06-02\"\n+++\n\n\
    افتتح الوزير مرفأ الصيد في بيروت يوم 14 أيار 1998. وقالت وزارة الزراعة إن العاصفة قتلت 40 شخصا بينهم 12 طفلا في صنعاء.\n\n\
    وزار وفد من نقابة الصيادين بيروت في 3 آذار 2003 وعاد من بيروت مساء.\n";
const FLOOD: &str = "+++\ntitle = \"السيول\"\noutlet = \"صوت الجبل\"\nauthor = \"سامر الخطيب\"\n+++\n\n\
    جرفت السيول 25 منزلا في صنعاء يوم 8 تشرين الثاني 2005.\n\n\
    وزرع أهل القرية أشجارا على السفح.\n";

fn archive() -> Archive {
    built(&[("harbour.md", HARBOUR), ("flood.md", FLOOD)])
}

fn built(documents: &[(&str, &str)]) -> Archive {
    // The names that every archive knows take longer to read than all these documents.
    static ANALYST: LazyLock<Analyst> =
        LazyLock::new(|| Analyst::new(&Settings::default()).unwrap());
    let mut builder = Builder::new(Settings::default(), &ANALYST);
    for (name, text) in documents {
        for document in tawarikh_ingest::read(name, text.as_bytes(), None).unwrap() {
            builder.add(ANALYST.analyse(document));
        }
    }
    Archive::open(builder.finish().unwrap()).unwrap()
}

fn chosen(facets: FacetChoice) -> State {
    State {
        facets,
        ..State::default()
    }
}

fn day(year: i32, month: u8, day: u8) -> i32 {
    Day::from_gregorian(year, month, day).unwrap().rata_die()
}

fn values(state: &State) -> Vec<f64> {
    let figures = archive().figures(state, &Page::default()).figures;
    figures.iter().filter_map(|figure| figure.low).collect()
}

fn figure(number: usize) -> Figure {
    archive()
        .figures(&State::default(), &Page::default())
        .figures[number]
        .clone()
}

fn text(figure: &Figure) -> String {
    figure
        .pieces
        .iter()
        .map(|piece| piece.text.as_str())
        .collect()
}

#[test]
fn a_figure_says_how_many_of_what_and_by_whom() {
    let dead = figure(0);
    assert_eq!(
        (dead.document, dead.sentence, dead.title.as_str()),
        (0, 1, "المرفأ")
    );
    assert_eq!(
        (dead.low, dead.high, dead.text.as_str()),
        (Some(40.0), Some(40.0), "40")
    );
    assert_eq!(
        (dead.fate.as_deref(), dead.noun.as_deref()),
        (Some("killed"), Some("شخصا"))
    );
    let said = dead.attribution.unwrap();
    assert_eq!(
        (said.text.as_str(), said.saying.as_str()),
        ("وزارة الزراعة", "said")
    );
    assert_eq!(figure(1).part_of, Some(0), "children among the dead");
}

#[test]
fn a_figure_has_its_sentence_with_itself_marked_and_the_date_of_its_event() {
    let houses = figure(2);
    assert_eq!(
        text(&houses),
        "جرفت السيول 25 منزلا في صنعاء يوم 8 تشرين الثاني 2005."
    );
    let marked: Vec<&str> = houses
        .pieces
        .iter()
        .filter(|piece| piece.figure == Some(0))
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(marked, ["25"]);
    assert_eq!(
        (houses.first, houses.last),
        (Some(day(2005, 11, 8)), Some(day(2005, 11, 8)))
    );
    assert!(houses.date.unwrap().ends_with("2005"));
    assert_eq!(houses.place.as_deref(), Some("صنعاء"));
}

#[test]
fn figures_are_those_of_the_sentences_that_match() {
    assert_eq!(values(&State::default()), [40.0, 12.0, 25.0]);
    assert_eq!(values(&State::asking("العاصفة ")), [40.0, 12.0]);
    assert_eq!(
        values(&State::asking("السفح ")),
        [] as [f64; 0],
        "another sentence of that document"
    );
    let of_outlet = FacetChoice {
        outlet: vec!["صوت الجبل".into()],
        ..FacetChoice::default()
    };
    assert_eq!(values(&chosen(of_outlet)), [25.0]);
    let of_party = FacetChoice {
        party: vec!["وزارة الزراعة".into()],
        ..FacetChoice::default()
    };
    assert_eq!(values(&chosen(of_party)), [40.0, 12.0]);
    let of_place = FacetChoice {
        place: vec!["بيروت".into()],
        ..FacetChoice::default()
    };
    assert_eq!(
        values(&chosen(of_place)),
        [] as [f64; 0],
        "its sentences count nothing"
    );
    let spanned = State {
        span: Some([day(2005, 1, 1), day(2005, 12, 31)]),
        ..State::default()
    };
    assert_eq!(values(&spanned), [25.0]);
}

#[test]
fn a_page_of_figures_is_cut_out_of_all() {
    let page = Page {
        limit: 1,
        offset: 1,
    };
    for state in [State::default(), State::asking("صنعاء ")] {
        let figures = archive().figures(&state, &page);
        let values: Vec<Option<f64>> = figures.figures.iter().map(|figure| figure.low).collect();
        assert_eq!((figures.total, values), (3, vec![Some(12.0)]));
    }
    assert_eq!(archive().about().figures, 3);
}

fn named<'a>(names: &'a Names, name: &str) -> &'a NamedView {
    names.names.iter().find(|named| named.name == name).unwrap()
}

#[test]
fn names_are_counted_with_their_months_and_company() {
    let names = archive().names(&State::default());
    assert_eq!(names.documents, 2);
    let sanaa = named(&names, "صنعاء");
    assert_eq!((sanaa.kind, sanaa.documents, sanaa.count), ("place", 2, 2));
    assert_eq!(sanaa.months, [[2005 * 12 + 10, 1]]);
    assert_eq!(names.names[0].name, "صنعاء", "that of most documents first");
    let beirut = named(&names, "بيروت");
    assert_eq!((beirut.documents, beirut.count), (1, 3));
    assert_eq!(beirut.months, [[1998 * 12 + 4, 1], [2003 * 12 + 2, 1]]);
    assert!((beirut.latitude.unwrap() - 33.9).abs() < 0.2 && beirut.source.is_some());
    let with: Vec<&str> = beirut
        .with
        .iter()
        .map(|[other, _]| names.names[*other as usize].name.as_str())
        .collect();
    assert!(
        with.contains(&"صنعاء") && with.contains(&"وزارة الزراعة"),
        "{with:?}"
    );
    let ministry = named(&names, "وزارة الزراعة");
    assert_eq!((ministry.kind, ministry.known), ("party", false));
}

#[test]
fn names_are_those_of_the_documents_that_match() {
    let names = archive().names(&State::asking("السفح "));
    assert_eq!(names.documents, 1);
    assert!(names.names.iter().all(|named| named.name != "بيروت"));
    let sanaa = named(&names, "صنعاء");
    assert_eq!(
        (sanaa.count, sanaa.months.len()),
        (1, 0),
        "the event is told in another sentence"
    );
}

#[test]
fn a_read_document_has_its_figures_and_events() {
    let archive = archive();
    let read = archive.document(1, &State::default()).unwrap();
    assert_eq!(read.figures[0].text, "25");
    let event = &read.events[0];
    assert_eq!((event.sentence, event.inherited), (0, false));
    assert!(event.headline.contains("السيول"), "{}", event.headline);
    let pieces = &read.paragraphs[0].sentences[0].pieces;
    assert!(
        pieces
            .iter()
            .any(|piece| piece.figure == Some(0) && piece.text == "25")
    );
}

#[test]
fn events_are_listed_in_the_order_of_time() {
    let archive = archive();
    let events = archive.events(&State::default(), &Page::default());
    let dates: Vec<Option<i32>> = events.events.iter().map(|event| event.at.first).collect();
    let expected = [day(1998, 5, 14), day(2003, 3, 3), day(2005, 11, 8)];
    assert_eq!((events.total, dates), (3, expected.map(Some).to_vec()));
    let harbour = &events.events[0];
    assert_eq!(
        (harbour.id.as_str(), harbour.at.edtf.as_str()),
        ("harbour", "1998-05-14")
    );
    assert_eq!(
        (
            harbour.at.how.as_str(),
            harbour.at.sources,
            harbour.at.happening
        ),
        ("written", 1, None)
    );
    assert!(harbour.headline.contains("مرفأ"), "{}", harbour.headline);
    let last = archive.events(
        &State::default(),
        &Page {
            limit: 1,
            offset: 2,
        },
    );
    assert_eq!(
        (last.total, last.events.len(), last.events[0].event),
        (3, 1, 2)
    );
}

#[test]
fn events_are_narrowed_by_kind_place_and_span() {
    let numbers = |state: &State| -> Vec<u32> {
        let events = archive().events(state, &Page::default()).events;
        events.iter().map(|event| event.event).collect()
    };
    let of_kind = |kind: &str| FacetChoice {
        kind: vec![kind.into()],
        ..FacetChoice::default()
    };
    assert_eq!(numbers(&chosen(of_kind("election"))), [] as [u32; 0]);
    assert_eq!(numbers(&chosen(of_kind("disaster"))), [2], "torrents");
    let of_place = FacetChoice {
        place: vec!["بيروت".into()],
        ..FacetChoice::default()
    };
    assert_eq!(numbers(&chosen(of_place)), [0, 1]);
    let spanned = State {
        span: Some([day(2003, 1, 1), day(2010, 1, 1)]),
        ..State::default()
    };
    assert_eq!(numbers(&spanned), [1, 2]);
}

#[test]
fn findings_say_what_is_not_known() {
    let found = |state: &State, code: &str| {
        let findings = archive().findings(state).findings;
        findings.into_iter().find(|found| found.code == code)
    };
    let undated = found(&State::default(), "undated-document").unwrap();
    assert_eq!((undated.count, undated.items[0].document), (1, 1));
    let unauthored = found(&State::default(), "unauthored-document").unwrap();
    assert_eq!(
        (unauthored.count, unauthored.items[0].title.as_str()),
        (1, "المرفأ")
    );
    let figures = found(&State::default(), "unattributed-figure").unwrap();
    assert_eq!(
        (figures.count, figures.items[0].text.as_str()),
        (1, "25 منزلا")
    );
    assert_eq!(figures.items[0].sentence, Some(0));
    assert_eq!(found(&State::default(), "single-source").unwrap().count, 3);
    assert!(
        found(&State::asking("نقابة "), "undated-document").is_none(),
        "only of what is selected"
    );
    assert_eq!(
        found(&State::asking("نقابة "), "single-source")
            .unwrap()
            .count,
        1
    );
}

/// Two newspapers on the earthquake of Agadir, and one on something else of that year.
fn earthquake() -> Archive {
    let by = |outlet: &str, text: &str| {
        format!("+++\ntitle = \"{outlet}\"\noutlet = \"{outlet}\"\n+++\n\n{text}\n")
    };
    let river = by(
        "جريدة النهر",
        "ضرب زلزال عنيف مدينة أكادير المغربية في 29 شباط 1960 فقتل نحو 12 ألف شخص.",
    );
    let mountain = by(
        "صوت الجبل",
        "زرع أهل القرية أشجارا. وفي 29 فبراير 1960 دمر زلزال عنيف مدينة أكادير وقتل فيها 15 ألف شخص.",
    );
    let wheat = by("مجلة المرفأ", "ارتفع سعر القمح في بيروت خلال صيف 1960.");
    built(&[("a.md", &river), ("b.md", &mountain), ("c.md", &wheat)])
}

#[test]
fn what_two_documents_tell_is_one_happening() {
    let archive = earthquake();
    let found = archive.happenings(&State::default(), &Page::default());
    assert_eq!((found.total, archive.about().happenings), (1, 1));
    let happening = &found.happenings[0];
    assert_eq!(
        (happening.first, happening.last),
        (Some(day(1960, 2, 29)), Some(day(1960, 2, 29)))
    );
    assert!(
        happening.agreed && happening.headline.contains("زلزال"),
        "{happening:?}"
    );
    assert_eq!(happening.kind, "disaster");
    let places: Vec<&str> = happening
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    assert_eq!(places, ["أغادير"], "as the list of names spells it, once");
    let told: Vec<(u32, u32, f64)> = happening
        .sources
        .iter()
        .map(|source| {
            (
                source.at.document,
                source.at.sentence,
                source.figures[0].low.unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [(0, 0, 12_000.0), (1, 1, 15_000.0)],
        "each figure beside its source, none averaged"
    );
    assert!(
        happening
            .sources
            .iter()
            .all(|source| source.at.sources == 2 && !source.sentence_pieces.is_empty())
    );
}

#[test]
fn a_happening_is_selected_by_what_any_of_its_sentences_has() {
    let archive = earthquake();
    let total = |state: &State| archive.happenings(state, &Page::default()).total;
    assert_eq!(total(&State::asking("دمر ")), 1);
    assert_eq!(total(&State::asking("القمح ")), 0);
    assert_eq!(
        total(&State::asking("القرية ")),
        0,
        "the village is in another sentence of that document"
    );
    let spanned = |year: i32| State {
        span: Some([day(year, 1, 1), day(year, 12, 31)]),
        ..State::default()
    };
    assert_eq!((total(&spanned(1960)), total(&spanned(1961))), (1, 0));
}

#[test]
fn a_happening_is_selected_by_the_places_and_parties_that_have_a_part_in_it() {
    let river = "قال مندوب فرنسا في جنيف إن زلزالا عنيفا ضرب مدينة أكادير المغربية في 29 شباط 1960 وقتل آلافا.";
    let mountain = "في 29 فبراير 1960 دمر زلزال عنيف مدينة أكادير المغربية وقتل آلافا.";
    let archive = built(&[("a.txt", river), ("b.txt", mountain)]);
    let at = |place: &str| {
        let state = chosen(FacetChoice {
            place: vec![place.into()],
            ..FacetChoice::default()
        });
        archive.happenings(&state, &Page::default()).total
    };
    assert_eq!(archive.about().happenings, 1);
    assert_eq!(at("أغادير"), 1);
    assert_eq!(at("جنيف"), 0, "where it is told, not where it happened");
    assert_eq!(at("فرنسا"), 0, "whose delegate tells it");
}

/// A window on 1960, `width` pixels wide, with so many lanes.
fn year_of_the_earthquake(width: f64, lanes: u32) -> Window {
    Window {
        first: f64::from(day(1960, 1, 1)),
        last: f64::from(day(1961, 1, 1)),
        width,
        lanes,
        char_width: 6.0,
        label_width: 150.0,
    }
}

#[test]
fn the_timeline_shows_a_happening_once() {
    let archive = earthquake();
    let window = year_of_the_earthquake(1000.0, 6);
    let timeline = archive.timeline(&State::default(), &window);
    let marks: Vec<(u32, Option<u32>, u32)> = timeline
        .marks
        .iter()
        .map(|mark| (mark.at.document, mark.at.happening, mark.at.sources))
        .collect();
    assert_eq!(marks, [(0, Some(0), 2), (2, None, 1)]);
    assert_eq!((timeline.count, archive.about().events), (2, 3));
    let reading = State {
        reading: Some([1, 1]),
        ..State::default()
    };
    let read = archive.timeline(&reading, &window).marks;
    assert_eq!(read[0].at.document, 1, "the one that is read stands for it");
    let event = &archive.document(1, &State::default()).unwrap().events[0];
    assert_eq!((event.happening, event.sources), (Some(0), 2));
    let once = archive.findings(&State::default()).findings;
    let once = once
        .iter()
        .find(|found| found.code == "single-source")
        .unwrap();
    assert_eq!(once.count, 1, "the wheat");
    let wheat = &once.items[0];
    assert_eq!((wheat.document, wheat.sentence), (2, Some(0)));
    assert_eq!(wheat.title, "مجلة المرفأ");
    assert_eq!(wheat.text, "ارتفع سعر القمح في بيروت خلال صيف 1960");
    assert_eq!(wheat.detail, ["صيف 1960"]);
}

#[test]
fn what_several_tell_is_drawn_before_what_one_does_and_says_where_it_was() {
    let archive = earthquake();
    let narrow = year_of_the_earthquake(300.0, 1);
    let english = State {
        style: Style {
            language: Language::English,
            ..Style::default()
        },
        ..State::default()
    };
    let drawn = |state: &State| archive.timeline(state, &narrow).marks;
    let (arabic, english) = (drawn(&State::default()), drawn(&english));
    assert_eq!(
        (arabic.len(), arabic[0].at.sources),
        (1, 2),
        "one lane has no room for the wheat"
    );
    assert_eq!(arabic[0].place.as_deref(), Some("أغادير"));
    assert_eq!(english[0].place.as_deref(), Some("Agadir"));
}

#[test]
fn figures_that_cannot_all_be_right_and_copied_sentences_are_findings() {
    let found = |archive: &Archive, code: &str| {
        let findings = archive.findings(&State::default()).findings;
        findings.into_iter().find(|found| found.code == code)
    };
    let disputed = found(&earthquake(), "figure-disagreement").unwrap();
    assert_eq!(disputed.count, 1);
    let told = disputed.items[0].detail.join("؛ ");
    assert!(
        told.contains("جريدة النهر: ") && told.contains("15 ألف"),
        "{told}"
    );
    assert!(found(&earthquake(), "repeated-claim").is_none());
    let sentence =
        "غطت الثلوج الكثيفة طرق الجبل كلها وعزلت عشر قرى عن المدينة الساحلية القريبة منها.";
    let copy = format!("وصل البريد متأخرا.\n\n{sentence}\n");
    let copied = found(
        &built(&[("one.txt", sentence), ("two.txt", &copy)]),
        "repeated-claim",
    )
    .unwrap();
    let item = &copied.items[0];
    assert_eq!(
        (
            copied.count,
            item.document,
            item.sentence,
            item.detail.len()
        ),
        (1, 0, Some(0), 1)
    );
}

#[test]
fn figures_are_selected_by_their_own_place_and_party_and_not_by_others_of_the_sentence() {
    let text = "قتلت السيول 12 شخصا في درنة شرق ليبيا ونزح 300 شخص إلى تونس. \
        وأعلنت وزارة الداخلية الأردنية مقتل 7 من عناصر حركة الشباب وجرح 9 من قوات الاتحاد الأفريقي.";
    let archive = built(&[("a.txt", text)]);
    let values = |facets: FacetChoice| -> Vec<f64> {
        let figures = archive.figures(&chosen(facets), &Page::default()).figures;
        figures.iter().filter_map(|figure| figure.low).collect()
    };
    let at = |place: &str| {
        values(FacetChoice {
            place: vec![place.into()],
            ..FacetChoice::default()
        })
    };
    let of = |party: &str| {
        values(FacetChoice {
            party: vec![party.into()],
            ..FacetChoice::default()
        })
    };
    assert_eq!(at("درنة"), [12.0]);
    assert_eq!(at("ليبيا"), [12.0], "the country says where Derna is");
    assert_eq!(at("تونس"), [300.0]);
    assert_eq!(of("حركة الشباب"), [7.0]);
    assert_eq!(of("وزارة الداخلية الأردنية"), [7.0, 9.0], "who says both");
}

#[test]
fn the_timeline_selects_an_event_by_where_it_happened() {
    let archive = built(&[(
        "a.txt",
        "قال مندوب فرنسا في جنيف إن زلزالا عنيفا ضرب مدينة أكادير المغربية في 29 شباط 1960 وقتل آلافا.",
    )]);
    let at = |place: &str| {
        let state = chosen(FacetChoice {
            place: vec![place.into()],
            ..FacetChoice::default()
        });
        archive
            .timeline(&state, &year_of_the_earthquake(900.0, 3))
            .marks
            .len()
    };
    assert_eq!((at("أغادير"), at("جنيف")), (1, 0));
}
