//! How much a word sounds like a name brought in from another language, from `data/sounds.tsv`.
//!
//! A naive Bayes model over pairs of letters: the sum of the logarithms of
//! how much more often each pair is met in such names than in Arabic words. It is never enough alone; it decides where
//! the words around already speak for a name.

use std::sync::LazyLock;

use tawarikh_arabic::is_stop_word;

use crate::clause::part;
use crate::counted::noun;
use crate::head::HEADS;
use crate::institution::NO_NAME;
use crate::introducer::INTRODUCERS;
use crate::lookup::{WordMap, WordSet};
use crate::table::{keys, rows};

/// Tenths of a logarithm by the pair of letters.
static SOUNDS: LazyLock<WordMap<(u32, u32), i32>> = LazyLock::new(|| {
    rows(include_str!("../data/sounds.tsv"))
        .filter_map(|row| Some((row[0].chars().next()?, *row.get(1)?)))
        .flat_map(|(first, cells)| {
            cells.split(' ').filter_map(move |cell| {
                let second = cell.chars().next()?;
                let odds = cell[second.len_utf8()..].parse().ok()?;
                Some(((u32::from(first), u32::from(second)), odds))
            })
        })
        .collect()
});

/// Words from other languages that are no names, from `data/loans.tsv`.
static LOANS: LazyLock<WordSet<&str>> = LazyLock::new(|| keys(include_str!("../data/loans.tsv")));

/// What a pair counts with a letter that Arabic lacks (گ, ڤ, پ), in tenths; and with the hamza on the line, which names from other
/// languages have no use for.
const NEW_LETTER: i32 = 15;
const HAMZA: i32 = -15;

/// What a word has to have more for ending in ي, as the adjectives of Arabic do; but not in تشي or سكي, nor of this many letters.
const ADJECTIVE: i32 = 12;
const LONG: usize = 8;

/// What two words have to come to that are a name only together, in tenths, and the least of each.
const BOTH: i32 = 22;
const EACH: i32 = -4;

/// How sure a word has to sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strangeness {
    /// Rather a name than not: one in fifteen Arabic words does. For where a name has to stand.
    Likely,
    /// Hardly an Arabic word: one in fifty. For where a name may stand.
    Sure,
}

impl Strangeness {
    fn least(self) -> i32 {
        match self {
            Self::Likely => 10,
            Self::Sure => 26,
        }
    }
}

/// Whether a folded word sounds like a name from another language, and is no word of the tables.
pub(crate) fn is_strange(key: &str, least: Strangeness) -> bool {
    let is_long = key.chars().count() >= LONG;
    let is_family = || is_long || ["تشي", "سكي"].iter().any(|ending| key.ends_with(ending));
    let adjective = if key.ends_with('ي') && !is_family() {
        ADJECTIVE
    } else {
        0
    };
    may_be_name(key) && score(key) >= least.least() + adjective
}

/// Whether two folded words in a row sound like somebody's name from another language: one may sound weakly where the other
/// sounds strongly.
pub(crate) fn are_strange(first: &str, second: &str) -> bool {
    let scores = || [first, second].map(score);
    may_be_name(first)
        && may_be_name(second)
        && scores().iter().all(|&score| score >= EACH)
        && scores().iter().sum::<i32>() >= BOTH
}

/// Whether a folded word is spelt in Arabic letters, and no word of the tables.
fn may_be_name(key: &str) -> bool {
    let is_spelt = key.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
    key.chars().count() > 2 && is_spelt && !is_known_word(key)
}

/// The sum of a folded word's pairs, in tenths of a logarithm.
fn score(key: &str) -> i32 {
    let ends = || std::iter::once('^').chain(key.chars());
    let next = key.chars().chain(std::iter::once('$'));
    let pairs = ends().zip(next);
    pairs
        .map(|(first, second)| {
            let pair = (u32::from(first), u32::from(second));
            let unlisted = if first == 'ء' || second == 'ء' {
                HAMZA
            } else {
                NEW_LETTER
            };
            SOUNDS.get(&pair).copied().unwrap_or(unlisted)
        })
        .sum()
}

/// Whether a word is one of the language that a table knows.
fn is_known_word(key: &str) -> bool {
    let grammar = part(key);
    key.starts_with("ال")
        || is_stop_word(key)
        || grammar.verb
        || grammar.reports
        || grammar.needs_more
        || grammar.before_date
        || NO_NAME.contains(key)
        || LOANS.contains(key)
        || HEADS.contains_key(key)
        || INTRODUCERS.contains_key(key)
        || noun(key).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Strangeness, is_strange};
    use crate::table::rows;

    #[test]
    fn transliterated_names_sound_strange_and_words_do_not() {
        for name in [
            "ديرغاتشي",
            "كوزاغاتشلي",
            "تشيرنوبيل",
            "غوتيريش",
            "بيرلوسكوني",
        ] {
            assert!(is_strange(name, Strangeness::Sure), "{name}");
        }
        for word in ["متاخر", "وقتل", "ازدياد", "مستشفيات", "تكنولوجيا"]
        {
            assert!(!is_strange(word, Strangeness::Likely), "{word}");
        }
    }

    #[test]
    fn every_pair_of_letters_has_its_odds() {
        let mut cells =
            rows(include_str!("../data/sounds.tsv")).map(|row| row[1].split(' ').count());
        assert!(cells.all(|cells| cells == 29));
        assert_eq!(rows(include_str!("../data/sounds.tsv")).count(), 29);
    }
}
