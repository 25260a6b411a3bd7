//! Persons who are named by one word once their whole name has been told: "الجنرال ديفيد بترايوس… وأضاف بترايوس".

use std::collections::BTreeSet;
use std::ops::Range;

use tawarikh_arabic::is_stop_word;

use crate::clause::part;
use crate::counted::noun;
use crate::fate::{is_fate_verb, is_fate_word};
use crate::head::HEADS;
use crate::institution::NO_NAME;
use crate::introducer::INTRODUCERS;
use crate::person::{Part, is_title, part_of_name};
use crate::settling::{POSITION, adjective_of};
use crate::strange::{Strangeness, is_strange};
use crate::word::Word;

/// What one word of a name says of where it may stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alone {
    /// It can hardly be a word: wherever it is met.
    Anywhere,
    /// It has the form of an adjective: where no noun with the article stands before it.
    NoAdjective,
    /// It may be a word: behind a verb of saying or a title.
    Announced,
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

/// The bytes in `text` of single words that name a person whose name of several words is among `people`, in order; `people` are the
/// bytes of those names, `taken` of all names, both in order.
pub(crate) fn later(
    text: &str,
    words: &[Word],
    people: &[Range<usize>],
    taken: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut told: BTreeSet<(String, usize)> = BTreeSet::new();
    for person in people {
        let first = words.partition_point(|word| word.span.end <= person.start);
        let behind = words.partition_point(|word| word.span.start < person.end);
        // With its particle the first word is another.
        let is_whole = words
            .get(first)
            .is_some_and(|word| word.span.start == person.start);
        if behind > first + 1 {
            told.insert((words[behind - 1].key.clone(), person.end));
            let key = &words[first].key;
            let is_given = matches!(part_of_name(key), None | Some(Part::Given));
            if is_whole && is_given && !key.starts_with("ال") {
                told.insert((key.clone(), person.end));
            }
        }
    }
    if told.is_empty() {
        return Vec::new();
    }
    let is_taken = |span: &Range<usize>| {
        let at = taken.partition_point(|name| name.end <= span.start);
        taken.get(at).is_some_and(|name| name.start < span.end)
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let named = word.readings().find(|(key, start)| {
            let is_told = told
                .range(((*key).to_owned(), 0)..)
                .next()
                .is_some_and(|(name, end)| name == key && end <= start);
            is_told && may_stand(text, words, at, key)
        });
        let span = named.map(|(_, start)| start..word.span.end);
        found.extend(span.filter(|span| !is_taken(span)));
    }
    found
}

/// Whether a word that ends or begins a person's name names the person at `at`.
fn may_stand(text: &str, words: &[Word], at: usize, key: &str) -> bool {
    let Some(alone) = alone(key) else {
        return false;
    };
    let before = at.checked_sub(1).map(|before| &words[before]);
    let joined = words[at].continues;
    let follows_definite = joined && before.is_some_and(|word| word.key.starts_with("ال"));
    let is_titled = joined && before.is_some_and(|word| word.is_one(is_title));
    let says = |key: &str| {
        part(key).reports || part(key).verb || is_fate_verb(key) || BEFORE_SUBJECT.contains(&key)
    };
    let is_said = joined && before.is_some_and(|word| word.is_one(says));
    let written = &text[words[at].span.clone()];
    !written.ends_with('ى')
        && match alone {
            Alone::Anywhere => true,
            Alone::NoAdjective => !follows_definite || is_titled,
            Alone::Announced => is_titled || is_said,
        }
}

/// Where a word may stand alone for a person; nothing for a word that is something else as a rule.
fn alone(key: &str) -> Option<Alone> {
    let stem = key.strip_prefix("ال");
    let bare = stem.unwrap_or(key);
    let is_other = key.chars().count() < 3
        || !key.chars().all(char::is_alphabetic)
        || is_stop_word(key)
        || part(key).verb
        || part(key).reports
        || NO_NAME.contains(key)
        || POSITION.contains(key)
        || HEADS.contains_key(bare)
        || INTRODUCERS.contains_key(bare)
        || noun(bare).is_some()
        || is_fate_verb(key)
        || is_fate_word(key)
        || adjective_of(key).is_some()
        || matches!(bare, "دين" | "له" | "لله" | "الله")
        || matches!(part_of_name(key), Some(part) if part != Part::Given);
    if is_other {
        return None;
    }
    if part_of_name(key) == Some(Part::Given) {
        let is_rare = is_strange(key, Strangeness::Likely);
        return Some(if is_rare {
            Alone::Anywhere
        } else {
            Alone::Announced
        });
    }
    Some(match stem {
        Some(stem) if stem.ends_with('ي') => Alone::NoAdjective,
        Some(stem) if part_of_name(stem).is_some() => Alone::Announced,
        Some(_) => Alone::NoAdjective,
        None if is_strange(key, Strangeness::Likely) || key.chars().count() > 4 => Alone::Anywhere,
        None => Alone::Announced,
    })
}
