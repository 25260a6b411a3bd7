//! Stored parts of documents: title, body, payload, one document after the other.

use crate::bytes::Bytes;
use crate::number::{Cursor, put};

/// A document as it was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stored<'r> {
    /// [`Entry::title`](crate::Entry::title).
    pub title: &'r str,
    /// [`Entry::body`](crate::Entry::body).
    pub body: &'r str,
    /// [`Entry::payload`](crate::Entry::payload).
    pub payload: &'r [u8],
}

/// Collects stored parts.
#[derive(Debug, Default)]
pub(crate) struct StoreWriter {
    bytes: Vec<u8>,
    /// Per document the ends of title, body and payload.
    ends: Vec<[usize; 3]>,
}

impl StoreWriter {
    /// Appends a document.
    pub(crate) fn push(&mut self, document: Stored<'_>) {
        let parts = [
            document.title.as_bytes(),
            document.body.as_bytes(),
            document.payload,
        ];
        let ends = parts.map(|part| {
            self.bytes.extend_from_slice(part);
            self.bytes.len()
        });
        self.ends.push(ends);
    }

    /// How many documents there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Title and body of a document.
    pub(crate) fn texts(&self, doc: usize) -> (&str, &str) {
        let start = doc.checked_sub(1).map_or(0, |before| self.ends[before][2]);
        let [title, body, _] = self.ends[doc];
        let text = |from, to| std::str::from_utf8(&self.bytes[from..to]).unwrap_or_default();
        (text(start, title), text(title, body))
    }

    /// The lengths and the bytes.
    pub(crate) fn finish(self) -> (Vec<u8>, Vec<u8>) {
        let mut extents = Vec::new();
        let mut start = 0;
        for end in self.ends.into_iter().flatten() {
            put(&mut extents, (end - start) as u32);
            start = end;
        }
        (extents, self.bytes)
    }
}

/// Stored parts, read.
#[derive(Debug)]
pub(crate) struct Store {
    bytes: Bytes,
    /// Where each document begins and the end of its title and its body; then the end of all.
    starts: Vec<[u32; 3]>,
    end: u32,
}

impl Store {
    /// Reads the parts of so many documents; `None` if the bytes can't be that.
    pub(crate) fn read(extents: &[u8], bytes: Bytes, documents: u32) -> Option<Store> {
        let mut cursor = Cursor::new(extents);
        let mut starts = Vec::new();
        let mut end = 0u32;
        for _ in 0..documents {
            let start = end;
            let title = start.checked_add(cursor.number()?)?;
            let body = title.checked_add(cursor.number()?)?;
            end = body.checked_add(cursor.number()?)?;
            starts.push([start, title, body]);
        }
        let exact = cursor.is_done() && end as usize == bytes.len();
        exact.then_some(Store { bytes, starts, end })
    }

    /// Bytes of all parts.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// A document; `None` if there is none of that number, or its text is no UTF-8.
    pub(crate) fn get(&self, doc: u32) -> Option<Stored<'_>> {
        let doc = doc as usize;
        let [start, title, body] = *self.starts.get(doc)?;
        let end = self.starts.get(doc + 1).map_or(self.end, |next| next[0]);
        let part = |from: u32, to: u32| self.bytes.get(from as usize..to as usize);
        Some(Stored {
            title: std::str::from_utf8(part(start, title)?).ok()?,
            body: std::str::from_utf8(part(title, body)?).ok()?,
            payload: part(body, end)?,
        })
    }
}
