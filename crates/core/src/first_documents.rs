//! Rows in the order of documents, in pieces: which pieces may have rows of some documents.

use crate::kept::kept;
use crate::selection::Selection;

/// The first document of every piece, so that pieces without any of some documents need not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FirstDocuments(Vec<u32>);

kept!(struct FirstDocuments(0));

impl From<Vec<u32>> for FirstDocuments {
    fn from(first: Vec<u32>) -> FirstDocuments {
        FirstDocuments(first)
    }
}

impl FirstDocuments {
    /// Of rows cut into pieces of `length`.
    pub fn of<T>(rows: &[T], length: usize, document: impl Fn(&T) -> u32) -> FirstDocuments {
        FirstDocuments(rows.iter().step_by(length).map(document).collect())
    }

    /// The pieces that may have rows of selected documents.
    pub fn selected(&self, selection: &Selection) -> impl Iterator<Item = usize> {
        let documents = selection.documents.as_deref();
        let is_selected = move |piece: &usize| {
            documents.is_none_or(|documents| self.piece_may_hold(*piece, documents))
        };
        (0..self.0.len()).filter(is_selected)
    }

    /// The pieces that may have rows of a document.
    pub fn of_document(&self, document: u32) -> impl Iterator<Item = usize> {
        let holds = move |piece: &usize| self.piece_may_hold(*piece, &[document]);
        (0..self.0.len()).filter(holds)
    }

    /// Whether a piece may have a row of one of these documents, which rise.
    fn piece_may_hold(&self, piece: usize, documents: &[u32]) -> bool {
        let Some(begin) = self.0.get(piece) else {
            return false;
        };
        // A document's rows may go on in the next piece.
        let end = self.0.get(piece + 1).copied().unwrap_or(u32::MAX);
        let next = documents.partition_point(|document| document < begin);
        documents.get(next).is_some_and(|document| *document <= end)
    }
}

#[cfg(test)]
mod tests {
    use super::FirstDocuments;

    #[test]
    fn pieces_are_passed_over_only_where_none_can_be() {
        let first = FirstDocuments(vec![0, 40, 40, 90]);
        let of = |document: u32| -> Vec<usize> {
            (0..5)
                .filter(|piece| first.piece_may_hold(*piece, &[document]))
                .collect()
        };
        assert_eq!(of(7), [0]);
        assert_eq!(of(40), [0, 1, 2], "its rows may have begun in the first");
        assert_eq!(of(41), [2]);
        assert_eq!(of(90), [2, 3]);
        assert_eq!(of(500), [3]);
        assert!(!first.piece_may_hold(0, &[]));
    }

    #[test]
    fn the_first_of_each_piece_is_noted() {
        let rows = [0, 0, 1, 4, 4, 7];
        assert_eq!(
            FirstDocuments::of(&rows, 2, |row| *row),
            FirstDocuments(vec![0, 1, 4])
        );
    }
}
