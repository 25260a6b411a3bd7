//! The pack: one byte string that holds an archive.
//!
//! ```text
//! magic "TAWARIKH" · format u32 · analyzer u32 · section count u32 · checksum of the table u32
//! table: per section  name [u8; 4] · length u32 · checksum u32 · zero u32
//! the sections, one after the other, in the table's order
//! ```
//!
//! All numbers are little endian; checksums are CRC-32 (ISO-HDLC). A reader checks everything once, at opening.

use std::fmt;
use std::ops::Range;

use tawarikh_index::Crc32;

/// The first bytes of every pack.
pub const MAGIC: &[u8; 8] = b"TAWARIKH";
/// The layout that this code writes and reads.
pub const FORMAT: u32 = 1;
/// The name of the WebAssembly custom section that carries a pack.
pub const CUSTOM_SECTION: &str = "tawarikh.pack";

const HEADER: usize = 24;
const ROW: usize = 16;
/// More sections than any format will have; a larger count is damage.
const MOST_SECTIONS: u32 = 64;

/// The name of a section.
pub type Tag = [u8; 4];

/// Why bytes could not be opened as an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes do not begin as a pack does.
    NotAPack,
    /// The pack's layout is not the one that this engine reads.
    Format {
        /// Version in the bytes.
        found: u32,
    },
    /// The archive was built with another text analyzer, so its index would not match queries.
    Analyzer {
        /// Version in the bytes.
        found: u32,
    },
    /// The bytes end early.
    Truncated {
        /// Bytes that the table announces.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// The bytes go on after the last section.
    Overlong {
        /// Bytes that the table announces.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// A part does not have its checksum, or can't be decoded.
    Damaged {
        /// Name of the part.
        part: String,
    },
    /// A part that every archive has is not there.
    Missing {
        /// Name of the part.
        part: String,
    },
}

impl OpenError {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            OpenError::NotAPack => "not-a-pack",
            OpenError::Format { .. } => "format",
            OpenError::Analyzer { .. } => "analyzer",
            OpenError::Truncated { .. } => "truncated",
            OpenError::Overlong { .. } => "overlong",
            OpenError::Damaged { .. } => "damaged",
            OpenError::Missing { .. } => "missing",
        }
    }

    /// What happened and what to do, in Arabic.
    pub fn arabic(&self) -> String {
        match self {
            OpenError::NotAPack => {
                "هذا الملف ليس أرشيف تواريخ. تحقّق من أنك نسخت مجلد الموقع كاملاً.".into()
            }
            OpenError::Format { found } => format!(
                "صيغة الأرشيف {found} والبرنامج يقرأ الصيغة {FORMAT}. أعد بناء الأرشيف بالبرنامج نفسه الذي جاءت منه الصفحة."
            ),
            OpenError::Analyzer { found } => format!(
                "بُني فهرس الأرشيف بالإصدار {found} من محلّل النصوص والبرنامج يستعمل الإصدار {}. أعد بناء الأرشيف.",
                tawarikh_arabic::ANALYZER_VERSION
            ),
            OpenError::Truncated { expected, found } => format!(
                "الأرشيف ناقص: فيه {found} بايت والمنتظر {expected}. أعد نسخ الملف أو تنزيله."
            ),
            OpenError::Overlong { expected, found } => format!(
                "في الأرشيف زيادة: فيه {found} بايت والمنتظر {expected}. أعد نسخ الملف أو تنزيله."
            ),
            OpenError::Damaged { part } => {
                format!("جزء «{part}» من الأرشيف تالف. أعد نسخ الملف أو تنزيله.")
            }
            OpenError::Missing { part } => {
                format!("جزء «{part}» غير موجود في الأرشيف. أعد بناء الأرشيف.")
            }
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::NotAPack => f.write_str(
                "this is not a Tawarikh archive; check that the whole site folder was copied",
            ),
            OpenError::Format { found } => write!(
                f,
                "the archive has format {found}, this program reads format {FORMAT}; rebuild the archive with the program that made the page"
            ),
            OpenError::Analyzer { found } => write!(
                f,
                "the archive was indexed by text analyzer {found}, this program has {}; rebuild the archive",
                tawarikh_arabic::ANALYZER_VERSION
            ),
            OpenError::Truncated { expected, found } => write!(
                f,
                "the archive is cut short: {found} bytes where {expected} belong; copy or download the file again"
            ),
            OpenError::Overlong { expected, found } => write!(
                f,
                "the archive has bytes too many: {found} where {expected} belong; copy or download the file again"
            ),
            OpenError::Damaged { part } => {
                write!(
                    f,
                    "the part “{part}” of the archive is damaged; copy or download the file again"
                )
            }
            OpenError::Missing { part } => {
                write!(
                    f,
                    "the part “{part}” is not in the archive; rebuild the archive"
                )
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// Writes the sections into one pack.
///
/// # Panics
/// Never for sections under 4 GiB, which the builder keeps to.
pub fn write(sections: &[(Tag, Vec<u8>)]) -> Vec<u8> {
    let crc = Crc32::new();
    let mut table = Vec::with_capacity(sections.len() * ROW);
    for (tag, bytes) in sections {
        table.extend_from_slice(tag);
        table.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        table.extend_from_slice(&crc.of(bytes).to_le_bytes());
        table.extend_from_slice(&[0; 4]);
    }
    let total: usize = sections.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut pack = Vec::with_capacity(HEADER + table.len() + total);
    pack.extend_from_slice(MAGIC);
    for number in [
        FORMAT,
        tawarikh_arabic::ANALYZER_VERSION,
        sections.len() as u32,
        crc.of(&table),
    ] {
        pack.extend_from_slice(&number.to_le_bytes());
    }
    pack.extend_from_slice(&table);
    for (_, bytes) in sections {
        pack.extend_from_slice(bytes);
    }
    pack
}

/// Where each section lies in a pack that was checked from end to end.
#[derive(Debug, Clone)]
pub struct Table {
    rows: Vec<(Tag, Range<usize>)>,
    checksum: u32,
}

impl Table {
    /// Reads and checks a pack: magic, versions, lengths, every checksum.
    ///
    /// # Errors
    /// [`OpenError`] names the first thing that does not fit.
    pub fn read(bytes: &[u8]) -> Result<Table, OpenError> {
        if bytes.get(..8) != Some(MAGIC) {
            return Err(OpenError::NotAPack);
        }
        let found = bytes.len() as u64;
        let number = |at: usize| {
            word(bytes, at).ok_or(OpenError::Truncated {
                expected: HEADER as u64,
                found,
            })
        };
        let (format, analyzer, count, checksum) =
            (number(8)?, number(12)?, number(16)?, number(20)?);
        if format != FORMAT {
            return Err(OpenError::Format { found: format });
        }
        if analyzer != tawarikh_arabic::ANALYZER_VERSION {
            return Err(OpenError::Analyzer { found: analyzer });
        }
        if count > MOST_SECTIONS {
            return Err(damaged("table"));
        }
        let end = HEADER + count as usize * ROW;
        let table = bytes.get(HEADER..end).ok_or(OpenError::Truncated {
            expected: end as u64,
            found,
        })?;
        let crc = Crc32::new();
        if crc.of(table) != checksum {
            return Err(damaged("table"));
        }
        Ok(Table {
            rows: rows(bytes, table, end, &crc)?,
            checksum,
        })
    }

    /// The place of a section.
    ///
    /// # Errors
    /// [`OpenError::Missing`] where the pack has none of that name.
    pub fn section(&self, tag: &Tag) -> Result<Range<usize>, OpenError> {
        let row = self.rows.iter().find(|(name, _)| name == tag);
        row.map(|(_, range)| range.clone())
            .ok_or_else(|| OpenError::Missing {
                part: tag_text(tag),
            })
    }

    /// The checksum of all checksums: equal for equal archives.
    pub fn checksum(&self) -> u32 {
        self.checksum
    }
}

fn rows(
    bytes: &[u8],
    table: &[u8],
    start: usize,
    crc: &Crc32,
) -> Result<Vec<(Tag, Range<usize>)>, OpenError> {
    let lengths = table
        .chunks_exact(ROW)
        .map(|row| u64::from(word(row, 4).unwrap_or(0)));
    let expected = start as u64 + lengths.sum::<u64>();
    let found = bytes.len() as u64;
    if found < expected {
        return Err(OpenError::Truncated { expected, found });
    }
    if found > expected {
        return Err(OpenError::Overlong { expected, found });
    }
    let mut at = start;
    let mut rows = Vec::new();
    for row in table.chunks_exact(ROW) {
        let tag: Tag = [row[0], row[1], row[2], row[3]];
        let range = at..at + word(row, 4).unwrap_or(0) as usize;
        at = range.end;
        if word(row, 8) != Some(crc.of(&bytes[range.clone()])) {
            return Err(damaged(&tag_text(&tag)));
        }
        rows.push((tag, range));
    }
    Ok(rows)
}

/// The error for a part that can't be read.
pub(crate) fn damaged(part: &str) -> OpenError {
    OpenError::Damaged { part: part.into() }
}

fn tag_text(tag: &Tag) -> String {
    String::from_utf8_lossy(tag).trim_end().to_owned()
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Vec<u8> {
        write(&[(*b"one ", b"first".to_vec()), (*b"two ", vec![7; 300])])
    }

    #[test]
    fn sections_come_back() {
        let pack = sample();
        let table = Table::read(&pack).unwrap();
        assert_eq!(&pack[table.section(b"one ").unwrap()], b"first");
        assert_eq!(pack[table.section(b"two ").unwrap()].len(), 300);
        assert_eq!(
            table.section(b"none"),
            Err(OpenError::Missing {
                part: "none".into()
            })
        );
    }

    #[test]
    fn a_cut_pack_says_how_much_is_missing() {
        let pack = sample();
        let expected = pack.len() as u64;
        let error = Table::read(&pack[..pack.len() - 10]).unwrap_err();
        assert_eq!(
            error,
            OpenError::Truncated {
                expected,
                found: expected - 10
            }
        );
        assert!(error.to_string().contains("copy or download"));
    }

    #[test]
    fn foreign_bytes_are_not_a_pack() {
        assert_eq!(
            Table::read(b"PK\x03\x04 something else").unwrap_err(),
            OpenError::NotAPack
        );
        assert_eq!(Table::read(b"").unwrap_err(), OpenError::NotAPack);
    }

    #[test]
    fn another_format_is_named() {
        let mut pack = sample();
        pack[8] = 99;
        assert_eq!(
            Table::read(&pack).unwrap_err(),
            OpenError::Format { found: 99 }
        );
    }

    proptest! {
        #[test]
        fn any_changed_byte_is_noticed(at in 0usize..400, with in 1u8..=255) {
            let mut pack = sample();
            let at = at % pack.len();
            pack[at] ^= with;
            prop_assert!(Table::read(&pack).is_err());
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Table::read(&[MAGIC.as_slice(), &bytes].concat());
        }
    }
}
