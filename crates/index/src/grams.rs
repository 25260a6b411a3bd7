//! Runs of three letters in stems, to find stems that are written nearly alike.
//!
//! ```text
//! number of runs; per run, sorted:
//!   first letter, less that of the run before · second · third · number of families · bytes of their list
//! the lists: families as gaps, less one
//! ```
//!
//! A stem counts as standing between two edges, so `قلم` has the runs `|قل`, `قلم`, `لم|`. Stems with digits have none: a
//! neighbouring number is another number.

use std::collections::BTreeMap;

use crate::bytes::Bytes;
use crate::number::{Cursor, put};
use crate::order::{self, Least};
use crate::rank::idf;

/// Letters in a run.
const LETTERS: usize = 3;
/// Before the first letter and after the last; no word has it.
const EDGE: char = '\0';

/// Three letters as their code points.
type Gram = [u32; LETTERS];

/// The different runs of a stem, in their order.
fn grams(stem: &str) -> Vec<Gram> {
    if stem.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let edge = std::iter::once(EDGE);
    let letters: Vec<u32> = edge
        .clone()
        .chain(stem.chars())
        .chain(edge)
        .map(u32::from)
        .collect();
    let grams: Vec<Gram> = letters.array_windows().copied().collect();
    // A stem has few runs: no sort is needed to find those that come again.
    let mut different: Vec<Gram> = Vec::with_capacity(grams.len());
    for gram in grams {
        if !different.contains(&gram) {
            different.push(gram);
        }
    }
    different
}

/// Writes the runs of all stems, which are given in the order of their families.
pub(crate) fn write<'t>(stems: impl Iterator<Item = &'t str>) -> Vec<u8> {
    let mut families: BTreeMap<Gram, Vec<u32>> = BTreeMap::new();
    for (stem, family) in stems.zip(0..) {
        for gram in grams(stem) {
            families.entry(gram).or_default().push(family);
        }
    }
    let mut out = Vec::new();
    let mut lists = Vec::new();
    let mut letter = 0;
    put(&mut out, families.len() as u32);
    for (gram, families) in families {
        let start = lists.len();
        put_list(&mut lists, &families);
        put(&mut out, gram[0] - letter);
        letter = gram[0];
        for number in [
            gram[1],
            gram[2],
            families.len() as u32,
            (lists.len() - start) as u32,
        ] {
            put(&mut out, number);
        }
    }
    out.extend(lists);
    out
}

fn put_list(out: &mut Vec<u8>, families: &[u32]) {
    let mut next = 0;
    for &family in families {
        put(out, family - next);
        next = family + 1;
    }
}

/// The runs of all stems, read.
#[derive(Debug)]
pub(crate) struct Grams {
    bytes: Bytes,
    /// Sorted by run.
    rows: Vec<Row>,
    /// How many families there are.
    families: u32,
    /// Per family how much its runs tell, all together.
    weights: Vec<f32>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    gram: Gram,
    families: u32,
    /// Where the list begins.
    list: usize,
    /// How telling the run is.
    weight: f32,
}

/// A family whose stem is written nearly like a word's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Neighbour {
    /// Number of the family.
    pub(crate) family: u32,
    /// From 0, nothing shared, to 1, the same.
    pub(crate) likeness: f32,
}

impl Grams {
    /// Reads the runs of so many families; `None` if the bytes can't be that.
    pub(crate) fn read(bytes: Bytes, families: u32) -> Option<Grams> {
        let mut cursor = Cursor::new(&bytes);
        let mut rows = Vec::new();
        let mut letter = 0u32;
        let mut list = 0usize;
        for _ in 0..cursor.number()? {
            letter = letter.checked_add(cursor.number()?)?;
            let gram = [letter, cursor.number()?, cursor.number()?];
            let count = cursor.number()?;
            rows.push(Row {
                gram,
                families: count,
                list,
                weight: idf(families, count),
            });
            list = list.checked_add(cursor.number()? as usize)?;
        }
        let start = cursor.place();
        rows.iter_mut().for_each(|row| row.list += start);
        let sorted = rows.is_sorted_by(|a, b| a.gram < b.gram);
        let exact = list.checked_add(start) == Some(bytes.len());
        let mut grams = Grams {
            bytes,
            rows,
            families,
            weights: Vec::new(),
        };
        let mut tally = Tally::new(&grams);
        grams
            .rows
            .iter()
            .for_each(|row| grams.tally(row, &mut tally, Families::All));
        grams.weights = tally.weights;
        (sorted && exact).then_some(grams)
    }

    /// Bytes of all runs.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The families whose stem is at least as like `stem` as `least`, the most alike first, at most `most`.
    ///
    /// Likeness is the Dice coefficient of the stems' runs, each counting by its idf among families.
    pub(crate) fn neighbours(
        &self,
        stem: &str,
        least: f32,
        most: usize,
        tally: &mut Tally,
    ) -> Vec<Neighbour> {
        let grams = grams(stem);
        let found: Vec<Row> = grams.iter().filter_map(|gram| self.row(gram)).collect();
        let mut keys: Vec<u64> = found
            .iter()
            .zip(0..)
            .map(|(row, index)| u64::from(row.families) << 32 | index)
            .collect();
        keys.sort_unstable();
        // The rarest first.
        let rows = keys
            .iter()
            .filter_map(|&key| found.get(order::id(key) as usize));
        let rows: Vec<Row> = rows.copied().collect();
        // Runs that no stem has make the word unlike every stem.
        let unknown = (grams.len() - rows.len()) as f32 * idf(self.families, 0);
        let known: f32 = rows.iter().map(|row| row.weight).sum();
        let own = known + unknown;
        // With s shared of this stem's a and the other's b: 2 s / (a + b) >= least and b >= s give s >= a least / (2 - least),
        // so a family that has only the commonest runs need not be looked at.
        let needed = own * least / (2.0 - least);
        let mut left = known;
        for row in &rows {
            self.tally(
                row,
                tally,
                if left < needed {
                    Families::Known
                } else {
                    Families::All
                },
            );
            left -= row.weight;
        }
        let mut nearest = Least::new(most);
        tally.drain(|family, shared| {
            let weight = self
                .weights
                .get(family as usize)
                .copied()
                .unwrap_or_default();
            let likeness = 2.0 * shared / (own + weight);
            if likeness >= least {
                nearest.push(order::best_first(likeness, family));
            }
        });
        let neighbour = |key| Neighbour {
            family: order::id(key),
            likeness: order::value(key),
        };
        nearest.finish().into_iter().map(neighbour).collect()
    }

    fn row(&self, gram: &Gram) -> Option<Row> {
        let at = self.rows.binary_search_by(|row| row.gram.cmp(gram)).ok()?;
        self.rows.get(at).copied()
    }

    /// Adds a run's weight to its families.
    fn tally(&self, row: &Row, tally: &mut Tally, families: Families) {
        let mut cursor = Cursor::at(&self.bytes, row.list);
        let mut next = 0u32;
        for _ in 0..row.families {
            let Some(family) = cursor.number().and_then(|gap| next.checked_add(gap)) else {
                return;
            };
            next = family.saturating_add(1);
            tally.add(family, row.weight, families);
        }
    }
}

/// Which families a run counts for.
#[derive(Clone, Copy, PartialEq)]
enum Families {
    All,
    /// Those that a rarer run has brought up.
    Known,
}

/// Weights of families while they are added up; empty between uses.
#[derive(Debug)]
pub(crate) struct Tally {
    weights: Vec<f32>,
    families: Vec<u32>,
}

impl Tally {
    /// A tally of the families of `grams`.
    pub(crate) fn new(grams: &Grams) -> Tally {
        Tally {
            weights: vec![0.0; grams.families as usize],
            families: Vec::new(),
        }
    }

    #[inline]
    fn add(&mut self, family: u32, weight: f32, families: Families) {
        let Some(slot) = self.weights.get_mut(family as usize) else {
            return;
        };
        if *slot == 0.0 {
            if families == Families::Known {
                return;
            }
            self.families.push(family);
        }
        *slot += weight;
    }

    fn drain(&mut self, mut each: impl FnMut(u32, f32)) {
        for family in self.families.drain(..) {
            if let Some(weight) = self.weights.get_mut(family as usize) {
                each(family, std::mem::take(weight));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEMS: [&str; 6] = ["1948", "برتقال", "بلوط", "زيتون", "زيتونه", "صنوبر"];

    fn neighbours(stem: &str) -> Vec<&'static str> {
        let bytes = write(STEMS.into_iter());
        let grams = Grams::read(Bytes::from(bytes), STEMS.len() as u32).unwrap();
        let found = grams.neighbours(stem, 0.4, 8, &mut Tally::new(&grams));
        found
            .into_iter()
            .map(|found| STEMS[found.family as usize])
            .collect()
    }

    #[test]
    fn slips_of_a_letter_are_near() {
        assert_eq!(neighbours("برتقل"), ["برتقال"]);
        assert_eq!(neighbours("زيتوت"), ["زيتون"]);
        assert_eq!(neighbours("سنوبر"), ["صنوبر"]);
    }

    #[test]
    fn other_words_and_numbers_are_not() {
        assert!(neighbours("نخيل").is_empty());
        assert!(neighbours("1949").is_empty());
    }

    #[test]
    fn likeness_of_a_stem_with_itself_is_one() {
        let grams = Grams::read(Bytes::from(write(STEMS.into_iter())), STEMS.len() as u32).unwrap();
        let found = grams.neighbours("بلوط", 0.9, 8, &mut Tally::new(&grams));
        assert_eq!(found.len(), 1);
        assert!((found[0].likeness - 1.0).abs() < 1e-6);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>, families in 0u32..100) {
            if let Some(grams) = Grams::read(Bytes::from(bytes), families) {
                grams.neighbours("كتاب", 0.0, 10, &mut Tally::new(&grams));
            }
        }
    }
}
