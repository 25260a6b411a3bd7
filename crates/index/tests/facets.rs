//! Filters and counts.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use tawarikh_calendar::{Day, Interval};
use tawarikh_index::{Entry, Filter, Query, Reader, Schema, Writer};

const DOCUMENTS: [(&str, &str, &[&str]); 5] = [
    ("فاز الفريق بالكأس.", "صحيفة الملاعب", &["2010"]),
    ("خسر الفريق المباراة.", "صحيفة الملاعب", &["2011"]),
    (
        "عرض الفريق المسرحي عمله الجديد.",
        "مجلة الفنون",
        &["2010", "2011"],
    ),
    ("افتتح المعرض أبوابه.", "مجلة الفنون", &["2012"]),
    ("بلا ناشر ولا سنة.", "", &[]),
];

fn reader() -> Reader {
    let mut writer = Writer::new(Schema::new(["outlet", "year"]));
    for (body, outlet, years) in DOCUMENTS {
        let outlets: Vec<String> = [outlet]
            .into_iter()
            .filter(|outlet| !outlet.is_empty())
            .map(str::to_owned)
            .collect();
        let days: Vec<Interval> = years
            .iter()
            .map(|year| Interval::year(year.parse().unwrap()))
            .collect();
        let years: Vec<String> = years.iter().map(|&year| year.to_owned()).collect();
        writer.add(&Entry {
            body,
            keywords: &[("outlet", &outlets), ("year", &years), ("unknown", &years)],
            days: &days,
            ..Entry::default()
        });
    }
    Reader::open(writer.finish()).unwrap()
}

fn chosen(outlets: &[&str], years: &[&str]) -> Filter {
    let values = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    Filter {
        keywords: vec![
            ("outlet".to_owned(), values(outlets)),
            ("year".to_owned(), values(years)),
        ],
        days: None,
    }
}

/// Checks the matching documents and both facets, written `value=count`.
fn check(query: &str, filter: &Filter, docs: &[u32], outlets: &str, years: &str) {
    let reader = reader();
    let found = reader.search(&Query::parse(query), filter, 10, 0);
    assert_eq!(found.matched, docs);
    let facets: Vec<(&str, String)> = found
        .facets
        .iter()
        .map(|facet| {
            let counts = facet.most_first();
            let each: Vec<String> = counts
                .map(|(value, count)| format!("{}={count}", facet.values[value as usize]))
                .collect();
            (facet.column, each.join(" "))
        })
        .collect();
    assert_eq!(
        facets,
        [("outlet", outlets.to_owned()), ("year", years.to_owned())]
    );
}

#[test]
fn counts_cover_what_matches() {
    check(
        "",
        &Filter::default(),
        &[0, 1, 2, 3, 4],
        "صحيفة الملاعب=2 مجلة الفنون=2",
        "2010=2 2011=2 2012=1",
    );
    check(
        "الفريق ",
        &Filter::default(),
        &[0, 1, 2],
        "صحيفة الملاعب=2 مجلة الفنون=1",
        "2010=2 2011=2",
    );
}

#[test]
fn a_facet_leaves_its_own_choice_out() {
    let filter = chosen(&["مجلة الفنون"], &[]);
    check(
        "",
        &filter,
        &[2, 3],
        "صحيفة الملاعب=2 مجلة الفنون=2",
        "2010=1 2011=1 2012=1",
    );
    let filter = chosen(&["مجلة الفنون"], &["2010", "2012"]);
    check(
        "",
        &filter,
        &[2, 3],
        "مجلة الفنون=2 صحيفة الملاعب=1",
        "2010=1 2011=1 2012=1",
    );
}

#[test]
fn chosen_values_stay_in_sight() {
    check("المعرض ", &chosen(&[], &["2010"]), &[], "", "2012=1 2010=0");
    check(
        "المعرض ",
        &chosen(&["دار لا توجد"], &[]),
        &[],
        "مجلة الفنون=1",
        "",
    );
    let mut filter = chosen(&[], &[]);
    filter
        .keywords
        .push(("colour".to_owned(), vec!["أحمر".to_owned()]));
    check("المعرض ", &filter, &[], "", "");
}

#[test]
fn days_filter_by_any_overlap() {
    let mut filter = Filter {
        days: Interval::month(2011, 6),
        ..Filter::default()
    };
    check(
        "",
        &filter,
        &[1, 2],
        "صحيفة الملاعب=1 مجلة الفنون=1",
        "2011=2 2010=1",
    );
    filter.days = Some(Interval {
        first: Interval::year(2012).first,
        last: Day::MAX,
    });
    check("", &filter, &[3], "مجلة الفنون=1", "2012=1");
}

#[test]
fn fields_of_the_query_restrict() {
    let all = Filter::default();
    check(
        "outlet:الملاعب ",
        &all,
        &[0, 1],
        "صحيفة الملاعب=2",
        "2010=1 2011=1",
    );
    check(
        "مصدر:«مجلة الفنون» سنة:٢٠١٢ ",
        &all,
        &[3],
        "مجلة الفنون=1",
        "2012=1",
    );
    check("الفريق -year:2010 ", &all, &[1], "صحيفة الملاعب=1", "2011=1");
    check("outlet:الملا ", &all, &[], "", "");
}

#[test]
fn documents_come_back() {
    let reader = reader();
    assert_eq!(reader.len(), 5);
    assert_eq!(reader.document(3).unwrap().body, "افتتح المعرض أبوابه.");
    assert!(reader.document(5).is_none());
    assert_eq!(reader.columns().collect::<Vec<_>>(), ["outlet", "year"]);
    assert_eq!(
        reader.keywords(2, "year").collect::<Vec<_>>(),
        ["2010", "2011"]
    );
    assert_eq!(reader.keywords(2, "colour").count(), 0);
}
