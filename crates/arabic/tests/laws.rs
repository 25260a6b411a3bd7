//! What holds for every text, tried on random ones.

use proptest::prelude::*;
use tawarikh_arabic::clitic::split_prefixes;
use tawarikh_arabic::numeral::{begins, numeral_at, parse_digits, parse_integer};
use tawarikh_arabic::{
    Token, TokenKind, fold, is_stop_word, keys, sentences, stem, surface, tokens,
};

/// Texts of what the analyzer treats apart: letters, marks, controls, digits, separators, presentation forms, anything.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ء-غف-ي]{1,8}",
        2 => "(و|ف)?(ب|ل|ك)?(ال)?[ء-غف-ي]{2,6}(ها|هم|ات|ان|ين|ون|ية|ة|ي)?",
        1 => "(و|ال|وال)?(خمس|خمسة|عشر|عشرين|مئة|ألف|آلاف|ملايين|الثاني|نصف|ألفين|أحد)",
        1 => "[ً-ْٰـٕٓٔ]{1,3}",
        1 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{61C}\u{AD}]",
        1 => "[0-9٠-٩۰-۹]{1,4}",
        1 => "[.,،٬٫:/؟!…«»()\\[\\]\"'-]",
        2 => "[ \n\t\u{A0}]",
        1 => "[a-zA-ZÀ-ɏ]{1,5}",
        1 => "[\u{300}-\u{304}\u{323}]",
        1 => "[\u{FB50}-\u{FDFF}\u{FE70}-\u{FEFF}]{1,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn tokens_and_gaps_are_the_text(text in text()) {
        let mut at = 0;
        for token in tokens(&text) {
            prop_assert!(text[at..token.span.start].chars().all(is_gap));
            prop_assert_eq!(&text[token.span.clone()], token.text);
            prop_assert!(!token.text.is_empty());
            at = token.span.end;
        }
        prop_assert!(text[at..].chars().all(is_gap));
    }

    #[test]
    fn words_have_keys_and_numbers_have_digits(text in text()) {
        for token in tokens(&text) {
            match token.kind {
                TokenKind::Word => {
                    let keys = keys(token.text);
                    prop_assert!(!keys.surface.is_empty() && !keys.folded.is_empty() && !keys.stem.is_empty(), "{:?}", token);
                    prop_assert!(!keys.surface.contains(char::is_whitespace));
                }
                TokenKind::Number => prop_assert!(parse_digits(token.text).is_some(), "{:?}", token),
                TokenKind::Punctuation | TokenKind::Symbol => {}
            }
        }
    }

    #[test]
    fn forms_are_stable(text in text()) {
        let once = surface(&text);
        prop_assert_eq!(&surface(&once), &once);
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
        prop_assert_eq!(&fold(&once), &folded);
    }

    #[test]
    fn keys_are_the_three_forms(text in text()) {
        let keys = keys(&text);
        prop_assert_eq!(&keys.surface, &surface(&text));
        prop_assert_eq!(&keys.folded, &fold(&text));
        prop_assert_eq!(&keys.stem, &stem(&keys.folded));
    }

    #[test]
    fn a_stem_is_a_part_of_its_word(word in "[ء-غف-ي]{1,12}") {
        let folded = fold(&word);
        let stem = stem(&folded);
        prop_assert!(folded.contains(&stem));
        prop_assert!(stem.chars().count() >= folded.chars().count().min(2));
    }

    #[test]
    fn tashkeel_and_tatweel_change_no_form(word in "[ء-غف-ي]{1,8}", mark in "[ً-ْـ]", at in 0_usize..8) {
        let cut = word.char_indices().nth(at).map_or(word.len(), |(byte, _)| byte);
        let marked = format!("{}{mark}{}", &word[..cut], &word[cut..]);
        prop_assert_eq!(keys(&marked), keys(&word));
    }

    #[test]
    fn sentences_cover_every_visible_character_once(text in text()) {
        let mut at = 0;
        for range in sentences(&text) {
            prop_assert!(text[at..range.start].chars().all(char::is_whitespace));
            let sentence = &text[range.clone()];
            prop_assert!(!sentence.is_empty());
            prop_assert_eq!(sentence.trim(), sentence);
            prop_assert!(!sentence.contains('\n'));
            at = range.end;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
    }

    #[test]
    fn a_sentence_end_parts_no_token(text in text()) {
        let ends: Vec<usize> = sentences(&text).into_iter().map(|range| range.end).collect();
        for token in tokens(&text) {
            prop_assert!(!ends.iter().any(|&end| token.span.start < end && end < token.span.end), "{:?}", token);
        }
    }

    #[test]
    fn numerals_lie_in_the_text(text in text()) {
        let all: Vec<Token> = tokens(&text).collect();
        for (i, token) in all.iter().enumerate() {
            let Some(found) = numeral_at(&all, i) else { continue };
            prop_assert!(found.tokens > 0 && i + found.tokens <= all.len());
            prop_assert!(found.span.start >= token.span.start && found.span.end == all[i + found.tokens - 1].span.end);
            prop_assert!(text.get(found.span.clone()).is_some_and(|written| !written.is_empty()));
            prop_assert!(found.value.is_finite() && found.value >= 0.0);
            prop_assert!(token.kind == TokenKind::Number || begins(token.text));
        }
    }

    #[test]
    fn digits_give_their_value_back(value in 0_i64..1_000_000_000_000) {
        let ascii = value.to_string();
        let arabic: String = ascii.bytes().filter_map(|b| char::from_u32(0x660 + u32::from(b - b'0'))).collect();
        prop_assert_eq!(parse_integer(&ascii), Some(value));
        prop_assert_eq!(parse_integer(&arabic), Some(value));
    }

    #[test]
    fn decimals_give_their_value_back(text in "[1-9][0-9]{0,8}\\.[0-9]{1,2}") {
        prop_assert_eq!(parse_digits(&text), text.parse().ok());
        prop_assert_eq!(parse_digits(&text.replace('.', "٫")), text.parse().ok());
    }

    #[test]
    fn prefixes_part_a_word_at_its_letters(text in text()) {
        let splits = split_prefixes(&text);
        prop_assert_eq!(splits[0], (0, text.as_str()));
        for (bytes, rest) in splits {
            prop_assert_eq!(text.get(bytes..), Some(rest));
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>()) {
        let _ = (keys(&text), sentences(&text), is_stop_word(&text), begins(&text), parse_integer(&text));
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || ('\u{1C}'..='\u{1F}').contains(&c)
        || fold(&c.to_string()).trim().is_empty()
}
