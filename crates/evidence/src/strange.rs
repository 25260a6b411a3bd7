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
use crate::lookup::WordSet;
use crate::table::{keys, rows};

/// Tenths of a logarithm by the pair of letters: a row for each first one, a column for each second.
static SOUNDS: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let letters = 0..PLACES;
    let pairs = letters
        .clone()
        .flat_map(|first| letters.clone().map(move |second| [first, second]));
    let mut sounds: Vec<i32> = pairs
        .map(|pair| {
            if pair.contains(&HAMZA_PLACE) {
                HAMZA
            } else {
                NEW_LETTER
            }
        })
        .collect();
    for row in rows(include_str!("../data/sounds.tsv")) {
        let first = row[0].chars().next().map_or(0, place);
        for cell in row.get(1).iter().flat_map(|cells| cells.split(' ')) {
            let Some(second) = cell.chars().next() else {
                continue;
            };
            if let Ok(odds) = cell[second.len_utf8()..].parse() {
                sounds[first * PLACES + place(second)] = odds;
            }
        }
    }
    sounds
});

/// The places of ends, of ء to ي as Unicode orders them, and of any other letter.
const PLACES: usize = 45;
const HAMZA_PLACE: usize = 3;

fn place(letter: char) -> usize {
    match letter {
        '^' => 1,
        '$' => 2,
        'ء'..='ي' => HAMZA_PLACE + (letter as usize - 'ء' as usize),
        _ => 0,
    }
}

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
    // The sum is sooner had than the tables are asked, and most words fail it.
    !key.starts_with("ال") && score(key) >= least.least() + adjective && may_be_name(key)
}

/// Whether two folded words in a row sound like somebody's name from another language: one may sound weakly where the other
/// sounds strongly.
pub(crate) fn are_strange(first: &str, second: &str) -> bool {
    let scores = [first, second].map(score);
    scores.iter().all(|&score| score >= EACH)
        && scores.iter().sum::<i32>() >= BOTH
        && may_be_name(first)
        && may_be_name(second)
}

/// Whether a folded word is spelt in Arabic letters, and no word of the tables.
fn may_be_name(key: &str) -> bool {
    let is_spelt = key.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
    key.chars().count() > 2 && is_spelt && !is_known_word(key)
}

/// The sum of a folded word's pairs, in tenths of a logarithm.
fn score(key: &str) -> i32 {
    let sounds = &*SOUNDS;
    let mut before = place('^');
    let mut sum = 0;
    for letter in key.chars().chain(std::iter::once('$')) {
        let here = place(letter);
        sum += sounds[before * PLACES + here];
        before = here;
    }
    sum
}

/// Endings of the accusative, of pronouns and of the plural, the longer before those that they end in.
const ENDINGS: [&str; 8] = ["هما", "هم", "هن", "ها", "نا", "ات", "ه", "ا"];

/// Letters of the shortest word that an ending stands behind: the accusative of دستور, not the last letter of نيكيتا.
const STEM: usize = 5;

/// A word without its ending: دستورا, تأسيسها.
fn without_ending(key: &str) -> &str {
    let rests = ENDINGS.iter().find_map(|ending| key.strip_suffix(ending));
    rests
        .filter(|rest| rest.chars().count() >= STEM)
        .unwrap_or(key)
}

/// Whether a folded word has the shape of the verbal noun of the second form: تأسيس, whose hamza is an alef here, ترميز.
pub(crate) fn is_verbal_noun(key: &str) -> bool {
    let letters: Vec<char> = key.chars().collect();
    let is_root = |letter: char| !matches!(letter, 'ا' | 'و' | 'ي');
    matches!(letters[..], ['ت', one, two, 'ي', three] if (one == 'ا' || is_root(one)) && is_root(two) && is_root(three))
}

/// Whether a word is one of the language that a table knows, or its shape shows.
fn is_known_word(key: &str) -> bool {
    let grammar = part(key);
    let bare = without_ending(key);
    key.starts_with("ال")
        || is_stop_word(key)
        || grammar.verb
        || grammar.reports
        || grammar.needs_more
        || grammar.before_date
        || NO_NAME.contains(key)
        || LOANS.contains(key)
        || LOANS.contains(bare)
        || is_verbal_noun(bare)
        || HEADS.contains_key(key)
        || INTRODUCERS.contains_key(key)
        || noun(key).is_some()
}

#[cfg(test)]
mod tests {
    use super::{LOANS, Strangeness, is_strange};
    use crate::head::HEADS;
    use crate::institution::NO_NAME;
    use crate::introducer::INTRODUCERS;
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
        for word in [
            "متاخر",
            "وقتل",
            "ازدياد",
            "مستشفيات",
            "تكنولوجيا",
            "دستورا",
            "تاسيس",
            "تاهيلهن",
            "ترميزها",
        ] {
            assert!(!is_strange(word, Strangeness::Likely), "{word}");
        }
    }

    #[test]
    fn no_loan_is_in_another_table() {
        for word in LOANS.iter() {
            assert!(!NO_NAME.contains(word), "{word}");
            assert!(!HEADS.contains_key(word), "{word}");
            assert!(!INTRODUCERS.contains_key(word), "{word}");
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
