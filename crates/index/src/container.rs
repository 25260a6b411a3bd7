//! The frame of an index: its sections, each with its length and checksum.
//!
//! ```text
//! magic "TWRKINDX" · format u32 · analyzer u32 · number of sections u32 · checksum of the table u32
//! table: per section  name [u8; 4] · length u32 · checksum u32
//! the sections, one after the other, in the table's order
//! ```
//!
//! All numbers are little endian; checksums are CRC-32.

use crate::bytes::Bytes;
use crate::checksum::Crc32;
use crate::error::OpenError;

const MAGIC: &[u8; 8] = b"TWRKINDX";
/// The layout that this code writes and reads.
const FORMAT: u32 = 1;
const HEADER: usize = 24;
const ROW: usize = 12;

/// A part of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Counts.
    Meta,
    /// One byte per document: its length in words.
    Norms,
    /// What stands before and after stems.
    Affixes,
    /// The dictionary, in blocks of word families.
    Dictionary,
    /// Where each block of the dictionary, its postings and positions begin.
    Blocks,
    /// Runs of letters of stems.
    Grams,
    /// Which documents hold a form, and how often.
    Postings,
    /// Where in the document.
    Positions,
    /// Keywords of documents.
    Columns,
    /// Intervals of days of documents.
    Days,
    /// How long each document's stored parts are.
    Extents,
    /// Titles, bodies, payloads.
    Stored,
}

/// Every section in the order in which they are written.
pub(crate) const SECTIONS: [Section; 12] = [
    Section::Meta,
    Section::Norms,
    Section::Affixes,
    Section::Dictionary,
    Section::Blocks,
    Section::Grams,
    Section::Postings,
    Section::Positions,
    Section::Columns,
    Section::Days,
    Section::Extents,
    Section::Stored,
];

impl Section {
    /// The name in the table, four letters, also the name in errors.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Section::Meta => "meta",
            Section::Norms => "norm",
            Section::Affixes => "affx",
            Section::Dictionary => "dict",
            Section::Blocks => "blck",
            Section::Grams => "gram",
            Section::Postings => "post",
            Section::Positions => "posi",
            Section::Columns => "cols",
            Section::Days => "days",
            Section::Extents => "extn",
            Section::Stored => "stor",
        }
    }

    /// The error of a section that says what can't be.
    pub(crate) fn malformed(self) -> OpenError {
        OpenError::Malformed {
            section: self.name(),
        }
    }
}

/// Puts sections into one frame.
pub(crate) fn write(sections: Vec<(Section, Vec<u8>)>) -> Vec<u8> {
    let crc = Crc32::new();
    let mut table = Vec::with_capacity(sections.len() * ROW);
    for (section, bytes) in &sections {
        table.extend_from_slice(section.name().as_bytes());
        table.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        table.extend_from_slice(&crc.of(bytes).to_le_bytes());
    }
    let length: usize = sections.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut out = Vec::with_capacity(HEADER + table.len() + length);
    out.extend_from_slice(MAGIC);
    for number in [
        FORMAT,
        tawarikh_arabic::ANALYZER_VERSION,
        sections.len() as u32,
        crc.of(&table),
    ] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(&table);
    // Each section is freed as soon as it is copied.
    for (_, bytes) in sections {
        out.extend_from_slice(&bytes);
    }
    out
}

/// The sections of an index whose frame and checksums hold.
pub(crate) struct Sections {
    found: Vec<(Section, Bytes)>,
}

impl Sections {
    /// Checks the frame and every section.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub(crate) fn read(bytes: &Bytes) -> Result<Sections, OpenError> {
        let table = table(bytes)?;
        let crc = Crc32::new();
        let mut found = Vec::with_capacity(table.len());
        for row in &table {
            let part = bytes
                .slice(row.start..row.start + row.length)
                .ok_or(OpenError::Malformed { section: "table" })?;
            row.check(crc.of(&part))?;
            found.push((row.section, part));
        }
        Ok(Sections { found })
    }

    /// The bytes of `section`.
    ///
    /// # Errors
    /// [`OpenError::Missing`].
    pub(crate) fn get(&self, section: Section) -> Result<Bytes, OpenError> {
        self.found
            .iter()
            .find(|(name, _)| *name == section)
            .map(|(_, bytes)| bytes.clone())
            .ok_or(OpenError::Missing {
                section: section.name(),
            })
    }
}

struct Row {
    section: Section,
    start: usize,
    length: usize,
    checksum: u32,
}

impl Row {
    fn check(&self, found: u32) -> Result<(), OpenError> {
        if found == self.checksum {
            return Ok(());
        }
        Err(OpenError::Checksum {
            section: self.section.name(),
            expected: self.checksum,
            found,
        })
    }
}

/// The table of the sections, checked, with the place of each section.
fn table(bytes: &[u8]) -> Result<Vec<Row>, OpenError> {
    let rows = header(bytes)?;
    let mut start = HEADER + rows.len();
    let mut table = Vec::new();
    for row in rows.as_chunks::<ROW>().0 {
        let section = SECTIONS
            .into_iter()
            .find(|section| section.name().as_bytes() == &row[..4])
            .ok_or(OpenError::Malformed { section: "table" })?;
        let [length, checksum] = [4, 8].map(|at| u32_at(row, at).unwrap_or_default());
        table.push(Row {
            section,
            start,
            length: length as usize,
            checksum,
        });
        start = start.saturating_add(length as usize);
    }
    if start == bytes.len() {
        Ok(table)
    } else {
        Err(length_error(start, bytes))
    }
}

/// The bytes of the table behind a header that was checked.
fn header(bytes: &[u8]) -> Result<&[u8], OpenError> {
    if bytes.get(..8) != Some(MAGIC) {
        return Err(OpenError::NotAnIndex);
    }
    let number = |at| u32_at(bytes, at).ok_or_else(|| length_error(HEADER, bytes));
    let (format, analyzer, count, checksum) = (number(8)?, number(12)?, number(16)?, number(20)?);
    if format != FORMAT {
        return Err(OpenError::Format {
            expected: FORMAT,
            found: format,
        });
    }
    if analyzer != tawarikh_arabic::ANALYZER_VERSION {
        return Err(OpenError::Analyzer {
            expected: tawarikh_arabic::ANALYZER_VERSION,
            found: analyzer,
        });
    }
    let end = (count as usize).saturating_mul(ROW).saturating_add(HEADER);
    let table = bytes
        .get(HEADER..end)
        .ok_or_else(|| length_error(end, bytes))?;
    let found = Crc32::new().of(table);
    if found == checksum {
        return Ok(table);
    }
    Err(OpenError::Checksum {
        section: "table",
        expected: checksum,
        found,
    })
}

fn length_error(expected: usize, bytes: &[u8]) -> OpenError {
    OpenError::Length {
        expected: expected as u64,
        found: bytes.len() as u64,
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OpenError, SECTIONS, Section, Sections, write};
    use crate::bytes::Bytes;

    fn open(bytes: Vec<u8>) -> Result<Sections, OpenError> {
        Sections::read(&Bytes::from(bytes))
    }

    #[test]
    fn sections_come_back() {
        let bytes = write(vec![
            (Section::Meta, vec![1, 2]),
            (Section::Norms, vec![]),
            (Section::Days, vec![3]),
        ]);
        let sections = open(bytes).unwrap();
        assert_eq!(*sections.get(Section::Meta).unwrap(), [1, 2]);
        assert_eq!(*sections.get(Section::Days).unwrap(), [3]);
        assert_eq!(
            sections.get(Section::Stored).unwrap_err(),
            OpenError::Missing { section: "stor" }
        );
    }

    #[test]
    fn every_changed_byte_is_seen() {
        let bytes = write(vec![
            (Section::Meta, vec![1, 2, 3]),
            (Section::Norms, vec![4]),
        ]);
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x40;
            assert!(open(changed).is_err(), "byte {at}");
            assert!(open(bytes[..at].to_vec()).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn names_are_four_letters_and_differ() {
        let mut names = SECTIONS.map(Section::name);
        names.sort_unstable();
        assert!(names.iter().all(|name| name.len() == 4));
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
