//! Slips of the hand and of the ear: how far a typed word is from one that may be meant, and what it may be meant for.

use std::ops::Range;

use tawarikh_arabic::clitic::split_prefixes;
use tawarikh_arabic::stem_of;

use crate::dictionary::Family;
use crate::reader::Reader;

/// Letters that a word has at most of which every slip is tried; a longer one shares runs of letters with what it is meant for.
const SHORT: usize = 7;
/// Letters that a word, or a longer one without its article, has at most of which the likely slips are tried.
const MEDIUM: usize = 9;
/// Letters that a word has at least of which every slip is tried: a shorter one is another word with any letter changed.
const SHORTEST: usize = 4;
/// Letters that a word may have to be compared.
const LONGEST: usize = 32;
/// Letters up to which a word with more than one slip is another word.
const ONE_SLIP: usize = 5;
/// Letters up to which a word with more than a slip and a confused letter or long vowel is another word.
const ONE_AND_A_HALF: usize = 8;
/// What one different letter costs; letters that are confused cost half.
const LETTER: u32 = 2;

/// Letters that writers exchange, by sound or by their dots; folding has made others one already.
const CONFUSED: [(char, char); 14] = [
    ('ض', 'ظ'),
    ('ت', 'ط'),
    ('س', 'ص'),
    ('ذ', 'ز'),
    ('ذ', 'د'),
    ('ث', 'س'),
    ('ث', 'ت'),
    ('ق', 'ك'),
    ('ق', 'غ'),
    ('ح', 'ه'),
    ('ج', 'ح'),
    ('ح', 'خ'),
    ('ع', 'غ'),
    ('ر', 'ز'),
];
/// The first of Arabic's letters, from which the others are counted.
const FIRST: u32 = 'ء' as u32;
/// For each letter up to ي those that it is confused with, as bits.
const CONFUSIONS: [u64; ('ي' as u32 - FIRST + 1) as usize] = {
    let mut table = [0; ('ي' as u32 - FIRST + 1) as usize];
    let mut at = 0;
    while at < CONFUSED.len() {
        let (one, other) = (CONFUSED[at].0 as u32 - FIRST, CONFUSED[at].1 as u32 - FIRST);
        table[one as usize] |= 1 << other;
        table[other as usize] |= 1 << one;
        at += 1;
    }
    table
};
/// The letters of folded words.
const ALPHABET: [char; 29] = [
    'ء', 'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع',
    'غ', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي',
];

impl Reader {
    /// Families of words that a folded word is one slip away from, each once. Where each look-up may fetch a fragment, only
    /// confused and exchanged letters are tried.
    pub(crate) fn one_slip_away(&self, folded: &str) -> Vec<Family> {
        let mut families: Vec<Family> = Vec::new();
        each_slip(folded, !self.is_in_fragments(), |word| {
            // Of hundreds of slips a few are words.
            let found = self.dictionary().find(stem_of(word));
            let is_new = |found: &Family| families.iter().all(|known| known.number != found.number);
            families.extend(found.filter(is_new));
        });
        families
    }
}

/// Hands on what a short folded word becomes by one slip: a confused letter or two neighbours exchanged, and if `any`, any
/// letter put in the place of another, left out or put in.
fn each_slip(word: &str, any: bool, mut each: impl FnMut(&str)) {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() > MEDIUM {
        letters = bare(word).chars().collect();
    }
    if letters.len() > MEDIUM {
        return;
    }
    let any = any && (SHORTEST..=SHORT).contains(&letters.len());
    let mut slip = String::with_capacity(word.len() + 2);
    let mut put = |range: Range<usize>, others: &[char]| {
        let (before, after) = (&letters[..range.start], &letters[range.end..]);
        slip.clear();
        slip.extend(before.iter().chain(others).chain(after));
        each(&slip);
    };
    for (at, &letter) in letters.iter().enumerate() {
        if at > 0 {
            put(at - 1..at + 1, &[letter, letters[at - 1]]);
        }
        if any {
            put(at..at + 1, &[]);
        }
        for other in ALPHABET {
            if any {
                put(at..at, &[other]);
            }
            if other != letter && (any || are_confused(letter, other)) {
                put(at..at + 1, &[other]);
            }
        }
    }
    if any {
        let end = letters.len();
        ALPHABET.iter().for_each(|&other| put(end..end, &[other]));
    }
}

/// Whether two different letters are exchanged by writers.
fn are_confused(one: char, other: char) -> bool {
    let place = |letter: char| (letter as u32).wrapping_sub(FIRST);
    let others = CONFUSIONS.get(place(one) as usize).copied();
    let bit = 1u64.checked_shl(place(other)).unwrap_or_default();
    others.unwrap_or_default() & bit != 0
}

/// A folded word without the article and what is before it.
fn bare(word: &str) -> &str {
    // Hundreds of words are compared, and most begin with no particle.
    if !word.starts_with(['ا', 'ل', 'و', 'ف', 'ب', 'ك']) {
        return word;
    }
    let has_article = |at: usize| {
        let before = word.get(..at).unwrap_or_default();
        before.ends_with("ال") || before.ends_with("لل")
    };
    let splits = split_prefixes(word).into_iter().rev();
    let mut articles = splits.filter(|(at, _)| has_article(*at));
    articles.next().map_or(word, |(_, rest)| rest)
}

/// How far apart two folded words are without their articles, if one can be a slip for the other: half steps of a
/// Damerau-Levenshtein distance (Damerau 1964, of neighbouring letters only) in which confused letters and long vowels cost
/// half.
#[must_use]
pub fn slip(typed: &str, meant: &str) -> Option<u32> {
    let (a, b) = (Letters::of(bare(typed))?, Letters::of(bare(meant))?);
    let (a, b) = (a.get(), b.get());
    if a.len().abs_diff(b.len()) > 2 {
        return None;
    }
    // Two other letters make another word of one that is not long.
    let most = if a.len() <= ONE_SLIP {
        LETTER
    } else if a.len() <= ONE_AND_A_HALF {
        LETTER + LETTER / 2
    } else {
        2 * LETTER
    };
    let distance = distance(a, b);
    (distance <= most).then_some(distance)
}

/// Whether two folded words differ by one letter at most, or by two neighbours exchanged.
pub(crate) fn is_one_letter_off(typed: &str, meant: &str) -> bool {
    slip(typed, meant).is_some_and(|distance| distance <= LETTER)
}

/// The letters of a word that is not too long: in place, as hundreds of words are compared.
struct Letters {
    letters: [char; LONGEST],
    length: usize,
}

impl Letters {
    fn of(word: &str) -> Option<Letters> {
        let mut all = Letters {
            letters: ['\0'; LONGEST],
            length: 0,
        };
        for letter in word.chars() {
            *all.letters.get_mut(all.length)? = letter;
            all.length += 1;
        }
        Some(all)
    }

    fn get(&self) -> &[char] {
        self.letters.get(..self.length).unwrap_or_default()
    }
}

/// What it costs to make each beginning of `b` of a beginning of `a`.
type Row = [u32; LONGEST + 1];

fn distance(a: &[char], b: &[char]) -> u32 {
    let mut before: Row = [0; LONGEST + 1];
    let mut last: Row = [0; LONGEST + 1];
    for (j, &letter) in b.iter().enumerate() {
        last[j + 1] = last[j] + left_out(letter);
    }
    for (i, &typed) in a.iter().enumerate() {
        let mut row: Row = [0; LONGEST + 1];
        row[0] = last[0] + left_out(typed);
        for (j, &meant) in b.iter().enumerate() {
            let mut best = last[j] + exchanged(typed, meant);
            best = best.min(last[j + 1] + left_out(typed));
            best = best.min(row[j] + left_out(meant));
            if i > 0 && j > 0 && typed == b[j - 1] && a[i - 1] == meant {
                best = best.min(before[j - 1] + LETTER);
            }
            row[j + 1] = best;
        }
        (before, last) = (last, row);
    }
    last.get(b.len()).copied().unwrap_or_default()
}

/// Long vowels are left out or put in more easily than other letters.
fn left_out(letter: char) -> u32 {
    if matches!(letter, 'ا' | 'و' | 'ي') {
        LETTER / 2
    } else {
        LETTER
    }
}

fn exchanged(a: char, b: char) -> u32 {
    if a == b {
        0
    } else if are_confused(a, b) {
        LETTER / 2
    } else {
        LETTER
    }
}

#[cfg(test)]
mod tests {
    use super::{each_slip, slip};

    #[test]
    fn slips_of_the_hand_and_of_the_ear() {
        assert_eq!(slip("مدرسه", "مدرسه"), Some(0));
        assert_eq!(slip("ضلام", "ظلام"), Some(1));
        assert_eq!(slip("مستشفي", "مستفشي"), Some(2));
        assert_eq!(slip("سياره", "سيره"), Some(1));
        assert_eq!(slip("قلم", "علم"), Some(2));
        assert_eq!(slip("قلم", "خيمه"), None);
        assert_eq!(slip("", ""), Some(0));
    }

    #[test]
    fn every_slip_of_a_short_word_is_tried_and_of_a_shorter_one_only_the_likely() {
        let tries = |word: &str, any, meant: &str| {
            let mut is_tried = false;
            each_slip(word, any, |slip| is_tried |= slip == meant);
            is_tried
        };
        for typed in ["معلكه", "معكه", "عركه", "معركهه", "معررركه", "عمركه"]
        {
            let is_one = typed != "معررركه";
            assert_eq!(tries(typed, true, "معركه"), is_one, "{typed}");
        }
        assert!(tries("عمركه", false, "معركه"));
        assert!(tries("معرقه", false, "معركه"));
        assert!(!tries("معلكه", false, "معركه"));
        assert!(tries("هلب", true, "حلب"));
        assert!(!tries("قلب", true, "حلب"));
        each_slip("استثماراتهم", true, |slip| panic!("{slip}"));
    }
}
