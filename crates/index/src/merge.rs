//! Sorted segments to the sections of words.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io;

use crate::container::tags;
use crate::dictionary::{DictionaryWriter, Extent, FamilyExtent, Heads, TermKeys};
use crate::grams::GramWriter;
use crate::head::{Extract, HeadWriter};
use crate::pack::PackWriter;
use crate::segment::SegmentReader;
use crate::spill::{Runs, Stream};

/// What the merge leaves to be written behind the dictionary.
pub(crate) struct Merged {
    pub(crate) postings: Stream,
    pub(crate) positions: Stream,
    pub(crate) grams: GramWriter,
}

/// Merges segments, which come in the order of their documents, and writes the dictionary, with `heads` if they are given.
pub(crate) fn merge(
    segments: &[usize],
    runs: &mut Runs,
    pack: &mut PackWriter<'_>,
    heads: Option<HeadWriter<'_>>,
) -> io::Result<Merged> {
    pack.begin_pieces(tags::DICTIONARY);
    let mut out = Output {
        merged: Merged {
            postings: Stream::default(),
            positions: Stream::default(),
            grams: GramWriter::default(),
        },
        dictionary: DictionaryWriter::new(if heads.is_some() {
            Heads::Inline
        } else {
            Heads::None
        }),
        heads,
        family: Family::default(),
    };
    let mut readers = Vec::with_capacity(segments.len());
    let mut order = BinaryHeap::new();
    for (&run, number) in segments.iter().zip(0..) {
        let mut reader = SegmentReader::new(runs.read(run)?);
        if reader.advance()? {
            order.push(Reverse((std::mem::take(&mut reader.keys), number)));
        }
        readers.push(reader);
    }
    // Equal forms come in the order of their segments, which is that of documents.
    while let Some(Reverse((keys, number))) = order.pop() {
        let reader: &mut SegmentReader = &mut readers[number];
        out.add(keys, reader, runs, pack)?;
        if reader.advance()? {
            order.push(Reverse((std::mem::take(&mut reader.keys), number)));
        }
    }
    out.end_family(runs, pack)?;
    let (last, affixes, pieces) = out.dictionary.finish();
    if let Some(piece) = last {
        pack.piece(tags::DICTIONARY, &piece)?;
    }
    pack.section(tags::AFFIXES, &affixes);
    pack.section(tags::DICTIONARY_PIECES, &pieces);
    Ok(out.merged)
}

struct Output<'n> {
    merged: Merged,
    dictionary: DictionaryWriter,
    /// Where families get the documents where they count most.
    heads: Option<HeadWriter<'n>>,
    family: Family,
}

/// The family at hand.
#[derive(Default)]
struct Family {
    terms: Vec<TermKeys>,
    forms: Vec<Extent>,
    postings: Vec<u8>,
    positions: Vec<u8>,
    /// The number behind the last document of the last form.
    next: u32,
}

impl Output<'_> {
    /// Adds what a segment has of a form.
    fn add(
        &mut self,
        keys: TermKeys,
        reader: &SegmentReader,
        runs: &mut Runs,
        pack: &mut PackWriter<'_>,
    ) -> io::Result<()> {
        let last = self.family.terms.last();
        if last != Some(&keys) {
            if last.is_some_and(|last| last.stem != keys.stem) {
                self.end_family(runs, pack)?;
            }
            self.family.terms.push(keys);
            self.family.forms.push(Extent { documents: 0 });
            self.family.next = 0;
        }
        let family = &mut self.family;
        family.next = reader.append_postings(family.next, &mut family.postings);
        family.positions.extend_from_slice(&reader.positions);
        if let Some(form) = family.forms.last_mut() {
            form.documents += reader.documents;
        }
        Ok(())
    }

    fn end_family(&mut self, runs: &mut Runs, pack: &mut PackWriter<'_>) -> io::Result<()> {
        let family = &mut self.family;
        let Some(first) = family.terms.first() else {
            return Ok(());
        };
        self.merged.grams.push(&first.stem);
        let head = self
            .heads
            .as_mut()
            .map(|heads| heads.write(&family.forms, &family.postings));
        if let Some((_, Extract::Whole)) = head {
            family.postings.clear();
        }
        let extent = FamilyExtent {
            postings: family.postings.len(),
            positions: family.positions.len(),
            head: head.as_ref().map(|(head, _)| head.as_slice()),
        };
        let piece = self.dictionary.family(&family.terms, &family.forms, extent);
        if let Some(piece) = piece {
            pack.piece(tags::DICTIONARY, &piece)?;
        }
        self.merged.postings.write(&family.postings, runs)?;
        self.merged.positions.write(&family.positions, runs)?;
        family.terms.clear();
        family.forms.clear();
        family.postings.clear();
        family.positions.clear();
        Ok(())
    }
}
