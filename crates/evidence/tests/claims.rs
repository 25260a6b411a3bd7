//! What documents have in the same words, and what they count of one happening.

#![expect(clippy::unwrap_used, reason = "the texts are written to be read")]

use tawarikh_calendar::When;
use tawarikh_evidence::{
    Account, Agreement, Counted, Evidence, Fate, Gazetteer, Happening, Kind, Tally, Teller,
    base_names, claims, happenings, read, repeated, tallies,
};
use tawarikh_timex::Context;

/// A document's own date and its text.
type Document<'a> = (&'a str, &'a str);

fn evidence((published, text): Document<'_>, gazetteer: &Gazetteer) -> Evidence {
    let context = Context {
        reference: Some(When::from_edtf(published).unwrap()),
        ..Context::default()
    };
    read(text, &context, gazetteer)
}

/// The numbers of the documents of each group of repeated sentences.
fn copies(documents: &[Document<'_>]) -> Vec<Vec<u32>> {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let mut all = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let evidence = evidence(*document, &gazetteer);
        all.extend(claims(number as u32, document.1, &evidence));
    }
    let documents = |group: &Vec<usize>| group.iter().map(|claim| all[*claim].document).collect();
    repeated(&all).iter().map(documents).collect()
}

fn told(documents: &[Document<'_>]) -> (Vec<Account>, Vec<Happening>) {
    let gazetteer = Gazetteer::new(base_names()).unwrap();
    let teller = Teller::new(&gazetteer);
    let mut accounts = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let published = Some(When::from_edtf(document.0).unwrap());
        let evidence = evidence(*document, &gazetteer);
        accounts.extend(teller.accounts(
            &gazetteer,
            number as u32,
            document.1,
            &evidence,
            published,
        ));
    }
    let found = happenings(&accounts);
    (accounts, found)
}

const PIER: &str = "انهار رصيف الصيادين القديم في ميناء بورتسودان فجر الخميس وسقطت في البحر أربع رافعات وثلاث شاحنات محملة بالإسمنت";

#[test]
fn copies_are_found_whoever_is_named_as_their_source() {
    let first = format!("قالت وكالة السودان للأنباء إنه {PIER}.");
    let second = format!("{PIER}، بحسب ما ذكرت صحيفة التيار.");
    let third = "في ميناء بورتسودان سقط رصيف قديم أمس وتضررت رافعات وشاحنات كانت عليه قبل شروق الشمس بقليل.";
    let documents = [
        ("2015-05-01", first.as_str()),
        ("2015-05-02", &second),
        ("2015-05-02", third),
    ];
    assert_eq!(copies(&documents), [vec![0, 1]]);
}

#[test]
fn what_one_document_repeats_is_no_copy() {
    let twice = format!("{PIER}.\n\n{PIER}.");
    assert!(copies(&[("2015-05-01", &twice)]).is_empty());
}

/// The tally of the dead of the only happening that documents tell.
fn dead(documents: &[Document<'_>]) -> Tally {
    killed(Kind::Person, documents)
}

/// The same of the dead of a kind.
fn killed(kind: Kind, documents: &[Document<'_>]) -> Tally {
    let (accounts, found) = told(documents);
    assert_eq!(found.len(), 1);
    let counted = Counted {
        fate: Some(Fate::Killed),
        kind,
    };
    let mut tallies = tallies(&found[0], &accounts).into_iter();
    tallies.find(|tally| tally.counted == counted).unwrap()
}

#[test]
fn tolls_that_cannot_both_be_right_disagree() {
    let tally = dead(&[
        (
            "2008-12-10",
            "قتل 48 شخصا في انفجار مطعم قرب كركوك أمس الثلاثاء.",
        ),
        (
            "2008-12-11",
            "قتل 61 شخصا في انفجار مطعم في كركوك يوم الثلاثاء.",
        ),
    ]);
    assert_eq!(tally.told.len(), 2);
    assert!(tally.disagrees);
}

#[test]
fn bounds_that_meet_agree() {
    let tally = dead(&[
        (
            "2008-12-10",
            "قتل أكثر من 40 شخصا في انفجار مطعم قرب كركوك أمس الثلاثاء.",
        ),
        (
            "2008-12-11",
            "قتل 48 شخصا في انفجار مطعم في كركوك يوم الثلاثاء.",
        ),
    ]);
    assert!(!tally.disagrees);
}

#[test]
fn the_dead_of_one_party_are_not_those_of_another() {
    let of = |party: &str| {
        let other = format!("قتل 20 مقاتلا من {party} في اشتباكات حي الشجاعية شرق غزة يوم الخميس.");
        let tally = killed(
            Kind::Fighter,
            &[
                (
                    "2007-06-15",
                    "قتل 12 مقاتلا من حركة حماس في اشتباكات حي الشجاعية شرق غزة أمس الخميس.",
                ),
                ("2007-06-16", &other),
            ],
        );
        assert_eq!(tally.told.len(), 2, "{party}");
        tally.disagrees
    };
    assert!(!of("حركة فتح"));
    assert!(of("حركة حماس"));
    assert!(of("حماس"), "another spelling of the same");
}

#[test]
fn tolls_until_other_days_may_both_be_right() {
    let until = |one: &str, other: &str| {
        let first = format!("قتل 48 شخصا حتى {one} في فيضان خور بركة قرب طوكر في 5 آب 1988.");
        let second = format!("قتل 61 شخصا حتى {other} في فيضان خور بركة قرب طوكر في 5 آب 1988.");
        let (accounts, found) = told(&[("1988-08-20", &first), ("1988-08-21", &second)]);
        let mut tallies = found.iter().flat_map(|found| tallies(found, &accounts));
        tallies.any(|tally| tally.disagrees)
    };
    assert!(!until("7 آب 1988", "19 آب 1988"));
    assert!(until("7 آب 1988", "7 آب 1988"));
}

#[test]
fn two_voices_in_one_document_may_disagree() {
    let with = |other: &str| {
        let first = format!(
            "قالت الشرطة إن 48 شخصا قتلوا في انفجار مطعم قرب كركوك أمس الثلاثاء، بينما قال {other} إن 70 شخصا قتلوا فيه."
        );
        let second = "هز انفجار مطعما قرب كركوك يوم الثلاثاء وقتل عشرات الأشخاص.";
        dead(&[("2008-12-10", &first), ("2008-12-11", second)]).disagrees
    };
    assert!(with("الدفاع المدني"));
}

#[test]
fn a_date_is_the_tightest_that_all_allow() {
    let (_, found) = told(&[
        (
            "2013-01-01",
            "في آذار 2003 دخلت القوات الأميركية مدينة الناصرية العراقية بعد قتال في شوارعها.",
        ),
        (
            "2004-03-23",
            "دخلت القوات الأميركية مدينة الناصرية في 23 آذار 2003 بعد قتال عنيف.",
        ),
    ]);
    let day = When::from_edtf("2003-03-23").unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].date, Agreement::Agreed(day));
}

#[test]
fn dates_that_do_not_meet_are_both_kept() {
    let (_, found) = told(&[
        (
            "2013-01-01",
            "في 22 آذار 2003 دخلت القوات الأميركية مدينة الناصرية العراقية بعد قتال في شوارعها.",
        ),
        (
            "2004-03-23",
            "دخلت القوات الأميركية مدينة الناصرية في 23 آذار 2003 بعد قتال في شوارعها.",
        ),
    ]);
    let days = ["2003-03-22", "2003-03-23"].map(|day| When::from_edtf(day).unwrap());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].date, Agreement::Disagreed(days.to_vec()));
}
