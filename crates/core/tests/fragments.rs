//! An archive in fragments answers as the whole one does, and goes on where some of them are missing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io;
use std::sync::LazyLock;

use tawarikh_calendar::{Language, Style};
use tawarikh_core::view::{
    Direction, Events, FacetChoice, Figures, Findings, Happenings, Names, Page, Reading, Results,
    State, Timeline, Window,
};
use tawarikh_core::{Analyst, Archive, Builder, Fragmenting, Settings, Sink};

/// Sentences about a coast, its harvests and its roads, dated and undated.
const SENTENCES: [&str; 16] = [
    "افتُتح مرفأ الصيد الجديد في بيروت يوم 14 أيار 1998.",
    "ارتفع سعر القمح في الأسواق خلال صيف 2003.",
    "وصلت أول قافلة من الشاحنات إلى عمّان في آذار 2011.",
    "وقال رئيس البلدية إن الطريق الساحلي سيُغلق أسبوعاً.",
    "تضرر جسر قديم من السيول في تشرين الأول 1987.",
    "عاد الصيادون أمس إلى البحر بعد انقطاع طويل.",
    "بدأ موسم قطف الزيتون مبكراً هذا العام.",
    "وقّعت النقابة اتفاقاً مع الوزارة في 3 شباط 2015.",
    "زرع أهل القرية ألفي شجرة أرز على السفح الشرقي.",
    "أُغلقت محطة القطار في حلب بين 1962 و1965 للصيانة.",
    "شهدت القاهرة معرضاً للكتاب في كانون الثاني 2020.",
    "تراجع عدد المراكب في الميناء إلى النصف.",
    "اكتشف الباحثون فخاراً يعود إلى القرن الثاني عشر.",
    "نُقلت المكتبة إلى مبناها الحالي عام 1974.",
    "انقطع التيار الكهربائي ساعتين ليل الثلاثاء.",
    "حصل المزارعون على قروض صغيرة في ربيع 2008.",
];
const OUTLETS: [&str; 3] = ["جريدة النهر", "صوت الجبل", "مجلة المرفأ"];
const AUTHORS: [&str; 2] = ["هدى الصالح", "سامر الخطيب"];

/// Known words are sought in other numbers and persons, and every slip of unknown ones, only where the whole dictionary is
/// at hand: none of these has one among the sentences.
const QUERIES: [&str; 14] = [
    "",
    "المرفأ ",
    "سفوح ",
    "سعر القمح ",
    "\"رئيس البلدية\"",
    "+الطريق -القطار ",
    "الزيتون OR الأرز ",
    "outlet:النهر",
    "قطار حلب 1962",
    "القمج ",
    "المراك",
    "كلمةغيرموجودة ",
    "في من على ",
    "آذار 2011",
];

/// Some figures from the midst of all.
const PAGE: Page = Page {
    limit: 30,
    offset: 10,
};

/// Fragments in memory.
#[derive(Default)]
struct Shelf(Vec<Vec<u8>>);

impl Sink for Shelf {
    fn fragment(&mut self, number: u32, bytes: Vec<u8>) -> io::Result<()> {
        assert_eq!(number as usize, self.0.len(), "fragments come in order");
        self.0.push(bytes);
        Ok(())
    }
}

fn builder(documents: usize) -> Builder {
    let settings = Settings {
        title: "دفاتر الساحل".into(),
        ..Settings::default()
    };
    // The names that every archive knows take longer to read than all these documents.
    static ANALYST: LazyLock<Analyst> =
        LazyLock::new(|| Analyst::new(&Settings::default()).unwrap());
    let mut builder = Builder::new(settings, &ANALYST);
    for number in 0..documents {
        let sentence = |step: usize| SENTENCES[(number * 7 + step * step * 3 + number / 16) % 16];
        let text = format!(
            "+++\ntitle = \"تقرير رقم {number}\"\noutlet = \"{}\"\nauthor = \"{}\"\n+++\n\n{} {}\n\n{} {}\n",
            OUTLETS[number % 3],
            AUTHORS[number / 5 % 2],
            sentence(0),
            sentence(1),
            sentence(2),
            sentence(3),
        );
        let name = format!("report-{number:03}.md");
        for document in tawarikh_ingest::read(&name, text.as_bytes(), None).unwrap() {
            builder.add(ANALYST.analyse(document));
        }
    }
    builder
}

fn whole(documents: usize) -> Archive {
    Archive::open(builder(documents).finish().unwrap()).unwrap()
}

fn fragmented(documents: usize) -> (Vec<u8>, Vec<Vec<u8>>) {
    let mut shelf = Shelf::default();
    let resident = builder(documents)
        .write(Fragmenting::Always, &mut shelf)
        .unwrap();
    (resident, shelf.0)
}

/// An archive in fragments with those that can be had.
struct Loader {
    archive: Archive,
    fragments: Vec<Option<Vec<u8>>>,
    /// Fragments that were handed in or given up since the archive was opened.
    loaded: Vec<u32>,
}

impl Loader {
    fn new(resident: &[u8], fragments: &[Vec<u8>]) -> Loader {
        Loader {
            archive: Archive::open(resident.to_vec()).unwrap(),
            fragments: fragments.iter().cloned().map(Some).collect(),
            loaded: Vec::new(),
        }
    }

    /// Asks until nothing is pending; how many times is bounded by the stages that an answer may take.
    fn ask<T>(&mut self, question: impl Fn(&Archive) -> T, pending: impl Fn(&T) -> &[u32]) -> T {
        for _ in 0..12 {
            let answer = question(&self.archive);
            let numbers = pending(&answer).to_vec();
            if numbers.is_empty() {
                return answer;
            }
            for number in numbers {
                self.load(number);
            }
        }
        panic!("always something pending");
    }

    fn load(&mut self, number: u32) {
        assert!(
            !self.loaded.contains(&number),
            "{number} is asked for again"
        );
        self.loaded.push(number);
        let fragment = self.fragments[number as usize].clone();
        let supplied = fragment.map(|fragment| self.archive.supply(number, fragment));
        if !matches!(supplied, Some(Ok(()))) {
            self.archive.lose(number);
        }
    }

    fn search(&mut self, state: &State) -> Results {
        self.ask(|archive| archive.search(state), |results| &results.pending)
    }

    fn document(&mut self, document: u32, state: &State) -> Option<Reading> {
        self.ask(
            |archive| archive.document(document, state),
            |read| read.as_ref().map_or(&[], |read| &read.pending),
        )
    }

    fn figures(&mut self, state: &State) -> Figures {
        self.ask(
            |archive| archive.figures(state, &PAGE),
            |figures| &figures.pending,
        )
    }

    fn events(&mut self, state: &State) -> Events {
        self.ask(
            |archive| archive.events(state, &PAGE),
            |events| &events.pending,
        )
    }

    fn happenings(&mut self, state: &State) -> Happenings {
        self.ask(
            |archive| archive.happenings(state, &Page::default()),
            |happenings| &happenings.pending,
        )
    }

    fn findings(&mut self, state: &State) -> Findings {
        self.ask(
            |archive| archive.findings(state),
            |findings| &findings.pending,
        )
    }

    fn names(&mut self, state: &State) -> Names {
        self.ask(|archive| archive.names(state), |names| &names.pending)
    }

    fn timeline(&mut self, state: &State) -> Timeline {
        self.ask(
            |archive| archive.timeline(state, &window()),
            |timeline| &timeline.pending,
        )
    }
}

fn window() -> Window {
    Window {
        first: 715_000.0,
        last: 740_000.0,
        width: 1200.0,
        lanes: 6,
        char_width: 6.0,
        label_width: 150.0,
    }
}

/// Every query alone, with a facet, with a span.
fn states() -> Vec<State> {
    let by_outlet = |query: &&str| State {
        facets: FacetChoice {
            outlet: vec![OUTLETS[0].into()],
            ..FacetChoice::default()
        },
        ..State::asking(query)
    };
    let by_span = |query: &&str| State {
        span: Some([727_000, 733_000]),
        ..State::asking(query)
    };
    let by_place = |query: &&str| State {
        facets: FacetChoice {
            place: vec!["حلب".into()],
            ..FacetChoice::default()
        },
        ..State::asking(query)
    };
    let by_kind = |query: &&str| State {
        facets: FacetChoice {
            kind: vec!["agreement".into(), "other".into()],
            ..FacetChoice::default()
        },
        ..State::asking(query)
    };
    let alone = QUERIES.iter().map(|query| State::asking(query));
    alone
        .chain(QUERIES.iter().map(by_place))
        .chain(QUERIES.iter().map(by_kind))
        .chain(QUERIES.iter().map(by_outlet))
        .chain(QUERIES.iter().map(by_span))
        .collect()
}

#[test]
fn every_view_is_that_of_the_whole_archive() {
    const DOCUMENTS: usize = 400;
    let whole = whole(DOCUMENTS);
    let (resident, fragments) = fragmented(DOCUMENTS);
    for state in states() {
        let mut loader = Loader::new(&resident, &fragments);
        let found = loader.search(&state);
        assert!(found.exact && found.lost.is_empty());
        assert_eq!(
            format!("{found:?}"),
            format!("{:?}", whole.search(&state)),
            "{state:?}"
        );
        let timeline = loader.timeline(&state);
        assert_eq!(
            format!("{timeline:?}"),
            format!("{:?}", whole.timeline(&state, &window())),
            "{state:?}"
        );
        let figures = loader.figures(&state);
        let expected = whole.figures(&state, &PAGE);
        assert_eq!(format!("{figures:?}"), format!("{expected:?}"), "{state:?}");
        let names = loader.names(&state);
        let expected = whole.names(&state);
        assert_eq!(format!("{names:?}"), format!("{expected:?}"), "{state:?}");
        let events = loader.events(&state);
        let expected = whole.events(&state, &PAGE);
        assert_eq!(format!("{events:?}"), format!("{expected:?}"), "{state:?}");
        let happenings = loader.happenings(&state);
        let expected = whole.happenings(&state, &Page::default());
        assert_eq!(
            format!("{happenings:?}"),
            format!("{expected:?}"),
            "{state:?}"
        );
        let findings = loader.findings(&state);
        let expected = whole.findings(&state);
        assert_eq!(
            format!("{findings:?}"),
            format!("{expected:?}"),
            "{state:?}"
        );
        let stepped = loader.ask(
            |archive| archive.step(&state, &window(), None, Direction::First),
            |stepped| stepped.as_ref().map_or(&[], |stepped| &stepped.pending),
        );
        let expected = whole.step(&state, &window(), None, Direction::First);
        assert_eq!(format!("{stepped:?}"), format!("{expected:?}"), "{state:?}");
    }
}

#[test]
fn documents_are_found_by_id_and_read() {
    const DOCUMENTS: usize = 90;
    let whole = whole(DOCUMENTS);
    let (resident, fragments) = fragmented(DOCUMENTS);
    let mut loader = Loader::new(&resident, &fragments);
    for number in 0..DOCUMENTS as u32 {
        let id = format!("report-{number:03}");
        let located = loader.ask(|archive| archive.locate(&id), |located| &located.pending);
        assert_eq!(located.document, Some(number));
        let state = State::asking("المرفأ ");
        let read = loader.document(number, &state);
        let expected = whole.document(number, &state);
        assert_eq!(format!("{read:?}"), format!("{expected:?}"));
    }
    let nobody = loader.ask(
        |archive| archive.locate("nobody"),
        |located| &located.pending,
    );
    assert_eq!((nobody.document, nobody.lost), (None, vec![]));
    assert!(loader.archive.document(90, &State::default()).is_none());
}

#[test]
fn only_a_few_fragments_are_loaded_for_the_hits() {
    let (resident, fragments) = fragmented(400);
    let archive = Archive::open(resident).unwrap();
    let about = archive.about();
    let described = about.fragments.unwrap();
    assert_eq!(described.count as usize, fragments.len());
    assert_eq!(described.folder, format!("fragments/{}", about.id));
    assert_eq!(
        (about.documents, about.description.title.as_str()),
        (400, "دفاتر الساحل")
    );
    let first = archive.timeline(&State::default(), &window());
    assert_eq!(
        (first.count, first.marks.len()),
        (whole(400).timeline(&State::default(), &window()).count, 0),
        "counted before any event is loaded"
    );
    assert!(first.density.iter().sum::<f64>() > 0.0 && !first.pending.is_empty());
}

/// A name in another script is looked for before any hit is shown, not only the words beside it.
#[test]
fn the_first_hits_are_those_of_the_query_with_its_names() {
    let (resident, fragments) = fragmented(60);
    let mut loader = Loader::new(&resident, &fragments);
    let state = State::asking("Aleppo القمح");
    let documents =
        |results: &Results| -> Vec<u32> { results.hits.iter().map(|hit| hit.document).collect() };
    let first = loader.ask(
        |archive| archive.search(&state),
        |results| {
            if results.hits.is_empty() {
                &results.pending
            } else {
                &[]
            }
        },
    );
    assert!(!first.pending.is_empty(), "counts follow the hits");
    assert_eq!(documents(&first), documents(&loader.search(&state)));
}

/// In Arabic a place is called by itself, so what else is known of it is loaded only for its English name.
#[test]
fn a_query_needs_how_names_are_spelt_and_no_more_of_them() {
    let (resident, fragments) = fragmented(60);
    let mut loader = Loader::new(&resident, &fragments);
    let mut state = State::asking("Aleppo");
    let arabic = loader.search(&state);
    assert!(arabic.total > 0, "the query is understood as حلب");
    state.style.language = Language::English;
    let waiting = loader.archive.search(&state);
    assert!(!waiting.pending.is_empty(), "for the names' English labels");
    let english = loader.search(&state);
    let label = |results: &Results, style: &Style| {
        let known = loader.archive.facet_values(style);
        let known = known.iter().find(|known| known.field == "place")?;
        let mut values = known.values().zip(0..);
        let ((_, label), aleppo) = values.find(|((value, _), _)| *value == "حلب")?;
        let counts = results.facets.iter().find(|facet| facet.field == "place")?;
        assert!(counts.values.contains(&aleppo));
        label.map(str::to_owned)
    };
    assert_eq!(label(&arabic, &Style::default()), None);
    assert_eq!(label(&english, &state.style), Some("Aleppo".into()));
}

/// What a view must be where it was computed without some fragments: it names just `number`, or it lacks nothing.
#[track_caller]
fn check(found: &str, lost: &[u32], expected: &str, number: u32) -> bool {
    assert!(lost.is_empty() || lost == [number], "{lost:?} for {number}");
    if lost.is_empty() {
        assert_eq!(found, expected, "without fragment {number}");
    }
    !lost.is_empty()
}

#[test]
fn a_missing_or_damaged_fragment_is_named_and_the_rest_goes_on() {
    const DOCUMENTS: u32 = 120;
    let whole = whole(DOCUMENTS as usize);
    let (resident, fragments) = fragmented(DOCUMENTS as usize);
    let mut missed = 0;
    for number in 0..fragments.len() as u32 {
        let mut loader = Loader::new(&resident, &fragments);
        let spoilt = &mut loader.fragments[number as usize];
        if number % 2 == 0 {
            *spoilt = None;
        } else if let Some(bytes) = spoilt {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x10;
        }
        let mut is_missed = false;
        for query in ["", "سعر القمح ", "\"رئيس البلدية\"", "المراك"] {
            let state = State::asking(query);
            let found = loader.search(&state);
            let expected = format!("{:?}", whole.search(&state));
            is_missed |= check(&format!("{found:?}"), &found.lost, &expected, number);
            let found = loader.timeline(&state);
            let expected = format!("{:?}", whole.timeline(&state, &window()));
            is_missed |= check(&format!("{found:?}"), &found.lost, &expected, number);
            let found = loader.figures(&state);
            let expected = format!("{:?}", whole.figures(&state, &PAGE));
            is_missed |= check(&format!("{found:?}"), &found.lost, &expected, number);
            let found = loader.names(&state);
            let expected = format!("{:?}", whole.names(&state));
            is_missed |= check(&format!("{found:?}"), &found.lost, &expected, number);
            let found = loader.events(&state);
            let expected = format!("{:?}", whole.events(&state, &PAGE));
            is_missed |= check(&format!("{found:?}"), &found.lost, &expected, number);
            let found = loader.happenings(&state);
            let expected = format!("{:?}", whole.happenings(&state, &Page::default()));
            is_missed |= check(&format!("{found:?}"), &found.lost, &expected, number);
            let found = loader.findings(&state);
            let expected = format!("{:?}", whole.findings(&state));
            is_missed |= check(&format!("{found:?}"), &found.lost, &expected, number);
        }
        for document in (0..DOCUMENTS).step_by(7) {
            let state = State::asking("القمح ");
            let read = loader.document(document, &state);
            let lost = read.as_ref().map_or(&[][..], |read| &read.lost);
            let expected = format!("{:?}", whole.document(document, &state));
            is_missed |= check(&format!("{read:?}"), lost, &expected, number);
            let id = format!("report-{document:03}");
            let located = loader.ask(|archive| archive.locate(&id), |located| &located.pending);
            let expected = format!("{:?}", whole.locate(&id));
            is_missed |= check(&format!("{located:?}"), &located.lost, &expected, number);
        }
        missed += usize::from(is_missed);
    }
    assert!(
        missed * 2 > fragments.len(),
        "{missed} of {}",
        fragments.len()
    );
}

#[test]
fn the_same_documents_give_the_same_fragments() {
    assert_eq!(fragmented(60), fragmented(60));
    let (resident, _) = fragmented(60);
    let other = Archive::open(fragmented(61).0).unwrap();
    assert_ne!(
        Archive::open(resident).unwrap().about().id,
        other.about().id,
        "another archive has another number"
    );
}

#[test]
fn a_fragment_of_another_archive_is_refused() {
    let (resident, fragments) = fragmented(60);
    let (_, others) = fragmented(61);
    let mut archive = Archive::open(resident).unwrap();
    let refused = |archive: &mut Archive, number: u32, bytes: &[u8]| {
        archive.supply(number, bytes.to_vec()).unwrap_err().code()
    };
    assert_eq!(refused(&mut archive, 0, &others[0]), "fragment-foreign");
    assert_eq!(refused(&mut archive, 0, &fragments[1]), "fragment-foreign");
    assert_eq!(
        refused(&mut archive, 0, &fragments[0][..9]),
        "fragment-damaged"
    );
    assert_eq!(
        refused(&mut archive, fragments.len() as u32, &fragments[0]),
        "fragment-unknown"
    );
}
