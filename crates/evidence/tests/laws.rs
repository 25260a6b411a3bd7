//! The laws of headlines, and the rows of the table behind them.

use proptest::prelude::*;
use tawarikh_arabic::{TokenKind, tokens};
use tawarikh_evidence::{MOST_WORDS, Sentence};

/// Sentences of words, numbers, particles and signs, and noise.
fn sentence() -> impl Strategy<Value = String> {
    let words = vec![
        "في",
        "2014",
        "أعلنت",
        "القوات",
        "و",
        "وفي",
        "خمسين",
        "ألف",
        "،",
        "«",
        "»",
        "(",
        ")",
        "\"",
        "-",
        ":",
        "غير أن",
        "التي",
        "قالت",
        "سكان",
        "قرى",
        "النهر",
        "إن",
        "وأضاف",
        "ثم",
        ".",
    ];
    let piece =
        prop_oneof![9 => prop::sample::select(words).prop_map(str::to_owned), 1 => ".{0,3}"];
    let blank = prop::sample::select(vec![" ", " ", " ", ""]);
    prop::collection::vec((piece, blank), 1..50).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, blank)| [piece, blank.to_owned()])
            .collect()
    })
}

/// The bytes of the first and the last digits, as if they were dates.
fn dates(text: &str) -> Vec<std::ops::Range<usize>> {
    let date = |start: usize| start..start + "2014".len();
    let mut dates: Vec<_> = text
        .find("2014")
        .into_iter()
        .chain(text.rfind("2014"))
        .map(date)
        .collect();
    dates.dedup();
    dates
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_headline_is_a_short_piece_of_its_sentence(before in ".{0,9}", text in sentence()) {
        let whole = format!("{before}{text}");
        let range = before.len()..whole.len();
        let dates: Vec<_> = dates(&text).iter().map(|date| date.start + before.len()..date.end + before.len()).collect();
        let Some(date) = dates.first() else { return Ok(()) };
        let sentence = Sentence { text: &whole, range: range.clone(), dates: &dates, names: &[] };
        let headline = sentence.headline(date);
        prop_assert!(range.start <= headline.start && headline.start < headline.end && headline.end <= range.end);
        let cut = whole.get(headline.start..headline.end);
        prop_assert!(cut.is_some_and(|cut| cut.trim() == cut));
        let has_word = |piece: &&str| {
            tokens(piece).any(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        };
        prop_assert!(cut.is_some_and(|cut| cut.split_whitespace().filter(has_word).count() <= MOST_WORDS));
    }
}

#[test]
fn every_row_of_the_clause_words_is_folded_and_has_known_parts() {
    let (first, rows) = include_str!("../data/clause.tsv")
        .split_once('\n')
        .unwrap_or_default();
    assert!(first.starts_with("# ") && first.contains("Source") && first.contains("CC0"));
    let mut seen = std::collections::BTreeSet::new();
    for row in rows.lines() {
        let (phrase, parts) = row.split_once('\t').unwrap_or_default();
        assert_eq!(phrase, tawarikh_arabic::fold(phrase), "{row}");
        assert!(seen.insert(phrase), "{phrase} has two rows");
        let known = [
            "opener",
            "before-date",
            "subordinate",
            "link",
            "needs-more",
            "verb",
            "reports",
            "own-voice",
            "that",
        ];
        assert!(parts.split(' ').all(|part| known.contains(&part)), "{row}");
    }
}
