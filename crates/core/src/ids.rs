//! Documents by their ids: a table of checksums in pieces, of which a search reads one.
//!
//! ```text
//! piece    rows of one share of all checksums, in their order
//! row      checksum of the id u32 · number of the document u32
//! ```
//!
//! All numbers are little endian. Which piece a checksum is in follows from itself and the number of pieces; that a row's
//! document has the id is for the reader to see, since checksums of different ids may be the same.

use tawarikh_index::Crc32;

const ROW: usize = 8;
/// Rows of a piece, about: 16 KiB.
const ROWS_A_PIECE: usize = 2048;

/// Collects ids.
pub(crate) struct IdsWriter {
    rows: Vec<(u32, u32)>,
    crc: Crc32,
}

impl IdsWriter {
    /// No ids.
    pub fn new() -> IdsWriter {
        IdsWriter {
            rows: Vec::new(),
            crc: Crc32::new(),
        }
    }

    /// Adds the id of the next document.
    pub fn push(&mut self, id: &str) {
        let document = self.rows.len() as u32;
        self.rows.push((self.crc.of(id.as_bytes()), document));
    }

    /// The table's pieces, one at least.
    pub fn pieces(mut self) -> Vec<Vec<u8>> {
        self.rows.sort_unstable();
        let count = self.rows.len().div_ceil(ROWS_A_PIECE).max(1);
        let mut pieces = vec![Vec::new(); count];
        for (checksum, document) in self.rows {
            let piece = &mut pieces[piece_of(checksum, count as u32) as usize];
            piece.extend_from_slice(&checksum.to_le_bytes());
            piece.extend_from_slice(&document.to_le_bytes());
        }
        pieces
    }
}

/// The checksum that stands for an id.
pub(crate) fn checksum(id: &str) -> u32 {
    Crc32::new().of(id.as_bytes())
}

/// The piece, of so many, that a checksum is in.
pub(crate) fn piece_of(checksum: u32, pieces: u32) -> u32 {
    ((u64::from(checksum) * u64::from(pieces)) >> 32) as u32
}

/// The documents of a piece whose ids have this checksum.
pub(crate) fn documents(piece: &[u8], checksum: u32) -> impl Iterator<Item = u32> {
    let rows = piece.as_chunks::<ROW>().0.iter();
    let read = |&[a, b, c, d, e, f, g, h]: &[u8; ROW]| {
        (
            u32::from_le_bytes([a, b, c, d]),
            u32::from_le_bytes([e, f, g, h]),
        )
    };
    let named = rows.map(read).filter(move |(own, _)| *own == checksum);
    named.map(|(_, document)| document)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_in_its_piece() {
        let ids: Vec<String> = (0..5000).map(|number| format!("report-{number}")).collect();
        let mut writer = IdsWriter::new();
        ids.iter().for_each(|id| writer.push(id));
        let pieces = writer.pieces();
        assert_eq!(pieces.len(), 3);
        for (number, id) in (0..).zip(&ids).step_by(97) {
            let sum = checksum(id);
            let piece = &pieces[piece_of(sum, 3) as usize];
            assert!(
                documents(piece, sum).any(|document| document == number),
                "{id}"
            );
        }
    }

    #[test]
    fn an_empty_table_has_no_ids() {
        let pieces = IdsWriter::new().pieces();
        assert_eq!(piece_of(u32::MAX, 1), 0);
        assert_eq!(documents(&pieces[0], 0).count(), 0);
    }
}
