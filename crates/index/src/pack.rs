//! Writing an archive: its sections, resident or handed out as fragments.

use std::io::{self, Read};

use crate::checksum::Crc32;
use crate::container::{CUT, PAGED, PIECES, RESIDENT, RawRow, Tag, head};
use crate::number::put;
use crate::pager::stamp;

/// Where finished fragments go.
pub trait Sink {
    /// Takes the next fragment, header included; numbers rise from 0 by one.
    ///
    /// # Errors
    /// Any; the writer ends with it.
    fn fragment(&mut self, number: u32, bytes: Vec<u8>) -> io::Result<()>;
}

/// Writes the sections of an archive, each once, in any order.
pub struct PackWriter<'s> {
    id: u32,
    sink: Option<&'s mut dyn Sink>,
    rows: Vec<RawRow>,
    bytes: Vec<u8>,
    /// The pieces of the resident section that is being cut: their lengths, and they themselves.
    pieces: (Vec<u32>, Vec<u8>),
    fragments: u32,
    crc: Crc32,
}

impl<'s> PackWriter<'s> {
    /// Everything stays in the bytes that [`PackWriter::finish`] gives.
    #[must_use]
    pub fn resident(id: u32) -> PackWriter<'s> {
        PackWriter {
            id,
            sink: None,
            rows: Vec::new(),
            bytes: Vec::new(),
            pieces: (Vec::new(), Vec::new()),
            fragments: 0,
            crc: Crc32::new(),
        }
    }

    /// Large sections go to `sink` in fragments, which carry `id`.
    #[must_use]
    pub fn fragmented(id: u32, sink: &'s mut dyn Sink) -> PackWriter<'s> {
        PackWriter {
            sink: Some(sink),
            ..PackWriter::resident(id)
        }
    }

    /// Whether large sections go to fragments.
    #[must_use]
    pub fn is_fragmented(&self) -> bool {
        self.sink.is_some()
    }

    /// Adds a section that is always resident.
    pub fn section(&mut self, tag: Tag, bytes: &[u8]) {
        self.end_pieces();
        self.keep(tag, RESIDENT, bytes);
    }

    /// Adds a section of so many bytes that is read by ranges: in fragments of `page` bytes where there are fragments.
    ///
    /// # Errors
    /// Those of the sink and of `bytes`.
    pub fn pages(
        &mut self,
        tag: Tag,
        bytes: &mut dyn Read,
        length: usize,
        page: usize,
    ) -> io::Result<()> {
        self.end_pieces();
        if !self.is_fragmented() {
            let mut whole = Vec::with_capacity(length);
            bytes.read_to_end(&mut whole)?;
            self.keep(tag, RESIDENT, &whole);
            return Ok(());
        }
        self.rows.push(RawRow {
            tag,
            kind: PAGED,
            length: length as u32,
            place: self.fragments,
            page: page as u32,
        });
        let mut content = Vec::with_capacity(page);
        for start in (0..length).step_by(page.max(1)) {
            content.resize(page.min(length - start), 0);
            bytes.read_exact(&mut content)?;
            self.fragment(&content)?;
        }
        Ok(())
    }

    /// Adds the next piece of a section that is read by pieces. All pieces of a section come one after the other.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn piece(&mut self, tag: Tag, bytes: &[u8]) -> io::Result<()> {
        self.begin_pieces(tag);
        if self.is_fragmented() {
            if let Some(row) = self.rows.last_mut() {
                row.length += 1;
            }
            return self.fragment(bytes);
        }
        self.pieces.0.push(bytes.len() as u32);
        self.pieces.1.extend_from_slice(bytes);
        Ok(())
    }

    /// Begins a section that is read by pieces; needed only for one that may have none.
    pub fn begin_pieces(&mut self, tag: Tag) {
        let begun = self.rows.last().is_some_and(|row| {
            row.tag == tag && row.kind == if self.is_fragmented() { CUT } else { PIECES }
        });
        if begun {
            return;
        }
        self.end_pieces();
        self.rows.push(RawRow {
            tag,
            kind: if self.is_fragmented() { CUT } else { PIECES },
            length: 0,
            place: self.fragments,
            page: 0,
        });
    }

    /// Writes the resident section that was cut last.
    fn end_pieces(&mut self) {
        let Some(row) = self
            .rows
            .pop_if(|row| row.kind == PIECES && row.length == 0)
        else {
            return;
        };
        let (lengths, pieces) = std::mem::take(&mut self.pieces);
        let mut bytes = Vec::with_capacity(pieces.len() + 3 * lengths.len() + 5);
        put(&mut bytes, lengths.len() as u32);
        lengths.iter().for_each(|&length| put(&mut bytes, length));
        bytes.extend(pieces);
        self.keep(row.tag, PIECES, &bytes);
    }

    fn keep(&mut self, tag: Tag, kind: u32, bytes: &[u8]) {
        self.rows.push(RawRow {
            tag,
            kind,
            length: bytes.len() as u32,
            place: self.crc.of(bytes),
            page: 0,
        });
        self.bytes.extend_from_slice(bytes);
    }

    fn fragment(&mut self, content: &[u8]) -> io::Result<()> {
        let number = self.fragments;
        self.fragments += 1;
        let fragment = stamp(self.id, number, content, &self.crc);
        match &mut self.sink {
            Some(sink) => sink.fragment(number, fragment),
            None => Ok(()),
        }
    }

    /// The resident bytes.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        self.end_pieces();
        let mut out = head(self.id, &self.rows);
        out.append(&mut self.bytes);
        out
    }
}
