//! Finding families.

use std::cell::OnceCell;
use std::ops::Range;

use super::stem_table::{Place, StemTable};
use super::{Affixes, BLOCK, Family, Form};
use crate::number::{Cursor, u32_at};
use crate::pager::{Pager, Section};

/// What is resident of the dictionary: where each of its pieces begins.
#[derive(Debug)]
pub(crate) struct DictionaryIndex {
    affixes: Affixes,
    section: Section,
    pieces: Vec<Piece>,
    /// What parts the pieces, one after the other: no stem of a piece comes before it, all of the piece before do.
    stems: Vec<u8>,
    families: u32,
    heads: Heads,
    /// Of a dictionary that is at hand as a whole, once a word was looked up.
    table: OnceCell<StemTable>,
}

/// Whether families carry the documents where they count most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heads {
    None,
    Inline,
}

/// Bytes of a piece before the places where its blocks end.
const HEADER: usize = 12;

/// Where a piece begins.
#[derive(Clone, Debug, Default)]
struct Piece {
    stem: Range<usize>,
    family: u32,
}

impl DictionaryIndex {
    /// Reads the affixes and the pieces' places; `None` if the bytes can't be that.
    pub(crate) fn read(affixes: &[u8], pieces: &[u8], section: Section) -> Option<DictionaryIndex> {
        let mut cursor = Cursor::new(pieces);
        let heads = match cursor.number()? {
            0 => Heads::None,
            _ => Heads::Inline,
        };
        let mut index = DictionaryIndex {
            affixes: Affixes::read(affixes)?,
            section,
            pieces: Vec::new(),
            stems: Vec::new(),
            families: 0,
            heads,
            table: OnceCell::new(),
        };
        while !cursor.is_done() {
            let start = index.stems.len();
            let shared = cursor.number()? as usize;
            if let Some(last) = index.pieces.last() {
                let shared = last.stem.start..last.stem.start.checked_add(shared)?;
                if shared.end > start {
                    return None;
                }
                index.stems.extend_from_within(shared);
            }
            index.stems.extend_from_slice(cursor.bytes()?);
            index.pieces.push(Piece {
                stem: start..index.stems.len(),
                family: index.families,
            });
            index.families = index.families.checked_add(cursor.number()?)?;
        }
        Some(index)
    }

    /// How many families there are.
    pub(crate) fn families(&self) -> u32 {
        self.families
    }

    /// How many pieces there are.
    pub(crate) fn pieces(&self) -> u32 {
        self.pieces.len() as u32
    }

    /// The piece that has the family of that number.
    fn piece_of(&self, family: u32) -> Option<usize> {
        let after = self.pieces.partition_point(|piece| piece.family <= family);
        after.checked_sub(1)
    }

    fn stem(&self, piece: &Piece) -> &[u8] {
        self.stems.get(piece.stem.clone()).unwrap_or_default()
    }
}

/// The dictionary, to look families up. What is not at hand is not found, and noted as wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dictionary<'r> {
    pub(crate) affixes: &'r Affixes,
    index: &'r DictionaryIndex,
    pager: &'r Pager,
}

impl<'r> Dictionary<'r> {
    pub(crate) fn new(index: &'r DictionaryIndex, pager: &'r Pager) -> Dictionary<'r> {
        Dictionary {
            affixes: &index.affixes,
            index,
            pager,
        }
    }

    /// Whether its pieces have to be fetched.
    pub(crate) fn is_in_fragments(self) -> bool {
        self.index.heads == Heads::Inline
    }

    /// Whether something is wanted that is not at hand.
    pub(crate) fn is_waiting(self) -> bool {
        self.pager.is_waiting()
    }

    /// How many families there are.
    pub(crate) fn families(self) -> u32 {
        self.index.families
    }

    /// The family of `stem`.
    pub(crate) fn find(self, stem: &str) -> Option<Family> {
        match self.table() {
            Some(table) => self.at(table, table.find(stem.as_bytes())?),
            None => self.scanned(stem.as_bytes()),
        }
    }

    /// The family of that number.
    pub(crate) fn get(self, number: u32) -> Option<Family> {
        if let Some(table) = self.table() {
            return self.at(table, number);
        }
        let piece = self.index.piece_of(number)?;
        let within = number - self.index.pieces.get(piece)?.family;
        let mut scan = Scan::new(self, piece, within / BLOCK as u32)?;
        for _ in 0..=within % BLOCK as u32 {
            scan.advance()?;
        }
        scan.family()
    }

    /// The family of `stem`, found in its block.
    fn scanned(self, stem: &[u8]) -> Option<Family> {
        let mut scan = self.scan_before(stem)?;
        while scan.has_more_here() {
            scan.advance()?;
            if scan.stem.as_slice() >= stem {
                return (scan.stem == stem).then(|| scan.family())?;
            }
        }
        None
    }

    /// The family of that number, by its place.
    fn at(self, table: &StemTable, number: u32) -> Option<Family> {
        let (stem, [here, next]) = table.get(number)?;
        let content = Content::of(self, self.index.piece_of(number)?)?;
        let mut forms = Cursor::new(content.blocks.get(here.forms as usize..)?);
        let mut family = Family::new(
            number,
            String::from_utf8(stem.to_owned()).ok()?,
            here.postings as usize..next.postings as usize,
            here.positions as usize..next.positions as usize,
        );
        family.read_forms(&mut forms)?;
        Some(family)
    }

    /// Where all families are, if none has to be fetched.
    fn table(self) -> Option<&'r StemTable> {
        let table = || self.index.table.get_or_init(|| self.read_table());
        (!self.is_in_fragments()).then(table)
    }

    fn read_table(self) -> StemTable {
        let mut table = StemTable::default();
        let mut end = Place::default();
        if let Some(mut scan) = Scan::new(self, 0, 0) {
            while scan.advance().is_some() {
                table.push(&scan.stem, scan.place());
                end = scan.end();
            }
        }
        table.finish(end)
    }

    /// Every family whose stem begins with `prefix`, in order.
    pub(crate) fn starting_with(self, prefix: &str) -> impl Iterator<Item = Family> + use<'r> {
        let mut scan = self.scan(prefix.as_bytes());
        let prefix = prefix.as_bytes().to_owned();
        std::iter::from_fn(move || {
            let here = scan
                .as_mut()
                .filter(|scan| scan.stem.starts_with(&prefix))?;
            let family = here.family();
            if here.advance().is_none() {
                scan = None;
            }
            family
        })
    }

    /// A scan that stands at the first family whose stem is not before `stem`.
    fn scan(self, stem: &[u8]) -> Option<Scan<'r>> {
        let mut scan = self.scan_before(stem)?;
        while scan.advance().is_some() {
            if scan.stem.as_slice() >= stem {
                return Some(scan);
            }
        }
        None
    }

    /// A scan that stands before the block in which `stem` is, if anywhere.
    fn scan_before(self, stem: &[u8]) -> Option<Scan<'r>> {
        let pieces = &self.index.pieces;
        let after = pieces.partition_point(|piece| self.index.stem(piece) <= stem);
        let piece = after.saturating_sub(1);
        let content = Content::of(self, piece)?;
        Scan::new(self, piece, content.block_of(stem))
    }
}

/// A piece of the dictionary: where its postings and positions begin, how many blocks it has, where each ends, and the blocks.
#[derive(Clone, Copy)]
struct Content<'r> {
    postings: u32,
    positions: u32,
    ends: &'r [u8],
    blocks: &'r [u8],
}

impl<'r> Content<'r> {
    fn of(dictionary: Dictionary<'r>, piece: usize) -> Option<Content<'r>> {
        dictionary.index.pieces.get(piece)?;
        let bytes = dictionary
            .pager
            .piece(dictionary.index.section, piece as u32)?;
        let [postings, positions, count] =
            [u32_at(bytes, 0)?, u32_at(bytes, 4)?, u32_at(bytes, 8)?];
        let ends = (count as usize).checked_mul(4)?;
        let (ends, blocks) = bytes.get(HEADER..)?.split_at_checked(ends)?;
        Some(Content {
            postings,
            positions,
            ends,
            blocks,
        })
    }

    fn block(self, number: usize) -> Option<&'r [u8]> {
        let end = u32_at(self.ends, number.checked_mul(4)?)?;
        self.blocks.get(self.start(number)?..end as usize)
    }

    /// Where a block begins.
    fn start(self, number: usize) -> Option<usize> {
        match number.checked_sub(1) {
            None => Some(0),
            Some(before) => u32_at(self.ends, before * 4).map(|end| end as usize),
        }
    }

    /// The last block that does not begin after `stem`.
    fn block_of(self, stem: &[u8]) -> u32 {
        let (mut low, mut high) = (0, self.ends.len() / 4);
        while low < high {
            let middle = (low + high) / 2;
            if self.first_stem(middle) <= Some(stem) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.saturating_sub(1) as u32
    }

    /// The first stem of a block, whole there.
    fn first_stem(self, block: usize) -> Option<&'r [u8]> {
        let mut cursor = Cursor::new(self.block(block)?);
        for _ in 0..3 {
            cursor.number()?;
        }
        cursor.bytes()
    }
}

/// Walks over families.
struct Scan<'r> {
    dictionary: Dictionary<'r>,
    content: Content<'r>,
    piece: usize,
    /// The block that comes next.
    block: usize,
    cursor: Cursor<'r>,
    /// Number of the family that comes next.
    next: u32,
    stem: Vec<u8>,
    postings: Range<usize>,
    positions: Range<usize>,
    /// The bytes behind the present family's stem and lengths.
    forms: Cursor<'r>,
}

impl<'r> Scan<'r> {
    /// A scan before the first family of a block.
    fn new(dictionary: Dictionary<'r>, piece: usize, block: u32) -> Option<Scan<'r>> {
        let content = Content::of(dictionary, piece)?;
        let first = dictionary.index.pieces.get(piece)?.family;
        let mut scan = Scan {
            dictionary,
            content,
            piece,
            block: block as usize,
            cursor: Cursor::new(&[]),
            next: first.checked_add(block.checked_mul(BLOCK as u32)?)?,
            stem: Vec::new(),
            postings: 0..0,
            positions: 0..0,
            forms: Cursor::new(&[]),
        };
        scan.enter_block()?;
        Some(scan)
    }

    /// Goes to the first family of the next block.
    fn enter_block(&mut self) -> Option<()> {
        self.cursor = Cursor::new(self.content.block(self.block)?);
        self.block += 1;
        let postings = self.content.postings.checked_add(self.cursor.number()?)? as usize;
        let positions = self.content.positions.checked_add(self.cursor.number()?)? as usize;
        self.postings = postings..postings;
        self.positions = positions..positions;
        self.stem.clear();
        Some(())
    }

    /// Whether the piece at hand has further families.
    fn has_more_here(&self) -> bool {
        !self.cursor.is_done() || self.block < self.content.ends.len() / 4
    }

    fn enter_piece(&mut self) -> Option<()> {
        self.piece += 1;
        self.content = Content::of(self.dictionary, self.piece)?;
        self.next = self.dictionary.index.pieces.get(self.piece)?.family;
        self.block = 0;
        self.enter_block()
    }

    /// Goes to the next family; `None` if there is none.
    fn advance(&mut self) -> Option<()> {
        while self.cursor.is_done() {
            if self.block < self.content.ends.len() / 4 {
                self.enter_block()?;
            } else {
                self.enter_piece()?;
            }
        }
        let shared = self.cursor.number()? as usize;
        self.stem.truncate(shared);
        self.stem.extend_from_slice(self.cursor.bytes()?);
        self.postings = step(&self.postings, self.cursor.number()?)?;
        self.positions = step(&self.positions, self.cursor.number()?)?;
        self.forms = self.cursor.clone();
        self.skip_forms()?;
        self.next = self.next.checked_add(1)?;
        Some(())
    }

    fn skip_forms(&mut self) -> Option<()> {
        let head = self.cursor.number()?;
        if head & 1 == 1 {
            for _ in 0..self.cursor.number()? {
                self.cursor.bytes()?;
            }
        }
        (0..head >> 1).try_for_each(|_| Form::skip(&mut self.cursor))?;
        if self.dictionary.index.heads == Heads::Inline {
            self.cursor.bytes()?;
        }
        Some(())
    }

    /// Where the parts of the family are at which the scan stands.
    fn place(&self) -> Place {
        let block = self.content.start(self.block.saturating_sub(1));
        Place {
            postings: self.postings.start as u32,
            positions: self.positions.start as u32,
            forms: (block.unwrap_or_default() + self.forms.place()) as u32,
        }
    }

    /// Where they end.
    fn end(&self) -> Place {
        Place {
            postings: self.postings.end as u32,
            positions: self.positions.end as u32,
            ..Place::default()
        }
    }

    /// The family where the scan stands.
    fn family(&mut self) -> Option<Family> {
        let number = self.next.checked_sub(1)?;
        let stem = String::from_utf8(self.stem.clone()).ok()?;
        let mut family = Family::new(number, stem, self.postings.clone(), self.positions.clone());
        let mut cursor = self.forms.clone();
        family.read_forms(&mut cursor)?;
        if self.dictionary.index.heads == Heads::Inline {
            family.head = Some(cursor.bytes()?.to_owned());
        }
        Some(family)
    }
}

/// The range of `length` that follows `range`.
fn step(range: &Range<usize>, length: u32) -> Option<Range<usize>> {
    Some(range.end..range.end.checked_add(length as usize)?)
}
