//! Words of a query that stand near each other in a document.
//!
//! Every two words of the query count once in a document, by the least distance between them: what the lesser of them
//! tells, divided by that distance. (Simpler than the sums of Büttcher, Clarke, Lushman: Term Proximity Scoring for Ad-Hoc
//! Retrieval on Very Large Text Collections, SIGIR 2006, and measured better here.)

use std::rc::Rc;

use crate::expand::Expansion;
use crate::reader::Reader;
use crate::standing::{Stand, standing};

/// Documents that are looked at, the best by their words alone.
pub(crate) const CANDIDATES: usize = 32;
/// Words beyond which two words do not stand near each other.
const FARTHEST: u32 = 8;

/// A word of a query with all that stands for it.
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    pub(crate) expansion: Rc<Expansion>,
    /// How telling it is.
    pub(crate) idf: f32,
}

/// What nearness adds to each of `docs`.
pub(crate) fn nearness(reader: &Reader, words: &[Sought], docs: &[u32]) -> Vec<f32> {
    let kin = words.iter().map(|word| word.expansion.kin.as_slice());
    let mut best = vec![0.0; words.len() * words.len()];
    let standing = standing(reader, kin, docs);
    let gains = standing.iter().map(|here| gain(here, words, &mut best));
    gains.collect()
}

/// What the places of words in one document add; `best` has a slot for every two words.
fn gain(standing: &[u64], words: &[Sought], best: &mut [f32]) -> f32 {
    best.fill(0.0);
    let mut others = standing.iter().map(|key| Stand::of(*key));
    while let Some(here) = others.next() {
        let others = others.clone();
        let distance = |other: &Stand| other.position - here.position;
        for other in others.take_while(|other| distance(other) <= FARTHEST) {
            let distance = distance(&other) as f32;
            let (first, second) = (here.word.min(other.word), here.word.max(other.word));
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

    fn check(places: &[(u32, u32)], expect: f32) {
        let words: Vec<Sought> = [4.0, 2.0, 1.0]
            .map(|idf| Sought {
                expansion: Rc::new(Expansion::known(Vec::new())),
                idf,
            })
            .to_vec();
        let keys = places.iter().map(|&(at, word)| Stand::key(at, word, 0));
        let standing: Vec<u64> = keys.collect();
        assert_eq!(gain(&standing, &words, &mut [0.0; 9]), expect, "{places:?}");
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
