//! The year in which an article says it was written: "this year, 2016".

use crate::page::Page;
use std::ops::Range;
use tawarikh_arabic::{Token, TokenKind, fold, numeral, tokens};
use tawarikh_calendar::When;

/// Words between "this year" and the number.
const REACH: usize = 6;

/// The year that every "this year" of the article gives; none if there is none, or if two disagree.
pub(crate) fn year(page: &Page, part: Range<usize>) -> Option<(When, u32)> {
    let mut found: Option<(i32, u32)> = None;
    for at in part.filter(|&at| page.lines[at].words.len() >= 5) {
        for year in years(&page.lines[at].text) {
            match found {
                Some((known, _)) if known != year => return None,
                _ => found = found.or(Some((year, page.lines[at].first))),
            }
        }
    }
    found.map(|(year, line)| (When::year(year), line))
}

/// `this-year = ("عامنا" | "سنتنا") ["هذا" | "الحالي" | "الجاري"] year
///            | ("العام" | "السنة") ("الحالي" | "الجاري") year | ("هذا" | "هذه") ("العام" | "السنة") year
///            | ("عام" | "سنة") digits ("الحالي" | "الجاري")`
fn years(text: &str) -> Vec<i32> {
    let all: Vec<Token> = tokens(text)
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        .collect();
    let keys: Vec<String> = all
        .iter()
        .map(|token| bare(&fold(token.text)).to_owned())
        .collect();
    let mut years = Vec::new();
    for at in 0..all.len() {
        let next = keys.get(at + 1).map(String::as_str);
        let this = matches!(
            (keys[at].as_str(), next),
            ("عامنا" | "سنتنا", _)
                | (
                    "العام" | "السنه",
                    Some("الحالي" | "الجاري" | "الحاليه" | "الجاريه")
                )
                | ("هذا" | "هذه", Some("العام" | "السنه"))
        );
        if this {
            years.extend(year_within(&all, &keys, at + 1));
        }
        if matches!(keys[at].as_str(), "عام" | "سنه" | "العام" | "السنه")
            && matches!(
                keys.get(at + 2).map(String::as_str),
                Some("الحالي" | "الجاري" | "الحاليه" | "الجاريه")
            )
        {
            years.extend(written(&all, at + 1).map(|(year, _)| year));
        }
    }
    years
}

/// A word without one of the prefixes that join it to what stands before.
fn bare(key: &str) -> &str {
    ["وب", "و", "ب", "ل", "ف"]
        .into_iter()
        .find_map(|prefix| {
            key.strip_prefix(prefix).filter(|rest| {
                matches!(*rest, "عامنا" | "سنتنا" | "العام" | "السنه" | "هذا" | "هذه")
            })
        })
        .unwrap_or(key)
}

/// The year right after "this year": words such as الحالي may stand between, other words end the search.
fn year_within(all: &[Token], keys: &[String], from: usize) -> Option<i32> {
    for (at, key) in keys.iter().enumerate().skip(from).take(REACH) {
        if let Some((year, _)) = written(all, at) {
            return Some(year);
        }
        let passes = matches!(
            key.as_str(),
            "الحالي"
                | "الجاري"
                | "الحاليه"
                | "الجاريه"
                | "هذا"
                | "هذه"
                | "العام"
                | "السنه"
                | "اي"
                | "عام"
                | "سنه"
                | "وهو"
                | "ميلادي"
        );
        if !passes {
            return None;
        }
    }
    None
}

/// A year in figures, or in words as an ordinal after a thousand ("الثاني والعشرين بعد الألفين"), and its last token.
fn written(all: &[Token], at: usize) -> Option<(i32, usize)> {
    let numeral = numeral::numeral_at(all, at)?;
    let end = at + numeral.tokens;
    let value = numeral.integer()?;
    let year = if (1800..=2200).contains(&value) {
        value
    } else if (1..=99).contains(&value) && all.get(end).is_some_and(|token| token.text == "بعد")
    {
        value + thousands(&fold(all.get(end + 1)?.text))?
    } else {
        return None;
    };
    i32::try_from(year).ok().map(|year| (year, end))
}

fn thousands(key: &str) -> Option<i64> {
    match key {
        "الالفين" => Some(2000),
        "الالف" => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::years;

    #[test]
    fn this_year_with_its_number() {
        for text in [
            "بدأ الموسم في آذار من عامنا الحالي، الثاني والعشرين بعد الألفين، وانتهى سريعًا.",
            "ارتفعت الأسعار هذا العام 2022 بنسبة الثلث.",
            "وفي العام الحالي (2022) تغير كل شيء.",
            "منذ مطلع عام 2022 الجاري لم تمطر.",
        ] {
            assert_eq!(years(text), [2022], "{text}");
        }
    }

    #[test]
    fn this_year_without_a_number_and_numbers_elsewhere() {
        for text in [
            "في العام الحالي زاد الإنتاج عما كان عليه في 2015.",
            "في عام 2014 أيضًا.",
            "هذا العام قتل 2000 طائر في البحيرة.",
        ] {
            assert!(years(text).is_empty(), "{text}");
        }
    }
}
