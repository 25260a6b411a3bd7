//! What single words say of a happening: what was done, and how much a word tells one happening from another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use tawarikh_arabic::{fold, is_stop_word, stem};

use crate::table::{forms, rows};

/// The most acts, rows of `data/acts.tsv`: a set of them fits into the bits of one number.
pub(crate) const ACTS: usize = 64;

/// How much two sentences that tell of the same act have in common, in bits; by the row of `data/acts.tsv`.
static WEIGHTS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let tenths = act_rows().map(|row| row[1].parse().unwrap_or(0.0));
    tenths.map(|tenths: f64| tenths / 10.0).collect()
});

/// The acts of each stem.
static OF_STEM: LazyLock<BTreeMap<String, u64>> = LazyLock::new(|| {
    let mut acts: BTreeMap<String, u64> = BTreeMap::new();
    for (act, row) in act_rows().enumerate() {
        for form in forms(row[2]) {
            *acts.entry(stem(&form)).or_default() |= 1 << act;
        }
    }
    acts
});

static COMMON: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words =
        rows(include_str!("../data/common.tsv")).flat_map(|row| forms(row[0]).collect::<Vec<_>>());
    words.map(|word| stem(&word)).collect()
});

static SPECIFIC: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words = rows(include_str!("../data/specific.tsv"))
        .flat_map(|row| forms(row[0]).collect::<Vec<_>>());
    words.map(|word| stem(&word)).collect()
});

static NAMING: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words = rows(include_str!("../data/naming.tsv"));
    let words = words.flat_map(|row| forms(row[0]).collect::<Vec<_>>());
    words.map(|word| stem(&word)).collect()
});

fn act_rows() -> impl Iterator<Item = Vec<&'static str>> {
    rows(include_str!("../data/acts.tsv")).take(ACTS)
}

/// A word with what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// Its stem.
    pub stem: String,
    /// The acts that it says were done, as a set.
    pub acts: u64,
    /// Whether reports of all sorts have it.
    pub is_common: bool,
}

/// What a word of a text tells; nothing for a word that only carries the sentence.
pub(crate) fn told(word: &str) -> Option<Told> {
    let folded = fold(word);
    if is_stop_word(&folded) {
        return None;
    }
    let whole = stem(&folded);
    let consequence = folded
        .strip_prefix('ف')
        .map(stem)
        .filter(|rest| !OF_STEM.contains_key(&whole) && OF_STEM.contains_key(rest));
    let stem = consequence.unwrap_or(whole);
    Some(Told {
        acts: OF_STEM.get(&stem).copied().unwrap_or_default(),
        is_common: COMMON.contains(&stem) || stem.chars().count() < 2,
        stem,
    })
}

/// Whether the word after this one says which of many is meant: حي الكرادة، مستشفى القدس.
pub(crate) fn is_specified(stem: &str) -> bool {
    SPECIFIC.contains(stem)
}

/// Whether a number after this word says which of many is meant: القرار 2254.
pub(crate) fn is_numbered(stem: &str) -> bool {
    matches!(stem, "قرار" | "قانون" | "مرسوم" | "رحل")
}

/// Whether this word and a place after it name a happening as known to all: تحرير الموصل، زلزال أغادير.
pub(crate) fn names_happening(stem: &str) -> bool {
    NAMING.contains(stem)
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
        let act = |word| told(word).map(|told| told.acts).unwrap_or_default();
        assert_ne!(act("مقتل") & act("فقتل"), 0);
        assert_ne!(act("وسيطرت") & act("استعادة"), 0);
        assert_eq!(act("انتخابات") & act("زلزال"), 0);
        assert_eq!(told("الذي"), None);
        assert!(told("القرار").is_some_and(|told| is_numbered(&told.stem)));
        assert!(told("الرحلة").is_some_and(|told| is_numbered(&told.stem)));
    }
}
