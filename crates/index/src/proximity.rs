//! Words of a query that stand near each other in a document.
//!
//! Every two words of the query count once in a document, by the least distance between them: what the lesser of them
//! tells, divided by that distance. (Simpler than the sums of Büttcher, Clarke, Lushman: Term Proximity Scoring for Ad-Hoc
//! Retrieval on Very Large Text Collections, SIGIR 2006, and measured better here.)

use crate::expand::Kin;
use crate::phrase::occurrences;
use crate::reader::Reader;

/// Documents that are looked at, the best by their words alone.
pub(crate) const CANDIDATES: usize = 32;
/// Words beyond which two words do not stand near each other.
const FARTHEST: u64 = 8;

/// A word of a query with all that stands for it.
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    pub(crate) kin: Vec<Kin>,
    /// How telling it is.
    pub(crate) idf: f32,
}

/// What nearness adds to each of `docs`, which rise.
pub(crate) fn nearness(reader: &Reader, words: &[Sought], docs: &[u32]) -> Vec<f32> {
    let mut seen: Vec<Vec<u64>> = vec![Vec::new(); docs.len()];
    for (word, number) in words.iter().zip(0..) {
        for kin in &word.kin {
            look(reader, kin, docs, number, &mut seen);
        }
    }
    let mut best = vec![0.0; words.len() * words.len()];
    seen.iter_mut()
        .map(|seen| {
            seen.sort_unstable();
            gain(seen, words, &mut best)
        })
        .collect()
}

/// Adds where the forms of a family stand, as `position << 32 | number`.
fn look(reader: &Reader, kin: &Kin, docs: &[u32], number: u64, seen: &mut [Vec<u64>]) {
    let counts = |form: usize| kin.relations.get(form).is_some_and(Option::is_some);
    occurrences(reader, &kin.family, counts, |posting, _, position| {
        let place = docs.binary_search(&posting.doc).ok();
        if let Some(seen) = place.and_then(|place| seen.get_mut(place)) {
            seen.push(u64::from(position) << 32 | number);
        }
    });
}

/// What the places of words in one document add; `best` has a slot for every two words.
fn gain(seen: &[u64], words: &[Sought], best: &mut [f32]) -> f32 {
    best.fill(0.0);
    let (position, number) = (
        |key: u64| key >> 32,
        |key: u64| (key & 0xFFFF_FFFF) as usize,
    );
    for (index, &here) in seen.iter().enumerate() {
        let others = seen.iter().skip(index + 1);
        for &other in others.take_while(|&&other| position(other) - position(here) <= FARTHEST) {
            let distance = (position(other) - position(here)) as f32;
            let (first, second) = (
                number(here).min(number(other)),
                number(here).max(number(other)),
            );
            if first == second || distance == 0.0 {
                continue;
            }
            let idf = |number: usize| words.get(number).map_or(0.0, |word| word.idf);
            if let Some(slot) = best.get_mut(first * words.len() + second) {
                *slot = slot.max(idf(first).min(idf(second)) / distance);
            }
        }
    }
    best.iter().fold(0.0, |sum, gain| sum + gain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(places: &[(u64, u64)], expect: f32) {
        let words: Vec<Sought> = [4.0, 2.0, 1.0]
            .map(|idf| Sought {
                kin: Vec::new(),
                idf,
            })
            .to_vec();
        let seen: Vec<u64> = places.iter().map(|(at, word)| at << 32 | word).collect();
        assert_eq!(gain(&seen, &words, &mut [0.0; 9]), expect, "{places:?}");
    }

    #[test]
    fn two_words_count_once_by_their_least_distance() {
        check(&[(5, 0), (7, 1)], 1.0);
        check(&[(1, 1), (5, 0), (6, 1), (8, 1)], 2.0);
        check(&[(5, 0), (6, 1), (7, 2)], 2.0 + 1.0 + 0.5);
    }

    #[test]
    fn a_word_is_not_near_itself_or_what_is_far() {
        check(&[(5, 0), (6, 0)], 0.0);
        check(&[(5, 0), (5, 1)], 0.0);
        check(&[(5, 0), (14, 1)], 0.0);
        check(&[(5, 0), (13, 1)], 0.25);
    }
}
