//! Runs of three letters in stems, to find stems that are written nearly alike.
//!
//! ```text
//! piece      number of runs u32 · per run, sorted: its letters u64 · where its list ends u32; the lists
//! list       number of families · the families as gaps, less one
//! letters    twenty-one bits each, the first one highest
//! pieces     resident: per piece the letters of its first run u64
//! weights    u16 per family: what its runs tell, all together, in steps of a 128th
//! ```
//!
//! A stem counts as standing between two edges, so `قلم` has the runs `|قل`, `قلم`, `لم|`. Stems with digits have none: a
//! neighbouring number is another number.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::number::{Cursor, put, u32_at};
use crate::order::{self, Least};
use crate::pager::{Pager, Section};
use crate::rank::idf;

/// Letters in a run.
const LETTERS: usize = 3;
/// Bytes of a run in a piece before its list.
const ROW: usize = 12;
/// Bytes from which on a piece is full.
const PIECE: usize = 4 << 10;
/// Steps of a kept weight in one.
const WEIGHT_STEPS: f32 = 128.0;
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

/// A run as one number that sorts like it.
fn letters(gram: &Gram) -> u64 {
    gram.iter()
        .fold(0, |number, &letter| number << 21 | u64::from(letter))
}

/// Collects the runs of all stems.
#[derive(Debug, Default)]
pub(crate) struct GramWriter {
    families: BTreeMap<u64, Vec<u32>>,
    next: u32,
}

impl GramWriter {
    /// Adds the stem of the next family.
    pub(crate) fn push(&mut self, stem: &str) {
        for gram in grams(stem) {
            self.families
                .entry(letters(&gram))
                .or_default()
                .push(self.next);
        }
        self.next += 1;
    }

    /// Hands out the pieces, and gives what is resident of them and the weights of families.
    ///
    /// # Errors
    /// Those of `each`.
    pub(crate) fn finish<E>(
        self,
        mut each: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(Vec<u8>, Vec<u8>), E> {
        let mut weights = vec![0.0f32; self.next as usize];
        let mut pieces = Vec::new();
        let (mut rows, mut lists) = (Vec::new(), Vec::new());
        for (gram, families) in &self.families {
            let weight = idf(self.next, families.len() as u32);
            families
                .iter()
                .for_each(|&family| weights[family as usize] += weight);
            if rows.is_empty() {
                pieces.extend_from_slice(&gram.to_le_bytes());
            }
            put_list(&mut lists, families);
            rows.extend_from_slice(&gram.to_le_bytes());
            rows.extend_from_slice(&(lists.len() as u32).to_le_bytes());
            if rows.len() + lists.len() >= PIECE {
                each(&piece(&mut rows, &mut lists))?;
            }
        }
        if !rows.is_empty() {
            each(&piece(&mut rows, &mut lists))?;
        }
        let steps = |weight: f32| ((weight * WEIGHT_STEPS + 0.5) as u16).to_le_bytes();
        Ok((pieces, weights.into_iter().flat_map(steps).collect()))
    }
}

fn piece(rows: &mut Vec<u8>, lists: &mut Vec<u8>) -> Vec<u8> {
    let mut piece = ((rows.len() / ROW) as u32).to_le_bytes().to_vec();
    piece.append(rows);
    piece.append(lists);
    piece
}

fn put_list(out: &mut Vec<u8>, families: &[u32]) {
    put(out, families.len() as u32);
    let mut next = 0;
    for &family in families {
        put(out, family - next);
        next = family + 1;
    }
}

/// What is resident of the runs.
#[derive(Debug)]
pub(crate) struct GramIndex {
    section: Section,
    weights: Section,
    /// The letters of each piece's first run.
    pieces: Vec<u64>,
    /// How many families there are.
    families: u32,
    /// Made with the first lookup and used by all.
    tally: RefCell<Tally>,
}

impl GramIndex {
    /// Reads the pieces' places in an index of so many families; `None` if the bytes can't be that.
    pub(crate) fn read(
        pieces: &[u8],
        section: Section,
        weights: Section,
        families: u32,
    ) -> Option<GramIndex> {
        let (pieces, rest) = pieces.as_chunks::<8>();
        rest.is_empty().then(|| GramIndex {
            section,
            weights,
            pieces: pieces
                .iter()
                .map(|piece| u64::from_le_bytes(*piece))
                .collect(),
            families,
            tally: RefCell::default(),
        })
    }
}

/// The runs of all stems, to find stems by. What is not at hand is not found, and noted as wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grams<'r> {
    index: &'r GramIndex,
    pager: &'r Pager,
}

/// A run that stems have.
#[derive(Clone, Copy, Debug)]
struct Row<'r> {
    families: u32,
    /// The families.
    list: &'r [u8],
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

impl<'r> Grams<'r> {
    pub(crate) fn new(index: &'r GramIndex, pager: &'r Pager) -> Grams<'r> {
        Grams { index, pager }
    }

    /// The families whose stem is at least as like `stem` as `least`, the most alike first, at most `most`.
    ///
    /// Likeness is the Dice coefficient of the stems' runs, each counting by its idf among families.
    pub(crate) fn neighbours(self, stem: &str, least: f32, most: usize) -> Vec<Neighbour> {
        let tally = &mut *self.index.tally.borrow_mut();
        tally.weights.resize(self.index.families as usize, 0.0);
        let grams = grams(stem);
        let found: Vec<Row<'r>> = grams.iter().filter_map(|gram| self.row(gram)).collect();
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
        let rows: Vec<Row<'r>> = rows.copied().collect();
        // Runs that no stem has make the word unlike every stem.
        let unknown = (grams.len() - rows.len()) as f32 * idf(self.index.families, 0);
        let known: f32 = rows.iter().map(|row| row.weight).sum();
        let own = known + unknown;
        // With s shared of this stem's a and the other's b: 2 s / (a + b) >= least and b >= s give s >= a least / (2 - least),
        // so a family that has only the commonest runs need not be looked at.
        let needed = own * least / (2.0 - least);
        let mut left = known;
        for row in &rows {
            row.tally(
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
            if shared < needed {
                return;
            }
            let weight = self.weight(family);
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

    /// How much a family's runs tell, all together.
    fn weight(self, family: u32) -> f32 {
        let at = family as usize * 2;
        let bytes = self.pager.get(self.index.weights, at..at + 2);
        let steps = bytes.and_then(|bytes| bytes.first_chunk().copied());
        f32::from(u16::from_le_bytes(steps.unwrap_or_default())) / WEIGHT_STEPS
    }

    fn row(self, gram: &Gram) -> Option<Row<'r>> {
        let gram = letters(gram);
        let after = self.index.pieces.partition_point(|&first| first <= gram);
        let piece = self
            .pager
            .piece(self.index.section, after.checked_sub(1)? as u32)?;
        let count = u32_at(piece, 0)? as usize;
        let (rows, lists) = piece.get(4..)?.split_at_checked(count.checked_mul(ROW)?)?;
        let rows = rows.as_chunks::<ROW>().0;
        let at = rows.binary_search_by_key(&gram, letters_of).ok()?;
        let end = |row: usize| Some(u32_at(rows.get(row)?, 8)? as usize);
        let start = at.checked_sub(1).map_or(Some(0), end)?;
        let mut cursor = Cursor::new(lists.get(start..end(at)?)?);
        let families = cursor.number()?;
        Some(Row {
            families,
            list: cursor.rest(),
            weight: idf(self.index.families, families),
        })
    }
}

fn letters_of(row: &[u8; ROW]) -> u64 {
    row.first_chunk()
        .map_or(0, |letters| u64::from_le_bytes(*letters))
}

impl Row<'_> {
    /// Adds the run's weight to its families.
    fn tally(&self, tally: &mut Tally, families: Families) {
        let mut cursor = Cursor::new(self.list);
        let mut next = 0u32;
        for _ in 0..self.families {
            let Some(family) = cursor.number().and_then(|gap| next.checked_add(gap)) else {
                return;
            };
            next = family.saturating_add(1);
            tally.add(family, self.weight, families);
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
#[derive(Debug, Default)]
struct Tally {
    weights: Vec<f32>,
    families: Vec<u32>,
}

impl Tally {
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
    use crate::container::tags::{GRAM_WEIGHTS, GRAMS};
    use crate::pack::PackWriter;

    const STEMS: [&str; 6] = ["1948", "برتقال", "بلوط", "زيتون", "زيتونه", "صنوبر"];

    fn index(stems: &[&str]) -> (Pager, GramIndex) {
        let mut writer = GramWriter::default();
        stems.iter().for_each(|stem| writer.push(stem));
        let mut pack = PackWriter::resident(0);
        pack.begin_pieces(GRAMS);
        let written = writer.finish(|piece| pack.piece(GRAMS, piece));
        let (pieces, weights) = written.unwrap();
        pack.section(GRAM_WEIGHTS, &weights);
        open(pack.finish(), &pieces, stems.len() as u32)
    }

    fn open(bytes: Vec<u8>, pieces: &[u8], families: u32) -> (Pager, GramIndex) {
        let pager = Pager::open(bytes).unwrap();
        let [grams, weights] = [GRAMS, GRAM_WEIGHTS].map(|tag| pager.section(tag).unwrap());
        let index = GramIndex::read(pieces, grams, weights, families).unwrap();
        (pager, index)
    }

    fn neighbours(stem: &str) -> Vec<&'static str> {
        let (pager, index) = index(&STEMS);
        let grams = Grams::new(&index, &pager);
        let found = grams.neighbours(stem, 0.4, 8);
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
        let (pager, index) = index(&STEMS);
        let grams = Grams::new(&index, &pager);
        let found = grams.neighbours("بلوط", 0.9, 8);
        assert_eq!(found.len(), 1);
        // The weight of the family is kept in steps.
        assert!((found[0].likeness - 1.0).abs() < 1e-2);
    }

    proptest::proptest! {
        #[test]
        fn any_piece_is_read(piece: Vec<u8>, runs in 0u32..4, families in 0u32..100) {
            let mut pack = PackWriter::resident(0);
            let with_count = [&runs.to_le_bytes(), piece.as_slice()].concat();
            pack.piece(GRAMS, &with_count).unwrap();
            pack.section(GRAM_WEIGHTS, &piece);
            let (pager, index) = open(pack.finish(), &[0; 8], families);
            let grams = Grams::new(&index, &pager);
            grams.neighbours("كتاب", 0.0, 10);
        }
    }
}
