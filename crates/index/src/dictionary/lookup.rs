//! Finding families.

use std::ops::Range;

use super::{Affixes, BLOCK, Family, Form};
use crate::bytes::Bytes;
use crate::number::Cursor;

/// The dictionary, read.
#[derive(Debug)]
pub(crate) struct Dictionary {
    pub(crate) affixes: Affixes,
    bytes: Bytes,
    blocks: Vec<Block>,
    families: u32,
}

/// Where a block begins.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    dictionary: usize,
    postings: usize,
    positions: usize,
}

impl Dictionary {
    /// Reads the affixes and the blocks' places; `None` if the bytes can't be that.
    pub(crate) fn read(affixes: &[u8], bytes: Bytes, blocks: &[u8]) -> Option<Dictionary> {
        let mut cursor = Cursor::new(blocks);
        let mut block = Block::default();
        let mut places = Vec::new();
        while !cursor.is_done() {
            let mut step = || Some(cursor.number()? as usize);
            block = Block {
                dictionary: block.dictionary.checked_add(step()?)?,
                postings: block.postings.checked_add(step()?)?,
                positions: block.positions.checked_add(step()?)?,
            };
            places.push(block);
        }
        let mut dictionary = Dictionary {
            affixes: Affixes::read(affixes)?,
            bytes,
            blocks: places,
            families: 0,
        };
        dictionary.families = dictionary.count_families();
        Some(dictionary)
    }

    /// Bytes of all families.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The family of `stem`.
    pub(crate) fn find(&self, stem: &str) -> Option<Family> {
        let mut scan = self.scan(stem.as_bytes())?;
        (scan.stem == stem.as_bytes()).then(|| scan.family())?
    }

    /// How many families there are.
    pub(crate) fn families(&self) -> u32 {
        self.families
    }

    fn count_families(&self) -> u32 {
        let Some(last) = self.blocks.len().checked_sub(1) else {
            return 0;
        };
        let mut scan = Scan::new(self, last);
        while scan.next < self.blocks.len() * BLOCK && scan.advance() {}
        u32::try_from(scan.next).unwrap_or(u32::MAX)
    }

    /// The family of that number.
    pub(crate) fn get(&self, number: u32) -> Option<Family> {
        let number = number as usize;
        let mut scan = Scan::new(self, number / BLOCK);
        while scan.next <= number {
            scan.try_advance()?;
        }
        scan.family()
    }

    /// Every family whose stem begins with `prefix`, in order.
    pub(crate) fn starting_with(&self, prefix: &str) -> impl Iterator<Item = Family> {
        let mut scan = self.scan(prefix.as_bytes());
        let prefix = prefix.as_bytes().to_owned();
        std::iter::from_fn(move || {
            let here = scan
                .as_mut()
                .filter(|scan| scan.stem.starts_with(&prefix))?;
            let family = here.family();
            if !here.advance() {
                scan = None;
            }
            family
        })
    }

    /// A scan that stands at the first family whose stem is not before `stem`.
    fn scan(&self, stem: &[u8]) -> Option<Scan<'_>> {
        let after = self
            .blocks
            .partition_point(|block| self.first_stem(*block) <= Some(stem));
        let mut scan = Scan::new(self, after.saturating_sub(1));
        while scan.advance() {
            if scan.stem.as_slice() >= stem {
                return Some(scan);
            }
        }
        None
    }

    /// The first stem of a block, whole there.
    fn first_stem(&self, block: Block) -> Option<&[u8]> {
        let mut cursor = Cursor::at(&self.bytes, block.dictionary);
        cursor.number()?;
        cursor.bytes()
    }
}

/// Walks over families.
struct Scan<'d> {
    dictionary: &'d Dictionary,
    cursor: Cursor<'d>,
    /// Number of the family that comes next.
    next: usize,
    stem: Vec<u8>,
    postings: Range<usize>,
    positions: Range<usize>,
    /// Where the forms of the present family begin.
    forms: usize,
}

impl<'d> Scan<'d> {
    fn new(dictionary: &'d Dictionary, block: usize) -> Scan<'d> {
        Scan {
            dictionary,
            cursor: Cursor::new(&dictionary.bytes),
            next: block * BLOCK,
            stem: Vec::new(),
            postings: 0..0,
            positions: 0..0,
            forms: 0,
        }
    }

    /// Goes to the next family; says whether there is one.
    fn advance(&mut self) -> bool {
        self.try_advance().is_some()
    }

    fn try_advance(&mut self) -> Option<()> {
        if self.next.is_multiple_of(BLOCK) {
            let block = self.dictionary.blocks.get(self.next / BLOCK)?;
            self.cursor = Cursor::at(&self.dictionary.bytes, block.dictionary);
            self.postings = block.postings..block.postings;
            self.positions = block.positions..block.positions;
        }
        let shared = self.cursor.number()? as usize;
        self.stem.truncate(shared);
        self.stem.extend_from_slice(self.cursor.bytes()?);
        self.postings = step(&self.postings, self.cursor.number()?)?;
        self.positions = step(&self.positions, self.cursor.number()?)?;
        self.forms = self.cursor.place();
        self.skip_forms()?;
        self.next += 1;
        Some(())
    }

    fn skip_forms(&mut self) -> Option<()> {
        let head = self.cursor.number()?;
        if head & 1 == 1 {
            for _ in 0..self.cursor.number()? {
                self.cursor.bytes()?;
            }
        }
        (0..head >> 1).try_for_each(|_| Form::skip(&mut self.cursor))
    }

    /// The family where the scan stands.
    fn family(&mut self) -> Option<Family> {
        let number = u32::try_from(self.next.checked_sub(1)?).ok()?;
        let stem = String::from_utf8(self.stem.clone()).ok()?;
        let mut family = Family::new(number, stem, self.postings.clone(), self.positions.clone());
        family.read_forms(&mut Cursor::at(&self.dictionary.bytes, self.forms))?;
        Some(family)
    }
}

/// The range of `length` that follows `range`.
fn step(range: &Range<usize>, length: u32) -> Option<Range<usize>> {
    Some(range.end..range.end.checked_add(length as usize)?)
}
