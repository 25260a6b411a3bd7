//! Persons who are named by one word once their whole name has been told: "الجنرال ديفيد بترايوس… وأضاف بترايوس".

use std::ops::Range;

use tawarikh_arabic::is_stop_word;
use tawarikh_arabic::numeral::begins;

use crate::clause::part;
use crate::counted::noun;
use crate::fate::{is_fate_verb, is_fate_word};
use crate::head::HEADS;
use crate::institution::NO_NAME;
use crate::introducer::INTRODUCERS;
use crate::person::{Part, is_title, part_of_name};
use crate::settling::{POSITION, adjective_of};
use crate::spans::cross;
use crate::strange::{Strangeness, is_strange};
use crate::word::{Word, words_of};

/// A word of a name that has been told, by which the person may be named again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Told<'w> {
    key: &'w str,
    /// Where the name that has it ends.
    end: usize,
    alone: Alone,
}

/// What one word of a name says of where it may stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Alone {
    /// It can hardly be a word: wherever it is met.
    Anywhere,
    /// It has the form of an adjective: where no noun with the article stands before it.
    NoAdjective,
    /// It may be a word: behind a verb of saying or a title.
    Announced,
}

/// Which word of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

/// Words before somebody's name that are no verbs of saying: يكون, أنصار.
const BEFORE_SUBJECT: [&str; 14] = [
    "كان",
    "يكون",
    "سيكون",
    "اصبح",
    "بات",
    "ظل",
    "ان",
    "لكن",
    "انصار",
    "نظام",
    "حكومه",
    "بقياده",
    "برياسه",
    "بزعامه",
];

/// The bytes in `text` of single words that name a person whose name of several words is among `people`; `people` are the bytes of
/// those names, `taken` of all names, all in order.
pub(crate) fn later(
    text: &str,
    words: &[Word],
    people: &[Range<usize>],
    taken: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut told: Vec<Told> = people
        .iter()
        .flat_map(|person| told_by(words, person))
        .collect();
    told.sort_unstable();
    let again = |at: usize| {
        let (_, start) = words[at].readings().find(|&(key, start)| {
            with_key(&told, key).any(|word| word.end <= start && may_stand(words, at, word.alone))
        })?;
        let span = start..words[at].span.end;
        let is_preposition = text[span.clone()].ends_with('ى');
        Some(span).filter(|span| !is_preposition && !cross(taken, span))
    };
    // Most texts name nobody whom they could name again.
    let range = if told.is_empty() { 0 } else { words.len() };
    (0..range).filter_map(again).collect()
}

/// The words of a name of several by which the person may be named again: the last, and the first where it is a given name.
fn told_by<'w>(words: &'w [Word], person: &Range<usize>) -> impl Iterator<Item = Told<'w>> {
    let is_whole = |word: &Word| word.span.start == person.start;
    let is_first = |word: &&Word| {
        // With its particle it is another word.
        is_whole(word)
            && matches!(part_of_name(&word.key), None | Some(Part::Given))
            && !word.key.starts_with("ال")
    };
    let several = words
        .get(words_of(words, person))
        .filter(|words| words.len() > 1)
        .unwrap_or_default();
    let ends = [
        (several.last(), Side::Last),
        (several.first().filter(is_first), Side::First),
    ];
    let end = person.end;
    ends.into_iter().filter_map(move |(word, side)| {
        let key = word?.key.as_str();
        alone(key, side).map(|alone| Told { key, end, alone })
    })
}

/// Those of a sorted list that have a key.
fn with_key<'t, 'w>(told: &'t [Told<'w>], key: &str) -> impl Iterator<Item = &'t Told<'w>> {
    let first = told.partition_point(|word| word.key < key);
    told[first..].iter().take_while(move |word| word.key == key)
}

/// Whether a word of a person's name names the person at `at`.
fn may_stand(words: &[Word], at: usize, alone: Alone) -> bool {
    let before = at
        .checked_sub(1)
        .map(|before| &words[before])
        .filter(|_| words[at].continues);
    let is_titled = || before.is_some_and(|word| word.is_one(is_title));
    match alone {
        Alone::Anywhere => true,
        Alone::NoAdjective => before.is_none_or(|word| !word.key.starts_with("ال")) || is_titled(),
        Alone::Announced => is_titled() || before.is_some_and(|word| word.is_one(says)),
    }
}

/// Whether a word is one behind which the subject stands.
fn says(key: &str) -> bool {
    part(key).reports || part(key).verb || is_fate_verb(key) || BEFORE_SUBJECT.contains(&key)
}

/// Where a word of a name may stand alone for a person; nothing for a word that is something else as a rule.
fn alone(key: &str, side: Side) -> Option<Alone> {
    if is_other(key) {
        return None;
    }
    let stem = key.strip_prefix("ال");
    let is_long = stem.unwrap_or(key).chars().count() > 3;
    let is_clear = || is_strange(key, Strangeness::Likely);
    Some(match (stem, part_of_name(key)) {
        (Some(stem), None) if stem.ends_with('ي') => Alone::NoAdjective,
        _ if side == Side::Last && is_long => Alone::Anywhere,
        (_, Some(_)) if is_clear() => Alone::Anywhere,
        (_, Some(_)) => Alone::Announced,
        (Some(stem), None) if part_of_name(stem).is_some() => Alone::Announced,
        (Some(_), None) => Alone::NoAdjective,
        (None, None) if key.chars().count() > 4 || is_clear() => Alone::Anywhere,
        (None, None) => Alone::Announced,
    })
}

/// Whether a word is something else than a name as a rule.
fn is_other(key: &str) -> bool {
    let bare = key.strip_prefix("ال").unwrap_or(key);
    let grammar = part(key);
    key.chars().count() < 3
        || !key.chars().all(char::is_alphabetic)
        || matches!(part_of_name(key), Some(part) if part != Part::Given)
        // الدين and الله end names and are none.
        || matches!(bare, "دين" | "له" | "لله" | "الله")
        || grammar.verb
        || grammar.reports
        || grammar.needs_more
        || is_stop_word(key)
        || NO_NAME.contains(key)
        || POSITION.contains(key)
        || HEADS.contains_key(bare)
        || INTRODUCERS.contains_key(bare)
        || noun(bare).is_some()
        || is_fate_verb(key)
        || is_fate_word(key)
        || adjective_of(key).is_some()
        || begins(key)
}
