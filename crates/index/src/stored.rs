//! Stored parts of documents: title, body, payload, cut in pieces at documents.
//!
//! ```text
//! piece      per document: bytes of its title · of its body · of its payload; then those bytes, document by document
//! pieces     resident: per piece how many documents begin in it
//! ```
//!
//! A document that is larger than the largest piece goes on in the next ones, where none begins.

use std::borrow::Cow;

use crate::number::{Cursor, put};
use crate::pager::{Pager, Section};

/// Bytes from which on a piece is full if it has as many documents as the piece before, and with twice as many in any case. Ten
/// hits lie in ten pieces: what they move grows with this, and the number of files falls with it. Where documents are alike
/// the pieces' numbers of documents are too, so that what is resident of them takes next to nothing with gzip.
const PIECE: usize = 4 << 10;
/// Bytes of the largest piece.
const LARGEST_PIECE: usize = 256 << 10;

/// A document as it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored<'r> {
    /// [`Entry::title`](crate::Entry::title).
    pub title: Cow<'r, str>,
    /// [`Entry::body`](crate::Entry::body).
    pub body: Cow<'r, str>,
    /// [`Entry::payload`](crate::Entry::payload).
    pub payload: Cow<'r, [u8]>,
}

/// Cuts stored parts in pieces.
#[derive(Debug, Default)]
pub(crate) struct StoreWriter {
    lengths: Vec<u8>,
    bytes: Vec<u8>,
    documents: u32,
    /// Documents of the piece before.
    usual: u32,
    /// What is resident of the pieces so far.
    pieces: Vec<u8>,
}

impl StoreWriter {
    /// Appends a document's parts and hands out pieces that are full.
    ///
    /// # Errors
    /// Those of `each`.
    pub(crate) fn push<E>(
        &mut self,
        parts: [&[u8]; 3],
        mut each: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let length: usize = parts.iter().map(|part| part.len()).sum();
        // A large document does not share its fragment: others would be fetched with it.
        if self.documents > 0 && self.bytes.len() + length > 2 * PIECE {
            self.piece(&mut each)?;
        }
        for part in parts {
            put(&mut self.lengths, part.len() as u32);
            self.bytes.extend_from_slice(part);
        }
        self.documents += 1;
        if self.is_full() {
            self.piece(&mut each)?;
        }
        Ok(())
    }

    fn is_full(&self) -> bool {
        let least = if self.documents < self.usual {
            2 * PIECE
        } else {
            PIECE
        };
        self.lengths.len() + self.bytes.len() >= least
    }

    /// Hands out the last piece and gives what is resident of the pieces.
    ///
    /// # Errors
    /// Those of `each`.
    pub(crate) fn finish<E>(
        mut self,
        mut each: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<Vec<u8>, E> {
        if self.documents > 0 {
            self.piece(&mut each)?;
        }
        Ok(self.pieces)
    }

    fn piece<E>(&mut self, each: &mut impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        let mut piece = std::mem::take(&mut self.lengths);
        piece.append(&mut self.bytes);
        self.usual = self.documents;
        let mut documents = std::mem::take(&mut self.documents);
        for part in piece.chunks(LARGEST_PIECE) {
            put(&mut self.pieces, std::mem::take(&mut documents));
            each(part)?;
        }
        Ok(())
    }
}

/// What is resident of the stored parts.
#[derive(Debug)]
pub(crate) struct Store {
    section: Section,
    /// Per piece its first document; then the number of all.
    firsts: Vec<u32>,
}

impl Store {
    /// Reads the pieces' places in an index of so many documents; `None` if the bytes can't be that.
    pub(crate) fn read(pieces: &[u8], section: Section, documents: u32) -> Option<Store> {
        let mut cursor = Cursor::new(pieces);
        let mut firsts = vec![0u32];
        let mut first = 0u32;
        while !cursor.is_done() {
            first = first.checked_add(cursor.number()?)?;
            firsts.push(first);
        }
        (first == documents).then_some(Store { section, firsts })
    }

    /// A document; `None` if there is none of that number, its text is no UTF-8, or it is not at hand.
    pub(crate) fn get<'r>(&self, pager: &'r Pager, doc: u32) -> Option<Stored<'r>> {
        let piece = self
            .firsts
            .partition_point(|&first| first <= doc)
            .checked_sub(1)?;
        let (first, next) = (*self.firsts.get(piece)?, *self.firsts.get(piece + 1)?);
        let mut cursor = Cursor::new(self.whole_piece(pager, piece)?);
        let mut start = 0usize;
        let mut lengths = [0usize; 3];
        for other in first..next {
            let read = [cursor.number()?, cursor.number()?, cursor.number()?];
            let read = read.map(|length| length as usize);
            if other < doc {
                start = start.checked_add(read.iter().sum())?;
            } else if other == doc {
                lengths = read;
            }
        }
        let start = cursor.place().checked_add(start)?;
        let [title, body, payload] = lengths;
        let ends = [title, title + body, title + body + payload];
        let bytes = self.bytes(pager, piece, start, ends[2])?;
        let part = |from: usize, to: usize| -> Option<Cow<'r, [u8]>> {
            Some(match &bytes {
                Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(from..to)?),
                Cow::Owned(bytes) => Cow::Owned(bytes.get(from..to)?.to_vec()),
            })
        };
        Some(Stored {
            title: text(part(0, ends[0])?)?,
            body: text(part(ends[0], ends[1])?)?,
            payload: part(ends[1], ends[2])?,
        })
    }

    fn whole_piece<'r>(&self, pager: &'r Pager, piece: usize) -> Option<&'r [u8]> {
        pager.piece(self.section, piece as u32)
    }

    /// So many bytes from `start` of a piece on, which may reach over the pieces where no document begins.
    fn bytes<'r>(
        &self,
        pager: &'r Pager,
        piece: usize,
        start: usize,
        length: usize,
    ) -> Option<Cow<'r, [u8]>> {
        let content = self.whole_piece(pager, piece)?;
        let end = start.checked_add(length)?;
        if let Some(bytes) = content.get(start..end) {
            return Some(Cow::Borrowed(bytes));
        }
        let goes_on = |&next: &usize| {
            self.firsts.get(next).is_some() && self.firsts.get(next) == self.firsts.get(next + 1)
        };
        // Every piece is asked for before anything is given up.
        let rest: Vec<Option<&[u8]>> = (piece + 1..)
            .take_while(goes_on)
            .map(|next| self.whole_piece(pager, next))
            .collect();
        let mut bytes = content.get(start..)?.to_vec();
        for content in rest {
            bytes.extend_from_slice(content?);
        }
        (bytes.len() == length).then_some(Cow::Owned(bytes))
    }
}

fn text(bytes: Cow<'_, [u8]>) -> Option<Cow<'_, str>> {
    Some(match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8(bytes).ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::container::tags::STORED;
    use crate::pack::PackWriter;

    #[test]
    fn documents_of_every_size_come_back() {
        let bodies: Vec<String> = [0, 5, 15_000, 40_000, 3, 2_000_000, 0, 262_144, 7]
            .iter()
            .map(|&length| "ب".repeat(length / 2) + &"x".repeat(length % 2))
            .collect();
        let mut pack = PackWriter::resident(0);
        pack.begin_pieces(STORED);
        let mut writer = StoreWriter::default();
        for body in &bodies {
            let parts = [b"title".as_slice(), body.as_bytes(), &[1, 2]];
            writer
                .push(parts, |piece| pack.piece(STORED, piece))
                .unwrap();
        }
        let pieces = writer.finish(|piece| pack.piece(STORED, piece)).unwrap();
        let pager = Pager::open(pack.finish()).unwrap();
        let section = pager.section(STORED).unwrap();
        let sizes =
            (0..pager.len(section) as u32).map(|piece| pager.piece(section, piece).unwrap());
        assert!(sizes.into_iter().all(|piece| piece.len() <= LARGEST_PIECE));
        let store = Store::read(&pieces, section, bodies.len() as u32).unwrap();
        for (body, doc) in bodies.iter().zip(0..) {
            let stored = store.get(&pager, doc).unwrap();
            assert_eq!(stored.title, "title");
            assert_eq!(&stored.body, body);
            assert_eq!(*stored.payload, [1, 2]);
        }
        assert!(store.get(&pager, bodies.len() as u32).is_none());
    }

    /// How many documents begin in each piece.
    fn cut(lengths: &[usize]) -> Vec<u8> {
        let mut writer = StoreWriter::default();
        for &length in lengths {
            let body = vec![b'x'; length];
            let pushed = writer.push([&[], &body, &[]], |_| Ok::<(), ()>(()));
            pushed.unwrap();
        }
        writer.finish(|_| Ok::<(), ()>(())).unwrap()
    }

    #[test]
    fn pieces_have_as_many_documents_as_the_piece_before_while_these_fit() {
        let half = PIECE / 2;
        assert_eq!(cut(&[half, half, PIECE - 4, half, half]), [2, 2, 1]);
        assert_eq!(cut(&[PIECE, 10, PIECE]), [1, 2]);
        assert_eq!(cut(&[half, half, 3 * PIECE, 10]), [2, 1, 1]);
        assert_eq!(cut(&[half, half, PIECE + 1, PIECE + 1, 10]), [2, 1, 1, 1]);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(pieces: Vec<u8>, contents: Vec<Vec<u8>>, documents in 0u32..50) {
            let mut pack = PackWriter::resident(0);
            pack.begin_pieces(STORED);
            contents.iter().for_each(|piece| pack.piece(STORED, piece).unwrap());
            let pager = Pager::open(pack.finish()).unwrap();
            if let Some(store) = Store::read(&pieces, pager.section(STORED).unwrap(), documents) {
                (0..documents).for_each(|doc| { store.get(&pager, doc); });
            }
        }
    }
}
