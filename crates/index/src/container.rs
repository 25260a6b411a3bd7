//! The frame of an archive: its sections, each with its place.
//!
//! ```text
//! magic "TAWARIKH" · format u32 · analyzer u32 · number of sections u32 · checksum of the rest of the head u32
//! rest of the head: id u32 · per section  name [u8; 4] · kind u32 · length u32 · where u32 · page u32
//! the resident sections, one after the other, in the table's order
//!
//! kind 0     resident: length in bytes, where is their checksum
//! kind 1     resident and cut in pieces, the same: number of pieces, their lengths, the pieces
//! kind 2     in fragments of `page` bytes: length in bytes, where is the first fragment's number
//! kind 3     in fragments cut by the writer: length is how many, where is the first one's number
//! fragment   id u32 · number u32 · checksum of the content u32 · content
//! ```
//!
//! All numbers are little endian; checksums are CRC-32 (ISO-HDLC). What is resident is checked once, at opening; a fragment
//! when it is handed in.

use std::ops::Range;

use crate::checksum::Crc32;
use crate::error::OpenError;
use crate::number::u32_at;
use crate::pager;

pub(crate) const MAGIC: &[u8; 8] = b"TAWARIKH";
/// The layout that this code writes and reads.
pub const FORMAT: u32 = 4;
const HEADER: usize = 24;
/// Where the table begins.
const TABLE: usize = HEADER + 4;
const ROW: usize = 20;
/// More sections than any format will have; a larger count is damage.
const MOST_SECTIONS: u32 = 64;
/// More fragments than an archive for a browser can have; a larger count is damage.
const MOST_FRAGMENTS: u32 = 1 << 18;

/// The name of a section.
pub type Tag = [u8; 4];

/// The sections of an index.
pub(crate) mod tags {
    use super::Tag;

    /// Counts.
    pub(crate) const META: Tag = *b"meta";
    /// One byte per document: its length in words.
    pub(crate) const NORMS: Tag = *b"norm";
    /// What stands before and after stems.
    pub(crate) const AFFIXES: Tag = *b"affx";
    /// The dictionary, in pieces.
    pub(crate) const DICTIONARY: Tag = *b"dict";
    /// Where each piece of the dictionary, its postings and positions begin.
    pub(crate) const DICTIONARY_PIECES: Tag = *b"dicp";
    /// Runs of letters of stems, in pieces.
    pub(crate) const GRAMS: Tag = *b"gram";
    /// The first run of each piece.
    pub(crate) const GRAM_PIECES: Tag = *b"grap";
    /// Per family how much its runs tell.
    pub(crate) const GRAM_WEIGHTS: Tag = *b"graw";
    /// Which documents hold a form, and how often.
    pub(crate) const POSTINGS: Tag = *b"post";
    /// Where in the document.
    pub(crate) const POSITIONS: Tag = *b"posi";
    /// Keywords of documents.
    pub(crate) const COLUMNS: Tag = *b"cols";
    /// Intervals of days of documents.
    pub(crate) const DAYS: Tag = *b"days";
    /// Titles, bodies, payloads, in pieces.
    pub(crate) const STORED: Tag = *b"stor";
    /// How many documents each piece of them has.
    pub(crate) const STORED_PIECES: Tag = *b"stop";
}

/// Where a section's bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the resident bytes.
    Resident(Range<usize>),
    /// In the resident bytes, in pieces: where each begins and the last ends.
    Pieces(Vec<u32>),
    /// In fragments of `page` bytes.
    Paged {
        first: u32,
        page: usize,
        length: usize,
    },
    /// A fragment for every piece.
    Cut { first: u32, count: u32 },
}

/// A row of the table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) tag: Tag,
    pub(crate) place: Place,
}

/// A frame whose checksums hold.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) id: u32,
    pub(crate) rows: Vec<Row>,
    pub(crate) fragments: u32,
}

/// A row as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawRow {
    pub(crate) tag: Tag,
    pub(crate) kind: u32,
    pub(crate) length: u32,
    pub(crate) place: u32,
    pub(crate) page: u32,
}

pub(crate) const RESIDENT: u32 = 0;
pub(crate) const PIECES: u32 = 1;
pub(crate) const PAGED: u32 = 2;
pub(crate) const CUT: u32 = 3;

impl RawRow {
    fn read(row: &[u8; ROW]) -> RawRow {
        let [a, b, c, d, ..] = *row;
        let [kind, length, place, page] =
            [4, 8, 12, 16].map(|at| u32_at(row, at).unwrap_or_default());
        RawRow {
            tag: [a, b, c, d],
            kind,
            length,
            place,
            page,
        }
    }

    fn write(self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.tag);
        for number in [self.kind, self.length, self.place, self.page] {
            out.extend_from_slice(&number.to_le_bytes());
        }
    }

    /// How many of the resident bytes it takes.
    fn resident(self) -> u64 {
        if self.kind == RESIDENT || self.kind == PIECES {
            u64::from(self.length)
        } else {
            0
        }
    }

    /// The place of a section in fragments.
    fn in_fragments(self) -> Option<Place> {
        let count = match self.kind {
            PAGED if self.page > 0 => self.length.div_ceil(self.page),
            CUT => self.length,
            _ => return None,
        };
        self.place
            .checked_add(count)
            .filter(|&end| end <= MOST_FRAGMENTS)?;
        Some(if self.kind == CUT {
            Place::Cut {
                first: self.place,
                count,
            }
        } else {
            Place::Paged {
                first: self.place,
                page: self.page as usize,
                length: self.length as usize,
            }
        })
    }
}

/// The bytes before the sections.
pub(crate) fn head(id: u32, rows: &[RawRow]) -> Vec<u8> {
    let mut rest = id.to_le_bytes().to_vec();
    rows.iter().for_each(|row| row.write(&mut rest));
    let mut out = MAGIC.to_vec();
    for number in [
        FORMAT,
        tawarikh_arabic::ANALYZER_VERSION,
        rows.len() as u32,
        Crc32::new().of(&rest),
    ] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend(rest);
    out
}

impl Frame {
    /// Checks the head and every resident section.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub(crate) fn read(bytes: &[u8]) -> Result<Frame, OpenError> {
        let crc = Crc32::new();
        let rest = rest_of_head(bytes, &crc)?;
        let rows = rest.get(4..).unwrap_or_default().as_chunks::<ROW>().0;
        let mut at = HEADER + rest.len();
        let raw: Vec<RawRow> = rows.iter().map(RawRow::read).collect();
        let expected = raw.iter().map(|row| row.resident()).sum::<u64>() + at as u64;
        let found = bytes.len() as u64;
        if expected != found {
            return Err(OpenError::Length { expected, found });
        }
        let mut frame = Frame {
            id: u32_at(rest, 0).unwrap_or_default(),
            rows: Vec::with_capacity(raw.len()),
            fragments: 0,
        };
        for row in raw {
            let end = at + row.resident() as usize;
            let place = frame.place(bytes, at..end, row, &crc)?;
            frame.rows.push(Row {
                tag: row.tag,
                place,
            });
            at = end;
        }
        Ok(frame)
    }

    /// The place of a section; `range` are its resident bytes.
    fn place(
        &mut self,
        bytes: &[u8],
        range: Range<usize>,
        row: RawRow,
        crc: &Crc32,
    ) -> Result<Place, OpenError> {
        if row.kind != RESIDENT && row.kind != PIECES {
            let place = row
                .in_fragments()
                .ok_or_else(|| OpenError::malformed(row.tag))?;
            let end = match place {
                Place::Cut { first, count } => first + count,
                _ => row.place + row.length.div_ceil(row.page.max(1)),
            };
            self.fragments = self.fragments.max(end);
            return Ok(place);
        }
        let resident = bytes.get(range.clone()).unwrap_or_default();
        let found = crc.of(resident);
        if found != row.place {
            return Err(OpenError::Checksum {
                section: row.tag,
                expected: row.place,
                found,
            });
        }
        if row.kind == RESIDENT {
            return Ok(Place::Resident(range));
        }
        pager::bounds(resident, range.start)
            .map(Place::Pieces)
            .ok_or_else(|| OpenError::malformed(row.tag))
    }
}

/// What follows the header up to the sections, checked.
fn rest_of_head<'b>(bytes: &'b [u8], crc: &Crc32) -> Result<&'b [u8], OpenError> {
    if bytes.get(..8) != Some(MAGIC) {
        return Err(OpenError::NotAnArchive);
    }
    let length_error = |expected: usize| OpenError::Length {
        expected: expected as u64,
        found: bytes.len() as u64,
    };
    let number = |at| u32_at(bytes, at).ok_or_else(|| length_error(TABLE));
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
    if count > MOST_SECTIONS {
        return Err(OpenError::malformed(*b"head"));
    }
    let end = TABLE + count as usize * ROW;
    let rest = bytes.get(HEADER..end).ok_or_else(|| length_error(end))?;
    let found = crc.of(rest);
    if found == checksum {
        return Ok(rest);
    }
    Err(OpenError::Checksum {
        section: *b"head",
        expected: checksum,
        found,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::PackWriter;

    fn sample() -> Vec<u8> {
        let mut pack = PackWriter::resident(5);
        pack.section(*b"some", &[1, 2, 3]);
        pack.piece(*b"more", &[4]).unwrap();
        pack.finish()
    }

    #[test]
    fn every_changed_byte_is_seen() {
        let bytes = sample();
        assert!(Frame::read(&bytes).is_ok());
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x40;
            assert!(Frame::read(&changed).is_err(), "byte {at}");
            assert!(Frame::read(&bytes[..at]).is_err(), "cut at {at}");
        }
        assert!(Frame::read(&[bytes, vec![0]].concat()).is_err());
    }

    #[test]
    fn a_table_that_asks_for_too_much_is_refused() {
        let row = |kind, length, page| RawRow {
            tag: *b"huge",
            kind,
            length,
            place: 0,
            page,
        };
        for row in [
            row(PAGED, u32::MAX, 1),
            row(PAGED, 10, 0),
            row(CUT, MOST_FRAGMENTS + 1, 0),
            row(9, 0, 0),
        ] {
            assert_eq!(
                Frame::read(&head(1, &[row])).unwrap_err(),
                OpenError::malformed(*b"huge")
            );
        }
    }

    #[test]
    fn another_format_and_foreign_bytes_are_named() {
        let mut bytes = sample();
        bytes[8] = 99;
        let format = OpenError::Format {
            expected: FORMAT,
            found: 99,
        };
        assert_eq!(Frame::read(&bytes).unwrap_err(), format);
        assert_eq!(
            Frame::read(b"PK\x03\x04 something else").unwrap_err(),
            OpenError::NotAnArchive
        );
    }
}
