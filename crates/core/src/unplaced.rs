//! Time expressions without a place on the axis: rows in the order of documents, which say all that a list of them shows.

use serde::{Deserialize, Serialize};

use crate::record::Words;

/// Rows of a piece: some 32 KiB.
pub(crate) const ROWS_A_PIECE: usize = 512;

/// A time expression that could not be placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// The first document of every piece, so that pieces without any of some documents need not be read.
pub(crate) type FirstDocuments = Vec<u32>;

/// Whether a piece may have a row of one of these documents, which rise.
pub(crate) fn may_hold(first: &FirstDocuments, piece: usize, documents: &[u32]) -> bool {
    let Some(begin) = first.get(piece) else {
        return false;
    };
    // A document's rows may go on in the next piece.
    let end = first.get(piece + 1).copied().unwrap_or(u32::MAX);
    let next = documents.partition_point(|document| document < begin);
    documents.get(next).is_some_and(|document| *document <= end)
}

#[cfg(test)]
mod tests {
    use super::may_hold;

    #[test]
    fn pieces_are_passed_over_only_where_none_can_be() {
        let first = vec![0, 40, 40, 90];
        let of = |document: u32| -> Vec<usize> {
            (0..5)
                .filter(|piece| may_hold(&first, *piece, &[document]))
                .collect()
        };
        assert_eq!(of(7), [0]);
        assert_eq!(of(40), [0, 1, 2], "its rows may have begun in the first");
        assert_eq!(of(41), [2]);
        assert_eq!(of(90), [2, 3]);
        assert_eq!(of(500), [3]);
        assert!(!may_hold(&first, 0, &[]));
    }
}
