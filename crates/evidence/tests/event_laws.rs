//! The laws of events, on random text.

use std::sync::LazyLock;

use proptest::prelude::*;
use tawarikh_evidence::{Gazetteer, MOST_WORDS, base_names, read};
use tawarikh_timex::Context;

static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::new(base_names()).unwrap_or_default());

/// Dates, verbs, verbal nouns, particles, names, signs and noise.
fn text() -> impl Strategy<Value = String> {
    let words = vec![
        "في 3 أيار 2011",
        "عام 2014",
        "قصف",
        "سيطرت",
        "أعلن",
        "لم",
        "أن",
        "التي",
        "ثم",
        "بعد",
        "مقتل",
        "هجوم",
        "على",
        "من",
        "على يد",
        "بين",
        "دمشق",
        "العراق",
        "مدينة",
        "الجيش السوري",
        "تنظيم داعش",
        "12",
        "مدنيا",
        "وأسفر",
        "الهجوم",
        "عليها",
        "وقصفت",
        "،",
        ".",
        "«",
        "»",
        ":",
        "\n",
        "ب",
        "و",
        "محاولة",
        "اتفاق",
        "وقع",
        "كان",
        "x",
        "؟",
        "حتى",
        "شمال",
    ];
    prop::collection::vec(prop::sample::select(words), 0..40).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn events_point_into_what_was_read(text in text()) {
        let read = read(&text, &Context::default(), &GAZETTEER);
        let mut start = 0;
        for event in &read.events {
            prop_assert!(start <= event.sentence.start, "in the order of the text");
            start = event.sentence.start;
            prop_assert!(read.times[event.mention].when.is_some());
            prop_assert!(text.get(event.headline.clone()).is_some_and(|words| words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() <= MOST_WORDS));
            prop_assert!(event.entities.end <= read.entities.len());
            let parts = [&event.places, &event.agents, &event.patients];
            for part in parts {
                prop_assert!(part.is_sorted());
                prop_assert!(part.iter().all(|index| event.entities.contains(index)), "{event:?}");
            }
            prop_assert!(event.figures.iter().all(|&index| event.sentence.contains(&read.figures[index].span.start)));
        }
    }
}
