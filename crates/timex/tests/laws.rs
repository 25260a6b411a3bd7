//! The tagger's laws, on random input.

#![allow(clippy::unwrap_used)] // strategies are part of the tests

use proptest::prelude::*;
use tawarikh_calendar::{Day, Digits, Language, Months, Style, When, label};
use tawarikh_timex::{Context, How, Kind, tag};

/// Words that rules react to, so that random texts reach deep into the grammar.
const WORDS: [&str; 72] = [
    "يناير",
    "مارس",
    "آب",
    "كانون",
    "تشرين",
    "الأول",
    "الثاني",
    "رمضان",
    "ربيع",
    "جمادى",
    "ذي",
    "الحجة",
    "الاثنين",
    "الأحد",
    "يوم",
    "اليوم",
    "أيام",
    "أسبوع",
    "الأسبوع",
    "شهر",
    "الشهر",
    "عام",
    "العام",
    "عامي",
    "سنة",
    "السنوات",
    "قرن",
    "القرن",
    "العقد",
    "الثمانينيات",
    "صيف",
    "الربع",
    "النصف",
    "الماضي",
    "الجاري",
    "المقبل",
    "التالي",
    "نفسه",
    "هذا",
    "ذلك",
    "أوائل",
    "منتصف",
    "نهاية",
    "آخر",
    "أول",
    "أمس",
    "غدا",
    "بعد",
    "قبل",
    "منذ",
    "حتى",
    "إلى",
    "من",
    "بين",
    "في",
    "خلال",
    "كل",
    "عيد",
    "الفطر",
    "الساعة",
    "صباح",
    "مساء",
    "ونصف",
    "الخامس",
    "عشر",
    "والعشرين",
    "ألفين",
    "هـ",
    "م",
    "الموافق",
    "خلون",
    "بقين",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned),
        2 => (0..3000u32).prop_map(|number| number.to_string()),
        1 => prop::sample::select(vec!["/", "-", "–", "،", "(", ")", ".", ":", "و", "[1]", "\n", "\n\n"]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    (prop::collection::vec(word(), 0..24), any::<bool>())
        .prop_map(|(words, spaced)| words.join(if spaced { " " } else { "" }))
}

fn reference() -> impl Strategy<Value = Option<When>> {
    let day = (1800..2100i32, 1..=12u8, 1..=28u8)
        .prop_map(|(year, month, day)| When::day(Day::from_gregorian(year, month, day).unwrap()));
    prop_oneof![
        Just(None),
        day.prop_map(Some),
        (1800..2100i32).prop_map(|year| Some(When::year(year)))
    ]
}

fn style() -> impl Strategy<Value = Style> {
    let months = prop::sample::select(vec![Months::Levantine, Months::Gregorian, Months::Both]);
    let digits = prop::sample::select(vec![Digits::Latin, Digits::ArabicIndic]);
    (months, digits).prop_map(|(months, digits)| Style {
        language: Language::Arabic,
        months,
        digits,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn spans_are_ordered_and_cut_at_characters(text in text(), reference in reference()) {
        let mentions = tag(&text, &Context { reference, ..Context::default() });
        let mut end = 0;
        for mention in &mentions {
            prop_assert!(mention.span.start >= end && mention.span.start < mention.span.end);
            let surface = text.get(mention.span.clone());
            prop_assert!(surface.is_some_and(|surface| surface.trim() == surface));
            prop_assert!(mention.when.is_none() == (mention.how == How::Unresolved));
            prop_assert!(mention.when.is_none_or(|when| when.interval.first <= when.interval.last));
            prop_assert!(mention.when.is_none() || !matches!(mention.kind, Kind::Duration | Kind::Set));
            end = mention.span.end;
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*", reference in reference()) {
        let _ = tag(&text, &Context { reference, ..Context::default() });
    }

    #[test]
    fn a_printed_day_or_month_reads_back(year in 1000..2100i32, month in 1..=12u8, day in 1..=28u8, whole in any::<bool>(), style in style()) {
        let when = if whole { When::month(year, month).unwrap() } else { When::day(Day::from_gregorian(year, month, day).unwrap()) };
        let text = format!("وصلوا في {} إلى البلدة", label(&when, &style));
        let mentions = tag(&text, &Context::default());
        prop_assert_eq!(mentions.len(), 1);
        prop_assert_eq!(mentions[0].when, Some(when));
        prop_assert!(mentions[0].findings.is_empty());
    }

    #[test]
    fn a_text_is_tagged_alike_whatever_stands_around(text in text()) {
        let alone = tag(&text, &Context::default());
        let again = tag(&text, &Context::default());
        prop_assert_eq!(alone, again);
    }
}
