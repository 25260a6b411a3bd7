//! What single words say of a happening: what was done, and how much a word tells one happening from another.

use std::sync::LazyLock;

use tawarikh_arabic::{is_stop_word, stem, stem_of};

use crate::lookup::WordMap;
use crate::table::{forms, rows};

/// The most acts, rows of `data/acts.tsv`: a set of them fits into the bits of one number.
pub(crate) const ACTS: usize = 64;

/// How much two sentences that tell of the same act have in common, in bits; by the row of `data/acts.tsv`.
static WEIGHTS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let tenths = act_rows().map(|row| row[1].parse().unwrap_or(0.0));
    tenths.map(|tenths: f64| tenths / 10.0).collect()
});

/// What the tables say of a stem.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    acts: u64,
    is_common: bool,
    is_specified: bool,
    is_naming: bool,
    is_numbered: bool,
}

/// All tables, by stem.
static ENTRIES: LazyLock<WordMap<String, Entry>> = LazyLock::new(|| {
    let mut entries: WordMap<String, Entry> = WordMap::default();
    for (act, row) in act_rows().enumerate() {
        for form in forms(row[2]) {
            entries.entry(stem(&form)).or_default().acts |= 1 << act;
        }
    }
    let mut mark = |table: &'static str, mark: fn(&mut Entry)| {
        for form in rows(table).flat_map(|row| forms(row[0]).collect::<Vec<_>>()) {
            mark(entries.entry(stem(&form)).or_default());
        }
    };
    mark(include_str!("../data/common.tsv"), |entry| {
        entry.is_common = true;
    });
    mark(include_str!("../data/specific.tsv"), |entry| {
        entry.is_specified = true;
    });
    mark(include_str!("../data/naming.tsv"), |entry| {
        entry.is_naming = true;
    });
    mark(include_str!("../data/numbered.tsv"), |entry| {
        entry.is_numbered = true;
    });
    entries
});

fn act_rows() -> impl Iterator<Item = Vec<&'static str>> {
    rows(include_str!("../data/acts.tsv")).take(ACTS)
}

/// A word with what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'w> {
    /// Its stem.
    pub stem: &'w str,
    /// The acts that it says were done, as a set.
    pub acts: u64,
    /// Whether reports of all sorts have it.
    pub is_common: bool,
    /// Whether the word after it says which of many is meant: حي الكرادة، مستشفى القدس.
    pub is_specified: bool,
    /// Whether it and a place after it name a happening as known to all: تحرير الموصل، زلزال أغادير.
    pub is_naming: bool,
    /// Whether a number after it says which of many is meant: القرار 2254.
    pub is_numbered: bool,
}

/// What a folded word of a text tells; nothing for a word that only carries the sentence.
pub(crate) fn told(folded: &str) -> Option<Word<'_>> {
    if is_stop_word(folded) {
        return None;
    }
    let whole = stem_of(folded);
    let entry = ENTRIES.get(whole);
    let consequence = folded.strip_prefix('ف').filter(|_| entry.is_none());
    let rest = consequence
        .map(stem_of)
        .and_then(|rest| Some((*ENTRIES.get(rest)?, rest)))
        .filter(|(entry, _)| entry.acts != 0);
    let (entry, stem) = rest.unwrap_or((entry.copied().unwrap_or_default(), whole));
    Some(Word {
        acts: entry.acts,
        is_common: entry.is_common || stem.chars().count() < 2,
        is_specified: entry.is_specified,
        is_naming: entry.is_naming,
        is_numbered: entry.is_numbered,
        stem,
    })
}

/// The weight of the heaviest act in a set, in bits; 0 for the empty set.
pub(crate) fn weight(acts: u64) -> f64 {
    let in_set = WEIGHTS
        .iter()
        .enumerate()
        .filter(|(act, _)| acts >> act & 1 == 1);
    in_set.fold(0.0, |most, (_, weight)| f64::max(most, *weight))
}

/// Acts that speak of a happening after it: an inquiry, a demand, an anniversary.
pub(crate) fn is_afterwards(acts: u64) -> bool {
    acts != 0 && weight(acts) < 1.0
}

#[cfg(test)]
mod tests {
    use tawarikh_arabic::fold;

    use super::*;

    #[test]
    fn every_act_has_a_weight_and_words() {
        let rows: Vec<_> = rows(include_str!("../data/acts.tsv")).collect();
        assert!(rows.len() <= ACTS);
        for row in rows {
            assert_eq!(row.len(), 3, "{row:?}");
            assert!(
                row[1].parse::<f64>().is_ok_and(|tenths| tenths > 0.0),
                "{row:?}"
            );
            assert!(forms(row[2]).count() > 0, "{row:?}");
        }
    }

    #[test]
    fn words_of_one_act_meet_whatever_stands_before_them() {
        let act = |word| told(&fold(word)).map(|told| told.acts).unwrap_or_default();
        assert_ne!(act("مقتل") & act("فقتل"), 0);
        assert_ne!(act("وسيطرت") & act("استعادة"), 0);
        assert_eq!(act("انتخابات") & act("زلزال"), 0);
        assert_eq!(told(&fold("الذي")), None);
        assert!(told(&fold("القرار")).is_some_and(|told| told.is_numbered));
        assert!(told(&fold("الرحلة")).is_some_and(|told| told.is_numbered));
        assert!(told(&fold("ومستشفى")).is_some_and(|told| told.is_specified));
    }
}
