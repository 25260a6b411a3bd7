//! Whether a few words are a person's name.

use crate::words::{Word, words};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tawarikh_arabic::{fold, is_stop_word};

static GIVEN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    SOURCE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(fold)
        .collect()
});

const SOURCE: &str = include_str!("../data/given_names.tsv");

/// Words before a name that are no part of it, folded.
const TITLES: [&str; 24] = [
    "د",
    "دكتور",
    "الدكتور",
    "الدكتوره",
    "دكتوره",
    "ا",
    "استاذ",
    "الاستاذ",
    "الاستاذه",
    "م",
    "المهندس",
    "المهندسه",
    "الكاتب",
    "الكاتبه",
    "الصحفي",
    "الصحفيه",
    "الصحافي",
    "الصحافيه",
    "المحامي",
    "المحاميه",
    "الباحث",
    "الباحثه",
    "مراسل",
    "مراسله",
];

/// Words inside a name that are no names, folded.
const PARTICLES: [&str; 15] = [
    "ابو",
    "ام",
    "ابن",
    "بن",
    "بنت",
    "ال",
    "عبد",
    "ولد",
    "بو",
    "سي",
    "ايت",
    "ابي",
    "ذو",
    "الدين",
    "الله",
];

/// How sure the surroundings are that a person is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// A label such as "بقلم" stands before the words.
    Labelled,
    /// Only the words themselves.
    Bare,
}

/// The name in `text`, if the whole text is one: two to five words (one to five under a label) that form a name.
///
/// Without a label the first word must be a given name of the table; no word may be a function word or look like a
/// present-tense verb.
pub(crate) fn name(text: &str, evidence: Evidence) -> Option<String> {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '*' | '|' | '-' | '–' | '—' | '،' | '.' | '/' | '•')
    });
    if text.contains([
        ':', '؟', '!', '«', '"', '“', '(', '؛', '،', '/', '|', '#', '@', '?', '…',
    ]) || text.contains("..")
    {
        return None;
    }
    let all = words(text);
    let titles = all
        .iter()
        .take_while(|word| TITLES.contains(&word.key.as_str()))
        .count();
    let own = &all[titles..];
    let least = match evidence {
        Evidence::Labelled => 1,
        Evidence::Bare => 2,
    };
    if !(least..=5).contains(&own.len()) || !own.iter().all(is_possible) {
        return None;
    }
    let known = begins_as_name(own) || (evidence == Evidence::Labelled && is_latin(own));
    let fits = match evidence {
        Evidence::Labelled => known || (own.len() >= 2 && own.len() <= 4 && no_article_first(own)),
        Evidence::Bare => known,
    };
    fits.then(|| text.to_owned())
}

fn begins_as_name(own: &[Word]) -> bool {
    let Some(first) = own.first() else {
        return false;
    };
    GIVEN.contains(&first.key)
        || (own.len() >= 2 && matches!(first.key.as_str(), "ابو" | "ام" | "عبد" | "بن"))
        || first
            .key
            .strip_prefix("عبدال")
            .is_some_and(|rest| rest.chars().count() >= 2)
}

fn no_article_first(own: &[Word]) -> bool {
    own.first().is_some_and(|word| !word.key.starts_with("ال"))
}

fn is_latin(own: &[Word]) -> bool {
    own.len() >= 2
        && own.iter().all(|word| {
            word.key
                .chars()
                .all(|c| c.is_ascii_alphabetic() || c == '\'')
        })
}

fn is_possible(word: &Word) -> bool {
    let key = word.key.as_str();
    if PARTICLES.contains(&key) || GIVEN.contains(key) {
        return true;
    }
    let letters = key.chars().all(char::is_alphabetic);
    letters
        && !is_stop_word(key)
        && !key.starts_with('ي')
        && !key.ends_with("ون")
        && key.chars().count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_given_name_is_one_word() {
        for line in SOURCE.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(words(line).len(), 1, "{line}");
        }
    }

    #[test]
    fn names_are_names() {
        for text in [
            "عزيز جلال",
            "محمد محمود بشار",
            "د. ليلى حداد",
            "عبد الله بن سالم",
            "أبو بكر سعيد",
        ] {
            assert_eq!(name(text, Evidence::Bare).as_deref(), Some(text));
        }
        assert!(name("John Smith", Evidence::Labelled).is_some());
    }

    #[test]
    fn headlines_are_not_names() {
        for text in [
            "محمد صلاح يسجل هدفين",
            "أزمة المياه في العراق",
            "افتتاح الجسر بعد عامين",
            "لماذا الآن؟",
            "حسن الجوار: كتاب جديد",
        ] {
            assert_eq!(name(text, Evidence::Bare), None, "{text}");
        }
    }
}
