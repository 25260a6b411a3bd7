//! Writing an index.

use std::io::{self, Read};

use tawarikh_calendar::Interval;

use crate::analysis::Words;
use crate::checksum::Crc32;
use crate::columns::{self, ColumnWriter};
use crate::container::tags;
use crate::days;
use crate::entry::{Entry, Schema};
use crate::head::HeadWriter;
use crate::merge::{Merged, merge};
use crate::meta::Meta;
use crate::norm;
use crate::number::put_bytes;
use crate::pack::PackWriter;
use crate::segment;
use crate::spill::{Memory, Runs, Spill, Stream};
use crate::stored::StoreWriter;

/// Bytes of text that are inverted at a time.
const RUN: usize = 16 << 20;
/// Bytes of a page of postings.
const POSTINGS_PAGE: usize = 16 << 10;
/// Bytes of a page of positions.
const POSITIONS_PAGE: usize = 16 << 10;
/// Bytes of a page of what is read whole.
const WHOLE_PAGE: usize = 64 << 10;

/// Collects documents and writes them as one index.
///
/// The same documents in the same order give the same bytes, whatever the machine, however many cores it has and however
/// they are cut into runs.
#[derive(Debug)]
pub struct Writer {
    columns: Vec<ColumnWriter>,
    days: Vec<Vec<Interval>>,
    norms: Vec<u8>,
    words: u64,
    store: StoreWriter,
    /// The pieces of the stored texts, each with its length before it.
    stored: Stream,
    stored_bytes: u64,
    batch: Batch,
    run: usize,
    segments: Vec<usize>,
    runs: Runs,
    /// The first thing that went wrong; nothing is done after it.
    failure: Option<io::Error>,
    /// The checksum of all documents so far.
    id: u32,
    crc: Crc32,
}

/// The documents whose words are not inverted yet.
#[derive(Debug, Default)]
struct Batch {
    text: String,
    /// Where each document's title and body end.
    ends: Vec<[usize; 2]>,
}

impl Writer {
    /// A writer without documents that keeps everything in memory.
    #[must_use]
    pub fn new(schema: Schema) -> Writer {
        Writer::spilling(schema, Box::new(Memory::default()))
    }

    /// A writer without documents that puts away what it does not need in memory.
    #[must_use]
    pub fn spilling(schema: Schema, spill: Box<dyn Spill>) -> Writer {
        Writer {
            columns: schema
                .columns()
                .iter()
                .map(|name| ColumnWriter::new(name))
                .collect(),
            days: Vec::new(),
            norms: Vec::new(),
            words: 0,
            store: StoreWriter::default(),
            stored: Stream::default(),
            stored_bytes: 0,
            batch: Batch::default(),
            run: RUN,
            segments: Vec::new(),
            runs: Runs::new(spill),
            failure: None,
            id: 0,
            crc: Crc32::new(),
        }
    }

    /// The same writer inverting so many bytes of text at a time (16 MiB otherwise), at least one document. The index does
    /// not depend on it.
    #[must_use]
    pub fn with_run(mut self, bytes: usize) -> Writer {
        self.run = bytes;
        self
    }

    /// Adds a document and gives its number. A failure of the spill is told when the index is written.
    pub fn add(&mut self, entry: &Entry<'_>) -> u32 {
        let doc = self.days.len() as u32;
        self.columns
            .iter_mut()
            .for_each(|column| column.push(entry.keywords));
        let mut intervals = entry.days.to_vec();
        intervals.sort_unstable();
        intervals.dedup();
        self.days.push(intervals);
        self.identify(entry);
        let texts = self.add_texts(entry);
        self.note(texts);
        doc
    }

    fn add_texts(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        let (stored, runs) = (&mut self.stored, &mut self.runs);
        let parts = [entry.title.as_bytes(), entry.body.as_bytes(), entry.payload];
        self.stored_bytes += parts.iter().map(|part| part.len() as u64).sum::<u64>();
        self.store
            .push(parts, |piece| keep_piece(stored, piece, runs))?;
        self.batch.push(entry.title, entry.body);
        if self.batch.text.len() >= self.run {
            self.end_batch()?;
        }
        Ok(())
    }

    /// Bytes of titles, bodies and payloads so far.
    #[must_use]
    pub fn stored_bytes(&self) -> u64 {
        self.stored_bytes
    }

    /// A number for the archive: equal for equal documents in the same order and an equal `salt`, which tells what else
    /// the archive is made of.
    #[must_use]
    pub fn id(&self, salt: &[u8]) -> u32 {
        self.crc.of(&[&self.id.to_le_bytes(), salt].concat())
    }

    fn identify(&mut self, entry: &Entry<'_>) {
        let mut all = self.id.to_le_bytes().to_vec();
        for text in [entry.title.as_bytes(), entry.body.as_bytes(), entry.payload] {
            all.extend_from_slice(&(text.len() as u64).to_le_bytes());
            all.extend_from_slice(&self.crc.of(text).to_le_bytes());
        }
        for (column, values) in entry.keywords {
            put_bytes(&mut all, column.as_bytes());
            values
                .iter()
                .for_each(|value| put_bytes(&mut all, value.as_bytes()));
        }
        for days in entry.days {
            for day in [days.first, days.last] {
                all.extend_from_slice(&day.rata_die().to_le_bytes());
            }
        }
        self.id = self.crc.of(&all);
    }

    /// The index, wholly resident. Only for a writer that keeps everything in memory: one that spills may fail, which
    /// [`Writer::write`] tells.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let mut pack = PackWriter::resident(self.id(&[]));
        // Memory does not fail.
        let _ = self.write(&mut pack);
        pack.finish()
    }

    /// Writes the index's sections.
    ///
    /// # Errors
    /// The first failure of the spill or of the pack's sink.
    pub fn write(mut self, pack: &mut PackWriter<'_>) -> io::Result<()> {
        let last = self.end_batch();
        self.note(last);
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let meta = Meta {
            documents: self.days.len() as u32,
            words: self.words,
        };
        pack.section(tags::META, &meta.write());
        let Merged {
            postings,
            positions,
            grams,
        } = {
            let heads = pack
                .is_fragmented()
                .then(|| HeadWriter::new(&self.norms, meta.average_length()));
            merge(&self.segments, &mut self.runs, pack, heads)?
        };
        pack.begin_pieces(tags::GRAMS);
        let (pieces, weights) = grams.finish(|piece| pack.piece(tags::GRAMS, piece))?;
        pack.section(tags::GRAM_PIECES, &pieces);
        pack.pages(
            tags::GRAM_WEIGHTS,
            &mut weights.as_slice(),
            weights.len(),
            WHOLE_PAGE / 4,
        )?;
        for (tag, stream, page) in [
            (tags::POSTINGS, postings, POSTINGS_PAGE),
            (tags::POSITIONS, positions, POSITIONS_PAGE),
        ] {
            let length = stream.len();
            pack.pages(tag, &mut stream.read(&mut self.runs), length, page)?;
        }
        for (tag, bytes) in [
            (tags::NORMS, self.norms),
            (tags::COLUMNS, columns::write(&self.columns)),
            (tags::DAYS, days::write(&self.days)),
        ] {
            pack.pages(tag, &mut bytes.as_slice(), bytes.len(), WHOLE_PAGE)?;
        }
        let (mut stored, mut runs) = (self.stored, self.runs);
        let pieces = self
            .store
            .finish(|piece| keep_piece(&mut stored, piece, &mut runs))?;
        pack.section(tags::STORED_PIECES, &pieces);
        pack.begin_pieces(tags::STORED);
        let mut left = stored.len();
        let mut stored = stored.read(&mut runs);
        let mut piece = Vec::new();
        while left > 0 {
            let mut length = [0; 4];
            stored.read_exact(&mut length)?;
            piece.resize(u32::from_le_bytes(length) as usize, 0);
            stored.read_exact(&mut piece)?;
            left -= length.len() + piece.len();
            pack.piece(tags::STORED, &piece)?;
        }
        Ok(())
    }

    /// Inverts the words that are not inverted yet.
    fn end_batch(&mut self) -> io::Result<()> {
        let batch = std::mem::take(&mut self.batch);
        let parts = batch.parts(parts());
        let first = self.norms.len() as u32;
        let of_part = |&[start, end]: &[usize; 2]| {
            let words = Words::of((start..end).map(|doc| batch.texts(doc)));
            (segment::write(&words, first + start as u32), words.lengths)
        };
        #[cfg(feature = "parallel")]
        let inverted: Vec<_> = {
            use rayon::prelude::*;
            parts.par_iter().map(of_part).collect()
        };
        #[cfg(not(feature = "parallel"))]
        let inverted = parts.iter().map(of_part);
        for (segment, lengths) in inverted {
            self.segments.push(self.runs.write(&segment)?);
            for [title, body] in lengths {
                self.norms.push(norm::encode(title + body));
                self.words += u64::from(title + body);
            }
        }
        Ok(())
    }

    fn note(&mut self, outcome: io::Result<()>) {
        if let Err(error) = outcome {
            self.failure.get_or_insert(error);
        }
    }
}

/// Parts of a batch that are inverted at the same time.
fn parts() -> usize {
    #[cfg(feature = "parallel")]
    return rayon::current_num_threads();
    #[cfg(not(feature = "parallel"))]
    1
}

fn keep_piece(stored: &mut Stream, piece: &[u8], runs: &mut Runs) -> io::Result<()> {
    stored.write(&(piece.len() as u32).to_le_bytes(), runs)?;
    stored.write(piece, runs)
}

impl Batch {
    fn push(&mut self, title: &str, body: &str) {
        let ends = [title, body].map(|text| {
            self.text.push_str(text);
            self.text.len()
        });
        self.ends.push(ends);
    }

    /// Title and body of a document.
    fn texts(&self, doc: usize) -> [&str; 2] {
        let start = doc.checked_sub(1).map_or(0, |before| self.ends[before][1]);
        let [title, body] = self.ends[doc];
        [&self.text[start..title], &self.text[title..body]]
    }

    /// The documents in at most so many parts with about as much text each.
    fn parts(&self, count: usize) -> Vec<[usize; 2]> {
        let share = self.text.len() / count.max(1) + 1;
        let mut parts = Vec::new();
        let mut start = 0;
        for end in 1..=self.ends.len() {
            if end == self.ends.len() || self.ends[end - 1][1] >= share * (parts.len() + 1) {
                parts.push([start, end]);
                start = end;
            }
        }
        parts
    }
}
