//! `tawarikh export`: the same archive in the forms of other programs.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::Value;
use tawarikh_tests::program::{build, run};
use tempfile::TempDir;

use crate::write;

const DOCUMENTS: [(&str, &str); 3] = [
    (
        "archive.toml",
        "title = \"سجل الفيضانات\"\nlanguage = \"ar\"\n\n[[name]]\nid = \"omdurman\"\nkind = \"place\"\nname = \"أم درمان\"\nlatitude = 15.65\nlongitude = 32.48\n",
    ),
    (
        "flood.md",
        "+++\ntitle = \"فيضان {النيل} & آثاره\"\nauthor = \"سلمى الطيب\"\noutlet = \"مجلة النهر\"\ndate = \"1988-08-20~\"\nurl = \"https://example.org/a_b\"\nid = \"flood\"\n+++\n\n\
         غمرت المياه شوارع في أم درمان في 4 آب/أغسطس 1988، وقال الدفاع المدني إن 76 شخصا قتلوا. وفي أيلول 1988 انحسر الفيضان.\n",
    ),
    (
        "letter.txt",
        "كتب المهندس أن السد تصدع في ربيع 1946، ولم يذكر اسم البلدة.\n",
    ),
];

struct Site {
    _place: TempDir,
    path: PathBuf,
}

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let place = TempDir::new().expect("a temporary folder");
    let input = place.path().join("input");
    std::fs::create_dir(&input).expect("a folder can be made");
    write(&input, &DOCUMENTS);
    let path = place.path().join("site");
    let run = build(&input, &path);
    assert_eq!(run.code, Some(0), "{}", run.err);
    Site {
        _place: place,
        path,
    }
});

fn exported(arguments: &[&str]) -> String {
    let mut words = vec!["export".as_ref(), SITE.path.as_os_str()];
    words.extend(arguments.iter().map(std::ffi::OsStr::new));
    let run = run(&words);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&exported(arguments)).expect("it is JSON")
}

#[test]
fn a_table_has_a_row_for_every_event() {
    let table = exported(&["--format", "csv"]);
    let lines: Vec<&str> = table.split_terminator("\r\n").collect();
    assert!(
        lines[0].starts_with("\u{feff}document,sentence,date,edtf,first,last,"),
        "{table}"
    );
    // In the order of time: spring 1946, 4 August 1988, September 1988.
    assert_eq!(lines.len(), 4, "{table}");
    assert!(
        lines[1].starts_with("letter,0,") && lines[1].contains(",1946-21,"),
        "{table}"
    );
    assert!(
        lines[2].contains(",1988-08-04,1988-08-04,1988-08-04,"),
        "{table}"
    );
    assert!(
        lines[3].contains(",1988-09,1988-09-01,1988-09-30,"),
        "{table}"
    );
}

#[test]
fn figures_name_who_says_so() {
    let table = exported(&["--format", "csv", "--rows", "figures"]);
    let row = table
        .split_terminator("\r\n")
        .nth(1)
        .expect("there is a figure");
    assert!(
        row.starts_with("flood,")
            && row.contains(",76,76,killed,")
            && row.contains("الدفاع المدني"),
        "{table}"
    );
}

#[test]
fn a_query_narrows_what_is_written() {
    let events = json(&["--format", "json", "السد"]);
    let events = events.as_array().expect("a list");
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0]["edtf"], "1946-21");
}

#[test]
fn places_stand_with_the_longitude_first() {
    let map = json(&["--format", "geojson"]);
    assert_eq!(map["type"], "FeatureCollection");
    let features = map["features"].as_array().expect("a list");
    assert_eq!(features.len(), 3);
    let point = features
        .iter()
        .find(|feature| feature["properties"]["edtf"] == "1988-08-04")
        .expect("it is there");
    assert_eq!(
        point["geometry"]["coordinates"],
        serde_json::json!([32.48, 15.65])
    );
    let nowhere = features
        .iter()
        .find(|feature| feature["properties"]["edtf"] == "1946-21")
        .expect("it is there");
    assert!(nowhere["geometry"].is_null(), "{nowhere}");
}

#[test]
fn a_calendar_keeps_its_standard() {
    let calendar = exported(&["--format", "ics"]);
    assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    for line in calendar.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets in {line}", line.len());
    }
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:19880804\r\n")
            && calendar.contains("DTEND;VALUE=DATE:19880805\r\n"),
        "{calendar}"
    );
    // September is its thirty days; the end is the day after.
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:19880901\r\n")
            && calendar.contains("DTEND;VALUE=DATE:19881001\r\n"),
        "{calendar}"
    );
    let ids: BTreeSet<&str> = calendar
        .split("\r\n")
        .filter(|line| line.starts_with("UID:"))
        .collect();
    assert_eq!(ids.len(), 3, "{calendar}");
    let whole = calendar.replace("\r\n ", "");
    assert!(
        whole.contains("DESCRIPTION:ربيع 1946 · المهندس · "),
        "the engineer says so: {whole}"
    );
}

#[test]
fn references_can_be_taken_into_a_manager() {
    let ris = exported(&["--format", "ris"]);
    for line in [
        "TY  - NEWS\r\n",
        "AU  - سلمى الطيب\r\n",
        "T2  - مجلة النهر\r\n",
        "DA  - 1988/08/20/\r\n",
        "UR  - https://example.org/a_b\r\n",
    ] {
        assert!(ris.contains(line), "{line} is missing: {ris}");
    }
    assert_eq!(ris.matches("ER  - \r\n").count(), 2, "{ris}");
    let bibtex = exported(&["--format", "bibtex"]);
    assert!(bibtex.contains("@online{flood,"), "{bibtex}");
    assert!(
        bibtex.contains("{{سلمى الطيب}}") && bibtex.contains("date = {1988-08-20~}"),
        "{bibtex}"
    );
    assert!(bibtex.contains("\\{النيل\\}"), "{bibtex}");
    assert_eq!(
        bibtex.matches('{').count(),
        bibtex.matches('}').count(),
        "{bibtex}"
    );
}

#[test]
fn slides_say_no_more_than_is_known() {
    let timeline = json(&["--format", "timelinejs"]);
    let slides = timeline["events"].as_array().expect("a list");
    let dates: Vec<&Value> = slides.iter().map(|slide| &slide["start_date"]).collect();
    assert_eq!(dates.len(), 3);
    assert_eq!(
        (&dates[1]["month"], &dates[1]["day"]),
        (&8.into(), &4.into())
    );
    assert_eq!(
        (&dates[2]["month"], &dates[2]["day"]),
        (&9.into(), &Value::Null)
    );
    assert!(
        timeline["title"]["text"]["headline"]
            .as_str()
            .is_some_and(|title| title == "سجل الفيضانات")
    );
}

#[test]
fn a_search_server_gets_text_and_keys() {
    let bulk = exported(&["--format", "opensearch"]);
    let lines: Vec<Value> = bulk
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    assert_eq!(lines.len(), 4);
    let flood = lines
        .chunks(2)
        .find(|pair| pair[0]["index"]["_id"] == "flood")
        .expect("it is there");
    assert!(
        flood[1]["places"]
            .as_array()
            .is_some_and(|places| places.contains(&"أم درمان".into())),
        "{flood:?}"
    );
    let stems = flood[1]["stems"].as_str().expect("there are stems");
    assert!(
        stems.split(' ').any(|stem| stem == "مياه") || stems.contains("ميا"),
        "{stems}"
    );
}
