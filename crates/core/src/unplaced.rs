//! Time expressions without a place on the axis: rows in the order of documents, which say all that a list of them shows.

use crate::kept::kept;
use crate::record::Words;

/// Rows of a piece: some 32 KiB.
pub(crate) const ROWS_A_PIECE: usize = 512;

/// A time expression that could not be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnplacedRow {
    pub document: u32,
    /// The number of its sentence.
    pub sentence: u32,
    /// The words of its sentence, as the index counts them.
    pub words: Words,
    /// The document's title, or its file's name.
    pub title: String,
    /// As written.
    pub text: String,
}

kept!(struct UnplacedRow { document, sentence, words, title, text });
