//! Where the words of a query stand in some documents, told by positions: no text is read.

use crate::expand::Kin;
use crate::phrase::occurrences;
use crate::reader::Reader;

/// A word of a query at a place of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stand {
    /// The position in the document.
    pub(crate) position: u32,
    /// The number of the word.
    pub(crate) word: usize,
    /// The number of the form's [`Relation`](crate::Relation) to the word.
    pub(crate) relation: usize,
}

/// Bits of the number of a relation.
const RELATION_BITS: u32 = 8;

impl Stand {
    /// As a number that sorts by the place, then by the word: numbers are what a query sorts.
    pub(crate) fn key(position: u32, word: u32, relation: u8) -> u64 {
        u64::from(position) << 32 | u64::from(word) << RELATION_BITS | u64::from(relation)
    }

    /// What a number stands for.
    pub(crate) fn of(key: u64) -> Stand {
        Stand {
            position: (key >> 32) as u32,
            word: (key as u32 >> RELATION_BITS) as usize,
            relation: usize::from(key as u8),
        }
    }
}

/// Where words, each given by its kin, stand in each of `docs`: the numbers of [`Stand`]s, in order.
pub(crate) fn standing<'k>(
    reader: &Reader,
    words: impl Iterator<Item = &'k [Kin]>,
    docs: &[u32],
) -> Vec<Vec<u64>> {
    let keys = docs.iter().zip(0u64..);
    let mut rising: Vec<u64> = keys.map(|(&doc, at)| u64::from(doc) << 32 | at).collect();
    rising.sort_unstable();
    let mut found: Vec<Vec<u64>> = docs.iter().map(|_| Vec::new()).collect();
    for (kin, word) in words.zip(0..) {
        kin.iter()
            .for_each(|kin| look(reader, kin, word, &rising, &mut found));
    }
    found.iter_mut().for_each(|found| found.sort_unstable());
    found
}

/// Adds where the forms of a family stand. `rising` has the documents, each with its place in `found`.
fn look(reader: &Reader, kin: &Kin, word: u32, rising: &[u64], found: &mut [Vec<u64>]) {
    // Postings of a form rise as the documents do.
    let (mut at, mut next) = (0, 0);
    let place = |form: usize, doc: u32| {
        if form != at {
            (at, next) = (form, 0);
        }
        let relation = (*kin.relations.get(form)?)?;
        while (rising.get(next)? >> 32) < u64::from(doc) {
            next += 1;
        }
        let key = rising
            .get(next)
            .filter(|&&key| key >> 32 == u64::from(doc))?;
        Some((*key as u32 as usize, relation as u8))
    };
    occurrences(
        reader,
        &kin.family,
        place,
        |&(place, relation), _, _, position| {
            if let Some(found) = found.get_mut(place) {
                found.push(Stand::key(position, word, relation));
            }
        },
    );
}
