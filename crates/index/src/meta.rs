//! Counts of an index.
//!
//! ```text
//! number of documents · number of words, low 32 bits · high 32 bits
//! ```

use crate::norm;
use crate::number::{Cursor, put};

/// Counts of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meta {
    /// Documents.
    pub(crate) documents: u32,
    /// Words of all titles and bodies.
    pub(crate) words: u64,
}

impl Meta {
    pub(crate) fn write(self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, self.documents);
        put(&mut out, self.words as u32);
        put(&mut out, (self.words >> 32) as u32);
        out
    }

    pub(crate) fn read(bytes: &[u8]) -> Option<Meta> {
        let mut cursor = Cursor::new(bytes);
        let meta = Meta {
            documents: cursor.number()?,
            words: u64::from(cursor.number()?) | u64::from(cursor.number()?) << 32,
        };
        cursor.is_done().then_some(meta)
    }

    /// Words of a document, on average.
    pub(crate) fn average_length(self) -> f32 {
        self.words as f32 / self.documents.max(1) as f32
    }

    /// The byte of that length.
    pub(crate) fn average_norm(self) -> u8 {
        norm::encode(self.average_length() as u32)
    }
}
