//! Light stemming: a folded word without conjunction, preposition, article and the commonest endings.
//!
//! It grew from light10 (Larkey, Ballesteros, Connell: Light stemming for Arabic information retrieval, 2007; first in
//! Larkey et al., SIGIR 2002): the same articles, the same plural endings and their order. Beyond light10 it takes off
//! ب and ل without an article, the alef of the accusative, a final hamza, the plural of past verbs and that of nouns
//! before what they belong to, and ت where a pronoun or plural hid a ة; and it leaves particles alone that belong to
//! their word (`وزير`, `بطولة`, `ألمانيا`), so that these agree with themselves under an article.

use std::sync::OnceLock;

use crate::table_rows;
use crate::word_list::WordList;

/// The light stem of a folded word: a part of the word, never empty unless the word is.
///
/// Words of other scripts are their own stems.
pub fn stem(folded: &str) -> String {
    stem_of(folded).to_owned()
}

/// Appends the light stem of a folded word.
pub(crate) fn push_stem(folded: &str, out: &mut String) {
    out.push_str(stem_of(folded));
}

/// The bytes of an Arabic letter. Lengths are counted in these: folded Arabic has no others.
const LETTER: usize = 2;

/// The [`stem`] as a part of the word.
pub fn stem_of(folded: &str) -> &str {
    if folded.starts_with(|c: char| c.is_ascii()) {
        return folded;
    }
    without_endings(without_particles(folded))
}

/// word = ["و"] (["ب" | "ك" | "ف"] "ال" | "لل" | "ب" | "ل" | ) rest
pub(crate) fn without_particles(folded: &str) -> &str {
    let word = match keep(folded.strip_prefix('و'), 3) {
        Some(rest) if !is_radical(folded) => rest,
        _ => folded,
    };
    if is_radical(word) {
        return word;
    }
    without_article(word)
        .or_else(|| keep(word.strip_prefix(['ب', 'ل']), 3))
        .unwrap_or(word)
}

/// What an article, alone or with a preposition, leaves; `None` where there is none.
fn without_article(word: &str) -> Option<&str> {
    if let Some(definite) = word
        .strip_prefix(['ب', 'ك', 'ف'])
        .filter(|rest| rest.starts_with("ال"))
    {
        return if is_radical(definite) {
            Some(definite)
        } else {
            keep(definite.strip_prefix("ال"), 2)
        };
    }
    keep(word.strip_prefix("لل"), 3).or_else(|| keep(word.strip_prefix("ال"), 2))
}

/// Pronouns and the letters that each leaves. ه may be a ة as well; its words are long enough to lose a plural too. كم and هن
/// end many words of their own (`محاكم`, `كاهن`).
const PRONOUNS: [(&str, usize); 7] = [
    ("هما", 3),
    ("ها", 2),
    ("هم", 3),
    ("كم", 4),
    ("هن", 4),
    ("نا", 3),
    ("ه", 4),
];
/// Final hamza, as a pronoun spells it too, plural of verbs, accusative, dual, plurals, feminine, nisba: each is tried once, in
/// this order, with the letters it leaves.
const ENDINGS: [(&str, usize); 13] = [
    ("اء", 3),
    ("اي", 3),
    ("او", 3),
    ("ء", 3),
    ("وا", 3),
    ("ا", 3),
    ("ان", 3),
    ("ات", 3),
    ("ون", 3),
    ("ين", 3),
    ("ه", 2),
    ("ت", 3),
    ("ي", 2),
];
/// Letters that the و of a verb's plural leaves before a pronoun (`قتلوه`).
const PLURAL_VERB: usize = 3;
/// Letters that the و of a noun's plural leaves before what it belongs to (`لاعبو المنتخب`).
const PLURAL_NOUN: usize = 4;

/// A word without its possessive or object pronoun.
pub(crate) fn without_pronoun(word: &str) -> &str {
    let rests = PRONOUNS
        .iter()
        .map(|&(pronoun, least)| keep(without_ending(word, pronoun), least));
    rests.flatten().next().unwrap_or(word)
}

/// A word without an ending that it has. Most have not, which the last byte tells.
fn without_ending<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    if word.as_bytes().last() != ending.as_bytes().last() {
        return None;
    }
    word.strip_suffix(ending)
}

fn without_endings(word: &str) -> &str {
    if !word.ends_with(is_last) {
        return word;
    }
    let mut bare = without_pronoun(word);
    if bare.len() < word.len() {
        bare = without_plural(bare, PLURAL_VERB);
    }
    let rest = ENDINGS.iter().fold(bare, |word, &(ending, least)| {
        keep(without_ending(word, ending), least)
            .filter(|_| !ends_with_radical(word))
            .unwrap_or(word)
    });
    without_plural(rest, PLURAL_NOUN)
}

/// A word without the و of a plural. One behind an alef is the word's own (`علاوة`, `كاكاو`).
fn without_plural(word: &str, least: usize) -> &str {
    keep(word.strip_suffix('و'), least)
        .filter(|rest| !rest.ends_with('ا'))
        .unwrap_or(word)
}

/// Whether a pronoun or ending ends with that letter.
fn is_last(letter: char) -> bool {
    matches!(letter, 'ا' | 'ه' | 'م' | 'ن' | 'ء' | 'ي' | 'و' | 'ت')
}

/// Whether the shape of a word says that what looks like its ending belongs to it: verbal nouns of the second form
/// (`تعيين`, `تصويت`), and those of the fourth and plurals of roots that end with ن (`إعلان`, `أركان`).
fn ends_with_radical(word: &str) -> bool {
    let mut letters = word.chars();
    let [first, _, _, fourth, last] = std::array::from_fn(|_| letters.next());
    let five = last.is_some() && letters.next().is_none();
    five && matches!(
        (first, fourth, last),
        (Some('ت'), Some('ي'), Some('ن' | 'ت')) | (Some('ا'), Some('ا'), Some('ن'))
    )
}

/// What is left, if it has at least `least` letters.
fn keep(rest: Option<&str>, least: usize) -> Option<&str> {
    rest.filter(|rest| rest.len() >= least * LETTER)
}

/// Whether the first letters of a word belong to it though they look like a particle: a listed word with or without endings.
fn is_radical(word: &str) -> bool {
    if !word.starts_with(['و', 'ب', 'ل']) && !word.starts_with("ال") {
        return false;
    }
    let radicals = radicals();
    let ends = (SHORTEST_RADICAL * LETTER..=word.len()).step_by(LETTER);
    ends.filter_map(|end| word.split_at_checked(end))
        .any(|(listed, rest)| radicals.has(listed) && is_endings(rest))
}

/// Whether `rest` is nothing but endings, a ت for a hidden ة among them.
fn is_endings(rest: &str) -> bool {
    const PARTS: [&str; 17] = [
        "ها", "هم", "كم", "هن", "نا", "ات", "ان", "ون", "ين", "اء", "وا", "وه", "ه", "ت", "ي", "ا",
        "ء",
    ];
    matches!(rest, "" | "و")
        || PARTS
            .iter()
            .any(|part| rest.strip_prefix(part).is_some_and(is_endings))
}

/// Letters that a listed word has at least.
const SHORTEST_RADICAL: usize = 2;

/// The words whose first letters belong to them. Each beginning of a word is asked for, and next to none is.
fn radicals() -> &'static WordList {
    static TABLE: OnceLock<WordList> = OnceLock::new();
    TABLE.get_or_init(|| WordList::of(table_rows!("../data/radical.tsv")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn the_last_letters_of_endings_are_known() {
        let endings = PRONOUNS.iter().chain(&ENDINGS);
        let lasts = endings.filter_map(|(ending, _)| ending.chars().next_back());
        let mut lasts: Vec<char> = lasts.collect();
        lasts.sort_unstable();
        lasts.dedup();
        let known: Vec<char> = ('ء'..='ي').filter(|&letter| is_last(letter)).collect();
        assert_eq!(known, lasts);
    }

    #[test]
    fn every_radical_word_is_folded_listed_once_and_keeps_its_first_letters() {
        let table = radicals().words();
        assert!(table.is_sorted_by(|a, b| a < b));
        for word in table {
            assert!(word.chars().count() >= SHORTEST_RADICAL, "{word}");
            assert_eq!(fold(word), *word);
            assert_eq!(without_particles(word), *word);
            assert!(
                word.starts_with(['و', 'ب', 'ل']) || word.starts_with("ال"),
                "{word}"
            );
        }
    }
}
