//! The names of the base: every row, and what they find and leave alone.

use std::collections::{BTreeMap, BTreeSet};

use tawarikh_evidence::{Gazetteer, Name, NameMention, base_names, layered};

#[test]
fn every_row_is_a_checked_name() {
    let (first, rows) = include_str!("../data/places.tsv")
        .split_once('\n')
        .unwrap_or_default();
    assert!(first.starts_with("# ") && first.contains("Source") && first.contains("CC BY 4.0"));
    let names = base_names();
    let mut count = rows.lines().count();
    for table in [
        include_str!("../data/divisions.tsv"),
        include_str!("../data/regions.tsv"),
        include_str!("../data/added.tsv"),
        include_str!("../data/parties.tsv"),
        include_str!("../data/people.tsv"),
    ] {
        assert!(table.starts_with("# ") && table.contains("Source"));
        count += table.lines().count() - 1;
    }
    assert_eq!(names.len(), count, "a row was not read");
    let ids: BTreeSet<&str> = names.iter().map(|name| name.id.as_str()).collect();
    assert_eq!(ids.len(), names.len());
    for row in rows.lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        assert_eq!(fields.len(), 9, "{row}");
        assert!(
            fields[3].len() == 2 && matches!(fields[7], "guarded" | "near" | "local" | "free"),
            "{row}"
        );
    }
    assert!(Gazetteer::new(names).is_ok());
}

/// The English names of what is found in a sentence.
fn found(gazetteer: &Gazetteer, text: &str) -> Vec<String> {
    let english = |mention: &NameMention| {
        gazetteer.names()[mention.name]
            .name_en
            .clone()
            .unwrap_or_default()
    };
    gazetteer.find(text).iter().map(english).collect()
}

#[test]
fn places_are_found_and_common_words_are_not() {
    let gazetteer = Gazetteer::new(base_names()).unwrap_or_default();
    let check =
        |text: &str, expected: &[&str]| assert_eq!(found(&gazetteer, text), expected, "{text}");
    check(
        "هبطت طائرة من باريس في الدوحة قبل أن تتابع إلى بيروت.",
        &["Paris", "Doha", "Beirut"],
    );
    check(
        "نقل الجرحى إلى الموصل وأربيل ثم إلى عمّان.",
        &["Mosul", "Erbil", "Amman"],
    );
    check(
        "وقعت مصر والسودان اتفاق المياه مع إثيوبيا.",
        &["Egypt", "Sudan", "Ethiopia"],
    );
    check("أضرب عمال مدينة صور يوما واحدا.", &["Tyre"]);
    check("نشرت المجلة صور المعرض.", &[]);
    check("دوما يتأخر القطار، والمشهد لا يتغير في معسكر الطلاب.", &[]);
    check("العين بصيرة واليد قصيرة.", &[]);
    check("كان الحصن رومانياً، ثم حكمته بروسيا.", &[]);
    check("يسدد الدين وجوبا قبل نهاية السنة.", &[]);
    check("عاد إلى مسقط رأسه بعد عشرين عاما.", &[]);
    // Words that a place goes by somewhere.
    check("أوقفت إسرائيل استيراد الفحم.", &["Israel"]);
    check("شرب فنجان القهوة في إيران على أساس العادة.", &["Iran"]);
    check("سافر من اليمن إلى الرباط.", &["Yemen", "Rabat"]);
}

#[test]
fn an_archive_replaces_names_of_the_base() {
    let mut own: Vec<Name> = base_names()
        .into_iter()
        .filter(|name| name.name == "طرابلس")
        .take(1)
        .collect();
    own[0].id = "my-tripoli".to_owned();
    let gazetteer = Gazetteer::new(layered(own, base_names())).unwrap_or_default();
    let mentions = gazetteer.find("وصل الوفد إلى طرابلس ثم إلى تونس.");
    assert_eq!(gazetteer.names()[mentions[0].name].id, "my-tripoli");
    assert_eq!(mentions[0].rivals, []);
    assert_eq!(gazetteer.names()[mentions[1].name].id, "country-tn");
}

#[test]
fn every_division_says_where_its_name_and_its_point_are_from() {
    let ids: BTreeSet<&str> = include_str!("../data/places.tsv")
        .lines()
        .filter_map(|row| row.split('\t').next())
        .collect();
    for row in include_str!("../data/divisions.tsv").lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        assert_eq!(fields.len(), 9, "{row}");
        let (name, point) = fields[8].split_once(' ').unwrap_or_default();
        assert!(matches!(name, "list" | "ours"), "{row}");
        assert!(matches!(point, "place" | "mean" | "ours" | "none"), "{row}");
        assert_eq!(fields[4].is_empty(), point == "none", "{row}");
        if point == "ours" {
            // To a tenth of a degree: no more is known.
            assert!(
                fields[4].ends_with('0') && fields[5].ends_with('0'),
                "{row}"
            );
        }
    }
    for row in include_str!("../data/spellings.tsv").lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        assert_eq!(fields.len(), 4, "{row}");
        assert!(ids.contains(fields[0]), "{row}");
    }
}

/// The least and the greatest.
fn bounds(side: &[f64]) -> (f64, f64) {
    let low = side.iter().copied().fold(f64::INFINITY, f64::min);
    let high = side.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (low, high)
}

/// How far, in degrees, a division may lie from the bounds of its country's larger places.
const BEYOND: f64 = 4.0;

#[test]
fn divisions_lie_where_the_places_of_their_country_do() {
    // Latitudes, then longitudes.
    let mut countries: BTreeMap<&str, [Vec<f64>; 2]> = BTreeMap::new();
    for row in include_str!("../data/places.tsv").lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let sides = countries.entry(fields[3]).or_default();
        for (side, at) in sides.iter_mut().zip(&fields[5..7]) {
            side.push(at.parse().unwrap_or(f64::NAN));
        }
    }
    let mut without = 0;
    for row in include_str!("../data/divisions.tsv").lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        without += usize::from(fields[4].is_empty());
        // Of some neighbours the table has hardly a place.
        let Some(sides) = countries.get(fields[2]).filter(|sides| sides[0].len() > 20) else {
            continue;
        };
        for (side, at) in sides.iter().zip(&fields[4..6]) {
            let (low, high) = bounds(side);
            let at = at.parse().unwrap_or(low);
            assert!(low - BEYOND < at && at < high + BEYOND, "{row}");
        }
    }
    assert!(without < 40, "{without} divisions without a point");
}

#[test]
fn districts_of_turkey_and_counties_of_iran_are_found_as_the_press_writes_them() {
    let gazetteer = Gazetteer::new(base_names()).unwrap_or_default();
    let check =
        |text: &str, expected: &[&str]| assert_eq!(found(&gazetteer, text), expected, "{text}");
    check(
        "ضرب الزلزال ألبستان ونورداغي وإصلاحية في تركيا.",
        &["Elbistan", "Nurdağı", "İslahiye", "Turkey"],
    );
    check(
        "أغلقت الشرطة التركية شوارع في باشاك شهير وإسنيورت بإسطنبول.",
        &["Başakşehir", "Esenyurt", "Istanbul"],
    );
    check(
        "تظاهر العمال في عسلوية ورفسنجان وبيرانشهر غربي إيران.",
        &["Asaluyeh", "Rafsanjān", "Piranshahr", "Iran"],
    );
    check("قصف الطيران مواقع قرب مرعش.", &["Kahramanmaraş"]);
    // Words and persons that districts share their names with.
    check(
        "ناقش البرلمان في تركيا أسعار الغاز والقرار المالي ومشاريع عمرانية جديدة.",
        &["Turkey"],
    );
    check("كان عدنان مندريس رئيسا لوزراء تركيا.", &["Turkey"]);
    check("شكا أهالي طهران من سراب الوعود وشوط المباراة.", &["Tehran"]);
}

#[test]
fn divisions_of_the_neighbours_are_found_and_the_words_that_they_share_are_not() {
    let gazetteer = Gazetteer::new(base_names()).unwrap_or_default();
    let check =
        |text: &str, expected: &[&str]| assert_eq!(found(&gazetteer, text), expected, "{text}");
    check(
        "هاجم مسلحون قرية في غاريسا ومركزا في مانديرا شمال شرق كينيا.",
        &["Garissa", "Mandera", "Kenya"],
    );
    check(
        "انتقل الجنود من باماكو إلى أنسونغو وتينزواتين.",
        &["Bamako", "Ansongo", "Tinzaouatene"],
    );
    check(
        "في أفغانستان سيطرت الحركة على موسى قلعة وسنكين.",
        &["Afghanistan", "Mūsá Qal‘ah", "Sangin"],
    );
    // Words and persons of whom a division has the name.
    check("قتال الكافرين في السنغال حديث كافرين.", &["Senegal"]);
    check("زار جاك شيراك أرمينيا.", &["Jacques Chirac", "Armenia"]);
    check("سافر عبد الله المبارك إلى الكويت.", &["Kuwait"]);
}

#[test]
fn divisions_of_one_name_are_told_apart_by_their_first_level() {
    let gazetteer = Gazetteer::new(base_names()).unwrap_or_default();
    let division = |text: &str| {
        let mentions = gazetteer.find(text);
        let last = mentions
            .last()
            .map(|mention| &gazetteer.names()[mention.name]);
        last.and_then(|name| name.division.clone())
    };
    // Saray in Tekirdağ, and Saray in Van.
    assert_ne!(
        division("في تشورلو بتركيا ثم في مدينة سراي"),
        division("في مدينة باشقلعة بتركيا ثم في مدينة سراي")
    );
    let new_cities = gazetteer
        .names()
        .iter()
        .filter(|name| name.name == "يني شهير");
    assert_eq!(new_cities.count(), 3);
}

#[test]
fn divisions_of_the_second_level_are_found_and_common_words_are_not() {
    let gazetteer = Gazetteer::new(base_names()).unwrap_or_default();
    let check =
        |text: &str, expected: &[&str]| assert_eq!(found(&gazetteer, text), expected, "{text}");
    check(
        "غمرت السيول عين الملح وأولاد رشاش شرق الجزائر.",
        &["Ain El Melh", "Ouled Rechache", "Algeria"],
    );
    check(
        "نزحت أسر من وصاب العالي في اليمن.",
        &["Wosab Al-Aali", "Yemen"],
    );
    // Common words only behind a word such as مديرية.
    check("في اليمن وقع السلام بعد الوحدة، وعين وزير جديد.", &["Yemen"]);
    check("أدى صباح اليوم إلى حبس المحتجين في الجزائر.", &["Algeria"]);
    check(
        "صباح الخميس زار وزير الدفاع عزيز بلخير السعودية.",
        &["Saudi Arabia"],
    );
    check(
        "انتقد نصر الله الحكومة في تونس.",
        &["Hassan Nasrallah", "Tunisia"],
    );
}
