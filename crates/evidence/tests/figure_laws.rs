//! The laws of figures, on random text.

use proptest::prelude::*;
use tawarikh_evidence::{Gazetteer, read};
use tawarikh_timex::Context;

/// Numbers, counted nouns, verbs, sources, signs and noise.
fn text() -> impl Strategy<Value = String> {
    let words = vec![
        "قتل",
        "12",
        "١٢",
        "شخصا",
        "و",
        "30",
        "جريحا",
        "أكثر من",
        "ما بين",
        "بين",
        "إلى",
        "من",
        "بينهم",
        "طفلان",
        "عشرات",
        "الآلاف",
        "ألفا",
        "مليون",
        "ونصف",
        "%",
        "في المئة",
        "نصف",
        "السكان",
        "قال",
        "الوزير",
        "إن",
        "بحسب",
        "وفقا ل",
        "نقلت",
        "وكالة",
        "عن",
        "مصدر",
        "«",
        "»",
        "\"",
        "(",
        "-",
        ":",
        "،",
        ".",
        "\n",
        "على الأقل",
        "لا يقل",
        "عدد القتلى",
        "منهم",
        "المادة",
        "عام",
        "2014",
        "عاما",
        "$",
        "واحد",
        "وأضاف أن",
        "آخرين",
        "من أصل",
        "بضعة",
        "ونيف",
        "ثلاثة",
        "أرباع",
        "0",
    ];
    let piece =
        prop_oneof![9 => prop::sample::select(words).prop_map(str::to_owned), 1 => ".{0,3}"];
    let blank = prop::sample::select(vec![" ", " ", " ", ""]);
    prop::collection::vec((piece, blank), 1..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, blank)| [piece, blank.to_owned()])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_pieces_of_the_text_in_order(text in text()) {
        let figures = read(&text, &Context::default(), &Gazetteer::default()).figures;
        let mut end = 0;
        for (index, figure) in figures.iter().enumerate() {
            prop_assert!(end <= figure.span.start && figure.span.start < figure.span.end, "{:?}", figure);
            end = figure.span.end;
            prop_assert!(figure.low.is_some() || figure.high.is_some());
            prop_assert!(figure.low.zip(figure.high).is_none_or(|(low, high)| low <= high), "{:?}", figure);
            prop_assert!(figure.part_of.is_none_or(|whole| whole != index && whole < figures.len()));
            let sources = figure.attribution.iter().flat_map(|said| said.chain.iter().chain([&said.span]));
            for span in [&figure.span].into_iter().chain(&figure.noun).chain(&figure.party).chain(sources) {
                prop_assert!(text.get(span.clone()).is_some_and(|words| !words.is_empty()), "{:?}", figure);
            }
        }
    }
}
